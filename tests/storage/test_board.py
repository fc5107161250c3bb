"""The way to the board: used once, for ten minutes; a session that ends by itself, with the binding, and by hand."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.messages import Chat, Network
from storage import board, chats
from storage.board import Reader
from storage.database import Store
from tests.cast import CONSTRUCTION, Hands

GROUP = Chat(Network.TELEGRAM, "-100")
LIFE = timedelta(hours=8)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def link(store: Store) -> str:
    store.call(lambda tx: chats.bind(tx, GROUP, "department", CONSTRUCTION, "Sở Xây dựng"))
    secret = store.call(lambda tx: board.offer(tx, GROUP, "Minh"))
    assert secret
    return secret


def entered(store: Store, link: str) -> str:
    secret = store.call(lambda tx: board.enter(tx, link, LIFE))
    assert secret
    return secret


def test_a_link_opens_the_board_once_and_looking_at_it_uses_nothing(store: Store, link: str) -> None:
    assert store.call(lambda tx: [board.is_offered(tx, link) for _ in range(3)]) == [True] * 3
    secret = entered(store, link)
    assert store.call(lambda tx: board.reader(tx, secret)) == Reader("department", CONSTRUCTION, "Minh")
    assert store.call(lambda tx: (board.is_offered(tx, link), board.enter(tx, link, LIFE))) == (False, None)


def test_a_link_is_no_session_and_a_session_no_link(store: Store, link: str) -> None:
    assert store.call(lambda tx: board.reader(tx, link)) is None
    secret = entered(store, link)
    assert store.call(lambda tx: (board.is_offered(tx, secret), board.enter(tx, secret, LIFE))) == (False, None)


def test_a_link_lives_ten_minutes_and_a_session_its_hours(store: Store, link: str, hands: Hands) -> None:
    later = store.call(lambda tx: board.offer(tx, GROUP, "Hoa"))
    assert later
    hands.on(minutes=9)
    secret = entered(store, link)
    hands.on(minutes=1)
    assert store.call(lambda tx: board.enter(tx, later, LIFE)) is None
    hands.now += LIFE - 2 * MINUTE
    assert store.call(lambda tx: board.reader(tx, secret)) is not None
    hands.on(minutes=1)
    assert store.call(lambda tx: board.reader(tx, secret)) is None


@pytest.mark.parametrize("how", ["unbound", "bound to another", "bound anew"])
def test_all_end_with_the_binding(store: Store, link: str, hands: Hands, how: str) -> None:
    secret = entered(store, link)
    other = store.call(lambda tx: board.offer(tx, GROUP, "Hoa"))
    hands.on(minutes=1)
    if how == "unbound":
        store.call(lambda tx: chats.unbind(tx, GROUP))
    role, department = ("task-group", "") if how == "bound to another" else ("department", CONSTRUCTION)
    store.call(lambda tx: chats.bind(tx, GROUP, role, department, ""))
    assert store.call(lambda tx: board.reader(tx, secret)) is None
    assert store.call(lambda tx: board.enter(tx, other or "", LIFE)) is None


def test_sessions_end_by_hand_one_or_all_of_a_chat(store: Store, link: str) -> None:
    chats_other = Chat(Network.TELEGRAM, "-200")
    store.call(lambda tx: chats.bind(tx, chats_other, "leadership", "", ""))
    mine, dungs = entered(store, link), store.call(lambda tx: board.open_from(tx, chats_other, "Dung", LIFE))
    hers = store.call(lambda tx: board.open_from(tx, GROUP, "Hoa", LIFE))
    store.call(lambda tx: board.leave(tx, mine))
    assert store.call(lambda tx: [board.reader(tx, each or "") is not None for each in (mine, hers, dungs)]) == [
        False,
        True,
        True,
    ]
    assert store.call(lambda tx: board.end_all(tx, GROUP)) == 1
    assert store.call(lambda tx: [board.reader(tx, each or "") is not None for each in (hers, dungs)]) == [False, True]


def test_a_head_reads_as_the_department_and_a_chat_that_is_not_bound_gets_nothing(store: Store) -> None:
    private = Chat(Network.TELEGRAM, "7")
    assert store.call(lambda tx: board.offer(tx, private, "Dung")) is None
    store.call(lambda tx: chats.bind(tx, private, "head", CONSTRUCTION, "Dung"))
    secret = store.call(lambda tx: board.open_from(tx, private, "Dung", LIFE))
    assert store.call(lambda tx: board.reader(tx, secret or "")) == Reader("department", CONSTRUCTION, "Dung")


@pytest.mark.parametrize("secret", ["", "a" * 43, "' or 1=1 --"])
def test_what_nobody_gave_out_opens_nothing(store: Store, link: str, secret: str) -> None:
    assert store.call(lambda tx: (board.reader(tx, secret), board.enter(tx, secret, LIFE))) == (None, None)
    assert store.call(lambda tx: board.is_offered(tx, link))
