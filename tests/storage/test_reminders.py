"""What is gathered for an audience: its own lines, with what has become of their cases, until they are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.case import handovers, moves
from domain.case.case import State
from domain.case.reminders import Reminder
from domain.deadline.promises import Look
from domain.messages import LEADERSHIP, TASK_GROUP, To, to_department, to_head
from handlers import recording
from storage import reminders
from storage.database import Store, Tx
from storage.engines import PostgresStore
from storage.reminders import Line
from tests.cast import CONSTRUCTION, DEADLINE, FINANCE, HOA, MINH, NOW, TAX, TUAN, filed, going_on, said, term
from tests.stores import Opened

GROUP, HEAD = to_department(CONSTRUCTION), to_head(CONSTRUCTION)
HOUR = timedelta(hours=1)


def keep(store: Store, to: To, case: int = 1, what: str = Look.MOST, hours: int = 0, *, urgent: bool = False) -> None:
    reminder = Reminder(to, case, what, NOW + hours * HOUR, urgent)
    store.call(lambda tx: reminders.keep(tx, reminder, DEADLINE))


def lines(store: Store, to: To) -> list[Line]:
    return store.call(lambda tx: reminders.lines(tx, to))


def record(store: Store, *numbers: int) -> None:
    for number in numbers:
        store.call(lambda tx, number=number: recording.record(tx, filed(number)))  # type: ignore[misc]


def test_a_line_tells_what_was_seen_and_what_has_become_of_the_case(store: Store) -> None:
    record(store, 1)
    keep(store, GROUP, urgent=True)
    seen = Line(
        lines(store, GROUP)[0].id,
        1,
        "LS26-00001",
        CONSTRUCTION,
        State.FILED,
        Look.MOST,
        NOW,
        DEADLINE,
        DEADLINE,
        urgent=True,
    )
    assert lines(store, GROUP) == [seen]
    longer = handovers.extend(filed(1).case, MINH, NOW, 5, "chờ Bộ trả lời", term(DEADLINE + HOUR))
    store.call(lambda tx: recording.record(tx, longer))
    assert lines(store, GROUP) == [replace(seen, due=DEADLINE + HOUR)]
    moved = handovers.assign(longer.case, TUAN, NOW, FINANCE, "", going_on(longer.case))
    store.call(lambda tx: recording.record(tx, moved))
    assert lines(store, GROUP)[0].department == FINANCE
    done = moves.answer(moved.case, HOA, NOW, said())
    store.call(lambda tx: recording.record(tx, done))
    assert (lines(store, GROUP)[0].state, lines(store, GROUP)[0].has_heard) == (State.ANSWERED, True)


def test_a_line_names_the_departments_that_owe_their_part(store: Store) -> None:
    case = filed(1).case
    for department in (FINANCE, TAX):
        limit = replace(going_on(case), due=NOW + HOUR)
        asked = handovers.invite(case, MINH, NOW, department, "Đã nộp đủ chưa?", limit)
        case = asked.case
        store.call(lambda tx, asked=asked: recording.record(tx, asked))  # type: ignore[misc]
    keep(store, GROUP)
    assert lines(store, GROUP)[0].owing == (FINANCE, TAX)
    word = handovers.contribute(case, HOA, NOW, FINANCE, "Đã nộp", ())
    store.call(lambda tx: recording.record(tx, word))
    assert lines(store, GROUP)[0].owing == (TAX,)


def test_everybody_has_lines_of_their_own_the_longest_waiting_first(store: Store) -> None:
    record(store, 1, 2, 3)
    for case, hours in ((1, 2), (2, 0), (3, 1)):
        keep(store, GROUP, case, hours=hours)
    for to in (HEAD, TASK_GROUP, LEADERSHIP, to_department(FINANCE)):
        keep(store, to)
    assert [line.case for line in lines(store, GROUP)] == [2, 3, 1]
    assert [line.case for line in lines(store, HEAD)] == [1]
    audiences = store.call(reminders.audiences)
    assert set(audiences) == {GROUP, HEAD, TASK_GROUP, LEADERSHIP, to_department(FINANCE)}
    assert len(audiences) == 5


def test_what_was_told_is_forgotten_for_that_audience_alone(store: Store) -> None:
    record(store, 1)
    keep(store, GROUP)
    keep(store, HEAD)
    store.call(lambda tx: reminders.forget(tx, reminders.lines(tx, GROUP)))
    assert (lines(store, GROUP), len(lines(store, HEAD))) == ([], 1)
    assert store.call(reminders.audiences) == [HEAD]


def test_what_is_gathered_while_somebody_tells_is_not_forgotten_with_the_rest(opened: Opened) -> None:
    one = opened("one")
    record(one, 1, 2)
    keep(one, GROUP, 1)

    def tell(tx: Tx) -> None:
        told = reminders.lines(tx, GROUP)
        if isinstance(one, PostgresStore):
            keep(opened("two"), GROUP, 2)  # another process commits between reading and forgetting
        else:
            reminders.keep(tx, Reminder(GROUP, 2, Look.MOST, NOW), DEADLINE)
        reminders.forget(tx, told)

    one.call(tell)
    assert [line.case for line in lines(one, GROUP)] == [2]


def test_nothing_is_gathered_when_the_transaction_fails(store: Store) -> None:
    record(store, 1)

    def keep_and_fail(tx: Tx) -> None:
        reminders.keep(tx, Reminder(GROUP, 1, Look.MOST, NOW), DEADLINE)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.call(keep_and_fail)
    assert store.call(reminders.audiences) == []
