"""Words of court, arbitration and suing, in three languages, and what only looks like them."""

from __future__ import annotations

import re
import unicodedata

from domain.language import MARK, fold

_HALL = "t(?:òa|oà)"
#: as they are written with their marks: "trọng tải" is a lorry's load, "tòa nhà" a building, "điều kiện" a condition
_MARKED = re.compile(
    r"\b(?:khởi kiện|đơn kiện|vụ kiện|bị kiện|kiện tụng|thưa kiện|khiếu kiện|tố tụng|trọng tài|thi hành án"
    rf"|kiện (?:ra|lên) {_HALL}|(?:đưa|ra) {_HALL}(?! nhà)|{_HALL} (?:án|hành chính|kinh tế|dân sự))\b"
)
#: typed without marks, where “trong tai” may be anything
_BARE = re.compile(
    r"\b(?:khoi kien|don kien|kien tung|khieu kien|to tung|thi hanh an|toa an|kien (?:ra|len) toa"
    r"|(?:dua|ra) toa(?! nha)|trong tai (?:thuong mai|kinh te|quoc te|viac))\b"
)
_ENGLISH = re.compile(
    r"\b(?:lawsuits?|litigat\w+|arbitrat\w+|sue|sues|suing|legal action|tribunals?"
    r"|(?:go|going|went|take|taking|took)(?: \w+){0,3} to court|in court|court (?:case|order|proceedings|of))\b"
)
_CHINESE = re.compile("起诉|诉讼|法院|仲裁|打官司|告上法庭|提告")
#: a referee's, a playing field's
_SPORTS = re.compile(r"trọng tài (?:bóng|thể thao|trận)|tennis court|squash court")


def names_court(text: str) -> bool:
    """True where a text speaks of going to court or to arbitration, also where it says that nobody wants to."""
    plain = " ".join(_SPORTS.sub(" ", unicodedata.normalize("NFC", text).lower()).split())
    vietnamese = _MARKED if MARK.search(plain) else _BARE
    searched = plain if MARK.search(plain) else fold(plain)
    return any(pattern.search(said) for pattern, said in ((vietnamese, searched), (_ENGLISH, plain), (_CHINESE, plain)))
