"""Lan in her private chat, Tuấn in the task group's: what each says, and what each reads in their language."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from sqlmodel import col, select

from bot.delivery.wording import Wording
from bot.settings import ROOT
from domain.messages import Chat, Choice, Incoming, Network, Notice, Sender
from handlers.province import Province
from handlers.receive import receive
from storage import chats, people
from storage.database import Store
from storage.people import Individual
from storage.tables import OutboxRow
from tests.cast import Hands
from tests.posted import items

LANS = Chat(Network.TELEGRAM, "70001")
OFFICE = Chat(Network.TELEGRAM, "-100")
_NUMBERS = itertools.count(1)
MATTER = "Hồ sơ xin giấy phép xây dựng của Công ty Hoa Sim đã hai tháng chưa có kết quả, tôi là Nguyễn Thị Lan"


@dataclass
class World:
    """One store with both of them."""

    store: Store
    province: Province
    hands: Hands
    language: str = "vi"
    chat: Chat = LANS
    wording: Wording = field(init=False)

    def __post_init__(self) -> None:
        self.wording = Wording(self.province.catalogue, ROOT / "locales")
        self.store.call(lambda tx: chats.bind(tx, OFFICE, "task-group", "", "Tổ công tác"))

    def lan(self, text: str = "", tap: str = "") -> str:
        """What Lan writes or taps; what she reads then, with its buttons under it."""
        sender = Sender("70001", "Lan Nguyen", self.language)
        return self._does(self.chat, sender, text, tap, private=True)

    def tuan(self, text: str = "", tap: str = "", reply_to: str = "") -> str:
        """What Tuấn writes or taps in the task group; what stands there then."""
        return self._does(OFFICE, Sender("9", "Tuấn"), text, tap, private=False, reply_to=reply_to)

    def _does(self, chat: Chat, sender: Sender, text: str, tap: str, *, private: bool, reply_to: str = "") -> str:
        number = next(_NUMBERS)
        incoming = Incoming(
            f"{number}",
            chat,
            sender,
            self.hands(),
            private=private,
            text=text,
            message_id=f"{number}",
            choice=tap,
            tap_id=f"tap{number}" if tap else "",
            reply_to=reply_to,
        )
        last = self.last()
        self.store.call(lambda tx: receive(tx, self.province, incoming))
        return self.read(chat, last)

    def last(self) -> int:
        """The number of the newest message of ours."""
        row = self.store.call(lambda tx: tx.first(select(OutboxRow.id).order_by(col(OutboxRow.id).desc()).limit(1)))
        return int(row.id) if row else 0

    def notices(self, chat: Chat, after: int = 0) -> list[Notice]:
        """What was posted to a chat since then."""
        posted = self.store.call(items)
        return [notice for number, where, notice in posted if where.id == chat.id and number > after]

    def read(self, chat: Chat, after: int = 0) -> str:
        """The same as its readers read it."""
        language = self.language if chat == self.chat else "vi"
        said = []
        for notice in self.notices(chat, after):
            said.append(self.wording.say(notice.words, language))
            said += [f"[{self._label(each, language)}|{each.data}]" for row in notice.choices for each in row]
        return "\n".join(said)

    def _label(self, choice: Choice, language: str) -> str:
        return self.wording.say(choice.label, language)

    def meets(self) -> None:
        """Lan agrees and files two cases, one of them hiding who she is."""
        self.lan("/start")
        self.lan(tap="p:agree")
        self.lan(f"/{'ngonngu' if self.language == 'vi' else 'language'} {self.language}")
        for tier in ("open", "hidden"):
            self.files(tier)

    def files(self, tier: str) -> str:
        """Lan files a case with the department of the sea; what she reads."""
        if "b:new" in self.lan(MATTER):
            self.lan(tap="b:new")
        person = self.person()
        if person and not person.business:
            self.lan("Công ty Hoa Sim, MST 4900001236")
        self.lan(tap="d:dept:so-bien")
        said = self.lan(tap=f"d:send:{tier}")
        return said + (self.lan(tap="d:anonymous") if tier == "anonymous" else "")

    def person(self) -> Individual | None:
        """Lan as she is known."""
        return self.store.call(lambda tx: people.find(tx, Network.TELEGRAM, "70001"))
