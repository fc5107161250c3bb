"""Monday, 07:30: the summary goes out once, wherever in it the process is killed, on both kinds of server."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections import Counter
from datetime import datetime

import pytest
from sqlmodel import select

from bot.settings import ROOT
from handlers import recording
from storage.database import Store
from storage.tables import Attachment, JobRun
from tests.cast import filed, keys
from tests.posted import posted

AT = datetime.fromisoformat("2026-03-16T07:30:00+07:00")
PLACES = (
    "once the week is claimed",
    "between leadership and the task group",
    "before the commit",
    "after the commit",
)


def send(url: str, where: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.handlers.clock.monday", url, AT.isoformat(), where]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=50)


def heads(store: Store) -> Counter[str]:
    return Counter(keys(store.call(posted)))


@pytest.mark.parametrize("where", PLACES)
def test_killed_anywhere_the_summary_and_its_files_still_go_out_once(
    store: Store, prepared_url: str, where: str
) -> None:
    store.call(lambda tx: recording.record(tx, filed()))
    before = heads(store)
    assert send(prepared_url, where).returncode == -signal.SIGKILL
    done = where == "after the commit"
    assert heads(store)["weekly-head"] == done
    again = send(prepared_url)
    assert (again.stdout.strip(), again.returncode) == (str(not done), 0), again.stderr
    assert send(prepared_url).stdout.strip() == "False"
    assert heads(store) - before == {"weekly-head": 1, "weekly-of": 1, "weekly-files": 2}
    assert len(store.call(lambda tx: tx.rows(select(Attachment.id)))) == 4
    assert len(store.call(lambda tx: tx.rows(select(JobRun.job)))) == 1
