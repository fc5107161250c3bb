"""A bare echo bot on python-telegram-bot's types with aiohttp below: the cheapest honest comparison.

Usage: python -m benchmarks.echo_ptb_aiohttp API_URL TOKEN polling|PORT
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

import aiohttp
from aiohttp import web
from telegram import Bot, Update
from telegram.request import BaseRequest, RequestData


class AiohttpRequest(BaseRequest):
    """python-telegram-bot's calls over one aiohttp session."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return 65

    async def initialize(self) -> None:
        self._session = self._session or aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=64))

    async def shutdown(self) -> None:
        if self._session:
            await self._session.close()

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        assert self._session  # noqa: S101
        data = request_data.json_parameters if request_data else None
        async with self._session.request(method, url, data=data) as response:
            return response.status, await response.read()


async def main(api: str, token: str, mode: str) -> None:
    """Echo every text until killed."""
    bot = Bot(token, base_url=f"{api}/bot", request=AiohttpRequest(), get_updates_request=AiohttpRequest())
    await bot.initialize()

    async def echo(raw: dict[str, Any]) -> None:
        update = Update.de_json(raw, bot)
        if update.message and update.message.text:
            await bot.send_message(update.message.chat_id, update.message.text)

    if mode != "polling":
        await _webhook(bot, echo, int(mode))
        return
    async with aiohttp.ClientSession() as session:
        offset = 0
        while True:
            body = {"offset": offset, "timeout": 30}
            async with session.post(f"{api}/bot{token}/getUpdates", json=body) as response:
                updates = json.loads(await response.read())["result"]
            await asyncio.gather(*map(echo, updates))
            if updates:
                offset = updates[-1]["update_id"] + 1


async def _webhook(bot: Bot, echo: Any, port: int) -> None:
    async def take(request: web.Request) -> web.Response:
        await echo(json.loads(await request.read()))
        return web.Response()

    app = web.Application()
    app.router.add_post("/hook", take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await bot.set_webhook(f"http://127.0.0.1:{port}/hook")
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:4]))
