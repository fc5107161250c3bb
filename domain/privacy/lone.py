"""A business called by one word: which words are nobody else's, and where an ordinary one stands for the business."""

from __future__ import annotations

import re

from domain.language import fold
from domain.privacy.cores import ENDS_PLACE, PLACE, is_known
from domain.privacy.shadow import listed

_SYLLABLE = re.compile(
    r"(?:ngh?|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx])?"
    r"(?:uye|uya|uyu|oai|oay|oeo|uai|uay|uao|uoi|uou|ieu|yeu"
    r"|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|[aeiouy])(?:ng|nh|ch|[cmnpt])?"
)
#: English words that are names of businesses and stand in what businesses write
_ENGLISH = frozenset(
    listed(
        """star|sky|green|blue|gold|golden|silver|north|south|east|west|fresh|fruit|global|border|gate|road|truck|cargo
        |fast|express|trade|world|asia|smart|first|best|good|great|future|power|energy|food|foods|farm|home|house|land
        |water|river|forest|mountain|dragon|tiger|lotus|rose|apple|orange|pepper|coffee|sugar|steel|stone|wood|paper
        |plus|pro|group|team|link|line|speed|bright|light|white|black|red|royal|king|queen|victory|success|friendship
        |transport|shipping|customs|service|services|market|store|shop|garden|nature|ocean|port|bridge|station"""
    )
)
#: what sentences begin with: there a capital says nothing
_OPENERS = frozenset(
    listed(
        """sao|xin|cho|toi|em|khi|neu|hang|xe|ho|thu|cong|de|bao|co|chua|da|do|vi|theo|hien|nay|nho|kinh|can|moi|mot|ai
        |nha|chung|ben|den|tu|trong|ngay|lam|duoc|phi|gia|so|don|dat|van|the|con|nhung|hoi|thua|giay|bo|tai|cac|may"""
    )
)
_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)[ -]{1,2}$")
_AFTER = re.compile(r"[ -]{1,2}(?P<word>[^\W\d_]+)")
_ENDS = re.compile(r"(?:^|[.!?:;…\n])[ \"“‘(-]*$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_AROUND = 24
_SHORTEST_NUMBER = 3


def is_ordinary(word: str) -> bool:
    """Whether a word may stand in a text without meaning the business of this name."""
    folded = fold(word)
    return folded in _ENGLISH or bool(_SYLLABLE.fullmatch(folded))


def before_its_trade(whole: str) -> list[str]:
    """The one word of a business's name that says no legal form, as in "Quxfirm Logistics"; nothing for other names."""
    short = ENDS_PLACE.search(fold(whole))
    core = whole[: short.start()] if short else ""
    return [core] if core and " " not in core and not is_ordinary(core) else []


def pattern_of(word: str) -> str:
    """The word in the shadow, however its letters, figures and "&" are set apart; "" for what is never looked for."""
    if is_known(word) or (word.isdecimal() and (len(word) < _SHORTEST_NUMBER or _YEAR.fullmatch(word))):
        return ""
    parts = [
        _SPACES.join(re.escape(each) for each in re.findall(r"\d+|[^\W\d_]+", part))
        for part in re.split(r"[&+]", fold(word).replace("y", "i"))
    ]
    found = r" ?(?:&|\+|va|and|n) ?".join(filter(None, parts))
    return rf"(?<![a-z\d]){found}(?![a-z\d])" if found else ""


_SPACES = r"[ ._'’-]{0,2}"


def stands_alone(plain: str, start: int, end: int) -> bool:
    """Whether an ordinary word is a name here: with its capital, and part of no longer one such as a place's."""
    word, before, after = plain[start:end], plain[max(0, start - _AROUND) : start], plain[end : end + _AROUND]
    if not word[0].isupper():
        return False
    left, right = _BEFORE.search(before), _AFTER.match(after)
    pairs = [f"{left['word']} {word}"] if left else []
    pairs += [f"{word} {right['word']}"] if right else []
    if any(PLACE.fullmatch(fold(pair)) for pair in pairs):
        return False
    if word.isupper() and len(word) > 1:
        return True
    if _ENDS.search(before) and fold(word) in _OPENERS:
        return False
    is_longer = left and left["word"][0].isupper() and not _ENDS.search(before[: left.start()])
    goes_on = right and right["word"][0].isupper() and not PLACE.match(fold(after.strip()))
    return not is_longer and not goes_on


def in_capitals(plain: str, start: int, end: int) -> bool:
    """Whether two letters are written as those of a name."""
    return plain[start:end].isupper()
