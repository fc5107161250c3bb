"""What a person does on the page reaches the bot as one Incoming, however often the browser sends it."""

from __future__ import annotations

import pytest
from sqlmodel import select

from domain.file_types import sniff
from domain.messages import FileKind, Network
from storage import messages, page
from storage.page import PageText
from storage.tables import Slot
from tests.web.site import CONSTRUCTION, PDF, PNG, Site, form_ids
from web.chat.uploads import safe_name

FORM = "form-of-lan-01"
BUTTONS = [[["Đúng", "yes:1"], ["Sai", "no:1"]]]


def test_looking_creates_nothing(site: Site) -> None:
    answer = site.visitor().get("/chat")
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers
    assert not site.taken


def test_the_first_text_opens_a_conversation(site: Site) -> None:
    lan = site.visitor()
    answer = lan.send("Giấy phép xây dựng chậm")
    assert (answer.status_code, answer.headers["location"]) == (303, "/chat")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    (taken,) = site.taken
    assert taken.private
    assert taken.chat.network is Network.PAGE
    assert taken.chat.id == f"p:{taken.sender.id}"
    assert taken.text == "Giấy phép xây dựng chậm"
    assert "Giấy phép xây dựng chậm" in lan.get("/chat").text


def test_the_start_button_says_start_and_writes_nothing(site: Site) -> None:
    lan = site.visitor()
    form_id = form_ids(lan.get("/chat").text)[0]
    lan.post("/post/chat", {"id": form_id, "start": "1"})
    assert (site.taken[0].text, site.taken[0].message_id) == ("/start", "")
    assert site.messages(lan.chat) == []


def test_a_secure_site_keeps_its_cookie_to_itself(site: Site) -> None:
    site.ports.is_secure = True
    cookie = site.visitor().send("xin chào").headers["set-cookie"]
    assert cookie.startswith("__Host-")
    assert "Secure" in cookie


def test_a_text_sent_twice_is_one_message_and_one_id(site: Site) -> None:
    lan = site.business()
    for _ in range(2):
        assert lan.send("một lần thôi", FORM).status_code == 303
    first, second = site.taken[-2:]
    assert first.id == second.id
    assert first.message_id == second.message_id
    assert [each.text for each in site.messages(lan.chat)].count("một lần thôi") == 1


def test_a_retry_after_the_bot_broke_finds_its_message_again(site: Site) -> None:
    lan = site.business()
    site.fails = 1
    assert lan.send("thử lại", FORM).status_code == 500
    assert lan.send("thử lại", FORM).status_code == 303
    assert site.taken[-1].message_id == site.taken[-2].message_id
    assert [each.text for each in site.messages(lan.chat)].count("thử lại") == 1


def test_two_people_may_use_the_same_form_id(site: Site) -> None:
    lan, minh = site.business(), site.officer("Minh")
    lan.send("của Lan", FORM)
    minh.send("của Minh", FORM)
    assert site.taken[-1].id != site.taken[-2].id


def test_a_form_without_a_proper_id_is_refused(site: Site) -> None:
    lan = site.business()
    for bad in ("", "short", "with space 12", "x" * 65):
        assert lan.post("/post/chat", {"id": bad, "text": "a"}).status_code == 400


def test_an_empty_form_does_nothing(site: Site) -> None:
    lan = site.business()
    assert lan.send("  \r\n ").status_code == 303
    assert len(site.taken) == 1


def test_a_text_loses_control_characters_and_windows_line_ends(site: Site) -> None:
    lan = site.business()
    lan.send("một\r\nhai\x00\x1b ba ")
    assert site.taken[-1].text == "một\nhai ba"


def test_a_text_nobody_types_is_too_long(site: Site) -> None:
    assert site.business().send("a" * 20_001).status_code == 413


def test_an_answer_knows_what_it_answers(site: Site) -> None:
    lan = site.business()
    question = site.write(lan.chat, "Doanh nghiệp nào?")
    lan.send("Công ty Lan Anh", reply_to=str(question))
    assert site.taken[-1].reply_to == str(question)
    assert f'href="#m{question}"' in lan.get("/chat").text


def test_one_may_correct_ones_own_words(site: Site) -> None:
    lan = site.business()
    message = site.taken[-1].message_id
    lan.send("xin chào anh", edit=message)
    taken = site.taken[-1]
    assert (taken.edited, taken.message_id, taken.text) == (True, message, "xin chào anh")
    (shown,) = site.messages(lan.chat)
    assert (shown.text, shown.body["edited"]) == ("xin chào anh", True)


def test_nobody_corrects_the_words_of_others(site: Site) -> None:
    minh, hoa = site.officer("Minh"), site.officer("Hoa")
    minh.send("của Minh")
    theirs = site.taken[-1].message_id
    bots = site.write(minh.chat, "của bot")
    before = len(site.taken)
    assert hoa.send("đổi", edit=theirs).status_code == 409
    assert hoa.send("đổi", edit=str(bots)).status_code == 409
    assert len(site.taken) == before


def test_an_officer_speaks_in_the_group_under_a_name(site: Site) -> None:
    minh = site.officer("Minh")
    minh.send("/traloi xong")
    taken = site.taken[-1]
    assert not taken.private
    assert (taken.chat.id, taken.sender.name) == (f"desk:{CONSTRUCTION}", "Minh")
    hoa = site.officer("Hoa")
    assert ">Minh</p>" in hoa.get("/desk").text


def test_a_tap_brings_its_button_and_its_message(site: Site) -> None:
    lan = site.business()
    message = site.write(lan.chat, "Đúng không?", buttons=BUTTONS)
    lan.tap(message, "yes:1", FORM)
    taken = site.taken[-1]
    assert (taken.choice, taken.tap_id, taken.message_id) == ("yes:1", FORM, str(message))


def test_a_button_the_message_does_not_have_is_not_taken(site: Site) -> None:
    lan, minh = site.business(), site.officer("Minh")
    mine = site.write(lan.chat, "Đúng không?", buttons=BUTTONS)
    other = site.write(minh.chat, "Thẻ", buttons=[[["Nhận", "accept:1"]]])
    before = len(site.taken)
    lan.tap(mine, "accept:1")
    lan.tap(other, "accept:1")
    lan.tap(10**9, "yes:1")
    forged = {"id": FORM, "message": str(mine), "choice": "forged"}
    answer = lan.post("/tap/chat", forged, headers={"accept": "application/json"})
    assert "Nút này không còn" in answer.json()["toast"]
    assert len(site.taken) == before


def test_a_tap_sent_again_after_its_buttons_went_is_the_same_tap(site: Site) -> None:
    lan = site.business()
    message = site.write(lan.chat, "Đúng không?", buttons=BUTTONS)
    lan.tap(message, "yes:1", FORM)
    change(site, lan.chat, message)
    lan.tap(message, "yes:1", FORM)
    assert site.taken[-1].id == site.taken[-2].id
    lan.tap(message, "no:1", "another-form")
    assert len(site.taken) == 3


def test_which_button_was_tapped_stands_nowhere(site: Site) -> None:
    lan = site.business()
    lan.tap(site.write(lan.chat, "Đúng không?", buttons=BUTTONS), "yes:1", FORM)
    slots = site.store.call(lambda tx: [row.slot for row in tx.rows(select(Slot))])
    assert [slot for slot in slots if "yes" in slot or FORM in slot] == []
    assert any(slot.startswith(messages.TAPPED) for slot in slots)


def change(site: Site, chat: str, message: int) -> None:
    site.store.call(lambda tx: page.change(tx, chat, message, "Đã chọn", {}))


def test_files_are_what_they_contain(site: Site) -> None:
    lan = site.business()
    lan.send(
        "kèm tệp",
        files=[
            ("files", ("../../ảnh.exe", PNG, "application/x-evil")),
            ("files", ("don.pdf", PDF, "image/png")),
            ("files", ("trống.txt", b"", "text/plain")),
        ],
    )
    photo, document, empty = site.taken[-1].uploads
    assert (photo.kind, photo.name, photo.mime) == (FileKind.PHOTO, "ảnh.exe", "image/png")
    assert (document.kind, document.mime, document.size) == (FileKind.DOCUMENT, "application/pdf", len(PDF))
    assert (empty.name, empty.size) == ("trống.txt", 0)  # announced, so that its sender is told that nothing was in it
    assert site.ports.blobs.get(photo.ref.removeprefix("blob:")) == PNG
    shown: PageText = site.messages(lan.chat)[-1]
    html = lan.get("/chat").text
    assert f'<img src="/files/chat/{shown.id}/0"' in html
    assert f'href="/files/chat/{shown.id}/1" download' in html


def test_a_file_too_large_is_refused_whole(site: Site) -> None:
    lan = site.business()
    before = len(site.taken)
    assert lan.send("to", files=[("files", ("a.bin", bytes(100_001), ""))]).status_code == 413
    assert lan.send("nhiều", files=[("files", (f"{n}.txt", b"a", "")) for n in range(11)]).status_code == 400
    assert len(site.taken) == before


def test_posting_too_fast_is_slowed(site: Site) -> None:
    lan = site.business()
    site.app.state.limits.posts.times = 3
    assert [lan.send("nhanh").status_code for _ in range(4)] == [303, 303, 303, 429]


def test_strangers_from_one_address_are_counted(site: Site) -> None:
    site.app.state.limits.strangers.times = 1
    lan = site.visitor()
    assert lan.send("một").status_code == 303
    lan.client.cookies.clear()
    assert lan.send("hai").status_code == 429


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\xff\xd8\xff\xe0", FileKind.PHOTO),
        (b"RIFF\0\0\0\0WEBPVP8 ", FileKind.PHOTO),
        (b"RIFF\0\0\0\0WAVEfmt ", FileKind.AUDIO),
        (b"\0\0\0\x18ftypmp42", FileKind.VIDEO),
        (b"\0\0\0\x18ftypM4A ", FileKind.AUDIO),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'>", FileKind.DOCUMENT),
        (b"<html><script>", FileKind.DOCUMENT),
        (b"", FileKind.DOCUMENT),
    ],
)
def test_the_first_bytes_say_the_kind(head: bytes, kind: FileKind) -> None:
    assert sniff(head)[0] is kind


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("đơn.pdf", "đơn.pdf"),
        ("C:\\a\\b\\đơn.pdf", "đơn.pdf"),
        ("../../etc/passwd", "passwd"),
        ("..", ""),
        ("ảnh\u202egpj.exe", "ảnhgpj.exe"),
        ("a\r\nSet-Cookie: x.txt", "aSet-Cookie x.txt"),
        ("x" * 300 + ".docx", "x" * 100 + ".docx"),
    ],
)
def test_a_name_becomes_harmless(given: str, safe: str) -> None:
    assert safe_name(given) == safe
