"""A list as a table: sheets, rows, cells and their names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from domain.language import fold

Value = str | int | float | datetime | date | None
#: how people write that there is nothing
_NOTHING = re.compile(r"[-–—.…_/\s]*")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_A_TO_Z = 26
_EMAIL_OR_PHONE = re.compile(r"\S@\S+\.\S|(?<!\d)(?:\+?84|0)\d(?:[ .-]?\d){7,9}(?!\d)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows from the first on, a cell merged downwards filled in each of them.

    `colours` are those of rows that have one (row → RRGGBB), `wide` the rows with a cell merged over several columns,
    `without_result` the cells (row, column) whose formula nobody has computed. Rows and columns count from 0.
    `epoch_1904` where its days count from 1904.
    """

    name: str
    rows: tuple[tuple[Value, ...], ...]
    colours: dict[int, str] = field(default_factory=dict)
    wide: frozenset[int] = frozenset()
    without_result: frozenset[tuple[int, int]] = frozenset()
    epoch_1904: bool = False
    _texts: tuple[tuple[str, ...], ...] = field(default=(), init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Every cell as text, once: whoever looks for headings and petitions asks for each many times."""
        object.__setattr__(self, "_texts", tuple(tuple(map(text_of, row)) for row in self.rows))

    def at(self, row: int, column: int) -> Value:
        """What stands in a cell; None outside."""
        cells = self.rows[row] if 0 <= row < len(self.rows) else ()
        return cells[column] if 0 <= column < len(cells) else None

    def text(self, row: int, column: int) -> str:
        """What stands in a cell, as text; "" for what people write in place of nothing."""
        texts = self._texts[row] if 0 <= row < len(self._texts) else ()
        return texts[column] if 0 <= column < len(texts) else ""

    def filled(self, row: int) -> list[int]:
        """The columns of a row in which something stands."""
        return [place for place, text in enumerate(self._texts[row]) if text]


def text_of(value: Value) -> str:
    """A cell's value as text, its lines kept."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():  # a number that a table program took for a measure
        value = int(value)
    said = "\n".join(line.strip() for line in _UNSEEN.sub("", str(value)).strip().splitlines())
    return "" if _NOTHING.fullmatch(said) else said


def plain(text: str) -> str:
    """A text as it is compared: without marks, in lower case, words with single spaces between."""
    return " ".join(re.findall(r"[^\W_]+", fold(text)))


def column_name(column: int) -> str:
    """The letters of a column (0 is A)."""
    letters, at = "", column + 1
    while at:
        at, rest = divmod(at - 1, _A_TO_Z)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_of(letters: str) -> int:
    """The number of a column (A is 0)."""
    number = 0
    for letter in letters.upper():
        number = number * _A_TO_Z + ord(letter) - ord("A") + 1
    return number - 1


def cell_name(row: int, column: int) -> str:
    """A cell's name (0, 0 is A1)."""
    return f"{column_name(column)}{row + 1}"


def is_personal(text: str) -> bool:
    """True for what holds a telephone number or an e-mail address."""
    return bool(_EMAIL_OR_PHONE.search(text))
