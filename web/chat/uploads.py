"""Files from a browser: kept under a name of ours; neither their name nor their declared type is believed."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Iterable
from typing import Any

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from domain.file_types import HEAD, sniff
from domain.messages import Upload
from web.ports import Ports

SHOWN = {"image/jpeg", "image/png", "image/gif", "image/webp"}


def safe_name(name: str) -> str:
    """The last part of a file name without control or direction characters, at most 120 characters; maybe ""."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(c for c in last if unicodedata.category(c)[0] != "C" and c not in '<>:"|?*').strip(". ")
    if len(kept) <= 120:  # noqa: PLR2004  long enough for a real name
        return kept
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[:100]}.{ending[:19]}" if dot else kept[:120]


async def keep(ports: Ports, files: Iterable[UploadFile]) -> list[Upload]:
    """Every file, on disk before this returns; 413 when one is larger than allowed.

    A form's field that nobody put a file into has no name and no bytes; a named empty file is announced, and its
    sender is told that nothing is in it.
    """
    return [await _keep_one(ports, file) for file in files if file.size or file.filename]


async def _keep_one(ports: Ports, file: UploadFile) -> Upload:
    if (file.size or 0) > ports.largest_file:
        raise HTTPException(413)
    content = await file.read()
    sha256 = await asyncio.to_thread(ports.blobs.seal, content)
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
