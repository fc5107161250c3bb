"""What the process that makes files anew may not do: reach the network, read or write anything but what it needs.

Started by root, it goes on as a user of its own, whom nobody else is, or at least without the rights of root.

Everything is asked of Linux itself and given up for good; what this kernel does not know is said, and the rest holds.
"""

from __future__ import annotations

import ctypes
import os
import resource
import sys
from collections.abc import Iterable
from pathlib import Path

from storage.scrubbing import calls

CPU_SECONDS = 60
MEMORY = 1_500_000_000
LARGEST_RESULT = 100_000_000
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_CREATE, _ADD, _RESTRICT = 444, 445, 446
_NO_NEW_PRIVILEGES = 38
_BENEATH = 1
_PARENT_DIES, _KILL = 1, 9
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
#: what a first version of Landlock knows: run, write, read, list, remove and make files; but an empty folder may go
_EVERYTHING = (1 << 13) - 1 - (1 << 4)
_ROOT = Path(__file__).parents[2]
_CAPABILITIES = 0x20080522
#: numbers that are given to services for as long as they run, and to nobody for good
_FIRST_USER, _USERS = 61184, 4336


def bound() -> None:
    """Bounded time, memory and size of what is written; no file for others, no remains when it falls."""
    os.umask(0o077)
    for what, most in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, LARGEST_RESULT),
        (resource.RLIMIT_CORE, 0),  # what was read shall not lie about as a core dump
        (resource.RLIMIT_NPROC, 0) if os.getuid() else (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def die_with(parent: int) -> None:
    """Whoever stops waiting for this process ends it."""
    ctypes.CDLL(None).prctl(_PARENT_DIES, _KILL, 0, 0, 0)
    if os.getppid() != parent:  # it has gone already
        os._exit(1)


def raise_walls(room: Path | None = None) -> list[str]:
    """Put them up around this process; the names of those that could not be: "network", "files", "root".

    In the folder `room` it may write: libraries put parts of a document down there.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    is_alone = libc.unshare(_NEW_NETWORK) == 0
    is_nobody = os.getuid() != 0 or _become_nobody(_readable(), room)  # before root is hidden by a world of its own
    is_alone = is_alone or libc.unshare(_NEW_USER | _NEW_NETWORK) == 0
    is_shut = _shut_files(libc, _readable(), room)
    held = {"files": is_shut, "root": _drop_rights(libc) or is_nobody, "network": calls.give_up(libc) or is_alone}
    return [name for name, holds in held.items() if not holds]


def _become_nobody(readable: Iterable[Path], room: Path | None) -> bool:
    """Go on as a user of its own, for good; False where that one could not read what is needed, or there is none."""
    number = _FIRST_USER + os.getpid() % _USERS
    try:
        os.setgroups([])
        os.setegid(number)
        os.seteuid(number)
        can_read = all(os.access(each, os.R_OK | os.X_OK, effective_ids=True) for each in readable)
        os.seteuid(0)
        os.setegid(0)
        if can_read:
            if room:
                os.chown(room, number, number)
            os.setresgid(number, number, number)
            os.setresuid(number, number, number)
            resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
            die_with(os.getppid())  # Linux forgets it when somebody becomes somebody else
    except OSError:
        return False
    return can_read


def _readable() -> list[Path]:
    """The interpreter, its libraries, fonts, and our own code; not the folder above it, where settings and data lie."""
    prefixes = {Path(each).resolve() for each in (sys.prefix, sys.base_prefix, "/usr", "/lib", "/lib64", "/etc/fonts")}
    return [each for each in (*prefixes, _ROOT / "storage", _ROOT / "domain") if each.exists() and each != Path("/")]


class _Head(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("process", ctypes.c_int))


def _drop_rights(libc: ctypes.CDLL) -> bool:
    """No right of root's from now on (capabilities), whatever the user is called; False where they stay."""
    head, none = _Head(_CAPABILITIES, 0), (ctypes.c_uint32 * 6)()
    return bool(libc.capset(ctypes.byref(head), ctypes.byref(none)) == 0)


class _Ruleset(ctypes.Structure):
    _fields_ = (("handled", ctypes.c_uint64),)


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def _shut_files(libc: ctypes.CDLL, readable: Iterable[Path], room: Path | None) -> bool:
    """Landlock: from now on only these folders may be read, and only the room written; False without it."""
    rules = _Ruleset(_EVERYTHING)
    ruleset = libc.syscall(_CREATE, ctypes.byref(rules), ctypes.sizeof(rules), 0)
    if ruleset < 0:
        return False
    rights = dict.fromkeys(readable, _READ_FILE | _READ_FOLDER) | ({room: _EVERYTHING} if room else {})
    for folder, allowed in rights.items():
        opened = os.open(folder, os.O_PATH | os.O_CLOEXEC)
        rule = _Beneath(allowed, opened)
        libc.syscall(_ADD, ruleset, _BENEATH, ctypes.byref(rule), 0)
        os.close(opened)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    is_shut = bool(libc.syscall(_RESTRICT, ruleset, 0) == 0)
    os.close(ruleset)
    return is_shut
