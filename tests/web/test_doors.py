"""One bad request stops nothing: over real HTTP, with the bytes an attacker would send."""

from __future__ import annotations

import contextlib
import socket
import time

import httpx
import pytest

from tests.web.opened import Open
from web import connections
from web.connections import Bounded, is_trusted

PARTS = '--x\r\nContent-Disposition: form-data; name="id"\r\n\r\nform-of-lan-77\r\n'
TEXT = '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n'


@pytest.mark.parametrize(
    "charset", ["punycode", "PunyCode", "idna", "utf-7", "utf-16", "unicode_escape", "latin-1", '"punycode"']
)
@pytest.mark.parametrize("path", ["/post/chat", "/desk/join", "/tap/chat"])
def test_a_form_in_another_encoding_is_refused_at_once(opened: Open, charset: str, path: str) -> None:
    began = time.monotonic()
    body = f"{PARTS}{TEXT}{'a' * 60_000}\r\n--x--\r\n"
    assert opened.post(path, body, content_type=f"multipart/form-data; boundary=x; charset={charset}") == 400
    assert time.monotonic() - began < 2
    assert opened.is_well()


@pytest.mark.parametrize("charset", ["", "; charset=utf-8", "; charset=UTF-8", '; charset="utf-8"'])
def test_a_form_in_utf8_is_taken(opened: Open, charset: str) -> None:
    body = f"{PARTS}{TEXT}tôi\r\n--x--\r\n".encode()
    assert opened.post("/post/chat", body, content_type=f"multipart/form-data; boundary=x{charset}") == 303
    assert opened.site.taken[0].text == "tôi"


@pytest.mark.parametrize("origin", ["http://[", "http://[::1", "//]", "http://[not-an-address]/"])
def test_an_origin_no_browser_writes_is_a_bad_request(opened: Open, origin: str) -> None:
    assert opened.post("/post/chat", "id=form-of-lan-01&text=x", origin=origin) == 400


@pytest.mark.parametrize("host", ["[", "[::1", "]"])
@pytest.mark.parametrize("path", ["/", "/chat", "/chat/r/x", "/no/such"])
def test_a_host_that_is_none_is_a_bad_request(opened: Open, host: str, path: str) -> None:
    assert httpx.get(opened.url + path, headers={"host": host}).status_code == 400


@pytest.mark.parametrize("digits", ["9" * 16, "9" * 30, "9" * 5000])
def test_a_number_no_database_holds_is_a_bad_request(opened: Open, digits: str) -> None:
    form = {"content_type": "application/x-www-form-urlencoded"}
    assert httpx.get(f"{opened.url}/files/chat/{digits}/0").status_code == 400
    assert httpx.get(f"{opened.url}/files/chat/1/{digits}").status_code == 400
    assert opened.post("/post/chat", f"id=form-of-lan-01&text=x&reply_to={digits}", **form) == 400
    assert opened.post("/post/chat", f"id=form-of-lan-01&text=x&edit={digits}", **form) == 400
    for query in ("before", "edit", "reply"):
        assert httpx.get(f"{opened.url}/chat?{query}={digits}").status_code == 200
    assert httpx.get(f"{opened.url}/events/chat", headers={"last-event-id": digits}).status_code == 200


@pytest.mark.parametrize(
    "text",
    ["%ED%A0%80", "%00", "%FF%FE", "\\ud800", "%F4%90%80%80"],
    ids=["surrogate", "nul", "no utf-8", "escape", "beyond"],
)
def test_halves_of_characters_are_words_or_refused_but_no_fault(opened: Open, text: str) -> None:
    form = {"content_type": "application/x-www-form-urlencoded"}
    assert opened.post("/post/chat", f"id=form-of-lan-01&text=a{text}", **form) in {303, 400}
    assert opened.post("/desk/join", f"name=a{text}&code={text}", **form) in {400, 422}
    for path in (
        f"/{text}",
        f"/chat?lang={text}&text={text}&before={text}",
        f"/chat/r/{text}",
        f"/files/chat/{text}/0",
    ):
        assert httpx.get(opened.url + path).status_code in {200, 400, 404}


@pytest.mark.parametrize(
    "body",
    [
        PARTS,
        "--x\r\n\r\n\r\n--x--",
        "--x\r\n: \r\n\r\n--x--",
        "no part at all",
        "--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--",
    ],
)
def test_a_form_that_is_none_is_a_bad_request(opened: Open, body: str) -> None:
    for kind in (
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "multipart/form-data; boundary=" + "x" * 500,
    ):
        assert opened.post("/post/chat", body, content_type=kind) == 400


@pytest.mark.parametrize(
    "sent",
    [b"", b"G", b"\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ", b"POST /post/chat HTTP/1.1\r\n"],
    ids=["nothing", "a letter", "empty lines", "half a head", "a line"],
)
def test_a_head_that_does_not_come_is_waited_for_only_so_long(opened: Open, sent: bytes) -> None:
    _, seconds = opened.said(sent)
    assert 0.3 < seconds < 5


def test_the_head_after_an_answer_has_only_so_long_too(opened: Open) -> None:
    answer, seconds = opened.said(b"GET /static/page.css HTTP/1.1\r\nHost: x\r\n\r\nGET / HT")
    assert b" 200 " in answer.split(b"\r\n")[0]
    assert 0.3 < seconds < 5


def test_an_answer_nobody_reads_is_kept_only_so_long(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Bounded, "seconds_unread", 0.5)
    with socket.socket() as wire:
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        wire.connect(("127.0.0.1", opened.port))
        wire.sendall(b"GET /static/page.css HTTP/1.1\r\nHost: x\r\n\r\n" * 2000)
        until = time.monotonic() + 10
        while opened.server.server_state.connections and time.monotonic() < until:
            time.sleep(0.1)
        assert not opened.server.server_state.connections


def test_a_page_that_listens_is_not_cut(opened: Open) -> None:
    with httpx.Client(base_url=opened.url, headers={"origin": opened.url}, timeout=20) as lan:
        lan.post("/post/chat", data={"id": "form-of-lan-78", "text": "x"})
        with lan.stream("GET", "/events/chat") as events:
            began = time.monotonic()
            lines = events.iter_lines()
            while ": still here" not in next(lines):
                pass
            assert time.monotonic() - began > 2


def test_a_body_that_does_not_come_is_waited_for_only_so_long(opened: Open) -> None:
    lines = ["POST /desk/join HTTP/1.1", f"Host: 127.0.0.1:{opened.port}", f"Origin: {opened.url}", "Content-Length: 9"]
    head = "\r\n".join([*lines, "Content-Type: application/x-www-form-urlencoded", "Connection: close", "", ""])
    answer, seconds = opened.said(head.encode() + b"name")
    assert b" 408 " in answer.split(b"\r\n")[0]
    assert seconds < 5


def test_a_head_without_end_is_cut(opened: Open) -> None:
    answer, _ = opened.said(b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X-Long: " + b"a" * 3_000_000)
    assert b" 400 " in answer.split(b"\r\n")[0] or not answer
    assert opened.is_well()


def test_one_address_has_only_so_many_connections(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "FROM_ONE_ADDRESS", 5)
    monkeypatch.setattr(connections, "is_trusted", lambda *_: False)
    monkeypatch.setattr(Bounded, "seconds_for_a_head", 30)
    wires = [socket.create_connection(("127.0.0.1", opened.port), timeout=5) for _ in range(6)]
    with contextlib.suppress(ConnectionResetError):
        assert wires[5].recv(1) == b""
    for wire in wires:
        wire.close()


def test_beyond_the_limit_of_connections_people_are_told_to_come_back(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert opened.server.config.limit_concurrency == connections.AT_ONCE
    monkeypatch.setattr(opened.server.config, "limit_concurrency", 1)
    with socket.create_connection(("127.0.0.1", opened.port), timeout=5):
        time.sleep(0.1)
        assert httpx.get(f"{opened.url}/healthz", timeout=5).status_code == 503
    time.sleep(0.1)


def test_limits_count_by_what_a_trusted_proxy_says_and_nobody_else(opened: Open) -> None:
    def guess(address: str) -> int:
        form = {"content_type": "application/x-www-form-urlencoded"}
        return opened.post("/desk/join", "name=Hoa&code=x", x_forwarded_for=address, **form)

    assert [guess("198.51.100.7") for _ in range(12)] == [422] * 10 + [429] * 2
    assert guess("198.51.100.8") == 422


@pytest.mark.parametrize(
    ("host", "is_one"),
    [("10.0.0.9", True), ("127.0.0.1", True), ("10.0.1.9", False), ("::1", False), ("", False), ("unix", False)],
)
def test_a_proxy_is_trusted_by_its_address(host: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_trusted(host, "127.0.0.1, 10.0.0.0/24,") is is_one
