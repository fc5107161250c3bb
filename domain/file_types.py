"""What a file is, by its first bytes: neither its name nor the type its sender declares is believed."""

from __future__ import annotations

from domain.messages import FileKind

HEAD = 64
UNKNOWN = "application/octet-stream"
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
    (0, b"\xff\xf3", FileKind.AUDIO, "audio/mpeg"),
    (0, b"\xff\xf2", FileKind.AUDIO, "audio/mpeg"),
    (0, b"OggS", FileKind.AUDIO, "audio/ogg"),
    (4, b"ftypM4A", FileKind.AUDIO, "audio/mp4"),
    (4, b"ftyphei", FileKind.DOCUMENT, "image/heic"),
    (4, b"ftyphev", FileKind.DOCUMENT, "image/heic"),
    (4, b"ftypmif1", FileKind.DOCUMENT, "image/heic"),
    (4, b"ftyp", FileKind.VIDEO, "video/mp4"),
    (0, b"\x1aE\xdf\xa3", FileKind.VIDEO, "video/webm"),
)


#: endings of what storage/scrubbing can make anew
_REMADE = frozenset({"jpg", "jpeg", "png", "gif", "webp", "heic", "heif", "pdf", "docx", "xlsx"})


def may_be_cleaned(kind: FileKind, name: str) -> bool:
    """Whether a file, by what its sender says it is, is of a type that can be made anew; a photo need not."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return ending in _REMADE if ending else kind is FileKind.PHOTO


def sniff(head: bytes) -> tuple[FileKind, str]:
    """Kind and type by the first bytes; a document of unknown type when they say nothing."""
    for offset, start, kind, mime in _STARTS:
        if head[offset : offset + len(start)] == start:
            return kind, mime
    return FileKind.DOCUMENT, UNKNOWN
