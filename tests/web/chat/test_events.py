"""Pushes to an open page: everything new and changed, once, in order, also after a broken connection."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest

from storage import page
from tests.web.site import Site, Visitor
from web.chat import events
from web.sessions import Room, Seat, find


@dataclass(slots=True)
class Got:
    """One event as a browser reads it."""

    name: str
    id: str
    lines: list[str] = field(default_factory=list)


def seat_of(site: Site, lan: Visitor) -> Seat:
    """Lan's seat."""
    (secret,) = [str(each.value) for each in lan.client.cookies.jar]
    seat = site.store.call(lambda tx: find(tx, Room("chat"), secret))
    assert seat
    return seat


def read(text: str) -> Got | None:
    """The event in a piece of the stream; None for a comment or a setting."""
    fields = [line.partition(": ") for line in text.strip().split("\n")]
    names = {name: value for name, _, value in fields}
    return (
        Got(names["event"], names.get("id", ""), [v for n, _, v in fields if n == "data"]) if "event" in names else None
    )


async def take(stream: AsyncIterator[str], count: int) -> list[Got]:
    """The next events."""
    found: list[Got] = []
    while len(found) < count:
        got = read(await asyncio.wait_for(anext(stream), 5))
        if got:
            found.append(got)
    return found


def stream_of(site: Site, seat: Seat, after: int = 0) -> AsyncIterator[str]:
    return events.stream(site.ports, seat, after, "vi")


def test_what_is_new_and_what_changed_arrives_at_once(site: Site) -> None:
    lan = site.business()

    async def story() -> None:
        stream = stream_of(site, seat_of(site, lan), after=1)
        pulled = asyncio.ensure_future(take(stream, 1))
        await asyncio.sleep(0.1)
        number = await site.store.run(lambda tx: page.append(tx, lan.chat, "Đã nhận\n#LS26-00001", {}))
        site.hub.publish(lan.chat)
        (new,) = await pulled
        assert new.name == "message"
        assert f'id="m{number}"' in new.lines[0]
        assert any("#LS26-00001" in line for line in new.lines)
        await site.store.run(lambda tx: page.change(tx, lan.chat, number, "Đã sửa", {"edited": True}))
        site.hub.publish(lan.chat)
        (changed,) = await take(stream, 1)
        assert f'id="m{number}"' in changed.lines[0]
        assert int(changed.id) > int(new.id)

    site.run(story())


def test_a_page_that_comes_back_goes_on_where_it_was(site: Site) -> None:
    lan = site.business()
    numbers = [site.write(lan.chat, f"tin {n}") for n in range(5)]

    async def story() -> None:
        seat = seat_of(site, lan)
        first = await take(stream_of(site, seat), 3)
        rest = await take(stream_of(site, seat, int(first[-1].id)), 3)
        shown = [got.lines[0].split('id="m')[1].split('"')[0] for got in (*first, *rest)]
        assert shown[1:] == [str(number) for number in numbers]

    site.run(story())


def test_more_than_one_look_can_bring_arrives_whole(site: Site) -> None:
    lan = site.business()
    for number in range(450):
        site.store.call(lambda tx, n=number: page.append(tx, lan.chat, f"tin {n}", {}))  # type: ignore[misc]
    got = site.run(take(stream_of(site, seat_of(site, lan)), 451))
    assert [int(each.id) for each in got] == list(range(1, 452))


def test_a_message_of_another_process_is_found_without_a_nudge(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "LOOK_SECONDS", 0.05)
    lan = site.business()

    async def story() -> None:
        stream = stream_of(site, seat_of(site, lan), after=1)
        pulled = asyncio.ensure_future(take(stream, 1))
        await asyncio.sleep(0.1)
        await site.store.run(lambda tx: page.append(tx, lan.chat, "từ nơi khác", {}))
        assert any("từ nơi khác" in line for line in (await pulled)[0].lines)

    site.run(story())


def test_a_toast_is_an_event_of_its_own_without_a_number(site: Site) -> None:
    lan = site.business()

    async def story() -> None:
        pulled = asyncio.ensure_future(take(stream_of(site, seat_of(site, lan), after=1), 1))
        await asyncio.sleep(0.1)
        site.say(lan.chat, "Đã nhận", "form-of-lan-05")
        (toast,) = await pulled
        assert (toast.name, toast.id) == ("toast", "")
        assert toast.lines == ['{"toast": "\\u0110\\u00e3 nh\\u1eadn", "tap": "form-of-lan-05"}']

    site.run(story())


def test_the_stream_ends_with_the_session_and_with_the_program(site: Site) -> None:
    lan, minh = site.business(), site.business()

    async def story() -> None:
        seat = seat_of(site, lan)
        stream = stream_of(site, seat, after=1)
        await anext(stream)
        await site.store.run(lambda tx: page.close_session(tx, seat.secret))
        assert (await take(stream, 1))[0].name == "gone"
        waiting = stream_of(site, seat_of(site, minh), after=1)
        await anext(waiting)
        ending = asyncio.ensure_future(anext(waiting, None))
        await asyncio.sleep(0.1)
        site.hub.close()
        assert await asyncio.wait_for(ending, 2) is None

    site.run(story())


def test_a_page_without_a_session_is_told_to_load_again(site: Site) -> None:
    answer = site.visitor().get("/events/chat")
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert read(answer.text) == Got("gone", "")


def test_a_reader_sees_their_own_messages_as_theirs(site: Site) -> None:
    minh, hoa = site.officer("Minh"), site.officer("Hoa")
    minh.send("của Minh")
    assert 'class="message own"' in minh.get("/desk").text
    assert 'class="message typed"' in hoa.get("/desk").text
