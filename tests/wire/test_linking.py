"""Lan on Telegram, Zalo and the page: linked by a code and a yes; each is told of the others, who hides stays so."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.conftest import SqliteFiles
from tests.product import Product, prepared, settings
from tests.wire.stories import on_page, on_telegram, on_zalo_bot, zalo
from tests.wire.stories.sides import Group, Person, Town, code_in
from tests.wire.stories.test_every_channel import SECRET, filed
from tests.wire.telegram import TelegramServer
from tests.wire.town import FIRM, PERMIT, TOKEN
from tests.wire.zalo.server import ZaloServer

LINKING = re.compile(r"\b[A-Z2-9]{10}\b")


class Everywhere(Town):
    """One product on three messengers; Lan has an account on each, the department a group on Telegram."""

    def __init__(self, folder: Path, url: str) -> None:
        self._running = ExitStack()
        self.telegram = self._running.enter_context(TelegramServer(token=TOKEN))
        self.bot = self._running.enter_context(ZaloServer())
        tokens = {"telegram_token": TOKEN, "telegram_api_url": self.telegram.url}
        wanted = settings(folder, url, **tokens, **on_zalo_bot.zalo_settings(self.bot))
        self.product = self._running.enter_context(Product(wanted, web=True))
        self.construction = self.group("so-xay-dung")
        self.lan: Person = on_telegram.Person(self.telegram.user("Lan", last_name="Nguyễn Thị"))

    def person(self, name: str) -> Person:
        """Somebody on Zalo."""
        return zalo.Person(self.bot.person(name))

    def browser(self) -> Person:
        """Somebody at the page."""
        return self._running.enter_context(contextlib.closing(on_page.Person(self.product)))

    def group(self, target: str) -> Group:
        """A group on Telegram."""
        return on_telegram.bound(self.telegram, self.product, target)

    def close(self) -> None:
        """Nothing was done that a messenger forbids."""
        self._running.close()
        assert (self.telegram.violations, self.bot.violations) == ([], [])


@pytest.fixture
def town(sqlite_files: SqliteFiles, tmp_path: Path) -> Iterator[Everywhere]:
    """Three messengers."""
    there = Everywhere(tmp_path, sqlite_files.fresh(prepared))
    yield there
    there.close()


def code_of(who: Person) -> str:
    """A linking code, told there."""
    before = len(who.said)
    who.says("/lienket")
    found = LINKING.search(who.waits_for("Mã liên kết:", after=before))
    assert found is not None
    return found.group()


def linked(home: Person, other: Person, where: str) -> str:
    """Both are one person's; the question that was asked for it."""
    before = len(home.said)
    other.says(f"/lienket {code_of(home)}")
    question = other.waits_for("Mã này thuộc một tài khoản khác")
    assert f"được nhập ở {where}" in home.waits_for("Mã liên kết của Ông/Bà vừa được nhập", after=before)
    other.chooses("Đúng, liên kết")
    other.waits_for("Đã liên kết")
    assert where in home.waits_for("vừa được liên kết với Ông/Bà", after=before)
    return question


def test_a_case_goes_on_on_three_messengers_and_each_is_told_what_the_others_do(town: Everywhere) -> None:
    lan, on_zalo, at_page = town.lan, town.person("Lan Anh"), town.browser()
    code = filed(town, lan, town.construction)
    question = linked(lan, on_zalo, "Zalo Bot, tên L*** A***")
    assert "Telegram, tên L*** N*** T***" in question
    assert "Nguyễn" not in question
    assert "Telegram, Zalo Bot, tên L*** N*** T***" in linked(on_zalo, at_page, "Trang web")
    told = {each: len(each.said) for each in (lan, on_zalo, at_page)}
    town.construction.does(f"/traloi #{code} Sở đã cấp giấy phép")
    at_page.waits_for("Sở đã cấp giấy phép")
    for each in (lan, on_zalo):
        assert f"#{code} có tin mới" in each.waits_for("có tin mới", after=told[each])
        assert not [text for text in each.said[told[each] :] if "giấy phép" in text]
    on_zalo.says("/vuviec")
    assert code in on_zalo.waits_for("vụ việc gần đây")
    at_page.chooses("Đã giải quyết")
    at_page.waits_for("đánh giá việc giải quyết")
    on_zalo.says("/huylienket")
    on_zalo.waits_for("không còn liên kết")
    told[on_zalo] = len(on_zalo.said)
    on_zalo.says("/vuviec")
    assert code not in on_zalo.waits_for("", after=told[on_zalo])


def test_a_hidden_case_is_told_elsewhere_without_its_code_and_its_department_learns_of_no_messenger(
    town: Everywhere,
) -> None:
    lan, on_zalo = town.lan, town.person("Lan Anh")
    code = filed(town, lan, town.construction, f". {FIRM}, gọi 0912 345 678", how="Gửi, giấu tên")
    linked(lan, on_zalo, "Zalo Bot")
    told = len(lan.said)
    town.construction.does(f"/traloi #{code} Sở đã cấp giấy phép")
    on_zalo.waits_for("Sở đã cấp giấy phép")
    assert code not in lan.waits_for("Có tin mới", after=told)
    town.construction.does(f"/chitiet #{code}")
    town.construction.waits_for("Diễn biến")
    heard = "\n".join(town.construction.said).lower()
    assert not [each for each in ("zalo", "lan anh", "nguyễn thị", "liên kết", "4900001236", "0912") if each in heard]


def test_an_anonymous_case_is_joined_to_no_messenger_and_linking_waits_for_it(town: Everywhere) -> None:
    lan, on_zalo, at_page = town.lan, town.person("Lan Anh"), town.browser()
    lan.meets()
    linked(lan, on_zalo, "Zalo Bot")
    lan.says(PERMIT)
    lan.waits_for("xem lại trước khi gửi")
    lan.chooses("Gửi ẩn danh")
    lan.waits_for("mất mã thì không ai khôi phục được")
    lan.chooses("Gửi ẩn danh ngay")
    receipt = lan.waits_for("Đã tiếp nhận ẩn danh")
    secret = SECRET.search(receipt)
    assert secret is not None
    on_zalo.says("/lienket")
    on_zalo.waits_for("Đang có việc ẩn danh")
    lan.says(secret.group()[-4:])
    lan.waits_for("Vụ việc đã hoàn tất")
    code = code_in(receipt)
    town.days_pass(1)
    town.construction.waits_for(f"📌 #{code} ·")
    told = {each: len(each.said) for each in (lan, on_zalo)}
    town.construction.does(f"/traloi #{code} Sở trả lời người gửi ẩn danh")
    at_page.says("xin chào")
    at_page.chooses("Tôi đồng ý")
    at_page.waits_for("Bây giờ")
    at_page.says(f"/ma {secret.group()}")
    at_page.waits_for("Sở trả lời người gửi ẩn danh")
    assert [each.said[told[each] :] for each in (lan, on_zalo)] == [[], []]
    for each in (lan, on_zalo):
        each.says("/vuviec")
        assert code not in each.waits_for("", after=told[each])
    assert f"#{code}" not in "\n".join(on_zalo.said)


def test_whoever_was_talked_into_typing_a_strangers_code_says_no_and_keeps_their_cases(town: Everywhere) -> None:
    lan, mallory = town.lan, town.person("Mã Lợi")
    mallory.meets("Công ty Mã Lợi, 4900123467")
    told = len(mallory.said)
    lan.says(f"/lienket {code_of(mallory)}")
    assert "Zalo Bot, tên M*** L***" in lan.waits_for("Mã này thuộc một tài khoản khác")
    lan.chooses("Không liên kết")
    lan.waits_for("Không liên kết; không có gì thay đổi")
    assert "Telegram, tên L*** N*** T***" in mallory.waits_for("đã từ chối liên kết", after=told)
    code = filed(town, lan, town.construction)
    town.construction.does(f"/traloi #{code} Sở đã cấp giấy phép")
    lan.waits_for("Sở đã cấp giấy phép")
    told = len(mallory.said)
    mallory.says("/vuviec")
    mallory.waits_for("", after=told)
    assert f"#{code}" not in "\n".join(mallory.said)
