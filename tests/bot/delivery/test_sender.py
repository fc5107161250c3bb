"""What becomes of posted messages: a real store, the real words, a messenger that does as it is told."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from bot.channels.base import Capabilities, Channel, Part, Reason, SendError, Use
from bot.channels.page import Page
from bot.channels.telegram.limits import Limits, is_group
from bot.delivery import outcomes
from bot.delivery import sender as deliveries
from bot.delivery.calls import Flight
from bot.delivery.sender import Delivery
from bot.delivery.wording import Wording
from bot.messenger_settings import Rates
from bot.province import read_catalogue
from bot.settings import ROOT
from domain.messages import Chat, FileKind, Kind, Lines, Network, Notice, Upload, to_chat
from storage import files, messages, page
from storage.blobs import Blobs
from storage.database import Store, Tx
from storage.outgoing import leases, outbox
from storage.outgoing.leases import LEASE
from storage.outgoing.outbox import Item
from tests.cast import Hands
from tests.stores import Opened
from web.hub import Hub

LAN, HOA = Chat(Network.TELEGRAM, "1"), Chat(Network.TELEGRAM, "2")
GROUP, SUPER = Chat(Network.TELEGRAM, "-1"), Chat(Network.TELEGRAM, "-1001")
ON_PAGE = Chat(Network.PAGE, "p:1")
CATALOGUE, _ = read_catalogue(ROOT / "catalogue" / "lang-son")
WORDING = Wording(CATALOGUE, ROOT / "locales")


def text(words: str, chat: Chat = LAN, **more: Any) -> Notice:
    return Notice(to_chat(chat), Lines((words,)), **more)


@dataclass
class Messenger:
    """Records what it is told; `failures` are raised first, one a call."""

    network = Network.TELEGRAM
    can = Capabilities(max_length=60)
    sent: list[tuple[str, str]] = field(default_factory=list)
    edits: list[tuple[str, str]] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)
    failures: list[SendError] = field(default_factory=list)
    at_once: int = 0
    most: int = 0
    delay: float = 0.0
    pace: Limits = field(default_factory=lambda: Limits(Rates(0, 0, 0)))

    spared: set[Use] = field(default_factory=set)

    def is_group(self, chat: Chat) -> bool:
        return is_group(chat)

    def spares(self, use: Use) -> bool:
        return use in self.spared

    async def _call(self) -> None:
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        try:
            await asyncio.sleep(self.delay)
            if self.failures:
                raise self.failures.pop(0)
        finally:
            self.at_once -= 1

    async def send(self, chat: Chat, part: Part) -> list[str]:
        await self._call()
        self.sent.append((chat.id, part.text))
        return [str(len(self.sent))]

    async def edit(self, chat: Chat, message_id: str, part: Part) -> None:
        await self._call()
        self.edits.append((message_id, part.text))

    async def toast(self, chat: Chat, tap_id: str, text: str) -> None:
        await self._call()
        self.toasts.append(tap_id)

    async def react(self, chat: Chat, message_id: str) -> None:
        await self._call()

    async def open_topic(self, chat: Chat, title: str) -> str:
        await self._call()
        return "77"

    async def fetch(self, ref: str, largest: int) -> bytes:
        await self._call()
        return ref.encode()

    @property
    def texts(self) -> list[str]:
        return [words for _, words in self.sent]


class Office:
    """A delivery at work; `post` and wait until everything is settled."""

    def __init__(self, store: Store, hands: Hands, folder: Path, rates: Rates | None = None) -> None:
        self.messenger = Messenger(pace=Limits(rates or Rates(0, 0, 0)))
        self.store = store
        self.hub = Hub()
        blobs = Blobs(folder)
        channels: dict[Network, Channel] = {Network.PAGE: Page(store, self.hub, blobs)}
        channels[Network.TELEGRAM] = self.messenger
        self.delivery = Delivery(store, channels, WORDING, blobs, hands)
        store.on_commit = self.delivery.posted

    async def post(self, *notices: Notice) -> None:
        def write(tx: Tx) -> None:
            for notice in notices:
                outbox.post(tx, notice)

        await self.store.run(write)

    async def settled(self) -> dict[str, int]:
        async with asyncio.timeout(10):
            while (counts := await self.store.run(outbox.counts)).get("waiting"):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        return counts


Scene = Callable[[Office], Awaitable[None]]


@pytest.fixture
def play(store: Store, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Office]:
    """Runs a scene with a delivery at work, whose second tries come quickly."""
    monkeypatch.setattr(outcomes, "FIRST_BACKOFF", 0.01)

    def run(scene: Scene, rates: Rates | None = None) -> Office:
        async def working() -> Office:
            office = Office(store, hands, tmp_path, rates)
            at_work = asyncio.create_task(office.delivery.run())
            try:
                await scene(office)
            finally:
                at_work.cancel()
                await asyncio.gather(at_work, return_exceptions=True)
            return office

        return asyncio.run(working())

    return run


def temporary(words: str = "502 Bad Gateway", **more: Any) -> SendError:
    return SendError(words, permanent=False, **more)


def final(reason: Reason = Reason.OTHER, detail: str = "") -> SendError:
    return SendError("400 Bad Request", permanent=True, reason=reason, detail=detail)


def test_a_chats_messages_leave_in_order_and_different_chats_side_by_side(play: Any) -> None:
    async def scene(office: Office) -> None:
        office.messenger.delay = 0.01
        await office.post(*(text(f"{n}", chat) for n in range(5) for chat in (LAN, HOA)))
        assert await office.settled() == {"sent": 10}

    office = play(scene)
    for chat in (LAN, HOA):
        assert [words for to, words in office.messenger.sent if to == chat.id] == list("01234")
    assert office.messenger.most == 2


def test_only_so_many_are_on_their_way_at_once(play: Any) -> None:
    crowd = [Chat(Network.TELEGRAM, str(n)) for n in range(1, 3 * deliveries.SIDE_BY_SIDE)]

    async def scene(office: Office) -> None:
        office.messenger.delay = 0.05
        await office.post(*(text("a", chat) for chat in crowd))
        assert await office.settled() == {"sent": len(crowd)}

    assert play(scene).messenger.most == deliveries.SIDE_BY_SIDE


def test_what_fails_is_tried_again_before_anything_else_of_its_chat(play: Any) -> None:
    async def scene(office: Office) -> None:
        office.messenger.failures = [temporary(), temporary(retry_after=0.01)]
        await office.post(text("a"), text("b"), text("c", HOA))
        await office.settled()

    office = play(scene)
    assert [words for to, words in office.messenger.sent if to == LAN.id] == ["a", "b"]
    assert office.delivery.counts == {"sent": 3, "retried": 2, "given_up": 0, "spared": 0}


def test_a_long_text_goes_on_after_the_part_that_arrived(play: Any) -> None:
    async def scene(office: Office) -> None:
        send = office.messenger.send

        async def third_fails(chat: Chat, part: Part) -> list[str]:
            if len(office.messenger.sent) == 2 and not office.delivery.counts["retried"]:
                raise temporary()
            return await send(chat, part)

        office.messenger.send = third_fails  # type: ignore[method-assign]
        await office.post(text(" ".join(f"{n:09}" for n in range(20))), text("after"))
        await office.settled()

    sent = play(scene).messenger.texts
    assert " ".join(sent) == " ".join(f"{n:09}" for n in range(20)) + " after"


def test_what_cannot_be_sent_is_given_up_visibly_and_the_chat_goes_on(play: Any) -> None:
    async def scene(office: Office) -> None:
        office.messenger.failures = [final(Reason.BLOCKED)]
        await office.post(text("a"), text("b"))
        assert await office.settled() == {"given-up": 1, "sent": 1}

    assert play(scene).messenger.texts == ["b"]


def test_a_group_that_moved_gets_everything_that_waited_for_it_in_order(play: Any) -> None:
    async def scene(office: Office) -> None:
        office.messenger.failures = [final(Reason.MIGRATED, SUPER.id)]
        await office.post(text("a", GROUP), text("b", GROUP), text("c", GROUP))
        await office.settled()

    assert play(scene).messenger.sent == [(SUPER.id, words) for words in "abc"]


def test_only_the_newest_of_several_changes_is_made(play: Any) -> None:
    async def scene(office: Office) -> None:
        await office.store.run(lambda tx: messages.take_slot(tx, GROUP, "card:1", "9"))
        office.messenger.failures = [temporary()]
        changes = [text(f"v{n}", GROUP, kind=Kind.EDIT, slot="card:1") for n in range(4)]
        await office.post(text("first", GROUP), *changes)
        await office.settled()

    assert play(scene).messenger.edits == [("9", "v3")]


def test_a_change_of_what_is_gone_is_sent_anew_and_takes_the_slot(play: Any) -> None:
    async def scene(office: Office) -> None:
        await office.store.run(lambda tx: messages.take_slot(tx, GROUP, "card:1", "9"))
        office.messenger.failures = [final(Reason.NO_MESSAGE)]
        await office.post(text("v1", GROUP, kind=Kind.EDIT, slot="card:1"))
        await office.settled()
        assert await office.store.run(lambda tx: messages.in_slot(tx, GROUP, "card:1")) == "1"

    assert play(scene).messenger.texts == ["v1"]


def test_a_tap_is_answered_past_everything_that_waits(play: Any) -> None:
    async def scene(office: Office) -> None:
        await office.post(*(text(f"{n}", GROUP) for n in range(5)))
        await office.post(text("✓", GROUP, kind=Kind.TOAST, tap_id="tap"))
        async with asyncio.timeout(5):
            while not office.messenger.toasts:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        assert len(office.messenger.sent) <= 3

    play(scene, Rates(30, 1, 3))


def test_what_is_on_its_way_when_we_stop_comes_back_and_is_not_sent_again(play: Any) -> None:
    async def scene(office: Office) -> None:
        office.messenger.delay = 0.3
        await office.post(text("a"), text("b"))
        await asyncio.sleep(0.1)

    office = play(scene)
    assert office.messenger.texts == ["a"]
    states = office.store.call(outbox.counts)
    assert states == {"sent": 1, "waiting": 1}


def test_what_another_process_left_is_taken_over(play: Any, opened: Opened, hands: Hands) -> None:
    dead = opened("dead")
    dead.call(lambda tx: outbox.post(tx, text("a")))
    assert len(dead.call(lambda tx: leases.claim(tx, [LAN]))) == 1
    hands.on(seconds=LEASE.total_seconds() + 1)

    async def scene(office: Office) -> None:
        await office.settled()

    assert play(scene).messenger.texts == ["a"]


def test_nothing_is_sent_that_another_process_took_because_we_slept(
    play: Any, opened: Opened, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene(office: Office) -> None:
        slept, made = asyncio.Event(), office.delivery.calls.make

        async def sleepy(flight: Flight) -> list[str] | None:
            await slept.wait()
            return await made(flight)

        monkeypatch.setattr(office.delivery.calls, "make", sleepy)
        await office.post(text("a"), text("b"))
        await asyncio.sleep(0.1)
        hands.on(seconds=LEASE.total_seconds() + 1)
        assert len(await opened("other").run(lambda tx: leases.claim(tx, [LAN]))) == 1
        await office.delivery._renew()
        slept.set()
        await asyncio.sleep(0.5)

    assert play(scene).messenger.texts == []


def test_what_is_on_its_way_is_not_sent_again_whatever_the_clock_does(play: Any, hands: Hands) -> None:
    async def scene(office: Office) -> None:
        office.messenger.delay = 1.5
        await office.post(text("a"))
        await asyncio.sleep(0.1)
        hands.on(hours=1)
        assert await office.settled() == {"sent": 1}

    assert play(scene).messenger.texts == ["a"]


def test_more_than_fits_is_delivered_in_order_and_one_a_chat_is_held(play: Any) -> None:
    async def scene(office: Office) -> None:
        for n in range(30):
            await office.post(text(f"{n:02}"))  # as the ones before leave
            assert len(office.delivery._flights) <= 1
        await office.settled()

    assert play(scene).messenger.texts == [f"{n:02}" for n in range(30)]


def test_of_a_chat_for_which_nothing_more_waits_nothing_is_asked(play: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Chat] = []
    claim = leases.claim

    def counted(tx: Tx, *chats: Any) -> list[Item]:
        asked.extend({chat for each in chats for chat in each})  # for a change and for what is new, by turns
        return claim(tx, *chats)

    monkeypatch.setattr(deliveries, "LOOK_EVERY", 60)

    async def scene(office: Office) -> None:
        await office.post(text("first"))  # by then the look at the start is over
        assert await office.settled() == {"sent": 1}
        monkeypatch.setattr(leases, "claim", counted)
        await office.post(text("a"), text("b"), text("c", HOA))
        assert await office.settled() == {"sent": 4}
        await asyncio.sleep(0.1)

    play(scene)
    assert sorted(chat.id for chat in asked) == [LAN.id, LAN.id, HOA.id]


def test_a_row_nobody_can_read_stops_no_other_chat(play: Any, store: Store) -> None:
    def write(tx: Tx) -> None:
        outbox.post(tx, text("broken", HOA))
        tx._connection.exec_driver_sql("update outbox set notice = '{' where chat_id = '2'")

    store.call(write)

    async def scene(office: Office) -> None:
        await office.post(text("a"), text("b"))
        async with asyncio.timeout(5):
            while office.messenger.texts != ["a", "b"]:  # noqa: ASYNC110
                await asyncio.sleep(0.01)

    play(scene)


def test_a_change_that_changes_nothing_is_not_sent(play: Any) -> None:
    def changed(words: str) -> Notice:
        return text(words, GROUP, kind=Kind.EDIT, slot="card:1")

    async def scene(office: Office) -> None:
        await office.post(text("v1", GROUP, slot="card:1"))
        for words in ("v1", "v2", "v2", "v1"):
            await office.settled()
            await office.post(changed(words))
        await office.settled()

    assert play(scene).messenger.edits == [("1", "v2"), ("1", "v1")]


def test_a_full_group_hears_what_is_new_first_and_of_each_message_only_its_last_change(play: Any) -> None:
    async def scene(office: Office) -> None:
        for n in range(3):
            await office.store.run(lambda tx, n=n: messages.take_slot(tx, GROUP, f"card:{n}", f"9{n}"))  # type: ignore[misc]
        await office.post(*(text(f"first {n}", GROUP) for n in range(3)))
        await asyncio.sleep(0.3)
        for words in ("v1", "v2"):
            await office.post(*(text(words, GROUP, kind=Kind.EDIT, slot=f"card:{n}") for n in range(3)))
        await office.post(text("new", GROUP), text("sign", GROUP, kind=Kind.REACT, reply_to="5"))
        await asyncio.sleep(0.3)
        assert len(office.messenger.texts) == 3
        assert office.messenger.edits == []
        assert (await office.store.run(outbox.counts))["waiting"] == 5
        office.messenger.pace._chats.clear()  # a minute has passed
        office.delivery._look(GROUP)
        await asyncio.sleep(0.3)

    office = play(scene, Rates(30, 1, 3))
    assert office.messenger.texts[3:] == ["new"]
    assert office.messenger.edits == [("90", "v2"), ("91", "v2")]


def test_a_message_waits_a_while_for_its_file_and_then_goes_without(play: Any, hands: Hands) -> None:
    async def scene(office: Office) -> None:
        office.messenger.failures = [temporary() for _ in range(100)]
        number = await office.store.run(
            lambda tx: files.announce(tx, Network.TELEGRAM, Upload(FileKind.PHOTO, "ref"), 1)
        )
        await office.post(text("ảnh", files=(number,)))
        await asyncio.sleep(0.1)
        assert office.messenger.sent == []
        hands.on(minutes=11)
        async with asyncio.timeout(10):
            while office.messenger.failures:
                await asyncio.sleep(0.05)
                office.messenger.failures = office.messenger.failures[:3]
        await office.settled()

    assert play(scene).messenger.texts[0].startswith("ảnh")


def test_on_the_page_sending_and_noting_are_one(play: Any) -> None:
    async def scene(office: Office) -> None:
        nudges = office.hub.join(ON_PAGE.id)
        await office.post(text("a", ON_PAGE, slot="card:1"), text("b", ON_PAGE))
        await office.settled()
        await asyncio.wait_for(nudges.get(), 5)
        await office.post(text("A", ON_PAGE, kind=Kind.EDIT, slot="card:1"))
        await office.settled()

    office = play(scene)
    assert [each.text for each in office.store.call(lambda tx: page.last(tx, ON_PAGE.id))] == ["A", "b"]


def test_a_notice_that_cannot_be_said_is_given_up_after_a_few_tries(play: Any) -> None:
    async def scene(office: Office) -> None:
        await office.post(Notice(to_chat(LAN), Lines((3.5,))), text("b"))  # type: ignore[arg-type]
        assert await office.settled() == {"given-up": 1, "sent": 1}

    play(scene)


def test_what_stands_in_the_chat_is_not_sent_again_because_it_cannot_be_remembered(
    play: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene(office: Office) -> None:
        await office.post(text("a", GROUP, slot="card:1", about=1))
        assert await office.settled() == {"sent": 1}

    def forgetful(*_: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(messages, "take_slot", forgetful)
    assert play(scene).messenger.texts == ["a"]


def test_bytes_nobody_knows_any_more_leave_the_disk_after_a_day(play: Any, store: Store, tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    dropped, used, fresh = blobs.put(b"of a dropped draft"), blobs.put(b"of a case"), blobs.put(b"just come")
    for sha256 in (dropped, used):
        os.utime(blobs.path(sha256), (1_700_000_000, 1_700_000_000))
    upload = Upload(FileKind.PHOTO, "ref")
    number = store.call(lambda tx: files.announce(tx, Network.TELEGRAM, upload, 1))
    one = store.call(lambda tx: files.get(tx, number))
    assert one is not None
    store.call(lambda tx: files.settle(tx, replace(one, state="stored", sha256=used)))

    async def scene(_: Office) -> None:
        async with asyncio.timeout(10):
            while blobs.path(dropped).exists():  # noqa: ASYNC110
                await asyncio.sleep(0.01)

    play(scene)
    assert blobs.path(used).exists()
    assert blobs.path(fresh).exists()
