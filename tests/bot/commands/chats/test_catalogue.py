"""The catalogue is checked whole, before a start stops at it."""

from __future__ import annotations

import shutil
from argparse import Namespace
from pathlib import Path

import pytest

from bot.commands.chats import catalogue
from bot.settings import ROOT
from tests.product import settings


def checked(folder: Path, tmp_path: Path) -> int:
    wanted = settings(tmp_path, f"sqlite:///{tmp_path}/none.db")
    return catalogue.run(wanted, Namespace(folder=folder, check=True))


@pytest.mark.parametrize("folder", ["catalogue/lang-son", "tests/province"])
def test_what_is_right_is_told_as_right(folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(ROOT / folder, tmp_path) == 0
    assert "không có gì phải sửa" in capsys.readouterr().out


def test_every_mistake_is_named_with_its_file_line_and_mend(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "province"
    shutil.copytree(ROOT / "catalogue" / "lang-son", folder)
    topics = folder / "topics.toml"
    topics.write_text(
        topics.read_text(encoding="utf-8").replace('department = "so-xay-dung"', 'department = "so-xay-dug"'),
        encoding="utf-8",
    )
    (folder / "examples" / "dien-luc.jsonl").write_text("{not json\n", encoding="utf-8")
    assert checked(folder, tmp_path) == 1
    said = capsys.readouterr().err
    assert said.count("so-xay-dug") > 1
    assert "topics.toml" in said
    assert "→" in said
    assert "examples/dien-luc.jsonl" in said
    assert "chỗ cần sửa" in said
