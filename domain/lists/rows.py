"""One row of a list: each field from where the mapping says it stands, and every fault of the row at once."""

from __future__ import annotations

import re
from datetime import date

from domain.case.case import Matter
from domain.lists import days
from domain.lists.cells import Sheet, Value, cell_name, plain, text_of
from domain.lists.mappings import ListMapping, SheetMapping
from domain.lists.offices import Offices
from domain.lists.petitions import Petition
from domain.lists.standings import DENUNCIATION, KINDS, Standing, is_lateness, standing_of
from domain.sheets import Fault

#: a cell of a workbook holds no more; no list speaks of earlier days
_LONGEST, _OLDEST = 32_767, date(1990, 1, 1)
_SHOWN = 40
_FORMULA = re.compile(r"[=@]|[+-](?=[A-Za-z]+\()")
_FROM_DAY = re.compile(r"[:\s]*([^|)\n;]+)")


class RefusedError(Exception):
    """The row is not taken over; its faults say why."""


class Row:
    """A row being read; `faults` grow with what is wrong in it."""

    def __init__(
        self,
        sheet: Sheet,
        row: int,
        columns: dict[str, list[int]],
        mapped: SheetMapping,
        whole: ListMapping,
        offices: Offices,
    ) -> None:
        self._sheet, self._row, self._columns = sheet, row, columns
        self._mapped, self._whole, self._offices = mapped, whole, offices
        self.faults: list[Fault] = []

    def petition(self, group: tuple[str, int] | None, today: date) -> Petition:
        """The petition the row tells; raises RefusedError where anything is wrong, with all of it in `faults`."""
        self._check_cells()
        text = self._text()
        received = self._received(text, today)
        keys, said_department = self._departments(group)
        standing, answered = self._standing(), self._day("answered", today)
        if received and answered and answered < received:
            self._fault("answered", "answered before it was received")
        kind = self._kind()
        if self.faults or received is None or standing is None or kind is None:
            raise RefusedError
        return Petition(
            sheet=self._sheet.name,
            row=self._row + 1,
            number=self._said("number"),
            business=" ".join((self._said("business") or self._mapped.values.get("business", "")).split()),
            tax_code=re.sub(r"[^\d-]", "", self._said("tax_code")),
            text=text,
            kind=kind,
            department=keys[0],
            together=keys[1:],
            said_department=said_department,
            topic=self._offices.topic(self._said("topic")),
            said_topic=self._said("topic"),
            received=received,
            standing=standing,
            answered=answered,
            answer=self._said("answer"),
            deadline=self._said("deadline"),
        )

    # What stands where

    def _said(self, name: str) -> str:
        """What the columns of a field say, one below the other."""
        told = (self._sheet.text(self._row, place) for place in self._columns.get(name, ()))
        return "\n".join(filter(None, told))

    def _fault(self, name: str, what: str) -> None:
        places = self._columns.get(name)
        cell = cell_name(self._row, places[0]) if places else f"A{self._row + 1}"
        self.faults.append(Fault(self._sheet.name, cell, what))

    def _check_cells(self) -> None:
        for places in self._columns.values():
            for place in places:
                cell = cell_name(self._row, place)
                said = self._sheet.text(self._row, place)
                if (self._row, place) in self._sheet.without_result:
                    what = "a formula without its result: open the file in Excel and save it"
                    self.faults.append(Fault(self._sheet.name, cell, what))
                elif len(said) > _LONGEST:
                    self.faults.append(Fault(self._sheet.name, cell, f"longer than {_LONGEST} characters"))
                elif _FORMULA.match(said):
                    self.faults.append(Fault(self._sheet.name, cell, f"“{_short(said)}” is a formula and no text"))

    def _text(self) -> str:
        text = self._said("text")
        if not text:
            self._fault("text", "nothing says what is asked")
        return text

    # Days

    def _received(self, text: str, today: date) -> date | None:
        name = "received"
        if self._sheet_says(name):
            found = self._day(name, today)
        elif label := self._mapped.labels.get(name):
            found = self._labelled(label, text, today)
        elif fixed := self._mapped.values.get(name):
            found = self._read(name, fixed, today)
        else:
            found = None
        if found is None and not self.faults:
            self._fault(name, "no day on which it was received; say it in the mapping if one holds for all rows")
        return found

    def _sheet_says(self, name: str) -> bool:
        return any(self._sheet.text(self._row, place) for place in self._columns.get(name, ()))

    def _day(self, name: str, today: date) -> date | None:
        if not self._sheet_says(name):
            return None
        return self._read(name, self._sheet.at(self._row, self._columns[name][0]), today)

    def _labelled(self, label: str, text: str, today: date) -> date | None:
        """The day that stands behind a label within the text."""
        place = text.casefold().find(label.casefold())
        match = _FROM_DAY.match(text, place + len(label)) if place >= 0 else None
        return self._read("text", match[1].strip(), today) if match else None

    def _read(self, name: str, value: Value, today: date) -> date | None:
        said = text_of(value)
        try:
            explained = self._whole.days.get(plain(said))
            found = days.read(explained or value, epoch_1904=self._sheet.epoch_1904)
        except days.NoDayError as error:
            self._fault(name, f"“{_short(said)}” {error}" if "number" not in str(error) else f"“{said}”: {error}")
            return None
        if found and not _OLDEST <= found <= today:
            self._fault(name, f"{found:%d/%m/%Y} is {'still to come' if found > today else 'too long ago'}")
            return None
        return found

    # Who has it, and how far it has come

    def _departments(self, group: tuple[str, int] | None) -> tuple[tuple[str, ...], str]:
        said = self._said("department") or self._marked("department")
        if not said and self._mapped.groups and group:
            said = group[0]
        said = said or self._mapped.values.get("department", "")
        if not said:
            self._fault("department", "no department")
            return ("",), ""
        named = self._offices.named(said)
        if named.unknown or not named.keys:
            near = self._offices.like(said)
            hint = f" (“{near}”?)" if near else ""
            self._fault("department", f"“{_short(said)}” is no department that is known{hint}")
        return named.keys or ("",), said

    def _standing(self) -> Standing | None:
        told = self._told_standing()
        if told is None and not any("state" in each.what for each in self.faults):
            self._fault("state", "nothing tells the state")
        return told

    def _told_standing(self) -> Standing | None:
        if said := self._said("state"):
            found = standing_of(said, self._whole.states)
            if found is None:
                what = "says whether it is late, and no state" if is_lateness(said) else "is no state that is known"
                self._fault("state", f"“{_short(said)}” {what}")
            return found
        if self._mapped.marks and (marked := self._marked("state")):
            return Standing(marked)
        if colour := self._sheet.colours.get(self._row, ""):
            if means := self._mapped.colours.get(colour):
                return Standing(means)
            if self._mapped.colours:
                self._fault("text", f"the mapping does not say which state the colour {colour} means")
        if self._mapped.state_from and "state" not in self._columns:
            return Standing.ANSWERED if self._sheet_says("answered") else Standing.FILED
        fixed = self._mapped.values.get("state")
        return Standing(fixed) if fixed else None

    def _marked(self, name: str) -> str:
        """What the one marked column means; "" for none, and a fault for two."""
        marked = [
            (each, meant[name])
            for each, meant in self._mapped.marks.items()
            if name in meant and self._said(f"mark {each}")
        ]
        if len(marked) > 1:
            self._fault(f"mark {marked[1][0]}", f"two columns are marked, each for another {name}")
        return marked[0][1] if marked else ""

    def _kind(self) -> Matter | None:
        said = self._said("kind") or self._mapped.values.get("kind", "")
        word = plain(said)
        if word in KINDS:
            return KINDS[word]
        if word.startswith(DENUNCIATION):
            self._fault("kind", "a denunciation has a law of its own and is not kept here")
        else:
            self._fault("kind", f"“{_short(said)}” is no kind that is known" if said else "nothing tells the kind")
        return None


def _short(said: str) -> str:
    """A cell's words as a fault repeats them."""
    flat = " ".join(said.split())
    return flat if len(flat) <= _SHOWN else f"{flat[:_SHOWN]}…"
