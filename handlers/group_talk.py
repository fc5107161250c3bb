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


def say_under(turn: Turn[object], words: Words, *, about: int = 0) -> None:
    """An answer to somebody's message; a reply to it is about the case `about`."""
    to, message = to_chat(turn.incoming.chat), turn.incoming.message_id
    outbox.post(turn.tx, Notice(to, words, urgency=Urgency.PROMPT, reply_to=message, about=about))


def acknowledge(turn: Turn[object]) -> None:
    """A quiet sign on somebody's own message that it was done."""
    outbox.post(turn.tx, sign(turn, Words("reaction-done")))


def sign(turn: Turn[object], words: Words) -> Notice:
    """A quiet sign on somebody's own message; the words are read where a messenger shows some."""
    to, message = to_chat(turn.incoming.chat), turn.incoming.message_id
    return Notice(to, words, kind=Kind.REACT, urgency=Urgency.CARD, reply_to=message)


def toast(turn: Turn[object], words: Words) -> None:
    """A fleeting answer to a tap."""
    outbox.post(turn.tx, fleeting(to_chat(turn.incoming.chat), turn.incoming, words))


def fleeting(to: To, tap: Incoming, words: Words) -> Notice:
    """The answer that stands for a moment over the button tapped."""
    return Notice(to, words, kind=Kind.TOAST, urgency=Urgency.TAP, tap_id=tap.tap_id)


def refuse(turn: Turn[object], refusal: Refusal) -> None:
    """Say why not: on the tap itself where there was one, else as a reply in the group, to which may be replied."""
    if turn.incoming.tap_id:
        toast(turn, refusal.words)
    else:
        say_under(turn, refusal.words, about=refusal.case)
