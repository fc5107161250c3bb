"""Nothing that is read can run: no program of ours knows how to bring objects back from bytes."""

from __future__ import annotations

import ast
import pickle
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.province import kept, read_catalogue
from bot.settings import ROOT
from domain.routing.packing import MARK, pack, unpack

OURS = ("bot", "domain", "handlers", "reports", "storage", "web")
#: what makes objects, or runs code, of bytes
MODULES = {"pickle", "_pickle", "cPickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "jsonpickle", "numpy"}
CALLS = {"eval", "exec", "compile", "__import__", "full_load", "unsafe_load"}


def sources() -> Iterator[Path]:
    for folder in OURS:
        yield from sorted((ROOT / folder).rglob("*.py"))


def faults(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (each.name for each in names if each.name.partition(".")[0] in MODULES)
            case ast.ImportFrom(module=str(module)) if module.partition(".")[0] in MODULES:
                yield module
            case ast.Call(func=ast.Name(id=name)) if name in CALLS:
                yield name
            case ast.Attribute(attr="PickleType" | "HIGHEST_PROTOCOL" | "read_pickle" as name):
                yield name


def test_no_program_of_ours_reads_objects() -> None:
    assert [(path, fault) for path in sources() for fault in faults(ast.parse(path.read_text()))] == []


@pytest.mark.parametrize("line", ["import pickle", "from joblib import load", "import numpy as np", "eval(x)"])
def test_the_look_at_the_sources_would_find_one(line: str) -> None:
    assert list(faults(ast.parse(line)))


class Traps:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return Path.touch, (Path("trapped"),)  # type: ignore[return-value]


def test_what_was_learnt_is_numbers_and_json_and_anything_else_is_refused(tmp_path: Path) -> None:
    packed = pack({"words": ["giấy phép"]}, {"weights": array("d", [0.5])})
    assert packed.startswith(MARK)
    assert unpack(packed) == ({"words": ["giấy phép"]}, {"weights": array("d", [0.5])})
    for other in (pickle.dumps(Traps()), MARK + pickle.dumps(Traps()), packed[:-1], packed + b"x", b""):
        with pytest.raises(ValueError, match="these are not the bytes"):
            unpack(other)
    folder = ROOT / "catalogue" / "lang-son"
    assert kept(folder, read_catalogue(folder)[0], tmp_path).suffix == ".bin"
