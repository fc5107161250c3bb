"""The telephone numbers a business is told, as far as the catalogue has them."""

from __future__ import annotations

from domain.messages import Lines, Name, Value, Words
from domain.province.catalogue import TASK_GROUP, Catalogue


def lines(catalogue: Catalogue, department: str = "") -> tuple[Words, ...]:
    """A line for the department and one for the task group, none for a number that is not known."""
    keys = [key for key in dict.fromkeys((department, TASK_GROUP)) if catalogue.phone(key)]
    return tuple(Words("phone-of", {"who": _named(key), "phone": catalogue.phone(key)}) for key in keys)


def _named(key: str) -> Value:
    return Words(TASK_GROUP) if key == TASK_GROUP else Name("department", key)


def turned_away(catalogue: Catalogue) -> Words | Lines:
    """Where a denunciation belongs, and whom its author may call."""
    told, called = Words("denunciation"), lines(catalogue, catalogue.triage.denunciation)
    return Lines((told, Lines(called)), "\n\n") if called else told
