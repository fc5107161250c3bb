"""Copies are written for one public key (age), and whoever holds its private half alone can read them.

The format is an open one: the program `age` opens a copy, too, wherever this one is not at hand.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import BinaryIO, Protocol

CHUNK = 1 << 20
#: how the name of an encrypted file ends
ENDING = ".age"


class WrongKey(Exception):  # noqa: N818  says what is the case, like a refusal
    """This private key does not open the copy, or is none."""


class _Writer(Protocol):
    def write(self, content: bytes, /) -> int: ...


class Hashing:
    """Writes on, and knows the hash and the number of bytes of what went through."""

    def __init__(self, target: _Writer | None) -> None:
        self._target, self._hash, self.size = target, hashlib.sha256(), 0

    def write(self, content: bytes) -> int:
        """Take some bytes."""
        self._hash.update(content)
        self.size += len(content)
        if self._target is not None:
            self._target.write(content)
        return len(content)

    def flush(self) -> None:
        """Nothing waits here."""

    @property
    def sha256(self) -> str:
        """The hash of everything so far."""
        return self._hash.hexdigest()


def is_public_key(text: str) -> bool:
    """True for what `age-keygen` calls a public key."""
    from pyrage import RecipientError, x25519  # noqa: PLC0415  who makes no copies needs no encryption

    try:
        x25519.Recipient.from_str(text)
    except RecipientError:
        return False
    return True


def write(source: BinaryIO, target: _Writer, recipient: str) -> Hashing:
    """Copy the bytes, encrypted if a public key is named; the hash of what was written."""
    hashing = Hashing(target)
    if recipient:
        import pyrage  # noqa: PLC0415

        pyrage.encrypt_io(source, hashing, [pyrage.x25519.Recipient.from_str(recipient)])
    else:
        while chunk := source.read(CHUNK):
            hashing.write(chunk)
    return hashing


def read(source: BinaryIO, target: _Writer, key: Path | None) -> None:
    """The reverse, with the file of a private key; raises WrongKey when it does not open this."""
    if key is None:
        while chunk := source.read(CHUNK):
            target.write(chunk)
        return
    import pyrage  # noqa: PLC0415

    try:
        pyrage.decrypt_io(source, Hashing(target), [_private(key)])
    except (pyrage.DecryptError, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise  # no room, no such file: not the key's fault
        raise WrongKey(f"{key} does not open this copy, or the copy was changed: {error}") from None


def _private(key: Path) -> object:
    import pyrage  # noqa: PLC0415

    lines = [line.strip() for line in key.read_text(encoding="utf-8").splitlines()]
    try:
        return pyrage.x25519.Identity.from_str(next(line for line in lines if line and not line.startswith("#")))
    except (StopIteration, pyrage.IdentityError):
        raise WrongKey(f"{key} holds no private key such as AGE-SECRET-KEY-1…") from None
