"""A database is brought up to its ledger of erasures before anybody is served from it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from handlers.rights import erasing
from storage.database import Store
from storage.knowledge import search
from storage.rights import erasures
from storage.rights.erasures import Ledger


def apply_ledger(store: Store, path: Path) -> int:
    """Carry out what the ledger says and this database lacks, and write into it what it lacks; how many erasures.

    Raises OtherLedger when the two are not of one history: then nothing may be served from this database. What leaves
    the disk is told to `store.on_gone`, which has to be set.
    """
    ledger = Ledger(path)
    lines = ledger.lines()
    difference = erasures.compare(store.call(erasures.every_line), lines, path)
    if difference.to_append:  # committed, and then the power went: the file has not heard of it
        ledger.append(difference.to_append)
    for line in difference.to_carry_out:
        store.call(partial(erasing.again, line=line))
    if difference.to_carry_out:
        store.call(search.tidy)
        store.vacuum()
    return len(difference.to_carry_out)
