"""A process that sends the weekly summary and may be killed in the midst of it: `python -m … URL INSTANT WHERE`."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.province import read_catalogue
from bot.settings import ROOT
from handlers.clock import tick
from handlers.province import Province
from storage import claims
from storage.database import Tx
from storage.engines import open_store
from storage.outgoing import outbox
from storage.sealing import keyfile


def die(*_: object) -> None:
    """As the kernel would end it."""
    os.kill(os.getpid(), signal.SIGKILL)


def dying(work: Callable[..., Any], calls: int) -> Callable[..., Any]:
    """The same, and the end of the process with the last of so many calls."""
    left = iter(range(calls - 1, -1, -1))

    def do(*given: Any) -> Any:
        done = work(*given)
        if next(left) == 0:
            die()
        return done

    return do


def main(url: str, instant: str, where: str) -> None:
    province = Province(*read_catalogue(ROOT / "catalogue" / "lang-son"))
    if where == "once the week is claimed":
        claims.claim_job = dying(claims.claim_job, 1)
    if where == "between leadership and the task group":
        outbox.post = dying(outbox.post, 2)

    def send(tx: Tx) -> bool:
        sent = tick.send_weekly_summary(tx, province)
        if where == "before the commit":
            die()
        return sent

    store = open_store(url, lambda: datetime.fromisoformat(instant))
    store.ring = keyfile.read(Path(os.environ["KEY_FILE"]))
    sys.stdout.write(f"{store.call(send)}\n")
    sys.stdout.flush()
    if where == "after the commit":
        die()
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
