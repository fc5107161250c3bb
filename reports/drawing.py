"""One report in all its forms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reports import facts, letters, pages, pictures, sheets, word
from reports.telling import Telling

#: what a report is written as
FORMS = ("docx", "xlsx", "pdf", "png", "json")


def draw(it: Telling, folder: Path) -> list[Path]:
    """Write every form into the folder, `bao-cao-PERIOD.docx` and so on; each is there whole or not at all."""
    letter = letters.letter(it)
    forms: dict[str, Callable[[], bytes]] = {
        "docx": lambda: word.docx(letter),
        "xlsx": lambda: sheets.xlsx(it),
        "pdf": lambda: pages.pdf(letter),
        "png": lambda: pages.png(pictures.trend(it).svg),
        "json": lambda: facts.written(it.report),
    }
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(folder / file_name(it.report.period.key, form), forms[form]()) for form in FORMS]


def file_name(period: str, form: str) -> str:
    """What a form of a period's report is called."""
    return f"bao-cao-{period}.{form}"


def _write(path: Path, content: bytes) -> Path:
    half = path.with_name(f".{path.name}.part")
    half.write_bytes(content)
    half.replace(path)
    return path
