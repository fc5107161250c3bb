"""Zalo Bot, end to end: a business and its officers where there are no buttons, edits, replies or files."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.commands.running import doctor
from domain.messages import Chat, FileKind, Network, Notice, Upload, Words, to_author
from storage import cases, failed, files, people
from storage.database import Tx
from storage.outgoing import outbox
from tests.conftest import SqliteFiles
from tests.product import Product, free_port, prepared, settings
from tests.wire.town import FIRM, PERMIT
from tests.wire.zalo.people import BOT_NAME, Group, Person
from tests.wire.zalo.server import TOKEN, ZaloServer

PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89\0\0\0\nIDATx\x9cc\0\1\0\0\5\0\1\r\n-\xb4"
    b"\0\0\0\0IEND\xaeB`\x82"
)


class Zalo:
    """The platform, the product in front of it, and the cast: Lan's business, Minh's department, Tuấn's task group."""

    def __init__(self, server: ZaloServer, product: Product) -> None:
        self.server, self.product = server, product
        self.lan, self.minh, self.tuan = (server.person(name) for name in ("Lan", "Minh", "Tuấn"))
        self.construction = server.group("Sở Xây dựng", [self.minh])
        self.task_group = server.group("Tổ công tác", [self.tuan])

    def settles(self) -> Zalo:
        """Both groups bound."""
        self.binds(self.tuan, self.task_group, "task-group")
        self.binds(self.minh, self.construction, "so-xay-dung")
        return self

    def binds(self, person: Person, group: Group, target: str) -> None:
        person.says(f"/gan {self.product.bind_code(target)}", in_=group)
        group.waits_for("nơi làm việc của")

    def meets(self, person: Person) -> None:
        """Past the greeting and with a business remembered."""
        person.says("xin chào")
        person.waits_for("1. ✅ Tôi đồng ý")
        person.says("1")
        person.waits_for("Bây giờ")
        person.says("/doanhnghiep")
        person.waits_for("mã số thuế")
        person.says(FIRM)
        person.waits_for("Đã ghi nhận doanh nghiệp")

    def files(self, text: str = PERMIT) -> str:
        """Lan, who is new, files; the code."""
        self.meets(self.lan)
        self.lan.says(text)
        self.lan.waits_for("xem lại trước khi gửi")
        self.lan.says("1")
        return self.code(self.lan)

    def code(self, person: Person) -> str:
        """The code of the case just filed."""
        return person.waits_for("Đã tiếp nhận vụ việc").text.split("#")[1].split()[0].rstrip(":,.;")

    def is_quiet(self) -> None:
        """Nothing waits any more."""
        assert self.server.world.wait_until(lambda: not self.product.call(outbox.counts).get("waiting"), 10)


Start = Callable[..., Zalo]


@pytest.fixture
def start(sqlite_files: SqliteFiles, tmp_path: Path) -> Iterator[Start]:
    """A product in front of a stand-in: `start(mode, **oddities)`."""
    with ExitStack() as running:

        def begin(mode: str = "polling", given: dict[str, Any] | None = None, **oddities: Any) -> Zalo:
            server = running.enter_context(ZaloServer())
            server.odd = replace(server.odd, **oddities)
            port = free_port()
            more = {"zalo_bot_token": TOKEN, "zalo_bot_api_url": server.url, "zalo_bot_mode": mode, "web_port": port}
            more |= {"public_url": f"http://127.0.0.1:{port}", **(given or {})}
            wanted = settings(tmp_path, sqlite_files.fresh(prepared), **more)
            product = running.enter_context(Product(wanted, web=True))
            if mode == "webhook":
                assert server.world.wait_until(lambda: server.webhook)
            running.callback(lambda: _is_clean(server))
            return Zalo(server, product)

        yield begin


def _is_clean(server: ZaloServer) -> None:
    assert server.violations == []


@pytest.fixture(params=["polling", "webhook"])
def zalo(start: Start, request: pytest.FixtureRequest) -> Zalo:
    """Both ways in, both groups bound; each with one of the two shapes an event may have."""
    return start(request.param, is_wrapped=request.param == "webhook").settles()


def test_an_obstacle_is_filed_answered_solved_and_rated_by_typing_alone(zalo: Zalo) -> None:
    code = zalo.files()
    card = zalo.construction.waits_for(f"📌 #{code} ·")
    assert PERMIT in card.text
    assert f"/nhan #{code}" in card.text
    zalo.minh.says(f"nhận {code}", in_=zalo.construction)
    zalo.construction.waits_for("👍")
    zalo.lan.waits_for("đã nhận")
    zalo.minh.says(f"/traloi #{code} Sở đã cấp giấy phép", in_=zalo.construction)
    answer = zalo.lan.waits_for("Sở đã cấp giấy phép")
    assert "1. " in answer.text
    zalo.lan.says("1")
    zalo.lan.waits_for("đánh giá việc giải quyết")
    zalo.lan.says("5")
    zalo.lan.waits_for("góp ý thêm")
    zalo.lan.says("Rất nhanh, cảm ơn")
    zalo.construction.waits_for("Rất nhanh")


def test_words_with_a_code_alone_go_nowhere_until_a_number_says_what_they_are(zalo: Zalo) -> None:
    code = zalo.files()
    zalo.construction.waits_for(f"📌 #{code} ·")
    zalo.minh.replies(f"{code} giấy phép đã xong, mời đến nhận", in_=zalo.construction)
    question = zalo.construction.waits_for("nội dung này làm gì")
    assert "2. " in question.text
    zalo.is_quiet()
    assert not [each for each in zalo.lan.said if "mời đến nhận" in each.text]
    zalo.minh.says("2", in_=zalo.construction)
    zalo.lan.waits_for("mời đến nhận")


def test_a_picture_comes_at_once_and_leaves_as_a_link_that_zalo_itself_fetches(start: Start) -> None:
    zalo = start(photo_field="photo").settles()
    zalo.meets(zalo.lan)
    zalo.lan.sends_photo(PNG, PERMIT)
    zalo.lan.waits_for("xem lại trước khi gửi")
    zalo.lan.says("1")
    zalo.code(zalo.lan)
    zalo.construction.waits_for("Tệp của vụ việc")
    zalo.is_quiet()
    assert [each.picture for each in zalo.construction.said if each.picture] == [PNG]
    (call,) = zalo.server.called("sendPhoto")
    assert call["photo"].startswith(f"{zalo.product.url}/sent/")


def test_a_document_for_whoever_can_get_none_comes_as_a_link_that_opens(start: Start) -> None:
    zalo = start().settles()
    code = zalo.files()
    zalo.construction.waits_for(f"#{code}")
    # a document from another messenger: Minh's desk on the page sends one
    zalo.product.call(lambda tx: _answers_with_document(tx, zalo, code))
    link = zalo.lan.waits_for("📎 ").text.split("📎 ")[1].split(": ")[1].split()[0]
    assert httpx.get(link).content == b"%PDF-1.4 permit"
    assert httpx.get(link.replace("/sent/", "/sent/9")).status_code == 404


def _answers_with_document(tx: Tx, zalo: Zalo, code: str) -> None:
    name = zalo.product.parts.blobs.put(b"%PDF-1.4 permit")
    upload = Upload(FileKind.DOCUMENT, f"blob:{name}", "giay-phep.pdf", "application/pdf", 15)
    number = files.announce(tx, Network.PAGE, upload, 1)
    case = cases.by_code(tx, code)
    assert case is not None
    words = Words("to-business-word", {"code": code, "by": "Minh", "text": "Giấy phép đây"})
    outbox.post(tx, Notice(to_author(case.author), words, about=case.id, files=(number,)))


def test_what_zalo_does_not_pass_on_is_answered_with_what_it_does(zalo: Zalo) -> None:
    zalo.meets(zalo.lan)
    zalo.lan.sends_something_else()
    assert "ảnh chụp hoặc ghi âm" in zalo.lan.waits_for("Zalo không chuyển").text
    zalo.minh.sends_something_else(in_=zalo.construction)
    assert "kèm mã vụ việc" in zalo.construction.waits_for("Zalo không chuyển").text
    zalo.server.push({"event_name": "message.unsupported.received"})  # seen without any message
    zalo.lan.sends_sticker()
    zalo.lan.waits_for("chưa đọc được")
    assert zalo.product.call(failed.unsolved) == []


def test_a_voice_message_is_kept(zalo: Zalo) -> None:
    zalo.meets(zalo.lan)
    zalo.lan.says(PERMIT)
    zalo.lan.waits_for("xem lại trước khi gửi")
    zalo.lan.sends_voice(b"\xff\xf1 spoken")
    zalo.lan.waits_for("📎 1 tệp")


def test_what_comes_twice_is_taken_once(start: Start) -> None:
    zalo = start("webhook", comes_twice=True).settles()
    zalo.files()
    zalo.is_quiet()
    assert len([each for each in zalo.lan.said if "Đã tiếp nhận" in each.text]) == 1
    assert zalo.product.parts.intake.counts["repeated"] > 0


def test_a_webhook_with_a_wrong_secret_or_none_does_nothing_and_an_empty_probe_is_answered(start: Start) -> None:
    zalo = start("webhook", wrong_secret="a-guess-of-somebodys")
    zalo.lan.says(PERMIT)
    assert zalo.server.world.wait_until(lambda: zalo.server.delivered)
    assert zalo.server.delivered == [("message.text.received", 403)]
    assert zalo.lan.said == []
    hook = f"{zalo.product.url}/webhooks/zalo_bot"
    secret = {"X-Bot-Api-Secret-Token": zalo.server.webhook[1]} if zalo.server.webhook else {}
    assert httpx.post(hook).status_code == 200
    assert httpx.post(hook, content=b"{}").status_code == 403
    assert httpx.post(hook, content=b"{}", headers=secret).status_code == 200
    assert httpx.post(hook, content=b"[", headers=secret).status_code == 400
    assert (
        httpx.post(hook, content=b'{"event_name":"message.text.received","message":7}', headers=secret).status_code
        == 200
    )
    assert len(zalo.product.call(failed.unsolved)) == 1  # kept whole: nobody can say what it was


@pytest.mark.parametrize("errors_in_200", [False, True])
def test_a_wait_without_news_and_a_platform_in_trouble_end_nothing(start: Start, errors_in_200: bool) -> None:  # noqa: FBT001
    zalo = start(longest_poll=0.2, errors_in_200=errors_in_200)
    for code in (403, 502, 504):
        zalo.server.fail_next("getUpdates", code)
        zalo.server.fail_next("sendMessage", code)
    zalo.lan.says("xin chào")
    zalo.lan.waits_for("Tôi đồng ý", timeout=20)
    assert any("408" in each for each in zalo.server.refusals)


def test_a_message_of_several_parts_is_not_begun_again_when_one_fails(start: Start) -> None:
    zalo = start().settles()
    zalo.meets(zalo.lan)
    long = f"{PERMIT}. " + "Chúng tôi đã nộp đủ giấy tờ theo hướng dẫn. " * 80
    zalo.lan.says(long[:2000])
    zalo.lan.waits_for("xem lại trước khi gửi")
    zalo.lan.says(long[2000:])
    zalo.is_quiet()
    for answer in ("Sở Xây dựng", "gửi"):
        before = len(zalo.lan.said)
        zalo.lan.says(answer)
        zalo.lan.waits_for("", after=before)
        zalo.is_quiet()
    code = zalo.code(zalo.lan)
    zalo.construction.waits_for(f"#{code}")
    zalo.is_quiet()
    sent = [each.text for each in zalo.construction.said]
    assert max(map(len, sent)) <= 2000
    assert "".join(sent).count("Chúng tôi đã nộp đủ giấy tờ") >= 80
    before = len(sent)
    zalo.server.fail_next("sendMessage", 502, after=True)
    zalo.minh.says(f"/chitiet #{code}", in_=zalo.construction)
    zalo.construction.waits_for("Diễn biến", after=before)
    zalo.is_quiet()
    # the first part stands there twice, because nobody could know that it had arrived; the others once
    again = [each.text for each in zalo.construction.said[before:]]
    assert [again.count(each) for each in dict.fromkeys(again)] == [2] + [1] * (len(set(again)) - 1)


def test_an_address_zalo_refuses_is_told_by_the_doctor(start: Start, capsys: pytest.CaptureFixture[str]) -> None:
    zalo = start()
    refused = zalo.product.settings.model_copy(update={"zalo_bot_mode": "webhook"})
    assert asyncio.run(doctor.check(refused)) == 1
    said = capsys.readouterr().out
    assert f"✓ Zalo Bot: {BOT_NAME}" in said
    assert "✗ events go to nowhere" in said
    assert TOKEN not in said


# Groups


def test_talk_among_colleagues_never_reaches_the_bot_and_a_bare_number_means_the_newest_list(zalo: Zalo) -> None:
    code = zalo.files()
    zalo.construction.waits_for(f"📌 #{code} ·")
    zalo.minh.talks("ai nhận việc này?", in_=zalo.construction)
    zalo.minh.says("7", in_=zalo.construction)
    zalo.construction.waits_for("Không có lựa chọn nào mang số 7")
    zalo.minh.says("trưa nay ăn gì", in_=zalo.construction)
    zalo.construction.waits_for("Xin ghi mã vụ việc")


def test_numbers_about_two_cases_need_the_code(zalo: Zalo) -> None:
    first = zalo.files()
    mai = zalo.server.person("Mai")
    zalo.meets(mai)
    mai.says(PERMIT)
    mai.waits_for("xem lại trước khi gửi")
    mai.says("1")
    second = zalo.code(mai)
    for code, words in ((first, "xong việc một"), (second, "xong việc hai")):
        before = len(zalo.construction.said)
        zalo.minh.says(f"{code} {words}", in_=zalo.construction)
        zalo.construction.waits_for("nội dung này làm gì", after=before)
    zalo.minh.says("2", in_=zalo.construction)
    zalo.construction.waits_for("Xin ghi cả số và mã, ví dụ: 2 #LS26")
    zalo.minh.says(f"2 #{first}", in_=zalo.construction)
    zalo.lan.waits_for("xong việc một")
    zalo.is_quiet()
    assert not [each for each in mai.said if "xong việc" in each.text]


def test_plain_words_that_would_leave_government_need_a_colon(zalo: Zalo) -> None:
    code = zalo.files()
    zalo.construction.waits_for(f"📌 #{code} ·")
    zalo.minh.says(f"gửi {code} cho anh Bình xem", in_=zalo.construction)
    zalo.construction.waits_for("nội dung này làm gì")
    zalo.minh.says(f"trả lời {code}: đã cấp phép", in_=zalo.construction)
    zalo.lan.waits_for("đã cấp phép")
    zalo.is_quiet()
    assert not [each for each in zalo.lan.said if "anh Bình" in each.text]


def test_a_department_that_loses_a_case_is_told_though_no_card_can_change(zalo: Zalo) -> None:
    code = zalo.files()
    zalo.construction.waits_for(f"📌 #{code} ·")
    zalo.tuan.says(f"/giao #{code} thue-tinh việc của cơ quan thuế", in_=zalo.task_group)
    zalo.construction.waits_for("đã chuyển tới")


def test_what_the_task_group_does_with_a_departments_case_is_one_line_to_the_department(zalo: Zalo) -> None:
    code = zalo.files()
    zalo.construction.waits_for(f"📌 #{code} ·")
    before = len(zalo.construction.said)
    zalo.tuan.says(f"/traloi #{code} Tổ công tác đã giải quyết", in_=zalo.task_group)
    news = zalo.construction.waits_for(f"📌 #{code} ·", after=before)
    assert "Đã trả lời" in news.text
    assert PERMIT not in news.text


# The plan


def test_the_plan_is_counted_told_at_four_fifths_and_kept_for_what_matters(start: Start) -> None:
    zalo = start(given={"zalo_bot_plan": "50/60/3"}).settles()
    zalo.product.call(lambda tx: _is_administrator(tx, zalo))
    code = zalo.files()
    for number in range(18):
        zalo.minh.says(f"/noibo #{code} ghi chú số {number}", in_=zalo.construction)
    zalo.is_quiet()
    meter = zalo.product.parts.messengers[0].meter
    assert meter is not None
    assert zalo.server.world.wait_until(
        lambda: any(each.share >= 0.8 for each in meter.last if each.what == "messages")
    )
    before = len(zalo.construction.said)
    zalo.minh.says(f"/noibo #{code} ghi chú cuối", in_=zalo.construction)
    zalo.minh.says(f"/traloi #{code} vẫn tới nơi", in_=zalo.construction)
    zalo.lan.waits_for("vẫn tới nơi")
    zalo.is_quiet()
    assert not [each for each in zalo.construction.said[before:] if "👍" in each.text]
    assert zalo.product.parts.delivery.counts["spared"] >= 2
    told = httpx.get(f"{zalo.product.url}/metrics").text
    assert 'govuong_plan_limit{messenger="zalo_bot",what="messages"} 60.0' in told
    assert zalo.lan.waits_for("⚠️ Zalo Bot: đã dùng").text.count("/60 tin nhắn") == 1


def _is_administrator(tx: Tx, zalo: Zalo) -> None:
    lan = people.meet(tx, Chat(Network.ZALO_BOT, zalo.lan.id), zalo.lan.id, "Lan", "vi")
    lan.role = "administrator"
    people.save(tx, lan)


def test_a_quota_used_up_on_their_side_makes_messages_wait_and_loses_none(start: Start) -> None:
    zalo = start(quota=1)
    zalo.lan.says("xin chào")
    zalo.lan.waits_for("Tôi đồng ý")
    zalo.lan.says("1")
    assert zalo.server.world.wait_until(lambda: "429 Quota exceeded" in zalo.server.refusals)
    zalo.server.odd.quota = None
    with_patience = timedelta(minutes=6)
    zalo.product.parts.clock.ahead += with_patience
    assert zalo.product.call(outbox.counts).get("waiting") == 1


def test_whoever_is_beyond_the_plan_is_not_served_and_nobody_else_suffers(start: Start) -> None:
    zalo = start(most_people=1)
    zalo.lan.says("xin chào")
    zalo.lan.waits_for("Tôi đồng ý")
    zalo.server.person("Mai").says("xin chào")
    zalo.lan.says("1")
    zalo.lan.waits_for("Bây giờ")
    assert len(zalo.server.lost) == 1


# What cannot be had


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/x.jpg", "https://169.254.169.254/x", "https://localhost/x"])
def test_a_picture_at_an_address_inside_is_never_asked_for(start: Start, address: str) -> None:
    zalo = start()
    zalo.meets(zalo.lan)
    told = {"message_type": "CHAT_PHOTO", "caption": PERMIT, "photo_url": address}
    zalo.server.tell(zalo.lan.chat, zalo.lan, "image", told)
    zalo.lan.waits_for("xem lại trước khi gửi")
    assert zalo.server.world.wait_until(lambda: zalo.product.call(files.waiting) == [])
    stored = zalo.product.call(lambda tx: files.get(tx, 1))
    assert stored is not None
    assert stored.state == "lost"


def test_a_slow_media_server_keeps_nobody_waiting(start: Start) -> None:
    zalo = start(cdn_seconds=2.0)
    zalo.meets(zalo.lan)
    zalo.lan.sends_photo(PNG, PERMIT)
    began = time.monotonic()
    zalo.lan.waits_for("xem lại trước khi gửi")
    assert time.monotonic() - began < 6
    assert zalo.server.world.wait_until(lambda: _state(zalo) == "stored")


def _state(zalo: Zalo) -> str:
    stored = zalo.product.call(lambda tx: files.get(tx, 1))
    return stored.state if stored else ""


def test_what_is_written_while_nobody_asks_is_lost_so_we_ask_again_before_the_last_is_committed(start: Start) -> None:
    zalo = start(loses_unasked=True)
    assert zalo.server.world.wait_until(lambda: zalo.server.is_asked)
    busy = threading.Thread(target=lambda: zalo.product.call(lambda _: time.sleep(2)))
    busy.start()
    for _ in range(4):
        asked = len(zalo.server.called("getUpdates"))
        zalo.lan.says("xin chào")
        assert zalo.server.world.wait_until(lambda n=asked: len(zalo.server.called("getUpdates")) > n)  # type: ignore[misc]
        assert zalo.server.world.wait_until(lambda: zalo.server.is_asked)
    assert busy.is_alive()
    busy.join()
    zalo.lan.waits_for("Tôi đồng ý")
    assert zalo.server.lost == []
    assert zalo.server.world.wait_until(lambda: zalo.product.parts.intake.counts["taken"] == 4)
