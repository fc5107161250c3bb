"""Which language a text is in when it is none of our three: asked before anybody takes it for one of them.

A cheap test comes first, because nearly every text is in one of ours: the script, or for Latin letters how many words
neither English nor Vietnamese can have. Only what passes it is shown to langdetect, which is loaded then, with the
profiles of that script alone (7 MB at most, where all of them take 66).
"""

from __future__ import annotations

import re
import threading
import unicodedata
from bisect import bisect_right
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from domain.language import ENGLISH, HAN, LANGUAGES, LOANED, NEITHER, NO_LANGUAGE, SYLLABLE, VIETNAMESE, fold

#: fewer words say too little: a name or a greeting in another language is no text in it
ENOUGH_WORDS = 5
#: languages people here know by name; any other is told by its ISO 639 code
NAMED = (
    *("ko", "ja", "th", "lo", "km", "my", "id", "tl", "hi", "ru", "uk"),
    *("fr", "de", "es", "it", "pt", "nl", "pl", "tr", "ar", "fa"),
)

#: first letter, last letter, and what is written in it: one language, or those that langdetect chooses from
_SCRIPTS = (
    (0x0370, 0x03FF, ("el",)),
    (0x0400, 0x052F, ("ru", "uk")),
    (0x0530, 0x058F, ("hy",)),
    (0x0590, 0x05FF, ("he",)),
    (0x0600, 0x077F, ("ar", "fa", "ur")),
    (0x0900, 0x097F, ("hi", "mr", "ne")),
    (0x0980, 0x09FF, ("bn",)),
    (0x0A00, 0x0A7F, ("pa",)),
    (0x0A80, 0x0AFF, ("gu",)),
    (0x0B80, 0x0BFF, ("ta",)),
    (0x0C00, 0x0C7F, ("te",)),
    (0x0C80, 0x0CFF, ("kn",)),
    (0x0D00, 0x0D7F, ("ml",)),
    (0x0D80, 0x0DFF, ("si",)),
    (0x0E00, 0x0E7F, ("th",)),
    (0x0E80, 0x0EFF, ("lo",)),
    (0x1000, 0x109F, ("my",)),
    (0x10A0, 0x10FF, ("ka",)),
    (0x1780, 0x17FF, ("km",)),
    (0x3041, 0x30FA, ("ja",)),
    (0xAC00, 0xD7A3, ("ko",)),
)
_STARTS = [start for start, _, _ in _SCRIPTS]
_STRANGE = re.compile("[" + "".join(f"{chr(start)}-{chr(end)}" for start, end, _ in _SCRIPTS) + "]")
#: of two letters at least: a single one is an abbreviation in hurried Vietnamese
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]+(?:['’][A-Za-zÀ-ɏḀ-ỿ]+|[A-Za-zÀ-ɏḀ-ỿ])")
#: scripts without spaces between words, and how many of their characters (vowel signs, too) make one
_CHARACTERS_A_WORD = {"ja": 2, "th": 4, "lo": 4, "km": 4, "my": 4}
#: in Japanese at least every tenth character is kana; in a Chinese text the の of a shop's name is less
_LEAST_KANA = 0.1
#: in Latin letters, the commonest visitors' languages, and ours: langdetect may say that it is ours after all
_IN_LATIN = (
    *("en", "vi", "fr", "de", "es", "it", "pt", "nl", "id", "tl", "tr"),
    *("cs", "da", "fi", "hu", "no", "pl", "ro", "sv"),
)
#: shares of a text's words, from 8,800 texts in ours and 160 in others: Vietnamese without diacritics has hardly ever
#: less than seven tenths that are syllables of ours, English hardly ever less than a sixth of its commonest words
_MOST_OURS, _MOST_ENGLISH = 0.62, 1 / 6
#: below this langdetect does not know
_SURE = 0.5
#: characters that are looked at: enough to know a language by, and a long text costs no more than a letter's first page
_LOOKED_AT = 2000


def foreign_language(text: str) -> str:
    """The ISO 639-1 code of the language a text is in; "" when that is Vietnamese, English or Chinese, or not clear."""
    bare = unicodedata.normalize("NFC", NO_LANGUAGE.sub(" ", text[:_LOOKED_AT]))
    strange = _STRANGE.findall(bare)
    if strange and (languages := _of_script(bare, strange)):
        return languages[0] if len(languages) == 1 else _asked(bare, languages)
    words = [word.lower().replace("’", "'") for word in _LATIN_WORD.findall(bare)]
    if len(words) < ENOUGH_WORDS or len(HAN.findall(bare)) >= len(words) or not _is_strange(words):
        return ""
    found = _asked(bare.lower(), _IN_LATIN)
    return "" if found in LANGUAGES else found


def _of_script(text: str, strange: list[str]) -> tuple[str, ...]:
    """The languages of the script most of a text is in; none for a name or a few words of it in a text of ours."""
    script, count = Counter(bisect_right(_STARTS, ord(letter)) - 1 for letter in strange).most_common(1)[0]
    languages = _SCRIPTS[script][2]
    han = len(HAN.findall(text))
    if languages == ("ja",):
        if count < _LEAST_KANA * (count + han):
            return ()
        count += han
    letters = sum(letter.isalpha() for letter in text)
    if 2 * count <= letters or _words_in(text, count, languages[0]) < ENOUGH_WORDS:
        return ()
    return languages


def _words_in(text: str, count: int, language: str) -> int:
    if language in _CHARACTERS_A_WORD:
        return count // _CHARACTERS_A_WORD[language]
    return sum(bool(_STRANGE.search(word)) for word in text.split())


def _is_strange(words: list[str]) -> bool:
    """True when too few words are English, Vietnamese (by build, whatever their marks) or at home in both."""
    english = sum(word in ENGLISH or word in LOANED for word in words)
    ours = sum(word in ENGLISH or word in LOANED or _may_be_vietnamese(word) for word in words)
    return english < _MOST_ENGLISH * len(words) and ours < _MOST_OURS * len(words)


def _may_be_vietnamese(word: str) -> bool:
    return word in VIETNAMESE or word in NEITHER or SYLLABLE.fullmatch(fold(word)) is not None


_LOADING = threading.Lock()


def _asked(text: str, languages: tuple[str, ...]) -> str:
    """What langdetect takes a text for among these languages; "" when it cannot say."""
    with _LOADING:  # handlers run in several threads; without it each would read the profiles
        factory = _factory(languages)
    from langdetect import LangDetectException  # noqa: PLC0415  loaded by now

    detector = factory.create()
    detector.append(text)
    try:
        best = detector.get_probabilities()[0]
    except (LangDetectException, IndexError):  # nothing in it that any of them has
        return ""
    return str(best.lang) if best.prob > _SURE else ""


@cache
def _factory(languages: tuple[str, ...]) -> Any:
    """Langdetect with the profiles of these languages only; its draws are seeded, so a text always gets one answer."""
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory  # noqa: PLC0415  most texts are ours

    factory = DetectorFactory()
    factory.seed = 0
    factory.load_json_profile([(Path(PROFILES_DIRECTORY) / each).read_text("utf-8") for each in languages])
    return factory
