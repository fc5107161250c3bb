"""`govuong train`, over both databases: what it learns, that it repeats itself, and what it refuses."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.settings import ROOT, Settings
from domain.case import handovers, moves
from domain.case.case import Actor, Role
from domain.routing.examples import examples
from handlers import recording
from storage.database import Store
from storage.engines import open_store
from tests.cast import NOW, TUAN, Hands, filed, term


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The province that does not exist, to be written into."""
    return Path(shutil.copytree(ROOT / "tests" / "province", tmp_path / "province"))


@pytest.fixture
def store(prepared_url: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.chdir(folder)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("DATABASE_URL", prepared_url)
    monkeypatch.setenv("CATALOGUE", str(folder))
    monkeypatch.setenv("FILES_DIR", str(folder / "files"))
    opened = open_store(prepared_url, Hands())
    yield opened
    opened.close()


def moved_and_taken(store: Store, number: int, text: str, department: str) -> None:
    decision = filed(number, text=text, department="dao", topic="")
    store.call(lambda tx: recording.record(tx, decision))
    assigned = handovers.assign(decision.case, TUAN, NOW, department, "", term())
    store.call(lambda tx: recording.record(tx, assigned))
    officer = Actor(Role.OFFICER, 9, "Biển", department)
    store.call(lambda tx: recording.record(tx, moves.accept(assigned.case, officer, NOW)))


def test_what_officers_moved_is_learnt_and_learning_again_changes_nothing(
    store: Store, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, place in enumerate(("bắc", "nam", "đông", "tây"), 1):
        moved_and_taken(store, number, f"Còi sương mũi {place} không kêu, gọi Nguyễn Thị Lan 0912345678", "so-den")
    path = folder / "examples" / "learnt.jsonl"
    assert main(["train", "--dry-run"]) == 0
    assert not path.exists()
    assert main(["train"]) == 0
    told = capsys.readouterr().out
    assert "before" in told
    assert "after" in told
    written = path.read_text(encoding="utf-8")
    assert {each.department for each in examples(written)} == {"so-den"}
    assert "Lan" not in written
    assert "0912345678" not in written
    assert main(["train"]) == 0
    assert path.read_text(encoding="utf-8") == written


def test_what_would_make_it_worse_is_not_written(
    store: Store, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = [
        f"{what} {name}" for name in ("này", "kia", "ấy", "nọ") for what in ("giấy ra khơi tàu", "đèn mũi bắc tắt")
    ]
    for number, text in enumerate(texts, 1):
        moved_and_taken(store, number, text, "ban-giam-sat")
    assert main(["train"]) == 1
    assert "nothing is written" in capsys.readouterr().out
    assert not (folder / "examples" / "learnt.jsonl").exists()


def test_without_moved_cases_there_is_nothing_to_do(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train"]) == 0
    assert capsys.readouterr().out.startswith("0 cases")
