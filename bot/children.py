"""Long work is done by a process of its own, with no secret it does not need, so that nobody waits for it."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Mapping

from bot.settings import ROOT, Settings

#: how much it gives way to those who are served
NICE = 10


def environment(settings: Settings, **more: str) -> dict[str, str]:
    """What a command needs to find and open the database and the files; no token and no other secret."""
    return {
        "DATABASE_URL": settings.database_url,
        "KEY_FILE": str(settings.key_path.absolute()),
        "FILES_DIR": str(settings.files_dir.absolute()),
        "CATALOGUE": str(settings.catalogue.absolute()),
        "PATH": os.environ.get("PATH", ""),
        **more,
    }


async def run(command: tuple[str, ...], env: Mapping[str, str], seconds: float, nice: int = NICE) -> int:
    """Run a command of ours to its end; its exit code. Raises TimeoutError when it takes longer."""
    code, _ = await answer(("bot", *command), env, seconds, nice=nice)
    return code


async def answer(
    module: tuple[str, ...], env: Mapping[str, str], seconds: float, *, given: bytes | None = None, nice: int = 0
) -> tuple[int, bytes]:
    """Run a module of ours, with its arguments, to its end: its exit code and what it printed.

    Raises TimeoutError when it takes longer; however this ends, the process has ended.
    """
    before = ("nice", "-n", str(nice)) if nice else ()
    process = await asyncio.create_subprocess_exec(
        *(*before, sys.executable, "-m", *module),
        cwd=ROOT,
        env=env,
        stdin=asyncio.subprocess.DEVNULL if given is None else asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,  # a traceback quotes what is worked on
    )
    try:
        async with asyncio.timeout(seconds):
            printed, _ = await process.communicate(given)
            return process.returncode or 0, printed
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
