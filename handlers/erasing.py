"""What people wrote and who they are, erased from a case; that it was, by whom and by which rule, is told for ever."""

from __future__ import annotations

from collections.abc import Collection

from domain.case.apart import Part
from domain.case.case import Actor, Case, Move
from domain.case.dates import Terms
from domain.case.decisions import decide
from domain.case.history import replay
from domain.case.transitions import write
from handlers import recording
from storage import cases
from storage.database import Tx
from storage.journal import erasing


def erase(tx: Tx, case: Case, parts: Collection[Part], actor: Actor, rule: str, terms: Terms | None = None) -> Case:
    """Erase who filed a case (IDENTITY), or also every word of it (WORDS), from journal, row, search and cards.

    `rule` is a short key such as "retention" or "request", told in the journal with the actor's role; `terms` say of
    whoever hides in which half of the day it was, which without them is told by the day. Returns the case
    as it is then; where nothing was left to erase, unchanged and without an entry. Files, messages, published answers
    and what else names the case are their own tables' matter.
    """
    gone = erasing.erase(tx, case.id, parts)
    if not gone:
        return case
    left = replay([entry for entry, _ in cases.journal(tx, case.id)])
    now = recording.instant(tx, case, terms)
    entry = write(left, actor, Move.ERASED, now, rule=rule, kinds=sorted(gone))
    return recording.record(tx, decide(left, entry))
