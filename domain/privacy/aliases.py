"""A name in every form in which people write it: without diacritics, cut short, joined, as its letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.language import fold
from domain.privacy.cores import HAN, cores, letters_of
from domain.privacy.lone import before_its_trade, in_capitals, is_ordinary, pattern_of, stands_alone
from domain.privacy.marks import fits, marks
from domain.privacy.shadow import Shadow, Span, listed

_SHORTEST_LETTERS, _SHORTEST_JOINED, _TWO_LETTERS = 3, 6, 2
_BETWEEN = r"[ \n._&'’-]{1,4}"
_CALLED = re.compile(
    r"(?<![a-z])(?:anh|chi|em|co|chu|bac|ba|ong|mr|ms|mrs|miss|a|c|sep|thai|toi la|em la|minh la|chau la)"
    r"(?:\. ?| {1,2})$"
)
_LONGEST_TITLE = 10
#: what "anh Hùng" and the like mean where nobody of that name is spoken of
_WORDS_OF_TWO = frozenset(
    listed(
        """anh hùng|anh em|anh chị|bà con|bà chủ|ông chủ|chú ý|cô giáo|bác sĩ|bác sỹ|chị em|em bé|anh minh|bà mai|cô đơn
        |cô đặc|chủ yếu|ba lan|anh quốc|em gái|anh trai|bà nội|chú thích|Thái Lan"""
    )
)
#: reads as a title where nobody sees its mark
_NO_TITLE = "có"

#: as they read where every y is an i
_FIRM = "cong ti|cti|c.ti|tnhh|cp|mtv|htx|dntn|dn|doanh nghiep|hop tac xa|hkd|ho kinh doanh|compani|xuong|nha mai"
_TRADE = "van tai|thuong mai|dich vu|xnk|xuat nhap khau|logistics|xai dung|co khi"

Fits = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a name: `rare` must be in the text, `pattern` finds it there, `fits` reads it as written."""

    rare: str
    #: not compiled yet: most texts do not have what is rare in it
    pattern: str
    fits: Fits
    in_capitals: bool = False
    after: re.Pattern[str] | None = None
    #: without these among its capitals, one after the other, no text has this form
    initials: str = ""
    #: where the plain text around it lets it be a name
    stands: Callable[[str, int, int], bool] | None = None


def named(shadow: Shadow, names: tuple[str, ...]) -> Iterator[Span]:
    """Where the shadow has one of the names, in every form of its own.

    A name of several words is found without its diacritics, too; a business's also without "Công ty TNHH" and its trade
    before it and its place behind it, as its letters, and joined as in an address, and one word of its own anywhere.
    A person's single word is, after "chị" and the like.
    """
    if not any(names):
        return
    skeleton = shadow.folded.replace("y", "i")
    capitals = fold("".join(filter(str.isupper, shadow.plain)))
    for form in _forms(names):
        text = shadow.plain if form.in_capitals else skeleton
        if form.rare in text and form.initials in capitals:
            yield from _found(form, text, shadow.plain)


def _found(form: Form, text: str, plain: str) -> Iterator[Span]:
    for found in _compiled(form.pattern).finditer(text):
        start, end = found.span()
        before = form.after.search(text, max(0, start - _LONGEST_TITLE), start) if form.after else None
        if form.stands and not form.stands(plain, start, end):
            continue
        if (form.after is None or before) and form.fits(plain[before.start() if before else start : end]):
            yield start, end


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(maxsize=512)
def _forms(names: tuple[str, ...]) -> tuple[Form, ...]:
    found: dict[tuple[str, str], Form] = {}
    for name in names:
        whole = " ".join(unicodedata.normalize("NFC", name).split())
        for form in _forms_of(whole) if whole else ():
            found.setdefault((form.pattern, form.rare), form)
    return tuple(found.values())


def _forms_of(whole: str) -> Iterator[Form]:
    if whole[0].isdigit() and not re.search(r"[^\d .-]", whole):  # the code of the business, however it is grouped
        figures = re.sub(r"\D", "", whole)
        if len(figures) >= _SHORTEST_JOINED:
            yield Form(figures[0], r"[^\w\n]{0,3}".join(figures), _always)
        return
    short = cores(whole) or before_its_trade(whole)
    yield from _phrases(whole, short)
    for core in short:
        if not HAN.search(core):
            yield from _of_a_firm(core)
    if not short:
        written = whole.title() if whole.islower() or whole.isupper() else whole
        yield from _of_a_person([word for word in written.split() if word[0].isupper() and not HAN.search(word)])


def _phrases(whole: str, short: list[str]) -> Iterator[Form]:
    """The name as it is, and what is left of it; one word alone only where it is the whole name."""
    for phrase in (whole, *(core for core in short if " " in core or HAN.search(core))):
        if HAN.search(phrase):
            if len(phrase) > 1:
                yield Form(_bare(phrase), _spaced(phrase), _always)
        elif len(phrase) > 2:  # noqa: PLR2004  a shorter one would blot out ordinary words
            yield Form(_rarest(phrase), _alone(_spaced(phrase)), _reads_as(phrase))


def _of_a_firm(core: str) -> Iterator[Form]:
    """Its letters, its words joined, and one word: after "Công ty", and by itself where it can mean nothing else."""
    letters = letters_of(core)
    if len(letters) >= _SHORTEST_LETTERS:
        for each in dict.fromkeys((letters, fold(letters).upper())):
            yield Form(
                each[0],
                rf"{re.escape(each[0])}(?<![^\W_].){r'[. ]?'.join(['', *map(re.escape, each[1:])])}(?![^\W_])",
                _has_no_gap,
                in_capitals=True,
            )
    if core.count(" ") == 1:
        one, other = (_capital(word[0]) for word in core.split())
        yield _in_capitals(rf"{one}\. ?{other}\.", core.split())
    if " " in core:
        yield from _joined(core)
    else:
        word = _bare(core)
        after_firm = rf"(?:{_FIRM})(?:[ .,&-]{{1,3}}[a-z]{{2,6}}){{0,8}}? {{1,3}}{re.escape(word)}(?![a-z\d])"
        yield Form(word, rf"(?<![a-z]){after_firm}", lambda text: fits(text.split()[-1], core))
        after_trade = rf"(?<![a-z])(?:{_TRADE}) {re.escape(word)}(?![a-z\d])"
        yield Form(word, after_trade, lambda text: text.split()[-1][0].isupper() and fits(text.split()[-1], core))
        yield from _alone_anywhere(core)


def _alone_anywhere(core: str) -> Iterator[Form]:
    """One word without "Công ty": wherever it is, or where it stands for the business if it is an ordinary one."""
    pattern = pattern_of(core)
    if not pattern:
        return
    if core.isalpha() and is_ordinary(core):
        yield Form(_bare(core), pattern, lambda text: fits(text, core), stands=stands_alone)
    elif len(core) <= _TWO_LETTERS:
        yield Form(_bare(core[0]), pattern, _always, stands=in_capitals)
    else:
        yield Form(_bare(core[0]), pattern, _always)
        yield from _joined(core)


def _of_a_person(words: list[str]) -> Iterator[Form]:
    """The last two of three words, as names are written; one after "chị" and the like; first letters and one word."""
    if len(words) >= _SHORTEST_LETTERS:
        pair = " ".join(words[-2:])
        reads = _reads_as(pair)
        yield Form(_rarest(pair), _alone(_spaced(pair)), lambda text: _looks_like_a_name(text) and reads(text))
    if len(words) > 1:
        yield from _initials(words)
        yield from _joined(" ".join(words))
        first = "".join(rf"(?:{_as_typed(word)}|{re.escape(word[0])}[gh]{{0,2}})[. ]{{0,2}}" for word in words[:-1])
        yield _in_capitals(first + _as_typed(words[-1]), words)
    for word in words:
        if len(word) > 1:
            yield Form(_bare(word), rf"{re.escape(_bare(word))}(?![a-z\d])", _is_called(word), after=_CALLED)


def _initials(words: list[str]) -> Iterator[Form]:
    """First letters: all of three words however they stand, two with their dots, one after "chị" and the like."""
    letters = [_capital(word[0]) for word in words]
    if len(words) >= _SHORTEST_LETTERS:
        known = not letters_of(" ".join(words))
        apart = r"[. _/–-]{1,2}" if known else r"[. _/–-]{0,2}"
        yield _in_capitals(apart.join(letters), words)
        yield _in_capitals(_as_typed(words[0]) + " " + r"[. ]{0,2}".join(letters[1:]), words)
        plain = [_bare(word[0]) for word in words]
        dotted = rf"(?<![a-z\d])(?<![a-z\d]\.){r'[.] ?'.join(map(re.escape, plain))}(?![a-z\d])"
        yield Form(f"{plain[0]}.", dotted, _always)
    yield _in_capitals(rf"{letters[-2]}\. ?{letters[-1]}\.", words[-2:])
    one = _bare(words[-1][0])
    yield Form(one, rf"{re.escape(one)}(?![a-z\d])", lambda text: text[-1].isupper(), after=_CALLED)


def _as_typed(word: str) -> str:
    """A word as a name is written, and in capitals."""
    return f"(?:{re.escape(word)}|{re.escape(word.upper())})"


def _capital(letter: str) -> str:
    """The letter as a pattern, with its marks and without."""
    return f"[{re.escape(letter.upper())}{re.escape(fold(letter).upper())}]"


def _in_capitals(pattern: str, words: Sequence[str]) -> Form:
    """A form in which the first letters of these words are the capitals, one after the other."""
    initials = fold("".join(word[0] for word in words))
    return Form("", rf"(?<![^\W_]){pattern}(?![^\W_])", _always, in_capitals=True, initials=initials)


def _joined(core: str) -> Iterator[Form]:
    """The words as one, as in an address."""
    joined = re.sub(r"[\W_]", "", _bare(core))
    if len(joined) >= _SHORTEST_JOINED:
        yield Form(joined, rf"[a-z\d]{{0,20}}{re.escape(joined)}[a-z\d]{{0,20}}", _always)


# ---------------------------------------------------------------- how it is written


def _bare(name: str) -> str:
    return fold(name).replace("y", "i")


def _rarest(name: str) -> str:
    return max(_bare(name).split(), key=len)


def _spaced(name: str) -> str:
    return _BETWEEN.join(re.escape(word) for word in re.split(r"[\s._-]+", _bare(name)) if word)


def _alone(pattern: str) -> str:
    return (
        rf"{pattern[0]}(?<![a-z\d].){pattern[1:]}(?![a-z\d])"
        if pattern[0].isalpha()
        else rf"(?<![a-z\d]){pattern}(?![a-z\d])"
    )


def _always(_: str) -> bool:
    return True


def _has_no_gap(text: str) -> bool:
    """Letters run together or with dots between, but not the first letters of words."""
    return " " not in text or "." in text


def _reads_as(name: str) -> Fits:
    """Whether words were written for this name: each with its marks or with fewer, and none with others."""
    meant = [word for word in re.split(r"[\s._&'’-]+", name) if word]

    def reads(text: str) -> bool:
        written = [word for word in re.split(r"[\s._&'’-]+", text) if word]
        if len(written) != len(meant):
            return True
        if len(meant) == 1:  # one word alone is never compared without diacritics: "Lan" would blot out "lần"
            return marks(written[0]) == marks(meant[0])
        return all(map(fits, written, meant))

    return reads


def _is_called(name: str) -> Fits:
    word = name.rstrip(".") or name

    def called(text: str) -> bool:
        written = re.split(r"[ .]+", text.rstrip(" ."))[-1]
        if " ".join(text.split()) in _WORDS_OF_TWO or text.split(maxsplit=1)[0].lower() == _NO_TITLE:
            return False
        return marks(written) == marks(word) or (written[:1].isupper() and fits(written, word))

    return called


def _looks_like_a_name(text: str) -> bool:
    """With capitals, or typed without any diacritics: "văn minh" is no Văn Minh."""
    words = re.split(r"[\s._&'’-]+", text)
    return text.isascii() or all(word[:1].isupper() for word in words if word)
