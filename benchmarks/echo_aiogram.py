"""A bare echo bot on aiogram.

Usage: python -m benchmarks.echo_aiogram API_URL TOKEN polling|PORT
"""

from __future__ import annotations

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web


async def main(api: str, token: str, mode: str) -> None:
    """Echo every text until killed."""
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        if message.text:
            await message.answer(message.text)

    await serve(dispatcher, api, token, mode)


async def serve(dispatcher: Dispatcher, api: str, token: str, mode: str) -> None:
    """Run a bot as aiogram's documentation does, polling or behind a webhook on a port."""
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(api)))
    if mode == "polling":
        await dispatcher.start_polling(bot, handle_signals=False)
        return
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, handle_in_background=False).register(app, path="/hook")
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", int(mode)).start()
    await bot.set_webhook(f"http://127.0.0.1:{mode}/hook")
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:4]))
