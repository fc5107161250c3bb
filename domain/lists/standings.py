"""How far a petition has come, in the words that lists use; what is not among them is asked about, never taken."""

from __future__ import annotations

import re
from enum import StrEnum

from domain.case.case import Matter
from domain.lists.cells import plain


class Standing(StrEnum):
    """Where a petition stands, as its list says."""

    FILED = "filed"
    ACCEPTED = "accepted"
    ANSWERED = "answered"
    EXPLAINED = "explained"
    SOLVED = "solved"
    PARTLY = "partly"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


#: those of which government owes something still
IN_HAND = frozenset({Standing.FILED, Standing.ACCEPTED})
#: "trả lời" is not "giải quyết": an answer is one thing, a matter settled another
_WORDS = {
    Standing.FILED: (
        "chưa|chưa giải quyết|chưa xử lý|chưa trả lời|chưa hoàn thành|chưa thực hiện|chưa có trả lời|mới|mới tiếp nhận"
        "|chờ tiếp nhận|chờ xử lý|đã tiếp nhận|open|new|pending"
    ),
    Standing.ACCEPTED: (
        "đang|đang giải quyết|đang xử lý|đang thực hiện|đang xem xét|đang nghiên cứu|đang phối hợp|đang triển khai"
        "|đang rà soát|chưa giải quyết xong|chưa xong|in progress|ongoing"
    ),
    Standing.ANSWERED: (
        "đã trả lời|đã có trả lời|đã có văn bản trả lời|đã có công văn trả lời|đã phúc đáp|đã có ý kiến|answered"
    ),
    Standing.EXPLAINED: "giải trình|giải trình thông tin|giải trình cung cấp thông tin|đã giải trình|đã hướng dẫn",
    Standing.SOLVED: (
        "đã|đã giải quyết|đã giải quyết xong|giải quyết xong|đã xử lý|đã xử lý xong|hoàn thành|đã hoàn thành|đã xong"
        "|đã thực hiện|đã thực hiện xong|solved|resolved|closed|done"
    ),
    Standing.PARTLY: "một phần|1 phần|giải quyết một phần|đã giải quyết một phần|hoàn thành một phần|partly",
    Standing.DECLINED: "từ chối|không giải quyết|không chấp nhận|không thuộc thẩm quyền|không có cơ sở giải quyết",
    Standing.WITHDRAWN: "rút|đã rút|đã hủy|hủy|doanh nghiệp rút|withdrawn|cancelled",
}
STANDINGS = {plain(word): standing for standing, words in _WORDS.items() for word in words.split("|")}
_LATENESS = re.compile(r"(?:trong|qua|den|con|sap den|da qua) han\b")

_KINDS = {
    Matter.OBSTACLE: "vướng mắc|khó khăn|khó khăn vướng mắc|vướng mắc khó khăn|obstacle",
    Matter.PROPOSAL: "kiến nghị|đề xuất|kiến nghị đề xuất|đề nghị|proposal",
    Matter.FEEDBACK: "phản ánh|phản ánh kiến nghị|góp ý|feedback",
    Matter.COMPLAINT: "khiếu nại|complaint",
}
KINDS = {plain(word): kind for kind, words in _KINDS.items() for word in words.split("|")}
#: has a law and a road of its own, and is not kept here
DENUNCIATION = "to cao"


def standing_of(said: str, more: dict[str, str]) -> Standing | None:
    """What a cell says of the state, in known words or in those (without marks) a person has explained; None for else.

    A second line or a bracket tells more of the same ("Đang xử lý" / "(2–3 tháng)").
    """
    for told in (said, said.splitlines()[0] if said else "", re.sub(r"\([^)]*\)", " ", said)):
        word = plain(told)
        if word in more:
            return Standing(more[word])
        if word in STANDINGS:
            return STANDINGS[word]
    return None


def is_lateness(said: str) -> bool:
    """True for what says whether something is late, which is no state ("trong hạn", "quá hạn")."""
    return bool(_LATENESS.match(plain(said)))
