"""Files sealed piece by piece, so that no file is in memory twice; a piece opens in its place of its file alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.sealing.ring import NotAsSealed, Ring, derived

#: so begins a sealed file; no kind of file that we make anew begins like it
BEGINS = b"\x89govuong\x01"
PIECE = 1 << 20
_ID, _SALT, _MARK = 4, 16, 16


def write(file: BinaryIO, content: bytes, ring: Ring, name: str) -> None:
    """The content, sealed for the file of this name."""
    key, salt = ring.newest, os.urandom(_SALT)
    file.write(BEGINS + key.id + salt)
    aes = _of_file(key.main, salt)
    view = memoryview(content)
    count = max(1, -(-len(view) // PIECE))
    for number in range(count):
        piece = view[number * PIECE : (number + 1) * PIECE]
        file.write(aes.encrypt(_nonce(number, is_last=number == count - 1), piece, name.encode()))


def pieces(file: BinaryIO, ring: Ring, name: str) -> Iterator[bytes]:
    """What was sealed for the file of this name; `is_sealed` was asked before. Raises LostKey or NotAsSealed."""
    key, salt = ring.by_id(file.read(_ID)), file.read(_SALT)
    aes, number = _of_file(key.main, salt), 0
    piece = file.read(PIECE + _MARK)
    while piece:
        after = file.read(PIECE + _MARK)
        try:
            yield aes.decrypt(_nonce(number, is_last=not after), piece, name.encode())
        except (InvalidTag, ValueError):
            raise NotAsSealed(name) from None
        piece, number = after, number + 1
    if not number:
        raise NotAsSealed(name)


def is_sealed(file: BinaryIO) -> bool:
    """True for a sealed file, of which the beginning is read then; a plain one stands at its beginning again."""
    if file.read(len(BEGINS)) == BEGINS:
        return True
    file.seek(0)
    return False


def key_of(file: BinaryIO) -> str:
    """The name of the key a file is sealed under; `is_sealed` was asked before."""
    return file.read(_ID).hex()


def length_within(size: int) -> int:
    """How large the content of a sealed file is that has this size."""
    sealed = size - len(BEGINS) - _ID - _SALT
    return sealed - -(-sealed // (PIECE + _MARK)) * _MARK


def _of_file(main: bytes, salt: bytes) -> AESGCM:
    """A key of its own for each file: pieces are counted, and no count may come twice under one key."""
    return AESGCM(derived(main, b"file", salt=salt))


def _nonce(number: int, *, is_last: bool) -> bytes:
    """The last piece says so: a file that was cut short does not open."""
    return number.to_bytes(11, "big") + bytes([is_last])
