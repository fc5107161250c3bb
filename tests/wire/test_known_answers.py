"""Published answers, like cases and merging, as the business, the officers and the task group live through them."""

from __future__ import annotations

import pytest

from tests.wire.town import JPEG, PERMIT, Town, everything_said

QUESTION = "Hồ sơ cấp giấy phép xây dựng nhà xưởng quá hạn thì hỏi ở đâu?"
MAI_WRITES = "Công ty tôi xin cấp giấy phép xây dựng nhà xưởng, hồ sơ nộp đã quá hạn mà chưa được cấp"
OTHER = "Xe chở hàng bị giữ ở bãi đỗ cửa khẩu ba ngày không rõ lý do"
BOX = "Hỏi tại bộ phận một cửa"


def published(town: Town, text: str = f"{QUESTION}\n{BOX}, điện thoại 0205 3812 345") -> tuple[str, str]:
    """An answered case of Lan's whose answer the task group has published: its code, what the task group reads."""
    code, _, _ = town.answered("Giấy phép của Công ty Lan Anh đã ký, xin gọi 0912 345 678")
    town.tuan.says(f"/congbo #{code} {text}", in_=town.task_group)
    return code, town.task_group.waits_for("đã công bố").text


def writes(town: Town, text: str = MAI_WRITES) -> None:
    """Mai, a business the bot knows, begins to file."""
    town.meets(town.mai, "Công ty Mai Hoa")
    town.mai.says(text)
    town.mai.waits_for("xem lại trước khi gửi")


# A business is offered what is known


def test_a_published_answer_is_offered_before_filing_and_asks_for_no_tap(every_town: Town) -> None:
    town = every_town
    published(town)
    writes(town)
    offer = town.mai.waits_for("đã có câu trả lời công bố")
    assert QUESTION in offer.text
    assert BOX in offer.text
    town.mai.taps("Gửi, nêu tên")
    town.mai.waits_for("Đã tiếp nhận vụ việc")


def test_a_tap_ends_the_draft_is_counted_and_can_be_undone_for_a_day(every_town: Town) -> None:
    town = every_town
    published(town)
    writes(town)
    town.mai.waits_for("đã có câu trả lời công bố")
    town.mai.taps("Câu này đúng điều tôi cần")
    assert BOX in town.mai.waits_for("chưa được gửi đi").text
    town.tuan.says("/thongke", in_=town.task_group)
    town.task_group.waits_for("Không cần gửi nhờ câu trả lời đã công bố: 1")
    town.mai.says("vẫn gửi")
    town.is_quiet()
    assert town.counts(town.mai, "xem lại trước khi gửi") == 2
    town.mai.taps("Gửi, nêu tên")
    town.mai.waits_for("Đã tiếp nhận vụ việc")
    town.tuan.says("/thongke@stand_in_bot", in_=town.task_group)
    town.is_quiet()
    assert "đã công bố" not in town.task_group.bot_messages[-1].text


def test_after_a_day_the_draft_is_gone(town: Town) -> None:
    published(town)
    writes(town)
    town.mai.waits_for("đã có câu trả lời công bố")
    town.mai.taps("Câu này đúng điều tôi cần")
    town.mai.waits_for("chưa được gửi đi")
    town.days_pass(1.2)
    town.mai.taps("Vẫn gửi")
    town.is_quiet()
    assert town.counts(town.mai, "xem lại trước khi gửi") == 1
    assert town.counts(town.mai, "Đã tiếp nhận") == 0


def test_nothing_is_offered_for_another_matter_twice_or_after_it_was_withdrawn(town: Town) -> None:
    code, _ = published(town)
    writes(town, OTHER)
    town.is_quiet()
    assert town.counts(town.mai, "công bố") == 0
    town.mai.says(MAI_WRITES)
    town.mai.waits_for("đã có câu trả lời công bố")
    town.mai.says("Tôi cần gấp vì hàng đang chờ")
    town.is_quiet()
    assert town.counts(town.mai, "đã có câu trả lời công bố") == 1
    town.mai.says("/huy")
    town.mai.waits_for("Đã bỏ")
    town.tuan.says(f"/thuhoi #{code}", in_=town.task_group)
    town.task_group.waits_for("đã thu hồi")
    town.mai.says(MAI_WRITES)
    town.is_quiet()
    assert town.counts(town.mai, "đã có câu trả lời công bố") == 1
    assert town.counts(town.mai, "xem lại trước khi gửi") == 1, "the first draft's says that it was dropped"


def test_a_like_case_of_ones_own_takes_words_and_files_by_one_tap(every_town: Town) -> None:
    town = every_town
    code = town.files()
    town.lan.sends_photo(JPEG, f"{PERMIT}, xin xem biển công trường")
    assert f"Thêm vào #{code}?" in town.lan.waits_for("giống vụ việc").text
    town.lan.taps(f"Thêm vào #{code}")
    town.construction.waits_for("biển công trường")
    town.is_quiet()
    assert town.counts(town.lan, "Đã tiếp nhận vụ việc") == 1


def test_whoever_says_that_it_is_another_matter_is_not_asked_again(town: Town) -> None:
    town.files()
    town.lan.says(f"{PERMIT}, nhà xưởng thứ hai")
    town.lan.waits_for("giống vụ việc")
    town.lan.taps("Việc mới")
    town.is_quiet()
    assert town.counts(town.lan, "có nội dung tương tự") == 0
    town.lan.taps("Gửi, nêu tên")
    town.is_quiet()
    assert town.counts(town.lan, "Đã tiếp nhận vụ việc") == 2


def test_a_draft_that_turns_out_like_an_open_case_can_still_be_added_to_it(town: Town) -> None:
    code = town.files()
    town.lan.says("Tôi có một việc nữa muốn trình bày")
    town.lan.waits_for("là việc mới")
    town.lan.taps("Việc mới")
    town.is_quiet()
    town.lan.says(f"{PERMIT}, xin xem biển công trường")
    assert f"#{code}" in town.lan.waits_for("có nội dung tương tự").text
    town.lan.taps(f"Thêm vào #{code}")
    town.construction.waits_for("biển công trường")
    town.lan.says("/huy")
    town.lan.waits_for("không có việc nào đang viết dở")


def test_the_case_of_another_business_is_never_offered(town: Town) -> None:
    town.files()
    writes(town)
    town.is_quiet()
    assert town.counts(town.mai, "có nội dung tương tự") == 0
    assert town.counts(town.mai, "LS26") == 0


def test_a_business_finds_its_own_cases_and_what_is_published(town: Town) -> None:
    code, _ = published(town)
    town.lan.says("/tim giay phep xay dung")
    found = town.lan.waits_for("🔎")
    assert f"#{code}" in found.text
    assert QUESTION in found.text
    town.meets(town.mai, "Công ty Mai Hoa")
    town.mai.says("/tim giấy phép xây dựng")
    others = town.mai.waits_for("🔎")
    assert QUESTION in others.text
    assert code not in others.text
    town.mai.taps("Hồ sơ cấp giấy phép")
    town.mai.waits_for(BOX)


# Publishing


def test_what_is_published_names_no_business_and_no_telephone(town: Town) -> None:
    _, shown = published(town, QUESTION)
    assert "đã ký, xin gọi" in shown
    assert "Lan Anh" not in shown
    assert "0912" not in shown


def test_an_office_may_be_named_where_the_answer_was_written_for_the_public(town: Town) -> None:
    _, shown = published(town, f"{QUESTION}\nKhông chỉ Công ty Lan Anh: gọi 0205 3812 345")
    assert "0205 3812 345" in shown
    assert "Lan Anh" not in shown


def test_an_answer_to_a_hidden_business_must_be_written_anew(town: Town) -> None:
    code = town.files(how="Gửi, giấu tên")
    town.minh.replies(town.card(code), "/traloi Đã ký giấy phép của anh")
    town.lan.waits_for("trả lời:")
    town.tuan.says(f"/congbo #{code} {QUESTION}", in_=town.task_group)
    town.task_group.waits_for("doanh nghiệp giấu tên")
    town.tuan.says(f"/congbo #{code} {QUESTION}\n{BOX}", in_=town.task_group)
    assert BOX in town.task_group.waits_for("đã công bố").text


def test_only_the_task_group_publishes_and_by_a_button_too(town: Town) -> None:
    code, card, _ = town.answered()
    town.minh.replies(card, f"/congbo {QUESTION}")
    town.construction.waits_for("Chỉ Tổ công tác được công bố")
    town.lan.taps("Chưa giải quyết")
    town.lan.waits_for("viết")
    town.lan.says("Vẫn chưa nhận được")
    own = town.card(code, town.task_group)
    town.tuan.replies(own, "/traloi Tổ công tác đã làm việc với Sở, mời anh chị đến nhận")
    own.waits_for_edit("Công bố")
    town.tuan.taps("Công bố", in_=town.task_group)
    town.task_group.waits_for("câu hỏi ngắn gọn ở dòng đầu")
    town.tuan.replies(own, QUESTION)
    assert QUESTION in town.task_group.waits_for("đã công bố").text


# Officers look for like cases


def test_officers_read_answers_to_like_cases(every_town: Town) -> None:
    town = every_town
    code, _, _ = town.answered()
    new = town.files(town.mai, MAI_WRITES)
    card = town.card(new)
    town.minh.replies(card, "/chitiet")
    told = town.construction.waits_for("Diễn biến vụ việc")
    assert f"Vụ tương tự đã trả lời: #{code}" in told.text
    town.hoa.replies(card, "/tuongtu")
    town.construction.waits_for("1 câu trả lời cho việc tương tự")
    town.hoa.taps(f"#{code}", in_=town.construction)
    assert PERMIT in town.construction.waits_for("💬 Sở đã cấp giấy phép, mời anh chị đến nhận").text


def test_an_answered_case_has_like_ones_too(town: Town) -> None:
    code, card, _ = town.answered()
    other = town.files(town.mai, MAI_WRITES)
    town.minh.replies(town.card(other), "/traloi Hồ sơ của công ty đang trình ký")
    town.mai.waits_for("đang trình ký")
    town.minh.replies(card, f"/tuongtu #{code}")
    assert f"#{other}" in town.construction.waits_for("1 câu trả lời cho việc tương tự").text


def test_a_department_finds_only_its_own_and_nothing_hidden(every_town: Town) -> None:
    town = every_town
    code = town.files(how="Gửi, giấu tên", text=f"{PERMIT}. Công ty Lan Anh, số 0912 345 678")
    town.minh.says("/tim giay phep xay dung", in_=town.construction)
    found = town.construction.waits_for("🔎")
    assert f"#{code}" in found.text
    town.minh.says("/tim Lan Anh", in_=town.construction)
    town.construction.waits_for("“Lan Anh”: chưa tìm thấy gì")
    town.binh.says("/tim giấy phép xây dựng", in_=town.tax)
    town.tax.waits_for("chưa tìm thấy gì")
    town.tuan.says("/tim giấy phép xây dựng", in_=town.task_group)
    assert f"#{code}" in town.task_group.waits_for("🔎").text
    assert "Lan Anh" not in everything_said(town.construction).replace("“Lan Anh”", "")


def test_other_departments_read_what_is_published(town: Town) -> None:
    code, _ = published(town)
    town.binh.says("/tim giấy phép xây dựng", in_=town.tax)
    found = town.tax.waits_for("Đã công bố:")
    assert code not in found.text
    town.binh.taps("Hồ sơ cấp giấy phép", in_=town.tax)
    town.tax.waits_for(BOX)


def test_more_results_come_by_a_tap(town: Town) -> None:
    codes = [
        town.files(town.mai, f"{PERMIT}, lần {number}") if not number else again(town, number) for number in range(7)
    ]
    town.tuan.says("/tim giấy phép xây dựng", in_=town.task_group)
    first = town.task_group.waits_for("7 kết quả")
    assert sum(code in first.text for code in codes) == 5
    town.tuan.taps("Xem tiếp", in_=town.task_group)
    town.is_quiet()
    second = town.task_group.bot_messages[-1]
    assert sum(code in second.text for code in codes) == 2
    assert "Xem tiếp" not in " ".join(second.labels)


def again(town: Town, number: int) -> str:
    """Mai files one more."""
    before = town.counts(town.mai, "Đã tiếp nhận vụ việc")
    town.mai.says(f"{PERMIT}, lần {number}")
    town.mai.waits_for("giống vụ việc")
    town.mai.taps("Việc mới")
    town.is_quiet()
    town.mai.taps("Gửi, nêu tên")
    town.is_quiet()
    assert town.counts(town.mai, "Đã tiếp nhận vụ việc") == before + 1
    receipts = [each.words for each in town.mai.bot_messages if "Đã tiếp nhận vụ việc" in each.words]
    return receipts[-1].split("#")[1].split()[0].rstrip(":,.;")


@pytest.mark.parametrize("said", ["/tim", "/gop", "/gop #LS26-00001", "/tach", "/thuhoi #LS26-00001", "/congbo"])
def test_a_command_that_lacks_something_says_what(town: Town, said: str) -> None:
    town.files()
    town.tuan.says(said, in_=town.task_group)
    town.is_quiet()
    last = town.task_group.bot_messages[-1].text
    assert "Xin" in last or "không có" in last


# Merging


def merged(town: Town) -> tuple[str, str]:
    """Lan's case, into which the task group has merged Mai's."""
    lead, other = town.files(), town.files(town.mai, MAI_WRITES)
    town.card(other)
    town.tuan.says(f"/gop #{lead} #{other}", in_=town.task_group)
    town.mai.waits_for("được giải quyết chung")
    return lead, other


def test_a_merged_case_hears_the_answer_and_the_outcome_of_the_first(every_town: Town) -> None:
    town = every_town
    lead, other = merged(town)
    town.lan.waits_for("được giải quyết chung với vụ việc")
    town.minh.replies(town.card(lead), "/traloi Kính gửi Công ty Lan Anh: giấy phép đã ký")
    heard = town.mai.waits_for("giấy phép đã ký").text
    assert f"#{other}" in heard
    assert lead not in heard
    assert "Lan Anh" not in heard
    town.lan.waits_for("Kính gửi Công ty Lan Anh")
    town.lan.taps("Đã giải quyết")
    town.mai.waits_for("đã kết thúc")
    assert "Mai Hoa" not in "".join(each.text for each in town.lan.bot_messages)
    town.mai.says(f"/tracuu #{other}")
    town.mai.waits_for("Đã gộp vào vụ việc khác")


def test_words_of_a_merged_business_still_reach_the_department(town: Town) -> None:
    _, other = merged(town)
    town.mai.says(f"#{other} Việc của tôi còn vướng thỏa thuận đấu nối")
    assert f"#{other}" in town.construction.waits_for("thỏa thuận đấu nối").text


def test_a_case_taken_back_leaves_the_merged_one_on_its_own(town: Town) -> None:
    lead, other = merged(town)
    town.lan.says(f"/rut #{lead}")
    town.lan.waits_for("rút")
    town.lan.taps("Có, rút vụ việc")
    town.mai.waits_for("lại được giải quyết riêng")
    town.minh.says(f"/traloi #{other} Đã cấp cho anh chị", in_=town.construction)
    town.mai.waits_for("Đã cấp cho anh chị")


def test_the_task_group_separates_within_a_day(town: Town) -> None:
    lead, other = merged(town)
    town.tuan.says(f"/tach #{other}", in_=town.task_group)
    town.mai.waits_for("lại được giải quyết riêng")
    town.minh.replies(town.card(lead), "/traloi Chỉ cho vụ thứ nhất")
    town.lan.waits_for("Chỉ cho vụ thứ nhất")
    town.mai.never_hears("Chỉ cho vụ thứ nhất", within=0.2)
    town.tuan.says(f"/gop #{lead} #{other}", in_=town.task_group)
    town.is_quiet()
    town.days_pass(1.1)
    town.tuan.says(f"/tach #{other}", in_=town.task_group)
    town.task_group.waits_for("hơn một ngày")


def test_a_department_merges_only_its_own(town: Town) -> None:
    lead = town.files()
    other = town.files(town.mai, "Công ty tôi chưa được hoàn thuế giá trị gia tăng hàng xuất khẩu")
    town.card(other, town.tax)
    town.minh.says(f"/gop #{lead} #{other}", in_=town.construction)
    town.construction.waits_for("không phụ trách")
    town.minh.says(f"/gop #{lead} #{lead}", in_=town.construction)
    town.construction.waits_for("không thể gộp vào chính nó")
