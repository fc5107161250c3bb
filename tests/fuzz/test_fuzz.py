"""A short run of strange inputs to every door: no answer of 500, no traceback. `make soak` does it a million times."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.fuzz import mutants
from tests.fuzz.targets import TARGETS, World, run

MANY = {"pages": 150, "webhook": 100, "doings": 100, "files": 25}
SEED = 7


@pytest.fixture
def world(tmp_path: Path, pytestconfig: pytest.Config) -> Iterator[World]:
    made = World(tmp_path, pytestconfig.cache.mkdir("learnt"))
    yield made
    made.close()


@pytest.mark.filterwarnings("ignore")  # libraries say what is broken in a broken file
@pytest.mark.timeout(240)  # libraries are slow with some of these, and so is a busy machine
@pytest.mark.parametrize("target", TARGETS)
def test_no_strange_input_is_a_fault(world: World, target: str) -> None:
    asyncio.run(run(world, target, range(MANY[target]), SEED))
    assert world.faults == []


def test_a_fault_would_be_seen(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("web.html.rendered", breaks)
    asyncio.run(run(world, "pages", range(40), SEED))
    assert "broken" in "".join(world.faults)
    assert "--seed 7 --only pages:" in world.faults[0]


def test_the_same_seed_gives_the_same_inputs() -> None:
    assert mutants.word(Random("1")) == mutants.word(Random("1"))
    assert len({mutants.word(Random(f"{number}")) for number in range(300)}) > 100
