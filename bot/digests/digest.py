"""A digest as a file: what it says, who signed it, and its code, short enough for a chat or a sheet of paper."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bot.digests import keys
from bot.digests.keys import Key

FORMAT = 1


class WrongDigest(Exception):  # noqa: N818  says what is wrong with a file
    """The file is no digest, or not as it was signed."""


@dataclass(frozen=True, slots=True)
class Digest:
    """Where everything stood once `day` (UTC) was over.

    `heads` is the SHA-256 over the last hash of every journal, by number of the case; `moved` are those that moved
    since the digest before, whose code is `before`. Codes and people stand here as tokens.
    """

    day: date
    before: str
    cases: int
    entries: int
    heads: str
    counters: dict[str, int]
    moved: list[tuple[int, int, str]]
    codes: list[tuple[int, str]]
    people: list[tuple[int, str]]
    format: int = FORMAT

    def text(self) -> bytes:
        """What is signed: JSON that is the same for equal values."""
        return json.dumps(asdict(self), default=date.isoformat, sort_keys=True, separators=(",", ":")).encode()

    @property
    def code(self) -> str:
        """64 hex digits: whoever has them knows whether a file is this one."""
        return hashlib.sha256(self.text()).hexdigest()

    @property
    def until(self) -> datetime:
        """The instant up to which it tells."""
        return datetime(self.day.year, self.day.month, self.day.day, tzinfo=UTC) + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Signed:
    """A digest with the public key of whoever signed it."""

    digest: Digest
    key: str
    signature: str


_READ: TypeAdapter[Signed] = TypeAdapter(Signed)


def write(folder: Path, digest: Digest, key: Key) -> Path:
    """Sign the digest and put it into the folder, on disk before this returns; its file."""
    folder.mkdir(parents=True, exist_ok=True)
    signed = Signed(digest, key.public, key.sign(digest.text()))
    path = folder / f"{digest.day.isoformat()}.json"
    half = folder / f".half-{path.name}"
    with half.open("wb") as file:
        file.write(_READ.dump_json(signed))
        file.flush()
        os.fsync(file.fileno())
    return half.replace(path)


def read(path: Path) -> Signed:
    """The digest in a file; raises WrongDigest for what is none, or is not as it was signed."""
    try:
        signed = _READ.validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise WrongDigest(f"{path} is no digest that can be read") from error
    if not keys.signed_by(signed.key, signed.digest.text(), signed.signature):
        raise WrongDigest(f"{path} is not as it was signed")
    return signed


def earlier(path: Path) -> Iterator[Path]:
    """The digests of earlier days in the same folder, the newest first."""
    names = sorted((each for each in path.parent.glob("[0-9]*.json") if each.name < path.name), reverse=True)
    yield from names


def newest(folder: Path) -> Path | None:
    """The newest digest in a folder, or None."""
    return max(folder.glob("[0-9]*.json"), default=None)
