"""The way to the board from the chats: a link once, in private where the bot may write, else in the group."""

from __future__ import annotations

import re

import pytest
from sqlmodel import select

from storage import board
from storage.tables import MessageRow, OutboxRow
from tests.wire.town import Town, everything_said


def secret_in(text: str) -> str:
    """The secret of the link in a message."""
    found = re.search(r"http://127\.0\.0\.1:\d+/board/in/([\w-]{43})", text)
    assert found, text
    return found[1]


def test_somebody_who_knows_the_bot_gets_the_link_in_private(town: Town) -> None:
    town.tuan.starts()
    town.tuan.waits_for("đồng ý")
    town.tuan.says("/bang", in_=town.task_group)
    secret = secret_in(town.tuan.waits_for("liên kết dùng một lần cho Tuấn").text)
    told = town.task_group.waits_for("Đã gửi riêng cho Tuấn")
    assert secret not in told.text
    assert secret not in everything_said(town.task_group)
    assert town.product.call(lambda tx: board.is_offered(tx, secret))


def test_others_get_it_in_the_group_and_leadership_and_departments_have_one_too(town: Town) -> None:
    for person, group in ((town.dung, town.leadership), (town.minh, town.construction)):
        person.says("/board", in_=group)
        secret = secret_in(group.waits_for("liên kết dùng một lần").text)
        assert town.product.call(lambda tx, secret=secret: board.is_offered(tx, secret))  # type: ignore[misc]


def test_all_sessions_of_a_group_can_be_ended_in_it(town: Town) -> None:
    town.minh.says("/bang", in_=town.construction)
    secret = secret_in(town.construction.waits_for("liên kết dùng một lần").text)
    town.minh.says("/bang tat", in_=town.construction)
    town.construction.waits_for("Đã kết thúc 1 phiên xem bảng")
    assert not town.product.call(lambda tx: board.is_offered(tx, secret))


def test_nobody_gets_a_link_in_a_group_that_is_not_bound_or_in_private(town: Town) -> None:
    strangers = town.server.group("Nhóm lạ", [town.mai])
    town.mai.says("/bang", in_=strangers)
    strangers.waits_for("chưa được gắn")
    assert "/board/in/" not in everything_said(strangers)
    town.meets(town.lan)
    town.lan.says("/bang")
    town.is_quiet()
    assert not town.counts(town.lan, "/board/in/")


def test_the_head_of_a_department_gets_it_in_private(town: Town) -> None:
    head = town.server.user("Hạnh")
    head.starts()
    head.says(f"/gan {town.product.bind_code('so-xay-dung/head')}")
    head.waits_for("Lãnh đạo")
    head.says("/bang")
    assert secret_in(head.waits_for("liên kết dùng một lần").text)


@pytest.mark.usefixtures("glass")
def test_no_link_is_left_in_our_memory_once_it_is_sent(town: Town) -> None:
    town.minh.says("/bang", in_=town.construction)
    secret = secret_in(town.construction.waits_for("liên kết dùng một lần").text)
    town.is_quiet()
    rows = town.product.call(lambda tx: [*tx.rows(select(OutboxRow)), *tx.rows(select(MessageRow))])
    assert not [row for row in rows if secret in str(row)]
