"""What can go wrong on purpose: the published rate limits, and faults a test switches on."""

from __future__ import annotations

import math
import random
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from .telegram_world import ApiError, World

QUIET_METHODS = frozenset({"getme", "getupdates", "setwebhook", "deletewebhook", "getwebhookinfo"})


class ConnectionLost(Exception):  # noqa: N818  (an event, not a mistake)
    """The connection is to be reset instead of answered."""


@dataclass
class Limits:
    """The published sending limits; None switches one off.

    With `changes`, edits and reactions in a group count as messages do; what is published does not say whether they do.
    """

    overall: float | None = None
    private: float | None = None
    group: int | None = None
    burst: int = 3
    changes: bool = False
    _all: deque[float] = field(default_factory=deque)
    _groups: dict[int, deque[float]] = field(default_factory=dict)
    _private: dict[int, tuple[float, float]] = field(default_factory=dict)

    @classmethod
    def read(cls, text: str | None) -> Limits:
        """Limits from "30/1/20" (overall a second, per private chat a second, per group a minute) or "off"."""
        if not text or text == "off":
            return cls()
        overall, private, group = text.split("/")
        return cls(float(overall), float(private), int(group))

    @property
    def is_off(self) -> bool:
        """Whether nothing is limited."""
        return self.overall is None and self.private is None and self.group is None

    def concern(self, method: str, chat_id: int) -> bool:
        """Whether a call of this method (in small letters) counts."""
        if method.startswith("send"):
            return method != "sendchataction"
        return self.changes and chat_id < 0 and method.startswith(("edit", "setmessagereaction"))

    def wait(self, chat_id: int, now: float, weight: int) -> float:
        """Seconds to wait before this may be sent: 0 when it may go now, and then it is counted."""
        waits = [self._overall_wait(now, weight)]
        waits.append(self._group_wait(chat_id, now, weight) if chat_id < 0 else self._private_wait(chat_id, now))
        longest = max(waits)
        if longest <= 0:
            self._count(chat_id, now, weight)
        return longest

    def _overall_wait(self, now: float, weight: int) -> float:
        return 0.0 if self.overall is None else window_wait(self._all, now, 1.0, int(self.overall), weight)

    def _group_wait(self, chat_id: int, now: float, weight: int) -> float:
        if self.group is None:
            return 0.0
        return window_wait(self._groups.setdefault(chat_id, deque()), now, 60.0, self.group, weight)

    def _private_wait(self, chat_id: int, now: float) -> float:
        if self.private is None:
            return 0.0
        tokens = self._tokens(chat_id, now)
        return 0.0 if tokens >= 1 else (1 - tokens) / self.private

    def _tokens(self, chat_id: int, now: float) -> float:
        tokens, at = self._private.get(chat_id, (float(self.burst), now))
        return min(float(self.burst), tokens + (now - at) * (self.private or 0.0))

    def _count(self, chat_id: int, now: float, weight: int) -> None:
        if self.overall is not None:
            self._all.extend([now] * weight)
        if chat_id < 0 and self.group is not None:
            self._groups[chat_id].extend([now] * weight)
        elif chat_id >= 0 and self.private is not None:
            self._private[chat_id] = (self._tokens(chat_id, now) - weight, now)


def window_wait(times: deque[float], now: float, span: float, most: int, weight: int) -> float:
    """Seconds until `weight` more fit into a sliding window: 0 when they fit now."""
    while times and times[0] <= now - span:
        times.popleft()
    excess = len(times) + weight - most
    if excess <= 0:
        return 0.0
    return span if excess > len(times) else max(times[excess - 1] + span - now, 0.001)


@dataclass
class OneFault:
    """A fault that happens once."""

    status: int
    description: str
    after: bool = False
    reset: bool = False
    retry_after: int | None = None

    def error(self) -> Exception:
        """What the method answers instead of its result."""
        if self.reset:
            return ConnectionLost()
        parameters = {} if self.retry_after is None else {"retry_after": self.retry_after}
        return ApiError(self.status, self.description, **parameters)


@dataclass
class Faults:
    """Probabilities from 0 to 1, delays in seconds (one number or a range); all from one seeded generator."""

    too_many: float = 0.0
    error_500: float = 0.0
    error_502: float = 0.0
    reset_before: float = 0.0
    error_after: float = 0.0
    reset_after: float = 0.0
    delay_before: float | tuple[float, float] = 0.0
    delay_after: float | tuple[float, float] = 0.0
    retry_after: int = 1
    only: set[str] | None = None
    rng: random.Random = field(default_factory=lambda: random.Random(0))
    once: dict[str, deque[OneFault]] = field(default_factory=dict)

    def concerns(self, method: str) -> bool:
        """Whether the probabilities count for this method: those in `only`, else all but polling and set-up."""
        if self.only is not None:
            return method in {name.lower() for name in self.only}
        return method not in QUIET_METHODS

    def before(self, method: str) -> None:
        """Raises what stops this call before it is carried out."""
        self._strike_once(method, after=False)
        if not self.concerns(method):
            return
        if self._hits(self.reset_before):
            raise ConnectionLost
        if self._hits(self.too_many):
            raise too_many_requests(self.retry_after)
        if self._hits(self.error_500):
            raise ApiError(500, "Internal Server Error")
        if self._hits(self.error_502):
            raise ApiError(502, "Bad Gateway")

    def after(self, method: str) -> None:
        """Raises what spoils the answer of a call that was carried out."""
        self._strike_once(method, after=True)
        if not self.concerns(method):
            return
        if self._hits(self.reset_after):
            raise ConnectionLost
        if self._hits(self.error_after):
            raise ApiError(500, "Internal Server Error")

    def pause(self, delay: float | tuple[float, float]) -> float:
        """How long to wait now."""
        return self.rng.uniform(*delay) if isinstance(delay, tuple) else delay

    def _hits(self, probability: float) -> bool:
        return probability > 0 and self.rng.random() < probability

    def _strike_once(self, method: str, *, after: bool) -> None:
        waiting = self.once.get(method)
        if waiting and waiting[0].after is after:
            raise waiting.popleft().error()


def too_many_requests(seconds: float) -> ApiError:
    """The 429 Telegram answers, with the whole seconds to wait."""
    wait = max(1, math.ceil(seconds))
    return ApiError(429, f"Too Many Requests: retry after {wait}", retry_after=wait)


def enforce(limits: Limits, world: World, chat_id: int, weight: int, on_breach: Callable[[int], None]) -> None:
    """Raises 429 and reports the breach when sending this would pass a limit."""
    wait = limits.wait(chat_id, world.now(), weight)
    if wait > 0:
        on_breach(chat_id)
        raise too_many_requests(wait)
