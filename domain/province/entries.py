"""One entry of a province's files changed in their text: every other line stays as somebody wrote it.

An entry is one table of TOML: a topic, a special day, a department. Its text begins at its header and ends before the
blank line, or the header, that follows; comments within it stay where the library can tell whose they are.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import tomlkit
from tomlkit.items import Array, InlineTable, Item

#: by which field the entries of a table are told apart; a table that stands there once has none
KEYS = {"topic": "key", "department": "key", "commune": "key", "special_day": "day", "province": "", "privacy": ""}
#: where the first entry of a table goes
HOMES = {"topic": "topics.toml", "special_day": "province.toml", "privacy": "province.toml"}
#: columns at which a list is broken
WIDTH = 150
_HEADER = re.compile(r"\s*\[\[?\s*([A-Za-z0-9_.-]+)\s*\]?\]\s*(#.*)?$")

Files = Mapping[str, str]


class Damaged(Exception):  # noqa: N818  says what is the case
    """A change would have touched more than its entry, so it was not made: the file is written in an unusual way."""


@dataclass(frozen=True, slots=True)
class Place:
    """Lines `start` to `end` (not included, from 0) of a file."""

    file: str
    start: int
    end: int


def text_of(files: Files, table: str, key: str) -> str:
    """The text of an entry, "" when there is none."""
    place = _place(files, table, key)
    return "\n".join(_lines(files[place.file])[place.start : place.end]) if place else ""


def put(files: Files, table: str, key: str, text: str) -> dict[str, str]:
    """The files with this text as the entry: in its place, after the last of its kind, or ("") gone.

    Raises Damaged rather than change anything else.
    """
    place = _place(files, table, key)
    if place is None and not text:
        return dict(files)
    changed = _replaced(files, place, text) if place else _added(files, table, text)
    (before, _), (after, count) = _without(files, table, key), _without(changed, table, key)
    if before != after or count != bool(text) or text_of(changed, table, key) != text:
        raise Damaged(f"{table} {key}")
    return changed


def values_of(text: str, table: str) -> dict[str, Any]:
    """What an entry's text says, by field; nothing for ""."""
    found = tomllib.loads(text).get(table, {})
    entry = found[0] if isinstance(found, list) else found
    return dict(entry)


def every(files: Files, table: str) -> list[dict[str, Any]]:
    """What all entries of a table say, in the order of the files."""
    found: list[dict[str, Any]] = []
    for _, text in sorted(files.items()):
        value = tomllib.loads(text).get(table, [])
        found += value if isinstance(value, list) else [value]
    return found


def with_values(text: str, table: str, values: Mapping[str, Any]) -> str:
    """The entry's text (or "" for a new one) with these fields; an empty value takes the field out."""
    lines = _lines(text or (f"[[{table}]]" if KEYS.get(table, "key") else f"[{table}]"))
    known = values_of(text, table) if text else {}
    for name, value in values.items():
        start, end = _span(lines, name)
        if value in ("", (), {}, None):
            del lines[start:end]
        elif known.get(name) != (list(value) if isinstance(value, tuple) else value):
            lines[start:end] = _lines(_with_value("\n".join(lines[start:end]), name, value))
    return "\n".join(lines)


def _span(lines: list[str], name: str) -> tuple[int, int]:
    """The lines of a field; where it would come, when it is not there."""
    start = next((at for at, line in enumerate(lines) if re.match(rf"\s*{re.escape(name)}\s*=", line)), None)
    if start is None:
        return len(lines), len(lines)
    for end in range(start + 1, len(lines) + 1):
        try:
            tomllib.loads("\n".join(lines[start:end]))
        except tomllib.TOMLDecodeError:
            continue  # a list goes on
        return start, end
    raise Damaged(name)


def _with_value(line: str, name: str, value: Any) -> str:
    """A field with another value; the library keeps the comments and the shape of what stays.

    It is given this field alone: of some others it would lose a space.
    """
    document = tomlkit.parse(line)
    found = document.get(name)
    if isinstance(found, InlineTable) and isinstance(value, Mapping) and set(found) == set(value):
        for each in [each for each in value if found[each] != value[each]]:
            found[each] = value[each]
    elif not (isinstance(found, Array) and isinstance(value, tuple) and _kept_in_place(found, value)):
        document[name] = _item(name, value)
    return tomlkit.dumps(document).strip("\n")


def _item(name: str, value: Any) -> Any:
    if isinstance(value, tuple):
        return tomlkit.value(_list(name, value))
    if isinstance(value, Mapping):
        return tomlkit.value(f"{{ {', '.join(f'{each} = {_quoted(text)}' for each, text in value.items())} }}")
    return value


def _kept_in_place(found: Array, wanted: tuple[str, ...]) -> bool:
    """Take out and add at the end, so that the lines and comments of the others stay; False where that is not it."""
    kept = [each for each in found if each in wanted]
    more = [each for each in wanted if each not in kept]
    if (*kept, *more) != wanted:
        return False
    for each in [each for each in found if each not in wanted]:
        found.remove(each)
    for text in more:
        found.append(text)
    return True


def _list(name: str, values: tuple[str, ...]) -> str:
    """A list as the files write it: on one line if it fits, else on as few as it needs."""
    quoted = [_quoted(each) for each in values]
    if len(whole := f"[{', '.join(quoted)}]") + len(f"{name} = ") <= WIDTH:
        return whole
    lines: list[str] = []
    for each in quoted:
        if lines and len(lines[-1]) + len(each) + 2 <= WIDTH:
            lines[-1] += f" {each},"
        else:
            lines.append(f"  {each},")
    return "\n".join(["[", *lines, "]"])


def _quoted(text: str) -> str:
    item: Item = tomlkit.string(text)
    return item.as_string()


def _place(files: Files, table: str, key: str) -> Place | None:
    for file, text in sorted(files.items()):
        for place in _places(file, text, table):
            said = "\n".join(_lines(text)[place.start : place.end])
            if _is_it(said, table, key):
                return place
    return None


def _is_it(said: str, table: str, key: str) -> bool:
    try:
        values = values_of(said, table)
    except tomllib.TOMLDecodeError:
        return False
    # what hangs on a switch is not this day: it may stand beside the day itself
    return not KEYS[table] or (str(values.get(KEYS[table], "")) == key and "only_if" not in values)


def _places(file: str, text: str, table: str) -> Iterator[Place]:
    lines = _lines(text)
    headers = [number for number, line in enumerate(lines) if _HEADER.match(line)]
    for start, following in zip(headers, [*headers[1:], len(lines)], strict=True):
        if (_HEADER.match(lines[start]) or [""])[1] == table:
            yield Place(file, start, _end(lines, start, following))


def _end(lines: list[str], start: int, following: int) -> int:
    """After the entry's last field and the comments right under it; what stands above the next header is its own."""
    end = max((at + 1 for at in range(start, following) if not _is_aside(lines[at])), default=start + 1)
    while end < following and lines[end].strip():
        end += 1
    return end


def _is_aside(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _replaced(files: Files, place: Place, text: str) -> dict[str, str]:
    lines = _lines(files[place.file])
    end = place.end
    if not text and end < len(lines) and not lines[end].strip():
        end += 1  # the blank line that set it apart goes with it
    lines[place.start : end] = _lines(text) if text else []
    return {**files, place.file: "\n".join(lines)}


def _added(files: Files, table: str, text: str) -> dict[str, str]:
    last = [place for file, its in sorted(files.items()) for place in _places(file, its, table)]
    if not last:
        file = HOMES[table]
        return {**files, file: f"{files.get(file, '').rstrip()}\n\n{text}\n".lstrip("\n")}
    place = last[-1]
    lines = _lines(files[place.file])
    lines[place.end : place.end] = ["", *_lines(text)]
    return {**files, place.file: "\n".join(lines)}


def _lines(text: str) -> list[str]:
    return text.split("\n")


def _without(files: Files, table: str, key: str) -> tuple[dict[str, Any], int]:
    """Everything the files say but this entry, which a change must leave alone; and how often it stands there."""
    found: dict[str, list[Any]] = {}
    for _, text in sorted(files.items()):
        for name, value in tomllib.loads(text).items():
            found.setdefault(name, []).extend(value if isinstance(value, list) else [value])
    every_one = found.pop(table, [])
    rest = [each for each in every_one if not _holds(each, table, key)]
    return {**found, table: rest}, len(every_one) - len(rest)


def _holds(entry: Any, table: str, key: str) -> bool:
    name = KEYS[table]
    return not name or (str(entry.get(name, "")) == key and "only_if" not in entry)
