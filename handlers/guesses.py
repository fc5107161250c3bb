"""Codes have few letters: whoever tries them may be wrong ten times in an hour of the clock, on whichever process."""

from __future__ import annotations

from storage import claims
from storage.database import Tx

MOST = 10


def are_left(tx: Tx, who: str) -> bool:
    """True while this person may guess once more in this hour."""
    return not claims.is_claimed(tx, f"{_kept(tx, who)}:{MOST - 1}", _hour(tx))


def count(tx: Tx, who: str) -> None:
    """One more guess of this person; two at the same moment in two processes count as two."""
    name = _kept(tx, who)
    any(claims.claim_job(tx, f"{name}:{number}", _hour(tx)) for number in range(MOST))


def _kept(tx: Tx, who: str) -> str:
    """Nobody may read in the database who has mistyped the code of a case that is nobody's."""
    return f"guess:{tx.ring.tag('guesses', who)}"


def _hour(tx: Tx) -> str:
    return tx.now.strftime("%Y%m%d%H")
