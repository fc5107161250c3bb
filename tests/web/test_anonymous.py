"""Filing anonymously on the page, where we keep the chat ourselves: nothing of it stands there longer than an hour."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from domain.messages import Network
from storage import page
from storage.outgoing import outbox
from storage.page import PageText
from tests.conftest import SqliteFiles
from tests.leak import planted
from tests.leak.identities import found_in_file
from tests.postgres import Server
from tests.product import Product, prepared, settings
from tests.wire.test_anonymous import SECRET, leads_to, rows, text_of

#: what is kept is looked into: it must be seen, sealed or not
pytestmark = pytest.mark.usefixtures("glass")

PERMIT = "Hồ sơ cấp giấy phép xây dựng nhà xưởng của tôi nộp 2 tháng chưa có kết quả"
FORMS = itertools.count(1)


class Lan:
    """Somebody at a browser, whose chat the test can look into."""

    def __init__(self, product: Product, beside: str = "") -> None:
        self.product, self.beside = product, beside
        self.browser = httpx.Client(base_url=product.url, headers={"origin": product.url}, timeout=20)
        self.chat = ""

    def says(self, text: str, file: bytes = b"") -> None:
        files = {"files": ("don.pdf", file)} if file else None
        form = {"id": f"form-{next(FORMS):08}", "text": text}
        assert self.browser.post("/post/chat", data=form, files=files).status_code == 303
        people = self.product.call(rows)["people"]
        self.chat = next(
            row["chat_id"] for row in people if row["network"] == Network.PAGE and row["chat_id"] != self.beside
        )

    def taps(self, label: str) -> None:
        for message in reversed(self.sees()):
            for row in message.body.get("buttons") or []:
                for name, data in row:
                    if label in name:
                        form = {"id": f"form-{next(FORMS):08}", "message": str(message.id), "choice": data}
                        assert self.browser.post("/tap/chat", data=form).status_code == 303
                        return
        pytest.fail(f"no button {label}")

    def sees(self) -> list[PageText]:
        return self.product.call(lambda tx: page.last(tx, self.chat))

    def waits_for(self, part: str) -> PageText:
        for _ in range(200):
            for message in reversed(self.sees()):
                if part in message.text and not message.mine:
                    return message
            time.sleep(0.05)
        pytest.fail(f"no “{part}” in {[each.text[:60] for each in self.sees()]}")

    def is_quiet(self) -> None:
        for _ in range(200):
            if not self.product.call(outbox.counts).get("waiting"):
                return
            time.sleep(0.05)


@pytest.fixture
def lan(databases: SqliteFiles | Server, tmp_path: Path) -> Iterator[Lan]:
    """Lan at the page of the running product, past the greeting."""
    with Product(settings(tmp_path, databases.fresh(prepared)), web=True) as product:
        lan = Lan(product)
        lan.says("/start")
        lan.waits_for("đồng ý")
        lan.taps("Tôi đồng ý")
        lan.waits_for("Bây giờ")
        yield lan
        lan.browser.close()


def files_anonymously(lan: Lan, *files: bytes) -> str:
    lan.says(f"{PERMIT}, gọi 0912 345 678")
    lan.waits_for("mã số thuế")
    lan.taps("Bỏ qua")
    lan.waits_for("xem lại trước khi gửi")
    for file in files:
        lan.says("Tệp kèm", file)
    lan.taps("🕶 Gửi ẩn danh")
    lan.waits_for("mất mã thì không ai khôi phục được")
    lan.taps("Gửi ẩn danh ngay")
    found = SECRET.search(lan.waits_for("Đã tiếp nhận ẩn danh").text)
    assert found is not None
    lan.says(found.group()[-4:])
    lan.waits_for("Vụ việc đã hoàn tất")
    lan.is_quiet()
    return found.group()


def of_the_page(lan: Lan) -> dict[str, Any]:
    (person,) = [row for row in lan.product.call(rows)["people"] if row["network"] == "page"]
    return person


def everything_of(lan: Lan) -> tuple[dict[str, list[dict[str, Any]]], dict[str, Any]]:
    kept = lan.product.call(rows)
    return kept, kept["cases"][0]


def test_the_draft_is_gone_at_once_the_code_when_it_is_typed_back_and_the_rest_within_the_hour(lan: Lan) -> None:
    secret = files_anonymously(lan)
    assert [each.text for each in lan.sees() if PERMIT in each.text] == []
    assert secret not in text_of(lan.product.call(rows))
    assert secret not in lan.browser.get("/chat").text
    person = of_the_page(lan)
    lan.product.time_passes(timedelta(minutes=65))
    kept, case = everything_of(lan)
    assert secret not in text_of(kept)
    assert secret not in lan.browser.get("/chat").text
    assert leads_to(kept, case, person) == []
    chat = lan.chat.removeprefix("p:")
    assert [(name, row) for name, each in kept.items() for row in each if chat in text_of(row)] == []
    instants = {row["at"] for row in kept["journal"]}
    with_instants = [row for row in kept["page_messages"] if row["at"] in instants]
    assert with_instants == []


def test_the_original_of_a_file_is_not_kept_on_disk(lan: Lan) -> None:
    files_anonymously(lan, planted.pdf())
    for _ in range(200):
        if all(row["state"] == "stored" for row in lan.product.call(rows)["attachments"]):
            break
        time.sleep(0.1)
    on_disk = [path for path in lan.product.settings.files_dir.rglob("*") if path.is_file()]
    assert [found_in_file(path.read_bytes()) for path in on_disk] == [[]]
    (kept,) = lan.product.call(rows)["attachments"]
    assert (kept["person"], kept["ref"], kept["name"]) == (0, "", ".pdf")


def test_a_visit_leaves_the_page_within_the_hour(lan: Lan) -> None:
    secret = files_anonymously(lan)
    lan.says(f"/ma {secret}")
    lan.waits_for("Đã mở vụ việc ẩn danh")
    lan.waits_for("Mới, chờ nhận việc")
    lan.says("Tôi nói thêm: số hồ sơ 88, gọi 0912 999 888")
    lan.waits_for("cơ quan chỉ đọc được")
    lan.taps("Gửi như")
    lan.waits_for("Đã chuyển phần bổ sung")
    lan.taps("Rút vụ việc")
    lan.waits_for("Cơ quan sẽ dừng giải quyết")
    lan.taps("Có, rút vụ việc")
    lan.waits_for("Đã rút vụ việc")
    lan.says("/thoat")
    lan.waits_for("Đã thoát khỏi vụ việc ẩn danh")
    person = of_the_page(lan)
    lan.product.time_passes(timedelta(minutes=65))
    kept, case = everything_of(lan)
    assert case["state"] == "withdrawn"
    assert leads_to(kept, case, person) == []
    assert "999 888" not in text_of(kept)
    assert not [row for row in kept["slots"] if "r:" in row["slot"]]


def cookie_of(lan: Lan) -> str:
    (kept,) = [each for each in lan.browser.cookies.jar if each.name.endswith("govuong-chat")]
    return "with the tab" if kept.discard else "for long"


def test_whoever_comes_back_in_another_browser_leaves_no_trace_and_a_new_code_ends_with_the_visit(lan: Lan) -> None:
    secret = files_anonymously(lan)
    elsewhere = Lan(lan.product, beside=lan.chat)
    elsewhere.says(f"/ma {secret}")
    elsewhere.waits_for("Đã mở vụ việc ẩn danh")
    assert cookie_of(elsewhere) == "with the tab"
    elsewhere.says("/mamoi")
    found = SECRET.search(elsewhere.waits_for("Mã riêng mới").text)
    assert found is not None
    elsewhere.says("/thoat")
    elsewhere.waits_for("Đã thoát khỏi vụ việc ẩn danh")
    assert found.group() not in elsewhere.browser.get("/chat").text
    chat = elsewhere.chat.removeprefix("p:")
    elsewhere.browser.close()
    lan.product.time_passes(timedelta(minutes=65))
    kept = lan.product.call(rows)
    assert [(name, row) for name, each in kept.items() for row in each if chat in text_of(row)] == []


def test_of_who_files_anonymously_the_browser_keeps_nothing_beyond_its_tab(lan: Lan) -> None:
    assert cookie_of(lan) == "for long"
    files_anonymously(lan)
    assert cookie_of(lan) == "with the tab"


def test_who_has_a_case_of_their_own_stays_and_loses_only_the_draft(lan: Lan) -> None:
    lan.says("Cán bộ thuế giải thích chưa rõ về hoàn thuế giá trị gia tăng cho lô hàng tháng 5 của chúng tôi")
    lan.waits_for("mã số thuế")
    lan.taps("Bỏ qua")
    lan.waits_for("xem lại trước khi gửi")
    lan.taps("Gửi, nêu tên")
    lan.waits_for("Đã tiếp nhận vụ việc")
    lan.says(f"{PERMIT}, gọi 0912 345 678")
    lan.waits_for("việc mới")
    lan.taps("Việc mới")
    lan.waits_for("xem lại trước khi gửi")
    lan.taps("🕶 Gửi ẩn danh")
    lan.waits_for("mất mã thì")
    lan.taps("Gửi ẩn danh ngay")
    lan.waits_for("Đã tiếp nhận ẩn danh")
    assert cookie_of(lan) == "for long"
    lan.product.time_passes(timedelta(minutes=65))
    assert of_the_page(lan)["chat_id"] == lan.chat
    assert [each.text for each in lan.sees() if "Đã tiếp nhận vụ việc" in each.text]


def test_a_conversation_deleted_is_gone_from_every_table(lan: Lan) -> None:
    lan.says(f"{PERMIT}, gọi 0912 345 678")
    lan.waits_for("mã số thuế")
    lan.is_quiet()
    assert "Xóa cuộc trò chuyện này?" in lan.browser.get("/chat/delete").text
    assert lan.browser.post("/chat/delete").status_code == 303
    chat = lan.chat.removeprefix("p:")
    kept = lan.product.call(rows)
    assert [(name, row) for name, each in kept.items() for row in each if chat in text_of(row)] == []
    assert PERMIT not in text_of(kept)
    assert lan.browser.get("/chat/link").status_code in {303, 405}
