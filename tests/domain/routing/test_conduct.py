"""A complaint about officials is recognised however politely it is put; what only sounds like one is not."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.routing.conduct import Tier, conduct_words, is_about_conduct, is_denunciation, tier
from domain.routing.examples import Example, examples
from domain.routing.judge import Judge, learn_conduct
from domain.routing.router import Router

LAN_COMPLAINS = [
    "Anh trực chốt bảo để lại hai triệu thì xe mới được đi.",
    "kep tien vao ho so thi hom sau co ket qua",
    "Cán bộ đội kiểm tra gợi ý chúng tôi biếu quà mấy anh dịp Tết.",
    "5 củ là ổng đóng mộc liền, ko thì ngồi chờ",
    "Chị tiếp nhận quát tôi trước mặt mọi người rồi ném trả hồ sơ.",
    "Anh phụ trách bảo biết điều thì tuần sau có giấy.",
    "The officer named a sum and wanted cash, no receipt.",
    "No gift from us, so the inspector will not sign.",
    "检查的人说不送礼就不盖章。",
    "办证的干部只要现金，不给收据。",
    "工作人员让我们请吃饭才好说话。",
]
LAN_DOES_NOT_COMPLAIN = [
    "Đến nộp thì cán bộ đòi thêm hai loại giấy không có trong quyết định.",
    "cb quầy này hiền, ko vòi tiền",
    "lop boi duong an toan thuc pham bao gio mo",
    "Đề nghị lập đường dây nóng chống vòi tiền.",
    "Cán bộ không hề vòi tiền, làm rất nhanh.",
    "Lệ phí cấp giấy phép hai triệu nộp ở đâu, có biên lai không?",
    "Hồ sơ nộp hai tháng chưa được trả lời, hỏi ai cũng bảo chờ.",
    "Hướng dẫn kê khai không rõ, mỗi người nói một kiểu.",
    "The clerk was polite and nobody asked us for money.",
    "建议设立热线，防止索要红包。",
]


@pytest.fixture(scope="module")
def judge(labelled: tuple[Example, ...]) -> Judge:
    return learn_conduct((each.text, each.conduct) for each in labelled)


@pytest.mark.parametrize("text", LAN_COMPLAINS)
def test_lans_complaint_about_an_officer_is_recognised(judge: Judge, text: str) -> None:
    assert is_about_conduct(text, judge)


@pytest.mark.parametrize("text", LAN_DOES_NOT_COMPLAIN)
def test_slowness_papers_proposals_praise_and_fees_are_not_about_conduct(judge: Judge, text: str) -> None:
    assert not is_about_conduct(text, judge)


def test_what_is_certain_needs_no_example() -> None:
    assert is_about_conduct("Cán bộ vòi vĩnh mới làm")
    assert is_about_conduct("can bo thue hach sach nguoi nop ho so")
    assert not is_about_conduct("Cán bộ không vòi vĩnh")
    assert not is_about_conduct("Đề nghị lập đường dây nóng chống nhũng nhiễu")
    assert not is_about_conduct("Anh ấy hẹn ra quán nước", learn_conduct([]))


def test_one_sentence_in_a_long_letter_is_enough(judge: Judge) -> None:
    letter = "Công ty chúng tôi nộp hồ sơ xin cấp phép từ tháng ba và chờ được trả lời. " * 40
    assert not is_about_conduct(letter, judge)
    assert is_about_conduct(f"{letter}Anh phụ trách gợi ý đưa hai triệu thì mới ký, không biên lai. {letter}", judge)


def test_the_words_that_mean_nothing_else_are_named() -> None:
    assert conduct_words("Anh ấy nhận quà rồi còn vòi vĩnh") == ("vòi vĩnh",)
    assert conduct_words("Xin cấp giấy phép xây dựng") == ()


def test_the_same_examples_give_the_same_judge(labelled: tuple[Example, ...], judge: Judge) -> None:
    again = learn_conduct((each.text, each.conduct) for each in labelled)
    assert again.packed() == judge.packed()


@given(st.text(max_size=1200))
def test_any_text_is_judged(judge: Judge, text: str) -> None:
    assert is_about_conduct(text, judge) in {True, False}
    assert is_denunciation(text) in {True, False}


def test_an_example_says_whether_it_is_about_conduct() -> None:
    plain, about = examples('{"text": "a", "department": "b"}\n{"text": "c", "department": "b", "conduct": true}\n')
    assert (plain.conduct, about.conduct) == (False, True)


def test_examples_of_conduct_are_many_in_every_style(labelled: tuple[Example, ...]) -> None:
    about = [each for each in labelled if each.conduct]
    assert len(about) > 200
    assert {each.style for each in about} == {"plain", "unmarked", "chatty", "formal", "petition", "english", "chinese"}


def held_out(labelled: tuple[Example, ...], folds: int = 5) -> Iterator[tuple[Example, Tier]]:
    """Every example with the verdict of a judge that has not seen it."""
    shuffled = random.Random(1).sample(labelled, len(labelled))
    for fold_number in range(folds):
        taught = (each for place, each in enumerate(shuffled) if place % folds != fold_number)
        judge = learn_conduct((each.text, each.conduct) for each in taught)
        yield from ((each, tier(each.text, judge)) for each in shuffled[fold_number::folds])


@pytest.mark.timeout(180)  # it learns five times
def test_unseen_complaints_are_found_and_hardly_anything_else(labelled: tuple[Example, ...]) -> None:
    results = list(held_out(labelled))
    found = [said for each, said in results if each.conduct]
    alarms = [said for each, said in results if not each.conduct]
    assert found.count(Tier.SURE) / len(found) > 0.55
    assert alarms.count(Tier.SURE) / len(alarms) < 0.01
    assert found.count(Tier.NONE) / len(found) < 0.06
    assert alarms.count(Tier.NONE) / len(alarms) > 0.88


STRANGER = Path(__file__).parents[3] / "benchmarks" / "data" / "stranger-a-conduct.jsonl"


def test_a_strangers_complaints_are_found_and_few_of_his_near_misses(router: Router) -> None:
    """The part of his texts that taught nothing; bounds a fault breaks, the figures are benchmarks/strangers.py's."""
    rows = [json.loads(line) for line in STRANGER.read_text(encoding="utf-8").splitlines()]
    said = [(each["label"], router.conduct(each["text"])) for each in rows if each["part"] == "check"]
    about, other = ([tier for label, tier in said if label == name] for name in ("conduct", "matter"))
    assert about.count(Tier.SURE) / len(about) > 0.65
    assert about.count(Tier.NONE) / len(about) < 0.08
    assert other.count(Tier.SURE) / len(other) < 0.12


@pytest.mark.parametrize(
    ("official", "private"),
    [
        (
            "Nhân viên hải quan đòi phong bì mới thông quan lô hàng của tôi.",
            "Công ty khai thuê ghi thêm tiền phong bì, tôi ra hỏi thì hải quan chỉ thu đúng lệ phí.",
        ),
        ("办证的干部要好处费才批。", "货代每票加收好处费，海关一分没收，都有收据。"),
        (
            "The inspector wants cash without a receipt before he signs.",
            "My landlord wants cash without a receipt before he opens the gate.",
        ),
    ],
)
def test_the_same_wrong_done_by_somebody_private_is_another_matter(router: Router, official: str, private: str) -> None:
    assert router.conduct(official) is Tier.SURE
    assert router.conduct(private) is not Tier.SURE


@pytest.mark.parametrize("text", ["hồ sơ của tôi", "chào anh", "请问什么时候办好"])
def test_what_says_nothing_is_not_about_conduct(judge: Judge, text: str) -> None:
    assert tier(text, judge) is Tier.NONE


def test_a_few_words_are_asked_about_at_most(judge: Judge) -> None:
    assert tier("lên gặp cán bộ", judge) is Tier.POSSIBLE


@pytest.mark.parametrize("text", ["Ảnh hiện trường", "kiểm dịch thực vật sầu riêng", "hồ sơ của tôi", "chào anh"])
def test_a_few_words_that_name_nothing_bad_are_not_about_conduct(router: Router, text: str) -> None:
    assert not router.rank(text).conduct


def test_a_complaint_in_roundabout_words_goes_the_formal_way(router: Router) -> None:
    ranked = router.rank("Anh hải quan ở bãi bảo để lại hai triệu thì mới cho xe đi")
    assert ranked.conduct
    assert "hai-quan-khu-vuc-vi" not in [key for key, _ in ranked.departments]


@pytest.mark.parametrize(
    "text",
    [
        "Tôi tố cáo giám đốc trung tâm nhận tiền của người nộp hồ sơ.",
        "Đơn tố cáo ông phó phòng lợi dụng chức vụ.",
        "toi lam don to cao can bo dia chinh an chan tien den bu",
        "Nay công ty xin tố cáo hành vi nhận hối lộ của cán bộ kiểm định.",
        "I denounce the head of the land office for taking bribes.",
        "I want to report an inspector for corruption.",
        "我要实名举报税务干部受贿。",
    ],
)
def test_who_denounces_an_official_is_recognised(text: str) -> None:
    assert is_denunciation(text)


@pytest.mark.parametrize(
    "text",
    [
        "Cán bộ tiếp nhận gợi ý phong bì.",
        "Bị đối tác lừa năm trăm triệu, làm đơn tố giác ở đâu?",
        "Thủ tục tố cáo gồm những bước nào?",
        "Công ty tôi bị tố cáo sai sự thật.",
        "Tôi chưa muốn tố cáo ai, chỉ mong cán bộ bớt quát.",
        "An officer asked for a bribe, please keep my name secret.",
        "我们举报隔壁商店卖假货。",
        "建议设立举报电话，监督干部。",
        "xin hoi nha xuong to cao bao nhieu tang",
    ],
)
def test_when_unsure_it_is_no_denunciation(text: str) -> None:
    assert not is_denunciation(text)
