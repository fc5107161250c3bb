"""The login server: a refresh token works once, and brings the next pair."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from datetime import datetime, timedelta

from aiohttp import web

from tests.wire.zalo_oa.oddities import Oddities

FIRST = "refresh-0"


class Login:
    """Tokens given out; `used` are refresh tokens in the order in which they were used."""

    def __init__(self, odd: Oddities, app: str, secret: str, now: Callable[[], datetime]) -> None:
        self._odd, self._app, self._secret, self._now = odd, app, secret, now
        self._numbers = itertools.count(1)
        self.refresh = FIRST
        self.used: list[str] = []
        self._access: dict[str, datetime] = {}
        self._codes: dict[str, datetime] = {}
        self.newest = ""

    def is_good(self, access: str) -> bool:
        """Whether a call with it is heard."""
        if self._odd.only_newest and access != self.newest:
            return False
        return self._now() < self._access.get(access, datetime.min.replace(tzinfo=self._now().tzinfo))

    def end_all(self) -> None:
        """No access token works any more, as after a password change."""
        self._access.clear()

    def authorise(self) -> str:
        """A new authorisation by whoever owns the account; its refresh token."""
        self.refresh = f"refresh-anew-{next(self._numbers)}"
        return self.refresh

    def agree(self) -> str:
        """The owner agrees on the page of the app: the code that comes back serves once, for ten minutes."""
        code = f"code-{next(self._numbers)}"
        self._codes[code] = self._now() + timedelta(minutes=10)
        return code

    def _is_granted(self, form: dict[str, str]) -> bool:
        """Whether a pair may be had for this: the refresh token, which is used by that, or a code with its verifier."""
        if form["grant_type"] == "authorization_code":
            until = self._codes.pop(form["code"], None)
            return bool(form["code_verifier"]) and until is not None and self._now() < until
        self.used.append(form["refresh_token"])
        return form["grant_type"] == "refresh_token" and form["refresh_token"] == self.refresh

    async def renew(self, request: web.BaseRequest, form: dict[str, str]) -> web.StreamResponse:
        """The next pair, an error inside 200, or trouble."""
        await asyncio.sleep(self._odd.login_seconds)
        if self._odd.failing_renewals:
            self._odd.failing_renewals -= 1
            return web.Response(status=502)
        if request.headers.get("secret_key") != self._secret or form["app_id"] != self._app:
            return _error(-14004, "Invalid app secret")
        if not self._is_granted(form):
            return _error(self._odd.refresh_error, "Invalid refresh token.")
        number = next(self._numbers)
        self.newest, self.refresh = f"access-{number}", f"refresh-{number}"
        self._access[self.newest] = self._now() + timedelta(seconds=int(self._odd.expires_in))
        if self._odd.lost_renewals:
            self._odd.lost_renewals -= 1
            if request.transport:
                request.transport.abort()
        pair = {"access_token": self.newest, "refresh_token": self.refresh, "expires_in": self._odd.expires_in}
        return web.json_response(pair)


def _error(code: int, description: str) -> web.Response:
    return web.json_response({"error_name": description, "error_description": description, "error": code})
