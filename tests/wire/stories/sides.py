"""What a channel's driver gives to the stories: people, groups of officers, and a town they live in."""

from __future__ import annotations

import re
import time
from abc import ABC, abstractmethod
from datetime import timedelta

from tests.product import Product
from tests.wire.stories.provinces import LANG_SON, Province
from tests.wire.town import FIRM

NUMBERED = re.compile(r"^(\d+)\. (.*)$", re.MULTILINE)
PATIENCE = 15.0


class Place(ABC):
    """A place where the bot says something."""

    @property
    @abstractmethod
    def said(self) -> list[str]:
        """What the bot has said here, as it stands now, oldest first."""

    def waits_for(self, part: str, after: int = 0) -> str:
        """The newest of these texts with such words, as soon as there is one."""
        until = time.monotonic() + PATIENCE
        while True:
            if found := [each for each in self.said[after:] if part in each]:
                return found[-1]
            if time.monotonic() > until:
                raise AssertionError(f"no {part!r}\n" + "\n---\n".join(self.said))
            time.sleep(0.02)


class Person(Place):
    """Somebody with a business."""

    @abstractmethod
    def says(self, text: str) -> None:
        """Write to the bot in private."""

    def chooses(self, label: str) -> None:
        """Choose what is offered under this label: here by its number, as whoever has no buttons."""
        until = time.monotonic() + PATIENCE
        while True:
            for text in reversed(self.said):
                if found := [number for number, name in NUMBERED.findall(text) if label in name]:
                    self.says(found[0])
                    return
            if time.monotonic() > until:
                raise AssertionError(f"no choice {label!r}\n" + "\n---\n".join(self.said))
            time.sleep(0.02)

    def meets(self, firm: str = FIRM) -> None:
        """Past the greeting and with a business remembered."""
        self.says("xin chào")
        self.chooses("Tôi đồng ý")
        self.waits_for("Bây giờ")
        self.says("/doanhnghiep")
        self.waits_for("mã số thuế")
        self.says(firm)
        self.waits_for("Đã ghi nhận doanh nghiệp")


class Group(Place):
    """The chat of a department, the task group or leadership."""

    @abstractmethod
    def does(self, command: str) -> None:
        """One of its members types a command."""


class Town(ABC):
    """A product and everybody on one channel, in a province; ended with `close`."""

    product: Product
    province: Province = LANG_SON

    @abstractmethod
    def person(self, name: str) -> Person:
        """Somebody new."""

    @abstractmethod
    def group(self, target: str) -> Group:
        """A group that speaks for a department or a role, bound."""

    @abstractmethod
    def close(self) -> None:
        """End the product and what stands in front of it."""

    def days_pass(self, days: float) -> None:
        """The clock and every timed job go on."""
        self.product.time_passes(timedelta(days=days))


def code_in(text: str) -> str:
    """The case code a text shows first."""
    return text.split("#")[1].split(maxsplit=1)[0].rstrip(":,.;")
