"""Addresses that lead to somebody: mail, pages, handles, places on a map."""

from __future__ import annotations

import re
from collections.abc import Iterator

from domain.privacy.shadow import Shadow, Span

_NETS = (
    "com|net|org|info|biz|vn|cn|hk|tw|us|uk|eu|edu|gov|asia|xyz|shop|store|site|online|top|club|vip|win|icu|app|dev|pro|link"
    "|mobi|tech|cloud|space|website|ltd|wang|ink|fun|wiki|blog|email|world|group|company|live|work|page|me|io|cc|tv|sg"
    "|logistics|trade|trading|market|express|agency|center|services|solutions|global|life|today"
)
_SHORT = "gl|ly|gg|ee|ai|co|to|la|be|it|id|im|is|so"
_PROVIDERS = "gmail|yahoo|outlook|hotmail|icloud|qq|163|126|proton|protonmail|foxmail|zoho|yandex|live|mail"
_DOT = r"(?:[.。]| ?[(\[{<] ?(?:\.|dot|cham) ?[)\]}>] ?)"
_SPACED_DOT = r"(?: {0,2}\. {0,2}| {1,2}(?:dot|cham) {1,2})"
_AT = r"(?: {0,2}@ {0,2}| {0,2}[(\[{<] ?(?:a|at|a ?cong|a ?moc|@) ?[)\]}>] {0,2}| {0,2}\ba ?(?:cong|moc)\b {0,2})"

#: one of these is there wherever an address of mail is, and looking for them takes no time
_SIGNS_OF_MAIL = ("@", "(a", "[a", "{a", "<a", "( a", "[ a", " at ", "acong", " a cong", "amoc", " a moc")
_MAIL = re.compile(r"@|[(\[{<] ?a|\ba ?(?:cong|moc)\b|\bat\b")
_MAIL = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}{_AT}(?:[\w-]{{1,63}}"
    rf"(?:(?:{_DOT}[\w-]{{1,63}}){{0,4}}{_DOT}[a-z]{{2,24}}|(?:{_SPACED_DOT}(?:{_NETS}|co)\b){{1,3}})|(?:{_PROVIDERS})\b)"
)
_SPOKEN = re.compile(
    rf"(?<![\w.+-])(?:[\w+-]{{1,30}} (?:dot|cham) ){{0,2}}[\w.+-]{{1,64}} {{1,2}}at {{1,2}}"
    rf"(?:{_PROVIDERS})\b(?:(?:\.|{_SPACED_DOT})(?:{_NETS}|co)\b){{0,3}}"
)
_HANDLE = re.compile(r"@(?<![\w@]@)\w{3,64}")
_NET = re.compile(rf"[.。](?:(?:{_NETS})(?![a-z\d_-])|(?:{_SHORT})(?=/\w))")
_SPACED_NET = re.compile(rf"[a-z\d-]{{2,63}}(?: \. ?| ?[(\[]\.[)\]] ?| (?:dot|cham) )(?:{_NETS})(?![a-z\d_-])")
_SPACED = (" . ", " .", "(.)", "[.]", " cham ", " dot ")
_SCHEME = re.compile(r"://|www\.|\b(?:geo|mailto|tel|sms|zalo|weixin|tg):(?=[^\s])")
_HOST = re.compile(r"[a-z\d][a-z\d._-]*$")
_SCHEME_BEFORE = re.compile(r"[a-z][a-z\d+.-]{0,15}$")
_REST = re.compile(r"(?:[^\s,;▒，。；㐀-鿿]|,(?=[a-z\d@?]))*")
_GOES_ON = ("/", "?", ":", ".", "#")
_LONGEST = 200

_PLUS_CODE = re.compile(r"(?<!\w)[2-9cfghjmpqrvwx]{4,8}\+[2-9cfghjmpqrvwx]{2,3}(?!\w)")
_MINUTES = r"\d{1,3} ?° ?\d{1,2} ?['′’] ?(?:\d{1,2}(?:[.,]\d{1,4})? ?(?:[\"″”]|''|′′) ?)?"
_DEGREES = re.compile(rf"(?:[ns] ?)?{_MINUTES}[nsewbd]?(?:[ ,;]{{0,3}}[ewd]? ?{_MINUTES}[nsewbd]?)?")
_PLACE = re.compile(
    r"\d(?<!\d\d)\d{0,2}[.,]\d{3,14} ?°? ?[nsb]?(?: ?[,;/] ?| {1,3})[ed]? ?[-+]?"
    r"\d{1,3}[.,]\d{3,14}(?!\d| ?(?:d|dong|vnd|usd|trieu|ty|tan|kg|m2)\b)"
)
_SIGN = re.compile(r"(?:(?<![a-z])[nsb] ?)?[-+]?$")
_DECIMAL = re.compile(r"\d{1,3}[.,]\d{3,14}")
_CONTACT = re.compile(r"☎[^\n]*")


def addresses(shadow: Shadow) -> Iterator[Span]:
    """Where the shadow has an address of somebody."""
    text = shadow.folded
    if "☎" in text:
        yield from _spans(_CONTACT, text)
    if any(sign in text for sign in _SIGNS_OF_MAIL):
        for pattern in (_MAIL, _SPOKEN, _HANDLE):
            yield from _spans(pattern, text)
    yield from _pages(text)
    if ":" in text or "www." in text:
        done = 0
        while found := _SCHEME.search(text, done):
            done = max(found.end(), _end(text, found.end()))
            yield _back(_SCHEME_BEFORE, text, found.start()), done
    yield from _places(text)


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    return (found.span() for found in pattern.finditer(text))


def _pages(text: str) -> Iterator[Span]:
    """Names that end as pages do ("lananh.shop"), with what follows them."""
    done = 0
    while found := _NET.search(text, done):
        start, done = _back(_HOST, text, found.start()), found.end()
        if start < found.start():
            if text[done : done + 1] in _GOES_ON:
                done = _end(text, done)
            yield start, done
    if any(sign in text for sign in _SPACED):
        yield from _spans(_SPACED_NET, text)


def _back(pattern: re.Pattern[str], text: str, place: int) -> int:
    """Where what the pattern finds directly before a place begins; the place itself for nothing."""
    found = pattern.search(text, max(0, place - _LONGEST), place)
    return found.start() if found else place


def _end(text: str, place: int) -> int:
    """The end of an address that goes on here; a full stop behind it belongs to the sentence."""
    found = _REST.match(text, place)
    end = found.end() if found else place
    while end > place and text[end - 1] in ".!?)]}\"'":
        end -= 1
    return end


def _places(text: str) -> Iterator[Span]:
    if "+" in text:
        yield from _spans(_PLUS_CODE, text)
    if "°" in text:
        yield from _spans(_DEGREES, text)
    done = 0
    while found := _PLACE.search(text, done):
        done = found.start() + len(_DECIMAL.findall(found[0])[0])
        if _is_place(found[0]):
            done = found.end()
            yield _back(_SIGN, text, found.start()), done


def _is_place(text: str) -> bool:
    """Two decimals that are a latitude and a longitude; with three figures only near here, because amounts look so."""
    (first, one), (second, two) = (re.split(r"[.,]", each) for each in _DECIMAL.findall(text)[:2])
    if len(one) > 3 and len(two) > 3:  # noqa: PLR2004
        return int(first) <= 90 and int(second) <= 180  # noqa: PLR2004
    return 8 <= int(first) <= 28 and 98 <= int(second) <= 120  # noqa: PLR2004
