"""Words that are not to be kept: where a chat is shown by us, and where it waits to be sent, nothing of them stays."""

from __future__ import annotations

from dataclasses import replace

from domain.messages import Chat, Kind, Network, Notice, Urgency, Words, to_chat
from storage import messages, page
from storage.database import Tx
from storage.outgoing import outbox

#: the place of what shows a private code in its author's chat
CODE = "code"


def forget_from(tx: Tx, chat: Chat, first: str) -> None:
    """What was written in a chat from this message on, and what the bot said of it, leaves every table ("": all).

    What belongs to a case that was filed before stays.
    """
    outbox.forget(tx, chat)
    messages.forget_taps(tx, chat)
    tx.erases = True
    if chat.network is Network.PAGE and (not first or (first.isdecimal() and int(first))):
        page.forget(tx, chat.id, int(first or 0))


def forget_one(tx: Tx, chat: Chat, message: str) -> None:
    """This one message leaves the page; what stands around it is about other things."""
    tx.erases = True
    if chat.network is Network.PAGE and message.isdecimal():
        page.forget_one(tx, chat.id, int(message))


def forget_fleeting(tx: Tx, chat: Chat) -> None:
    """The private code has been kept elsewhere: what shows it leaves at once, also from a messenger that lets us."""
    tx.erases = True
    if chat.network is Network.PAGE:
        page.forget_fleeting(tx, chat.id)
    else:
        outbox.post(tx, _removing(chat, slot=CODE))


def remove(tx: Tx, chat: Chat, message: str) -> None:
    """What somebody wrote, which shows a private code, leaves a messenger that lets us; the page has its own ways."""
    if message and chat.network is not Network.PAGE:
        outbox.post(tx, _removing(chat, message=message))


def stays(tx: Tx, chat: Chat) -> None:
    """The private code is perhaps nowhere else: what shows it is left there, and its place forgotten."""
    messages.forget_slot(tx, chat, CODE)


def _removing(chat: Chat, message: str = "", slot: str = "") -> Notice:
    notice = Notice(to_chat(chat), Words("nothing"), kind=Kind.REMOVE, reply_to=message, slot=slot)
    return replace(notice, urgency=Urgency.CARD, fleeting=True)
