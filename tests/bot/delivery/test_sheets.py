"""A card fact by fact says what its text says: both are drawn from the same words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.channels.base import Capabilities
from bot.delivery.rendering import Reader, Rendering
from bot.delivery.sheets import sheet
from bot.delivery.wording import Wording
from bot.province import read_catalogue
from bot.settings import ROOT
from domain.case import cards, draft
from domain.case.draft import Draft
from domain.messages import Lines, Notice, Words, to_author
from tests.cast import DEADLINE, NOW, filed

PAGE = Capabilities(sheets=True, max_length=20_000)


@pytest.fixture(scope="module")
def wording() -> Wording:
    return Wording(read_catalogue(ROOT / "catalogue" / "lang-son")[0], ROOT / "locales")


def test_a_card_has_title_state_words_deadline_and_facts(wording: Wording) -> None:
    card = cards.card(replace(filed().case, accepted_name="Minh", files=(1, 2)))
    found = sheet(wording, card.words, "vi")
    assert found
    assert (found["code"], found["title"], found["state"]) == (
        "LS26-00001",
        "Khó khăn, vướng mắc",
        "Mới, chờ nhận việc",
    )
    assert found["words"] == "Hồ sơ xin giấy phép đã hai tháng chưa có kết quả"
    assert found["due"] == DEADLINE.isoformat()
    assert {"📎 2 tệp", "👤 Cán bộ xử lý: Minh"} <= set(found["facts"])


def test_nothing_of_the_text_is_missing_on_the_sheet(wording: Wording) -> None:
    card = cards.card(replace(filed().case, reopenings=1, extension_days=3, reached=False))
    asked = Lines((card.words, Words("card-choose-department", {"code": "LS26-00001"})), "\n\n")
    found = sheet(wording, asked, "vi")
    assert found
    shown = " ".join([found["code"], found["title"], found["state"], found["words"], *found["facts"]])
    for line in wording.say(asked, "vi").splitlines()[1:]:
        assert line.strip() in shown


def test_the_summary_before_sending_is_a_sheet_too(wording: Wording) -> None:
    written = Draft({"1": "Chậm cấp phép"}, (3,), "obstacle", department="so-xay-dung", is_sure=True)
    notice = draft.summary(written, None, to_author(1), NOW + timedelta(days=9), edit=False)
    found = sheet(wording, notice.words, "vi")
    assert found
    assert found["title"] == "📌 Xin Ông/Bà xem lại trước khi gửi"
    assert found["words"] == "Chậm cấp phép"
    assert any("Sở Xây dựng" in fact for fact in found["facts"])
    assert "📎 1 tệp" in found["facts"]


def test_other_messages_and_messengers_have_none(wording: Wording) -> None:
    assert sheet(wording, Words("topics-on"), "vi") is None
    card = cards.card(filed().case)
    notice = Notice(to_author(1), card.words)
    assert Rendering(wording).parts(notice, Reader("vi", PAGE))[0].sheet
    assert Rendering(wording).parts(notice, Reader("vi", Capabilities()))[0].sheet is None
