"""What officers type in passing, and what is said then: nothing is left in silence, nothing reaches the wrong firm."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from domain.case.case import Actor, Case, Role, State
from domain.messages import Chat, Incoming, Network, Sender
from handlers import recording
from handlers.province import Province
from handlers.receive import receive
from storage import cases, chats, messages, people
from storage.database import Store, Tx
from tests.cast import CONSTRUCTION, FINANCE, Hands, filed
from tests.handlers.rights.world import World

HERE, OTHERS = Chat(Network.TELEGRAM, "-5"), Chat(Network.TELEGRAM, "-6")
CARD = "900"
_NUMBERS = itertools.count(10_000)


class Office(World):
    """Minh and Hoa in the department's group, the card of a case before them, and another firm's case beside it."""

    def settles(self) -> Office:
        self.store.call(self._settle)
        return self

    def _settle(self, tx: Tx) -> None:
        person = people.meet(tx, Chat(Network.TELEGRAM, "1"), "1", "Lan", "vi")
        assert person.id == 1
        chats.bind(tx, HERE, "department", CONSTRUCTION, "Sở Xây dựng")
        recording.record(tx, filed(1))
        recording.record(tx, filed(2, by=Actor(Role.BUSINESS, 99, "Mai")))
        messages.remember(tx, HERE, messages.Known(CARD, 1, "card:1", {}))

    def minh(self, text: str = "", *, who: str = "Minh", at: str = "", chat: Chat = HERE, **more: Any) -> str:
        """What somebody writes, in reply to the card unless told otherwise, and what stands there then."""
        number = at or f"{next(_NUMBERS)}"
        more.setdefault("reply_to", CARD if not more.get("choice") else "")
        sender = Sender(who, who)
        incoming = Incoming(
            f"i{next(_NUMBERS)}", chat, sender, self.hands(), private=False, text=text, message_id=number, **more
        )
        last = self.last()
        self.store.call(lambda tx: receive(tx, self.province, incoming))
        return self.read(chat, last)

    def case(self, number: int = 1) -> Case:
        found = self.store.call(lambda tx: cases.load(tx, number))
        assert found is not None
        return found


@pytest.fixture
def office(store: Store, province: Province, hands: Hands) -> Office:
    return Office(store, province, hands).settles()


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("/trảlời Đã cấp giấy phép", State.ANSWERED),
        ("/tralo Đã cấp giấy phép", State.ANSWERED),
        ("/trả lời Đã cấp giấy phép", State.ANSWERED),
        ("/nhận", State.ACCEPTED),
        ("/hỏi Đã nộp bản vẽ chưa?", State.ASKED),
        ("/từ chối Việc này thuộc thẩm quyền Thuế tỉnh", State.DECLINED),
    ],
)
def test_a_mistyped_command_is_understood(office: Office, typed: str, state: State) -> None:
    office.minh(typed)
    assert office.case().state is state


@pytest.mark.parametrize("named", ["Thuế tỉnh Lạng Sơn", "thuế tỉnh", "thue-tinh", "Cục Thuế", "cơ quan thuế"])
def test_a_department_is_known_by_its_names(office: Office, named: str) -> None:
    office.minh(f"/chuyển {named} không thuộc thẩm quyền của Sở")
    assert office.case().department == "thue-tinh"


SAYS = [
    ("/chuyen cơ quan nào đó không thuộc thẩm quyền", "Không rõ cơ quan"),
    ("/traloi Đã cấp. #LS26-00002 cũng vậy", "còn nhắc mã #LS26-00002 của vụ việc khác"),
    ("/tuchoi không", "xin ghi rõ lý do"),
    ("/lệnhlạ xin giúp", "Không có lệnh này"),
]


@pytest.mark.parametrize(("typed", "said"), SAYS)
def test_what_cannot_be_done_is_said_and_does_nothing(office: Office, typed: str, said: str) -> None:
    assert said in office.minh(typed)
    assert office.case().state is State.FILED


def test_a_refused_reason_keeps_the_wish_and_the_next_words_are_the_second_try(office: Office) -> None:
    office.minh(choice="o:decline:1", tap_id="t")
    assert "xin ghi rõ lý do" in office.minh("không")
    office.minh("Việc này thuộc thẩm quyền Thuế tỉnh, xin gửi Thuế")
    assert office.case().state is State.DECLINED


def test_an_edit_adds_the_code_that_was_missing(office: Office) -> None:
    assert "ghi mã sau lệnh" in office.minh("/traloi Đã cấp giấy phép", at="777", reply_to="")
    office.minh("/traloi #LS26-00001 Đã cấp giấy phép", at="777", reply_to="", edited=True)
    assert office.case().state is State.ANSWERED


def test_an_edit_of_an_extensions_reason_is_refused_aloud(office: Office) -> None:
    office.minh("/giahan 3 chờ ý kiến Bộ", at="555")
    assert "sửa tin không thay đổi gì" in office.minh("/giahan 3 chờ ý kiến tỉnh", at="555", edited=True)


def test_a_colleagues_back_ends_what_was_asked_and_the_next_words_are_asked_about(office: Office) -> None:
    office.minh(choice="o:answer:1", tap_id="t")
    office.minh(choice="o:back:1", tap_id="t", who="Hoa")
    assert "muốn dùng nội dung này làm gì" in office.minh("Đã cấp giấy phép rồi")
    assert office.case().state is State.FILED


@pytest.mark.parametrize(
    ("typed", "state"), [("câu trả lời", State.ANSWERED), ("2", State.ANSWERED), ("ghi chú", State.FILED)]
)
def test_what_held_words_are_may_be_typed(office: Office, typed: str, state: State) -> None:
    office.minh("Giấy phép đã ký")
    office.minh(typed, reply_to="")
    assert office.case().state is state


def test_words_as_long_as_a_message_may_be_wait_for_their_rest(office: Office) -> None:
    assert "còn phần sau" in office.minh("/traloi " + "Đã cấp giấy phép. " * 230, full=True)
    assert office.case().state is State.FILED


def test_the_task_group_says_the_word_of_a_department_without_a_chat(office: Office) -> None:
    office.minh(f"/phoihop {FINANCE} cho ý kiến về giá đất")
    asked = office.read(Chat(Network.TELEGRAM, "-100"))
    assert "cho ý kiến về giá đất" in asked
    assert "/gopy #LS26-00001" in asked
    before = office.last()
    office.tuan("/gopy #LS26-00001 Giá đất theo bảng giá 2026")
    (part,) = office.case().parts
    assert part.said_at
    assert "Giá đất theo bảng giá 2026" in office.read(HERE, before)


def test_it_does_not_speak_for_one_that_has_a_chat(office: Office) -> None:
    office.store.call(lambda tx: chats.bind(tx, OTHERS, "department", FINANCE, "Sở Tài chính"))
    office.minh(f"/phoihop {FINANCE} cho ý kiến về giá đất")
    assert "không phụ trách" in office.tuan("/gopy #LS26-00001 Giá đất theo bảng giá 2026")
    assert not office.case().parts[0].said_at


def test_words_whose_message_has_become_something_else_are_held_anew(office: Office) -> None:
    office.minh("Giấy phép đã ký", at="31")
    office.store.call(lambda tx: messages.remember(tx, HERE, messages.Known("31", 1, "", {"with": "30"})))
    office.minh(choice="o:answer:1", tap_id="t")
    assert "muốn dùng nội dung này làm gì" in office.minh("Mời đến nhận", reply_to="")
