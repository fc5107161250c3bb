"""One address for several processes: Debian's Caddy where it is installed, else a few lines of our own."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp

from tests.faults.runs import alternating
from tests.product import free_port

CADDYFILE = """
{{
    admin off
    auto_https off
}}
http://127.0.0.1:{port} {{
    reverse_proxy {upstreams} {{
        lb_policy round_robin
        lb_try_duration 5s
        lb_try_interval 50ms
        fail_duration 1s
        health_uri /readyz
        health_interval 1s
        flush_interval -1
    }}
}}
"""


@contextlib.asynccontextmanager
async def proxied(folder: Path, ports: list[int]) -> AsyncIterator[tuple[str, str]]:
    """The address, and what stands behind it: every request goes to the next process that answers."""
    caddy = shutil.which("caddy")
    if caddy is None:
        async with alternating(ports) as address:
            yield address, "a proxy of the tests' own"
        return
    port = free_port()
    config = folder / "Caddyfile"
    config.write_text(CADDYFILE.format(port=port, upstreams=" ".join(f"127.0.0.1:{each}" for each in ports)))
    with (folder / "caddy.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *(caddy, "run", "--config", str(config), "--adapter", "caddyfile"),
            env={"HOME": str(folder), "PATH": os.environ["PATH"]},
            stdout=log,
            stderr=log,
        )
    try:
        await answers(port)
        yield f"http://127.0.0.1:{port}", "Caddy"
    finally:
        process.terminate()
        await process.wait()


async def answers(port: int) -> None:
    """Return when somebody answers at this port."""
    async with aiohttp.ClientSession() as session, asyncio.timeout(60):
        while True:
            with contextlib.suppress(aiohttp.ClientError):
                async with session.get(f"http://127.0.0.1:{port}/healthz"):
                    return
            await asyncio.sleep(0.05)
