"""The main key and those before it: seals values, opens them in their place alone, and compares without showing."""

from __future__ import annotations

import hashlib
import hmac
import os
from binascii import a2b_base64, b2a_base64
from collections.abc import Sequence
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic_core import from_json, to_json

KEY_BYTES = 32
#: under this name a value of JSON is sealed, and so begins a text that is
SEALED = "sealed"
_BEGINS = f"{SEALED}:"
_NONCE, _ID = 12, 4


class LostKey(Exception):  # noqa: N818  says what is missing, like a refusal
    """What is asked for is sealed under a key that is not here."""


class NotAsSealed(Exception):  # noqa: N818  as above
    """What stands here was not sealed here: it was changed, or comes from another place."""


class Key:
    """One main key. Nothing is done with it itself: sealing, comparing and naming it have keys of their own."""

    __slots__ = ("_aes", "_compares", "id", "main")

    def __init__(self, main: bytes) -> None:
        self.main = main
        self.id = derived(main, b"name", _ID)
        self._aes = AESGCM(derived(main, b"seal"))
        self._compares = derived(main, b"compare")

    def seal(self, content: bytes, place: bytes) -> bytes:
        """The content, to be opened with this key in this place only."""
        nonce = os.urandom(_NONCE)
        return self.id + nonce + self._aes.encrypt(nonce, content, place)

    def opened(self, sealed: bytes, place: bytes) -> bytes:
        """The content; raises NotAsSealed."""
        begins = _ID + _NONCE
        try:
            return self._aes.decrypt(sealed[_ID:begins], sealed[begins:], place)
        except (InvalidTag, ValueError):
            raise NotAsSealed(place.decode()) from None

    def digest(self, what: str, value: object) -> bytes:
        """The HMAC of a value: equal for equal ones, and nothing to guess by without the key."""
        return hmac.digest(self._compares, f"{what}\n{value}".encode(), hashlib.sha256)


def derived(main: bytes, purpose: bytes, length: int = KEY_BYTES, salt: bytes | None = None) -> bytes:
    """A key for one purpose, or what tells which main key it is."""
    return HKDF(SHA256(), length, salt, b"govuong " + purpose).derive(main)


class Ring:
    """The keys that open what is kept; the first one seals. While a key is changed there are two."""

    __slots__ = ("keys",)

    def __init__(self, mains: Sequence[bytes]) -> None:
        self.keys = tuple(Key(main) for main in mains)

    @property
    def ids(self) -> list[str]:
        """The names of the keys, the newest first; a name tells nothing of its key."""
        return [key.id.hex() for key in self.keys]

    @property
    def newest(self) -> Key:
        """The key that seals; raises LostKey where there is none."""
        if not self.keys:
            raise LostKey("no key was read")
        return self.keys[0]

    def by_id(self, number: bytes) -> Key:
        """The key of this name; raises LostKey."""
        for key in self.keys:
            if key.id == number:
                return key
        raise LostKey(number.hex())

    def seal(self, value: Any, *place: object) -> str:
        """A JSON value as text that only this ring opens, and only for the same place (table, row, field)."""
        return b2a_base64(self.newest.seal(to_json(value), _place(place)), newline=False).decode()

    def opened(self, sealed: str, *place: object) -> Any:
        """The value sealed for this place; raises LostKey or NotAsSealed."""
        raw = a2b_base64(sealed)
        return from_json(self.by_id(raw[:_ID]).opened(raw, _place(place)))

    def seal_text(self, value: Any, *place: object) -> str:
        """The same for a column of text; "" stays "", for nothing is told by it."""
        return _BEGINS + self.seal(value, *place) if value else ""

    def open_text(self, kept: str, *place: object) -> Any:
        """What a column of text holds: sealed, or plain as before there was a key."""
        return self.opened(kept.removeprefix(_BEGINS), *place) if is_sealed(kept) else kept

    def numbers(self, what: str, value: object) -> tuple[int, int]:
        """What stands for a number where only equality is asked: by the newest key, and by the one before it.

        Below zero, so that it is never taken for a number that was given out.
        """
        found = [self._number(key, what, value) for key in (self.newest, *self.keys[1:2])]
        return found[0], found[-1]

    @staticmethod
    def _number(key: Key, what: str, value: object) -> int:
        return -1 - (int.from_bytes(key.digest(what, value)[:8], "big") >> 2)

    def number(self, what: str, value: object) -> int:
        """What stands for a number by the newest key."""
        return self._number(self.newest, what, value)

    def tags(self, what: str, value: object) -> tuple[str, str]:
        """What stands for a text where only equality is asked, by the newest key and by the one before it."""
        found = [key.digest(what, value)[:16].hex() for key in (self.newest, *self.keys[1:2])]
        return found[0], found[-1]

    def tag(self, what: str, value: object) -> str:
        """What stands for a text where only equality is asked; "" for ""."""
        return self.newest.digest(what, value)[:16].hex() if value else ""


def is_sealed(kept: str) -> bool:
    """True for a column of text that is sealed."""
    return kept.startswith(_BEGINS)


def is_under(kept: str, key: Key) -> bool:
    """True for a column of text, or a value of JSON, that is sealed under this key."""
    try:
        return a2b_base64(kept.removeprefix(_BEGINS)[:8])[:_ID] == key.id
    except ValueError:
        return False


def _place(parts: Sequence[object]) -> bytes:
    return "/".join(map(str, parts)).encode()


#: where no key was read, everything sealed stays shut and nothing is sealed
LOST = Ring(())
