"""What the C library keeps of the memory a program has given back."""

from __future__ import annotations

import contextlib
import ctypes
import gc

#: glibc's name for "how many heaps at most" in mallopt
_M_ARENA_MAX = -8


def use_one_heap() -> None:
    """Every thread takes its memory from the same heap: glibc gives each its own, and what one frees no other uses.

    Told to the running process before it has threads: the environment (MALLOC_ARENA_MAX) would have
    to be set before the start, or the program started twice. Another C library knows no heaps and is left alone.
    """
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)


def give_back() -> None:
    """Free memory goes back to the system: after the start, which takes more than what follows."""
    gc.collect()  # the circles that importing leaves behind: a tenth of a second, once
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
