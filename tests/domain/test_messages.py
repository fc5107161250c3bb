"""What a notice says survives being kept as JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.messages import (
    TASK_GROUP,
    Audience,
    Chat,
    Lines,
    Name,
    Network,
    To,
    Value,
    Words,
    shortened,
    to_author,
    to_chat,
    to_department,
)
from storage.outgoing.notices import decode_value, encode_value

TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
ZONES = st.sampled_from((UTC, timezone(timedelta(hours=7)), timezone(-timedelta(hours=3, minutes=30))))
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=ZONES)  # noqa: DTZ001  hypothesis adds it
NAMES = st.builds(Name, st.sampled_from(("department", "topic", "short")), TEXT)
PLAIN = st.one_of(TEXT, st.integers(-(2**40), 2**40), MOMENTS, NAMES)
VALUES: st.SearchStrategy[Value] = st.recursive(
    PLAIN,
    lambda inner: (
        st.builds(Words, TEXT, st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), inner, max_size=3))
        | st.builds(Lines, st.lists(inner, max_size=3).map(tuple), st.sampled_from(("\n", " · ")))
    ),
    max_leaves=8,
)


@settings(deadline=None, max_examples=200)
@given(VALUES)
def test_a_value_comes_back_from_json_as_it_was(value: Value) -> None:
    text = json.dumps({"words": value}, ensure_ascii=False, default=encode_value)
    assert json.loads(text, object_hook=decode_value)["words"] == value


def test_an_instant_is_kept_in_utc() -> None:
    hanoi = datetime(2026, 11, 25, 9, 0, tzinfo=timezone(timedelta(hours=7)))
    assert encode_value(hanoi) == {"$at": "2026-11-25T02:00:00+00:00"}


@pytest.mark.parametrize("value", [1.5, b"", object(), {1, 2}])
def test_anything_else_is_refused_rather_than_kept_wrong(value: object) -> None:
    with pytest.raises(TypeError):
        encode_value(value)


def test_a_case_nobody_has_yet_is_addressed_to_the_task_group() -> None:
    assert to_department("") == TASK_GROUP
    assert to_department("thue-tinh") == To(Audience.DEPARTMENT, department="thue-tinh")


def test_an_address_holds_what_it_needs() -> None:
    chat = Chat(Network.TELEGRAM, "5")
    assert to_author(7).person == 7
    assert (to_chat(chat, "en").chat, to_chat(chat, "en").language) == (chat, "en")


@pytest.mark.parametrize(
    ("text", "shown"),
    [("", ""), ("đủ", "đủ"), ("vừa đúng", "vừa đúng"), ("dài hơn một", "dài hơn…"), ("dài quá xá", "dài quá…")],
)
def test_a_text_too_long_ends_in_an_ellipsis_and_never_exceeds_its_room(text: str, shown: str) -> None:
    assert shortened(text, 8) == shown
