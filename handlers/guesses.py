"""Codes have few letters: whoever tries them may be wrong ten times in an hour of the clock, on whichever process."""

from __future__ import annotations

from storage import claims
from storage.database import Tx

MOST = 10


def are_left(tx: Tx, who: str) -> bool:
    """True while this person may guess once more in this hour."""
    return not claims.is_claimed(tx, f"{who}:{MOST - 1}", _hour(tx))


def count(tx: Tx, who: str) -> None:
    """One more guess of this person; two at the same moment in two processes count as two."""
    any(claims.claim_job(tx, f"{who}:{number}", _hour(tx)) for number in range(MOST))


def _hour(tx: Tx) -> str:
    return tx.now.strftime("%Y%m%d%H")
