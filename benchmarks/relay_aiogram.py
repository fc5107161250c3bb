"""A relay on aiogram with SQLite that keeps nothing safe: the peer of our relay.

Whatever a person writes goes to the group under their number, and `/hoi #NUMBER words` from the group to the person:
two sends, one row, one commit an update. No update is known twice, no send is tried again, nothing survives a crash.

Usage: python -m benchmarks.relay_aiogram API_URL TOKEN polling|PORT GROUP_ID DATABASE
"""

from __future__ import annotations

import asyncio
import sqlite3
import sys

from aiogram import Bot, Dispatcher, F
from aiogram.types import Message

from benchmarks.echo_aiogram import serve


async def main(api: str, token: str, mode: str, group: int, database: str) -> None:
    """Relay until killed."""
    connection = sqlite3.connect(database)
    connection.execute("pragma journal_mode=WAL")
    connection.execute("create table if not exists messages (id integer primary key, person integer, text text)")
    dispatcher = Dispatcher()

    def keep(person: int, text: str | None) -> None:
        connection.execute("insert into messages (person, text) values (?, ?)", (person, text))
        connection.commit()

    @dispatcher.message(F.chat.id == group, F.text.startswith("/hoi"))
    async def asked(message: Message, bot: Bot) -> None:
        _command, number, words = (message.text or "").split(maxsplit=2)
        person = int(number.removeprefix("#"))
        keep(person, words)
        await bot.send_message(person, words)
        await message.answer("Đã gửi.")

    @dispatcher.message(F.chat.type == "private")
    async def added(message: Message, bot: Bot) -> None:
        keep(message.chat.id, message.text)
        await bot.send_message(group, f"#{message.chat.id} {message.text}")
        await message.answer("Đã chuyển.")

    await serve(dispatcher, api, token, mode)


if __name__ == "__main__":
    api_url, bot_token, how, group_id, path = sys.argv[1:]
    asyncio.run(main(api_url, bot_token, how, int(group_id), path))
