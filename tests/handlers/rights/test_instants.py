"""What is asked about data is done in all cases of a person at once: no minute of it joins who hides to the others."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlmodel import SQLModel, select

from domain.case.case import Case, Entry, Move, Role, Tier
from domain.messages import Chat, Network
from handlers.province import Province
from handlers.task_group import reporting
from storage import cases, claims, page
from storage.database import Store, Tx
from storage.rights import traces
from storage.tables import CaseRow, JournalRow
from tests.cast import Hands
from tests.handlers.rights.world import World

_OURS = {Move.RENAMED, Move.ERASED, Move.WITHDRAWN}


def _all_cases(tx: Tx) -> list[Case]:
    found = [cases.look(tx, number) for number in cases.ids_after(tx, 0)]
    return [each for each in found if each is not None]


def _asks(world: World, wish: str) -> None:
    """Lan asks for this, and the task group carries it out."""
    said = {"name": "Nguyễn Thị Phương Lan", "firm": "Công ty Hoa Mai, MST 4900001236"}
    world.lan(tap=f"p:data:{wish}")
    if wish in said:
        world.lan(said[wish])
    else:
        world.lan(tap=f"p:data-yes:{wish}")
    world.hands.on(minutes=7, seconds=13)
    world.tuan(tap="q:accept:1")
    world.tuan(tap="q:carry:1")
    world.tuan(tap="q:carry-yes:1")


def _elsewhere(tx: Tx) -> set[datetime]:
    """Every instant that any other table holds."""
    tables = [mapped.class_ for mapped in SQLModel._sa_registry.mappers]
    rows = [row for table in tables if table not in {CaseRow, JournalRow} for row in tx.rows(select(table))]
    return {value for row in rows for value in row if isinstance(value, datetime)}


@pytest.mark.parametrize("wish", ["name", "firm", "delete"])
def test_no_minute_of_a_request_stands_in_the_journal_of_who_hides(
    store: Store, province: Province, hands: Hands, wish: str
) -> None:
    world = World(store, province, hands)
    world.meets()
    hands.on(hours=1, minutes=11, seconds=5)
    _asks(world, wish)

    def entries(tx: Tx) -> list[tuple[Case, Entry]]:
        return [(case, entry) for case in _all_cases(tx) for entry, _ in cases.journal(tx, case.id)]

    written, elsewhere = store.call(entries), store.call(_elsewhere)
    done = {(case.tier, entry.move) for case, entry in written if entry.move in _OURS}
    assert {tier for tier, _ in done} == {Tier.OPEN, Tier.HIDDEN}
    for case, entry in written:
        if case.tier is not Tier.OPEN and (entry.actor.role is Role.BUSINESS or entry.move in _OURS):
            assert entry.at == province.terms.half_day(entry.at), entry.move
            assert entry.at not in elsewhere, entry.move


@pytest.mark.parametrize("wish", ["name", "delete"])
def test_a_department_reads_neither_that_a_hidden_author_was_renamed_nor_who_erased(
    store: Store, province: Province, hands: Hands, wish: str
) -> None:
    world = World(store, province, hands)
    world.meets()
    _asks(world, wish)
    open_case, hidden = sorted(store.call(_all_cases), key=lambda case: case.tier is not Tier.OPEN)

    def read(case: Case) -> list[tuple[str, str]]:
        told = store.call(lambda tx: reporting.history(tx, case, inside=False))
        return [(str(each.who), str(each.what)) for each in told]

    if wish == "name":
        assert "told-renamed" in str(read(open_case))
        assert "told-renamed" not in str(read(hidden))
    else:
        assert "told-erased" in str(read(hidden))
        assert "Tuấn" in str(read(open_case))
        assert "Tuấn" not in str(read(hidden))


def test_nothing_is_counted_of_a_chat_on_the_page_once_its_last_word_is_swept(store: Store, hands: Hands) -> None:
    lan, hoa = Chat(Network.PAGE, "p:lan"), Chat(Network.PAGE, "p:hoa")
    for chat in (lan, hoa):
        store.call(lambda tx, chat=chat: page.append(tx, chat.id, "Xin chào", {}))  # type: ignore[misc]
    store.call(lambda tx: traces.forget_chat(tx, lan, 0))
    for chat in (lan, hoa):  # an open page reads on from what it has read
        last = store.call(lambda tx, chat=chat: page.append(tx, chat.id, "Đã xóa", {}, fleeting=True))  # type: ignore[misc]
        assert store.call(lambda tx, chat=chat: [each.id for each in page.news(tx, chat.id, 1)]) == [last]  # type: ignore[misc]
    hands.on(hours=2)
    store.call(page.sweep)
    assert not store.call(lambda tx: claims.has_counted(tx, page.counter(lan.id)))
    assert store.call(lambda tx: claims.has_counted(tx, page.counter(hoa.id)))
