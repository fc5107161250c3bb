"""Photos and other files as Telegram describes them in a message."""

from __future__ import annotations

from .telegram_world import Payload, StoredFile, World

MEGABYTE = 1024 * 1024
LARGEST_PHOTO = 10 * MEGABYTE
LARGEST_UPLOAD = 50 * MEGABYTE
LARGEST_DOWNLOAD = 20 * MEGABYTE
DEFAULT_TYPES = {"photo": "image/jpeg", "voice": "audio/ogg", "video": "video/mp4", "audio": "audio/mpeg"}
THUMBNAILS = ((90, 67), (320, 240))
FULL_SIZE = (1280, 960)


def store_file(
    world: World,
    kind: str,
    content: bytes,
    name: str | None = None,
    mime_type: str | None = None,
    size: int | None = None,
) -> StoredFile:
    """A new file of this kind; a photo brings its smaller sizes along."""
    mime_type = mime_type or DEFAULT_TYPES.get(kind) or "application/octet-stream"
    if kind == "photo":
        name = None
    file = world.add_file(kind, content, name, mime_type=mime_type, declared_size=size)
    if kind == "photo":
        file.facts["smaller"] = [world.add_file(kind, b"thumbnail " + content[:64]) for _ in THUMBNAILS]
    return file


def media_content(file: StoredFile, duration: int = 3) -> Payload:
    """The part of a Message that shows this file."""
    if file.kind == "photo":
        sizes = [*zip(file.facts.get("smaller", []), THUMBNAILS, strict=False), (file, FULL_SIZE)]
        return {"photo": [{**identity(each), "width": width, "height": height} for each, (width, height) in sizes]}
    media: Payload = {**identity(file), "mime_type": file.mime_type}
    if file.name and file.kind != "voice":
        media["file_name"] = file.name
    if file.kind in {"voice", "video", "audio"}:
        media["duration"] = duration
    if file.kind == "video":
        media |= {"width": 640, "height": 480}
    return {file.kind: media}


def identity(file: StoredFile) -> Payload:
    """The ids and the size every file object carries."""
    return {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": file.size}
