"""Taking updates in: confirmed only once committed, one chat's in order, and gathered only while it is busy."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any, cast

import pytest
from structlog.testing import capture_logs

from bot.channels.base import Reason, SendError
from bot.channels.telegram import polling
from bot.channels.telegram.client import Telegram
from bot.intake import Intake
from domain.messages import Incoming, Network

Raw = dict[str, Any]


class Channel:
    """Gives these answers, one a call, and then ends the loop; the offsets it was asked with stay."""

    id = "1"

    def __init__(self, *answers: list[Raw] | Exception) -> None:
        self.answers = list(answers)
        self.offsets: list[int] = []

    async def updates(self, offset: int, _seconds: int) -> list[Raw]:
        self.offsets.append(offset)
        if not self.answers:
            raise asyncio.CancelledError
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


class Taking:
    """Takes updates in; the texts in `fails` fail as a database in trouble does."""

    def __init__(self, *fails: str) -> None:
        self.fails = list(fails)
        self.taken: list[str] = []
        self.at_once = 0
        self.most_at_once = 0

    async def take_raw(self, _network: Network, _number: str, raw: Raw, read: Callable[[Raw], Incoming | None]) -> None:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(0)
        self.at_once -= 1
        incoming = read(raw)
        assert incoming
        if incoming.text in self.fails:
            self.fails.remove(incoming.text)
            raise OSError
        self.taken.append(incoming.text)


def said(number: int, text: str, chat: int = 5) -> Raw:
    person = {"id": chat, "is_bot": False, "first_name": "Lan"}
    where = {"id": chat, "type": "private"}
    return {"update_id": number, "message": {"message_id": 1, "date": 1, "chat": where, "from": person, "text": text}}


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses between two calls, noted and not slept."""
    pauses: list[float] = []
    sleep = asyncio.sleep

    async def note(seconds: float) -> None:
        if seconds:
            pauses.append(seconds)
        await sleep(0)

    monkeypatch.setattr(asyncio, "sleep", note)
    return pauses


def polled(channel: Channel, taking: Taking) -> None:
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(polling.poll(cast("Telegram", channel), cast("Intake", taking)))


@pytest.mark.usefixtures("slept")
def test_the_offset_moves_only_when_everything_is_committed() -> None:
    channel, taking = Channel([said(8, "một"), said(9, "hai", 6)], [said(9, "hai", 6)], []), Taking("hai")
    polled(channel, taking)
    assert channel.offsets == [0, 0, 10, 10]
    assert taking.taken == ["một", "hai"]


@pytest.mark.usefixtures("slept")
def test_one_chats_updates_keep_their_order_and_chats_run_side_by_side() -> None:
    taking = Taking()
    polled(Channel([said(1, "a1"), said(2, "b1", 6), said(3, "a2"), said(4, "b2", 6)]), taking)
    assert taking.most_at_once == 2
    assert [text for text in taking.taken if text.startswith("a")] == ["a1", "a2"]
    assert [text for text in taking.taken if text.startswith("b")] == ["b1", "b2"]


class Learning(Taking):
    """Takes filings in only once routing is learnt; everything else at once."""

    def __init__(self) -> None:
        super().__init__()
        self.learnt = asyncio.Event()

    async def take_raw(self, network: Network, number: str, raw: Raw, read: Callable[[Raw], Incoming | None]) -> None:
        if "filing" in str(raw):
            await self.learnt.wait()
        await super().take_raw(network, number, raw, read)


class Telegrams(Channel):
    """Gives whatever is not confirmed, as Telegram does; routing is learnt once the last of it was taken in."""

    def __init__(self, taking: Learning, *updates: Raw) -> None:
        super().__init__()
        self.taking, self.coming, self.sent = taking, list(updates), list[Raw]()

    async def updates(self, offset: int, seconds: int) -> list[Raw]:
        self.sent += [self.coming.pop(0)] if self.coming else []
        waiting = [raw for raw in self.sent if raw["update_id"] >= offset]
        if "last" in self.taking.taken:
            self.taking.learnt.set()
        if not waiting:
            return await super().updates(offset, seconds)
        self.offsets.append(offset)
        return waiting


def test_a_filing_that_waits_for_routing_keeps_only_its_own_chat_waiting() -> None:
    taking = Learning()
    texts = ((1, "before", 6), (2, "filing", 5), (3, "hello", 6), (4, "after the filing", 5), (5, "last", 7))
    channel = Telegrams(taking, *(said(number, text, chat) for number, text, chat in texts))
    polled(cast("Channel", channel), taking)
    assert taking.taken == ["before", "hello", "last", "filing", "after the filing"]
    assert set(channel.offsets[1:-1]) == {2}, "the offset moves only past what is committed"
    assert channel.offsets[-1] == 6


@pytest.mark.usefixtures("slept")
def test_what_follows_a_failure_in_its_chat_comes_again_after_it() -> None:
    both = [said(1, "hỏng"), said(2, "sau")]
    taking = Taking("hỏng")
    channel = Channel(both, both, [])
    polled(channel, taking)
    assert taking.taken == ["hỏng", "sau"]
    assert channel.offsets == [0, 0, 3, 3]


def test_nobody_waits_while_updates_come_one_at_a_time(slept: list[float]) -> None:
    polled(Channel([said(1, "một")], [], [said(2, "hai")], [said(3, "ba")]), Taking())
    assert slept == []


def test_updates_gather_while_they_come_in_a_row_and_never_longer_than_twenty_milliseconds(
    slept: list[float],
) -> None:
    two = [said(1, "một"), said(2, "hai", 6)]
    many = [said(n, "x", n) for n in range(3, 60)]
    polled(Channel(two, many, [said(60, "ba")], []), Taking())
    assert slept == [0.005, 0.02]


def test_failures_wait_longer_and_longer_and_a_success_forgets_them(slept: list[float]) -> None:
    down = SendError("getUpdates: NetworkError", permanent=False)
    flood = SendError("getUpdates: RetryAfter", permanent=False, retry_after=7)
    polled(Channel(down, down, flood, [], down), Taking())
    first, second, told, after = slept
    assert first <= 0.6 < second
    assert told > 7
    assert after <= 0.6


@pytest.mark.usefixtures("slept")
def test_a_second_program_with_the_token_is_named() -> None:
    with capture_logs() as written:
        polled(Channel(SendError("Conflict", permanent=False, reason=Reason.CONFLICT)), Taking())
    assert [line["event"] for line in written] == ["poll.conflict"]


@pytest.mark.parametrize(
    ("secret", "body", "status"),
    [
        ("s", json.dumps(said(1, "một")), 200),
        ("t", json.dumps(said(1, "một")), 403),
        ("s", "{", 400),
        ("s", "[]", 400),
        ("s", '{"message": {}}', 400),
        ("s", json.dumps(said(1, "hỏng")), 503),
    ],
    ids=["taken", "wrong-secret", "no-json", "no-object", "no-update", "send-it-again"],
)
def test_the_webhook_says_taken_only_after_the_commit(secret: str, body: str, status: int) -> None:
    taking = Taking("hỏng")
    answer = polling.webhook(cast("Telegram", Channel()), cast("Intake", taking), "s")
    assert asyncio.run(answer(body.encode(), {polling.SECRET_HEADER: secret})) == status
    assert taking.taken == (["một"] if status == 200 else [])


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b'{"update_id": 1, "message": {"text": "\\ud800"}}',
        b'{"update_id": 1, "\\uDFFF": 1}',
        b'{"update_id": ' + b"9" * 5000 + b"}",
        b'{"update_id": "1"}',
        b'{"update_id": 1, "message": "\xff"}',
        b"",
    ],
    ids=["deep list", "deep object", "half a character", "the other half", "huge", "no number", "no utf-8", "empty"],
)
def test_what_can_be_no_update_is_refused_and_not_handled(body: bytes) -> None:
    taking = Taking()
    answer = polling.webhook(cast("Telegram", Channel()), cast("Intake", taking), "s")
    assert asyncio.run(answer(body, {polling.SECRET_HEADER: "s"})) == 400
    assert taking.taken == []
