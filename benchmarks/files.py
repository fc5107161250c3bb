"""Memory and time for the forty nastiest files: each in a process of its own, as the bot makes them anew.

Usage: python -m benchmarks.files [PART OF A NAME]
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.nasty_files import NASTY
from bot.delivery.cleaning import LONGEST
from bot.settings import ROOT

MEGABYTE = 1_000_000
KILOBYTES = 1024


class Measured(NamedTuple):
    """What became of one file."""

    size: int
    seconds: float
    cpu: float
    memory: int
    became: str


def measured(name: str, folder: Path) -> Measured:
    """One file made anew, or withheld; memory (bytes) is the most that the process had at once."""
    source, target = folder / "source", folder / "target"
    make = [sys.executable, "-W", "ignore", "-m", "benchmarks.nasty_files", name, str(source)]
    subprocess.run(make, cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
    began = time.monotonic()
    command = [sys.executable, "-m", "storage.scrubbing", str(source), str(target)]
    with subprocess.Popen(command, cwd=ROOT, env={}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        said = child.stdout.read().decode() if child.stdout else ""
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    became = f"{said}, {target.stat().st_size / MEGABYTE:.1f} MB" if child.returncode == 0 else f"withheld: {said}"
    seconds = time.monotonic() - began
    return Measured(source.stat().st_size, seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * KILOBYTES, became)


def main(argv: list[str]) -> int:
    """Print the table; 1 when a file took longer than the bot waits."""
    wanted = [name for name in NASTY if all(part in name for part in argv)]
    print(f"{'file':40} {'size':>8} {'s':>6} {'CPU s':>6} {'memory':>8}  became")
    found = []
    for name in wanted:
        with tempfile.TemporaryDirectory(prefix="govuong-") as folder:
            one = measured(name, Path(folder))
        found.append(one)
        size, memory = f"{one.size / MEGABYTE:.1f} MB", f"{one.memory / MEGABYTE:.0f} MB"
        print(f"{name:40} {size:>8} {one.seconds:6.1f} {one.cpu:6.1f} {memory:>8}  {one.became}", flush=True)
    print(f"\n{len(found)} files; at most {max(each.cpu for each in found):.1f} s of CPU, ", end="")
    print(f"{max(each.memory for each in found) / MEGABYTE:.0f} MB")
    return int(any(each.seconds > LONGEST for each in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
