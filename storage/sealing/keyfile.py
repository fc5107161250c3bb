"""The file of the main key: one line a key, the newest first, for its owner alone."""

from __future__ import annotations

import contextlib
import os
import secrets
from base64 import b64decode, b64encode
from collections.abc import Sequence
from pathlib import Path

from storage.sealing.ring import KEY_BYTES, LostKey, Ring

_HEAD = (
    "# The main key of Go Vuong. Without it, who is behind a hidden case is lost for good:",
    "# keep a copy elsewhere, never beside a copy of the database.",
)


def read(path: Path) -> Ring:
    """The keys of the file; raises LostKey for a file without any, or that holds something else, and OSError."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    keys = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    try:
        mains = [b64decode(key, validate=True) for key in keys]
    except ValueError:
        mains = []
    if not mains or any(len(main) != KEY_BYTES for main in mains):
        raise LostKey("holds no key")
    return Ring(mains)


def make(path: Path) -> Ring:
    """A new key in a file that was not there; of two processes that make one at once both get the same."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = _half(path, [secrets.token_bytes(KEY_BYTES)])
    with contextlib.suppress(FileExistsError):
        os.link(half, path)
    half.unlink()
    _sync_folder(path)
    return read(path)


def add(path: Path) -> Ring:
    """A new key stands before those of the file from now on."""
    ring = Ring([secrets.token_bytes(KEY_BYTES), *(key.main for key in read(path).keys)])
    _write(path, [key.main for key in ring.keys])
    return ring


def drop_old(path: Path) -> Ring:
    """Only the newest key is left in the file."""
    ring = Ring([read(path).newest.main])
    _write(path, [ring.newest.main])
    return ring


def _write(path: Path, mains: Sequence[bytes]) -> None:
    """All of it or nothing, also when the power goes: a key that was half written would be lost."""
    _half(path, mains).replace(path)
    _sync_folder(path)


def _half(path: Path, mains: Sequence[bytes]) -> Path:
    """The file under a name of its own, whole on disk, for its owner alone."""
    half = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write("\n".join([*_HEAD, *(b64encode(main).decode() for main in mains), ""]))
        file.flush()
        os.fsync(file.fileno())
    return half


def _sync_folder(path: Path) -> None:
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
