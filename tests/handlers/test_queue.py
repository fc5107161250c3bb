"""The list of a chat's open cases: whose it is, how long there is, what its business said unheard, what comes late."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.case import handovers, moves
from domain.case.decisions import Decision
from domain.deadline.promises import Term
from domain.messages import Chat, Network
from handlers import queue, recording
from handlers.province import Province
from handlers.queue import View
from storage import cases, chats, listing
from storage.chats import Bound
from storage.database import Store, Tx
from tests.cast import (
    CONSTRUCTION,
    DEADLINE,
    FINANCE,
    HOA,
    LAN,
    MINH,
    NOW,
    TAX,
    TUAN,
    Hands,
    filed,
    replying,
    said,
    term,
)

GROUP = Chat(Network.TELEGRAM, "-5")
OFFICE = Bound(GROUP, "department", CONSTRUCTION)
TASK_GROUP = Bound(Chat(Network.TELEGRAM, "-6"), "task-group")


def record(store: Store, *story: Decision) -> None:
    def write(tx: Tx) -> None:
        for decision in story:
            recording.record(tx, decision)

    store.call(write)


def listed(store: Store, province: Province, view: View, bound: Bound = OFFICE, words: str = "") -> list[int]:
    """The numbers of the cases of a view, as Minh sees it."""

    def look(tx: Tx) -> list[int]:
        wanted = queue.filter_of(province, bound, MINH.person, view, words)
        found = [case.id for case in listing.page(tx, wanted)]
        assert len(found) == listing.count(tx, wanted)
        return found

    return store.call(look)


@pytest.fixture
def four(store: Store) -> Store:
    """Case 1 is Minh's, 2 asked about, 3 free and due first, 4 another department's."""
    mine, asked = filed(1), filed(2)
    record(store, mine, moves.accept(mine.case, MINH, NOW))
    record(store, asked, moves.ask(asked.case, MINH, NOW, "Số nào?", (), "Sở", replying()))
    record(store, filed(3, term=term(DEADLINE - timedelta(days=3)), text="Chậm cấp phù hiệu xe"))
    record(store, filed(4, department=FINANCE))
    return store


@pytest.mark.parametrize(
    ("view", "found"),
    [(View.ALL, [3, 1, 2]), (View.FREE, [3]), (View.MINE, [1, 2]), (View.ASKED, [2]), (View.LATE, [])],
)
def test_each_view_holds_its_cases_the_nearest_deadline_first(
    four: Store, province: Province, view: View, found: list[int]
) -> None:
    assert listed(four, province, view) == found


def test_the_task_group_has_everybodys_and_a_word_finds_within_a_view(four: Store, province: Province) -> None:
    assert sorted(listed(four, province, View.ALL, TASK_GROUP)) == [1, 2, 3, 4]
    assert listed(four, province, View.ALL, words="phu hieu") == [3]
    assert listed(four, province, View.MINE, words="phù hiệu") == []


def test_what_is_late_is_in_its_view_and_its_days_are_told(four: Store, hands: Hands, province: Province) -> None:
    hands.now = DEADLINE + timedelta(days=1)
    assert listed(four, province, View.LATE) == [3, 1]

    def days(tx: Tx) -> list[int | None]:
        return [queue.days_left(tx, province, case) for case in cases.open_after(tx, 0)[:3]]

    assert four.call(days) == [-1, None, -4]
    assert queue.days_words(-4).args == {"days": 4}
    assert {queue.days_words(each).key for each in (None, 0, 2)} == {"days-resting", "days-today", "days-left"}


def test_words_of_the_business_are_unread_until_somebody_does_something(store: Store) -> None:
    first = filed(1)
    more = moves.add(first.case, LAN, NOW, "Xin bổ sung", (), term())
    again = moves.add(more.case, LAN, NOW, "Và nữa", (), term())
    record(store, first, more, again)

    def unread(tx: Tx) -> int:
        return queue.unread([entry for entry, _ in cases.journal(tx, 1)])

    assert store.call(unread) == 2
    record(store, moves.note(again.case, TUAN, NOW, "Đã xem", ()))
    assert store.call(unread) == 0


@pytest.mark.parametrize(
    ("typed", "view", "words"),
    [
        ("", View.ALL, ""),
        ("trễ", View.LATE, ""),
        ("Quá hạn", View.LATE, ""),
        ("chưa nhận", View.FREE, ""),
        ("của tôi", View.MINE, ""),
        ("chờ", View.ASKED, ""),
        ("giấy phép", View.ALL, "giấy phép"),
    ],
)
def test_a_view_is_typed_as_people_call_it_and_the_rest_is_sought(typed: str, view: View, words: str) -> None:
    assert queue.asked_for(typed) == (view, words)


def test_a_department_bound_late_gets_its_open_cases_once(store: Store, province: Province) -> None:
    record(store, filed(1), filed(2))
    answered = filed(3)
    record(store, answered, moves.answer(answered.case, MINH, NOW, said()))

    def bind(tx: Tx) -> int:
        chats.bind(tx, GROUP, "department", CONSTRUCTION, "Sở", by="Minh")
        before = len(tx.posted)
        queue.hand_over(tx, province, OFFICE)
        return len(tx.posted) - before

    assert store.call(bind) == 3  # how many there are, and two cards


def test_a_case_one_is_asked_for_a_word_on_stands_in_the_partners_list_by_when_that_is_due(
    store: Store, province: Province
) -> None:
    due = NOW + timedelta(days=1)
    first = filed(1, text='Chờ phép "department":"thue-tinh","question":')
    asked = handovers.invite(first.case, MINH, NOW, FINANCE, "Nộp đủ chưa?", Term(due))
    record(store, first, asked)
    record(store, filed(2, department=FINANCE))
    partner = Bound(Chat(Network.TELEGRAM, "-7"), "department", FINANCE)
    others = Bound(Chat(Network.TELEGRAM, "-8"), "department", TAX)
    assert listed(store, province, View.PARTS, partner) == [1]
    assert listed(store, province, View.ALL, partner) == [2]
    assert listed(store, province, View.PARTS, others) == listed(store, province, View.PARTS, TASK_GROUP) == []
    (one,) = store.call(lambda tx: queue.entered(tx, province, [asked.case], FINANCE))
    assert one.days == queue.days_to(province, FINANCE, due, NOW)
    said_it = handovers.contribute(asked.case, HOA, NOW, FINANCE, "Đủ", ())
    (one,) = store.call(lambda tx: queue.entered(tx, province, [said_it.case], FINANCE))
    assert one.days is None
