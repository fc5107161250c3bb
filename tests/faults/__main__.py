"""Every fault in full, one after another, as a table: `python -m tests.faults [--only kills,burst] [--people 250]`."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import functools
import tempfile
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

from tests import postgres
from tests.faults import crowded, runs
from tests.faults.counts import HEAD
from tests.faults.runs import Run
from tests.faults.several import pages, scenes

Scene = Callable[[str, Path, int], Coroutine[Any, Any, Run]]

SCENES: dict[str, tuple[str, Scene]] = {
    "refused": ("sqlite", lambda url, at, many: runs.refusals(url, at, many, too_many=0.02, error_500=0.01)),
    "refused-postgresql": (
        "postgresql",
        lambda url, at, many: runs.refusals(url, at, many, too_many=0.02, error_500=0.01),
    ),
    "carried-out": ("sqlite", lambda url, at, many: runs.refusals(url, at, many, reset_after=0.02, error_after=0.02)),
    "lost-before": ("sqlite", lambda url, at, many: runs.refusals(url, at, many, reset_before=0.02, error_502=0.02)),
    "kills": ("sqlite", lambda url, at, many: runs.kills(url, at, many, many // 5)),
    "kills-50ms": ("sqlite", lambda url, at, many: runs.kills(url, at, many, many // 5, latency=0.05)),
    "kills-crowded": ("sqlite", lambda url, at, many: runs.kills(url, at, many, many // 5, latency=0.05, at_once=128)),
    "restarts": ("sqlite", lambda url, at, many: runs.kills(url, at, many, many // 10, latency=0.05, gently=True)),
    "two": ("postgresql", lambda url, at, many: runs.two_processes(url, at, many, kill_one=False)),
    "one-of-two": ("postgresql", lambda url, at, many: runs.two_processes(url, at, many, kill_one=True)),
    "burst": ("sqlite", lambda url, at, _: crowded.burst(url, at)),
    "busy-group": ("sqlite", crowded.busy_group),
    "busy-group-postgresql": ("postgresql", crowded.busy_group),
    "backlog": ("sqlite", lambda url, at, _: crowded.backlog(url, at)),
    "backlog-postgresql": ("postgresql", lambda url, at, _: crowded.backlog(url, at)),
    "one-machine": ("postgresql", lambda url, at, many: scenes.crowd_on(url, at, many, 1)),
    "three-machines": ("postgresql", lambda url, at, many: scenes.crowd_on(url, at, many, 3)),
    "killed-in-turn": ("postgresql", scenes.killed_in_turn),
    "lost-database": ("own", lambda _, at, many: scenes.lost_database(at, many)),
    "failover": ("own", lambda _, at, many: scenes.failover(at, many)),
    "open-pages": ("postgresql", lambda url, at, many: pages.open_pages(url, at, min(many, 40))),
    "growth": ("sqlite", lambda url, at, _: runs.growth(url, at)),
}


@contextlib.contextmanager
def _database(kind: str, folder: Path) -> Iterator[str]:
    if kind == "sqlite":
        yield f"sqlite:///{folder}/faults.db"
        return
    if kind == "own":
        yield ""
        return
    with postgres.running() as server:
        yield server.fresh()


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--only", default=",".join(SCENES), help="which, by name")
    parser.add_argument("--people", type=int, default=250, help="businesses; eight updates each")
    args = parser.parse_args()
    say = functools.partial(print, flush=True)
    say(f"{'fault':66} {'seconds':>7} {HEAD}")
    for name in args.only.split(","):
        kind, scene = SCENES[name]
        with tempfile.TemporaryDirectory() as at, _database(kind, Path(at)) as url:
            run = asyncio.run(scene(url, Path(at), args.people))
        say(f"{run.name + ', ' + kind:66} {run.seconds:7.1f} {run.counts.row()}")
        for what, value in run.notes.items():
            say(f"{'':4}{what}: {value}")
        for line in run.counts.details[:10]:
            say(f"{'':4}{line}")


if __name__ == "__main__":
    main()
