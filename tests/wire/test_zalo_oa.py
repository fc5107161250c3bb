"""A Zalo Official Account, end to end: what is signed and told differently, files, groups, and a token that ends."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.channels.zalo_oa import tokens
from bot.commands.running import doctor
from domain.messages import Chat, FileKind, Network, Notice, Upload, Words, to_author
from storage import cases, failed, files, people
from storage.database import Tx
from storage.outgoing import outbox
from tests.conftest import SqliteFiles
from tests.product import Product, prepared, settings
from tests.wire.stories.on_zalo_oa import oa_settings
from tests.wire.town import FIRM, PERMIT
from tests.wire.zalo_oa.login import FIRST
from tests.wire.zalo_oa.people import Person
from tests.wire.zalo_oa.server import OaServer


class Account:
    """The account, the product behind it, and the cast: Lan's business, Minh's department."""

    def __init__(self, folder: Path, url: str, running: ExitStack, **oddities: Any) -> None:
        given = {f"zalo_oa_{name}": oddities.pop(name) for name in {"signature", "template"} & set(oddities)}
        self.server = running.enter_context(OaServer())
        for name, value in oddities.items():
            setattr(self.server.odd, name, value)
        more = {**oa_settings(self.server), **given}
        self.product = running.enter_context(Product(settings(folder, url, **more), web=True))
        self.lan, self.minh = self.server.person("Lan"), self.server.person("Minh")
        self.construction = self.server.group("Sở Xây dựng", [self.minh])

    def settles(self) -> Account:
        """The group bound."""
        self.minh.says(f"/gan {self.product.bind_code('so-xay-dung')}", in_=self.construction)
        self.construction.waits_for("nơi làm việc của")
        return self

    def meets(self, person: Person) -> None:
        """Past the greeting and with a business remembered."""
        person.says("xin chào")
        person.waits_for("đồng ý")
        person.taps("Tôi đồng ý")
        person.waits_for("Bây giờ")
        person.says("/doanhnghiep")
        person.waits_for("mã số thuế")
        person.says(FIRM)
        person.waits_for("Đã ghi nhận doanh nghiệp")

    def files(self) -> str:
        """Lan, who is new, files by tapping; the code, once the department has it."""
        self.meets(self.lan)
        self.lan.says(PERMIT)
        self.lan.waits_for("xem lại trước khi gửi")
        self.lan.taps("Gửi, nêu tên")
        code = self.lan.waits_for("Đã tiếp nhận vụ việc").text.split("#")[1].split()[0].rstrip(":,.;")
        self.construction.waits_for(f"📌 #{code} ·")
        return code

    def days_pass(self, days: float) -> None:
        """Here and there."""
        self.product.parts.clock.ahead += timedelta(days=days)
        self.server.ahead = self.product.parts.clock.ahead

    def is_quiet(self) -> None:
        """Nothing waits any more."""
        assert self.server.world.wait_until(lambda: not self.product.call(outbox.counts).get("waiting"), 10)

    def sends_file(self, code: str, name: str, content: bytes, mime: str) -> None:
        """A document of the department's for Lan, as from another messenger."""
        self.product.call(lambda tx: self._post(tx, code, name, content, mime))

    def _post(self, tx: Tx, code: str, name: str, content: bytes, mime: str) -> None:
        upload = Upload(FileKind.DOCUMENT, f"blob:{self.product.parts.blobs.put(content)}", name, mime, len(content))
        number = files.announce(tx, Network.PAGE, upload, 1)
        case = cases.by_code(tx, code)
        assert case is not None
        words = Words("to-business-word", {"code": code, "by": "Minh", "text": name})
        outbox.post(tx, Notice(to_author(case.author), words, about=case.id, files=(number,)))


@pytest.fixture
def running(sqlite_files: SqliteFiles, tmp_path: Path) -> Iterator[Any]:
    """`running(**oddities)`: an account with its product; nothing may have been done that Zalo forbids."""
    with ExitStack() as everything:

        def begin(**oddities: Any) -> Account:
            account = Account(tmp_path, sqlite_files.fresh(prepared), everything, **oddities)
            everything.callback(lambda: _is_clean(account.server))
            return account

        yield begin


def _is_clean(server: OaServer) -> None:
    assert server.violations == []


OTHERWISE = {
    "signed_first": "account",
    "signed_time": "header",
    "is_bare": True,
    "in_seconds": True,
    "group_id_at": "conversation_id",
    "quotes": False,
    "wants_template_type": True,
    "expires_in": "3600",
}


def test_every_way_that_is_told_otherwise_leads_to_the_same_answer(running: Any) -> None:
    account = running(**OTHERWISE).settles()
    lan = account.lan
    for words, then in (("xin chào", "1. ✅ Tôi đồng ý"), ("1", "Bây giờ"), ("/doanhnghiep", "mã số thuế")):
        lan.says(words)
        lan.waits_for(then)
    lan.says(FIRM)
    lan.waits_for("Đã ghi nhận doanh nghiệp")
    lan.says(PERMIT)
    assert "1. " in lan.waits_for("xem lại trước khi gửi").text  # the buttons were refused, their numbers were not
    lan.says("1")
    code = lan.waits_for("Đã tiếp nhận vụ việc").text.split("#")[1].split()[0].rstrip(":,.;")
    card = account.construction.waits_for(f"📌 #{code} ·")
    account.minh.replies(f"/traloi #{code} Sở đã cấp giấy phép", card, in_=account.construction)
    assert "1. " in lan.waits_for("Sở đã cấp giấy phép").text


def test_an_officer_answers_by_a_quote_and_talk_among_colleagues_is_none_of_ours(running: Any) -> None:
    account = running().settles()
    code = account.files()
    card = account.construction.waits_for(f"📌 #{code} ·")
    before = len(account.construction.said)
    account.minh.says("ai nhận việc này?", in_=account.construction)
    account.minh.replies("/traloi Mời đến nhận giấy phép", card, in_=account.construction)
    assert "Minh" in account.lan.waits_for("Mời đến nhận giấy phép").text  # a name no event tells
    account.is_quiet()
    assert not [each for each in account.construction.said[before:] if "Không hiểu" in each.text]
    account.lan.taps("Đã giải quyết")
    account.lan.waits_for("đánh giá việc giải quyết")
    account.lan.taps("★★★★★")
    account.lan.waits_for("góp ý thêm")


def test_files_come_and_go_as_they_are_taken_and_as_links_where_they_are_not(running: Any) -> None:
    account = running().settles()
    account.meets(account.lan)
    account.lan.says(PERMIT)
    account.lan.waits_for("xem lại trước khi gửi")
    account.lan.sends("file", b"%PDF-1.4 plan", "ban-ve.pdf")
    account.lan.waits_for("📎 1 tệp")
    account.lan.sends("image", b"\xff\xd8\xff picture")
    account.lan.waits_for("📎 2 tệp")
    account.lan.taps("Gửi, nêu tên")
    code = account.lan.waits_for("Đã tiếp nhận vụ việc").text.split("#")[1].split()[0].rstrip(":,.;")
    account.construction.waits_for("Tệp của vụ việc")
    account.is_quiet()
    assert b"\xff\xd8\xff picture" in [each.picture for each in account.construction.said]
    link = next(each.text for each in account.construction.said if "📎 " in each.text and "/sent/" in each.text)
    assert httpx.get(link.split(": ", 1)[1].split()[0]).content == b"%PDF-1.4 plan"
    account.sends_file(code, "giay-phep.pdf", b"%PDF-1.4 permit", "application/pdf")
    account.sends_file(code, "bang.xlsx", b"PK sheet", "application/vnd.ms-excel")
    assert account.server.world.wait_until(lambda: b"%PDF-1.4 permit" in [each.picture for each in account.lan.said])
    assert "/sent/" in account.lan.waits_for(".xlsx: ").text


def test_what_comes_twice_is_taken_once(running: Any) -> None:
    account = running(comes_twice=True).settles()
    account.files()
    account.is_quiet()
    assert len([each for each in account.lan.said if "Đã tiếp nhận" in each.text]) == 1
    assert account.product.parts.intake.counts["repeated"] > 0


def test_an_event_is_answered_within_two_seconds_and_what_was_not_committed_by_then_is_held(running: Any) -> None:
    account = running(repeats_after=(0.5, 1.0, 2.0))
    busy = threading.Thread(target=lambda: account.product.call(lambda _: time.sleep(4)))
    busy.start()
    account.lan.says("xin chào")
    account.lan.waits_for("Ông/Bà có đồng ý", timeout=15)
    busy.join()
    assert account.server.world.wait_until(lambda: account.server.delivered[-1][1] == 200)
    assert [status for _, status, _ in account.server.delivered][:2] == [503, 503]
    assert max(seconds for _, _, seconds in account.server.delivered) < 2.0
    account.is_quiet()
    assert len(account.lan.said) == 1


def test_a_wrong_signature_does_nothing_unless_it_is_only_to_be_logged(running: Any) -> None:
    account = running(wrong_secret="a guess of somebody's")
    account.lan.says(PERMIT)
    assert account.server.world.wait_until(lambda: account.server.delivered)
    assert account.server.delivered[0][:2] == ("user_send_text", 403)
    assert account.lan.said == []
    soaking = running(wrong_secret="agreed otherwise", signature="log")
    soaking.lan.says("xin chào")
    soaking.lan.waits_for("đồng ý")


def test_probes_are_answered_and_change_nothing(running: Any) -> None:
    account = running()
    hook = account.server.webhook
    answers = [httpx.get(hook), httpx.post(hook), httpx.post(hook, content=b"{}"), httpx.post(hook, content=b"[")]
    assert [each.status_code for each in answers] == [200, 200, 200, 400]
    assert httpx.post(hook, content=b'{"event_name":"user_send_text"}').status_code == 403
    account.server.push({"sender": {"id": "1"}, "recipient": {"id": "2"}, "event_name": "user_send_text", "message": 7})
    assert account.server.world.wait_until(lambda: account.product.call(failed.unsolved))
    account.server.push({"sender": {"id": "1"}, "event_name": "oa_send_text", "message": {"msg_id": "9"}})
    assert account.server.world.wait_until(lambda: account.server.delivered[-1][:2] == ("oa_send_text", 200))
    assert len(account.product.call(failed.unsolved)) == 1


def test_who_ends_following_and_comes_back_gets_what_was_kept(running: Any) -> None:
    account = running().settles()
    code = account.files()
    account.lan.follows(no_more=True)
    account.construction.waits_for("đã chặn", timeout=10)
    account.lan.follows()
    account.minh.says(f"/traloi #{code} Đã cấp phép", in_=account.construction)
    account.lan.waits_for("Đã cấp phép")


def test_after_a_week_a_template_asks_to_come_back_and_the_answer_comes_with_the_next_word(running: Any) -> None:
    account = running(template="777").settles()
    account.server.sending.templates["777"] = {"code", "link"}
    account.days_pass(0)
    code = account.files()
    assert "miễn phí ít nhất đến" in account.construction.waits_for(f"📌 #{code} ·").text
    account.days_pass(3)
    account.minh.says(f"/gui #{code} Đang xem xét", in_=account.construction)
    account.lan.waits_for("Đang xem xét")  # paid, and counted
    account.is_quiet()
    assert account.server.sending.paid == 1
    account.days_pass(5)
    account.minh.says(f"/traloi #{code} Mời đến nhận giấy phép", in_=account.construction)
    knock = account.lan.waits_for("[template 777]").text
    assert f"code: {code}" in knock
    assert b"print|1|vi" in httpx.get(knock.split("link: ")[1]).content  # the case on paper, here a sketch of it
    account.is_quiet()
    assert not [each for each in account.lan.said if "Mời đến nhận" in each.text]
    account.lan.says("vâng")
    account.lan.waits_for("Mời đến nhận giấy phép")


def test_without_a_template_the_department_is_asked_to_call(running: Any) -> None:
    account = running().settles()
    account.days_pass(0)
    code = account.files()
    account.days_pass(8)
    account.minh.says(f"/traloi #{code} Mời đến nhận giấy phép", in_=account.construction)
    assert "gọi điện" in account.construction.waits_for(f"📞 #{code}").text
    account.lan.follows()  # an interaction, too
    account.lan.waits_for("Mời đến nhận giấy phép")


def test_a_token_that_is_lost_is_told_and_a_new_one_brings_what_waited(
    running: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tokens, "TOKEN_PAUSE", 1.0)  # a minute, or the test would take as long
    account = running()
    account.product.call(_tuan_is_administrator)
    account.lan.says("xin chào")
    account.lan.waits_for("đồng ý")
    account.server.login.end_all()
    account.server.login.authorise()  # by somebody else: what we hold works no more
    account.lan.taps("Tôi đồng ý")
    assert account.server.world.wait_until(lambda: "token-lost" in account.product.call(_told_tuan))
    assert account.product.call(outbox.counts)["waiting"] >= 1
    assert account.server.login.used == [FIRST, "refresh-1"]
    assert asyncio.run(doctor.check(account.product.settings)) == 1
    said = capsys.readouterr().out
    assert "✗ Zalo OA: its refresh token is refused" in said
    assert "authorise the app again" in said
    anew = account.product.settings.model_copy(update={"zalo_oa_refresh_token": account.server.login.refresh})
    asyncio.run(doctor.check(anew))
    said = capsys.readouterr().out
    assert "✓ Zalo OA: the account answers" in said
    assert "✓ Zalo OA: it may write until" in said
    account.lan.waits_for("Bây giờ", timeout=15)


def _tuan_is_administrator(tx: Tx) -> None:
    tuan = people.meet(tx, Chat(Network.PAGE, "tuan"), "tuan", "Tuấn", "vi")
    people.save(tx, replace(tuan, role="administrator"))


def _told_tuan(tx: Tx) -> list[str]:
    said = outbox.said(tx, Chat(Network.PAGE, "tuan"), tx.now - timedelta(days=1), 9)
    return [notice.words.key for _, notice in said if isinstance(notice.words, Words)]
