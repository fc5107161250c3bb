"""Finding known phrases and place names in a text, as written or without diacritics."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from domain.language import MARK, fold

TOKEN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+|[^\W_\u3400-\u4dbf\u4e00-\u9fff]+")
FIRST_HAN = "\u3400"


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a text: whose it is, as the catalogue writes it, its words (or Chinese characters)."""

    owner: str
    phrase: str
    size: int


def _units(text: str) -> Iterator[tuple[list[str], str]]:
    """Runs of words (joined by a space) and of Chinese characters (joined by nothing)."""
    words: list[str] = []
    for token in TOKEN.findall(text):
        if token < FIRST_HAN:
            words.append(token)
        else:
            yield list(token), ""
    yield words, " "


class _Known:
    """Phrases by their text, and how long the phrases are that begin with a word."""

    def __init__(self) -> None:
        self.hits: dict[str, list[Hit]] = {}
        self.longest: dict[str, int] = {}

    def add(self, first: str, text: str, hit: Hit) -> None:
        self.hits.setdefault(text, []).append(hit)
        self.longest[first] = max(self.longest.get(first, 0), hit.size)

    def within(self, text: str) -> Iterator[Hit]:
        for units, joint in _units(text):
            for at, first in enumerate(units):
                for size in range(min(self.longest.get(first, 0), len(units) - at), 0, -1):
                    yield from self.hits.get(joint.join(units[at : at + size]), ())


class Phrases:
    """Phrases with their owners, looked up as written in texts with diacritics and folded in texts without."""

    def __init__(self, owned: Iterable[tuple[str, str]]) -> None:
        self._written, self._folded = _Known(), _Known()
        for owner, phrase in owned:
            units, joint = max(_units(phrase.lower()), key=lambda each: len(each[0]))
            if units:
                hit = Hit(owner, phrase, len(units))
                self._written.add(units[0], joint.join(units), hit)
                self._folded.add(fold(units[0]), fold(joint.join(units)), hit)

    def find(self, text: str) -> list[Hit]:
        """The phrases in a text, in their order there, each once."""
        plain = unicodedata.normalize("NFC", text).lower()
        written = bool(MARK.search(plain))
        return list(dict.fromkeys(self._written.within(plain) if written else self._folded.within(fold(plain))))


class Rank(StrEnum):
    """How a place is named: as a commune, as a district of before 01/07/2025, or without saying which."""

    COMMUNE = "commune"
    DISTRICT = "district"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Place:
    """A place name in a text; key is the commune of that name."""

    key: str
    rank: Rank


BEFORE = {
    **dict.fromkeys(("xã", "xa", "phường", "phuong", "thị trấn", "thi tran", "tt"), Rank.COMMUNE),
    **dict.fromkeys(("huyện", "huyen", "quận", "thành phố", "thanh pho", "tp", "h"), Rank.DISTRICT),
}
AFTER = {
    "commune": Rank.COMMUNE,
    "ward": Rank.COMMUNE,
    "district": Rank.DISTRICT,
    "乡": Rank.COMMUNE,
    "县": Rank.DISTRICT,
}


class Places:
    """The communes by name; a name without its rank counts only where it is written with a capital letter."""

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        pairs = [(name, key) for key, name in named]
        self._written = {name.lower(): key for name, key in pairs}
        self._folded = {fold(name): key for name, key in pairs}
        self._pattern = {True: _place_pattern(self._written), False: _place_pattern(self._folded)}

    def find(self, text: str) -> list[Place]:
        """The places in a text, in their order there, each once."""
        plain = unicodedata.normalize("NFC", text)
        lower = plain.lower()
        written = bool(MARK.search(lower))
        names = self._written if written else self._folded
        found = []
        for hit in self._pattern[written].finditer(lower if written else fold(lower)):
            rank = BEFORE.get(hit["before"] or "") or AFTER.get(hit["after"] or "") or Rank.BARE
            if rank is not Rank.BARE or plain[hit.start("name")].isupper():
                found.append(Place(names[hit["name"]], rank))
        return list(dict.fromkeys(found))


def _place_pattern(names: Iterable[str]) -> re.Pattern[str]:
    either = "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or r"(?!)"
    before = "|".join(map(re.escape, sorted(BEFORE, key=len, reverse=True)))
    after = "|".join(AFTER)
    return re.compile(rf"(?:\b(?P<before>{before})\.?\s+)?\b(?P<name>{either})\b(?:\s*(?P<after>{after}))?")
