"""Files from a browser: kept by content; neither their name nor their declared type is believed."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Iterable
from typing import Any

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from domain.messages import FileKind, Upload
from web.ports import Ports

HEAD = 64
SHOWN = {"image/jpeg", "image/png", "image/gif", "image/webp"}
_STARTS: tuple[tuple[int, bytes, FileKind, str], ...] = (
    (0, b"\xff\xd8\xff", FileKind.PHOTO, "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", FileKind.PHOTO, "image/png"),
    (0, b"GIF8", FileKind.PHOTO, "image/gif"),
    (8, b"WEBP", FileKind.PHOTO, "image/webp"),
    (0, b"%PDF-", FileKind.DOCUMENT, "application/pdf"),
    (0, b"PK\x03\x04", FileKind.DOCUMENT, "application/zip"),
    (0, b"\xd0\xcf\x11\xe0", FileKind.DOCUMENT, "application/x-ole-storage"),
    (8, b"WAVE", FileKind.AUDIO, "audio/wav"),
    (0, b"ID3", FileKind.AUDIO, "audio/mpeg"),
    (0, b"\xff\xfb", FileKind.AUDIO, "audio/mpeg"),
    (0, b"OggS", FileKind.AUDIO, "audio/ogg"),
    (4, b"ftypM4A", FileKind.AUDIO, "audio/mp4"),
    (4, b"ftyphei", FileKind.DOCUMENT, "image/heic"),
    (4, b"ftypmif1", FileKind.DOCUMENT, "image/heic"),
    (4, b"ftyp", FileKind.VIDEO, "video/mp4"),
    (0, b"\x1aE\xdf\xa3", FileKind.VIDEO, "video/webm"),
)


def sniff(head: bytes) -> tuple[FileKind, str]:
    """Kind and type by the first bytes; a document of unknown type when they say nothing."""
    for offset, start, kind, mime in _STARTS:
        if head[offset : offset + len(start)] == start:
            return kind, mime
    return FileKind.DOCUMENT, "application/octet-stream"


def safe_name(name: str) -> str:
    """The last part of a file name without control or direction characters, at most 120 characters; maybe ""."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(c for c in last if unicodedata.category(c)[0] != "C" and c not in '<>:"|?*').strip(". ")
    if len(kept) <= 120:  # noqa: PLR2004  long enough for a real name
        return kept
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[:100]}.{ending[:19]}" if dot else kept[:120]


async def keep(ports: Ports, files: Iterable[UploadFile]) -> list[Upload]:
    """Every file that is not empty, on disk before this returns; 413 when one is larger than allowed."""
    return [await _keep_one(ports, file) for file in files if file.size]


async def _keep_one(ports: Ports, file: UploadFile) -> Upload:
    if (file.size or 0) > ports.largest_file:
        raise HTTPException(413)
    content = await file.read()
    sha256 = await asyncio.to_thread(ports.blobs.put, content)
    kind, mime = sniff(content[:HEAD])
    return Upload(kind, f"blob:{sha256}", safe_name(file.filename or ""), mime, len(content))


def noted(upload: Upload) -> dict[str, Any]:
    """An upload as the sender's own message remembers it."""
    return {
        "kind": str(upload.kind),
        "sha256": upload.ref.removeprefix("blob:"),
        "name": upload.name,
        "mime": upload.mime,
        "size": upload.size,
    }
