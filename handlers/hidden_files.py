"""Files of whoever hides their identity: who gets them whole, who gets cleaned copies, what is withheld."""

from __future__ import annotations

from collections.abc import Iterable

from domain.case.case import Case, Tier
from domain.file_types import may_be_cleaned
from domain.messages import TASK_GROUP, Chat, Notice, Words, to_author
from storage import cases, chats, files, people
from storage.database import Tx
from storage.files import Stored
from storage.outgoing import outbox


def copies_only(tx: Tx, chat: Chat, about: int, attached: Iterable[Stored]) -> frozenset[int]:
    """The ids of those files of a message about a case which this chat gets as cleaned copies only.

    They are a hidden author's; the task group and the author have them whole, and nobody else. What an officer
    attached is the government's own.
    """
    # only looked at: a lock taken inside a round of delivery could wait for a handler that waits for the outbox
    case = cases.look(tx, about) if about else None
    if _has_originals(tx, chat, case):
        return frozenset()
    return frozenset(each.id for each in attached if _is_secret(tx, case, each))


def _has_originals(tx: Tx, chat: Chat, case: Case | None) -> bool:
    author = people.by_id(tx, case.author) if case else None
    own = [author.chat] if author else []
    inside = [each for each, _ in chats.resolve(tx, TASK_GROUP)]
    return any((each.network, each.id) == (chat.network, chat.id) for each in (*inside, *own))


def _is_secret(tx: Tx, case: Case | None, file: Stored) -> bool:
    """A file travels with its author's case, and may travel with another: then whoever hides anywhere stays hidden."""
    if not file.person:  # sent anonymously: it was cleaned before it was kept
        return False
    if case is not None and case.author in {file.person, 0}:  # 0: its author was erased, and nobody can say whose it is
        return case.tier is not Tier.OPEN
    return any(each.tier is not Tier.OPEN for each in cases.of_author(tx, file.person))


def may_be_copied(tx: Tx, file: int) -> bool:
    """Whether a file is of a type that can be made anew, by what its sender says it is."""
    stored = files.get(tx, file)
    return stored is not None and may_be_cleaned(stored.kind, stored.name)


def keep_copy(tx: Tx, copy: Stored, about: int) -> Stored:
    """Keep what became of cleaning a file, once; one that had to be withheld goes to the task group, whole."""
    tx.lock(f"cleaned-{copy.cleaned_of}")
    if earlier := files.cleaned(tx, copy.cleaned_of):
        return earlier
    case = cases.look(tx, about)
    if copy.state == "withheld" and case is not None:
        words = Words("files-withheld-here", {"code": case.code})
        outbox.post(tx, Notice(TASK_GROUP, words, about=case.id, files=(copy.cleaned_of,)))
        _tell_author(tx, case, copy.cleaned_of)
    return files.keep_cleaned(tx, copy)


def _tell_author(tx: Tx, case: Case, file: int) -> None:
    """That their department does not get a file, where nothing said so before they sent it."""
    sent = files.get(tx, file)
    if sent is None or not case.author or sent.person != case.author or not may_be_copied(tx, file):
        return
    words = Words("file-withheld-late", {"code": case.code, "name": sent.name or files.shown_name(sent)})
    outbox.post(tx, Notice(to_author(case.author), words, about=case.id))
