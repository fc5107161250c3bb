"""Files of whoever hides, made anew from what they show: nothing of the old file is copied, so nothing comes along.

`scrubbed` works in memory on bytes nobody has checked; it is run in a process of its own (`__main__.py`), which may
neither last nor grow nor look around, by `bot/delivery/cleaning.py`. What cannot be shown for sure is withheld.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from domain.file_types import HEAD, UNKNOWN, sniff

#: viewers look for the beginning of a PDF as far in as this
_PDF_WITHIN = 1024


class WithheldError(Exception):
    """Nobody can be sure that this file gives nothing away; the text says why, without a word of the file."""


@dataclass(frozen=True, slots=True)
class Clean:
    """The new file and the ending a name of its has."""

    content: bytes
    ending: str


def scrubbed(content: bytes) -> Clean:
    """The file made anew according to its first bytes; raises WithheldError for whatever cannot be for sure.

    Equal files become unequal ones, also in size: nobody can tell by the bytes that two authors sent the same.
    """
    rebuild = _rebuilder(_mime(content))
    try:
        return rebuild(content)
    except WithheldError:
        raise
    except Exception as error:  # a broken file breaks libraries in every way there is
        raise WithheldError(type(error).__name__) from error


def _mime(content: bytes) -> str:
    mime = sniff(content[:HEAD])[1]
    return "application/pdf" if mime == UNKNOWN and b"%PDF-" in content[:_PDF_WITHIN] else mime


def _rebuilder(mime: str) -> Callable[[bytes], Clean]:
    """What makes this type anew; its libraries are loaded only here."""
    match mime:
        case "image/jpeg" | "image/png" | "image/gif" | "image/webp" | "image/heic":
            from storage.scrubbing import images  # noqa: PLC0415

            return lambda content: images.redrawn(content, mime)
        case "application/pdf":
            from storage.scrubbing import pdf  # noqa: PLC0415

            return pdf.redrawn
        case "application/zip":
            from storage.scrubbing import packages  # noqa: PLC0415

            return packages.rewritten
    raise WithheldError(f"{mime} is not made anew")
