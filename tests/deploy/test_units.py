"""What is handed over for the machine is right as far as its own programs can tell."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.settings import ROOT

DEPLOY = ROOT / "deploy"
#: how exposed the service may be, as systemd counts it: 10 is nothing shut, 0 everything
MOST_EXPOSED = 2.5


def said(*command: str) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not on this machine")
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=50)
    return done.stdout + done.stderr


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The unit with a program that is there, which is all that is not yet on this machine."""
    text = (DEPLOY / "govuong.service").read_text(encoding="utf-8")
    assert "/opt/govuong/bin/govuong run" in text
    path = tmp_path / "govuong.service"
    path.write_text(text.replace("/opt/govuong/bin/govuong", "/bin/true"), encoding="utf-8")
    return path


def test_systemd_understands_every_line(unit: Path) -> None:
    lines = said("systemd-analyze", "verify", str(unit)).splitlines()
    assert [line for line in lines if "govuong" in line] == []


def test_a_line_it_does_not_understand_is_found(unit: Path) -> None:
    unit.write_text(unit.read_text(encoding="utf-8").replace("ProtectClock=", "ProtectClocks="), encoding="utf-8")
    assert "ProtectClocks" in said("systemd-analyze", "verify", str(unit))


def test_the_service_can_do_little_to_the_machine(unit: Path) -> None:
    told = said("systemd-analyze", "security", "--offline=yes", "--no-pager", str(unit))
    found = re.search(r"Overall exposure level for \S+: ([\d.]+)", told)
    assert found, told
    assert float(found[1]) <= MOST_EXPOSED


def test_caddy_understands_its_file(tmp_path: Path) -> None:
    path = tmp_path / "Caddyfile"
    text = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    path.write_text(text.replace("/var/log/caddy", str(tmp_path)), encoding="utf-8")
    assert "Valid configuration" in said("caddy", "validate", "--adapter", "caddyfile", "--config", str(path))
