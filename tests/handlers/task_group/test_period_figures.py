"""A period's report from the journals in the database, on both kinds of server."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, delete

from domain.case import moves
from domain.case.case import Outcome, Tier
from domain.case.decisions import Decision
from domain.statistics.counting import Dimension
from domain.statistics.periods import read
from domain.statistics.reports import Delay
from handlers import recording
from handlers.province import Province
from handlers.task_group import period_figures
from storage.database import Store
from storage.tables import JournalRow
from tests.cast import CONSTRUCTION, DEADLINE, FINANCE, LAN, MINH, NOW, filed, said, term

WEEK = read("2026-W11")  # the week of NOW, a Monday
LATER = datetime(2026, 6, 1, tzinfo=UTC)


def record(store: Store, *story: Decision) -> None:
    for decision in story:
        store.call(lambda tx, decision=decision: recording.record(tx, decision))  # type: ignore[misc]


def test_a_report_has_its_figures_those_before_and_the_cases_behind_them(store: Store, province: Province) -> None:
    record(store, filed(1), moves.answer(filed(1).case, MINH, NOW + timedelta(days=1), said()))
    record(store, filed(2, department=FINANCE, term=term(NOW + timedelta(days=2))))
    report = period_figures.report(store.call, province, WEEK, LATER)
    assert (report.figures.received, report.figures.answered, report.figures.overdue_now) == (2, 1, 1)
    assert report.before.received == 0
    assert report.year_ago is None
    assert {key: each and each.received for key, each in report.groups[Dimension.DEPARTMENT].items()} == {
        CONSTRUCTION: 1,
        FINANCE: 1,
    }
    assert [each.code for each in report.cases] == ["LS26-00001", "LS26-00002"]
    (late,) = report.overdue
    assert (late.code, late.days_late, late.delay) == ("LS26-00002", 2, Delay.NOT_ACCEPTED)
    assert [period.key for period, _ in report.trend][-2:] == ["2026-W10", "2026-W11"]


def test_a_report_of_a_past_period_never_changes_though_its_cases_go_on(store: Store, province: Province) -> None:
    record(store, filed(1))
    before = period_figures.report(store.call, province, WEEK, LATER)
    done = moves.answer(filed(1).case, MINH, NOW + timedelta(days=20), said(now=NOW + timedelta(days=20)))
    record(store, done, moves.confirm(done.case, LAN, NOW + timedelta(days=21), Outcome.SOLVED, LATER))
    assert period_figures.report(store.call, province, WEEK, LATER) == before


def test_a_period_that_is_not_over_is_told_up_to_now(store: Store, province: Province) -> None:
    record(store, filed(1, term=term(DEADLINE)))
    report = period_figures.report(store.call, province, WEEK, NOW + timedelta(hours=1))
    assert report.bounds[1] == NOW + timedelta(hours=1)
    assert (report.figures.received, report.figures.overdue_now) == (1, 0)


def test_a_small_group_with_somebody_hidden_in_it_is_withheld_and_so_is_what_would_give_it_away(
    store: Store, province: Province
) -> None:
    topics = ["dau-thau", *["giay-phep-xay-dung"] * 6, *["chu-truong-dau-tu"] * 7]
    for number, topic in enumerate(topics, 1):
        record(store, filed(number, topic=topic, tier=Tier.HIDDEN if number == 1 else Tier.OPEN))
    groups = period_figures.report(store.call, province, WEEK, LATER).groups
    told = {key: each and each.received for key, each in groups[Dimension.TOPIC].items()}
    assert told == {"dau-thau": None, "giay-phep-xay-dung": None, "chu-truong-dau-tu": 7}
    assert {each and each.received for each in groups[Dimension.DEPARTMENT].values()} == {14}


def test_small_groups_of_those_who_name_themselves_are_told(store: Store, province: Province) -> None:
    record(store, filed(1))
    groups = period_figures.report(store.call, province, WEEK, LATER).groups
    assert None not in groups[Dimension.TOPIC].values()


def test_a_case_without_its_journal_is_an_error_and_never_a_zero(store: Store, province: Province) -> None:
    record(store, filed(1))
    store.call(lambda tx: tx.run(delete(JournalRow).where(col(JournalRow.case_id) == 1)))
    with pytest.raises(LookupError, match=r"\[1\]"):
        period_figures.report(store.call, province, WEEK, LATER)
