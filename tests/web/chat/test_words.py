"""The page speaks three languages, and none of them lacks a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

from domain.case.case import Tier
from domain.language import LANGUAGES
from domain.messages import Network
from domain.statistics.comparing import Standing
from domain.statistics.periods import Span
from storage.listing import Order
from web.board import departments, trends
from web.board.asking import NAMES, STATUSES
from web.board.showing import PAGES
from web.html import HERE
from web.phrases import FOLDER, say

GIVEN = {
    "province": "Lạng Sơn",
    "name": "a.pdf",
    "size": "20 MB",
    "time": "09:05",
    "day": "2",
    "month": "12",
    "code": "LS26-00001",
    **dict.fromkeys(("at", "n", "k", "few", "names", "sum", "whole", "share", "mean", "low", "high"), "7"),
    **dict.fromkeys(("basis", "command", "year"), "7"),
}


@cache
def keys(language: str) -> tuple[str, ...]:
    """The keys of a language in their order."""
    body = (
        FluentParser()
        .parse("\n".join(each.read_text("utf-8") for each in sorted((FOLDER / language / "page").glob("*.ftl"))))
        .body
    )
    return tuple(each.id.name for each in body if isinstance(each, Message))


def used() -> set[str]:
    """The keys the templates and the code name whole."""
    texts = [path.read_text("utf-8") for path in [*(HERE / "templates").glob("*.html"), *HERE.rglob("*.py")]]
    found = [
        re.findall(r"""\bt\(["']([a-z0-9-]+)["'][,)]|say\([^"()]+(?:\([^()]*\))?, "([a-z-]+)\"""", each)
        for each in texts
    ]
    return {first or second for each in found for first, second in each} - set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_things(language: str) -> None:
    assert keys(language) == keys("vi")
    assert len(set(keys(language))) == len(keys(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_whole(language: str) -> None:
    for key in keys(language):
        text = say(language, key, **GIVEN)
        assert text.strip()
        assert "{" not in text, key


def test_what_the_pages_say_exists() -> None:
    assert used() > {"brand", "send", "button-gone", "when"}
    assert used() <= set(keys("vi"))


def test_the_board_has_a_word_for_everything_it_lists() -> None:
    """These keys are put together in the code, so that no template names them whole."""
    parts: dict[str, Iterable[str]] = {
        "network": (each for each in Network if each is not Network.CLOCK),
        "tier": Tier,
        "order": Order,
        "standing": Standing,
        "this": Span,
        "name": Span,
        "role": ("task-group", "leadership"),
        "ask": (*(name for name in NAMES if name != "order"), "order"),
    }
    wanted = {f"board-{part}-{each}" for part, values in parts.items() for each in values}
    wanted |= {f"board-{each}" for each in (*STATUSES, *(page for page, _, _ in PAGES))}
    shown = (
        *trends.TOLD,
        "on_time",
        *departments.COUNTED,
        *departments.BESIDE,
        *departments.GAMING,
        *departments.TIMES,
    )
    wanted |= {f"board-short-{each.replace('_', '-')}" for each in shown}
    assert sorted(wanted - set(keys("vi"))) == []


def test_an_unknown_sentence_is_a_mistake_of_ours() -> None:
    with pytest.raises(LookupError):
        say("vi", "no-such-sentence")
