"""The cast of the stories, the stand-in Telegram and the product in front of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.product import Product, free_port, prepared, settings
from tests.wire.telegram import TelegramServer

TOKEN = "123456789:stand-in-token"


@dataclass
class Town:
    """Lan has a business; Minh and Hoa are officers for construction, Bình for tax; Tuấn: task group; Dung leads."""

    server: TelegramServer
    product: Product
    lan: Any
    minh: Any
    hoa: Any
    binh: Any
    tuan: Any
    dung: Any
    construction: Any
    tax: Any
    task_group: Any
    leadership: Any


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    """A stand-in Telegram that checks everything in both directions; a violation fails the test."""
    with TelegramServer(token=TOKEN) as running:
        yield running
        assert running.violations == []


@pytest.fixture(params=["polling", "webhook"])
def mode(request: pytest.FixtureRequest) -> str:
    """Both ways updates come in."""
    return str(request.param)


def telegram_settings(folder: Path, url: str, server: TelegramServer, mode: str = "polling", **more: Any) -> Any:
    """Settings of a product in front of the stand-in."""
    port = free_port()
    given = {"telegram_token": TOKEN, "telegram_api_url": server.url, "telegram_mode": mode, "web_port": port}
    if mode == "webhook":
        given["public_url"] = f"http://127.0.0.1:{port}"
    return settings(folder, url, **{**given, **more})


@pytest.fixture
def product(server: TelegramServer, databases: Any, mode: str, tmp_path: Path) -> Iterator[Product]:
    """The product on this database, polling or behind its webhook."""
    wanted = telegram_settings(tmp_path, databases.fresh(prepared), server, mode)
    with Product(wanted, web=mode == "webhook") as running:
        yield running


@pytest.fixture
def town(server: TelegramServer, product: Product) -> Town:
    """Everybody in their chats, every group bound."""
    lan = server.user("Lan", language_code="vi")
    minh, hoa, binh, tuan, dung = (
        server.user(name, language_code="vi") for name in ("Minh", "Hoa", "Bình", "Tuấn", "Dung")
    )
    groups = {
        "so-xay-dung": server.group("Sở Xây dựng", [minh, hoa]),
        "thue-tinh": server.group("Thuế tỉnh", [binh]),
        "task-group": server.group("Tổ công tác", [tuan]),
        "leadership": server.group("Lãnh đạo", [dung]),
    }
    for target, (person, group) in {
        "task-group": (tuan, groups["task-group"]),
        "leadership": (dung, groups["leadership"]),
        "so-xay-dung": (minh, groups["so-xay-dung"]),
        "thue-tinh": (binh, groups["thue-tinh"]),
    }.items():
        person.says(f"/gan {product.bind_code(target)}", in_=group)
        group.waits_for("nơi làm việc của")
    return Town(server, product, lan, minh, hoa, binh, tuan, dung, *groups.values())


def consented(person: Any, name: str = "Công ty Lan Anh, 4900001236") -> None:
    """Past the greeting and with a business remembered."""
    person.starts()
    person.taps("đồng ý")
    person.says("/doanhnghiep")
    person.waits_for("mã số thuế")
    person.says(name)
