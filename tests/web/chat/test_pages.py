"""The pages around the chats, their languages, and what machines ask."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta

import pytest

from tests.web.site import CONSTRUCTION, NOW, Site


def test_the_start_page_leads_to_chat_and_desk(site: Site) -> None:
    html = site.visitor().get("/").text
    assert 'href="/chat"' in html
    assert 'href="/desk"' in html
    assert "iframe" not in html


def test_the_trial_shows_three_chats_side_by_side(trial: Site) -> None:
    html = trial.visitor().get("/").text
    assert re.findall(r'<iframe name="[\w-]+" src="([^"]+)"', html) == [
        "/chat",
        f"/try/{CONSTRUCTION}",
        "/try/task-group",
    ]
    assert html.count("<option") > 10
    assert 'value="day"' in html


def test_a_tried_desk_opens_without_a_code_and_stays(trial: Site) -> None:
    minh = trial.visitor()
    assert "Sở Xây dựng" in minh.get(f"/try/{CONSTRUCTION}").text
    assert "set-cookie" not in minh.get(f"/try/{CONSTRUCTION}").headers
    minh.room = CONSTRUCTION
    minh.send("/traloi xong")
    assert (trial.taken[0].chat.id, trial.taken[0].sender.name) == (f"desk:{CONSTRUCTION}", "Minh")


def test_choosing_a_department_leads_to_its_desk(trial: Site) -> None:
    assert trial.visitor().get("/try?room=so-tai-chinh").headers["location"] == "/try/so-tai-chinh"
    assert trial.visitor().get("/try?room=//evil.example").headers["location"] == "/try/%2F%2Fevil.example"


@pytest.mark.parametrize(("step", "hours"), [("hour", 1), ("day", 24), ("week", 168)])
def test_the_trials_clock_can_be_pushed(trial: Site, step: str, hours: int) -> None:
    assert trial.visitor().post("/clock", {"step": step}).status_code == 303
    assert trial.ahead == timedelta(hours=hours)
    assert trial.visitor().post("/clock", {"step": "century"}).status_code == 400


def test_a_working_day_jumps_over_the_weekend(trial: Site) -> None:
    trial.ahead = timedelta(days=3)  # Saturday 28 November
    trial.visitor().post("/clock", {"step": "day"})
    assert (NOW + trial.ahead).strftime("%A") == "Monday"


@pytest.mark.parametrize(
    ("headers", "language"),
    [
        ({}, "vi"),
        ({"accept-language": "en-US,en;q=0.9,vi;q=0.8"}, "en"),
        ({"accept-language": "fr-FR, zh-CN;q=0.7, vi;q=0.3"}, "zh"),
        ({"accept-language": "fr;q=oops, *"}, "vi"),
        ({"cookie": "govuong-language=zh", "accept-language": "en"}, "zh"),
        ({"cookie": "govuong-language=xx", "accept-language": "en"}, "en"),
    ],
)
def test_a_visitor_is_spoken_to_in_their_language(site: Site, headers: Mapping[str, str], language: str) -> None:
    for path in ("/", "/chat", "/desk", "/no/such"):
        assert f'<html lang="{language}">' in site.visitor(**headers).get(path).text


def test_a_chosen_language_is_kept_and_told_to_the_bot(site: Site) -> None:
    lan = site.visitor()
    lan.get("/chat?lang=zh")
    lan.send("你好")
    assert site.taken[0].sender.language == "zh"


def test_older_messages_are_a_page_away(site: Site) -> None:
    lan = site.business()
    for number in range(210):
        site.write(lan.chat, f"tin số {number}.")
    newest = lan.get("/chat").text
    assert "tin số 209." in newest
    assert "tin số 5." not in newest
    older = re.search(r"/chat\?before=\d+", newest)
    assert older
    html = lan.get(older[0]).text
    assert "tin số 5." in html
    assert 'data-live=""' in html


def test_without_a_script_one_can_answer_and_correct(site: Site) -> None:
    lan = site.business()
    own = site.taken[0].message_id
    question = site.write(lan.chat, "Doanh nghiệp nào?")
    assert f'name="reply_to" value="{question}"' in lan.get(f"/chat?reply={question}").text
    assert f'name="edit" value="{own}"' in lan.get(f"/chat?edit={own}").text
    assert 'name="edit" value=""' in lan.get(f"/chat?edit={question}").text


def test_commands_and_codes_stand_out(site: Site) -> None:
    lan = site.business()
    site.write(lan.chat, "Gõ /tracuu #LS26-00001 hoặc xem https://langson.gov.vn/a.")
    html = lan.get("/chat").text
    assert '<a class="do" href="/chat?text=/tracuu%20%23LS26-00001">' in html
    assert '<strong class="code">#LS26-00001</strong>' in html
    assert '<a href="https://langson.gov.vn/a" target="_blank" rel="noopener noreferrer nofollow">' in html


def test_what_only_looks_like_a_command_is_no_link(site: Site) -> None:
    lan = site.business()
    site.write(lan.chat, "Ngày 1 /thang 5, lệnh /khongcogi, mã thì /ma ABCD.")
    html = lan.get("/chat").text
    assert re.findall(r'class="do" href="([^"]+)"', html) == ["/chat?text=/ma"]


def test_alive_and_ready(site: Site) -> None:
    parts = {"database": "ok"}

    async def ready() -> Mapping[str, str]:
        return parts

    site.ports.ready = ready
    probe = site.visitor()
    assert probe.get("/healthz").text == "ok\n"
    assert probe.get("/readyz").json() == parts
    parts["backlog"] = "since 2026-11-25T02:00Z"
    answer = probe.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, parts)  # a proxy must not drop every process at once
    parts["database"] = "OperationalError"
    assert probe.get("/readyz").status_code == 503


def test_metrics_where_somebody_counts(site: Site) -> None:
    probe = site.visitor()
    assert probe.get("/metrics").status_code == 404
    site.ports.metrics = lambda: b"govuong_updates 1\n"
    assert probe.get("/metrics").text == "govuong_updates 1\n"


def test_a_webhook_needs_no_origin_and_is_limited(site: Site) -> None:
    bodies: list[bytes] = []

    async def take(body: bytes, headers: Mapping[str, str]) -> int:
        bodies.append(body)
        return 200 if headers.get("x-secret") == "right" else 403

    site.ports.webhooks = {"telegram": take}
    run, client = site.run, site.visitor().client
    assert run(client.post("/webhooks/telegram", content=b"{}", headers={"x-secret": "right"})).status_code == 200
    assert run(client.post("/webhooks/telegram", content=b"{}")).status_code == 403
    assert run(client.post("/webhooks/zalo", content=b"{}")).status_code == 404
    assert run(client.post("/webhooks/telegram", content=bytes(1_000_001))).status_code == 413
    assert bodies == [b"{}", b"{}"]


def test_no_interface_description_is_published(site: Site) -> None:
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert site.visitor().get(path).status_code == 404
