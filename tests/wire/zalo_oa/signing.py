"""How events are signed: a plain SHA-256, in each of the forms that are told."""

from __future__ import annotations

import hashlib

from tests.wire.zalo.world import Payload
from tests.wire.zalo_oa.oddities import Oddities


def signed(odd: Oddities, body: bytes, event: Payload, app: str, secret: str) -> dict[str, str]:
    """The headers of an event."""
    at = str(event["timestamp"])
    headers = {}
    if odd.signed_time == "header":
        at = str(int(at) + 7)  # another one than the body's
        headers["X-ZEvent-Timestamp"] = at
    recipient = event.get("recipient") or {}
    first = app if odd.signed_first == "app" else str(event.get("oa_id") or recipient.get("id"))
    used = secret if odd.wrong_secret is None else odd.wrong_secret
    mac = hashlib.sha256(first.encode() + body + at.encode() + used.encode()).hexdigest()
    return {**headers, "X-ZEvent-Signature": mac if odd.is_bare else f"mac={mac}"}
