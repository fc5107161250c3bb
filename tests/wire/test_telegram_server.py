"""The stand-in's wire: tokens, encodings, polling, webhooks, files, and the limits Telegram publishes."""

from __future__ import annotations

import asyncio
import io
import json
import time
from collections.abc import Iterator
from typing import Any

import aiohttp
import pytest

from .telegram import TelegramServer
from .telegram_client import Answer, PlainClient, receiving
from .telegram_people import Person

BUTTONS = {"inline_keyboard": [[{"text": "Đồng ý", "callback_data": "yes"}]]}


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    """A running stand-in that must not have found fault with anybody in the end."""
    with TelegramServer(token="123:abc") as running:
        yield running
    assert running.violations == []


@pytest.fixture
def bot(server: TelegramServer) -> PlainClient:
    """The bot's end of the wire."""
    return PlainClient(server)


@pytest.fixture
def lan(server: TelegramServer) -> Person:
    """Lan, a business, who has written to the bot before."""
    return server.user("Lan", started=True)


def test_a_wrong_token_gets_401_and_an_unknown_method_404(server: TelegramServer, bot: PlainClient) -> None:
    assert bot.get("/bot999:zzz/getMe")[0] == 401
    assert bot.refused("sendTelepathy") == "Not Found"
    assert bot.get("/elsewhere")[0] == 404


def test_method_names_are_read_in_any_case_and_by_get(bot: PlainClient, lan: Person) -> None:
    status, body = bot.get(f"/bot123:abc/SENDMESSAGE?chat_id={lan.id}&text=ch%C3%A0o")
    assert (status, json.loads(body)["result"]["text"]) == (200, "chào")


def test_json_forms_and_multipart_say_the_same(bot: PlainClient, lan: Person) -> None:
    multipart = aiohttp.FormData(default_to_multipart=True)
    urlencoded = aiohttp.FormData()
    for form in (multipart, urlencoded):
        form.add_field("chat_id", str(lan.id))
        form.add_field("text", "chào Lan")
        form.add_field("reply_markup", json.dumps(BUTTONS))
    answers = [bot("sendMessage", multipart), bot("sendMessage", urlencoded)]
    answers.append(bot("sendMessage", chat_id=lan.id, text="chào Lan", reply_markup=BUTTONS))
    answers.append(bot("sendMessage", chat_id=str(lan.id), text="chào Lan", reply_markup=json.dumps(BUTTONS)))
    assert {(a["result"]["text"], json.dumps(a["result"]["reply_markup"])) for a in answers} == {
        ("chào Lan", json.dumps(BUTTONS))
    }


def test_the_offset_confirms_and_forgets_lower_updates(bot: PlainClient, lan: Person) -> None:
    for text in ("một", "hai", "ba"):
        lan.says(text)
    first = bot.updates()
    assert [u["message"]["text"] for u in first] == ["một", "hai", "ba"]
    assert bot.updates() == first
    assert [u["message"]["text"] for u in bot.updates(offset=first[0]["update_id"] + 1)] == ["hai", "ba"]
    assert bot.updates(offset=first[-1]["update_id"] + 1) == []
    assert bot.updates() == []


def test_a_negative_offset_keeps_only_the_newest(bot: PlainClient, lan: Person) -> None:
    for text in ("một", "hai", "ba"):
        lan.says(text)
    assert [u["message"]["text"] for u in bot.updates(offset=-1)] == ["ba"]
    assert len(bot.updates()) == 1


def test_the_limit_cuts_the_batch(bot: PlainClient, lan: Person) -> None:
    for number in range(5):
        lan.says(str(number))
    assert [u["message"]["text"] for u in bot.updates(limit=2)] == ["0", "1"]


def test_a_long_poll_waits_until_something_comes(bot: PlainClient, lan: Person) -> None:
    async def scene() -> tuple[Answer, float]:
        begun = time.monotonic()
        poll = asyncio.create_task(bot.ask("getUpdates", timeout=10))
        await asyncio.sleep(0.2)
        await asyncio.to_thread(lan.says, "đến đây")
        return await poll, time.monotonic() - begun

    answer, took = asyncio.run(scene())
    assert answer["result"][0]["message"]["text"] == "đến đây"
    assert 0.15 < took < 5


def test_a_long_poll_that_sees_nothing_ends_empty(bot: PlainClient) -> None:
    begun = time.monotonic()
    assert bot.updates(timeout=1) == []
    assert 0.9 < time.monotonic() - begun < 3


def test_a_second_poll_ends_the_first_with_409(bot: PlainClient, lan: Person) -> None:
    async def scene() -> tuple[Answer, Answer]:
        first = asyncio.create_task(bot.ask("getUpdates", timeout=10))
        await asyncio.sleep(0.2)
        second = asyncio.create_task(bot.ask("getUpdates", timeout=10))
        ended = await first
        await asyncio.to_thread(lan.says, "còn đây")
        return ended, await second

    ended, lived = asyncio.run(scene())
    assert ended["error_code"] == 409
    assert "terminated by other getUpdates request" in ended["description"]
    assert len(lived["result"]) == 1


def test_allowed_updates_work_from_now_on_and_stay(bot: PlainClient, lan: Person) -> None:
    lan.says("trước")
    assert len(bot.updates(allowed_updates=["edited_message"])) == 1
    message = lan.says("không ai nghe")
    lan.edits(message, "đã sửa")
    kinds = [sorted(set(update) - {"update_id"}) for update in bot.updates()]
    assert kinds == [["message"], ["edited_message"]]
    bot.updates(allowed_updates=[])
    lan.says("lại nghe")
    assert bot.updates()[-1]["message"]["text"] == "lại nghe"


def test_reactions_and_member_changes_must_be_asked_for(server: TelegramServer, bot: PlainClient, lan: Person) -> None:
    group = server.group("Sở Xây dựng", [lan], admin=True)
    message = lan.says("chào", in_=group)
    lan.reacts(message, "👍")
    group.adds(server.user("Hoa"))
    assert not any({"message_reaction", "chat_member"} & set(u) for u in bot.updates())
    bot.updates(allowed_updates=["message_reaction", "chat_member"])
    lan.reacts(message, None)
    group.adds(server.user("Minh"))
    reaction, member = bot.updates()[-2:]
    assert reaction["message_reaction"]["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert member["chat_member"]["new_chat_member"]["status"] == "member"


def test_polling_is_refused_while_a_webhook_is_set(bot: PlainClient) -> None:
    assert bot.result("setWebhook", url="http://127.0.0.1:9/hook") is True
    assert "can't use getUpdates method while webhook is active" in bot.refused("getUpdates")
    assert bot.result("deleteWebhook") is True
    assert bot.updates() == []


def test_a_webhook_gets_the_secret_and_one_chat_in_order(server: TelegramServer, bot: PlainClient, lan: Person) -> None:
    minh = server.user("Minh")
    with receiving() as receiver:
        receiver.delay = 0.05
        bot.result("setWebhook", url=receiver.url, secret_token="bi_mat-1")
        for number in range(4):
            lan.says(f"Lan {number}")
            minh.says(f"Minh {number}")
        assert server.world.wait_until(lambda: len(receiver.got) == 8, 5)
        texts = receiver.texts()
        assert [t for t in texts if t.startswith("Lan")] == [f"Lan {number}" for number in range(4)]
        assert len(texts) == 8
        assert receiver.most_at_once == 2
        assert {secret for _, secret in receiver.got} == {"bi_mat-1"}
        assert server.world.wait_until(lambda: not server.feed.pending, 5)
        assert bot.result("getWebhookInfo")["pending_update_count"] == 0


def test_a_failing_webhook_is_tried_again_and_holds_only_its_chat(
    server: TelegramServer, bot: PlainClient, lan: Person
) -> None:
    minh = server.user("Minh")
    refused: list[int] = []

    def decide(update: dict[str, Any]) -> int:
        if update["message"]["text"] == "hỏng" and len(refused) < 2:
            refused.append(1)
            return 500
        return 200

    with receiving() as receiver:
        receiver.decide = decide
        bot.result("setWebhook", url=receiver.url)
        lan.says("hỏng")
        lan.says("sau")
        minh.says("bên cạnh")
        assert server.world.wait_until(lambda: len(receiver.got) == 5, 10)
        assert receiver.texts() == ["hỏng", "bên cạnh", "hỏng", "hỏng", "sau"]
        assert "500" in bot.result("getWebhookInfo")["last_error_message"]


def test_updates_wait_while_the_webhook_is_down_and_move_to_polling(
    server: TelegramServer, bot: PlainClient, lan: Person
) -> None:
    bot.result("setWebhook", url="http://127.0.0.1:9/hook", max_connections=1)
    lan.says("chờ")
    assert bot.result("getWebhookInfo")["pending_update_count"] == 1
    bot.result("deleteWebhook")
    assert [u["message"]["text"] for u in bot.updates()] == ["chờ"]
    bot.result("deleteWebhook", drop_pending_updates=True)
    assert bot.updates() == []


def test_a_webhook_may_answer_with_a_method(server: TelegramServer, bot: PlainClient, lan: Person) -> None:
    with receiving() as receiver:
        receiver.reply = {"method": "sendMessage", "chat_id": lan.id, "text": "trả lời ngay"}
        bot.result("setWebhook", url=receiver.url)
        lan.says("chào")
        lan.waits_for("trả lời ngay", timeout=5)


def test_bad_webhook_settings_are_refused(bot: PlainClient) -> None:
    assert "unallowed characters" in bot.refused("setWebhook", url="http://127.0.0.1:9/", secret_token="có dấu")
    assert "bad webhook" in bot.refused("setWebhook", url="ftp://x")


def test_every_update_can_come_twice(server: TelegramServer, bot: PlainClient, lan: Person) -> None:
    server.deliver_twice()
    lan.says("một")
    lan.says("hai")
    updates = bot.updates()
    assert [u["message"]["text"] for u in updates] == ["một", "một", "hai", "hai"]
    assert updates[0]["update_id"] == updates[1]["update_id"]
    bot.updates(offset=updates[-1]["update_id"] + 1)
    with receiving() as receiver:
        bot.result("setWebhook", url=receiver.url)
        lan.says("ba")
        assert server.world.wait_until(lambda: len(receiver.got) == 2, 5)
        assert receiver.texts() == ["ba", "ba"]


def test_reordered_polling_shuffles_chats_but_not_one_chat(
    server: TelegramServer, bot: PlainClient, lan: Person
) -> None:
    minh = server.user("Minh")
    for number in range(10):
        lan.says(f"L{number}")
        minh.says(f"M{number}")
    straight = [u["message"]["text"] for u in bot.updates()]
    server.reorders()
    shuffled = [u["message"]["text"] for u in bot.updates()]
    assert shuffled != straight
    for name in "LM":
        assert [t for t in shuffled if t[0] == name] == [f"{name}{number}" for number in range(10)]


def test_a_reordered_webhook_mixes_one_chat_within_a_window(bot: PlainClient, lan: Person) -> None:
    bot.server.reorders()
    with receiving() as receiver:
        bot.result("setWebhook", url=receiver.url)
        expected = [str(number) for number in range(8)]
        for text in expected:
            lan.says(text)
        assert bot.server.world.wait_until(lambda: len(receiver.got) == 8, 5)
        assert sorted(receiver.texts()) == expected
        assert receiver.texts() != expected


def test_files_travel_both_ways(bot: PlainClient, lan: Person) -> None:
    lan.sends_photo(b"jpeg bytes", "đường hỏng")
    message = bot.updates()[0]["message"]
    sizes = message["photo"]
    assert sizes[-1]["file_size"] == 10
    found = bot.result("getFile", file_id=sizes[-1]["file_id"])
    assert bot.get(f"/file/bot123:abc/{found['file_path']}") == (200, b"jpeg bytes")
    assert bot.get("/file/bot123:abc/photos/none.jpg")[0] == 404
    assert bot.get(f"/file/bot1:x/{found['file_path']}")[0] == 401
    form = aiohttp.FormData()
    form.add_field("chat_id", str(lan.id))
    form.add_field("document", b"%PDF", filename="Bao cao.pdf", content_type="application/pdf")
    sent = bot("sendDocument", form)["result"]["document"]
    assert (sent["file_name"], sent["mime_type"]) == ("Bao cao.pdf", "application/pdf")
    assert lan.messages[-1].files[0].content == b"%PDF"
    assert (
        bot.result("sendDocument", chat_id=lan.id, document=sent["file_id"])["document"]["file_id"] == sent["file_id"]
    )
    assert "can't use file of type Document as Photo" in bot.refused("sendPhoto", chat_id=lan.id, photo=sent["file_id"])
    assert "wrong file identifier" in bot.refused("sendPhoto", chat_id=lan.id, photo="no such id")
    assert "there is no photo" in bot.refused("sendPhoto", chat_id=lan.id, photo="")


def test_large_files_meet_the_published_limits(bot: PlainClient, lan: Person) -> None:
    lan.sends_document("to.pdf", b"", size=20 * 1024 * 1024)
    lan.sends_document("qua-to.pdf", b"", size=20 * 1024 * 1024 + 1)
    fits, too_big = (u["message"]["document"]["file_id"] for u in bot.updates())
    assert bot.result("getFile", file_id=fits)["file_size"] == 20 * 1024 * 1024
    assert bot.refused("getFile", file_id=too_big) == "Bad Request: file is too big"
    assert "wrong file_id" in bot.refused("getFile", file_id="nothing")
    for method, part, megabytes, problem in (
        ("sendPhoto", "photo", 10, "too big for a photo"),
        ("sendDocument", "document", 50, "Request Entity Too Large"),
    ):
        form = aiohttp.FormData()
        form.add_field("chat_id", str(lan.id))
        form.add_field(part, io.BytesIO(bytes(megabytes * 1024 * 1024 + 1)), filename="big")
        assert problem in bot(method, form)["description"]


def test_an_album_has_two_to_ten_items(bot: PlainClient, lan: Person) -> None:
    form = aiohttp.FormData()
    form.add_field("chat_id", str(lan.id))
    items = [{"type": "photo", "media": f"attach://p{number}", "caption": f"ảnh {number}"} for number in range(2)]
    form.add_field("media", json.dumps(items))
    for number in range(2):
        form.add_field(f"p{number}", f"photo {number}".encode(), filename="p.jpg")
    album = bot("sendMediaGroup", form)["result"]
    assert len({message["media_group_id"] for message in album}) == 1
    assert [m.caption for m in lan.messages] == ["ảnh 0", "ảnh 1"]
    known = {"type": "photo", "media": album[0]["photo"][-1]["file_id"]}
    for count in (1, 11):
        assert "2 to 10 items" in bot.refused("sendMediaGroup", chat_id=lan.id, media=[known] * count)
    assert len(bot.server.sent) == 2


def test_texts_captions_and_buttons_have_their_lengths(bot: PlainClient, lan: Person) -> None:
    def say(text: str, **more: Any) -> Answer:
        return bot("sendMessage", chat_id=lan.id, text=text, **more)

    assert say("ă" * 4096)["ok"]
    assert say("ă" * 4097)["description"] == "Bad Request: message is too long"
    assert say(f"<b>{'a' * 4096}</b>", parse_mode="HTML")["ok"]
    for empty in ("", "  \n", "<b> </b>"):
        assert say(empty, parse_mode="HTML")["description"] == "Bad Request: message text is empty"
    lan.sends_photo(b"x")
    photo = lan.messages[-1].files[0].file_id
    assert bot.result("sendPhoto", chat_id=lan.id, photo=photo, caption="a" * 1024)
    assert "caption is too long" in bot.refused("sendPhoto", chat_id=lan.id, photo=photo, caption="a" * 1025)
    for data, fits in (("ă" * 32, True), ("ă" * 33, False), ("", False)):
        markup = {"inline_keyboard": [[{"text": "x", "callback_data": data}]]}
        assert say("x", reply_markup=markup)["ok"] is fits
    row = [{"text": "x", "callback_data": "x"}]
    assert say("x", reply_markup={"inline_keyboard": [row] * 100})["ok"]
    assert not say("x", reply_markup={"inline_keyboard": [row] * 101})["ok"]
    assert "text buttons are unallowed" in say("x", reply_markup={"inline_keyboard": [[{"text": "x"}]]})["description"]


def test_html_becomes_entities_counted_in_utf16(bot: PlainClient, lan: Person) -> None:
    text = '😀 <b>Sở <i>Xây</i></b> &lt;1&gt; <a href="https://a.vn/?x=1&amp;y=2">xem</a>'
    sent = bot.result("sendMessage", chat_id=lan.id, text=text, parse_mode="HTML")
    assert sent["text"] == "😀 Sở Xây <1> xem"
    assert sent["entities"] == [
        {"type": "bold", "offset": 3, "length": 6},
        {"type": "italic", "offset": 6, "length": 3},
        {"type": "text_link", "offset": 14, "length": 3, "url": "https://a.vn/?x=1&y=2"},
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<b>hở", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("ơ <h1>to</h1>", 'Unsupported start tag "h1" at byte offset 3'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
    ],
)
def test_wrong_html_is_refused_in_telegrams_words(bot: PlainClient, lan: Person, text: str, problem: str) -> None:
    refusal = bot.refused("sendMessage", chat_id=lan.id, text=text, parse_mode="HTML")
    assert refusal == f"Bad Request: can't parse entities: {problem}"


def test_replies_need_their_message_unless_told_otherwise(bot: PlainClient, lan: Person) -> None:
    asked = lan.says("câu hỏi")
    bot.result("sendMessage", chat_id=lan.id, text="đáp", reply_parameters={"message_id": asked.id})
    assert lan.messages[-1].reply_to is asked
    lan.deletes(asked)
    gone: dict[str, Any] = {"chat_id": lan.id, "text": "đáp", "reply_parameters": {"message_id": asked.id}}
    assert bot.refused("sendMessage", **gone) == "Bad Request: message to be replied not found"
    gone["reply_parameters"]["allow_sending_without_reply"] = True
    assert "reply_to_message" not in bot.result("sendMessage", **gone)


def test_edits_are_kept_and_must_change_something(bot: PlainClient, lan: Person) -> None:
    number = bot.result("sendMessage", chat_id=lan.id, text="<b>một</b>", parse_mode="HTML", reply_markup=BUTTONS)[
        "message_id"
    ]
    same = {"chat_id": lan.id, "message_id": number, "text": "<b>một</b>", "parse_mode": "HTML"}
    assert "message is not modified" in bot.refused("editMessageText", reply_markup=BUTTONS, **same)
    assert "reply_markup" not in bot.result("editMessageText", **same)
    bot.result("editMessageReplyMarkup", chat_id=lan.id, message_id=number, reply_markup=BUTTONS)
    bot.result("editMessageText", chat_id=lan.id, message_id=number, text="hai")
    message = lan.messages[-1].waits_for_edit("hai", timeout=1)
    assert [(edit.text, edit.buttons) for edit in message.edits] == [
        ("một", []),
        ("một", [[("Đồng ý", "yes")]]),
        ("hai", []),
    ]


def test_edits_of_what_is_gone_or_not_ones_own_are_refused(bot: PlainClient, lan: Person) -> None:
    theirs = lan.says("của Lan")
    photo = lan.sends_photo(b"x")
    mine = bot.result("sendPhoto", chat_id=lan.id, photo=photo.files[0].file_id, caption="a")["message_id"]
    words = bot.result("sendMessage", chat_id=lan.id, text="a")["message_id"]

    def edit(method: str, number: int, **params: Any) -> str:
        return bot.refused(method, chat_id=lan.id, message_id=number, **params)

    assert edit("editMessageText", 999, text="x") == "Bad Request: message to edit not found"
    assert edit("editMessageText", theirs.id, text="x") == "Bad Request: message can't be edited"
    assert "no text in the message" in edit("editMessageText", mine, text="x")
    assert "no caption in the message" in edit("editMessageCaption", words, caption="x")
    assert bot.result("editMessageCaption", chat_id=lan.id, message_id=mine, caption="b")["caption"] == "b"


def test_deleting_follows_age_and_rights(server: TelegramServer, bot: PlainClient, lan: Person) -> None:
    group = server.group("Sở", [lan], admin=False)
    number = bot.result("sendMessage", chat_id=lan.id, text="cũ")["message_id"]
    theirs = lan.says("của Lan", in_=group)
    assert "can't be deleted" in bot.refused("deleteMessage", chat_id=group.id, message_id=theirs.id)
    group.makes_bot_admin()
    assert bot.result("deleteMessage", chat_id=group.id, message_id=theirs.id) is True
    server.time_passes(48 * 3600)
    assert "can't be deleted" in bot.refused("deleteMessage", chat_id=lan.id, message_id=number)
    assert bot.refused("deleteMessage", chat_id=lan.id, message_id=99) == "Bad Request: message to delete not found"


def test_a_bot_sets_one_reaction_from_telegrams_list(bot: PlainClient, lan: Person) -> None:
    message = lan.says("xong chưa")
    place = {"chat_id": lan.id, "message_id": message.id}
    bot.result("setMessageReaction", **place, reaction=[{"type": "emoji", "emoji": "👌"}])
    assert message.reactions == ["👌"]
    assert "REACTION_INVALID" in bot.refused("setMessageReaction", **place, reaction=[{"type": "emoji", "emoji": "✅"}])
    bot.result("setMessageReaction", **place, reaction=[])
    assert message.reactions == []


def test_taps_are_answered_once_they_are_known(server: TelegramServer, bot: PlainClient, lan: Person) -> None:
    bot.result("sendMessage", chat_id=lan.id, text="Đồng ý?", reply_markup=BUTTONS)
    lan.taps("đồng ý", waits=False)
    query = bot.updates()[-1]["callback_query"]
    assert (query["data"], query["message"]["text"]) == ("yes", "Đồng ý?")
    assert "MESSAGE_TOO_LONG" in bot.refused("answerCallbackQuery", callback_query_id=query["id"], text="a" * 201)
    assert bot.result("answerCallbackQuery", callback_query_id=query["id"], text="a" * 200) is True
    assert "query is too old" in bot.refused("answerCallbackQuery", callback_query_id="1")
    server.world.callback_lifetime = 15
    server.time_passes(16)
    assert "query is too old" in bot.refused("answerCallbackQuery", callback_query_id=query["id"])


def test_commands_are_checked_and_kept_by_scope(bot: PlainClient) -> None:
    commands = [{"command": "start", "description": "Bắt đầu"}]
    assert bot.result("setMyCommands", commands=commands, scope={"type": "all_private_chats"}, language_code="vi")
    assert bot.result("getMyCommands", scope={"type": "all_private_chats"}, language_code="vi") == commands
    assert bot.result("getMyCommands") == []
    wrong = [{"command": "Bắt đầu", "description": "x"}]
    assert "BOT_COMMAND_INVALID" in bot.refused("setMyCommands", commands=wrong)


def test_locations_and_chat_actions(bot: PlainClient, lan: Person) -> None:
    assert bot.result("sendLocation", chat_id=lan.id, latitude=21.85, longitude=106.76)["location"]["latitude"] == 21.85
    assert bot.result("sendChatAction", chat_id=lan.id, action="typing") is True
    assert "wrong parameter action" in bot.refused("sendChatAction", chat_id=lan.id, action="dancing")
    assert len(lan.messages) == 1
