"""Cleaned copies of files: made once, when somebody is to get one, by a process of its own that may fail alone."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import replace
from pathlib import Path

import structlog

from bot import children
from handlers import hidden_files as confidential
from storage import files
from storage.blobs import Blobs
from storage.database import Store
from storage.files import Stored

log = structlog.get_logger()

LONGEST = 90.0
AT_ONCE = 2
_WITHHELD = 1


class Cleaning:
    """Makes cleaned copies, a few at once."""

    def __init__(self, store: Store, blobs: Blobs) -> None:
        self._store = store
        self._blobs = blobs
        self._free = asyncio.Semaphore(AT_ONCE)
        self._locks: dict[int, asyncio.Lock] = {}

    async def copy(self, original: Stored, about: int) -> Stored:
        """The cleaned copy of a stored file of a case: stored, or withheld when nobody can be sure of it."""
        lock = self._locks.setdefault(original.id, asyncio.Lock())
        try:
            async with lock:  # a department may have several chats, which all get it now
                found = await self._store.run(lambda tx: files.cleaned(tx, original.id))
                return found or await self._make(original, about)
        finally:
            self._locks.pop(original.id, None)

    async def _make(self, original: Stored, about: int) -> Stored:
        sent = await asyncio.to_thread(self._blobs.get, original.sha256)
        content, ending = await self._cleaned(sent, original.id)
        sha256 = await asyncio.to_thread(self._blobs.put, content) if ending else ""
        copy = replace(
            original,
            name=f".{ending}",
            state="stored" if ending else "withheld",
            sha256=sha256,
            size=len(content),
            cleaned_of=original.id,
        )
        return await self._store.run(lambda tx: confidential.keep_copy(tx, copy, about))

    async def of_nobody(self, stored: Stored, content: bytes) -> Stored:
        """What is kept of a file sent anonymously: the cleaned bytes, or nothing when nobody can be sure of them."""
        clean, ending = await self._cleaned(content, stored.id)
        sha256 = await asyncio.to_thread(self._blobs.put, clean) if ending else ""
        state = "stored" if ending else "refused"
        size = files.coarse(len(clean))
        return replace(stored, name=f".{ending}", state=state, sha256=sha256, size=size, ref="", mime="")

    async def _cleaned(self, content: bytes, file: int) -> tuple[bytes, str]:
        """As below; the process that cleans reaches none of ours, so it finds the bytes in a folder of its own."""
        async with self._free:
            with tempfile.TemporaryDirectory(prefix="govuong-") as folder:
                source = Path(folder) / "sent"
                await asyncio.to_thread(source.write_bytes, content)
                return await _cleaned(source, file)


async def _cleaned(source: Path, file: int) -> tuple[bytes, str]:
    """The cleaned bytes and their ending; nothing and "" when the file has to be withheld."""
    with tempfile.TemporaryDirectory(prefix="govuong-") as folder:
        target = Path(folder) / "cleaned"
        code, said = await _run(str(source), str(target))
        if code != 0:
            broken = code != _WITHHELD
            # nobody's file has a number below zero: with the minute of the log it would lead to a case
            log.warning("cleaning.withheld", file=max(file, 0), why="" if broken else said, code=code if broken else 0)
            return b"", ""
        return await asyncio.to_thread(target.read_bytes), said


async def missing_walls() -> list[str]:
    """What this machine cannot wall off from the process that cleans: "network", "files", "root"."""
    code, said = await _run("--walls")
    return said.split() if code == 0 else ["process itself"]


async def _run(*arguments: str) -> tuple[int, str]:
    """The exit code and the word of the process that cleans; it gets nothing of our environment, which has secrets."""
    try:
        code, said = await children.answer(("storage.scrubbing", *arguments), {}, LONGEST)
    except TimeoutError:
        return -1, ""
    return code, said.decode()
