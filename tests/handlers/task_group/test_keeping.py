"""What is kept of a period is what its journals tell, to the last digit; whatever differs is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlmodel import col, update

from bot.province import read_examples
from bot.settings import ROOT
from domain.statistics.counting import version_of
from domain.statistics.periods import Span, around, read
from handlers.admin import made_up
from handlers.province import Province
from handlers.task_group import keeping, period_figures
from handlers.task_group.period_figures import Part
from storage.database import Store, Tx
from storage.knowledge import kept_figures
from storage.tables import KeptFigures

UNTIL = datetime.fromisoformat("2026-11-23T00:00:00+07:00")
NOW = UNTIL + timedelta(hours=7)


def history(store: Store, province: Province, seed: int, number: int = 40) -> None:
    """A made-up one of some months, up to the end of 2026-W47."""

    def tell(tx: Tx) -> None:
        people = made_up.authors(tx, seed, 12)
        planned = made_up.plan(province, seed, read_examples(ROOT / "catalogue" / "lang-son"), people, (number, UNTIL))
        for each in planned:
            made_up.tell(tx, province, replace(each, at=max(each.at, UNTIL - (UNTIL - each.at) / 6)))

    store.call(tell)


def keep_all(store: Store, province: Province) -> list[Part]:
    wanted = store.call(lambda tx: keeping.missing(tx, province, NOW))
    keeping.keep(store.read, province, wanted, store.call)
    return wanted


@pytest.mark.parametrize("seed", range(1, 12))
def test_what_is_kept_is_what_the_journals_tell_to_the_last_digit(store: Store, province: Province, seed: int) -> None:
    history(store, province, seed)
    parts = keep_all(store, province)
    assert {part[0].span for part in parts} >= {Span.WEEK, Span.MONTH}
    for part, anew in zip(parts, period_figures.count(store.read, province, parts), strict=True):
        for department, told in anew.items():
            kept = store.call(lambda tx, part=part, key=department: find(tx, province, part, key))  # type: ignore[misc]
            assert kept == replace(told, handled=(), late=(), beyond=())
    assert keeping.differences(store.read, province, parts) == []


def find(tx: Tx, province: Province, part: Part, department: str = "") -> object:
    version = version_of(province.catalogue, province.calendar)
    return kept_figures.find(tx, version, part[0].key, part[1][1], department)


def test_a_report_is_the_same_before_and_after_its_figures_are_kept(store: Store, province: Province) -> None:
    history(store, province, 3)
    before = period_figures.report(store.call, province, read("2026-W47"), NOW)
    keep_all(store, province)
    assert period_figures.report(store.call, province, read("2026-W47"), NOW) == before


def test_what_stands_in_its_row_is_listed_as_its_journal_tells(
    store: Store, province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    history(store, province, 4)
    for key in ("2026-W44", "2026-W47", "2026-10", "2026"):
        found = period_figures.report(store.read, province, read(key), NOW)
        told = list(found.cases)
        with monkeypatch.context() as patched:
            patched.setattr("storage.outlines.unmoved", lambda *_: {})
            assert list(found.cases) == told
        assert [each for each in told if each.days_late] == sorted(found.overdue, key=lambda each: each.code)


def test_a_number_that_was_changed_is_found_and_the_administrator_is_told(store: Store, province: Province) -> None:
    history(store, province, 5)
    keep_all(store, province)
    wrong = update(KeptFigures).where(col(KeptFigures.period) == "2026-W47", col(KeptFigures.department) == "")
    store.call(lambda tx: tx.run(wrong.values(figures={"received": 999})))
    every = store.call(lambda tx: keeping.compared(tx, province, NOW, every=True))
    found = keeping.differences(store.read, province, every)
    assert any(line.startswith("2026-W47 received: 999 kept, ") for line in found)
    newest = store.call(lambda tx: keeping.compared(tx, province, NOW))
    assert "2026-W47" in {part[0].key for part in newest}


def test_what_was_counted_by_other_rules_is_counted_anew(
    store: Store, province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    history(store, province, 6, 10)
    parts = keep_all(store, province)
    assert store.call(lambda tx: keeping.missing(tx, province, NOW)) == []
    monkeypatch.setattr("domain.statistics.counting.RULES", 0)
    assert store.call(lambda tx: keeping.missing(tx, province, NOW)) == parts


def test_the_bot_itself_keeps_small_periods_a_few_at_a_time(store: Store, province: Province) -> None:
    history(store, province, 7, 10)

    def a_few(tx: Tx) -> int:
        tx.now = NOW
        return keeping.keep_little(tx, province)

    many = len(store.call(lambda tx: keeping.missing(tx, province, NOW)))
    kept = [store.call(a_few) for _ in range(many // keeping.A_FEW + 1)]
    assert sum(kept) == many
    assert kept[0] == keeping.A_FEW
    assert store.call(a_few) == 0


def test_a_period_that_is_not_over_is_told_up_to_now_or_with_many_cases_up_to_the_last_half_day(
    store: Store, province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    history(store, province, 8)
    week, middle = around(Span.WEEK, NOW.date() - timedelta(days=4)), UNTIL - timedelta(days=2, minutes=-7)
    assert period_figures.as_of(store.call, province, week, middle) == middle
    assert period_figures.as_of(store.call, province, week, NOW) == UNTIL
    for module in (period_figures, keeping):
        monkeypatch.setattr(module, "FEW_ENOUGH", 3)
    wanted = {part[0].key: part for part in store.call(lambda tx: keeping.missing(tx, province, middle))}
    midnight = UNTIL - timedelta(days=2)
    assert wanted[week.key][1][1] == midnight
    assert wanted["2026-11"][1][1] == midnight
    keeping.keep(store.read, province, [wanted[week.key]], store.call)
    assert period_figures.as_of(store.call, province, week, middle) == midnight
