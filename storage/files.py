"""Attachments: announced, downloaded once, then known by what they contain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import case, literal
from sqlmodel import col, delete, or_, select, update

from domain.messages import FileKind, Network, Upload
from storage.database import Tx
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
    return tx.add(
        Attachment,
        network=network,
        ref=upload.ref,
        kind=upload.kind,
        name=upload.name[:200] if person else _ending(upload.name),
        mime=upload.mime[:100],
        size=upload.size,
        person=person,
        at=tx.now,
        state="waiting",
        sha256="",
        clean_only=not person,
    )


def draw(tx: Tx, ref: str, kind: FileKind, name: str) -> int:
    """Remember a file of our own that is still to be drawn, under the name it will be sent by; its id."""
    return tx.add(
        Attachment,
        network=Network.CLOCK,
        ref=ref,
        kind=kind,
        name=name,
        mime="",
        size=0,
        person=0,
        at=tx.now,
        state="waiting",
        sha256="",
        clean_only=False,
    )


def without_author(tx: Tx, numbers: Iterable[int]) -> None:
    """These attachments are nobody's from now on; before anybody gets them, what is kept of them is cleaned."""
    digest = col(Attachment.sha256)
    on_disk = case((digest == "", col(Attachment.ref)), else_=literal(BLOB) + digest)
    for number in numbers:
        stored = get(tx, number)
        if stored is not None:
            nobodys = {"person": 0, "name": _ending(stored.name), "clean_only": True, "at": tx.now}
            anew = {"state": "waiting", "ref": on_disk, "sha256": ""}
            tx.run(update(Attachment).where(col(Attachment.id) == number).values({**nobodys, **anew}))


def _ending(name: str) -> str:
    return f".{name.rpartition('.')[2][:5]}" if "." in name else ""


def is_used(tx: Tx, sha256: str) -> bool:
    """True while any attachment needs the bytes with this hash."""
    needed = or_(col(Attachment.sha256) == sha256, col(Attachment.ref) == f"{BLOB}{sha256}")
    return tx.first(select(Attachment.id).where(needed).limit(1)) is not None


def cleaned(tx: Tx, file: int) -> Stored | None:
    """The cleaned copy of the attachment with this id, or None while there is none."""
    row = tx.first(select(Attachment).where(Attachment.cleaned_of == file).order_by(col(Attachment.id)).limit(1))
    return _stored(row) if row else None


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
        person=copy.person,
        at=tx.now,
        state=copy.state,
        sha256=copy.sha256,
        cleaned_of=copy.cleaned_of,
        clean_only=False,
    )
    return replace(copy, id=number)


def forget(tx: Tx, numbers: Iterable[int]) -> None:
    """What was announced for a filing that is not made is not kept."""
    tx.run(delete(Attachment).where(col(Attachment.id).in_(list(numbers))))


def get(tx: Tx, file: int) -> Stored | None:
    """The attachment with this id, or None."""
    row = tx.first(select(Attachment).where(Attachment.id == file))
    return _stored(row) if row else None


def waiting(tx: Tx) -> list[Stored]:
    """Up to a hundred attachments not downloaded yet."""
    oldest = select(Attachment).where(Attachment.state == "waiting").order_by(col(Attachment.id)).limit(100)
    return [_stored(row) for row in tx.rows(oldest)]


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
    return f"{_NEUTRAL[stored.kind] if is_clean else stored.kind}-{stored.id}.{ending}"


def _stored(row: Any) -> Stored:
    return Stored(
        row.id,
        Network(row.network),
        row.ref,
        FileKind(row.kind),
        row.name,
        row.mime,
        row.size,
        row.state,
        row.sha256,
        row.person,
        row.cleaned_of,
        row.clean_only,
    )
