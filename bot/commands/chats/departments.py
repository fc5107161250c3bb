"""`govuong departments`: the keys that chats can be bound to; no database, no network."""

from __future__ import annotations

import argparse

from bot.province import read_catalogue
from bot.settings import Settings


def arguments(_parser: argparse.ArgumentParser) -> None:
    """None."""


def run(settings: Settings, _args: argparse.Namespace) -> int:
    """Print every department that takes cases today."""
    catalogue, _router = read_catalogue(settings.catalogue)
    for each in catalogue.departments:
        if each.takes_cases and not each.successor:
            print(f"{each.key:36} {catalogue.name(each.key, 'vi')}")
    return 0
