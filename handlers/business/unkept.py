"""Words that are not to be kept: where a chat is shown by us, and where it waits to be sent, nothing of them stays."""

from __future__ import annotations

from domain.messages import Chat, Network
from storage import messages, page
from storage.database import Tx
from storage.outgoing import outbox


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
    """The private code has been kept elsewhere: what shows it on the page leaves at once, not within the hour."""
    tx.erases = True
    if chat.network is Network.PAGE:
        page.forget_fleeting(tx, chat.id)
