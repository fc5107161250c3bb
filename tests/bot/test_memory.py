"""A served program takes little memory, and gives back what only its start needed."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from pathlib import Path

import pytest

from bot import memory
from bot.settings import ROOT

#: where /proc tells how much there is; kB
_GROWN = """
import threading
from bot import memory
memory.use_one_heap()
def fill():
    kept = [bytes(100_000) for _ in range(300)]
for _ in range(8):
    thread = threading.Thread(target=fill)
    thread.start()
    thread.join()
memory.give_back()
line = next(line for line in open("/proc/self/status") if line.startswith("RssAnon"))
print(line.split()[1])
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc to look at")
def test_what_threads_have_freed_goes_back() -> None:
    done = subprocess.run([sys.executable, "-c", _GROWN], cwd=ROOT, capture_output=True, check=True, text=True)
    assert int(done.stdout) < 25_000


def test_another_c_library_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    memory.use_one_heap()
    memory.give_back()


def test_a_worker_loads_nothing_of_the_page_and_no_tools_of_a_start() -> None:
    code = "import sys, bot.commands.worker, bot.channels.telegram.client, bot.channels.telegram.polling"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; print(*sys.modules)"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    loaded = set(done.stdout.split())
    assert "bot.wiring" in loaded
    assert not loaded & {"fastapi", "starlette", "uvicorn", "jinja2", "alembic", "holidays", "prometheus_client"}
