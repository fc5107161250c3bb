"""The way out: what we ask of the Bot API, and what its refusals, and everybody else's answers, mean."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from aiohttp import web
from aiohttp.test_utils import RawTestServer

from bot.channels.base import File, Part, Reason, SendError
from bot.channels.telegram.client import TITLE_LENGTH, TOAST_LENGTH, Telegram
from domain.messages import Chat, FileKind, Network
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_people import Person

T = TypeVar("T")
TOKEN = "123456789:very-secret-token"
ROWS = ((("Có", "y"), ("Không", "n")),)


@pytest.fixture(scope="module")
def server() -> Iterator[TelegramServer]:
    """A stand-in Telegram that checks every call with aiogram's models."""
    with TelegramServer(token=TOKEN) as running:
        yield running
        assert running.violations == []


@pytest.fixture
def lan(server: TelegramServer) -> Person:
    return server.user("Lan", started=True)


def chat_of(person: Person) -> Chat:
    return Chat(Network.TELEGRAM, str(person.id))


def asked(api: str, work: Callable[[Telegram], Awaitable[T]], token: str = TOKEN) -> T:
    """What one call gives, on a client of its own."""

    async def run() -> T:
        telegram = Telegram(token, api)
        try:
            return await work(telegram)
        finally:
            await telegram.close()

    return asyncio.run(run())


def refused(api: str, work: Callable[[Telegram], Awaitable[object]], token: str = TOKEN) -> SendError:
    """The error of a call that must fail, and never tells the token."""
    with pytest.raises(SendError) as raised:
        asked(api, work, token)
    assert "secret" not in str(raised.value)
    assert "secret" not in repr(raised.value.__cause__)
    return raised.value


# ---------------------------------------------------------------- what is asked for


def test_a_text_goes_out_with_its_buttons_thread_and_reply_and_without_previews(
    server: TelegramServer, lan: Person
) -> None:
    lan.says("hỏi")
    forum = server.supergroup("Sở", [lan], forum=True, admin=True)
    chat = Chat(Network.TELEGRAM, str(forum.id))
    thread = asked(server.url, lambda telegram: telegram.open_topic(chat, "t" * 200))
    chat = Chat(Network.TELEGRAM, str(forum.id), thread)
    asked(server.url, lambda telegram: telegram.send(chat, Part("https://a.vn", rows=ROWS, reply_to="999")))
    (sent,) = server.called("sendMessage")[-1:]
    assert sent["link_preview_options"] == {"is_disabled": True}
    assert sent["reply_parameters"] == {"message_id": 999, "allow_sending_without_reply": True}
    assert sent["message_thread_id"] == int(thread)
    (buttons,) = sent["reply_markup"]["inline_keyboard"]
    assert [(button["text"], button["callback_data"]) for button in buttons] == [("Có", "y"), ("Không", "n")]
    assert len(server.called("createForumTopic")[-1]["name"]) == TITLE_LENGTH


@pytest.mark.parametrize("kind", FileKind)
def test_a_file_goes_out_under_our_name_with_its_caption(
    server: TelegramServer, lan: Person, tmp_path: Path, kind: FileKind
) -> None:
    path = tmp_path / "content"
    path.write_bytes(b"bytes")
    part = Part("chú thích", rows=ROWS, files=(File(1, kind, "tệp.bin", path),))
    (number,) = asked(server.url, lambda telegram: telegram.send(chat_of(lan), part))
    message = server.run(lambda: lan.chat.messages_by_id[int(number)].payload)
    assert message["caption"] == "chú thích"
    assert kind.value in message
    assert "reply_markup" in message


def test_several_files_are_one_album_with_one_caption(server: TelegramServer, lan: Person, tmp_path: Path) -> None:
    path = tmp_path / "content"
    path.write_bytes(b"bytes")
    files = tuple(File(n, FileKind.DOCUMENT, f"{n}.pdf", path) for n in range(3))
    ids = asked(server.url, lambda telegram: telegram.send(chat_of(lan), Part("ba tệp", files=files)))
    said = server.run(lambda: [lan.chat.messages_by_id[int(number)].payload for number in ids])
    assert [each.get("caption") for each in said] == ["ba tệp", None, None]
    assert [each["document"]["file_name"] for each in said] == ["0.pdf", "1.pdf", "2.pdf"]
    assert len({each["media_group_id"] for each in said}) == 1


def test_an_edit_that_changes_nothing_is_no_error(server: TelegramServer, lan: Person) -> None:
    async def work(telegram: Telegram) -> None:
        (number,) = await telegram.send(chat_of(lan), Part("như cũ", rows=ROWS))
        await telegram.edit(chat_of(lan), number, Part("như cũ", rows=ROWS))
        await telegram.edit(chat_of(lan), number, Part("mới"))

    asked(server.url, work)
    assert server.refusals[-1][0] == "editMessageText"
    assert "not modified" in server.refusals[-1][2]


def test_a_toast_that_comes_too_late_and_a_thumb_that_is_not_allowed_are_let_go(
    server: TelegramServer, lan: Person
) -> None:
    asked(server.url, lambda telegram: telegram.toast(chat_of(lan), "12345", "x" * 500))
    assert len(server.called("answerCallbackQuery")[-1]["text"]) == TOAST_LENGTH
    server.fail_next("setMessageReaction", 400, "Bad Request: REACTION_INVALID")
    asked(server.url, lambda telegram: telegram.react(chat_of(lan), "1"))
    server.fail_next("answerCallbackQuery", 502)
    assert not refused(server.url, lambda telegram: telegram.toast(chat_of(lan), "1", "x")).permanent


def test_a_file_is_fetched_whole_or_not_at_all(server: TelegramServer, lan: Person) -> None:
    message = lan.sends_photo(b"x" * 5000)
    ref = message.payload["photo"][-1]["file_id"]
    assert asked(server.url, lambda telegram: telegram.fetch(ref, 5000)) == b"x" * 5000
    error = refused(server.url, lambda telegram: telegram.fetch(ref, 4999))
    assert (error.permanent, error.reason) == (True, Reason.TOO_LARGE)


# ---------------------------------------------------------------- what a refusal means


@pytest.mark.parametrize(
    ("status", "said", "permanent", "reason"),
    [
        (403, "Forbidden: bot was blocked by the user", True, Reason.BLOCKED),
        (403, "Forbidden: bot was kicked from the supergroup chat", True, Reason.OTHER),
        (400, "Bad Request: chat not found", True, Reason.OTHER),
        (400, "Bad Request: message thread not found", True, Reason.NO_THREAD),
        (400, "Bad Request: TOPIC_CLOSED", True, Reason.NO_THREAD),
        (400, "Bad Request: MESSAGE_ID_INVALID", True, Reason.NO_MESSAGE),
        (400, "Bad Request: message is too long", True, Reason.OTHER),
        (413, "Request Entity Too Large", True, Reason.TOO_LARGE),
        (401, "Unauthorized", False, Reason.WRONG_TOKEN),
        (404, "Not Found", False, Reason.WRONG_TOKEN),
        (409, "Conflict: terminated by other getUpdates request", False, Reason.CONFLICT),
        (500, "Internal Server Error", False, Reason.OTHER),
        (502, "Bad Gateway", False, Reason.OTHER),
    ],
)
def test_every_refusal_says_whether_another_try_makes_sense(
    server: TelegramServer,
    lan: Person,
    status: int,
    said: str,
    permanent: bool,  # noqa: FBT001
    reason: Reason,
) -> None:
    server.fail_next("sendMessage", status, said)
    error = refused(server.url, lambda telegram: telegram.send(chat_of(lan), Part("x")))
    assert (error.permanent, error.reason) == (permanent, reason)
    assert error.retry_after == (60 if reason is Reason.WRONG_TOKEN else 0)


def test_a_flood_says_how_long_to_wait(server: TelegramServer, lan: Person) -> None:
    server.fail_next("sendMessage", 429, retry_after=17)
    error = refused(server.url, lambda telegram: telegram.send(chat_of(lan), Part("x")))
    assert (error.permanent, error.retry_after) == (False, 17)


def test_a_group_that_moved_says_where_to(server: TelegramServer, lan: Person) -> None:
    group = server.group("Sở", [lan])
    before, after = Chat(Network.TELEGRAM, str(group.id)), group.migrates()
    error = refused(server.url, lambda telegram: telegram.send(before, Part("x")))
    assert (error.permanent, error.reason, error.detail) == (True, Reason.MIGRATED, str(after.id))


# ---------------------------------------------------------------- what is no answer of the Bot API at all


def behind_a_proxy(status: int, body: bytes) -> SendError:
    """The error of a message sent through something that answers everything with this status and body."""

    async def answer(_request: web.BaseRequest) -> web.Response:
        return web.Response(status=status, body=body)

    async def run() -> None:
        async with RawTestServer(answer) as server:
            telegram = Telegram(TOKEN, f"http://127.0.0.1:{server.port}")
            try:
                await telegram.send(Chat(Network.TELEGRAM, "5"), Part("x"))
            finally:
                await telegram.close()

    with pytest.raises(SendError) as raised:
        asyncio.run(run())
    assert "secret" not in str(raised.value)
    return raised.value


@pytest.mark.parametrize("status", [200, 400, 401, 403, 404, 413, 502])
@pytest.mark.parametrize(
    "body",
    [b"", b"<html>very-secret-token</html>", b"\xff\xfe", b"[]", b'"x"', b"7", b"{}", b'{"ok":true,"result":{"mess'],
    ids=["empty", "html", "no-utf8", "list", "text", "number", "object", "cut"],
)
def test_what_a_proxy_says_is_a_failure_that_passes(status: int, body: bytes) -> None:
    error = behind_a_proxy(status, body)
    assert (error.permanent, error.reason, error.retry_after) == (False, Reason.OTHER, 0)


def test_a_refusal_counts_whatever_status_it_is_wrapped_in() -> None:
    error = behind_a_proxy(200, b'{"ok": false, "error_code": 400, "description": "Bad Request: chat not found"}')
    assert (error.permanent, error.reason) == (True, Reason.OTHER)


def test_nobody_there_is_a_failure_that_passes() -> None:
    error = refused("http://127.0.0.1:9", lambda telegram: telegram.me())
    assert (error.permanent, error.reason) == (False, Reason.OTHER)


def test_a_wrong_token_is_said_without_telling_it(server: TelegramServer) -> None:
    error = refused(server.url, lambda telegram: telegram.me(), token="5:secret")
    assert (error.permanent, error.reason) == (False, Reason.WRONG_TOKEN)
