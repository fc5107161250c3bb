"""Agendas and terms as a journal keeps them."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.case.case import plain
from domain.deadline.promises import LADDER, Agenda, Look, Promise, Term, after, merged, only, read_agenda, without
from domain.province.catalogue import PromisedStep, Unit

MORNING = datetime(2026, 3, 9, 0, 30, tzinfo=UTC)
DAY = timedelta(days=1)
LOOKS = st.sampled_from([*map(str, Look), f"{Look.PART}:thue-tinh", f"{Look.PART_LATE}:thue-tinh", "part:so-y-te"])
AGENDAS = st.lists(st.tuples(st.integers(0, 9).map(lambda days: MORNING + days * DAY), LOOKS)).map(
    lambda items: merged(tuple(items))
)


@given(AGENDAS)
def test_an_agenda_survives_its_json_form(agenda: Agenda) -> None:
    assert read_agenda(json.loads(json.dumps(plain(agenda)))) == agenda


@given(AGENDAS, AGENDAS)
def test_agendas_come_together_in_order_and_without_doubles(one: Agenda, two: Agenda) -> None:
    both = merged(one, two)
    assert list(both) == sorted(set(one) | set(two))
    assert merged(both, one) == both


@given(AGENDAS, st.lists(LOOKS))
def test_what_is_taken_out_and_what_is_kept_are_the_whole(agenda: Agenda, looks: list[str]) -> None:
    assert merged(only(agenda, *looks), without(agenda, *looks)) == agenda
    assert not {what for _, what in without(agenda, *looks)} & set(looks)


@given(AGENDAS, st.integers(0, 9))
def test_what_is_over_is_off_the_agenda_and_this_moment_is_over(agenda: Agenda, days: int) -> None:
    instant = MORNING + days * DAY
    assert all(at > instant for at, _ in after(agenda, instant))
    assert set(agenda) - set(after(agenda, instant)) == {item for item in agenda if item[0] <= instant}


def test_a_part_without_a_department_stands_for_every_department() -> None:
    agenda: Agenda = ((MORNING, "part:so-y-te"), (MORNING, "part:thue-tinh"), (MORNING, "part-late:thue-tinh"))
    assert without(agenda, Look.PART) == agenda[2:]
    assert without(agenda, "part:thue-tinh") == (agenda[0], agenda[2])


def test_a_promise_survives_its_json_form() -> None:
    promise = Promise(PromisedStep.ACCEPT_TRANSFER, 4.5, Unit.WORKING_HOURS, "Nguồn", "thue-tinh")
    assert Promise.read(json.loads(json.dumps(promise.plain()))) == promise


def test_only_a_term_of_a_promise_says_one() -> None:
    promise = Promise(PromisedStep.RESOLVE, 7, Unit.WORKING_DAYS)
    assert "promise" not in Term(MORNING).facts()
    assert Term(MORNING, promise=promise).facts()["promise"] == promise.plain()


def test_the_ladder_rises_to_the_highest_warning() -> None:
    assert [*LADDER] == [Look.HALF, Look.MOST, Look.DUE, Look.LATE, Look.LATER]
