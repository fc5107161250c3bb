"""The way to the board: a link for whoever asks in a bound chat, told in private where the bot may write there."""

from __future__ import annotations

from domain.language import fold
from domain.messages import Chat, Notice, To, Urgency, Value, Words, to_chat
from domain.refusals import Refusal
from handlers.group_talk import say
from handlers.turn import InGroup
from storage import board, people
from storage.outgoing import outbox

_END = {"tat", "off"}


def invite(turn: InGroup, words: str) -> None:
    """`/bang`: a link to the board; `/bang tat`: every session given out in this chat ends."""
    if fold(words) in _END:
        say(turn, Words("board-ended", {"count": board.end_all(turn.tx, turn.incoming.chat)}))
        return
    sender = turn.incoming.sender
    secret = board.offer(turn.tx, turn.incoming.chat, sender.name)
    if secret is None:
        raise Refusal("refused-not-bound")
    facts: dict[str, Value] = {"name": sender.name or Words("role-officer"), "until": turn.tx.now + board.LINK_LIFE}
    link = Words("board-link", {**facts, "address": f"{turn.province.address}/board/in/{secret}"})
    to = _private(turn)
    # fleeting: whoever reads our memory later finds no link that may still be good
    outbox.post(turn.tx, Notice(to or to_chat(turn.incoming.chat), link, urgency=Urgency.PROMPT, fleeting=True))
    if to:
        say(turn, Words("board-sent", {"name": facts["name"]}))


def _private(turn: InGroup) -> To | None:
    """The sender's own chat with the bot; None where there is none, or this is it."""
    here: Chat = turn.incoming.chat
    person = people.find(turn.tx, here.network, turn.incoming.sender.id)
    if person is None or person.blocked_at or not person.chat.id or person.chat.id == here.id:
        return None
    return to_chat(person.chat, person.language or "vi")
