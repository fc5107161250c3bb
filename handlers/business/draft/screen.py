"""The one message about a filing in the making: a tap on it changes it in place, typed words are answered beneath."""

from __future__ import annotations

from domain.case.draft import SUMMARY
from domain.messages import Kind, Lines, Notice, Urgency, Words
from handlers.private_talk import Rows, address, offer
from handlers.turn import Private
from storage import messages
from storage.outgoing import outbox


def is_tapped(turn: Private) -> bool:
    """True for a tap on the message itself: who presses a button looks where it stands, who types looks beneath."""
    incoming = turn.incoming
    return bool(incoming.tap_id) and messages.in_slot(turn.tx, incoming.chat, SUMMARY) == incoming.message_id


def show(turn: Private, words: Words, choices: Rows) -> None:
    """A question about the draft."""
    kind = Kind.EDIT if is_tapped(turn) else Kind.SEND
    notice = Notice(address(turn.who), words, choices=choices, kind=kind, urgency=Urgency.PROMPT, slot=SUMMARY)
    outbox.post(turn.tx, notice)
    offer(turn, choices)


def close(turn: Private, words: Words | Lines) -> None:
    """The draft was sent or dropped: its message says so, and has nothing more to press."""
    if messages.in_slot(turn.tx, turn.who.chat, SUMMARY):
        # no more urgent than a card: where nothing can be changed, what is said beneath is enough
        closed = Notice(address(turn.who), words, kind=Kind.EDIT, urgency=Urgency.CARD, slot=SUMMARY)
        outbox.post(turn.tx, closed)
