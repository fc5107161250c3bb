"""The clock over the wire, pushed: warnings by the morning, up the ladder, never twice, also after a week of silence.

The town starts on Wednesday 25/11/2026 at 09:00; what Lan files then is due at 17:00 on Friday 04/12.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.case.case import Actor, Case, Move, Role, State
from domain.province.catalogue import SpecialDay
from handlers.admin import audit, recomputing
from handlers.clock import tick
from handlers.province import Made
from storage import cases
from tests.wire.telegram_groups import Group
from tests.wire.telegram_people import Person
from tests.wire.telegram_world import Message
from tests.wire.town import Town, code_in

HEAD = "Việc cần chú ý hôm nay"


def mornings(room: Group | Person) -> list[str]:
    """Every morning message a chat has, oldest first."""
    return [message.words for message in room.bot_messages if HEAD in message.words]


def case_of(town: Town, code: str) -> Case:
    found = town.product.call(lambda tx: cases.by_code(tx, code))
    assert found is not None
    return found


def goes_silent(town: Town, days: float) -> None:
    """The program does not run for so long, then starts again."""
    town.product.parts.clock.ahead += timedelta(days=days)
    town.days_pass(1 / 1440)
    town.is_quiet()


def test_the_ladder_of_a_case_nobody_touches(every_town: Town) -> None:
    town = every_town
    head = town.server.user("Trưởng")
    head.starts()
    head.waits_for("Gỡ Vướng")
    head.says(f"/gan {town.product.bind_code('so-xay-dung/head')}")
    head.waits_for("Lãnh đạo Sở Xây dựng")
    code = town.files()
    told: list[tuple[int, int, int, int]] = []
    for _ in range(16):  # to Thursday 10/12 at 09:00
        town.days_pass(1)
        town.is_quiet()
        rooms = (town.construction, head, town.task_group, town.leadership)
        told.append(tuple(len(mornings(room)) for room in rooms))  # type: ignore[arg-type]
    own = mornings(town.construction)
    assert [text.splitlines()[1].split(",")[0].split(" (")[0].split(";")[0] for text in own] == [
        "Chưa ai nhận việc",
        "Đã qua nửa thời hạn",
        "Sắp đến hạn",
        "Hôm nay là hạn cuối",
        "Quá hạn",
        "Quá hạn từ 3 ngày làm việc",
    ]
    assert len(mornings(head)) == 3  # the last day, and twice late
    assert len(mornings(town.task_group)) == 2
    assert [text for text in mornings(town.leadership) if "từ 3 ngày làm việc" in text] == mornings(town.leadership)
    assert told[8] == (3, 0, 0, 0) or told[8][2:] == (0, 0)  # nobody above hears of it before the last day
    assert all(code in text and "báo muộn" not in text for text in own)
    assert case_of(town, code).level == 2
    assert audit.verify(town.product.parts.store) == (1, [])


def test_a_case_that_moves_is_not_warned_of(town: Town) -> None:
    code = town.files()
    card = town.card(code)
    town.minh.taps("Nhận việc", in_=town.construction)
    card.waits_for_edit("Cán bộ xử lý: Minh")
    town.minh.replies(card, "/gui Chúng tôi đang xem hồ sơ")
    town.lan.waits_for("đang xem hồ sơ")
    town.days_pass(6)
    town.is_quiet()
    assert mornings(town.construction) == []  # accepted, and the business has heard a word
    town.minh.replies(card, "/traloi Đã cấp phép")
    town.lan.waits_for("Đã cấp phép")
    town.days_pass(7)
    town.is_quiet()
    assert not any("hạn cuối" in text or "Quá hạn" in text for text in mornings(town.construction))


def test_many_cases_are_one_message_with_a_button_each(town: Town) -> None:
    codes = [town.files(person) for person in (town.lan, town.mai)]
    for code in codes:
        town.card(code)
    town.days_pass(2)
    (text,) = [text for text in mornings(town.construction) if "Chưa ai nhận việc" in text]
    assert all(f"#{code}" in text for code in codes)
    before = town.counts(town.construction, f"📌 #{codes[1]}")
    town.minh.taps(f"#{codes[1]}", in_=town.construction)
    town.is_quiet()
    assert town.counts(town.construction, f"📌 #{codes[1]}") == before + 1


def test_after_a_week_of_downtime_what_was_missed_is_told_once_and_marked_late(every_town: Town) -> None:
    town = every_town
    code = town.files()
    town.card(code)
    goes_silent(town, 14)  # to Wednesday 09/12 at 09:00: 50 %, 80 %, the last day, +1 and +3 have passed
    (own,) = mornings(town.construction)
    assert own.count(f"#{code}") == 2  # nobody accepted it; and the highest step alone
    assert "từ 3 ngày làm việc" in own
    assert "báo muộn" in own
    (high,) = mornings(town.task_group)
    assert "từ 3 ngày làm việc" in high
    town.days_pass(1)
    town.is_quiet()
    assert (len(mornings(town.construction)), len(mornings(town.task_group))) == (1, 1)


def test_nothing_is_told_at_night_on_a_holiday_or_on_a_weekend(town: Town) -> None:
    town.files()
    town.days_pass(15)  # hour by hour
    town.is_quiet()
    zone = town.product.parts.catalogue.timezone

    found = town.product.call(lambda tx: cases.journal(tx, 1))
    moments = [entry.at.astimezone(zone) for entry, _ in found if entry.move in {Move.WARNED, Move.ESCALATED}]
    assert len(moments) >= 5
    assert all(moment.weekday() < 5 and 7 <= moment.hour < 17 for moment in moments)


# Pause, proposals, co-operation


def test_a_question_nobody_answers_stops_the_clock_for_ten_working_days_only(town: Town) -> None:
    code = town.files()
    card = town.card(code)
    town.minh.replies(card, "/hoi Số hồ sơ là gì?")
    asked = town.lan.waits_for("Số hồ sơ là gì?")
    assert "lâu nhất đến" in asked.words
    assert "lâu nhất đến" in card.waits_for_edit("tạm dừng").words
    town.days_pass(9)
    town.lan.waits_for("Cơ quan đang chờ Ông/Bà trả lời")
    town.days_pass(8)
    resumed = town.lan.waits_for("giải quyết tiếp theo thông tin đang có")
    assert "Hạn trả lời" in resumed.words
    assert any("Doanh nghiệp chưa trả lời câu hỏi" in text for text in mornings(town.construction))
    found = case_of(town, code)
    assert (found.state, len(found.pauses)) == (State.ACCEPTED, 1)
    town.lan.replies(resumed, "Hồ sơ số 12")
    town.construction.waits_for("Hồ sơ số 12")


def extended_once(town: Town) -> tuple[str, Message]:
    code = town.files()
    card = town.card(code)
    town.minh.replies(card, "/giahan 3 chờ ý kiến Bộ Xây dựng")
    town.lan.waits_for("được gia hạn thêm 3 ngày làm việc")
    return code, card


@pytest.mark.parametrize("agrees", [True, False])
def test_a_second_extension_is_for_the_task_group(town: Town, *, agrees: bool) -> None:
    code, card = extended_once(town)
    town.minh.replies(card, "/giahan 5 Bộ vẫn chưa trả lời")
    town.construction.waits_for("do Tổ công tác quyết định")
    higher = town.card(code, town.task_group)
    assert "đề nghị gia hạn 5 ngày làm việc" in higher.words
    number = case_of(town, code).seq
    town.minh.taps_data(card, f"o:decide:{case_of(town, code).id}:yes.{number}")
    assert case_of(town, code).extension_days == 3
    town.tuan.taps("Đồng ý đề nghị" if agrees else "Không đồng ý", in_=town.task_group)
    if agrees:
        town.lan.waits_for("được gia hạn thêm 5 ngày làm việc")
    else:
        town.construction.waits_for("không đồng ý đề nghị")
    assert case_of(town, code).extension_days == (8 if agrees else 3)
    assert case_of(town, code).proposal is None


def test_a_transferred_case_must_be_accepted_within_half_a_day(town: Town) -> None:
    code = town.files()
    card = town.card(code)
    due = case_of(town, code).deadline
    town.minh.replies(card, "/chuyen thue-tinh đây là việc của thuế")
    town.card(code, town.tax)
    town.days_pass(0.25)  # 15:00: four working hours after 09:00 end at 14:30… plus lunch
    town.is_quiet()
    assert any("Chưa ai nhận việc" in text for text in mornings(town.tax))
    assert any("Chưa ai nhận việc" in text for text in mornings(town.task_group))
    assert case_of(town, code).deadline == due


def test_a_lead_asks_another_department_and_alone_answers(town: Town) -> None:
    code = town.files()
    card = town.card(code)
    town.minh.replies(card, "/phoihop thue-tinh xác nhận nghĩa vụ thuế của dự án")
    partner = town.card(code, town.tax)
    assert "chủ trì, mời Thuế tỉnh" in partner.words
    assert "xác nhận nghĩa vụ thuế" in partner.words
    assert "Phối hợp: Thuế" in card.waits_for_edit("Phối hợp").words
    town.binh.replies(partner, "/traloi Dự án không nợ thuế")
    town.tax.waits_for("cơ quan chủ trì làm")
    town.binh.replies(partner, "Dự án không nợ thuế")
    town.construction.waits_for("Dự án không nợ thuế")
    card.waits_for_edit("đã góp ý")
    assert town.counts(town.lan, "không nợ thuế") == 0
    town.minh.replies(card, "/traloi Sở đã cấp phép")
    town.lan.waits_for("Sở đã cấp phép")
    assert audit.verify(town.product.parts.store) == (1, [])


def test_routing_proposes_who_co_operates_to_the_business_and_to_the_lead(town: Town) -> None:
    town.meets(town.lan)
    town.lan.says("Quán karaoke của tôi xin phép, công an yêu cầu bổ sung nghiệm thu PCCC")
    assert "Có thể cần phối hợp: Sở Văn hóa" in town.lan.waits_for("xem lại trước khi gửi").words
    town.lan.taps("Gửi, nêu tên")
    card = town.card(code_in(town.lan.waits_for("Đã tiếp nhận")), town.task_group)  # the police have no group here
    assert "Có thể cần phối hợp: Sở VH" in card.words


def test_a_late_word_of_a_co_operating_department_reaches_both(town: Town) -> None:
    card = town.card(town.files())
    town.minh.replies(card, "/phoihop thue-tinh xác nhận nghĩa vụ thuế")
    town.tax.waits_for("xác nhận nghĩa vụ thuế")
    town.days_pass(6)
    town.is_quiet()
    assert any("hạn góp ý" in text for text in mornings(town.tax))
    assert any("Quá hạn góp ý" in text for text in mornings(town.construction))


# Why


def test_the_deadline_is_explained_on_the_card_and_at_length(town: Town) -> None:
    code = town.files()
    card = town.card(code)
    assert "7 ngày làm việc, tính từ" in card.words
    town.minh.replies(card, "/hanxuly")
    told = town.construction.waits_for("Cách tính hạn trả lời").words
    assert code in told
    assert "17:00 thứ Sáu 04/12" in told
    town.lan.says(f"/hanxuly #{code}")
    town.lan.waits_for("Cách tính hạn trả lời")
    town.hoa.says(f"/hanxuly #{code}", in_=town.tax)
    town.is_quiet()
    assert town.counts(town.tax, "Cách tính") == 0


# A changed calendar


def test_a_new_holiday_moves_open_cases_and_not_closed_ones(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    closed, _, answer = town.answered()
    town.lan.taps("Đã giải quyết", on=answer)
    town.lan.waits_for("đánh giá việc giải quyết")
    opened = town.files(town.mai)
    before = {code: case_of(town, code) for code in (closed, opened)}
    parts = town.product.parts
    _declare_holiday(parts, monkeypatch)
    store = parts.store
    (change,) = recomputing.changes(store, parts.province)
    assert (change.code, change.before) == (opened, before[opened].deadline)
    assert change.after - before[opened].deadline >= timedelta(days=1)  # type: ignore[operator]
    assert recomputing.apply(store, parts.province, change, clock_actor(), "tỉnh nghỉ ngày 01/12")
    town.mai.waits_for("được tính lại")
    assert case_of(town, opened).deadline == change.after
    assert case_of(town, closed).deadline == before[closed].deadline
    assert case_of(town, closed).why["calendar"] != case_of(town, opened).why["calendar"]
    assert list(recomputing.changes(store, parts.province)) == []
    assert audit.verify(store) == (2, [])


def clock_actor() -> Actor:
    return Actor(Role.ADMINISTRATOR, 0, "admin")


def _declare_holiday(parts: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """The province gives itself Tuesday 01/12/2026 off."""
    world = parts.province  # type: ignore[attr-defined]
    day = SpecialDay(date(2026, 12, 1), is_worked=False, names={"vi": "Ngày hội của tỉnh"})
    changed = replace(world.catalogue, special_days=(*world.catalogue.special_days, day))
    monkeypatch.setattr(world, "_made", Made(changed))


# Two clocks


def test_two_ticks_at_once_tell_once(every_town: Town) -> None:
    town = every_town
    code = town.files()
    town.card(code)
    parts = town.product.parts
    parts.clock.ahead += timedelta(days=13)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: parts.store.call(lambda tx: tick.look_at_cases(tx, parts.province)), range(8)))
    town.days_pass(1 / 1440)
    town.is_quiet()
    assert len(mornings(town.construction)) == 1
    assert len(mornings(town.task_group)) == 1
    found = town.product.call(lambda tx: cases.journal(tx, 1))
    assert [entry.move for entry, _ in found].count(Move.ESCALATED) == 1


def test_a_restart_at_the_minute_of_a_job_tells_once(every_town: Town) -> None:
    town = every_town
    town.card(town.files())
    town.days_pass(1 + 22.4 / 24)  # Friday, some minutes before 07:30
    assert mornings(town.construction) == []
    town.product.parts.clock.ahead += timedelta(minutes=10)
    town.restarts()
    town.days_pass(1 / 1440)
    town.is_quiet()
    assert len(mornings(town.construction)) == 1
    town.restarts()
    town.days_pass(1 / 24)
    town.is_quiet()
    assert len(mornings(town.construction)) == 1


def test_lateness_is_told_to_the_business_once_and_shown_where_the_case_is_looked_up(town: Town) -> None:
    code = town.files()
    town.days_pass(13)  # over the weekend after the deadline, to Tuesday
    late = town.lan.waits_for("đã qua mà Sở Xây dựng chưa trả lời").text
    assert "Tổ công tác hỗ trợ doanh nghiệp đã được báo" in late
    town.days_pass(5)
    town.is_quiet()
    assert town.counts(town.lan, "đã qua mà Sở Xây dựng chưa trả lời") == 1
    town.lan.says(f"/tracuu {code}")
    assert "QUÁ HẠN" in town.lan.waits_for(f"📌 #{code} ·").text
    assert "QUÁ HẠN từ" in town.card(code).text


def test_whoever_filed_hears_once_that_an_officer_has_taken_the_case(town: Town) -> None:
    code = town.files()
    town.minh.replies(town.card(code), "/nhan")
    assert "Minh, Sở Xây dựng đã nhận" in town.lan.waits_for(f"👤 Vụ việc #{code}").text
    town.is_quiet()
    assert town.counts(town.lan, "đã nhận và đang giải quyết") == 1
