"""Messages to deliver: posted with what caused them, in the order they leave, settled where everybody can see."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.messages import Audience, Chat, Choice, Kind, Lines, Network, Notice, To, Urgency, Words, to_chat
from storage import chats, messages
from storage.database import Store
from storage.outgoing import envelopes, leases, notices, outbox
from storage.outgoing.outbox import Item
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
    """What may leave now, of each chat the first."""
    items = store.call(lambda tx: leases.claim(tx, leases.waiting_chats(tx)))
    return [item.notice.words.key for item in items if isinstance(item.notice.words, Words)]


def left(store: Store) -> list[Item]:
    """Everything that waits, in the order in which it leaves."""
    found: list[Item] = []
    while items := store.call(lambda tx: leases.claim(tx, leases.waiting_chats(tx))):
        found += items
        for item in items:
            store.call(lambda tx, item=item: outbox.sent(tx, item, []))  # type: ignore[misc]
    return found


def leaving(store: Store) -> list[str]:
    """The words of everything that waits, in the order in which it leaves."""
    return [item.notice.words.key for item in left(store) if isinstance(item.notice.words, Words)]


# Kept as JSON


@settings(deadline=None, max_examples=200)
@given(NOTICES)
def test_a_notice_survives_being_kept(notice: Notice) -> None:
    kept = notices.decode(notices.encode(notice), LAN)
    assert kept == replace(notice, to=To(Audience.CHAT, chat=LAN))


def test_what_is_usual_takes_no_room() -> None:
    assert notices.encode(words("help")) == '{"words":{"$words":"help","args":{}}}'


# In order


def test_a_chats_messages_leave_one_after_another_the_more_urgent_first_else_the_older(store: Store) -> None:
    post(
        store,
        words("reminder", urgency=Urgency.REMINDER),
        words("a"),
        words("b"),
        words("tap", urgency=Urgency.TAP),
        words("elsewhere", MINH),
    )
    assert claimed(store) == ["tap", "elsewhere"]
    assert claimed(store) == []
    store.call(leases.release_mine)
    assert leaving(store) == ["tap", "elsewhere", "a", "b", "reminder"]


def test_what_is_new_leaves_before_changes_and_changes_before_mere_signs(card: Store) -> None:
    sign = words("sign", MINH, kind=Kind.REACT, reply_to="3", urgency=Urgency.TAP)
    post(card, sign, edit("changed"), words("new", MINH, urgency=Urgency.REMINDER))
    assert leaving(card) == ["new", "changed", "sign"]


def test_in_a_chat_without_room_for_new_messages_changes_leave_all_the_same(card: Store) -> None:
    post(card, words("new", MINH), edit("changed"))
    (item,) = card.call(lambda tx: leases.claim(tx, (), [MINH]))
    assert item.notice.words == Words("changed")
    assert card.call(lambda tx: leases.claim(tx, (), [LAN])) == []


def test_but_a_change_never_leaves_before_the_message_it_changes(store: Store) -> None:
    post(store, words("card", MINH, slot="card:3"))
    post(store, edit("changed"))
    assert store.call(lambda tx: leases.claim(tx, (), [MINH])) == []


def test_nor_before_a_message_that_failed(card: Store) -> None:
    (item,) = post(card, words("a", MINH))
    card.call(lambda tx: outbox.back_off(tx, item, NOW, "502"))
    post(card, edit("changed"))
    assert card.call(lambda tx: leases.claim(tx, (), [MINH])) == []
    assert leaving(card) == ["a", "changed"]


def test_a_message_that_takes_a_place_comes_after_the_change_of_what_stood_there(card: Store) -> None:
    post(card, words("other", MINH), edit("changed"), words("anew", MINH, slot="card:3"))
    assert leaving(card) == ["other", "changed", "anew"]


# Trying again


def test_a_failure_waits_and_holds_its_chat_in_order(opened: Opened, hands: Hands) -> None:
    one, two = opened("one"), opened("two")
    first, _, _ = post(one, words("a"), words("b"), words("x", MINH))
    assert claimed(one) == ["a", "x"]
    until = NOW + timedelta(seconds=30)
    one.call(lambda tx: outbox.back_off(tx, first, until, "502"))
    one.call(leases.release_mine)
    post(one, words("urgent", urgency=Urgency.TAP))
    assert claimed(two) == ["x"]
    hands.on(seconds=30)
    (item,) = two.call(lambda tx: leases.claim(tx, [LAN]))
    assert (item.id, item.attempts) == (first.id, 1)
    two.call(leases.release_all)
    assert leaving(two) == ["a", "x", "urgent", "b"]


def test_a_long_message_goes_on_after_the_part_that_arrived(store: Store, hands: Hands) -> None:
    (item,) = post(store, words("a", about=3))
    store.call(lambda tx: outbox.part_sent(tx, item, 2, "51"))
    store.call(lambda tx: outbox.back_off(tx, item, NOW, "reset"))
    post(store, words("urgent", urgency=Urgency.TAP))
    assert [each.parts for each in store.call(lambda tx: leases.claim(tx, [LAN]))] == [2]
    assert store.call(lambda tx: messages.find(tx, LAN, "51")).case == 3  # type: ignore[union-attr]


def test_whoever_goes_on_with_a_long_message_lets_nothing_come_between(opened: Opened, hands: Hands) -> None:
    one = opened("one")
    (item,) = post(one, words("long"))
    assert claimed(one) == ["long"]
    one.call(lambda tx: outbox.part_sent(tx, item, 1, "51"))
    post(one, words("urgent", urgency=Urgency.TAP))
    hands.on(minutes=1)
    assert leaving(opened("two")) == ["long", "urgent"]


def test_what_was_given_up_waits_again_in_its_old_place(store: Store) -> None:
    (item,) = post(store, words("b"))
    store.call(lambda tx: outbox.back_off(tx, item, NOW, "502"))
    store.call(lambda tx: outbox.give_up(tx, item, "403"))
    post(store, words("a", urgency=Urgency.TAP))
    assert store.call(lambda tx: outbox.try_again(tx, LAN)) == 1
    assert leaving(store) == ["a", "b"]


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


def test_whoever_notes_that_it_was_sent_hears_whether_more_waits_for_its_chat(store: Store) -> None:
    post(store, words("a", LAN), words("b", LAN), words("c", MINH))
    told = []
    while items := store.call(lambda tx: leases.claim(tx, [LAN])):
        told.append(store.call(lambda tx, item=items[0]: outbox.sent(tx, item, ["9"])))  # type: ignore[misc]
    assert told == [True, False]


def test_a_message_about_nothing_is_not_remembered(store: Store) -> None:
    (item,) = post(store, words("help"))
    store.call(lambda tx: outbox.sent(tx, item, ["9"]))
    assert store.call(lambda tx: messages.find(tx, LAN, "9")) is None


def test_a_message_given_up_stays_as_the_proof(store: Store, hands: Hands) -> None:
    (item,) = post(store, words("a"))
    store.call(lambda tx: outbox.give_up(tx, item, "Forbidden: bot was blocked by the user"))
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
    assert leaving(store) == ["card", "v1"]


def test_an_edit_joins_one_that_waits(opened: Opened, card: Store, hands: Hands) -> None:
    web = opened("")
    post(web, edit("v1"))
    post(web, edit("v2"))
    assert claimed(card) == ["v2"]


def test_an_edit_does_not_join_one_that_is_being_sent(card: Store, hands: Hands) -> None:
    post(card, edit("v1"))
    assert claimed(card) == ["v1"]
    post(card, edit("v2"))
    card.call(leases.release_mine)
    assert leaving(card) == ["v1", "v2"]


def test_at_most_one_edit_of_a_place_waits_whatever_is_on_its_way(card: Store) -> None:
    post(card, edit("v1"))
    assert claimed(card) == ["v1"]
    assert sum(len(post(card, edit(f"v{n}"))) for n in range(2, 50)) == 1
    card.call(leases.release_mine)
    assert leaving(card) == ["v1", "v49"]


def test_a_newer_edit_takes_the_place_of_one_that_failed(card: Store, hands: Hands) -> None:
    (item,) = post(card, edit("v1"))
    assert claimed(card) == ["v1"]
    post(card, words("new", MINH), edit("v2"))
    card.call(lambda tx: outbox.back_off(tx, item, NOW + timedelta(seconds=9), "429"))
    assert claimed(card) == []
    hands.on(seconds=9)
    assert leaving(card) == ["v2", "new"]


def test_a_failed_edit_that_waits_is_brought_up_to_date(card: Store) -> None:
    (item,) = post(card, edit("v1"))
    card.call(lambda tx: outbox.back_off(tx, item, NOW, "502"))
    assert post(card, edit("v2")) == []
    assert leaving(card) == ["v2"]


def test_the_news_of_a_change_stays_told_when_a_newer_one_takes_its_place(card: Store) -> None:
    first, last = Words("help"), Words("help-officer")
    post(card, replace(edit("v1"), news=first))
    assert post(card, edit("v2"), replace(edit("v3"), news=last)) == []
    (kept,) = card.call(lambda tx: leases.claim(tx, [MINH]))
    assert kept.notice.words == edit("v3").words
    assert kept.notice.news == Lines((first, last))


def test_an_edit_of_one_slot_leaves_another_alone(opened: Opened, card: Store) -> None:
    web = opened("")
    card.call(lambda tx: messages.take_slot(tx, MINH, "card:4", "10"))
    post(web, edit("v1"), words("other", MINH, kind=Kind.EDIT, slot="card:4"), edit("v2"))
    assert leaving(card) == ["v2", "other"]


def test_an_edit_of_one_chat_leaves_another_alone(opened: Opened, card: Store) -> None:
    web = opened("")
    card.call(lambda tx: messages.take_slot(tx, LAN, "card:3", "11"))
    post(web, edit("v1"), words("own", LAN, kind=Kind.EDIT, slot="card:3"))
    assert claimed(card) == ["v1", "own"]


# What is told to this process's delivery


def test_urgency_and_language_come_with_the_message(store: Store, hands: Hands) -> None:
    post(store, replace(words("a"), to=to_chat(LAN, "zh"), urgency=Urgency.REMINDER))
    (item,) = store.call(lambda tx: leases.claim(tx, [LAN]))
    assert (item.language, item.notice.urgency) == ("zh", Urgency.REMINDER)


def test_a_notice_for_several_chats_is_a_message_each(store: Store) -> None:
    for chat in (LAN, MINH):
        store.call(lambda tx, chat=chat: chats.bind(tx, chat, "task-group", "", ""))  # type: ignore[misc]
    items = post(store, Notice(To(Audience.TASK_GROUP), Words("help")))
    assert {item.chat for item in items} == {LAN, MINH}


def test_a_card_sent_while_its_group_moved_is_sent_anew_with_the_next_change(store: Store) -> None:
    (card,) = post(store, words("card", MINH, slot="card:1", about=1))
    store.call(lambda tx: leases.claim(tx, leases.waiting_chats(tx)))
    moved = Chat(Network.TELEGRAM, "-100")
    store.call(lambda tx: envelopes.migrate(tx, MINH, moved.id))
    store.call(lambda tx: outbox.sent(tx, card, ["77"]))
    assert store.call(lambda tx: messages.in_slot(tx, moved, "card:1")) == ""
    (change,) = post(store, words("card", moved, slot="card:1", about=1, kind=Kind.EDIT))
    assert change.chat.id == moved.id
