"""People and the businesses they speak for; nobody sees anybody else's."""

from __future__ import annotations

import pytest

from domain.messages import Chat, Network
from storage import people
from storage.database import Store
from storage.people import Individual
from tests.cast import NOW, Hands


def met(store: Store, user: str, name: str = "Lan", network: Network = Network.TELEGRAM) -> Individual:
    return store.call(lambda tx: people.meet(tx, Chat(network, user), user, name, "vi"))


def test_a_person_is_found_by_network_and_user(store: Store) -> None:
    lan = met(store, "5")
    assert store.call(lambda tx: people.find(tx, Network.TELEGRAM, "5")) == lan
    assert store.call(lambda tx: people.find(tx, Network.PAGE, "5")) is None
    assert store.call(lambda tx: people.by_id(tx, lan.id)) == lan
    assert store.call(lambda tx: people.find_by_chat(tx, Chat(Network.TELEGRAM, "5"))) == lan
    assert store.call(lambda tx: people.find_by_chat(tx, Chat(Network.TELEGRAM, ""))) is None


def test_nobody_is_met_twice(store: Store) -> None:
    met(store, "5")
    with pytest.raises(Exception, match=r"(?i)unique"):
        met(store, "5")


def test_what_a_handler_changed_is_written_back_whole(store: Store, hands: Hands) -> None:
    lan = met(store, "5")
    lan.conversation = {"draft": {"texts": {"1": "字 😀"}}, "step": "business"}
    lan.consented_at, lan.language, lan.role, lan.name = NOW, "zh", "administrator", "Lan Anh"
    store.call(lambda tx: people.save(tx, lan))
    assert store.call(lambda tx: people.by_id(tx, lan.id)) == lan
    assert store.call(people.administrators) == [lan]


def test_quiet_are_those_with_a_draft_not_heard_from_for_a_while(store: Store, hands: Hands) -> None:
    lan, minh, hoa = met(store, "1"), met(store, "2", "Minh"), met(store, "3", "Hoa")
    for person in (lan, hoa):
        person.conversation = {"draft": {"texts": {}}}
        store.call(lambda tx, person=person: people.save(tx, person))  # type: ignore[misc]
    minh.conversation = {"step": "draft"}
    store.call(lambda tx: people.save(tx, minh))
    hands.on(hours=30)
    store.call(lambda tx: people.save(tx, hoa))
    quiet = store.call(lambda tx: people.quiet(tx, hands.now.replace(day=hands.now.day - 1), NOW.replace(month=1)))
    assert [person.id for person in quiet] == [lan.id]


# Businesses


def test_who_types_a_known_tax_code_sees_nothing_of_who_typed_it_first(store: Store) -> None:
    lan, stranger = met(store, "1"), met(store, "2", "Ai đó")
    first = store.call(lambda tx: people.speak_for(tx, lan, "Công ty Lan Anh", "4900001236"))
    second = store.call(lambda tx: people.speak_for(tx, stranger, "", "4900001236"))
    assert second.id != first.id
    assert (second.name, store.call(lambda tx: people.firms_of(tx, stranger.id))) == ("", [second])
    assert store.call(lambda tx: people.firms_of(tx, lan.id)) == [first]
    assert store.call(lambda tx: people.firm(tx, first.id)) == first


def test_naming_the_same_business_again_makes_no_second_one(store: Store, hands: Hands) -> None:
    lan = met(store, "1")
    firms = []
    for number in (*range(7), 0):
        hands.on(minutes=1)
        firms.append(store.call(lambda tx, n=number: people.speak_for(tx, lan, f"Công ty {n}", "")))  # type: ignore[misc]
    assert firms[-1] == firms[0]
    assert lan.business == firms[0].id


def test_one_person_speaks_for_several_newest_first_five_at_most(store: Store, hands: Hands) -> None:
    lan = met(store, "1")
    for number in range(7):
        hands.on(minutes=1)
        store.call(lambda tx, n=number: people.speak_for(tx, lan, f"Công ty {n}", ""))  # type: ignore[misc]
    names = [firm.name for firm in store.call(lambda tx: people.firms_of(tx, lan.id))]
    assert names == [f"Công ty {n}" for n in (6, 5, 4, 3, 2)]


def test_no_business_is_none(store: Store) -> None:
    assert store.call(lambda tx: people.firm(tx, 0)) is None
