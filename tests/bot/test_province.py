"""A router is learnt once: elsewhere, kept, and learnt anew when anything it was learnt from changes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot import province
from bot.settings import ROOT
from domain.routing.router import Router

TEXT = "hoàn thuế giá trị gia tăng chậm"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small province of its own, which learns quickly."""
    return Path(shutil.copytree(ROOT / "tests" / "province", tmp_path / "province"))


def fails() -> Router:
    raise AssertionError


def test_it_is_taught_by_a_child_and_kept(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    here = province.read_catalogue(folder)[1]()
    taught = province.learnt_elsewhere(folder, fails, kept)()
    assert taught.rank(TEXT) == here.rank(TEXT)
    (file,) = kept.glob("router-*.pickle")
    assert file.stat().st_mode & 0o077 == 0
    before = file.stat().st_mtime_ns
    assert province.learnt_elsewhere(folder, fails, kept)().rank(TEXT) == here.rank(TEXT)
    assert file.stat().st_mtime_ns == before


def test_a_changed_example_is_learnt_and_the_old_file_goes(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    province.learnt_elsewhere(folder, fails, kept)()
    (old,) = kept.glob("router-*.pickle")
    example = next((folder / "examples").glob("*.jsonl"))
    example.write_text(example.read_text(encoding="utf-8") * 2, encoding="utf-8")
    province.learnt_elsewhere(folder, fails, kept)()
    (new,) = kept.glob("router-*.pickle")
    assert new.name != old.name


@pytest.mark.parametrize("content", [b"", b"not a pickle", b"\x80\x05N."])
def test_a_broken_file_is_learnt_anew(folder: Path, tmp_path: Path, content: bytes) -> None:
    kept = tmp_path / "kept"
    province.learnt_elsewhere(folder, fails, kept)()
    (file,) = kept.glob("router-*.pickle")
    file.write_bytes(content)
    assert isinstance(province.learnt_elsewhere(folder, fails, kept)(), Router)


def test_where_nothing_can_be_kept_it_learns_here(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    here = province.read_catalogue(folder)[1]
    assert province.learnt_elsewhere(folder, here, tmp_path / "file" / "kept")() is here()
