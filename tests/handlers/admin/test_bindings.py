"""Who binds, who rebinds, who unbinds, and who hears of it. Tuấn is the task group, Minh and Bình are officers."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from sqlmodel import select

from domain.messages import Chat, Event, Incoming, Lines, Network, Sender, Words
from handlers import recording
from handlers.admin import chats as admin
from handlers.province import Province
from handlers.receive import receive
from storage import bindings, chats, people
from storage.bindings import Standing
from storage.database import Store
from storage.outgoing import leases, outbox
from storage.tables import OutboxRow
from tests.cast import CONSTRUCTION, NOW, TAX, Hands, filed
from tests.posted import posted_to

GROUP, OTHER, TASK_GROUP = (Chat(Network.TELEGRAM, number) for number in ("-5", "-6", "-1"))
PRIVATE = Chat(Network.TELEGRAM, "9")
NUMBERS = itertools.count(1)


@pytest.fixture(autouse=True)
def settled(store: Store) -> None:
    store.call(lambda tx: chats.bind(tx, TASK_GROUP, "task-group", "", "Tổ công tác", by="Tuấn"))


def types(store: Store, province: Province, chat: Chat, text: str, name: str = "Minh", **more: Any) -> None:
    """Somebody writes this in a chat, or something else happens there."""
    number = str(next(NUMBERS))
    sender = Sender(f"user-{name}", name)
    usual = {"text": text, "message_id": number, "event_detail": f"group {chat.id}"}
    incoming = Incoming(f"1:{number}", chat, sender, NOW, private=chat == PRIVATE, **{**usual, **more})
    store.call(lambda tx: receive(tx, province, incoming))


def code(store: Store, province: Province, target: str) -> str:
    """A fresh code."""
    made = f"CODE-{target}"
    store.call(lambda tx: admin.issue_code(tx, province, made, target))
    return made


def told(store: Store, chat: Chat) -> list[str]:
    """The sentences that wait for a chat, oldest first; they count as read."""
    found = []
    while items := store.call(lambda tx: leases.claim(tx, leases.waiting_chats(tx))):
        for item in items:
            store.call(lambda tx, item=item: outbox.sent(tx, item, [f"m{item.id}"]))  # type: ignore[misc]
            words = item.notice.words
            first = words.items[0] if isinstance(words, Lines) else words
            if item.chat.id == chat.id and isinstance(first, Words):
                found.append(first.key)
    return found


def standing(store: Store) -> list[Standing]:
    return store.call(bindings.every_one)


def of(store: Store, chat: Chat) -> Standing:
    return next(each for each in standing(store) if each.chat == chat)


# Binding anew


def test_a_group_that_is_bound_is_asked_before_it_changes_sides(store: Store, province: Province) -> None:
    types(store, province, GROUP, f"/gan {code(store, province, CONSTRUCTION)}")
    other = code(store, province, TAX)
    told(store, GROUP)
    types(store, province, GROUP, f"/gan {other}", "Bình")
    assert told(store, GROUP) == ["refused-rebind"]
    assert of(store, GROUP).department == CONSTRUCTION
    types(store, province, GROUP, f"/gan {other} đổi", "Bình")
    assert of(store, GROUP).department == TAX, "the code was not used up by the question"


def test_the_department_that_lost_a_group_is_told(store: Store, province: Province) -> None:
    for chat in (GROUP, OTHER):
        store.call(lambda tx, chat=chat: chats.bind(tx, chat, "department", CONSTRUCTION, chat.id))  # type: ignore[misc]
    types(store, province, GROUP, f"/gan {code(store, province, TAX)} doi")
    assert told(store, OTHER) == ["bound-lost"]
    types(store, province, OTHER, f"/gan {code(store, province, 'leadership')} doi")
    assert "bound-lost" in told(store, TASK_GROUP), "nobody of the department is left to hear it"


def test_the_same_again_is_not_asked_about(store: Store, province: Province) -> None:
    store.call(lambda tx: chats.bind(tx, GROUP, "department", CONSTRUCTION, ""))
    types(store, province, GROUP, f"/gan {code(store, province, CONSTRUCTION)}")
    assert told(store, GROUP) == ["bound"]


def test_what_waited_for_the_old_department_does_not_reach_the_new_one(store: Store, province: Province) -> None:
    store.call(lambda tx: chats.bind(tx, GROUP, "department", CONSTRUCTION, ""))
    store.call(lambda tx: recording.record(tx, filed()))
    types(store, province, GROUP, f"/gan {code(store, province, TAX)} doi")
    waiting = store.call(lambda tx: [row.case_id for row in tx.rows(select(OutboxRow)) if row.chat_id == GROUP.id])
    assert set(waiting) == {0}


def test_a_code_for_the_administrator_shown_in_a_group_is_void(store: Store, province: Province) -> None:
    shown = code(store, province, "administrator")
    types(store, province, GROUP, f"/gan {shown}")
    assert told(store, GROUP) == ["refused-code-private"]
    types(store, province, PRIVATE, f"/gan {shown}")
    assert store.call(people.administrators) == []


def test_a_bot_that_is_back_says_so_where_it_works(store: Store, province: Province) -> None:
    store.call(lambda tx: chats.bind(tx, GROUP, "department", CONSTRUCTION, ""))
    types(store, province, GROUP, "", event=Event.JOINED)
    assert told(store, GROUP) == ["group-again"]
    types(store, province, OTHER, "", event=Event.JOINED)
    assert told(store, OTHER) == ["group-hello"]


# The list


def test_the_list_says_who_bound_what_when_and_when_it_was_last_used(
    store: Store, province: Province, hands: Hands
) -> None:
    types(store, province, GROUP, f"/gan {code(store, province, CONSTRUCTION)}")
    made = of(store, GROUP)
    assert (made.by, made.at, made.used_at, made.title) == ("Minh", NOW, None, "group -5")
    for minutes, used in (
        (10, NOW.replace(minute=10)),
        (5, NOW.replace(minute=10)),
        (60, NOW.replace(hour=3, minute=15)),
    ):
        hands.on(minutes=minutes)
        types(store, province, GROUP, "chuyện phiếm")
        assert of(store, GROUP).used_at == used, "written down at most once an hour"
    types(store, province, TASK_GROUP, "/danhsachgan")
    assert told(store, TASK_GROUP)[-1] == "bindings-head"


@pytest.mark.parametrize("text", ["/danhsachgan", "/thaogan 123456"])
def test_a_department_does_not_see_or_end_bindings(store: Store, province: Province, text: str) -> None:
    store.call(lambda tx: chats.bind(tx, GROUP, "department", CONSTRUCTION, ""))
    types(store, province, GROUP, text)
    assert told(store, GROUP)[0].endswith("-task-group")


# Unbinding


def test_the_task_group_unbinds_and_both_sides_hear_of_it(store: Store, province: Province) -> None:
    store.call(lambda tx: chats.bind(tx, GROUP, "department", CONSTRUCTION, "Sở"))
    types(store, province, TASK_GROUP, f"/thaogan {of(store, GROUP).name}", "Tuấn")
    assert store.call(lambda tx: chats.bound(tx, GROUP)) is None
    waiting = store.call(lambda tx: posted_to(tx, GROUP.id))
    assert "unbound-here" in waiting[-1]
    assert told(store, TASK_GROUP) == ["unbound", "reaction-done"]
    store.call(lambda tx: recording.record(tx, filed()))
    assert told(store, TASK_GROUP) == ["card-head"]


def test_the_task_group_does_not_unbind_itself_or_an_administrator(store: Store, province: Province) -> None:
    types(store, province, PRIVATE, f"/gan {code(store, province, 'administrator')}", "Dung")
    for each in standing(store):
        types(store, province, TASK_GROUP, f"/thaogan {each.name}", "Tuấn")
    assert {each.role for each in standing(store)} == {"task-group", "administrator"}
    assert told(store, TASK_GROUP) == ["refused-unbind-administrator"] * 2


def test_an_administrator_sees_all_and_ends_any(store: Store, province: Province) -> None:
    types(store, province, PRIVATE, f"/gan {code(store, province, 'administrator')}", "Dung")
    types(store, province, PRIVATE, "/danhsachgan", "Dung")
    assert told(store, PRIVATE)[-1] == "bindings-head"
    types(store, province, PRIVATE, f"/thaogan {of(store, TASK_GROUP).name}", "Dung")
    assert store.call(lambda tx: chats.bound(tx, TASK_GROUP)) is None
    (own,) = standing(store)
    types(store, province, PRIVATE, f"/thaogan {own.name}", "Dung")
    assert standing(store) == []


def test_a_name_of_no_binding_is_said_to_be_none(store: Store, province: Province) -> None:
    types(store, province, TASK_GROUP, "/thaogan")
    types(store, province, TASK_GROUP, "/thaogan 000000")
    assert told(store, TASK_GROUP) == ["refused-which-binding"] * 2


# The log


def test_bindings_refusals_and_guesses_are_logged_without_names_or_codes(
    store: Store, province: Province, capsys: pytest.CaptureFixture[str]
) -> None:
    types(store, province, GROUP, f"/gan {code(store, province, CONSTRUCTION)}", "Nguyễn Văn Minh")
    for number in range(12):
        types(store, province, OTHER, f"/gan MADOAN{number}", "Kẻ Đoán")
    types(store, province, GROUP, "/traloi #LS26-99999 xong", "Nguyễn Văn Minh")
    types(store, province, TASK_GROUP, f"/thaogan {of(store, GROUP).name}", "Tuấn")
    written = "".join(capsys.readouterr())
    for event in ("chat.bound", "bind.wrong_code", "bind.guessed_too_often", "group.refused", "binding.ended"):
        assert event in written
    for secret in ("Minh", "Đoán", "MADOAN", "LS26", "user-", "CODE"):
        assert secret not in written
