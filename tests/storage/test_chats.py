"""Which chat speaks for whom, and which message belongs to what."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from domain.messages import (
    ADMINISTRATOR,
    LEADERSHIP,
    TASK_GROUP,
    Chat,
    Kind,
    Network,
    Notice,
    To,
    Words,
    to_author,
    to_chat,
    to_department,
)
from storage import chats, messages, people
from storage.chats import Bound
from storage.database import Store, Tx
from storage.outgoing import envelopes, leases, outbox
from storage.tables import BindCode
from tests.cast import CONSTRUCTION, NOW, Hands

GROUP, SUPER = Chat(Network.TELEGRAM, "-5"), Chat(Network.TELEGRAM, "-1005")
CODE = "ABCDEFGH23"


def bind(store: Store, chat: Chat, role: str, department: str = "") -> None:
    store.call(lambda tx: chats.bind(tx, chat, role, department, "Sở Xây dựng"))


def resolved(store: Store, to: To) -> list[tuple[Chat, str]]:
    return store.call(lambda tx: chats.resolve(tx, to))


# Codes


@pytest.fixture
def code(store: Store) -> str:
    store.call(lambda tx: chats.issue_code(tx, CODE, "department", CONSTRUCTION, NOW + timedelta(hours=24)))
    return CODE


def test_a_code_binds_once(store: Store, code: str) -> None:
    assert store.call(lambda tx: chats.use_code(tx, code)) == ("department", CONSTRUCTION)
    assert store.call(lambda tx: chats.use_code(tx, code)) is None


def test_a_code_is_read_however_it_is_typed(store: Store, code: str) -> None:
    assert store.call(lambda tx: chats.use_code(tx, f"  {code.lower()} ")) == ("department", CONSTRUCTION)


def test_a_code_expires(store: Store, hands: Hands, code: str) -> None:
    hands.on(hours=24)
    assert store.call(lambda tx: chats.use_code(tx, code)) is None


def test_a_wrong_code_binds_nothing(store: Store, code: str) -> None:
    assert store.call(lambda tx: chats.use_code(tx, "ABCDEFGH22")) is None


def test_only_the_hash_of_a_code_is_kept(store: Store, code: str) -> None:
    (row,) = store.call(lambda tx: tx.rows(select(BindCode)))
    assert code not in repr(row)


# Bindings and addresses


def test_a_bound_group_speaks_for_its_department(store: Store) -> None:
    bind(store, GROUP, "department", CONSTRUCTION)
    assert store.call(lambda tx: chats.bound(tx, GROUP)) == Bound(GROUP, "department", CONSTRUCTION, "Sở Xây dựng")
    assert resolved(store, to_department(CONSTRUCTION)) == [(GROUP, "vi")]


def test_a_group_bound_anew_speaks_for_the_new_role_alone(store: Store) -> None:
    bind(store, GROUP, "department", CONSTRUCTION)
    store.call(lambda tx: chats.use_topics(tx, GROUP, wanted=True))
    bind(store, GROUP, "leadership")
    assert [each.role for each in store.call(chats.every_binding)] == ["leadership"]
    assert resolved(store, LEADERSHIP) == [(GROUP, "vi")]


def test_a_department_without_a_group_is_the_task_groups_and_that_without_one_its_desk(store: Store) -> None:
    desk = Chat(Network.PAGE, "desk:task-group")
    assert resolved(store, to_department(CONSTRUCTION)) == resolved(store, TASK_GROUP) == [(desk, "vi")]
    bind(store, GROUP, "task-group")
    assert resolved(store, to_department(CONSTRUCTION)) == resolved(store, TASK_GROUP) == [(GROUP, "vi")]
    assert resolved(store, LEADERSHIP) == [(Chat(Network.PAGE, "desk:leadership"), "vi")]


def test_whoever_binds_a_group_and_then_addresses_it_finds_it(store: Store) -> None:
    def reached(tx: Tx) -> list[Chat]:
        return [chat for chat, _ in chats.resolve(tx, to_department(CONSTRUCTION))]

    def work(tx: Tx) -> tuple[list[Chat], list[Chat], list[Chat]]:
        before = reached(tx)
        chats.bind(tx, GROUP, "department", CONSTRUCTION, "Sở")
        bound = reached(tx)
        chats.unbind(tx, GROUP)
        return before, bound, reached(tx)

    before, bound, after = store.call(work)
    assert bound == [GROUP]
    assert before == after != bound


def test_every_chat_of_a_department_is_addressed(store: Store) -> None:
    for chat in (GROUP, SUPER):
        bind(store, chat, "department", CONSTRUCTION)
    assert {chat for chat, _ in resolved(store, to_department(CONSTRUCTION))} == {GROUP, SUPER}


def test_people_are_addressed_in_their_chat_and_language(store: Store) -> None:
    chat = Chat(Network.TELEGRAM, "7")
    lan = store.call(lambda tx: people.meet(tx, chat, "7", "Lan", "zh"))
    assert resolved(store, to_author(lan.id)) == [(chat, "zh")]
    assert resolved(store, to_author(99)) == []
    assert resolved(store, ADMINISTRATOR) == []
    lan.role = "administrator"
    store.call(lambda tx: people.save(tx, lan))
    assert resolved(store, ADMINISTRATOR) == [(chat, "zh")]
    assert resolved(store, to_chat(chat, "en")) == [(chat, "en")]


def test_trouble_is_noted_of_bound_groups_only(store: Store) -> None:
    assert not store.call(lambda tx: chats.note_trouble(tx, GROUP, "removed"))
    bind(store, GROUP, "task-group")
    assert store.call(lambda tx: chats.note_trouble(tx, GROUP, "removed"))
    assert store.call(lambda tx: chats.bound(tx, GROUP)).trouble == "removed"  # type: ignore[union-attr]
    assert store.call(lambda tx: chats.unbind(tx, GROUP)) == 1
    assert store.call(lambda tx: chats.bound(tx, GROUP)) is None


# Messages, slots, topics


def test_a_topic_is_found_by_its_case_and_the_case_by_its_topic(store: Store) -> None:
    store.call(lambda tx: chats.open_topic(tx, GROUP, 3, "77"))
    assert store.call(lambda tx: chats.topic(tx, GROUP, 3)) == "77"
    assert store.call(lambda tx: chats.case_of_topic(tx, Chat(Network.TELEGRAM, "-5", "77"))) == 3
    assert store.call(lambda tx: chats.case_of_topic(tx, GROUP)) == 0
    store.call(lambda tx: chats.forget_topics_of(tx, GROUP, 3))
    assert store.call(lambda tx: chats.topic(tx, GROUP, 3)) == ""


# A group becomes a supergroup


def test_everything_bound_to_or_waiting_for_a_group_goes_with_it(store: Store) -> None:
    bind(store, GROUP, "department", CONSTRUCTION)
    store.call(lambda tx: messages.take_slot(tx, GROUP, "card:3", "9"))
    store.call(lambda tx: chats.open_topic(tx, GROUP, 3, "77"))
    store.call(lambda tx: outbox.post(tx, Notice(to_chat(GROUP), Words("help"))))
    store.call(lambda tx: envelopes.migrate(tx, GROUP, SUPER.id))
    assert store.call(lambda tx: chats.bound(tx, GROUP)) is None
    assert store.call(lambda tx: chats.bound(tx, SUPER)) == Bound(SUPER, "department", CONSTRUCTION, "Sở Xây dựng")
    assert store.call(lambda tx: chats.topic(tx, SUPER, 3)) == "77"
    assert [item.chat for item in store.call(lambda tx: leases.claim(tx, leases.waiting_chats(tx)))] == [SUPER]


def test_after_it_the_next_change_of_a_card_sends_it_anew(store: Store) -> None:
    store.call(lambda tx: messages.take_slot(tx, GROUP, "card:3", "9"))
    store.call(lambda tx: envelopes.migrate(tx, GROUP, SUPER.id))
    assert store.call(lambda tx: messages.in_slot(tx, SUPER, "card:3")) == ""
    edit = Notice(to_chat(SUPER), Words("help"), kind=Kind.EDIT, slot="card:3")
    store.call(lambda tx: outbox.post(tx, edit))
    assert store.call(outbox.counts) == {"waiting": 1}


def test_being_told_twice_changes_nothing_more(store: Store) -> None:
    bind(store, GROUP, "task-group")
    for _ in range(2):
        store.call(lambda tx: envelopes.migrate(tx, GROUP, SUPER.id))
    assert resolved(store, TASK_GROUP) == [(SUPER, "vi")]
