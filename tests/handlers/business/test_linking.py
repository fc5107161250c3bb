"""One person on several messengers: linked by a code that works once, told where they wrote last, and parted again."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.case import moves
from domain.case.case import Actor, Case, Role, Tier
from domain.messages import Chat, Event, Incoming, Lines, Network, Notice, Sender, Words
from handlers import memory, recording
from handlers.province import Province
from handlers.receive import receive
from handlers.rights import erasing
from storage import accounts, cases, chats, people
from storage.database import Store, Tx
from storage.outgoing import envelopes
from storage.rights import aging, requests
from storage.tables import OutboxRow
from tests.cast import CONSTRUCTION, LAN, MINH, Hands, filed, said

HOME, OTHER, THIRD = Chat(Network.TELEGRAM, "7"), Chat(Network.ZALO_OA, "246845"), Chat(Network.PAGE, "p:lan")
MAI, STRANGER = Chat(Network.ZALO_BOT, "a0c01d"), Chat(Network.PAGE, "p:stranger")
GROUP = Chat(Network.TELEGRAM, "-5")
_NUMBERS = itertools.count(1)


class Talk:
    """People who write to the product, and what it says to them."""

    def __init__(self, store: Store, province: Province, hands: Hands) -> None:
        self.store, self.province, self.hands = store, province, hands

    def says(self, chat: Chat, text: str = "", **more: object) -> list[str]:
        """Somebody writes in private; the keys of what is said anywhere because of it, by chat."""
        before = self._last()
        number = f"link-{next(_NUMBERS)}"
        incoming = Incoming(
            number, chat, Sender(chat.id, ""), self.hands.now, private=True, text=text, message_id=number
        )
        self.store.call(lambda tx: receive(tx, self.province, replace(incoming, **more)))  # type: ignore[arg-type]
        return [key for where, key in self.said(before) if where == chat.id]

    def _last(self) -> int:
        return self.store.call(lambda tx: max((row.id for row in tx.rows(_ALL)), default=0))

    def said(self, after: int = 0) -> list[tuple[str, str]]:
        """The chat and the first key of every message posted after this one."""
        return [(chat.id, _key(notice)) for number, chat, notice in self.posted() if number > after]

    def posted(self) -> list[tuple[int, Chat, Notice]]:
        """Everything in the outbox, opened."""

        def read(tx: Tx) -> list[tuple[int, Chat, Notice]]:
            found = []
            for row in tx.rows(_ALL):
                chat = Chat(Network(row.network), row.chat_id, row.thread)
                found.append((row.id, chat, envelopes.notice_of(tx, row, chat)))
            return found

        return self.store.call(read)

    def meets(self, chat: Chat) -> int:
        """Past the greeting."""
        self.says(chat, "xin chào")
        self.says(chat, "đồng ý")
        found = self.store.call(lambda tx: people.find_by_chat(tx, chat))
        assert found is not None
        return found.id

    def code(self, chat: Chat) -> str:
        """The code told there."""
        assert self.says(chat, "/lienket") == ["link-code"]
        found = re.findall(r"\b[A-Z2-9]{10}\b", str(self.posted()[-1][2].words))
        assert len(found) == 1
        return str(found[0])

    def joins(self, chat: Chat, code: str) -> list[str]:
        """Somebody types a code and, asked, says that both accounts are theirs."""
        assert self.says(chat, f"/lienket {code}") == ["link-question"]
        return self.says(chat, "có")

    def linked(self, home: Chat = HOME, other: Chat = OTHER) -> None:
        """Lan has both."""
        self.meets(home)
        assert self.joins(other, self.code(home)) == ["linked-here"]

    def accounts(self) -> list[Chat]:
        """Every way to Lan."""
        return [each.chat for each in self.store.call(lambda tx: accounts.of(tx, 1))]

    def files(self, tier: Tier = Tier.OPEN) -> None:
        """Lan's case, as filed at home."""

        def work(tx: Tx) -> None:
            chats.bind(tx, GROUP, "department", CONSTRUCTION, "Sở")
            recording.record(tx, filed(tier=tier))

        self.store.call(work)

    def answers(self) -> list[tuple[str, str]]:
        """Minh answers; what is said because of it."""
        before = self._last()

        def work(tx: Tx) -> None:
            case = cases.load(tx, 1)
            assert case is not None
            recording.record(tx, moves.answer(case, MINH, tx.now, said(now=tx.now)))

        self.store.call(work)
        return self.said(before)

    def case(self) -> Case:
        found = self.store.call(lambda tx: cases.look(tx, 1))
        assert found is not None
        return found


_ALL = OutboxRow.__table__.select().order_by(OutboxRow.__table__.c.id)  # type: ignore[attr-defined]


def _key(notice: Notice) -> str:
    words: object = notice.words
    while isinstance(words, Lines):
        words = words.items[0]
    return words.key if isinstance(words, Words) else str(words)


@pytest.fixture
def talk(store: Store, province: Province, hands: Hands) -> Talk:
    return Talk(store, province, hands)


# Linking


def test_words_go_where_they_wrote_last_and_the_others_are_told_briefly(talk: Talk) -> None:
    talk.linked()
    talk.files()
    assert {each for each in talk.answers() if each[0] in {HOME.id, OTHER.id}} == {
        (OTHER.id, "to-business-answer"),
        (HOME.id, "link-news"),
    }
    talk.says(HOME, "/vuviec")
    assert (OTHER.id, "link-news") in talk.answers()


def test_the_case_goes_on_from_the_other_account(talk: Talk) -> None:
    talk.linked()
    talk.files()
    talk.answers()
    talk.says(HOME, "/vuviec")
    assert talk.says(OTHER, choice="b:solved:1") == ["ask-stars"]  # not where they wrote before
    assert talk.case().outcome is not None
    assert talk.case().author == LAN.person
    assert talk.says(OTHER, "/vuviec") == talk.says(HOME, "/vuviec") != []


def test_three_accounts_are_one_person_and_one_of_them_is_parted_alone(talk: Talk) -> None:
    talk.linked()
    talk.joins(THIRD, talk.code(HOME))
    assert talk.accounts() == [HOME, OTHER, THIRD]
    assert "parted" in talk.says(THIRD, "/huylienket")
    assert talk.accounts() == [HOME, OTHER]
    found = talk.store.call(lambda tx: people.find_by_chat(tx, THIRD))
    assert found is not None
    assert (found.id == 1, found.consented_at) == (False, None)


def test_where_it_was_begun_every_other_account_is_parted(talk: Talk) -> None:
    talk.linked()
    talk.files()
    assert talk.says(HOME, "/huylienket") == ["parted-others"]
    assert talk.accounts() == [HOME]
    assert [where for where, key in talk.answers() if key == "to-business-answer"] == [HOME.id]
    talk.says(OTHER, choice="b:solved:1")
    assert talk.case().outcome is None
    assert talk.says(HOME, "/huylienket") == ["refused-not-linked"]


def test_whoever_blocks_where_they_are_not_is_reached_all_the_same(talk: Talk) -> None:
    talk.linked()
    talk.files()
    talk.says(OTHER, "/vuviec")
    talk.says(HOME, event=Event.BLOCKED)
    assert talk.case().reached
    talk.says(OTHER, event=Event.BLOCKED)
    assert not talk.case().reached


# The question


def test_whoever_is_told_to_type_a_code_is_asked_and_nothing_is_joined_before_the_yes(talk: Talk) -> None:
    talk.meets(HOME)
    code = talk.code(HOME)
    before = talk._last()
    assert talk.says(OTHER, f"/lienket {code}", sender=Sender(OTHER.id, "Trần Văn Bình")) == ["link-question"]
    assert talk.said(before) == [(OTHER.id, "link-question"), (HOME.id, "link-asked")]
    assert talk.accounts() == [HOME]
    question, asked = (each.words for number, _, each in talk.posted() if number > before)
    until = talk.hands.now + timedelta(minutes=10)
    assert _account(question) == ("telegram", Words("link-nameless"), until)
    assert _account(asked) == ("zalo_oa", "T*** V*** B***", until)
    assert talk.says(OTHER, choice="p:link-yes") == ["linked-here"]
    assert talk.accounts() == [HOME, OTHER]


def test_the_account_is_named_as_its_owner_knows_it_and_no_further(talk: Talk) -> None:
    talk.meets(HOME)
    talk.says(HOME, "/vuviec", sender=Sender(HOME.id, "Nguyễn Thị Lan"))
    talk.says(OTHER, f"/lienket {talk.code(HOME)}")
    (question,) = [each.words for _, _, each in talk.posted() if _key(each) == "link-question"]
    assert _account(question)[1] == "N*** T*** L***"


@pytest.mark.parametrize("said", ["không", "Dạ không ạ", "no", "不", "2"])
def test_a_no_changes_nothing_and_both_sides_are_told(talk: Talk, said: str) -> None:
    talk.meets(HOME)
    code = talk.code(HOME)
    talk.says(OTHER, f"/lienket {code}")
    before = talk._last()
    assert talk.says(OTHER, said) == ["link-declined"]
    assert talk.said(before) == [(OTHER.id, "link-declined"), (HOME.id, "link-declined-there")]
    assert talk.accounts() == [HOME]
    assert talk.says(OTHER, choice="p:link-yes") == ["refused-link-late"]
    assert talk.says(OTHER, f"/lienket {code}") == ["refused-link-code"]


@pytest.mark.parametrize("said", ["có", "Đồng ý ạ", "yes", "是", "1"])
def test_a_yes_in_ones_own_words_joins(talk: Talk, said: str) -> None:
    talk.meets(HOME)
    talk.says(OTHER, f"/lienket {talk.code(HOME)}")
    assert talk.says(OTHER, said) == ["linked-here"]
    assert talk.accounts() == [HOME, OTHER]


def test_silence_changes_nothing_and_a_yes_after_it_comes_too_late(talk: Talk) -> None:
    talk.meets(HOME)
    talk.says(OTHER, f"/lienket {talk.code(HOME)}")
    talk.hands.on(minutes=10)
    assert talk.says(OTHER, "có") == ["refused-link-late"]
    assert talk.accounts() == [HOME]


def test_a_yes_nobody_asked_for_joins_nothing(talk: Talk) -> None:
    talk.meets(HOME)
    talk.meets(OTHER)
    assert talk.says(OTHER, choice="p:link-yes") == ["refused-link-late"]
    talk.linked(HOME, THIRD)
    assert talk.says(THIRD, choice="p:link-yes") == ["refused-link-late"]
    assert talk.accounts() == [HOME, THIRD]


def test_what_was_begun_between_the_question_and_the_yes_stays_ones_own(talk: Talk) -> None:
    talk.meets(HOME)
    talk.meets(OTHER)
    talk.says(OTHER, f"/lienket {talk.code(HOME)}")
    talk.says(OTHER, "giấy phép xây dựng của tôi bị chậm hai tháng")
    assert talk.says(OTHER, choice="p:link-yes") == ["refused-link-cases"]
    assert talk.accounts() == [HOME]


def test_whoever_was_deleted_meanwhile_is_joined_by_nobody(talk: Talk) -> None:
    talk.meets(HOME)
    talk.says(OTHER, f"/lienket {talk.code(HOME)}")

    def erased(tx: Tx) -> None:
        person = people.find_by_chat(tx, HOME)
        assert person is not None
        erasing.erase_person(tx, person, Actor(Role.TASK_GROUP))

    talk.store.call(erased)
    assert talk.says(OTHER, "có") == ["refused-link-late"]


def _account(words: object) -> tuple[object, object, object]:
    """The messenger, the name and the time a question tells."""
    assert isinstance(words, Words)
    where = words.args["network"]
    assert isinstance(where, Lines)
    (network,) = where.items
    assert isinstance(network, Words)
    return network.args["network"], words.args["name"], words.args["until"]


# Codes


def test_a_code_works_once_and_for_ten_minutes(talk: Talk) -> None:
    talk.meets(HOME)
    code = talk.code(HOME)
    assert talk.joins(OTHER, code.lower()) == ["linked-here"]
    assert talk.says(MAI, f"/lienket {code}") == ["refused-link-code"]
    old = talk.code(HOME)
    talk.hands.on(minutes=11)
    assert talk.says(MAI, f"/lienket {old}") == ["refused-link-code"]


def test_a_newer_code_ends_the_older(talk: Talk) -> None:
    talk.meets(HOME)
    first, second = talk.code(HOME), talk.code(HOME)
    assert talk.says(OTHER, f"/lienket {first}") == ["refused-link-code"]
    assert talk.joins(OTHER, second) == ["linked-here"]


def test_guesses_are_limited_so_that_even_the_right_one_comes_too_late(talk: Talk) -> None:
    talk.meets(HOME)
    code = talk.code(HOME)
    for number in range(10):
        assert talk.says(STRANGER, f"/lienket AAAAAAAAA{number}") == ["refused-link-code"]
    assert talk.says(STRANGER, f"/lienket {code}") == ["refused-too-many-guesses"]
    assert talk.joins(OTHER, code) == ["linked-here"]


def test_a_code_is_kept_neither_as_itself_nor_in_what_was_sent(talk: Talk) -> None:
    talk.meets(HOME)
    code = talk.code(HOME)
    (notice,) = [each for _, _, each in talk.posted() if code in str(each.words)]
    assert notice.fleeting  # its row is deleted once it has left


def test_nobody_links_an_account_to_itself_nor_a_second_of_the_same_messenger(talk: Talk) -> None:
    talk.meets(HOME)
    assert talk.says(HOME, f"/lienket {talk.code(HOME)}") == ["refused-link-code"]
    another = Chat(Network.TELEGRAM, "8")
    assert talk.says(another, f"/lienket {talk.code(HOME)}") == ["refused-link-code"]


def test_an_account_with_cases_of_its_own_gives_the_code_and_does_not_take_one(talk: Talk) -> None:
    talk.meets(HOME)
    talk.files()
    talk.meets(MAI)
    assert talk.says(HOME, f"/lienket {talk.code(MAI)}") == ["refused-link-cases"]
    assert talk.joins(MAI, talk.code(HOME)) == ["linked-here"]


def test_without_consent_no_code_is_told(talk: Talk) -> None:
    talk.says(HOME, "xin chào")
    assert talk.says(HOME, "/lienket") == ["refused-link-consent"]


# Who hides


def test_of_who_hides_the_other_messengers_tell_no_code_and_the_department_nothing_of_the_link(talk: Talk) -> None:
    talk.meets(HOME)
    talk.files(Tier.HIDDEN)
    before = talk._last()
    talk.joins(OTHER, talk.code(HOME))
    assert [each for each in talk.said(before) if each[0] == GROUP.id] == []
    assert (HOME.id, "link-news-hidden") in talk.answers()
    news = [str(each.words) for _, _, each in talk.posted() if "link-news-hidden" in str(each.words)]
    assert news
    assert "LS26" not in str(news)


@pytest.mark.parametrize(
    "what",
    [
        {"guest": {"case": 1, "since": "2026-03-09T02:00:00Z", "talk": {}}},
        {"keeping": {"case": 1, "tail": "HJ2T", "due": None, "since": "2026-03-09T02:00:00Z"}},
        {"leaving": True},
    ],
)
def test_where_something_anonymous_is_under_way_nothing_is_linked_from_either_side(
    talk: Talk, what: dict[str, object]
) -> None:
    talk.meets(HOME)
    code = talk.code(HOME)

    def begin(tx: Tx, chat: Chat) -> None:
        person = people.find_by_chat(tx, chat)
        assert person is not None
        person.conversation = {**person.conversation, **what}
        assert memory.of(person) != memory.Conversation()
        people.save(tx, person)

    talk.says(MAI, "xin chào")
    talk.store.call(lambda tx: begin(tx, MAI))
    assert talk.says(MAI, f"/lienket {code}") != ["link-question"]
    assert talk.says(THIRD, f"/lienket {code}") == ["link-question"]
    second = talk.code(HOME)
    talk.store.call(lambda tx: begin(tx, HOME))
    assert talk.says(OTHER, f"/lienket {second}") == ["refused-link-code"]
    assert talk.says(THIRD, choice="p:link-yes") == ["refused-link-late"]
    assert talk.accounts() == [HOME]


def test_what_costs_money_is_not_spent_on_saying_that_there_is_something_elsewhere(talk: Talk) -> None:
    talk.linked()
    talk.files()
    talk.says(OTHER, "/vuviec")
    talk.store.call(lambda tx: accounts.heard(tx, OTHER))
    talk.says(HOME, "/vuviec")
    talk.hands.on(days=3)
    assert [each for each in talk.answers() if each[0] == OTHER.id] == []
    assert timedelta(days=3) > recording.SURELY_FREE


# Deleted


def test_whoever_is_deleted_is_deleted_on_every_messenger(talk: Talk) -> None:
    talk.linked()
    code = talk.code(HOME)
    talk.says(OTHER, "giấy phép xây dựng của tôi bị chậm hai tháng")

    def erased(tx: Tx) -> None:
        person = people.find_by_chat(tx, HOME)
        assert person is not None
        erasing.erase_person(tx, person, Actor(Role.TASK_GROUP))

    talk.store.call(erased)
    assert [chat for _, chat, _ in talk.posted() if chat in {HOME, OTHER}] == []
    known = talk.store.call(lambda tx: [people.find_by_chat(tx, each) for each in (HOME, OTHER)])
    assert known == [None, None]
    assert talk.store.call(lambda tx: accounts.use_code(tx, code)) == 0


def test_a_linked_account_does_not_age_while_its_person_is_heard_of_elsewhere(talk: Talk) -> None:
    talk.linked()
    long_after = talk.hands.now + timedelta(days=500)
    old = talk.store.call(lambda tx: aging.forgettable(tx, long_after, 10))
    assert len(old) == 1
    assert talk.store.call(lambda tx: people.find_by_chat(tx, HOME)).id == old[0]  # type: ignore[union-attr]


def test_what_an_account_asked_about_its_data_is_settled_first_and_then_goes_with_the_person(
    store: Store, province: Province, hands: Hands
) -> None:
    talk = Talk(store, province, hands)
    talk.meets(HOME)
    alias = talk.meets(OTHER)
    talk.says(OTHER, choice="p:data-yes:restrict", tap_id="1")
    code = talk.code(HOME)
    assert talk.says(OTHER, f"/lienket {code}") == ["refused-link-request"]
    (request,) = store.call(lambda tx: requests.of(tx, alias))
    talk.says(OTHER, choice=f"p:data-drop:{request.id}", tap_id="2")
    assert talk.joins(OTHER, talk.code(HOME)) == ["linked-here"]
    assert store.call(lambda tx: requests.of(tx, alias)) == []
    assert [each.standing for each in store.call(lambda tx: requests.of(tx, 1))] == ["dropped"]
