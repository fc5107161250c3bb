"""What is sent instead of files that a messenger refuses: each alone, then as a document, then a line that names it."""

from __future__ import annotations

from dataclasses import replace

from bot.channels.base import Capabilities, Part, Reason, SendError
from domain.messages import FileKind, Words

#: refusals that another form of the same file may escape; any other reason is the chat's
_OF_THE_FILE = {Reason.OTHER, Reason.NO_RIGHT, Reason.TOO_LARGE}


def instead(part: Part, error: SendError, can: Capabilities) -> list[Part]:
    """The calls to make in place of one whose files were refused, its words with the first; none when it had none."""
    if not part.files or not error.permanent or error.reason not in _OF_THE_FILE:
        return []
    if len(part.files) > 1:
        first, *others = part.files
        return [replace(part, files=(first,)), *(Part(files=(file,)) for file in others)]
    (file,) = part.files
    if file.kind is not FileKind.DOCUMENT and FileKind.DOCUMENT in can.files:
        return [replace(part, files=(replace(file, kind=FileKind.DOCUMENT),))]
    return [replace(part, files=(), missing=_missing(file.name, error.reason))]


def _missing(name: str, reason: Reason) -> Words:
    match reason:
        case Reason.NO_RIGHT:
            return Words("file-refused-right", {"name": name})
        case Reason.TOO_LARGE:
            return Words("file-refused-size", {"name": name})
        case _:
            return Words("file-refused", {"name": name})
