"""A served program loads only what it needs."""

from __future__ import annotations

import subprocess
import sys

from bot.settings import ROOT


def test_a_worker_loads_nothing_of_the_page_and_no_tools_of_a_start() -> None:
    code = "import sys, bot.commands.running.worker, bot.channels.telegram.client, bot.channels.telegram.polling"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; print(*sys.modules)"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    loaded = set(done.stdout.split())
    assert "bot.wiring" in loaded
    assert not loaded & {"fastapi", "starlette", "uvicorn", "jinja2", "alembic", "holidays", "prometheus_client"}
