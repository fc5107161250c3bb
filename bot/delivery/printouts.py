"""Printouts of cases are drawn by a process of their own that is given their sentences and nothing else."""

from __future__ import annotations

import json
import os
from typing import Protocol

import structlog

from bot import children
from bot.channels.base import Reason, SendError
from bot.delivery.wording import Wording
from domain.province.catalogue import Catalogue
from handlers.business.filed import printouts
from storage import cases
from storage.database import Store, Tx

log = structlog.get_logger()

LONGEST = 60.0


class Source(Protocol):
    """Where files of ours come from."""

    async def fetch(self, ref: str, largest: int) -> bytes:
        """The file; raises SendError when there is none, or not now."""


class Printouts:
    """PDFs by `print|CASE|LANGUAGE`; whatever else we draw comes from `others`."""

    def __init__(self, store: Store, catalogue: Catalogue, wording: Wording, others: Source) -> None:
        self.catalogue = catalogue
        self._store, self._wording, self._others = store, wording, others

    async def fetch(self, ref: str, largest: int) -> bytes:
        """The file; raises SendError when it could not be drawn, which may succeed later, or is too large."""
        if not ref.startswith(printouts.PRINT):
            return await self._others.fetch(ref, largest)
        case, _, language = ref.removeprefix(printouts.PRINT).partition("|")
        sheet = await self._store.run(lambda tx: self._said(tx, int(case), language))
        if sheet is None:
            raise SendError(f"{ref}: no such case", permanent=True)
        content = await _drawn(sheet)
        if len(content) > largest:
            raise SendError(f"{ref}: {len(content)} bytes", permanent=True, reason=Reason.TOO_LARGE)
        return content

    def _said(self, tx: Tx, number: int, language: str) -> bytes | None:
        """The printout in words, as its child process reads it."""
        case = cases.look(tx, number)
        if case is None:
            return None
        made = printouts.of(tx, self.catalogue, case)
        sheet = {
            "language": language,
            "title": self._wording.say(made.title, language),
            "facts": [[self._wording.say(each, language) for each in pair] for pair in made.facts],
            "parts": [[self._wording.say(each, language) for each in pair] for pair in made.parts],
            "foot": [self._wording.say(each, language) for each in made.foot],
        }
        return json.dumps(sheet, ensure_ascii=False).encode()


async def _drawn(sheet: bytes) -> bytes:
    path = {"PATH": os.environ.get("PATH", "")}
    try:
        code, content = await children.answer(("reports.printouts",), path, LONGEST, given=sheet)
    except TimeoutError:
        raise SendError(f"a printout was not drawn within {LONGEST:.0f} s", permanent=False) from None
    if code:
        log.warning("printout.failed", code=code)
        raise SendError(f"a printout was not drawn ({code})", permanent=False)
    return content
