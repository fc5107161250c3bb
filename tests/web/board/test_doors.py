"""Who gets to the board: by a link that a preview does not use up, from a desk, and nobody by an address alone."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from domain.messages import Chat, Network
from storage import board, chats
from tests.web.board.conftest import Reads
from tests.web.site import CONSTRUCTION, FINANCE, HOST, Site, Visitor
from web.app import ROUTES

GROUP = Chat(Network.TELEGRAM, "-100")
PAGES = sorted(
    path
    for route in ROUTES
    if (path := getattr(route, "path", "")).startswith("/board") and "in/" not in path and path.count("{") == 0
)


def link(site: Site, role: str = "task-group", department: str = "") -> str:
    site.store.call(lambda tx: chats.bind(tx, GROUP, role, department, ""))
    return f"/board/in/{site.store.call(lambda tx: board.offer(tx, GROUP, 'Tuấn'))}"


def test_a_preview_of_the_link_uses_nothing_and_the_button_opens_the_board_once(site: Site) -> None:
    path, tuan, hoa = link(site), site.visitor(), site.visitor()
    for _ in range(3):
        preview = site.visitor().get(path, **{"user-agent": "TelegramBot (like TwitterBot)"})
        assert (preview.status_code, "set-cookie" in preview.headers) == (200, False)
    opened = tuan.post(path, {})
    assert (opened.status_code, opened.headers["location"]) == (303, "/board")
    assert opened.headers["referrer-policy"] == "no-referrer"
    assert "Bảng theo dõi" in tuan.get("/board").text
    assert hoa.post(path, {}).status_code == 404
    assert hoa.get(path).status_code == 404
    assert hoa.get("/board").status_code == 401


def test_the_cookie_is_out_of_reach_of_scripts_and_ends_with_the_session(site: Site) -> None:
    kept = site.visitor().post(link(site), {}).headers["set-cookie"].lower()
    assert "govuong-board=" in kept
    assert "httponly" in kept
    assert "samesite=lax" in kept
    assert f"max-age={8 * 3600}" in kept
    site.ports.is_secure = True
    kept = site.visitor().post(link(site), {}).headers["set-cookie"]
    assert kept.startswith("__Host-govuong-board=")
    assert "secure" in kept.lower()


def test_another_site_cannot_open_a_link_for_somebody(site: Site) -> None:
    path = link(site)
    assert site.visitor().post(path, {}, origin="https://evil.example").status_code == 403
    assert site.visitor().post(path, {}).status_code == 303


@pytest.mark.parametrize(
    "path", [*PAGES, "/board/cases/LS26-00001", "/board/cases?file=csv", "/board?file=csv&table=now"]
)
def test_no_page_and_no_file_without_a_session(history_kept: Site, path: str) -> None:
    stranger, lan, minh = history_kept.visitor(), history_kept.business(), history_kept.officer("Minh")
    for visitor in (stranger, lan, minh):
        answer = visitor.get(path)
        assert answer.status_code in {401, 405}
        assert "LS26" not in answer.text


def test_a_session_ends_by_itself_by_signing_out_and_with_the_binding(site: Site, reads: Reads) -> None:
    tuan, dung, minh = reads(), reads("leadership"), reads("department", CONSTRUCTION)
    kept = {each.name: str(each.value) for each in tuan.client.cookies.jar}
    assert tuan.post("/board/leave", {}).status_code == 303
    thief = site.visitor()
    thief.client.cookies.update(kept)
    assert thief.get("/board").status_code == 401
    site.store.call(lambda tx: chats.unbind(tx, Chat(Network.TELEGRAM, f"-department-{CONSTRUCTION}")))
    assert (minh.get("/board").status_code, dung.get("/board").status_code) == (401, 200)
    site.ahead += timedelta(hours=8)
    assert dung.get("/board").status_code == 401


def test_a_desk_has_a_way_to_its_own_board(site: Site) -> None:
    for role, department, says in (
        ("task-group", "", "Tổ công tác"),
        ("leadership", "", "Lãnh đạo"),
        ("department", CONSTRUCTION, "Sở Xây dựng"),
    ):
        visitor = site.officer("Tuấn", department, role)
        assert 'action="/board/enter"' in visitor.get("/desk").text
        assert visitor.post("/board/enter", {"room": "desk"}).status_code == 303
        assert f"</span> · {says}</p>" in visitor.get("/board").text


def test_no_desk_no_board(site: Site) -> None:
    lan = site.business()
    assert 'action="/board/enter"' not in lan.get("/chat").text
    assert lan.post("/board/enter", {"room": "chat"}).status_code == 404
    assert lan.post("/board/enter", {"room": "desk"}).status_code == 403
    assert lan.post("/board/enter", {"room": "task-group"}).status_code == 404
    assert lan.post("/board/enter", {}, origin="https://evil.example").status_code == 403


def test_on_trial_every_desk_opens_its_board(trial: Site) -> None:
    tuan = trial.visitor()
    tuan.get("/try/task-group")
    assert tuan.post("/board/enter", {"room": "task-group"}).status_code == 303
    assert tuan.get("/board").status_code == 200
    assert trial.visitor().post("/board/enter", {"room": "leadership"}).status_code == 403


def test_nobody_reads_secrets_or_names_in_the_log(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    path = link(site)
    tuan = site.visitor()
    tuan.post(path, {})
    tuan.post(path, {})
    tuan.get("/board/cases?q=bí+mật&file=csv")
    written = "".join(capsys.readouterr())
    for event in ("board.entered", "board.link_unknown", "board.downloaded"):
        assert event in written
    for secret in (path.rsplit("/", 1)[1], "Tuấn", "bí", HOST):
        assert secret not in written


@pytest.mark.parametrize("path", ["/board/departments", "/board/signals", "/board/tasks"])
def test_what_compares_departments_is_not_a_departments(reads: Reads, path: str) -> None:
    assert reads("department", FINANCE).get(path).status_code == 404
    for role in ("task-group", "leadership"):
        assert reads(role).get(path).status_code == 200


def test_a_page_of_the_board_is_kept_by_no_browser_and_framed_by_none_but_ours(reads: Reads) -> None:
    headers = reads().get("/board").headers
    assert headers["cache-control"] == "no-store"
    assert "script-src 'self'" in headers["content-security-policy"]


def every_link(visitor: Visitor, path: str) -> set[str]:
    return set(re.findall(r'href="(/board[^"]*)"', visitor.get(path).text.replace("&amp;", "&")))


@pytest.mark.parametrize(("role", "department"), [("task-group", ""), ("leadership", ""), ("department", CONSTRUCTION)])
def test_every_link_of_every_page_leads_somewhere(history_kept: Site, reads: Reads, role: str, department: str) -> None:
    visitor = reads(role, department)
    links = {"/board"}
    for path in ("/board", "/board/trends", "/board/topics", "/board/places", "/board/hours", "/board/cases"):
        links |= every_link(visitor, path)
    wrong = {each: code for each in sorted(links) if (code := visitor.get(each).status_code) != 200}
    assert not wrong
    assert len(links) > 30
    assert history_kept
