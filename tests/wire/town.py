"""The cast of the stories in their chats, and what they do again and again.

Lan has a business; Minh and Hoa are officers for construction, Bình for tax; Tuấn is the task group; Dung leads.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.product import STARTS_AT, Product, free_port, settings
from tests.wire.telegram import TelegramServer
from tests.wire.telegram_groups import Group
from tests.wire.telegram_people import Person
from tests.wire.telegram_world import Message

TOKEN = "123456789:stand-in-token"
PERMIT = "Hồ sơ cấp giấy phép xây dựng nhà xưởng của tôi nộp 2 tháng chưa có kết quả"
FIRM = "Công ty Lan Anh, 4900001236"
JPEG = b"\xff\xd8\xff\xe0 a photo of a signboard "
DEPARTMENTS = {"so-xay-dung": "Sở Xây dựng", "thue-tinh": "Thuế tỉnh"}


def telegram_settings(folder: Path, url: str, server: TelegramServer, mode: str = "polling", **more: Any) -> Any:
    """Settings of a product in front of the stand-in."""
    port = free_port()
    given = {"telegram_token": TOKEN, "telegram_api_url": server.url, "telegram_mode": mode, "web_port": port}
    if mode == "webhook":
        given["public_url"] = f"http://127.0.0.1:{port}"
    return settings(folder, url, **{**given, **more})


@dataclass
class Town:
    """Everybody in their chats; `running` closes the product that runs now."""

    server: TelegramServer
    product: Product
    running: ExitStack = field(default_factory=ExitStack)

    def __post_init__(self) -> None:
        """People live here before anybody binds a group."""
        self.lan, self.mai = self.server.user("Lan", last_name="Nguyễn Thị"), self.server.user("Mai")
        self.minh, self.hoa = self.server.user("Minh"), self.server.user("Hoa")
        self.binh, self.tuan, self.dung = (self.server.user(name) for name in ("Bình", "Tuấn", "Dung"))
        self.hanh = self.server.user("Hạnh")

    def settles(self, construction: Group | None = None) -> Town:
        """Four groups, all bound; construction's may be of another kind."""
        self.construction = construction or self.server.group("Sở Xây dựng", [self.minh, self.hoa])
        self.tax = self.server.group("Thuế tỉnh", [self.binh])
        self.task_group = self.server.group("Tổ công tác", [self.tuan, self.hanh])
        self.leadership = self.server.group("Lãnh đạo", [self.dung])
        self.binds(self.tuan, self.task_group, "task-group")
        self.binds(self.dung, self.leadership, "leadership")
        self.binds(self.minh, self.construction, "so-xay-dung")
        self.binds(self.binh, self.tax, "thue-tinh")
        self.task_group.waits_for("vừa gắn một nhóm chat với Thuế")
        return self

    def binds(self, person: Person, group: Group, target: str) -> None:
        """A member binds the group with a fresh code."""
        person.says(f"/gan {self.product.bind_code(target)}", in_=group)
        group.waits_for("nơi làm việc của")

    def meets(self, person: Person, firm: str = FIRM) -> None:
        """Past the greeting and with a business remembered."""
        person.starts()
        person.taps("đồng ý")
        person.waits_for("Bây giờ")
        person.says("/doanhnghiep")
        person.waits_for("mã số thuế")
        person.says(firm)
        person.waits_for("Đã ghi nhận doanh nghiệp")

    def files(self, person: Person | None = None, text: str = PERMIT, *, how: str = "Gửi, nêu tên") -> str:
        """A known business (made known if need be) files one message; the code of the case."""
        person = person or self.lan
        if not person.bot_messages:
            self.meets(person, FIRM if person is self.lan else "Công ty Mai Hoa")
        person.says(text)
        person.waits_for("xem lại trước khi gửi")
        person.taps(how)
        return code_in(person.waits_for("Đã tiếp nhận vụ việc"))

    def card(self, code: str, group: Group | None = None) -> Message:
        """The case's card in the group."""
        return (group or self.construction).waits_for(f"📌 #{code} ·")

    def names(self, code: str, reason: str = "cần đối chiếu hồ sơ gốc") -> None:
        """Tuấn asks that the business be named, and Hạnh agrees."""
        self.tuan.says(f"/neuten #{code} {reason}", in_=self.task_group)
        self.task_group.waits_for("đề nghị nêu tên doanh nghiệp giấu tên")
        self.hanh.says(f"/neuten #{code} đồng ý", in_=self.task_group)

    def answered(self, text: str = "Sở đã cấp giấy phép, mời anh chị đến nhận") -> tuple[str, Message, Message]:
        """Lan files, Minh answers: the code, the card and the answer as Lan has it."""
        code = self.files()
        card = self.card(code)
        self.minh.replies(card, f"/traloi {text}")
        return code, card, self.lan.waits_for("trả lời:")

    def restarts(self) -> None:
        """The product stops as by a signal and starts again on the same database, its clock where it was."""
        ahead, wanted = self.product.parts.clock.ahead, self.product.settings
        self.running.close()
        self.product = self.running.enter_context(Product(wanted, web=wanted.telegram_mode == "webhook"))
        self.product.parts.clock.ahead = ahead

    def days_pass(self, days: float) -> None:
        """The clock and every timed job go on."""
        self.product.time_passes(timedelta(days=days))

    def counts(self, room: Person | Group, part: str) -> int:
        """How many messages of the bot in the chat say this now."""
        return sum(part in message.words for message in room.bot_messages)

    def is_quiet(self) -> None:
        """Wait until the bot has taken every update and sent all it has to."""
        assert self.server.world.wait_until(lambda: not self.server.feed.pending, 10)
        assert self.server.world.wait_until(self._nothing_waits, 10)

    def _nothing_waits(self) -> bool:
        from storage.outgoing import outbox  # noqa: PLC0415

        return not self.product.call(outbox.counts).get("waiting")


def sends_as_read(person: Person) -> None:
    """What is shown as its department will read it goes, where that was asked."""
    if person.bot_messages and any("Gửi như trên" in label for label in person.bot_messages[-1].labels):
        person.taps("Gửi như trên")


def code_in(message: Message) -> str:
    """The case code a message shows first."""
    return message.words.split("#")[1].split()[0].rstrip(":,.;")


def everything_said(group: Group) -> str:
    """All words, buttons and file names the bot ever showed in a chat, edits included."""
    said = []
    for message in group.chat.everything:
        if message.from_bot:
            said += [message.words, *message.labels, *(edit.text for edit in message.edits)]
            said += [file.name or "" for file in message.files]
    return "\n".join(said)


__all__ = [
    "DEPARTMENTS",
    "FIRM",
    "JPEG",
    "PERMIT",
    "STARTS_AT",
    "TOKEN",
    "Group",
    "Person",
    "Town",
    "code_in",
    "everything_said",
]
