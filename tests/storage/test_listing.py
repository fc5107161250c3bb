"""A number and the list behind it are one question, and both say what the rules say of each case."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlmodel import col, delete, select, update

from domain.case import moves
from domain.case.case import Case, Matter, Outcome, State, Tier, is_open, is_overdue, is_paused
from domain.case.decisions import Decision
from domain.deadline.promises import Promise
from domain.messages import Chat, Network
from domain.province.catalogue import PromisedStep, Unit
from domain.routing.terms import terms, words_of
from handlers import recording
from storage import cases, listing, people
from storage.database import Store, Tx
from storage.knowledge import search, signals
from storage.listing import By, Filter, Order
from storage.tables import CaseRow, JournalRow, Searched
from tests.cast import CONSTRUCTION, DEADLINE, FINANCE, LAN, MINH, NOW, filed, play, replying, said, steps, term

DAY = timedelta(days=1)
TEXTS = ("Xin giấy phép xây dựng", "Chậm hoàn thuế hai tháng", "海关通关时间太长", "Low voltage at the plant")
WORDS = ("giấy phép", "thue", "通关", "voltage plant", "giấy thuế", "LS26-00003", "!?", "không có ở đâu")
CHANNELS = {1: "telegram", 2: "page", 0: ""}
PLACES = {1: ("dong-dang",), 2: ("dong-dang", "huu-lung"), 3: ()}


def record(store: Store, *story: Decision) -> None:
    def write(tx: Tx) -> None:
        for decision in story:
            recording.record(tx, decision)

    store.call(write)


def some_cases(store: Store, stories: list[Any]) -> list[Case]:
    """Cases of many kinds, each with a course of its own; whatever was there before is gone."""
    last: list[Case] = []

    def write(tx: Tx) -> None:
        for model in (CaseRow, JournalRow, Searched):
            tx.run(delete(model))
        for number, (tries, kind, tier, language, days) in enumerate(stories, 1):
            author = 0 if tier is Tier.ANONYMOUS else 1 + number % 2
            unit = (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS)[number % 2]
            due = replace(term(DEADLINE + days * DAY), promise=Promise(PromisedStep.RESOLVE, 7, unit, "", ""))
            first = filed(number, kind=kind, tier=tier, language=language, text=TEXTS[number % 4], term=due)
            for decision in play(first, tries):  # the moves alone: what else recording does moves the case on
                cases.keep(tx, decision.case, decision.entries)
                search.keep(tx, decision.case, decision.entries)
            tx.run(update(CaseRow).where(col(CaseRow.id) == number).values(author=author))
            signals.place(tx, number, PLACES[1 + number % 3])
        last.extend(listing.page(tx, Filter(), Order.OLDEST))

    store.call(write)
    return last


def fits(wanted: Filter, case: Case, now: datetime) -> bool:  # noqa: C901, PLR0911  every line a field
    """The same by the rules of the domain and by plain Python."""

    def within(instant: datetime | None, between: listing.Between) -> bool:
        if between == listing.ANY_TIME:
            return True
        return instant is not None and between[0] <= instant and (between[1] is None or instant < between[1])  # type: ignore[operator]

    for values, value in (
        (wanted.departments, case.department),
        (wanted.states, case.state),
        (wanted.topics, case.topic),
        (wanted.kinds, case.kind),
        (wanted.languages, case.language),
        (wanted.tiers, case.tier),
        (wanted.outcomes, case.outcome),
        (wanted.channels, CHANNELS[case.author]),
    ):
        if values and value not in values:
            return False
    if wanted.is_open and not is_open(case):
        return False
    if wanted.is_overdue and not is_overdue(case, now):
        return False
    if wanted.is_paused and not (is_open(case) and is_paused(case)):
        return False
    if wanted.is_appeal and not case.reopenings:
        return False
    if wanted.due_by:
        soon = is_open(case) and not is_overdue(case, now) and not is_paused(case)
        if not (soon and case.deadline is not None and case.deadline <= wanted.due_by):
            return False
    if wanted.officer is not None and case.accepted_by != wanted.officer:
        return False
    if case.topic in wanted.other_topics:
        return False
    if wanted.place and wanted.place not in PLACES[1 + case.id % 3]:
        return False
    if wanted.words and not _says(case, wanted.words):
        return False
    return (
        within(case.filed_at, wanted.filed)
        and within(case.answered_at, wanted.answered)
        and within(case.ended_at, wanted.ended)
    )


def _says(case: Case, words: str) -> bool:
    asked = [each for each in terms(words) if "_" not in each]
    return bool(asked) and set(asked) <= set(words_of(case).split())


def either(values: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    """Mostly nothing is asked for, else one or two of these."""
    return st.just(()) | st.lists(st.sampled_from(list(values)), max_size=2, unique=True).map(tuple)


BETWEEN = st.just(listing.ANY_TIME) | st.tuples(
    st.integers(0, 6).map(lambda days: NOW + days * DAY), st.none() | st.integers(3, 9).map(lambda d: NOW + d * DAY)
)
FILTERS = st.builds(
    Filter,
    departments=either((CONSTRUCTION, FINANCE)),
    states=either(State),
    is_open=st.booleans(),
    is_overdue=st.sampled_from((False, False, True)),
    is_paused=st.sampled_from((False, False, False, True)),
    is_appeal=st.sampled_from((False, False, False, True)),
    due_by=st.none() | st.integers(-3, 30).map(lambda days: NOW + days * DAY),
    officer=st.none() | st.sampled_from((0, MINH.person)),
    topics=either(("giay-phep-xay-dung", "none-such")),
    other_topics=either(("giay-phep-xay-dung",)),
    kinds=either(Matter),
    languages=either(("vi", "zh")),
    channels=either(("telegram", "page", "")),
    tiers=either(Tier),
    outcomes=either(Outcome),
    place=st.sampled_from(("", "", "dong-dang", "dong", "huu-lung", "%")),
    filed=BETWEEN,
    answered=BETWEEN,
    ended=BETWEEN,
    words=st.just("") | st.sampled_from(WORDS),
)
STORY = st.tuples(
    steps(most=8),
    st.sampled_from(list(Matter)),
    st.sampled_from(list(Tier)),
    st.sampled_from(("vi", "zh")),
    st.integers(-9, 20),
)


def two_people(store: Store) -> None:
    def meet(tx: Tx) -> None:
        if people.by_id(tx, 1) is None:
            people.meet(tx, Chat(Network.TELEGRAM, "1"), "1", "Lan", "vi")
            people.meet(tx, Chat(Network.PAGE, "2"), "2", "Mai", "vi")

    store.call(meet)


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(STORY, min_size=1, max_size=9),
    st.lists(FILTERS, min_size=15, max_size=30),
    st.integers(0, 40),
    st.sampled_from(list(Order)),
)
def test_count_and_list_are_one_question_and_the_rules_say_the_same(
    store: Store, hands: Any, stories: list[Any], filters: list[Filter], days: int, order: Order
) -> None:
    hands.now = NOW
    two_people(store)
    known = some_cases(store, stories)
    hands.now = NOW + days * DAY
    for wanted in filters:

        def ask(tx: Tx, wanted: Filter = wanted) -> tuple[int, list[Case], list[int], dict[str, int]]:
            found = listing.page(tx, wanted, order)
            return (
                listing.count(tx, wanted),
                found,
                listing.numbers(tx, wanted, order),
                listing.count_by(tx, wanted, By.STATE),
            )

        counted, found, numbers, by_state = store.call(ask)
        assert sorted(case.id for case in found) == [case.id for case in known if fits(wanted, case, hands.now)], wanted
        assert counted == len(found) == sum(by_state.values())
        assert numbers == [case.id for case in found]


def test_the_pages_of_a_list_are_the_list(store: Store) -> None:
    for number in range(1, 8):
        record(store, filed(number, term=term(DEADLINE - number * DAY)))
    whole = store.call(lambda tx: listing.page(tx, Filter()))
    pages = [store.call(lambda tx, at=at: listing.page(tx, Filter(), offset=at, limit=3)) for at in (0, 3, 6, 9)]  # type: ignore[misc]
    assert [case for page in pages for case in page] == whole
    assert [case.id for case in whole] == [7, 6, 5, 4, 3, 2, 1]


def test_what_has_no_deadline_comes_last_and_equal_ones_stand_by_their_number(store: Store) -> None:
    for number in (3, 1, 2):
        record(store, filed(number))
    store.call(lambda tx: tx.run(update(CaseRow).where(col(CaseRow.id) == 1).values(deadline=None)))
    assert store.call(lambda tx: listing.numbers(tx, Filter())) == [2, 3, 1]
    assert store.call(lambda tx: listing.numbers(tx, Filter(), Order.DEPARTMENT)) == [2, 3, 1]
    assert store.call(lambda tx: listing.numbers(tx, Filter(), Order.ANSWERED)) == [3, 2, 1]


def test_one_overdue_case_appears_and_one_asked_about_in_time_does_not(store: Store, hands: Any) -> None:
    asked = filed(2)
    record(store, filed(1), asked)
    question = moves.ask(asked.case, MINH, NOW, "?", (), "by", replying())
    record(store, question)
    hands.now = DEADLINE + DAY
    assert store.call(lambda tx: listing.numbers(tx, Filter(is_overdue=True))) == [1]
    assert store.call(lambda tx: listing.numbers(tx, Filter(is_paused=True))) == [2]


def test_a_list_is_counted_by_department_and_by_officer(store: Store) -> None:
    for number in range(1, 5):
        first = filed(number, department=(CONSTRUCTION, FINANCE)[number == 4])
        record(store, first)
    taken = moves.accept(filed(1).case, MINH, NOW)
    record(store, taken)
    by_department = store.call(lambda tx: listing.count_by(tx, Filter(is_open=True), By.DEPARTMENT))
    assert by_department == {CONSTRUCTION: 3, FINANCE: 1}
    assert store.call(lambda tx: listing.count_by(tx, Filter(), By.OFFICER)) == {"0": 3, str(MINH.person): 1}


def test_what_a_list_asks_for_follows_every_move(store: Store) -> None:
    first = filed(1)
    done = moves.answer(first.case, MINH, NOW, said())
    confirmed = moves.confirm(done.case, LAN, NOW + DAY, Outcome.PARTLY, NOW + 10 * DAY)
    record(store, first, done, confirmed)
    row = store.call(lambda tx: tx.first(select(CaseRow)))
    assert (row.kind, row.language, row.accepted_by) == ("obstacle", "vi", MINH.person)
    assert (row.outcome, row.reopenings, row.is_open, row.is_paused) == ("partly", 0, False, False)
    assert not {"kind", "language", "accepted_by", "outcome", "reopenings", "is_open", "is_paused"} & set(row.rest)


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (Filter(is_open=True), "cases_open"),
        (Filter(is_overdue=True), "cases_open"),
        (Filter(is_open=True, departments=(CONSTRUCTION,)), "cases_open_with"),
    ],
)
def test_open_cases_come_in_the_order_of_their_index(store: Store, wanted: Filter, index: str) -> None:
    def explained(tx: Tx) -> str:
        listed = select(CaseRow.id).where(*listing._where(tx, wanted)).order_by(*listing._ORDERS[Order.DEADLINE])
        dialect = tx._dialect
        compiled = listed.limit(50).compile(dialect=dialect, compile_kwargs={"literal_binds": True})
        how = "explain query plan" if dialect.name == "sqlite" else "explain"
        for way in ("seqscan", "bitmapscan", "sort") if dialect.name == "postgresql" else ():
            tx.run(text(f"set local enable_{way} = off"))  # an empty table is otherwise read whole and sorted
        return "\n".join(str(row) for row in tx.rows(text(f"{how} {str(compiled).replace(':', chr(92) + ':')}")))

    plan = store.call(explained)
    assert index in plan
    assert "SORT" not in plan.upper()
    assert "TEMP B-TREE" not in plan
