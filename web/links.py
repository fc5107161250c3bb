"""Links to one file for a while: for messengers that fetch a picture themselves, and readers who get none otherwise.

Whoever has the link has the file until it ends, as with any message that can be forwarded. It opens nothing else: the
file's number and the end are signed together.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import quote

_DIGITS = 15


class Links:
    """Makes and reads links; every process with the same `key` reads what another one made."""

    def __init__(self, key: bytes, address: str, clock: Callable[[], datetime]) -> None:
        self._key = key
        self._address = address
        self._clock = clock

    def to(self, file: int, name: str, lasts: timedelta) -> str:
        """The address of a file until then; the name at its end is for the eye alone."""
        until = int((self._clock() + lasts).timestamp())
        return f"{self._address}/sent/{file}/{until}/{self._signature(file, until)}/{quote(name, safe='')}"

    def file(self, number: str, until: str, signature: str) -> int:
        """The file an address leads to; 0 for one that is not ours, or no more."""
        if not all(each.isascii() and each.isdecimal() and len(each) <= _DIGITS for each in (number, until)):
            return 0
        expected = self._signature(int(number), int(until))
        if not hmac.compare_digest(signature.encode(), expected.encode()):
            return 0
        return int(number) if self._clock().timestamp() < int(until) else 0

    def _signature(self, file: int, until: int) -> str:
        return hmac.new(self._key, f"{file}.{until}".encode(), hashlib.sha256).hexdigest()[:40]
