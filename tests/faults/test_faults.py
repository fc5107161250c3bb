"""Nothing is lost, and nothing is doubled but what died between being sent and being noted.

Shorter than `python -m tests.faults`, which runs every fault in full and prints the table.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import postgres
from tests.conftest import SqliteFiles
from tests.faults import crowded, runs
from tests.faults.runs import Run


@pytest.fixture
def sqlite(sqlite_files: SqliteFiles) -> str:
    """An empty SQLite file's address."""
    return sqlite_files.fresh()


@pytest.fixture
def postgresql(postgresql_server: postgres.Server) -> Iterator[str]:
    """An empty PostgreSQL database's address."""
    yield postgresql_server.fresh()
    postgresql_server.drop()


def assert_good(run: Run, doubled: int = 0) -> None:
    """Every effect exactly once, nothing lost, misrouted or out of order, at most so many doubled."""
    counts = run.counts
    told = f"{run.name}: {counts.row()} {run.notes} {counts.details[:5]}"
    assert (counts.lost, counts.misrouted, counts.disordered, counts.wrong) == (0, 0, 0, []), told
    assert counts.doubled <= doubled, told


@pytest.mark.timeout(120)
def test_calls_that_are_refused_are_made_again(sqlite: str, tmp_path: Path) -> None:
    run = asyncio.run(runs.refusals(sqlite, tmp_path, 100, too_many=0.02, error_500=0.01))
    assert run.counts.messages == 900, "nine a conversation: that it was solved is told by the card alone"
    assert_good(run)


@pytest.mark.timeout(120)
def test_only_what_was_carried_out_before_it_failed_is_doubled(sqlite: str, tmp_path: Path) -> None:
    run = asyncio.run(runs.refusals(sqlite, tmp_path, 50, reset_after=0.02, error_after=0.02))
    assert_good(run, doubled=int(str(run.notes["after"])))
    assert run.counts.doubled == run.notes["after"] != 0


@pytest.mark.timeout(180)
def test_fifty_kills_double_at_most_what_was_on_its_way(sqlite: str, tmp_path: Path) -> None:
    """No messenger offers a key against sending twice: what was on its way when the process died may stand there."""
    run = asyncio.run(runs.kills(sqlite, tmp_path, 250, 50))
    assert_good(run, doubled=int(str(run.notes["on their way when it was killed"])))
    assert run.notes["doubled though not on its way"] == 0
    assert int(str(run.notes["replies to cards from before a kill"])) > 0


@pytest.mark.timeout(120)
def test_kills_on_a_slow_network_double_at_most_what_was_on_its_way(sqlite: str, tmp_path: Path) -> None:
    run = asyncio.run(runs.kills(sqlite, tmp_path, 30, 8, latency=0.05))
    assert_good(run, doubled=int(str(run.notes["on their way when it was killed"])))
    assert run.notes["doubled though not on its way"] == 0


@pytest.mark.timeout(120)
def test_a_clean_restart_doubles_nothing(sqlite: str, tmp_path: Path) -> None:
    assert_good(asyncio.run(runs.kills(sqlite, tmp_path, 20, 4, latency=0.02, gently=True)))


@pytest.mark.postgresql
@pytest.mark.timeout(120)
def test_two_processes_share_one_token_and_one_database(postgresql: str, tmp_path: Path) -> None:
    assert_good(asyncio.run(runs.two_processes(postgresql, tmp_path, 50, kill_one=False)))


@pytest.mark.postgresql
@pytest.mark.timeout(120)
def test_when_one_of_two_processes_dies_the_other_goes_on(postgresql: str, tmp_path: Path) -> None:
    run = asyncio.run(runs.two_processes(postgresql, tmp_path, 30, kill_one=True))
    assert_good(run, doubled=int(str(run.notes["on their way when it was killed"])))


@pytest.mark.timeout(150)
def test_a_burst_of_forty_cases_arrives_whole_within_telegrams_limits(sqlite: str, tmp_path: Path) -> None:
    run = asyncio.run(crowded.burst(sqlite, tmp_path, to_the_end=False))
    assert_good(run)
    assert run.seconds < 75
    assert run.notes["breaches"] == 0
    assert float(str(run.notes["slowest receipt"]).split()[0]) < 5
    assert float(str(run.notes["slowest toast"]).split()[0]) < 1


@pytest.mark.timeout(120)
def test_at_ten_matters_a_second_a_groups_cards_are_right_at_once(sqlite: str, tmp_path: Path) -> None:
    run = asyncio.run(crowded.busy_group(sqlite, tmp_path, 40))
    assert_good(run)
    assert float(str(run.notes["card right after its last change at the latest"]).split()[0]) < 5


@pytest.mark.timeout(120)
def test_however_much_waits_for_one_group_others_are_answered_at_once(sqlite: str, tmp_path: Path) -> None:
    run = asyncio.run(crowded.backlog(sqlite, tmp_path, updates=500))
    assert float(str(run.notes["a claim"]).split()[0]) < 10
    assert float(str(run.notes["first message after the start"]).split()[0]) < 2
