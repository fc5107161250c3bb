"""Pictures: drawn anew from their pixels, upright, so that nothing but the pixels comes along."""

from __future__ import annotations

from io import BytesIO

import pi_heif
from PIL import Image, ImageOps

from storage.scrubbing import Clean, WithheldError

#: the largest sensors of telephones have 200 million, which they hand out joined by four or more
MOST_PIXELS = 120_000_000
Image.MAX_IMAGE_PIXELS = None  # `clean` looks for itself, before anything is unpacked
QUALITY = 92
_FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP", "image/heic": "HEIF"}
_ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}


def clean(content: bytes, mime: str) -> Clean:
    """The picture without properties, places, comments, profiles, thumbnails or anything behind its end.

    HEIC becomes JPEG, of an animated PNG or WebP the first picture stays, a GIF keeps its animation.
    """
    if mime == "image/gif":
        return Clean(_gif(content), "gif")
    if mime == "image/heic":
        pi_heif.register_heif_opener(thumbnails=False)
    with Image.open(BytesIO(content), formats=(_FORMATS[mime],)) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise WithheldError("too many pixels")
        picture = ImageOps.exif_transpose(opened)
    kind = "JPEG" if mime == "image/heic" else _FORMATS[mime]
    if kind == "JPEG" and picture.mode not in {"L", "RGB"}:
        picture = picture.convert("RGB")
    # a writer adds what it finds here; only the transparent colour belongs to the pixels
    picture.info = {key: value for key, value in picture.info.items() if key == "transparency"}
    out = BytesIO()
    picture.save(out, kind, **({} if kind == "PNG" else {"quality": QUALITY}))
    return Clean(out.getvalue(), _ENDINGS[kind])


_BLOCK, _EXTENSION, _PICTURE, _END = 0, 0x21, 0x2C, 0x3B
_TIMING, _LOOPS = 0xF9, b"\x0bNETSCAPE2.0"


def _gif(content: bytes) -> bytes:
    """Screen, colours, pictures, their timing and the loop; no comments, nothing behind the end."""
    at = 13 + _colours(content[10])
    kept = [content[:at]]
    while content[at] != _END:
        start = at
        if content[at] == _EXTENSION:
            at = _past_blocks(content, at + 2)
            if content[start + 1] != _TIMING and content[start + 2 : start + 14] != _LOOPS:
                continue
        elif content[at] == _PICTURE:
            at = _past_blocks(content, at + 11 + _colours(content[at + 9]))
        else:
            raise WithheldError("an unknown block")
        kept.append(content[start:at])
    return b"".join([*kept, bytes([_END])])


def _colours(flags: int) -> int:
    """The length of the colour table these flags announce."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _past_blocks(content: bytes, at: int) -> int:
    """Where the chain of blocks that begins here ends; IndexError when it does not."""
    while content[at] != _BLOCK:
        at += content[at] + 1
    return at + 1


def without_segments(jpeg: bytes) -> bytes:
    """A JPEG with every segment gone that does not draw: for one inside a PDF, whose pixels must stay as they are.

    Kept are the tables, frames and scans, and Adobe's note on colours; raises WithheldError for a broken one.
    """
    kept, at = [jpeg[:2]], 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF:  # noqa: PLR2004
        marker = jpeg[at + 1]
        if marker == 0xFF:  # noqa: PLR2004  filling
            at += 1
            continue
        if marker == 0xD9:  # noqa: PLR2004  the end
            break
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        is_application, is_adobe = 0xE0 <= marker <= 0xEF, marker == 0xEE  # noqa: PLR2004
        if (not is_application and marker != 0xFE) or is_adobe:  # noqa: PLR2004
            kept.append(jpeg[at:end])
        at = end
        if marker == 0xDA:  # noqa: PLR2004  a scan follows: up to the next marker that is not part of it
            while at + 1 < len(jpeg) and not (jpeg[at] == 0xFF and jpeg[at + 1] not in _IN_A_SCAN):  # noqa: PLR2004
                following = jpeg.find(b"\xff", at + 1)
                at = len(jpeg) if following < 0 else following
            kept.append(jpeg[end:at])
    if len(kept) < 3:  # noqa: PLR2004
        raise WithheldError("a broken JPEG")
    return b"".join([*kept, b"\xff\xd9"])


_IN_A_SCAN = {0x00, *range(0xD0, 0xD8)}
