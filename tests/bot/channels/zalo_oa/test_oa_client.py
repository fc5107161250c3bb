"""What is sent to people and groups of an account, and what its refusals mean."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest

from bot.channels.base import File, Part, Reason, SendError
from bot.channels.plan import Meter, Plan
from bot.channels.zalo_oa.api import Api
from bot.channels.zalo_oa.client import GROUP, TAP, Means, ZaloOa, is_group
from bot.channels.zalo_oa.errors import refusal, result
from bot.channels.zalo_oa.login import Login
from bot.channels.zalo_oa.pace import PerMinute
from bot.channels.zalo_oa.tokens import AccessTokens
from domain.messages import Chat, FileKind, Network
from storage.database import Store
from storage.engines import open_store
from tests.cast import Hands
from tests.conftest import SqliteFiles
from tests.product import prepared
from tests.wire.zalo_oa.login import FIRST
from tests.wire.zalo_oa.people import Group, Person
from tests.wire.zalo_oa.server import APP, APP_SECRET, OaServer

BUTTONS = ((("✅ Đã giải quyết", "b:solved:1"), ("Giải quyết một phần", "b:partly:1")), (("Chưa", "b:not-solved:1"),))


class Account:
    """A channel in front of a stand-in whose clock is the test's, with Lan who has written and a group."""

    def __init__(self, server: OaServer, store: Store, hands: Hands, folder: Path) -> None:
        self.server, self.store, self.hands, self.folder = server, store, hands, folder
        self.lan: Person = server.person("Lan")
        server.heard_at[self.lan.id] = server.now()
        self.group: Group = server.group("Sở Xây dựng", [])
        self.per_minute = 0

    def sends(self, part: Part, chat: Chat | None = None, *, link: str = "") -> list[str]:
        async def inside() -> list[str]:
            login = Login(self.server.url, APP, APP_SECRET)
            pace = PerMinute(self.per_minute)
            api = Api(self.server.url, AccessTokens(self.store, self.hands, login, FIRST), pace)
            meter = Meter(self.store, Network.ZALO_OA, Plan("Zalo OA", messages=500), UTC, is_group)
            means = Means(self.server.url, (lambda file: f"{link}/{file.id}") if link else None)
            channel = ZaloOa(api, pace, meter, means)
            try:
                return await channel.send(chat or Chat(Network.ZALO_OA, self.lan.id), part)
            finally:
                self.closed_for = pace.overall()
                await channel.close()

        return asyncio.run(inside())

    @property
    def to_group(self) -> Chat:
        return Chat(Network.ZALO_OA, f"{GROUP}{self.group.chat.id}")

    def file(self, name: str, size: int, kind: FileKind = FileKind.PHOTO) -> File:
        path = self.folder / f"stored-{size}"
        path.write_bytes(b"x" * size)
        return File(7, kind, name, path)


@pytest.fixture
def account(sqlite_files: SqliteFiles, tmp_path: Path) -> Iterator[Account]:
    hands = Hands()
    store = open_store(sqlite_files.fresh(prepared), hands, "one")
    with OaServer() as server:
        server.now = lambda: hands.now  # type: ignore[method-assign]
        server.login._now = server.now
        yield Account(server, store, hands, tmp_path)
        assert server.violations == []
    store.close()


# Words and buttons


def test_words_with_buttons_arrive_and_the_id_is_theirs(account: Account) -> None:
    (number,) = account.sends(Part(text="Xong chưa?", rows=BUTTONS))
    (said,) = account.lan.said
    assert (said.id, said.text) == (number, "Xong chưa?")
    assert said.buttons[0] == ("✅ Đã giải quyết", f"{TAP}b:solved:1")
    assert len(said.buttons) == 3


def test_buttons_they_do_not_take_are_named_as_the_reason(account: Account) -> None:
    account.server.odd.wants_template_type = True
    with pytest.raises(SendError) as refused:
        account.sends(Part(text="Xong chưa?", rows=BUTTONS))
    assert (refused.value.reason, refused.value.permanent) == (Reason.NO_BUTTONS, True)


def test_a_group_is_not_called_by_words_somebody_wrote(account: Account) -> None:
    account.sends(Part(text=f"Lan: chào [@{account.group.chat.id}] cả nhà [@123]"), account.to_group)
    account.sends(Part(text="[@123]"), account.to_group)
    assert [each.text for each in account.group.said] == ["Lan: chào  cả nhà", "…"]


# Files


def test_a_picture_is_uploaded_and_one_too_large_is_fetched_from_us(account: Account) -> None:
    account.sends(Part(files=(account.file("photo-7.jpg", 1000),)))
    account.sends(Part(files=(account.file("photo-7.jpg", 1000),)), account.to_group)
    assert [len(each.picture) for each in (*account.lan.said, *account.group.said)] == [1000, 1000]
    large = Part(files=(account.file("photo-7.jpg", 1_000_001),))
    account.sends(large, link="https://x.vn")
    element = account.server.called("/message/cs")[-1]["message"]["attachment"]["payload"]["elements"][0]
    assert element == {"media_type": "image", "url": "https://x.vn/7"}
    with pytest.raises(SendError) as refused:
        account.sends(large)
    assert refused.value.reason is Reason.TOO_LARGE


def test_a_document_is_uploaded_if_they_take_such_and_not_in_a_group(account: Account) -> None:
    account.sends(Part(files=(account.file("giay-phep.pdf", 1000, FileKind.DOCUMENT),)))
    assert [len(each.picture) for each in account.lan.said] == [1000]
    for name, size, reason in (("bang.xlsx", 10, Reason.OTHER), ("to.pdf", 5_000_001, Reason.TOO_LARGE)):
        with pytest.raises(SendError) as refused:
            account.sends(Part(files=(account.file(name, size, FileKind.DOCUMENT),)))
        assert (refused.value.reason, refused.value.permanent) == (reason, True)
    with pytest.raises(SendError):
        account.sends(Part(files=(account.file("giay-phep.pdf", 10, FileKind.DOCUMENT),)), account.to_group)


# Refusals


@pytest.mark.parametrize(
    ("code", "permanent", "reason"),
    [
        (-32, False, Reason.OTHER),
        (-211, False, Reason.QUOTA),
        (-218, False, Reason.QUOTA),
        (-216, False, Reason.WRONG_TOKEN),
        (-220, False, Reason.WRONG_TOKEN),
        (-204, False, Reason.OTHER),
        (-221, False, Reason.OTHER),
        (-224, False, Reason.OTHER),
        (-230, True, Reason.WINDOW),
        (-232, True, Reason.WINDOW),
        (-213, True, Reason.BLOCKED),
        (-227, True, Reason.BLOCKED),
        (-244, True, Reason.BLOCKED),
        (-201, True, Reason.OTHER),
        (-210, True, Reason.OTHER),
        (-237, True, Reason.OTHER),
        (-240, True, Reason.OTHER),
        (-99999, True, Reason.OTHER),
        (503, False, Reason.OTHER),
    ],
)
def test_each_number_says_whether_to_try_again_and_why(code: int, permanent: bool, reason: Reason) -> None:  # noqa: FBT001
    error = refusal("message/cs", code)
    assert (error.permanent, error.reason) == (permanent, reason)
    assert bool(error.retry_after) == (not permanent and code < 0)


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'"x"', b"{}"])
def test_no_answer_of_theirs_is_tried_again(body: bytes) -> None:
    with pytest.raises(SendError) as refused:
        result("x", 502, body)
    assert not refused.value.permanent


def test_an_error_inside_200_is_an_error() -> None:
    with pytest.raises(SendError, match="-213 no follower"):
        result("x", 200, b'{"error":-213,"message":"no follower"}')
    assert result("x", 200, b'{"error":0,"message":"Success","data":{"a":1}}')["data"] == {"a": 1}


def test_outside_the_window_is_refused_and_inside_it_what_is_paid_is_counted(account: Account) -> None:
    for hours in (1, 46, 2, 24, 94):
        account.hands.on(hours=hours)
        account.sends(Part(text=f"sau {hours} giờ"))
    meter = Meter(account.store, Network.ZALO_OA, Plan("Zalo OA", messages=500), UTC, is_group)
    assert [(each.what, each.used) for each in account.store.call(meter.used)] == [("messages", 3)]
    account.hands.on(hours=1)
    for code in (-230, -232):
        account.server.odd.window_error = code
        with pytest.raises(SendError) as refused:
            account.sends(Part(text="quá muộn"))
        assert refused.value.reason is Reason.WINDOW
    account.sends(Part(text="vào nhóm thì lúc nào cũng được"), account.to_group)


def test_too_many_a_minute_close_the_door_for_a_while(account: Account) -> None:
    account.server.odd.per_minute = 1
    account.sends(Part(text="một"))
    with pytest.raises(SendError) as refused:
        account.sends(Part(text="hai"))
    assert not refused.value.permanent
    assert account.closed_for > 10


# The pace


def test_so_many_requests_a_minute_leave_whatever_they_are_for(hands: Hands) -> None:
    now = [0.0]
    pace, chat = PerMinute(10, lambda: now[0]), Chat(Network.ZALO_OA, "1")
    for _ in range(6):
        pace.noted()
    for _ in range(3):
        assert pace.wait(chat) == 0
        pace.book(chat)
    assert pace.wait(chat) > 0
    for _ in range(3):
        pace.noted()
        pace.called(chat)
    assert pace.overall() > 55
    now[0] = 61.0
    assert pace.overall() == 0


def test_without_a_limit_nobody_waits_unless_they_say_so() -> None:
    now: list[Any] = [0.0]
    pace = PerMinute(0, lambda: now[0])
    for _ in range(1000):
        pace.noted()
    assert (pace.are_on, pace.overall()) == (False, 0)
    pace.refused(15)
    assert pace.wait(Chat(Network.ZALO_OA, "1")) == 15
