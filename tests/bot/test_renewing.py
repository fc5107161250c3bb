"""A running program takes what its catalogue's files say: edited on the board, on another machine, or by hand."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.province import read_catalogue
from bot.renewing import Renewing
from bot.settings import ROOT
from domain.province.edits import Edit
from handlers.catalogue import editing
from handlers.province import Province
from storage.database import Store
from storage.outgoing.news import News, open_news
from tests.stores import hands, opened, prepared_url, store

__all__ = ["hands", "opened", "prepared_url", "store"]

Runs = Callable[..., Renewing]


@pytest.fixture
def runs(store: Store, tmp_path: Path) -> Runs:
    """A program of a machine: its own folder, its own province; `news` is how it hears of others."""

    def made(machine: str, news: News | None = None) -> Renewing:
        path = tmp_path / machine
        shutil.copytree(ROOT / "tests" / "province", path)
        return Renewing(path, tmp_path / f"{machine}-var", store, Province(*read_catalogue(path)), news or News())

    return made


async def edit(store: Store, renewing: Renewing, phone: str) -> None:
    folder = renewing.folder
    mark = editing.seen(folder.texts(), "department", "so-bien").mark
    wanted = Edit("department", "so-bien", {"phone": phone})
    saved = await store.run(lambda tx: editing.save(tx, folder, wanted, mark, "Tuấn", "https://example.vn"))
    assert saved.is_written


def number(renewing: Renewing) -> str:
    return renewing._province.catalogue.phone("so-bien")


def test_an_edit_counts_here_at_once_and_on_another_machine_at_its_next_look(store: Store, runs: Runs) -> None:
    one, two = runs("one"), runs("two")
    taken: list[str] = []
    one.took = lambda catalogue: taken.append(catalogue.version)

    async def story() -> None:
        await edit(store, one, "1022")
        await one.at_once()
        assert (number(one), number(two), len(taken)) == ("1022", "", 1)
        await two.look()
        assert number(two) == "1022"
        for each in (one, two):
            await each.look()
        assert len(taken) == 1  # nothing is new, nothing is read

    asyncio.run(story())


@pytest.mark.postgresql
def test_another_process_hears_of_it_at_once(store: Store, runs: Runs, prepared_url: str) -> None:
    if not prepared_url.startswith("postgresql"):
        return  # SQLite serves one process
    theirs, ours = open_news(prepared_url), open_news(prepared_url)
    one, two = runs("one", ours), runs("two", theirs)

    async def story() -> None:
        tasks = [asyncio.create_task(each) for each in (ours.run(), theirs.run(), two.run())]
        while not (ours.are_heard and theirs.are_heard):  # noqa: ASYNC110
            await asyncio.sleep(0.02)
        await asyncio.sleep(0.5)
        await edit(store, one, "1022")
        await one.at_once()
        async with asyncio.timeout(4):  # sooner than the next look of its own
            while number(two) != "1022":  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    asyncio.run(story())


def test_what_is_written_by_hand_counts_and_what_is_broken_does_not(runs: Runs) -> None:
    one = runs("one")
    path = one.folder.path / "departments.toml"
    whole = path.read_text("utf-8")

    async def story() -> None:
        path.write_text(whole.replace('key = "so-bien"', 'key = "so-bien"\nphone = "1900 1234"', 1), "utf-8")
        await one.look()
        assert number(one) == "1900 1234"
        path.write_text(whole.replace('key = "so-bien"', 'key = "Sở Biển"', 1), "utf-8")
        await one.look()
        assert number(one) == "1900 1234"
        assert "departments.toml:2" in str(one.trouble["broken"].args["subject"])
        path.write_text(whole, "utf-8")
        await one.look()
        assert (number(one), one.trouble) == ("", {})

    asyncio.run(story())


def test_what_cannot_be_written_or_says_something_else_is_told_until_it_is_mended(store: Store, runs: Runs) -> None:
    one, two = runs("one"), runs("two")
    barrier = two.folder.path / ".departments.toml.half"
    path = two.folder.path / "departments.toml"

    async def story() -> None:
        await edit(store, one, "1022")
        await one.look()
        barrier.mkdir()
        await two.look()
        assert set(two.trouble) == {"unwritable"}
        barrier.rmdir()
        path.write_text(
            path.read_text("utf-8").replace('key = "so-bien"', 'key = "so-bien"\nphone = "1900"', 1), "utf-8"
        )
        await two.look()
        assert (set(two.trouble), number(two)) == ({"differs"}, "1900")
        path.write_text((one.folder.path / "departments.toml").read_text("utf-8"), "utf-8")
        await two.look()
        assert (two.trouble, number(two)) == ({}, "1022")

    asyncio.run(story())


def test_a_topic_is_routed_by_its_new_words_once_they_are_learnt(store: Store, runs: Runs) -> None:
    one = runs("one")
    province = one._province
    before = province.router
    assert before().rank("xin phép thả khinh khí cầu").departments[0][0] != "so-den"

    async def story() -> None:
        mark = editing.seen(one.folder.texts(), "topic", "khinh-khi-cau").mark
        topic = {
            "key": "khinh-khi-cau",
            "names": {"vi": "Khinh khí cầu"},
            "department": "so-den",
            "keywords": ("khinh khí cầu", "thả khinh khí cầu"),
        }
        wanted = Edit("topic", "khinh-khi-cau", topic)
        assert (await store.run(lambda tx: editing.save(tx, one.folder, wanted, mark, "Tuấn", ""))).is_written
        await one.at_once()
        async with asyncio.timeout(50):
            while province.router is before:  # noqa: ASYNC110
                await asyncio.sleep(0.05)

    asyncio.run(story())
    ranked = province.router().rank("xin phép thả khinh khí cầu")
    assert (ranked.departments[0][0], ranked.topic) == ("so-den", "khinh-khi-cau")
