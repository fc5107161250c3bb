"""Files without what they tell of whoever made them: properties, places, authors, hidden remains.

`scrubbed` works in memory on bytes nobody has checked; it is run in a process of its own (`__main__.py`), which may
neither last nor grow, by `bot/delivery/cleaning.py`. What is visible or audible in a file is not touched.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from domain.file_types import HEAD, sniff


class WithheldError(Exception):
    """Nobody can be sure that this file gives nothing away; the text says why, without a word of the file."""


@dataclass(frozen=True, slots=True)
class Clean:
    """The cleaned bytes and the ending a name of theirs has."""

    content: bytes
    ending: str


def scrubbed(content: bytes) -> Clean:
    """The file cleaned according to its first bytes; raises WithheldError for whatever cannot be cleaned for sure."""
    clean = _cleaner(sniff(content[:HEAD])[1])
    try:
        return clean(content)
    except WithheldError:
        raise
    except Exception as error:  # a broken file breaks libraries in every way there is
        raise WithheldError(type(error).__name__) from error


def _cleaner(mime: str) -> Callable[[bytes], Clean]:
    """What cleans this type; its libraries are loaded only here."""
    match mime:
        case "image/jpeg" | "image/png" | "image/gif" | "image/webp" | "image/heic":
            from storage.scrubbing import images  # noqa: PLC0415

            return lambda content: images.clean(content, mime)
        case "application/pdf":
            from storage.scrubbing import pdf  # noqa: PLC0415

            return pdf.clean
        case "application/zip":
            from storage.scrubbing import packages  # noqa: PLC0415

            return packages.clean
        case "audio/ogg" | "audio/mpeg" | "audio/wav":
            from storage.scrubbing import sound  # noqa: PLC0415

            return lambda content: sound.clean(content, mime)
        case "audio/mp4" | "video/mp4":
            from storage.scrubbing import film  # noqa: PLC0415

            return lambda content: film.clean(content, "m4a" if mime == "audio/mp4" else "mp4")
    raise WithheldError(f"{mime} is not cleaned")
