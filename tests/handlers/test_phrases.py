"""What people type where they stand, and what must come of it: a table of phrases, judged by what the bot did.

Harmful is what closes a case over a no, sends what was not to be sent or with a name that was to be hidden, or makes
a mere answer the text of a case: of that there is none. A phrase that is not sure is asked about.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.province import read_catalogue
from bot.settings import ROOT
from handlers.province import Province
from storage.engines import open_store
from tests.cast import Hands
from tests.handlers.phrases import Stage
from tests.product import prepared
from tests.stores import hands

__all__ = ["hands"]

LEAST_RIGHT = 0.98
#: what was meant → what may not come of it
_SENT = {"sent-open", "sent-hidden", "sent-anonymously"}
_CLOSED = {"solved", "partly"}
_HARM = {
    "sent-hidden": {"sent-open"},
    "anonymous": _SENT,
    "drop": _SENT | {"text"},
    "change": _SENT | {"text"},
    "asked": _SENT | _CLOSED | {"text", "matter", "answer", "yes", "no"},
    "unknown": {"text", *_SENT},
    "not-solved": _CLOSED | {"matter"},
    "partly": {"solved", "matter"},
    "no": {"yes"},
    "thanks": _SENT | _CLOSED | {"text", "matter", "answer"},
    "greeting": _SENT | _CLOSED | {"text", "matter", "answer"},
    "status": {"text", "matter", "answer", *_SENT, *_CLOSED},
    "person": {"text", "matter", "answer", *_SENT, *_CLOSED},
    "withdraw": {"text", "matter", "added"},
    "text": {"firm", *_SENT},
}


def table() -> list[tuple[str, str, str]]:
    """Where | typed | must mean."""
    with (Path(__file__).with_name("phrases.tsv")).open(encoding="utf-8", newline="") as lines:
        return [(where, typed, meant) for where, typed, meant in csv.reader(lines, delimiter="\t")]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    url = f"sqlite:///{tmp_path_factory.mktemp('phrases') / 'phrases.db'}"
    prepared(url)
    store = open_store(url, Hands(), "one")
    catalogue, router = read_catalogue(ROOT / "catalogue" / "lang-son")
    yield Stage(store, Province(catalogue, router))
    store.close()


@pytest.fixture(scope="module")
def came(stage: Stage) -> list[tuple[str, str, str, str]]:
    """Each phrase with what came of it."""
    return [(where, typed, meant, stage.hears(where, typed)) for where, typed, meant in table()]


def test_the_table_has_every_place_and_enough_of_it() -> None:
    rows = table()
    assert len(rows) >= 200
    assert len({(where, typed) for where, typed, _ in rows}) == len(rows)
    assert {where for where, *_ in rows} >= {"consent", "summary", "department", "solved", "question", "firm", "stars"}


def test_nearly_every_phrase_comes_to_what_it_means(came: list[tuple[str, str, str, str]]) -> None:
    wrong = [row for row in came if row[2] != row[3]]
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(came), wrong


def test_no_phrase_does_harm(came: list[tuple[str, str, str, str]]) -> None:
    assert [row for row in came if row[3] in _HARM.get(row[2], set())] == []
