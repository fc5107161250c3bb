"""Attachments: announced, downloaded once, then known by what they contain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import bindparam, case, delete, literal, or_, select, update

from domain.messages import FileKind, Network, Upload
from storage.database import Tx
from storage.statements import Statement, put, table
from storage.tables import Attachment

_FILES = table(Attachment)
#: an attachment with such a `ref` lies on disk already, under the hash that follows
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


_COLUMNS = (
    *("network", "ref", "kind", "name", "mime", "size", "person"),
    *("at", "state", "sha256", "cleaned_of", "clean_only"),
)
_ADD = put(Attachment, *_COLUMNS, returning="id")
_FORGET = Statement(delete(_FILES).where(_FILES.c.id == bindparam("file")))
_GET = Statement(select(_FILES).where(_FILES.c.id == bindparam("file")))
_CLEANED = Statement(select(_FILES).where(_FILES.c.cleaned_of == bindparam("file")).order_by(_FILES.c.id).limit(1))
_SETTLE = Statement(
    update(_FILES)
    .where(_FILES.c.id == bindparam("file"), _FILES.c.clean_only.is_(False))
    .values(
        state=bindparam("new_state"),
        sha256=bindparam("new_sha"),
        size=bindparam("new_size"),
        mime=bindparam("new_mime"),
    )
)
_WITHOUT_AUTHOR = Statement(
    update(_FILES)
    .where(_FILES.c.id == bindparam("file"))
    .values(
        person=literal(0),
        name=bindparam("ending"),
        state=literal("waiting"),
        ref=case((_FILES.c.sha256 == "", _FILES.c.ref), else_=literal(BLOB) + _FILES.c.sha256),
        sha256=literal(""),
        clean_only=literal(value=True),
        at=bindparam("instant"),
    )
)
_CLEAN = Statement(
    update(_FILES)
    .where(_FILES.c.id == bindparam("file"))
    .values(
        state=bindparam("new_state"),
        sha256=bindparam("new_sha"),
        size=bindparam("new_size"),
        name=bindparam("new_name"),
        ref=literal(""),
        mime=literal(""),
    )
)
_USED = Statement(
    select(_FILES.c.id).where(or_(_FILES.c.sha256 == bindparam("digest"), _FILES.c.ref == bindparam("blob"))).limit(1)
)
_WAITING = Statement(select(_FILES).where(_FILES.c.state == "waiting").order_by(_FILES.c.id).limit(100))


def announce(tx: Tx, network: Network, upload: Upload, person: int) -> int:
    """Remember an attachment that still has to be downloaded; its id. Of nobody's (0) only what is clean is kept."""
    row = tx.first(
        _ADD,
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
        cleaned_of=0,
        clean_only=not person,
    )
    return int(row.id)


def without_author(tx: Tx, numbers: Iterable[int]) -> None:
    """These attachments are nobody's from now on; before anybody gets them, what is kept of them is cleaned."""
    for number in numbers:
        stored = get(tx, number)
        if stored is not None:
            tx.run(_WITHOUT_AUTHOR, file=number, ending=_ending(stored.name), instant=tx.now)


def _ending(name: str) -> str:
    return f".{name.rpartition('.')[2][:5]}" if "." in name else ""


def is_used(tx: Tx, sha256: str) -> bool:
    """True while any attachment needs the bytes with this hash."""
    return tx.first(_USED, digest=sha256, blob=f"{BLOB}{sha256}") is not None


def cleaned(tx: Tx, file: int) -> Stored | None:
    """The cleaned copy of the attachment with this id, or None while there is none."""
    row = tx.first(_CLEANED, file=file)
    return _stored(row) if row else None


def keep_cleaned(tx: Tx, copy: Stored) -> Stored:
    """Keep what became of cleaning the attachment `copy.cleaned_of`; the copy with its id."""
    row = tx.first(
        _ADD,
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
    return replace(copy, id=int(row.id))


def forget(tx: Tx, numbers: Iterable[int]) -> None:
    """What was announced for a filing that is not made is not kept."""
    for number in numbers:
        tx.run(_FORGET, file=number)


def get(tx: Tx, file: int) -> Stored | None:
    """The attachment with this id, or None."""
    row = tx.first(_GET, file=file)
    return _stored(row) if row else None


def waiting(tx: Tx) -> list[Stored]:
    """Up to a hundred attachments not downloaded yet."""
    return [_stored(row) for row in tx.rows(_WAITING)]


def settle(tx: Tx, stored: Stored) -> bool:
    """Write what became of the download; where a `clean_only` one came from is forgotten.

    False when there is no such attachment any more, or when it has become nobody's since it was looked up.
    """
    facts = {"new_state": stored.state, "new_sha": stored.sha256, "new_size": stored.size}
    if stored.clean_only:
        return tx.run(_CLEAN, file=stored.id, new_name=stored.name, **facts) > 0
    return tx.run(_SETTLE, file=stored.id, new_mime=stored.mime, **facts) > 0


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
        bool(row.clean_only),
    )
