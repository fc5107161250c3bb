"""Every messenger there is, and which of them are set up."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from bot.channels.messenger import Means, Messenger
from domain.messages import Incoming

#: a folder of bot/channels → the setting without which it is none; its `messenger.set_up(means)` is called otherwise;
#: "": a command brings it
_SET_UP_BY = {
    "telegram": "telegram_token",
    "zalo_bot": "zalo_bot_token",
    "zalo_oa": "zalo_oa_app_id",
    "terminal": "",
}


def set_up(means: Means, also: Sequence[str] = ()) -> list[Messenger]:
    """The messengers the settings name, and `also` these; what only the others need is not even imported.

    Telegram's library takes 9 MB.
    """
    by_setting = [name for name, setting in _SET_UP_BY.items() if setting and getattr(means.settings, setting)]
    wanted = [*by_setting, *also]
    return [import_module(f"bot.channels.{name}.messenger").set_up(means) for name in wanted]


def read(network: str, raw: dict[str, Any], incoming_id: str) -> Incoming | None:
    """What an update means that a messenger sent and that was kept whole, whether or not that one is set up today.

    Raises when it cannot be read.
    """
    found: Incoming | None = import_module(f"bot.channels.{network}.messenger").read(raw, incoming_id)
    return found


def settings_that_set_up() -> list[str]:
    """The names of the settings that bring a messenger, as the environment spells them."""
    return [setting.upper() for setting in _SET_UP_BY.values() if setting]
