"""Trying the product: every desk open without a code, for whoever sits at this very machine and nobody else."""

from __future__ import annotations

import ipaddress

from starlette.datastructures import Headers
from starlette.types import Scope

#: what proxies add on the way; "x-forwarded-…" of every kind besides
_ON_THE_WAY = {"forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip"}
_NAMES = {"localhost", "127.0.0.1", "[::1]"}


def is_from_here(scope: Scope) -> bool:
    """True when a browser on this machine asked for itself.

    The connection decides; headers can only take away. A proxy is known by what it adds, or by HTTP/1.0, which no
    browser speaks; and without the look at the host, a page on the internet could point its own name at 127.0.0.1.
    """
    headers = Headers(scope=scope)
    if any(name in _ON_THE_WAY or name.startswith("x-forwarded") for name in headers):
        return False
    host = headers.get("host", "")
    name = host if host.endswith("]") else host.rsplit(":", 1)[0]
    return _is_loopback(scope.get("client")) and name in _NAMES and scope.get("http_version") != "1.0"


def _is_loopback(client: tuple[str, int] | None) -> bool:
    try:
        return client is not None and ipaddress.ip_address(client[0]).is_loopback
    except ValueError:
        return False
