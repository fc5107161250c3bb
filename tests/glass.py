"""A ring that seals nothing, for tests that look into what is kept: they must see what is there, sealed or not."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic_core import from_json, to_json

from bot import keys
from storage.blobs import Blobs
from storage.database import Store
from storage.sealing.ring import Ring


class Glass(Ring):
    """Everything lies as it would without a seal."""

    def seal(self, value: Any, *place: object) -> str:
        """As JSON."""
        return to_json(value).decode()

    def opened(self, sealed: str, *place: object) -> Any:
        """From JSON."""
        return from_json(sealed)

    def numbers(self, what: str, value: object) -> tuple[int, int]:
        """The number itself; of a message that of its case."""
        number = int(str(value).rpartition(" ")[2])
        return number, number

    def number(self, what: str, value: object) -> int:
        """The number itself."""
        return self.numbers(what, value)[0]

    def tags(self, what: str, value: object) -> tuple[str, str]:
        """The text itself."""
        return str(value), str(value)

    def tag(self, what: str, value: object) -> str:
        """The text itself."""
        return str(value)


GLASS = Glass([bytes(32)])


@pytest.fixture
def glass(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is sealed while this test runs."""
    sealing = keys.ring_for
    monkeypatch.setattr("bot.wiring.ring_for", lambda *given: Glass([key.main for key in sealing(*given).keys]))
    monkeypatch.setattr(Store, "ring", GLASS)
    monkeypatch.setattr(Blobs, "seal", Blobs.put)
