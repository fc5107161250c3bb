"""What happens because time has passed: in working hours, once, and never to a case that moved meanwhile."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from domain.case import handovers, moves, reminders
from domain.case.case import Case, Outcome, State
from domain.case.decisions import Decision
from domain.case.draft import Draft
from domain.deadline.explaining import run_of_days
from domain.deadline.promises import Look
from domain.messages import Chat, Lines, Network, Words
from domain.statistics import periods
from handlers import memory, recording
from handlers.clock import tick as clock
from handlers.memory import Conversation
from handlers.province import Province
from storage import cases, chats, failed, people
from storage.database import Store, Tx
from storage.engines import PostgresStore
from storage.knowledge import training
from storage.people import Individual
from tests.cast import (
    CONSTRUCTION,
    DEADLINE,
    FINANCE,
    LAN,
    MINH,
    NOW,
    TAX,
    TUAN,
    Hands,
    filed,
    keys,
    replying,
    said,
    term,
)
from tests.dates import at
from tests.posted import posted as everything_posted
from tests.stores import Opened

MORNING_AFTER = DEADLINE + timedelta(hours=15)  # 08:00 in Lạng Sơn


def posted(store: Store) -> Counter[str]:
    """How often each sentence was posted."""
    return Counter(keys(store.call(everything_posted)))


def mornings(store: Store) -> list[list[str]]:
    """What each morning message is made of."""
    words = [each.words for each in store.call(everything_posted)]
    made = [[each.key for each in said.items if isinstance(each, Words)] for said in words if isinstance(said, Lines)]
    return [keys for keys in made if keys[0] == "morning-head"]


def record(store: Store, *story: Decision) -> Case:
    lan(store)
    for decision in story:
        store.call(lambda tx, decision=decision: recording.record(tx, decision))  # type: ignore[misc]
    return story[-1].case


def lan(store: Store) -> Individual:
    """Lan, person 1, in her private chat."""
    chat = Chat(Network.TELEGRAM, "7")
    found = store.call(lambda tx: people.find(tx, chat.network, "7"))
    return found or store.call(lambda tx: people.meet(tx, chat, "7", LAN.name, "vi"))


def bind(store: Store) -> None:
    """Construction has a chat of its own."""
    chat = Chat(Network.TELEGRAM, "-100")
    store.call(lambda tx: chats.bind(tx, chat, "department", CONSTRUCTION, "Sở Xây dựng"))


def tick(store: Store, province: Province) -> int:
    return store.call(lambda tx: clock.look_at_cases(tx, province))


def loaded(store: Store) -> Case:
    case = store.call(lambda tx: cases.load(tx, 1))
    assert case is not None
    return case


# Deadlines


def test_an_overdue_case_is_raised_to_the_task_group_once(store: Store, hands: Hands, province: Province) -> None:
    bind(store)
    record(store, filed())
    hands.now = MORNING_AFTER
    assert (tick(store, province), tick(store, province)) == (1, 0)
    assert loaded(store).level == 1
    assert posted(store)["morning-head"] == 2  # the department's and the task group's


def test_for_departments_without_a_chat_the_task_group_has_one_message_and_each_case_once(
    store: Store, hands: Hands, province: Province
) -> None:
    record(store, filed(1), filed(2, department=TAX), filed(3, department=FINANCE))
    hands.now = MORNING_AFTER
    assert tick(store, province) == 3
    assert mornings(store) == [["morning-head", "morning-late", *["morning-line"] * 3]]


def test_what_comes_up_when_the_clock_goes_on_is_told_in_the_same_message(
    store: Store, hands: Hands, province: Province
) -> None:
    """Asked on the last day, the 18th of March; nobody has replied until the 1st of April, and the 2nd is the last."""
    bind(store)
    told = filed(term=province.terms.filed(NOW, "obstacle", "", CONSTRUCTION))
    question = moves.ask(told.case, MINH, at("18/03"), "Số?", (), "by", province.terms.asked(told.case, at("18/03")))
    record(store, told, question)
    hands.now = at("02/04", "07:30")
    assert (tick(store, province), tick(store, province)) == (1, 0)
    (message,) = mornings(store)
    assert message == ["morning-head", "morning-due", "morning-line", "morning-reply-over", "morning-line"]
    assert loaded(store).deadline == at("02/04", "17:00")


def test_a_case_is_looked_at_on_every_morning_of_its_agenda(store: Store, hands: Hands, province: Province) -> None:
    record(store, filed())
    moves_of = []
    for _ in range(2 * 24 * 16):
        hands.on(minutes=30)
        if tick(store, province):
            moves_of.append((hands.now, store.call(lambda tx: cases.journal(tx, 1))[-1][0].facts["what"]))
    assert [what for _, what in moves_of] == ["half", "most", "due", "late", "later"]
    assert all(province.terms.is_working(now) for now, _ in moves_of)
    assert loaded(store).agenda == ()


def test_a_case_due_this_moment_is_not_late(store: Store, hands: Hands, province: Province) -> None:
    record(store, filed(term=term(NOW, (NOW + timedelta(seconds=1), Look.LATE))))
    assert tick(store, province) == 0
    hands.on(seconds=1)
    assert tick(store, province) == 1


def test_nothing_is_looked_at_outside_working_hours(store: Store, hands: Hands, province: Province) -> None:
    record(store, filed())
    for evening in (DEADLINE + timedelta(hours=1), DEADLINE + timedelta(days=3)):
        hands.now = evening
        assert tick(store, province) == 0


def test_a_case_that_waits_for_the_business_is_not_warned_of(store: Store, hands: Hands, province: Province) -> None:
    waiting = term(NOW + timedelta(days=30), (NOW + timedelta(days=30), Look.REPLY_OVER))
    record(store, filed(), moves.ask(filed().case, MINH, NOW, "Số?", (), "by", waiting))
    hands.now = MORNING_AFTER
    assert tick(store, province) == 0


def test_the_clock_goes_on_when_the_business_says_nothing(store: Store, hands: Hands, province: Province) -> None:
    """Asked on Monday the 9th until the 19th; the working days since have moved the deadline."""
    record(store, filed(), moves.ask(filed().case, MINH, NOW, "Số?", (), "by", replying()))
    hands.now = NOW + timedelta(days=10)
    assert tick(store, province) == 1
    assert (loaded(store).state, loaded(store).deadline) == (State.ACCEPTED, DEADLINE + timedelta(days=12))
    assert posted(store)["resumed"] == 1


def test_what_fills_a_batch_is_told_with_the_rest_in_one_message_an_audience(
    store: Store, hands: Hands, province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cases, "BATCH", 1)
    monkeypatch.setattr(cases, "due", lambda tx, now, due=cases.due: due(tx, now)[:1])
    bind(store)
    record(store, *(filed(number) for number in (1, 2, 3)))
    hands.now = MORNING_AFTER
    ticks = [tick(store, province) for _ in range(4)]
    assert (ticks, posted(store)["morning-head"]) == ([1, 1, 1, 0], 2)


def test_a_batch_that_somebody_else_has_looked_at_tells_nothing_early(
    store: Store, hands: Hands, province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other process has more to look at: telling now would leave its lines for another morning."""
    monkeypatch.setattr(cases, "BATCH", 1)
    monkeypatch.setattr(cases, "due", lambda tx, now: [1])
    record(store, filed())
    hands.now = MORNING_AFTER
    assert (tick(store, province), tick(store, province)) == (1, 0)
    assert posted(store)["morning-head"] == 0


def test_two_processes_at_once_look_and_tell_once(opened: Opened, hands: Hands, province: Province) -> None:
    one = opened("one")
    two = opened("two") if isinstance(one, PostgresStore) else one  # one process alone has a SQLite file
    bind(one)
    record(one, *(filed(number) for number in range(1, 9)))
    hands.now = MORNING_AFTER
    stores = [one, two] * 2
    with ThreadPoolExecutor(len(stores)) as pool:
        looked = list(pool.map(lambda each: tick(each, province), stores))
    assert sum(looked) == 8
    assert posted(one)["morning-head"] == 2
    for number in range(1, 9):
        assert len(one.call(lambda tx, number=number: cases.journal(tx, number))) == 2  # type: ignore[misc]


# Answers


def test_an_unconfirmed_answer_is_reminded_of_once_and_closed_when_its_time_is_over(
    store: Store, hands: Hands, province: Province
) -> None:
    record(store, filed(), moves.answer(filed().case, MINH, NOW, said()))
    for _ in range(40):  # over the weekend and Monday
        tick(store, province)
        hands.on(hours=5)
    assert posted(store)["remind-confirm"] == 1
    assert posted(store)["closed-in-silence"] == 1
    assert (loaded(store).state, loaded(store).outcome) == (State.CLOSED, Outcome.NOT_CONFIRMED)


def test_a_confirmed_answer_is_neither_reminded_of_nor_closed_again(
    store: Store, hands: Hands, province: Province
) -> None:
    done = moves.answer(filed().case, MINH, NOW, said())
    record(store, filed(), done, moves.confirm(done.case, LAN, NOW, Outcome.SOLVED, NOW + timedelta(days=10)))
    hands.on(days=9)
    assert tick(store, province) == 0
    assert posted(store)["remind-confirm"] == 0


# Drafts


def with_draft(store: Store) -> Individual:
    person = lan(store)
    draft = Draft(texts={"1": "Chờ giấy phép"}, begun_at=NOW.isoformat())
    person.conversation = memory.written(Conversation(draft=draft))
    store.call(lambda tx: people.save(tx, person))
    return person


def drafts(store: Store, province: Province) -> int:
    return store.call(lambda tx: clock.remind_of_drafts(tx, province))


def test_a_draft_is_reminded_of_once_after_a_day(store: Store, hands: Hands, province: Province) -> None:
    with_draft(store)
    hands.on(hours=23)
    assert drafts(store, province) == 0
    for _ in range(20):
        hands.on(hours=6)
        drafts(store, province)
    assert posted(store) == {"draft-reminder": 1}


def test_a_draft_is_dropped_after_thirty_days(store: Store, hands: Hands, province: Province) -> None:
    with_draft(store)
    for _ in range(30):
        hands.on(days=1)
        drafts(store, province)
    assert "draft" in lan(store).conversation
    assert posted(store) == {"draft-reminder": 1}
    for _ in range(3):  # the next working day
        hands.on(days=1)
        drafts(store, province)
    assert lan(store).conversation == {}
    assert posted(store) == {}  # with what was never sent goes all that was said about it


# The week and the night


def weekly(store: Store, province: Province) -> bool:
    return store.call(lambda tx: clock.send_weekly_summary(tx, province))


def test_the_weekly_summary_comes_once_on_monday_at_half_past_seven(
    store: Store, hands: Hands, province: Province
) -> None:
    record(store, filed())
    hands.now = datetime(2026, 3, 16, 0, 29, tzinfo=UTC)  # Monday 07:29 in Lạng Sơn
    assert not weekly(store, province)
    hands.on(minutes=1)
    assert weekly(store, province)
    hands.on(minutes=1)
    assert not weekly(store, province)
    assert posted(store)["weekly-head"] == 1


def test_a_monday_off_leaves_the_summary_to_tuesday(store: Store, hands: Hands, province: Province) -> None:
    record(store, filed())
    hands.now = at("27/04", "07:30")  # Monday after the Hùng Kings' day, which was a Sunday
    assert not weekly(store, province)
    hands.now = at("28/04", "07:30")
    assert weekly(store, province)


def test_a_missed_summary_is_caught_up_with_in_the_same_week(store: Store, hands: Hands, province: Province) -> None:
    record(store, filed())
    hands.now = datetime(2026, 3, 19, 3, 0, tzinfo=UTC)
    assert weekly(store, province)


def test_a_missed_summary_comes_as_soon_as_the_program_is_back_that_day(
    store: Store, hands: Hands, province: Province
) -> None:
    record(store, filed())
    hands.now = at("16/03", "12:10")
    assert weekly(store, province)


def test_no_summary_comes_in_the_night_after_its_day(store: Store, hands: Hands, province: Province) -> None:
    record(store, filed())
    hands.now = at("17/03", "00:10")
    assert not weekly(store, province)


def test_the_summary_comes_at_the_hour_that_is_set_even_before_the_offices_open(
    store: Store, hands: Hands, province: Province
) -> None:
    record(store, filed())
    early = replace(province, report_at=(2, time(6, 45)))
    told = {}
    for day, hour in (("17/03", "10:00"), ("18/03", "06:44"), ("18/03", "06:45"), ("19/03", "06:45")):
        hands.now = at(day, hour)
        told[day, hour] = weekly(store, early)
    assert [when for when, came in told.items() if came] == [("18/03", "06:45")]


def test_a_province_without_a_case_before_the_week_gets_no_summary(
    store: Store, hands: Hands, province: Province
) -> None:
    hands.now = datetime(2026, 3, 16, 1, 0, tzinfo=UTC)
    assert not weekly(store, province)


def heads(store: Store) -> list[tuple[Words, bool]]:
    """The summaries in the outbox: the days each tells of, and whether it says that it is late."""
    found = [each.words for each in store.call(everything_posted)]
    return [
        (said.items[0].args["days"], keys_in(said)[1] == "weekly-late")  # type: ignore[union-attr,misc]
        for said in found
        if isinstance(said, Lines) and keys_in(said)[0] == "weekly-head"
    ]


def of(week: str, *, late: bool = False) -> tuple[Words, bool]:
    period = periods.read(week)
    return run_of_days(period.first, period.until - timedelta(days=1)), late


def keys_in(said: Lines) -> list[str]:
    return [each.key for each in said.items if isinstance(each, Words)]


def test_weeks_missed_altogether_come_in_their_order_and_say_that_they_are_late(
    store: Store, hands: Hands, province: Province
) -> None:
    record(store, filed())
    hands.now = at("16/03", "07:30")
    assert weekly(store, province)
    hands.now = at("06/04", "07:31")  # nobody was there for three weeks, but now on time
    assert weekly(store, province)
    assert not weekly(store, province)
    assert heads(store) == [
        of("2026-W11"),
        of("2026-W12", late=True),
        of("2026-W13", late=True),
        of("2026-W14"),
    ]


def test_a_summary_that_comes_an_hour_after_its_time_says_that_it_is_late(
    store: Store, hands: Hands, province: Province
) -> None:
    record(store, filed())
    hands.now = at("16/03", "12:10")
    assert weekly(store, province)
    assert heads(store) == [of("2026-W11", late=True)]


def test_a_summary_on_tuesday_after_a_monday_off_is_not_late(store: Store, hands: Hands, province: Province) -> None:
    record(store, filed())
    hands.now = at("28/04", "07:30")
    assert weekly(store, province)
    assert heads(store) == [of("2026-W17")]


def test_two_that_look_at_the_same_moment_send_one_summary(
    opened: Opened, store: Store, hands: Hands, province: Province
) -> None:
    record(store, filed())
    hands.now = at("16/03", "07:30")
    stores = [store, opened("two")]
    with ThreadPoolExecutor(6) as threads:
        told = list(threads.map(lambda number: weekly(stores[number % 2], province), range(6)))
    assert told.count(True) == 1
    assert len(heads(store)) == 1


def test_a_death_before_the_commit_leaves_the_whole_summary_to_the_next_try(
    store: Store, hands: Hands, province: Province
) -> None:
    record(store, filed())
    hands.now = at("16/03", "07:30")

    def dies(tx: Tx) -> None:
        assert clock.send_weekly_summary(tx, province)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        store.call(dies)
    assert heads(store) == []
    assert weekly(store, province)
    assert not weekly(store, province)
    assert len(heads(store)) == 1


def test_the_night_prunes_once_a_day(store: Store, hands: Hands) -> None:
    assert [store.call(clock.forget_doubles), store.call(clock.forget_doubles)] == [True, False]
    hands.on(days=1)
    assert store.call(clock.forget_doubles)


def test_a_case_no_rule_fits_stops_no_other_one(
    store: Store, hands: Hands, province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(store, filed(1))
    record(store, filed(2))
    look = reminders.look

    def stumbles(case: Case, *rest: Any) -> Any:
        if case.id == 1:
            raise RuntimeError
        return look(case, *rest)

    monkeypatch.setattr(reminders, "look", stumbles)
    hands.now = MORNING_AFTER
    assert (tick(store, province), tick(store, province)) == (1, 0)
    (kept,) = store.call(failed.unsolved)
    assert (kept.network, kept.incoming_id) == ("clock", "case:1")
    assert store.call(lambda tx: cases.load(tx, 2)).level == 1  # type: ignore[union-attr]


def test_how_routing_did_is_told_once_a_month_on_its_first_working_day(
    store: Store, hands: Hands, province: Province
) -> None:
    def told() -> bool:
        return store.call(lambda tx: clock.tell_how_routing_did(tx, province))

    case = record(store, filed())
    record(store, handovers.assign(case, TUAN, hands.now, FINANCE, "", term()))
    hands.now = datetime(2026, 4, 1, 0, 29, tzinfo=UTC)  # Wednesday 07:29 in Lạng Sơn
    assert not told()
    hands.on(minutes=1)
    assert told()
    hands.on(days=1)
    assert not told()
    assert posted(store)["routed-head"] == 1
    (counted,) = store.call(
        lambda tx: training.times_moved(tx, NOW - timedelta(days=1), NOW + timedelta(days=1))
    ).items()
    assert counted == ((CONSTRUCTION, 1), 1)
