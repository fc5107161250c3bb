"""The calendar or a promise of the catalogue has changed: open cases counted anew; closed ones keep their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from domain.case import reminders
from domain.case.case import Actor, Case, is_open
from domain.deadline.promises import Promise, Term
from handlers import recording
from handlers.province import Province
from storage import cases
from storage.database import Store, Tx


@dataclass(frozen=True, slots=True)
class Change:
    """One open case whose deadline is another by the present catalogue (UTC)."""

    case: int
    code: str
    department: str
    before: datetime | None
    after: datetime
    calendar_before: str
    calendar_after: str
    promise_before: Promise
    promise_after: Promise


def changes(store: Store, province: Province) -> Iterator[Change]:
    """Every open case whose deadline, warnings, promise or calendar are no longer what the catalogue gives."""
    last = 0
    while found := store.call(lambda tx, after=last: cases.open_after(tx, after)):  # type: ignore[misc]
        now = store.call(lambda tx: tx.now)
        for case in found:
            if case.imported and not case.imported.timed:
                continue  # our clock does not look at it
            term = province.terms.recomputed(case, now)
            if _differs(case, term):
                yield _change(case, term)
        last = found[-1].id


def apply(store: Store, province: Province, change: Change, actor: Actor, reason: str) -> bool:
    """Write a change into its case's journal and tell those whom it concerns; False when the case has moved on."""

    def work(tx: Tx) -> bool:
        case = cases.load(tx, change.case)
        if case is None or not is_open(case):
            return False
        term = province.terms.recomputed(case, tx.now)
        if not _differs(case, term):
            return False
        recording.record(tx, reminders.recompute(case, actor, tx.now, term, reason))
        return True

    return store.call(work)


def _differs(case: Case, term: Term) -> bool:
    """True also where only the hours of warnings change."""
    counted = term.due, term.promise, term.agenda, term.why.get("calendar", "")
    return counted != (case.deadline, case.promise, case.agenda, case.why.get("calendar", ""))


def _change(case: Case, term: Term) -> Change:
    versions = case.why.get("calendar", ""), term.why.get("calendar", "")
    promises = case.promise, term.promise or case.promise
    return Change(case.id, case.code, case.department, case.deadline, term.due, *versions, *promises)
