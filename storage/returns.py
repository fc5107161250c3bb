"""The private codes by which whoever filed anonymously comes back.

Kept is the plain SHA-256 of a code: nearly 70 of its 80 bits are drawn at random, so nobody can go through them all,
and a key to the hash would only be one more thing that, once lost, shuts everybody out.
"""

from __future__ import annotations

import hashlib
import secrets

from sqlmodel import col, delete, select, update

from domain.privacy.codes import FEWEST_FIGURES, SIGNS, completed
from storage.database import Tx
from storage.tables import ReturnCode

GROUP = 4
_DRAWN = 14


def issue(tx: Tx, case: int) -> str:
    """A new code for a case, as `AB7K-9QXM-PDR4-HJ2T`; this is the only time anybody sees it."""
    signs = _drawn()
    code = "-".join(signs[at : at + GROUP] for at in range(0, len(signs), GROUP))
    tx.put(ReturnCode, hash=_digest(code), case_id=case)
    return code


def _drawn() -> str:
    while True:
        signs = completed("".join(secrets.choice(SIGNS) for _ in range(_DRAWN)))
        if sum(map(str.isdecimal, signs)) in range(FEWEST_FIGURES, len(signs)):
            return signs


def issue_anew(tx: Tx, case: int, today: str) -> str:
    """A new code for a case whose old one dies with this."""
    tx.run(delete(ReturnCode).where(col(ReturnCode.case_id) == case))
    tx.erases = True
    code = issue(tx, case)
    note_visit(tx, code, today)
    return code


def note_visit(tx: Tx, code: str, today: str) -> str:
    """The day the code was last used, "" for never; from now on it is today."""
    this = col(ReturnCode.hash) == _digest(code)
    row = tx.first(select(ReturnCode.visited_on).where(this))
    tx.run(update(ReturnCode).where(this).values(visited_on=today))
    return str(row.visited_on) if row else ""


def tail(code: str) -> str:
    """The last group of a code, which is typed back."""
    return "".join(filter(str.isalnum, code)).upper()[-GROUP:]


def case_of(tx: Tx, code: str) -> int:
    """The case a code opens, however it is grouped or cased; 0 for none."""
    row = tx.first(select(ReturnCode.case_id).where(ReturnCode.hash == _digest(code)))
    return int(row.case_id) if row else 0


def _digest(code: str) -> str:
    return hashlib.sha256("".join(filter(str.isalnum, code)).upper().encode()).hexdigest()
