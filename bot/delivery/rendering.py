"""What a messenger can show of a notice: the one place that knows what to do where it cannot.

No buttons: the choices are numbered, and on a card in a group the commands are named that do the same. Nothing can be
changed: what is new is said anew, or nothing is. No reactions: a word. No files: a link. Every messenger declares what
it can (`Capabilities`); nothing here asks which one it is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.channels.base import Capabilities, File, Part, Rows, Use
from bot.delivery.sheets import sheet
from bot.delivery.wording import Wording
from domain.messages import FileKind, Kind, Lines, Notice, Urgency, Value, Words, units
from handlers.commands import command_for
from web.links import Links

_ALBUMS = {FileKind.PHOTO: "visual", FileKind.VIDEO: "visual", FileKind.DOCUMENT: "document", FileKind.AUDIO: "audio"}
_MORE = "…"
_JOINER = "\u200d"
_JOINS = {_JOINER, "\ufe0f", *map(chr, range(0x1F3FB, 0x1F400))}  # variation, skin tones


#: how long a link to a file lasts that a messenger does not take
LINK_LASTS = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a message: in this language, on a messenger that can do so much, alone or with others."""

    language: str
    can: Capabilities
    in_group: bool = False

    @property
    def buttons(self) -> int:
        """How many buttons a message can have there."""
        return min(self.can.buttons, self.can.group_buttons) if self.in_group else self.can.buttons


def possible(notice: Notice, can: Capabilities) -> Notice | None:
    """The notice as such a messenger can bring it about, or None when it is worth no message there.

    What can be changed shows what was done, so a reaction needs no words. Where nothing can be changed, somebody waits
    for an edit as urgent as a prompt; of a quieter one its `news` is told, if there is any: a card that merely looks
    different is not.
    """
    if notice.asks and can.composer:  # who is asked reads so where they write
        return None
    if notice.kind is Kind.REMOVE:
        return notice if can.remove else None
    if notice.kind is Kind.REACT and not can.react:
        return None if can.edit else replace(notice, kind=Kind.SEND)
    if notice.kind is not Kind.EDIT or can.edit:
        return notice
    if notice.urgency <= Urgency.PROMPT:
        news = notice.news
        return replace(notice, words=news or notice.words, choices=() if news else notice.choices, kind=Kind.SEND)
    return replace(notice, words=notice.news, choices=(), kind=Kind.SEND) if notice.news else None


def use_of(notice: Notice) -> Use:
    """How much it is worth where messages are counted: signs and changes of cards the least, words to somebody most."""
    if notice.kind in {Kind.REACT, Kind.REMOVE}:
        return Use.SIGN
    if notice.kind is Kind.EDIT and notice.urgency > Urgency.PROMPT:
        return Use.NEWS
    return Use.REMINDER if notice.urgency is Urgency.REMINDER else Use.WORD


class Rendering:
    """Makes the calls of a messenger that bring a notice across; `links` lead to files it does not take."""

    def __init__(self, wording: Wording, links: Links | None = None) -> None:
        self.wording = wording
        self._links = links

    def parts(self, notice: Notice, reader: Reader, files: tuple[File, ...] = (), lost: int = 0) -> list[Part]:
        """Long texts in pieces, buttons under the last, files after the text."""
        can, language = reader.can, reader.language
        elsewhere = tuple(file for file in files if file.kind not in can.files)
        text, rows = self._with_choices(notice, reader)
        text = "\n\n".join([text, *(self.wording.say(each, language) for each in self._about(elsewhere, lost))])
        groups = grouped(tuple(file for file in files if file.kind in can.files), can.album)
        if groups and not rows and units(text) <= can.max_caption:
            parts = [Part(text=text, files=groups[0])]
            groups = groups[1:]
        else:
            pieces = split(text, can.max_length)
            parts = [Part(text=piece) for piece in pieces[:-1]]
            shown = sheet(self.wording, notice.words, language) if can.sheets and not parts else None
            parts.append(Part(text=pieces[-1], rows=rows, about=notice.about, sheet=shown))
        return [*parts, *(Part(files=group) for group in groups)]

    def change(self, notice: Notice, reader: Reader) -> Part:
        """An edit cannot become several messages: the first piece with the buttons of the last."""
        return shortened(self.parts(replace(notice, files=()), reader))

    def _about(self, elsewhere: tuple[File, ...], lost: int) -> Iterator[Words]:
        """What is said of files that are lost, or that this messenger does not take."""
        if lost:
            yield Words("file-missing", {"count": lost})
        if elsewhere and self._links is None:
            yield Words("files-elsewhere", {"count": len(elsewhere)})
        elif self._links is not None:
            for file in elsewhere:
                yield Words("file-link", {"name": file.name, "link": self.link_to(file)})

    def link_to(self, file: File) -> str:
        """An address of the file for a day; "" where nobody outside reaches our page."""
        return self._links.to(file.id, file.name, LINK_LASTS) if self._links else ""

    def _with_choices(self, notice: Notice, reader: Reader) -> tuple[str, Rows]:
        """The words with their buttons, or with what to type where there are none, or too few."""
        text = self.wording.say(notice.words, reader.language)
        rows = self.wording.rows(notice.choices, reader.language)
        if sum(map(len, rows)) <= reader.buttons:
            return text, rows
        flat = [button for row in rows for button in row]
        is_card = reader.in_group and notice.about
        typed = [word for _, data in flat if (word := command_for(data))] if is_card else []
        said = [text, numbered([label for label, data in flat if not (typed and command_for(data))])]
        if typed:
            facts = {"first": typed[0], "code": code_of(notice.words), "all": " ".join(f"/{word}" for word in typed)}
            said.append(self.wording.say(Words("typed-commands", facts), reader.language))
        return "\n\n".join(filter(None, said)), ()


def numbered(labels: list[str]) -> str:
    """Choices that can be typed by their number, one a line."""
    return "\n".join(f"{number}. {label}" for number, label in enumerate(labels, 1))


def shortened(parts: list[Part]) -> Part:
    """The first piece, with a sign that there is more, and the buttons of the last."""
    if len(parts) == 1:
        return parts[0]
    return Part(text=parts[0].text[:-2] + "…", rows=parts[-1].rows)


def code_of(words: Value) -> str:
    """The code of the case that words are about: the first they name; "" for none."""
    match words:
        case Words(_, args):
            return str(args.get("code", "")) or next(filter(None, map(code_of, args.values())), "")
        case Lines(items, _):
            return next(filter(None, map(code_of, items)), "")
    return ""


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
