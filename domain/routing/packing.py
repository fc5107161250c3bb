"""What was learnt as bytes and back: named arrays behind a head of JSON; the same lessons, the same bytes."""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Mapping
from typing import Any
from zlib import crc32

MARK = b"govuong-learnt-1\n"
_SIZE = 8


def pack(facts: Mapping[str, Any], arrays: Mapping[str, array[Any]]) -> bytes:
    """Facts (anything JSON can say) and arrays in one piece."""
    listed = [[name, each.typecode, each.itemsize, len(each)] for name, each in arrays.items()]
    head = json.dumps({"facts": facts, "arrays": listed}, ensure_ascii=False, sort_keys=True).encode()
    body = b"".join((len(head).to_bytes(_SIZE, "little"), head, *map(_bytes, arrays.values())))
    return MARK + crc32(body).to_bytes(_SIZE, "little") + body


def unpack(packed: bytes) -> tuple[dict[str, Any], dict[str, array[Any]]]:
    """What was packed; raises ValueError for anything else, cut off or changed."""
    start = len(MARK) + _SIZE
    view = memoryview(packed)[start:]
    if packed[: len(MARK)] != MARK or crc32(view) != int.from_bytes(packed[len(MARK) : start], "little"):
        raise ValueError("these are not the bytes of anything learnt")
    end = _SIZE + int.from_bytes(view[:_SIZE], "little")
    head = json.loads(bytes(view[_SIZE:end]))
    arrays: dict[str, array[Any]] = {}
    for name, kind, size, many in head["arrays"]:
        arrays[name] = _array(kind, size, view[end : end + size * many])
        end += size * many
    return head["facts"], arrays


def _bytes(numbers: array[Any]) -> bytes:
    turned = numbers[:]
    if sys.byteorder != "little":
        turned.byteswap()
    return turned.tobytes()


def _array(kind: str, size: int, view: memoryview) -> array[Any]:
    found: array[Any] = array(kind)
    if found.itemsize != size:
        raise ValueError("numbers of another machine")
    found.frombytes(view)
    if sys.byteorder != "little":
        found.byteswap()
    return found
