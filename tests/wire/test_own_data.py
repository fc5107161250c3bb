"""Somebody's whole story with their own data, over the wire: seen, copied, corrected, consent withdrawn, deleted.

The task group carries each out by a tap. In three languages.
"""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass

import pytest
from sqlmodel import SQLModel, select

from domain.case.case import Case
from domain.messages import Network
from storage import cases, people
from storage.database import Tx
from tests.wire.town import FIRM, PERMIT, Town

#: what is kept is looked into: it must be seen, sealed or not
pytestmark = pytest.mark.usefixtures("glass")
RIGHT = "Nguyễn Thị Phương Lan"


@dataclass(frozen=True)
class Tongue:
    """What Lan types, taps and reads, in the order of the story."""

    language: str
    command: str
    head: str
    copy: str
    copied: str
    name: str
    asked_name: str
    noted: str
    renamed: str
    withdraw: str
    send: str
    withdrawn: str
    none: str
    agree: str
    delete: str
    sure: str
    deleted: str


TONGUES = (
    Tongue(
        *("vi", "/dulieu", "Dữ liệu chúng tôi đang giữ", "📄 Bản sao", "đây là bản sao", "Sửa họ tên", "họ tên đúng"),
        *("Đã ghi nhận yêu cầu", "đã được sửa", "Rút sự đồng ý", "Gửi yêu cầu", "sự đồng ý đã được rút"),
        *("không có sự đồng ý nào", "Tôi đồng ý", "Xóa dữ liệu", "không khôi phục được", "dữ liệu đã được xóa"),
    ),
    Tongue(
        *(
            "en",
            "/mydata",
            "What we keep about you",
            "A copy",
            "here is the copy",
            "Correct my name",
            "your right name",
        ),
        *("is noted", "has been corrected", "Withdraw consent", "Send the request", "your consent is withdrawn"),
        *("No consent of yours", "I agree", "Delete my data", "cannot be brought back", "your data is deleted"),
    ),
    Tongue(
        *("zh", "/shuju", "我们保存的您的数据", "副本", "这是您的数据副本", "更正姓名", "您的正确姓名"),
        *("已登记请求", "已更正", "撤回同意", "提交请求", "您的同意已撤回"),
        *("目前没有有效的同意", "我同意", "删除数据", "无法恢复", "数据已删除"),
    ),
)


def unpacked(town: Town) -> tuple[dict[str, object], list[str]]:
    """What the zip says that Lan was sent, and the names in it."""
    town.is_quiet()
    sent = [each.payload["document"] for each in town.lan.bot_messages if "document" in each.payload]
    content = town.server.world.files[sent[-1]["file_id"]].content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return json.loads(archive.read("data.json")), archive.namelist()


def carried_out(town: Town, *labels: str) -> None:
    """Tuấn taps what stands under the newest request."""
    for label in labels:
        town.tuan.taps(label, in_=town.task_group)
    town.is_quiet()


def left_of_lan(tx: Tx) -> list[str]:
    """Every row of any table that still holds a word of hers."""
    tables = [mapped.class_ for mapped in SQLModel._sa_registry.mappers]
    rows = [(str(table.__tablename__), str(tuple(row))) for table in tables for row in tx.rows(select(table))]
    hers = (RIGHT, "Công ty Lan Anh", "4900001236", "nhà xưởng của tôi")
    return [f"{name}: {row[:300]}" for name, row in rows if any(word in row for word in hers)]


@pytest.mark.parametrize("tongue", TONGUES, ids=lambda each: each.language)
def test_seen_copied_corrected_withdrawn_and_deleted(town: Town, tongue: Tongue) -> None:
    lan = town.lan
    files(town)
    lan.says(f"/ngonngu {tongue.language}")
    town.is_quiet()

    lan.says(tongue.command)
    seen = lan.waits_for(tongue.head).words
    assert "Công ty Lan Anh" in seen
    lan.taps(tongue.copy)
    lan.waits_for(tongue.copied)
    told, names = unpacked(town)
    assert PERMIT in json.dumps(told, ensure_ascii=False)
    assert any(name.endswith(".pdf") for name in names)
    corrects_her_name(town, tongue)
    withdraws_and_agrees_again(town, tongue)

    lan.says(tongue.command)
    lan.waits_for(tongue.head)
    lan.taps(tongue.delete)
    lan.waits_for(tongue.sure)
    lan.taps(tongue.send)
    lan.waits_for(tongue.noted)
    carried_out(town, "Thực hiện", "Xóa ngay")
    lan.waits_for(tongue.deleted)
    town.is_quiet()
    assert town.product.call(lambda tx: people.find(tx, Network.TELEGRAM, str(lan.id))) is None
    assert town.product.call(left_of_lan) == []


def files(town: Town) -> None:
    """Lan sends one case with a file, by name."""
    town.meets(town.lan, FIRM)
    town.lan.sends_document("ho-so.pdf", b"%PDF-1.4 x", PERMIT)
    town.lan.waits_for("xem lại trước khi gửi")
    town.lan.taps("Gửi, nêu tên")
    town.lan.waits_for("Đã tiếp nhận vụ việc")


def corrects_her_name(town: Town, tongue: Tongue) -> None:
    town.lan.taps(tongue.name)
    town.lan.waits_for(tongue.asked_name)
    town.lan.says(RIGHT)
    town.lan.waits_for(tongue.noted)
    assert RIGHT in town.task_group.waits_for("Yêu cầu về dữ liệu").words
    carried_out(town, "Nhận yêu cầu", "Thực hiện")
    town.lan.waits_for(tongue.renamed)
    town.construction.waits_for("đã được sửa theo yêu cầu")
    assert the_case(town).author_name == RIGHT


def withdraws_and_agrees_again(town: Town, tongue: Tongue) -> None:
    lan = town.lan
    lan.taps(tongue.withdraw)
    lan.taps(tongue.send)
    lan.waits_for(tongue.noted)
    carried_out(town, "Thực hiện")
    lan.waits_for(tongue.withdrawn)
    lan.says(tongue.command)
    assert tongue.none in lan.waits_for(tongue.head).words
    lan.says("/start")
    town.is_quiet()
    lan.taps(tongue.agree)


def the_case(town: Town) -> Case:
    """Lan's one case."""
    (number,) = town.product.call(lambda tx: cases.ids_after(tx, 0))
    case = town.product.call(lambda tx: cases.look(tx, number))
    assert case is not None
    return case
