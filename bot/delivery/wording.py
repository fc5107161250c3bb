"""A notice and its reader's language in; the words, buttons and parts a messenger can send out."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from bot.channels.base import Capabilities, File, Part, Rows
from domain.language import LANGUAGES
from domain.messages import Choice, FileKind, Lines, Name, Notice, Translated, Value, Words
from domain.province.catalogue import Catalogue

ALBUM = 10
_ALBUMS = {FileKind.PHOTO: "visual", FileKind.VIDEO: "visual", FileKind.DOCUMENT: "document", FileKind.AUDIO: "audio"}
_MORE = "…"
#: Fluent refuses values over 2,500 characters; a longer one is put in its place afterwards, where a mark stands for it
LONGEST_VALUE = 2000
_MARK = "\ue000"
_JOINER = "\u200d"
_JOINS = {_JOINER, "\ufe0f", *map(chr, range(0x1F3FB, 0x1F400))}  # variation, skin tones


class Wording:
    """Every sentence of the locales, in three languages, with the catalogue's names."""

    def __init__(self, catalogue: Catalogue, folder: Path) -> None:
        self._catalogue = catalogue
        self._folder = folder
        self._bundles: dict[str, FluentBundle] = {}
        # what is said again and again the same way is worked out once: fixed sentences, names, instants
        self._fixed = lru_cache(maxsize=4096)(lambda key, language: self._format(key, {}, language))
        self.moment = lru_cache(maxsize=4096)(self._moment)

    def say(self, value: Value, language: str) -> str:
        """A value in words; raises KeyError for a key the locales do not have."""
        match value:
            case str() | int():
                return str(value)
            case Words(key, args):
                return self._sentence(key, args, language)
            case Name(what, key):
                return self._name(what, key, language)
            case Translated(texts):
                return texts.get(language) or texts["vi"]
            case datetime():
                return self.moment(value, language)
            case Lines(items, between):
                return between.join(self.say(item, language) for item in items)
        msg = f"cannot be said: {type(value).__name__}"
        raise TypeError(msg)

    def _sentence(self, key: str, args: Mapping[str, Value], language: str) -> str:
        return self._format(key, args, language) if args else self._fixed(key, language)

    def _format(self, key: str, args: Mapping[str, Value], language: str) -> str:
        bundle = self._bundles.get(language) or self._bundle(language)
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        plain = {name: arg if isinstance(arg, int) else self.say(arg, language) for name, arg in args.items()}
        long = {f"{_MARK}{name}{_MARK}": value for name, value in plain.items() if len(str(value)) > LONGEST_VALUE}
        text, errors = bundle.format_pattern(pattern, {**plain, **{mark.strip(_MARK): mark for mark in long}})
        if errors:
            raise errors[0]
        said = str(text)
        for mark, value in long.items():
            said = said.replace(mark, str(value))
        return said

    def _bundle(self, language: str) -> FluentBundle:
        """A language's sentences, read when they are first needed: each takes its time and 3 MB."""
        known = language if language in LANGUAGES else "vi"
        if known not in self._bundles:
            self._bundles[known] = _bundle(known, self._folder)
        return self._bundles[known]

    def _name(self, what: str, key: str, language: str) -> str:
        if what == "short":
            return self._catalogue.short_name(key, language)
        return self._catalogue.name(key, language)

    def _moment(self, instant: datetime, language: str) -> str:
        """An instant in the province's time, as people say it."""
        local = instant.astimezone(self._catalogue.timezone)
        date = f"{local.year}年{local.month}月{local.day}日" if language == "zh" else f"{local:%d/%m/%Y}"
        weekday = self._sentence(f"weekday-{local.weekday()}", {}, language)
        return self._sentence("moment", {"time": f"{local:%H:%M}", "weekday": weekday, "date": date}, language)

    def rows(self, choices: tuple[tuple[Choice, ...], ...], language: str) -> Rows:
        """Buttons with their labels in the language."""
        return tuple(tuple((self.label(choice, language), choice.data) for choice in row) for row in choices)

    def label(self, choice: Choice, language: str) -> str:
        """A button's label."""
        return self.say(choice.label, language)

    def parts(
        self, notice: Notice, language: str, can: Capabilities, files: tuple[File, ...], lost: int = 0
    ) -> list[Part]:
        """The calls that bring it across: long texts in pieces, buttons under the last, files after the text."""
        text = self.say(notice.words, language)
        if lost:
            text = f"{text}\n\n{self._sentence('file-missing', {'count': lost}, language)}"
        rows = self.rows(notice.choices, language)
        if rows and not can.buttons:
            text, rows = _numbered(text, rows), ()
        groups = grouped(files) if can.files else []
        if groups and not rows and units(text) <= can.max_caption:
            parts = [Part(text=text, files=groups[0])]
            groups = groups[1:]
        else:
            pieces = split(text, can.max_length)
            parts = [Part(text=piece) for piece in pieces[:-1]]
            parts.append(Part(text=pieces[-1], rows=rows, about=notice.about))
        return [*parts, *(Part(files=group) for group in groups)]


def _bundle(language: str, folder: Path) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted((folder / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


def _numbered(text: str, rows: Rows) -> str:
    """The choices as a numbered list, for a messenger without buttons."""
    flat = [label for row in rows for label, _ in row]
    return "\n".join([text, "", *(f"{number}. {label}" for number, label in enumerate(flat, 1))])


def grouped(files: tuple[File, ...]) -> list[tuple[File, ...]]:
    """Files in albums of at most ten of a kind that may share one; a voice message stands alone."""
    groups: list[list[File]] = []
    for file in files:
        kind = _ALBUMS.get(file.kind)
        last = groups[-1] if groups else None
        if last and kind and _ALBUMS.get(last[0].kind) == kind and len(last) < ALBUM:
            last.append(file)
        else:
            groups.append([file])
    return [tuple(group) for group in groups]


def units(text: str) -> int:
    """The length as messengers count it: UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


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
