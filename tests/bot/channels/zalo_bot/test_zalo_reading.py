"""What Zalo's events mean to us: both shapes, both names of a picture, groups with and without the bot's name."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.zalo_bot.reading import id_of, read, without_mention
from domain.messages import Chat, FileKind, Incoming, Network, Sender, Upload

LAN = {"id": "a0c01dfe32b3dbed82a2", "is_bot": False, "display_name": "Dzung Hoang"}
HERE = {"chat_type": "PRIVATE", "id": "a0c01dfe32b3dbed82a2"}
GROUP = {"chat_type": "GROUP", "id": "0f1e2d3c4b5a69788796"}


def event(name: str = "text", chat: Any = None, sender: Any = None, **content: Any) -> dict[str, Any]:
    told = {"date": 1776919152762, "chat": chat or HERE, "message_id": "94691c36aef84aa113ee", "from": sender or LAN}
    return {"event_name": f"message.{name}.received", "message": {**told, **content}}


def understood(raw: dict[str, Any], *names: str) -> Incoming:
    found = read(raw, "14592", names)
    assert found is not None
    return found


def test_a_bare_and_a_wrapped_event_mean_the_same() -> None:
    bare = event(text="bé ơi")
    assert understood(bare) == understood({"ok": True, "result": bare})
    assert understood(bare) == Incoming(
        id="14592:94691c36aef84aa113ee",
        chat=Chat(Network.ZALO_BOT, "a0c01dfe32b3dbed82a2"),
        sender=Sender("a0c01dfe32b3dbed82a2", "Dzung Hoang"),
        at=datetime(2026, 4, 23, 4, 39, 12, 762000, tzinfo=UTC),
        private=True,
        text="bé ơi",
        message_id="94691c36aef84aa113ee",
    )


@pytest.mark.parametrize("name", ["photo", "photo_url"])
def test_a_picture_is_found_under_both_names_with_its_caption(name: str) -> None:
    found = understood(event("image", caption="biển hiệu", **{name: "https://photo-stal-29.zdn.vn/1.jpg"}))
    assert found.uploads == (Upload(FileKind.PHOTO, "https://photo-stal-29.zdn.vn/1.jpg"),)
    assert found.text == "biển hiệu"


def test_a_voice_message_is_a_file_too() -> None:
    (upload,) = understood(event("voice", voice_url="https://f2-voice-aac-dl.zdn.vn/1.aac")).uploads
    assert (upload.kind, upload.mime) == (FileKind.VOICE, "audio/aac")


def test_of_what_zalo_does_not_pass_on_it_is_known_that_it_came() -> None:
    assert understood(event("unsupported")).untold
    assert understood(event("location")).untold  # of a kind nobody has documented yet
    assert not understood(event(text="x")).untold
    assert not understood(event("sticker", sticker="2be8", url="https://zalo-api.zadn.vn/")).untold


@pytest.mark.parametrize(
    "raw",
    [
        {"event_name": "message.unsupported.received"},
        {"event_name": "user.follow"},
        event(sender={"id": "1", "is_bot": True}),
    ],
)
def test_what_nobody_wrote_is_not_used(raw: dict[str, Any]) -> None:
    assert read(raw, "14592") is None


@pytest.mark.parametrize("raw", [{}, {"event_name": "message.text.received", "message": 7}, event(chat={"id": "1"})])
def test_what_cannot_be_read_raises_so_that_it_is_kept(raw: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError)):
        read(raw, "14592")


def test_ids_are_texts_whatever_they_are() -> None:
    found = understood(event(text="x", message_id=17, sender={"id": 5, "name": "Lan"}))
    assert (found.message_id, found.sender) == ("17", Sender("5", "Lan"))


def test_an_event_without_a_message_id_is_known_by_its_content() -> None:
    first, second = {"event_name": "x", "message": 7}, {"message": 7, "event_name": "x"}
    assert id_of(first, "1") == id_of(second, "1") != id_of({"event_name": "y"}, "1")


def test_a_groups_chat_is_marked_and_its_words_are_meant_for_the_bot() -> None:
    found = understood(event(chat=GROUP, text="@Bot Tổ dân phố đèn hành lang tầng 3 hỏng"), "Bot Tổ dân phố")
    assert (found.chat.id, found.private, found.addressed) == ("g:0f1e2d3c4b5a69788796", False, True)
    assert found.text == "đèn hành lang tầng 3 hỏng"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("@Bot Gỡ Vướng /nhan #LS26-00001", "/nhan #LS26-00001"),
        ("@bot gỡ vướng: nhận LS26-00001", "nhận LS26-00001"),
        ("@Bot Gỡ Vướngx nhận", "Gỡ Vướngx nhận"),  # another name
        ("@Bot Gỡ Vướng", ""),
        ("nhận LS26-00001", "nhận LS26-00001"),
        ("@Bot mới đổi tên /nhan #LS26-00001", "/nhan #LS26-00001"),
        ("@Bot mới đổi tên LS26-00001 đã xong", "LS26-00001 đã xong"),
        ("", ""),
    ],
)
def test_the_mention_in_front_is_taken_off_also_when_the_name_is_not_known(text: str, words: str) -> None:
    assert without_mention(text, {"Bot Gỡ Vướng"}) == words
