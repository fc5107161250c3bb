"""Pictures: drawn anew from the pixels that can be seen, upright, so that nothing else comes along."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pi_heif
from PIL import Image, ImageOps, ImageSequence

from storage.scrubbing import Clean, WithheldError
from storage.scrubbing.unlike import filler

#: the largest sensors of telephones have 200 million, which they hand out joined by four or more
MOST_PIXELS = 120_000_000
MOST_FRAMES = 300
Image.MAX_IMAGE_PIXELS = None  # `opened` looks for itself, before anything is unpacked
QUALITY = 90
#: as good as nothing is seen of a pixel below this, and all of it could be read
_FAINT = 16
_FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP", "image/heic": "HEIF", "image/gif": "GIF"}
_ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}


def redrawn(content: bytes, mime: str) -> Clean:
    """The picture without properties, places, comments, profiles, thumbnails, palettes or anything behind its end.

    HEIC becomes JPEG, of an animated PNG or WebP the first picture stays, a GIF keeps its animation.
    """
    kind = _FORMATS[mime]
    if kind == "GIF":
        return Clean(_moving(content), "gif")
    kind = "JPEG" if kind == "HEIF" else kind
    return Clean(encoded(opened(content, mime), kind), _ENDINGS[kind])


def opened(content: bytes, mime: str) -> Image.Image:
    """The first picture of a file, upright, in plain colours; raises WithheldError for too many pixels."""
    if mime == "image/heic":
        pi_heif.register_heif_opener(thumbnails=False)
    with Image.open(BytesIO(content), formats=(_FORMATS[mime],)) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise WithheldError("too many pixels")
        return _plain(ImageOps.exif_transpose(picture))


def encoded(picture: Image.Image, kind: str) -> bytes:
    """The picture as a new file that is unlike every other one of the same pixels."""
    if kind == "JPEG" and picture.mode not in {"L", "RGB"}:
        picture = _on_white(picture)
    out = BytesIO()
    picture.save(out, kind, **({"compress_level": 4} if kind == "PNG" else {"quality": QUALITY}))
    drawn = out.getvalue()
    return drawn + filler(len(drawn))  # behind its end nobody reads on


def _plain(picture: Image.Image) -> Image.Image:
    """The same pixels in a new picture without palette and properties, empty where nothing is seen."""
    if picture.mode in {"P", "PA", "LA", "RGBA"} or "transparency" in picture.info:
        plain = _emptied(picture.convert("RGBA"))
    else:
        kept = picture.mode in {"1", "L", "I;16", "I"}
        plain = picture.copy() if kept else picture.convert("RGB")
    plain.info = {}
    return plain


def _emptied(picture: Image.Image) -> Image.Image:
    """What somebody rubbed out is still in the colours of pixels that are not seen."""
    alpha = picture.getchannel("A").point([0 if seen < _FAINT else seen for seen in range(256)])
    if alpha.getextrema() == (255, 255):
        return picture.convert("RGB")
    seen = alpha.point([0 if each == 0 else 255 for each in range(256)])
    picture.putalpha(alpha)
    return Image.composite(picture, Image.new("RGBA", picture.size, (0, 0, 0, 0)), seen)


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture.convert("RGB")
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A"))
    return white


def _moving(content: bytes) -> bytes:
    """Every picture of the animation as it is seen, with its time."""
    with Image.open(BytesIO(content), formats=("GIF",)) as moving:
        frames = list(_frames(moving))
        loops = moving.info.get("loop")
    out, (first, *others) = BytesIO(), [frame for frame, _ in frames]
    first.save(
        out,
        "GIF",
        save_all=True,
        append_images=others,
        duration=[time for _, time in frames],
        disposal=2,
        **({} if loops is None else {"loop": loops}),
    )
    drawn = out.getvalue()
    return drawn + filler(len(drawn))


def _frames(moving: Image.Image) -> Iterator[tuple[Image.Image, int]]:
    for number, frame in enumerate(ImageSequence.Iterator(moving)):
        if number >= MOST_FRAMES or (number + 1) * frame.width * frame.height > MOST_PIXELS:
            raise WithheldError("too many pixels")
        yield _plain(frame.convert("RGBA")), int(frame.info.get("duration", 0))
