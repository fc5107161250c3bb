"""Where tokens come from: Zalo's own login server, which knows us by the app and its secret key."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

import aiohttp

from bot.channels.base import Reason, SendError
from bot.channels.zalo_oa.errors import WRONG_REFRESH, result

SECONDS = 30.0
#: what is believed when the answer does not say how long a token lasts: the shorter of the two that are told
LASTS = 3600


@dataclass(frozen=True, slots=True)
class Pair:
    """What a refresh token brings: the next two, and how long the first lasts."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    lasts: timedelta


class Login:
    """The login server."""

    def __init__(self, url: str, app: str, secret: str) -> None:
        self._url = f"{url}/v4/oa/access_token"
        self._app, self._secret = app, secret

    async def renew(self, refresh: str) -> Pair:
        """The next pair, for a refresh token that from now on works no more.

        Raises SendError: permanent when the token is refused, otherwise nobody knows whether it was used.
        """
        form = {"app_id": self._app, "grant_type": "refresh_token", "refresh_token": refresh}
        timeout = aiohttp.ClientTimeout(total=SECONDS)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout, cookie_jar=aiohttp.DummyCookieJar()) as session,
                session.post(self._url, data=form, headers={"secret_key": self._secret}) as response,
            ):
                status, body = response.status, await response.read()
        except (aiohttp.ClientError, OSError) as error:
            raise SendError(f"access_token: {type(error).__name__}", permanent=False) from None
        return _pair(status, body)


def _pair(status: int, body: bytes) -> Pair:
    try:
        answer = result("access_token", status, body)
    except SendError as error:
        is_over = error.permanent and error.detail in map(str, WRONG_REFRESH)
        raise SendError(
            str(error), permanent=is_over, retry_after=error.retry_after, reason=Reason.WRONG_TOKEN
        ) from None
    access, refresh = answer.get("access_token"), answer.get("refresh_token")
    if not access or not refresh:
        raise SendError("access_token: an answer without tokens", permanent=False, reason=Reason.WRONG_TOKEN)
    try:
        seconds = int(answer.get("expires_in") or LASTS)  # a text, as it is seen
    except ValueError:
        seconds = LASTS
    return Pair(str(access), str(refresh), timedelta(seconds=seconds))
