"""Whatever finds an alarm, it is told once; the heartbeat fails while one of ours stands, and /readyz names it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot import metrics
from bot.watch.alarms import ALARMS, MINUTE, Alarm
from bot.watch.watched import Watched
from bot.watch.watching import UNSEEN, Watching
from bot.wiring import build
from domain.messages import Words
from storage.outgoing import alarms
from tests.bot.watch.conftest import Watch
from tests.bot.watch.listening import Listening
from tests.cast import Hands

Found = dict[str, Words] | None
WRONG = Words("alarm-backlog", {"minutes": 9, "waiting": 1})


class Finding:
    """A look that finds what it was told to find."""

    def __init__(self, found: Found) -> None:
        self.found = found

    async def __call__(self, _: Watched) -> Found:
        return self.found


def looks(watched: Watched, *table: Alarm) -> Watching:
    watching = Watching(watched, table)
    asyncio.run(watching.round(at_once=True))
    return watching


def standing(watched: Watched) -> list[tuple[str, str]]:
    return [(each.name, each.subject) for each in watched.store.call(alarms.every)]


def test_one_machine_does_not_end_what_another_has_found_of_itself(watch: Watch) -> None:
    one, other = watch(host="một"), watch(host="hai")
    looks(one, Alarm("disk", Finding({f"{one.host}: /var": WRONG}), MINUTE, here=True))
    looks(other, Alarm("disk", Finding({}), MINUTE, here=True))
    assert standing(one) == [("disk", "một: /var")]
    looks(one, Alarm("disk", Finding({}), MINUTE, here=True))
    assert standing(one) == []


def test_what_a_machine_found_that_is_gone_is_over_after_hours(watch: Watch, hands: Hands) -> None:
    gone, other = watch(host="đã tắt"), watch(host="hai")
    looks(gone, Alarm("disk", Finding({f"{gone.host}: /var": WRONG}), MINUTE, here=True))
    hands.now += UNSEEN + timedelta(minutes=1)
    looks(other, Alarm("disk", Finding({}), MINUTE, here=True))
    assert standing(other) == []


def test_a_look_that_fails_or_cannot_say_changes_nothing_and_stops_no_other(watch: Watch) -> None:
    async def fails(_: Watched) -> Found:
        raise ConnectionError

    watched = watch()
    wrong = Alarm("backlog", Finding({"": WRONG}), MINUTE)
    looks(watched, Alarm("clock", fails, MINUTE), wrong)
    looks(watched, Alarm("backlog", Finding(None), MINUTE))
    assert standing(watched) == [("backlog", "")]


def test_each_look_has_its_time(watch: Watch) -> None:
    calls = []

    async def counts(_: Watched) -> Found:
        calls.append(1)
        return {}

    async def story() -> None:
        watching = Watching(watch(), [Alarm("clock", counts, timedelta(hours=1))])
        await watching.round()
        await watching.round()

    asyncio.run(story())
    assert len(calls) == 1


@pytest.fixture
def outside() -> Iterator[Listening]:
    with Listening() as server:
        yield server


def test_the_heartbeat_says_that_all_is_well_and_what_is_not(watch: Watch, outside: Listening) -> None:
    watched = watch(heartbeat_url=outside.url)
    watching = looks(watched, *ALARMS[:0])
    asyncio.run(watching.beat())
    looks(watched, Alarm("backlog", Finding({"": WRONG}), MINUTE))
    looks(watched, Alarm("unread", Finding({"so-xay-dung": WRONG}), MINUTE, ours=False))
    asyncio.run(Watching(watched).beat())
    assert outside.asked == [("POST", "/ping", ""), ("POST", "/ping/fail", "backlog")]


def test_a_department_that_sleeps_is_no_failure_of_the_program(watch: Watch, outside: Listening) -> None:
    watched = watch(heartbeat_url=outside.url)
    looks(watched, Alarm("unread", Finding({"so-xay-dung": WRONG}), MINUTE, ours=False))
    asyncio.run(Watching(watched).beat())
    assert outside.asked == [("POST", "/ping", "")]


def test_without_a_database_the_heartbeat_fails(
    watch: Watch, outside: Listening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_: object) -> None:
        raise ConnectionError

    monkeypatch.setattr(alarms, "every", away)
    asyncio.run(Watching(watch(heartbeat_url=outside.url)).beat())
    assert outside.asked == [("POST", "/ping/fail", "database")]


def test_a_heartbeat_nobody_takes_stops_nothing(watch: Watch, outside: Listening) -> None:
    outside.status = 500
    asyncio.run(Watching(watch(heartbeat_url=outside.url)).beat())
    asyncio.run(Watching(watch(heartbeat_url="http://127.0.0.1:1/")).beat())
    asyncio.run(Watching(watch()).beat())


def test_readyz_names_the_alarms_that_stand(watch: Watch) -> None:
    watched = watch()
    looks(watched, Alarm("backlog", Finding({"": WRONG}), MINUTE))
    parts = build(watched.settings)
    try:
        told = asyncio.run(metrics.ready(parts))
    finally:
        parts.store.close()
    assert told["database"] == "ok"
    assert told["backlog"].startswith("since 2026-03-09T02:00Z")
