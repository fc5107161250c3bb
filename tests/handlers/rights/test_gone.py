"""Deleted is deleted: no byte is left in the database, its log, its index, the files, temporary folders, the ledger."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from domain.case.case import Actor, Role
from domain.messages import Chat, FileKind, Network, Upload
from handlers.province import Province
from handlers.rights import erasing, retention
from handlers.rights.ledger import apply_ledger
from storage import cases, files, returns
from storage.blobs import Blobs
from storage.database import Store
from storage.engines import open_store
from storage.outgoing import outbox
from storage.rights import erasures
from storage.rights.erasures import Ledger, OtherLedger
from tests.cast import Hands
from tests.handlers.rights.world import LANS, OFFICE, World
from tests.product import prepared

#: what was planted: words, names, a code, the number in the messenger, the bytes of a file
SECRETS = ("Hoa Sim", "Nguyễn Thị Lan", "4900001236", "70001", "giấy phép xây dựng", "hoa_sim", "nguoi gui la")
FILE = b"\x89PNG nguoi gui la Lan" + bytes(range(256))
CLOCK = Actor(Role.CLOCK)


def planted(text: bytes) -> list[str]:
    folded = text.lower()
    return [each for each in SECRETS if each.lower().encode() in folded]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Everything a program of ours writes lies below it."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    prepared(f"sqlite:///{tmp_path / 'govuong.db'}")
    return tmp_path


def opened(place: Path, hands: Hands) -> tuple[Store, Blobs]:
    store, blobs = open_store(f"sqlite:///{place / 'govuong.db'}", hands), Blobs(place / "files")
    store.on_gone = blobs.remove_all
    store.on_erased = Ledger(place / "erasures.jsonl").append
    return store, blobs


@pytest.fixture
def known(place: Path, hands: Hands, province: Province) -> Iterator[tuple[World, Blobs]]:
    """Lan with two cases and a file of each, and everything that is said of them."""
    store, blobs = opened(place, hands)
    world = World(store, province, hands)
    world.meets()
    person = world.person()
    assert person is not None
    own = store.call(lambda tx: cases.of_author(tx, person.id))
    for case in own:
        name = blobs.put(FILE)
        number = store.call(
            lambda tx: files.announce(tx, Network.TELEGRAM, Upload(FileKind.PHOTO, "ref", "hoa-sim.png"), person.id)
        )
        kept = store.call(lambda tx, number=number: files.get(tx, number))  # type: ignore[misc]
        assert kept is not None
        store.call(lambda tx, kept=kept, name=name: files.settle(tx, _stored(kept, name)))  # type: ignore[misc]
        world.tuan(f"/noibo #{case.code} Công ty Hoa Sim đã gọi")
        world.tuan(f"/hoi #{case.code} Hồ sơ Hoa Sim nộp ngày nào?")
    world.tuan("/tim Hoa Sim giấy phép")
    world.lan("Nguyễn Thị Lan của Hoa Sim nộp ngày 3")
    yield world, blobs
    store.close()


def _stored(kept: files.Stored, name: str) -> files.Stored:
    return replace(kept, state="stored", sha256=name, size=len(FILE))


def found_in(place: Path) -> dict[str, list[str]]:
    """Every file below a place with what of Lan stands in it; the reading alone must find it when it is there."""
    held = {
        path.relative_to(place).as_posix(): planted(path.read_bytes()) for path in place.rglob("*") if path.is_file()
    }
    return {name: secrets for name, secrets in held.items() if secrets}


def delete(world: World) -> None:
    world.lan(tap="p:data:delete")
    world.lan(tap="p:data-yes:delete")
    world.tuan("/yeucaudulieu")
    world.tuan("/yeucaudulieu 1")
    world.tuan(tap="q:carry:1")
    world.tuan(tap="q:carry-yes:1")
    settle(world, LANS)


def settle(world: World, chat: Chat) -> None:
    """What was posted to this chat has been sent."""
    world.store.call(lambda tx: outbox.forget_all(tx, chat))


def test_no_byte_is_left_anywhere(known: tuple[World, Blobs], place: Path) -> None:
    world, _ = known
    before = found_in(place)
    assert "govuong.db-wal" in before
    assert any(name.startswith("files/") for name in before)
    delete(world)
    world.hands.on(days=1)
    assert world.store.call(retention.tidy)
    world.store.vacuum()
    assert found_in(place) == {}


def test_erased_words_are_in_no_file_of_the_database_at_once(known: tuple[World, Blobs], place: Path) -> None:
    world, _ = known
    assert "giấy phép xây dựng" in str(found_in(place))
    person = world.person()
    assert person is not None
    world.store.call(lambda tx: erasing.erase_person(tx, person, CLOCK))
    for chat in (LANS, OFFICE):
        settle(world, chat)
    assert not {name: left for name, left in found_in(place).items() if name.startswith("govuong.db")}


def test_what_the_night_erases_leaves_no_byte_either(known: tuple[World, Blobs], place: Path) -> None:
    world, _ = known
    person = world.person()
    assert person is not None
    numbers = [case.id for case in world.store.call(lambda tx: cases.of_author(tx, person.id))]
    world.store.call(lambda tx: erasing.erase_cases(tx, numbers, CLOCK, erasing.RETENTION))
    world.store.call(lambda tx: erasing.forget_person(tx, person))
    world.hands.on(days=1)
    world.store.call(retention.tidy)
    world.store.vacuum()
    assert found_in(place) == {}


def test_a_restored_backup_is_brought_up_to_the_ledger(
    known: tuple[World, Blobs], place: Path, hands: Hands, province: Province, tmp_path: Path
) -> None:
    world, _ = known
    world.store.vacuum()
    backup = (place / "govuong.db").read_bytes()
    held = {path: path.read_bytes() for path in (place / "files").rglob("*") if path.is_file()}
    delete(world)
    lines = world.store.call(erasures.every_line)
    world.store.close()
    for path in place.glob("govuong.db*"):
        path.unlink()
    (place / "govuong.db").write_bytes(backup)
    for path, content in held.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    assert found_in(place)

    store, _ = opened(place, hands)
    assert apply_ledger(store, place / "erasures.jsonl") == len(lines)
    assert store.call(erasures.every_line) == lines
    assert apply_ledger(store, place / "erasures.jsonl") == 0
    again = World(store, province, hands)
    for chat in (LANS, OFFICE):  # cards that wait to be changed say what is left
        settle(again, chat)
    hands.on(days=1)
    store.call(retention.tidy)
    store.vacuum()
    assert again.person() is None
    assert found_in(place) == {}
    store.close()


def test_the_ledger_holds_ids_and_kinds_alone_and_takes_up_what_a_crash_kept_from_it(
    known: tuple[World, Blobs], place: Path
) -> None:
    world, _ = known
    delete(world)
    ledger = place / "erasures.jsonl"
    lines = ledger.read_text().splitlines()
    assert {tuple(json.loads(line)) for line in lines} == {("id", "token", "what", "target", "kind", "at")}
    ledger.write_text("\n".join([*lines[:-2], lines[-2][:20]]))
    assert apply_ledger(world.store, ledger) == 0
    assert sorted(Ledger(ledger).lines()) == [line.id for line in world.store.call(erasures.every_line)]


def test_the_ledger_of_another_database_is_refused(known: tuple[World, Blobs], place: Path) -> None:
    world, _ = known
    delete(world)
    ledger = place / "erasures.jsonl"
    line = json.loads(ledger.read_text().splitlines()[0])
    ledger.write_text(json.dumps({**line, "token": "0" * 16}) + "\n")
    with pytest.raises(OtherLedger):
        apply_ledger(world.store, ledger)
    ledger.write_text("no ledger}\n")
    with pytest.raises(OtherLedger):
        apply_ledger(world.store, ledger)


def test_an_anonymous_case_is_erased_with_its_code_in_a_visit(place: Path, hands: Hands, province: Province) -> None:
    store, _ = opened(place, hands)
    world = World(store, province, hands)
    world.lan("/start")
    world.lan(tap="p:agree")
    world.files("anonymous")
    number = store.call(lambda tx: cases.ids_after(tx, 0))[0]
    code = store.call(lambda tx: returns.issue_anew(tx, number, "09/03/2026"))
    world.lan(f"/ma {code}")
    assert "r:data:delete" in world.lan("/dulieu")
    assert "r:data-yes:delete" in world.lan(tap="r:data:delete")
    assert "Đã ghi nhận" in world.lan(tap="r:data-yes:delete")
    assert "vụ việc #" in world.tuan("/yeucaudulieu 1")
    world.tuan(tap="q:carry:1")
    world.tuan(tap="q:carry-yes:1")
    hands.on(minutes=5)
    shown = world.lan("/dulieu")
    assert "Nội dung: đã xóa" in shown
    assert "đã thực hiện" in shown
    assert "không bổ sung được nữa" in world.lan("Xin bổ sung một tờ")
    assert store.call(lambda tx: returns.case_of(tx, code)) == number
    hands.on(days=100)
    nightly = retention.Nightly(province)
    while store.call(nightly):
        pass
    hands.on(minutes=1)
    assert store.call(lambda tx: returns.case_of(tx, code)) == 0
    store.close()
