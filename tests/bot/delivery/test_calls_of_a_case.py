"""What a whole case costs a group: Telegram takes twenty messages a minute there, and every call counts."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.channels.base import Capabilities, Part, SendError
from bot.channels.telegram.limits import Limits, is_group
from bot.delivery.sender import Delivery
from bot.messenger_settings import Rates
from domain.case import handovers, moves
from domain.case.case import Case, Outcome
from domain.case.decisions import Decision
from domain.case.moves import DepartmentReply
from domain.messages import Chat, FileKind, Incoming, Network, Sender, Upload
from handlers import recording
from handlers.province import Province
from handlers.receive import receive
from storage import cases, chats, files, messages, people
from storage.blobs import Blobs
from storage.database import Store, Tx
from storage.outgoing import outbox
from tests.bot.delivery.test_sender import CATALOGUE, WORDING
from tests.cast import CONSTRUCTION, FINANCE, LAN, MINH, NOW, Hands, filed, term

GROUP, PRIVATE = Chat(Network.TELEGRAM, "-5"), Chat(Network.TELEGRAM, "1")
WRITER = Sender("77", "Minh")


@dataclass
class Telegram:
    """Writes down every call to the group, and takes an edit that changes nothing for a fault of ours."""

    network = Network.TELEGRAM
    can = Capabilities(topics=False)
    pace: Limits = field(default_factory=lambda: Limits(Rates(0, 0, 0)))
    calls: list[str] = field(default_factory=list)
    everywhere: list[tuple[str, str]] = field(default_factory=list)
    unreachable: set[str] = field(default_factory=set)
    chat_of: dict[str, str] = field(default_factory=dict)
    shown: dict[str, tuple[str, object]] = field(default_factory=dict)

    def is_group(self, chat: Chat) -> bool:
        return is_group(chat)

    def spares(self, use: object) -> bool:
        return False

    def _note(self, chat: Chat, call: str) -> None:
        self.everywhere.append((chat.id, call))
        if chat.id == GROUP.id:
            self.calls.append(call)

    async def send(self, chat: Chat, part: Part) -> list[str]:
        if chat.id in self.unreachable:
            raise SendError("not now", permanent=False, retry_after=600)
        number = str(100 + len(self.shown))
        self.chat_of[number] = chat.id
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
        await self.does(lambda tx: receive(tx, self.province, self.incoming(choice=choice, tap_id="tap")))

    async def writes(self, text: str, reply_to: str) -> None:
        await self.does(lambda tx: receive(tx, self.province, self.incoming(text=text, reply_to=reply_to)))

    def incoming(self, **what: Any) -> Incoming:
        self.number += 1
        where = f"m{self.number}"
        return Incoming(where, GROUP, WRITER, self.hands(), private=False, message_id=where, **what)


def file(tx: Tx) -> None:
    """Lan files with two photos; her department and the task group have their groups."""
    people.meet(tx, PRIVATE, "1", LAN.name, "vi")
    chats.bind(tx, GROUP, "department", CONSTRUCTION, "Sở Xây dựng", by="quan")
    photos = [
        files.announce(tx, Network.TELEGRAM, Upload(FileKind.PHOTO, f"ref{each}", f"{each}.jpg"), 1) for each in "ab"
    ]
    recording.record(tx, filed(files=tuple(photos)))


def last(tx: Tx) -> Case:
    found = cases.load(tx, 1)
    assert found is not None
    return found


async def whole_case(story: Story, *, by_taps: bool = False) -> None:
    """Filed with two photos, accepted, asked, replied to, answered, confirmed."""
    await story.does(file)
    card = await story.store.run(lambda tx: messages.in_slot(tx, GROUP, "card:1")) or ""

    async def says(verb: str, word: str, text: str) -> None:
        if by_taps:
            await story.taps(f"o:{verb}:1")
            await story.writes(text, max(story.telegram.shown, key=int))  # what asked for the words
        else:
            await story.writes(f"/{word} {text}", card)

    await story.taps("o:accept:1")
    await says("ask", "hoi", "Đã nộp bản vẽ chưa ạ?")
    await story.does(lambda tx: recording.record(tx, moves.add(last(tx), LAN, tx.now, "Đã nộp", (), term())))
    await says("answer", "traloi", "Giấy phép đã ký, mời doanh nghiệp đến nhận")
    await story.does(lambda tx: recording.record(tx, moves.confirm(last(tx), LAN, tx.now, Outcome.SOLVED, term().due)))


@pytest.fixture
def story(store: Store, hands: Hands, tmp_path: Path) -> Story:
    hands.now = NOW
    province = Province(CATALOGUE, lambda: None)  # type: ignore[arg-type, return-value]  # nothing is routed here
    return Story(store, hands, tmp_path, province)


def told(story: Story, tale: Callable[[], Awaitable[None]]) -> None:
    """The tale, with delivery at work beside it."""

    async def run() -> None:
        at_work = asyncio.create_task(story.delivery.run())
        try:
            await tale()
        finally:
            at_work.cancel()

    asyncio.run(run())


def kinds(calls: Iterable[str]) -> Counter[str]:
    return Counter(each.split()[0] for each in calls)


def test_a_whole_case_costs_a_group_eight_calls_and_the_card_comes_first(story: Story) -> None:
    told(story, lambda: whole_case(story))
    # the card, its photos and the reply; five moves that change the card, two of which it says that words arrived
    assert kinds(story.telegram.calls) == {"send": 3, "edit": 5}
    assert story.telegram.calls[0].startswith("send 📌")
    assert story.telegram.calls[1].startswith("send files")


def test_by_taps_it_costs_as_much_and_the_two_messages_that_ask_for_words(story: Story) -> None:
    told(story, lambda: whole_case(story, by_taps=True))
    assert kinds(story.telegram.calls) == {"send": 5, "edit": 5}


def test_the_card_says_that_the_words_arrived_in_the_call_that_changes_it(story: Story) -> None:
    async def until_asked() -> None:
        await story.does(file)
        card = await story.store.run(lambda tx: messages.in_slot(tx, GROUP, "card:1")) or ""
        await story.writes("/hoi Đã nộp bản vẽ chưa ạ?", card)
        (text, _) = story.telegram.shown[card]
        assert "Chờ doanh nghiệp" in text
        assert text.endswith("đã tới doanh nghiệp.")
        assert kinds(story.telegram.calls) == {"send": 2, "edit": 1}

    told(story, until_asked)


def test_a_card_whose_word_has_not_arrived_changes_all_the_same(story: Story, hands: Hands) -> None:
    async def until_asked() -> None:
        await story.does(file)
        story.telegram.unreachable.add(PRIVATE.id)
        card = await story.store.run(lambda tx: messages.in_slot(tx, GROUP, "card:1")) or ""
        hands.on(minutes=7)
        incoming = story.incoming(text="/hoi Đã nộp bản vẽ chưa ạ?", reply_to=card)
        await story.store.run(lambda tx: receive(tx, story.province, incoming))
        hands.on(seconds=3)
        async with asyncio.timeout(20):
            while "Chờ doanh nghiệp" not in story.telegram.shown[card][0]:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        assert "đã tới" not in story.telegram.shown[card][0]

    told(story, until_asked)


def test_where_no_card_stands_the_message_itself_is_signed(story: Story) -> None:
    async def until_asked() -> None:
        await story.does(lambda tx: people.meet(tx, PRIVATE, "1", LAN.name, "vi"))
        await story.does(lambda tx: recording.record(tx, filed()))
        await story.does(lambda tx: chats.bind(tx, GROUP, "department", CONSTRUCTION, "Sở Xây dựng", by="quan"))
        await story.writes("/hoi #LS26-00001 Đã nộp bản vẽ chưa ạ?", "")
        assert kinds(story.telegram.calls) == {"react": 1}

    told(story, until_asked)


TELLS: dict[str, Callable[[Case, datetime], Decision]] = {
    "invited": lambda case, now: handovers.invite(case, MINH, now, FINANCE, "Đã nộp tiền đất chưa?", term()),
    "proposed": lambda case, now: handovers.propose(case, MINH, now, "extend", "5", "chờ Bộ trả lời"),
    "reopened": lambda case, now: moves.reopen(case, LAN, now, "Vẫn chưa được", term()),
}


@pytest.mark.parametrize("what", TELLS)
def test_an_invitation_a_proposal_and_a_reopening_are_told_in_one_call(story: Story, what: str) -> None:
    others = Chat(Network.TELEGRAM, "-7")

    def answered(tx: Tx) -> None:
        file(tx)
        role, department = ("department", FINANCE) if what == "invited" else ("task-group", "")
        chats.bind(tx, others, role, department, "Nhóm khác", by="quan")
        said = DepartmentReply("Đã cấp", (), "Sở Xây dựng", term())
        if what == "reopened":
            recording.record(tx, moves.answer(last(tx), MINH, tx.now, said))

    async def tale() -> None:
        await story.does(answered)
        story.telegram.calls.clear()
        await story.does(lambda tx: recording.record(tx, TELLS[what](last(tx), tx.now)))

    told(story, tale)
    words = {"invited": "mời Sở Tài chính góp ý", "proposed": "đề nghị gia hạn", "reopened": "Vẫn chưa được"}
    shown = story.telegram.shown
    card = next(text for number, (text, _) in shown.items() if story.telegram.chat_of[number] == others.id)
    assert card.startswith("📌")
    assert words[what] in card
    elsewhere = [call for chat, call in story.telegram.everywhere if chat == others.id]
    assert kinds(elsewhere) == {"send": 2}, "the card, and the photos of the case"
