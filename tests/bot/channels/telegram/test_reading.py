"""What updates mean, and that nothing we do not read can stand in an update's way."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.telegram.reading import read
from domain.messages import Chat, Event, FileKind, Network, Sender, Upload

LAN = {"id": 5, "is_bot": False, "first_name": "Lan", "last_name": "Trần", "language_code": "vi"}
BOT = {"id": 1, "is_bot": True, "first_name": "bot"}
PRIVATE = {"id": 5, "type": "private", "first_name": "Lan"}
GROUP = {"id": -100, "type": "supergroup", "title": "Sở Xây dựng", "is_forum": True}
AT = datetime(2026, 3, 2, 1, tzinfo=UTC)


def message(**more: Any) -> dict[str, Any]:
    usual = {"message_id": 7, "date": int(AT.timestamp()), "chat": PRIVATE, "from": LAN}
    return {"update_id": 3, "message": {**usual, **more}}


def test_a_private_message_says_who_when_and_what() -> None:
    incoming = read(message(text="xin chào"), "1")
    assert incoming
    assert (incoming.id, incoming.chat, incoming.sender) == (
        "1:3",
        Chat(Network.TELEGRAM, "5"),
        Sender("5", "Lan Trần", "vi"),
    )
    assert (incoming.at, incoming.private, incoming.text, incoming.message_id) == (AT, True, "xin chào", "7")


@pytest.mark.parametrize(
    "more",
    [
        {"entities": "broken"},
        {"via_bot": 5},
        {"a_field_of_next_year": {"x": 1}},
        {"link_preview_options": [], "reply_markup": "x", "forward_origin": {"type": "of-next-year"}},
        {"reply_to_message": {"message_id": 2, "date": 1, "chat": PRIVATE, "entities": 7, "pinned_message": 1}},
    ],
    ids=["broken", "wrong-type", "unknown", "several", "in-the-reply"],
)
def test_what_we_do_not_read_stands_in_nobodys_way(more: dict[str, Any]) -> None:
    incoming = read(message(text="đọc được", **more), "1")
    assert incoming
    assert incoming.text == "đọc được"


def test_an_update_of_a_kind_we_do_not_use_means_nothing() -> None:
    assert read({"update_id": 3, "channel_post": message(text="x")["message"]}, "1") is None
    assert read({"update_id": 3, "of_next_year": {"x": 1}}, "1") is None


def test_what_nobody_wrote_means_nothing() -> None:
    assert read(message(chat=GROUP, new_chat_title="Sở khác"), "1") is None
    assert read(message(chat=GROUP, forum_topic_created={"name": "x", "icon_color": 1}), "1") is None
    assert read(message(**{"from": BOT}, text="của bot khác"), "1") is None
    assert read(message(chat=GROUP), "1") is None


def test_an_anonymous_administrator_writes_as_the_group() -> None:
    incoming = read(message(chat=GROUP, sender_chat=GROUP, **{"from": BOT}, text="/chot"), "1")
    assert incoming
    assert incoming.sender == Sender("-100", "Sở Xây dựng")


def test_whoever_writes_as_a_channel_is_known_to_be_nobody() -> None:
    channel = {"id": -200, "type": "channel", "title": "Kênh"}
    incoming = read(message(chat=GROUP, sender_chat=channel, **{"from": BOT}, text="/traloi x"), "1")
    assert incoming
    assert incoming.sender == Sender("-200", "Kênh", is_channel=True)


@pytest.mark.parametrize("kind", ["message", "edited_message"])
def test_a_linked_channels_posts_are_nobodys_words(kind: str) -> None:
    channel = {"id": -200, "type": "channel", "title": "Kênh"}
    telegram = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
    post = message(chat=GROUP, sender_chat=channel, is_automatic_forward=True, **{"from": telegram}, text="/traloi x")
    assert read({"update_id": 3, kind: post["message"]}, "1") is None


def test_a_plain_message_in_a_topic_is_no_reply_to_its_first() -> None:
    first = {"message_id": 40, "date": 1, "chat": GROUP, "from": BOT, "forum_topic_created": {"name": "x"}}
    plain = message(chat=GROUP, text="x", is_topic_message=True, message_thread_id=40, reply_to_message=first)
    incoming = read(plain, "1")
    assert incoming
    assert (incoming.chat.thread, incoming.reply_to, incoming.reply_text) == ("40", "", "")
    card = {"message_id": 41, "date": 1, "chat": GROUP, "from": BOT, "text": "#LS26-00001"}
    reply = message(chat=GROUP, text="x", is_topic_message=True, message_thread_id=40, reply_to_message=card)
    incoming = read(reply, "1")
    assert incoming
    assert (incoming.reply_to, incoming.reply_text) == ("41", "#LS26-00001")


def test_attachments_are_announced_with_what_is_known_of_them() -> None:
    sizes = [
        {"file_id": size, "file_unique_id": size, "width": 1, "height": 1, "file_size": n}
        for n, size in enumerate(("small", "large"))
    ]
    photo = read(message(photo=sizes, caption="ảnh", media_group_id="g"), "1")
    assert photo
    assert (photo.uploads, photo.text, photo.album) == ((Upload(FileKind.PHOTO, "large", size=1),), "ảnh", "g")
    voice = {"file_id": "v", "file_unique_id": "v", "duration": 2, "mime_type": "audio/ogg"}
    note = {"file_id": "n", "file_unique_id": "n", "duration": 2, "length": 2}
    said = read(message(voice=voice, video_note=note), "1")
    assert said
    assert said.uploads == (Upload(FileKind.VOICE, "v", "", "audio/ogg"), Upload(FileKind.VIDEO, "n"))


def test_a_place_and_a_contact_become_words() -> None:
    incoming = read(message(location={"latitude": 21.85, "longitude": 106.76}), "1")
    assert incoming
    assert "21.850000,106.760000" in incoming.text
    incoming = read(message(contact={"phone_number": "0912", "first_name": "Minh", "last_name": "Trần"}), "1")
    assert incoming
    assert incoming.text == "☎ Minh Trần 0912"
    place = {"latitude": 21.97, "longitude": 106.71}
    venue = {"title": "Cửa khẩu Hữu Nghị", "address": "Đồng Đăng", "location": place}
    incoming = read(message(location=place, venue=venue), "1")
    assert incoming
    assert incoming.text.startswith("Cửa khẩu Hữu Nghị, Đồng Đăng\n📍 21.970000,106.710000")


def test_an_address_behind_words_is_written_out_after_them() -> None:
    text = "📄 Xem quyết định tại đây và https://b.example"
    links = [
        {"type": "text_link", "offset": 7, "length": 10, "url": "https://a.example/1"},
        {"type": "text_link", "offset": 25, "length": 17, "url": "https://b.example"},
    ]
    incoming = read(message(text=text, entities=links), "1")
    assert incoming
    assert incoming.text == "📄 Xem quyết định (https://a.example/1) tại đây và https://b.example"


@pytest.mark.parametrize("date", [int(AT.timestamp()), 0], ids=["there", "too-old-to-be-seen"])
def test_a_tap_says_which_button_of_which_message(date: int) -> None:
    under = {"message_id": 9, "date": date, "chat": GROUP, "from": BOT, "text": "…", "entities": "broken"}
    tap = {"id": "t", "from": LAN, "chat_instance": "1", "data": "c:5", "message": under}
    incoming = read({"update_id": 3, "callback_query": tap}, "1")
    assert incoming
    assert (incoming.choice, incoming.tap_id, incoming.message_id, incoming.private) == ("c:5", "t", "9", False)
    assert incoming.at.year >= 2026


@pytest.mark.parametrize(
    ("chat", "was", "now", "event", "detail"),
    [
        (PRIVATE, "member", "kicked", Event.BLOCKED, ""),
        (PRIVATE, "kicked", "member", Event.UNBLOCKED, ""),
        (GROUP, "left", "member", Event.JOINED, ""),
        (GROUP, "member", "left", Event.REMOVED, ""),
        (GROUP, "member", "administrator", Event.RIGHTS, ""),
        (GROUP, "administrator", "member", Event.RIGHTS, "no-admin"),
        (GROUP, "administrator", "restricted", Event.RIGHTS, "restricted"),
    ],
)
def test_what_became_of_the_bot_in_a_chat(chat: dict[str, Any], was: str, now: str, event: Event, detail: str) -> None:
    change = {
        "chat": chat,
        "from": LAN,
        "date": int(AT.timestamp()),
        "old_chat_member": {"status": was, "user": BOT},
        "new_chat_member": {"status": now, "user": BOT, "a_right_of_next_year": True},
    }
    incoming = read({"update_id": 3, "my_chat_member": change}, "1")
    assert incoming
    assert (incoming.event, incoming.event_detail) == (event, detail)
