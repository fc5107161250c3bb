"""The database against an earlier digest: what was true then must be true still, or a rule must have changed it."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from bot.digests import digest
from bot.digests.digest import Digest
from bot.digests.keys import Key
from bot.digests.making import Rolled
from storage.database import Tx
from storage.journal import heads


def faults(tx: Tx, path: Path, key: Key | None) -> Iterator[str]:
    """A line for each thing that is not as the digest in this file says.

    Codes and people can be compared with the key alone that signed it. Earlier digests in its folder tell which case
    it is. Raises WrongDigest for a file that is none.
    """
    signed = digest.read(path)
    yield from _journals(tx, signed.digest, _expected(path))
    yield from _counters(tx, signed.digest)
    if key and key.public == signed.key:
        yield from _codes(tx, signed.digest, key)
        yield from _people(tx, signed.digest, key)
    elif key:
        yield f"the digest was signed by another key ({signed.key}) than that of this program ({key.public})"


def _expected(path: Path) -> dict[int, tuple[int, str]]:
    """Where each case stood, as far as this digest and the unbroken row of earlier ones beside it tell."""
    found: dict[int, tuple[int, str]] = {}
    wanted = ""
    for each in (path, *digest.earlier(path)):
        told = digest.read(each).digest
        if wanted and told.code != wanted:
            break
        for case, seq, hashed in told.moved:
            found.setdefault(case, (seq, hashed))
        wanted = told.before or "-"
    return found


def _journals(tx: Tx, told: Digest, expected: dict[int, tuple[int, str]]) -> Iterator[str]:
    rolled, found = Rolled(), False
    for head in heads.heads(tx, told.day.toordinal()):
        rolled.add(head)
        seq, hashed = expected.pop(head.case, (head.seq, head.hash))
        if (seq, hashed) != (head.seq, head.hash):
            found = True
            yield f"case {head.case}: {_how(seq, head)}"
    for case in expected:
        found = True
        yield f"case {case}: it was there on {told.day}, and is gone"
    entries = heads.written(tx, told.day.toordinal())
    if (rolled.cases, entries) != (told.cases, told.entries):
        found = True
        yield f"{told.cases} cases with {told.entries} entries then, {rolled.cases} with {entries} of these now"
    if rolled.hex != told.heads and not found:
        yield "a journal was computed anew; the digests of earlier days, beside this one, would say which"


def _how(seq: int, head: heads.Head) -> str:
    if head.seq < seq:
        return f"it had {seq} entries, and has {head.seq} of them"
    if head.seq > seq:
        return f"entry {head.seq} was written into a day that was over"
    return f"its chain up to entry {seq} was computed anew"


def _counters(tx: Tx, told: Digest) -> Iterator[str]:
    now = heads.counters(tx)
    for name, value in told.counters.items():
        # what is drawn and put away again is counted no more: only numbers of cases must go on
        if name.startswith(("cases", "code-")) and now.get(name, 0) < value:
            yield f"counter {name}: it had come to {value}, and stands at {now.get(name, 0)}"


def _codes(tx: Tx, told: Digest, key: Key) -> Iterator[str]:
    """A code changes only when its owner comes back with it, and its row then says the day."""
    now = heads.codes(tx)
    then = dict(told.codes)
    for case, number in Tally(case for case, _, _ in now).items():
        if number > 1:
            yield f"case {case}: {number} private codes open it"
    for case, hashed, visited_on in now:
        renewed = _day_of(visited_on) > told.day
        if case in then and then[case] != key.token("code", case, hashed) and not renewed:
            yield f"case {case}: another private code opens it, and nobody came back with the old one"


def _day_of(visited_on: str) -> date:
    """The day of a visit, which is kept as people read it."""
    try:
        return datetime.strptime(visited_on, "%d/%m/%Y").date()  # noqa: DTZ007  a day has no zone
    except ValueError:
        return date.min


def _people(tx: Tx, told: Digest, key: Key) -> Iterator[str]:
    now = {who[0]: key.token("person", *who) for who in heads.authors(tx)}
    for person, token in told.people:
        if now.get(person, token) != token:
            yield f"person {person}: somebody else stands under this number, or in another role"
