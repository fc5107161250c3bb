"""Files at an address that a message names: fetched from the open internet only, and only so much, so long, so far.

Whoever writes to a webhook may name any address. Without these walls they would read through us what this machine can
reach and they cannot: its own services, the network it stands in, the cloud's keys.
"""

from __future__ import annotations

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.channels.base import Reason, SendError

SECONDS = 60.0
MOST_REDIRECTS = 3
_MOVED = {301, 302, 303, 307, 308}
_GONE = {400, 401, 403, 404, 410}
#: the part of IPv6 that is given out to the world, without what only carries IPv4 addresses
_OPEN = IPv6Network("2000::/3")
_CARRIES_IPV4 = (IPv6Network("2002::/16"), IPv6Network("2001::/32"))


class NotOutsideError(OSError):
    """The address is not one of the open internet."""


def is_outside(address: str) -> bool:
    """True for an address that anybody may reach from anywhere."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is not None:
            return _is_outside4(found.ipv4_mapped)
        return found in _OPEN and found.is_global and not any(found in each for each in _CARRIES_IPV4)
    return _is_outside4(found)


def _is_outside4(address: IPv4Address) -> bool:
    return address.is_global and not address.is_multicast


class _OutsideOnly(AbstractResolver):
    """Names as the system knows them; one that leads anywhere else leads nowhere.

    What is looked up here is what is connected to: a name cannot be public when asked and private when called.
    """

    def __init__(self) -> None:
        self._system = aiohttp.ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of a name; raises NotOutsideError when one of them is not of the open internet."""
        found = await self._system.resolve(host, port, family)
        if not found or not all(is_outside(each["host"]) for each in found):
            raise NotOutsideError(host)
        return found

    async def close(self) -> None:
        """Nothing is held."""


class Outside:
    """Fetches; `trusted` is the origin (scheme://host:port) of a server the settings name, which may be anywhere."""

    def __init__(self, trusted: str = "", seconds: float = SECONDS) -> None:
        self._trusted = _origin(trusted) if trusted else ""
        self._seconds = seconds
        self._sessions: dict[bool, aiohttp.ClientSession] = {}

    async def fetch(self, url: str, largest: int) -> bytes:
        """The bytes at an https address, at most `largest`; raises SendError, whose text never holds the address."""
        try:
            async with asyncio.timeout(self._seconds):
                return await self._followed(url, largest)
        except ValueError:  # of urlsplit and, named InvalidURL, of aiohttp
            raise SendError("file: not an address", permanent=True) from None
        except (aiohttp.ClientError, OSError) as error:
            is_inside = isinstance(getattr(error, "os_error", error), NotOutsideError)
            why = "not an address of the open internet" if is_inside else type(error).__name__
            raise SendError(f"file: {why}", permanent=is_inside) from None

    async def _followed(self, url: str, largest: int) -> bytes:
        for _ in range(MOST_REDIRECTS + 1):
            async with self._session(url).get(url, allow_redirects=False) as response:
                if response.status not in _MOVED:
                    return await _body(response, largest)
                url = urljoin(url, response.headers.get("Location", ""))
        raise SendError("file: sent on too often", permanent=True)

    def _session(self, url: str) -> aiohttp.ClientSession:
        """The session that may call this address; raises NotOutsideError when none may."""
        is_trusted = bool(self._trusted) and _origin(url) == self._trusted
        if not is_trusted:
            _check_outside(url)
        if is_trusted not in self._sessions:
            connector = aiohttp.TCPConnector(resolver=None if is_trusted else _OutsideOnly(), use_dns_cache=False)
            self._sessions[is_trusted] = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar(), trust_env=False
            )
        return self._sessions[is_trusted]

    async def close(self) -> None:
        """End the connections."""
        for session in self._sessions.values():
            await session.close()


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower()


def _check_outside(url: str) -> None:
    """Raises NotOutsideError for an address that is not https, or whose host is a number of our own network.

    A host that is a name is looked at when it is looked up.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme != "https" or not host or parts.username or parts.password:
        raise NotOutsideError(parts.scheme)
    try:
        ip_address(host)
    except ValueError:
        return
    if not is_outside(host):
        raise NotOutsideError(host)


async def _body(response: aiohttp.ClientResponse, largest: int) -> bytes:
    """What comes, as long as it is not too much; raises SendError."""
    if not response.ok:
        raise SendError(f"file: HTTP {response.status}", permanent=response.status in _GONE)
    content = bytearray()
    async for piece in response.content.iter_any():
        content += piece
        if len(content) > largest:
            raise SendError("file too large", permanent=True, reason=Reason.TOO_LARGE)
    return bytes(content)
