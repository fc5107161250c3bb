"""Calls of the account's API: with a token that works, renewed once when it does not, and within the plan's pace."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import aiohttp

from bot.channels.base import Reason, SendError
from bot.channels.zalo_oa.errors import result
from bot.channels.zalo_oa.pace import PerMinute
from bot.channels.zalo_oa.tokens import AccessTokens

USUAL_SECONDS = 30.0
UPLOAD_SECONDS = 120.0


class Api:
    """The account's API at `url`; every method returns `data` of the answer and raises SendError."""

    def __init__(self, url: str, tokens: AccessTokens, pace: PerMinute) -> None:
        self._url = url
        self._pace = pace
        self.tokens = tokens
        self._session: aiohttp.ClientSession | None = None

    async def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """A POST of JSON."""
        content = json.dumps(body, ensure_ascii=False).encode()
        headers = {"Content-Type": "application/json"}
        return await self._call("POST", path, USUAL_SECONDS, lambda: {"data": content, "headers": headers})

    async def get(self, path: str, asked: dict[str, Any]) -> dict[str, Any]:
        """A GET, whose one parameter is JSON."""
        params = {"data": json.dumps(asked)}
        return await self._call("GET", path, USUAL_SECONDS, lambda: {"params": params})

    async def upload(self, path: str, name: str, content: bytes) -> dict[str, Any]:
        """A file in a form, as `file`."""

        def form() -> dict[str, Any]:
            data = aiohttp.FormData()
            data.add_field("file", content, filename=name)
            return {"data": data}

        return await self._call("POST", path, UPLOAD_SECONDS, form)

    async def _call(
        self, method: str, path: str, seconds: float, given: Callable[[], dict[str, Any]]
    ) -> dict[str, Any]:
        token = await self.tokens.access()
        try:
            return await self._once(token, method, path, seconds, given())
        except SendError as error:
            if error.reason is not Reason.WRONG_TOKEN:
                raise
        return await self._once(await self.tokens.renewed(token), method, path, seconds, given())

    async def _once(self, token: str, method: str, path: str, seconds: float, given: dict[str, Any]) -> dict[str, Any]:
        headers = {**given.pop("headers", {}), "access_token": token}
        timeout = aiohttp.ClientTimeout(total=seconds)
        self._pace.noted()
        try:
            async with self._http().request(
                method, self._url + path, headers=headers, timeout=timeout, **given
            ) as response:
                status, body = response.status, await response.read()
        except (aiohttp.ClientError, OSError) as error:
            raise SendError(f"{path}: {type(error).__name__}", permanent=False) from None
        data = result(path, status, body).get("data")
        return data if isinstance(data, dict) else {"all": data}

    def _http(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=64, keepalive_timeout=60)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        return self._session

    async def close(self) -> None:
        """End the connections, once a renewal under way is written down."""
        await self.tokens.close()
        if self._session is not None:
            await self._session.close()
