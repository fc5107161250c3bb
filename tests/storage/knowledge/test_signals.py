"""What the weekly test reads and remembers, and the issues of the task group."""

from __future__ import annotations

from datetime import timedelta

from domain.case.case import Tier
from domain.statistics.signals import Aspect
from handlers import recording
from storage.database import Store
from storage.knowledge import issues, signals
from storage.knowledge.issues import Issue
from storage.knowledge.signals import Told
from tests.cast import NOW, Hands, filed

WEEK = timedelta(days=7)


def told(**changes: object) -> Told:
    facts: dict[str, object] = {
        "id": 0,
        "kind": Aspect.TOPIC,
        "key": "hoan-thue",
        "start_at": NOW - WEEK,
        "end_at": NOW,
        "until_at": NOW,
        "cases": (1, 2),
        "businesses": 2,
        "expected": 0.25,
        "chance": 1.5e-7,
    }
    return Told(**{**facts, **changes})  # type: ignore[arg-type]


def record(store: Store, number: int, **changes: object) -> None:
    store.call(lambda tx: recording.record(tx, filed(number, **changes)))


def test_a_signal_comes_back_as_it_was_told(store: Store) -> None:
    number = store.call(lambda tx: signals.note(tx, told()))
    found = store.call(lambda tx: signals.by_id(tx, number))
    assert found == told(id=number, told_at=NOW)
    assert store.call(lambda tx: signals.by_id(tx, number + 1)) is None


def test_the_latest_signal_of_a_series_goes_on_and_becomes_an_issue(store: Store) -> None:
    store.call(lambda tx: signals.note(tx, told()))
    second = store.call(lambda tx: signals.note(tx, told(businesses=9)))
    store.call(lambda tx: signals.note(tx, told(kind=Aspect.PLACE)))
    store.call(lambda tx: signals.goes_on(tx, second, NOW + WEEK))
    store.call(lambda tx: signals.opened(tx, second, 7))
    latest = store.call(lambda tx: signals.latest(tx, Aspect.TOPIC, "hoan-thue"))
    assert latest == told(id=second, businesses=9, until_at=NOW + WEEK, told_at=NOW, issue=7)
    assert store.call(lambda tx: signals.latest(tx, Aspect.DEPARTMENT, "hoan-thue")) is None


def test_places_are_looked_up_once_a_case(store: Store) -> None:
    record(store, 1, text="Ở xã Thất Khê")
    record(store, 2)
    assert [case for case, _ in store.call(lambda tx: signals.unplaced(tx, NOW))] == [1, 2]
    store.call(lambda tx: signals.place(tx, 1, ["xa-that-khe"]))
    assert [case for case, _ in store.call(lambda tx: signals.unplaced(tx, NOW))] == [2]
    assert store.call(lambda tx: signals.unplaced(tx, NOW + WEEK)) == []
    assert [row.places for row in store.call(lambda tx: signals.filed_since(tx, NOW))] == [("xa-that-khe",), ()]


def test_a_business_is_told_by_its_tax_code_its_number_or_its_author(store: Store) -> None:
    record(store, 1)
    record(store, 2, tax_code="", business=5)
    record(store, 3, tax_code="", business=0)
    by_code, by_number, by_author = (row.business for row in store.call(lambda tx: signals.filed_since(tx, NOW)))
    assert len({by_code, by_number, by_author}) == 3
    record(store, 4)
    record(store, 5, tax_code="", business=5)
    record(store, 6, tax_code="", business=0)
    again = [row.business for row in store.call(lambda tx: signals.filed_since(tx, NOW))][3:]
    assert again == [by_code, by_number, by_author]


def test_a_business_that_hides_is_told_to_be_the_same_as_where_it_does_not(store: Store) -> None:
    record(store, 1)
    record(store, 2, tier=Tier.HIDDEN)
    record(store, 3, tax_code="", business=5)
    record(store, 4, tax_code="", business=5, tier=Tier.HIDDEN)
    record(store, 5, tax_code="", business=0)
    record(store, 6, tax_code="", business=0, tier=Tier.HIDDEN)
    found = [row.business for row in store.call(lambda tx: signals.filed_since(tx, NOW))]
    assert found[::2] == found[1::2]
    assert len(set(found)) == 3


def opened(store: Store, code: str = "VD26-001", cases_: tuple[int, ...] = (1, 2)) -> int:
    issue = Issue(0, code, Aspect.TOPIC, "hoan-thue", 3, 4, "Tuấn", NOW, NOW)
    return store.call(lambda tx: issues.add(tx, issue, cases_))


def test_an_issue_has_its_cases_each_once(store: Store) -> None:
    record(store, 1)
    record(store, 2)
    number = opened(store, cases_=(2, 1))
    assert [each.code for each in store.call(lambda tx: issues.members(tx, number))] == ["LS26-00001", "LS26-00002"]
    assert not store.call(lambda tx: issues.put_in(tx, number, 1))
    assert store.call(lambda tx: issues.take_out(tx, number, 1))
    assert not store.call(lambda tx: issues.take_out(tx, number, 1))
    assert [each.id for each in store.call(lambda tx: issues.members(tx, number))] == [2]
    assert [each.code for each in store.call(lambda tx: issues.of_case(tx, 2))] == ["VD26-001"]
    assert store.call(lambda tx: issues.of_case(tx, 1)) == []


def test_an_issue_is_closed_once_with_its_result(store: Store, hands: Hands) -> None:
    number = opened(store)
    other = opened(store, "VD26-002")
    hands.on(days=3)
    assert store.call(lambda tx: issues.close(tx, number, "Tuấn", "Đã sửa quy định"))
    assert not store.call(lambda tx: issues.close(tx, number, "Mai", "khác"))
    closed = store.call(lambda tx: issues.by_code(tx, "VD26-001"))
    assert closed is not None
    assert (closed.result, closed.closed_name, closed.closed_at) == ("Đã sửa quy định", "Tuấn", hands.now)
    assert [each.id for each in store.call(issues.all_open)] == [other]
    assert store.call(lambda tx: issues.by_code(tx, "VD26-009")) is None


def test_what_has_been_proposed_moves_on(store: Store) -> None:
    number = opened(store)
    store.call(lambda tx: issues.proposed(tx, number, NOW + WEEK))
    issue = store.call(lambda tx: issues.by_id(tx, number))
    assert issue is not None
    assert issue.proposed_until == NOW + WEEK
