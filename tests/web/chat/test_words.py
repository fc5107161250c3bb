"""The page speaks three languages, and none of them lacks a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

from domain.case.case import Tier
from domain.language import LANGUAGES
from domain.province import edits
from domain.statistics.comparing import Standing
from domain.statistics.periods import Span
from storage.listing import Order
from web.board.asking import NAMES, STATUSES
from web.board.catalogue import answers, fields, lists, places
from web.board.figures import departments, trends
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
    **dict.fromkeys(("basis", "command", "year", "who", "value", "folder", "counted", "moved"), "7"),
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


def test_the_catalogues_forms_have_a_word_for_everything() -> None:
    """What is wrong with a field goes by a reason that stands in the rules."""
    rules = Path(edits.__file__).read_text("utf-8") + Path(answers.__file__).read_text("utf-8")
    reasons = set(re.findall(r'wrong(?:\[[^]]+\] =|=\{"[a-z]+":|, \{\} if is_removed|:) "([a-z-]+)"', rules))
    reasons |= set(re.findall(r'wrong\[[^]]+\] = "[a-z-]+" if \w+(?:\["\w+"\])? else "([a-z-]+)"', rules))
    assert {"missing", "key-taken", "day-taken", "title-taken", "year", "department"} <= reasons
    names = {name for each in (*fields.FIELDS.values(), *fields.NEW.values()) for name in each}
    wanted = {f"edit-wrong-{each}" for each in reasons} | {f"edit-field-{name.replace('_', '-')}" for name in names}
    wanted |= {f"edit-hint-{name.replace('_', '-')}" for name in fields.HINTS}
    wanted |= {f"edit-{each}" for each in places.PAGES}
    wanted |= {f"edit-done-{each}" for each in places.DONE} | {f"edit-new-{each}" for each in lists.NEW}
    assert sorted(wanted - set(keys("vi"))) == []


def test_an_unknown_sentence_is_a_mistake_of_ours() -> None:
    with pytest.raises(LookupError):
        say("vi", "no-such-sentence")
