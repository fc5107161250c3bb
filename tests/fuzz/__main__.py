"""`python -m tests.fuzz --inputs 1000000`: strange inputs to every door; ends with 1 at a fault, and says its seed."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import tempfile
import time
from pathlib import Path

import structlog

from bot.settings import ROOT
from tests.fuzz.targets import TARGETS, World, run

#: of a hundred inputs so many go to each door
SHARES = {"pages": 45, "webhook": 25, "doings": 22, "files": 8}
PORTION = 2000
SHOWN = 20


def main(argv: list[str] | None = None) -> int:
    """Run them; 0 when nothing was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=10**9, help="stop after so long, whatever is left")
    parser.add_argument("--only", metavar="TARGET[:NUMBER]", help="one target, or one input of it")
    args = parser.parse_args(argv)
    logging.disable(logging.CRITICAL)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    began, done = time.monotonic(), dict.fromkeys(TARGETS, 0)
    found: list[str] = []
    while sum(done.values()) < args.inputs and time.monotonic() - began < args.seconds and not found:
        with tempfile.TemporaryDirectory(prefix="govuong-fuzz-") as folder:
            found = _portion(Path(folder), args, done)
        rate = sum(done.values()) / (time.monotonic() - began)
        print(
            f"{sum(done.values()):>9} inputs ({', '.join(f'{k} {v}' for k, v in done.items())}), {rate:.0f}/s",
            flush=True,
        )
    for fault in found[:SHOWN]:
        print(f"\nFAULT {fault}", file=sys.stderr)
    return 1 if found else 0


def _portion(folder: Path, args: argparse.Namespace, done: dict[str, int]) -> list[str]:
    """So many inputs to every target over a fresh database."""
    world = World(folder, ROOT / "var")
    try:
        if args.only:
            name, _, number = args.only.partition(":")
            numbers = range(int(number), int(number) + 1) if number else range(args.inputs)
            asyncio.run(run(world, name, numbers, args.seed))
            done[name] += args.inputs
            return world.faults
        for name, share in SHARES.items():
            many = min(PORTION, args.inputs) * share // 100
            asyncio.run(run(world, name, range(done[name], done[name] + many), args.seed))
            done[name] += many
    finally:
        world.close()
    return world.faults


if __name__ == "__main__":
    sys.exit(main())
