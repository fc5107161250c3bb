"""Structured logs on stderr: never what people wrote, their names or numbers, or a token."""

from __future__ import annotations

import logging
import sys
import traceback
from pathlib import Path
from typing import Any

import structlog

from bot.settings import ROOT, Settings


def set_up(settings: Settings) -> None:
    """Log at the configured level, as JSON lines or as text."""
    level = getattr(logging, settings.log_level.upper())
    logging.basicConfig(level=max(level, logging.WARNING), format="%(levelname)s %(name)s %(message)s")
    is_json = settings.log_format == "json"
    last = structlog.processors.JSONRenderer() if is_json else structlog.dev.ConsoleRenderer(colors=False)
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(level),
        processors=[structlog.processors.add_log_level, structlog.processors.TimeStamper(fmt="iso", utc=True), last],
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )


def crashed(event: str, error: BaseException, **facts: Any) -> None:
    """An error of our own: its type and the last places in our code, never its text, which may quote somebody."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f"{_place(frame.filename)}:{frame.lineno}" for frame in frames if str(ROOT) in frame.filename]
    structlog.get_logger().error(event, error=type(error).__name__, at=" > ".join(ours[-3:]), **facts)


def _place(filename: str) -> str:
    return str(Path(filename).relative_to(ROOT)) if filename.startswith(str(ROOT)) else filename
