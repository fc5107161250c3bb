"""Trying the product opens every desk: for whoever sits at this machine, and for nothing that is real."""

from __future__ import annotations

import pytest

from storage import page
from storage.page import Holder
from tests.web.site import CONSTRUCTION, Site, Visitor
from web.app import create_app

ROOMS = ("/", "/chat", "/desk", "/try/task-group", "/try/leadership", f"/try/{CONSTRUCTION}")
ADDED_ON_THE_WAY = (
    "forwarded",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-forwarded-server",
    "x-real-ip",
    "via",
)


def sees_nothing(visitor: Visitor, **headers: str) -> bool:
    """True when neither a room nor the clock opens."""
    answers = [visitor.get(path, **headers) for path in ROOMS]
    answers.append(visitor.post("/clock", {"step": "hour"}, headers=headers))
    answers.append(visitor.post("/post/chat", {"id": "form-of-nobody", "text": "x"}, headers=headers))
    return all(each.status_code == 404 and "set-cookie" not in each.headers for each in answers)


@pytest.mark.parametrize("name", ADDED_ON_THE_WAY)
@pytest.mark.parametrize("value", ["127.0.0.1", "unknown"])
def test_what_came_through_a_proxy_sees_nothing_of_the_trial(trial: Site, name: str, value: str) -> None:
    assert sees_nothing(trial.visitor(), **{name: value})
    assert not trial.taken


@pytest.mark.parametrize("address", ["198.51.100.7", "10.0.0.5", "fe80::1", "::ffff:198.51.100.7", "testclient", ""])
@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8080"])
def test_a_host_that_says_localhost_makes_nobody_local(trial: Site, address: str, host: str) -> None:
    assert sees_nothing(Visitor(trial, {}, address), host=host)


def test_a_server_in_earnest_has_no_trial_whatever_is_said(site: Site) -> None:
    for host in ("localhost", "127.0.0.1", "[::1]"):
        here = Visitor(site, {}, "127.0.0.1")
        assert "iframe" not in here.get("/", host=host).text
        assert here.get("/try/task-group", host=host).status_code == 404
        assert here.post("/clock", {"step": "hour"}).status_code in {403, 404}


def test_what_a_trial_gave_out_opens_nothing_afterwards(trial: Site) -> None:
    """The same database, the same browser, started in earnest."""
    tuan = trial.visitor()
    for room in ROOMS:
        tuan.get(room)
    tuan.send("thử")
    secrets = {str(each.value) for each in tuan.client.cookies.jar}
    assert len(secrets) >= 4
    trial.ports.demo = False
    trial.app = create_app(trial.ports)
    for secret in secrets:
        later = Visitor(trial, {}, "127.0.0.1")
        for room in ("chat", "desk"):
            later.client.cookies.set(f"govuong-{room}", secret)
            later.room = room
            assert later.get(f"/chat/r/{secret}").status_code == 404
        assert later.post("/post/desk", {"id": "form-of-tuan", "text": "x"}).status_code == 403
        before = {each.chat.id for each in trial.taken}
        later.room = "chat"
        later.send("thật")
        assert trial.taken[-1].chat.id not in before


def test_a_secret_of_one_tried_room_opens_no_other(trial: Site) -> None:
    tuan = trial.visitor()
    tuan.get("/try/task-group")
    (secret,) = [str(each.value) for each in tuan.client.cookies.jar]
    thief = trial.visitor()
    thief.client.cookies.set("govuong-desk", secret)
    thief.room = "desk"
    assert thief.send("tôi là tổ công tác").status_code == 403


def test_a_real_secret_is_worth_nothing_on_trial(trial: Site) -> None:
    holder = Holder("task-group", "", "0011223344556677", "Tuấn")
    secret = trial.store.call(lambda tx: page.open_session(tx, holder))
    visitor = trial.visitor()
    visitor.client.cookies.set("govuong-desk", secret)
    visitor.room = "desk"
    assert visitor.send("x").status_code == 403


def test_no_room_chosen_leads_back_to_where_rooms_are_chosen(trial: Site) -> None:
    answer = trial.visitor().get("/try")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
