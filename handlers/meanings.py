"""What a few typed words mean as the answer to a question: yes, hidden please, not solved, I do not know.

People answer politely, in any order, without diacritics and in three languages ("Dạ chưa ạ", "gửi giấu tên giúp em").
So every word known here is a sign, an answer is what its signs come to, and a text with one unknown word is
no mere answer: it says more, and is never taken for less. What can be read both ways means nothing and is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, StrEnum, auto
from functools import lru_cache

from domain.language import HAN, fold


class Meaning(StrEnum):
    """One thing a short answer can say."""

    YES = "yes"
    NO = "no"
    AGREE = "agree"
    DISAGREE = "disagree"
    SEND = "send"
    NAMED = "named"
    HIDDEN = "hidden"
    ANONYMOUS = "anonymous"
    CHANGE = "change"
    DROP = "drop"
    BACK = "back"
    SKIP = "skip"
    UNKNOWN = "unknown"
    STILL = "still"
    NEW = "new"
    WITHDRAW = "withdraw"
    KEEP = "keep"
    ADD = "add"
    SOLVED = "solved"
    PARTLY = "partly"
    NOT_SOLVED = "not-solved"
    THANKS = "thanks"
    GREETING = "greeting"


class Sign(Enum):
    """What one word contributes."""

    FILL = auto()
    THANK = auto()
    GREET = auto()
    YES = auto()
    NOT = auto()
    NOT_YET = auto()
    AGREE = auto()
    SEND = auto()
    SHOWN = auto()
    HIDE = auto()
    ANONYMOUS = auto()
    CHANGE = auto()
    DROP = auto()
    STOP = auto()
    BACK = auto()
    SKIP = auto()
    KNOW = auto()
    WHICH = auto()
    STILL = auto()
    NEW = auto()
    WITHDRAW = auto()
    KEEP = auto()
    ADD = auto()
    DONE = auto()
    ALL = auto()
    #: the text asks, and so answers nothing
    ASKS = auto()
    #: "dung" without its marks: right, stop or do not
    EITHER = auto()
    PART = auto()
    HAVE = auto()


#: sign → the words for it, folded (so "dạ" and "đã" look alike: neither changes an answer), phrases between bars
_WORDS: dict[Sign, str] = {
    Sign.FILL: """a|ah|aa|da|thua|nhe|nha|nhen|nghen|ne|oi|em|anh|chi|ban|ad|admin|ong|ba|bac|chu|chau|e|ac|
    a c|anh chi|ong ba|quy co quan|minh|toi|tui|chung toi|chung em|xin|giup|gium|ho|cho|voi|luon|
    di|nua|that|thi|la|vay|the|nhi|lam on|vui long|xin vui long|xin loi|muon|can|se|duoc|duoc a|
    dang|theo|dang tin|dang don|ngay|bay gio|lai|nay|do|hien tai|hien nay|toi nay|noi dung|ho so|
    don|vu viec|viec|ten toi|so|cau|chon|muc|phuong an|lua chon|dau|he|gi|noi|please|pls|plz|
    kindly|it|it's|its|is|was|has|been|be|the|my|me|i|i'm|im|to|want|would like|like|just|yet|
    at all|really|now|already|this|that|one|a|option|number|choice|no problem|we|our|us|with|as|
    then|for|已|已经|请|请帮我|请你|麻烦|麻烦你|麻烦您|吧|呀|啊|哦|哈|啦|呢|了|我|我们|我的|要|
    想|帮我|第|个|选|选择|先|就|也|都|这个|一下|给|gi ca|gi het|gi dau|nhung|ma""",
    Sign.THANK: """cam on|cam on nhieu|cam on rat nhieu|cam on lam|xin cam on|da cam on|chan thanh|tran trong|
    rat|tran trong cam on|thank you|thank you very much|thank you so much|thanks|thanks a lot|
    many thanks|thx|tks|ty|谢谢|谢谢你|谢谢您|多谢|感谢|非常感谢|谢了""",
    Sign.GREET: """chao|xin chao|alo|a lo|hello|hi|hey|halo|hallo|helo|good morning|good afternoon|good evening|
    good day|there|buoi sang|buoi chieu|chao buoi sang|moi nguoi|你好|您好|大家好|早上好|下午好|
    晚上好|在吗|哈喽""",
    Sign.ASKS: "吗|ha|phai khong|dung khong|duoc khong|duoc chua|xong chua|sao",
    Sign.YES: """co|vang|u|uh|uhm|um|đúng|dung roi|dung vay|chuan|phai|phai roi|ok|oke|okay|okie|oki|okela|
    duoc roi|nhat tri|yes|yep|yeah|ya|sure|right|that's right|correct|fine|of course|是|是的|好|
    好的|对|对的|可以|行|嗯|嗯嗯|没错|没问题|当然""",
    Sign.NOT: """khong|ko|kh|k|hong|hok|kg|khg|chang|đừng|dung co|no|nope|not|don't|dont|do not|isn't|isnt|
    doesn't|不|不用|不要|否|别""",
    Sign.NOT_YET: """chua|not yet|haven't|hasn't|hasnt|havent|还没|还没有|没|没有|未|尚未|仍未|还未|仍然没有|
    仍没有""",
    Sign.AGREE: "dong y|chap nhan|agree|agreed|i agree|accept|consent|同意|接受",
    Sign.SEND: """gui|gui di|nop|xac nhan|gui don|send|submit|confirm|go ahead|file|发送|提交|确认|发|发出|
    送出|发过去|交""",
    Sign.SHOWN: """neu ten|neu ro ten|cong khai|cong khai ten|hien ten|de ten|ghi ten|openly|open|show name|
    show my name|with name|with my name|实名|公开|署名""",
    Sign.HIDE: """giau ten|an ten|che ten|giau|giau di|hide|hidden|hide name|hide my name|隐名|隐藏|隐藏姓名|
    隐藏名字|隐藏我的名字|不公开姓名|不要显示名字|保密""",
    Sign.ANONYMOUS: "an danh|nac danh|khong ai biet|anonymous|anonymously|匿名",
    Sign.CHANGE: "sua|sua doi|chinh|chinh sua|doi|thay doi|change|edit|modify|correct it|修改|更改|改",
    Sign.DROP: """bo|huy|huy bo|xoa|xoa di|cancel|drop|delete|never mind|nevermind|forget it|取消|删除|算了|
    作废""",
    Sign.STOP: "thoi|dừng|khoi|dung lai|stop|any more|anymore|停",
    Sign.BACK: "quay lai|tro lai|tiep tuc|back|go back|continue|go on|返回|继续|回去",
    Sign.SKIP: "bo qua|khong dai dien|khong dai dien ai|ca nhan|skip|none|跳过|无|没有公司|个人",
    Sign.KNOW: """biet|biet ro|ro|chac|chac chan|hieu|nam ro|know|sure which|certain|clear|知道|清楚|确定|晓得|
    了解""",
    Sign.WHICH: """co quan|co quan nao|so nao|ben nao|noi nao|ai|nao|phai gui ai|gui ai|gui cho ai|gui dau|
    phai chon gi|chon gi|which|who|where|which one|which department|department|哪个|哪个部门|
    哪个机构|选哪个|谁|部门|机构""",
    Sign.STILL: "van|cu|van con|still|anyway|仍然|仍|还是|依然",
    Sign.NEW: """viec moi|moi|viec khac|chuyen khac|van de khac|van de moi|vu moi|vu viec moi|new|new matter|
    new case|something else|another matter|新|新的|新事项|新事情|新问题|另一件事|别的事""",
    Sign.WITHDRAW: "rut|rut lai|rut don|rut ho so|rut vu viec|withdraw|撤回|撤销|撤",
    Sign.KEEP: "giu|giu lai|giu nguyen|de nguyen|keep|keep it|保留|留着",
    Sign.ADD: "bo sung|bo sung them|them thong tin|add|补充",
    Sign.DONE: """xong|xong roi|roi|giai quyet|giai quyet xong|duoc giai quyet|da giai quyet|on|on thoa|on roi|
    hoan thanh|hai long|tot|thoa man|ket qua|solved|resolved|fixed|done|settled|sorted|
    sorted out|all good|works|satisfied|解决|解决好|办好|办完|搞定|处理好|弄好|办成|好了|满意|
    完成""",
    Sign.ALL: "het|ca|toan bo|hoan toan|tat ca|xong het|all|fully|completely|everything|全部|完全|全|都好",
    Sign.PART: """mot phan|1 phan|mot nua|phan nao|mot it|chi mot phan|moi mot phan|partly|partially|partial|
    in part|half|some|some of it|部分|一部分|一半|只有一部分""",
    Sign.HAVE: "thay|nhan duoc|moi chi|only|got|received|have|had|只|收到",
    Sign.EITHER: "dung",
}
#: words that give two signs at once
_DOUBLE: dict[tuple[Sign, Sign], str] = {
    (Sign.NOT, Sign.AGREE): "tu choi|phan doi|refuse|disagree|decline|reject|拒绝|反对",
    (Sign.NOT, Sign.KNOW): "chiu|no idea|dunno|unsure|not sure|not certain|不太清楚|不太确定|搞不清楚",
    (Sign.NOT, Sign.DONE): """unsolved|unresolved|nothing changed|nothing|khong co gi|khong duoc gi|没用|没解决|没办好|
    不满意""",
}

_FREE = {Sign.FILL, Sign.THANK}
_NO = {Sign.NOT, Sign.NOT_YET}
_SENDING = {Sign.SEND, Sign.YES, Sign.AGREE, Sign.DONE}
#: meaning → the signs it needs (any of these sets), and those that may stand beside them
_RULES: dict[Meaning, tuple[tuple[set[Sign], ...], set[Sign]]] = {
    Meaning.YES: (({Sign.YES},), {Sign.DONE, Sign.GREET}),
    Meaning.NO: (({Sign.NOT},), set()),
    Meaning.AGREE: (({Sign.AGREE},), {Sign.YES, Sign.ALL, Sign.DONE}),
    Meaning.DISAGREE: (({Sign.NOT, Sign.AGREE},), set()),
    Meaning.SEND: (({Sign.SEND},), {Sign.YES, Sign.AGREE}),
    Meaning.NAMED: (({Sign.SHOWN}, {Sign.NOT, Sign.HIDE}), _SENDING),
    Meaning.HIDDEN: (({Sign.HIDE}, {Sign.NOT, Sign.SHOWN}), _SENDING),
    Meaning.ANONYMOUS: (({Sign.ANONYMOUS},), _SENDING),
    Meaning.CHANGE: (({Sign.CHANGE},), {Sign.YES}),
    Meaning.DROP: (({Sign.DROP}, {Sign.NOT, Sign.SEND}, {Sign.STOP, Sign.SEND}), {Sign.STOP, Sign.YES}),
    Meaning.BACK: (({Sign.BACK},), {Sign.YES}),
    Meaning.SKIP: (({Sign.SKIP}, {Sign.NOT, Sign.HAVE}, {Sign.NOT, Sign.YES}, {Sign.NOT_YET, Sign.YES}), set()),
    Meaning.UNKNOWN: (({Sign.NOT, Sign.KNOW}, {Sign.NOT_YET, Sign.KNOW}), {Sign.WHICH, Sign.YES, Sign.SEND}),
    Meaning.STILL: (({Sign.STILL, Sign.SEND},), {Sign.YES}),
    Meaning.NEW: (({Sign.NEW},), {Sign.YES}),
    Meaning.WITHDRAW: (({Sign.WITHDRAW},), {Sign.YES, Sign.AGREE}),
    Meaning.KEEP: (({Sign.KEEP}, {Sign.NOT, Sign.WITHDRAW}, {Sign.STOP, Sign.WITHDRAW}), {Sign.STOP}),
    Meaning.ADD: (({Sign.ADD},), {Sign.YES}),
    Meaning.SOLVED: (({Sign.DONE},), {Sign.YES, Sign.ALL, Sign.HAVE}),
    Meaning.PARTLY: (
        ({Sign.PART}, {Sign.NOT_YET, Sign.ALL}, {Sign.NOT, Sign.ALL, Sign.DONE}),
        {Sign.DONE, Sign.YES, Sign.HAVE, Sign.NEW, Sign.ALL},
    ),
    Meaning.NOT_SOLVED: (({Sign.NOT}, {Sign.NOT_YET}), {*_NO, Sign.DONE, Sign.STILL, Sign.HAVE, Sign.AGREE, Sign.YES}),
    Meaning.THANKS: (({Sign.THANK}, {Sign.YES}, {Sign.FILL}), {Sign.YES}),
    Meaning.GREETING: (({Sign.GREET},), {Sign.ASKS}),
}


# ---------------------------------------------------------------- reading


def _by_phrase() -> dict[str, tuple[Sign, ...]]:
    """Every phrase with its signs; one that stands twice would hide the other."""
    known: dict[str, tuple[Sign, ...]] = {}
    words: dict[tuple[Sign, ...], str] = {(sign,): phrases for sign, phrases in _WORDS.items()}
    for given, phrases in (words | _DOUBLE).items():
        for phrase in " ".join(phrases.split()).split("|"):
            if known.setdefault(phrase.strip(), given) != given:
                raise ValueError(phrase)
    return known


_PHRASES = _by_phrase()
_MOST_WORDS = max(len(phrase.split()) for phrase in _PHRASES)
_MOST_LETTERS = max(len(phrase) for phrase in _PHRASES if HAN.search(phrase))
#: longer than this nobody merely answers
LONGEST = 80
_THUMB = re.compile("[👍👌🆗✅]")
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_RUN = re.compile(f"{HAN.pattern}+|[^{HAN.pattern[1:-1]}]+")
#: a denial after what it denies asks ("xong chưa", "解决了没有")
_ASKED_ABOUT = {Sign.DONE, Sign.HAVE, Sign.AGREE, Sign.YES, Sign.KNOW}


@lru_cache(maxsize=256)
def signs(text: str) -> tuple[Sign, ...] | None:
    """The signs of a text in their order; None when it has a word we do not know: then it is no mere answer."""
    if len(text) > LONGEST:
        return None
    found: list[Sign] = []
    for run in _RUN.findall(_THUMB.sub(" ok ", text.lower())):
        part = list(_in_letters(run) if HAN.match(run) else _in_words(_TOKEN.findall(run)))
        if None in part:
            return None
        found += [sign for each in part if each for sign in each]
    said = [sign for sign in found if sign not in _FREE]
    asks = len(said) > 1 and said[-1] in _NO and not _ASKED_ABOUT.isdisjoint(said[:-1])
    if asks or text.rstrip().endswith(("?", "？")):
        found.append(Sign.ASKS)
    return tuple(found)


def _in_words(words: list[str]) -> Iterator[tuple[Sign, ...] | None]:
    """The longest phrase known from each place on, as written before as folded; None for an unknown word."""
    at = 0
    while at < len(words):
        for length in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + length])
            if known := _PHRASES.get(phrase) or _PHRASES.get(fold(phrase)):
                yield known
                break
        else:
            yield None
            return
        at += length


def _in_letters(run: str) -> Iterator[tuple[Sign, ...] | None]:
    run, at = fold(run), 0
    while at < len(run):
        for length in range(min(_MOST_LETTERS, len(run) - at), 0, -1):
            if known := _PHRASES.get(run[at : at + length]):
                yield known
                break
        else:
            yield None
            return
        at += length


def is_mere_answer(text: str) -> bool:
    """True when a text says nothing but known words of an answer, whatever they come to."""
    return bool(signs(text))


def is_courtesy(text: str) -> bool:
    """True for thanks and politeness alone, which answer nothing; a yes is more than that."""
    return is_mere_answer(text) and set(signs(text) or ()) <= _FREE


def says(text: str, *meanings: Meaning) -> bool:
    """True when a text comes to one of these answers and to nothing more."""
    found = signs(text)
    if not found:
        return False
    given = set(found) - _FREE or (set(found) & {Sign.THANK}) or {Sign.FILL}
    return any(_comes_to(given, meaning) for meaning in meanings)


def _comes_to(given: set[Sign], meaning: Meaning) -> bool:
    ways, beside = _RULES[meaning]
    return any(needed <= given <= needed | beside for needed in ways)


def outcome(text: str) -> Meaning | None:
    """The verdict a text gives on an answer, or None where it gives none."""
    return next((each for each in (Meaning.PARTLY, Meaning.NOT_SOLVED, Meaning.SOLVED) if says(text, each)), None)


_NUMBER = re.compile(r"(?<![-\d.,])\d{1,3}(?![\d]|[.,]\d)")


def number(text: str) -> int | None:
    """The one number a text names ("1 ạ", "số 3", "2."), or None when it says anything else, too."""
    numbers = _NUMBER.findall(text)
    if len(numbers) != 1:
        return None
    rest = signs(_NUMBER.sub(" ", text))
    return int(numbers[0]) if rest is not None and set(rest) <= _FREE | {Sign.YES} else None
