"""Whether what comes to the webhook was sent by Zalo: a plain SHA-256 over the body, with a secret at its end.

Sources agree on that and differ on its parts, so each form is tried, and which one matched is said in the log. The
time that is signed is no use against repetition: Zalo itself repeats a failed event for two hours, and the id of the
message tells.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from typing import Any

import structlog

log = structlog.get_logger()

HEADER, TIME_HEADER = "x-zevent-signature", "x-zevent-timestamp"
_MARK = "mac="


class Signature:
    """Knows Zalo's signature by the app and the account's secret; `is_refused` what has none, or only logged."""

    def __init__(self, app: str, secret: str, *, is_refused: bool) -> None:
        self._app, self._secret, self._is_refused = app, secret, is_refused
        self._last = ""

    def lets_in(self, body: bytes, headers: Mapping[str, str], raw: Mapping[str, Any]) -> bool:
        """Whether the event may be taken in; the form that matched is logged when it is another than before."""
        variant = self.variant(body, headers, raw)
        if variant != self._last or not variant:
            level = log.info if variant else log.warning
            level("zalo_oa.signature", variant=variant or "none", refused=not variant and self._is_refused)
            self._last = variant
        return bool(variant) or not self._is_refused

    def variant(self, body: bytes, headers: Mapping[str, str], raw: Mapping[str, Any]) -> str:
        """The form of the signature that matches; "" for none."""
        given = headers.get(HEADER, "")
        mac = given.removeprefix(_MARK).strip().lower().encode()
        found = ""
        for name, begin, at in self._forms(headers, raw):
            whole = b"".join((begin.encode(), body, at.encode(), self._secret.encode()))
            if hmac.compare_digest(hashlib.sha256(whole).hexdigest().encode(), mac):
                found = found or name
        return found and f"{found}, {'mac=' if given.startswith(_MARK) else 'bare'}"

    def _forms(self, headers: Mapping[str, str], raw: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
        """The name of each form, whose id stands in front, and the time; the documented one first."""
        recipient = raw.get("recipient")
        account = str(raw.get("oa_id") or (recipient.get("id") if isinstance(recipient, dict) else "") or "")
        for time_name, at in (("body", str(raw.get("timestamp", ""))), ("header", headers.get(TIME_HEADER, ""))):
            if at:
                yield f"app and {time_name} time", self._app, at
                if account:
                    yield f"account and {time_name} time", account, at
