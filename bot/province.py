"""The province's folder, read: its catalogue, and a router taught by its examples.

Run as a program (`python -m bot.province FOLDER`) it teaches a router and writes it to standard output, pickled: a
program that serves people learns there, so that learning costs it neither the time nor the memory.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from domain import catalogue as catalogues
from domain.catalogue import Catalogue
from domain.routing import Example, Router, examples

LONGEST_LEARNING = 120.0
_HERE = Path(__file__).resolve().parent.parent


def read_catalogue(folder: Path) -> tuple[Catalogue, Callable[[], Router]]:
    """The province's catalogue, and its router, built when first needed; raises CatalogueError with every fault."""
    catalogue = catalogues.parse(
        {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.toml"))}
    )

    @lru_cache(maxsize=1)
    def router() -> Router:
        return Router(catalogue, read_examples(folder))

    return catalogue, router


def learnt_elsewhere(folder: Path, otherwise: Callable[[], Router]) -> Callable[[], Router]:
    """A router taught in a process of its own when first asked for; everybody who asks meanwhile waits for that one."""
    lock = threading.Lock()
    found: list[Router] = []

    def router() -> Router:
        with lock:
            if not found:
                found.append(_from_child(folder) or otherwise())
        return found[0]

    return router


def _from_child(folder: Path) -> Router | None:
    """What the child writes; None when there can be no child here."""
    command = [sys.executable, "-m", "bot.province", str(folder)]
    try:
        done = subprocess.run(command, cwd=_HERE, capture_output=True, check=True, timeout=LONGEST_LEARNING)  # noqa: S603
        router = pickle.loads(done.stdout)  # noqa: S301  written by our own child a moment ago
    except (OSError, subprocess.SubprocessError, pickle.UnpicklingError):
        return None
    return router if isinstance(router, Router) else None


def read_examples(folder: Path) -> tuple[Example, ...]:
    """The labelled examples of a province, in the order of their files; raises ValueError naming file and line."""
    found: list[Example] = []
    for path in sorted((folder / "examples").glob("*.jsonl")):
        try:
            found += examples(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise ValueError(f"{path.name}: {error}") from None
    return tuple(found)


def _teach(folder: Path) -> None:
    """Write a router that has learnt everything to standard output."""
    os.nice(5)
    router = read_catalogue(folder)[1]()
    router.prepare()
    sys.stdout.buffer.write(pickle.dumps(router, protocol=5))


if __name__ == "__main__":
    _teach(Path(sys.argv[1]))
