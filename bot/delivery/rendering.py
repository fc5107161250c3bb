"""What a messenger can show of a notice: the one place that knows what to do where it cannot.

No buttons: the choices are numbered. Nothing can be changed: what is new is said anew, or nothing is. No reactions: a
word. Every messenger declares what it can (`Capabilities`); nothing here asks which one it is.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from bot.channels.base import Capabilities, File, Part, Rows
from bot.delivery.wording import Wording
from domain.messages import FileKind, Kind, Lines, Notice, Urgency, Words, units

_ALBUMS = {FileKind.PHOTO: "visual", FileKind.VIDEO: "visual", FileKind.DOCUMENT: "document", FileKind.AUDIO: "audio"}
_MORE = "…"
_JOINER = "\u200d"
_JOINS = {_JOINER, "\ufe0f", *map(chr, range(0x1F3FB, 0x1F400))}  # variation, skin tones


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a message: in this language, on a messenger that can do so much."""

    language: str
    can: Capabilities


def possible(notice: Notice, can: Capabilities) -> Notice | None:
    """The notice as such a messenger can bring it about, or None when it is worth no message there.

    What can be changed shows what was done, so a reaction needs no words. Where nothing can be changed, somebody waits
    for an edit as urgent as a prompt; of a quieter one its `news` is told, if there is any: a card that merely looks
    different is not.
    """
    if notice.asks and can.composer:  # who is asked reads so where they write
        return None
    if notice.kind is Kind.REACT and not can.react:
        return None if can.edit else replace(notice, kind=Kind.SEND)
    if notice.kind is Kind.EDIT and not can.edit:
        if notice.news:
            return replace(notice, words=notice.news, choices=(), kind=Kind.SEND)
        return replace(notice, kind=Kind.SEND) if notice.urgency <= Urgency.PROMPT else None
    return notice


def render(wording: Wording, notice: Notice, reader: Reader, files: tuple[File, ...] = (), lost: int = 0) -> list[Part]:
    """The calls that bring it across: long texts in pieces, buttons under the last, files after the text."""
    can, language = reader.can, reader.language
    missing = lost + sum(file.kind not in can.files for file in files)
    words = notice.words if not missing else Lines((notice.words, Words("file-missing", {"count": missing})), "\n\n")
    text = wording.say(words, language)
    rows = wording.rows(notice.choices, language)
    if sum(map(len, rows)) > can.buttons:
        text, rows = _numbered(text, rows), ()
    groups = grouped(tuple(file for file in files if file.kind in can.files), can.album)
    if groups and not rows and units(text) <= can.max_caption:
        parts = [Part(text=text, files=groups[0])]
        groups = groups[1:]
    else:
        pieces = split(text, can.max_length)
        parts = [Part(text=piece) for piece in pieces[:-1]]
        parts.append(Part(text=pieces[-1], rows=rows, about=notice.about))
    return [*parts, *(Part(files=group) for group in groups)]


def render_change(wording: Wording, notice: Notice, reader: Reader) -> Part:
    """An edit cannot become several messages: the first piece with the buttons of the last."""
    return shortened(render(wording, replace(notice, files=()), reader))


def shortened(parts: list[Part]) -> Part:
    """The first piece, with a sign that there is more, and the buttons of the last."""
    if len(parts) == 1:
        return parts[0]
    return Part(text=parts[0].text[:-2] + "…", rows=parts[-1].rows)


def _numbered(text: str, rows: Rows) -> str:
    """The choices as a numbered list, for a messenger without buttons, or with fewer."""
    flat = [label for row in rows for label, _ in row]
    return "\n".join([text, "", *(f"{number}. {label}" for number, label in enumerate(flat, 1))])


def grouped(files: tuple[File, ...], most: int) -> list[tuple[File, ...]]:
    """Files in albums of at most so many of a kind that may share one; a voice message stands alone."""
    groups: list[list[File]] = []
    for file in files:
        kind = _ALBUMS.get(file.kind)
        last = groups[-1] if groups else None
        if last and kind and _ALBUMS.get(last[0].kind) == kind and len(last) < most:
            last.append(file)
        else:
            groups.append([file])
    return [tuple(group) for group in groups]


def split(text: str, longest: int) -> list[str]:
    """The text in pieces of at most `longest` UTF-16 units, cut at a paragraph, a line or a space where it has one.

    No piece is empty or mere space, which messengers refuse; nothing else of the text is lost.
    """
    text = text.strip()
    pieces: list[str] = []
    while units(text) > longest:
        cut = _cut(text, longest)
        pieces.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*pieces, text or _MORE]


def _cut(text: str, longest: int) -> int:
    end = min(len(text), longest)
    while units(text[:end]) > longest:
        end -= max(1, (units(text[:end]) - longest) // 2)
    for mark in ("\n\n", "\n", " "):
        at = text.rfind(mark, end // 2, end)
        if at > 0:
            return at + len(mark)
    return _between_signs(text, end)


def _between_signs(text: str, end: int) -> int:
    """Not inside what is read as one sign (a letter and its marks, a joined emoji), unless that is all there is."""
    at = end
    while at > 1 and (text[at] in _JOINS or text[at - 1] == _JOINER or unicodedata.combining(text[at])):
        at -= 1
    return at if at > end // 2 else end
