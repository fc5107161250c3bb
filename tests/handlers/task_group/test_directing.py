"""Who may give, follow and judge a directive, by typing and by tapping; a forged tap gets no further."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from domain.buttons import Button, Side
from domain.case.case import Tier
from domain.messages import Chat, Incoming, Kind, Network, Notice, Sender
from domain.oversight.directives import ITSELF, Directive, Standing
from domain.refusals import Missing, NotNow, NotYours, Refusal
from handlers import recording
from handlers.clock import directives as clock
from handlers.leadership import escalations, talk
from handlers.province import Province
from handlers.task_group import directing, following
from handlers.turn import InGroup, Turn
from storage import chats, reminders
from storage.chats import Bound
from storage.database import Store, Tx
from storage.oversight import directives as memory
from tests.cast import CONSTRUCTION, FINANCE, NOW, TAX, Hands, filed, leaves

DESKS = {
    "task-group": Bound(Chat(Network.TELEGRAM, "-1"), "task-group"),
    "leadership": Bound(Chat(Network.TELEGRAM, "-2"), "leadership"),
    CONSTRUCTION: Bound(Chat(Network.TELEGRAM, "-3"), "department", CONSTRUCTION),
    TAX: Bound(Chat(Network.TELEGRAM, "-4"), "department", TAX),
}
FULL = "/chidao #LS26-00001 Sở Xây dựng báo cáo trước 20/03"


@pytest.fixture
def town(store: Store) -> Store:
    """A hidden case with construction, every chat bound."""
    for each in DESKS.values():
        store.call(lambda tx, each=each: chats.bind(tx, each.chat, each.role, each.department, ""))  # type: ignore[misc]
    store.call(lambda tx: recording.record(tx, filed(1, tier=Tier.HIDDEN)))
    return store


def turn(tx: Tx, province: Province, desk: str, text: str = "", **more: Any) -> InGroup:
    bound = DESKS[desk]
    incoming = Incoming(f"{desk}{text}", bound.chat, Sender("9", "Ai đó"), NOW, private=False, text=text)
    return Turn(tx, province, replace(incoming, message_id="m1", **more), bound)


def says(store: Store, province: Province, desk: str, text: str) -> list[Notice]:
    def run(tx: Tx) -> list[Notice]:
        directing.command(turn(tx, province, desk, text), text.removeprefix("/chidao").strip(), 0)
        return [item.notice for item in tx.posted]

    return store.call(run)


def taps(store: Store, province: Province, desk: str, button: Button) -> list[Notice]:
    def run(tx: Tx) -> list[Notice]:
        directing.carry_out_tap(turn(tx, province, desk, tap_id="1"), button)
        return [item.notice for item in tx.posted]

    return store.call(run)


def replies(store: Store, province: Province, desk: str, text: str, number: int = 1) -> list[Notice]:
    def run(tx: Tx) -> list[Notice]:
        directive = memory.load(tx, number)
        assert directive is not None
        directing.take_reply(turn(tx, province, desk, text), directive, 9, text, ())
        return [item.notice for item in tx.posted]

    return store.call(run)


def kept(store: Store, number: int = 1) -> Directive:
    found = store.call(lambda tx: memory.load(tx, number))
    assert found is not None
    return found


def tap(verb: str, number: int = 1, **more: Any) -> Button:
    return Button(Side.DIRECTIVE, verb, directive=number, **more)


def test_who_what_and_by_when_in_one_line_is_given_at_once(town: Store, province: Province) -> None:
    told = says(town, province, "task-group", FULL)
    assert kept(town).standing is Standing.GIVEN
    assert (kept(town).department, kept(town).about) == (CONSTRUCTION, "LS26-00001")
    assert {each.to.department for each in told if each.kind is Kind.SEND} >= {CONSTRUCTION}


@pytest.mark.parametrize("words", ["#LS26-00001 xem lại trước 20/03", "#LS26-00001 Sở Xây dựng xem lại", "xem lại"])
def test_what_is_missing_is_asked_by_buttons(town: Store, province: Province, words: str) -> None:
    (asked,) = [each for each in says(town, province, "leadership", f"/chidao {words}") if each.choices]
    assert kept(town).standing is Standing.DRAFT
    assert any(choice.data.startswith(("t:who:", "t:days:")) for row in asked.choices for choice in row)


def test_a_draft_is_completed_by_taps_and_words_by_either_side(town: Store, province: Province) -> None:
    says(town, province, "leadership", "/chidao #LS26-00001")
    taps(town, province, "task-group", tap("who", department=CONSTRUCTION))
    taps(town, province, "leadership", tap("days", days=5))
    with pytest.raises(Missing):
        taps(town, province, "leadership", tap("give"))
    replies(town, province, "task-group", "Làm rõ trước 20/03")
    assert kept(town).due is not None
    taps(town, province, "task-group", tap("give"))
    assert (kept(town).standing, kept(town).text) == (Standing.GIVEN, "Làm rõ trước 20/03")
    with pytest.raises(NotNow):
        taps(town, province, "leadership", tap("give"))


@pytest.mark.parametrize("department", ["so-khong-co", "hiep-hoi-doanh-nghiep"])
def test_nobody_is_chosen_who_takes_no_cases(town: Store, province: Province, department: str) -> None:
    says(town, province, "leadership", "/chidao #LS26-00001 xem lại")
    with pytest.raises(Refusal):
        taps(town, province, "leadership", tap("who", department=department))
    with pytest.raises(Refusal):
        taps(town, province, "leadership", tap("days", days=7))


@pytest.mark.parametrize("verb", ["give", "who", "days", "drop"])
def test_a_department_completes_no_draft(town: Store, province: Province, verb: str) -> None:
    says(town, province, "leadership", "/chidao #LS26-00001 xem lại")
    with pytest.raises(Refusal):
        taps(town, province, CONSTRUCTION, tap(verb))
    with pytest.raises(Refusal):
        says(town, province, CONSTRUCTION, FULL)


@pytest.mark.parametrize(
    ("desk", "verb"),
    [
        *((TAX, "report"), (TAX, "accept"), (TAX, "show"), (CONSTRUCTION, "accept"), (CONSTRUCTION, "return")),
        *(("task-group", "report"), ("leadership", "report"), ("task-group", "return")),
    ],
)
def test_a_tap_of_somebody_else_or_out_of_turn_is_refused(
    town: Store, province: Province, desk: str, verb: str
) -> None:
    says(town, province, "task-group", FULL)
    with pytest.raises(NotYours):
        taps(town, province, desk, tap(verb))


def test_a_reply_goes_nowhere_until_a_tap_says_what_it_is(town: Store, province: Province) -> None:
    says(town, province, "task-group", FULL)
    (question,) = replies(town, province, CONSTRUCTION, "Công ty Lan Anh đã nhận giấy phép")
    assert [choice.data for row in question.choices for choice in row] == ["t:report:1:m1", "t:word:1:m1"]
    assert kept(town).standing is Standing.GIVEN
    with pytest.raises(Refusal):  # what another group has not written, it cannot send
        taps(town, province, TAX, tap("report", message="m1"))
    told = taps(town, province, CONSTRUCTION, tap("report", message="m1"))
    assert kept(town).standing is Standing.REPORTED
    assert any("Lan Anh" in leaves(each.words) for each in told if each.to.audience == "task-group")
    with pytest.raises(Refusal):
        taps(town, province, CONSTRUCTION, tap("report", message="m1"))
    assert replies(town, province, TAX, "Việc của tôi?") == []


def test_leadership_reads_no_name_when_what_it_wanted_is_done(town: Store, province: Province) -> None:
    says(town, province, "leadership", FULL)
    replies(town, province, CONSTRUCTION, "Công ty Lan Anh đã nhận giấy phép")
    taps(town, province, CONSTRUCTION, tap("report", message="m1"))
    told = taps(town, province, "task-group", tap("accept"))
    leaders = [each for each in told if each.to.audience == "leadership"]
    assert leaders
    assert not any("Lan Anh" in leaves(each.words) for each in leaders)


def test_the_task_group_stands_in_for_a_department_without_a_chat(town: Store, province: Province) -> None:
    says(town, province, "leadership", "/chidao Sở Tài chính báo cáo trước 20/03")
    assert kept(town).department == FINANCE
    replies(town, province, "task-group", "Đã xong")
    taps(town, province, "task-group", tap("report", message="m1"))
    taps(town, province, "task-group", tap("accept"))
    assert kept(town).standing is Standing.DONE


def test_what_the_task_group_was_given_leadership_judges(town: Store, province: Province) -> None:
    store = town
    store.call(
        lambda tx: escalations.tap(turn(tx, province, "leadership", tap_id="1"), Button(Side.LEADER, "hand", case=1))
    )
    assert kept(store).department == ITSELF
    replies(store, province, "task-group", "Đã đôn đốc")
    taps(store, province, "task-group", tap("report", message="m1"))
    with pytest.raises(NotYours):
        taps(store, province, "task-group", tap("accept"))
    taps(store, province, "leadership", tap("accept"))
    assert kept(store).standing is Standing.DONE


@pytest.mark.parametrize("verb", ["urge", "hand", "details"])
@pytest.mark.parametrize("desk", ["task-group", CONSTRUCTION])
def test_a_leaders_button_is_leaderships_alone(town: Store, province: Province, verb: str, desk: str) -> None:
    with pytest.raises(NotYours):
        town.call(lambda tx: escalations.tap(turn(tx, province, desk, tap_id="1"), Button(Side.LEADER, verb, case=1)))


def test_the_clock_gathers_what_is_late_for_everybody_concerned(town: Store, province: Province, hands: Hands) -> None:
    says(town, province, "leadership", FULL)
    hands.on(days=14)
    assert town.call(lambda tx: clock.look(tx, province)) == 1
    gathered = town.call(reminders.audiences)
    assert {each.audience for each in gathered} == {"department", "task-group", "leadership"}
    assert town.call(lambda tx: clock.look(tx, province)) == 0
    for each in gathered:
        owed = town.call(lambda tx, each=each: clock.still_owed(tx, reminders.owed(tx, each)))  # type: ignore[misc]
        assert len(owed) == 1
    following_tap = tap("accept")
    taps(town, province, "task-group", following_tap)
    for each in gathered:
        assert town.call(lambda tx, each=each: clock.still_owed(tx, reminders.owed(tx, each))) == []  # type: ignore[misc]


def test_talk_among_leaders_is_none_of_the_bots_business(town: Store, province: Province) -> None:
    def run(tx: Tx) -> int:
        talk.take(turn(tx, province, "leadership", "Trưa nay ăn gì?"))
        talk.take(turn(tx, province, "leadership", "Tôi bận", reply_to="55"))
        talk.take(turn(tx, province, "leadership", "/batky"))
        return len(tx.posted)

    assert town.call(run) == 0


def test_the_list_names_those_of_this_chat(town: Store, province: Province) -> None:
    says(town, province, "task-group", FULL)
    (own,) = says(town, province, CONSTRUCTION, "/chidao")
    (others,) = says(town, province, TAX, "/chidao")
    assert "CD26-001" in leaves(own.words)
    assert "CD26-001" not in leaves(others.words)
    assert following.here(turn(None, province, TAX)).department == TAX  # type: ignore[arg-type]
