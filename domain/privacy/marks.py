"""The tone and the marks of a syllable, by which what was typed with fewer of them is the same word."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


def fits(written: str, meant: str) -> bool:
    """True when a word has the marks of another, or fewer."""
    (tone, shapes), (full_tone, full_shapes) = marks(written), marks(meant)
    return tone in {"", full_tone} and all(
        shape in {"", full} for shape, full in zip(shapes, full_shapes, strict=False)
    )


_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


@lru_cache(maxsize=4096)
def marks(word: str) -> tuple[str, tuple[str, ...]]:
    """The tone of a syllable, wherever it is put (hoà, hòa), and the mark of each letter."""
    tone, shapes = "", list[str]()
    for letter in unicodedata.normalize("NFD", word.lower()):
        if letter in _TONES:
            tone = letter
        elif unicodedata.combining(letter):
            shapes[-1:] = [letter]
        else:
            shapes.append("đ" if letter == "đ" else "")
    return tone, tuple(shapes)
