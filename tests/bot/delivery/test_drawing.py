"""A report's files: drawn by another process, once for all their forms, and fetched like any attachment."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.channels.base import SendError
from bot.delivery.downloads import Downloads
from bot.delivery.drawing import Drawing
from bot.settings import Settings
from domain.messages import FileKind, Network
from storage import files
from storage.blobs import Blobs
from storage.engines import open_store
from tests.cast import Hands
from tests.product import settings

UNTIL = "2026-11-23T00:00:00+07:00"


@pytest.fixture
def wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    url = f"sqlite:///{tmp_path / 'one.db'}"
    monkeypatch.setenv("DATABASE_URL", url)
    assert main(["demo-data", "--cases", "20", "--seed", "2", "--until", "2026-11-22"]) == 0
    monkeypatch.delenv("DATABASE_URL")
    return settings(tmp_path, url)


def test_all_forms_of_a_report_are_drawn_at_once(wanted: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fetch() -> tuple[list[bytes], int]:
        drawing, runs = Drawing(wanted), 0
        draw = drawing._draw

        async def counted(*given: str) -> dict[str, bytes]:
            nonlocal runs
            runs += 1
            return await draw(*given)

        monkeypatch.setattr(drawing, "_draw", counted)
        wanted_ = (drawing.fetch(f"2026-W47|{UNTIL}|{form}", 9_000_000) for form in ("png", "docx", "xlsx", "pdf"))
        return await asyncio.gather(*wanted_), runs

    found, runs = asyncio.run(fetch())
    assert [content[:4] for content in found] == [b"\x89PNG", b"PK\x03\x04", b"PK\x03\x04", b"%PDF"]
    assert runs == 1


def test_an_announced_file_becomes_one_of_ours_on_disk(wanted: Settings, tmp_path: Path) -> None:
    store, blobs = open_store(wanted.database_url, Hands()), Blobs(tmp_path / "files")

    async def bring() -> bytes:
        downloads = Downloads(store, {}, blobs)
        downloads.also_from(Network.CLOCK, Drawing(wanted))
        ref = f"2026-W47|{UNTIL}|pdf"
        number = await store.run(lambda tx: files.draw(tx, ref, FileKind.DOCUMENT, "bao-cao-2026-W47.pdf"))
        stored = await store.run(lambda tx: files.get(tx, number))
        assert stored is not None
        got = await downloads.fetch(stored)
        assert (got.state, files.shown_name(got)) == ("stored", "bao-cao-2026-W47.pdf")
        return blobs.get(got.sha256)

    try:
        assert asyncio.run(bring())[:4] == b"%PDF"
    finally:
        store.close()


def test_what_cannot_be_drawn_now_is_tried_again(tmp_path: Path) -> None:
    nowhere = settings(tmp_path, f"sqlite:///{tmp_path / 'none.db'}")
    with pytest.raises(SendError) as failed:
        asyncio.run(Drawing(nowhere).fetch(f"2026-W47|{UNTIL}|pdf", 9_000_000))
    assert not failed.value.permanent


def test_the_child_gets_no_token(tmp_path: Path) -> None:
    given = settings(tmp_path, "sqlite:///x.db", telegram_token="123456789:" + "a" * 35)
    assert not any("123456789" in value for value in Drawing(given)._env.values())
