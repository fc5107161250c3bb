"""Who saw who is behind a hidden case is noted once a day, names no business, and is read by leadership alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from domain.messages import Chat, Network, Sender
from handlers.province import Province
from handlers.rights import accesses
from storage import chats
from storage.database import Store
from storage.tables import Access, CaseRow
from tests.cast import Hands
from tests.handlers.rights.world import OFFICE, World

LEADERS = Chat(Network.TELEGRAM, "-200")
SEA = Chat(Network.TELEGRAM, "-300")


@pytest.fixture
def world(store: Store, province: Province, hands: Hands) -> World:
    made = World(store, province, hands)
    made.store.call(lambda tx: chats.bind(tx, LEADERS, "leadership", "", "Lãnh đạo"))
    made.store.call(lambda tx: chats.bind(tx, SEA, "department", "so-bien", "Sở Biển"))
    made.meets()
    return made


def writes(world: World, chat: Chat, name: str, text: str) -> str:
    return world._does(chat, Sender(name, name), text, "", private=False)


def noted(world: World) -> list[tuple[str, str, str]]:
    rows = world.store.call(lambda tx: tx.rows(select(Access).order_by(Access.id)))  # type: ignore[arg-type]
    return [(row.role, row.name, row.what) for row in rows]


def code(world: World, tier: str) -> str:
    return next(each.code for each in world.store.call(lambda tx: tx.rows(select(CaseRow))) if each.tier == tier)


def test_a_hidden_case_opened_by_the_task_group_is_noted_once_a_person_and_day(world: World) -> None:
    hidden = code(world, "hidden")
    for name in ("Tuấn", "Tuấn", "Mai"):
        writes(world, OFFICE, name, f"/chitiet #{hidden}")
    assert noted(world) == [("task-group", "Tuấn", "case"), ("task-group", "Mai", "case")]
    world.hands.now += timedelta(days=1)
    writes(world, OFFICE, "Tuấn", f"/chitiet #{hidden}")
    assert len(noted(world)) == 3


def test_an_open_case_and_a_department_that_is_not_told_leave_no_line(world: World) -> None:
    writes(world, OFFICE, "Tuấn", f"/chitiet #{code(world, 'open')}")
    writes(world, SEA, "Minh", f"/chitiet #{code(world, 'hidden')}")
    assert noted(world) == []


def test_a_department_that_is_told_a_name_is_noted_and_so_is_who_opens_the_case_then(world: World) -> None:
    hidden = code(world, "hidden")
    writes(world, OFFICE, "Tuấn", f"/neuten #{hidden} cần mời đến làm việc trực tiếp")
    assert noted(world) == []
    writes(world, OFFICE, "Mai", f"/neuten #{hidden} đồng ý")
    writes(world, SEA, "Minh", f"/chitiet #{hidden}")
    assert noted(world) == [("so-bien", "Mai", "named"), ("so-bien", "Minh", "case")]


def test_leadership_reads_it_without_the_name_of_a_business_and_nobody_else_does(world: World) -> None:
    hidden = code(world, "hidden")
    assert "Chưa có ai" in writes(world, LEADERS, "Bà An", "/nhatky")
    writes(world, OFFICE, "Tuấn", f"/chitiet #{hidden}")
    world.store.call(lambda tx: accesses.note_copy(tx, world.province, 0))
    world.store.call(lambda tx: accesses.note_export(tx, world.province, "root"))
    told = writes(world, LEADERS, "Bà An", "/nhatky")
    assert f"Tuấn (Tổ công tác hỗ trợ doanh nghiệp) xem toàn bộ vụ việc #{hidden}" in told
    assert "bản sao dữ liệu của chính mình" in told
    assert "root xuất toàn bộ dữ liệu" in told
    assert "Hoa Sim" not in told
    assert "4900001236" not in told
    for chat in (OFFICE, SEA):
        assert "xem toàn bộ" not in writes(world, chat, "Minh", "/nhatky")
