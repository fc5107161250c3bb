"""What is wrong in which cell of a sheet that somebody brings in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in which cell; `what` for whoever brings the sheet in."""

    sheet: str
    cell: str
    what: str

    def __str__(self) -> str:
        """As it is printed."""
        return f"{self.sheet}!{self.cell}: {self.what}"
