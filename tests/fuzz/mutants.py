"""What strange inputs are made of: usual ones, spoilt at random. The same seed gives the same inputs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import lru_cache
from random import Random
from typing import Any
from urllib.parse import quote, quote_from_bytes

from domain import buttons
from handlers.commands import WORDS
from tests.leak import planted

#: what has broken programs before, ours or others'
NASTY = (
    *("", " ", "\0", "\x1b[2J", "\r\n\r\n", "\u202e", "\ufeff", "\ud83d", "\U0010ffff", "ạ̣̣̣̣̣̣", "﷽" * 40, "İ", "ß", "ﬁ"),
    *(
        "'",
        '"',
        "';--",
        "' or '1'='1",
        "<script>alert(1)</script>",
        "{{7*7}}",
        "${x}",
        "%s%n",
        "{0}",
        "{ $code }",
        "\\",
    ),
    *("../../etc/passwd", "..\\..\\x", "C:\\con", "/dev/null", "file:///etc/passwd", "http://[::1", "//]", "data:,x"),
    *("0", "-1", "00", "1e309", "NaN", "9" * 16, "9" * 400, "٣", "１２３", "0x10", "1_000", "true", "null", "[]", "{}"),
    *("a" * 4097, "đ" * 2000, "/" * 300, "\n" * 500, "#LS26-" * 50, "[" * 5000, "👨‍👩‍👧‍👦" * 30, "=?utf-8?b?", "+OM-"),
)
USUAL = (
    *("Hồ sơ cấp giấy phép xây dựng nộp 2 tháng chưa có kết quả", "đồng ý", "không", "1", "Chưa ạ", "not yet", "谢谢"),
    *("Công ty Lan Anh, 4900001236", "#LS26-00001", "#LS26-00002 đã cấp", "VD26-001", "0912 345 678", "a@b.vn"),
    *("tố cáo ông A nhận hối lộ", "Yêu cầu về dữ liệu cá nhân", "gửi ẩn danh", "AB7K-9QXM-PDR4-HJ2T", "so-xay-dung 3"),
    *("thue-tinh", "bat", "2026-11", "vì lý do chính đáng của cơ quan", "\n".join(["dòng"] * 30)),
)
PARTS = {"case": "1", "firm": "1", "department": "thue-tinh", "days": "3", "stars": "5", "digest": "0" * 8}
PARTS |= {"held": "answer", "message": "7", "verdict": "yes", "proposal": "2", "tier": "hidden", "kind": "complaint"}


def word(random: Random) -> str:
    """A few usual and unusual words."""
    source: Sequence[str] = random.choice((USUAL, USUAL, NASTY, _commands(), _commands(), _taps()))
    found = random.choice(source)
    while random.random() < 0.4:
        found += random.choice((" ", "", "\n", ":")) + random.choice(random.choice((USUAL, NASTY)))
    return spoilt(random, found) if random.random() < 0.2 else found


@lru_cache
def _commands() -> tuple[str, ...]:
    return tuple(f"/{each} #LS26-0000{number}" for number, each in enumerate(sorted(WORDS) * 2, 1))


@lru_cache
def _taps() -> tuple[str, ...]:
    """What buttons send, of this case and others."""
    found = []
    for line in buttons._FORMS.split():
        for name in buttons._PART.findall(line):
            line = line.replace(f"«{name}»", PARTS.get(name, "2"))  # noqa: PLW2901  one part after the other
        found += [line, line.replace(":1", ":3"), line.replace(":1", ":" + "9" * 18)]
    return tuple(found)


def tap(random: Random) -> str:
    """What a button sends, or what none does."""
    return random.choice(_taps()) if random.random() < 0.9 else word(random)[:64]


def spoilt(random: Random, text: str) -> str:
    """The text with letters lost, doubled, moved or strange."""
    letters = list(text[:3000])
    for _ in range(random.randint(1, 4)):
        at = random.randint(0, len(letters))
        change = random.randint(0, 3)
        if change == 0:
            letters[at : at + random.randint(1, 9)] = []
        elif change == 1:
            letters[at:at] = letters[: random.randint(0, 60)]
        else:
            letters[at:at] = random.choice(NASTY)[:200]
    return "".join(letters)


def spoilt_bytes(random: Random, content: bytes, most: int = 12) -> bytes:
    """The bytes with some changed, lost, doubled, or the end cut off."""
    changed = bytearray(content)
    for _ in range(random.randint(1, most)):
        at = random.randrange(len(changed) + 1)
        change = random.randint(0, 5)
        if change == 0:
            del changed[at : at + random.choice((1, 4, 100))]
        elif change == 1:
            changed[at:at] = changed[: random.choice((1, 8, 300))]
        elif change == 2 and random.random() < 0.2:
            del changed[at:]
        elif at < len(changed):
            changed[at] = random.choice((0, 255, 128, random.randrange(256)))
    return bytes(changed)


def escaped(random: Random, text: str) -> str:
    """As an address would hold it, sometimes by bytes that are no text."""
    if random.random() < 0.1:
        return quote_from_bytes(random.randbytes(random.randint(1, 9)))
    return quote(text.encode("utf-8", "surrogatepass"), safe=random.choice(("", "/:")))


def tree(random: Random, value: Any, chance: float = 0.05) -> Any:
    """JSON with some of its values changed, lost, or of another kind."""
    if random.random() < chance:
        return random.choice((None, True, -1, 2**70, 1.5, [], {}, "", word(random), [word(random)], {word(random): 1}))
    if isinstance(value, dict):
        kept = {name: tree(random, each, chance) for name, each in value.items() if random.random() > chance / 2}
        return kept | ({word(random): word(random)} if random.random() < chance else {})
    if isinstance(value, list):
        return [tree(random, each, chance) for each in value]
    if isinstance(value, str) and random.random() < 0.3:
        return word(random)
    return value


def written(value: Any) -> bytes:
    """JSON as bytes, also of halves of characters."""
    return json.dumps(value).encode()


@lru_cache
def files() -> tuple[bytes, ...]:
    """A small file of each kind that can be made anew."""
    made: list[Callable[[], bytes]] = [planted.jpeg, planted.png, planted.pdf, planted.docx, planted.xlsx]
    return tuple(each() for each in made)
