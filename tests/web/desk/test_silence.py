"""Nobody who types at a desk is left in silence: what did nothing says so."""

from __future__ import annotations

import pytest

from tests.web.desk.conftest import Office


@pytest.mark.parametrize(
    ("room", "typed", "answer"),
    [
        ("leadership", "Đề nghị Sở Xây dựng báo cáo việc này trước thứ Sáu", "chưa được chuyển đi"),
        ("leadership", "/abc", "Không có lệnh này"),
        ("so-xay-dung", "/abc", "Không có lệnh này"),
        ("task-group", "/ma ABCD", "Không có lệnh này"),
    ],
)
def test_what_did_nothing_is_answered(office: Office, room: str, typed: str, answer: str) -> None:
    with office.desk(room) as page:
        page.get_by_role("textbox").fill(typed)
        page.get_by_role("textbox").press("Enter")
        page.locator(".message", has_text=answer).first.wait_for()
