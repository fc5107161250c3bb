"""An officer's reply to a message of a case: what was asked for on the card, or held until a tap says what it is.

Nothing leaks by accident: a bare reply goes nowhere by itself.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from domain.buttons import Button, Side
from domain.case.case import Case
from domain.messages import Choice, Kind, Notice, Urgency, Words, to_chat
from domain.refusals import Refusal
from handlers import memory
from handlers.access import actor_of, case_for, leads, officer_of
from handlers.memory import GroupHeld, Intent
from handlers.officer.naming import case_replied_to
from handlers.officer.verbs import Held, Wish, act, carry_out, hold
from handlers.turn import InGroup
from storage import messages
from storage.messages import Known
from storage.outgoing import outbox
from storage.people import Individual

INTENT_LIFE = timedelta(minutes=30)
TOGETHER = timedelta(minutes=10)
MEANINGS = ("send", "answer", "note")


def take_reply(turn: InGroup) -> None:
    """A reply to a message of a case.

    Replies to colleagues are their talk; with privacy mode on the bot would not even see them.
    """
    known = messages.find(turn.tx, turn.incoming.chat, turn.incoming.reply_to)
    number = case_replied_to(turn)
    if not number or (known is not None and ("texts" in known.note or "with" in known.note)):
        return
    case = case_for(turn, number)
    person, actor = officer_of(turn)
    held = hold(turn, person, turn.incoming.text)
    if not held.text and not held.files:
        return
    wish = _intended(turn, person, case) if leads(turn, case) else Wish("contribute")
    if wish is None:
        _hold_back(turn, case, person, held)
        return
    intend(turn, person, None)
    act(turn, case, (person, actor), wish, held)


def intend(turn: InGroup, person: Individual, wish: Wish | None, case: int = 0) -> None:
    """Remember what this officer's next reply to a card means; None forgets it."""
    talk = memory.of(person)
    talk.intent = Intent(wish.verb, case, turn.tx.now, wish.extra) if wish else None
    memory.keep(turn.tx, person, talk)


def _intended(turn: InGroup, person: Individual, case: Case) -> Wish | None:
    intent = memory.of(person).intent
    if intent is None or intent.case != case.id or turn.tx.now - intent.since > INTENT_LIFE:
        return None
    return Wish(intent.verb, intent.extra)


def _hold_back(turn: InGroup, case: Case, person: Individual, held: Held) -> None:
    """One question for everything this officer replies to the case until it is answered."""
    tx, chat, message = turn.tx, turn.incoming.chat, turn.incoming.message_id
    talk = memory.of(person)
    first = talk.group_held
    known = messages.find(tx, chat, first.message) if first and (first.case, first.chat) == (case.id, chat.id) else None
    if known is not None and not known.note.get("done") and _still_together(turn, known):
        known.note["texts"][message] = held.text
        known.note["files"] = [*known.note["files"], *held.files]
        messages.remember(tx, chat, known)
        messages.remember(tx, chat, Known(message, case.id, "", {"with": known.message_id}))
        return
    note: dict[str, Any] = {"texts": {message: held.text}, "files": list(held.files)}
    note |= {"name": turn.incoming.sender.name, "person": person.id, "since": tx.now.isoformat()}
    messages.remember(tx, chat, Known(message, case.id, "", note))
    talk.group_held = GroupHeld(case.id, chat.id, message)
    memory.keep(tx, person, talk)
    _ask_what(turn, case)


def _still_together(turn: InGroup, known: Known) -> bool:
    """True while a further reply belongs to the question asked before; a later one would wait under it unseen."""
    return turn.tx.now - datetime.fromisoformat(known.note["since"]) <= TOGETHER


def _ask_what(turn: InGroup, case: Case) -> None:
    message = turn.incoming.message_id
    button = Button(Side.OFFICER, "held", case=case.id, message=message)
    rows = tuple((Choice(Words(f"button-held-{what}"), replace(button, held=what).data),) for what in MEANINGS)
    notice = Notice(
        to_chat(turn.incoming.chat),
        Words("held-question", {"code": case.code}),
        choices=rows,
        urgency=Urgency.PROMPT,
        about=case.id,
        slot=_slot(message),
        reply_to=message,
    )
    outbox.post(turn.tx, notice)


def _slot(message: str) -> str:
    return f"held:{message}"


def settle_held(turn: InGroup, case: Case, tap: Button) -> Words:
    """The tap that says what held words are; the first one counts, the second officer is told who it was.

    Whoever taps, the words stay their author's.
    """
    tx, chat, what = turn.tx, turn.incoming.chat, tap.held
    known = messages.find(tx, chat, tap.message)
    if known is None or known.case != case.id or "name" not in known.note:
        raise Refusal("refused-button")
    if known.note.get("done"):
        raise Refusal("refused-held-done", name=known.note.get("done_by", "?"))
    author = replace(actor_of(turn), person=known.note["person"], name=known.note["name"])
    text = "\n".join(filter(None, known.note["texts"].values()))
    carry_out(turn, case, author, Wish(what), Held(text, tuple(known.note["files"])))
    name = turn.incoming.sender.name
    known.note.update(done=what, done_by=name)
    messages.remember(tx, chat, known)
    done = Words(f"held-{what}", {"code": case.code, "name": name})
    place = _slot(tap.message)
    notice = Notice(to_chat(chat), done, kind=Kind.EDIT, urgency=Urgency.PROMPT, about=case.id, slot=place)
    outbox.post(tx, notice)
    return Words(f"toast-held-{what}", {"code": case.code})
