"""Who is writing to which case: for half an hour where it was asked for, for a minute where somebody only types."""

from __future__ import annotations

from domain.messages import Chat, Network
from storage import writing
from storage.database import Store
from storage.writing import Writing
from tests.cast import NOW, Hands

DESK, GROUP = Chat(Network.PAGE, "desk:so-xay-dung"), Chat(Network.TELEGRAM, "-5")


def asked(person: int, case: int, chat: Chat = DESK) -> Writing:
    return Writing(person, f"P{person}", case, chat, "answer", NOW)


def names(store: Store, case: int) -> list[str]:
    return [each.name for each in store.call(lambda tx: writing.on_case(tx, case))]


def test_an_officer_writes_one_thing_at_a_time(store: Store) -> None:
    for case in (1, 2):
        store.call(lambda tx, case=case: writing.begin(tx, asked(7, case)))  # type: ignore[misc]
    assert store.call(lambda tx: writing.of(tx, 7)) == asked(7, 2)
    assert (names(store, 1), names(store, 2)) == ([], ["P7"])
    store.call(lambda tx: writing.end(tx, 7))
    assert store.call(lambda tx: writing.of(tx, 7)) is None


def test_what_was_asked_is_forgotten_after_half_an_hour(store: Store, hands: Hands) -> None:
    store.call(lambda tx: writing.begin(tx, asked(7, 1)))
    hands.on(minutes=30)
    assert names(store, 1) == ["P7"]
    hands.on(seconds=1)
    assert names(store, 1) == []
    assert store.call(lambda tx: writing.of(tx, 7)) is None


def test_what_is_taken_back_in_a_chat_ends_there_alone(store: Store) -> None:
    for person, chat in ((7, DESK), (8, DESK), (9, GROUP)):
        store.call(lambda tx, given=(person, 1, chat): writing.begin(tx, asked(*given)))  # type: ignore[misc]
    store.call(lambda tx: writing.end_all(tx, 1, DESK))
    assert names(store, 1) == ["P9"]
    assert [each.person for each in store.call(writing.now)] == [9]


def test_typing_is_seen_for_a_minute_and_is_no_request(store: Store, hands: Hands) -> None:
    store.call(lambda tx: writing.types(tx, 7, "P7", 1, DESK))
    assert names(store, 1) == ["P7"]
    assert store.call(lambda tx: writing.of(tx, 7)) is None
    hands.on(seconds=61)
    assert names(store, 1) == []
    store.call(lambda tx: writing.begin(tx, Writing(7, "P7", 2, DESK, "ask", hands.now)))
    store.call(lambda tx: writing.types(tx, 7, "P7", 1, DESK))
    assert (names(store, 1), names(store, 2)) == ([], ["P7"])
