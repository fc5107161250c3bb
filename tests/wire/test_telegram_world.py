"""The stand-in's world: who reaches whom, what fails on purpose, what a test can ask, and two independent clients."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import aiohttp
import pytest

from .telegram import TelegramServer
from .telegram_client import Answer, PlainClient, receiving
from .telegram_groups import Group
from .telegram_people import Person

BUTTONS = {"inline_keyboard": [[{"text": "Tiếp nhận", "callback_data": "accept:1"}]]}


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


@pytest.fixture
def minh(server: TelegramServer) -> Person:
    """Minh, an officer."""
    return server.user("Minh", username="minh_xd")


@pytest.fixture
def group(server: TelegramServer, minh: Person) -> Group:
    """The department's group, the bot a plain member with privacy on."""
    return server.group("Sở Xây dựng", [minh, server.user("Hoa")])


def heard(bot: PlainClient) -> list[str]:
    """The words of the messages that reached the bot and were not confirmed."""
    messages = [update["message"] for update in bot.updates() if "message" in update]
    return [m.get("text") or m.get("caption") or "" for m in messages if "new_chat_members" not in m]


def say(bot: PlainClient, chat_id: int, text: str = "chào", **more: Any) -> Answer:
    """The envelope of a sendMessage."""
    return bot("sendMessage", chat_id=chat_id, text=text, **more)


# Who reaches the bot


def test_with_privacy_on_only_what_is_meant_for_the_bot_arrives(bot: PlainClient, minh: Person, group: Group) -> None:
    minh.says("chuyện riêng", in_=group)
    minh.says("@stand_in_bot nhắc suông", in_=group)
    minh.says("/nhan 1", in_=group)
    minh.says("/nhan@stand_in_bot 2", in_=group)
    minh.says("/nhan@another_bot 3", in_=group)
    minh.says("giữa câu /nhan 4", in_=group)
    assert heard(bot) == ["/nhan 1", "/nhan@stand_in_bot 2"]


def test_replies_to_the_bot_arrive_and_replies_to_others_do_not(bot: PlainClient, minh: Person, group: Group) -> None:
    say(bot, group.id, "thẻ hồ sơ")
    card = group.waits_for("thẻ", timeout=1)
    minh.replies(card, "đã trả lời")
    minh.replies(minh.says("a", in_=group), "không phải cho bot")
    minh.sends_photo(b"x", "ảnh trả lời", reply_to=card)
    assert heard(bot) == ["đã trả lời", "ảnh trả lời"]


def test_a_general_command_goes_to_the_bot_that_wrote_last(bot: PlainClient, minh: Person, group: Group) -> None:
    group.other_bot_says("tôi là bot khác")
    minh.says("/nhan 1", in_=group)
    say(bot, group.id)
    minh.says("/nhan 2", in_=group)
    assert heard(bot) == ["/nhan 2"]


def test_an_administrator_bot_hears_everybody_but_other_bots(bot: PlainClient, minh: Person, group: Group) -> None:
    group.makes_bot_admin()
    minh.says("chuyện riêng", in_=group)
    group.other_bot_says("tôi là bot khác")
    group.demotes_bot()
    minh.says("không nghe nữa", in_=group)
    assert heard(bot) == ["chuyện riêng"]


def test_with_privacy_off_everything_arrives(
    server: TelegramServer, bot: PlainClient, minh: Person, group: Group
) -> None:
    server.world.privacy = False
    minh.says("chuyện riêng", in_=group)
    assert heard(bot) == ["chuyện riêng"]
    assert bot.result("getMe")["can_read_all_group_messages"] is True


def test_an_anonymous_administrator_is_a_stub_with_a_sender_chat(bot: PlainClient, minh: Person, group: Group) -> None:
    group.makes_bot_admin()
    minh.says("ẩn danh", in_=group, anonymous=True)
    message = bot.updates()[-1]["message"]
    assert message["from"]["id"] == 1087968824
    assert message["sender_chat"]["id"] == group.id


def test_edits_and_albums_arrive_as_telegram_sends_them(bot: PlainClient, lan: Person) -> None:
    album = lan.sends_album([b"a", b"b", ("c.pdf", b"c")], caption="ba tệp")
    lan.edits(album[0], "bốn tệp")
    updates = bot.updates()
    assert len({u["message"]["media_group_id"] for u in updates[:3]}) == 1
    assert updates[3]["edited_message"]["caption"] == "bốn tệp"
    assert "edit_date" in updates[3]["edited_message"]


def test_everything_a_person_can_send_is_well_formed(bot: PlainClient, lan: Person) -> None:
    lan.starts("deep-link_1")
    lan.sends_voice(b"ogg")
    lan.sends_video(b"mp4", "phim")
    lan.sends_location(21.85, 106.76)
    lan.sends_contact("+84912345678")
    lan.sends_sticker()
    updates = [update["message"] for update in bot.updates()]
    assert updates[0]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    kinds = ("voice", "video", "location", "contact", "sticker")
    assert all(kind in message for kind, message in zip(kinds, updates[1:], strict=True))


# Who the bot reaches


def test_unknown_people_cannot_be_written_to(
    server: TelegramServer, bot: PlainClient, minh: Person, group: Group
) -> None:
    assert say(bot, 42)["description"] == "Bad Request: chat not found"
    assert say(bot, minh.id)["description"] == "Forbidden: bot can't initiate conversation with a user"
    minh.starts()
    assert say(bot, minh.id)["ok"]
    assert bot.refused("sendMessage", text="x") != ""
    server.violations.clear()


def test_a_blocked_bot_gets_403_and_is_told(bot: PlainClient, lan: Person) -> None:
    lan.blocks()
    assert say(bot, lan.id) == {
        "ok": False,
        "error_code": 403,
        "description": "Forbidden: bot was blocked by the user",
    }
    lan.unblocks()
    assert say(bot, lan.id)["ok"]
    statuses = [update["my_chat_member"]["new_chat_member"]["status"] for update in bot.updates()]
    assert statuses == ["kicked", "member"]
    lan.deletes_account()
    assert say(bot, lan.id)["description"] == "Forbidden: user is deactivated"


def test_a_bot_thrown_out_of_a_group_gets_403(bot: PlainClient, group: Group) -> None:
    group.removes_bot()
    assert say(bot, group.id)["description"] == "Forbidden: bot was kicked from the group chat"
    assert bot.updates()[-1]["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    group.adds_bot(admin=True)
    assert say(bot, group.id)["ok"]
    assert bot.result("leaveChat", chat_id=group.id) is True
    assert say(bot, group.id)["description"] == "Forbidden: bot is not a member of the group chat"


def test_a_migrated_group_names_its_successor(bot: PlainClient, minh: Person, group: Group) -> None:
    successor = group.migrates()
    refusal = say(bot, group.id)
    assert refusal["parameters"] == {"migrate_to_chat_id": successor.id}
    assert refusal["error_code"] == 400
    notices = [u["message"] for u in bot.updates() if "message" in u][-2:]
    assert notices[0]["migrate_to_chat_id"] == successor.id
    assert notices[1]["migrate_from_chat_id"] == group.id
    assert say(bot, successor.id)["result"]["chat"]["type"] == "supergroup"
    minh.says("/nhan", in_=successor)
    with pytest.raises(AssertionError, match="became a supergroup"):
        minh.says("x", in_=group)


def test_members_and_administrators_are_told_apart(
    server: TelegramServer, bot: PlainClient, lan: Person, minh: Person, group: Group
) -> None:
    def status(user_id: int) -> str:
        return str(bot.result("getChatMember", chat_id=group.id, user_id=user_id)["status"])

    group.adds(lan)
    assert (status(minh.id), status(lan.id), status(123)) == ("creator", "member", "member")
    group.promotes(lan)
    assert status(lan.id) == "administrator"
    group.removes(lan)
    assert status(lan.id) == "left"
    assert "user not found" in bot.refused("getChatMember", chat_id=group.id, user_id=42)
    group.makes_bot_admin()
    administrators = bot.result("getChatAdministrators", chat_id=group.id)
    assert [member["user"]["first_name"] for member in administrators] == ["Minh", "Stand-in"]
    group.renames("Sở Xây dựng Lạng Sơn")
    assert bot.result("getChat", chat_id=group.id)["title"] == "Sở Xây dựng Lạng Sơn"


def test_a_forum_keeps_its_topics_apart(server: TelegramServer, bot: PlainClient, minh: Person) -> None:
    forum = server.supergroup("Tổ công tác", [minh], forum=True, admin=True)
    made = bot.result("createForumTopic", chat_id=forum.id, name="Đất đai")
    topic = forum.topic("Đất đai")
    place = {"chat_id": forum.id, "message_thread_id": made["message_thread_id"]}
    assert say(bot, **place)["result"]["is_topic_message"] is True
    assert forum.waits_for("chào", topic=topic, timeout=1).thread_id == topic.id
    minh.says("trong chủ đề", in_=forum, topic=topic)
    arrived = bot.updates()[-1]["message"]
    assert arrived["message_thread_id"] == topic.id
    assert "forum_topic_created" in arrived["reply_to_message"]
    assert bot.result("editForumTopic", **place, name="Đất đai và xây dựng") is True
    assert bot.result("closeForumTopic", **place) is True
    assert "TOPIC_NOT_MODIFIED" in bot.refused("closeForumTopic", **place)
    assert say(bot, **place)["ok"]
    forum.makes_bot_admin({"can_delete_messages"})
    assert "TOPIC_CLOSED" in say(bot, **place)["description"]
    forum.makes_bot_admin()
    assert bot.result("reopenForumTopic", **place) is True
    forum.deletes_topic(topic)
    assert say(bot, **place)["description"] == "Bad Request: message thread not found"
    assert bot.result("deleteForumTopic", chat_id=forum.id, message_thread_id=forum.opens_topic("Thuế").id) is True


def test_topics_need_a_forum_and_the_right(server: TelegramServer, bot: PlainClient, group: Group) -> None:
    assert "not a forum" in bot.refused("createForumTopic", chat_id=group.id, name="x")
    forum = server.supergroup("Tổ công tác", forum=True)
    assert "not enough rights" in bot.refused("createForumTopic", chat_id=forum.id, name="x")
    assert "message thread not found" in say(bot, group.id, message_thread_id=5)["description"]


# Rate limits and faults


def test_thirty_messages_a_second_pass_and_the_next_does_not(server: TelegramServer, bot: PlainClient) -> None:
    server.time_stands_still()
    server.limits.overall = 30
    people = [server.user(str(number), started=True) for number in range(31)]

    async def all_at_once() -> list[Answer]:
        return await asyncio.gather(*(bot.ask("sendMessage", chat_id=p.id, text="x") for p in people))

    refused = [answer for answer in asyncio.run(all_at_once()) if not answer["ok"]]
    assert [(r["error_code"], r["parameters"]) for r in refused] == [(429, {"retry_after": 1})]
    assert server.breaches == 1
    server.time_passes(1)
    assert say(bot, people[0].id)["ok"]


def test_a_private_chat_takes_a_short_burst_then_one_a_second(
    server: TelegramServer, bot: PlainClient, lan: Person
) -> None:
    server.time_stands_still()
    server.limits.private = 1
    assert [say(bot, lan.id, str(n))["ok"] for n in range(4)] == [True, True, True, False]
    server.time_passes(1)
    assert [say(bot, lan.id, str(n))["ok"] for n in range(2)] == [True, False]
    assert server.breached_chats == {lan.id: 2}


def test_a_group_takes_twenty_a_minute_albums_counted_by_item(
    server: TelegramServer, bot: PlainClient, lan: Person, group: Group
) -> None:
    server.time_stands_still()
    server.limits.group = 20
    photo = {"type": "photo", "media": lan.sends_photo(b"x").files[0].file_id}
    assert bot("sendMediaGroup", chat_id=group.id, media=[photo] * 10)["ok"]
    server.time_passes(30)
    assert all(say(bot, group.id, str(n))["ok"] for n in range(10))
    assert bot("sendChatAction", chat_id=group.id, action="typing")["ok"]
    assert say(bot, group.id)["parameters"] == {"retry_after": 30}
    server.time_passes(30)
    assert say(bot, group.id)["ok"]
    assert bot("sendMediaGroup", chat_id=group.id, media=[photo] * 10)["error_code"] == 429


def test_one_fault_strikes_once(server: TelegramServer, bot: PlainClient, lan: Person) -> None:
    server.fail_next("sendMessage", 429, retry_after=7)
    server.fail_next("sendMessage", 400, "Bad Request: lạ")
    assert say(bot, lan.id)["parameters"] == {"retry_after": 7}
    assert say(bot, lan.id)["description"] == "Bad Request: lạ"
    assert say(bot, lan.id)["ok"]
    assert len(lan.messages) == 1


def test_a_fault_afterwards_leaves_the_message_standing(server: TelegramServer, bot: PlainClient, lan: Person) -> None:
    server.fail_next("sendMessage", 500, after=True)
    assert say(bot, lan.id)["error_code"] == 500
    server.fail_next("sendMessage", after=True, reset=True)
    with pytest.raises(aiohttp.ClientError):
        say(bot, lan.id)
    assert len(lan.messages) == len(server.sent) == 2
    server.fail_next("sendMessage", reset=True)
    with pytest.raises(aiohttp.ClientError):
        say(bot, lan.id)
    assert len(lan.messages) == 2


def test_a_gateway_error_is_html(server: TelegramServer, bot: PlainClient, lan: Person) -> None:
    server.fail_next("sendMessage", 502)
    status, body = bot.get(f"/bot123:abc/sendMessage?chat_id={lan.id}&text=x")
    assert (status, body[:6]) == (502, b"<html>")


def test_probabilities_come_from_the_seed_and_spare_polling() -> None:
    def run(seed: int) -> list[bool]:
        with TelegramServer(seed=seed, check=False) as server:
            server.faults.error_500 = server.faults.too_many = 0.3
            person = server.user("Lan", started=True)
            client = PlainClient(server)
            assert all(client("getUpdates")["ok"] for _ in range(10))
            return [say(client, person.id)["ok"] for _ in range(20)]

    assert run(1) == run(1) != run(2)
    assert True in run(1)
    assert False in run(1)


def test_latency_comes_before_and_after(server: TelegramServer, bot: PlainClient, lan: Person) -> None:
    server.faults.delay_before, server.faults.delay_after = 0.3, (0.3, 0.4)
    begun = time.monotonic()
    assert say(bot, lan.id)["ok"]
    assert 0.6 <= time.monotonic() - begun < 5
    server.faults.only = {"editMessageText"}
    begun = time.monotonic()
    assert say(bot, lan.id)["ok"]
    assert time.monotonic() - begun < 0.6


def test_a_stopped_server_comes_back_with_the_same_world(server: TelegramServer, bot: PlainClient, lan: Person) -> None:
    server.stop()
    with pytest.raises(aiohttp.ClientError):
        say(bot, lan.id)
    lan.says("trong lúc mất mạng")
    server.start()
    assert heard(bot) == ["trong lúc mất mạng"]
    with receiving() as receiver:
        bot.result("setWebhook", url=receiver.url, drop_pending_updates=True)
        server.stop()
        lan.says("lại mất mạng")
        server.start()
        assert server.world.wait_until(receiver.texts, 5)
        assert receiver.texts() == ["lại mất mạng"]


# What is wrong is noticed


@pytest.mark.parametrize(
    ("params", "problem"),
    [
        ({"text": "x", "colour": "red"}, "unknown parameters: colour"),
        ({"text": "x", "disable_notification": "maybe"}, "disable_notification"),
        ({}, "text: Field required"),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x", "callback": "y"}]]}},
            "unknown fields: reply_markup.inline_keyboard[0][0].callback",
        ),
        ({"text": "x", "link_preview_options": {"is_disabled": "perhaps"}}, "link_preview_options"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply markup JSON"),
    ],
)
def test_wrong_requests_are_violations(
    server: TelegramServer, bot: PlainClient, lan: Person, params: dict[str, Any], problem: str
) -> None:
    assert problem in bot.refused("sendMessage", chat_id=lan.id, **params)
    assert len(server.violations) == 1
    assert problem in server.violations[0]
    server.violations.clear()


def test_files_nobody_asked_for_are_violations(server: TelegramServer, bot: PlainClient, lan: Person) -> None:
    form = aiohttp.FormData()
    for name, value in (("chat_id", str(lan.id)), ("text", "x")):
        form.add_field(name, value)
    form.add_field("photo", b"x", filename="a.jpg")
    assert "photo" in bot("sendMessage", form)["description"]
    assert len(server.violations) == 1
    server.violations.clear()


def test_a_wrong_update_is_a_violation_of_the_stand_in(server: TelegramServer, lan: Person) -> None:
    server.push({"message": {"message_id": 1, "chat": {"id": lan.id, "type": "private"}, "date": "x"}})
    assert "built an update wrongly" in server.violations[0]
    server.violations.clear()


def test_without_checking_aiogram_is_never_imported() -> None:
    script = (
        "import sys; from tests.wire.telegram import TelegramServer\n"
        "from tests.wire.telegram_client import PlainClient\n"
        "with TelegramServer(check=False) as s:\n"
        "    lan = s.user('Lan'); lan.says('x'); c = PlainClient(s)\n"
        "    assert c.result('sendMessage', chat_id=lan.id, text='y', colour='red'); c.updates()\n"
        "assert 'aiogram' not in sys.modules and 'pydantic' not in sys.modules, 'imported'\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=30)


# What a test can ask


def test_waiting_returns_each_message_once_and_again_when_edited(bot: PlainClient, lan: Person) -> None:
    say(bot, lan.id, "hồ sơ một")
    say(bot, lan.id, "hồ sơ hai")
    first, second = lan.waits_for("hồ sơ", timeout=1), lan.waits_for("hồ sơ", timeout=1)
    assert (first.text, second.text) == ("hồ sơ một", "hồ sơ hai")
    with pytest.raises(AssertionError, match=r"did not come within 0\.1 s\n--- Lan \(private"):
        lan.waits_for("hồ sơ", timeout=0.1)
    assert lan.waits_for("hồ sơ hai", timeout=0.1, fresh=False) is second
    bot.result("editMessageText", chat_id=lan.id, message_id=second.id, text="hồ sơ hai: xong")
    assert lan.waits_for("hồ sơ", timeout=1) is second
    lan.never_hears("hồ sơ ba", within=0.05)
    with pytest.raises(AssertionError, match="came"):
        lan.never_hears("hồ sơ", within=0.05)


def test_a_tap_returns_the_answer(bot: PlainClient, minh: Person, group: Group) -> None:
    say(bot, group.id, "thẻ cũ", reply_markup=BUTTONS)
    say(bot, group.id, "thẻ mới", reply_markup=BUTTONS)

    async def scene() -> tuple[str, Answer]:
        tapped = asyncio.create_task(asyncio.to_thread(minh.taps, "tiếp nhận", in_=group))
        seen = bot.server.feed.last_update_id
        query = (await bot.ask("getUpdates", offset=seen + 1, timeout=10))["result"][0]["callback_query"]
        await bot.ask("answerCallbackQuery", callback_query_id=query["id"], text="Anh Minh đã nhận", show_alert=True)
        return await tapped, query

    answer, query = asyncio.run(scene())
    assert answer == "Anh Minh đã nhận"
    assert minh.last_answer["show_alert"] is True
    assert query["message"]["text"] == "thẻ mới"
    assert query["from"]["id"] == minh.id


def test_taps_can_be_forged_and_come_from_old_messages(
    bot: PlainClient, lan: Person, minh: Person, group: Group
) -> None:
    say(bot, group.id, "thẻ", reply_markup=BUTTONS)
    card = group.messages[-1]
    lan.taps_data(card, "accept:999", waits=False)
    card.grows_old()
    minh.taps("Tiếp nhận", on=card, waits=False)
    forged, old = (update["callback_query"] for update in bot.updates()[-2:])
    assert (forged["data"], forged["from"]["id"]) == ("accept:999", lan.id)
    assert old["message"] == {"chat": forged["message"]["chat"], "message_id": card.id, "date": 0}
    with pytest.raises(AssertionError, match="no button 'Từ chối'"):
        minh.taps("Từ chối", in_=group, timeout=0.1)
    with pytest.raises(AssertionError, match="no answer to the tap"):
        minh.taps("Tiếp nhận", in_=group, timeout=0.2)


def test_the_transcript_tells_the_story(bot: PlainClient, lan: Person) -> None:
    lan.sends_photo(b"x", "đường hỏng")
    number = say(bot, lan.id, "Đã nhận", reply_markup=BUTTONS)["result"]["message_id"]
    bot.result("editMessageText", chat_id=lan.id, message_id=number, text="Đã xong")
    say(bot, lan.id, "nhầm")
    bot.result("deleteMessage", chat_id=lan.id, message_id=number + 1)
    assert lan.transcript().splitlines()[1:] == [
        "   1 Lan: <photo> đường hỏng",
        "   2 BOT: Đã xong (edited ×1)",
        "   3 BOT: nhầm (deleted)",
    ]
    assert [m.text for m in lan.bot_messages] == ["Đã xong"]


def test_everything_sent_is_in_the_log_and_told_to_the_driver(
    server: TelegramServer, bot: PlainClient, lan: Person
) -> None:
    told: list[tuple[int, str, dict[str, Any], float]] = []
    server.on_sent = lambda *facts: told.append(facts)
    number = say(bot, lan.id, "một")["result"]["message_id"]
    bot.result("editMessageText", chat_id=lan.id, message_id=number, text="hai")
    assert [(s.method, s.chat_id, s.text, s.message_id) for s in server.sent] == [
        ("sendMessage", lan.id, "một", number)
    ]
    assert [(chat_id, name, params["message_id"]) for chat_id, name, params, _ in told] == [
        (lan.id, "sendMessage", number),
        (lan.id, "editMessageText", number),
    ]
    assert server.counts["sendMessage"] == 1
    assert server.called("editMessageText")[0]["text"] == "hai"


def test_ready_made_updates_make_their_chats(server: TelegramServer, bot: PlainClient) -> None:
    sender = {"id": 77, "is_bot": False, "first_name": "Tuấn"}
    chat = {"id": 77, "type": "private", "first_name": "Tuấn"}
    assert server.push({"message": {"message_id": 5, "date": 1, "chat": chat, "from": sender, "text": "nhanh"}})
    server.push({"callback_query": {"id": "q1", "from": sender, "chat_instance": "1", "data": "x"}})
    assert heard(bot) == ["nhanh"]
    assert say(bot, 77, reply_parameters={"message_id": 5})["result"]["message_id"] == 6
    assert bot.result("answerCallbackQuery", callback_query_id="q1") is True


# Its own process


def test_a_server_of_its_own_is_controlled_over_http() -> None:
    command = [sys.executable, "-m", "tests.wire.telegram", "--port", "0", "--no-check", "--limits", "30/1/20"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            remote = TelegramServer()
            remote.port = int(process.stdout.readline().rsplit(":", 1)[1])
            drive_remote(PlainClient(remote))
        finally:
            process.kill()


def drive_remote(bot: PlainClient) -> None:
    """One conversation, one tap, one group, the faults and the statistics, all by control requests."""
    assert bot.control("message", chat_id=9, user_id=9, text="/start")["message_id"] == 1
    assert bot.updates()[0]["message"]["text"] == "/start"
    assert say(bot, 9, "chọn", reply_markup=BUTTONS)["ok"]
    assert bot.control("tap", chat_id=9, user_id=9, label="Tiếp")["message_id"] == 2
    assert bot.control("tap", chat_id=9, user_id=9, message_id=2, data="forged")["message_id"] == 2
    assert bot.control("tap", chat_id=9, label="Không có")["ok"] is False
    assert [u["callback_query"]["data"] for u in bot.updates()[1:]] == ["accept:1", "forged"]
    forum = bot.control("chat", title="Tổ công tác", forum=True, members=[9], admin=True)["chat_id"]
    assert bot.result("createForumTopic", chat_id=forum, name="Đất đai")["message_thread_id"] == 1
    bot.control("push", updates=[{"my_chat_member": {"chat": {"id": forum}}}])
    bot.control("faults", fail_next={"method": "sendMessage", "status": 500, "after": True})
    assert say(bot, 9)["error_code"] == 500
    assert [say(bot, 9)["ok"] for _ in range(2)] == [True, False]
    bot.control("settings", limits="off", twice=True, time_passes=5)
    bot.control("faults", too_many=1, retry_after=3)
    assert say(bot, 9)["parameters"] == {"retry_after": 3}
    stats = bot.control("stats", since=1)
    assert (stats["sent_total"], len(stats["sent"]), stats["breaches"]) == (3, 2, 1)
    assert stats["counts"]["sendMessage"] == 5
    assert [m.get("text") for m in bot.control("messages", chat_id=9)["messages"]][:2] == ["/start", "chọn"]
    assert bot.get("/_control/nothing")[0] == 404


# Two libraries that know nothing of each other


def test_aiogram_can_talk_to_it(server: TelegramServer, lan: Person) -> None:
    from aiogram import Bot  # noqa: PLC0415  (costs seconds; the server has imported it by now)
    from aiogram.client.session.aiohttp import AiohttpSession  # noqa: PLC0415
    from aiogram.client.telegram import TelegramAPIServer  # noqa: PLC0415
    from aiogram.exceptions import TelegramMigrateToChat, TelegramRetryAfter  # noqa: PLC0415
    from aiogram.types import (  # noqa: PLC0415
        BufferedInputFile,
        InlineKeyboardButton,
        InlineKeyboardMarkup,
        InputMediaPhoto,
    )

    group = server.group("Sở Xây dựng", [lan])

    async def scene() -> None:
        async with Bot("123:abc", AiohttpSession(api=TelegramAPIServer.from_base(server.url))) as bot:
            assert (await bot.get_me()).username == "stand_in_bot"
            updates = await bot.get_updates(timeout=1, allowed_updates=["message", "callback_query"])
            asked = updates[-1].message
            assert asked is not None
            assert asked.photo is not None
            content = await bot.download(asked.photo[-1])
            assert content is not None
            assert content.read() == b"jpeg"
            button = InlineKeyboardButton(text="Xong", callback_data="done")
            markup = InlineKeyboardMarkup(inline_keyboard=[[button]])
            sent = await bot.send_message(
                lan.id, "<b>Đã nhận</b>", parse_mode="HTML", reply_markup=markup, reply_to_message_id=asked.message_id
            )
            await bot.edit_message_text("Đã xong", chat_id=lan.id, message_id=sent.message_id)
            media = [InputMediaPhoto(media=BufferedInputFile(b"p", "p.jpg"), caption=str(n)) for n in range(2)]
            assert len(await bot.send_media_group(lan.id, [*media])) == 2
            await bot.send_document(lan.id, BufferedInputFile(b"%PDF", "báo cáo.pdf"), caption="tệp")
            server.fail_next("sendMessage", 429, retry_after=2)
            with pytest.raises(TelegramRetryAfter) as wait:
                await bot.send_message(lan.id, "x")
            assert wait.value.retry_after == 2
            successor = group.migrates()
            with pytest.raises(TelegramMigrateToChat) as moved:
                await bot.send_message(group.id, "x")
            assert moved.value.migrate_to_chat_id == successor.id

    lan.sends_photo(b"jpeg", "hỏng")
    asyncio.run(scene())
    assert lan.waits_for("Đã xong", timeout=1).edits[0].buttons == []
    assert lan.waits_for("tệp", timeout=1).files[0].name == "báo cáo.pdf"


def test_python_telegram_bot_can_talk_to_it(server: TelegramServer, lan: Person) -> None:
    from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto  # noqa: PLC0415

    group = server.supergroup("Tổ công tác", [lan], forum=True, admin=True)

    async def scene() -> None:
        base = f"{server.url}/bot"
        async with Bot("123:abc", base_url=base, base_file_url=f"{server.url}/file/bot") as bot:
            assert bot.username == "stand_in_bot"
            updates = await bot.get_updates(timeout=1)
            asked = updates[-1].message
            assert asked is not None
            file = await asked.photo[-1].get_file()
            assert bytes(await file.download_as_bytearray()) == b"jpeg"
            markup = InlineKeyboardMarkup([[InlineKeyboardButton("Xong", callback_data="done")]])
            sent = await bot.send_message(
                lan.id, "<b>Đã nhận</b>", parse_mode="HTML", reply_markup=markup, reply_to_message_id=asked.message_id
            )
            await sent.edit_text("Đã xong")
            assert len(await bot.send_media_group(lan.id, [InputMediaPhoto(b"p"), InputMediaPhoto(b"q")])) == 2
            await bot.send_document(lan.id, b"%PDF", filename="báo cáo.pdf", caption="tệp")
            await bot.set_message_reaction(lan.id, asked.message_id, "👌")
            topic = await bot.create_forum_topic(group.id, "Đất đai")
            await bot.send_message(group.id, "vào đây", message_thread_id=topic.message_thread_id)
            assert len(await bot.get_chat_administrators(group.id)) == 2
            assert (await bot.get_chat(group.id)).is_forum
            assert (await bot.get_webhook_info()).url == ""

    message = lan.sends_photo(b"jpeg", "hỏng")
    asyncio.run(scene())
    assert lan.waits_for("Đã xong", timeout=1).edits[0].buttons == []
    assert message.reactions == ["👌"]
    assert group.waits_for("vào đây", topic=group.topic("Đất đai"), timeout=1)


def test_python_telegram_bot_understands_the_refusals(
    server: TelegramServer, lan: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    from telegram import Bot  # noqa: PLC0415
    from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter  # noqa: PLC0415

    monkeypatch.setenv("PTB_TIMEDELTA", "true")

    async def scene() -> None:
        async with Bot("123:abc", base_url=f"{server.url}/bot") as bot:
            server.fail_next("sendMessage", 429, retry_after=2)
            with pytest.raises(RetryAfter) as wait:
                await bot.send_message(lan.id, "x")
            assert wait.value.retry_after == dt.timedelta(seconds=2)
            for status in (500, 502):
                server.fail_next("sendMessage", status)
                with pytest.raises(NetworkError):
                    await bot.send_message(lan.id, "x")
            with pytest.raises(BadRequest, match="Message to edit not found"):
                await bot.edit_message_text("x", lan.id, 999)
            basic = server.group("Sở Xây dựng", [lan])
            successor = basic.migrates()
            with pytest.raises(ChatMigrated) as moved:
                await bot.send_message(basic.id, "x")
            assert moved.value.new_chat_id == successor.id
            lan.blocks()
            with pytest.raises(Forbidden):
                await bot.send_message(lan.id, "x")

    asyncio.run(scene())
    assert lan.messages == []


def test_updates_by_webhook_are_json_both_libraries_read(bot: PlainClient, lan: Person) -> None:
    from aiogram.types import Update as AiogramUpdate  # noqa: PLC0415
    from telegram import Update as OtherUpdate  # noqa: PLC0415

    with receiving() as receiver:
        bot.result("setWebhook", url=receiver.url)
        lan.sends_album([b"a", b"b"])
        lan.blocks()
        lan.chat.world.wait_until(lambda: len(receiver.got) == 3, 2)
        for update, _ in receiver.got:
            first = AiogramUpdate.model_validate_json(json.dumps(update))
            second = OtherUpdate.de_json(update, None)
            assert first.update_id == second.update_id
        assert len(receiver.got) == 3
