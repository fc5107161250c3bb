"""A business on Zalo, its department and the task group on Telegram, leadership on the page: one case for all."""

from __future__ import annotations

import contextlib
from contextlib import ExitStack
from pathlib import Path

from tests.conftest import SqliteFiles
from tests.product import Product, prepared, settings
from tests.wire.stories import on_page, on_telegram, on_zalo_bot, zalo
from tests.wire.stories.sides import code_in
from tests.wire.telegram import TelegramServer
from tests.wire.town import PERMIT
from tests.wire.town import TOKEN as TELEGRAM_TOKEN
from tests.wire.zalo.server import ZaloServer


def test_one_case_crosses_three_channels(sqlite_files: SqliteFiles, tmp_path: Path) -> None:
    with ExitStack() as running:
        telegram = running.enter_context(TelegramServer(token=TELEGRAM_TOKEN))
        bot = running.enter_context(ZaloServer())
        tokens = {"telegram_token": TELEGRAM_TOKEN, "telegram_api_url": telegram.url}
        wanted = settings(tmp_path, sqlite_files.fresh(prepared), **tokens, **on_zalo_bot.zalo_settings(bot))
        product = running.enter_context(Product(wanted, web=True))
        construction = on_telegram.bound(telegram, product, "so-xay-dung")
        task_group = on_telegram.bound(telegram, product, "task-group")
        leadership = running.enter_context(contextlib.closing(on_page.Group(product, "leadership")))
        lan = zalo.Person(bot.person("Lan"))
        lan.meets()
        lan.says(PERMIT)
        lan.waits_for("xem lại trước khi gửi")
        lan.chooses("Gửi, nêu tên")
        code = code_in(lan.waits_for("Đã tiếp nhận vụ việc"))
        construction.waits_for(f"📌 #{code} ·")
        for number in (1, 2):
            before = len(lan.said)
            (construction if number == 1 else task_group).does(f"/traloi #{code} Trả lời lần {number}")
            lan.waits_for(f"Trả lời lần {number}", after=before)
            lan.chooses("Chưa giải quyết")
            lan.waits_for("còn vướng ở đâu", after=before)
            lan.says(f"Vẫn chưa xong, lần {number}")
            task_group.waits_for(f"Vẫn chưa xong, lần {number}")
        leadership.waits_for(f"#{code}: doanh nghiệp báo chưa giải quyết lần nữa")
        assert telegram.violations == []
        assert bot.violations == []
