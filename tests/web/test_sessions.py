"""How a desk or a conversation is opened, and how it ends. Lan writes, Minh answers, Hoa is next door."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from storage import chats
from tests.posted import items
from tests.web.site import CONSTRUCTION, FINANCE, NOW, Site, Visitor

# The desk


def test_a_code_opens_a_desk_once_and_binds_its_chat(site: Site) -> None:
    code = "MA-DUNG-MOT-LAN"
    site.store.call(lambda tx: chats.issue_code(tx, code, "department", CONSTRUCTION, NOW + timedelta(days=1)))
    minh, hoa = site.visitor(), site.visitor()
    assert minh.post("/desk/join", {"name": "Minh", "code": f" /gan {code.lower()} "}).status_code == 303
    assert "Sở Xây dựng" in minh.get("/desk").text
    assert hoa.post("/desk/join", {"name": "Hoa", "code": code}).status_code == 422
    (bound,) = site.store.call(chats.every_binding)
    assert (bound.chat.id, bound.role, bound.department) == (f"desk:{CONSTRUCTION}", "department", CONSTRUCTION)


def test_a_code_for_something_else_opens_no_desk_and_stays_good(site: Site) -> None:
    site.store.call(lambda tx: chats.issue_code(tx, "QUANTRI", "administrator", "", NOW + timedelta(days=1)))
    assert site.visitor().post("/desk/join", {"name": "Minh", "code": "QUANTRI"}).status_code == 422
    assert site.store.call(lambda tx: chats.use_code(tx, "QUANTRI")) == ("administrator", "")


def test_guessing_codes_is_slow(site: Site) -> None:
    hoa = site.visitor()
    guesses = [hoa.post("/desk/join", {"name": "Hoa", "code": f"guess-{n}"}).status_code for n in range(12)]
    assert guesses == [422] * 10 + [429] * 2
    assert site.officer("Minh").get("/desk").status_code == 200


def test_guessing_is_no_faster_with_many_addresses_of_one_ipv6_network(site: Site) -> None:
    def guess(address: str) -> int:
        return Visitor(site, {}, address).post("/desk/join", {"name": "Hoa", "code": "x"}).status_code

    assert [guess(f"2001:db8::{n}") for n in range(12)] == [422] * 10 + [429] * 2
    assert guess("2001:db8:0:1::1") == 422
    assert guess("testclient") == 422


@pytest.mark.parametrize("name", ["", "   ", "a\u202eb"])
def test_an_officer_has_a_readable_name(site: Site, name: str) -> None:
    assert "họ và tên" in site.visitor().post("/desk/join", {"name": name, "code": "x"}).text


def test_signing_out_ends_the_session_itself(site: Site) -> None:
    minh = site.officer("Minh")
    kept = {each.name: str(each.value) for each in minh.client.cookies.jar}
    assert minh.post("/leave/desk", {}).status_code == 303
    thief = site.visitor()
    thief.client.cookies.update(kept)
    thief.room = "desk"
    assert thief.send("còn đây").status_code == 403


def test_an_officers_session_ends_with_the_binding(site: Site) -> None:
    minh, hoa = site.officer("Minh"), site.officer("Hoa", FINANCE)
    minh.send("còn")
    desk = site.taken[-1].chat
    site.store.call(lambda tx: chats.unbind(tx, desk))
    assert minh.send("không còn").status_code == 403
    assert minh.post("/tap/desk", {"id": "form-of-minh", "message": "1", "choice": "x"}).status_code == 403
    assert hoa.send("vẫn còn").status_code == 303
    assert site.officer("Dung").send("bàn gắn lại").status_code == 303
    assert minh.send("vẫn không").status_code == 403


def test_an_officers_session_ends_when_nobody_uses_it(site: Site) -> None:
    minh, hoa = site.officer("Minh"), site.officer("Hoa")
    for days in (9, 18):
        site.ahead = timedelta(days=days)
        assert minh.send("mỗi tuần một lần").status_code == 303
    assert hoa.send("lâu rồi không vào").status_code == 403
    site.ahead = timedelta(days=31)
    assert minh.send("quá ba mươi ngày").status_code == 403


def test_doors_are_logged_without_names_codes_or_addresses(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    minh, lan = site.officer("Nguyễn Văn Minh"), site.business()
    path = link_of(lan)
    site.visitor().post(path, {})
    site.visitor().get("/chat/r/nobody-has-this")
    guesser = site.visitor()
    for _ in range(11):
        guesser.post("/desk/join", {"name": "Kẻ Đoán", "code": "DOAN-MA"})
    minh.post("/leave/desk", {})
    lan.post("/post/chat", {}, origin="https://evil.example")
    written = "".join(capsys.readouterr())
    for event in (
        "desk.joined",
        "desk.wrong_code",
        "desk.guessed_too_often",
        "link.opened",
        "link.unknown",
        "page.left",
    ):
        assert event in written
    assert "post.refused_from_another_site" in written
    for secret in ("Minh", "Kẻ Đoán", "DOAN-MA", "198.51.100", path.rsplit("/", 1)[1], "nobody-has", "evil.example"):
        assert secret not in written


# The private link


def link_of(lan: Visitor) -> str:
    """A private link to Lan's conversation, as a path."""
    page = lan.post("/chat/link", {}).text
    return page.split('value="http://localhost')[1].split('"')[0]


def test_the_private_link_goes_on_on_another_device(site: Site) -> None:
    lan = site.business()
    path = link_of(lan)
    (secret,) = [each.value for each in lan.client.cookies.jar]
    assert str(secret) not in path
    phone = site.visitor()
    asked = phone.get(path)
    assert (asked.status_code, "set-cookie" in asked.headers) == (200, False)
    assert phone.post(path, {}, origin="https://evil.example").status_code == 403
    assert "govuong-chat" not in phone.client.cookies
    answer = phone.post(path, {})
    assert (answer.status_code, answer.headers["location"]) == (303, "/chat")
    assert str(phone.client.cookies["govuong-chat"]) not in path
    assert answer.headers["referrer-policy"] == "no-referrer"
    phone.send("từ điện thoại")
    assert site.taken[-1].chat == site.taken[0].chat


def test_a_link_from_somebody_else_does_not_slip_in(site: Site) -> None:
    lan, hoa = site.business(), site.business()
    path = link_of(hoa)
    question = lan.get(path)
    assert (question.status_code, "set-cookie" in question.headers) == (200, False)
    assert lan.post(path, {}, origin="https://evil.example").status_code == 403
    assert lan.post(path, {}).status_code == 303
    lan.send("nay ở chỗ Hoa")
    assert site.taken[-1].chat == site.taken[1].chat


def test_a_link_is_no_session_itself(site: Site) -> None:
    path = link_of(site.business())
    thief = site.visitor()
    for room in ("chat", "desk"):
        thief.client.cookies.set(f"govuong-{room}", path.rsplit("/", 1)[1])
    assert thief.post("/post/desk", {"id": "form-of-nobody", "text": "x"}).status_code == 403
    thief.send("x")
    assert site.taken[-1].chat != site.taken[0].chat


def test_links_can_be_ended_and_the_devices_stay(site: Site) -> None:
    lan, hoa, phone = site.business(), site.business(), site.visitor()
    first, second, hoas = link_of(lan), link_of(lan), link_of(hoa)
    phone.post(first, {})
    assert lan.post("/chat/link/end", {}).status_code == 303
    for path in (first, second):
        assert site.visitor().get(path).status_code == 404
        assert site.visitor().post(path, {}).status_code == 404
    assert site.visitor().get(hoas).status_code == 200
    for device in (lan, phone):
        device.send("còn đây")
        assert site.taken[-1].chat == site.taken[0].chat


def test_signing_out_ends_the_links_unless_they_are_kept(site: Site) -> None:
    lan = site.business()
    path = link_of(lan)
    lan.post("/leave/chat", {"keep-links": "1"})
    assert site.visitor().get(path).status_code == 200
    lan.post(path, {})
    lan.post("/leave/chat", {})
    assert site.visitor().get(path).status_code == 404


def test_a_made_up_link_opens_nothing(site: Site) -> None:
    answer = site.visitor().get("/chat/r/" + "a" * 43)
    assert (answer.status_code, "set-cookie" in answer.headers) == (404, False)


def test_an_officers_secret_is_no_private_link(site: Site) -> None:
    minh = site.officer("Minh")
    (secret,) = [each.value for each in minh.client.cookies.jar]
    assert site.visitor().get(f"/chat/r/{secret}").status_code == 404


# Open sessions


def test_a_business_sees_its_devices_and_ends_one_of_them(site: Site) -> None:
    lan, phone, hoa = site.business(), site.visitor(), site.business()
    phone.post(link_of(lan), {})
    page = lan.get("/sessions/chat").text
    assert page.count("Phiên này") == 1
    (name,) = re.findall(r'name="session" value="([0-9a-f]{12})"', page)
    assert lan.post("/sessions/chat/end", {"session": name}, origin="https://evil.example").status_code == 403
    assert hoa.post("/sessions/chat/end", {"session": name}).status_code == 303
    phone.send("còn đây")
    assert site.taken[-1].chat == site.taken[0].chat, "nobody ends what is not theirs"
    assert lan.post("/sessions/chat/end", {"session": name}).status_code == 303
    phone.send("đã hết")
    lan.send("còn đây")
    assert site.taken[-2].chat != site.taken[-1].chat == site.taken[0].chat


def test_all_other_sessions_end_at_once_and_nobody_elses(site: Site) -> None:
    lan, phone, tablet, hoa = site.business(), site.visitor(), site.visitor(), site.business()
    path = link_of(lan)
    for device in (phone, tablet):
        device.post(path, {})
    assert lan.post("/sessions/chat/end", {"session": "others"}).status_code == 303
    for device in (phone, tablet):
        assert device.get("/sessions/chat").status_code == 303
    assert hoa.get("/sessions/chat").status_code == 200
    assert lan.get("/sessions/chat").text.count("<li>") == 1


def test_whoever_sits_at_a_desk_sees_who_else_does_and_ends_what_is_lost(site: Site) -> None:
    minh, lost, hoa = site.officer("Minh"), site.officer("Dung"), site.officer("Hoa", FINANCE)
    page = minh.get("/sessions/desk").text
    assert "Dung" in page
    assert "Hoa" not in page
    (name,) = re.findall(r'name="session" value="([0-9a-f]{12})"', page)
    minh.post("/sessions/desk/end", {"session": name})
    assert lost.send("từ máy đã mất").status_code == 403
    assert hoa.send("vẫn còn").status_code == 303
    assert minh.send("vẫn còn").status_code == 303


@pytest.mark.parametrize("name", ["", "%", "_", "0", "x" * 5000, "𝓃", "0' or '1'='1"])
def test_a_made_up_name_of_a_session_ends_nobodys(site: Site, name: str) -> None:
    lan, phone = site.business(), site.visitor()
    phone.post(link_of(lan), {})
    assert lan.post("/sessions/chat/end", {"session": name}).status_code in {303, 400}
    phone.send("còn đây")
    assert site.taken[-1].chat == site.taken[0].chat


@pytest.mark.parametrize("room", ["chat", "desk"])
def test_the_list_of_sessions_is_nobodys_who_has_none(site: Site, room: str) -> None:
    stranger = site.visitor()
    assert stranger.get(f"/sessions/{room}").status_code == 303
    assert stranger.post(f"/sessions/{room}/end", {"session": "others"}).status_code == 303


def test_who_opens_a_desk_is_told_to_the_task_group(site: Site) -> None:
    site.officer("Minh")
    ((_, chat, notice),) = site.store.call(items)
    assert chat.id == "desk:task-group"
    assert "desk-opened" in str(notice)
    assert "Minh" in str(notice)
