"""The life of a case: one table says what may happen in which state."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.case import moves
from domain.case.case import ENDED, WORKABLE, Contribution, Move, State, is_open, is_overdue, part_of, plain
from domain.case.transitions import TRANSITIONS, allowed, write
from domain.messages import Words
from domain.refusals import NotNow
from tests.cast import DEADLINE, FINANCE, LAN, MINH, NOW, TAX, answered, filed, replying, term

FORBIDDEN = [
    (move, state) for move, (states, _) in TRANSITIONS.items() for state in State if state not in states
]  # fmt: skip


# The table


def test_every_move_has_a_transition() -> None:
    assert set(TRANSITIONS) == set(Move)


def test_every_state_can_be_reached_from_filing() -> None:
    reached = {State.FILED}
    for _ in State:
        reached |= {to for starts, to in TRANSITIONS.values() if to and starts & reached}
    assert reached | {State.MERGED} == set(State)  # of two cases that become one, only the second ends


def test_every_state_is_workable_answered_or_ended() -> None:
    assert set(State) - {State.ANSWERED, State.DECLINED} == WORKABLE | ENDED
    assert not WORKABLE & ENDED


def test_a_withdrawn_case_never_moves_again() -> None:
    moved = {move for move, (starts, to) in TRANSITIONS.items() if State.WITHDRAWN in starts and to is not None}
    assert moved == set()


@pytest.mark.parametrize(("move", "state"), FORBIDDEN)
def test_a_transition_outside_the_table_is_refused(move: Move, state: State) -> None:
    case = replace(filed().case, state=state)
    with pytest.raises(NotNow) as refusal:
        write(case, MINH, move, NOW)
    assert refusal.value.words == Words("refused-state", {"code": case.code, "state": Words(f"state-{state}")})


def test_the_table_alone_says_what_is_allowed() -> None:
    assert allowed(filed().case, Move.ACCEPTED)
    assert not allowed(answered(), Move.ACCEPTED)


# Entries


def test_an_entry_continues_the_numbering_and_keeps_its_facts_as_json_can() -> None:
    entry = write(filed().case, MINH, Move.ASKED, NOW, text="?", files=(3,), until=DEADLINE)
    assert (entry.seq, entry.facts) == (2, {"text": "?", "files": [3], "until": DEADLINE.isoformat()})


def test_an_instant_in_another_zone_is_kept_in_utc() -> None:
    assert plain((NOW.astimezone(ZoneInfo("Asia/Ho_Chi_Minh")),)) == [NOW.isoformat()]


# Open, overdue, co-operating


def test_a_case_is_overdue_only_after_its_deadline() -> None:
    case = filed().case
    assert not is_overdue(case, DEADLINE)
    assert is_overdue(case, DEADLINE + timedelta(seconds=1))


def test_a_case_that_waits_for_the_business_is_not_overdue() -> None:
    asked = moves.ask(filed().case, MINH, NOW, "Số giấy phép?", (), "by", replying()).case
    assert is_open(asked)
    assert not is_overdue(asked, DEADLINE + timedelta(days=9))


def test_a_case_asked_about_after_its_deadline_stays_overdue() -> None:
    late = DEADLINE + timedelta(minutes=1)
    asked = moves.ask(filed().case, MINH, late, "Số giấy phép?", (), "by", replying(late)).case
    assert is_overdue(asked, late + timedelta(days=9))
    replied = moves.add(asked, LAN, late + timedelta(days=1), "GP 12", (), term()).case
    assert is_overdue(replied, late + timedelta(days=1))


def test_an_answered_case_is_neither_open_nor_overdue() -> None:
    assert not is_open(answered())
    assert not is_overdue(answered(), DEADLINE + timedelta(days=9))


def test_a_department_finds_its_own_part_of_a_case() -> None:
    parts = (Contribution(FINANCE, "?", DEADLINE), Contribution(TAX, "??", DEADLINE))
    case = replace(filed().case, parts=parts)
    assert part_of(case, TAX) == parts[1]
    assert part_of(case, case.department) is None
