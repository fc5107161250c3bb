"""The morning look: told once, on working days after seven; the weekly one also proposes later cases."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.messages import Notice
from domain.statistics.signals import Aspect
from handlers import recording
from handlers.province import Province
from handlers.task_group import signals
from storage.database import Store
from storage.knowledge import issues
from storage.knowledge import signals as memory
from storage.knowledge.issues import Issue
from tests.cast import Hands, filed, keys, leaves
from tests.posted import posted as everything_posted

MONDAY = datetime(2026, 6, 8, 0, 30, tzinfo=UTC)  # 07:30 in Lạng Sơn
WEEK = timedelta(days=7)
PERMITS, OTHER = "giay-phep-xay-dung", "hoan-thue"


def posted(store: Store) -> list[Notice]:
    return store.call(everything_posted)


def said(store: Store) -> Counter[str]:
    """How often each sentence was posted to the task group, cards left out."""
    return Counter(key for key in keys(posted(store)) if key.startswith(("signal", "issue")))


class Filings:
    """Files cases at any time; each of a business of its own unless told otherwise."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.number = 0

    def week(self, end: datetime, many: int, topic: str, **changes: object) -> list[int]:
        """So many cases spread over the five days after the Monday a week before `end`."""
        made = []
        for _ in range(many):
            self.number += 1
            at = end - WEEK + timedelta(days=self.number % 5, hours=3)
            facts = {"topic": topic, "tax_code": "", "business": self.number, "department": "", **changes}
            decision = filed(self.number, **facts)
            decision = replace(decision, case=replace(decision.case, filed_at=at), notices=())
            self.store.call(lambda tx, decision=decision: recording.record(tx, decision))  # type: ignore[misc]
            made.append(self.number)
        return made

    def history(self, weeks: int = 10) -> None:
        """Two permits and ten other matters a week, up to a week before Monday."""
        for back in range(1, weeks + 1):
            self.week(MONDAY - back * WEEK, 2, PERMITS)
            self.week(MONDAY - back * WEEK, 10, OTHER)


@pytest.fixture
def filings(store: Store, hands: Hands) -> Filings:
    """Ten usual weeks, and a week of ten permits; it is the Monday after."""
    hands.now = MONDAY
    made = Filings(store)
    made.history()
    made.week(MONDAY, 10, OTHER)
    return made


def look(store: Store, province: Province) -> int:
    """A look once all texts are read, however many there are."""
    while len(store.call(lambda tx: memory.unplaced(tx, MONDAY - 30 * WEEK))) == memory.MOST_AT_ONCE:
        store.call(lambda tx: signals._look_up_places(tx, province, MONDAY - 30 * WEEK))
    return store.call(lambda tx: signals.look(tx, province))


def test_a_signal_is_told_once_with_numbers_codes_and_a_button(
    store: Store, province: Province, filings: Filings
) -> None:
    made = filings.week(MONDAY, 12, PERMITS, text="Giấy phép của Công ty Lan Anh")
    assert [look(store, province), look(store, province)] == [1, 0]
    (notice,) = [each for each in posted(store) if keys([each]) == ["signal-told"]]
    told = leaves(notice.words)
    assert f"#LS26-{made[0]:05d}" in told
    assert "Lan" not in told
    ((button,),) = notice.choices
    signal = store.call(lambda tx: memory.latest(tx, Aspect.TOPIC, PERMITS))
    assert signal is not None
    assert button.data == f"i:open:{signal.id}"
    assert (signal.cases, signal.businesses) == (tuple(made), 12)


def test_the_same_signal_is_not_told_again_while_it_goes_on(
    store: Store, province: Province, hands: Hands, filings: Filings
) -> None:
    filings.week(MONDAY, 14, PERMITS)
    assert look(store, province) == 1
    for _ in range(9):
        hands.on(days=1)
        assert look(store, province) == 0
    filings.week(MONDAY + 2 * WEEK, 20, PERMITS)
    hands.now = MONDAY + 2 * WEEK
    assert look(store, province) == 0
    signal = store.call(lambda tx: memory.latest(tx, Aspect.TOPIC, PERMITS))
    assert signal is not None
    assert signal.until_at > signal.end_at
    assert said(store)["signal-told"] == 1


def test_after_four_quiet_weeks_it_is_told_again(
    store: Store, province: Province, hands: Hands, filings: Filings
) -> None:
    filings.week(MONDAY, 14, PERMITS)
    assert look(store, province) == 1
    for week in range(1, 7):
        filings.week(MONDAY + week * WEEK, 10, OTHER)
        filings.week(MONDAY + week * WEEK, 24 if week == 6 else 2, PERMITS)
    hands.now = MONDAY + 6 * WEEK
    assert look(store, province) == 1


@pytest.mark.parametrize("now", [MONDAY - timedelta(minutes=31), MONDAY - timedelta(days=1)])
def test_nobody_is_told_before_seven_or_on_a_day_off(
    store: Store, province: Province, hands: Hands, filings: Filings, now: datetime
) -> None:
    filings.week(MONDAY, 30, PERMITS)
    hands.now = now
    assert look(store, province) == 0


def test_one_business_filing_ten_times_is_no_signal(store: Store, province: Province, filings: Filings) -> None:
    filings.week(MONDAY, 12, PERMITS, tax_code="4900001236")
    assert look(store, province) == 0


def test_a_commune_that_many_texts_name_is_a_signal_of_a_place(
    store: Store, province: Province, filings: Filings
) -> None:
    filings.week(MONDAY, 9, "", text="Đường vào xã Thất Khê bị chặn, xe không vào được")
    assert look(store, province) == 1
    assert store.call(lambda tx: memory.latest(tx, Aspect.PLACE, "xa-that-khe")) is not None


def test_a_case_sent_to_a_commune_counts_as_its_place(province: Province) -> None:
    row = memory.FiledRow(1, "LS26-00001", MONDAY, "", "xa-that-khe", "1", ())
    assert signals.series_of(province, row) == {(Aspect.PLACE, "xa-that-khe")}
    named = replace(row, department="so-xay-dung", topic=PERMITS, places=("xa-that-khe", "xa-na-sam"))
    assert signals.series_of(province, named) == {
        (Aspect.PLACE, "xa-that-khe"),
        (Aspect.PLACE, "xa-na-sam"),
        (Aspect.DEPARTMENT, "so-xay-dung"),
        (Aspect.TOPIC, PERMITS),
    }
    assert signals.series_of(province, replace(row, department="")) == set()


def test_many_new_texts_are_read_before_anything_is_told(store: Store, province: Province, filings: Filings) -> None:
    filings.week(MONDAY, memory.MOST_AT_ONCE, PERMITS)
    looks = [store.call(lambda tx: signals.look(tx, province)) for _ in range(4)]
    assert (looks[0], sum(looks)) == (0, 1)


def test_later_like_cases_are_proposed_to_an_open_issue_once(
    store: Store, province: Province, hands: Hands, filings: Filings
) -> None:
    first = filings.week(MONDAY, 1, PERMITS)
    issue = Issue(0, "VD26-001", Aspect.TOPIC, PERMITS, 0, 4, "Tuấn", MONDAY, MONDAY - WEEK)
    store.call(lambda tx: issues.add(tx, issue, first))
    (second,) = filings.week(MONDAY, 1, PERMITS)
    look(store, province)
    (notice,) = [each for each in posted(store) if keys([each]) == ["issue-like-head"]]
    assert f"#LS26-{second:05d}" in leaves(notice.words)
    assert f"#LS26-{first[0]:05d}" not in leaves(notice.words)
    hands.on(days=7)
    look(store, province)
    assert said(store)["issue-like-head"] == 1


def test_a_series_with_an_open_issue_is_not_told_anew(store: Store, province: Province, filings: Filings) -> None:
    issue = Issue(0, "VD26-001", Aspect.TOPIC, PERMITS, 0, 4, "Tuấn", MONDAY, MONDAY)
    store.call(lambda tx: issues.add(tx, issue, ()))
    filings.week(MONDAY, 14, PERMITS)
    assert look(store, province) == 0
