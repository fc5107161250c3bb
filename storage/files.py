"""Attachments: announced, downloaded once, then known by what they contain."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import col, delete, or_, select, update

from domain.messages import FileKind, Network, Upload
from storage.database import Tx
from storage.sealing.ring import is_sealed
from storage.tables import Attachment

#: an attachment with such a `ref` lies on disk already, under the name that follows
BLOB = "blob:"


@dataclass(frozen=True, slots=True)
class Stored:
    """An attachment; `state` is waiting, stored, refused (type or size) or lost (could not be downloaded).

    With `cleaned_of` it is that attachment's copy without what tells of its author: stored, or withheld.
    """

    id: int
    network: Network
    ref: str
    kind: FileKind
    name: str
    mime: str
    size: int
    state: str
    sha256: str
    person: int = 0
    cleaned_of: int = 0
    clean_only: bool = False


def announce(tx: Tx, network: Network, upload: Upload, person: int) -> int:
    """Remember an attachment that still has to be downloaded; its id. Of nobody's (0) only what is clean is kept."""
    number = tx.add(
        Attachment,
        **({} if person else {"id": number_of_nobodys()}),
        network=network,
        ref="" if person else upload.ref,
        kind=upload.kind,
        name="" if person else _ending(upload.name),
        mime=upload.mime[:100],
        size=upload.size,
        person=0,
        at=tx.now if person else tx.day,
        state="waiting",
        sha256="",
        clean_only=not person,
    )
    if person:
        _seal(tx, number, upload.ref, upload.name[:200], person)
    return number


def _seal(tx: Tx, number: int, ref: str, name: str, person: int) -> None:
    """Who sent the file, under which name, and where it is to be had, is opened by the key alone."""
    told = tx.ring.seal_text([name, person, "" if ref.startswith(BLOB) else ref], "attachments", number)
    compared = {"person": tx.ring.number("sender", person), "ref": _compared_ref(tx, ref)}
    tx.run(update(Attachment).where(col(Attachment.id) == number).values(name=told, **compared))


def _compared_ref(tx: Tx, ref: str) -> str:
    """Whether bytes on our disk are needed is asked of all; of what we drew for somebody only the kind is told."""
    kind, _, what = ref.partition("|")
    if ref.startswith(BLOB) or not what:
        return ref if ref.startswith(BLOB) else ""
    return f"{kind}|{tx.ring.tag('drawn', _first_two(ref))}"


def _first_two(ref: str) -> str:
    """The kind of what we drew, and of what or for whom."""
    return "|".join(ref.split("|")[:2])


def drawn(tx: Tx, begins: str) -> list[int]:
    """The files of ours whose reference begins so, with their kind, and what or whom they are about."""
    kind = begins.partition("|")[0]
    tags = [f"{kind}|{tag}" for tag in tx.ring.tags("drawn", _first_two(begins))]
    these = or_(col(Attachment.ref).startswith(begins, autoescape=True), col(Attachment.ref).in_(tags))
    return [row.id for row in tx.rows(select(Attachment.id).where(these))]


def is_theirs(tx: Tx, person: int) -> ColumnElement[bool]:
    """A condition on attachments: this person has sent them, or they are copies of such."""
    return col(Attachment.person).in_((person, *tx.ring.numbers("sender", person)))


def seal_anew(tx: Tx, row: Any) -> None:
    """The same attachment by the newest key."""
    name, person, ref = _opened(tx, row)
    _seal(tx, row.id, ref, name, person)


def is_original(tx: Tx, name: str) -> bool:
    """True for bytes as somebody sent them, who is known."""
    sent = (col(Attachment.cleaned_of) == 0, col(Attachment.clean_only).is_(False))
    named = or_(col(Attachment.sha256) == name, col(Attachment.ref) == f"{BLOB}{name}")
    return tx.first(select(Attachment.id).where(named, *sent).limit(1)) is not None


def draw(tx: Tx, ref: str, kind: FileKind, name: str) -> int:
    """Remember a file of our own that is still to be drawn, under the name it will be sent by; its id."""
    return _draw(tx, ref, kind, name)


def draw_for(tx: Tx, person: int, ref: str, kind: FileKind, name: str) -> int:
    """The same for one person; for nobody (0) neither number nor instant tells when it was asked for."""
    if not person:
        return _draw(tx, ref, kind, name, id=number_of_nobodys(), at=tx.day)
    number = _draw(tx, "", kind, "")
    _seal(tx, number, ref, name, person)
    return number


def _draw(tx: Tx, ref: str, kind: FileKind, name: str, **more: Any) -> int:
    drawn: dict[str, Any] = {"person": 0, "at": tx.now, **more}
    return tx.add(
        Attachment,
        **drawn,
        network=Network.CLOCK,
        ref=ref,
        kind=kind,
        name=name,
        mime="",
        size=0,
        state="waiting",
        sha256="",
        clean_only=False,
    )


def sent_by(tx: Tx, person: int) -> list[int]:
    """Every attachment this person has sent, oldest first; what we drew for them is not among it."""
    is_sent = (Attachment.cleaned_of == 0, Attachment.network != Network.CLOCK)
    own = select(Attachment.id).where(is_theirs(tx, person), *is_sent)
    return [row.id for row in tx.rows(own.order_by(col(Attachment.id)))] if person else []


def without_author(tx: Tx, numbers: Iterable[int]) -> dict[int, int]:
    """These attachments are nobody's from now on, under new numbers; before anybody gets them, they are cleaned.

    The old number → the new one. Drawn at random, it stands beside nothing the same person has sent.
    """
    anew = {}
    for number in numbers:
        stored = get(tx, number)
        if stored is not None:
            anew[number] = _put_nobodys(tx, stored)
            forget(tx, [number])
    return anew


def _put_nobodys(tx: Tx, stored: Stored) -> int:
    """The same file to be fetched again and cleaned: from our disk where it lies there, else from the messenger."""
    return tx.add(
        Attachment,
        id=number_of_nobodys(),
        network=stored.network,
        ref=f"{BLOB}{stored.sha256}" if stored.sha256 else stored.ref,
        kind=stored.kind,
        name=_ending(stored.name),
        mime=stored.mime,
        size=stored.size,
        person=0,
        at=tx.day,
        state="waiting",
        sha256="",
        clean_only=True,
    )


def number_of_nobodys() -> int:
    """A number that tells nothing of when it was given; below zero, for SQLite counts on from the highest one."""
    return -1 - secrets.randbelow(2**53)


def coarse(size: int) -> int:
    """The next power of two: of nobody's file no more is written down of how large it is."""
    return 1 << max(0, size - 1).bit_length()


def _ending(name: str) -> str:
    return f".{name.rpartition('.')[2][:5]}" if "." in name else ""


def is_used(tx: Tx, sha256: str) -> bool:
    """True while any attachment needs the bytes with this hash."""
    needed = or_(col(Attachment.sha256) == sha256, col(Attachment.ref) == f"{BLOB}{sha256}")
    return tx.first(select(Attachment.id).where(needed).limit(1)) is not None


def cleaned(tx: Tx, file: int) -> Stored | None:
    """The cleaned copy of the attachment with this id, or None while there is none."""
    row = tx.first(select(Attachment).where(Attachment.cleaned_of == file).order_by(col(Attachment.id)).limit(1))
    return _stored(tx, row) if row else None


def keep_cleaned(tx: Tx, copy: Stored) -> Stored:
    """Keep what became of cleaning the attachment `copy.cleaned_of`; the copy with its id."""
    number = tx.add(
        Attachment,
        network=copy.network,
        ref="",
        kind=copy.kind,
        name=copy.name,
        mime="",
        size=copy.size,
        person=0,
        at=tx.now,
        state=copy.state,
        sha256=copy.sha256,
        cleaned_of=copy.cleaned_of,
        clean_only=False,
    )
    if copy.person:
        _seal(tx, number, "", copy.name, copy.person)
    return replace(copy, id=number)


def forget(tx: Tx, numbers: Iterable[int]) -> None:
    """What was announced for a filing that is not made is not kept, nor are its bytes."""
    these = col(Attachment.id).in_(list(numbers))
    names = [on_disk(_stored(tx, row)) for row in tx.rows(select(Attachment).where(these))]
    tx.run(delete(Attachment).where(these))
    are_gone(tx, names)


def on_disk(stored: Stored) -> str:
    """The name of its bytes on our disk; "" while they are not there."""
    return stored.sha256 or (stored.ref.removeprefix(BLOB) if stored.ref.startswith(BLOB) else "")


def every_name(tx: Tx) -> list[str]:
    """The names of all bytes on our disk that some attachment needs, each once."""
    rows = tx.rows(select(Attachment.sha256, Attachment.ref))
    found = {row.sha256 or (row.ref.removeprefix(BLOB) if row.ref.startswith(BLOB) else "") for row in rows}
    return sorted(found - {""})


def are_gone(tx: Tx, names: Iterable[str]) -> None:
    """These bytes leave the disk with this transaction, but what another attachment needs."""
    tx.gone += [name for name in names if name and not is_used(tx, name)]


def get(tx: Tx, file: int) -> Stored | None:
    """The attachment with this id, or None."""
    row = tx.first(select(Attachment).where(Attachment.id == file))
    return _stored(tx, row) if row else None


def waiting(tx: Tx) -> list[Stored]:
    """Up to a hundred attachments not downloaded yet."""
    oldest = select(Attachment).where(Attachment.state == "waiting").order_by(col(Attachment.id)).limit(100)
    return [_stored(tx, row) for row in tx.rows(oldest)]


def waiting_since(tx: Tx) -> list[datetime]:
    """When each of up to a hundred attachments was announced that is not downloaded yet."""
    return [row.at for row in tx.rows(select(Attachment.at).where(Attachment.state == "waiting").limit(100))]


def settle(tx: Tx, stored: Stored) -> bool:
    """Write what became of the download; where a `clean_only` one came from is forgotten.

    False when there is no such attachment any more, or when it has become nobody's since it was looked up.
    """
    this_one = update(Attachment).where(col(Attachment.id) == stored.id)
    became = {"state": stored.state, "sha256": stored.sha256, "size": stored.size}
    if stored.clean_only:
        return tx.run(this_one.values(**became, name=stored.name, ref="", mime="")) > 0
    # filed anonymously while its bytes were on their way: they are not clean, and must not be kept as if they were
    return tx.run(this_one.where(col(Attachment.clean_only).is_(False)).values(**became, mime=stored.mime)) > 0


_ENDINGS = {"photo": "jpg", "voice": "ogg", "video": "mp4", "audio": "mp3"}
_NEUTRAL = {
    FileKind.PHOTO: "anh",
    FileKind.DOCUMENT: "tai-lieu",
    FileKind.VOICE: "ghi-am",
    FileKind.AUDIO: "ghi-am",
    FileKind.VIDEO: "video",
}


def shown_name(stored: Stored) -> str:
    """A name of ours: what the sender called the file may hold a path, a person's name or a lie about its type."""
    if stored.network is Network.CLOCK:  # nobody sent it: we drew it, and named it
        return stored.name
    ending = _ENDINGS.get(stored.kind, "")
    if stored.cleaned_of or stored.clean_only or not ending:
        given = stored.name.rpartition(".")[2].lower()
        ending = given if given.isalnum() and given.isascii() and len(given) <= 5 else "bin"  # noqa: PLR2004
    is_clean = stored.cleaned_of or stored.clean_only
    return f"{_NEUTRAL[stored.kind] if is_clean else stored.kind}-{abs(stored.id)}.{ending}"


def _opened(tx: Tx, row: Any) -> tuple[str, int, str]:
    """What the file was called, who sent it, and where it is to be had."""
    if not is_sealed(row.name):
        return row.name, row.person, row.ref
    name, person, ref = tx.ring.open_text(row.name, "attachments", row.id)
    return name, person, row.ref if row.ref.startswith(BLOB) else ref


def _stored(tx: Tx, row: Any) -> Stored:
    name, person, ref = _opened(tx, row)
    return Stored(
        row.id,
        Network(row.network),
        ref,
        FileKind(row.kind),
        name,
        row.mime,
        row.size,
        row.state,
        row.sha256,
        person,
        row.cleaned_of,
        row.clean_only,
    )
