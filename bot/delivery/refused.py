"""What is sent instead of what a messenger refuses.

Of files each alone, then as a document, then a line that leads to it or names it; of buttons, their numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.channels.base import Capabilities, File, Part, Reason, SendError
from bot.delivery.rendering import numbered, split
from domain.messages import FileKind, Words

#: refusals that another form of the same file may escape; any other reason is the chat's
_OF_THE_FILE = {Reason.OTHER, Reason.NO_RIGHT, Reason.TOO_LARGE}


def instead(
    part: Part, error: SendError, can: Capabilities, link_to: Callable[[File], str] = lambda _: ""
) -> list[Part]:
    """The calls to make in place of one whose files or buttons were refused; none when it had none.

    `link_to` gives the address of a file, "" where nobody outside reaches ours.
    """
    if part.rows and error.reason is Reason.NO_BUTTONS:
        labels = [label for row in part.rows for label, _ in row]
        first, *others = split(f"{part.text}\n\n{numbered(labels)}", can.max_length)
        return [replace(part, text=first, rows=()), *(Part(text=each) for each in others)]
    if not part.files or not error.permanent or error.reason not in _OF_THE_FILE:
        return []
    if len(part.files) > 1:
        head, *rest = part.files
        return [replace(part, files=(head,)), *(Part(files=(file,)) for file in rest)]
    (file,) = part.files
    if file.kind is not FileKind.DOCUMENT and FileKind.DOCUMENT in can.files:
        return [replace(part, files=(replace(file, kind=FileKind.DOCUMENT),))]
    link = link_to(file)
    words = Words("file-link", {"name": file.name, "link": link}) if link else _missing(file.name, error.reason)
    return [replace(part, files=(), missing=words)]


def _missing(name: str, reason: Reason) -> Words:
    match reason:
        case Reason.NO_RIGHT:
            return Words("file-refused-right", {"name": name})
        case Reason.TOO_LARGE:
            return Words("file-refused-size", {"name": name})
        case _:
            return Words("file-refused", {"name": name})
