"""What the pinned holidays library says, as `domain/deadline/public_holidays.py` keeps it.

After its version was raised, `python -m tests.public_holidays` writes the table anew; the difference is what moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path

import holidays

from domain.deadline import public_holidays
from domain.deadline.public_holidays import FIRST_YEAR, LAST_YEAR, LETTERS, WORKED, Occasion

#: A part of the library's Vietnamese name → the occasion; the first that fits counts, any other day off is Tết.
NAMED = {
    "Dương lịch": Occasion.NEW_YEAR,
    "Hùng Vương": Occasion.HUNG_KINGS,
    "Chiến thắng": Occasion.REUNIFICATION,
    "Lao động": Occasion.LABOUR_DAY,
    "Quốc khánh": Occasion.NATIONAL_DAY,
    "Văn hóa": Occasion.CULTURE_DAY,
    "thay cho": Occasion.SWAPPED,
}
_LETTER = {occasion: letter for letter, occasion in LETTERS.items()}


def of_library(year: int) -> str:
    """A year's line: every day off with the letter of its occasion, every weekend day that is worked with its mark."""
    national = holidays.country_holidays("VN", years=range(year - 1, year + 2), language="vi")  # a swap crosses years
    return " ".join([str(year), *_days(year, national)])


def _days(year: int, national: holidays.HolidayBase) -> Iterator[str]:
    day = date(year, 1, 1)
    while day.year == year:
        if day in national.weekend_workdays:
            yield f"{WORKED}{day:%m%d}"
        if day in national:
            yield f"{_LETTER[_occasion(str(national[day]))]}{day:%m%d}"
        day += timedelta(1)


def _occasion(name: str) -> Occasion:
    return next((occasion for part, occasion in NAMED.items() if part in name), Occasion.TET)


def main() -> None:
    """Write the table anew."""
    path = Path(str(public_holidays.__file__))
    lines = "\n".join(of_library(year) for year in range(FIRST_YEAR, LAST_YEAR + 1))
    text = re.sub(r'(?<=_TABLE = """\n).*?(?=""")', f"{lines}\n", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r'(?<=LIBRARY = ")[^"]*', version("holidays"), text)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
