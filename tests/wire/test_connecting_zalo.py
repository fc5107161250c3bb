"""README's "Connect Zalo" and the page of the province's administrator, walked by the settings and lines in them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot.channels import plan
from bot.channels.base import Use
from bot.channels.zalo_bot import messenger as bot_messenger
from bot.channels.zalo_oa import client as account_client
from bot.channels.zalo_oa import messenger as account_messenger
from bot.channels.zalo_oa import tokens
from bot.delivery import outcomes, rendering
from bot.settings import ROOT, Settings
from handlers.business import linking
from tests.conftest import SqliteFiles
from tests.product import Product, free_port, prepared
from tests.wire.stories import on_zalo_oa, zalo
from tests.wire.stories.sides import code_in
from tests.wire.town import PERMIT
from tests.wire.zalo.people import BOT_NAME
from tests.wire.zalo.server import TOKEN, ZaloServer
from tests.wire.zalo_oa.login import FIRST
from tests.wire.zalo_oa.server import APP, APP_SECRET, WEBHOOK_SECRET, OaServer

SECTION = (ROOT / "README.md").read_text(encoding="utf-8").split("## Connect Zalo\n")[1].split("\n## ")[0]
BOT, ACCOUNT, THEN = (each.strip() for each in re.split(r"^\d\. ", SECTION, flags=re.MULTILINE)[1:])
PAGE = (ROOT / "docs" / "zalo.md").read_text(encoding="utf-8")
SETTING = re.compile(r"`([A-Z]+(?:_[A-Z]+)+)(?:=(\w+))?`")
#: what whoever reads it has in hand
IN_HAND = {"ZALO_BOT_TOKEN": TOKEN, "ZALO_OA_APP_ID": APP, "ZALO_OA_APP_SECRET": APP_SECRET}
IN_HAND |= {"ZALO_OA_WEBHOOK_SECRET": WEBHOOK_SECRET, "ZALO_OA_REFRESH_TOKEN": FIRST}


def set_as(text: str, **known: str) -> dict[str, str]:
    """Every setting a text names, with the value it gives or that is in the reader's hand."""
    return {name: value or {**IN_HAND, **known}[name] for name, value in SETTING.findall(text)}


def line_in(text: str, begins: str) -> str:
    """The line to be typed that begins so."""
    found = re.search(f"`({re.escape(begins)}[^`]*)`", text)
    assert found is not None, begins
    return found.group(1)


class Installed:
    """A program with the settings that were set, beside a `.env` that says so, and its command line."""

    def __init__(self, running: ExitStack, folder: Path, url: str, given: dict[str, str]) -> None:
        self._folder, self._given = folder, given
        more = {"DATABASE_URL": url, "FILES_DIR": str(folder / "files"), "WEB_PORT": given["PUBLIC_URL"].split(":")[-1]}
        env = folder / ".env"
        env.write_text("".join(f"{name}={value}\n" for name, value in {**more, **given}.items()), encoding="utf-8")
        self._env = {name: value for name, value in os.environ.items() if name != "ENVIRONMENT"} | more | given
        self.settings = Settings(_env_file=env, log_level="error")
        self.product = running.enter_context(Product(self.settings, web=True))
        self.product.parts.clock.ahead = timedelta()  # as the command line's is

    def types(self, command: str, **instead: str) -> str:
        """What a command of the page prints."""
        program, *arguments = command.split()
        assert program == ".venv/bin/govuong"
        found = subprocess.run(
            [Path(sys.executable).parent / "govuong", *arguments],
            env={**self._env, **instead}, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        return found.stdout + found.stderr

    def code(self) -> str:
        """A code for the department."""
        return self.types(".venv/bin/govuong bind-code so-xay-dung").split("/gan ")[1].split()[0]


@pytest.fixture
def install(sqlite_files: SqliteFiles, tmp_path: Path) -> Callable[[ExitStack, dict[str, str]], Installed]:
    """A program set up by these settings."""
    return lambda running, given: Installed(running, tmp_path, sqlite_files.fresh(prepared), given)


def address() -> str:
    """Where the page is."""
    return f"http://127.0.0.1:{free_port()}"


def walks_a_case(lan: zalo.Person, group: zalo.Group) -> None:
    """From the first word to the answer, typed as the README says."""
    lan.meets()
    lan.says(PERMIT)
    lan.waits_for("xem lại trước khi gửi")
    lan.chooses("Gửi, nêu tên")
    code = code_in(lan.waits_for("Đã tiếp nhận vụ việc"))
    group.waits_for(f"📌 #{code} ·")
    group.does(line_in(THEN, "/traloi").replace("LS26-00012", code).replace("…", "Sở đã cấp giấy phép"))
    lan.waits_for("Sở đã cấp giấy phép")


Install = Callable[[ExitStack, dict[str, str]], Installed]


@pytest.mark.timeout(180)
def test_a_bot_is_connected_by_the_first_line_and_the_doctor_says_what_the_third_promises(install: Install) -> None:
    with ExitStack() as running:
        server = running.enter_context(ZaloServer())
        given = set_as(BOT, PUBLIC_URL=address())
        assert set(given) == {"ZALO_BOT_TOKEN", "PUBLIC_URL", "ZALO_BOT_MODE"}
        installed = install(running, {**given, "ZALO_BOT_API_URL": server.url})
        group = zalo.Group(server, "Sở Xây dựng")
        line = line_in(BOT, "@NAME").replace("CODE", installed.code())
        assert line.startswith("@NAME /gan ")
        group.does(line.removeprefix("@NAME "))  # the mention is what the picker writes
        group.waits_for("nơi làm việc của")
        walks_a_case(zalo.Person(server.person("Lan")), group)
        said = installed.types(line_in(THEN, ".venv/bin/govuong"))
        assert f"✓ Zalo Bot: {BOT_NAME}" in said
        assert f"✓ events come to {given['PUBLIC_URL']}/webhooks/zalo_bot" in said
        assert "✓ pictures and documents are sent as links" in said
        assert re.search(r"✓ Zalo Bot's plan: \d+ of 3000 messages", said)
        assert "polling" in BOT
        server.webhook = None
        said = installed.types(line_in(THEN, ".venv/bin/govuong"), ZALO_BOT_MODE="polling", PUBLIC_URL="")
        assert "✗ no picture can be sent" in said
        assert "what is written while the program is down is lost" in BOT
        assert "what is written while the program is down is lost" in said
        assert server.violations == []


def as_the_owner_agreed(server: OaServer) -> str:
    """The refresh token, fetched by the command that stands on the province's page."""
    found = re.search(r'`curl -H "(secret_key): KHÓA" -d "([^"]*)" (https://\S+)`', PAGE)
    assert found is not None
    header, form, url = found.groups()
    fields = dict(each.split("=") for each in form.split("&"))
    assert fields == {"app_id": "…", "grant_type": "authorization_code", "code": "MÃ", "code_verifier": "…"}
    assert url == f"{Settings.model_fields['zalo_oa_login_url'].default}/v4/oa/access_token"
    fields |= {"app_id": APP, "code": server.login.agree(), "code_verifier": "verifier"}
    to = url.replace("https://oauth.zaloapp.com", server.url)
    first, again = (httpx.post(to, data=fields, headers={header: APP_SECRET}).json() for _ in range(2))
    assert again["error"] != 0  # the code serves once
    return str(first["refresh_token"])


@pytest.mark.timeout(180)
def test_an_account_is_connected_by_the_second_line_with_the_token_the_page_tells_how_to_get(install: Install) -> None:
    with ExitStack() as running:
        server = running.enter_context(OaServer())
        given = set_as(ACCOUNT, PUBLIC_URL=address())
        assert set(given) == {each for each in IN_HAND if "_OA_" in each} | {"PUBLIC_URL"}
        table = PAGE.split("### Nối với phần mềm")[1].split("\n1. ")[0]
        assert set(given) <= set(re.findall(r"`(\w+)`", table))
        given["ZALO_OA_REFRESH_TOKEN"] = as_the_owner_agreed(server)
        server.webhook = line_in(ACCOUNT, "PUBLIC_URL/").replace("PUBLIC_URL", given["PUBLIC_URL"])
        here = {"ZALO_OA_API_URL": server.url, "ZALO_OA_LOGIN_URL": server.url}
        installed = install(running, {**given, **here})
        group = zalo.Group(server, "Sở Xây dựng")
        group.does(line_in(ACCOUNT, "/gan").replace("CODE", installed.code()))
        group.waits_for("nơi làm việc của")
        walks_a_case(on_zalo_oa.Person(server.person("Lan")), group)
        said = installed.types(line_in(THEN, ".venv/bin/govuong"))
        assert "✓ Zalo OA: the account answers" in said
        assert "✓ Zalo OA: it may write until" in said
        assert f"✓ events come to {server.webhook}" in said
        assert re.search(r"✓ Zalo OA's plan: 0 of 500 paid messages", said)
        assert server.violations == []


def test_every_figure_on_the_provinces_page_is_the_programs() -> None:
    defaults = {name: field.default for name, field in Settings.model_fields.items()}
    assert f"`ZALO_BOT_PLAN={defaults['zalo_bot_plan']}` là gói Cơ bản" in PAGE
    assert f"`ZALO_OA_PLAN={defaults['zalo_oa_plan']}`" in PAGE
    told = ", ".join(f"{round(100 * each)}" for each in plan._TOLD_AT[:-1])
    assert f"({told} và {round(100 * plan._TOLD_AT[-1])} %, mỗi mức một lần trong tháng)" in PAGE
    for use, what in ((Use.SIGN, "“đã ghi nhận”"), (Use.NEWS, "thay đổi của thẻ"), (Use.REMINDER, "nhắc hạn")):
        assert re.search(f"{round(100 * plan.SPARED_FROM[use])} % bỏ [^;]*{what}", PAGE)
    assert bot_messenger.PICTURE_LASTS == account_messenger.PICTURE_LASTS == timedelta(minutes=5)
    assert "ảnh gửi qua đường dẫn hết hạn sau 5 phút" in PAGE
    assert (rendering.LINK_LASTS, "mở được 24 giờ" in PAGE) == (timedelta(hours=24), True)
    assert (outcomes.LONGEST_TRY, "được giữ tối đa ba ngày" in PAGE) == (timedelta(days=3), True)
    free, ends = account_client.FREE, account_client.ENDS
    assert (free, ends, "48 giờ đầu" in PAGE) == (timedelta(hours=48), timedelta(days=7), True)
    assert (tokens.REFRESH_LASTS, "sống 90 ngày" in PAGE) == (timedelta(days=90), True)
    assert (linking.CODE_LIFE, "dùng một lần trong 10 phút" in PAGE) == (timedelta(minutes=10), True)
    assert (account_messenger.PATIENCE < 2, "đòi trả lời trong 2 giây" in PAGE) == (True, True)
