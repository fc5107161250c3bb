"""The journal's hash chain: a changed, missing or reordered entry cannot hide."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from domain.case.case import Entry, plain

START = "0" * 64


def link(previous: str, entry: Entry) -> str:
    """The SHA-256 (64 hex digits) that binds this entry to the hash of the one before it."""
    by = entry.actor
    actor = {"role": by.role, "person": by.person, "name": by.name, "department": by.department}
    body = [entry.case, entry.seq, plain(entry.at), actor, entry.move, entry.facts]
    # keys in order and nothing between: a database may give an object back in another order or with other spaces
    text = json.dumps([previous, body], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def first_break(chain: Iterable[tuple[Entry, str]]) -> int | None:
    """The `seq` of the first entry whose hash or number does not follow from the ones before, or None."""
    previous = START
    for number, (entry, digest) in enumerate(chain, start=1):
        if entry.seq != number or link(previous, entry) != digest:
            return number
        previous = digest
    return None
