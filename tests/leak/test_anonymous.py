"""Whoever files anonymously is known to nobody, not even to our disk; who is named, to one department."""

from __future__ import annotations

import json

import httpx
import pytest
from sqlmodel import SQLModel, select

from storage.database import Tx
from tests.leak import planted
from tests.leak.boards import search_boards
from tests.leak.identities import FIRM, NAME, PHONE
from tests.leak.outputs import Outputs
from tests.leak.test_leaks import (
    AGAIN,
    OFFICERS,
    PAGES,
    PATIENCE,
    STORY,
    desk,
    quiet,
    sends,
    tells_everything,
    time_and_trouble,
)
from tests.wire.telegram_people import Person
from tests.wire.test_anonymous import types_back
from tests.wire.town import Town, code_in, sends_as_read

__all__ = ["desk"]

#: where the chat itself is known, as it is for everybody who has ever written
OF_THE_CHAT = {"people", "businesses", "representatives"}
CONDUCT = f"Cán bộ một cửa Sở Xây dựng vòi vĩnh, đòi phong bì mới nhận hồ sơ. Tôi là {NAME}, {FIRM}, gọi {PHONE}"


def files_anonymously(town: Town, ngoc: Person) -> tuple[str, str]:
    """Her words, a place, her telephone and every kind of file; the code of the case and the private one."""
    tells_everything(town, ngoc)
    sends(ngoc, "🕶 Gửi ẩn danh")
    ngoc.waits_for("mất mã thì không ai khôi phục được", PATIENCE)
    ngoc.taps("Gửi ẩn danh ngay")
    receipt = ngoc.waits_for("Đã tiếp nhận ẩn danh", PATIENCE)
    quiet(town)
    return code_in(receipt), types_back(ngoc, receipt)


def officers_work_and_she_returns(town: Town, code: str, secret: str, ngoc: Person) -> None:
    """Every verb in every group; after each that waits for her she comes back, says more and goes."""
    everywhere = ((town.minh, town.construction), (town.binh, town.tax), (town.tuan, town.task_group))
    for verb, words in {**OFFICERS, "unmask": "/neuten #{code} cần đối chiếu hồ sơ gốc"}.items():
        for person, group in everywhere:
            person.says(words.format(code=code), in_=group)
            quiet(town)
        if verb in {"ask", "answer", "decline"}:
            ngoc.says(f"/ma {secret}")
            ngoc.says(AGAIN)
            ngoc.sends_document(f"{FIRM}.pdf", planted.pdf(), AGAIN)
            ngoc.says("gửi")
            ngoc.says("3")
            ngoc.says(AGAIN)
            ngoc.says("gửi")
            ngoc.says("/thoat")
            quiet(town)


def everything_kept(tx: Tx) -> dict[str, list[str]]:
    """Every row of the database as text, by table."""
    models = [each for each in SQLModel.__subclasses__() if hasattr(each, "__table__")]
    kept = {}
    for model in models:
        rows = tx.rows(select(model))
        kept[str(model.__tablename__)] = [json.dumps(row._asdict(), ensure_ascii=False, default=str) for row in rows]
    return kept


def search(town: Town, outputs: Outputs, *but: int) -> Outputs:
    """Every chat but these."""
    for chat in town.server.world.chats.values():
        if chat.id not in but:
            outputs.chat(chat.type, chat)
    return outputs


@pytest.mark.timeout(400)
def test_who_files_anonymously_is_known_to_nobody(
    town: Town, ngoc: Person, desk: httpx.Client, capfd: pytest.CaptureFixture[str]
) -> None:
    code, secret = files_anonymously(town, ngoc)
    assert "Ẩn danh 🕶" in town.card(code).text
    officers_work_and_she_returns(town, code, secret, ngoc)
    outputs = Outputs(more=(str(ngoc.id), secret.lower()))
    outputs.desk(desk)
    time_and_trouble(town, code, [town.construction, town.tax, town.leadership])
    search(town, outputs, ngoc.id)
    outputs.pages(desk, PAGES)
    outputs.programs(desk, town.product)
    seen = search_boards(outputs, town.product)
    assert min(seen[each] for each in ("department", "leadership", "task-group")) > 10, seen
    for name, rows in town.product.call(everything_kept).items():
        for row in rows:
            if name not in OF_THE_CHAT:
                outputs.text(f"table {name}", row.replace(str(ngoc.id), "") if code not in row else row)
    for path in town.product.settings.files_dir.rglob("*"):
        if path.is_file():
            outputs.file("disk", "", path.read_bytes())
    said = capfd.readouterr()
    outputs.text("log", said.out + said.err)
    with capfd.disabled():
        print(f"\n{outputs.report()}")  # noqa: T201
    assert outputs.leaks == [], outputs.report()
    assert outputs.counts["group message"] > 100
    assert outputs.counts["group file"] > len(planted.CLEANED)
    assert outputs.counts["disk"] > len(planted.CLEANED) / 2, "several come out of the cleaning alike"


def test_who_is_named_is_named_to_one_department_alone(town: Town, ngoc: Person, desk: httpx.Client) -> None:
    ngoc.says(STORY)
    ngoc.waits_for("xem lại trước khi gửi", PATIENCE)
    ngoc.sends_document(f"{NAME}.pdf", planted.pdf())
    quiet(town)
    sends(ngoc, "Gửi, giấu tên")
    code = code_in(ngoc.waits_for("Đã tiếp nhận vụ việc", PATIENCE))
    town.card(code)
    town.names(code)
    town.construction.waits_for("doanh nghiệp được nêu tên", PATIENCE)
    town.binh.says(f"/chitiet #{code}", in_=town.tax)
    town.dung.says("/thongke", in_=town.leadership)
    town.days_pass(7)
    quiet(town)
    others = search(town, Outputs(), ngoc.id, town.task_group.chat.id, town.construction.chat.id)
    assert others.leaks == [], others.report()
    own = Outputs()
    own.chat("own", town.construction.chat)
    assert {each.partition(":")[0] for each in own.leaks} >= {"own message", "own edit", "own file"}


def test_those_complained_of_never_read_by_whom(town: Town, ngoc: Person, desk: httpx.Client) -> None:
    """Named to the Inspectorate, then given to the accused department by the task group: it reads masks."""
    inspectors = town.server.group("Thanh tra tỉnh", [town.hoa])
    town.binds(town.hoa, inspectors, "thanh-tra-tinh")
    ngoc.says(CONDUCT)
    ngoc.waits_for("xem lại trước khi gửi", PATIENCE)
    ngoc.sends_document(f"{NAME}.pdf", planted.pdf())
    quiet(town)
    ngoc.taps("Gửi, giấu tên")
    code = code_in(ngoc.waits_for("Đã tiếp nhận vụ việc", PATIENCE))
    town.card(code, inspectors)
    town.names(code)
    inspectors.waits_for("doanh nghiệp được nêu tên", PATIENCE)
    town.tuan.says(f"/giao so-xay-dung #{code} để sở tự kiểm tra", in_=town.task_group)
    town.card(code)
    for words in ("/chitiet #{code}", "/hoi #{code} Khi nào?", "/traloi #{code} Sở đã nhắc nhở cán bộ", "/quahan"):
        town.minh.says(words.format(code=code), in_=town.construction)
        quiet(town)
    ngoc.replies(ngoc.waits_for("Sở đã nhắc nhở"), AGAIN)
    quiet(town)
    sends_as_read(ngoc)
    town.tuan.says(f"/neuten #{code} cần đối chiếu hồ sơ gốc", in_=town.task_group)
    quiet(town)
    outputs = Outputs(more=(str(ngoc.id),))
    outputs.chat("group", town.construction.chat)
    outputs.desk(desk)
    assert outputs.leaks == [], outputs.report()
    assert outputs.counts["group file"] >= 1
