"""The ground the other tests stand on: fresh databases on both servers, nothing left behind, a browser that draws."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser

from tests import postgres
from tests.conftest import SqliteFiles

prepared: list[str] = []


def a_table_with_one_row(url: str) -> None:
    prepared.append(url)
    run(url, "create table words (word text)")
    run(url, "insert into words values ('ĐẶNG')")


def run(url: str, statement: str) -> list[str]:
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        result = connection.execute(sa.text(statement))
        rows = [str(row[0]) for row in result] if result.returns_rows else []
    engine.dispose()
    return rows


def test_a_fresh_database_is_empty(database_url: str) -> None:
    run(database_url, "create table words (word text)")
    assert run(database_url, "select word from words") == []


def test_what_one_copy_changes_no_other_copy_sees(databases: SqliteFiles | postgres.Server) -> None:
    before = len(prepared)
    mine, other = databases.fresh(a_table_with_one_row), databases.fresh(a_table_with_one_row)
    run(mine, "insert into words values ('của tôi')")
    assert run(mine, "select count(*) from words") == ["2"]
    assert run(other, "select word from words") == ["ĐẶNG"]
    assert len(prepared) == before + 1


@pytest.mark.postgresql
def test_postgresql_lowers_vietnamese_letters(postgresql_server: postgres.Server) -> None:
    assert run(postgresql_server.fresh(), "select lower('ĐẶNG')") == ["đặng"]
    postgresql_server.drop()


@pytest.mark.postgresql
@pytest.mark.usefixtures("postgresql_server")
def test_a_killed_test_run_leaves_no_server_behind() -> None:
    """The worst end: SIGKILL, so that no clean-up of ours runs."""
    if not postgres.installations():
        pytest.skip("the server of TEST_DATABASE_URL is not ours to stop")
    environment = {name: value for name, value in os.environ.items() if name != "TEST_DATABASE_URL"}
    script = "from tests import postgres\nwith postgres.running() as s: print(s.fresh(), flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", script], stdin=-1, stdout=-1, env=environment) as child:
        assert child.stdout is not None
        folder = Path(str(sa.make_url(child.stdout.readline().decode().strip()).query["host"]))
        server = next(
            it for it in psutil.process_iter(["cmdline"]) if str(folder / "data") in (it.info["cmdline"] or ())
        )
        child.kill()
    psutil.wait_procs([server], timeout=20)
    assert not server.is_running()
    end = time.monotonic() + 10
    while folder.exists() and time.monotonic() < end:
        time.sleep(0.02)
    assert not folder.exists()


def test_the_browser_draws_vietnamese(browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content("<h1>Gỡ Vướng</h1>")
        assert page.inner_text("h1") == "Gỡ Vướng"
