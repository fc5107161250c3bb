"""`/giulai`: the task group keeps a case beyond its time, for a reason that stands in its journal, and lets it go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.case.case import Case, Move
from domain.messages import Chat, Network, Sender
from domain.province.retention import Kept, days
from handlers.admin import audit
from handlers.province import Province
from handlers.task_group.reporting import history
from storage import cases, chats
from storage.database import Store
from storage.rights import erasures
from tests.cast import Hands
from tests.handlers.rights.aged import nights
from tests.handlers.rights.world import LANS, World

WHY = "thanh tra tỉnh đang xem xét"


@pytest.fixture
def begin(store: Store, province: Province, hands: Hands) -> Callable[[str], tuple[World, Case]]:
    def made(tier: str) -> tuple[World, Case]:
        world = World(store, province, hands)
        world.meets()
        person = world.person()
        assert person is not None
        own = store.call(lambda tx: cases.of_author(tx, person.id))
        return world, next(each for each in own if each.tier == tier)

    return made


Begin = Callable[[str], tuple[World, Case]]


def now(world: World, case: Case) -> Case:
    found = world.store.call(lambda tx: cases.look(tx, case.id))
    assert found is not None
    return found


@pytest.mark.parametrize("tier", ["open", "hidden"])
def test_what_is_held_says_so_on_the_card_in_its_journal_and_to_its_author_alone(begin: Begin, tier: str) -> None:
    world, case = begin(tier)
    before = world.last()
    said = world.tuan(f"/giulai #{case.code} {WHY}")
    assert WHY in said
    assert "thôi" in said
    notices = [notice for notice in world.notices(Chat(Network.TELEGRAM, "-100"), before) if notice.slot]
    assert any(WHY in world.wording.say(each.words, "vi") for each in notices)
    assert world.read(LANS, before) == ""  # nobody has told her an end yet
    entries = world.store.call(lambda tx: [entry for entry, _ in cases.journal(tx, case.id)])
    assert (entries[-1].move, entries[-1].actor.name) == (Move.HELD, "Tuấn")
    held = now(world, case)
    inside = str(world.store.call(lambda tx: history(tx, held, inside=True)))
    outside = str(world.store.call(lambda tx: history(tx, held, inside=False)))
    assert (WHY in inside, WHY in outside) == (True, False)
    assert f"#{case.code}" in world.tuan("/giulai")
    own = world.lan(f"/dulieu #{case.code}")
    assert "giữ lại vụ việc này" in own
    assert WHY not in own
    assert audit.verify(world.store)[1] == []

    assert "thôi giữ lại" in world.tuan(f"/giulai #{case.code} thôi")
    assert now(world, case).held_at is None
    assert "Không có vụ việc nào" in world.tuan("/giulai")
    assert "hiện không được giữ lại" in world.tuan(f"/giulai #{case.code} thôi")


def test_a_reason_is_needed_and_a_second_one_takes_its_place(begin: Begin) -> None:
    world, case = begin("open")
    assert "ít nhất ba từ" in world.tuan(f"/giulai #{case.code}")
    assert "ít nhất ba từ" in world.tuan(f"/giulai #{case.code} vì sao")
    assert now(world, case).held_at is None
    world.tuan(f"/giulai #{case.code} {WHY}")
    since = now(world, case).held_at
    world.hands.on(days=1)
    world.tuan(f"/giulai #{case.code} tòa án yêu cầu giữ hồ sơ")
    assert (now(world, case).held_for, now(world, case).held_at) == ("tòa án yêu cầu giữ hồ sơ", since)


def test_nobody_but_the_task_group_holds(begin: Begin) -> None:
    world, case = begin("open")
    office = Chat(Network.TELEGRAM, "-200")
    world.store.call(lambda tx: chats.bind(tx, office, "department", case.department, "Sở"))
    assert "Chỉ Tổ công tác" in world._does(
        office, Sender("8", "Minh"), f"/giulai #{case.code} {WHY}", "", private=False
    )
    world.lan(f"/giulai #{case.code} {WHY}")
    assert now(world, case).held_at is None


def test_who_was_told_of_the_end_hears_that_it_is_put_off_and_is_told_anew(begin: Begin) -> None:
    world, case = begin("open")
    world.tuan(f"/traloi #{case.code} Sở đã cấp giấy phép")
    world.lan(tap=f"b:solved:{case.id}")
    kept = days(world.province.catalogue.retention, Kept.IDENTITY, "open")
    nights(world.store, world.province, world.hands, kept - 20, step=kept - 20)
    before = world.last()
    nights(world.store, world.province, world.hands, 10)
    assert f"#{case.code}" in world.read(LANS, before)
    before = world.last()
    world.tuan(f"/giulai #{case.code} {WHY}")
    assert "chưa được xóa vào ngày đã báo" in world.read(LANS, before)
    nights(world.store, world.province, world.hands, 120, step=20)
    assert world.store.call(lambda tx: erasures.kinds(tx, "case", case.id)) == {}
    world.tuan(f"/giulai #{case.code} thôi")
    before = world.last()
    nights(world.store, world.province, world.hands, 13)
    assert f"#{case.code}" in world.read(LANS, before)
    assert world.store.call(lambda tx: erasures.kinds(tx, "case", case.id)) == {}
    nights(world.store, world.province, world.hands, 3)
    assert "identity" in world.store.call(lambda tx: erasures.kinds(tx, "case", case.id))


def test_what_is_held_is_not_deleted_by_a_tap_either(begin: Begin) -> None:
    world, case = begin("hidden")
    world.tuan(f"/giulai #{case.code} {WHY}")
    world.lan(tap="p:data:delete")
    world.lan(tap="p:data-yes:delete")
    for tap in ("q:carry:1", "q:carry-yes:1"):
        assert world.tuan(tap=tap) == ""  # it is answered on the tap: let go first, or refuse
    assert world.person() is not None
    assert now(world, case).text == case.text
    world.tuan(f"/giulai #{case.code} thôi")
    world.tuan(tap="q:carry-yes:1")
    assert world.person() is None
    assert replace(now(world, case), text="").held_at is None
