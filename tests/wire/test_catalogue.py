"""The catalogue edited on the board of a running program: what it says in chats is the new content at once."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from bot import renewing
from bot.settings import ROOT
from storage import board, chats
from storage.database import Tx
from tests.conftest import SqliteFiles
from tests.product import Product, prepared
from tests.wire.telegram import TelegramServer
from tests.wire.town import TOKEN, Town, telegram_settings

#: who is told by telephone where: a case's department, and where a denunciation belongs
NUMBERS = {"so-xay-dung": "0205 3 812 345", "task-group": "1022", "thanh-tra-tinh": "0205 3 899 999"}


@pytest.fixture
def town(sqlite_files: SqliteFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Town]:
    """Every group bound, the page served, the province's folder its own; routing is not learnt anew for a number."""
    monkeypatch.setattr(renewing.Renewing, "_learn", lambda *_: None)
    folder = Path(shutil.copytree(ROOT / "catalogue" / "lang-son", tmp_path / "lang-son"))
    with TelegramServer(token=TOKEN) as server, ExitStack() as running:
        wanted = telegram_settings(tmp_path, sqlite_files.fresh(prepared), server, catalogue=folder)
        product = running.enter_context(Product(wanted, web=True))
        yield Town(server, product, running).settles()
        assert server.violations == []


def _link(tx: Tx) -> str:
    chat = next(each.chat for each in chats.every_binding(tx) if each.role == "task-group")
    return f"/board/in/{board.offer(tx, chat, 'Tuấn')}"


def enters(town: Town, numbers: dict[str, str]) -> None:
    """The task group types numbers in on the board."""
    url = town.product.url
    with httpx.Client(base_url=url, headers={"origin": url}, timeout=30) as browser:
        assert browser.post(town.product.call(_link)).status_code == 303
        for key, number in numbers.items():
            path = f"/board/catalogue/phones/edit?key={key}"
            mark = re.findall(r'name="mark" value="(\w+)"', browser.get(path).text)[0]
            assert browser.post(path, data={"mark": mark, "phone": number}).status_code == 303


@pytest.mark.timeout(180)
def test_a_number_from_the_board_is_told_where_a_case_is_looked_up_and_where_somebody_is_turned_away(
    town: Town,
) -> None:
    code = town.files(town.lan)
    town.lan.says(f"/tracuu {code}")
    assert "0205 3 812 345" not in town.lan.waits_for("Sở Xây dựng").text
    enters(town, NUMBERS)
    town.lan.says(f"/tracuu {code}")
    told = town.lan.waits_for("0205 3 812 345").text
    assert "1022" in told
    town.meets(town.mai)
    town.mai.says("Tôi tố cáo ông Nguyễn Văn X nhận hối lộ 50 triệu của doanh nghiệp tôi")
    turned = town.mai.waits_for("0205 3 899 999").text
    assert "1022" in turned
    enters(town, {"so-xay-dung": "0205 3 800 000"})
    town.lan.says(f"/tracuu {code}")
    assert "0205 3 812 345" not in town.lan.waits_for("0205 3 800 000").text
