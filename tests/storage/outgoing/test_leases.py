"""Who brings which message: one process a chat, one message at a time, for as long as its lease."""

from __future__ import annotations

import time

import pytest

from domain.messages import Chat, Network, Notice
from storage.database import Store, Tx
from storage.outgoing import leases, outbox
from storage.outgoing.leases import LEASE
from tests.cast import NOW, Hands
from tests.storage.outgoing.test_outbox import LAN, MINH, claimed, leaving, post, words
from tests.stores import Opened


def freed(hands: Hands) -> None:
    """Every lease given so far is over."""
    hands.on(seconds=LEASE.total_seconds() + 1)


def test_what_is_posted_is_anybodys(opened: Opened) -> None:
    (item,) = post(opened("one"), words("a"))
    assert (item.chat, item.posted_at) == (LAN, NOW)
    assert claimed(opened("two")) == ["a"]


def test_who_claims_has_the_lease_and_nobody_else_takes_it(opened: Opened) -> None:
    one, two = opened("one"), opened("two")
    post(one, words("a"))
    assert claimed(one) == ["a"]
    assert claimed(two) == []
    assert claimed(one) == []


def test_an_expired_lease_is_anybodys(opened: Opened, hands: Hands) -> None:
    one, two = opened("one"), opened("two")
    post(one, words("a"))
    assert claimed(one) == ["a"]
    freed(hands)
    assert claimed(two) == ["a"]
    assert claimed(one) == []


def test_a_renewed_lease_holds(opened: Opened, hands: Hands) -> None:
    one, two = opened("one"), opened("two")
    (item,) = post(one, words("a"))
    claimed(one)
    hands.on(seconds=LEASE.total_seconds() - 1)
    assert one.call(lambda tx: leases.renew(tx, [item.id])) == {item.id}
    hands.on(seconds=LEASE.total_seconds() - 1)
    assert claimed(two) == []


def test_who_comes_too_late_to_renew_hears_that_another_has_it(opened: Opened, hands: Hands) -> None:
    one, two = opened("one"), opened("two")
    (item,) = post(one, words("a"))
    claimed(one)
    freed(hands)
    claimed(two)
    assert one.call(lambda tx: leases.renew(tx, [item.id])) == set()
    one.call(lambda tx: leases.release(tx, [item.id]))
    assert claimed(one) == []


def test_a_lease_nobody_remembers_ends(store: Store, hands: Hands) -> None:
    """A commit whose answer was lost: the message is leased, but in nobody's memory."""
    held, lost = post(store, words("a"), words("b", MINH))
    assert claimed(store) == ["a", "b"]
    hands.on(seconds=LEASE.total_seconds() - 1)
    assert store.call(lambda tx: leases.renew(tx, {held.id})) == {held.id}
    hands.on(seconds=2)
    assert claimed(store) == ["b"]
    assert lost.chat == MINH


def test_a_chat_that_is_served_waits_whoever_posts_and_whatever_is_more_urgent(opened: Opened) -> None:
    one, two = opened("one"), opened("two")
    (first,) = post(one, words("a"))
    assert claimed(one) == ["a"]
    post(two, words("b"))
    post(one, words("c"))
    assert claimed(two) == []
    one.call(lambda tx: outbox.sent(tx, first, ["1"]))
    assert leaving(two) == ["b", "c"]


def test_another_chat_is_not_held_back(opened: Opened) -> None:
    one, two = opened("one"), opened("two")
    post(one, words("a"))
    assert claimed(one) == ["a"]
    post(two, words("b", MINH))
    assert claimed(two) == ["b"]


def test_claims_come_oldest_first_and_each_to_one_process(opened: Opened) -> None:
    one, two = opened("one"), opened("two")
    for text in "abc":
        post(one, words(text), words(text.upper(), MINH))
    assert claimed(one) == ["a", "A"]
    assert claimed(two) == []
    one.call(leases.release_mine)
    assert leaving(two) == ["a", "A", "b", "B", "c", "C"]
    assert claimed(one) == []


def test_only_so_many_chats_are_found_at_once_the_one_that_waits_longest_first(store: Store) -> None:
    people = [Chat(Network.TELEGRAM, str(90 - n)) for n in range(5)]
    post(store, *(words("a", person) for person in people))
    assert store.call(lambda tx: leases.waiting_chats(tx, 3)) == people[:3]


def test_a_process_that_ends_gives_its_messages_back(opened: Opened) -> None:
    one, two = opened("one"), opened("two")
    post(one, words("a"))
    claimed(one)
    one.call(leases.release_mine)
    assert claimed(two) == ["a"]


def test_at_the_start_of_the_only_process_every_lease_is_void(opened: Opened) -> None:
    killed = opened("killed")
    post(killed, words("a"))
    claimed(killed)
    two = opened("two")
    two.call(leases.release_all)
    assert claimed(two) == ["a"]


@pytest.mark.parametrize("waiting", [10_000])
def test_a_claim_costs_the_same_however_many_wait(store: Store, waiting: int) -> None:
    def fill(tx: Tx) -> None:
        notice = words("card", MINH)
        for n in range(waiting):
            outbox.post(tx, Notice(notice.to, notice.words, slot=f"card:{n}", about=n + 1))

    def of_one(tx: Tx) -> tuple[float, float]:
        began, used = time.perf_counter(), time.thread_time()
        (item,) = leases.claim(tx, [MINH])
        took = time.perf_counter() - began, time.thread_time() - used
        outbox.sent(tx, item, [])
        return took

    store.call(fill)
    took, used = (sorted(each)[10] for each in zip(*(store.call(of_one) for _ in range(20)), strict=True))
    assert took < 0.010
    if store.url.startswith("sqlite"):  # it works in our own thread, whose CPU tells however busy the machine is
        assert used < 0.0015, "it looks at all that waits"
