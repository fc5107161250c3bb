"""What a whole case costs a group: Telegram takes twenty messages a minute there, and every call counts."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.channels.base import Capabilities, Part
from bot.channels.telegram.limits import Limits, is_group
from bot.delivery.sender import Delivery
from bot.messenger_settings import Rates
from domain.case import moves
from domain.case.case import Case, Outcome
from domain.messages import Chat, FileKind, Incoming, Network, Sender, Upload
from handlers import recording
from handlers.province import Province
from handlers.receive import receive
from storage import cases, chats, files, messages, people
from storage.blobs import Blobs
from storage.database import Store, Tx
from storage.outgoing import outbox
from tests.bot.delivery.test_sender import CATALOGUE, WORDING
from tests.cast import CONSTRUCTION, LAN, NOW, Hands, filed, term

GROUP, PRIVATE = Chat(Network.TELEGRAM, "-5"), Chat(Network.TELEGRAM, "1")
MINH = Sender("77", "Minh")


@dataclass
class Telegram:
    """Writes down every call to the group, and takes an edit that changes nothing for a fault of ours."""

    network = Network.TELEGRAM
    can = Capabilities(topics=False)
    pace: Limits = field(default_factory=lambda: Limits(Rates(0, 0, 0)))
    calls: list[str] = field(default_factory=list)
    shown: dict[str, tuple[str, object]] = field(default_factory=dict)

    def is_group(self, chat: Chat) -> bool:
        return is_group(chat)

    def spares(self, use: object) -> bool:
        return False

    def _note(self, chat: Chat, call: str) -> None:
        if chat.id == GROUP.id:
            self.calls.append(call)

    async def send(self, chat: Chat, part: Part) -> list[str]:
        number = str(100 + len(self.shown))
        self.shown[number] = (part.text, part.rows)
        self._note(chat, f"send {'files ' if part.files else ''}{part.text[:30]}")
        return [number] * max(1, len(part.files))

    async def edit(self, chat: Chat, message_id: str, part: Part) -> None:
        assert self.shown[message_id] != (part.text, part.rows), "an edit that changes nothing"
        self.shown[message_id] = (part.text, part.rows)
        self._note(chat, f"edit {part.text[:30]}")

    async def toast(self, chat: Chat, tap_id: str, text: str) -> None:
        """An answer to a tap is no message, and nobody counts it."""

    async def react(self, chat: Chat, message_id: str) -> None:
        self._note(chat, "react")

    async def open_topic(self, chat: Chat, title: str) -> str:
        raise NotImplementedError

    async def fetch(self, ref: str, largest: int) -> bytes:
        return b"\xff\xd8\xff" + bytes(64)


class Story:
    """A case told step by step, each delivered before the next: as slow as life, so that nothing is saved by haste."""

    def __init__(self, store: Store, hands: Hands, folder: Path, province: Province) -> None:
        self.store, self.hands, self.province, self.telegram = store, hands, province, Telegram()
        self.delivery = Delivery(store, {Network.TELEGRAM: self.telegram}, WORDING, Blobs(folder), hands)
        store.on_commit = self.delivery.posted
        self.number = 0

    async def does(self, work: Callable[[Tx], object]) -> None:
        self.hands.on(minutes=7)
        await self.store.run(work)
        async with asyncio.timeout(20):
            while (await self.store.run(outbox.counts)).get("waiting"):  # noqa: ASYNC110
                await asyncio.sleep(0.01)

    async def taps(self, choice: str) -> None:
        await self.does(lambda tx: receive(tx, self.province, self._incoming(choice=choice, tap_id="tap")))

    async def writes(self, text: str, reply_to: str) -> None:
        await self.does(lambda tx: receive(tx, self.province, self._incoming(text=text, reply_to=reply_to)))

    def _incoming(self, **what: Any) -> Incoming:
        self.number += 1
        where = f"m{self.number}"
        return Incoming(where, GROUP, MINH, self.hands(), private=False, message_id=where, **what)


async def whole_case(story: Story) -> None:
    """Filed with two photos, accepted, asked, replied to, answered, confirmed."""

    def file(tx: Tx) -> None:
        people.meet(tx, PRIVATE, "1", LAN.name, "vi")
        chats.bind(tx, GROUP, "department", CONSTRUCTION, "Sở Xây dựng", by="quan")
        photos = [
            files.announce(tx, Network.TELEGRAM, Upload(FileKind.PHOTO, f"ref{each}", f"{each}.jpg"), 1)
            for each in "ab"
        ]
        recording.record(tx, filed(files=tuple(photos)))

    def last(tx: Tx) -> Case:
        found = cases.load(tx, 1)
        assert found is not None
        return found

    await story.does(file)
    card = await story.store.run(lambda tx: messages.in_slot(tx, GROUP, "card:1")) or ""
    await story.taps("o:accept:1")
    await story.writes("/hoi Đã nộp bản vẽ chưa ạ?", card)
    await story.does(lambda tx: recording.record(tx, moves.add(last(tx), LAN, tx.now, "Đã nộp", (), term())))
    await story.writes("/traloi Giấy phép đã ký, mời doanh nghiệp đến nhận", card)
    await story.does(lambda tx: recording.record(tx, moves.confirm(last(tx), LAN, tx.now, Outcome.SOLVED, term().due)))


@pytest.fixture
def story(store: Store, hands: Hands, tmp_path: Path) -> Story:
    hands.now = NOW
    province = Province(CATALOGUE, lambda: None)  # type: ignore[arg-type, return-value]  # nothing is routed here
    return Story(store, hands, tmp_path, province)


def test_a_whole_case_costs_a_group_few_calls_and_the_card_comes_first(story: Story) -> None:
    async def run() -> None:
        at_work = asyncio.create_task(story.delivery.run())
        try:
            await whole_case(story)
        finally:
            at_work.cancel()

    asyncio.run(run())
    calls = [each.split()[0] for each in story.telegram.calls]
    # the card, its photos, the reply and the outcome; five moves that change the card; two signs that words arrived
    assert Counter(calls) == {"send": 4, "edit": 5, "react": 2}
    assert story.telegram.calls[0].startswith("send 📌")
    assert story.telegram.calls[1].startswith("send files")
