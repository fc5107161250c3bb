"""The right to write: a refresh token is used once, by one process, and what it brings is kept before it is used."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import pytest

from bot.channels.base import Reason, SendError
from bot.channels.zalo_oa import tokens as module
from bot.channels.zalo_oa.api import Api
from bot.channels.zalo_oa.login import Login
from bot.channels.zalo_oa.pace import PerMinute
from bot.channels.zalo_oa.tokens import AccessTokens
from domain.messages import Chat, Network
from storage import people
from storage.database import Store, Tx
from storage.outgoing import outbox, tokens
from tests.cast import Hands
from tests.stores import Opened
from tests.wire.zalo_oa.login import FIRST
from tests.wire.zalo_oa.server import APP, APP_SECRET, OaServer

T = TypeVar("T")
ADMIN = Chat(Network.TELEGRAM, "1")


@pytest.fixture
def server(hands: Hands) -> Iterator[OaServer]:
    """The account, whose clock is the test's."""
    with OaServer() as running:
        running.ahead = hands.now - datetime.now(UTC)
        yield running
        assert running.violations == []


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAUSE", 0.01)


def ours(server: OaServer, store: Store, hands: Hands, seed: str = FIRST) -> AccessTokens:
    return AccessTokens(store, hands, Login(server.url, APP, APP_SECRET), seed)


def api(server: OaServer, right: AccessTokens) -> Api:
    return Api(server.url, right, PerMinute(0))


def on(server: OaServer, hands: Hands, **by: float) -> None:
    """Time passes, here and there."""
    hands.on(**by)
    server.ahead += timedelta(**by)


def run(work: Callable[[], Awaitable[T]]) -> T:
    async def inside() -> T:
        return await work()

    return asyncio.run(inside())


async def names(calls: Api, times: int = 1) -> Any:
    """So many calls at once."""
    try:
        return await asyncio.gather(*(calls.get("/v3.0/oa/user/detail", {"user_id": "7"}) for _ in range(times)))
    finally:
        await calls.close()


def kept(store: Store) -> tokens.Tokens:
    found = store.call(lambda tx: tokens.kept(tx, Network.ZALO_OA))
    assert found is not None
    return found


def told(store: Store) -> list[str]:
    """What the administrator was told."""
    return [notice.words.key for _, notice in store.call(lambda tx: outbox.said(tx, ADMIN, tx.now - timedelta(9), 9))]  # type: ignore[union-attr]


def with_administrator(store: Store) -> None:
    def meet(tx: Tx) -> None:
        tuan = people.meet(tx, ADMIN, "1", "Tuấn", "vi")
        tuan.role = "administrator"
        people.save(tx, tuan)

    store.call(meet)


def test_the_first_token_comes_from_the_settings_and_lasts_as_long_as_it_says(
    server: OaServer, store: Store, hands: Hands
) -> None:
    right = ours(server, store, hands)
    assert run(right.access) == run(right.access) == "access-1"
    assert (kept(store).refresh, kept(store).expires_at) == ("refresh-1", hands.now + timedelta(hours=25))
    on(server, hands, hours=22, minutes=59)
    assert run(right.access) == "access-1"
    on(server, hands, minutes=2)
    assert run(right.access) == "access-2"
    assert server.login.used == [FIRST, "refresh-1"]


def test_one_that_lasts_an_hour_is_renewed_within_it(server: OaServer, store: Store, hands: Hands) -> None:
    server.odd.expires_in = "3600"
    right = ours(server, store, hands)
    run(right.access)
    on(server, hands, minutes=47)
    assert run(right.access) == "access-1"
    on(server, hands, minutes=2)
    assert run(right.access) == "access-2"


def test_what_was_used_up_is_not_taken_from_the_settings_again_and_a_new_authorisation_is(
    server: OaServer, store: Store, hands: Hands
) -> None:
    run(ours(server, store, hands).access)
    on(server, hands, hours=24)
    assert run(ours(server, store, hands).access) == "access-2"  # started again with the old setting
    anew = server.login.authorise()
    assert run(ours(server, store, hands, anew).access).startswith("access-")
    assert server.login.used == [FIRST, "refresh-1", anew]


def test_many_processes_renew_once_between_them(server: OaServer, opened: Opened, hands: Hands) -> None:
    server.odd.login_seconds = 0.2
    stores = [opened(f"worker {number}") for number in range(5)]

    async def all_at_once() -> list[str]:
        several = [ours(server, each, hands) for each in stores]
        return await asyncio.gather(*(each.access() for each in several for _ in range(4)))

    assert set(run(all_at_once)) == {"access-1"}
    assert server.login.used == [FIRST]
    on(server, hands, hours=26)
    assert set(run(all_at_once)) == {"access-2"}
    assert server.login.used == [FIRST, "refresh-1"]


@pytest.mark.parametrize("code", [-216, 216, 401, -401, -220])
def test_a_token_that_ended_early_is_renewed_once_and_every_call_goes_on(
    server: OaServer, store: Store, hands: Hands, code: int
) -> None:
    server.odd.access_error = code
    server.world.add("Lan", number="7")
    right = ours(server, store, hands)
    run(right.access)
    server.login.end_all()
    answers = run(lambda: names(api(server, right), 6))
    assert {each["display_name"] for each in answers} == {"Lan"}
    assert server.login.used == [FIRST, "refresh-1"]


@pytest.mark.parametrize("code", [-14014, -118])
def test_a_refresh_token_that_works_no_more_is_told_once_a_day_and_never_tried_again(
    server: OaServer, store: Store, hands: Hands, code: int
) -> None:
    with_administrator(store)
    server.odd.refresh_error = code
    right = ours(server, store, hands, "used-long-ago")
    for _ in range(3):
        with pytest.raises(SendError) as refused:
            run(right.access)
        assert (refused.value.permanent, refused.value.reason) == (False, Reason.WRONG_TOKEN)
        assert refused.value.retry_after >= 60
        assert "used-long-ago" not in str(refused.value)
    assert server.login.used == ["used-long-ago"]
    assert told(store) == ["token-lost"]
    assert run(ours(server, store, hands, server.login.authorise()).access)
    assert kept(store).refused == ""


def test_an_answer_that_is_lost_loses_the_token_and_is_told(server: OaServer, store: Store, hands: Hands) -> None:
    with_administrator(store)
    server.odd.lost_renewals = 1
    right = ours(server, store, hands)
    with pytest.raises(SendError):
        run(right.access)
    assert told(store) == []  # nobody knows yet whether it was used
    with pytest.raises(SendError):
        run(right.access)
    assert told(store) == ["token-lost"]
    assert server.login.used == [FIRST, FIRST]


def test_a_login_server_in_trouble_is_asked_again_while_the_old_token_serves(
    server: OaServer, store: Store, hands: Hands
) -> None:
    with_administrator(store)
    right = ours(server, store, hands)
    run(right.access)
    server.odd.failing_renewals = 3
    on(server, hands, hours=23, minutes=30)
    for _ in range(10):
        assert run(right.access) == "access-1"
    assert server.odd.failing_renewals == 2  # not with every call
    on(server, hands, minutes=1)
    assert run(right.access) == "access-1"
    on(server, hands, minutes=1)
    run(right.access)
    on(server, hands, minutes=1)
    assert run(right.access) == "access-2"
    assert told(store) == []


def test_an_end_that_comes_near_is_told_before_it(
    server: OaServer, store: Store, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_administrator(store)
    right = ours(server, store, hands)
    run(right.access)
    server.odd.failing_renewals = 1000
    monkeypatch.setattr(module, "LOOK_EVERY", 0.01)

    async def a_while() -> None:
        watch = asyncio.create_task(right.keep_fresh())
        await asyncio.sleep(0.5)
        watch.cancel()

    on(server, hands, hours=23, minutes=30)
    run(a_while)
    assert told(store) == []
    on(server, hands, minutes=45)
    run(a_while)
    assert told(store) == ["token-late"]
    on(server, hands, hours=1)
    run(a_while)
    assert sorted(told(store)) == ["token-late", "token-lost"]


def test_the_next_pair_is_kept_however_long_the_database_is_away_and_though_the_program_ends(
    server: OaServer, store: Store, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = ours(server, store, hands)
    run(right.access)
    on(server, hands, hours=24)
    whole, failures = tokens.renew, iter(range(4))

    def away(*given: Any) -> None:
        if next(failures, None) is not None:
            raise ConnectionError
        whole(*given)

    monkeypatch.setattr(tokens, "renew", away)
    monkeypatch.setattr(module, "in_trouble", lambda error: isinstance(error, ConnectionError))

    async def ended_meanwhile() -> None:
        call = asyncio.create_task(right.access())
        while server.login.used != [FIRST, "refresh-1"]:  # noqa: ASYNC110  another thread is looked at
            await asyncio.sleep(0.01)
        call.cancel()
        await right.close()

    run(ended_meanwhile)
    assert (kept(store).access, kept(store).refresh) == ("access-2", "refresh-2")


def test_a_claim_whose_process_died_ends_by_itself(server: OaServer, store: Store, hands: Hands) -> None:
    run(ours(server, store, hands).access)
    on(server, hands, hours=24)
    assert store.call(lambda tx: tokens.claim(tx, Network.ZALO_OA, "refresh-1"))
    assert not store.call(lambda tx: tokens.claim(tx, Network.ZALO_OA, "refresh-1"))
    on(server, hands, seconds=61)
    assert run(ours(server, store, hands).access) == "access-2"


def test_nothing_is_written_with_no_token_at_all(server: OaServer, store: Store, hands: Hands) -> None:
    with pytest.raises(SendError, match="no refresh token was ever given"):
        run(ours(server, store, hands, "").access)


def test_the_origin_is_kept_as_a_mark_alone(server: OaServer, store: Store, hands: Hands) -> None:
    run(ours(server, store, hands).access)
    mark = hashlib.sha256(FIRST.encode()).hexdigest()
    assert not store.call(lambda tx: tokens.begin(tx, Network.ZALO_OA, mark, FIRST))
