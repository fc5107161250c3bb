"""Serving: the web application and the background work in one event loop, until a signal ends it."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
import sys
from datetime import timedelta
from functools import partial
from importlib import import_module

from bot import logs, metrics
from bot.settings import Settings
from bot.wiring import Parts, listen, pass_time, running


async def serve(settings: Settings, *, web: bool, works: bool) -> int:
    """Run until SIGINT or SIGTERM; 1 when another process already runs on the same SQLite file."""
    logs.set_up(settings)
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    if web and (taken := port_taken(settings)):
        print(taken, file=sys.stderr)
        return 1
    try:
        async with running(settings, receives=works, works=works) as parts:
            if not web:
                await stop.wait()
                return 0
            await asyncio.to_thread(_load_web)
            await serve_web(parts, stop)
    except BlockingIOError:
        print("Another process already runs on this SQLite database; use PostgreSQL for several.", file=sys.stderr)
        return 1
    return 0


def _load_web() -> None:
    """Import what only the page needs, on a thread: who writes by messenger meanwhile is answered."""
    for name in ("uvicorn", "web.app"):
        import_module(name)


def port_taken(settings: Settings) -> str:
    """Why the page cannot be served at its address, "" when it can."""
    family = socket.AF_INET6 if ":" in settings.web_host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.web_host, settings.web_port))
        except OSError as error:
            where = f"{settings.web_host}:{settings.web_port}"
            return f"The page cannot be served at {where} ({error.strerror}); set WEB_PORT or WEB_HOST to another."
    return ""


async def serve_web(parts: Parts, stop: asyncio.Event) -> None:
    """Serve the page and the webhooks until `stop` is set."""
    import uvicorn  # noqa: PLC0415  a worker without the page does not need it

    from web.app import create_app  # noqa: PLC0415
    from web.connections import bounded  # noqa: PLC0415
    from web.ports import Ports  # noqa: PLC0415

    settings = parts.settings
    hooked = [each for each in parts.messengers if each.hook]
    ports = Ports(
        store=parts.store,
        receive=parts.intake.take,
        blobs=parts.blobs,
        hub=parts.hub,
        clock=parts.clock,
        province=parts.province,
        say=parts.wording.say,
        board_life=timedelta(hours=settings.board_hours),
        public_url=settings.public_url,
        public_results=settings.public_results,
        demo=settings.demo,
        push_clock=partial(pass_time, parts) if settings.demo else None,
        webhooks={each.hook: each.webhook(parts.intake) for each in hooked},
        links=parts.links,
        ready=lambda: metrics.ready(parts),
        metrics=lambda: metrics.exposition(parts),
        is_secure=settings.public_url.startswith("https://"),
        largest_file=settings.largest_file_mb * 1_000_000,
        least_free=settings.least_free_mb * 1_000_000,
        folder=None if settings.demo else parts.renewing.folder,
        renew=parts.renewing.at_once,
    )
    app = create_app(ports)
    server = uvicorn.Server(bounded(app, settings.web_host, settings.web_port, settings.trusted_proxies))
    server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]
    with _no_signals(server):
        serving = asyncio.create_task(server.serve())
        asyncio.get_running_loop().call_later(0.3, _say_where, settings)
        listen(parts, hooked)  # now, because a messenger may look whether we answer there
        await asyncio.wait({serving, asyncio.create_task(stop.wait())}, return_when=asyncio.FIRST_COMPLETED)
        parts.hub.close()
        server.should_exit = True
        await serving


@contextlib.contextmanager
def _no_signals(server: object):  # type: ignore[no-untyped-def]  # noqa: ANN202
    """The event loop handles the signals: uvicorn's own handlers would end the process before the outbox is settled."""
    server.capture_signals = contextlib.nullcontext  # type: ignore[attr-defined]
    yield


def _say_where(settings: Settings) -> None:
    host = f"[{settings.web_host}]" if ":" in settings.web_host else settings.web_host
    print(f"Gỡ Vướng{' (trial)' if settings.demo else ''}: http://{host}:{settings.web_port}/", flush=True)
