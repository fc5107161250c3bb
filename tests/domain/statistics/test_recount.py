"""Random histories: the figures equal a recount straight from the journals, and every period opens where one closed."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from statistics import median
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.case.decisions import Decision
from domain.deadline.calendars import working_time
from domain.statistics.courses import Bounds
from domain.statistics.periods import Span, around
from domain.statistics.recount import AGAIN, ALL, Read, recount
from tests.cast import NOW, filed, play, steps
from tests.counted import counted, journal, office

HISTORIES = st.lists(steps(most=20), min_size=1, max_size=8)
ZONE = office().timezone


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


def again(stories: list[list[Decision]], span: Bounds) -> Counter[str]:
    """The same numbers the slow and plain way."""
    return recount([journal(story) for story in stories], *span)[ALL]


@settings(max_examples=60, deadline=None)
@given(HISTORIES)
def test_the_figures_equal_a_recount_from_the_journals(histories: list[list[Any]]) -> None:
    stories = told(histories)
    for span in weeks(stories):
        figures, plainly = counted(stories, span), again(stories, span)
        assert {name: getattr(figures, name) for name in AGAIN} == {name: plainly[name] for name in AGAIN}


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
