"""The folder that describes the province: its files read, written whole, and how far it has followed the changes."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

#: which change this folder has last: a number and a mark by which it is told from another database's
TAKEN = ".taken"
_HALF = ".half"


class Unwritable(Exception):  # noqa: N818  says what is the case
    """The program may not write into the folder."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A province's folder; whoever runs the program may edit it by hand at any time."""

    path: Path

    def texts(self) -> dict[str, str]:
        """The catalogue's files by name; raises UnicodeDecodeError for one that is not UTF-8."""
        return {path.name: path.read_text(encoding="utf-8") for path in sorted(self.path.glob("*.toml"))}

    def state(self) -> tuple[tuple[str, int, int], ...]:
        """Changes whenever a file of the folder does; a file that comes and goes meanwhile changes it, too."""
        found = []
        for path in [*sorted(self.path.glob("*.toml")), *sorted(self.path.glob("examples/*.jsonl"))]:
            try:
                known = path.stat()
            except OSError:
                continue
            found.append((path.name, known.st_mtime_ns, known.st_size))
        return tuple(found)

    def check_writable(self, texts: Mapping[str, str]) -> None:
        """Raises Unwritable where these files could not be written just now: no right to, no room."""
        for file, text in texts.items():
            self._half(file, text).unlink()

    def write(self, texts: Mapping[str, str]) -> None:
        """Each file whole or as it was; raises Unwritable."""
        halves = [(self._half(file, text), self.path / file) for file, text in texts.items()]
        for half, path in halves:
            half.replace(path.resolve())
        handle = os.open(self.path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def _half(self, file: str, text: str) -> Path:
        """The file under another name, on the disk for good."""
        path = (self.path / file).resolve()
        half = path.with_name(f".{path.name}{_HALF}")
        try:
            with half.open("w", encoding="utf-8", newline="\n") as opened:
                opened.write(text)
                opened.flush()
                os.fsync(opened.fileno())
            if path.exists():
                shutil.copymode(path, half)
        except OSError as error:
            with contextlib.suppress(OSError):
                half.unlink()
            raise Unwritable(f"{self.path}: {error.strerror}") from None
        return half

    @property
    def taken(self) -> tuple[int, str]:
        """Number and mark of the last change this folder has; (0, "") for one that is as it was handed over."""
        try:
            number, _, mark = (self.path / TAKEN).read_text("ascii").strip().partition(" ")
            return int(number), mark
        except (OSError, ValueError):
            return 0, ""

    def take(self, number: int, mark: str) -> None:
        """It has every change up to this one; raises Unwritable."""
        self.write({TAKEN: f"{number} {mark}\n"})
