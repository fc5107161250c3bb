"""Choices that are typed instead of tapped: numbers, and the words people use in three languages."""

from __future__ import annotations

from domain.language import fold

#: what a tap would send → words that mean the same (folded: lower case, no diacritics)
_WORDS: dict[str, frozenset[str]] = {
    "p:agree": frozenset(
        {"dong y", "toi dong y", "ok", "okay", "yes", "co", "agree", "i agree", "同意", "我同意", "好", "是"}
    ),
    "p:refuse": frozenset({"khong", "khong dong y", "no", "refuse", "i refuse", "不同意", "不"}),
    "d:send:open": frozenset(
        {"gui", "gui di", "gui ngay", "dung", "dung roi", "send", "yes", "ok", "dong y", "发送", "提交", "好", "是"}
    ),
    "d:send:hidden": frozenset(
        {"giau ten", "gui giau ten", "an danh", "hide", "send hidden", "hidden", "匿名", "隐藏"}
    ),
    "d:drop": frozenset({"bo", "huy", "xoa", "cancel", "drop", "取消", "删除"}),
    "d:change": frozenset({"sua", "doi", "change", "edit", "修改", "更改"}),
    "d:dept:?": frozenset(
        {"khong biet", "toi khong biet", "khong ro", "i don't know", "don't know", "不知道", "不清楚"}
    ),
    "d:skip": frozenset({"bo qua", "khong co", "chua co", "skip", "none", "no", "跳过", "没有"}),
    "b:new": frozenset({"viec moi", "moi", "new", "new matter", "新", "新事项"}),
}

_THANKS = frozenset(
    {
        "cam on", "cam on nhieu", "xin cam on", "cam on ban", "cam on anh", "cam on chi", "cam on anh chi",
        "cam on quy co quan", "da cam on", "ok cam on", "vang cam on", "ok", "oke", "okay", "da", "vang", "da vang",
        "thanks", "thank you", "thank you very much", "many thanks", "tks", "thx", "谢谢", "多谢", "感谢", "好的", "谢谢你",
        "非常感谢",
    }
)  # fmt: skip

_OUTCOMES: dict[str, frozenset[str]] = {
    "solved": frozenset(
        {
            "1",
            "da giai quyet",
            "giai quyet xong",
            "da xong",
            "xong roi",
            "xong",
            "solved",
            "yes solved",
            "已解决",
            "解决了",
        }
    ),
    "partly": frozenset({"2", "mot phan", "giai quyet mot phan", "partly", "partially", "部分解决"}),
    "not-solved": frozenset(
        {
            "3",
            "chua",
            "chua xong",
            "chua giai quyet",
            "khong giai quyet",
            "not solved",
            "no",
            "unsolved",
            "没有解决",
            "未解决",
        }
    ),
}


def _plain(text: str) -> str:
    return fold(text).strip(" \t\n.,!?;:~)(。，！？…")


def choice(text: str, offered: list[tuple[str, str]]) -> str:
    """The data of the offered choice (data, label key) a text names by number, code or word; "" for none."""
    word = _plain(text)
    if word.isdecimal() and 1 <= int(word) <= len(offered):
        return offered[int(word) - 1][0]
    for data, label in offered:
        if word in _WORDS.get(data, ()) or (word and word in {fold(label), fold(label).strip("#")}):
            return data
    return ""


def is_thanks(text: str) -> bool:
    """True for a mere thanks or yes, which changes nothing."""
    return _plain(text) in _THANKS


def outcome(text: str) -> str:
    """The verdict a short text gives on an answer ("solved", "partly", "not-solved"), or ""."""
    word = _plain(text)
    return next((key for key, words in _OUTCOMES.items() if word in words), "")
