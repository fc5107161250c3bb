"""Which cases are marked as a possible dispute, by which sign, how often; and who decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.case import moves, reminders
from domain.case.case import Case, Matter, Move, Outcome, Tier
from domain.case.decisions import Decision
from domain.case.history import replay
from domain.messages import TASK_GROUP
from domain.oversight.court_words import names_court
from domain.oversight.disputes import Risk, is_much, judge, watched
from domain.refusals import Missing, NotYours, Refusal
from tests.cast import DEADLINE, LAN, MINH, NOW, TUAN, filed, leaves, said, term


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Chúng tôi sẽ khởi kiện ra tòa",
            "toà án tỉnh đã thụ lý",
            "đưa ra trọng tài thương mại",
            "không muốn kiện tụng",
        ),
        *("toi se khoi kien", "dua ra toa an", "trong tai thuong mai", "We will sue you", "take this matter to court"),
        *("ready for arbitration", "我们将起诉", "不得不申请仲裁", "đơn khiếu kiện hành chính"),
    ],
)
def test_words_of_court_are_known_in_three_languages(text: str) -> None:
    assert names_court(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "xe trọng tải lớn",
            "xe trong tai 10 tan",
            "tòa nhà 5 tầng",
            "đưa tòa nhà vào sử dụng",
            "điều kiện kinh doanh",
        ),
        *(
            "kiện hàng bị giữ ở cửa khẩu",
            "trọng tài bóng đá",
            "a tennis court licence",
            "the courtyard",
            "issue a permit",
        ),
        *("pursue the matter", "issue a permit", "", "sự kiện khai trương"),
    ],
)
def test_what_only_looks_like_it_is_none(text: str) -> None:
    assert not names_court(text)


def risks(decision: Decision) -> tuple[str, ...]:
    return watched(decision).case.risks


def test_a_formal_complaint_is_marked_and_told_to_the_task_group_at_once_without_a_name() -> None:
    decision = watched(filed(kind=Matter.COMPLAINT, tier=Tier.HIDDEN))
    assert (decision.case.dispute, decision.case.risks) == ("suspected", (Risk.COMPLAINT,))
    assert decision.entries[-1].move is Move.SUSPECTED
    (told,) = [each for each in decision.notices if "dispute-suspected" in str(each.words)]
    assert told.to == TASK_GROUP
    assert "Lan Anh" not in leaves(told.words)
    assert [choice.data for row in told.choices for choice in row] == ["o:dispute:1:yes", "o:dispute:1:no"]


def test_an_ordinary_case_is_not_marked() -> None:
    assert watched(filed()) == filed()


@pytest.mark.parametrize("what", ["file", "add", "reopen", "rate"])
def test_court_is_noticed_wherever_the_business_writes(what: str) -> None:
    text = "Nếu không xong tôi khởi kiện"
    closed = moves.confirm(answered(), LAN, NOW, Outcome.PARTLY, NOW + timedelta(days=10)).case
    decision = {
        "file": lambda: filed(text=text),
        "add": lambda: moves.add(filed().case, LAN, NOW, text, (), term()),
        "reopen": lambda: moves.reopen(answered(), LAN, NOW, text, term()),
        "rate": lambda: moves.rate(closed, LAN, NOW, 1, text),
    }[what]()
    assert risks(decision) == (Risk.COURT,)


def test_what_officers_write_marks_nothing() -> None:
    assert risks(moves.note(filed().case, MINH, NOW, "họ dọa khởi kiện", ())) == ()


def answered(case: Case | None = None) -> Case:
    return moves.answer(case or filed().case, MINH, NOW, said()).case


def test_the_third_reopening_marks_and_the_second_does_not() -> None:
    case, marked = filed().case, []
    for _ in range(3):
        decision = watched(moves.reopen(answered(case), LAN, NOW, "chưa xong", term()))
        case = decision.case
        marked.append(case.risks)
    assert marked == [(), (), (Risk.REOPENED,)]


def test_a_refusal_contested_twice_marks() -> None:
    case = filed().case
    for wanted in ((), (Risk.APPEALED,)):
        refused = moves.decline(case, MINH, NOW, said("Không thuộc thẩm quyền của Sở")).case
        case = watched(moves.reopen(refused, LAN, NOW, "không đồng ý", term())).case
        assert case.risks == wanted


@pytest.mark.parametrize(
    ("money", "jobs", "marked"), [(0, 0, False), (9_999, 49, False), (10_000, 0, True), (0, 50, True)]
)
def test_long_late_with_much_at_stake_marks(money: int, jobs: int, *, marked: bool) -> None:
    case = replace(filed().case, at_risk=money, jobs=jobs)
    assert is_much(case) is marked
    after = DEADLINE + timedelta(days=9)
    found = reminders.look(case, after, term(), after)
    assert found is not None
    assert (Risk.LATE in risks(found.decision)) is marked


def test_a_sign_marks_once_and_a_new_one_again_unless_it_is_a_dispute_already() -> None:
    case = watched(filed(text="tôi sẽ khởi kiện")).case
    again = moves.add(case, LAN, NOW, "vẫn sẽ khởi kiện", (), term())
    assert watched(again) == again
    no = judge(case, TUAN, NOW, "no", "Chỉ là nói nóng").case
    assert no.dispute == "no"
    other = watched(replace_reopened(no))
    assert (other.case.dispute, other.case.risks) == ("suspected", (Risk.COURT, Risk.REOPENED))
    yes = judge(case, TUAN, NOW, "yes", "Đã có đơn kiện").case
    assert watched(replace_reopened(yes)).case.dispute == "yes"


def replace_reopened(case: Case) -> Decision:
    """Its third reopening."""
    return moves.reopen(replace(answered(case), reopenings=2), LAN, NOW, "chưa xong", term())


def test_the_task_group_decides_with_a_reason_that_stays() -> None:
    case = watched(filed(kind=Matter.COMPLAINT)).case
    with pytest.raises(NotYours):
        judge(case, MINH, NOW, "no", "Không phải tranh chấp")
    with pytest.raises(Missing):
        judge(case, TUAN, NOW, "no", "không")
    with pytest.raises(Refusal):
        judge(filed().case, TUAN, NOW, "yes", "Đã có đơn kiện")
    decision = judge(case, TUAN, NOW, "yes", "Đã có đơn kiện")
    assert decision.entries[0].facts == {"verdict": "yes", "reason": "Đã có đơn kiện"}


def test_a_marked_case_is_what_its_journal_tells() -> None:
    first = watched(filed(kind=Matter.COMPLAINT))
    second = judge(first.case, TUAN, NOW, "no", "Đã hòa giải xong")
    assert replay([*first.entries, *second.entries]) == second.case
