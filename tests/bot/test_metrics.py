"""What operations watch."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import metrics
from bot.wiring import Parts, build
from storage.database import Tx
from storage.outgoing import alarms
from tests.product import settings


@pytest.fixture
def parts(prepared_url: str, tmp_path: Path) -> Iterator[Parts]:
    built = build(settings(tmp_path, prepared_url))
    yield built
    built.store.close()


def ready(parts: Parts) -> dict[str, str]:
    return dict(asyncio.run(metrics.ready(parts)))


def test_counters_are_in_the_text_format_of_prometheus(parts: Parts) -> None:
    parts.intake.counts["taken"] = 7
    told = metrics.exposition(parts).decode()
    assert 'govuong_updates{result="taken"} 7.0' in told
    assert 'govuong_messages{result="sent"} 0.0' in told
    assert all(re.fullmatch(r"#.*|\w+\{.*\} [\d.]+|\w+ [\d.e+]+", line) for line in told.splitlines())


def test_an_idle_program_is_ready(parts: Parts) -> None:
    assert ready(parts) == {"database": "ok"}


def test_an_alarm_that_stands_is_named(parts: Parts) -> None:
    parts.store.call(lambda tx: alarms.raise_(tx, "backlog", ""))
    assert re.fullmatch(r"since \d{4}-\d\d-\d\dT\d\d:\d\dZ", ready(parts)["backlog"])


def test_a_database_that_does_not_answer_is_told(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(_: Tx) -> None:
        raise ConnectionError

    monkeypatch.setattr(alarms, "every", unreachable)
    assert ready(parts) == {"database": "ConnectionError"}
