"""The province's folder, read: its catalogue, and a router taught by its examples.

Run as a program (`python -m bot.province FOLDER FILE`) it teaches a router and writes it to the file: a program that
serves people lets it learn there, once, so that learning costs it neither the time nor the memory.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from domain.province import files as catalogues
from domain.province.catalogue import Catalogue
from domain.routing.router import Example, Router, examples

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


def learnt_elsewhere(folder: Path, otherwise: Callable[[], Router], kept_in: Path) -> Callable[[], Router]:
    """A router taught in a process of its own when first asked for; everybody who asks meanwhile waits for that one.

    What it learnt is kept in the program's own folder under a name that changes with whatever it was learnt from.
    """
    lock = threading.Lock()
    found: list[Router] = []

    def router() -> Router:
        with lock:
            if not found:
                path = kept_in / f"router-{_digest(folder)}.pickle"
                found.append(_read(path) or _read(_taught(folder, path)) or otherwise())
        return found[0]

    return router


def _digest(folder: Path) -> str:
    """Changes with the catalogue, the examples, the rules and the Python that reads it."""
    files = [
        *sorted(folder.rglob("*.toml")),
        *sorted(folder.rglob("*.jsonl")),
        *sorted((_HERE / "domain").glob("*.py")),
    ]
    whole = hashlib.sha256(sys.version.encode())
    for path in files:
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:20]


def _read(path: Path) -> Router | None:
    """A router kept by this program; None where there is none that can be read."""
    try:
        router = pickle.loads(path.read_bytes())  # noqa: S301  in our own folder, where nothing of others is named so
    except Exception:  # noqa: BLE001  whatever is wrong with it, it is learnt anew
        return None
    return router if isinstance(router, Router) else None


def _taught(folder: Path, path: Path) -> Path:
    """Let a child teach one and write it there; what was kept before goes."""
    command = [sys.executable, "-m", "bot.province", str(folder), str(path)]
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        for old in path.parent.glob("router-*.pickle"):
            old.unlink(missing_ok=True)
        subprocess.run(command, cwd=_HERE, check=True, timeout=LONGEST_LEARNING)  # noqa: S603
    return path


def read_examples(folder: Path) -> tuple[Example, ...]:
    """The labelled examples of a province, in the order of their files; raises ValueError naming file and line."""
    found: list[Example] = []
    for path in sorted((folder / "examples").glob("*.jsonl")):
        try:
            found += examples(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise ValueError(f"{path.name}: {error}") from None
    return tuple(found)


def _teach(folder: Path, path: Path) -> None:
    """Write a router that has learnt everything, whole or not at all."""
    os.nice(5)
    router = read_catalogue(folder)[1]()
    router.prepare()
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(f".{os.getpid()}")
    half.touch(mode=0o600)
    half.write_bytes(pickle.dumps(router, protocol=5))
    half.replace(path)


if __name__ == "__main__":
    _teach(Path(sys.argv[1]), Path(sys.argv[2]))
