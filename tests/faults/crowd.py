"""Many businesses and their officers at once: each files, is answered, and says that it is solved.

Everybody waits for the bot's word before the next step, so a message that never comes stops the run and is seen.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.wire import telegram_control
from tests.wire.telegram import TelegramServer

GROUP, OFFICER, FIRST = -1001, 4242, 1_000_000
STEPS = 8
TEXT = "hồ sơ cấp giấy phép xây dựng nhà xưởng nộp hai tháng chưa có kết quả"


@dataclass(frozen=True, slots=True)
class Heard:
    """One message of the bot, or an edit of it."""

    at: float
    text: str
    message_id: int
    data: tuple[str, ...]


async def until(is_so: Callable[[], object], seconds: float = 300) -> None:
    """Wait for something that nobody announces."""
    async with asyncio.timeout(seconds):
        while not is_so():  # noqa: ASYNC110  the reason is in the promise
            await asyncio.sleep(0.005)


class Crowd:
    """`at_once` people at a time; each thinks `think` seconds on average before a step."""

    def __init__(self, server: TelegramServer, *, at_once: int = 32, think: float = 0.0, seed: int = 0) -> None:
        self.server = server
        self.updates = 0
        self.kills: list[float] = []
        self.more_kills = False
        self.replies_over_a_kill = 0
        self.done_at: dict[int, float] = {}
        self._waiting = 0
        self._patient = at_once // 3
        self.patience = 120.0
        self.is_living = True
        self._free = asyncio.Semaphore(at_once)
        self._think = think
        self._rng = random.Random(seed)
        self._heard: defaultdict[int, list[Heard]] = defaultdict(list)
        self._news: defaultdict[int, asyncio.Event] = defaultdict(asyncio.Event)
        if GROUP not in server.world.chats:
            server.world.add_group("Sở Xây dựng", "group", GROUP)
        server.on_sent = self._sent

    def _sent(self, chat: int, method: str, told: dict[str, Any], at: float) -> None:
        if method == "answerCallbackQuery":
            return
        rows = (told.get("reply_markup") or {}).get("inline_keyboard") or []
        data = tuple(button["callback_data"] for row in rows for button in row)
        self._heard[chat].append(Heard(at, str(told.get("text", "")), int(told["message_id"]), data))
        self._news[chat].set()

    async def hears(self, chat: int, phrase: str, after: int = 0, *, of: int = 0) -> Heard:
        """The first message (or change of message `of`) with the phrase in this chat, from number `after` on."""
        async with asyncio.timeout(self.patience):
            while True:
                heard = self._heard[chat]
                for each in heard[after:]:
                    if phrase in each.text and of in {0, each.message_id}:
                        return each
                after = len(heard)
                self._news[chat].clear()
                await self._news[chat].wait()

    async def says(self, user: int, text: str, expects: str, *, hears_in: int = 0, **more: Any) -> Heard:
        """Write, and wait for the answer."""
        chat = hears_in or user
        after = await self._before(chat)
        telegram_control.message(self.server, {"chat_id": user, "user_id": user, "text": text, **more})
        return await self.hears(chat, expects, after)

    async def taps(self, user: int, on: Heard, data: str, expects: str) -> Heard:
        """Tap a button, and wait for the answer."""
        after = await self._before(user)
        telegram_control.tapped(
            self.server, {"chat_id": user, "user_id": user, "message_id": on.message_id, "data": data}
        )
        return await self.hears(user, expects, after)

    async def _before(self, chat: int) -> int:
        if self._think:
            await asyncio.sleep(self._rng.uniform(0, 2 * self._think))
        self.updates += 1
        return len(self._heard[chat])

    async def prepares(self, number: int) -> Heard:
        """Up to the summary: four updates."""
        me = FIRST + number
        greeting = await self.says(me, "/start", "đồng ý")
        await self.taps(me, greeting, "p:agree", "mấy tin")
        await self.says(me, f"Việc {number:05d}: {TEXT}", "đại diện")
        return await self.says(me, "Công ty Lan Anh", "xem lại")

    async def confirms(self, number: int, summary: Heard) -> Heard:
        """The tap that files; the receipt."""
        return await self.taps(FIRST + number, summary, "d:send:open", "Đã tiếp nhận")

    async def is_answered(self, number: int) -> None:
        """The officer replies to the card, the business says that it is solved and gives its stars: three updates."""
        me = FIRST + number
        card = await self.hears(GROUP, f"Việc {number:05d}")
        if number % 3 == 0 and self._waiting < self._patient:
            await self._a_kill()
        self.replies_over_a_kill += any(kill > card.at for kill in self.kills)
        answer = await self._answer(number, card)
        solved = next(data for data in answer.data if data.startswith("b:solved:"))
        stars = await self.taps(me, answer, solved, "đánh giá việc giải quyết")
        await self.taps(me, stars, f"b:stars:{solved.rpartition(':')[2]}:5", "góp ý")

    async def answers(self, number: int) -> Heard:
        """The officer replies to the card as soon as it is there; what the business hears."""
        return await self._answer(number, await self.hears(GROUP, f"Việc {number:05d}"))

    async def _answer(self, number: int, card: Heard) -> Heard:
        me = FIRST + number
        reply = {"chat_id": GROUP, "user_id": OFFICER, "reply_to_message_id": card.message_id, "hears_in": me}
        return await self.says(me, f"/traloi Trả lời {number:05d}", f"Trả lời {number:05d}", **reply)

    async def _a_kill(self) -> None:
        """Some officers answer only after the bot has died once more."""
        seen = len(self.kills)
        self._waiting += 1
        await until(lambda: not self.more_kills or len(self.kills) > seen)
        self._waiting -= 1

    async def one(self, number: int) -> None:
        """One person's whole matter."""
        async with self._free:
            await self.confirms(number, await self.prepares(number))
            await self.is_answered(number)
            self.done_at[number] = time.time()

    def card_right_at(self, number: int) -> float:
        """When the card of this person's matter was changed for the last time."""
        card = next(each for each in self._heard[GROUP] if f"Việc {number:05d}" in each.text)
        return max(each.at for each in self._heard[GROUP] if each.message_id == card.message_id)

    async def all(self, people: range, a_second: float = 0) -> float:
        """Everybody's, so many beginning each second; the seconds it took."""
        began = time.monotonic()

        async def in_turn(number: int) -> None:
            await asyncio.sleep((number - people.start) / a_second if a_second else 0)
            await self.one(number)

        await asyncio.gather(*(in_turn(number) for number in people))
        self.is_living = False
        return time.monotonic() - began
