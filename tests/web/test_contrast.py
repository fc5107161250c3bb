"""The colours of the pages, light and dark: text, edges of what can be pressed or filled in, and the focus."""

from __future__ import annotations

import re

import pytest

from web.html import STATIC

CSS = (STATIC / "page.css").read_text("utf-8")
GROUNDS = ("paper", "ground", "brand-soft")
#: https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum and non-text-contrast
TEXT, EDGE = 4.5, 3.0


def tokens(dark: bool, css: str = CSS) -> dict[str, str]:  # noqa: FBT001
    """Each colour by its name; the dark ones stand in for the light ones of the same name."""
    light, _, rest = css.partition("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([a-z\d-]+): (#[0-9a-f]{3,6});", light))
    return found | dict(re.findall(r"--([a-z\d-]+): (#[0-9a-f]{3,6});", rest.partition("\n}")[0])) if dark else found


def luminance(colour: str) -> float:
    """How light a colour is, from 0 to 1 (WCAG's relative luminance)."""
    digits = colour[1:] if len(colour) > 4 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Between 1 and 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_text_edges_and_focus_stand_out(dark: bool) -> None:  # noqa: FBT001
    colour = tokens(dark)
    wanted = [(ink, ground, TEXT) for ink in ("ink", "soft", "sign", "link") for ground in (*GROUNDS, "own")]
    wanted += [("brand-ink", "brand", TEXT), ("warm", "paper", TEXT), ("warm", "ground", TEXT)]
    wanted += [(edge, ground, EDGE) for edge in ("edge", "sign") for ground in GROUNDS]  # sign: the focus
    found = [(f"{one} on {other}", contrast(colour[one], colour[other]), least) for one, other, least in wanted]
    assert [f"{pair}: {ratio:.2f}" for pair, ratio, least in found if ratio < least] == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_what_the_board_says_in_colour_stands_out(dark: bool) -> None:  # noqa: FBT001
    colour = tokens(dark) | tokens(dark, (STATIC / "board.css").read_text("utf-8"))
    wanted = [(ink, ground, TEXT) for ink in ("late", "watch") for ground in ("paper", "ground", f"{ink}-soft")]
    wanted += [("ink", f"heat-{level}", TEXT) for level in (1, 2, 3)]
    wanted += [("heat-light", f"heat-{level}", TEXT) for level in (4, 5)]
    wanted += [(f"series-{number}", "paper", EDGE) for number in range(3)]
    found = [(f"{one} on {other}", contrast(colour[one], colour[other]), least) for one, other, least in wanted]
    assert [f"{pair}: {ratio:.2f}" for pair, ratio, least in found if ratio < least] == []
