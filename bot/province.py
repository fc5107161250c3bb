"""The province's folder, read: its catalogue, and a router taught by its examples.

Run as a program (`python -m bot.province FOLDER FILE`) it learns routing and writes the lessons to the file: a program
that serves people lets it learn there, once, so that learning costs it neither the time nor the memory.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import mmap
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from domain.province import files as catalogues
from domain.province.catalogue import Catalogue
from domain.routing.examples import Example, examples
from domain.routing.lessons import Lessons
from domain.routing.lessons import read as read_lessons
from domain.routing.router import Router

if TYPE_CHECKING:
    from storage.database import Store, Tx  # whoever only teaches needs no database

Result = TypeVar("Result")

LONGEST_LEARNING = 120.0
#: seconds between two looks whether routing has been learnt
LOOK = 0.1
#: how much the child that learns gives way to those who are served
NICE = 10
#: seconds before a child is started: whoever writes while the program starts is answered first
BREATH = 1.0
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


class StillLearning(Exception):  # noqa: N818  says what is the case, like a refusal
    """Routing is being learnt just now; `over` is set when it is."""

    def __init__(self, over: threading.Event) -> None:
        super().__init__("routing is still being learnt")
        self.over = over


class LearntElsewhere:
    """A router taught in a process of its own when first asked for; everybody who asks meanwhile waits for that one.

    What it learnt is kept in the program's own folder under a name that changes with whatever it was learnt from.
    """

    def __init__(self, folder: Path, catalogue: Catalogue, otherwise: Callable[[], Router], kept_in: Path) -> None:
        self._folder, self._catalogue, self._otherwise, self._kept_in = folder, catalogue, otherwise, kept_in
        self._lock = threading.Lock()
        self._found: Router | None = None
        self._begun: threading.Event | None = None

    def __call__(self) -> Router:
        """The router; once `begin` was called, raises StillLearning instead of waiting for it."""
        if self._found is None and (begun := self._begun) is not None:
            raise StillLearning(begun)
        return self._learnt()

    def learn(self) -> None:
        """Learn now, blocking; who is served meanwhile is served by another router."""
        self._learnt()

    def _learnt(self) -> Router:
        with self._lock:
            if self._found is None:
                path = kept(self._folder, self._catalogue, self._kept_in)
                lessons = _read(path) or _read(_taught(self._folder, path))
                self._found = Router(self._catalogue, lessons=lessons) if lessons else self._otherwise()
        return self._found

    def begin(self) -> None:
        """Learn on a thread of its own from now on; a transaction that needs routing meanwhile is told so at once."""
        if self._found is None and self._begun is None:
            self._begun = threading.Event()
            threading.Thread(target=self._learn, args=(self._begun,), name="learning", daemon=True).start()

    def _learn(self, over: threading.Event) -> None:
        try:
            if not kept(self._folder, self._catalogue, self._kept_in).exists():
                time.sleep(BREATH)
            self._learnt()
        finally:  # what went wrong shows itself to the next who asks
            self._begun = None
            over.set()


async def once_learnt(store: Store, work: Callable[[Tx], Result]) -> Result:
    """Run it in a transaction; what needs routing before that is learnt waits here, where it keeps nobody else up."""
    while True:
        try:
            return await store.run(work)
        except StillLearning as learning:
            while not learning.over.is_set():  # noqa: ASYNC110  it is a thread that sets it
                await asyncio.sleep(LOOK)


def kept(folder: Path, catalogue: Catalogue, kept_in: Path) -> Path:
    """Where what is learnt of a catalogue and the examples in its folder is kept."""
    return kept_in / f"learnt-{_digest(folder, catalogue)}.bin"


def _digest(folder: Path, catalogue: Catalogue) -> str:
    """Changes with what routing reads of the catalogue, the examples and the rules; not with a telephone number."""
    departments = [replace(each, phone="", hours=None, discreet=False) for each in catalogue.departments]
    files = [*sorted(folder.rglob("*.jsonl")), *sorted((_HERE / "domain").rglob("*.py"))]
    read = (departments, catalogue.topics, catalogue.procedures, catalogue.triage)
    whole = hashlib.sha256(repr(read).encode())
    for path in files:
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:20]


def _read(path: Path) -> Lessons | None:
    """Lessons kept by this program; None where there are none that can be read."""
    try:
        with path.open("rb") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        lessons = read_lessons(mapped)
    except (OSError, ValueError):
        return None  # whatever is wrong with them, they are learnt anew
    mapped.madvise(mmap.MADV_DONTNEED)  # looked through once for faults; of ten megabytes a text needs a few pages
    return lessons


def _taught(folder: Path, path: Path) -> Path:
    """Let a child teach one and write it there; what was kept before goes."""
    command = [sys.executable, "-m", "bot.province", str(folder), str(path)]
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        for old in path.parent.glob("learnt-*.bin"):
            old.unlink(missing_ok=True)
        with subprocess.Popen(command, cwd=_HERE) as child:  # noqa: S603
            os.setpriority(os.PRIO_PROCESS, child.pid, NICE)
            try:
                child.wait(LONGEST_LEARNING)
            finally:
                child.kill()
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


def teach(folder: Path, path: Path) -> None:
    """Learn everything and write it to the file, whole or not at all."""
    lessons = read_catalogue(folder)[1]().lessons
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(f".{os.getpid()}")
    half.touch(mode=0o600)
    half.write_bytes(lessons.as_bytes())
    half.replace(path)


if __name__ == "__main__":
    teach(Path(sys.argv[1]), Path(sys.argv[2]))
