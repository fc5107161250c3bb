"""How the bot answers in the chat something came from."""

from __future__ import annotations

from domain.messages import Choice, Incoming, Kind, Lines, Notice, To, Urgency, Words, to_chat
from domain.refusals import Refusal
from handlers.turn import Turn
from storage.outgoing import outbox


def say(
    turn: Turn[object], words: Words | Lines, choices: tuple[tuple[Choice, ...], ...] = (), *, about: int = 0
) -> None:
    """An answer in this chat."""
    to = to_chat(turn.incoming.chat)
    outbox.post(turn.tx, Notice(to, words, choices=choices, urgency=Urgency.PROMPT, about=about))


def acknowledge(turn: Turn[object]) -> None:
    """A quiet sign on somebody's own message that it was done."""
    message = turn.incoming.message_id
    to = to_chat(turn.incoming.chat)
    outbox.post(turn.tx, Notice(to, Words("reaction-done"), kind=Kind.REACT, urgency=Urgency.CARD, reply_to=message))


def toast(turn: Turn[object], words: Words) -> None:
    """A fleeting answer to a tap."""
    outbox.post(turn.tx, fleeting(to_chat(turn.incoming.chat), turn.incoming, words))


def fleeting(to: To, tap: Incoming, words: Words) -> Notice:
    """The answer that stands for a moment over the button tapped."""
    return Notice(to, words, kind=Kind.TOAST, urgency=Urgency.TAP, tap_id=tap.tap_id)


def refuse(turn: Turn[object], refusal: Refusal) -> None:
    """Say why not: on the tap itself where there was one, else as a reply in the group."""
    if turn.incoming.tap_id:
        toast(turn, refusal.words)
        return
    to, message = to_chat(turn.incoming.chat), turn.incoming.message_id
    outbox.post(turn.tx, Notice(to, refusal.words, urgency=Urgency.PROMPT, reply_to=message))
