"""A router is learnt once: elsewhere, kept, and learnt anew when anything it was learnt from changes."""

from __future__ import annotations

import asyncio
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import province
from bot.settings import ROOT
from domain.province.catalogue import Catalogue
from domain.routing.router import Router
from domain.routing.terms import terms
from storage.database import Store, Tx

TEXT = "hoàn thuế giá trị gia tăng chậm"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small province of its own, which learns quickly."""
    return Path(shutil.copytree(ROOT / "tests" / "province", tmp_path / "province"))


def catalogue_of(folder: Path) -> Catalogue:
    return province.read_catalogue(folder)[0]


def fails() -> Router:
    raise AssertionError


def test_it_is_taught_by_a_child_and_kept(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    here = province.read_catalogue(folder)[1]()
    taught = province.LearntElsewhere(folder, catalogue_of(folder), fails, kept)()
    assert taught.rank(TEXT) == here.rank(TEXT)
    (file,) = kept.glob("learnt-*.bin")
    assert file.stat().st_mode & 0o077 == 0
    before = file.stat().st_mtime_ns
    assert province.LearntElsewhere(folder, catalogue_of(folder), fails, kept)().rank(TEXT) == here.rank(TEXT)
    assert file.stat().st_mtime_ns == before


def test_a_changed_example_is_learnt_and_the_old_file_goes(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    province.LearntElsewhere(folder, catalogue_of(folder), fails, kept)()
    (old,) = kept.glob("learnt-*.bin")
    example = next((folder / "examples").glob("*.jsonl"))
    example.write_text(example.read_text(encoding="utf-8") * 2, encoding="utf-8")
    province.LearntElsewhere(folder, catalogue_of(folder), fails, kept)()
    (new,) = kept.glob("learnt-*.bin")
    assert new.name != old.name


@pytest.mark.parametrize("content", [b"", b"not a lesson", b"govuong-learnt-1\n"])
def test_a_broken_file_is_learnt_anew(folder: Path, tmp_path: Path, content: bytes) -> None:
    kept = tmp_path / "kept"
    province.LearntElsewhere(folder, catalogue_of(folder), fails, kept)()
    (file,) = kept.glob("learnt-*.bin")
    file.write_bytes(content)
    assert isinstance(province.LearntElsewhere(folder, catalogue_of(folder), fails, kept)(), Router)


def test_where_nothing_can_be_kept_it_learns_here(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    here = province.read_catalogue(folder)[1]
    assert province.LearntElsewhere(folder, catalogue_of(folder), here, tmp_path / "file" / "kept")() is here()


class Slow:
    """A router whose learning takes until it is let go."""

    def __init__(self, folder: Path, kept: Path) -> None:
        self.let_go = threading.Event()
        self.here = province.read_catalogue(folder)[1]
        self.routing = province.LearntElsewhere(folder, catalogue_of(folder), self._teach, kept / "file")
        kept.mkdir()
        (kept / "file").touch()  # nothing can be kept, so it learns here

    def _teach(self) -> Router:
        assert self.let_go.wait(20)
        return self.here()


@pytest.fixture
def slow(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    monkeypatch.setattr(province, "_taught", lambda _, path: path)
    found = Slow(folder, tmp_path / "slow")
    yield found
    found.let_go.set()


def test_who_asks_while_it_is_being_learnt_is_told_at_once(slow: Slow) -> None:
    slow.routing.begin()
    with pytest.raises(province.StillLearning) as learning:
        slow.routing()
    slow.let_go.set()
    assert learning.value.over.wait(20)
    assert slow.routing() is slow.here()


def test_what_needs_routing_waits_outside_its_transaction_and_others_go_on(slow: Slow, store: Store) -> None:
    tried: list[str] = []

    def files(tx: Tx) -> str:
        tried.append("filing")
        return slow.routing().rank(TEXT).best

    async def both() -> str:
        slow.routing.begin()
        filing = asyncio.create_task(province.once_learnt(store, files))
        while not tried:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        assert await asyncio.wait_for(store.run(lambda tx: "greeted"), 5) == "greeted"
        assert not filing.done()
        slow.let_go.set()
        return await asyncio.wait_for(filing, 20)

    assert asyncio.run(both()) == slow.here().rank(TEXT).best
    assert len(tried) == 2


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_what_went_wrong_while_learning_shows_itself_to_who_asks_next(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (next((folder / "examples").glob("*.jsonl"))).write_text("{}\n", encoding="utf-8")
    routing = province.LearntElsewhere(folder, *province.read_catalogue(folder), tmp_path / "file" / "kept")
    routing.begin()

    def asks() -> None:
        while True:
            try:
                routing()
            except province.StillLearning as learning:
                learning.over.wait(1)

    with pytest.raises(ValueError, match="dòng 1"):
        asks()


def test_what_was_learnt_keeps_no_examples(folder: Path, tmp_path: Path) -> None:
    taught = province.LearntElsewhere(folder, catalogue_of(folder), fails, tmp_path / "kept")()
    here = province.read_catalogue(folder)[1]()
    assert taught.examples == ()
    common = max(terms(" ".join(each.text for each in here.examples)), key=lambda term: -here.rarity.weight(term))
    assert taught.rarity.weight(common) == here.rarity.weight(common) < 1


def test_what_is_learnt_changes_with_every_rule(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = tmp_path / "rules" / "domain" / "routing"
    rules.mkdir(parents=True)
    monkeypatch.setattr(province, "_HERE", tmp_path / "rules")
    names = set()
    for text in ("one", "other"):
        (rules / "router.py").write_text(text, encoding="utf-8")
        names.add(province._digest(folder, catalogue_of(folder)))
    assert len(names) == 2


def test_a_telephone_number_or_a_day_makes_nothing_be_learnt_anew(folder: Path, tmp_path: Path) -> None:
    def changed(file: str, before: str, after: str) -> str:
        path = folder / file
        path.write_text(path.read_text("utf-8").replace(before, after, 1), "utf-8")
        return province.kept(folder, catalogue_of(folder), tmp_path).name

    first = changed("province.toml", "", "")
    assert changed("province.toml", 'code_prefix = "SMA"', 'code_prefix = "SMA"\ntask_group_phone = "1022"') == first
    assert changed("province.toml", "day = 2026-05-05", "day = 2026-05-06") == first
    assert changed("departments.toml", 'key = "so-bien"', 'key = "so-bien"\nphone = "1900"') == first
    assert changed("departments.toml", '"bến tàu khách"', '"bến tàu khách, du thuyền"') != first


def test_what_was_learnt_stays_in_its_file(folder: Path, tmp_path: Path) -> None:
    """An idle program holds none of its ten megabytes."""
    province.teach(folder, tmp_path / "learnt.bin")
    lessons = province._read(tmp_path / "learnt.bin")
    assert lessons is not None
    assert isinstance(lessons.linear.weights, memoryview)
