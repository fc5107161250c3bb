"""`python -m storage.scrubbing SOURCE TARGET`: make one file anew within walls; 0 and its ending, or 1 and why not.

A file made to burst or to hang, or one that breaks a library, takes only this process with it.
`--walls` prints what this machine cannot wall off ("network", "files", "root"), and nothing when all of it holds.
"""

from __future__ import annotations

import mimetypes
import os
import sys
import tempfile
from pathlib import Path

from storage.scrubbing import WithheldError, scrubbed, walls

WITHHELD = 1


def main(source: str, target: str) -> int:
    """Make the file at `source` anew into `target`; the exit code. Both are opened before the walls go up."""
    walls.bound()
    content = Path(source).read_bytes()
    with Path(target).open("wb") as result, tempfile.TemporaryDirectory(prefix="govuong-") as room:
        tempfile.tempdir = room
        mimetypes.init()  # openpyxl asks for it, and it reads files of the system
        walls.raise_walls(Path(room))
        try:
            clean = scrubbed(content)
        except (WithheldError, MemoryError) as why:
            sys.stdout.write(str(why) or type(why).__name__)
            return WITHHELD
        result.write(clean.content)
    sys.stdout.write(clean.ending)
    return 0


def guarded(source: str, target: str) -> int:
    """The same in a child, whose violent end is a file withheld, too; it does not outlive this process."""
    parent = os.getpid()
    child = os.fork()
    if not child:
        walls.die_with(parent)
        code = main(source, target)
        sys.stdout.flush()
        os._exit(code)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code < 0:
        sys.stdout.write(f"ended by signal {-code}")
    return WITHHELD if code else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--walls"]:
        sys.stdout.write(" ".join(walls.raise_walls()))
        sys.exit(0)
    sys.exit(guarded(sys.argv[1], sys.argv[2]))
