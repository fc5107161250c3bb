"""Three processes share a PostgreSQL database and nothing else; whichever dies, nothing is lost.

Shorter than `python -m tests.faults --only killed-in-turn,lost-database,failover`, which also stops the database.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import postgres
from tests.faults.several import scenes
from tests.faults.test_faults import assert_good


@pytest.fixture
def postgresql(postgresql_server: postgres.Server) -> Iterator[str]:
    """An empty PostgreSQL database's address."""
    yield postgresql_server.fresh()
    postgresql_server.drop()


@pytest.mark.postgresql
@pytest.mark.timeout(240)
def test_three_processes_behind_a_proxy_go_on_while_one_after_another_dies(postgresql: str, tmp_path: Path) -> None:
    run = asyncio.run(scenes.killed_in_turn(postgresql, tmp_path, 30, every=3))
    assert int(str(run.notes["kills"])) >= 2
    assert_good(run, doubled=int(str(run.notes["on their way when it was killed"])))
