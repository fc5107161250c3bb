"""What people type: case codes, and choices by their number or by the words usual in three languages."""

from __future__ import annotations

import re

from domain.case.case import Outcome
from domain.language import fold
from domain.privacy import codes as codes_of_cases
from handlers import meanings
from handlers.meanings import Meaning

CODE = re.compile(r"#?\b([A-Z]{2,4}\d{2}-\d{5,7})\b", re.IGNORECASE)

#: what a tap would send, or the label it stands under → the answers that mean the same
_MEANT: dict[str, tuple[Meaning, ...]] = {
    "p:agree": (Meaning.YES, Meaning.AGREE),
    "p:refuse": (Meaning.NO, Meaning.DISAGREE),
    "p:link-yes": (Meaning.YES, Meaning.AGREE),
    "p:link-no": (Meaning.NO, Meaning.DISAGREE),
    "d:send:open": (Meaning.SEND, Meaning.YES, Meaning.AGREE, Meaning.NAMED),
    "d:send:hidden": (Meaning.HIDDEN,),
    "d:send:anonymous": (Meaning.ANONYMOUS,),
    # whoever has just read what anonymous means and says "send" wants that, and not their name shown
    "d:anonymous": (Meaning.SEND, Meaning.YES, Meaning.AGREE, Meaning.ANONYMOUS),
    "d:drop": (Meaning.DROP,),
    "d:change": (Meaning.CHANGE,),
    "d:dept:?": (Meaning.UNKNOWN,),
    "d:skip": (Meaning.SKIP, Meaning.NO),
    "d:named": (Meaning.YES, Meaning.AGREE),
    "d:more": (Meaning.NO, Meaning.ADD, Meaning.CHANGE),
    "d:back": (Meaning.BACK,),
    "d:still": (Meaning.STILL,),
    "b:new": (Meaning.NEW,),
    "button-withdraw-yes": (Meaning.YES, Meaning.AGREE, Meaning.WITHDRAW),
    "button-keep": (Meaning.NO, Meaning.KEEP),
    "button-add": (Meaning.ADD,),
    "button-withdraw": (Meaning.WITHDRAW,),
    "button-appeal-plain": (Meaning.SEND,),
    "button-send-as-read": (Meaning.SEND, Meaning.YES, Meaning.AGREE),
    "button-unsend": (Meaning.NO, Meaning.DROP, Meaning.DISAGREE),
    "button-contest": (Meaning.DISAGREE, Meaning.NOT_SOLVED),
    "button-approve": (Meaning.YES, Meaning.AGREE),
    "button-refuse-proposal": (Meaning.NO, Meaning.DISAGREE),
}

#: and those that are named by a word of their own (lower case, no diacritics)
_NAMED: dict[str, set[str]] = {
    "button-known": {"cau nay dung dieu toi can", "dung dieu toi can", "this answers me", "这正是我要的答复"},
    "d:pick:department": {"co quan", "department", "机构", "部门"},
    "d:pick:kind": {"loai", "loai viec", "kind", "type", "类型", "事项类型"},
    "d:pick:business": {"doanh nghiep", "cong ty", "business", "company", "企业"},
    "d:pick:text": {"noi dung", "text", "content", "内容"},
    "d:kind:obstacle": {"kho khan", "vuong mac", "obstacle", "困难", "障碍"},
    "d:kind:proposal": {"kien nghi", "de xuat", "proposal", "建议"},
    "d:kind:feedback": {"phan anh", "gop y", "feedback", "反映", "意见"},
    "d:kind:complaint": {"khieu nai", "complaint", "投诉", "申诉"},
    "button-held-send": {"gui", "gui di", "gui doanh nghiep", "gui cho doanh nghiep", "send", "发送", "发给企业"},
    "button-held-answer": {"tra loi", "cau tra loi", "day la cau tra loi", "la cau tra loi", "answer", "答复", "回答"},
    "button-explained": {
        "moi giai thich",
        "chi giai thich",
        "moi giai thich, chua xong",
        "explained, not solved",
        "只作了解释",
    },
    "button-held-note": {"ghi chu", "noi bo", "ghi chu noi bo", "note", "备注", "内部备注"},
    "button-held-wanted": {"dung", "dung roi", "dung vay", "phai", "vang", "yes", "ok", "是", "对"},
    "writing-stop": {"thoi", "huy", "huy bo", "quay lai", "bo", "cancel", "stop", "取消", "算了"},
    "language-vi": {"tieng viet", "vi", "vietnamese", "越南语"},
    "language-en": {"tieng anh", "en", "english", "英语"},
    "language-zh": {"tieng trung", "zh", "chinese", "中文", "汉语"},
}


def _plain(text: str) -> str:
    return " ".join(fold(text).strip(" \t\n.,!?;:~)(。，！？…👍🙏❤").split())


def choice(text: str, offered: list[tuple[str, str]]) -> str:
    """The data of the offered choice (data, label) a text names by number, name or a usual word; "" for none."""
    said, number = _plain(text), meanings.number(text)
    if number is not None and 1 <= number <= len(offered):
        return offered[number - 1][0]
    for data, label in offered:
        name = _plain(label)
        if word(text, data, label) or (said and (said in {name, name.strip("#")} or said.replace(" ", "-") == name)):
            return data
    return ""


def word(text: str, *meant: str) -> bool:
    """True when the text is a usual word for one of these choices, named by their data or label."""
    said = _plain(text)
    return any(said in _NAMED.get(each, ()) or meanings.says(text, *_MEANT.get(each, ())) for each in meant)


def code(text: str) -> str:
    """The first case code in a text, in its written form without #; "" for none."""
    match = CODE.search(text)
    return match.group(1).upper() if match else ""


def codes(text: str) -> list[str]:
    """Every case code in a text, in their order."""
    return [match.group(1).upper() for match in CODE.finditer(text)]


def return_code(text: str) -> str:
    """The code of an anonymous case in a text, as AB7K-9QXM-PDR4-HJ2T, whatever stands in it and around it; else ""."""
    return codes_of_cases.return_code(text)


def without_return_code(text: str) -> str:
    """The text with such a code blotted out: where it does not open its case nobody may read or keep it."""
    return codes_of_cases.without_return_codes(text)


def without_code(text: str) -> str:
    """The text without its case codes."""
    return CODE.sub("", text).strip()


def without_leading_code(text: str) -> str:
    """The text without a case code at its beginning, where it only says to whom the words go."""
    match = CODE.match(text)
    return text[match.end() :].lstrip(" :,.-\n") if match else text


#: what the privacy notice tells people to write, in each language
_DATA_REQUESTS = ("yeu cau ve du lieu ca nhan", "personal data request", "个人数据请求")


def is_data_request(text: str) -> bool:
    """True for a request about one's own personal data: the task group answers it within two working days."""
    said = fold(text)
    return any(each in said for each in _DATA_REQUESTS)


def is_thanks(text: str) -> bool:
    """True for a mere thanks or yes, which changes nothing."""
    return meanings.says(text, Meaning.THANKS)


#: typed for the buttons under an answer, in their order
_VERDICTS = (Meaning.SOLVED, Meaning.PARTLY, Meaning.NOT_SOLVED, Outcome.EXPLAINED)


def outcome(text: str) -> str:
    """The verdict a short text gives on an answer ("solved", "partly", "not-solved", "explained"), or ""."""
    number = meanings.number(text)
    if number is not None:
        return _VERDICTS[number - 1] if 1 <= number <= len(_VERDICTS) else ""
    return meanings.outcome(text) or ""
