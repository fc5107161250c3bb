"""Files at an address a stranger names: only the open internet, only so much, only so far."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable

import pytest
from aiohttp import ThreadedResolver, web
from aiohttp.abc import ResolveResult

from bot.channels.base import Reason, SendError
from bot.channels.outside import Outside, is_outside

INSIDE = [
    *("127.0.0.1", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),  # noqa: S104  refused
    *("224.0.0.1", "255.255.255.255", "192.0.2.7", "::1", "fe80::1", "fe80::1%eth0", "fc00::7", "::ffff:10.0.0.1"),
    *("64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::", "ff02::1", "::", "no address", ""),
]
OUTSIDE = ["8.8.8.8", "103.7.40.1", "2404:6800:4005:80b::200e", "::ffff:8.8.8.8"]


@pytest.mark.parametrize("address", INSIDE)
def test_no_address_of_a_network_of_ones_own_is_outside(address: str) -> None:
    assert not is_outside(address)


@pytest.mark.parametrize("address", OUTSIDE)
def test_what_the_whole_world_can_reach_is_outside(address: str) -> None:
    assert is_outside(address)


def refused(url: str) -> SendError:
    """What a fetch is refused with."""

    async def fetch() -> None:
        outside = Outside()
        try:
            await outside.fetch(url, 100)
        finally:
            await outside.close()

    with pytest.raises(SendError) as error:
        asyncio.run(fetch())
    assert url not in str(error.value)
    return error.value


@pytest.mark.parametrize(
    "url",
    [
        *("http://8.8.8.8/x", "ftp://8.8.8.8/x", "file:///etc/passwd", "https://127.0.0.1/x", "https://[::1]/x"),
        *("https://10.1.2.3:8443/x", "https://me:secret@8.8.8.8/x", "https://2130706433/x", "https://127.1/x"),
        *("https://0x7f000001/x", "https://localhost/x", "/etc/passwd", "https:///x", "https://[/x", "x.jpg"),
    ],
)
def test_nothing_inside_is_asked_for_however_it_is_written(url: str) -> None:
    assert refused(url).permanent


def test_a_name_that_leads_inside_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    async def both(
        self: ThreadedResolver, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [
            ResolveResult(hostname=host, host=each, port=port, family=family, proto=0, flags=0)
            for each in ("8.8.8.8", "10.0.0.1")
        ]

    monkeypatch.setattr(ThreadedResolver, "resolve", both)
    assert refused("https://photo.example.vn/x").permanent


Handler = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


def served(handler: Handler, seconds: float = 5) -> bytes | SendError:
    """What becomes of fetching from a server the settings trust."""

    async def run() -> bytes | SendError:
        runner = web.ServerRunner(web.Server(handler), shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        origin = f"http://127.0.0.1:{runner.addresses[0][1]}"
        outside = Outside(origin, seconds)
        try:
            return await outside.fetch(f"{origin}/x", 100)
        except SendError as error:
            return error
        finally:
            await outside.close()
            await runner.cleanup()

    return asyncio.run(run())


async def small(_: web.BaseRequest) -> web.StreamResponse:
    return web.Response(body=b"a photo")


async def endless(request: web.BaseRequest) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(1000):
        await response.write(b"x" * 60)
    return response


async def slow(_: web.BaseRequest) -> web.StreamResponse:
    await asyncio.sleep(5)
    return web.Response()


async def gone(_: web.BaseRequest) -> web.StreamResponse:
    return web.Response(status=404)


async def broken(_: web.BaseRequest) -> web.StreamResponse:
    return web.Response(status=503)


async def on_and_on(request: web.BaseRequest) -> web.StreamResponse:
    return web.Response(status=302, headers={"Location": f"{request.path}x"})


async def inside(_: web.BaseRequest) -> web.StreamResponse:
    return web.Response(status=302, headers={"Location": "https://169.254.169.254/latest/meta-data"})


async def once(request: web.BaseRequest) -> web.StreamResponse:
    if request.path == "/there":
        return web.Response(body=b"a photo")
    return web.Response(status=301, headers={"Location": "/there"})


def failure(handler: Handler, seconds: float = 5) -> SendError:
    error = served(handler, seconds)
    assert isinstance(error, SendError)
    return error


def test_a_file_of_the_server_the_settings_name_is_fetched_wherever_that_is() -> None:
    assert served(small) == b"a photo"
    assert served(once) == b"a photo"


def test_more_than_may_be_is_left_alone_as_soon_as_it_is_more() -> None:
    error = failure(endless)
    assert (error.permanent, error.reason) == (True, Reason.TOO_LARGE)


def test_a_slow_server_is_waited_for_so_long_and_tried_again_later() -> None:
    assert not failure(slow, seconds=0.2).permanent


def test_what_is_gone_is_lost_and_what_is_broken_is_tried_again() -> None:
    assert failure(gone).permanent
    assert not failure(broken).permanent


def test_being_sent_on_is_followed_so_often_and_never_inside() -> None:
    assert failure(on_and_on).permanent
    error = failure(inside)
    assert error.permanent
    assert "open internet" in str(error)
