"""Makes the database that tests/storage/test_earlier_versions.py keeps of a version, by that version's own code.

Before a version is handed over: `VERSION_TO=tests/storage/versions/NNNN.db.xz pytest tests/wire/make_version.py`, where
NNNN is its newest migration. Not among the tests, for it tests nothing.
"""

from __future__ import annotations

import lzma
import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.outgoing import outbox
from tests.wire.town import Town

SECRET = re.compile(r"[A-HJ-NP-Z2-9]{4}(?:-[A-HJ-NP-Z2-9]{4}){3}")


@pytest.mark.timeout(600)
def test_a_version_leaves_its_database(town: Town, tmp_path: Path) -> None:
    card = _accepted_with_a_reply(town)
    hidden = town.card(town.files(town.mai, "Giấy phép xây dựng của Công ty Mai Hoa bị trả lại", how="Gửi, giấu tên"))
    _solved(town)
    _anonymous(town)
    town.minh.replies(card, "Đã cấp giấy phép, mời đến nhận")
    town.construction.waits_for("nội dung này l")
    _drafted(town)
    town.is_quiet()
    town.server.faults.only = {"sendMessage"}
    town.server.faults.error_500 = 1.0
    town.hoa.replies(hidden, "/gui Sở đang xem hồ sơ")
    assert town.server.world.wait_until(lambda: bool(town.product.call(outbox.counts).get("waiting")), 20)
    _keep(town, tmp_path / "whole.db")


def _accepted_with_a_reply(town: Town):  # type: ignore[no-untyped-def]  # noqa: ANN202
    card = town.card(town.files(town.lan))
    town.minh.taps("Nhận việc", on=card)
    card.waits_for_edit("Cán bộ xử lý: Minh")
    town.minh.replies(card, "/hoi Số hồ sơ nào?")
    town.lan.replies(town.lan.waits_for("Số hồ sơ nào?"), "88/2026")
    town.construction.waits_for("88/2026")
    return card


def _solved(town: Town) -> None:
    nam = town.server.user("Nam")
    town.meets(nam, "Công ty Nam Sơn")
    card = town.card(town.files(nam, "Chúng tôi xin sửa tên đường trong giấy phép xây dựng"))
    town.minh.replies(card, "/traloi Đã sửa tên đường")
    nam.taps("Đã giải quyết", on=nam.waits_for("Đã sửa tên đường"))


def _anonymous(town: Town) -> None:
    nobody = town.server.user("Ẩn")
    town.meets(nobody, "Công ty Không Ai")
    nobody.says("Thuế kéo dài việc hoàn thuế giá trị gia tăng sáu tháng nay")
    nobody.waits_for("xem lại trước khi gửi")
    nobody.taps("🕶 Gửi ẩn danh")
    nobody.waits_for("mất mã thì không ai khôi phục được")
    nobody.taps("Gửi ẩn danh ngay")
    found = SECRET.search(nobody.waits_for("Đã tiếp nhận ẩn danh").words)
    assert found
    nobody.says(found[0][-4:])


def _drafted(town: Town) -> None:
    quan = town.server.user("Quân")
    town.meets(quan, "Công ty Quân Lạnh")
    quan.says("Hồ sơ xin giấy phép xây dựng kho lạnh bị kéo dài bốn tháng")
    quan.waits_for("xem lại trước khi gửi")


def _keep(town: Town, whole: Path) -> None:
    url = town.product.settings.database_url.removeprefix("sqlite:///")
    town.running.close()
    with closing(sqlite3.connect(url)) as database:
        database.execute("vacuum into ?", (str(whole),))
    Path(os.environ["VERSION_TO"]).write_bytes(lzma.compress(whole.read_bytes(), preset=9))
