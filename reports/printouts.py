"""A case on one or two pages of PDF; as a program it reads the sentences as JSON and writes the PDF to its output.

typst's own faces lack Chinese, Japanese and Korean, in which businesses write: those letters come from Noto Sans CJK.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

import typst

from reports.charts import FONT
from reports.pages import BOLD, string, text

#: what is not in the first face comes from the second
FACES = (FONT, "Noto Sans CJK SC")
_SETUP = f"""
#set document(title: TITLE)
#set page(paper: "a4", margin: 22mm, footer: context {{
  set text(size: 9pt)
  align(right, counter(page).display("1/1", both: true))
}})
#set text(font: ({", ".join(map(json.dumps, FACES))}), size: 12pt, lang: LANGUAGE, hyphenate: false)
#set par(leading: 0.65em, spacing: 0.8em)
"""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the paper, in words: facts by their names, parts under their headings, and its foot."""

    language: str
    title: str
    facts: Sequence[tuple[str, str]]
    parts: Sequence[tuple[str, str]]
    foot: Sequence[str]


def pdf(sheet: Sheet) -> bytes:
    """The sheet, its fonts in it."""
    setup = _SETUP.replace("TITLE", string(sheet.title)).replace("LANGUAGE", string(sheet.language))
    cells = ", ".join(f"{text(name, fill='luma(35%)')}, {_lines(value)}" for name, value in sheet.facts)
    made = [
        setup,
        f"#align(center, {text(sheet.title, size='17pt', weight=BOLD)})\n#v(6pt)",
        f"#table(columns: (auto, 1fr), stroke: none, inset: (x: 4pt, y: 3.5pt), {cells})",
    ]
    for heading, words in sheet.parts:
        made += [f"#block(sticky: true, above: 1.4em, {text(heading, size='13pt', weight=BOLD)})", f"#{_lines(words)}"]
    made += ["#v(10pt)\n#line(length: 100%, stroke: 0.5pt)"]
    made += [f"#par({text(each, size='10.5pt')})" for each in sheet.foot]
    faces = typst.Fonts(include_system_fonts=False, font_paths=[str(resources.files("manimgx_fonts_cjk"))])
    written = typst.compile("\n".join(made).encode(), format="pdf", font_paths=faces)
    if not isinstance(written, bytes):
        raise TypeError("a PDF in several files")
    return written


def _lines(words: str) -> str:
    """The text with its lines as they were written."""
    return f"[{' '.join(f'#par({text(each)})' for each in words.splitlines() if each.strip())}]"


if __name__ == "__main__":
    sys.stdout.buffer.write(pdf(Sheet(**json.load(sys.stdin))))
