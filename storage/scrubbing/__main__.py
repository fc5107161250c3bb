"""`python -m storage.scrubbing SOURCE TARGET`: clean one file within bounds; prints the ending, or exits with 3.

A file made to burst or to hang, or one that breaks a library, takes only this process with it.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from storage.scrubbing import WithheldError, scrubbed

WITHHELD = 3
CPU_SECONDS = 30
MEMORY = 2_000_000_000
LARGEST_RESULT = 200_000_000


def main(source: str, target: str) -> int:
    """Clean the file at `source` into `target`; the exit code."""
    for what, most in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, LARGEST_RESULT),
        (resource.RLIMIT_CORE, 0),  # what was read shall not lie about as a core dump
    ):
        resource.setrlimit(what, (most, most))
    try:
        clean = scrubbed(Path(source).read_bytes())
    except WithheldError as why:
        sys.stdout.write(str(why))
        return WITHHELD
    Path(target).write_bytes(clean.content)
    sys.stdout.write(clean.ending)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
