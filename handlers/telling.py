"""How the bot speaks to one person in private, and what it remembers of the choices it offered."""

from __future__ import annotations

from dataclasses import replace

from domain.case.case import Actor, Role
from domain.case.decisions import Decision
from domain.language import detect
from domain.messages import ALBUM, Audience, Choice, Incoming, Kind, Lines, Name, Notice, Urgency, Words, to_chat
from handlers import recording, typed
from storage import outbox
from storage.database import Tx
from storage.people import Individual

#: the steps in which a typed number or name may mean one of the choices offered last; in the others words are awaited
_CHOOSING = {"", "consent", "where", "stars", "business", "appeal", "draft", "rewrite"}


#: set while the language is only the one the person's messenger is set to
GUESSED = "language-guessed"
_ENOUGH = 3


def hear(person: Individual, text: str) -> None:
    """The first real message says the person's language, unless they have chosen one."""
    if text.startswith("/") or (person.language and not person.conversation.get(GUESSED)):
        return
    says_much = len(text.split()) >= _ENOUGH or not text.isascii()
    if text.strip() and (says_much or not person.language):
        person.language = detect(text, person.language or "vi")
        person.conversation.pop(GUESSED, None)


def say(
    tx: Tx,
    person: Individual,
    words: Words | Lines,
    choices: tuple[tuple[Choice, ...], ...] = (),
    *,
    about: int = 0,
    keep_choices: bool = False,
) -> None:
    """A sentence of the bot to this person; the choices can also be typed, by number or by name."""
    to = to_chat(person.chat, person.language or "vi")
    notice = Notice(to, words, choices=choices, urgency=Urgency.PROMPT, about=about)
    outbox.post(tx, notice if person.id else _fleeting(notice))
    if not keep_choices:
        offer(person, choices)


def record(tx: Tx, person: Individual, decision: Decision) -> None:
    """Record what this person did; a guest, to whom nothing can be sent, is told here what would have been."""
    recording.record(tx, decision)
    if person.id:
        return
    for notice in decision.notices:
        if notice.to.audience is Audience.AUTHOR:
            outbox.post(tx, _fleeting(replace(notice, to=to_chat(person.chat, person.language or "vi"))))


def _fleeting(notice: Notice) -> Notice:
    """The same with nothing in it by which our own memory would join the chat to the case."""
    rows = tuple(tuple(replace(choice, data=_unnumbered(choice.data)) for choice in row) for row in notice.choices)
    return replace(notice, choices=rows, about=0, fleeting=True)


def _unnumbered(data: str) -> str:
    """A guest's button: it is about the case of the visit, whichever that is."""
    _, verb, _, *extra = data.split(":")
    return ":".join(["r", verb, *extra])


def offer(person: Individual, choices: tuple[tuple[Choice, ...], ...]) -> None:
    """Remember what a typed number will mean."""
    flat = [
        [choice.data if person.id else _unnumbered(choice.data), _label(choice)] for row in choices for choice in row
    ]
    if not flat:
        person.conversation.pop("choices", None)
        return
    person.conversation["choices"] = flat
    if person.conversation.get("step", "") not in _CHOOSING:  # another question took the place of the words awaited
        person.conversation.pop("step")


def _label(choice: Choice) -> str:
    """What people may type for the choice: the name it shows, a case's code, or the key of its words."""
    label = choice.label
    if isinstance(label, Words):
        return f"#{label.args['code']}" if "code" in label.args else label.key
    return label.key if isinstance(label, Name) else label


def chosen(person: Individual, incoming: Incoming) -> str:
    """The data of the choice a typed text names, or ""."""
    offered = person.conversation.get("choices") or []
    step = person.conversation.get("step", "")
    if not offered or incoming.uploads or incoming.reply_to or step not in _CHOOSING:
        return ""
    return typed.choice(incoming.text, [(data, label) for data, label in offered])


def toast(tx: Tx, incoming: Incoming, person: Individual, words: Words) -> None:
    """A fleeting answer to a tap."""
    to = to_chat(person.chat, person.language or "vi")
    outbox.post(tx, Notice(to, words, kind=Kind.TOAST, urgency=Urgency.TAP, tap_id=incoming.tap_id))


def actor(person: Individual) -> Actor:
    """The person as the journal names them."""
    return Actor(Role.BUSINESS, person.id, person.name)


def answered_now(person: Individual) -> None:
    """The words or the choice asked for about a case have come: nothing is awaited any more."""
    for key in ("step", "case", "choices"):
        person.conversation.pop(key, None)


def gathered(decision: Decision, album: str) -> Decision:
    """The messages a part of an album causes wait a moment for its other parts, and take only their files."""
    if not album:
        return decision
    notices = tuple(
        replace(each, slot=f"{ALBUM}{album}") if each.files and each.kind is Kind.SEND else each
        for each in decision.notices
    )
    return replace(decision, notices=notices)
