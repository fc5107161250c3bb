"""The product's modules, loaded once; every line on standard input starts it in a process of its own and names that.

Killing the product fifty times is then not fifty times waiting for imports, nor for the routing that a first start
learns and keeps. What a process does from its start on is
`govuong` with these arguments, nothing else.
"""

from __future__ import annotations

import os
import signal
import sys

import uvicorn  # noqa: F401

import bot.serving  # noqa: F401
import web.app
import web.ports  # noqa: F401
from bot import province
from bot.__main__ import main
from bot.settings import load
from domain.routing.router import Router


def _nobody() -> Router:
    raise AssertionError


def serve() -> None:
    """Start one process a line, until the input ends."""
    settings = load()
    province.LearntElsewhere(
        settings.catalogue, province.read_catalogue(settings.catalogue)[0], _nobody, settings.files_dir.parent
    )()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them: the dead leave at once
    print("loaded", flush=True)  # noqa: T201  (whoever started us waits for this line)
    while sys.stdin.readline():
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.close(0)
            os._exit(main(sys.argv[1:]))
        print(child, flush=True)  # noqa: T201


if __name__ == "__main__":
    serve()
