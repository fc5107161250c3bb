"""How a list is to be read: a file that people read and change, written with what was guessed and given again."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from domain.case.case import Matter
from domain.lists.cells import plain
from domain.lists.headings import FIELDS
from domain.lists.standings import Standing

#: what every row must say, in a column or once for all rows
NEEDED = ("text", "received", "department", "state", "kind")
#: what may be said once for all rows of a sheet
FIXED = ("received", "department", "state", "kind", "answered", "business")
_HEAD = """\
# How this list is read. Change what is wrong, and give the file again: govuong import LIST --mapping THIS
# A column is named by its heading; one without a heading of its own as "column H".
# States: filed, accepted, answered, explained, solved, partly, declined, withdrawn.
# Kinds: obstacle, proposal, feedback, complaint. Departments: `govuong departments` lists their keys.
# What is "" has to be said by a person: nothing is assumed, and until then such rows are refused.
"""


class WrongMappingError(ValueError):
    """A mapping file that says what cannot be; the message says where."""


@dataclass(slots=True)
class SheetMapping:
    """How one sheet is read.

    `columns` name for each field its column or columns; `values` what holds for every row; `marks` what a mark in a
    column means; `colours` which state a row's colour means; `labels` stand before a field's value within the text.
    With `groups` the department stands in rows of its own above its petitions. `state_from` "answered": a row with a
    day of answer is answered, one without is not.
    """

    name: str
    columns: dict[str, list[str]] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    marks: dict[str, dict[str, str]] = field(default_factory=dict)
    colours: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    groups: bool = False
    state_from: str = ""

    def says(self, name: str) -> bool:
        """True where something tells the field of a row."""
        means = {key for meant in self.marks.values() for key in meant}
        by_state = name == "state" and (bool(self.colours) or bool(self.state_from))
        by_group = name == "department" and self.groups
        return name in {*self.columns, *self.labels, *means} or bool(self.values.get(name)) or by_state or by_group


@dataclass(slots=True)
class ListMapping:
    """How a whole list is read; `states`, `departments` and `days` explain its own words."""

    name: str
    sheets: list[SheetMapping] = field(default_factory=list)
    states: dict[str, str] = field(default_factory=dict)
    departments: dict[str, str] = field(default_factory=dict)
    days: dict[str, str] = field(default_factory=dict)


def written(mapping: ListMapping) -> str:
    """The mapping as a file (TOML)."""
    lines = [_HEAD, f"list = {_quoted(mapping.name)}", ""]
    for sheet in mapping.sheets:
        lines += ["[[sheet]]", f"name = {_quoted(sheet.name)}"]
        lines += ["groups = true"] if sheet.groups else []
        lines += [f"state_from = {_quoted(sheet.state_from)}"] if sheet.state_from else []
        lines += _table("sheet.columns", {key: value if len(value) > 1 else value[0] for key, value in _sorted(sheet)})
        lines += _table("sheet.values", sheet.values) + _table("sheet.marks", sheet.marks)
        lines += _table("sheet.colours", sheet.colours) + _table("sheet.labels", sheet.labels)
        lines.append("")
    for name in ("states", "departments", "days"):
        lines += _table(name, getattr(mapping, name), always=True)
    return "\n".join(lines) + "\n"


def _sorted(sheet: SheetMapping) -> Iterable[tuple[str, list[str]]]:
    return sorted(sheet.columns.items(), key=lambda item: FIELDS.index(item[0]))


def _table(name: str, content: Mapping[str, Any], *, always: bool = False) -> list[str]:
    if not content and not always:
        return []
    return [f"[{name}]", *(f"{_quoted(key)} = {_value(value)}" for key, value in content.items())]


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_value(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_quoted, value)) + "]"
    return _quoted(str(value))


def _quoted(text: str) -> str:
    # TOML's basic strings are JSON's
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def parsed(text: str) -> ListMapping:
    """The mapping a file holds; raises WrongMappingError with what is wrong in it."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WrongMappingError(str(error)) from error
    _known(content, {"list", "sheet", "states", "departments", "days"}, "the file")
    sheets = content.get("sheet", [])
    if not isinstance(sheets, list) or not all(isinstance(each, dict) for each in sheets):
        raise WrongMappingError("write [[sheet]], with two brackets")
    made = ListMapping(
        str(content.get("list", "")),
        [_sheet(each) for each in sheets],
        *({plain(k): v for k, v in _texts(content, each).items()} for each in ("states", "departments", "days")),
    )
    _states(made.states.values(), "[states]")
    return made


def _sheet(content: dict[str, Any]) -> SheetMapping:
    name = str(content.get("name", ""))
    _known(content, {*SheetMapping.__dataclass_fields__}, f"sheet “{name}”")
    columns = {}
    for key, value in _of(content, "columns").items():
        if key not in FIELDS:
            raise WrongMappingError(f"sheet “{name}”, columns: “{key}” is none of {', '.join(FIELDS)}")
        columns[key] = [str(each) for each in (value if isinstance(value, list) else [value]) if str(each)]
    marks = {key: {k: str(v) for k, v in value.items()} for key, value in _of(content, "marks").items()}
    made = SheetMapping(
        name,
        {key: value for key, value in columns.items() if value},
        _texts(content, "values"),
        marks,
        {key.upper().lstrip("#"): value for key, value in _texts(content, "colours").items()},
        _texts(content, "labels"),
        groups=content.get("groups") is True,
        state_from=str(content.get("state_from", "")),
    )
    _check(made)
    return made


def _check(made: SheetMapping) -> None:
    where = f"sheet “{made.name}”"
    _known(made.values, set(FIXED), f"{where}, values")
    for meant in made.marks.values():
        _known(meant, {"state", "department"}, f"{where}, marks")
        _states([meant["state"]] if "state" in meant else [], f"{where}, marks")
    _states([made.values.get("state", ""), *made.colours.values()], where)
    if made.values.get("kind", "") not in {"", *Matter}:
        raise WrongMappingError(f"{where}: “{made.values['kind']}” is none of {', '.join(Matter)}")
    if made.state_from not in {"", "answered"}:
        raise WrongMappingError(f"{where}: state_from is “answered” or left out")


def _states(said: Iterable[str], where: str) -> None:
    for each in said:
        if each not in {"", *Standing}:
            raise WrongMappingError(f"{where}: “{each}” is none of {', '.join(Standing)}")


def _known(content: Mapping[str, Any], known: set[str], where: str) -> None:
    for key in content:
        if key not in known:
            raise WrongMappingError(f"{where}: “{key}” is none of {', '.join(sorted(known))}")


def _of(content: Mapping[str, Any], name: str) -> dict[str, Any]:
    found = content.get(name, {})
    if not isinstance(found, dict) or (name == "marks" and not all(isinstance(each, dict) for each in found.values())):
        raise WrongMappingError(f"“{name}” is to be a table")
    return found


def _texts(content: Mapping[str, Any], name: str) -> dict[str, str]:
    return {key: str(value) for key, value in _of(content, name).items()}
