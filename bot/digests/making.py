"""The digest of a day, made of what the database holds."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from bot.digests import digest
from bot.digests.digest import Digest
from bot.digests.keys import Key
from storage.database import Store, Tx
from storage.journal import heads


class Rolled:
    """The hash over all heads, taken in one by one."""

    def __init__(self) -> None:
        self._hash, self.cases = hashlib.sha256(), 0

    def add(self, head: heads.Head) -> None:
        """The next head, by number of the case."""
        self._hash.update(f"{head.case} {head.seq} {head.hash}\n".encode())
        self.cases += 1

    @property
    def hex(self) -> str:
        """Of all that came so far."""
        return self._hash.hexdigest()


def make(store: Store, day: date, folder: Path, key: Key) -> tuple[Digest, Path]:
    """The digest of everything up to the end of a day (UTC), signed and written; one already there is left as it is."""
    path = folder / f"{day.isoformat()}.json"
    if path.exists():
        return digest.read(path).digest, path
    before = next((digest.read(each).digest for each in digest.earlier(path)), None)
    made = store.read(lambda tx: _of(tx, day, before, key))
    return made, digest.write(folder, made, key)


def _of(tx: Tx, day: date, before: Digest | None, key: Key) -> Digest:
    rolled, moved, since = Rolled(), [], before.day.toordinal() if before else -1
    for head in heads.heads(tx, day.toordinal()):
        rolled.add(head)
        if head.day > since:
            moved.append((head.case, head.seq, head.hash))
    return Digest(
        day=day,
        before=before.code if before else "",
        cases=rolled.cases,
        entries=heads.written(tx, day.toordinal()),
        heads=rolled.hex,
        counters=heads.counters(tx),
        moved=moved,
        codes=[(case, key.token("code", case, hashed)) for case, hashed, _ in heads.codes(tx)],
        people=[(who[0], key.token("person", *who)) for who in heads.authors(tx)],
    )
