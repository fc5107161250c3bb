"""Every messenger there is, and which of them are set up."""

from __future__ import annotations

from importlib import import_module

from bot.channels.messenger import Means, Messenger

#: a folder of bot/channels → the setting without which it is none; its `messenger.set_up(means)` is called otherwise
_SET_UP_BY = {
    "telegram": "telegram_token",
    "zalo_bot": "zalo_bot_token",
}


def set_up(means: Means) -> list[Messenger]:
    """The messengers the settings name; what only the others need is not even imported (Telegram's library is 9 MB)."""
    wanted = [name for name, setting in _SET_UP_BY.items() if getattr(means.settings, setting)]
    return [import_module(f"bot.channels.{name}.messenger").set_up(means) for name in wanted]


def settings_that_set_up() -> list[str]:
    """The names of the settings that bring a messenger, as the environment spells them."""
    return [setting.upper() for setting in _SET_UP_BY.values()]
