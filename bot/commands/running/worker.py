"""`govuong worker`: the background work; other processes serve the page."""

from __future__ import annotations

import argparse
import asyncio

from bot.serving import serve
from bot.settings import Settings


def arguments(_parser: argparse.ArgumentParser) -> None:
    """None: everything is a setting."""


def run(settings: Settings, _args: argparse.Namespace) -> int:
    """Serve until a signal ends it; 1 when another process is in the way."""
    return asyncio.run(serve(settings, web=False, works=True))
