"""Which chats are looked at, and when."""

from __future__ import annotations

from bot.channels.telegram.limits import Limits
from bot.delivery.queue import Queue, Queues
from bot.messenger_settings import Rates
from domain.messages import Chat, Network

LAN, HOA, MAI = (Chat(Network.TELEGRAM, str(number)) for number in (1, 2, 3))
ON_PAGE = Chat(Network.PAGE, "p:1")
NEVER = float("inf")


def taken(queue: Queue, now: float) -> list[Chat]:
    return list(queue.take(now))


def test_chats_come_when_they_are_due_the_first_due_first_and_once() -> None:
    queue = Queue()
    queue.add(LAN, 2)
    queue.add(HOA, 1)
    queue.add(MAI, 9)
    assert taken(queue, 3) == [HOA, LAN]
    assert taken(queue, 3) == []
    assert queue.next_at() == 9


def test_what_is_planned_sooner_comes_sooner_and_not_again() -> None:
    queue = Queue()
    queue.add(LAN, 9)
    queue.add(LAN, 1)
    queue.add(LAN, 5)
    assert queue.next_at() == 1
    assert taken(queue, 10) == [LAN]
    assert queue.next_at() == NEVER


def test_a_chat_that_is_served_waits_until_that_has_ended() -> None:
    queue = Queue()
    queue.serve(LAN)
    queue.add(LAN, 1)
    assert taken(queue, 2) == []
    queue.served(LAN)
    queue.add(LAN, 2)
    assert taken(queue, 2) == [LAN]


def test_a_chat_rests_whatever_comes_for_it_and_says_so_once() -> None:
    queue = Queue()
    queue.add(LAN, 1)
    queue.rest(LAN, 5)
    queue.add(LAN, 2)
    assert taken(queue, 4) == []
    assert taken(queue, 5) == [LAN]
    assert (queue.has_rested(LAN), queue.has_rested(LAN)) == (True, False)


def test_a_messenger_without_room_holds_up_no_other() -> None:
    limits = Limits(Rates(2, 1, 20), lambda: 100.0)
    queues = Queues({Network.TELEGRAM: limits})
    for chat in (LAN, HOA):
        limits.book(chat)
        limits.called(chat)
    queues.of(MAI).add(MAI, 100)
    assert queues.next_at(100) > 100
    assert taken(queues.open()[0], 100) == []
    queues.of(ON_PAGE).add(ON_PAGE, 100)
    assert queues.next_at(100) == 100
    assert [chat for queue in queues.open() for chat in queue.take(100)] == [ON_PAGE]
    assert (queues.is_limited(MAI), queues.is_limited(ON_PAGE)) == (True, False)
