"""A printout's PDF: drawn by a child that is given its sentences, in letters the reader can read."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from dataclasses import dataclass

import pypdfium2
import pytest

from bot.channels.base import SendError
from bot.delivery.printouts import Printouts
from bot.province import read_catalogue
from bot.settings import ROOT
from domain.case.case import Tier
from handlers import recording
from storage.engines import open_store
from tests.cast import Hands, filed
from tests.conftest import SqliteFiles
from tests.product import prepared
from tests.web.site import wording

ENOUGH = 9_000_000


@dataclass
class Others:
    """Whatever else is drawn."""

    async def fetch(self, ref: str, largest: int) -> bytes:
        return f"{ref} {largest}".encode()


@pytest.fixture
def printing(sqlite_files: SqliteFiles) -> Printouts:
    catalogue, _ = read_catalogue(ROOT / "catalogue" / "lang-son")
    store = open_store(sqlite_files.fresh(prepared), Hands())
    long = "Hồ sơ xin giấy phép, mã #x \\ [y]* _z_ $1$ đã hai tháng.\n韩国语：한국어 谅山\n" * 60
    store.call(lambda tx: recording.record(tx, filed(1, text=long)))
    store.call(lambda tx: recording.record(tx, filed(2, tier=Tier.HIDDEN, text="Công ty Lan Anh chờ phép")))
    return Printouts(store, catalogue, wording(), Others())


def text_of(content: bytes) -> tuple[str, int]:
    document = pypdfium2.PdfDocument(content)
    pages = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
    return "\n".join(pages), len(pages)


@pytest.mark.parametrize(
    ("language", "told"), [("vi", "Biên nhận vụ việc #LS26-00001"), ("zh", "事项回执"), ("en", "Receipt for case")]
)
def test_it_is_drawn_in_the_persons_language_with_every_letter_of_the_text(
    printing: Printouts, language: str, told: str
) -> None:
    text, pages = text_of(asyncio.run(printing.fetch(f"print|1|{language}", ENOUGH)))
    assert told in text
    assert "mã #x \\ [y]* _z_ $1$ đã hai tháng" in text  # what somebody wrote is text, never typst
    assert "한국어" in text
    assert pages > 1


def test_it_names_nobody_who_hides(printing: Printouts) -> None:
    text, _ = text_of(asyncio.run(printing.fetch("print|2|vi", ENOUGH)))
    assert "chờ phép" in text
    assert "Lan Anh" not in text


def test_what_is_none_of_its_own_comes_from_the_others(printing: Printouts) -> None:
    assert asyncio.run(printing.fetch("2026-W47|x|pdf", 7)) == b"2026-W47|x|pdf 7"


def test_a_case_that_is_not_there_is_given_up(printing: Printouts) -> None:
    with pytest.raises(SendError) as failed:
        asyncio.run(printing.fetch("print|9|vi", ENOUGH))
    assert failed.value.permanent


def test_what_cannot_be_drawn_now_is_tried_again(printing: Printouts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(SendError) as failed:
        asyncio.run(printing.fetch("print|1|vi", ENOUGH))
    assert not failed.value.permanent


def test_the_child_needs_nothing_but_the_sentences() -> None:
    sheet = b'{"language": "vi", "title": "t", "facts": [["a", "b"]], "parts": [], "foot": []}'
    command = [sys.executable, "-m", "reports.printouts"]
    made = subprocess.run(command, input=sheet, cwd=ROOT, env={}, capture_output=True, check=True, timeout=60)
    assert made.stdout[:4] == b"%PDF"
