"""The looks in their turn, what becomes of what they find, and the heartbeat.

Its own loop, not a job of the timetable: the timetable is one of the things it looks at.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial

import aiohttp
import structlog

from bot import logs
from bot.watch.alarms import ALARMS, Alarm
from bot.watch.watched import Watched
from domain.messages import ADMINISTRATOR, Notice, Urgency, Words
from storage.database import Tx
from storage.outgoing import alarms, outbox
from storage.outgoing.alarms import Standing

log = structlog.get_logger()

EVERY = 60.0
#: what nobody has seen for so long is over: its machine is gone, or the look is
UNSEEN = timedelta(hours=3)
#: seconds for a look, and for the heartbeat
LONGEST, BEAT = 45.0, 10.0


class Watching:
    """Looks, tells each thing once and its end once, and says to an address outside that all is well, or not."""

    def __init__(self, watched: Watched, table: Sequence[Alarm] = ALARMS) -> None:
        self._watched = watched
        self._table = table
        self._next: dict[str, float] = {}

    async def run(self) -> None:
        """Every minute until cancelled, the first time after one."""
        while True:
            await asyncio.sleep(EVERY)
            await self.round()
            await self.beat()

    async def round(self, *, at_once: bool = False) -> None:
        """One look for whatever is due (`at_once`: for all); a look that fails is no alarm and no end of one."""
        now = asyncio.get_running_loop().time()
        for alarm in self._table:
            if at_once or self._next.get(alarm.name, 0) <= now:
                self._next[alarm.name] = now + alarm.every.total_seconds() - EVERY / 2
                await self._look(alarm)

    async def _look(self, alarm: Alarm) -> None:
        try:
            async with asyncio.timeout(LONGEST):
                found = await alarm.look(self._watched)
            if found is not None:
                await self._watched.store.run(partial(self._settle, alarm=alarm, found=found))
        except Exception as error:  # noqa: BLE001  one look must not stop the others
            logs.crashed("watch.no_look", error, alarm=alarm.name)

    def _settle(self, tx: Tx, alarm: Alarm, found: Mapping[str, Words]) -> None:
        """Tell what is new, and what is over."""
        for subject, words in found.items():
            if alarms.raise_(tx, alarm.name, subject):
                log.warning("watch.alarm", alarm=alarm.name)
                _tell(tx, words)
        here = self._watched.at("") if alarm.here else ""
        for each in alarms.every(tx):
            if each.name != alarm.name or each.subject in found:
                continue
            is_ours = each.subject.startswith(here) or tx.now - each.seen_at > UNSEEN
            if is_ours and alarms.end(tx, each):
                self._over(tx, alarm, each)

    def _over(self, tx: Tx, alarm: Alarm, standing: Standing) -> None:
        log.info("watch.over", alarm=alarm.name)
        facts = {"subject": alarm.called(standing.subject), "since": standing.since}
        _tell(tx, Words(f"alarm-{alarm.name}-over", facts))

    async def beat(self) -> None:
        """Say to HEARTBEAT_URL that all is well, or at …/fail what is not; without an answer it says so itself."""
        url = self._watched.settings.heartbeat_url
        if not url:
            return
        wrong = await self._wrong()
        proxy = self._watched.settings.proxy
        try:
            async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=BEAT)) as session:
                to = f"{url}/fail" if wrong else url
                async with session.post(to, data=" ".join(wrong).encode(), proxy=proxy) as answer:
                    answer.raise_for_status()
        except (aiohttp.ClientError, OSError) as error:
            log.warning("watch.no_heartbeat", error=type(error).__name__)

    async def _wrong(self) -> list[str]:
        """The names of what is wrong with the program itself."""
        ours = {each.name for each in self._table if each.ours}
        try:
            async with asyncio.timeout(BEAT):
                standing = await self._watched.store.run(alarms.every)
        except Exception as error:  # noqa: BLE001  whatever it is, nothing works without it
            logs.crashed("watch.no_database", error)
            return ["database"]
        return sorted({each.name for each in standing} & ours)


def _tell(tx: Tx, words: Words) -> None:
    outbox.post(tx, Notice(ADMINISTRATOR, words, urgency=Urgency.PROMPT))
