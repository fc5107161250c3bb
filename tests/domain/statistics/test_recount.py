"""Random histories: the figures equal a recount straight from the journals, and every period opens where one closed."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.case.case import Entry
from domain.case.decisions import Decision
from domain.deadline.calendars import working_time
from domain.statistics.courses import Bounds
from domain.statistics.periods import Span, around
from tests.cast import NOW, filed, play, steps
from tests.counted import counted, journal, office

HISTORIES = st.lists(steps(most=20), min_size=1, max_size=8)
ZONE = office().timezone

#: what each move makes of whether government owes something: True, False, or None for no change
OWED = {
    "filed": True,
    "assigned": True,
    "reopened": True,
    "answered": False,
    "declined": False,
    "withdrawn": False,
    "transferred": True,
}
COUNTED = {"transferred": "transfers", "extended": "extensions", "reopened": "reopened"}
KEPT = (
    *("carried_over", "received", "returned", "to_handle", "handled", "carried_forward"),
    *("answered", "on_time", "extended", "late", "solved", "partly", "not_solved", "not_confirmed", "withdrawn"),
    *("transfers", "extensions", "reopened", "overdue_now"),
)


def told(histories: list[list[Any]]) -> list[list[Decision]]:
    return [play(filed(number), tries) for number, tries in enumerate(histories, 1)]


def weeks(stories: list[list[Decision]]) -> list[Bounds]:
    """Every week from the first filing until the last entry."""
    last = max(entry.at for story in stories for entry in journal(story))
    found: list[Bounds] = []
    week = around(Span.WEEK, NOW.astimezone(ZONE).date())
    while not found or found[-1][1] <= last:
        found.append(week.bounds(ZONE))
        week = week.after()
    return found


class Read:
    """One journal read by other code than the program's: raw moves and raw facts, no case."""

    def __init__(self, entries: list[Entry], until: datetime) -> None:
        self.owed: list[tuple[datetime, bool]] = []
        self.due: datetime | None = None
        self.answer: datetime | None = None
        self.ended: datetime | None = None
        self.reopened: datetime | None = None
        self.asked: datetime | None = None
        self.days, self.outcome = 0, ""
        for entry in entries:
            if entry.at < until:
                self.read(entry)

    def read(self, entry: Entry) -> None:
        move, facts = str(entry.move), entry.facts
        if move in OWED:
            self.owed.append((entry.at, OWED[move]))
        if "deadline" in facts:
            self.due = datetime.fromisoformat(facts["deadline"])
        if move in {"replied", "resumed", "answered", "declined", "withdrawn", "assigned", "transferred"}:
            self.asked = None
        if move == "asked" and self.asked is None:
            self.asked = entry.at
        if move in {"answered", "declined"}:
            self.answer = entry.at
        if move in {"reopened", "assigned"}:
            self.answer = None
        if move == "reopened":
            self.reopened, self.ended, self.days = entry.at, None, 0
        self.days += facts["days"] if move == "extended" else 0
        if move in {"confirmed", "withdrawn"}:
            self.ended, self.outcome = entry.at, facts.get("outcome", "withdrawn")

    def is_owed(self, instant: datetime) -> bool:
        return next((owed for at, owed in reversed(self.owed) if at < instant), False)


def recount(stories: list[list[Decision]], span: Bounds) -> Counter[str]:
    """The same numbers again, the slow and plain way."""
    start, end = span
    totals: Counter[str] = Counter()
    for story in stories:
        entries = [entry for entry in journal(story) if entry.at < end]
        if not entries:
            continue
        it, filed_at = Read(entries, end), entries[0].at
        before, after = it.is_owed(start), it.is_owed(end)
        ever = before or any(owed and start <= at for at, owed in it.owed)
        totals["carried_over"] += before
        totals["received"] += start <= filed_at
        totals["returned"] += ever and not before and filed_at < start
        totals["to_handle"] += ever
        totals["handled"] += ever and not after
        totals["carried_forward"] += after
        totals["not_solved"] += it.reopened is not None and start <= it.reopened
        totals["overdue_now"] += after and it.due is not None and (it.asked or end) > it.due
        if it.answer is not None and start <= it.answer:
            totals["answered"] += 1
            late = it.due is not None and it.answer > it.due
            totals["late" if late else "extended" if it.days else "on_time"] += 1
        if it.ended is not None and start <= it.ended:
            totals[it.outcome.replace("-", "_")] += 1
        totals.update(COUNTED[str(each.move)] for each in entries if str(each.move) in COUNTED and each.at >= start)
    return totals


@settings(max_examples=60, deadline=None)
@given(HISTORIES)
def test_the_figures_equal_a_recount_from_the_journals(histories: list[list[Any]]) -> None:
    stories = told(histories)
    for span in weeks(stories):
        figures, again = counted(stories, span), recount(stories, span)
        assert {name: getattr(figures, name) for name in KEPT} == {name: again[name] for name in KEPT}


@settings(max_examples=60, deadline=None)
@given(HISTORIES)
def test_every_period_balances_and_the_next_opens_with_what_it_closed(histories: list[list[Any]]) -> None:
    stories, closed = told(histories), 0
    for span in weeks(stories):
        it = counted(stories, span)
        assert it.carried_over == closed
        assert it.carried_over + it.received + it.returned == it.to_handle == it.handled + it.carried_forward
        assert it.answered == it.on_time + it.extended + it.late
        ages = (it.age_to_3, it.age_to_7, it.age_to_15, it.age_to_30, it.age_over_30)
        assert sum(ages) == it.carried_forward
        closed = it.carried_forward


@settings(max_examples=20, deadline=None)
@given(HISTORIES)
def test_the_time_to_an_answer_is_the_middle_of_the_working_hours(histories: list[list[Any]]) -> None:
    stories = told(histories)
    span = (NOW - timedelta(days=1), max(each.at for story in stories for each in journal(story)) + timedelta(days=1))
    hours = [
        working_time(office(), story[0].entries[0].at, at) / timedelta(hours=1)
        for story in stories
        if (at := Read(journal(story), span[1]).answer) is not None
    ]
    assert counted(stories, span).median_resolution_hours == (median(hours) if hours else None)
