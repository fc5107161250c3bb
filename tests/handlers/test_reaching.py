"""Who has not written for long: what an officer sees before sending, the next best way, and what became of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.case import moves
from domain.case.case import Case, Tier
from domain.messages import Chat, Lines, Network, Notice, Words, to_author, to_chat
from domain.reach import Cost, Reach, Window, reach
from handlers import recording
from handlers.reaching import Reaching
from storage import accounts, cases, chats, people
from storage.database import Store, Tx
from storage.outgoing import leases, outbox
from storage.outgoing.outbox import Item
from tests.cast import CONSTRUCTION, LAN, MINH, NOW, Hands, filed, said

OA, PAGE, GROUP = Chat(Network.ZALO_OA, "246845"), Chat(Network.PAGE, "p:lan"), Chat(Network.TELEGRAM, "-5")
TASK_GROUP = Chat(Network.TELEGRAM, "-6")
WITHOUT = Reaching({Network.ZALO_OA: Window(timedelta(hours=48), timedelta(days=7))})
KNOCKING = Reaching({Network.ZALO_OA: Window(timedelta(hours=48), timedelta(days=7), knocks=True)})
TODAY = NOW.replace(hour=0)


def begin(store: Store, tier: Tier = Tier.OPEN) -> Case:
    """Lan has written today and filed; her department and the task group have their groups."""

    def work(tx: Tx) -> Case:
        chats.bind(tx, GROUP, "department", CONSTRUCTION, "Sở")
        chats.bind(tx, TASK_GROUP, "task-group", "", "Tổ")
        lan = people.meet(tx, OA, "246845", "Lan", "vi")
        assert lan.id == LAN.person
        accounts.heard(tx, OA)
        return recording.record(tx, filed(tier=tier))

    return store.call(work)


def keys(words: object) -> list[str]:
    match words:
        case Words(key, _):
            return [key]
        case Lines(items, _):
            return [key for each in items for key in keys(each)]
    return []


def shown(store: Store, by: Reaching, chat: Chat = GROUP) -> list[str]:
    """What the card says of the way to the business."""

    def work(tx: Tx) -> list[str]:
        card = Notice(to_chat(chat), Words("card-head"), about=1, slot="card:1")
        return [each for each in keys(by.shown(tx, chat, card).words) if each.startswith("reach")]

    return store.call(work)


def answer(store: Store) -> None:
    """Minh answers."""

    def work(tx: Tx) -> None:
        case = cases.load(tx, 1)
        assert case is not None
        recording.record(tx, moves.answer(case, MINH, tx.now, said(now=tx.now)))

    store.call(work)


def refused(store: Store, by: Reaching) -> list[str]:
    """The messenger refuses everything that waits for Lan there; what was refused."""

    def work(tx: Tx) -> list[str]:
        found = []
        while items := list(leases.claim(tx, [OA], [], [])):
            for item in items:
                found += keys(item.notice.words)[:1]
                by.go_on(tx, item, "-230")
        return found

    return store.call(work)


def told(store: Store, chat: Chat) -> list[str]:
    """The first words of what waits or was sent there, the oldest first."""
    found = store.call(lambda tx: outbox.said(tx, chat, tx.now - timedelta(days=1), 20))
    return [keys(each.words)[0] for _, each in reversed(found)]


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (0, Reach(Cost.FREE, TODAY + timedelta(hours=48), TODAY + timedelta(days=7))),
        (47, Reach(Cost.FREE, TODAY + timedelta(hours=48), TODAY + timedelta(days=7))),
        (48, Reach(Cost.PAID, until=TODAY + timedelta(days=7))),
        (167, Reach(Cost.PAID, until=TODAY + timedelta(days=7))),
        (168, Reach(Cost.CLOSED)),
    ],
)
def test_free_for_two_days_paid_for_seven_then_closed(hours: int, expected: Reach) -> None:
    window = Window(timedelta(hours=48), timedelta(days=7))
    assert reach(window, TODAY, TODAY + timedelta(hours=hours)) == expected
    assert reach(window, None, TODAY) == Reach(Cost.CLOSED)
    assert reach(None, None, TODAY) == Reach(Cost.FREE)


def test_the_card_says_before_sending_whether_it_arrives_and_at_what_cost(store: Store, hands: Hands) -> None:
    begin(store)
    assert shown(store, WITHOUT)[0] == "reach-free"
    assert shown(store, Reaching()) == []
    hands.on(hours=50)
    assert shown(store, WITHOUT)[0] == "reach-paid"
    hands.on(days=6)
    assert shown(store, WITHOUT)[0] == "reach-closed"
    assert shown(store, KNOCKING)[0] == "reach-knock"
    store.call(lambda tx: accounts.heard(tx, OA))
    assert shown(store, KNOCKING)[0] == "reach-free"


def test_of_who_hides_the_department_is_told_nothing_of_it(store: Store) -> None:
    begin(store, Tier.HIDDEN)
    assert shown(store, KNOCKING) == []
    assert shown(store, KNOCKING, TASK_GROUP)[0] == "reach-free"


def test_no_more_than_the_day_of_a_last_word_is_kept(store: Store, hands: Hands) -> None:
    begin(store)
    hands.on(hours=3, minutes=17)
    store.call(lambda tx: accounts.heard(tx, OA))
    (account,) = store.call(lambda tx: accounts.of(tx, 1))
    assert account.heard_at == TODAY


def test_outside_the_window_without_another_way_somebody_is_asked_to_call_and_nothing_is_lost(
    store: Store, hands: Hands
) -> None:
    begin(store)
    hands.on(days=8)
    answer(store)
    assert "to-business-answer" in refused(store, WITHOUT)
    assert "business-asleep" in told(store, GROUP)
    assert "business-asleep" in told(store, TASK_GROUP)
    assert told(store, GROUP).count("business-asleep") == 1  # once, however many messages are refused
    assert shown(store, WITHOUT) == ["reach-closed", "reached-not"]
    case = store.call(lambda tx: cases.look(tx, 1))
    assert case is not None
    assert not case.reached
    assert store.call(outbox.counts)["given-up"] >= 1
    assert store.call(lambda tx: outbox.try_again(tx, OA)) >= 1  # as their next word does


def test_a_department_that_does_not_know_who_it_is_is_not_asked_to_call(store: Store, hands: Hands) -> None:
    begin(store, Tier.HIDDEN)
    hands.on(days=8)
    answer(store)
    refused(store, WITHOUT)
    assert "business-unreached-hidden" in told(store, GROUP)
    assert "business-asleep" not in told(store, GROUP)
    assert "business-asleep" in told(store, TASK_GROUP)


def test_a_template_asks_them_to_come_back_once_a_day_and_if_that_fails_somebody_calls(
    store: Store, hands: Hands
) -> None:
    begin(store)
    hands.on(days=8)
    answer(store)
    knocks: list[Item] = []

    def refuse_all_but_knocks(tx: Tx) -> None:
        while items := list(leases.claim(tx, [OA], [], [])):
            for item in items:
                if item.notice.knocks:
                    knocks.append(item)
                    outbox.sent(tx, item, ("m1",))
                else:
                    KNOCKING.go_on(tx, item, "-230")

    store.call(refuse_all_but_knocks)
    (knock,) = knocks
    assert (keys(knock.notice.words), len(knock.notice.files)) == (["knock"], 1)
    assert "business-asleep" not in told(store, GROUP)
    hands.on(days=1)
    store.call(lambda tx: outbox.post(tx, Notice(to_author(1), Words("knock", {"code": "x"}), about=1, knocks=True)))
    refused(store, KNOCKING)
    assert "business-asleep" in told(store, GROUP)


def test_another_account_of_the_same_person_gets_it_instead(store: Store, hands: Hands) -> None:
    begin(store)

    def link(tx: Tx) -> None:
        other = people.meet(tx, PAGE, "lan-on-page", "", "vi")
        lan = people.by_id(tx, 1)
        assert lan is not None
        accounts.join(tx, other.id, lan)

    store.call(link)
    hands.on(days=8)
    assert shown(store, KNOCKING)[0] == "reach-elsewhere"
    answer(store)
    assert "to-business-answer" in refused(store, KNOCKING)
    assert "to-business-answer" in told(store, PAGE)
    assert "knock" not in told(store, OA)
    assert not [each for each in told(store, GROUP) if each.startswith("business-asleep")]


def test_what_became_of_the_last_message_stands_on_the_card(store: Store, hands: Hands) -> None:
    begin(store)
    answer(store)
    assert shown(store, WITHOUT)[-1] == "reached-soon"

    def arrive(tx: Tx) -> None:
        while items := list(leases.claim(tx, [OA], [], [])):
            for item in items:
                outbox.sent(tx, item, ("m1",))
                WITHOUT.settled(tx, item)

    hands.on(minutes=3)
    store.call(arrive)
    assert shown(store, WITHOUT)[-1] == "reached-at"
