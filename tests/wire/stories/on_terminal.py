"""The terminal: everybody sits at the same one, in turn."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any, cast

from bot.channels.terminal.messenger import TerminalMessenger
from tests.product import Product, settings
from tests.wire.stories import sides


def shown(terminal: TerminalMessenger, room: str) -> list[str]:
    """What was shown for a room."""
    return [words for each, words in terminal.shown if each == room]


class Person(sides.Person):
    """Somebody who sits down."""

    def __init__(self, terminal: TerminalMessenger, name: str) -> None:
        self._terminal, self._name = terminal, name

    @property
    def said(self) -> list[str]:
        """Every message of the bot."""
        return shown(self._terminal, self._name)

    def says(self, text: str) -> None:
        """Sit down and type."""
        for line in (f":as {self._name}", ":out", text):
            self._terminal.type(line)


class Group(sides.Group):
    """A group in which Minh types."""

    def __init__(self, terminal: TerminalMessenger, name: str) -> None:
        self._terminal, self._name = terminal, name

    @property
    def said(self) -> list[str]:
        """Every message of the bot."""
        return shown(self._terminal, self._name)

    def does(self, command: str) -> None:
        """Sit down and type."""
        for line in (":as Minh", f":in {self._name}", command):
            self._terminal.type(line)


class Town(sides.Town):
    """One terminal."""

    def __init__(self, folder: Path, url: str, **more: Any) -> None:
        self._running = ExitStack()
        self.product = self._running.enter_context(Product(settings(folder, url, **more), also=("terminal",)))
        self._terminal = cast("TerminalMessenger", self.product.parts.messengers[-1])

    def person(self, name: str) -> Person:
        """Somebody new."""
        return Person(self._terminal, name)

    def group(self, target: str) -> Group:
        """A bound group."""
        group = Group(self._terminal, target)
        group.does(f"/gan {self.product.bind_code(target)}")
        group.waits_for("nơi làm việc của")
        return group

    def close(self) -> None:
        """End the product."""
        self._running.close()
