"""What was erased, by ids and kinds: a line in the database and, once committed, the same one in the ledger beside it.

A database restored from an older backup has fewer lines than the ledger; those it lacks are carried out anew before the
program starts. Two that disagree on a line do not belong together.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlmodel import col, select

from storage.database import Tx
from storage.tables import Erasure


@dataclass(frozen=True, slots=True)
class Erased:
    """One erasure: of what ("case", "person"), which one, which kind of data; `at` as ISO 8601."""

    id: int
    token: str
    what: str
    target: int
    kind: str
    at: str


class OtherLedger(Exception):  # noqa: N818  named for what is the case
    """The ledger belongs to another database, or cannot be read; the text says which line."""


def note(tx: Tx, what: str, target: int, kind: str) -> bool:
    """Write down that this is erased; False, and nothing happens, when it was written down before."""
    if is_erased(tx, what, target, kind):
        return False
    token = secrets.token_hex(8)
    number = tx.add(Erasure, token=token, what=what, target=target, kind=kind, at=tx.now)
    tx.erased.append(Erased(number, token, what, target, kind, tx.now.isoformat()))
    tx.erases = True
    return True


def is_erased(tx: Tx, what: str, target: int, kind: str) -> bool:
    """True once this was erased."""
    this = (Erasure.what == what, Erasure.target == target, Erasure.kind == kind)
    return tx.first(select(Erasure.id).where(*this)) is not None


def kinds(tx: Tx, what: str, target: int) -> dict[str, Any]:
    """Which kinds of data were erased of this, and when."""
    rows = tx.rows(select(Erasure).where(Erasure.what == what, Erasure.target == target).order_by(col(Erasure.id)))
    return {row.kind: row.at for row in rows}


def any_since(tx: Tx, instant: datetime) -> bool:
    """True when anything was erased since then."""
    return tx.first(select(Erasure.id).where(col(Erasure.at) >= instant).limit(1)) is not None


def every_line(tx: Tx) -> list[Erased]:
    """Everything that was erased, in order."""
    return [
        Erased(row.id, row.token, row.what, row.target, row.kind, row.at.isoformat())
        for row in tx.rows(select(Erasure).order_by(col(Erasure.id)))
    ]


def take_over(tx: Tx, line: Erased) -> None:
    """Write down a line of the ledger that this database lacks, under its own number."""
    at = datetime.fromisoformat(line.at)
    tx.put(Erasure, id=line.id, token=line.token, what=line.what, target=line.target, kind=line.kind, at=at)
    tx.erases = True


class Ledger:
    """The file beside the database; one line of JSON an erasure."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, lines: Iterable[Erased]) -> None:
        """Write lines at its end; on disk before this returns."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        is_cut = self.path.exists() and self.path.read_bytes()[-1:] not in {b"", b"\n"}
        with self.path.open("a", encoding="utf-8") as file:
            if is_cut:  # a crash left half a line there
                file.write("\n")
            file.writelines(json.dumps(asdict(line)) + "\n" for line in lines)
            file.flush()
            os.fsync(file.fileno())

    def lines(self) -> dict[int, Erased]:
        """Every line by its number; raises OtherLedger where it is no ledger or one number says two things."""
        found: dict[int, Erased] = {}
        if not self.path.exists():
            return found
        for number, text in enumerate(self.path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                line = Erased(**json.loads(text))
            except (ValueError, TypeError):
                if not text.endswith("}"):
                    continue  # half a line, as a crash leaves it: the database has it whole, and writes it again
                raise OtherLedger(f"{self.path}:{number}: not a line of a ledger") from None
            if found.setdefault(line.id, line) != line:
                raise OtherLedger(f"{self.path}:{number}: erasure {line.id} stands there twice, and differently")
        return found


@dataclass(frozen=True, slots=True)
class Difference:
    """What the database lacks of the ledger, and the ledger of the database."""

    to_carry_out: tuple[Erased, ...]
    to_append: tuple[Erased, ...]


def compare(ours: Iterable[Erased], ledger: dict[int, Erased], path: Path) -> Difference:
    """Where database and ledger differ; raises OtherLedger when they are not of one history."""
    known = {line.id: line for line in ours}
    for number, line in known.items():
        if number in ledger and ledger[number].token != line.token:
            raise OtherLedger(f"{path}: erasure {number} is another one in the database")
    missing = tuple(ledger[number] for number in sorted(ledger) if number not in known)
    return Difference(missing, tuple(known[number] for number in sorted(known) if number not in ledger))
