"""Somebody asks what is kept of them, gets a copy, has it corrected and deleted: told what comes next at every step."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import SQLModel, select, update

from bot.delivery.copies import Copies
from domain.rights.requests import Request
from handlers.province import Province
from storage import cases, files
from storage.blobs import Blobs
from storage.database import Store, Tx
from storage.outgoing import outbox
from storage.rights import requests
from storage.rotation.kinds import KINDS, is_stale
from storage.tables import Attachment, DataRequestRow
from tests.cast import Hands
from tests.handlers.rights.world import LANS, MATTER, OFFICE, World

Begin = Callable[..., World]


@pytest.fixture
def begin(store: Store, province: Province, hands: Hands) -> Begin:
    def made(language: str = "vi") -> World:
        return World(store, province, hands, language)

    return made


#: the command, the words of what is kept, of a request noted, of one carried out
SAID = {
    "vi": ("/dulieu", "2 vụ việc", "Đã ghi nhận yêu cầu", "dữ liệu đã được xóa", "đã được sửa"),
    "en": ("/mydata", "2 cases", "is noted", "your data is deleted", "has been corrected"),
    "zh": ("/shuju", "2 个事项", "已登记请求", "数据已删除", "已更正"),
}


@pytest.mark.usefixtures("glass")  # what is sealed holds any three letters by chance
@pytest.mark.parametrize("language", SAID)
def test_the_whole_story_of_asking_getting_correcting_and_deleting(begin: Begin, language: str) -> None:
    world = begin(language)
    world.meets()
    command, kept, noted, deleted, corrected = SAID[language]

    overview = world.lan(command)
    assert kept in overview
    assert "Hoa Sim" in overview
    assert re.search(r"#[A-Z]+\d\d-\d+", overview)
    assert "p:data:delete" in overview

    copy = world.lan(tap="p:data:copy")
    assert "zip" in copy

    world.lan(tap="p:data:name")
    said = world.lan("Nguyễn Thị Phương Lan")
    assert noted in said
    card = world.read(OFFICE).splitlines()
    assert any("Nguyễn Thị Phương Lan" in line for line in card)
    number = requests_of(world)[0].id
    before = world.last()
    world.tuan(tap=f"q:accept:{number}")
    world.tuan(tap=f"q:carry:{number}")
    assert corrected in world.read(LANS, before)
    person = world.person()
    assert person is not None
    assert person.name == "Nguyễn Thị Phương Lan"
    world.lan(command)  # whatever the messenger calls her
    assert (world.person() or person).name == "Nguyễn Thị Phương Lan"
    names = world.store.call(lambda tx: {each.author_name for each in cases.of_author(tx, person.id)})
    assert names == {"Nguyễn Thị Phương Lan"}

    sure = world.lan(tap="p:data:delete")
    assert "p:data-yes:delete" in sure
    assert noted in world.lan(tap="p:data-yes:delete")
    number = requests_of(world)[0].id
    assert "q:carry-yes" in world.tuan(tap=f"q:carry:{number}")
    world.tuan(tap=f"q:carry-yes:{number}")
    assert deleted in world.read(LANS)
    assert len(world.notices(LANS)) == 1  # and this one goes once it is said
    assert world.person() is None
    world.store.call(lambda tx: outbox.forget_all(tx, LANS))
    assert_nothing_is_left(world)


_HERS = re.compile("Hoa Sim|Lan|giấy phép xây|4900001236|70001")


def requests_of(world: World) -> list[Request]:
    person = world.person()
    assert person is not None
    return world.store.call(lambda tx: requests.of(tx, person.id))


def assert_nothing_is_left(world: World) -> None:
    """No column of any table holds a word of hers."""

    def left(tx: Tx) -> list[str]:
        tables = [mapped.class_ for mapped in SQLModel._sa_registry.mappers]
        rows = [(table.__tablename__, str(tuple(row))) for table in tables for row in tx.rows(select(table))]
        return [f"{name}: {found[0]} in {row}" for name, row in rows if (found := _HERS.search(row))]

    found = world.store.call(left)
    assert not found, "\n".join(found)


def test_a_request_that_was_taken_back_is_not_carried_out(begin: Begin) -> None:
    world = begin()
    world.meets()
    world.lan("/dulieu")
    world.lan(tap="p:data:delete")
    world.lan(tap="p:data-yes:delete")
    number = requests_of(world)[0].id
    world.tuan(tap=f"q:carry:{number}")
    world.lan(tap=f"p:data-drop:{number}")
    world.tuan(tap=f"q:carry-yes:{number}")
    assert world.person() is not None
    assert world.store.call(lambda tx: [case.text for case in cases.of_author(tx, 1)]) != ["", ""]


def test_a_copy_holds_what_was_said_and_nothing_internal(begin: Begin, tmp_path: Path) -> None:
    world = begin()
    world.meets()
    person = world.person()
    assert person is not None
    own = world.store.call(lambda tx: cases.of_author(tx, person.id))[0]
    world.tuan(f"/noibo #{own.code} Hồ sơ này cần hỏi Sở Tài chính")
    world.tuan(f"/traloi #{own.code} Sở đã cấp giấy phép")
    made = Copies(world.store, Blobs(tmp_path))._made(person.id, 0, 0)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        data = archive.read("data.json").decode()
        assert "README.txt" in archive.namelist()
    told = json.loads(data)
    assert len(told["cases"]) == 2
    assert MATTER in data
    assert "Sở đã cấp giấy phép" in data
    assert "cần hỏi Sở Tài chính" not in data
    assert told["person"]["firms"] == [{"name": "Công ty Hoa Sim", "tax_code": "4900001236"}]


def test_terms_are_the_laws_and_a_refusal_needs_a_reason_its_asker_reads(begin: Begin) -> None:
    world = begin()
    world.meets()
    world.lan("/dulieu")
    world.lan(tap="p:data:restrict")
    world.lan(tap="p:data-yes:restrict")
    request = requests_of(world)[0]
    # Monday 09/03/2026 is a day off there, so it counts as received on the 10th: two working days, and fifteen days
    assert [f"{each:%d/%m}" for each in (request.answer_by, request.carry_out_by)] == ["12/03", "25/03"]
    assert "ít nhất ba từ" in world.tuan(f"/yeucaudulieu {request.id} từ chối không")
    before = world.last()
    world.tuan(f"/yeucaudulieu {request.id} gia hạn cần hỏi ý kiến cơ quan lưu trữ")
    assert "cơ quan lưu trữ" in world.read(LANS, before)
    assert f"{requests_of(world)[0].carry_out_by:%d/%m}" == "09/04"
    before = world.last()
    world.tuan(f"/yeucaudulieu {request.id} từ chối hồ sơ phải lưu theo luật")
    assert "hồ sơ phải lưu theo luật" in world.read(LANS, before)
    steps = [each.step for each in world.store.call(lambda tx: requests.journal(tx, request.id))]
    assert steps == ["asked", "extended", "refused"]
    assert "đã kết thúc" in world.tuan(f"/yeucaudulieu {request.id} từ chối thêm một lần nữa")


def test_a_request_can_be_taken_back_and_is_not_made_twice(begin: Begin) -> None:
    world = begin()
    world.meets()
    world.lan(tap="p:data:delete")
    world.lan(tap="p:data-yes:delete")
    assert "đang chờ kết quả" in world.lan(tap="p:data-yes:delete") or len(requests_of(world)) == 1
    number = requests_of(world)[0].id
    assert "rút lại" in world.lan(tap=f"p:data-drop:{number}")
    assert requests_of(world)[0].standing == "dropped"


@pytest.mark.parametrize("wish", ["restrict", "copy"])
def test_who_hides_is_not_joined_to_their_case_by_what_they_ask(begin: Begin, wish: str) -> None:
    world = begin()
    world.meets()
    person = world.person()
    assert person is not None
    hidden = next(
        each.id for each in world.store.call(lambda tx: cases.of_author(tx, person.id)) if cases.is_drawn(each.id)
    )
    world.lan(tap=f"b:data-yes:{hidden}:{wish}")
    request = requests_of(world)[0]
    assert (request.wish, request.case) == (wish, hidden)
    assert world.store.call(lambda tx: requests.waits(tx, hidden, 0)) is (wish == "restrict")
    kept = world.store.call(lambda tx: [tuple(row) for row in tx.rows(select(DataRequestRow))])
    assert kept
    assert not [row for row in kept if hidden in row]
    drawn = world.store.call(lambda tx: [row.ref for row in tx.rows(select(Attachment))])
    assert len(drawn) == (wish == "copy")
    assert not [ref for ref in drawn if str(hidden) in ref]
    if wish == "copy":
        meant = world.store.call(lambda tx: [each.ref for each in files.waiting(tx)])
        assert meant == [f"copy|{person.id}|{hidden}|0"]
    world.store.call(lambda tx: requests.forget_words(tx, person.id))
    assert requests_of(world)[0].case == hidden


def test_what_was_kept_in_plain_is_sealed_with_the_next_key(begin: Begin) -> None:
    world = begin()
    world.meets()
    person = world.person()
    assert person is not None
    hidden = next(
        each.id for each in world.store.call(lambda tx: cases.of_author(tx, person.id)) if cases.is_drawn(each.id)
    )
    world.lan(tap=f"b:data-yes:{hidden}:restrict")
    kind = next(each for each in KINDS if each.model is DataRequestRow)

    def stale(tx: Tx) -> list[bool]:
        return [is_stale(kind, row, tx.ring.newest) for row in tx.rows(select(DataRequestRow))]

    assert world.store.call(stale) == [False]
    world.store.call(lambda tx: tx.run(update(DataRequestRow).values(case_id=hidden, text="")))
    assert world.store.call(stale) == [True]
    world.store.call(lambda tx: kind.again(tx, tx.rows(select(DataRequestRow))[0]))
    assert world.store.call(stale) == [False]
    assert requests_of(world)[0].case == hidden


@pytest.mark.parametrize("wish", ["name", "firm", "object"])
def test_a_forged_button_makes_no_request_without_its_words(begin: Begin, wish: str) -> None:
    world = begin()
    world.meets()
    world.lan(tap=f"p:data-yes:{wish}")
    assert requests_of(world) == []
