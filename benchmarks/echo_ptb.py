"""A bare echo bot on python-telegram-bot as shipped (httpx); polling only, its webhook needs tornado.

Usage: python -m benchmarks.echo_ptb API_URL TOKEN polling
"""

from __future__ import annotations

import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """The same text back."""
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def main(api: str, token: str, _mode: str) -> None:
    """Echo every text until killed."""
    builder = Application.builder().token(token).base_url(f"{api}/bot").concurrent_updates(64)
    application = builder.connection_pool_size(64).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:4])
