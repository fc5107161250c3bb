"""A letter as PDF, and a chart as a picture, through typst; its own serif face has every letter of Vietnamese."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Literal

import typst

from reports.blocks import Block, Heading, Letter, NewPage, Paragraph, Picture, Table, ToFill
from reports.charts import FONT

#: points an inch of a picture in a chat or a .docx
SHARP = 200
BOLD, ITALIC = '"bold"', '"italic"'

_SETUP = f"""
#set document(title: TITLE)
#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 18mm), header-ascent: 35%,
  header: context if counter(page).get().first() > 1 {{ align(center, text(size: 13pt, counter(page).display())) }})
#set text(font: "{FONT}", size: 13.5pt, lang: "vi", hyphenate: false)
#set par(justify: true, leading: 0.7em, spacing: 0.85em, first-line-indent: (amount: 10mm, all: true))
#let plain(body) = {{ set par(first-line-indent: 0pt, justify: false); body }}
#let under(part, body) = context {{
  let size = measure(body)
  stack(spacing: 3pt, body, line(length: size.width * part, stroke: 0.6pt))
}}
"""


def pdf(letter: Letter) -> bytes:
    """The letter, its fonts in it."""
    body = "\n".join(_block(each) for each in letter.body)
    setup = _SETUP.replace("TITLE", string(f"{letter.kind}: {letter.subject}"))
    annexes = "\n".join(_block(each) for each in letter.annexes)
    source = "\n".join((setup, _head(letter), body, _end(letter), annexes))
    return _compiled(source, "pdf")


def png(svg: str) -> bytes:
    """A chart as a picture."""
    page = "#set page(width: 180mm, height: auto, margin: 2mm)\n"
    return _compiled(page + f'#image(bytes({string(svg)}), format: "svg", width: 100%)', "png")


def _compiled(source: str, form: Literal["pdf", "png"]) -> bytes:
    made = typst.compile(source.encode(), format=form, ppi=SHARP, ignore_system_fonts=True)
    if not isinstance(made, bytes):  # a list where there are several pages, which a picture has not
        raise TypeError("a picture of several pages")
    return made


def string(words: str) -> str:
    """A string of typst: whatever stands in it is text and nothing else."""
    return json.dumps(words, ensure_ascii=False).replace("\\/", "/")


def text(words: str, **styles: str) -> str:
    """Words in a style, as typst is told."""
    given = "".join(f"{name}: {value}, " for name, value in styles.items())
    return f"text({given}{string(words)})"


def _head(letter: Letter) -> str:
    left = (
        text(letter.parent, size="12pt"),
        f"under(0.4, {text(letter.office, size='12pt', weight=BOLD)})",
        "v(2pt)",
        text(letter.number, size="13pt"),
    )
    right = (
        text(letter.nation, size="12pt", weight=BOLD),
        f"under(1.0, {text(letter.motto, size='13pt', weight=BOLD)})",
        "v(2pt)",
        text(letter.place, size="13pt", style=ITALIC),
    )
    title = (
        text(letter.kind, size="14pt", weight=BOLD),
        f"under(0.4, block(width: 85%, {text(letter.subject, size='14pt', weight=BOLD)}))",
        text(letter.draft, size="12pt", style=ITALIC),
    )
    columns = ", ".join(f"align(center, stack(spacing: 5pt, {', '.join(side)}))" for side in (left, right))
    return (
        f"#plain(grid(columns: (1fr, auto), column-gutter: 6mm, {columns}))\n#v(8pt)\n"
        f"#plain(align(center, stack(spacing: 7pt, {', '.join(title)})))\n#v(6pt)"
    )


def _block(block: Block) -> str:
    match block:
        case Heading(words, 1):
            made = f"block(sticky: true, above: 1.3em, plain({text(words, weight=BOLD)}))"
        case Heading(words, _):
            made = f"block(sticky: true, above: 1.1em, {text(words, weight=BOLD)})"
        case Paragraph(words):
            made = f"par({text(words)})"
        case ToFill(words):
            made = f"par({text(words, style=ITALIC)})"
        case Table():
            made = _table(block)
        case Picture(svg, alt):
            made = f'align(center, image(bytes({string(svg)}), format: "svg", width: 100%, alt: {string(alt)}))'
        case NewPage():
            made = "pagebreak()"
    return f"#{made}"


def _table(table: Table) -> str:
    widths = ", ".join(f"{width:g}fr" for width in table.widths)
    header = ", ".join(_cell(words, bold=True) for words in table.header)
    cells = ", ".join(
        _cell(words, right=place >= table.numbers) for row in table.rows for place, words in enumerate(row)
    )
    return (
        f"plain({{ set text(size: 11pt); table(columns: ({widths}), inset: 4pt, stroke: 0.5pt, "
        f"table.header({header}), {cells}) }})"
    )


def _cell(words: str, *, bold: bool = False, right: bool = False) -> str:
    side = "center + horizon" if bold else "right" if right else "left"
    weight = {"weight": BOLD} if bold else {}
    return f"table.cell(align: {side}, {text(words, **weight)})"


def _end(letter: Letter) -> str:
    lines: Sequence[str] = (
        text(letter.recipients[0], size="12pt", weight=BOLD, style=ITALIC),
        *(text(each, size="11pt") for each in letter.recipients[1:]),
    )
    signer = (
        text(letter.authority, weight=BOLD),
        text(letter.signer, weight=BOLD),
        "v(22mm)",
        text(letter.name, weight=BOLD),
    )
    return (
        "#v(10pt)\n#block(breakable: false, plain(grid(columns: (1fr, 1fr), "
        f"stack(spacing: 5pt, {', '.join(lines)}), align(center, stack(spacing: 6pt, {', '.join(signer)})))))"
    )
