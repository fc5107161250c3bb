"""Another province's catalogue made of this one: what is true in the whole country, without what is true here only."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import partial
from typing import Any

from domain.language import fold
from domain.province.catalogue import Catalogue

WIDTH = 118
#: a code's prefix has two to four letters
LONGEST_PREFIX = 4
Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is left out, renamed, written instead and said above, as catalogue/new-province.toml tells it."""

    leave_out: frozenset[str]
    places: tuple[str, ...]
    rename: Names
    instead: Mapping[str, Mapping[str, Any]]
    head: Names
    above: Names

    @classmethod
    def read(cls, text: str) -> Changes:
        told = tomllib.loads(text)
        return cls(**told | {"leave_out": frozenset(told["leave_out"]), "places": tuple(told["places"])})


class Another:
    """Writes the files of a province of this name by the files of a model."""

    def __init__(self, name: str, model: Catalogue, changes: Changes) -> None:
        self.names = {"vi": name, "en": name_in_english(name)}
        self.changes = changes
        self._own = [  # the model's name, as it is written and as it is typed in a hurry; the Chinese one goes
            (model.province[language].casefold(), self.names[language]) for language in ("vi", "en")
        ]
        self._foreign = model.province["zh"]
        self._local = _any_of([*changes.places, *_places(model)])

    def toml(self, file: str, text: str) -> str:
        """A file of tables, with what it is for said at its head."""
        parts = [self.changes.head[file].strip().replace("{name}", self.names["vi"])]
        for table, content in tomllib.loads(text).items():
            if table == "commune":
                continue
            many = isinstance(content, list)
            told = [self._fields(table, each) for each in (content if many else [content]) if self._is_kept(each)]
            written = [_table(f"[[{table}]]" if many else f"[{table}]", each) for each in told]
            above = self.changes.above.get(table, "").strip()
            parts += [f"{above}\n\n{written[0]}" if above and many else f"{above}\n{written[0]}".strip(), *written[1:]]
        return "\n\n".join(parts) + "\n"

    def examples(self, lines: str) -> str:
        """Labelled examples, one a line; "" when none is left."""
        kept = []
        for line in lines.splitlines():
            each = json.loads(line)
            if self._is_kept(each) and self._is_national(each["text"]):
                each |= {"text": self._named(each["text"]), "department": self._key(each["department"])}
                kept.append(json.dumps(each, ensure_ascii=False) + "\n")
        return "".join(kept)

    def _key(self, key: str) -> str:
        return self.changes.rename.get(key, key)

    def _is_kept(self, table: Mapping[str, Any]) -> bool:
        return not {table.get("key"), table.get("department")} & self.changes.leave_out

    def _fields(self, table: str, content: Mapping[str, Any]) -> dict[str, Any]:
        """One table's fields as they are there; a text that is right here only leaves its list."""
        told = {name: self._field(value) for name, value in content.items()}
        if table == "province":
            told |= {"names": self.names, "code_prefix": prefix(self.names["vi"])}
        return {**told, **self.changes.instead.get(told.get("key", ""), {})}

    def _field(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._named(self._key(value))
        if isinstance(value, dict):
            return {name: self._field(each) for name, each in value.items() if self._foreign not in str(each)}
        if isinstance(value, list):
            texts = [each for each in value if str(each) not in self.changes.leave_out and self._is_national(each)]
            return [self._field(each) for each in texts]
        return value

    def _named(self, text: str) -> str:
        """A text with the other province's name."""
        for own, other in self._own:
            text = re.sub(rf"(?i)\b{re.escape(own)}\b", partial(_in_case_of, other), text)
        return text

    def _is_national(self, value: Any) -> bool:
        """Whether it names no place that is not there."""
        return not isinstance(value, str) or not self._local.search(fold(self._named(value)))


def _in_case_of(name: str, hit: re.Match[str]) -> str:
    return name.lower() if hit[0].islower() else name


def name_in_english(name: str) -> str:
    """A Vietnamese name without its diacritics, each word with a capital."""
    return fold(name).title()


def prefix(name: str) -> str:
    """The letters a province's codes begin with: its initials, or the first two letters of a name of one word."""
    words = re.findall(r"[a-z]+", fold(name))
    initials = "".join(word[0] for word in words)[:LONGEST_PREFIX]
    return (initials if len(words) > 1 else words[0][:2]).upper()


def _places(model: Catalogue) -> Iterable[str]:
    """Names of the model's communes and former districts."""
    for each in model.departments:
        if each.former_district:
            yield from (name.partition(" ")[2] if " " in name else name for name in each.short_names.values())
            yield from (each.former_district, *each.aliases, *each.names.values())


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Finds any of these in a folded text: Latin ones as whole words."""
    found = {fold(each) for each in words if each}
    told = (rf"\b{re.escape(each)}\b" if each.isascii() else re.escape(each) for each in found)
    return re.compile("|".join(sorted(told, key=len, reverse=True)))


def _table(header: str, content: Mapping[str, Any]) -> str:
    return "\n".join([header, *(f"{name} = {_value(value)}" for name, value in content.items())])


def _value(value: Any) -> str:
    """A value as TOML writes it, long lists on lines of their own."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {_value(each)}" for name, each in value.items()) + " }"
    if isinstance(value, list):
        return _listed([_value(each) for each in value])
    if isinstance(value, date | time):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def _listed(items: list[str]) -> str:
    whole = f"[{', '.join(items)}]"
    if len(whole) <= WIDTH - 20:
        return whole
    lines = [""]
    for item in items:
        if len(lines[-1]) + len(item) > WIDTH:
            lines.append("")
        lines[-1] += f" {item},"
    return "[\n" + "".join(f" {line}\n" for line in lines) + "]"
