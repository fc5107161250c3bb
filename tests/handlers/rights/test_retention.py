"""Two years pass over cases of every tier: each part is erased once, after its author was told, unless held."""

from __future__ import annotations

from collections import Counter

from sqlmodel import select

from domain.case import moves
from domain.case.case import Actor, Case, Role, Tier
from domain.case.decisions import Decision
from domain.messages import ERASED
from domain.province.retention import Kept, Rule, days
from domain.rights import holding
from handlers import recording
from handlers.admin import audit
from handlers.province import Province
from storage import cases
from storage.database import Store, Tx
from storage.rights import aging, erasures
from storage.tables import Attachment, Searched
from tests.cast import CONSTRUCTION, NOW, TUAN, Hands
from tests.handlers.rights.aged import HELD, figures, fill, nights, one
from tests.posted import posted

MANY = 60


def test_two_years_erase_everything_once_and_change_no_figure(store: Store, province: Province, hands: Hands) -> None:
    ends = fill(store, hands, MANY)
    before = figures(store, ends)
    nights(store, province, hands, 730, step=14)

    over = {number for number, end in ends.items() if end not in HELD}
    every = store.call(erasures.every_line)
    lines = [(each.target, each.kind) for each in every if each.what == "case"]
    assert Counter(Counter(lines).values()) == {1: len(over) * 3}
    assert {number for number, _ in lines} == over
    assert figures(store, ends) == before
    assert audit.verify(store) == (MANY, [])
    found = {each.id: each for each in store.call(lambda tx: [cases.look(tx, number) for number in ends]) if each}
    assert {found[number].text for number in over} == {ERASED}
    assert {found[number].author for number in over} == {0}
    assert all(ERASED not in found[number].text for number in ends.keys() - over)
    assert store.call(lambda tx: {row.id for row in tx.rows(select(Searched.id))}) == ends.keys() - over
    assert store.call(lambda tx: len(tx.rows(select(Attachment.id)))) == MANY - len(over)


def said_to(tx: Tx, person: int) -> list[str]:
    return [str(each) for each in posted(tx) if "expiry-told" in str(each)]


def test_an_author_is_told_fourteen_days_before_and_nothing_goes_earlier(
    store: Store, province: Province, hands: Hands
) -> None:
    case = store.call(lambda tx: one(tx, 3, "confirmed"))
    assert case.tier is Tier.OPEN
    kept = days(province.catalogue.retention, Kept.IDENTITY, "open")
    nights(store, province, hands, kept - 15, step=50)
    assert store.call(lambda tx: said_to(tx, case.author)) == []
    nights(store, province, hands, kept - 13 - (hands() - NOW).days)
    assert len(store.call(lambda tx: said_to(tx, case.author))) == 1
    nights(store, province, hands, 12)
    assert store.call(lambda tx: erasures.kinds(tx, "case", 3)) == {}
    nights(store, province, hands, 4)
    assert set(store.call(lambda tx: erasures.kinds(tx, "case", 3))) == {"files", "identity"}


def test_who_was_not_told_is_told_first_however_late(store: Store, province: Province, hands: Hands) -> None:
    store.call(lambda tx: one(tx, 3, "confirmed"))
    hands.on(days=700)  # nothing ran for two years
    nights(store, province, hands, 1)
    assert store.call(lambda tx: erasures.kinds(tx, "case", 3)) == {}
    nights(store, province, hands, 16)
    assert set(store.call(lambda tx: erasures.kinds(tx, "case", 3))) == {"files", "identity", "words"}


def recorded(store: Store, decision: Decision) -> Case:
    return store.call(lambda tx: recording.record(tx, decision))


def test_what_the_task_group_holds_stays_until_it_is_let_go(store: Store, province: Province, hands: Hands) -> None:
    case = store.call(lambda tx: one(tx, 2, "confirmed"))
    held = recorded(store, holding.hold(case, TUAN, hands(), "thanh tra đang xem"))
    nights(store, province, hands, 800, step=20)
    assert store.call(lambda tx: erasures.kinds(tx, "case", 2)) == {}
    assert [each.id for each in store.call(aging.held)] == [2]
    recorded(store, holding.let_go(held, TUAN, hands()))
    assert store.call(aging.held) == []
    nights(store, province, hands, 40, step=2)
    assert set(store.call(lambda tx: erasures.kinds(tx, "case", 2))) == {"files", "identity", "words"}


def test_a_reopened_case_begins_its_time_anew(store: Store, province: Province, hands: Hands) -> None:
    case = store.call(lambda tx: one(tx, 3, "confirmed"))
    hands.on(days=5)
    who = Actor(Role.BUSINESS, case.author, case.author_name)
    term = province.terms.filed(hands(), case.kind, case.topic, CONSTRUCTION)
    store.call(lambda tx: recording.record(tx, moves.reopen(case, who, tx.now, "vẫn chưa nhận được", term)))
    nights(store, province, hands, 800, step=20)
    assert store.call(lambda tx: erasures.kinds(tx, "case", 3)) == {}


def test_the_narrowest_rule_counts() -> None:
    rules = (Rule(Kept.WORDS, 100), Rule(Kept.WORDS, 30, "hidden"))
    assert [days(rules, Kept.WORDS, tier) for tier in ("open", "hidden", "anonymous")] == [100, 30, 100]
    assert days((), Kept.COPIES) == 7
    assert days((Rule(Kept.COPIES, 3),), Kept.COPIES) == 3
