"""Links to one file for a while: they open that file, until they end, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from web.links import Links

NOW = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def links(clock: Clock) -> Links:
    return Links(b"a key", "https://govuong.example.vn", clock)


def parts(link: str) -> tuple[str, str, str]:
    number, until, signature = link.split("/sent/")[1].split("/")[:3]
    return number, until, signature


def test_a_link_opens_its_file_until_it_ends_also_in_another_process(links: Links, clock: Clock) -> None:
    link = links.to(7, "ảnh 1.jpg", timedelta(minutes=5))
    assert link.startswith("https://govuong.example.vn/sent/7/")
    assert link.endswith("/%E1%BA%A3nh%201.jpg")
    assert Links(b"a key", "elsewhere", clock).file(*parts(link)) == 7
    clock.now += timedelta(minutes=5)
    assert links.file(*parts(link)) == 0


def test_a_link_opens_no_other_file_and_lasts_no_longer_than_it_was_made_for(links: Links, clock: Clock) -> None:
    number, until, signature = parts(links.to(7, "x", timedelta(minutes=5)))
    for forged in (
        ("8", until, signature),
        (number, str(int(until) + 1), signature),
        (number, until, signature[:-1]),
        (number, until, ""),
        (f"0{number}", until, "0" * 40),
        ("７", until, signature),
        (number, "9" * 40, signature),
        ("-7", until, signature),
        (number, until, "chữ"),
    ):
        assert links.file(*forged) == 0
    assert Links(b"another key", "", clock).file(number, until, signature) == 0
