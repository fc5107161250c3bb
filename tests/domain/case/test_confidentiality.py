"""A hidden identity stays hidden in every text the department reads, and ordinary words stay readable."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.case import moves
from domain.case.case import Tier
from domain.case.confidentiality import for_department, masked, preview, who_filed
from domain.messages import Audience, Words
from domain.privacy.masks import MASK
from tests.cast import LAN, NOW, filed

NAMES = ("Công ty TNHH Lan Anh", "4900001236", "Nguyễn Thị Lan")
HIDES = [
    "lan.anh+kd@lananh.com.vn",
    "0912345678",
    "0912.345.678",
    "091.234.5678",
    "0912 345 678",
    "(0205) 3812 345",
    "+84 912-345-678",
    "(+84) 912 345 678",
    "84912345678",
    "4900001236",
    "4900 001 236",
    "49.00.00.12.36-001",
    "4 900 001 236",
    "020189001234",
    "0123456789012345",
    "Công ty TNHH Lan Anh",
    "CÔNG TY TNHH LAN ANH",
    "cong ty tnhh lan anh",
    "Công  ty TNHH\nLan Anh",
    "lan anh",
    "nguyen thi lan",
    unicodedata.normalize("NFD", "Nguyễn Thị Lan"),
]
SHOWS = [
    "Nộp 2.000.000.000 đồng rồi",
    "Nộp 12.000.000.000 đồng, 84.000.000.000 đồng và 0,5 ha",
    "ngày 25/11/2026 lúc 09:30, ngày 01-02-2024 08:30:00",
    "văn bản số 0123/QĐ-UBND",
    "vụ việc #LS26-00001 và LS26-00002",
    "lần này khu phố Lân Anhh và planh",
    "thửa 100, tờ bản đồ 20, 1.234 m2",
]


@pytest.mark.parametrize("secret", HIDES)
@pytest.mark.parametrize("sentence", ["{}", "Gọi cho {} nhé", "SĐT:{}.", "({})", "电话 {}，谢谢"])
def test_what_names_the_business_is_blotted_out(secret: str, sentence: str) -> None:
    assert masked(sentence.format(secret), NAMES) == sentence.format(MASK)


def test_chinese_needs_no_spaces_around_a_name_or_a_number() -> None:
    assert masked("请联系李明电话0912 345 678谢谢", ("李明",)) == f"请联系{MASK}电话{MASK}谢谢"


@pytest.mark.parametrize("text", SHOWS)
def test_what_an_officer_needs_stays(text: str) -> None:
    assert masked(text, NAMES) == text


def test_a_one_word_name_is_blotted_out_as_a_word_only() -> None:
    assert (
        masked("Lan nói lần này, kế hoạch plan, lan can", ("Lan",)) == f"{MASK} nói lần này, kế hoạch plan, {MASK} can"
    )


@pytest.mark.parametrize("name", ["", " ", "An", "A"])
def test_a_name_too_short_to_tell_from_words_blots_out_nothing(name: str) -> None:
    assert masked("An toàn lao động", (name,)) == "An toàn lao động"


@settings(deadline=None, max_examples=100)
@given(st.text(), st.sampled_from(HIDES[:10]), st.text())
def test_whatever_stands_around_it_a_number_or_address_never_shows(before: str, secret: str, after: str) -> None:
    assert secret not in masked(f"{before} {secret} {after}", NAMES)


@settings(deadline=None, max_examples=100)
@given(st.text())
def test_masking_twice_is_masking_once(text: str) -> None:
    once = masked(text, NAMES)
    assert masked(once, NAMES) == once


def test_an_open_case_is_shown_as_it_is() -> None:
    assert for_department(filed().case, "Lan Anh 0912345678") == "Lan Anh 0912345678"


def test_a_hidden_case_hides_its_business_who_filed_and_who_writes() -> None:
    case = filed(tier=Tier.HIDDEN).case
    told = for_department(case, "Công ty Lan Anh, chị Nguyễn Thị Lan và anh Trần Văn Minh", "Trần Văn Minh")
    assert told == f"{MASK}, chị {MASK} và anh {MASK}"


def test_who_filed_is_told_to_those_who_may_know() -> None:
    case = filed(tier=Tier.HIDDEN).case
    assert who_filed(case, may_know=False) == Words("identity-withheld")
    assert who_filed(case, may_know=True) == Words(
        "business-with-code", {"name": "Công ty Lan Anh", "code": "4900001236"}
    )
    assert who_filed(filed(tax_code="").case, may_know=False) == "Công ty Lan Anh"
    assert who_filed(filed(business_name="", tax_code="").case, may_know=False) == Words("no-business-name")


def test_places_links_and_handles_are_blotted_out() -> None:
    said = "Xưởng ở 📍 21.853000,106.761000 https://www.openstreetmap.org/?mlat=21.853, xem minhanh.com.vn, @minhanh"
    left = masked(said)
    assert not any(part in left for part in ("21.853", "openstreetmap", "minhanh"))
    assert masked("Nghị định 20/2008/NĐ-CP, mục 3.2, lúc 8.30") == "Nghị định 20/2008/NĐ-CP, mục 3.2, lúc 8.30"


SPEAKER = ("Công ty TNHH Thạch Bích Vân", "4900001236", "Lan Nguyễn Thị")


def test_an_author_sees_the_whole_text_as_the_department_will_read_it() -> None:
    text = "Hồ sơ nộp 2 tháng. Gọi 0912 345 678 nhé! Xe chờ ở bãi; TBV sốt ruột. Nộp 2.000.000 đồng.\nNguyen Thi Lan"
    shown = f"Hồ sơ nộp 2 tháng. Gọi {MASK} nhé! Xe chờ ở bãi; {MASK} sốt ruột. Nộp 2.000.000 đồng.\n{MASK}"
    assert preview(text, *SPEAKER) == shown
    assert preview("车在等。请打138 0013 8000。谢谢", *SPEAKER) == f"车在等。请打{MASK}。谢谢"


def test_where_nothing_changes_there_is_nothing_to_preview() -> None:
    assert preview("Hồ sơ nộp ngày 25/11/2026 chưa có kết quả.", *SPEAKER) == ""
    assert preview("", "", "", "") == ""


def test_a_long_text_is_shown_to_its_end() -> None:
    shown = preview("Gọi 0912345678. " * 1000 + "Xin giúp", *SPEAKER)
    assert shown.count(MASK) == 1000
    assert shown.endswith("Xin giúp")


@pytest.mark.parametrize(
    "later", ["bản vẽ đứng tên Trần Quốc Đạt", "xin liên hệ Quốc Đạt", "TRAN QUOC DAT ký", "chủ là Trần Quốc Đạt"]
)
def test_a_name_once_introduced_is_blotted_out_of_every_later_word(later: str) -> None:
    case = filed(tier=Tier.HIDDEN, text="Cấp phép chậm. Tôi là Trần Quốc Đạt, chủ xưởng.").case
    decision = moves.add(case, LAN, NOW, later, (), None)
    told = [each.words for each in decision.notices if isinstance(each.words, Words)]
    (added,) = (words for words in told if words.key == "business-added")
    shown = str(added.args["text"]).lower()
    assert MASK in shown
    assert "đạt" not in shown
    assert "dat" not in shown


def test_a_name_stays_blotted_out_when_the_sentence_that_gave_it_is_edited_away() -> None:
    case = filed(tier=Tier.HIDDEN, text="Tôi là Nguyễn Thị Bích Thuỷ, chủ quán.").case
    case = moves.amend(case, LAN, NOW, "Giấy phép chậm hai tháng", whole=True).case
    assert "Thuỷ" not in for_department(case, "hồ sơ do Nguyễn Thị Bích Thuỷ ký, hỏi Bích Thuỷ")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Chúng tôi Công ty Mai Sao bổ sung hồ sơ", "Chúng tôi ▒▒▒ bổ sung hồ sơ"),
        ("chúng tôi là HTX Nông sản Bình Minh, xin bổ sung", "chúng tôi là ▒▒▒, xin bổ sung"),
        ("Công ty TNHH Thương mại Hoàng Gia của chúng tôi bị chậm", "▒▒▒ của chúng tôi bị chậm"),
        ("gọi anh Sao 0912345678 nhé", "gọi anh ▒▒▒ ▒▒▒ nhé"),
        ("chị Lan Anh giám đốc ký rồi", "chị ▒▒▒ giám đốc ký rồi"),
        ("我们公司是谅山明珠贸易有限公司，请处理", "我们公司是▒▒▒，请处理"),
    ],
)
def test_firms_and_people_who_introduce_themselves_are_blotted_out(text: str, shown: str) -> None:
    assert masked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Công ty Điện lực Lạng Sơn cắt điện của chúng tôi",
        "ông Nam giám đốc Sở đã hứa trả lời",
        "cty chúng tôi nộp hồ sơ từ tháng 5",
        "doanh nghiệp chúng tôi đề nghị Cục Hải quan xem xét",
    ],
)
def test_other_firms_and_officials_stay(text: str) -> None:
    assert masked(text) == text


def test_another_business_of_whoever_hides_is_blotted_out_of_all_they_write() -> None:
    other, code = "Công ty TNHH Quxfirm", "4900004569"
    case = filed(tier=Tier.HIDDEN, text="xe của Quxfirm chờ", others=(other, code)).case
    assert case.introduced == (other, code)
    assert for_department(case, case.text) == f"xe của {MASK} chờ"
    later = filed(tier=Tier.HIDDEN, text="xe chờ").case
    for decision in (
        moves.add(later, LAN, NOW, "xe của Quxfirm", (), None, (other, code)),
        moves.amend(later, LAN, NOW, "xe của Quxfirm", whole=True, names=(other, code)),
    ):
        assert for_department(decision.case, "hàng Quxfirm") == f"hàng {MASK}"
        told = [each for each in decision.notices if each.to.audience is Audience.DEPARTMENT]
        assert told
        assert all("Quxfirm" not in str(each.words) for each in told)
    assert filed(text="xe của Quxfirm chờ", others=(other,)).case.introduced == ()
    assert preview("xe của Quxfirm", "", "", "Lan", other) == f"xe của {MASK}"
