"""`govuong mask`: what a department would read, without a database."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.settings import Settings
from domain.privacy.masks import MASK


@pytest.fixture(autouse=True)
def _nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of whoever runs the tests, and no database."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_a_text_is_shown_as_it_would_be_read(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["mask", "Cty Lan-Anh, chị Hòa, 0912 345 678", "--given", "Công ty Lan Anh", "Nguyễn Thị Hoà"]) == 0
    assert capsys.readouterr().out == f"Cty {MASK}, chị {MASK}, {MASK}\n"
    assert list(tmp_path.iterdir()) == []


def test_many_texts_are_lines_each_with_its_names(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    lines = tmp_path / "lines"
    lines.write_text('{"text": "chị Lan", "given": ["Nguyễn Thị Lan"]}\n\n{"text": "chị Lan"}\n', encoding="utf-8")
    assert main(["mask", "--file", str(lines), "--json"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert told == [{"masked": f"chị {MASK}"}, {"masked": "chị Lan"}]


@pytest.mark.parametrize(
    "line", ["no", "[]", '{"text": 5}', '{"text": "a", "given": [1]}', "[" * 100_000, '{"given": []}']
)
def test_a_line_that_cannot_be_read_is_named_and_the_next_is_taken(
    line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f'{line}\n{{"text": "a"}}\n'.encode())))
    assert main(["mask", "--file", "-", "--json"]) == 1
    out, err = capsys.readouterr()
    assert out == '{"masked": "a"}\n'
    assert err.startswith("-:1: ")


@pytest.mark.parametrize("arguments", [[], ["a", "--file", "b"], ["--file", "nowhere"]])
def test_nothing_to_read_is_a_wrong_argument(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mask", *arguments]) == 2
    assert "such as" in (said := capsys.readouterr().err) or "with a line like" in said
