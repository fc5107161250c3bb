"""The door every input comes in by: seen before? who is it? which use case? — and where refusals become words."""

from __future__ import annotations

from dataclasses import replace

from domain.messages import Incoming, Kind, Notice, Urgency, to_chat
from domain.refusals import Refusal
from handlers.admin import chats as admin
from handlers.business import dispatch
from handlers.officer import cards, words
from handlers.province import Province
from storage import chats, outbox
from storage.database import Tx
from storage.seen import first_time

NUL = "\0"


def receive(tx: Tx, province: Province, incoming: Incoming) -> bool:
    """Take one input in, with all its effects, exactly once; False when it was taken in before."""
    tx.lock(f"chat:{incoming.chat.network}:{incoming.chat.id}")
    if not first_time(tx, incoming.chat.network, incoming.id):
        return False
    if NUL in incoming.text + incoming.sender.name:  # PostgreSQL keeps no NUL in a text
        sender = replace(incoming.sender, name=incoming.sender.name.replace(NUL, ""))
        incoming = replace(incoming, text=incoming.text.replace(NUL, ""), sender=sender)
    if incoming.event is not None:
        admin.chat_event(tx, incoming)
    elif incoming.private:
        dispatch.handle(tx, province, incoming)
    else:
        _in_group(tx, province, incoming)
    return True


def _in_group(tx: Tx, province: Province, incoming: Incoming) -> None:
    try:
        bound = chats.bound(tx, incoming.chat)
        if admin.is_bind_command(incoming.text):
            admin.bind(tx, incoming)
        elif bound is not None:
            cards.handle(tx, province, incoming, bound)
        else:
            words.in_unbound_group(incoming)
    except Refusal as refusal:
        _refuse(tx, incoming, refusal)


def _refuse(tx: Tx, incoming: Incoming, refusal: Refusal) -> None:
    """Say why not: on the tap itself where there was one, else as a reply in the group."""
    to = to_chat(incoming.chat)
    if incoming.tap_id:
        outbox.post(tx, Notice(to, refusal.words, kind=Kind.TOAST, urgency=Urgency.TAP, tap_id=incoming.tap_id))
    else:
        outbox.post(tx, Notice(to, refusal.words, urgency=Urgency.PROMPT, reply_to=incoming.message_id))
