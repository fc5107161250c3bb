"""What operations watch."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot import metrics
from bot.wiring import Parts, build
from domain.messages import Chat, Network, Notice, Words, to_chat
from storage.database import Tx
from storage.outgoing import outbox
from tests.product import settings

WAITING = Notice(to_chat(Chat(Network.PAGE, "p:1")), Words("help"))


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
    assert ready(parts) == {"database": "ok", "outbox": "ok"}


def test_messages_that_wait_too_long_are_told(parts: Parts) -> None:
    parts.store.call(lambda tx: outbox.post(tx, WAITING))
    assert ready(parts)["outbox"] == "ok"
    parts.clock.ahead = timedelta(minutes=6)
    assert re.fullmatch(r"the oldest waiting message is 36\d s old", ready(parts)["outbox"])


def test_a_database_that_does_not_answer_is_told(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(_: Tx) -> None:
        raise ConnectionError

    monkeypatch.setattr(outbox, "oldest_waiting", unreachable)
    assert ready(parts) == {"database": "ConnectionError"}
