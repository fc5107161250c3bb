"""What was learnt as bytes and back: named arrays behind a head of JSON; the same lessons, the same bytes."""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Mapping
from mmap import mmap
from typing import Any, TypeAlias
from zlib import crc32

#: numbers as they are learnt, or as they stand in what was packed
Numbers: TypeAlias = "array[Any] | memoryview[Any]"

MARK = b"govuong-learnt-1\n"
_SIZE = 8


def pack(facts: Mapping[str, Any], arrays: Mapping[str, Numbers]) -> bytes:
    """Facts (anything JSON can say) and arrays in one piece."""
    listed = [[name, _kind(each), each.itemsize, len(each)] for name, each in arrays.items()]
    head = json.dumps({"facts": facts, "arrays": listed}, ensure_ascii=False, sort_keys=True).encode()
    body = b"".join((len(head).to_bytes(_SIZE, "little"), head, *map(_bytes, arrays.values())))
    return MARK + crc32(body).to_bytes(_SIZE, "little") + body


def unpack(packed: bytes | mmap) -> tuple[dict[str, Any], dict[str, Numbers]]:
    """What was packed; raises ValueError for anything else, cut off or changed. The numbers stay where they are."""
    start = len(MARK) + _SIZE
    view = memoryview(packed)[start:]
    if packed[: len(MARK)] != MARK or crc32(view) != int.from_bytes(packed[len(MARK) : start], "little"):
        raise ValueError("these are not the bytes of anything learnt")
    end = _SIZE + int.from_bytes(view[:_SIZE], "little")
    head = json.loads(bytes(view[_SIZE:end]))
    arrays: dict[str, Numbers] = {}
    for name, kind, size, many in head["arrays"]:
        arrays[name] = _array(kind, size, view[end : end + size * many])
        end += size * many
    return head["facts"], arrays


def _kind(numbers: Numbers) -> str:
    return numbers.typecode if isinstance(numbers, array) else numbers.format


def _bytes(numbers: Numbers) -> bytes:
    if sys.byteorder == "little":
        return numbers.tobytes()
    turned = array(_kind(numbers), numbers)
    turned.byteswap()
    return turned.tobytes()


def _array(kind: str, size: int, view: memoryview) -> Numbers:
    found: array[Any] = array(kind)
    if found.itemsize != size:
        raise ValueError("numbers of another machine")
    if sys.byteorder == "little":
        return view.cast(kind)  # type: ignore[call-overload, no-any-return]  # a kind of array is one of memoryview, too
    found.frombytes(view)
    found.byteswap()
    return found
