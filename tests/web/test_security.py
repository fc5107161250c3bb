"""Who may see and do what, and what a browser may make of our answers. Lan writes, Minh answers, Hoa is next door."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import pytest

from tests.web.site import CONSTRUCTION, FINANCE, HOST, PDF, PNG, Site, Visitor
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
