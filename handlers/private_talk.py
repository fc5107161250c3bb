"""How the bot speaks to one person in private, and what it remembers of the choices it offered."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from domain.buttons import Button, Side
from domain.case.case import Actor, Case, Role
from domain.case.decisions import Decision
from domain.foreign import foreign_language
from domain.language import LANGUAGES, detect
from domain.messages import Audience, Choice, Kind, Lines, Name, Notice, To, Urgency, Words, to_chat
from handlers import buttons, meanings, recording, typed
from handlers.memory import AWAITED, Conversation, Offered, Step
from handlers.turn import Private
from storage.outgoing import held, outbox
from storage.people import Individual

Rows = tuple[tuple[Choice, ...], ...]

#: how long, and how many messages back, a typed number may mean what was shown
NUMBERED_LIFE = timedelta(days=30)
MOST_LOOKED_THROUGH = 10
#: words or letters that have to be there before a text says a language
_ENOUGH = 3


def hear(who: Individual, talk: Conversation, text: str) -> bool:
    """The first real message says the person's language, unless they have chosen one; True when it is none of ours."""
    if text.startswith("/") or (who.language and not talk.language_guessed):
        return False
    if foreign_language(text):  # English is likelier to be read than Vietnamese
        who.language, talk.language_guessed = "en", False
        return True
    says_much = len(text.split()) >= _ENOUGH or not text.isascii()
    if text.strip() and (says_much or not who.language):
        who.language = detect(text, who.language or "vi")
        talk.language_guessed = False
    return False


def languages(turn: Private) -> tuple[Choice, ...]:
    """The buttons of the languages the person is not spoken to in."""
    now = turn.who.language or "vi"
    return tuple(
        Choice(Words(f"language-{each}"), Button(Side.PERSON, "lang", language=each).data)
        for each in LANGUAGES
        if each != now
    )


def address(who: Individual) -> To:
    """The person's chat, in their language."""
    return to_chat(who.chat, who.language or "vi")


def say(turn: Private, words: Words | Lines, choices: Rows = (), *, about: int = 0, keep_choices: bool = False) -> None:
    """A sentence of the bot to this person; the choices can also be typed, by number or by name."""
    notice = Notice(address(turn.who), words, choices=choices, urgency=Urgency.PROMPT, about=about)
    outbox.post(turn.tx, notice if turn.who.id else _fleeting(notice))
    if not keep_choices:
        offer(turn, choices)


def offer(turn: Private, choices: Rows) -> None:
    """Remember what a typed number will mean."""
    offered = typable(choices)
    if not turn.who.id:
        offered = [each._replace(data=buttons.for_guest(each.data)) for each in offered]
    remember_choices(turn.talk, offered)


def typable(choices: Rows) -> list[Offered]:
    """The buttons in their order, as they can be typed."""
    return [Offered(choice.data, _label(choice)) for row in choices for choice in row]


def remember_choices(talk: Conversation, offered: list[Offered]) -> None:
    """These are the choices now; words that were awaited no longer are, once another question took their place."""
    talk.choices = offered
    if offered and not AWAITED[talk.step].choices:
        talk.step = Step.NOTHING


def instant(turn: Private, case: Case) -> datetime:
    """When the journal says that a person did something to their case: of whoever hides, the half of the day."""
    return recording.instant(turn.tx, case, turn.province.terms)


def record(turn: Private, decision: Decision) -> None:
    """Record what this person did; a guest, to whom nothing can be sent, is told here what would have been."""
    recording.record(turn.tx, decision, _hold(turn, decision.case))
    if turn.who.id:
        return
    for notice in decision.notices:
        if notice.to.audience is Audience.AUTHOR:
            outbox.post(turn.tx, _fleeting(replace(notice, to=address(turn.who))))


def _hold(turn: Private, case: Case) -> recording.Hold | None:
    """Who wanted no minute of theirs to be known when they filed wants none to be known of what they add."""
    if turn.who.id or not case.in_batches:
        return None
    return recording.Hold(held.some_time(*turn.province.terms.last_hour(turn.tx.now)))


def _fleeting(notice: Notice) -> Notice:
    """The same with nothing in it by which our own memory would join the chat to the case."""
    rows = tuple(
        tuple(replace(choice, data=buttons.for_guest(choice.data)) for choice in row) for row in notice.choices
    )
    return replace(notice, choices=rows, about=0, fleeting=True)


def _label(choice: Choice) -> str:
    """What people may type for the choice: the name it shows, a case's code, or the key of its words."""
    label = choice.label
    if isinstance(label, Words):
        return f"#{label.args['code']}" if "code" in label.args else label.key
    return label.key if isinstance(label, Name) else label


def chosen(turn: Private) -> str:
    """The data of the choice a typed text names, or ""."""
    talk, incoming = turn.talk, turn.incoming
    if not talk.choices or incoming.uploads or incoming.reply_to or not AWAITED[talk.step].choices:
        return ""
    choices = (_shown_since(turn) if meanings.number(incoming.text) is not None else None) or talk.choices
    return typed.choice(incoming.text, [(data, label) for data, label in choices])


def _shown_since(turn: Private) -> list[Offered] | None:
    """The choices under the newest message that has any: an answer that came since the last question has numbers, too.

    None when nothing is kept of what was said (to a guest), or had choices.
    """
    since = turn.tx.now - NUMBERED_LIFE
    for _, notice in outbox.said(turn.tx, turn.incoming.chat, since, MOST_LOOKED_THROUGH):
        if notice.choices:
            return typable(notice.choices)
    return None


def toast(turn: Private, words: Words) -> None:
    """A fleeting answer to a tap."""
    notice = Notice(address(turn.who), words, kind=Kind.TOAST, urgency=Urgency.TAP, tap_id=turn.incoming.tap_id)
    outbox.post(turn.tx, notice)


def actor(who: Individual) -> Actor:
    """The person as the journal names them."""
    return Actor(Role.BUSINESS, who.id, who.name)
