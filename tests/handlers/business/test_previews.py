"""Before words on a hidden case go, their author reads them as the department will; on an open one nothing is asked."""

from __future__ import annotations

import pytest

from domain.case import moves
from domain.case.case import Case, Tier
from domain.messages import Chat, Network
from handlers import recording
from handlers.province import Province
from storage import cases, chats, people
from storage.database import Store
from tests.cast import CONSTRUCTION, MINH, Hands, term
from tests.handlers.rights.world import World

MATTER = "Hồ sơ xin giấy phép xây dựng nhà xưởng đã hai tháng chưa có kết quả"
DEPARTMENT = Chat(Network.TELEGRAM, "-5")
WHO = "Tôi là Nguyễn Thị Lan, gọi 0912 345 678 khi có kết quả"


@pytest.fixture
def world(store: Store, province: Province, hands: Hands) -> World:
    made = World(store, province, hands)
    store.call(lambda tx: chats.bind(tx, DEPARTMENT, "department", CONSTRUCTION, "Sở Xây dựng"))
    for said in ("Chào", "đồng ý", MATTER, "bỏ qua"):
        made.lan(said)
    return made


def files(world: World, tier: str) -> str:
    world.lan(tap=f"d:dept:{CONSTRUCTION}")
    world.lan(tap=f"d:send:{tier}")
    return f"#{case(world).code}"


def case(world: World) -> Case:
    person = world.person()
    assert person is not None
    (found,) = world.store.call(lambda tx: cases.of_author(tx, person.id))
    return found


def at_the_department(world: World, before: int = 0) -> str:
    return world.read(DEPARTMENT, before)


def test_an_addition_to_a_hidden_case_waits_until_its_author_has_read_it_as_the_department_will(world: World) -> None:
    code, before = files(world, "hidden"), world.last()
    shown = world.lan(f"{code} {WHO}")
    assert "chưa gửi" in shown
    assert "gọi ▒▒▒ khi có kết quả" in shown
    assert "0912" not in shown
    assert at_the_department(world, before) == ""
    assert "Đã chuyển phần bổ sung" in world.lan(tap=f"b:to:{case(world).id}")
    assert "▒▒▒ khi có kết quả" in at_the_department(world, before)
    assert case(world).tier is Tier.HIDDEN


def test_whatever_else_its_author_has_spoken_for_is_read_by_no_department(world: World) -> None:
    person = world.person()
    assert person is not None
    world.store.call(lambda tx: people.speak_for(tx, person, "Công ty TNHH Quxfirm", ""))
    code = files(world, "hidden")
    assert case(world).introduced == ("Công ty TNHH Quxfirm",)
    world.store.call(lambda tx: people.speak_for(tx, person, "HTX Phjalen", ""))
    before = world.last()
    shown = world.lan(f"{code} Hồ sơ của Quxfirm và Phjalen nộp ngày 2/3, xin bổ sung bản vẽ")
    assert "của ▒▒▒ và ▒▒▒ nộp" in shown
    world.lan(tap=f"b:to:{case(world).id}")
    assert "của ▒▒▒ và ▒▒▒ nộp" in at_the_department(world, before)
    assert "HTX Phjalen" in case(world).introduced


@pytest.mark.parametrize("typed", ["gửi", "Đồng ý ạ", "1"])
def test_it_may_be_sent_by_typing(world: World, typed: str) -> None:
    code, before = files(world, "hidden"), world.last()
    world.lan(f"{code} {WHO}")
    world.lan(typed)
    assert "▒▒▒ khi có kết quả" in at_the_department(world, before)


@pytest.mark.parametrize("typed", ["không gửi nữa", "không", "2"])
def test_and_what_is_not_sent_reaches_nobody(world: World, typed: str) -> None:
    code, before = files(world, "hidden"), world.last()
    world.lan(f"{code} {WHO}")
    assert "không gửi đi" in world.lan(typed)
    assert at_the_department(world, before) == ""
    world.lan(f"{code} Xin hỏi khi nào có kết quả ạ")
    assert "0912" not in at_the_department(world, before)
    assert "khi nào có kết quả" in at_the_department(world, before)


def test_more_words_join_what_waits_and_are_shown_before_they_go(world: World) -> None:
    code, before = files(world, "hidden"), world.last()
    world.lan(f"{code} {WHO}")
    shown = world.lan("Số khác là 0987 654 321, gọi giờ nào cũng được")
    assert "khi có kết quả\nSố khác là ▒▒▒" in shown
    assert at_the_department(world, before) == ""
    world.lan(tap=f"b:to:{case(world).id}")
    assert "gọi giờ nào cũng được" in at_the_department(world, before)


def test_nothing_is_asked_where_the_department_reads_what_was_written(world: World) -> None:
    code, before = files(world, "hidden"), world.last()
    assert "chưa gửi" not in world.lan(f"{code} Bản vẽ đã nộp bổ sung hôm thứ Hai")
    assert "Bản vẽ đã nộp bổ sung" in at_the_department(world, before)


def test_nor_on_an_open_case(world: World) -> None:
    code, before = files(world, "open"), world.last()
    assert "chưa gửi" not in world.lan(f"{code} {WHO}")
    assert "0912 345 678" in at_the_department(world, before)


def test_what_is_still_missing_in_an_answer_is_shown_before_it_goes_too(world: World) -> None:
    files(world, "hidden")

    filed_case = case(world)
    said = moves.DepartmentReply("Đã cấp", (), "Sở Xây dựng", term())
    world.store.call(lambda tx: recording.record(tx, moves.answer(filed_case, MINH, tx.now, said)))
    before = world.last()
    world.lan(tap=f"b:not-solved:{case(world).id}")
    assert "gọi ▒▒▒" in world.lan(WHO)
    assert at_the_department(world, before) == ""
    world.lan(tap=f"b:to:{case(world).id}")
    assert case(world).reopenings == 1
    assert "▒▒▒ khi có kết quả" in at_the_department(world, before)
