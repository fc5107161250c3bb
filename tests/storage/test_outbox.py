"""Messages to deliver: posted with what caused them, claimed on a lease, in order, settled where everybody can see."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.messages import Audience, Chat, Choice, Kind, Lines, Network, Notice, To, Urgency, Words, to_chat
from storage import chats, messages, outbox
from storage.database import Store
from storage.outbox import LEASE, Item
from tests.cast import NOW, Hands
from tests.domain.test_messages import NAMES, TEXT, VALUES
from tests.stores import Opened

LAN, MINH = Chat(Network.TELEGRAM, "7"), Chat(Network.TELEGRAM, "-5")
SAID = st.builds(Words, TEXT, st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), VALUES, max_size=3))
CHOICES = st.lists(st.lists(st.builds(Choice, SAID | NAMES | TEXT, TEXT), max_size=3).map(tuple), max_size=3).map(tuple)
NOTICES = st.builds(
    Notice,
    to=st.just(to_chat(LAN)),
    words=SAID | st.builds(Lines, st.lists(VALUES, max_size=3).map(tuple)),
    choices=CHOICES,
    kind=st.sampled_from(Kind),
    urgency=st.sampled_from(Urgency),
    about=st.integers(0, 2**40),
    slot=TEXT,
    prompt=TEXT,
    files=st.lists(st.integers(1, 99), max_size=3).map(tuple),
    reply_to=TEXT,
    under=TEXT,
    tap_id=TEXT,
    fleeting=st.booleans(),
)


def words(text: str, chat: Chat = LAN, **more: object) -> Notice:
    return Notice(to_chat(chat), Words(text), **more)  # type: ignore[arg-type]


def post(store: Store, *notices: Notice) -> list[Item]:
    """Posted in one transaction; the rows as delivery in this process is told of them."""

    def write(tx: object) -> list[Item]:
        for notice in notices:
            outbox.post(tx, notice)  # type: ignore[arg-type]
        return list(tx.posted)  # type: ignore[attr-defined]

    return store.call(write)


def claimed(store: Store) -> list[str]:
    return [item.notice.words.key for item in store.call(outbox.claim) if isinstance(item.notice.words, Words)]


def freed(hands: Hands) -> None:
    """Every lease given so far is over."""
    hands.on(seconds=LEASE.total_seconds() + 1)


# Kept as JSON


@settings(deadline=None, max_examples=200)
@given(NOTICES)
def test_a_notice_survives_being_kept(notice: Notice) -> None:
    kept = outbox.decode(outbox.encode(notice), LAN)
    assert kept == replace(notice, to=To(Audience.CHAT, chat=LAN))


def test_what_is_usual_takes_no_room() -> None:
    assert outbox.encode(words("help")) == '{"words":{"$words":"help","args":{}}}'


# Claiming


def test_who_posts_has_the_lease_and_nobody_else_takes_it(opened: Opened, hands: Hands) -> None:
    one, two = opened("one"), opened("two")
    (item,) = post(one, words("a"))
    assert (item.mine, item.chat, item.posted_at) == (True, LAN, NOW)
    assert claimed(two) == []
    assert claimed(one) == []


def test_an_expired_lease_is_anybodys(opened: Opened, hands: Hands) -> None:
    one, two = opened("one"), opened("two")
    post(one, words("a"))
    freed(hands)
    assert claimed(two) == ["a"]
    assert claimed(one) == []


def test_a_renewed_lease_holds(opened: Opened, hands: Hands) -> None:
    one, two = opened("one"), opened("two")
    post(one, words("a"))
    hands.on(seconds=LEASE.total_seconds() - 1)
    one.call(outbox.renew)
    hands.on(seconds=LEASE.total_seconds() - 1)
    assert claimed(two) == []


def test_a_process_that_delivers_nothing_leaves_its_messages_to_the_others(opened: Opened, hands: Hands) -> None:
    (item,) = post(opened(""), words("a"))
    assert not item.mine
    assert claimed(opened("two")) == ["a"]


def test_what_joins_a_chat_somebody_else_serves_waits_behind(opened: Opened, hands: Hands) -> None:
    one, two = opened("one"), opened("two")
    (first,) = post(one, words("a"))
    (second,) = post(two, words("b"))
    (third,) = post(one, words("c"))
    assert (first.mine, second.mine, third.mine) == (True, False, False)
    assert claimed(two) == []
    one.call(lambda tx: outbox.sent(tx, first, ["1"]))
    assert claimed(two) == ["b", "c"]


def test_another_chat_is_not_held_back(opened: Opened, hands: Hands) -> None:
    post(opened("one"), words("a"))
    (item,) = post(opened("two"), words("b", MINH))
    assert item.mine


def test_claims_come_oldest_first_and_each_to_one_process(opened: Opened, hands: Hands) -> None:
    one, two = opened("one"), opened("two")
    for text in "abc":
        post(one, words(text), words(text.upper(), MINH))
    freed(hands)
    assert claimed(two) == ["a", "A", "b", "B", "c", "C"]
    assert claimed(one) == []


def test_at_most_so_many_are_claimed_at_once(opened: Opened, hands: Hands) -> None:
    post(opened("one"), *(words(f"m{n}") for n in range(5)))
    freed(hands)
    assert len(opened("two").call(lambda tx: outbox.claim(tx, 3))) == 3


def test_what_we_hold_is_never_claimed_again_whatever_the_clock_does(store: Store, hands: Hands) -> None:
    post(store, words("a"))
    freed(hands)
    assert claimed(store) == []


def test_what_is_ours_but_not_in_memory_is_given_back(store: Store, hands: Hands) -> None:
    held, lost = post(store, words("a"), words("b", MINH))
    assert store.call(lambda tx: outbox.renew(tx, {held.id})) == {held.id, lost.id}
    assert claimed(store) == []  # just posted: the answer to its commit may be on its way
    hands.on(seconds=30)
    store.call(lambda tx: outbox.renew(tx, {held.id}))
    assert claimed(store) == ["b"]


def test_a_process_that_ends_gives_its_messages_back(opened: Opened, hands: Hands) -> None:
    one, two = opened("one"), opened("two")
    post(one, words("a"))
    one.call(outbox.release_mine)
    assert claimed(two) == ["a"]


def test_at_the_start_of_the_only_process_every_lease_is_void(opened: Opened, hands: Hands) -> None:
    post(opened("killed"), words("a"))
    two = opened("two")
    two.call(outbox.release_all)
    assert claimed(two) == ["a"]


# Trying again


def test_a_failure_waits_and_holds_its_chat_in_order(opened: Opened, hands: Hands) -> None:
    one, two = opened("one"), opened("two")
    first, _, _ = post(one, words("a"), words("b"), words("x", MINH))
    until = NOW + timedelta(seconds=30)
    one.call(lambda tx: outbox.back_off(tx, first, until, "502"))
    one.call(outbox.release_mine)
    assert claimed(two) == ["x"]
    hands.on(seconds=30)
    items = two.call(outbox.claim)
    assert [(item.id, item.attempts) for item in items] == [(first.id, 1), (first.id + 1, 0)]


def test_a_long_message_goes_on_after_the_part_that_arrived(store: Store, hands: Hands) -> None:
    (item,) = post(store, words("a", about=3))
    store.call(lambda tx: outbox.part_sent(tx, item, 2, "51"))
    store.call(lambda tx: outbox.back_off(tx, item, NOW, "reset"))
    store.call(lambda tx: outbox.release(tx, [item.id]))
    assert [each.parts for each in store.call(outbox.claim)] == [2]
    assert store.call(lambda tx: messages.find(tx, LAN, "51")).case == 3  # type: ignore[union-attr]


def test_nothing_waiting_is_none(store: Store) -> None:
    assert store.call(outbox.oldest_waiting) is None
    post(store, words("a"))
    assert store.call(outbox.oldest_waiting) == NOW


# Settling


def test_a_sent_message_is_known_by_every_part_of_it(store: Store) -> None:
    (item,) = post(store, words("card-head", MINH, about=3, slot="card:3"))
    store.call(lambda tx: outbox.sent(tx, item, ["9", "8"]))
    assert store.call(lambda tx: messages.in_slot(tx, MINH, "card:3")) == "9"
    known = [store.call(lambda tx, m=m: messages.find(tx, MINH, m)) for m in ("9", "8")]  # type: ignore[misc]
    assert [(each.case, each.slot) for each in known if each] == [(3, "card:3"), (3, "card:3")]
    assert store.call(outbox.counts) == {"sent": 1}


def test_a_message_about_nothing_is_not_remembered(store: Store) -> None:
    (item,) = post(store, words("help"))
    store.call(lambda tx: outbox.sent(tx, item, ["9"]))
    assert store.call(lambda tx: messages.find(tx, LAN, "9")) is None


def test_a_message_given_up_stays_as_the_proof(store: Store, hands: Hands) -> None:
    (item,) = post(store, words("a"))
    store.call(lambda tx: outbox.give_up(tx, item, "Forbidden: bot was blocked by the user"))
    freed(hands)
    assert claimed(store) == []
    assert store.call(outbox.counts) == {"given-up": 1}


# Edits


def edit(text: str) -> Notice:
    return words(text, MINH, kind=Kind.EDIT, slot="card:3")


@pytest.fixture
def card(store: Store) -> Store:
    """The card stands in the group."""
    (item,) = post(store, words("card", MINH, slot="card:3", about=3))
    store.call(lambda tx: outbox.sent(tx, item, ["9"]))
    return store


def test_an_edit_of_nothing_is_not_sent(store: Store) -> None:
    assert post(store, edit("v1")) == []


def test_an_edit_waits_for_the_card_that_is_still_on_its_way(store: Store, hands: Hands) -> None:
    post(store, words("card", MINH, slot="card:3"))
    post(store, edit("v1"))
    store.call(outbox.release_mine)
    assert claimed(store) == ["card", "v1"]


def test_an_edit_joins_one_that_waits(opened: Opened, card: Store, hands: Hands) -> None:
    web = opened("")
    post(web, edit("v1"))
    post(web, edit("v2"))
    assert claimed(card) == ["v2"]


def test_an_edit_does_not_join_one_that_is_being_sent(card: Store, hands: Hands) -> None:
    post(card, edit("v1"))
    post(card, edit("v2"))
    card.call(outbox.release_mine)
    assert claimed(card) == ["v1", "v2"]


def test_an_edit_of_one_slot_leaves_another_alone(opened: Opened, card: Store) -> None:
    web = opened("")
    card.call(lambda tx: messages.take_slot(tx, MINH, "card:4", "10"))
    post(web, edit("v1"), words("other", MINH, kind=Kind.EDIT, slot="card:4"), edit("v2"))
    assert claimed(card) == ["v2", "other"]


def test_an_edit_of_one_chat_leaves_another_alone(opened: Opened, card: Store) -> None:
    web = opened("")
    card.call(lambda tx: messages.take_slot(tx, LAN, "card:3", "11"))
    post(web, edit("v1"), words("own", LAN, kind=Kind.EDIT, slot="card:3"))
    assert claimed(card) == ["v1", "own"]


# What is told to this process's delivery


def test_urgency_and_language_come_with_the_message(store: Store, hands: Hands) -> None:
    post(store, replace(words("a"), to=to_chat(LAN, "zh"), urgency=Urgency.REMINDER))
    store.call(outbox.release_mine)
    (item,) = store.call(outbox.claim)
    assert (item.language, item.notice.urgency) == ("zh", Urgency.REMINDER)


def test_a_notice_for_several_chats_is_a_message_each(store: Store) -> None:
    for chat in (LAN, MINH):
        store.call(lambda tx, chat=chat: chats.bind(tx, chat, "task-group", "", ""))  # type: ignore[misc]
    items = post(store, Notice(To(Audience.TASK_GROUP), Words("help")))
    assert {item.chat for item in items} == {LAN, MINH}
