"""`govuong new-province KEY`: the folder that describes another province, valid at once, to be filled in by a clerk."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from bot.province import read_catalogue
from bot.settings import ROOT, Settings
from domain.province.another import Another, Changes

KEY = re.compile(r"[a-z]+(-[a-z]+)*")
LONGEST = 60
#: what a name may begin with and is not part of it
RANK = re.compile(r"(?i)(tỉnh|thành phố|tp\.?)\s+")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command understands."""
    parser.add_argument("key", help="the folder's name: small letters without diacritics, such as cao-bang")
    parser.add_argument("--name", default="", help="the province's name in Vietnamese, such as “Tỉnh Cao Bằng”")
    parser.add_argument("--out", type=Path, help="the folder to make it in (where the province of CATALOGUE lies)")


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Write the folder, or say in a line why not (2)."""
    folder = (args.out or settings.catalogue.parent) / args.key
    name = RANK.sub("", " ".join(args.name.split()), count=1) or args.key.replace("-", " ").title()
    if wrong := _refused(args.key, name, folder):
        print(wrong, file=sys.stderr)
        return 2
    _write(folder, name)
    print(f"{folder}: {name}. Cần điền: communes.toml, và những chỗ ghi PHẢI trong các tệp.")
    print(f"Kiểm tra: govuong catalogue --check {folder}. Dùng: ghi CATALOGUE={folder} vào .env rồi khởi động lại.")
    return 0


def _refused(key: str, name: str, folder: Path) -> str:
    """Why it cannot be made; "" when it can."""
    if not KEY.fullmatch(key) or not 1 < len(key) <= LONGEST:
        return f"“{key}” không dùng làm mã tỉnh được → viết chữ thường không dấu, nối bằng gạch ngang, như cao-bang"
    if not re.fullmatch(r"[^\W\d_][^\W\d_]+([ '-]+[^\W\d_]+)*", name) or len(name) > LONGEST:
        return f'“{" ".join(name.split())[:LONGEST]}” không dùng làm tên tỉnh được → viết như --name "Tỉnh Cao Bằng"'
    if folder.exists():
        return f"{folder} đã có, không ghi đè → chọn mã khác, hoặc thư mục khác với --out"
    return ""


def _write(folder: Path, name: str) -> None:
    """All files into a folder beside it first: it is there whole or not at all."""
    model = ROOT / "catalogue" / Path(Settings.model_fields["catalogue"].default).name
    changes = Changes.read((model.parent / "new-province.toml").read_text(encoding="utf-8"))
    another = Another(name, read_catalogue(model)[0], changes)
    half = folder.with_name(f".{folder.name}.half")
    (half / "examples").mkdir(parents=True, exist_ok=True)
    for path in sorted(model.glob("*.toml")):
        _put(half / path.name, another.toml(path.name, path.read_text(encoding="utf-8")))
    for path in sorted((model / "examples").glob("*.jsonl")):
        if lines := another.examples(path.read_text(encoding="utf-8")):
            _put(half / "examples" / f"{changes.rename.get(path.stem, path.stem)}.jsonl", lines)
    half.rename(folder)


def _put(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
