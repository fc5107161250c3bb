"""Which office document an archive is, and whether it unpacks to something that fits into memory."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from storage.scrubbing import Clean, WithheldError
from storage.scrubbing.unlike import filler

MOST_PARTS = 3000
LARGEST = 150_000_000
LARGEST_MARKUP = 40_000_000
_TYPES = "[Content_Types].xml"
_PICTURES = {"png": "image/png", "jpeg": "image/jpeg", "jpg": "image/jpeg", "gif": "image/gif"}
_EPOCH = (1980, 1, 1, 0, 0, 0)


def rewritten(content: bytes) -> Clean:
    """A Word document or a workbook written anew; raises WithheldError for every other archive."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = _checked(archive)
    if "word/document.xml" in names:
        from storage.scrubbing import word  # noqa: PLC0415

        return Clean(_packed(word.rewritten(_with_types(content)), "word/document.xml"), "docx")
    if "xl/workbook.xml" in names:
        from storage.scrubbing import sheets  # noqa: PLC0415

        return Clean(_packed(sheets.rewritten(content), "xl/workbook.xml"), "xlsx")
    raise WithheldError("an archive that is no document")


def _checked(archive: zipfile.ZipFile) -> set[str]:
    """The names of its parts; raises WithheldError for too many, too much, and for a document type among them."""
    entries = archive.infolist()
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST:
        raise WithheldError("too much in an archive")
    for entry in entries:
        if entry.filename.endswith((".xml", ".rels")):
            if entry.file_size > LARGEST_MARKUP:
                raise WithheldError("too much in an archive")
            _refuse_document_type(archive.read(entry))
    names = {entry.filename for entry in entries}
    if _TYPES not in names:
        raise WithheldError("an archive that is no document")
    return names


def _refuse_document_type(part: bytes) -> None:
    """Nothing is looked up and nothing can unfold: office programs write no document types, in no encoding."""
    if b"<!DOCTYPE" in part.replace(b"\0", b"").upper() or b"<!ENTITY" in part.replace(b"\0", b"").upper():
        raise WithheldError("a document type")


def _with_types(content: bytes) -> bytes:
    """The archive with a type for its pictures, which Word does without and python-docx does not."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as typed:
        for entry in archive.infolist():
            part = archive.read(entry)
            if entry.filename == _TYPES:
                lacking = [each for each in _PICTURES if f'Extension="{each}"'.encode() not in part]
                lines = "".join(f'<Default Extension="{each}" ContentType="{_PICTURES[each]}"/>' for each in lacking)
                part = re.sub(rb"<Types\b[^>]*>", rb"\g<0>" + lines.encode(), part, count=1)
            typed.writestr(entry.filename, part)
    return out.getvalue()


def _packed(content: bytes, main: str) -> bytes:
    """The document packed without dates and properties, and with a remark that makes it unlike any other."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as packed:
        for name in archive.namelist():
            part = archive.read(name)
            if name == main:
                part += f"<!--{filler(len(content)).hex()}-->".encode()
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, part)
    return out.getvalue()
