"""`govuong rotate-key`: a new key for everything, stopped anywhere and begun again."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.commands.running import rotate_key
from bot.settings import Settings, WrongSetting
from bot.wiring import Parts, build
from domain.case.case import Actor, Role, Tier
from domain.messages import Chat, FileKind, Network, Notice, Upload, Words, to_chat
from domain.oversight.directives import Directive, Entry, Step, Taken
from domain.rights import requests as rights
from domain.rights.requests import Request, Standing, Wish
from handlers import recording
from storage import cases, failed, files, messages, page, people
from storage.database import Tx
from storage.engines import hold
from storage.outgoing import outbox, tokens
from storage.oversight import directives
from storage.rights import requests
from storage.rotation import needed, resealing
from storage.rotation.kinds import KINDS, is_stale, rows_after
from storage.sealing import keyfile
from storage.sealing.ring import LostKey, NotAsSealed, Ring
from tests import postgres
from tests.cast import NOW, filed
from tests.conftest import SqliteFiles
from tests.posted import posted
from tests.product import prepared, settings

NAME, FIRM, CODE = "Hoàng Thị Bích Ngọc", "Công ty TNHH Thạch Bích Vân", "4900887776"
CHAT = Chat(Network.TELEGRAM, "77")
HIDDEN = 10**9 + 7
CONTENT = f"Đơn của {NAME}".encode()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def wanted(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    if request.param == "sqlite":
        sqlite: SqliteFiles = request.getfixturevalue("sqlite_files")
        yield settings(tmp_path, sqlite.fresh(prepared), key_file=tmp_path / "main.key")
        return
    server: postgres.Server = request.getfixturevalue("postgresql_server")
    yield settings(tmp_path, server.fresh(prepared), key_file=tmp_path / "main.key")
    server.drop()


@dataclass
class Kept:
    """What was put, to be found again: the name of the file, the numbers of attachment, directive and request."""

    blob: str = ""
    file: int = 0
    directive: int = 0
    request: int = 0


def files_case(tx: Tx, person: int, number: int, tier: Tier, business: int = 0) -> None:
    whose: dict[str, Any] = {"business": business, "business_name": FIRM, "tax_code": CODE}
    by = Actor(Role.BUSINESS, person, NAME)
    recording.record(tx, filed(number, by=by, code=f"LS26-{number}", tier=tier, **whose))


def put(parts: Parts) -> Kept:
    """A person with a firm and a draft, a hidden case, an open one, a file, messages of every kind."""
    kept = Kept(blob=parts.blobs.seal(CONTENT))

    def all_of_it(tx: Tx) -> None:
        ngoc = people.meet(tx, CHAT, "77", NAME, "vi")
        firm = people.speak_for(tx, ngoc, FIRM, CODE)
        ngoc.conversation = {"draft": {"text": f"Tôi là {NAME}"}}
        people.save(tx, ngoc)
        kept.file = files.announce(
            tx, Network.TELEGRAM, Upload(FileKind.DOCUMENT, f"blob:{kept.blob}", f"{NAME}.pdf", "", 5), ngoc.id
        )
        for number, tier in ((1, Tier.OPEN), (HIDDEN, Tier.HIDDEN)):
            files_case(tx, ngoc.id, number, tier, business=firm.id)
        messages.remember(tx, CHAT, messages.Known("5", HIDDEN, "", {"part": NAME}))
        page.append(tx, "p:77", f"Tôi là {NAME}", {"case": HIDDEN}, author=NAME, mine=True)
        failed.keep(tx, "telegram", "1", NAME, "Traceback")
        drafted = Directive(0, "", Actor(Role.LEADERSHIP, 9, "Dũng"), NAME, NOW, case=HIDDEN)
        kept.directive = directives.draft(tx, drafted).id
        entry = Entry(kept.directive, 1, NOW, drafted.by, Step.WORD, {"text": NAME})
        directives.keep(tx, Taken(replace(drafted, id=kept.directive), entry))
        asked = Request(0, Wish.NAME, ngoc.id, 0, Standing.OPEN, NOW, NOW, NOW, text=NAME)
        kept.request = requests.begin(tx, asked)
        requests.keep(tx, rights.asked(replace(asked, id=kept.request), Actor(Role.BUSINESS, ngoc.id, NAME)))
        outbox.post(tx, Notice(to_chat(CHAT, "vi"), Words("help", {"name": NAME}), about=HIDDEN))
        tokens.begin(tx, Network.ZALO_OA, "origin", NAME)
        tokens.renew(tx, Network.ZALO_OA, NAME, f"{NAME} next", timedelta(hours=1))

    parts.store.call(all_of_it)
    return kept


def is_all_there(parts: Parts, kept: Kept) -> None:
    def look(tx: Tx) -> None:
        ngoc = people.find(tx, CHAT.network, "77")
        assert ngoc is not None
        assert (ngoc.name, ngoc.conversation["draft"]["text"]) == (NAME, f"Tôi là {NAME}")
        assert [(each.name, each.tax_code) for each in people.firms_of(tx, ngoc.id)] == [(FIRM, CODE)]
        assert {each.id for each in cases.of_author(tx, ngoc.id)} == {1, HIDDEN}
        hidden = cases.look(tx, HIDDEN)
        assert hidden is not None
        assert (hidden.author_name, hidden.business_name, hidden.tax_code) == (NAME, FIRM, CODE)
        assert cases.journal(tx, HIDDEN)[0][0].actor.name == NAME
        assert cases.journals(tx, [HIDDEN], NOW + timedelta(days=9))[HIDDEN][0].actor.name == NAME
        stored = files.get(tx, kept.file)
        assert stored is not None
        assert (stored.name, stored.person) == (f"{NAME}.pdf", ngoc.id)
        assert messages.find(tx, CHAT, "5") == messages.Known("5", HIDDEN, "", {"part": NAME})
        assert messages.of_case(tx, CHAT, HIDDEN) == ["5"]
        (said,) = page.last(tx, "p:77")
        assert (said.text, said.author, said.body) == (f"Tôi là {NAME}", NAME, {"case": HIDDEN})
        pair = tokens.kept(tx, Network.ZALO_OA)
        assert pair is not None
        assert (pair.access, pair.refresh) == (NAME, f"{NAME} next")
        directive = directives.load(tx, kept.directive)
        assert directive is not None
        assert directive.text == directives.entries(tx, kept.directive)[0].facts["text"] == NAME
        request = requests.load(tx, kept.request)
        assert request is not None
        assert request.text == requests.journal(tx, kept.request)[0].actor.name == NAME
        assert failed.unsolved(tx)[0].raw == NAME
        assert any(NAME in str(each.words) for each in posted(tx))

    parts.store.call(look)
    assert parts.blobs.get(kept.blob) == CONTENT


def in_program(wanted: Settings, work: Callable[[Parts], Any]) -> Any:
    parts = build(wanted)
    try:
        return work(parts)
    finally:
        parts.store.close()


def rotates(wanted: Settings) -> int:
    return rotate_key.run(wanted, argparse.Namespace())


def stale(parts: Parts) -> list[str]:
    """The tables of which a row is not under the newest key."""

    def look(tx: Tx) -> list[str]:
        rows = [(kind, row) for kind in KINDS for row in rows_after(tx, kind, None)]
        assert {str(kind.model.__tablename__) for kind, _ in rows} == {str(kind.model.__tablename__) for kind in KINDS}
        return [str(kind.model.__tablename__) for kind, row in rows if is_stale(kind, row, tx.ring.newest)]

    return list(parts.store.call(look))


def test_everything_comes_under_a_new_key_and_the_old_one_opens_nothing_any_more(
    wanted: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = in_program(wanted, put)
    old = keyfile.read(wanted.key_path)
    assert rotates(wanted) == 0
    (new,) = keyfile.read(wanted.key_path).ids
    assert new != old.ids[0]
    in_program(wanted, lambda parts: is_all_there(parts, kept))
    assert in_program(wanted, stale) == []
    assert in_program(wanted, lambda parts: parts.store.call(needed.names)) == [new]
    assert in_program(wanted, lambda parts: parts.blobs.key_of(kept.blob)) == new
    said = capsys.readouterr().out
    for what in ("2 messages", "1 cases", "1 people", "1 businesses", "1 attachments", "1 page_messages", "1 files"):
        assert what in said or what.startswith("2")

    def with_the_old_one(parts: Parts) -> None:
        parts.store.ring = parts.blobs.ring = Ring([old.newest.main])
        with pytest.raises(LostKey):
            is_all_there(parts, kept)
        with pytest.raises(LostKey):
            parts.blobs.get(kept.blob)

    in_program(wanted, with_the_old_one)


class KilledError(Exception):
    """As a signal would."""


#: after each of thirteen tables, a batch each, and after the file
@pytest.mark.parametrize("after", range(14))
def test_stopped_anywhere_everything_can_be_read_and_the_next_time_goes_on(
    wanted: Settings, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = in_program(wanted, put)
    done = 0

    def stopped(*given: Any) -> Iterator[tuple[str, int]]:
        nonlocal done
        for each in resealing.seal_all_anew(*given):
            yield each
            done += 1
            if done > after:
                raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr(rotate_key, "seal_all_anew", stopped)
        with pytest.raises(KilledError):
            rotates(wanted)
    new, _ = keyfile.read(wanted.key_path).ids
    in_program(wanted, lambda parts: is_all_there(parts, kept))
    assert rotates(wanted) == 0
    assert keyfile.read(wanted.key_path).ids == [new]
    in_program(wanted, lambda parts: is_all_there(parts, kept))
    assert in_program(wanted, stale) == []


@pytest.mark.parametrize("step", ["note", "forget_others", "drop_old"])
def test_stopped_between_the_file_and_the_database_it_still_starts(
    wanted: Settings, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = in_program(wanted, put)

    def stop(*_: object) -> None:
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr(keyfile if step == "drop_old" else needed, step, stop)
        with pytest.raises(KilledError):
            rotates(wanted)
    in_program(wanted, lambda parts: is_all_there(parts, kept))
    assert rotates(wanted) == 0
    in_program(wanted, lambda parts: is_all_there(parts, kept))
    assert len(keyfile.read(wanted.key_path).ids) == 1


def test_no_key_is_changed_while_a_program_runs(wanted: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    in_program(wanted, put)
    before = keyfile.read(wanted.key_path).ids
    guard = hold(wanted.database_url)
    try:
        assert rotates(wanted) == 1
    finally:
        guard.release()
    assert "stop every one first" in capsys.readouterr().err
    assert keyfile.read(wanted.key_path).ids == before


def test_a_key_that_cannot_be_written_is_told_before_anything_is_done(
    wanted: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_program(wanted, put)
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(WrongSetting, match="set KEY_FILE to a copy"):
        rotates(wanted)


def test_rows_put_in_the_place_of_others_stay_shut(wanted: Settings) -> None:
    """Whoever can write the database cannot show one person's words as another's."""
    in_program(wanted, put)

    def swap(parts: Parts) -> None:
        def others(tx: Tx) -> None:
            ngoc = people.find(tx, CHAT.network, "77")
            assert ngoc is not None
            people.meet(tx, Chat(Network.TELEGRAM, "78"), "78", "Lan", "vi")
            files_case(tx, ngoc.id, HIDDEN + 1, Tier.HIDDEN)
            page.append(tx, "p:78", "Lan", {})
            messages.remember(tx, CHAT, messages.Known("6", HIDDEN + 1, "", {}))
            people.speak_for(tx, ngoc, "Công ty Lan", "")
            for swapped in (
                "update people set name = (select name from people where user_id = '77') where user_id = '78'",
                f"update cases set rest = (select rest from cases where id = {HIDDEN}) where id = {HIDDEN + 1}",  # noqa: S608
                "update page_messages set body = (select body from page_messages where chat_id = 'p:77') where id = 2",
                "update messages set note = (select note from messages where message_id = '5') where message_id = '6'",
                "update businesses set name = (select name from businesses where id = 1) where id = 2",
            ):
                assert tx.run(text(swapped)) == 1

        parts.store.call(others)
        for look in (
            lambda tx: people.find(tx, Network.TELEGRAM, "78"),
            lambda tx: cases.look(tx, HIDDEN + 1),
            lambda tx: page.last(tx, "p:78"),
            lambda tx: messages.find(tx, CHAT, "6"),
            lambda tx: people.firm(tx, 2),
        ):
            with pytest.raises(NotAsSealed):
                parts.store.call(look)

    in_program(wanted, swap)
