"""Reading TOML tables field by field, collecting every mistake with its line and its mend."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from domain.language import LANGUAGES


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One mistake in a catalogue file: where it is and what mends it (line 0: the line is not known)."""

    file: str
    line: int
    what: str
    mend: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.what} → {self.mend}"


class CatalogueError(Exception):
    """The catalogue cannot be used; says every mistake at once, each with its file, line and mend."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))


@dataclass(slots=True)
class Table:
    """One TOML table with its place in the file; asking for a field notes what is wrong with it."""

    content: Mapping[str, Any]
    file: str
    lines: tuple[str, ...]
    line: int
    faults: list[Fault]
    asked: set[str] = field(default_factory=set)

    def fault(self, what: str, mend: str, name: str = "") -> None:
        self.faults.append(Fault(self.file, self.line_of(name), what, mend))

    def line_of(self, name: str) -> int:
        """The line of a field of this table; the line of the table's header when it is not found."""
        starts = re.compile(rf"\s*{re.escape(name)}\s*=") if name else None
        for number, text in enumerate(self.lines[self.line :], self.line + 1):
            if starts is None or text.lstrip().startswith("["):
                break
            if starts.match(text):
                return number
        return self.line

    def _get(self, name: str, wanted: type | tuple[type, ...], example: str, *, needed: bool) -> Any:
        self.asked.add(name)
        value = self.content.get(name)
        if value is None and needed:
            self.fault(f"thiếu “{name}”", f"thêm dòng như {name} = {example}")
        if value is None or (isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool))):
            return value
        self.fault(f"“{name}” là {value!r}", f"viết như {name} = {example}", name)
        return None

    def text(self, name: str, default: str | None = None) -> str:
        """The text of a field; "" and a fault when it is missing without a default."""
        return self._get(name, str, '"…"', needed=default is None) or default or ""

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, empty when the field is left out."""
        found = self._get(name, list, '["…", "…"]', needed=False) or []
        if not all(isinstance(each, str) for each in found):
            self.fault(f"“{name}” có mục không phải là chữ", "đặt mỗi mục trong dấu ngoặc kép", name)
            return ()
        return tuple(found)

    def names(self, name: str, *, needed: bool = True) -> Mapping[str, str]:
        """Names by language; Vietnamese is required, the other languages are optional."""
        example = '{ vi = "…", en = "…", zh = "…" }'
        found = self._get(name, dict, example, needed=needed) or {}
        for language in set(found) - set(LANGUAGES):
            self.fault(f"“{name}” có ngôn ngữ lạ “{language}”", f"dùng {', '.join(LANGUAGES)}", name)
        if found and not isinstance(found.get("vi"), str):
            self.fault(f"“{name}” chưa có tiếng Việt", f"viết như {name} = {example}", name)
        return {key: str(value) for key, value in found.items()}

    def whole(self, name: str) -> int | None:
        found: int | None = self._get(name, int, "3", needed=False)
        return found

    def number(self, name: str) -> float | None:
        found = self._get(name, (int, float), "0.5", needed=False)
        return None if found is None else float(found)

    def truth(self, name: str, *, default: bool) -> bool:
        found = self._get(name, bool, "true", needed=False)
        return default if found is None else bool(found)

    def day(self, name: str, *, needed: bool = True) -> date | None:
        found: date | None = self._get(name, date, "2026-11-24", needed=needed)
        return found

    def clock(self, name: str) -> time:
        found = self._get(name, time, "07:30:00", needed=True)
        return found or time(0, 0)

    def children(self, name: str) -> Iterator[Table]:
        """The inner tables of a list such as sessions = [{ … }, { … }]; they share this table's place."""
        found = self._get(name, list, "[{ … }]", needed=False) or []
        for each in found:
            if isinstance(each, dict):
                child = Table(each, self.file, self.lines, self.line_of(name), self.faults)
                yield child
                child.done()
            else:
                self.fault(f"“{name}” có {each!r}", f"viết như {name} = [{{ … }}]", name)

    def done(self) -> None:
        """Note every field nobody asked for: usually a spelling mistake."""
        for name in set(self.content) - self.asked:
            near = difflib.get_close_matches(name, self.asked, 1)
            self.fault(f"không có mục “{name}” ở đây", f"viết “{near[0]}”" if near else "bỏ dòng này", name)


def tables_in(files: Mapping[str, str], faults: list[Fault]) -> dict[str, list[Table]]:
    """All tables of all files by their name; a file that is not TOML becomes one fault."""
    found: dict[str, list[Table]] = {}
    for file, text in sorted(files.items()):
        try:
            content = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            place = re.search(r"line (\d+)", str(error))
            faults.append(
                Fault(
                    file,
                    int(place[1]) if place else 0,
                    f"không đọc được ({error})",
                    "xem lại dấu ngoặc, dấu phẩy, dấu = ở chỗ này",
                )
            )
            continue
        for name, value in content.items():
            found.setdefault(name, []).extend(_tables(file, tuple(text.splitlines()), name, value, faults))
    return found


def _tables(file: str, lines: tuple[str, ...], name: str, value: Any, faults: list[Fault]) -> Iterator[Table]:
    header = re.compile(rf"\s*\[\[?\s*{re.escape(name)}\s*\]")
    numbers = [number for number, text in enumerate(lines, 1) if header.match(text)]
    contents = value if isinstance(value, list) else [value]
    for place, content in enumerate(contents):
        line = numbers[place] if place < len(numbers) else 0
        if isinstance(content, dict):
            yield Table(content, file, lines, line, faults)
        else:
            faults.append(Fault(file, line, f"“{name}” nằm ngoài mọi khối", "đưa vào dưới một dòng [tên khối]"))
