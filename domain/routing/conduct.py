"""Is a message about how officials behave, or a denunciation? Such messages must not go the usual way.

People rarely say bribe: they speak of lunch, of understanding each other, of a cousin's firm. How they say it is learnt
from labelled examples (domain/routing/judge.py); a province that has none yet is left with what means nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

from domain.language import fold
from domain.province.catalogue import TASK_GROUP
from domain.routing.formulas import says_nothing
from domain.routing.judge import Judge

#: From which score on a text surely is about conduct, and from which on it is asked; chosen on texts of strangers that
#: taught nothing (docs/routing.md).
SURE = 0.2
POSSIBLE = -0.42
#: The part of the matter's probability that goes to the formal way rather than to the task group.
FORMAL_WAY = 0.9
#: What of the usual ranking's probability stays behind the formal way, in case it is about something else after all.
BEHIND = 0.05
#: Longer texts are read in pieces of about so many letters, too, or one sentence would be lost among the others.
PIECE = 250
SENTENCE = re.compile(r"[^.!?;\n。！？；]+[.!?;\n。！？；]*")
#: Fewer words (Chinese: characters) are asked about at most: a sum of so few proves nothing.
FEW_WORDS = 6
HAN = re.compile(r"[\u3400-\u9fff]")

#: What means nothing else, unless it is denied or to be prevented.
CERTAIN = re.compile(
    r"(?<!không )(?<!khong )(?<!ko )(?<!chưa )(?<!hề )(?<!he )(?<!chống )(?<!chong )\b"
    r"(?:nhũng nhiễu|sách nhiễu|vòi vĩnh|vòi tiền|đòi hối lộ|nhận hối lộ|ăn hối lộ|phải có phong bì|gợi ý phong bì"
    r"|đòi phong bì|hạch sách|hách dịch|lộng quyền|lạm quyền|lợi dụng chức vụ|trù dập|ngâm hồ sơ"
    r"|sach nhieu|voi vinh|voi tien|doi hoi lo|nhan hoi lo|doi phong bi|hach sach|hach dich|ngam ho so"
    r"|(?:ask(?:s|ed)? for|demand(?:s|ed)?|took|takes) (?:a )?(?:bribes?|kickbacks?)|abuse of power)\b"
    r"|(?<!没有)(?<!止)(?:索贿|索要红包|索要好处|受贿|故意刁难|吃拿卡要|滥用职权|收黑钱)"
)
OFFICIAL = re.compile(
    r"\b(?:cán bộ|công chức|viên chức|chuyên viên|thanh tra viên|kiểm tra viên|trưởng phòng|phó phòng"
    r"|giám đốc (?:sở|trung tâm)|chủ tịch|phó chủ tịch|lãnh đạo|hải quan|thuế|công an|kiểm lâm"
    r"|can bo|cong chuc|chuyen vien|truong phong|chu tich"
    r"|officials?|officers?|inspectors?|clerks?|chairman|head of|policeman|customs)\b"
    r"|官员|干部|公务员|工作人员|领导|[科处局所]长|警察"
)

COMPLAINT = re.compile(r"\b(?:khiếu nại|don khieu nai|khieu nai|formal complaint)\b|投诉|申诉")
NO_COMPLAINT = re.compile(r"\b(?:không|khong|chưa|chua|luật|luat|bị) (?:phải |phai )?(?:khiếu nại|khieu nai)\b")

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


class Tier(StrEnum):
    """How surely a text is about officials' conduct, least first; possible: the person is asked."""

    NONE = "none"
    POSSIBLE = "possible"
    SURE = "sure"


def tier(text: str, judge: Judge | None = None, words: Counter[int] | None = None) -> Tier:
    """How surely officials are said to ask for money, harass, insult, favour or delay on purpose.

    Without a judge only what is certain; words are the text's counted words where they are at hand.
    """
    if judge is None or not judge.knows_any:
        return Tier.SURE if CERTAIN.search(text.lower()) else Tier.NONE
    if says_nothing(text):
        return Tier.NONE
    score = judge.score(text, words)
    if len(text) > PIECE:
        score = max(score, *map(judge.score, _pieces(text)))
    if score > SURE and (_says_enough(text) or CERTAIN.search(text.lower())):
        return Tier.SURE
    return Tier.POSSIBLE if score > POSSIBLE else Tier.NONE


def is_about_conduct(text: str, judge: Judge | None = None, words: Counter[int] | None = None) -> bool:
    """Whether a text surely is about officials' conduct; see `tier`."""
    return tier(text, judge, words) is Tier.SURE


def _says_enough(text: str) -> bool:
    return len(text.split()) >= FEW_WORDS or len(HAN.findall(text)) >= FEW_WORDS


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


def is_about_itself(text: str, body: str) -> bool:
    """Whether the people of a body, named in Vietnamese, are the ones complained about, and not those asked to act."""
    name = re.escape(fold(body))
    people = r"(?:can bo|chuyen vien|nhan vien|cong chuc|thanh tra vien|lanh dao|doan)(?: \w+){0,2}"
    asks = r"(?: \w+){0,3} (?:voi|doi|vi vinh|nhan tien|goi y|nhung nhieu|hach sach|gay kho|lam kho|bat nop)"
    return bool(name and re.search(rf"\b(?:{people} {name}|{name}{asks}|thanh tra vien)\b", fold(text)))


def conduct_words(text: str) -> tuple[str, ...]:
    """The phrases that mean nothing but misconduct, as the text has them."""
    return tuple(dict.fromkeys(CERTAIN.findall(text.lower())))


def is_denunciation(text: str) -> bool:
    """Whether the writer denounces an official (tố cáo), which has its own law and must not be stored as a case.

    When it is not sure it is none: then it is a complaint about conduct, and nothing is lost.
    """
    plain = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).lower())
    plain = NOT_ACCUSING.sub(" ", plain)
    if ACCUSING.search(plain):
        return True
    return bool(REPORTING.search(plain) and OFFICIAL.search(plain))


def formal_way(key: str, accused: Sequence[str], usual: Sequence[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """Who takes such matters (`key`), then the task group, then who else would answer; never those it is about."""
    first = {TASK_GROUP: 1.0} if key in {*accused, TASK_GROUP} else {key: FORMAL_WAY, TASK_GROUP: 1 - FORMAL_WAY}
    kept = {*first, *accused}
    others = [(each, chance * BEHIND) for each, chance in usual if each not in kept]
    left = 1 - sum(chance for _, chance in others)
    return (*((each, round(chance * left, 6)) for each, chance in first.items()), *others)


def is_complaint(text: str) -> bool:
    """True for a text that calls itself a formal complaint, in whatever matter."""
    lower = text.lower()
    return bool(COMPLAINT.search(lower)) and not NO_COMPLAINT.search(lower)
