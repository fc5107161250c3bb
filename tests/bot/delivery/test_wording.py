"""A value and a language in, a sentence out."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.delivery.wording import Wording
from bot.province import read_catalogue
from bot.settings import ROOT
from domain.messages import Lines, Name, Words


@pytest.fixture(scope="module")
def wording() -> Wording:
    return Wording(read_catalogue(ROOT / "catalogue" / "lang-son")[0], ROOT / "locales")


@pytest.mark.parametrize(
    ("language", "moment"),
    [("vi", "09:00"), ("en", "09:00"), ("zh", "2026年11月25日")],
)
def test_an_instant_is_told_in_the_provinces_time(wording: Wording, language: str, moment: str) -> None:
    assert moment in wording.say(datetime(2026, 11, 25, 2, 0, tzinfo=UTC), language)


def test_every_kind_of_value_can_be_said(wording: Wording) -> None:
    lines = Lines(("a", 3, Words("state-filed"), Name("department", "thue-tinh")), " · ")
    assert wording.say(lines, "vi").startswith("a · 3 · ")
    assert wording.say(Name("short", "so-xay-dung"), "vi")
    assert "{" not in wording.say(lines, "zh")


def test_a_sentence_nobody_wrote_and_a_value_nobody_knows_are_errors(wording: Wording) -> None:
    with pytest.raises((KeyError, LookupError)):
        wording.say(Words("no-such-sentence"), "vi")
    with pytest.raises(TypeError):
        wording.say(1.5, "vi")  # type: ignore[arg-type]


def test_an_unknown_language_reads_vietnamese(wording: Wording) -> None:
    assert wording.say(Words("state-filed"), "fr") == wording.say(Words("state-filed"), "vi")


def test_what_a_business_types_is_never_read_as_a_sentence_of_ours(wording: Wording) -> None:
    said = wording.say(Words("card-text", {"text": "{ $code } { -x } 100% {"}), "vi")
    assert "{ $code } { -x } 100% {" in said
