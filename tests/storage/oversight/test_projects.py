"""The list of projects is taken over once however often, and tells its obstacles oldest first."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.case import moves
from domain.oversight.projects import Project, link
from handlers import recording
from storage.database import Store
from storage.oversight import projects as memory
from tests.cast import LAN, NOW, TUAN, filed

FACTORY = Project("DA-01", "Nhà máy gỗ Chi Lăng", "Công ty Lan Anh", "4900001236", "xã Chi Lăng", 1_250_500, 120)
HOTEL = Project("", "Khách sạn Kỳ Lừa", "Công ty Mai Hoa")


def test_the_same_list_twice_changes_nothing(store: Store) -> None:
    assert store.call(lambda tx: memory.take_over(tx, [FACTORY, HOTEL])) == (2, 0)
    assert store.call(lambda tx: memory.take_over(tx, [FACTORY, HOTEL])) == (0, 0)
    assert store.call(lambda tx: memory.take_over(tx, [replace(FACTORY, state="xong"), HOTEL])) == (0, 1)
    assert [each.code for each in store.call(memory.every_one)] == ["DA-001", "DA-01"]


def test_a_firms_own_projects_and_those_its_text_names_are_likely(store: Store) -> None:
    store.call(lambda tx: memory.take_over(tx, [FACTORY, HOTEL]))
    likely = store.call(lambda tx: memory.likely(tx, "4900001236", "vướng ở Khách sạn Kỳ Lừa"))
    assert [each.name for each in likely] == ["Khách sạn Kỳ Lừa", "Nhà máy gỗ Chi Lăng"]
    assert store.call(lambda tx: memory.likely(tx, "", "giấy phép")) == []


def test_obstacles_are_told_by_project_the_oldest_first(store: Store) -> None:
    store.call(lambda tx: memory.take_over(tx, [FACTORY, HOTEL]))
    hotel, factory = store.call(memory.every_one)
    for number, project in ((1, hotel), (2, factory), (3, hotel)):
        first = filed(number)
        later = replace(first, case=replace(first.case, filed_at=NOW + timedelta(days=number)))
        store.call(lambda tx, later=later: recording.record(tx, later))  # type: ignore[misc]
        store.call(lambda tx, later=later, project=project: recording.record(tx, link(later.case, TUAN, NOW, project)))  # type: ignore[misc]
    told = store.call(memory.obstacles)
    assert [(project.name, [case.id for case in those]) for project, those in told] == [
        ("Khách sạn Kỳ Lừa", [1, 3]),
        ("Nhà máy gỗ Chi Lăng", [2]),
    ]
    one = store.call(lambda tx: memory.obstacles(tx, factory.id))
    assert [project.id for project, _ in one] == [factory.id]
    gone = moves.withdraw(one[0][1][0], LAN, NOW)
    store.call(lambda tx: recording.record(tx, gone))
    assert store.call(lambda tx: memory.obstacles(tx, factory.id)) == []
