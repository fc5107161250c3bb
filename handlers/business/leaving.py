"""Whoever filed nothing but anonymously leaves the page without a trace: the person, their firms, the whole chat."""

from __future__ import annotations

from domain.messages import Chat, Network
from handlers import memory
from handlers.business import unkept
from storage import accounts, cases, files, messages, page, people
from storage.database import Tx
from storage.outgoing import outbox
from storage.people import Individual


def begin(tx: Tx, person: Individual, talk: memory.Conversation) -> None:
    """From now on this chat of the page ends with the browser's tab, unless something of its own hangs on it."""
    is_alone = person.chat.network is Network.PAGE and len(accounts.of(tx, person.id)) == 1
    talk.leaving = is_alone and not cases.of_author(tx, person.id)


def is_leaving(tx: Tx, chat: Chat) -> bool:
    """True while the browser may keep this chat no longer than its tab."""
    person = people.find_by_chat(tx, chat)
    return person is not None and memory.of(person).leaving


def sweep(tx: Tx) -> int:
    """Every few minutes: forget those who are leaving, once nothing is shown, written or visited; how many."""
    gone = 0
    for person in people.with_leaving(tx):
        talk = memory.of(person)
        if talk.guest or talk.draft or talk.keeping or page.has_fleeting(tx, person.chat.id):
            continue
        forget(tx, person)
        gone += 1
    return gone


def forget(tx: Tx, person: Individual) -> bool:
    """Nothing of this person's chat on the page stays; True where the person is gone, too.

    Whoever has filed under their name stays known as the author of those cases, with an empty chat.
    """
    talk = memory.of(person)
    files.forget(tx, talk.all_files())
    forget_chat(tx, person.chat, person.user)
    if cases.of_author(tx, person.id):
        talk.forget()
        memory.keep(tx, person, talk)
        return False
    people.forget(tx, person)
    return True


def forget_chat(tx: Tx, chat: Chat, user: str) -> None:
    """Nothing stands in this chat of the page any more, and nothing opens it."""
    messages.forget_chat(tx, chat)
    unkept.forget_from(tx, chat, "")
    outbox.forget_all(tx, chat)
    page.forget_count(tx, chat.id)
    page.end_sessions(tx, user)
