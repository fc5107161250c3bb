"""What a page of the board shows, part by part: the screen and the downloaded file are made of the same rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from markupsafe import Markup

#: a cell's value in a file
Plain = str | int | float | date | None


class Look(StrEnum):
    """How a cell or a part is drawn."""

    PLAIN = ""
    #: to be looked at, and late or beyond what chance makes
    WATCH = "watch"
    LATE = "late"
    TILES = "tiles"
    HEAT = "heat"
    PLACES = "places"
    #: on a phone each row by itself
    CARDS = "cards"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a reader sees; `value` goes into a file, `link` leads to the cases behind it, `level` shades it (0 to 5)."""

    shown: str
    value: Plain
    link: str = ""
    look: Look = Look.PLAIN
    hint: str = ""
    level: int = -1


@dataclass(frozen=True, slots=True)
class Column:
    """A column's name; numbers stand to the right; `figure` is the definition it goes by."""

    name: str
    is_number: bool = False
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; `key` names its file."""

    key: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page: words, a chart and the table it is drawn from, what a reader has to know."""

    table: Table
    lead: str = ""
    chart: Markup = field(default_factory=Markup)
    notes: Sequence[str] = ()
    look: Look = Look.PLAIN


@dataclass(frozen=True, slots=True)
class Choice:
    """A link to the same page seen otherwise."""

    name: str
    address: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a figure is, in words, and by which date it is counted; `key` is what its column names."""

    key: str
    name: str
    words: str
    basis: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its parts, and what its figures mean."""

    key: str
    title: str
    parts: Sequence[Part]
    lead: str = ""
    choices: Sequence[Sequence[Choice]] = ()
    meanings: Sequence[Meaning] = ()
    #: what the choices are between, and what can be begun here
    among: str = ""
    begin: Sequence[Choice] = ()
    #: what has just been done, and what stands in the way
    said: str = ""
    warning: str = ""


def text(shown: str, link: str = "", **more: object) -> Cell:
    """A cell of words."""
    return Cell(shown, shown, link, **more)  # type: ignore[arg-type]
