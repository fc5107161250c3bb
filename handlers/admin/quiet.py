"""Departments that have done nothing while cases wait for their first word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.province import Province
from storage import bindings
from storage.database import Tx
from storage.oversight.waiting import untouched


@dataclass(frozen=True, slots=True)
class Quiet:
    """How many cases wait for the first word of a department, and since when the oldest does."""

    department: str
    cases: int
    oldest: datetime


def departments(tx: Tx, province: Province, since: datetime) -> list[Quiet]:
    """Those that nobody has acted for since then, in none of their chats, while cases from before wait."""
    busy = {each.department for each in bindings.every_one(tx) if each.used_at and each.used_at >= since}
    takes = {each.key for each in province.catalogue.departments if each.takes_cases}
    return [Quiet(*each) for each in untouched(tx, since) if each[0] in takes and each[0] not in busy]
