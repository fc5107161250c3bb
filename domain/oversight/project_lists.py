"""A list of investment projects as offices keep it, cell by cell: what it says, and what is wrong in which cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.oversight.projects import Project, plain
from domain.sheets import Fault

#: heading without marks → the field; the longest that a heading begins with counts
_HEADINGS = {
    **dict.fromkeys(("ma du an", "so du an", "ma so du an", "project code", "code"), "code"),
    **dict.fromkeys(("ten du an", "du an", "project name", "project"), "name"),
    **dict.fromkeys(("chu dau tu", "nha dau tu", "ten nha dau tu", "ten chu dau tu", "investor"), "investor"),
    **dict.fromkeys(("ma so thue", "mst", "tax code"), "tax_code"),
    **dict.fromkeys(("dia diem", "dia ban", "noi thuc hien", "place", "location"), "place"),
    **dict.fromkeys(("tong von", "von dau tu", "tong muc dau tu", "von dang ky", "von", "capital"), "capital"),
    **dict.fromkeys(("lao dong", "so lao dong", "viec lam", "so viec lam", "jobs"), "jobs"),
    **dict.fromkeys(("trang thai", "tinh trang", "tien do", "hien trang", "state", "status"), "state"),
}
#: millions of đồng in one of the unit that stands in the heading of the capital
_UNITS = (("ty dong", 1_000.0), ("ty", 1_000.0), ("trieu dong", 1.0), ("trieu", 1.0), ("dong", 1e-6), ("vnd", 1e-6))
_TOTALS = ("tong cong", "tong so", "cong", "tong", "tc", "total")
_LEAST_HEADINGS = 2
_NUMBER = re.compile(r"\d{1,3}(?:[. ]\d{3})*(?:,\d+)?|\d+(?:[.,]\d+)?")

Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class Found:
    """What the sheets say; with any fault nothing of it is taken over."""

    projects: tuple[Project, ...]
    faults: tuple[Fault, ...]


def read(sheets: Mapping[str, Sequence[Row]]) -> Found:
    """Every sheet that has a header; the totals below a list and the numbers of its columns are no projects."""
    projects: list[Project] = []
    faults: list[Fault] = []
    for name, rows in sheets.items():
        top, columns = _header(rows)
        if not columns:
            continue
        factor = _factor(str(rows[top][columns["capital"]])) if "capital" in columns else 1.0
        if factor is None:
            faults.append(Fault(name, _cell(top, columns["capital"]), "say in the heading: tỷ or triệu đồng"))
        for number, row in _rows(rows, top, columns):
            found = _project(name, number, row, columns, factor or 1.0)
            faults += found if isinstance(found, list) else []
            projects += [found] if isinstance(found, Project) else []
    if not projects and not faults:
        faults.append(Fault(next(iter(sheets), "?"), "A1", "no header with the name of a project and another heading"))
    return Found(tuple(projects), (*faults, *_doubles(projects)))


def _header(rows: Sequence[Row]) -> tuple[int, dict[str, int]]:
    """The first row with a heading for the name and one more; ({}) for none."""
    for number, row in enumerate(rows[:30]):
        columns: dict[str, int] = {}
        for place, value in enumerate(row):
            if field := _field(plain(str(value or ""))):
                columns.setdefault(field, place)
        if "name" in columns and len(columns) >= _LEAST_HEADINGS:
            return number, columns
    return 0, {}


def _field(heading: str) -> str:
    known = (each for each in _HEADINGS if re.match(rf"{each}\b", heading))
    best = max(known, key=len, default="")
    return _HEADINGS.get(best, "")


def _factor(heading: str) -> float | None:
    said = plain(heading)
    return next((factor for unit, factor in _UNITS if re.search(rf"\b{unit}\b", said)), None)


def _rows(rows: Sequence[Row], top: int, columns: Mapping[str, int]) -> Iterator[tuple[int, Row]]:
    for number, row in enumerate(rows[top + 1 :], top + 1):
        told = [str(value).strip() for value in row if value is not None and str(value).strip()]
        if any(plain(each).rstrip(":") in _TOTALS for each in told[:2]):
            return  # what stands below is no list any more
        is_group = len(told) == 1 and not _text(row, columns, "name")
        if told and not is_group and not all(re.fullmatch(r"\(?\d{1,2}\)?", each) for each in told):
            yield number, row


def _project(sheet: str, number: int, row: Row, columns: Mapping[str, int], factor: float) -> Project | list[Fault]:
    """The project of a row, or what is wrong with it."""
    faults = []
    name = _text(row, columns, "name")
    if not name:
        faults.append(Fault(sheet, _cell(number, columns["name"]), "a project without a name"))
    numbers: dict[str, int] = {}
    for field, times in (("capital", factor), ("jobs", 1.0)):
        value = _amount(row, columns, field)
        if value is None:
            said = _text(row, columns, field)
            faults.append(Fault(sheet, _cell(number, columns[field]), f"“{said}” is no number"))
        else:
            numbers[field] = round(value * times)
    if faults:
        return faults
    texts = {field: _text(row, columns, field) for field in ("code", "investor", "tax_code", "place", "state")}
    return Project(**{**texts, "name": name, **numbers})  # type: ignore[arg-type]


def _text(row: Row, columns: Mapping[str, int], field: str) -> str:
    place = columns.get(field, -1)
    value = row[place] if 0 <= place < len(row) else None
    if isinstance(value, float) and value.is_integer():  # a code that a table program took for a number
        value = int(value)
    said = " ".join(str(value).split()) if value is not None else ""
    return "" if said in {"-", "–", "…"} else said


def _amount(row: Row, columns: Mapping[str, int], field: str) -> float | None:
    """0 where nothing is told; None for what is no number. A dot stands between thousands, a comma before decimals."""
    place = columns.get(field, -1)
    value = row[place] if 0 <= place < len(row) else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value) if value >= 0 else None
    said = _text(row, columns, field)
    if not said:
        return 0.0
    if not _NUMBER.fullmatch(said):
        return None
    return float(said.replace(" ", "").replace(".", "").replace(",", "."))


def _doubles(projects: Sequence[Project]) -> list[Fault]:
    seen: set[str] = set()
    doubles = []
    for each in projects:
        key = each.code or f"{plain(each.name)}|{plain(each.investor)}"
        if key in seen:
            doubles.append(Fault("list", key, "stands there twice"))
        seen.add(key)
    return doubles


def _cell(row: int, column: int) -> str:
    letters = ""
    at = column + 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"
