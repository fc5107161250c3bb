"""The wheel holds everything: installed elsewhere it migrates, answers and serves without this folder."""

from __future__ import annotations

import os
import signal
import site
import subprocess
import sys
import time
import urllib.request
import zipfile
from pathlib import Path

import pytest

from bot.settings import ROOT
from tests.product import free_port

UV = Path(sys.executable).with_name("uv")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with the wheel; the libraries are those of this one, our own code is not."""
    folder = tmp_path_factory.mktemp("wheel")
    build = (
        "build",
        "--quiet",
        "--wheel",
        "--no-build-isolation",
        "--python",
        sys.executable,
        "--out-dir",
        str(folder),
    )
    subprocess.run([UV, *build], cwd=ROOT, check=True)
    (wheel,) = folder.glob("*.whl")
    place = folder / "venv"
    subprocess.run([UV, "venv", "--quiet", "--python", sys.executable, place], check=True)
    (packages,) = place.glob("lib/python*/site-packages")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/", "var/"))]
    subprocess.run([UV, "pip", "install", "--quiet", "--offline", "--no-deps", "--python", place, wheel], check=True)
    # a folder that such a file names is not searched for further ones: the checkout is not found through it
    (packages / "libraries.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    return place


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "WEB_PORT": str(free_port()), "LOG_LEVEL": "error"}


def test_every_module_comes_from_the_wheel(installed: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    ask = "import bot, domain, handlers, reports, storage, web; print(*(m.__path__[0] for m in (bot, domain, web)))"
    python = installed / "bin" / "python"
    said = subprocess.run(
        [python, "-c", ask], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert all(each.startswith(str(installed)) for each in said.stdout.split())


@pytest.mark.timeout(180)
def test_installed_elsewhere_it_migrates_and_serves_the_page(
    installed: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    command = installed / "bin" / "govuong"
    assert "The database is at revision" in ran(command, "migrate", cwd=tmp_path, env=environment)
    assert (tmp_path / "var" / "govuong.db").is_file()
    serving = subprocess.Popen([command, "run"], cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL)
    try:
        page = fetched(f"http://127.0.0.1:{environment['WEB_PORT']}/")
        style = next(each for each in page.split('"') if ".css" in each)
        assert "Gỡ Vướng" in page
        assert fetched(f"http://127.0.0.1:{environment['WEB_PORT']}{style}")
    finally:
        serving.send_signal(signal.SIGTERM)
        assert serving.wait(30) == 0
    listed = ran(command, "departments", cwd=tmp_path, env=environment)
    assert "thue-tinh" in listed


def ran(*command: Path | str, cwd: Path, env: dict[str, str]) -> str:
    """What a command that must go well has said."""
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=True).stdout


def fetched(address: str) -> str:
    """What is served there, as soon as it is."""
    end = time.monotonic() + 40
    while True:
        try:
            with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310  our own address
                return str(answer.read().decode())
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
