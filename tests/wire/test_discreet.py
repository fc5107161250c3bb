"""A department without content in its messenger: of who hides, its group reads code, field, deadline and a link."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from bot import wiring
from bot.province import read_catalogue
from bot.settings import ROOT
from handlers.officer.discreet import Discreet, discreet
from tests.conftest import SqliteFiles
from tests.leak import planted
from tests.product import Product, prepared
from tests.wire.telegram import TelegramServer
from tests.wire.test_anonymous import types_back
from tests.wire.town import TOKEN, Town, code_in, everything_said, telegram_settings

MATTER = "Hồ sơ cấp giấy phép xây dựng nhà xưởng nộp hai tháng chưa có kết quả, thợ nề ngồi chơi"
WORDS = ("nhà xưởng", "thợ nề", "hai tháng", "Xin gửi số hồ sơ cấp phép", "đã bổ sung sơ đồ")


@pytest.fixture
def discreet_town(sqlite_files: SqliteFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Town]:
    """Construction has chosen it; nobody else has."""
    chosen = Discreet(frozenset({"so-xay-dung"}))
    monkeypatch.setattr(wiring, "discreet", lambda *_: chosen)
    with TelegramServer(token=TOKEN) as server, ExitStack() as running:
        wanted = telegram_settings(tmp_path, sqlite_files.fresh(prepared), server)
        yield Town(server, running.enter_context(Product(wanted, web=True)), running).settles()
        assert server.violations == []


def works_on(town: Town, code: str) -> None:
    """What an officer asks to see in the group."""
    for words in (
        f"/nhan #{code}",
        f"/chitiet #{code}",
        f"/hanxuly #{code}",
        "/tim giấy phép",
        "/viec",
        f"/tuongtu #{code}",
    ):
        town.minh.says(words, in_=town.construction)
        town.is_quiet()


def shows_nothing(town: Town, code: str) -> None:
    said = everything_said(town.construction)
    assert f"🔒 #{code}" in said
    assert [each for each in WORDS if each in said] == []
    assert [file for message in town.construction.bot_messages for file in message.files] == []


def test_of_a_hidden_case_no_word_and_no_file_reaches_the_group(discreet_town: Town) -> None:
    town = discreet_town
    town.meets(town.lan)
    town.lan.says(MATTER)
    town.lan.waits_for("xem lại trước khi gửi")
    town.lan.sends_photo(planted.jpeg())
    town.is_quiet()
    town.lan.taps("Gửi, giấu tên")
    receipt = town.lan.waits_for("Đã tiếp nhận vụ việc")
    code = code_in(receipt)
    told = town.construction.waits_for(f"🔒 #{code}").words
    assert "Giấy phép xây dựng" in told
    assert "bàn làm việc" in told
    works_on(town, code)
    town.lan.replies(receipt, "Tôi đã bổ sung sơ đồ mặt bằng nhà xưởng")
    town.lan.waits_for("Đã chuyển phần bổ sung")
    town.is_quiet()
    shows_nothing(town, code)
    town.tuan.says(f"/chitiet #{code}", in_=town.task_group)
    assert "bổ sung sơ đồ" in town.task_group.waits_for("Diễn biến").words


def test_nor_of_an_anonymous_one(discreet_town: Town) -> None:
    town = discreet_town
    town.meets(town.lan)
    town.lan.says(MATTER)
    town.lan.waits_for("xem lại trước khi gửi")
    town.lan.taps("🕶 Gửi ẩn danh")
    town.lan.waits_for("mất mã thì")
    town.lan.taps("Gửi ẩn danh ngay")
    receipt = town.lan.waits_for("Đã tiếp nhận ẩn danh")
    types_back(town.lan, receipt)
    town.construction.waits_for(f"🔒 #{code_in(receipt)}")
    works_on(town, code_in(receipt))
    shows_nothing(town, code_in(receipt))


def test_what_is_filed_openly_is_read_in_the_group_as_before(discreet_town: Town) -> None:
    town = discreet_town
    code = town.files(text=MATTER)
    assert "thợ nề" in town.card(code).text


def test_other_departments_read_as_before_what_is_hidden(town: Town) -> None:
    code = town.files(text=MATTER, how="Gửi, giấu tên")
    assert "thợ nề" in town.card(code).text


def test_the_catalogue_says_which_departments_want_it() -> None:
    catalogue, *_ = read_catalogue(ROOT / "catalogue" / "lang-son")
    assert discreet(catalogue, "https://x.vn/") == Discreet(frozenset(), "https://x.vn/desk"), "off unless chosen"
    chosen = replace(catalogue, departments=(replace(catalogue.departments[0], discreet=True),))
    assert discreet(chosen, "").departments == {catalogue.departments[0].key}
