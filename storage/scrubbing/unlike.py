"""What makes equal files unlike: by their bytes, and by how many there are."""

from __future__ import annotations

import secrets

_LEAST, _MOST = 8, 4096
_SHARE = 8


def filler(size: int) -> bytes:
    """Random bytes, a random number of them: up to an eighth of a file of this size, and up to 4 KB of a small one."""
    return secrets.token_bytes(_LEAST + secrets.randbelow(max(_MOST, size // _SHARE)))
