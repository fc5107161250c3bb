"""Signs in the bot's words are icons of our own on the page; people's own words stay as they are."""

from __future__ import annotations

import re

import pytest

from domain.language import LANGUAGES
from web.html import STATIC, alive, with_icons
from web.phrases import FOLDER
from web.signs import ICONS

#: what fonts have beside the emoji, and what no machine lacks
EVERYWHERE = set("→↳↓←★☎")
EMOJI = re.compile("[\u2190-\u21ff\u2300-\u27bf\u2900-\u2bff\U0001f000-\U0001faff]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sign_of_the_locales_has_an_icon(language: str) -> None:
    used = {sign for file in (FOLDER / language).glob("*.ftl") for sign in EMOJI.findall(file.read_text("utf-8"))}
    assert used - EVERYWHERE <= set(ICONS)


def test_every_icon_is_drawn() -> None:
    drawn = set(re.findall(r'<symbol id="([a-z]+)"', (STATIC / "icons.svg").read_text("utf-8")))
    assert set(ICONS.values()) <= drawn


def test_a_sign_becomes_an_icon_and_everything_else_is_escaped() -> None:
    shown = str(with_icons("⚠️ <b>Hạn</b> ✅"))
    assert shown.count("<svg") == 2
    assert "&lt;b&gt;Hạn&lt;/b&gt;" in shown
    assert "️" not in shown


def test_what_people_typed_keeps_its_signs() -> None:
    assert "✅" in alive("✅ xong")
    assert "<svg" in alive("✅ xong", is_ours=True)
