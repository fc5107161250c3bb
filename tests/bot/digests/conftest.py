"""A history of a few cases, the digest of its first day, and how it went on."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.digests import making
from bot.digests.keys import Key
from domain.case import moves
from domain.case.case import Actor, Case, Outcome, Role, Tier
from domain.case.decisions import Decision
from domain.messages import Chat, Network
from handlers import recording
from storage import cases, claims, people, returns
from storage.database import Store, Tx
from tests.cast import LAN, MINH, NOW, Hands, filed, said
from tests.stores import hands, opened, prepared_url, store

__all__ = ["hands", "opened", "prepared_url", "store"]

KEY = Key(bytes(range(32)))
NOBODY = Actor(Role.BUSINESS)
#: numbers drawn for two anonymous cases
DRAWN = (1_700_000_001, 1_200_000_002)
TODAY = NOW.date()


def record(store: Store, decision: Decision) -> Case:
    return store.call(lambda tx: recording.record(tx, decision))


def file_all(tx: Tx) -> None:
    """Six open cases of Lan's, numbered as they come, and two anonymous ones with their codes."""
    lan = people.meet(tx, Chat(Network.TELEGRAM, "7"), "7", "Lan", "vi")
    assert lan.id == LAN.person
    for _ in range(6):
        case = recording.record(tx, filed(claims.take_number(tx, "cases")))
        noted = recording.record(tx, moves.note(case, MINH, NOW, "gọi", ()))
        recording.record(tx, moves.accept(noted, MINH, NOW))
    for number in DRAWN:
        hidden = filed(number, tier=Tier.ANONYMOUS, business=0, business_name="", tax_code="")
        recording.record(tx, hidden)
        returns.issue(tx, number)


def go_on(store: Store, hands: Hands) -> None:
    """The day after: what happens all the time, and is no fault."""
    hands.on(days=1)
    case = record(store, moves.answer(_case(store, 1), MINH, hands.now, said(now=hands.now)))
    record(store, moves.confirm(case, LAN, hands.now, Outcome.SOLVED, hands.now))
    record(store, filed(store.call(lambda tx: claims.take_number(tx, "cases"))))


def _case(store: Store, number: int) -> Case:
    found = store.call(lambda tx: cases.look(tx, number))
    assert found is not None
    return found


@pytest.fixture
def history(store: Store) -> Store:
    store.call(file_all)
    return store


@pytest.fixture
def digest_file(history: Store, hands: Hands, tmp_path: Path) -> Path:
    """That of the first day; a day later things have gone on."""
    _, path = making.make(history, TODAY, tmp_path / "digests", KEY)
    go_on(history, hands)
    return path
