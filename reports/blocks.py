"""What a document is made of, whether Word or a PDF is written of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 is a part (I.), 2 a section (1.)."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class ToFill:
    """A place where a person is to write; what belongs there."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header; `widths` in millimetres, columns from `numbers` on are set to the right."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    numbers: int = 1


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as SVG; `alt` says in a sentence what it shows, for whoever cannot see it."""

    svg: str
    alt: str


@dataclass(frozen=True, slots=True)
class NewPage:
    """An annex begins."""


Block: TypeAlias = Heading | Paragraph | ToFill | Table | Picture | NewPage


@dataclass(frozen=True, slots=True)
class Letter:
    """An official report: its head, what stands in it, and its end; number, date and signature are a person's."""

    parent: str
    office: str
    number: str
    nation: str
    motto: str
    place: str
    kind: str
    subject: str
    draft: str
    body: Sequence[Block]
    recipients: Sequence[str]
    authority: str
    signer: str
    name: str
    annexes: Sequence[Block] = ()
