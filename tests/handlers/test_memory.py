"""What is remembered of a conversation: kept whole, read again as it was, also as the first version wrote it."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from domain.case.draft import Draft
from domain.messages import FileKind, Upload
from handlers import memory
from handlers.memory import (
    AWAITED,
    Album,
    Conversation,
    Early,
    GroupAlbum,
    GroupHeld,
    Held,
    Joining,
    Keeping,
    Looking,
    Offered,
    Settled,
    Step,
    Suggested,
    Visit,
)

NOW = datetime(2026, 11, 30, 2, tzinfo=UTC)

FULL = Conversation(
    step=Step.WHERE,
    case=7,
    since=NOW,
    choices=[Offered("b:new", "button-new"), Offered("b:to:7", "#LS26-00007")],
    album=Album("a1", 7),
    language_guessed=True,
    before=[Early("12", "Xin chào", [Upload(FileKind.PHOTO, "ref", "ảnh.jpg", "image/jpeg", 5)], "a0")],
    no_business=True,
    firm="Công ty Lan Anh",
    aside=Draft(texts={"9": "Việc khác"}),
    draft=Draft({"1": "Chậm cấp phép"}, (3, 4), "obstacle", offered=("so-xay-dung",), begun_at=NOW.isoformat()),
    held=Held({"2": "Bổ sung"}, [5], "a2"),
    offered=Suggested(NOW.isoformat(), [1], [2]),
    passed=9,
    settled=Settled(Draft({"3": "Thuế"}), NOW, 4),
    guest=Visit(8, NOW, Conversation(step=Step.ADD, case=8)),
    group_held=GroupHeld(7, "-100", "55"),
    group_album=GroupAlbum("a3", 7, "answer"),
    looking=Looking("-100", "giấy phép", 7, "late"),
    leaving=True,
    wish="name",
    called="Nguyễn Thị Lan",
    noticed=2,
    keeping=Keeping(9, "digest", NOW, NOW, reminded=True),
    joining=Joining(12, NOW),
)


def test_everything_remembered_is_read_again_as_it_was() -> None:
    assert memory.read(memory.written(FULL)) == FULL
    assert all(getattr(FULL, each.name) != getattr(Conversation(), each.name) for each in fields(Conversation))


def test_where_nothing_is_going_on_nothing_is_stored() -> None:
    assert memory.written(Conversation()) == {}
    assert memory.read({}) == Conversation()


def test_a_draft_and_a_visit_are_found_by_their_keys() -> None:
    stored = memory.written(Conversation(draft=Draft(), guest=Visit(1, NOW, Conversation())))
    assert {"draft", "guest"} <= set(stored)


def test_what_the_first_version_wrote_is_understood() -> None:
    at = NOW.isoformat()
    old: dict[str, Any] = {
        "step": "business",
        "case": 3,
        "since": at,
        "choices": [["d:skip", "button-no-business"]],
        "album": ["a1", 0],
        "language-guessed": True,
        "before": [{"id": "5", "text": "Alo", "files": [["photo", "ref", "", "", 9]], "album": ""}],
        "draft": {"texts": {"1": "Chậm"}, "files": [2], "kind": "obstacle", "offered": ["so-xay-dung"], "begun_at": at},
        "held": {"texts": {"2": "Thêm"}, "files": [], "album": ""},
        "offered": {"begun": at, "known": [1], "own": []},
        "settled": {"draft": {"texts": {"1": "Cũ"}, "files": []}, "at": at, "deflection": 6},
        "guest": {"case": 4, "since": at, "talk": {"step": "add", "case": 4}},
        "intent": {"verb": "answer", "extra": "", "case": 3, "since": at},
        "group-held": {"case": 3, "chat": "-1", "message": "8"},
        "group-album": ["a", 3, "answer"],
        "looking": {"words": "thuế", "chat": "-1"},
    }
    talk = memory.read(old)
    assert (talk.step, talk.since, talk.choices) == (Step.BUSINESS, NOW, [Offered("d:skip", "button-no-business")])
    assert talk.language_guessed
    assert talk.before == [Early("5", "Alo", [Upload(FileKind.PHOTO, "ref", "", "", 9)])]
    assert talk.draft == Draft({"1": "Chậm"}, (2,), "obstacle", offered=("so-xay-dung",), begun_at=at)
    assert talk.settled == Settled(Draft({"1": "Cũ"}), NOW, 6)
    assert talk.guest == Visit(4, NOW, Conversation(step=Step.ADD, case=4))
    assert talk.group_held == GroupHeld(3, "-1", "8")
    assert talk.group_album == GroupAlbum("a", 3, "answer")
    assert talk.looking == Looking("-1", "thuế")


def test_what_cannot_be_read_begins_anew_and_is_logged_without_its_words() -> None:
    with capture_logs() as logged:
        assert memory.read({"step": "no-such-step", "draft": {"texts": "bí mật"}}) == Conversation()
    assert "bí mật" not in str(logged)
    assert logged[0]["event"] == "memory.unreadable"


@pytest.mark.parametrize("step", Step)
def test_every_step_says_what_it_awaits(step: Step) -> None:
    assert AWAITED[step].what
    assert AWAITED[step].leads_to <= set(Step)


@given(st.sets(st.sampled_from([each.name for each in fields(Conversation)])))
def test_what_is_forgotten_is_as_at_the_beginning_and_the_rest_as_it_was(names: set[str]) -> None:
    talk = memory.read(memory.written(FULL))
    talk.forget(*sorted(names)) if names else None
    for each in fields(Conversation):
        expected = Conversation() if each.name in names else FULL
        assert getattr(talk, each.name) == getattr(expected, each.name)
