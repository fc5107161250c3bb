"""Who files in secret, in every form that would give her away, and how those forms are searched for."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

from domain.language import fold

NAME = "Hoàng Thị Bích Ngọc"
FIRM = "Công ty TNHH Thạch Bích Vân"
TAX_CODE = "4900887776"
PHONE = "0987 654 321"
MAIL = "bichngoc.hoang@thachbichvan.vn"
PLATE = "12C-345.67"
ACCOUNT = "190 3344 5566 7788"
#: what of them must never show, in lower case without diacritics; digits are compared without what stands between
WORDS = ("bich ngoc", "bichngoc", "bich-ngoc", "thach bich van", "thachbichvan", "bich-ng")
NUMBERS = ("4900887776", "987654321", "12c34567", "19033445566778")
#: places in a file, as cameras write them, in degrees, minutes and seconds
GPS = (21.0, 51.0, 12.34)


def found(text: str, more: tuple[str, ...] = ()) -> list[str]:
    """The identities (and `more`, such as the id of a chat) that this text shows."""
    plain = " ".join(fold(text).split())
    digits = re.sub(r"[\s.,()+-]", "", plain)
    return [each for each in (*WORDS, *more) if each in plain] + [each for each in NUMBERS if each in digits]


def found_in_file(content: bytes) -> list[str]:
    """The identities in a file: in its bytes, in those packed into it, and as UTF-16."""
    return sorted({each for layer in _layers(content) for text in _texts(layer) for each in found(text)})


def _texts(layer: bytes) -> tuple[str, ...]:
    encodings = ("utf-8", "utf-16-le", "utf-16-be", "latin-1")
    return tuple(shifted.decode(each, "ignore") for each in encodings for shifted in (layer, layer[1:]))


def _layers(content: bytes) -> list[bytes]:
    """The file itself, the members of an archive, the strings of a PDF, and every zlib stream there is in it."""
    layers = [content]
    if content.startswith(b"%PDF"):
        layers.append(re.sub(rb"\\([0-7]{3})", lambda match: bytes([int(match[1], 8) & 255]), content))
        layers += [bytes.fromhex(each.decode()) for each in re.findall(rb"<((?:[0-9a-fA-F]{2}){4,})>", content)]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            for entry in archive.infolist():
                layers += [entry.filename.encode(), entry.comment, entry.extra, *_layers(archive.read(entry))]
    for match in re.finditer(rb"x[\x01\x5e\x9c\xda]", content):
        try:
            layers.append(zlib.decompressobj().decompress(content[match.start() :], 1_000_000))
        except zlib.error:
            continue
    return layers
