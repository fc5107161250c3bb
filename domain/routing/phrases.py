"""Finding known phrases and place names in a text, as written or without diacritics."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from domain.language import MARK, SYLLABLE, fold

TOKEN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+|[^\W_\u3400-\u4dbf\u4e00-\u9fff]+")
#: Between these no phrase goes on.
PAUSE = re.compile(r"[,.;:!?…()\"“”]+(?=\s|$)|[\n。，；：！？、（）]+")
FIRST_HAN = "\u3400"

#: Words of two or more syllables that must not be cut: “mất điện thoại” is no power cut, “yêu cầu” has no bridge in it.
COMPOUNDS = """
yêu cầu|nhu cầu|toàn cầu|thu hồi|phản hồi|phục hồi|hồi âm|đền bù|điện thoại|điện tử|điện ảnh|bưu điện|đại diện
đường dẫn|đường truyền|sản xuất|đề xuất|đột xuất|khẩu trang|hộ khẩu|mật khẩu|quan hệ|quan trọng|quan tâm|tham quan
cơ quan|tư pháp|tư vấn|tư nhân|hợp tác xã|xã hội|bộ đội|thuốc lá|thuốc trừ sâu|thuốc nổ|thuốc thú y|đánh giá
thuốc bảo vệ thực vật|ngân hàng|khách hàng|cửa hàng|mặt bằng|công bằng
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a text: whose it is, as the catalogue writes it, its words (or Chinese characters)."""

    owner: str
    phrase: str
    size: int


@dataclass(frozen=True, slots=True)
class Span:
    """Where a hit stands: the run of words or of characters, its first, and the first after it."""

    hit: Hit
    run: int
    start: int
    end: int

    def is_cut_by(self, other: Span) -> bool:
        """True when this lies within the other, or begins or ends in the middle of a compound word."""
        if self.run != other.run or (self.start, self.end) == (other.start, other.end):
            return False
        if other.start <= self.start and self.end <= other.end:
            return True
        return not other.hit.owner and (other.start < self.start < other.end or other.start < self.end < other.end)


def _units(text: str) -> Iterator[tuple[list[str], str]]:
    """Runs of words (joined by a space) and of Chinese characters (joined by nothing)."""
    for part in PAUSE.split(text):
        words: list[str] = []
        for token in TOKEN.findall(part):
            if token < FIRST_HAN:
                words.append(token)
            else:
                yield list(token), ""
        yield words, " "


class _Known:
    """Phrases by their text, and how long the phrases are that begin with a word."""

    def __init__(self) -> None:
        self.hits: dict[str, tuple[Hit, ...]] = {}
        self.longest: dict[str, int] = {}

    def add(self, first: str, text: str, hit: Hit) -> None:
        self.hits[text] = (*self.hits.get(text, ()), hit)
        self.longest[first] = max(self.longest.get(first, 0), hit.size)

    def within(self, text: str) -> Iterator[Span]:
        for run, (units, joint) in enumerate(_units(text)):
            for at, first in enumerate(units):
                for size in range(min(self.longest.get(first, 0), len(units) - at), 0, -1):
                    for hit in self.hits.get(joint.join(units[at : at + size]), ()):
                        yield Span(hit, run, at, at + size)


class Phrases:
    """Phrases with their owners, looked up as written in texts with diacritics and folded in texts without.

    A single Vietnamese syllable is left out: it could be a part of any longer word, as “cầu” is of “yêu cầu”.
    """

    def __init__(self, owned: Iterable[tuple[str, str]]) -> None:
        self._written, self._folded = _Known(), _Known()
        compounds = (("", each) for line in COMPOUNDS.strip().splitlines() for each in line.split("|"))
        for owner, phrase in (*owned, *compounds):
            units, joint = max(_units(phrase.lower()), key=lambda each: len(each[0]))
            if units and not (joint and len(units) == 1 and SYLLABLE.fullmatch(fold(units[0]))):
                hit = Hit(owner, phrase, len(units))
                self._written.add(units[0], joint.join(units), hit)
                self._folded.add(fold(units[0]), fold(joint.join(units)), hit)

    def find(self, text: str) -> list[Hit]:
        """The phrases in a text, in their order there, each once; see `outermost` for those left out."""
        return outermost(self.spans(text))[0]

    def spans(self, text: str) -> list[Span]:
        """Every phrase in a text with its place, compound words too."""
        plain = unicodedata.normalize("NFC", text).lower()
        return list(self._written.within(plain) if MARK.search(plain) else self._folded.within(fold(plain)))


def outermost(*found: list[Span]) -> tuple[list[Hit], ...]:
    """Of each list the hits in their order, each once, that neither lie within a longer one of any list nor cut a word.

    “Hóa đơn” does not count in “hóa đơn tiền điện”, nor “mất điện” in “mất điện thoại”.
    """
    every = [each for spans in found for each in spans]
    return tuple(
        list(
            dict.fromkeys(one.hit for one in spans if one.hit.owner and not any(one.is_cut_by(each) for each in every))
        )
        for spans in found
    )


class Rank(StrEnum):
    """How a place is named: as a commune, as a district of before 01/07/2025, or without saying which."""

    COMMUNE = "commune"
    DISTRICT = "district"
    BARE = "bare"


#: How likely a place named in this way is the commune itself; the rest stays with “a commune, not known which”.
IS_THE_COMMUNE = {Rank.COMMUNE: 1.0, Rank.BARE: 0.9, Rank.DISTRICT: 0.0}
IS_THE_COMMUNE_OF_A_DISTRICT_NAME = 0.6


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


def likelihood(place: Place, *, is_district_name: bool) -> float:
    """How likely a text that names the place so means the commune."""
    if place.rank is Rank.BARE and is_district_name:
        return IS_THE_COMMUNE_OF_A_DISTRICT_NAME
    return IS_THE_COMMUNE[place.rank]


class Places:
    """The communes by name; a name without its rank counts only where it is written with a capital letter."""

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        pairs = [(name, key) for key, name in named]
        self._written = {name.lower(): key for name, key in pairs}
        self._folded = {fold(name): key for name, key in pairs}
        self._pattern = {True: _place_pattern(self._written), False: _place_pattern(self._folded)}

    def without(self, text: str) -> str:
        """The text without its places, folded."""
        return self._pattern[False].sub(" ", fold(unicodedata.normalize("NFC", text)))

    def find(self, text: str) -> list[Place]:
        """The places in a text, in their order there, each once."""
        plain = unicodedata.normalize("NFC", text)
        lower = plain.lower()
        written = bool(MARK.search(lower))
        names = self._written if written else self._folded
        found = []
        for hit in self._pattern[written].finditer(lower if written else fold(lower)):
            before = hit["before"] or _rank_in(hit["name"])
            rank = BEFORE.get(before) or AFTER.get(hit["after"] or "") or Rank.BARE
            if rank is not Rank.BARE or plain[hit.start("name")].isupper():
                found.append(Place(names[hit["name"]], rank))
        return list(dict.fromkeys(found))


def _rank_in(name: str) -> str:
    """The rank an old name is written with ("thị trấn Tên Cũ" among the aliases); "" for a bare one."""
    return next((rank for rank in BEFORE if name.startswith(f"{rank} ")), "")


def _place_pattern(names: Iterable[str]) -> re.Pattern[str]:
    either = "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or r"(?!)"
    before = "|".join(map(re.escape, sorted(BEFORE, key=len, reverse=True)))
    after = "|".join(AFTER)
    return re.compile(rf"(?:\b(?P<before>{before})\.?\s+)?\b(?P<name>{either})\b(?:\s*(?P<after>{after}))?")
