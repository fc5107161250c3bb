"""A list row by row, as its mapping says: petitions, and what is wrong in which cell. Nothing is assumed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from domain.lists.cells import Sheet, cell_name, is_personal, plain, text_of
from domain.lists.guessing import group_of
from domain.lists.headings import Heading, find, is_numbering
from domain.lists.mappings import NEEDED, ListMapping, SheetMapping
from domain.lists.offices import Offices
from domain.lists.petitions import Petition
from domain.lists.rows import RefusedError, Row
from domain.sheets import Fault

_TOTALS = frozenset(
    ("tong cong", "tong so", "tong", "cong", "tc", "ty le", "ti le", "tong hop", "total", "cong tong", "luy ke")
)
_ENDS = ("thong ke ", "nguoi lap ", "ghi chu ", "noi nhan")


@dataclass(slots=True)
class Found:
    """What a list says: its petitions, its faults, and how many rows were no petitions or said one again."""

    petitions: list[Petition] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    no_petitions: int = 0
    joined: int = 0
    with_numbers: int = 0
    by_state: Counter[str] = field(default_factory=Counter)
    by_department: Counter[str] = field(default_factory=Counter)


def read(
    sheets: Iterable[Sheet],
    mapping: ListMapping,
    offices: Offices,
    today: date,
    tell: Callable[[int, int], None] = lambda _done, _whole: None,
) -> Found:
    """Every sheet the mapping names; `tell` hears how many of a sheet's rows have been read."""
    found = Found()
    known = {each.name: each for each in sheets}
    seen: dict[str, int] = {}
    for each in mapping.sheets:
        if each.name not in known:
            found.faults.append(Fault(each.name, "A1", "the list has no sheet of this name"))
            continue
        for row in _Reading(known[each.name], each, mapping, offices, today).rows(found):
            _take(found, row, seen)
            tell(row.row, len(known[each.name].rows))
    for petition in found.petitions:
        found.by_state[petition.standing] += 1
        found.by_department[petition.department] += 1
        found.with_numbers += is_personal(petition.text)
    return found


def _take(found: Found, row: Petition, seen: dict[str, int]) -> None:
    """One more petition; one that stands there already is the same, for a further department."""
    place = seen.setdefault(row.key, len(found.petitions))
    if place == len(found.petitions):
        found.petitions.append(row)
        return
    first = found.petitions[place]
    where = f"the same petition as in {first.sheet}!{first.row}"
    if row.department in {first.department, *first.together}:
        found.faults.append(Fault(row.sheet, f"A{row.row}", f"{where}: it counts once"))
    elif row.standing is not first.standing:
        found.faults.append(Fault(row.sheet, f"A{row.row}", f"{where}, in another state: say which is right"))
    else:
        found.petitions[place] = first.shared_with(row)
        found.joined += 1


class _Reading:
    """One sheet being read from top to bottom."""

    def __init__(self, sheet: Sheet, mapped: SheetMapping, whole: ListMapping, offices: Offices, today: date) -> None:
        self._sheet, self._mapped, self._whole = sheet, mapped, whole
        self._offices, self._today = offices, today
        self._group: tuple[str, int] | None = None

    def rows(self, found: Found) -> Iterator[Petition]:
        """Its petitions; what is wrong goes to the faults."""
        sheet = self._sheet
        heading = find(sheet)
        if heading is None:
            found.faults.append(Fault(sheet.name, "A1", "no heading was found"))
            return
        columns = self._resolved(heading, found)
        if columns is None:
            return
        over = False
        for row in range(heading.last + 1, len(sheet.rows)):
            if heading.is_repeated(sheet, row):
                over = False
                found.no_petitions += 1
                continue
            filled = sheet.filled(row)
            if not filled:
                continue
            over = over or self._ends(row, filled)
            if over or self._is_between(row, filled, columns, heading):
                found.no_petitions += 1
                continue
            yield from self._petition(row, columns, found)

    def _petition(self, row: int, columns: dict[str, list[int]], found: Found) -> Iterator[Petition]:
        one = Row(self._sheet, row, columns, self._mapped, self._whole, self._offices)
        try:
            yield one.petition(self._group, self._today)
        except RefusedError:
            found.faults += one.faults

    def _resolved(self, heading: Heading, found: Found) -> dict[str, list[int]] | None:
        """The columns the mapping names; None, with a fault for each, where the sheet has none of that name."""
        columns: dict[str, list[int]] = {}
        named = {**self._mapped.columns, **{f"mark {each}": [each] for each in self._mapped.marks}}
        missing = []
        for name, called in named.items():
            columns[name] = [heading.column(each) for each in called]
            missing += [each for each in called if heading.column(each) < 0]
        cell = cell_name(heading.first, 0)
        found.faults += [Fault(self._sheet.name, cell, f"no column is called “{each}”") for each in missing]
        unsaid = [each for each in NEEDED if not self._mapped.says(each)]
        found.faults += [
            Fault(self._sheet.name, cell, f"nothing tells “{each}”: say it in the mapping") for each in unsaid
        ]
        return None if missing or unsaid else columns

    def _ends(self, row: int, filled: list[int]) -> bool:
        """True where the totals or what is added up begin: no petition stands below, but after another heading."""
        first = [plain(self._sheet.text(row, place)) for place in filled[:2]]
        return any(each in _TOTALS for each in first) or f"{first[0]} ".startswith(_ENDS)

    def _is_between(self, row: int, filled: list[int], columns: dict[str, list[int]], heading: Heading) -> bool:
        """True for what stands between petitions: numbers of columns, groups, captions of further tables."""
        if is_numbering(self._sheet, row) and not any(self._sheet.text(row, place) for place in columns["text"][:1]):
            return True
        if is_numbering(self._sheet, row) and row <= heading.last + 2:
            return True
        alone = filled[0] if len(filled) == 1 else -1
        if alone < 0 or (alone in columns["text"] and row not in self._sheet.wide):
            return False
        if text_of(self._sheet.at(row, alone)).isdigit():
            return True  # a row that has its number already, and nothing else yet
        self._group = (group_of(self._sheet, row), row)
        return True
