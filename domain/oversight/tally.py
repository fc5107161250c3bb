"""Directives as a report tells them: who was to do what by when, where each stood at the period's end, and how many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from domain.case.case import Role
from domain.oversight.directives import ITSELF, Directive, Standing, is_late


@dataclass(frozen=True, slots=True)
class Told:
    """A directive in a report: `text` names no business, `was_given` in the period; "" stands for the task group."""

    code: str
    about: str
    department: str
    text: str
    by_leadership: bool
    given_at: datetime
    due: datetime
    standing: Standing
    is_late: bool
    was_given: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were given in the period, done, done after their day, and at its end still open, of these overdue."""

    given: int = 0
    done: int = 0
    done_late: int = 0
    open: int = 0
    overdue: int = 0


def told(directive: Directive, text: str, start: datetime, end: datetime) -> Told | None:
    """A directive that was given, as it stood at the end of a period; None for a draft."""
    if directive.given_at is None or directive.due is None:
        return None
    return Told(
        directive.code,
        directive.about,
        "" if directive.department == ITSELF else directive.department,
        text,
        directive.by.role is Role.LEADERSHIP,
        directive.given_at,
        directive.due,
        directive.standing,
        is_late(directive, end),
        start <= directive.given_at,
    )


def counted(directives: Iterable[Told]) -> dict[str, Counts]:
    """By department, in the order of their keys."""
    found: dict[str, list[Told]] = {}
    for each in directives:
        found.setdefault(each.department, []).append(each)
    return {key: total(found[key]) for key in sorted(found)}


def total(those: Iterable[Told]) -> Counts:
    """Of all of them."""
    those = list(those)
    done = [each for each in those if each.standing is Standing.DONE]
    going_on = [each for each in those if is_going_on(each)]
    return Counts(
        sum(each.was_given for each in those),
        len(done),
        sum(each.is_late for each in done),
        len(going_on),
        sum(each.is_late for each in going_on),
    )


def is_going_on(each: Told) -> bool:
    """True for what was neither done nor cancelled at the period's end."""
    return each.standing in {Standing.GIVEN, Standing.REPORTED}
