"""A site with cases of a made-up history, and browsers of those who read the board."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from domain.case import confidentiality, moves
from domain.case.case import Tier
from domain.case.decisions import Decision
from domain.messages import Chat, Network
from handlers import recording
from storage import board, chats, people
from storage.database import Tx
from storage.knowledge import signals
from tests.cast import HOA, LAN, MINH, NOW, filed, replying, said, term
from tests.web.site import CONSTRUCTION, FINANCE, Site, Visitor
from tests.web.site import NOW as TODAY

Reads = Callable[..., Visitor]
HIDDEN_FIRM, HIDDEN_PHONE = "Công ty Giấu Tên", "0912 345 678"
OPEN_FIRM = "Công ty Lan Anh"
GROUP = Chat(Network.TELEGRAM, "-100")
DAY = timedelta(days=1)


def history(tx: Tx) -> None:
    """Two dozen cases of two departments: open and answered, named, hidden and anonymous, late and in time."""
    people.meet(tx, Chat(Network.TELEGRAM, "1"), "1", "Nguyễn Thị Lan", "vi")
    for number in range(1, 25):
        tier = (Tier.OPEN, Tier.OPEN, Tier.OPEN, Tier.HIDDEN, Tier.ANONYMOUS)[number % 5]
        hides = tier is not Tier.OPEN
        text = f"Xin giấy phép số {number}, {HIDDEN_FIRM if hides else OPEN_FIRM}, gọi {HIDDEN_PHONE}"
        first = filed(
            number,
            department=(CONSTRUCTION, FINANCE)[number % 2],
            topic=("giay-phep-xay-dung", "")[number % 3 == 0],
            tier=tier,
            text=confidentiality.unsigned(text, LAN.name, HIDDEN_FIRM) if tier is Tier.ANONYMOUS else text,
            business_name="" if tier is Tier.ANONYMOUS else HIDDEN_FIRM if hides else OPEN_FIRM,
            tax_code="" if hides else "4900001236",
            term=term(TODAY + (number - 9) * DAY),
        )
        for decision in _course(number, first):
            recording.record(tx, decision)
        signals.place(tx, number, ("phuong-tam-thanh",) if number % 4 else ())


def _course(number: int, first: Decision) -> list[Decision]:
    story = [first]
    officer = (MINH, HOA)[number % 2]
    if number % 3:
        story.append(moves.accept(story[-1].case, officer, NOW + DAY))
    if number % 6 in {1, 4}:
        story.append(moves.ask(story[-1].case, officer, NOW + DAY, "Số hồ sơ?", (), "by", replying(NOW + DAY)))
    if number % 4 == 2:
        story.append(moves.answer(story[-1].case, officer, NOW + 3 * DAY, said(now=NOW + 3 * DAY)))
    if number % 8 == 2:
        story.append(moves.reopen(story[-1].case, LAN, NOW + 4 * DAY, "chưa xong", term(TODAY + DAY)))
    return story


@pytest.fixture
def history_kept(site: Site) -> Site:
    """The site with its history."""
    site.store.call(history)
    return site


@pytest.fixture
def reads(site: Site) -> Reads:
    """Signs somebody in: by default the task group."""

    def sign_in(role: str = "task-group", department: str = "", name: str = "Tuấn") -> Visitor:
        chat = Chat(Network.TELEGRAM, f"-{role}-{department}")
        site.store.call(lambda tx: chats.bind(tx, chat, role, department, name))
        secret = site.store.call(lambda tx: board.offer(tx, chat, name))
        visitor = site.visitor()
        assert visitor.post(f"/board/in/{secret}", {}).status_code == 303
        return visitor

    return sign_in
