"""What a messenger's plan allows: counted as it is used up, told in time, and kept for what matters most.

Plans count by the calendar month of the province. Whether what people write counts beside what we send, a platform may
not say; then both are counted, and we are careful too soon rather than silent too late.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo

from bot import logs
from bot.channels.base import Use
from domain.messages import ADMINISTRATOR, Chat, Network, Notice, Urgency, Value, Words
from storage import chats, claims, people
from storage.database import Store, Tx
from storage.outgoing import outbox

#: at these shares somebody is told, once a month each
TOLD_FROM = 0.8
_TOLD_AT = (TOLD_FROM, 0.95, 1.0)
#: from which share of the messages those of little use are left out; a word to somebody is never
SPARED_FROM = {Use.SIGN: 0.8, Use.NEWS: 0.9, Use.REMINDER: 0.97}


@dataclass(frozen=True, slots=True)
class Plan:
    """What its messenger is called, and how many people, messages a month and groups it allows; 0 for any number."""

    name: str
    people: int = 0
    messages: int = 0
    groups: int = 0


@dataclass(frozen=True, slots=True)
class Used:
    """How much of one thing is used: "people", "messages" or "groups"."""

    what: str
    used: int
    most: int

    @property
    def share(self) -> float:
        """1.0 when all is used up; 0 where there is no limit."""
        return self.used / self.most if self.most else 0


class Meter:
    """Counts for one messenger; the last count is in `last`."""

    def __init__(
        self, store: Store, network: Network, plan: Plan, zone: tzinfo, is_group: Callable[[Chat], bool]
    ) -> None:
        self._store = store
        self._network = network
        self._plan = plan
        self._zone = zone
        self._is_group = is_group
        self.last: tuple[Used, ...] = ()

    def spares(self, use: Use) -> bool:
        """Whether messages of so little use are left out just now."""
        share = next((each.share for each in self.last if each.what == "messages"), 0)
        return use in SPARED_FROM and share >= SPARED_FROM[use]

    async def count(self, direction: str) -> None:
        """One more was "sent" or "received"; without the database it is not counted, and nothing waits for that."""
        try:
            self.last = await self._store.run(lambda tx: self._counted(tx, direction))
        except Exception as error:  # noqa: BLE001  the message itself has come or gone
            logs.crashed("plan.not_counted", error)

    async def look(self) -> tuple[Used, ...]:
        """How much is used now."""
        self.last = await self._store.run(self.used)
        return self.last

    def used(self, tx: Tx) -> tuple[Used, ...]:
        """How much of each thing is used that is limited."""
        groups = sum(
            each.chat.network is self._network and self._is_group(each.chat) for each in chats.every_binding(tx)
        )
        messages = sum(claims.counted(tx, self._counter(tx, direction)) for direction in ("sent", "received"))
        every = (
            Used("people", people.count_on(tx, self._network), self._plan.people),
            Used("messages", messages, self._plan.messages),
            Used("groups", groups, self._plan.groups),
        )
        return tuple(each for each in every if each.most)

    def _counter(self, tx: Tx, direction: str) -> str:
        return f"{self._network}:{direction}:{self._month(tx)}"

    def _month(self, tx: Tx) -> str:
        return f"{tx.now.astimezone(self._zone):%Y-%m}"

    def _counted(self, tx: Tx, direction: str) -> tuple[Used, ...]:
        claims.take_number(tx, self._counter(tx, direction))
        used = self.used(tx)
        for each in used:
            self._tell(tx, each)
        return used

    def _tell(self, tx: Tx, used: Used) -> None:
        """The administrators hear when a limit comes near, once for each step."""
        passed = [step for step in _TOLD_AT if used.share >= step]
        if not passed:
            return
        job = f"plan:{self._network}:{used.what}"
        if claims.claim_job(tx, job, f"{self._month(tx)} {passed[-1]:.0%}"):
            facts: dict[str, Value] = {"used": used.used, "most": used.most, "what": used.what}
            words = Words("plan-nearly-used", {**facts, "messenger": self._plan.name})
            outbox.post(tx, Notice(ADMINISTRATOR, words, urgency=Urgency.PROMPT))
