"""The right to call the account's API: an access token of a day, and a refresh token that works once.

Many processes call, one renews: whoever claims the refresh token in the database uses it, and the pair that comes is
committed before anything is sent with it. A renewal under way is not ended by the end of the program.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot import logs
from bot.channels.base import Reason, SendError
from bot.channels.zalo_oa.errors import TOKEN_PAUSE
from bot.channels.zalo_oa.login import Login, Pair
from bot.retrying import BackOff, until_done
from domain.messages import ADMINISTRATOR, Network, Notice, Urgency, Words
from storage import claims
from storage.database import Store, Tx
from storage.outgoing import outbox, tokens
from storage.trouble import in_trouble

log = structlog.get_logger()

#: renewed so long before its end, or when a fifth of its life is left
EARLY, LEFT = timedelta(hours=2), 5
#: documented for a refresh token that is not used
REFRESH_LASTS = timedelta(days=90)
#: how often somebody looks whether it is time, though nobody calls
LOOK_EVERY = 300.0
#: how long to wait for another process that renews, and between two looks
PATIENCE, PAUSE = 20.0, 0.25
#: after a renewal that failed, the old token serves so long before the next try
REST = timedelta(seconds=30)
#: looks without any token before somebody is told: the first may have come too early
IN_VAIN = 2
NAME = "Zalo OA"
_AGAIN = BackOff(0.1, 5.0)


class AccessTokens:
    """Access tokens that work; `seed` is the refresh token of an authorisation, for the first time."""

    def __init__(self, store: Store, clock: Callable[[], datetime], login: Login, seed: str) -> None:
        self._store, self._clock, self._login, self._seed = store, clock, login, seed
        self._kept: tokens.Tokens | None = None
        self._alone = asyncio.Lock()
        self._renewing: asyncio.Task[str] | None = None
        self._rests_until: datetime | None = None

    async def access(self) -> str:
        """A token that works as far as we know; raises SendError when there is none."""
        kept = self._kept
        if kept is None or not kept.access or self._is_late(kept):
            kept = await self._look()
        if kept.access and not self._is_late(kept):
            return kept.access
        still_works = bool(kept.access and kept.expires_at and self._clock() < kept.expires_at)
        if still_works and self._rests_until and self._clock() < self._rests_until:
            return kept.access
        try:
            return await self.renewed(kept.access)
        except SendError:
            if not still_works:
                raise
            self._rests_until = self._clock() + REST
            return kept.access

    async def renewed(self, stale: str) -> str:
        """Another token than this one, which does not work (any more): renewed here, or by another process."""
        async with self._alone:
            until = asyncio.get_running_loop().time() + PATIENCE
            while asyncio.get_running_loop().time() < until:
                kept = await self._look()
                if kept.access and kept.access != stale:
                    return kept.access
                if kept.refused:
                    raise _wrong(kept.refused)
                refresh = kept.refresh
                if await self._store.run(lambda tx, it=refresh: tokens.claim(tx, Network.ZALO_OA, it)):  # type: ignore[misc]
                    self._renewing = asyncio.create_task(self._use(refresh))
                    return await asyncio.shield(self._renewing)
                await asyncio.sleep(PAUSE)
        raise SendError("token: another process renews it", permanent=False, retry_after=PAUSE)

    async def _look(self) -> tokens.Tokens:
        """What is kept now; at the first look the settings' refresh token is taken over, if it is a new one."""
        is_first, origin = self._kept is None, hashlib.sha256(self._seed.encode()).hexdigest()

        def look(tx: Tx) -> tokens.Tokens | None:
            if is_first and self._seed and tokens.begin(tx, Network.ZALO_OA, origin, self._seed):
                log.info("zalo_oa.authorised_anew")
            return tokens.kept(tx, Network.ZALO_OA)

        kept = await self._store.run(look)
        if kept is None:
            raise _wrong("no refresh token was ever given")
        self._kept = kept
        return kept

    async def _use(self, refresh: str) -> str:
        """Use the refresh token, which is claimed, and write down what comes of it before anybody knows of it."""
        try:
            pair = await self._login.renew(refresh)
        except SendError as error:
            if error.permanent:
                await self._store.run(partial(_lost, refresh=refresh, why=str(error)))
                raise _wrong(str(error)) from None
            await self._store.run(lambda tx: tokens.release(tx, Network.ZALO_OA))
            raise
        await until_done(lambda: self._store.run(lambda tx: _keep(tx, pair)), _AGAIN, _is_away)
        log.info("zalo_oa.token_renewed", seconds=int(pair.lasts.total_seconds()))
        return pair.access

    def _is_late(self, kept: tokens.Tokens) -> bool:
        """Whether it is time for the next pair."""
        if kept.expires_at is None or kept.renewed_at is None:
            return True
        return self._clock() >= kept.expires_at - min(EARLY, (kept.expires_at - kept.renewed_at) / LEFT)

    async def keep_fresh(self) -> None:
        """Renew in time until cancelled, also while nobody calls; tell the administrators when it does not succeed."""
        failures = 0
        while True:
            try:
                await self.access()
                failures = 0
            except Exception as error:  # noqa: BLE001  told, and looked at again
                logs.crashed("zalo_oa.no_token", error)
                failures += 1
            with contextlib.suppress(Exception):  # the database is away: others say so
                await self._store.run(partial(self._warn, is_in_vain=failures >= IN_VAIN))
            await asyncio.sleep(LOOK_EVERY)

    def _warn(self, tx: Tx, *, is_in_vain: bool) -> None:
        """Long past the time for the next pair, and the old one ends soon, or has ended."""
        kept = tokens.kept(tx, Network.ZALO_OA)
        ends = kept.expires_at if kept else None
        if kept is None or kept.renewed_at is None or ends is None or ends <= tx.now:
            if is_in_vain:
                _alarm(tx, Words("token-lost", {"messenger": NAME}))
        elif ends - tx.now < min(EARLY, (ends - kept.renewed_at) / LEFT) / 2:
            _alarm(tx, Words("token-late", {"messenger": NAME, "until": ends}))

    async def close(self) -> None:
        """Let a renewal under way be written down."""
        if self._renewing is not None and not self._renewing.done():
            await asyncio.wait([self._renewing], timeout=PATIENCE)


def _keep(tx: Tx, pair: Pair) -> None:
    tokens.renew(tx, Network.ZALO_OA, pair.access, pair.refresh, pair.lasts)


def _lost(tx: Tx, refresh: str, why: str) -> None:
    """The refresh token works no more, and nothing but a new authorisation helps."""
    if tokens.refuse(tx, Network.ZALO_OA, refresh, why):
        _alarm(tx, Words("token-lost", {"messenger": NAME}))


def _alarm(tx: Tx, words: Words) -> None:
    """The administrators hear of it once a day."""
    if claims.claim_job(tx, f"{words.key}:{Network.ZALO_OA}", f"{tx.now:%Y-%m-%d}"):
        outbox.post(tx, Notice(ADMINISTRATOR, words, urgency=Urgency.PROMPT))


def _is_away(error: Exception) -> bool:
    """The database is away; the pair in our hands is the only one there is."""
    logs.crashed("zalo_oa.token_not_kept", error)
    return in_trouble(error)


def _wrong(why: str) -> SendError:
    return SendError(f"token: {why}"[:300], permanent=False, retry_after=TOKEN_PAUSE, reason=Reason.WRONG_TOKEN)
