"""A case in the database is what its journal says, and whoever tampers with either is found out."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Executable, bindparam
from sqlmodel import col, delete, select, update

from domain.case import handovers, moves
from domain.case.case import Case, Outcome, State
from domain.case.decisions import Decision
from domain.case.history import replay
from domain.case.journal import Line, first_break
from domain.deadline.promises import Look
from handlers import recording
from handlers.admin import audit
from storage import cases
from storage.cases import due_at
from storage.database import Store, Tx
from storage.journal import entries
from storage.tables import CaseRow, JournalRow, OutboxRow
from tests.cast import (
    CONSTRUCTION,
    DEADLINE,
    FINANCE,
    LAN,
    MINH,
    NOW,
    TUAN,
    Step,
    answered,
    filed,
    looked,
    play,
    replying,
    said,
    steps,
    term,
)

HERE = (col(JournalRow.case_id) == bindparam("case"), col(JournalRow.seq) == bindparam("number"))
NUMBERS = itertools.count(1)
DAY = timedelta(days=1)

TAMPERING: dict[str, Executable] = {
    "a fact": update(JournalRow).where(*HERE).values(facts={"text": "khác"}),
    "a text": update(JournalRow).where(*HERE).values(words='["x",{"text":"khác"}]'),
    "an erasure that says something": update(JournalRow).where(*HERE).values(identity='{"name":"Ai đó","person":0}'),
    "an instant": update(JournalRow).where(*HERE).values(at=NOW - DAY),
    "a name": update(JournalRow).where(*HERE).values(identity='["x",{"name":"Ai đó","person":2}]'),
    "a role": update(JournalRow).where(*HERE).values(role="administrator"),
    "a department": update(JournalRow).where(*HERE).values(department="thue-tinh"),
    "whom it means": update(JournalRow).where(*HERE).values(identity_commitment=bytes(32)),
    "a move": update(JournalRow).where(*HERE).values(move="reminded"),
    "a hash": update(JournalRow).where(*HERE).values(hash="0" * 64),
    "a removal": delete(JournalRow).where(*HERE),
    "a new number": update(JournalRow).where(*HERE).values(seq=100),
}


def record(store: Store, *story: Decision) -> Case:
    def write(tx: Tx) -> None:
        for decision in story:
            recording.record(tx, decision)

    store.call(write)
    return story[-1].case


def lines(store: Store, number: int) -> list[tuple[Line, str]]:
    rows = store.call(lambda tx: entries.rows(tx, number))
    return [(entries.line_of(row), row.hash) for row in rows]


def kept(store: Store, case: Case, *then: Callable[[Case], Decision]) -> Case:
    """The case after a few more moves, each recorded."""
    for move in then:
        case = record(store, move(case))
    return case


# The row and its journal


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps(most=10))
def test_the_row_is_what_its_journal_tells(store: Store, tries: list[Step]) -> None:
    number = next(NUMBERS)
    last = record(store, *play(filed(number), tries))
    loaded = store.call(lambda tx: cases.load(tx, number))
    chain = store.call(lambda tx: cases.journal(tx, number))
    assert loaded == last == replay([entry for entry, _ in chain])
    assert first_break(lines(store, number)) is None
    assert audit.verify(store, last.code) == (1, [])


@pytest.mark.parametrize("what", sorted(TAMPERING))
@settings(deadline=None, max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 1000))
def test_tampering_with_the_journal_is_found(store: Store, what: str, seed: int) -> None:
    number = next(NUMBERS)
    accepted = moves.accept(filed(number).case, MINH, NOW + DAY)
    noted = moves.note(accepted.case, MINH, NOW + DAY, "gọi", ())
    done = moves.answer(noted.case, MINH, NOW + DAY, said())
    record(store, filed(number), accepted, noted, done)
    at = random.Random(seed).randint(2, 4)
    assert store.call(lambda tx: tx.run(TAMPERING[what], case=number, number=at)) == 1
    checked, wrong = audit.verify(store, f"LS26-{number:05d}")
    assert (checked, len(wrong)) == (1, 1)
    lies_apart = {"a text", "a name", "an erasure that says something"}
    found = None if what in lies_apart else at
    assert what in {"a removal", "a new number"} or first_break(lines(store, number)) == found


def test_two_entries_that_change_places_are_found(store: Store) -> None:
    record(store, filed(1), moves.accept(filed(1).case, MINH, NOW))
    renumber = update(JournalRow).where(*HERE).values(seq=bindparam("new"))

    def swap(tx: Tx) -> None:
        for old, new in ((1, 9), (2, 1), (9, 2)):
            tx.run(renumber, case=1, number=old, new=new)

    store.call(swap)
    assert audit.verify(store) == (1, ["LS26-00001: the hash chain breaks at entry 1"])


def test_a_row_changed_behind_its_journal_is_found(store: Store) -> None:
    record(store, filed(1))
    record(store, filed(2))

    def five_stars(tx: Tx) -> None:
        rest = tx.first(select(CaseRow.rest).where(CaseRow.id == 2)).rest
        tx.run(update(CaseRow).where(col(CaseRow.id) == 2).values(rest={**rest, "stars": 5}))

    store.call(five_stars)
    assert audit.verify(store) == (2, ["LS26-00002: the row differs from its journal"])


def test_the_last_entries_loss_shows_in_the_row(store: Store) -> None:
    record(store, filed(1), moves.accept(filed(1).case, MINH, NOW))
    store.call(lambda tx: tx.run(TAMPERING["a removal"], case=1, number=2))
    assert audit.verify(store)[1] == ["LS26-00001: the row differs from its journal"]


def test_recording_posts_the_messages_in_the_same_transaction(store: Store) -> None:
    def record_and_fail(tx: Tx) -> None:
        recording.record(tx, filed(1))
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.call(record_and_fail)
    assert store.call(lambda tx: tx.rows(select(col(OutboxRow.id)))) == []
    assert store.call(lambda tx: cases.load(tx, 1)) is None
    record(store, filed(1))
    assert len(store.call(lambda tx: tx.rows(select(col(OutboxRow.id))))) == 1


def test_an_entry_is_never_written_twice(store: Store) -> None:
    record(store, filed(1), moves.accept(filed(1).case, MINH, NOW))
    with pytest.raises(Exception, match=r"(?i)unique"):
        record(store, moves.answer(filed(1).case, MINH, NOW, said()))
    assert store.call(lambda tx: cases.load(tx, 1)).state is State.ACCEPTED  # type: ignore[union-attr]


def test_a_case_is_found_by_its_code_or_not_at_all(store: Store) -> None:
    case = record(store, filed(1))
    assert store.call(lambda tx: cases.by_code(tx, "LS26-00001")) == case
    assert store.call(lambda tx: cases.by_code(tx, "LS26-99999")) is None
    assert store.call(lambda tx: cases.load(tx, 9)) is None


# Lists


def test_a_persons_cases_are_the_persons_alone_newest_first(store: Store) -> None:
    for number in range(1, 5):
        record(store, filed(number))
    record(store, moves.withdraw(filed(2).case, LAN, NOW))
    store.call(lambda tx: tx.run(update(CaseRow).where(col(CaseRow.id) == 4).values(author=9)))
    assert [case.id for case in store.call(lambda tx: cases.of_author(tx, LAN.person))] == [3, 2, 1]
    assert [case.id for case in store.call(lambda tx: cases.live_of_author(tx, LAN.person))] == [3, 1]


def test_the_clock_looks_at_a_case_at_the_first_moment_of_its_agenda() -> None:
    case = filed().case
    assert due_at(case) == case.agenda[0][0] == DEADLINE - 5 * DAY
    assert due_at(answered(case)) == NOW + 2 * DAY
    assert due_at(moves.ask(case, MINH, NOW, "?", (), "by", replying()).case) == NOW + 5 * DAY
    assert due_at(looked(case, DEADLINE - 5 * DAY).case) == DEADLINE - 2 * DAY
    assert due_at(looked(case, DEADLINE + 9 * DAY).case) is None
    assert due_at(moves.withdraw(case, LAN, NOW).case) is None
    assert due_at(moves.confirm(answered(case), LAN, NOW, Outcome.SOLVED, NOW + 10 * DAY).case) is None


def test_due_cases_come_longest_due_first(store: Store) -> None:
    for number, first in ((1, NOW + 3 * DAY), (2, NOW + DAY), (3, NOW + 9 * DAY)):
        record(store, filed(number, term=term(DEADLINE, (first, Look.HALF))))
    assert store.call(lambda tx: cases.due(tx, NOW + 3 * DAY)) == [2, 1]
    assert store.call(lambda tx: cases.due(tx, NOW)) == []


def test_overdue_are_open_cases_past_their_deadline_of_one_department_or_all(store: Store) -> None:
    record(store, filed(1))
    record(store, filed(2, department=FINANCE, term=term(DEADLINE - DAY)))
    kept(store, record(store, filed(3)), lambda case: moves.ask(case, MINH, NOW, "?", (), "by", replying()))
    kept(store, record(store, filed(4)), lambda case: moves.answer(case, MINH, NOW, said()))
    record(store, filed(5, term=term(DEADLINE + 9 * DAY)))
    late = DEADLINE + DAY
    question = lambda case: moves.ask(case, MINH, DEADLINE + DAY / 2, "?", (), "by", replying())  # noqa: E731
    kept(
        store, record(store, filed(6, term=term(DEADLINE + DAY / 4))), question
    )  # asked about when it was late, and so late still
    assert [case.id for case in store.call(lambda tx: cases.overdue(tx, late))] == [2, 1, 6]
    assert [case.id for case in store.call(lambda tx: cases.overdue(tx, late, CONSTRUCTION))] == [1, 6]
    assert store.call(lambda tx: cases.overdue(tx, DEADLINE - DAY)) == []


def test_a_period_has_what_is_open_and_what_happened_in_it(store: Store) -> None:
    start = NOW + 10 * DAY

    def ids() -> set[int]:
        return set(store.call(lambda tx: cases.alive(tx, start, start + 30 * DAY)))

    record(store, filed(1))
    solved = kept(store, record(store, filed(2)), lambda case: moves.answer(case, MINH, NOW, said()))
    kept(store, solved, lambda case: moves.confirm(case, LAN, NOW + DAY, Outcome.SOLVED, NOW + 10 * DAY))
    kept(store, record(store, filed(3)), lambda case: moves.answer(case, MINH, start, said()))
    kept(store, record(store, filed(4)), lambda case: moves.withdraw(case, LAN, start + DAY))
    assert ids() == {1, 3, 4}
    back = lambda case: moves.reopen(case, LAN, start, "Chưa", term())  # noqa: E731
    again = kept(store, record(store, filed(5)), lambda case: moves.answer(case, MINH, NOW, said()), back)
    kept(store, again, lambda case: handovers.transfer(case, TUAN, start, FINANCE, "tổ quyết định", term()))
    assert ids() == {1, 3, 4, 5}
    assert store.call(lambda tx: cases.alive(tx, start, start + 30 * DAY)) == [1, 3, 4, 5]
    assert set(store.call(lambda tx: cases.alive(tx, start, start + 30 * DAY, 1))) < {1, 3, 4, 5}
    assert store.call(lambda tx: cases.alive(tx, start, NOW)) == []


def test_open_cases_come_in_order_after_one(store: Store) -> None:
    for number in (3, 1, 2, 4):
        record(store, filed(number))
    record(store, moves.withdraw(filed(2).case, LAN, NOW))
    kept(store, filed(4).case, lambda case: moves.answer(case, MINH, NOW, said()))
    assert [case.id for case in store.call(lambda tx: cases.open_after(tx, 0))] == [1, 3]
    assert [case.id for case in store.call(lambda tx: cases.open_after(tx, 1))] == [3]


def test_whether_anything_was_filed_before_an_instant(store: Store) -> None:
    assert not store.call(lambda tx: cases.any_before(tx, NOW + DAY))
    record(store, filed(1))
    assert store.call(lambda tx: cases.any_before(tx, NOW + DAY))
    assert not store.call(lambda tx: cases.any_before(tx, NOW))


def test_ids_come_in_order_after_one(store: Store) -> None:
    for number in (3, 1, 2):
        record(store, filed(number))
    assert store.call(lambda tx: cases.ids_after(tx, 1)) == [2, 3]


def test_a_transaction_reads_a_case_once_and_then_knows_what_it_wrote(store: Store) -> None:
    store.call(lambda tx: recording.record(tx, filed()))

    def work(tx: Tx) -> tuple[bool, Case | None]:
        before = cases.load(tx, 1)
        assert before is not None
        is_same = cases.by_code(tx, before.code) is before
        recording.record(tx, moves.note(before, MINH, NOW, "Đã gọi điện", ()))
        return is_same, cases.load(tx, 1)

    is_same, after = store.call(work)
    assert is_same
    assert after is not None
    assert after == store.call(lambda tx: cases.load(tx, 1))
    assert after.seq == 2
