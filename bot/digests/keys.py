"""The key that signs digests: a file beside no database; whoever has its public half can check without it."""

from __future__ import annotations

import hashlib
import hmac
import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_SIZE = 32
#: hex digits by which a person or a code is known in a digest
TOKEN = 16


class WrongKey(Exception):  # noqa: N818  says what to do, like a refusal
    """The file is none of our keys."""


class Key:
    """Signs, and makes tokens that only who has it can compare."""

    def __init__(self, seed: bytes) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        self._hidden = hashlib.sha256(b"tokens of digests\n" + seed).digest()
        self.public = self._private.public_key().public_bytes_raw().hex()

    def sign(self, text: bytes) -> str:
        """The signature (hex)."""
        return self._private.sign(text).hex()

    def token(self, *parts: object) -> str:
        """What stands for something that must not be guessed: a messenger's numbers are few enough to try them all."""
        text = "\n".join(map(str, parts)).encode()
        return hmac.new(self._hidden, text, hashlib.sha256).hexdigest()[:TOKEN]


def signed_by(public: str, text: bytes, signature: str) -> bool:
    """Whether the holder of this key signed exactly this."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(signature), text)
    except (InvalidSignature, ValueError):
        return False
    return True


def load(path: Path) -> Key | None:
    """The key in this file, or None where there is no file; raises WrongKey for another one."""
    if not path.exists():
        return None
    try:
        seed = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except ValueError:
        seed = b""
    if len(seed) != _SIZE:
        raise WrongKey(f"{path} holds no key of 64 hex digits; name the right file, or another one to make a new key")
    return Key(seed)


def load_or_make(path: Path) -> Key:
    """The key in this file; a new one, for its owner alone to read, where there is none yet."""
    if key := load(path):
        return key
    path.parent.mkdir(parents=True, exist_ok=True)
    seed = os.urandom(_SIZE)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(f"{seed.hex()}\n")
        file.flush()
        os.fsync(file.fileno())
    return Key(seed)
