"""The right to write on a messenger that gives it for a while: one pair of tokens a network, renewed by one process.

A refresh token works once. So whoever means to use it claims it first, in a transaction of its own, and what comes of
it is written down before anything is sent with it. Both are sealed: whoever has them writes in the province's name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, select, update

from domain.messages import Network
from storage.database import Tx
from storage.tables import TokenRow

#: how long a renewal may take before another process may believe that it has failed
CLAIM = timedelta(seconds=60)
_SECRET = ("access", "refresh")


@dataclass(frozen=True, slots=True)
class Tokens:
    """What is kept of a network: `access` until `expires_at` ("": none yet), and what brings the next."""

    access: str
    refresh: str
    renewed_at: datetime | None
    expires_at: datetime | None
    claimed_until: datetime | None
    refused: str


def kept(tx: Tx, network: Network) -> Tokens | None:
    """What is kept of the network, or None."""
    row = tx.first(select(TokenRow).where(TokenRow.network == network))
    if row is None:
        return None
    access, refresh = (tx.ring.open_text(getattr(row, name), *_place(row.network, name)) for name in _SECRET)
    return Tokens(access, refresh, row.renewed_at, row.expires_at, row.claimed_until, row.refused)


def begin(tx: Tx, network: Network, origin: str, refresh: str) -> bool:
    """Take over the refresh token of an authorisation; False when what is kept follows from it already."""
    tx.lock(f"tokens:{network}")  # or another process would undo what the first has made of it
    row = tx.first(select(TokenRow.origin).where(TokenRow.network == network))
    if row is not None and row.origin == origin:
        return False
    fresh = {"access": "", "renewed_at": None, "expires_at": None, "claimed_until": None, "refused": ""}
    tx.put_or_change(TokenRow, network=network, origin=origin, **fresh, **_sealed(tx, network, refresh=refresh))
    return True


def claim(tx: Tx, network: Network, refresh: str) -> bool:
    """True for exactly one caller: it alone may use this refresh token now."""
    tx.lock(f"tokens:{network}")
    found = kept(tx, network)
    if found is None or found.refresh != refresh or (found.claimed_until and found.claimed_until > tx.now):
        return False
    _change(tx, network, claimed_until=tx.now + CLAIM)
    return True


def release(tx: Tx, network: Network) -> None:
    """The refresh token was not used, or not heard of: it may be tried again."""
    _change(tx, network, claimed_until=None)


def renew(tx: Tx, network: Network, access: str, refresh: str, lasts: timedelta) -> None:
    """The next pair takes the place of the one that was used."""
    times = {"renewed_at": tx.now, "expires_at": tx.now + lasts, "claimed_until": None}
    _change(tx, network, refused="", **times, **_sealed(tx, network, access=access, refresh=refresh))


def refuse(tx: Tx, network: Network, refresh: str, why: str) -> bool:
    """This refresh token works no more; False when another one has taken its place already."""
    tx.lock(f"tokens:{network}")
    found = kept(tx, network)
    if found is None or found.refresh != refresh:
        return False
    _change(tx, network, refused=why, claimed_until=None)
    return True


def seal_anew(tx: Tx, row: Any) -> None:
    """The same pair by the newest key."""
    found = kept(tx, Network(row.network))
    if found is not None:
        _change(tx, Network(row.network), **_sealed(tx, row.network, access=found.access, refresh=found.refresh))


def _sealed(tx: Tx, network: str, **secret: str) -> dict[str, str]:
    return {name: tx.ring.seal_text(value, *_place(network, name)) for name, value in secret.items()}


def _place(network: str, name: str) -> tuple[str, ...]:
    return "tokens", str(network), name


def _change(tx: Tx, network: Network, **values: object) -> None:
    tx.run(update(TokenRow).where(col(TokenRow.network) == network).values(**values))
