"""Is a message about how officials behave, or a denunciation? Such messages must not go the usual way.

What is certain is a rule: a phrase that means nothing else. The rest is learnt from labelled examples, because people
rarely say bribe: they speak of lunch, of understanding each other, of a cousin's firm. A text is read as the ideas its
words stand for (domain/routing/conduct_terms.py), which of them stand together, and its words.
"""

from __future__ import annotations

import math
import random
import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from zlib import crc32

from domain.language import MARK, fold
from domain.routing.classifier import Packed, counted
from domain.routing.conduct_terms import DOUBTFUL_FOLDED, TERMS

#: How often all examples are gone through, how far a mistake moves the weights, how much more a missed complaint counts
#: than a false alarm, how much ideas and words weigh, and from which score on a text is about conduct: chosen by
#: cross-validation for some 2 % false alarms.
LESSONS = 8
STEP = 0.3
MISSED = 3.0
IDEA = 0.5
WORDS = 2.0
THRESHOLD = -0.8
#: A word that stands in one example only teaches nothing about others.
LEAST_SEEN = 2
#: What is judged wrong by less teaches nothing more.
LEARNT = 0.02
#: Ideas this many words apart belong together.
NEAR = 6
#: Longer texts are read in pieces of about so many letters, or one sentence would be lost among the others.
PIECE = 400
LONGEST = 6

FIRST_HAN = "\u3400"
TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]*#[^\W_\u3400-\u9fff]*|[^\W_\u3400-\u9fff#]+")
SENTENCE = re.compile(r"[^.!?;\n。！？；]+[.!?;\n。！？；]*")

WRONG = frozenset({"rude", "threat", "stalling", "favouring", "leak", "taking", "indecent"})
FAVOUR = frozenset({"bribe", "gift", "euphemism"})
BAD = WRONG | FAVOUR | {"no_receipt"}
#: A shorter text must say what was bad.
FEW_WORDS = 8
HAN_TEXT = re.compile(r"[\u3400-\u9fff]")
OFFICIALS = frozenset({"official", "person"})
#: These speak against a complaint about officials; they are weighed alone, not with every other idea.
SOFT = frozenset({"ordinary", "thanks", "outsider", "not", "proposal", "harmless"})
#: Next to one of these a certain phrase is not certain any more.
DOUBTS = SOFT - {"ordinary"}

#: "doi tien" alone may be to change money; of officials, and before "mới cho", it is not
ASKS_UNMARKED = re.compile(r"\bcan bo\b(?:\W+\w+){0,4}?\W+(?:doi|voi|xin|bao dua) tien\b")

#: Who does the accusing, in the few words before it; the second group also tells of thieves and fakes.
WRITER = (
    r"\b(?:làm|viết|gửi|nộp|xin|muốn|đơn|tôi|tui|em|mình|công ty|doanh nghiệp|này|nay|thư|v/v)\W{1,2}(?:\w+\W){0,2}"
)
FOLDED_WRITER = r"\b(?:lam|viet|gui|nop|xin|muon|don|toi|tui|em|minh|nay|cong ty) (?:\w+ ){0,2}"
HAN_WRITER = "(?:我|我们|本人|公司|实名|特此|正式|要|现)(?:要|想|们|公司|司|在此|决定|向你们|正式|特){0,3}"
ACCUSED = r"(?:ông|bà|anh|chị|cán bộ|giám đốc|lãnh đạo|hành vi|chủ tịch|công chức)"
ACCUSING = re.compile(
    rf"(?:{WRITER}|^\W*)tố cáo\b|\btố cáo {ACCUSED}\b"
    rf"|(?:{FOLDED_WRITER}|^\W*)to cao (?!qua\b|hon\b|nhat\b)\w"
    r"|\b(?:i|we) (?:\w+ ){0,4}denounce\b|\b(?:my|our|this|a) denunciation\b"
    rf"|{HAN_WRITER}(?:检举|控告)"
)
REPORTING = re.compile(
    rf"{WRITER}tố giác\b|{FOLDED_WRITER}to giac\b|\b(?:i|we) (?:\w+ ){{0,4}}accuse\b"
    r"|\b(?:i|we) (?:\w+ ){0,4}report (?:\w+ ){1,6}for (?:corruption|bribery|taking bribes|abuse of power)\b"
    rf"|{HAN_WRITER}举报"
)
NOT_ACCUSING = re.compile(
    r"\b(?:bị|không|không phải|không muốn|chưa|luật|thủ tục|quy trình|bi|khong|khong phai|chua|luat|thu tuc)"
    r" (?:là |đơn |muốn |làm đơn |la |don |muon )?(?:tố cáo|tố giác|to cao)\b"
    r"|(?:tố cáo|tố giác|to cao) (?:sai|oan|nặc danh|ở đâu|thế nào|o dau|the nao|la gi|là gì)\b|khiếu nại,? tố cáo"
    r"|nha xuong to cao|nha to cao|cay to cao"
    r"|\b(?:not|never|don't|do not) (?:\w+ ){0,2}(?:denounce|accuse|a denunciation)\b|\b(?:was|been|were) denounced\b"
    r"|不是(?:要)?(?:检举|举报|控告)|被(?:检举|举报|控告)|(?:不想|没有|怎么|如何|匿名)(?:检举|举报)|举报(?:电话|热线|渠道|信箱)"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a text: its words from `start` to `end`, and the ideas it stands for."""

    start: int
    end: int
    ideas: frozenset[str]
    phrase: str


@cache
def _terms(*, folded: bool) -> tuple[Mapping[str, frozenset[str]], Mapping[str, int]]:
    """Phrase → ideas, and first word → most words; without diacritics single Vietnamese syllables say too little."""
    known: dict[str, frozenset[str]] = {}
    longest: dict[str, int] = {}
    for idea, listed in TERMS.items():
        for term in listed.strip().replace("\n", "|").split("|"):
            phrase = fold(term) if folded else term
            if folded and (phrase in DOUBTFUL_FOLDED or (phrase != term and " " not in phrase)):
                continue
            words = TOKEN.findall(phrase)
            key = _joined(words)
            known[key] = known.get(key, frozenset()) | {idea}
            longest[words[0]] = min(max(longest.get(words[0], 0), len(words)), LONGEST)
    return known, longest


def _joined(words: list[str]) -> str:
    return ("" if words[0] >= FIRST_HAN else " ").join(words)


def _hits(text: str) -> list[Hit]:
    """The phrases of a text in their order, none within another, none that is denied (không vòi tiền)."""
    plain = re.sub(r"\d+", "#", unicodedata.normalize("NFC", text).lower().replace("%", " percent "))
    folded = not MARK.search(plain)
    words = TOKEN.findall(fold(plain) if folded else plain)
    known, longest = _terms(folded=folded)
    found: list[Hit] = []
    reach = denied = 0
    for start, word in enumerate(words):
        for end in range(min(start + longest.get(word, 0), len(words)), start, -1):
            phrase = _joined(words[start:end])
            if (ideas := known.get(phrase)) is None:
                continue
            if end > reach and (start > denied or denied == 0 or "not" in ideas):
                found.append(Hit(start, end, ideas, phrase))
                denied = end if "not" in ideas else denied
            reach = max(reach, end)
            break
    return found


def _features(text: str, words: Mapping[int, int]) -> dict[int, float]:
    """What is learnt from: the ideas, which of them stand together or near, and the words."""
    hits = _hits(text)
    ideas = frozenset().union(*(hit.ideas for hit in hits)) - {"certain"}
    core, soft = ideas - SOFT, ideas & SOFT
    bad = core & (WRONG | FAVOUR | {"no_receipt"})
    groups = {"WRONG": core & WRONG, "FAVOUR": core & FAVOUR, "OFFICIALS": core & OFFICIALS}
    kinds = {**groups, f"BAD {min(len(bad), 3)}": bad}
    whole = core | {name for name, found in kinds.items() if found}
    named = {*whole, *soft, *map("+".join, combinations(sorted(whole), 2))}
    named |= {f"{one}-{other}" for one in soft for other in whole & groups.keys()}
    named.update(_near(hits))
    result = {crc32(f"idea {each}".encode()): IDEA for each in named}
    result.update(dict.fromkeys(words, WORDS / math.sqrt(len(words) or 1)))
    return result


def _near(hits: list[Hit]) -> Iterator[str]:
    """Pairs of ideas in their order that stand within a few words of each other."""
    for place, one in enumerate(hits):
        for other in hits[place + 1 :]:
            if other.start - one.end > NEAR:
                break
            yield from (f"{a} {b}" for a in one.ideas for b in other.ideas if a != b)


@dataclass(frozen=True, slots=True)
class Judge:
    """What was learnt about complaints about officials: a weight for every feature, added up."""

    weights: Mapping[int, float]
    usual: float

    def score(self, text: str, words: Mapping[int, int] | None = None) -> float:
        """How much a text reads like a complaint about officials; the threshold is 0, words are its counted words."""
        found = _features(text, counted(text) if words is None else words)
        return self.usual + sum(self.weights.get(each, 0.0) * value for each, value in found.items()) - THRESHOLD


#: A text as it is learnt: its features, how much of each, and whether it is about officials; in arrays, to be small.
_Lesson = tuple[Sequence[int], Sequence[float], bool]


def learn_conduct(labelled: Iterable[tuple[str, bool]]) -> Judge:
    """A judge from (text, whether it is about officials' conduct); the same examples give the same judge.

    Logistic regression with steps that grow smaller for what was often learnt. Without any such example it says never.
    """
    taught = tuple(labelled)
    if not any(about for _, about in taught):
        return Judge({}, -math.inf)
    seen: Counter[int] = Counter(each for text, _ in taught for each in counted(text))
    lessons: list[_Lesson] = []
    for text, about in taught:
        found = _features(text, counted(text))
        kept = [each for each in found if seen.get(each, LEAST_SEEN) >= LEAST_SEEN]
        lessons.append((array("I", kept), array("d", map(found.__getitem__, kept)), about))
    return _taught(lessons)


def _taught(lessons: list[_Lesson]) -> Judge:
    weights: dict[int, float] = {}
    moved: dict[int, float] = {}
    usual = 0.0
    order = random.Random(1)  # noqa: S311  nothing secret: the same order every time
    for _ in range(LESSONS):
        order.shuffle(lessons)
        for keys, values, about in lessons:
            score = usual + sum(weights.get(key, 0.0) * value for key, value in zip(keys, values, strict=True))
            chance = 1 / (1 + math.exp(-max(min(score, 30.0), -30.0)))
            error = (1 - chance) * MISSED if about else -chance
            if abs(error) < LEARNT:
                continue
            usual += STEP * error
            for key, value in zip(keys, values, strict=True):
                change = error * value
                moved[key] = moved.get(key, 0.001) + change * change
                weights[key] = weights.get(key, 0.0) + STEP * change / math.sqrt(moved[key])
    return Judge(Packed(weights), usual)


def is_about_conduct(text: str, judge: Judge | None = None, words: Mapping[int, int] | None = None) -> bool:
    """Whether officials are said to ask for money, harass, insult or delay on purpose.

    Without a judge only what is certain; words are the text's counted words where they are at hand.
    """
    if len(text) > PIECE:
        return any(is_about_conduct(piece, judge) for piece in _pieces(text))
    ideas = [hit.ideas for hit in _hits(text)]
    if ASKS_UNMARKED.search(text.lower()) and not any(each & DOUBTS for each in ideas):
        return True
    if any("certain" in each for each in ideas) and not any(each & DOUBTS for each in ideas):
        return True
    return judge is not None and _could_be(text, ideas) and judge.score(text, words) > 0


def _could_be(text: str, ideas: list[frozenset[str]]) -> bool:
    """False where the sum of words proves nothing: without any idea of it, or in a few words that name nothing bad."""
    if any(each & BAD for each in ideas):
        return True
    length = len(text) if HAN_TEXT.search(text) else len(text.split())
    return length >= FEW_WORDS and any(each - SOFT for each in ideas)


def _pieces(text: str) -> Iterator[str]:
    """A long text in pieces of whole sentences; a sentence that is too long is cut."""
    piece = ""
    for sentence in SENTENCE.findall(text):
        if piece and len(piece) + len(sentence) > PIECE:
            yield piece
            piece = ""
        piece += sentence
        while len(piece) > PIECE:
            yield piece[:PIECE]
            piece = piece[PIECE // 2 :]
    if piece.strip():
        yield piece


def conduct_words(text: str) -> tuple[str, ...]:
    """The words that speak of misconduct, as the text has them, the certain ones first."""
    telling = WRONG | FAVOUR | {"certain"}
    hits = [hit for hit in _hits(text) if hit.ideas & telling]
    hits.sort(key=lambda hit: "certain" not in hit.ideas)
    return tuple(dict.fromkeys(hit.phrase for hit in hits))


def is_denunciation(text: str) -> bool:
    """Whether the writer denounces an official (tố cáo), which has its own law and must not be stored as a case.

    When it is not sure it is none: then it is a complaint about conduct, and nothing is lost.
    """
    plain = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).lower())
    plain = NOT_ACCUSING.sub(" ", plain)
    if ACCUSING.search(plain):
        return True
    return bool(REPORTING.search(plain)) and any("official" in hit.ideas for hit in _hits(text))
