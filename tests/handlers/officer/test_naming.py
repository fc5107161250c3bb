"""Which case an officer means: a code in front, what they reply to, a code among the words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from domain.messages import Chat, Incoming, Network, Sender
from domain.refusals import Missing, NotYours, Refusal
from handlers import recording
from handlers.access import case_for, check
from handlers.commands import COMMANDS, IN_GROUP
from handlers.officer import typed_commands
from handlers.officer.naming import case_named, department_in_front
from handlers.province import Province
from handlers.turn import InGroup, Turn
from storage import messages
from storage.chats import Bound
from storage.database import Store, Tx
from storage.messages import Known
from tests.cast import CONSTRUCTION, FINANCE, NOW, TAX, filed

GROUP = Chat(Network.TELEGRAM, "-5")

InTurn = Callable[..., object]


def said(text: str = "", **more: str) -> Incoming:
    return Incoming("1", GROUP, Sender("2", "Minh"), NOW, private=False, text=text, message_id="9", **more)  # type: ignore[arg-type]


@pytest.fixture
def in_turn(store: Store, province: Province) -> InTurn:
    """Does something in a turn of a group; cases 1 and 2 are construction's, the card of 1 is message 5."""
    for number in (1, 2):
        store.call(lambda tx, number=number: recording.record(tx, filed(number)))  # type: ignore[misc]

    def run(do: Callable[[InGroup], object], incoming: Incoming, department: str = CONSTRUCTION) -> object:
        def within(tx: Tx) -> object:
            messages.remember(tx, GROUP, Known("5", 1, "card:1", {}))
            return do(Turn(tx, province, incoming, Bound(GROUP, "department", department)))

        return store.call(within)

    return run


@pytest.mark.parametrize(
    ("text", "reply_to", "named"),
    [
        ("#LS26-00002 xong rồi", "", (2, "xong rồi")),
        ("#LS26-00002 xong rồi", "5", (2, "xong rồi")),
        ("xong rồi", "5", (1, "xong rồi")),
        ("xong rồi, giống #LS26-00002", "5", (1, "xong rồi, giống #LS26-00002")),
        ("xong rồi #LS26-00002", "", (2, "xong rồi")),
        ("#LS26-00009 xong rồi", "5", (0, "xong rồi")),
    ],
)
def test_a_code_in_front_counts_then_the_reply_then_a_code_among_the_words(
    in_turn: InTurn, text: str, reply_to: str, named: tuple[int, str]
) -> None:
    assert in_turn(lambda turn: case_named(turn, text), said(reply_to=reply_to)) == named


def test_words_that_name_no_case_are_asked_for_one(in_turn: InTurn) -> None:
    with pytest.raises(Missing):
        in_turn(lambda turn: case_named(turn, "xong rồi"), said())


@pytest.mark.parametrize(
    "name", ["So-Tai-Chinh", "Sở Tài chính", "so tai chinh", "STC", "Sở Kế hoạch và Đầu tư:", "Department of Finance"]
)
def test_a_department_is_named_by_its_key_or_any_name_it_has_or_had(province: Province, name: str) -> None:
    assert department_in_front(province, name) == (FINANCE, "")
    assert department_in_front(province, f"{name} vì đây là việc đầu tư") == (FINANCE, "vì đây là việc đầu tư")


@pytest.mark.parametrize("words", ["", "so-khong-co", "vì Sở Tài chính phụ trách"])
def test_words_that_begin_with_no_department_are_refused(province: Province, words: str) -> None:
    with pytest.raises(Missing):
        department_in_front(province, words)


def test_a_department_reaches_its_own_cases_and_others_are_refused_like_none(in_turn: InTurn) -> None:
    in_turn(lambda turn: case_for(turn, 1), said())
    refusals = []
    for number in (1, 999, 0):
        with pytest.raises(NotYours) as refused:
            in_turn(lambda turn, number=number: case_for(turn, number), said(), TAX)
        refusals.append(refused.value.words)
    assert refusals[0] == refusals[1] == refusals[2]


def test_a_department_that_only_helps_may_say_its_word_and_no_more(in_turn: InTurn) -> None:
    case = filed(1).case
    in_turn(lambda turn: check(turn, case, "contribute"), said(), TAX)
    with pytest.raises(NotYours):
        in_turn(lambda turn: check(turn, case, "answer"), said(), TAX)


@pytest.mark.parametrize("command", [each for each in COMMANDS if each.whose & IN_GROUP], ids=lambda each: each.verb)
def test_every_command_in_a_group_that_is_not_bound_is_told_so(command: object) -> None:
    for word in command.words.split():  # type: ignore[attr-defined]
        with pytest.raises(Refusal) as refused:
            typed_commands.refuse_unbound(said(f"/{word} #LS26-00001"))
        assert refused.value.words.key == "refused-not-bound"


@pytest.mark.parametrize("text", ["chào cả nhà", "/huy", "/lệnh của bot khác", "traloi"])
def test_other_talk_in_a_group_that_is_not_bound_is_left_alone(text: str) -> None:
    typed_commands.refuse_unbound(said(text))
