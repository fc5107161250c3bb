"""A value and its reader's language in; the sentence out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from bot.channels.base import Rows
from domain.language import LANGUAGES
from domain.messages import ERASED, Choice, Lines, Name, Translated, Value, Words
from domain.province.catalogue import Catalogue

#: Fluent refuses values over 2,500 characters; a longer one is put in its place afterwards, where a mark stands for it
LONGEST_VALUE = 2000
_MARK = "\ue000"


class Wording:
    """Every sentence of the locales, in three languages, with the catalogue's names."""

    def __init__(self, catalogue: Catalogue, folder: Path) -> None:
        self.catalogue = catalogue
        self._folder = folder
        self._bundles: dict[str, FluentBundle] = {}
        # what is said again and again the same way is worked out once: fixed sentences, names, instants
        self._fixed = lru_cache(maxsize=4096)(lambda key, language: self._format(key, {}, language))
        self.moment = lru_cache(maxsize=4096)(self._moment)

    def say(self, value: Value, language: str) -> str:
        """A value in words; raises KeyError for a key the locales do not have."""
        match value:
            case str() | int():
                return self._told(str(value), language)
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

    def _told(self, text: str, language: str) -> str:
        """What somebody wrote; where it was erased, that it was."""
        return text.replace(ERASED, self.say(Words("erased"), language)) if ERASED in text else text

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
            return self.catalogue.short_name(key, language)
        return self.catalogue.name(key, language)

    def _moment(self, instant: datetime, language: str) -> str:
        """An instant in the province's time, as people say it."""
        local = instant.astimezone(self.catalogue.timezone)
        date = f"{local.year}年{local.month}月{local.day}日" if language == "zh" else f"{local:%d/%m/%Y}"
        weekday = self._sentence(f"weekday-{local.weekday()}", {}, language)
        return self._sentence("moment", {"time": f"{local:%H:%M}", "weekday": weekday, "date": date}, language)

    def rows(self, choices: tuple[tuple[Choice, ...], ...], language: str) -> Rows:
        """Buttons with their labels in the language."""
        return tuple(tuple((self.label(choice, language), choice.data) for choice in row) for row in choices)

    def label(self, choice: Choice, language: str) -> str:
        """A button's label."""
        return self.say(choice.label, language)


def _bundle(language: str, folder: Path) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted((folder / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle
