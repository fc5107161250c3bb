"""Who may see and do what, and what a browser may make of our answers. Lan writes, Minh answers, Hoa is next door."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from storage import chats
from tests.web.site import CONSTRUCTION, FINANCE, HOST, NOW, PDF, PNG, Site, Visitor
from web.guard import CSP

ANYWHERE = ("/", "/chat", "/desk", "/no/such/page", "/static/page.css", "/healthz", "/files/chat/1/0")
BUTTONS = [[["Nhận", "accept:1"]]]


def sent(site: Site, who: Visitor, content: bytes, name: str) -> str:
    """The path of a file somebody just sent."""
    who.send("tệp", files=[("files", (name, content, "text/html"))])
    return f"/files/{who.room}/{site.messages(who.chat)[-1].id}/0"


@pytest.mark.parametrize("path", ANYWHERE)
def test_every_answer_is_fenced(site: Site, path: str) -> None:
    headers = site.visitor().get(path).headers
    assert headers["content-security-policy"] == CSP
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["referrer-policy"] == "same-origin"
    assert "strict-transport-security" not in headers


def test_the_policy_allows_no_foreign_and_no_inline_scripts(site: Site) -> None:
    policy = dict(each.split(" ", 1) for each in CSP.split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["frame-ancestors"] == "'self'"
    lan = site.business()
    site.write(lan.chat, "Chọn", buttons=BUTTONS)
    html = lan.get("/chat").text
    assert "style=" not in html
    assert "onclick" not in html
    assert "<script>" not in html


@pytest.mark.parametrize(
    ("origin", "site_says", "status"),
    [
        (HOST, "", 303),
        ("https://evil.example", "", 403),
        ("http://localhost.evil.example", "", 403),
        ("http://localhost:1", "", 403),
        ("null", "", 403),
        ("null", "cross-site", 403),
        ("null", "same-site", 403),
        ("null", "same-origin", 303),
        ("", "", 403),
    ],
)
def test_only_our_own_pages_post(site: Site, origin: str, site_says: str, status: int) -> None:
    lan = site.business()
    form = {"id": "form-of-lan-02", "text": "tôi"}
    headers = {"sec-fetch-site": site_says}
    assert lan.post("/post/chat", form, origin=origin, headers=headers).status_code == status


def test_behind_a_proxy_the_public_address_counts(site: Site) -> None:
    site.ports.public_url = "https://govuong.example.vn"
    lan = site.business()
    form = {"id": "form-of-lan-03", "text": "tôi"}
    assert lan.post("/post/chat", form, origin="https://govuong.example.vn").status_code == 303


@pytest.mark.parametrize("path", ["/post/desk", "/tap/desk", "/tap/chat", "/post/so-xay-dung", "/post/desk:task-group"])
def test_without_a_session_nothing_is_taken(site: Site, path: str) -> None:
    answer = site.visitor().post(path, {"id": "form-of-nobody", "text": "tôi", "message": "1", "choice": "x"})
    assert answer.status_code in {403, 404}
    assert not site.taken


def test_a_secret_opens_one_kind_of_room_only(site: Site) -> None:
    lan, minh = site.business(), site.officer("Minh")
    (secret,) = [each.value for each in lan.client.cookies.jar]
    forger = site.visitor()
    forger.client.cookies.set("govuong-desk", str(secret))
    forger.room = "desk"
    assert forger.send("tôi là cán bộ").status_code == 403
    (secret,) = [each.value for each in minh.client.cookies.jar]
    forger.client.cookies.set("govuong-chat", str(secret))
    forger.room = "chat"
    forger.send("tôi là doanh nghiệp")
    assert site.taken[-1].private
    assert site.taken[-1].chat.id.startswith("p:")


def test_a_file_is_for_those_who_may_read_its_message(site: Site) -> None:
    lan, minh, hoa = site.business(), site.officer("Minh"), site.officer("Hoa", FINANCE)
    path = sent(site, lan, PNG, "ảnh.png")
    assert lan.get(path).status_code == 200
    for other in (minh, hoa, site.visitor(), site.business()):
        assert other.get(path).status_code == 404
        assert other.get(path.replace("/chat/", "/desk/")).status_code == 404
    path = sent(site, minh, PDF, "nội bộ.pdf")
    assert minh.get(path).status_code == 200
    assert hoa.get(path).status_code == 404
    assert lan.get(path.replace("/desk/", "/chat/")).status_code == 404


def test_a_file_from_another_messenger_stands_in_its_chats_only(site: Site) -> None:
    minh, hoa = site.officer("Minh"), site.officer("Hoa", FINANCE)
    file = site.attachment(PDF, "đơn.pdf")
    card = site.write(f"desk:{CONSTRUCTION}", "Thẻ", files=[file])
    assert minh.get(f"/files/desk/{card}/0").content == PDF
    assert minh.get(f"/files/desk/{card}/1").status_code == 404
    assert hoa.get(f"/files/desk/{card}/0").status_code == 404


def test_a_page_sent_as_a_file_is_never_shown_as_a_page(site: Site) -> None:
    lan = site.business()
    headers = lan.get(sent(site, lan, b"<html><script>alert(1)</script>", "trang.html")).headers
    assert headers["content-type"] == "application/octet-stream"
    assert headers["content-disposition"] == "attachment; filename*=UTF-8''trang.html"
    assert headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert headers["x-content-type-options"] == "nosniff"
    shown = lan.get(sent(site, lan, PNG, "ảnh.html")).headers
    assert (shown["content-type"], shown["content-disposition"][:6]) == ("image/png", "inline")


def test_what_people_write_stays_text(site: Site) -> None:
    lan = site.business()
    lan.send("<script>alert(1)</script> javascript:alert(1) \"onload='x' https://x.vn/?a='><b>")
    html = lan.get("/chat").text
    assert "<script>alert" not in html
    assert "&lt;script&gt;" in html
    assert 'href="javascript' not in html
    assert "<b>" not in html.split('id="messages"')[1].split("composer")[0]
    minh = site.officer("<i>Minh</i>")
    minh.send("tên")
    assert "<i>Minh" not in site.officer("Hoa").get("/desk").text


def test_a_body_too_large_is_refused_before_it_is_read(site: Site) -> None:
    lan = site.business()
    assert lan.post("/desk/join", {"name": "a" * 70_000, "code": "x"}).status_code == 413

    async def endless() -> AsyncIterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n'
        for _ in range(100):
            yield b"a" * 100_000

    headers = {"origin": HOST, "content-type": "multipart/form-data; boundary=x"}
    answer = site.run(lan.client.post("/post/chat", content=endless(), headers=headers))
    assert answer.status_code == 413


def test_a_fault_of_ours_shows_nothing_of_the_inside(site: Site) -> None:
    lan = site.business()
    site.fails = 2
    page = lan.send("một")
    assert page.status_code == 500
    assert "secret trouble" not in page.text
    assert "Có lỗi ở phía chúng tôi" in page.text
    form = {"id": "form-of-lan-04", "text": "hai"}
    line = lan.post("/post/chat", form, headers={"accept": "application/json"})
    assert "Có lỗi" in json.loads(line.text)["toast"]


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


# Trying it


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8080", "localhost.evil.example", "192.0.2.7", ""])
def test_the_trial_answers_this_machine_only(trial: Site, host: str) -> None:
    stranger = trial.visitor()
    assert "iframe" not in stranger.get("/", host=host).text
    assert stranger.get("/try/task-group", host=host).status_code == 404
    assert stranger.post(
        "/clock", {"step": "week"}, headers={"host": host, "origin": f"http://{host}"}
    ).status_code in {
        403,
        404,
    }


@pytest.mark.parametrize("host", ["localhost", "localhost:8080", "127.0.0.1:8080", "[::1]:8080", "[::1]"])
def test_the_trial_opens_on_this_machine(trial: Site, host: str) -> None:
    assert "iframe" in trial.visitor().get("/", host=host).text


def test_without_the_trial_no_room_opens_without_a_code(site: Site) -> None:
    for room in (CONSTRUCTION, "task-group", "leadership"):
        assert site.visitor().get(f"/try/{room}").status_code == 404
        assert site.visitor().post(f"/post/{room}", {"id": "form-of-nobody", "text": "x"}).status_code == 404
