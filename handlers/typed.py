"""What people type: commands, case codes, and choices by their number or by the words usual in three languages."""

from __future__ import annotations

import re

from domain.language import fold
from domain.privacy import codes as codes_of_cases

_COMMAND = re.compile(r"/(?P<name>\w+)(?:@(?P<bot>\w+))?(?=\s|$)")
CODE = re.compile(r"#?\b([A-Z]{2,4}\d{2}-\d{5,7})\b", re.IGNORECASE)

_YES = {"co", "vang", "da", "dung", "dung roi", "yes", "ok", "okay", "oke", "是", "好", "对"}
_NO = {"khong", "no", "不", "否"}
_BACK = {"quay lai", "tro lai", "back", "返回"}
_SEND = _YES | {"gui", "gui di", "gui ngay", "dong y", "xac nhan", "send", "send it", "发送", "提交"}
_ANONYMOUS = {
    "an danh",
    "gui an danh",
    "gui an danh ngay",
    "anonymous",
    "anonymously",
    "send anonymously",
    "匿名",
    "匿名发送",
    "匿名提交",
}

#: what a tap would send, or the label it stands under → words that mean the same (lower case, no diacritics)
_WORDS: dict[str, set[str]] = {
    "p:agree": _YES | {"dong y", "toi dong y", "agree", "i agree", "同意", "我同意"},
    "p:refuse": _NO | {"khong dong y", "toi khong dong y", "refuse", "i refuse", "i do not agree", "不同意"},
    "d:send:open": _SEND | {"gui neu ten"},
    "d:send:hidden": {
        "giau ten", "gui giau ten", "hide", "hide my name", "send hidden", "hidden",
        "隐藏", "隐名", "隐名提交", "隐名发送",
    },
    "d:send:anonymous": _ANONYMOUS,
    # whoever has just read what anonymous means and says "send" wants that, and not their name shown
    "d:anonymous": _SEND | _ANONYMOUS,
    "d:drop": {"bo", "huy", "xoa", "cancel", "drop", "取消", "删除"},
    "d:change": {"sua", "doi", "change", "edit", "修改", "更改"},
    "d:dept:?": {
        "khong biet", "toi khong biet", "khong ro", "chua ro", "i don't know", "i do not know", "don't know",
        "not sure", "不知道", "不清楚", "我不知道",
    },
    "d:skip": _NO | {"bo qua", "khong co", "chua co", "khong muon neu", "skip", "none", "跳过", "没有"},
    "d:back": _BACK | {"tiep tuc", "continue", "go on", "继续"},
    "d:still": {"van gui", "cu gui", "van muon gui", "send anyway", "仍然提交", "仍然发送"},
    "button-known": {"cau nay dung dieu toi can", "dung dieu toi can", "this answers me", "这正是我要的答复"},
    "d:pick:department": {"co quan", "department", "机构", "部门"},
    "d:pick:kind": {"loai", "loai viec", "kind", "type", "类型", "事项类型"},
    "d:pick:business": {"doanh nghiep", "cong ty", "business", "company", "企业"},
    "d:pick:text": {"noi dung", "text", "content", "内容"},
    "d:kind:obstacle": {"kho khan", "vuong mac", "obstacle", "困难", "障碍"},
    "d:kind:proposal": {"kien nghi", "de xuat", "proposal", "建议"},
    "d:kind:feedback": {"phan anh", "gop y", "feedback", "反映", "意见"},
    "d:kind:complaint": {"khieu nai", "complaint", "投诉", "申诉"},
    "b:new": {"viec moi", "moi", "new", "new matter", "新", "新事项"},
    "language-vi": {"tieng viet", "vi", "vietnamese", "越南语"},
    "language-en": {"tieng anh", "en", "english", "英语"},
    "language-zh": {"tieng trung", "zh", "chinese", "中文", "汉语"},
    "button-withdraw-yes": _YES | {"rut", "co rut", "dong y", "withdraw", "撤回"},
    "button-keep": _NO | {"khong rut", "giu", "keep", "不撤回"},
    "button-add": {"bo sung", "add", "补充"},
    "button-withdraw": {"rut", "rut vu viec", "withdraw", "撤回"},
    "button-appeal-plain": {"gui", "gui ngay", "send", "send now", "发送"},
    "button-contest": {"khong dong y", "xin xem lai", "disagree", "i disagree", "不同意"},
}  # fmt: skip

_THANKS = frozenset(
    {
        "cam on", "cam on nhieu", "xin cam on", "cam on ban", "cam on anh", "cam on chi", "cam on anh chi", "cam on ad",
        "cam on quy co quan", "da cam on", "ok cam on", "vang cam on", "da vang cam on", "toi cam on",
        "cam on rat nhieu", "xin chan thanh cam on", "chan thanh cam on", "tran trong cam on", "cam on cac anh chi",
        "ok", "oke", "okay", "da", "vang", "da vang",
        "thanks", "thank you", "thank you very much", "thanks a lot", "many thanks", "tks", "thx",
        "谢谢", "多谢", "感谢", "好的", "谢谢你", "谢谢您", "非常感谢",
    }
)  # fmt: skip

_OUTCOMES: dict[str, frozenset[str]] = {
    "solved": frozenset(
        {
            "1", "da giai quyet", "da giai quyet xong", "giai quyet xong", "da duoc giai quyet", "da xong", "xong roi",
            "xong", "solved", "yes solved", "it is solved", "已解决", "解决了",
        }
    ),
    "partly": frozenset({"2", "mot phan", "giai quyet mot phan", "partly", "partially", "partly solved", "部分解决"}),
    "not-solved": frozenset(
        {
            "3", "chua", "chua xong", "chua giai quyet", "chua duoc giai quyet", "van chua giai quyet", "van chua xong",
            "van chua", "khong giai quyet", "khong dong y", "not solved", "no", "unsolved", "disagree",
            "没有解决", "未解决", "不同意",
        }
    ),
}  # fmt: skip


def _plain(text: str) -> str:
    return " ".join(fold(text).strip(" \t\n.,!?;:~)(。，！？…👍🙏❤").split())


def choice(text: str, offered: list[tuple[str, str]]) -> str:
    """The data of the offered choice (data, label) a text names by number, name or a usual word; "" for none."""
    said = _plain(text)
    if said.isdecimal() and 1 <= int(said) <= len(offered):
        return offered[int(said) - 1][0]
    for data, label in offered:
        name = _plain(label)
        if said and (word(said, data, label) or said in {name, name.strip("#")} or said.replace(" ", "-") == name):
            return data
    return ""


def word(text: str, *meant: str) -> bool:
    """True when the text is a usual word for one of these choices, named by their data or label."""
    said = _plain(text)
    return any(said in _WORDS.get(each, ()) for each in meant)


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


def command(text: str) -> tuple[str, str]:
    """The name of a typed command (lower case, without / and @bot) and the words after it; ("", "") for none."""
    match = _COMMAND.match(text)
    return (match["name"].lower(), text[match.end() :].strip()) if match else ("", "")


def addressee(text: str) -> str:
    """The bot a command names after its @ (lower case), or ""."""
    match = _COMMAND.match(text)
    return (match["bot"] or "").lower() if match else ""


#: what the privacy notice tells people to write, in each language
_DATA_REQUESTS = ("yeu cau ve du lieu ca nhan", "personal data request", "个人数据请求")


def is_data_request(text: str) -> bool:
    """True for a request about one's own personal data: the task group answers it within two working days."""
    said = fold(text)
    return any(each in said for each in _DATA_REQUESTS)


def is_thanks(text: str) -> bool:
    """True for a mere thanks or yes, which changes nothing."""
    return _plain(text) in _THANKS


def outcome(text: str) -> str:
    """The verdict a short text gives on an answer ("solved", "partly", "not-solved"), or ""."""
    said = _plain(text)
    return next((key for key, words in _OUTCOMES.items() if said in words), "")
