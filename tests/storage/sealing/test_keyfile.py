"""The file of the main key."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import ROOT
from storage.sealing import keyfile
from storage.sealing.ring import LostKey


def test_a_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "main.key"
    made = keyfile.make(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert keyfile.make(path).ids == made.ids == keyfile.read(path).ids
    assert [each.name for each in path.parent.iterdir()] == ["main.key"]


def test_two_that_make_one_at_once_have_the_same(tmp_path: Path) -> None:
    make = f"keyfile.make(Path({str(tmp_path / 'k')!r}))"
    program = f"from pathlib import Path; from storage.sealing import keyfile; print({make}.ids)"
    running = [subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE) for _ in range(3)]
    said = {each.communicate(timeout=50)[0] for each in running}
    assert len(said) == 1
    assert str(keyfile.read(tmp_path / "k").ids).encode() in said.pop()


def test_a_new_key_stands_before_the_old_one_until_that_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "main.key"
    (old,) = keyfile.make(path).ids
    new, kept = keyfile.add(path).ids
    assert kept == old != new
    assert keyfile.read(path).ids == [new, old]
    assert keyfile.drop_old(path).ids == keyfile.read(path).ids == [new]
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("text", ["", "# nothing\n", "no key at all\n", "AAAA\n", "\ufffd\x00", "A" * 43 + "=\nAAAA\n"])
def test_what_holds_no_key_is_no_key(tmp_path: Path, text: str) -> None:
    path = tmp_path / "main.key"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LostKey):
        keyfile.read(path)
