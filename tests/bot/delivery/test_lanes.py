"""Which of a chat's messages leaves next."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bot.delivery.lanes import Lane, failed_once_more
from domain.messages import Chat, Kind, Network, Notice, Urgency, Words, to_chat
from storage.outbox import Item

GROUP = Chat(Network.TELEGRAM, "-1")


def item(number: int, urgency: Urgency = Urgency.RECEIPT, kind: Kind = Kind.SEND, slot: str = "") -> Item:
    notice = Notice(to_chat(GROUP), Words("help"), kind=kind, urgency=urgency, slot=slot)
    return Item(number, GROUP, "vi", notice)


def edit(number: int, slot: str, urgency: Urgency = Urgency.CARD) -> Item:
    return item(number, urgency, Kind.EDIT, slot)


def lane_of(*items: Item) -> Lane:
    lane = Lane()
    for each in items:
        lane.push(each)
    return lane


def free(_: Item) -> float:
    """There is room for everything."""
    return 0


def no_room_for_new(each: Item) -> float:
    """A group that has had its twenty messages of the minute."""
    return 40 if each.notice.kind is Kind.SEND else 0


def taken(lane: Lane, wait: Callable[[Item], float] = free) -> list[int]:
    numbers = []
    while lane and isinstance(found := lane.take(wait, 0), Item):
        numbers.append(found.id)
    return numbers


def test_the_more_urgent_leaves_first_else_the_older() -> None:
    lane = lane_of(item(1, Urgency.REMINDER), item(2), item(4, Urgency.PROMPT), item(3))
    assert taken(lane) == [2, 3, 4, 1]


def test_what_failed_rests_with_its_chat_and_then_goes_first() -> None:
    lane = lane_of(item(2))
    lane.put_back(failed_once_more(item(1, Urgency.REMINDER)), rest_until=10)
    lane.push(item(3, Urgency.TAP))
    assert lane.take(free, 4) == 6
    again = lane.take(free, 10)
    assert isinstance(again, Item)
    assert (again.id, again.attempts) == (1, 1)


def test_a_change_of_what_stands_there_need_not_wait_for_room() -> None:
    lane = lane_of(item(1, slot="card:1"), edit(2, "card:1"), edit(3, "card:9"), item(4, Urgency.CARD, Kind.REACT))
    assert taken(lane, no_room_for_new) == [3, 4]
    assert lane.take(no_room_for_new, 0) == 40
    assert taken(lane) == [1, 2]


def test_who_waits_for_an_edits_room_looks_again_when_there_is_some() -> None:
    lane = lane_of(item(1), edit(2, "card:9"))
    assert lane.take(lambda each: 40 if each.notice.kind is Kind.SEND else 3, 0) == 3


def test_changes_of_one_message_are_made_in_the_order_they_were_decided() -> None:
    assert taken(lane_of(edit(1, "card:1"), edit(2, "card:1", Urgency.PROMPT))) == [1, 2]


def test_only_the_newest_of_waiting_changes_is_made() -> None:
    lane = lane_of(edit(2, "card:1"), edit(3, "card:2"))
    assert lane.supersedes(edit(1, "card:1"))
    assert not lane.supersedes(edit(4, "card:1"))
    assert not lane.supersedes(item(1, slot="card:1"))


def test_what_another_process_took_is_forgotten() -> None:
    lane = lane_of(item(1), item(2), item(3))
    lane.drop({1, 3})
    assert taken(lane) == [2]


def test_news_end_a_rest() -> None:
    async def scene() -> None:
        lane = lane_of(item(1))
        resting = asyncio.create_task(lane.rest(30))
        await asyncio.sleep(0)
        lane.push(item(2))
        await asyncio.wait_for(resting, 1)
        await lane.rest(0.01)

    asyncio.run(scene())
