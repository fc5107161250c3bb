"""The system calls a process gives up for good (seccomp): sockets of every kind, and looking into other processes.

A network of its own has no neighbours, but a socket that has a path in the file system, such as a database's or a
container engine's, could be reached from there all the same.
"""

from __future__ import annotations

import ctypes
import platform
import struct

_NO_NEW_PRIVILEGES, _SET_SECCOMP, _WITH_A_FILTER = 38, 22, 2
#: machine → how the kernel names it, and its numbers of socket, ptrace, process_vm_readv and process_vm_writev
_MACHINES = {
    "x86_64": (0xC000003E, (41, 101, 310, 311)),
    "aarch64": (0xC00000B7, (198, 117, 270, 271)),
}
#: the same everywhere: io_uring makes sockets without the call for them; a file handle opens files without their path
_IO_URING, _OPEN_BY_HANDLE = 425, {"x86_64": 304, "aarch64": 265}
#: from here on x86-64 knows the same calls by other numbers
_OTHER_NUMBERS = 0x40000000
_LOAD, _IS, _IS_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _NOT_PERMITTED = 0x7FFF0000, 0x00050001
_MACHINE_AT, _NUMBER_AT = 4, 0


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def give_up(libc: ctypes.CDLL) -> bool:
    """From now on these calls fail in this process and its children; False where this machine knows no such thing."""
    known = _MACHINES.get(platform.machine())
    if known is None:
        return False
    steps = _filter(known[0], (*known[1], _IO_URING, _OPEN_BY_HANDLE[platform.machine()]))
    program = _Program(len(steps) // 8, steps)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    return bool(libc.prctl(_SET_SECCOMP, _WITH_A_FILTER, ctypes.byref(program), 0, 0) == 0)


def _filter(machine: int, refused: tuple[int, ...]) -> bytes:
    """The kernel's little program: another machine's calls and the refused ones fail, all others go on."""
    many = len(refused)
    steps = [
        _step(_LOAD, _MACHINE_AT),
        _step(_IS, machine, otherwise=many + 3),
        _step(_LOAD, _NUMBER_AT),
        _step(_IS_AT_LEAST, _OTHER_NUMBERS, then=many + 1),
        *(_step(_IS, number, then=many - place) for place, number in enumerate(refused)),
        _step(_RETURN, _ALLOW),
        _step(_RETURN, _NOT_PERMITTED),
    ]
    return b"".join(steps)


def _step(what: int, value: int, then: int = 0, otherwise: int = 0) -> bytes:
    """One step; `then` and `otherwise` count the steps to leave out."""
    return struct.pack("=HBBI", what, then, otherwise, value)
