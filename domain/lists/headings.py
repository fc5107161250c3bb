"""Where a list begins and what its columns are headed: titles above, headings over two or three rows, merged ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.lists.cells import Sheet, column_name, plain

#: field → what its headings begin with, without marks; the longest that fits counts
_SYNONYMS = {
    "number": (
        "ma kn|ma kien nghi|ma vu viec|ma phan anh|so don|ma so|so kien nghi|stt|tt|so tt|so thu tu|ma|ms|no|code"
        "|number"
    ),
    "business": (
        "ten doanh nghiep|ten dn|doanh nghiep|doi tuong kien nghi|chu don|ho ten|ho va ten|don vi kien nghi"
        "|nguoi kien nghi|nguoi gui|ten to chuc|ten don vi kien nghi|ten cong ty|cong ty|company|complainant"
    ),
    "tax_code": "ma so thue|mst|ma so doanh nghiep|tax code",
    "text": (
        "noi dung kien nghi|noi dung don|noi dung phan anh|noi dung vuong mac|noi dung kho khan|noi dung cau hoi"
        "|noi dung|doanh nghiep hoi|cau hoi|kho khan vuong mac|vuong mac|van de|summary|content|description|complaint"
    ),
    "proposal": "kien nghi|kien nghi de xuat|de xuat kien nghi|de xuat|kien nghi cua doanh nghiep|noi dung de xuat",
    "department": (
        "don vi tra loi|don vi thuc hien|don vi dau moi|don vi chu tri|don vi xu ly|don vi giai quyet|don vi|co quan"
        "|co quan chu tri|co quan xu ly|co quan giai quyet|co quan tra loi|tham quyen xu ly|tham quyen giai quyet"
        "|cac phong ban chuyen mon|so nganh|unit responsible|department"
    ),
    "topic": "linh vuc|chu de|nhom van de|field|topic",
    "kind": "loai kien nghi|loai don|phan loai|loai|kind|type",
    "received": (
        "ngay tiep nhan|ngay nhan|ngay hoi|ngay gui|ngay kien nghi|ngay bao cao|ngay den|ngay phat sinh|thoi diem"
        "|thoi gian tiep nhan|tuan phat sinh|date received|received"
    ),
    "deadline": "thoi han|han xu ly|han tra loi|han giai quyet|han hoan thanh|due date|deadline",
    "answered": (
        "ngay tra loi|ngay hoan thanh|ngay giai quyet|ngay ket thuc|ngay xu ly|ngay van ban tra loi|date resolved"
        "|closed"
    ),
    "state": (
        "trang thai|hien trang|ket qua giai quyet|ket qua xu ly|ket qua|tinh hinh thuc hien|tinh trang|danh gia"
        "|tien do|status|state"
    ),
    "answer": (
        "noi dung tra loi|van ban tra loi|tra loi|y kien tra loi|noi dung giai quyet|noi dung giai trinh|xu ly cuoi"
        "|ket qua xu ly|ket qua giai quyet|corrective plan|answer"
    ),
}
_PHRASES = {name: frozenset(words.split("|")) for name, words in _SYNONYMS.items()}
FIELDS = tuple(_SYNONYMS)
#: rows looked through for a heading, rows a heading may have, its longest cell, and headings it has at least
_DEPTH, _TALLEST, _LONGEST, _LEAST = 60, 3, 200, 2
_NUMBERS = re.compile(r"\(?(?:ms|[a-z]|\d{1,2}(?:\s*=[\s\d+\-*/=()x:%]+)?)\)?")


@dataclass(frozen=True, slots=True)
class Heading:
    """The headings of a list: its first and last row (from 0), and what each column is called.

    A column under a heading that spans several is called by both: "Người gửi / Họ tên".
    """

    first: int
    last: int
    names: tuple[str, ...]

    def column(self, name: str) -> int:
        """The column called so, or "column C"; -1 for none."""
        wanted = plain(name)
        for place, heading in enumerate(self.names):
            if wanted in {plain(heading), f"column {column_name(place).lower()}"}:
                return place
        return -1

    def called(self, column: int) -> str:
        """What a mapping calls the column: its heading, or its letters where it has none of its own."""
        name = self.names[column] if column < len(self.names) else ""
        return name if name and self.column(name) == column else f"column {column_name(column)}"

    def is_repeated(self, sheet: Sheet, row: int) -> bool:
        """True where the headings stand again, for a further table of the same sheet."""
        filled = sheet.filled(row)
        same = [place for place in filled if sheet.text(row, place) == sheet.text(self.first, place)]
        return len(same) >= _LEAST and len(same) == len(filled)


def fields_of(heading: str) -> list[tuple[int, str]]:
    """The fields a heading may stand for, each with how many letters of it say so, the best first."""
    words = plain(heading)
    found = []
    for name, phrases in _PHRASES.items():
        fits = [len(each) for each in phrases if words == each or words.startswith(f"{each} ")]
        if fits:
            found.append((max(fits), name))
    return sorted(found, reverse=True)


def find(sheet: Sheet) -> Heading | None:
    """The heading of the first list on the sheet; None where no row has two headings that are known."""
    best, most = -1, 0
    for row in range(min(_DEPTH, len(sheet.rows))):
        known = _known(sheet, row)
        if known > most:
            best, most = row, known
    if most < _LEAST:
        return None
    last = best
    while last + 1 < len(sheet.rows) and last - best + 1 < _TALLEST and _is_below(sheet, best, last + 1):
        last += 1
    width = max(len(sheet.rows[row]) for row in range(best, last + 1))
    return Heading(best, last, tuple(_name(sheet, best, last, column) for column in range(width)))


def _known(sheet: Sheet, row: int) -> int:
    texts = [text for place in sheet.filled(row) if len(text := sheet.text(row, place)) <= _LONGEST]
    return len({found[0][1] for text in texts if (found := fields_of(text))})


def _is_below(sheet: Sheet, first: int, row: int) -> bool:
    """True where a row goes on with the headings above: short words, none under a heading that stands alone."""
    filled = sheet.filled(row)
    if len(filled) < _LEAST or is_numbering(sheet, row):
        return False
    for place in filled:
        value = sheet.rows[row][place]
        same_as_above = value == sheet.at(first, place)  # merged downwards
        if not isinstance(value, str) or len(value) > _LONGEST:
            return False
        if not same_as_above and sheet.text(first, place) and not _spans(sheet, first, row, place):
            return False
    return any(sheet.text(row, place) != sheet.text(first, place) for place in filled)


def _spans(sheet: Sheet, first: int, row: int, column: int) -> bool:
    """True where a heading goes on to the next column, which has none of its own, but one below it."""
    return not sheet.text(first, column + 1) and bool(sheet.text(row, column + 1))


def is_numbering(sheet: Sheet, row: int) -> bool:
    """True for a row that numbers the columns: "(1) (2) (3)", also with their sums: "Ms 1=2+3 2 3"."""
    filled = sheet.filled(row)
    return len(filled) >= _LEAST and all(_NUMBERS.fullmatch(sheet.text(row, place).lower()) for place in filled)


def _name(sheet: Sheet, first: int, last: int, column: int) -> str:
    parts: list[str] = []
    for row in range(first, last + 1):
        text = _over(sheet, row, last, column)
        if text and text not in parts:
            parts.append(" ".join(text.split()))
    return " / ".join(parts)


def _over(sheet: Sheet, row: int, last: int, column: int) -> str:
    """The heading of a column in a row, also where it begins further left and spans to here."""
    text = sheet.text(row, column)
    if text or row == last or not sheet.text(last, column):
        return text
    for place in range(column - 1, -1, -1):
        if found := sheet.text(row, place):
            # what stands alone over its own column, or merged downwards, spans nothing
            return found if sheet.text(last, place) and sheet.text(last, place) != found else ""
    return ""


def best_of(heading: str) -> Sequence[tuple[int, str]]:
    """The fields a column may stand for by the last part of its heading, else by the whole."""
    last = heading.rpartition(" / ")[2]
    return fields_of(last) or fields_of(heading.replace(" / ", " "))
