"""What in any text leads to a person or a business, whoever they are, and the names the bot was given.

Every repetition has a limit, so that no text, however long or strange, keeps a pattern busy. What officers need stays:
numbers of laws, dates, money, codes of cases and of goods, roads and kilometres.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from domain.language import HAN
from domain.privacy.addresses import addresses
from domain.privacy.aliases import named
from domain.privacy.announced import announced
from domain.privacy.codes import return_codes
from domain.privacy.introductions import introduced
from domain.privacy.numbers import numbers
from domain.privacy.shadow import MASK, Shadow, Span, shadow
from domain.privacy.spoken import spoken

__all__ = ["MASK", "blotted", "names_introduced", "unnamed"]

_PASSPORT = re.compile(r"[A-Z](?<![A-Za-z\d/._-].)[A-Z]?\d{7,8}(?![\da-zA-Z/])")
#: a container leads to its declaration at the customs, and that to whoever made it
_CONTAINER = re.compile(r"[a-z](?<![a-z].)[a-z]{2}[ujz][ -]?\d{3}[ .-]?\d{3}[ ./-]{0,2}\d(?!\d)")
_HAN_PLATE = re.compile(
    r"[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云渝藏陕甘青宁新] ?[a-z] ?[.-]? ?"
    r"(?=[a-z\d .-]{0,6}\d)(?:[a-z\d][ .-]?){3,5}[a-z\d](?: ?[挂学警港澳超临])?(?![a-z\d])"
    r"|(?<![a-z\d])[a-z]?\d{3,5} ?挂"
)
_HAN_TRAILER = re.compile(r"[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云渝藏陕甘青宁新] ?[a-z] ?[.-]? ?\d{3} ?挂")
_HAN_PLATES = (_HAN_TRAILER, _HAN_PLATE)
_FIGURE = re.compile(r"\d")
#: what is glued to a mark reads otherwise once the mark is set
_GLUED = re.compile(r"\w▒▒▒|▒▒▒[\w▒]")
_MOST_ROUNDS = 4


def blotted(text: str, names: tuple[str, ...] = ()) -> str:
    """The text (NFC) with everything that leads to a person or a business, and the names, replaced by a mark."""
    for _ in range(_MOST_ROUNDS):
        read = shadow(text)
        spans = [*_anybodys(read), *named(read, names)]
        if not spans:
            break
        text = read.covered(spans)
        if not _GLUED.search(text):
            break
    return text


def unnamed(text: str, names: tuple[str, ...]) -> str:
    """The text with the names alone blotted out, each in every form of its own."""
    read = shadow(unicodedata.normalize("NFC", text))
    spans = list(named(read, names))
    return read.covered(spans) if spans else read.text


def names_introduced(text: str) -> tuple[str, ...]:
    """The names by which people and firms introduce themselves in a text; one word alone is too common to look for."""
    read = shadow(unicodedata.normalize("NFC", text))
    found = (read.plain[start:end].strip() for start, end in introduced(read))
    return tuple(dict.fromkeys(name for name in found if " " in name or HAN.match(name)))


def _anybodys(read: Shadow) -> Iterator[Span]:
    """Every part that leads to somebody, whoever it is."""
    yield from addresses(read)
    yield from introduced(read)
    yield from announced(read)
    yield from spoken(read)
    if _FIGURE.search(read.folded):
        yield from numbers(read)
        yield from return_codes(read)
        yield from (found.span() for found in _PASSPORT.finditer(read.plain))
        yield from (found.span() for found in _CONTAINER.finditer(read.folded))
        if not read.folded.isascii():
            yield from (found.span() for pattern in _HAN_PLATES for found in pattern.finditer(read.folded))
