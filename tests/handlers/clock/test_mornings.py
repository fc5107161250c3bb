"""One message an audience and morning, within its hours, of what is still true."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from bot.delivery.wording import Wording
from bot.province import read_catalogue
from bot.settings import ROOT
from domain.case import handovers, moves
from domain.case.case import Case
from domain.case.decisions import Decision
from domain.case.reminders import Reminder
from domain.deadline.promises import Look
from domain.messages import (
    LEADERSHIP,
    TASK_GROUP,
    Chat,
    Lines,
    Network,
    Notice,
    To,
    Words,
    to_department,
    to_head,
)
from domain.province.catalogue import Hours, Session
from handlers import recording
from handlers.clock import mornings
from handlers.clock.mornings import LISTED, message, tell
from handlers.province import Province
from storage import chats, reminders
from storage.database import Store
from storage.engines import PostgresStore
from storage.reminders import Line
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
    going_on,
    leaves,
    replying,
    said,
    term,
)
from tests.dates import at
from tests.posted import items
from tests.stores import Opened

GROUP, HEAD = to_department(CONSTRUCTION), to_head(CONSTRUCTION)
HOUR = timedelta(hours=1)
EVENING = NOW + 9 * HOUR
TOMORROW = NOW + timedelta(days=1)
PAGE = Chat(Network.PAGE, "group")


def posted(store: Store) -> list[tuple[str, Notice]]:
    """The gathered messages posted so far, each with its chat."""
    return [(chat.id, notice) for _, chat, notice in store.call(items) if "morning-head" in str(notice.words)]


def counts(store: Store) -> list[int]:
    """How many lines each gathered message has told of."""
    return [count(notice) for _, notice in posted(store)]


def count(notice: Notice) -> int:
    return int(str(next(dict(words.args)["count"] for words in words_of(notice) if words.key == "morning-head")))


def words_of(notice: Notice) -> Iterator[Words]:
    assert isinstance(notice.words, Lines)
    return (words for words in notice.words.items if isinstance(words, Words))


def record(store: Store, *story: Decision) -> Case:
    for decision in story:
        store.call(lambda tx, decision=decision: recording.record(tx, decision))  # type: ignore[misc]
    return story[-1].case


def gather(store: Store, case: int = 1, what: str = Look.MOST, to: To = GROUP, *, urgent: bool = False) -> None:
    reminder = Reminder(to, case, what, NOW, urgent)
    store.call(lambda tx: reminders.keep(tx, reminder, DEADLINE))


def morning(store: Store, province: Province) -> None:
    store.call(lambda tx: tell(tx, province))


def bind(store: Store, role: str, department: str = "") -> None:
    chat = Chat(Network.PAGE, f"{role}:{department}")
    store.call(lambda tx: chats.bind(tx, chat, role, department, ""))


# Once a morning


def test_everything_gathered_for_an_audience_is_one_message(store: Store, province: Province) -> None:
    record(store, *(filed(number) for number in (1, 2, 3)))
    for number in (1, 2, 3):
        gather(store, number)
    morning(store, province)
    morning(store, province)
    assert counts(store) == [3]


def test_each_audience_has_a_message_of_its_own(store: Store, province: Province) -> None:
    record(store, filed())
    for role, department in (
        ("department", CONSTRUCTION),
        ("head", CONSTRUCTION),
        ("task-group", ""),
        ("leadership", ""),
    ):
        bind(store, role, department)
    for to in (GROUP, HEAD, TASK_GROUP, LEADERSHIP):
        gather(store, what=Look.LATER, to=to)
    morning(store, province)
    expected = {f"department:{CONSTRUCTION}", f"head:{CONSTRUCTION}", "task-group:", "leadership:"}
    assert {chat for chat, _ in posted(store)} == expected
    assert counts(store) == [1] * 4


def test_a_second_batch_of_the_day_waits_for_the_next_morning(store: Store, hands: Hands, province: Province) -> None:
    record(store, filed(1), filed(2))
    gather(store, 1)
    morning(store, province)
    hands.on(hours=1)
    gather(store, 2)
    morning(store, province)
    assert counts(store) == [1]
    hands.now = TOMORROW
    morning(store, province)
    assert counts(store) == [1, 1]


def test_what_is_promised_in_hours_does_not_wait(store: Store, hands: Hands, province: Province) -> None:
    record(store, filed(1), filed(2), filed(3))
    gather(store, 1)
    morning(store, province)
    hands.on(hours=1)
    gather(store, 2)
    gather(store, 3, urgent=True)
    morning(store, province)
    assert counts(store) == [1, 1]
    assert "LS26-00003" in leaves(posted(store)[-1][1].words)
    hands.now = TOMORROW
    morning(store, province)
    assert "LS26-00002" in leaves(posted(store)[-1][1].words)
    assert len(posted(store)) == 3


def test_what_is_urgent_does_not_use_up_the_morning(store: Store, hands: Hands, province: Province) -> None:
    record(store, filed(1), filed(2))
    gather(store, 1, urgent=True)
    morning(store, province)
    gather(store, 2)
    morning(store, province)
    assert counts(store) == [1, 1]


def test_what_ends_today_does_not_wait_for_tomorrow(store: Store, hands: Hands, province: Province) -> None:
    """A reply after the morning's message can leave a case with the rest of the day."""
    record(store, filed(1), filed(2), filed(3))
    gather(store, 1)
    morning(store, province)
    hands.on(hours=1)
    gather(store, 2)
    gather(store, 3, Look.DUE)
    morning(store, province)
    assert counts(store) == [1, 1]
    assert "LS26-00003" in leaves(posted(store)[-1][1].words)


def test_a_warning_that_waited_gives_way_to_the_next_one_of_its_case(
    store: Store, hands: Hands, province: Province
) -> None:
    record(store, filed(1), filed(2))
    for what in (Look.DUE, Look.ACCEPT, Look.MOST):
        gather(store, 1, what)
    gather(store, 2, Look.MOST)
    morning(store, province)
    reasons = [words.key for words in words_of(posted(store)[0][1]) if words.key.startswith("morning-")]
    assert counts(store) == [3]
    assert reasons.count("morning-line") == 3
    assert [key for key in reasons if key not in {"morning-head", "morning-line"}] == [
        "morning-due",
        "morning-most",
        "morning-accept",
    ]


@pytest.mark.parametrize("urgent", [False, True])
def test_nothing_is_said_outside_working_hours(store: Store, hands: Hands, province: Province, urgent: bool) -> None:  # noqa: FBT001
    record(store, filed())
    gather(store, urgent=urgent)
    for quiet in (EVENING, NOW + timedelta(days=5), NOW + 3 * HOUR):  # after hours, on a Saturday, at noon
        hands.now = quiet
        morning(store, province)
    assert posted(store) == []
    hands.now = NOW + 5 * HOUR
    morning(store, province)
    assert counts(store) == [1]


def test_a_department_is_told_within_its_own_hours(store: Store, hands: Hands, province: Province) -> None:
    late = Hours((Session(time(14), time(20)),))
    changed = [
        replace(each, hours=late) if each.key == CONSTRUCTION else each for each in province.catalogue.departments
    ]
    own = Province(replace(province.catalogue, departments=tuple(changed)), province.router)
    record(store, filed())
    gather(store)
    gather(store, to=TASK_GROUP)
    morning(store, own)
    assert counts(store) == [1]
    hands.now = EVENING  # 18:00 in Lạng Sơn
    morning(store, own)
    assert counts(store) == [1, 1]


# What is still true


def asked_part(case: Case) -> Decision:
    limit = replace(going_on(case), due=NOW + HOUR)
    return handovers.invite(case, MINH, NOW, TAX, "Còn nợ thuế không?", limit)


MOVED = {
    "answered": (Look.DUE, lambda case: moves.answer(case, MINH, NOW, said())),
    "withdrawn": (Look.LATE, lambda case: moves.withdraw(case, LAN, NOW)),
    "accepted": (Look.ACCEPT, lambda case: moves.accept(case, MINH, NOW)),
    "extended": (
        Look.MOST,
        lambda case: handovers.extend(case, MINH, NOW, 5, "chờ Bộ trả lời", term(DEADLINE + 99 * HOUR)),
    ),
    "transferred": (
        Look.DUE,
        lambda case: handovers.transfer(case, MINH, NOW, FINANCE, "thuộc Sở Tài chính", going_on(case)),
    ),
    "transferred before it was accepted": (
        Look.ACCEPT,
        lambda case: handovers.assign(case, TUAN, NOW, FINANCE, "", going_on(case)),
    ),
    "told something": (Look.HALF, lambda case: moves.tell(case, MINH, NOW, "Đang xem", (), "by")),
    "asked": (Look.HALF, lambda case: moves.ask(case, MINH, NOW, "Số?", (), "by", replying())),
}


@pytest.mark.parametrize("how", sorted(MOVED))
def test_a_case_that_moved_meanwhile_is_left_out(store: Store, province: Province, how: str) -> None:
    what, move = MOVED[how]
    record(store, filed(1), filed(2))
    gather(store, 1, what)
    gather(store, 2, what)
    record(store, move(filed(1).case))
    morning(store, province)
    assert counts(store) == [1]
    assert "LS26-00001" not in leaves(posted(store)[0][1].words)


def test_a_part_that_was_said_meanwhile_is_left_out(store: Store, province: Province) -> None:
    invited = asked_part(filed().case)
    record(store, filed(), invited)
    gather(store, what=f"{Look.PART_LATE}:{TAX}", to=to_department(TAX))
    record(store, handovers.contribute(invited.case, HOA, NOW, TAX, "Không nợ", ()))
    morning(store, province)
    assert posted(store) == []


def test_a_part_that_is_owed_is_told_to_the_department_that_owes_it(store: Store, province: Province) -> None:
    record(store, filed(), asked_part(filed().case))
    gather(store, what=f"{Look.PART}:{TAX}", to=to_department(TAX))
    morning(store, province)
    assert counts(store) == [1]
    assert [words.key for words in words_of(posted(store)[0][1])] == ["morning-head", "morning-part", "morning-line"]


def test_whoever_oversees_hears_of_a_case_that_changed_hands(store: Store, province: Province) -> None:
    moved = handovers.assign(filed().case, TUAN, NOW, FINANCE, "", going_on(filed().case))
    record(store, filed(), moved)
    gather(store, what=Look.LATE, to=TASK_GROUP)
    morning(store, province)
    assert counts(store) == [1]


def test_what_was_left_out_neither_comes_later_nor_uses_up_the_morning(store: Store, province: Province) -> None:
    record(store, filed(1), filed(2), moves.answer(filed(1).case, MINH, NOW, said()))
    gather(store, 1)
    morning(store, province)
    assert (posted(store), store.call(reminders.audiences)) == ([], [])
    gather(store, 2)
    morning(store, province)
    assert counts(store) == [1]


# Heads


def test_a_head_without_a_chat_gets_nothing_and_one_with_a_chat_does(store: Store, province: Province) -> None:
    record(store, filed())
    gather(store, what=Look.DUE, to=HEAD)
    morning(store, province)
    assert (posted(store), store.call(reminders.audiences)) == ([], [])
    bind(store, "head", CONSTRUCTION)
    gather(store, what=Look.DUE, to=HEAD)
    morning(store, province)
    assert [chat for chat, _ in posted(store)] == [f"head:{CONSTRUCTION}"]


# Several processes


def test_two_processes_at_once_tell_once(opened: Opened, province: Province) -> None:
    one = opened("one")
    two = opened("two") if isinstance(one, PostgresStore) else one  # one process alone has a SQLite file
    record(one, *(filed(number) for number in range(1, 6)))
    for number in range(1, 6):
        gather(one, number)
        gather(one, number, to=TASK_GROUP, urgent=True)
    together = threading.Barrier(2 if two is not one else 1)

    def work(store: Store) -> None:
        if store.call(lambda tx: len(reminders.audiences(tx))):
            together.wait(20)
            morning(store, province)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(work, {one, two}))
    assert sorted(counts(one)) == [5, 5]


# The message


def line(number: int = 1, what: str = Look.MOST, **changes: object) -> Line:
    facts: dict[str, object] = {
        "id": number,
        "case": number,
        "code": f"LS26-{number:05d}",
        "department": CONSTRUCTION,
        "state": "accepted",
        "what": what,
        "since": NOW,
        "deadline": DEADLINE,
        "due": DEADLINE,
        "urgent": False,
    }
    return Line(**{**facts, **changes})  # type: ignore[arg-type]


def test_a_thousand_lines_are_one_message_with_a_count(store: Store, province: Province) -> None:
    notice = message(GROUP, [line(number) for number in range(1, 1001)])
    keys = [words.key for words in words_of(notice)]
    assert (count(notice), keys.count("morning-line")) == (1000, LISTED)
    assert dict(list(words_of(notice))[-1].args) == {"count": 1000 - LISTED}
    assert len([choice for row in notice.choices for choice in row]) == mornings.BUTTONS


def test_as_many_as_can_be_listed_are_not_counted_on() -> None:
    keys = [words.key for words in words_of(message(GROUP, [line(number) for number in range(1, LISTED + 1)]))]
    assert keys.count("morning-line") == LISTED
    assert "morning-more" not in keys


def test_the_most_pressing_comes_first_and_each_reason_is_said_once() -> None:
    looks = [Look.CONFIRM_OVER, Look.PART, Look.HALF, Look.LATER, Look.DUE, Look.HALF, f"{Look.PART_LATE}:{TAX}"]
    notice = message(GROUP, [line(number, what) for number, what in enumerate(looks, 1)])
    reasons = [words.key for words in words_of(notice) if words.key not in {"morning-head", "morning-line"}]
    assert reasons == [
        "morning-later",
        "morning-due",
        "morning-half",
        "morning-part-late",
        "morning-part",
        "morning-confirm-over",
    ]


def told(notice: Notice) -> dict[str, object]:
    return next(dict(words.args) for words in words_of(notice) if words.key == "morning-line")


@pytest.mark.parametrize(
    ("since", "now", "late"),
    [
        (at("09/03", "09:30"), at("09/03", "11:00"), "no"),
        (at("09/03", "11:30"), at("09/03", "13:31"), "no"),  # nobody is told anything at noon
        (at("09/03", "17:00"), at("10/03", "07:31"), "no"),
        (at("09/03", "10:00"), at("09/03", "14:00"), "no"),
        (at("09/03", "10:00"), at("09/03", "14:01"), "yes"),
    ],
)
def test_a_line_that_should_have_come_two_working_hours_before_says_so(
    store: Store, hands: Hands, province: Province, since: datetime, now: datetime, late: str
) -> None:
    record(store, filed())
    store.call(lambda tx: reminders.keep(tx, Reminder(GROUP, 1, Look.MOST, since), DEADLINE))
    hands.now = now
    morning(store, province)
    assert told(posted(store)[0][1])["late"] == late


def test_a_department_is_named_where_it_is_not_the_readers_own() -> None:
    own = {to: told(message(to, [line()]))["own"] for to in (GROUP, HEAD, to_department(TAX), TASK_GROUP)}
    assert own == {GROUP: "yes", HEAD: "yes", to_department(TAX): "no", TASK_GROUP: "no"}
    assert told(message(TASK_GROUP, [line(department="")]))["department"] == Words("department-undecided")


def test_buttons_open_the_cases_where_officers_work_and_let_leaders_act_on_them() -> None:
    twice = [line(1), line(1, Look.ACCEPT), line(2)]
    data = [choice.data for row in message(GROUP, twice).choices for choice in row]
    assert data == ["o:card:1", "o:card:2"]
    assert message(TASK_GROUP, twice).choices != ()
    assert message(HEAD, twice).choices == ()
    acted = [choice.data for row in message(LEADERSHIP, twice).choices for choice in row]
    assert acted == ["l:urge:1", "l:hand:1", "l:urge:2", "l:hand:2"]


@pytest.fixture(scope="module")
def wording() -> Wording:
    return Wording(read_catalogue(ROOT / "catalogue" / "lang-son")[0], ROOT / "locales")


@pytest.mark.parametrize("audience", [GROUP, TASK_GROUP])
@pytest.mark.parametrize("language", ["vi", "en", "zh"])
def test_every_line_can_be_said_in_three_languages(wording: Wording, language: str, audience: To) -> None:
    looks = [look for look in Look if look not in {Look.CONFIRM_SOON, Look.REPLY_SOON}]
    for late in (set[int](), {1, 2}):
        notice = message(audience, [line(number, what) for number, what in enumerate(looks, 1)], late)
        text = wording.say(notice.words, language)
        assert "{" not in text
        assert all(text.count(f"#LS26-{number:05d}") == 1 for number in range(1, len(looks) + 1))
    more = message(audience, [line(number) for number in range(1, 1001)])
    assert str(1000 - LISTED) in wording.say(more.words, language).replace(".", "").replace(",", "")
