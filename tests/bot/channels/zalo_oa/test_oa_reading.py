"""What an account's events mean to us, as they are documented and as they have been seen."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.zalo_oa.reading import chat_of, id_of, read
from domain.messages import Chat, Event, FileKind, Incoming, Network, Sender, Upload

LAN, ACCOUNT, GROUP = "246845883529197922", "388613280878808645", "786f029ca6c54f9b16d4"


def event(kind: str = "text", in_group: dict[str, Any] | None = None, **content: Any) -> dict[str, Any]:
    name = f"user_send_{'group_' if in_group is not None else ''}{kind}"
    recipient = {"id": ACCOUNT, **(in_group or {})}
    message = {"msg_id": "96d3cdf3af150460909", **content}
    told = {"app_id": "3608", "sender": {"id": LAN}, "recipient": recipient, "event_name": name, "message": message}
    return {**told, "timestamp": "1543908534740"}


def attached(kind: str, **payload: Any) -> dict[str, Any]:
    return {"attachments": [{"type": kind, "payload": payload}]}


def understood(raw: dict[str, Any], name: str = "") -> Incoming:
    found = read(raw, name)
    assert found is not None
    return found


def test_a_text_is_known_by_its_id_its_sender_and_the_time_it_was_written() -> None:
    assert understood(event(text="xin chào"), "Lan Anh") == Incoming(
        id="96d3cdf3af150460909",
        chat=Chat(Network.ZALO_OA, LAN),
        sender=Sender(LAN, "Lan Anh"),
        at=datetime(2018, 12, 4, 7, 28, 54, 740000, tzinfo=UTC),
        private=True,
        text="xin chào",
        message_id="96d3cdf3af150460909",
    )


def test_a_time_may_be_in_seconds() -> None:
    assert understood({**event(text="x"), "timestamp": "1543908534"}).at == datetime(2018, 12, 4, 7, 28, 54, tzinfo=UTC)


def test_a_tap_is_a_text_and_in_a_group_there_are_none() -> None:
    tapped = understood(event(text="tap:b:solved:12"))
    assert (tapped.choice, tapped.text, tapped.tap_id) == ("b:solved:12", "", "")
    typed = understood(event(text="tap:o:accept:12", in_group={"group_id": GROUP}))
    assert (typed.choice, typed.text) == ("", "tap:o:accept:12")


@pytest.mark.parametrize(
    ("kind", "payload", "expected"),
    [
        ("image", {"url": "https://x.vn/a.jpg", "thumbnail": "t"}, Upload(FileKind.PHOTO, "https://x.vn/a.jpg")),
        ("audio", {"url": "https://x.vn/a.aac"}, Upload(FileKind.VOICE, "https://x.vn/a.aac", "", "audio/aac")),
        ("video", {"url": "https://x.vn/a.mp4"}, Upload(FileKind.VIDEO, "https://x.vn/a.mp4")),
        (
            "file",
            {"url": "https://x.vn/a", "name": "đơn.pdf", "size": "1024000"},
            Upload(FileKind.DOCUMENT, "https://x.vn/a", "đơn.pdf", size=1024000),
        ),
    ],
)
def test_files_are_fetched_later_where_they_lie(kind: str, payload: dict[str, str], expected: Upload) -> None:
    found = understood(event(kind, text="kèm đây", **attached(kind, **payload)))
    assert (found.uploads, found.text, found.untold) == ((expected,), "kèm đây", False)


def test_a_place_and_a_link_become_words() -> None:
    at = {"latitude": "21.853", "longitude": "106.761"}
    assert "21.853,106.761" in understood(event("location", **attached("location", coordinates=at))).text
    assert understood(event("link", text="xem", **attached("link", url="https://x.vn"))).text == "xem\nhttps://x.vn"


def test_of_a_card_it_is_said_that_it_came_and_a_sticker_is_only_a_sticker() -> None:
    assert understood(event("business_card", **attached("business_card"))).untold
    assert not understood(event("sticker", **attached("sticker", id="1", url="https://x.vn"))).untold


# Groups


@pytest.mark.parametrize(
    "raw",
    [
        event(text="/nhan", in_group={"group_id": GROUP}),
        event(text="/nhan", in_group={}, conversation_id=GROUP),
        event(text="/nhan", in_group={"id": GROUP}),
    ],
)
def test_a_group_is_found_in_each_of_the_three_places_told(raw: dict[str, Any]) -> None:
    found = understood(raw, "Minh")
    assert (found.chat, found.private, found.sender.name) == (Chat(Network.ZALO_OA, f"g:{GROUP}"), False, "Minh")
    assert chat_of(raw) == GROUP


def test_in_a_group_a_mention_means_us_and_leaves_the_words() -> None:
    mentioned = understood(event(text=f"[@{ACCOUNT}] nhận LS26-00001", in_group={"group_id": GROUP}))
    assert (mentioned.text, mentioned.addressed) == ("nhận LS26-00001", True)
    talk = understood(event(text="trưa nay ăn gì", in_group={"group_id": GROUP}))
    assert (talk.addressed, talk.sender.name) == (False, "Zalo …7922")


def test_a_reply_says_what_it_answers_where_that_comes_along_and_only_our_words_are_believed() -> None:
    ours = {"text": "📌 #LS26-00001 · Khó khăn", "msg_id": "m1", "sender": {"id": ACCOUNT}}
    theirs = {**ours, "sender": {"id": LAN}}
    for where in (None, {"group_id": GROUP}):
        found = understood(event(text="đã xong", in_group=where, quote_msg=ours))
        assert (found.reply_to, found.reply_text) == ("m1", "📌 #LS26-00001 · Khó khăn")
        assert understood(event(text="đã xong", in_group=where, quote_msg=theirs)).reply_text == ""
        assert understood(event(text="đã xong", in_group=where)).reply_to == ""


# What is no message


def test_following_and_ending_it_are_told() -> None:
    told = {"oa_id": ACCOUNT, "follower": {"id": LAN}, "source": "oa_profile", "timestamp": "1543908534740"}
    assert understood({**told, "event_name": "follow"}).event is Event.UNBLOCKED
    gone = understood({**told, "event_name": "unfollow"})
    assert (gone.event, gone.chat, gone.private) == (Event.BLOCKED, Chat(Network.ZALO_OA, LAN), True)
    assert id_of({**told, "event_name": "follow"}) != id_of({**told, "event_name": "unfollow"})


@pytest.mark.parametrize("name", ["oa_send_text", "user_seen_message", "user_received_message", "anonymous_send_text"])
def test_what_no_person_we_can_answer_wrote_is_not_used(name: str) -> None:
    assert read({**event(text="x"), "event_name": name}) is None


@pytest.mark.parametrize(
    "raw",
    [
        {"event_name": "user_send_text"},
        {**event(text="x"), "message": 7},
        {**event(text="x"), "timestamp": "soon"},
        event("image", **attached("image")),
    ],
)
def test_what_cannot_be_read_raises_so_that_it_is_kept(raw: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, AttributeError, ValueError)):
        read(raw)
    assert isinstance(chat_of(raw), str)
