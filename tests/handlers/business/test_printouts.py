"""A case on paper: what its author prints, in whatever language, and what nobody can read in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.case import moves, unmasking
from domain.case.case import Case, Tier
from domain.case.decisions import Decision
from domain.messages import Chat, Incoming, Lines, Network, Notice, Sender, Words
from handlers import recording
from handlers.business import dispatch, phones
from handlers.business.filed import printouts
from handlers.province import Province
from storage import files, people
from storage.database import Store, Tx
from tests.cast import CONSTRUCTION, LAN, MINH, NOW, TUAN, filed, said
from tests.posted import posted
from tests.web.site import wording

CHAT = Chat(Network.TELEGRAM, "7")
TELLING = "Công ty Lan Anh (4900001236), chị Nguyễn Thị Lan, 0912 345 678: hồ sơ giấy phép đã hai tháng chưa có kết quả"
WHO = ("Lan Anh", "4900001236", "Nguyễn Thị Lan", "0912", "345 678")


def printed(store: Store, province: Province, case: Case, language: str = "vi") -> str:
    """Everything that stands on the paper."""

    def read(tx: Tx) -> str:
        made = printouts.of(tx, province.catalogue, case)
        values = [made.title, *(value for pair in (*made.facts, *made.parts) for value in pair), *made.foot]
        return "\n".join(wording().say(value, language) for value in values)

    return store.call(read)


def recorded(store: Store, *story: Decision) -> Case:
    def write(tx: Tx) -> None:
        for each in story:
            recording.record(tx, each)

    store.call(write)
    return story[-1].case


def calling(province: Province, **numbers: str) -> Province:
    """The province with telephone numbers."""
    catalogue = province.catalogue
    departments = tuple(
        replace(each, phone=numbers.get("office", "")) if each.key in {CONSTRUCTION, "thanh-tra-tinh"} else each
        for each in catalogue.departments
    )
    return replace(
        province, catalogue=replace(catalogue, departments=departments, task_group_phone=numbers.get("group", ""))
    )


def test_it_says_who_what_where_until_when_and_what_happened(store: Store, province: Province) -> None:
    first = filed(text=TELLING, files=(1, 2))
    case = recorded(store, first, moves.answer(first.case, MINH, NOW, said("Sở đã cấp giấy phép")))
    paper = printed(store, province, case)
    for each in (
        "#LS26-00001",
        "Công ty Lan Anh",
        "4900001236",
        "Sở Xây dựng",
        TELLING,
        "2 tệp",
        "Sở đã cấp giấy phép",
    ):
        assert each in paper
    assert "09:00 thứ Hai 09/03/2026" in paper  # when it was filed, and every line of what happened
    assert "Receipt for case" in printed(store, province, case, "en")
    assert "事项回执" in printed(store, province, case, "zh")


@pytest.mark.parametrize("tier", [Tier.HIDDEN, Tier.ANONYMOUS])
def test_of_who_hides_it_tells_nobody_anything(store: Store, province: Province, tier: Tier) -> None:
    first = filed(tier=tier, text=TELLING)
    case = recorded(store, first, moves.answer(first.case, MINH, NOW, said("Mời Công ty Lan Anh, 0912 345 678")))
    paper = printed(store, province, case)
    assert [each for each in WHO if each in paper] == []
    assert "đã hai tháng chưa có kết quả" in paper


def test_nor_while_a_hidden_one_is_named_to_its_department(store: Store, province: Province) -> None:
    first = filed(tier=Tier.HIDDEN, text=TELLING)
    named = unmasking.at_once(first.case, TUAN, NOW, "cần hồ sơ gốc ngay hôm nay", "thanh-tra-tinh")
    case = recorded(store, first, named)
    assert case.named_until is not None
    paper = printed(store, province, case)
    assert [each for each in WHO if each in paper] == []


def test_a_number_is_told_where_one_is_known_and_the_line_left_out_where_none_is(
    store: Store, province: Province
) -> None:
    case = recorded(store, filed())
    assert "📞" not in printed(store, province, case)
    assert "📞 Tổ công tác hỗ trợ doanh nghiệp: 1022" in printed(store, calling(province, group="1022"), case)
    both = printed(store, calling(province, group="1022", office="0205 3 812 345"), case)
    assert both.index("📞 Sở Xây dựng: 0205 3 812 345") < both.index("📞 Tổ công tác")


def said_to_lan(store: Store, province: Province, text: str, chat: Chat = CHAT) -> list[Notice]:
    """What the bot says to what Lan types, the newest last."""

    def act(tx: Tx) -> list[Notice]:
        person = people.find(tx, chat.network, "7") or people.meet(tx, chat, "7", "Nguyễn Thị Lan", "vi")
        person.consented_at = NOW
        people.save(tx, person)
        before = len(posted(tx))
        sender = Sender("7", "Nguyễn Thị Lan", "vi")
        dispatch.handle(tx, province, Incoming(text, chat, sender, tx.now, private=True, text=text))
        return posted(tx)[before:]

    return store.call(act)


@pytest.mark.parametrize("network", [Network.TELEGRAM, Network.PAGE])
def test_it_is_asked_for_by_command_and_comes_as_a_document(store: Store, province: Province, network: Network) -> None:
    chat = Chat(network, "7")
    store.call(lambda tx: people.meet(tx, chat, "7", "Nguyễn Thị Lan", "vi"))
    recorded(store, filed())
    (notice,) = said_to_lan(store, province, "/biennhan #LS26-00001", chat)
    (number,) = notice.files
    stored = store.call(lambda tx: files.get(tx, number))
    assert stored is not None
    assert (stored.ref, stored.name, stored.person) == ("print|1|vi", "bien-nhan-LS26-00001.pdf", LAN.person)
    text = wording().say(notice.words, "vi")
    assert ("/chat/cases/LS26-00001" in text) == (network is Network.PAGE)


def test_nobody_elses_case_is_printed(store: Store, province: Province) -> None:
    recorded(store, filed())
    store.call(lambda tx: people.meet(tx, Chat(Network.TELEGRAM, "1"), "1", "Hùng", "vi"))
    (notice,) = said_to_lan(store, province, "/biennhan #LS26-00001")
    assert notice.files == ()
    assert notice.words.key == "refused-not-your-case"  # type: ignore[union-attr]


def test_whoever_denounces_is_told_a_number_to_call(province: Province) -> None:
    assert phones.turned_away(province.catalogue) == Words("denunciation")
    told = phones.turned_away(calling(province, office="0205 3 812 345", group="1022").catalogue)
    assert isinstance(told, Lines)
    text = wording().say(told, "vi")
    assert "Tổ công tác hỗ trợ doanh nghiệp: 1022" in text
