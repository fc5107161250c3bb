"""`govuong catalogue --check`: every mistake in the folder that describes a province, before a start stops at it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.province import read_catalogue
from bot.settings import Settings
from domain.province.catalogue import Catalogue
from domain.province.tables import CatalogueError
from domain.routing.examples import examples


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command understands."""
    parser.add_argument("folder", nargs="?", type=Path, help="the folder of a province (else the one CATALOGUE names)")
    parser.add_argument("--check", action="store_true", required=True, help="name each mistake: file, line, mend")


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Say what is in the catalogue, or each mistake on a line of its own; 1 when there is one."""
    folder = args.folder or settings.catalogue
    wrong = _examples(folder)
    try:
        catalogue, _ = read_catalogue(folder)
    except CatalogueError as error:
        wrong = [*map(str, error.faults), *wrong]
    except UnicodeDecodeError:
        wrong = ["có tệp không ghi bằng mã UTF-8 → lưu lại bằng UTF-8", *wrong]
    for line in wrong:
        print(line, file=sys.stderr)
    if wrong:
        print(
            f"{folder}: {len(wrong)} chỗ cần sửa; chưa sửa thì chương trình không khởi động, hoặc chuyển sai cơ quan.",
            file=sys.stderr,
        )
        return 1
    print(_told(folder, catalogue))
    return 0


def _examples(folder: Path) -> list[str]:
    """What is wrong with each file of labelled examples."""
    wrong = []
    for path in sorted((folder / "examples").glob("*.jsonl")):
        try:
            examples(path.read_text(encoding="utf-8"))
        except ValueError as error:
            wrong.append(f"examples/{path.name}: {error}")
    return wrong


def _told(folder: Path, catalogue: Catalogue) -> str:
    takes = [each for each in catalogue.departments if each.takes_cases and not each.successor]
    return f"{folder}: không có gì phải sửa. {len(takes)} cơ quan nhận vụ việc, {len(catalogue.topics)} loại việc."
