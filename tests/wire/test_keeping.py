"""The code of an anonymous case is typed back, and issued anew; what is held comes in the last hour of the half-day."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from handlers.business.filed import guests
from storage import failed
from tests.wire.telegram_world import Message
from tests.wire.test_anonymous import SECRET, comes_back, files_anonymously, rows, text_of, types_back
from tests.wire.town import PERMIT, Town, code_in, everything_said

#: what is kept is looked into: it must be seen, sealed or not
pytestmark = pytest.mark.usefixtures("glass")

BATCH, NOW = "Ẩn danh, chuyển trong buổi", "Gửi ẩn danh ngay"
#: from nine in the morning to shortly after noon, and to shortly after ten
TO_NOON, AN_HOUR = 3.3 / 24, 1.1 / 24
A_WHILE = timedelta(minutes=15)


def receipt_of(town: Town, how: str, told: str = "Đã tiếp nhận ẩn danh") -> Message:
    town.meets(town.lan)
    town.lan.says(f"{PERMIT}. Tôi là Nguyễn Thị Lan, gọi 0912 345 678")
    town.lan.waits_for("xem lại trước khi gửi")
    town.lan.taps("🕶 Gửi ẩn danh")
    town.lan.waits_for("mất mã thì")
    town.lan.taps(how)
    return town.lan.waits_for(told)


def has_card(town: Town, receipt: Message) -> bool:
    town.is_quiet()
    return code_in(receipt) in everything_said(town.construction) + everything_said(town.task_group)


def looks_around(town: Town) -> None:
    """Officers list and search, in the department and in the task group."""
    for words in ("/viec", "/tim giấy phép xây dựng nhà xưởng", "/quahan"):
        town.minh.says(words, in_=town.construction)
        town.tuan.says(words, in_=town.task_group)
        town.is_quiet()


# When it comes


def test_it_comes_in_the_last_hour_of_the_half_day_and_not_when_it_was_sent(town: Town) -> None:
    receipt = receipt_of(town, BATCH)
    types_back(town.lan, receipt)
    assert not has_card(town, receipt)
    town.days_pass(AN_HOUR)
    assert not has_card(town, receipt)
    looks_around(town)
    assert not has_card(town, receipt), "no list tells of it before it comes"
    town.minh.says(f"/chitiet #{code_in(receipt)}", in_=town.construction)
    town.construction.waits_for("không phụ trách vụ việc đó")  # its code, guessed, tells nothing either
    town.days_pass(TO_NOON - AN_HOUR)
    town.card(code_in(receipt))
    looks_around(town)
    assert town.construction.waits_for("1 kết quả")
    kept = town.product.call(rows)
    assert kept["held_notices"] == []


def test_what_its_author_adds_waits_just_so(town: Town) -> None:
    receipt = receipt_of(town, BATCH)
    secret = types_back(town.lan, receipt)
    comes_back(town, town.lan, secret)
    town.lan.says("Tôi nói thêm: bản vẽ nộp đủ rồi")
    town.lan.waits_for("Đã chuyển phần bổ sung")
    assert not has_card(town, receipt)
    town.days_pass(TO_NOON)
    town.card(code_in(receipt))
    town.construction.waits_for("bản vẽ nộp đủ rồi")


def test_who_is_in_a_hurry_is_not_held(town: Town) -> None:
    receipt = receipt_of(town, NOW)
    assert not has_card(town, receipt), "the code was not typed back"
    types_back(town.lan, receipt)
    town.card(code_in(receipt))


# Typed back


def test_another_group_is_not_the_last_one(town: Town) -> None:
    receipt = receipt_of(town, NOW)
    secret = SECRET.search(receipt.words)
    assert secret is not None
    town.lan.says("AAAA" if not secret.group().endswith("AAAA") else "BBBB")
    town.lan.waits_for("Chưa khớp với nhóm cuối")
    assert not has_card(town, receipt)
    town.lan.says(f" {secret.group()[-4:].lower()}. ")
    town.lan.waits_for("Vụ việc đã hoàn tất")
    town.card(code_in(receipt))


def test_the_whole_code_is_as_good(town: Town) -> None:
    receipt = receipt_of(town, NOW)
    secret = SECRET.search(receipt.words)
    assert secret is not None
    town.lan.says(secret.group())
    town.lan.waits_for("Đã mở vụ việc ẩn danh")
    town.card(code_in(receipt))


def test_who_cannot_type_it_back_goes_on_by_a_tap(town: Town) -> None:
    receipt = receipt_of(town, NOW)
    town.lan.taps("Tôi không gõ lại được")
    town.lan.waits_for("không có mã riêng thì không xem được trả lời")
    town.card(code_in(receipt))


def test_who_says_nothing_is_reminded_and_the_case_is_not_lost(town: Town) -> None:
    receipt = receipt_of(town, NOW)
    town.product.time_passes(A_WHILE)
    town.lan.waits_for("chưa gõ lại 4 ký tự cuối")
    assert not has_card(town, receipt)
    town.days_pass(AN_HOUR)
    town.card(code_in(receipt))
    person = next(row for row in town.product.call(rows)["people"] if row["user_id"] == str(town.lan.id))
    assert "keeping" not in person["conversation"]


def test_a_second_one_filed_before_the_first_was_typed_back_loses_neither(town: Town) -> None:
    first = receipt_of(town, NOW)
    town.lan.says("Hồ sơ cấp giấy phép xây dựng nhà kho của tôi chờ ba tháng")
    town.lan.waits_for("nhà kho")
    town.lan.taps("🕶 Gửi ẩn danh")
    town.lan.taps(NOW)
    town.is_quiet()
    second = town.lan.bot_messages[-1]
    types_back(town.lan, second)
    town.card(code_in(second))
    town.product.time_passes(A_WHILE)
    town.product.time_passes(A_WHILE)
    town.card(code_in(first))


def test_another_matter_may_be_written_meanwhile(town: Town) -> None:
    receipt = receipt_of(town, NOW)
    town.lan.says("Hồ sơ cấp giấy phép xây dựng nhà kho của tôi chờ ba tháng")
    town.lan.waits_for("nhà kho")
    types_back(town.lan, receipt)
    town.card(code_in(receipt))


# In a visit


VISITS = {
    "vi": (
        "Đã mở vụ việc",
        "lần đầu mã này",
        "mã này được dùng: ngày 25/11/2026",
        "Mã riêng mới",
        "Mã riêng không đúng",
    ),
    "en": (
        "is open in this chat",
        "for the first time",
        "last used on 25/11/2026",
        "new private code",
        "not a private code",
    ),
    "zh": ("已在本对话中打开", "第一次使用", "上次使用日期：25/11/2026", "新私人代码", "代码"),
}


@pytest.mark.parametrize("language", VISITS)
def test_a_visit_says_when_the_last_one_was_and_issues_a_new_code(town: Town, language: str) -> None:
    opened, first, last, anew, old = VISITS[language]
    _, secret = files_anonymously(town)
    town.mai.starts()
    town.mai.says(f"/ngonngu {language}")
    town.is_quiet()
    town.mai.says(f"/ma {secret}")
    assert first in town.mai.waits_for(opened).words
    town.mai.says("/thoat")
    town.mai.says(f"/ma {secret}")
    assert town.mai.waits_for(last)
    town.mai.says("/mamoi")
    found = SECRET.search(town.mai.waits_for(anew).words)
    assert found is not None
    assert found.group() != secret
    town.mai.says("/thoat")
    town.mai.says(f"/ma {secret}")
    town.mai.waits_for(old)
    town.mai.says(f"/ma {found.group()}")
    town.is_quiet()
    kept = "".join(text_of(row) for each in town.product.call(rows).values() for row in each)
    assert not any(code in kept or code.replace("-", "") in kept for code in (secret, found.group()))


def test_a_new_code_comes_by_a_tap_and_to_a_guest_alone(town: Town) -> None:
    own = town.files()
    card = town.card(own)
    assert card
    case = next(row["id"] for row in town.product.call(rows)["cases"] if row["code"] == own)
    town.lan.taps_data(town.lan.bot_messages[-1], f"b:code:{case}")
    town.lan.says("/mamoi")
    town.is_quiet()
    assert town.product.call(rows)["return_codes"] == []
    assert town.counts(town.lan, "Mã riêng mới") == 0


# Blocked


def test_blocking_the_bot_says_of_no_hidden_case_that_another_has_the_same_author(town: Town) -> None:
    first = town.files(how="Gửi, giấu tên")
    town.card(first)
    town.lan.says("Hồ sơ hoàn thuế giá trị gia tăng nộp 3 tháng chưa có kết quả")
    town.is_quiet()
    if "Việc mới" in str(town.lan.bot_messages[-1].labels):
        town.lan.taps("Việc mới")
    town.lan.waits_for("hoàn thuế")
    town.lan.taps("Gửi, giấu tên")
    second = code_in(town.lan.waits_for("Thuế"))
    town.is_quiet()
    town.lan.blocks()
    town.is_quiet()
    journal = [(row["case_id"], row["move"]) for row in town.product.call(rows)["journal"]]
    assert [each for each in journal if each[1] == "unreached"] == []
    town.minh.says(f"/gui #{first} Sở đang xem", in_=town.construction)
    town.construction.waits_for("không tới được doanh nghiệp")
    assert second not in everything_said(town.construction)
    assert sum(row["move"] == "unreached" for row in town.product.call(rows)["journal"]) == 1


# Trouble


def test_an_update_that_fails_is_kept_without_the_code_in_it(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    _, secret = files_anonymously(town)

    def fails(_: object) -> bool:
        raise RuntimeError(secret)

    monkeypatch.setattr(guests, "take_for_guest", fails)
    town.lan.says(f"Mã của tôi là {secret}, xin mở")
    town.lan.waits_for("Có lỗi từ phía chúng tôi")
    town.is_quiet()
    (kept,) = town.product.call(failed.unsolved)
    assert "xin mở" in json.loads(kept.raw)["message"]["text"]
    assert secret not in text_of({"kept": town.product.call(rows)})
