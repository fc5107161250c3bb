"""What a list's headings and rows say of how it is to be read; shown to a person before anything follows from it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from domain.lists import days
from domain.lists.cells import Sheet, is_personal, plain
from domain.lists.headings import Heading, best_of, find, is_numbering
from domain.lists.mappings import NEEDED, ListMapping, SheetMapping
from domain.lists.offices import Offices
from domain.lists.standings import KINDS, standing_of

#: rows looked at, and the share of them that must fit for a column to be taken
_SAMPLE, _MOST = 200, 0.5
_LABEL = re.compile(r"(ngày (?:hỏi|gửi|kiến nghị|tiếp nhận|nhận))\s*:\s*\d", re.IGNORECASE)
_GROUP = re.compile(r"^\s*(?:[IVX]+|\d+|[A-Z])?\s*[.)/-]?\s*(.+?)\s*(?:\(\s*\d+[^)]*\)|:\s*\d+.*)?\s*$")
_CHECKED = ("text", "proposal", "department", "state", "received", "answered", "kind")
#: words below which a cell asks for nothing
_LEAST_WORDS = 3


def guess(name: str, sheets: Iterable[Sheet], offices: Offices) -> tuple[ListMapping, list[str]]:
    """How the list seems to be meant, and what of it a person should know."""
    mapping, notes = ListMapping(name), []
    for sheet in sheets:
        heading = find(sheet)
        if heading is None:
            notes.append(f"{sheet.name}: no heading was found, so nothing is read of this sheet.")
            continue
        made = _Guess(sheet, heading, offices).made()
        if "text" not in made.columns:
            notes.append(f"{sheet.name}: no column says what a business asks: a summary, and no list of petitions?")
            continue
        mapping.sheets.append(made)
        notes += unread_columns(sheet, heading, made)
    return mapping, notes


def unread_columns(sheet: Sheet, heading: Heading, made: SheetMapping) -> Iterator[str]:
    """Which columns are not taken over, and where a column without a heading holds what leads to people."""
    taken = {heading.column(each) for names in made.columns.values() for each in names}
    taken |= {heading.column(each) for each in made.marks}
    filled = Counter(place for row in range(heading.last + 1, len(sheet.rows)) for place in sheet.filled(row))
    left = [place for place in sorted(filled) if place not in taken]
    if left:
        yield f"{sheet.name}: not taken over: {', '.join(heading.called(place) for place in left)}."
    for place in left:
        if place >= len(heading.names) or not heading.names[place]:
            rows = range(heading.last + 1, len(sheet.rows))
            many = sum(is_personal(sheet.text(row, place)) for row in rows)
            if many:
                yield (
                    f"{sheet.name}: {heading.called(place)} has no heading and holds telephone numbers or e-mail "
                    f"addresses in {many} rows: personal data, left out."
                )


class _Guess:
    """One sheet being looked at."""

    def __init__(self, sheet: Sheet, heading: Heading, offices: Offices) -> None:
        self._sheet, self._heading, self._offices = sheet, heading, offices
        below = range(heading.last + 1, len(sheet.rows))
        self._rows = [row for row in below if len(sheet.filled(row)) > 1 and not is_numbering(sheet, row)][:_SAMPLE]
        self._made = SheetMapping(sheet.name)

    def made(self) -> SheetMapping:
        """The mapping of the sheet."""
        made = self._made
        made.columns = {name: [self._heading.called(place)] for name, place in self._columns().items()}
        if "proposal" in made.columns:
            proposal = made.columns.pop("proposal")
            made.columns["text"] = [*made.columns.get("text", []), *proposal]
        if "state" not in made.columns:
            self._state()
        if "received" not in made.columns:
            self._label()
        if "department" not in made.columns:
            made.groups = self._has_groups()
        if not made.says("kind"):
            made.values["kind"] = "obstacle"
        for name in NEEDED:
            if name != "text" and not made.says(name):
                made.values[name] = ""
        return made

    def _columns(self) -> dict[str, int]:
        """The best column for each field, each column for one field."""
        candidates = []
        for place, heading in enumerate(self._heading.names):
            for length, name in best_of(heading):
                share = self._share(name, place)
                if name not in _CHECKED or share >= _MOST:
                    candidates.append((share if name in _CHECKED else 0.9, length, -place, name))
        found: dict[str, int] = {}
        for _, _, place, name in sorted(candidates, reverse=True):
            if name not in found and -place not in found.values():
                found[name] = -place
        return found

    def _share(self, name: str, place: int) -> float:
        """The share of a column's cells that can be read as the field; all of a column that is empty so far."""
        told = [(row, text) for row in self._rows if (text := self._sheet.text(row, place))]
        if name not in _CHECKED or not told:
            return 0.6 if told else _MOST
        return sum(self._fits(name, row, place, text) for row, text in told) / len(told)

    def _fits(self, name: str, row: int, place: int, text: str) -> bool:
        asks = len(text.split()) >= _LEAST_WORDS
        tests: dict[str, Callable[[], bool]] = {
            "text": lambda: asks,
            "proposal": lambda: asks,
            "department": lambda: bool(self._offices.named(text).keys),
            "state": lambda: standing_of(text, {}) is not None,
            "kind": lambda: plain(text) in KINDS,
        }
        return tests.get(name, lambda: self._is_day(row, place))()

    def _is_day(self, row: int, place: int) -> bool:
        try:
            return days.read(self._sheet.at(row, place), epoch_1904=self._sheet.epoch_1904) is not None
        except days.NoDayError:
            return False

    def _state(self) -> None:
        """A state that no column tells: by which column is filled, by colour, by sheet, by the day of answer."""
        made, names = self._made, self._heading.names
        marks = {place: standing_of(each.rpartition(" / ")[2], {}) for place, each in enumerate(names) if each}
        telling = {self._heading.called(place): {"state": str(means)} for place, means in marks.items() if means}
        colours = Counter(self._sheet.colours[row] for row in self._rows if row in self._sheet.colours)
        title = standing_of(self._sheet.name, {})
        if len(telling) > 1:
            made.marks |= telling
        elif len(colours) > 1:
            made.colours = {colour: "" for colour, _ in colours.most_common()}
        elif title:
            made.values["state"] = str(title)
        elif "answered" in made.columns:
            made.state_from = "answered"

    def _label(self) -> None:
        """The day of receipt may stand within the text: "… | Ngày hỏi: 03/05/2024"."""
        place = self._heading.column(self._made.columns["text"][0]) if "text" in self._made.columns else -1
        labels = Counter(match[1] for row in self._rows if (match := _LABEL.search(self._sheet.text(row, place))))
        if labels and labels.most_common(1)[0][1] >= _MOST * len(self._rows):
            self._made.labels["received"] = labels.most_common(1)[0][0]

    def _has_groups(self) -> bool:
        rows: Sequence[int] = range(self._heading.last + 1, len(self._sheet.rows))
        return any(self._offices.named(group_of(self._sheet, row)).keys for row in rows if group_of(self._sheet, row))


def group_of(sheet: Sheet, row: int) -> str:
    """What a row of one cell alone says without its number and count ("1. Sở Xây dựng (4)"); "" for other rows."""
    filled = sheet.filled(row)
    if len(filled) != 1:
        return ""
    match = _GROUP.match(sheet.text(row, filled[0]))
    return match[1] if match else ""
