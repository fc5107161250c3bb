"""The right name in every case of somebody that still says who filed it."""

from __future__ import annotations

from collections.abc import Iterable

from domain.case import renaming
from domain.case.case import Actor, Role
from domain.case.dates import Terms
from handlers import recording
from storage import cases
from storage.database import Tx


def rename(tx: Tx, terms: Terms, numbers: Iterable[int], **right: str) -> None:
    """Write the right names into these cases; their departments' cards show them where they may.

    The journal has it from whoever filed: they said so, and what they are called is erased with them.
    """
    for number in numbers:
        case = cases.load(tx, number)
        if case is None:
            continue
        by = Actor(Role.BUSINESS, case.author, case.author_name)
        if decision := renaming.rename(case, by, recording.instant(tx, case, terms), **right):
            recording.record(tx, decision)
