"""Why a deadline falls when it does: the sentence of a card, the lines of a command, from the facts in the journal."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.delivery.wording import Wording
from domain.deadline.calendars import Calendar, calendar
from domain.deadline.deadlines import Deadline, Pause, calendar_days, deadline, deadline_in_hours
from domain.deadline.explaining import UNVERIFIED, at_length, facts_of, sentence
from domain.language import LANGUAGES
from domain.messages import Lines
from domain.province.catalogue import Catalogue, Hours, Session, SpecialDay
from domain.province.files import parse
from storage.outgoing.notices import decode_value, encode_value

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
LOCALES = Path(__file__).parents[3] / "locales"


def at(text: str) -> datetime:
    return datetime.strptime(text, "%d/%m/%Y %H:%M").replace(tzinfo=HANOI).astimezone(UTC)


TWO_DAYS = [Pause(at("24/02/2026 10:00"), at("26/02/2026 10:00"))]


@pytest.fixture(scope="module")
def wording(lang_son: Catalogue) -> Wording:
    return Wording(lang_son, LOCALES)


def told(wording: Wording, own: Calendar, given: Deadline, language: str = "vi") -> str:
    """The sentence, from the facts as they come back out of a journal."""
    why = json.loads(json.dumps(facts_of(own, given)))
    words = json.loads(json.dumps(sentence(why), default=encode_value), object_hook=decode_value)
    return wording.say(words, language)


def at_length_of(wording: Wording, own: Calendar, given: Deadline, source: str = "") -> list[str]:
    why = json.loads(json.dumps(facts_of(own, given, source)))
    return wording.say(at_length(why), "vi").splitlines()


# The sentence


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "vi",
            "7 ngày làm việc, tính từ thứ Sáu 13/02, trừ Tết 16–20/02, trừ 2 ngày tạm dừng, đến 17:00 thứ Năm 05/03",
        ),
        (
            "en",
            (
                "7 working days from Friday 13/02, not counting Tet 16–20/02, not counting 2 days of pause, "
                "until 17:00 on Thursday 05/03"
            ),
        ),
        ("zh", "自2月13日 星期五起 7 个工作日，扣除春节 2月16日至20日，扣除暂停 2 天，截至 3月5日 星期四 17:00"),
    ],
)
def test_a_sentence_tells_limit_start_what_was_left_out_and_the_end(
    wording: Wording, office: Calendar, language: str, expected: str
) -> None:
    assert told(wording, office, deadline(office, at("13/02/2026 10:00"), 7, TWO_DAYS), language) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            ("13/02/2026 10:00", 7, 0),
            "7 ngày làm việc, tính từ thứ Sáu 13/02, trừ Tết 16–20/02, đến 17:00 thứ Ba 03/03",
        ),
        (("09/03/2026 12:00", 1, 0), "1 ngày làm việc, tính từ thứ Hai 09/03, đến 17:00 thứ Ba 10/03"),
        (
            ("13/03/2026 17:00", 1, 2),
            (
                "1 ngày làm việc, tính từ thứ Hai 16/03 (gửi ngoài giờ hôm thứ Sáu 13/03), gia hạn 2 ngày làm việc, "
                "đến 17:00 thứ Năm 19/03"
            ),
        ),
        (
            ("31/12/2025 10:00", 7, 0),
            (
                "7 ngày làm việc, tính từ thứ Tư 31/12/2025, trừ Tết Dương lịch 01–02/01/2026, "
                "tính cả thứ Bảy 10/01/2026 làm bù, đến 17:00 thứ Hai 12/01/2026"
            ),
        ),
        (
            ("21/08/2026 09:00", 7, 0),
            (
                "7 ngày làm việc, tính từ thứ Sáu 21/08, trừ Quốc khánh 31/08–02/09, tính cả thứ Bảy 22/08 làm bù, "
                "đến 17:00 thứ Năm 03/09"
            ),
        ),
        (
            ("29/04/2026 09:00", 2, 0),
            (
                "2 ngày làm việc, tính từ thứ Tư 29/04, trừ Ngày Chiến thắng và Quốc tế Lao động 30/04–01/05, "
                "đến 17:00 thứ Ba 05/05"
            ),
        ),
    ],
)
def test_sentences_of_working_days(
    wording: Wording, office: Calendar, given: tuple[str, int, int], expected: str
) -> None:
    received, days, more = given
    assert told(wording, office, deadline(office, at(received), days, (), more)) == expected


def test_a_sentence_of_hours_tells_times_and_the_paused_span(wording: Wording, office: Calendar) -> None:
    pause = [Pause(at("13/03/2026 16:00"), at("16/03/2026 08:00"))]
    given = deadline_in_hours(office, at("13/03/2026 15:00"), 4.5, pause)
    assert told(wording, office, given) == (
        "4 giờ 30 phút làm việc, tính từ 15:00 thứ Sáu 13/03, trừ 1 giờ 30 phút tạm dừng, đến 11:30 thứ Hai 16/03"
    )


def test_a_sentence_of_calendar_days_leaves_nothing_out_but_says_where_it_rolled(
    wording: Wording, office: Calendar
) -> None:
    assert told(wording, office, calendar_days(office, at("06/02/2026 09:00"), 10)) == (
        "10 ngày tính cả ngày nghỉ, tính từ thứ Sáu 06/02, thứ Hai 16/02 là ngày nghỉ nên lùi tới ngày làm việc "
        "kế tiếp, đến 17:00 thứ Hai 23/02"
    )
    assert "trừ" not in told(wording, office, calendar_days(office, at("06/02/2026 09:00"), 30))


def test_a_pause_that_moved_nothing_is_not_in_the_sentence(wording: Wording, office: Calendar) -> None:
    pause = [Pause(at("04/03/2026 08:00"), at("04/03/2026 16:00"))]
    assert "tạm dừng" not in told(wording, office, deadline(office, at("02/03/2026 09:00"), 7, pause))


# At length


def test_the_long_story_has_a_line_for_every_fact(wording: Wording, office: Calendar) -> None:
    given = deadline(office, at("13/02/2026 18:00"), 7, TWO_DAYS, 1)
    assert at_length_of(wording, office, given, f"Quy chế của tỉnh {UNVERIFIED}") == [
        "• Gửi lúc 18:00 thứ Sáu 13/02/2026, ngoài giờ làm việc: tính là nhận lúc 07:30 thứ Hai 23/02/2026.",
        "• Thời hạn: 7 ngày làm việc.",
        "• Căn cứ: Quy chế của tỉnh (chưa xác minh).",
        (
            "• Cách đếm: không tính ngày nhận; chỉ tính ngày làm việc; hạn là hết giờ làm việc của ngày cuối "
            "(theo Bộ luật Dân sự 2015, Điều 147 và 148; ngày lễ theo Bộ luật Lao động 2019, Điều 112; chưa xác minh)."
        ),
        "• Tạm dừng chờ doanh nghiệp từ thứ Ba 24/02/2026 đến thứ Năm 26/02/2026: lùi 2 ngày làm việc.",
        "• Gia hạn: 1 ngày làm việc.",
        "• Hạn: 17:00 thứ Hai 09/03/2026.",
        f"• Lịch làm việc: bản {office.version}.",
    ]


def test_the_long_story_names_days_off_days_worked_and_what_rolled(wording: Wording, office: Calendar) -> None:
    swap = at_length_of(wording, office, deadline(office, at("21/08/2026 09:00"), 7))
    assert "• Nghỉ 31/08/2026–02/09/2026: Quốc khánh và Nghỉ Quốc khánh (hoán đổi)." in swap
    assert "• Làm bù: thứ Bảy 22/08/2026." in swap
    rolled = at_length_of(wording, office, calendar_days(office, at("06/02/2026 09:00"), 10))
    assert "• Ngày cuối là thứ Hai 16/02/2026, ngày nghỉ: lùi tới ngày làm việc kế tiếp." in rolled
    assert "• Nghỉ 16–20/02/2026: Tết." in rolled


def test_a_source_is_called_unverified_only_when_it_says_so_and_in_the_reader_s_language(
    wording: Wording, office: Calendar
) -> None:
    given = deadline(office, at("09/03/2026 09:00"), 7)
    sure = facts_of(office, given, "Quyết định 1/QĐ-UBND")
    unsure = facts_of(office, given, f"Quyết định 1/QĐ-UBND {UNVERIFIED}")
    assert "• Set by: Quyết định 1/QĐ-UBND.\n" in wording.say(at_length(sure), "en")
    assert "• Set by: Quyết định 1/QĐ-UBND (not verified).\n" in wording.say(at_length(unsure), "en")
    assert "Căn cứ: " not in wording.say(at_length(facts_of(office, given)), "vi")


def test_a_promise_of_the_catalogue_names_a_law_or_says_that_it_is_unverified(lang_son: Catalogue) -> None:
    unmarked = [each for each in lang_son.service_levels if not each.source.endswith(UNVERIFIED)]
    assert [each.step for each in unmarked if not each.source.startswith("Luật")] == []


def test_pauses_are_told_one_by_one_also_those_that_moved_nothing(wording: Wording, office: Calendar) -> None:
    within = Pause(at("04/03/2026 08:00"), at("04/03/2026 16:00"))
    days = at_length_of(wording, office, deadline(office, at("02/03/2026 09:00"), 7, [within]))
    assert "• Tạm dừng chờ doanh nghiệp từ thứ Tư 04/03/2026 đến thứ Tư 04/03/2026: không lùi." in days
    hours = at_length_of(wording, office, deadline_in_hours(office, at("04/03/2026 07:30"), 2, [within]))
    assert "• Tạm dừng chờ doanh nghiệp từ thứ Tư 04/03/2026 đến thứ Tư 04/03/2026: lùi 6 giờ làm việc." in hours


# Other calendars


def test_a_special_day_is_named_in_the_reader_s_language_also_when_the_catalogue_has_changed(
    wording: Wording, lang_son: Catalogue
) -> None:
    names = {"vi": "Lễ hội Kỳ Cùng", "en": "Ky Cung festival", "zh": "奇穷庙会"}
    own = calendar(replace(lang_son, special_days=(SpecialDay(date(2026, 3, 10), is_worked=False, names=names),)))
    given = deadline(own, at("09/03/2026 09:00"), 1)
    for language, name in names.items():
        assert f"{name} " in told(wording, own, given, language)
    only_vi = replace(own, special_days={date(2026, 3, 10): SpecialDay(date(2026, 3, 10), False, {"vi": "Lễ hội"})})  # noqa: FBT003
    assert "Lễ hội" in told(wording, only_vi, given, "zh")


def test_a_half_day_is_told_where_it_makes_the_hour(wording: Wording, lang_son: Catalogue) -> None:
    morning = (Session(time(7, 30), time(11, 30)),)
    half = SpecialDay(date(2026, 12, 31), is_worked=True, names={"vi": "Nghỉ chiều cuối năm"}, sessions=morning)
    own = calendar(replace(lang_son, special_days=(half,)))
    given = deadline(own, at("30/12/2026 09:00"), 1)
    assert told(wording, own, given) == (
        "1 ngày làm việc, tính từ thứ Tư 30/12, thứ Năm 31/12 làm việc theo giờ riêng, đến 11:30 thứ Năm 31/12"
    )
    long = at_length_of(wording, own, given)
    assert "• thứ Năm 31/12/2026 làm việc theo giờ riêng: Nghỉ chiều cuối năm." in long


def test_facts_hold_the_days_of_the_province_and_the_hours_of_a_department(lang_son: Catalogue) -> None:
    desk = replace(lang_son.departments[0], hours=Hours((Session(time(8), time(12)),), (0, 1, 2, 3, 4, 5)))
    own = calendar(replace(lang_son, departments=(desk,)), desk.key)
    why = facts_of(own, deadline(own, at("13/03/2026 23:30"), 1))
    assert why["received"] == "2026-03-13T23:30:00+07:00"
    assert why["counts_as_received"] == "2026-03-14T08:00:00+07:00"
    assert why["due_at"] == "2026-03-16T12:00:00+07:00"
    assert why["weekdays"] == [0, 1, 2, 3, 4, 5]
    assert why["calendar"] == own.version


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_occasion_and_kind_of_story_can_be_told(
    wording: Wording, files: dict[str, str], office: Calendar, language: str
) -> None:
    on = files["province.toml"].replace("culture_day_swap_2026 = false", "culture_day_swap_2026 = true")
    swapped = calendar(parse(files | {"province.toml": on}))
    for own in (office, swapped):
        for month in range(1, 13):
            given = deadline(own, at(f"01/{month:02}/2026 09:00"), 20, TWO_DAYS, 3)
            assert told(wording, own, given, language)
            assert isinstance(at_length(facts_of(own, given)), Lines)
