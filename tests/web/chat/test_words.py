"""The page speaks three languages, and none of them lacks a sentence."""

from __future__ import annotations

import re
from functools import cache

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

from domain.language import LANGUAGES
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
    **dict.fromkeys(("basis", "command"), "7"),
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
    return {first or second for each in found for first, second in each}


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


def test_an_unknown_sentence_is_a_mistake_of_ours() -> None:
    with pytest.raises(LookupError):
        say("vi", "no-such-sentence")
