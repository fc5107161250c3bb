"""The journal's hash chain: a changed, missing or reordered entry cannot hide."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from domain.case.apart import Facts, canonical
from domain.case.case import plain

START = "0" * 64


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as the chain knows it: plain facts, and commitments to who was meant and what was said (or None)."""

    case: int
    seq: int
    at: datetime
    role: str
    department: str
    move: str
    facts: Facts
    identity: bytes | None
    words: bytes | None


def link(previous: str, line: Line) -> str:
    """The SHA-256 (64 hex digits) that binds this entry to the hash of the one before it."""
    apart = [commitment.hex() if commitment else "" for commitment in (line.identity, line.words)]
    body = [line.case, line.seq, plain(line.at), line.role, line.department, line.move, line.facts, *apart]
    return hashlib.sha256(canonical([previous, body]).encode()).hexdigest()


def first_break(chain: Iterable[tuple[Line, str]]) -> int | None:
    """The `seq` of the first entry whose hash or number does not follow from the ones before, or None."""
    previous = START
    for number, (line, digest) in enumerate(chain, start=1):
        if line.seq != number or link(previous, line) != digest:
            return number
        previous = digest
    return None
