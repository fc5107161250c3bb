"""What is kept: nothing before the consent, so much of a person or an address, nothing on a full disk."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.web.opened import Open
from tests.web.site import CONSTRUCTION, Site
from web.limits import Volume

PHOTO = ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(500), "image/png")
LARGE = ("a.bin", bytes(900_000), "")


@pytest.fixture
def lan(opened: Open) -> Iterator[httpx.Client]:
    """Lan's browser at the open port; she has not said anything yet."""
    headers = {"origin": opened.url, "accept": "application/json"}
    with httpx.Client(base_url=opened.url, headers=headers, timeout=20) as client:
        yield client


_IDS = iter(range(10_000_000, 99_999_999))


def send(client: httpx.Client, text: str, *files: tuple[str, bytes, str], room: str = "chat") -> httpx.Response:
    """Post a text with files."""
    form = {"id": f"form-{next(_IDS)}", "text": text}
    return client.post(f"/post/{room}", data=form, files=[("files", each) for each in files] or None)


def kept(site: Site) -> list[Path]:
    """Every file on disk."""
    return [each for each in site.ports.blobs.folder.rglob("*") if each.is_file()]


def word(answer: httpx.Response) -> str:
    return str(json.loads(answer.text)["toast"])


@pytest.mark.parametrize("file", [PHOTO, LARGE])
def test_before_the_consent_no_file_is_kept_and_the_sender_reads_why(
    opened: Open, lan: httpx.Client, file: tuple[str, bytes, str]
) -> None:
    for _ in range(2):  # a stranger, then somebody who has written but not agreed
        refused = send(lan, "ảnh", file)
        assert (refused.status_code, "Xin đồng ý" in word(refused)) == (403, True)
        assert kept(opened.site) == []
        assert send(lan, "chào").status_code == 200
    opened.site.agrees()
    assert send(lan, "ảnh", file).status_code == 200
    assert len(kept(opened.site)) == 1
    assert len(opened.site.taken[-1].uploads) == 1


def test_200_mb_of_a_stranger_leave_nothing(opened: Open, lan: httpx.Client) -> None:
    for _ in range(20):
        assert send(lan, "", *[LARGE] * 10).status_code == 403
    assert kept(opened.site) == []


def test_an_officer_needs_no_consent(opened: Open, lan: httpx.Client) -> None:
    minh = opened.site.officer("Minh", CONSTRUCTION)
    lan.cookies.update({each.name: str(each.value) for each in minh.client.cookies.jar})
    assert send(lan, "tệp", PHOTO, room="desk").status_code == 200
    assert len(kept(opened.site)) == 1


def test_one_person_sends_only_so_much_in_an_hour(opened: Open, lan: httpx.Client) -> None:
    send(lan, "chào")
    opened.site.agrees()
    opened.site.app.state.limits.sent = Volume(2_000_000, 3600)
    answers = [send(lan, "to", LARGE) for _ in range(4)]
    assert [each.status_code for each in answers] == [200, 200, 429, 429]
    assert "một giờ" in word(answers[-1])
    assert len(kept(opened.site)) == 2
    assert send(lan, "lời").status_code == 200


def test_one_address_sends_only_so_much_in_an_hour_however_many_people_it_is(opened: Open) -> None:
    opened.site.app.state.limits.sent_from = Volume(2_000_000, 3600)
    statuses = []
    for _ in range(4):
        with httpx.Client(
            base_url=opened.url, headers={"origin": opened.url, "accept": "application/json"}
        ) as somebody:
            send(somebody, "chào")
            opened.site.agrees()
            statuses.append(send(somebody, "to", LARGE).status_code)
    assert statuses == [200, 200, 429, 429]


def test_on_a_full_disk_words_are_taken_and_files_refused_with_a_word(opened: Open, lan: httpx.Client) -> None:
    send(lan, "chào")
    opened.site.agrees()
    opened.site.ports.least_free = shutil.disk_usage("/").total * 100
    refused = send(lan, "ảnh", LARGE)
    assert (refused.status_code, "tạm thời không nhận thêm tệp" in word(refused)) == (507, True)
    assert send(lan, "ảnh", PHOTO).status_code == 507
    assert kept(opened.site) == []
    assert send(lan, "lời").status_code == 200


def test_what_does_not_say_its_size_is_not_given_room_for_films(opened: Open, lan: httpx.Client) -> None:
    send(lan, "chào")
    opened.site.agrees()

    def endless() -> Iterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n'
        for _ in range(30):
            yield bytes(100_000)

    answer = lan.post("/post/chat", content=endless(), headers={"content-type": "multipart/form-data; boundary=x"})
    assert answer.status_code == 413
    assert kept(opened.site) == []


def test_bytes_are_counted_in_a_sliding_window(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    volume = Volume(100, 10)
    assert [volume.take("a", 60), volume.take("a", 41), volume.take("a", 40), volume.take("b", 100)] == [
        True,
        False,
        True,
        True,
    ]
    now = 10.0
    assert [volume.take("a", 100), volume.take("a", 1)] == [True, False]
