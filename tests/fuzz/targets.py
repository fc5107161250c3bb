"""Where strange inputs go: the pages, the webhook, what people do in chats, files. Each says what is a fault there."""

from __future__ import annotations

import asyncio
import contextlib
import io
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import unquote, urlencode

from bot.channels.telegram import polling
from bot.channels.telegram.client import Telegram
from bot.delivery.wording import Wording
from bot.intake import Intake
from bot.province import LearntElsewhere, read_catalogue
from bot.settings import ROOT
from domain.file_types import HEAD, sniff
from domain.messages import Chat, FileKind, Incoming, Network, Sender, Upload
from handlers import recording
from handlers.clock import tick
from handlers.province import Province
from storage import chats, claims, failed, page
from storage.blobs import Blobs
from storage.database import Tx
from storage.engines import open_store
from storage.page import Holder
from storage.scrubbing import WithheldError, scrubbed
from storage.sealing.ring import Ring
from tests.cast import CONSTRUCTION, NOW, TAX, filed
from tests.fuzz import mutants
from tests.product import prepared
from web.app import ROUTES, create_app
from web.chat.uploads import safe_name
from web.hub import Hub
from web.limits import Limit, Volume
from web.ports import Ports
from web.sessions import Limits

SECRET = "webhook-secret"
SERVER_ERROR = 500
LONGEST = 20.0
CASES = 6
#: every so many inputs the clock goes on and looks at the cases
LOOKS = 400
GROUPS = {
    "-5": ("department", CONSTRUCTION),
    "-6": ("department", TAX),
    "-1": ("task-group", ""),
    "-9": ("leadership", ""),
}
METHODS = ("GET", "POST", "POST", "HEAD", "PUT", "OPTIONS", "DELETE", "PATCH", "BREW")


@dataclass
class World:
    """The whole program but for its messengers, over one database; `clock` goes on by itself."""

    folder: Path
    #: where what routing has learnt is kept
    learnt: Path
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Bound groups, filed cases, a desk and a conversation on the page."""
        url = f"sqlite:///{self.folder / 'fuzz.db'}"
        prepared(url)
        self.now = NOW
        self.store = open_store(url, lambda: self.now)
        self.store.ring = Ring([bytes(32)])  # it guards nothing
        catalogue, router = read_catalogue(ROOT / "catalogue" / "lang-son")
        learnt = LearntElsewhere(ROOT / "catalogue" / "lang-son", catalogue, router, self.learnt)
        learnt()  # on a busy machine the first time takes longer than an answer may
        self.province = Province(catalogue, learnt, bot_names={"stand_in_bot"})
        self.intake = Intake(self.store, self.province, lambda: None)
        blobs = Blobs(self.folder / "files", self.store.ring)
        say = Wording(catalogue, ROOT / "locales").say
        self.ports = Ports(
            self.store,
            self.intake.take,
            blobs,
            Hub(),
            lambda: self.now,
            self.province,
            say,
            largest_file=50_000,
        )
        self.ports.webhooks = {"telegram": polling.webhook(Telegram("1:x", "http://127.0.0.1:9"), self.intake, SECRET)}
        self.app = create_app(self.ports)
        often, much = Limit(10**9, 1), Volume(10**15, 1)
        self.app.state.limits = Limits(often, often, often, much, much)
        self.cookies = self.store.call(self._settle)

    def _settle(self, tx: Tx) -> list[str]:
        for group, (role, department) in GROUPS.items():
            chats.bind(tx, Chat(Network.TELEGRAM, group), role, department, group)
        for number in range(1, CASES):
            claims.take_number(tx, "cases")
            claims.take_number(tx, f"code-{NOW.year}")
            recording.record(tx, filed(number))
        found = []
        for room, holder in (
            ("chat", Holder("business", "", "lan", "")),
            *(("desk", Holder(role, department, f"o{role}", "Minh")) for role, department in GROUPS.values()),
        ):
            if room == "desk":
                chats.bind(tx, Chat(Network.PAGE, holder.chat_id), holder.role, holder.department, holder.role)
            found.append(f"govuong-{room}={page.open_session(tx, holder)}")
        self.link = page.open_link(tx, Holder("business", "", "lan", ""))
        return found

    def close(self) -> None:
        """End it."""
        self.store.close()

    def fault(self, what: str) -> None:
        """Something that must not happen."""
        self.faults.append(what)


Target = Callable[[World, Random], Any]


# The pages


async def pages(world: World, random: Random) -> None:
    """Any request to any address: an answer below 500, in time."""
    method, path, query = random.choice(METHODS), _path(world, random), _query(random)
    body, kind = _body(random)
    headers = [(b"host", b"localhost"), (b"origin", b"http://localhost"), (b"content-type", kind)]
    headers += [(b"content-length", str(len(body)).encode())] if random.random() < 0.95 else []
    headers += [(b"cookie", random.choice(world.cookies).encode())] if random.random() < 0.7 else []
    headers = [_spoilt_header(random, each) for each in (*headers, *_odd_headers(random))]
    await _ask(world, method, path, query, headers, body)


def _path(world: World, random: Random) -> str:
    path: str = getattr(random.choice(ROUTES), "path", "/static/page.css")
    for name in ("{room}", "{secret}", "{message}", "{index}", "{name}"):
        usual = random.choice(("chat", "desk", "1", "telegram", world.link))
        path = path.replace(name, mutants.escaped(random, usual if random.random() < 0.6 else mutants.word(random)))
    return path if random.random() < 0.9 else f"/{mutants.escaped(random, mutants.word(random))}"


def _query(random: Random) -> bytes:
    if random.random() < 0.5:
        return b""
    names = (
        "lang",
        "text",
        "before",
        "after",
        "edit",
        "reply",
        "room",
        mutants.escaped(random, mutants.word(random))[:20],
    )
    return "&".join(
        f"{random.choice(names)}={mutants.escaped(random, mutants.word(random))}" for _ in range(3)
    ).encode()


def _body(random: Random) -> tuple[bytes, bytes]:
    names = (
        "id",
        "text",
        "reply_to",
        "edit",
        "start",
        "message",
        "choice",
        "name",
        "code",
        "session",
        "keep-links",
        "step",
    )
    form = {name: mutants.word(random) for name in random.sample(names, random.randint(0, 7))}
    form |= {"id": f"form-{random.randrange(10**9)}"} if random.random() < 0.8 else {}
    form |= {"choice": mutants.tap(random)}
    if random.random() < 0.6:
        encoded = urlencode(form, errors="surrogatepass", encoding="utf-8").encode()
        return _perhaps_spoilt(random, encoded), b"application/x-www-form-urlencoded"
    out = io.BytesIO()
    for name, value in form.items():
        out.write(f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode())
        out.write(value.encode("utf-8", "surrogatepass") + b"\r\n")
    if random.random() < 0.5:
        called = mutants.word(random)[:200].replace("\r", "").replace("\n", "").encode("utf-8", "surrogatepass")
        out.write(b'--x\r\nContent-Disposition: form-data; name="files"; filename="' + called + b'"\r\n\r\n')
        out.write(mutants.spoilt_bytes(random, random.choice(mutants.files()))[:60_000] + b"\r\n")
    return _perhaps_spoilt(random, out.getvalue() + b"--x--\r\n"), b"multipart/form-data; boundary=x"


def _perhaps_spoilt(random: Random, body: bytes) -> bytes:
    return mutants.spoilt_bytes(random, body) if random.random() < 0.3 else body


def _odd_headers(random: Random) -> Iterator[tuple[bytes, bytes]]:
    for name in (
        b"accept",
        b"accept-language",
        b"last-event-id",
        b"sec-fetch-site",
        b"x-forwarded-for",
        b"range",
        b"te",
    ):
        if random.random() < 0.2:
            usual = random.choice((b"application/json", b"vi;q=0.5,zh", b"7", b"same-origin", b"bytes=0-", b"*/*"))
            yield name, usual if random.random() < 0.5 else _latin(mutants.word(random))


def _spoilt_header(random: Random, header: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    """What HTTP lets through of it: no line ends and no NUL."""
    if random.random() < 0.95:
        return header
    return header[0], _latin(mutants.spoilt(random, header[1].decode("latin-1")))


def _latin(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass").translate(None, b"\r\n\0")[:4000]


async def _ask(world: World, method: str, path: str, query: bytes, headers: Any, body: bytes) -> None:
    """One request as a server hands it to the application; the stream of events is cut after its first piece."""
    status, over, sent = 0, asyncio.Event(), iter([{"type": "http.request", "body": body, "more_body": False}])

    async def receive() -> Any:
        if (first := next(sent, None)) is not None:
            return first
        await over.wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        nonlocal status
        status = message.get("status", status)
        if message["type"] == "http.response.body":
            over.set()

    scope: dict[str, Any] = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
    }
    scope |= {"path": unquote(path), "raw_path": path.encode(), "query_string": query, "root_path": "", "state": {}}
    scope |= {"headers": headers, "client": ("198.51.100.7", 5), "server": ("localhost", 80)}
    try:
        async with asyncio.timeout(LONGEST):
            await world.app(scope, receive, send)
    except Exception:  # noqa: BLE001  whatever it is, it is what is looked for
        world.fault(f"{method} {path}\n{traceback.format_exc()}")
    if status >= SERVER_ERROR and not path.startswith("/readyz"):
        world.fault(f"{status} {method} {path} {query!r}")


# The webhook


def _updates() -> list[dict[str, Any]]:
    lan = {"id": 7, "is_bot": False, "first_name": "Lan", "language_code": "vi"}
    private, group = {"id": 7, "type": "private"}, {"id": -5, "type": "supergroup", "title": "Sở"}
    bot = {"id": 1, "is_bot": True, "first_name": "bot"}
    usual = {"message_id": 5, "date": 1_764_000_000, "chat": private, "from": lan, "text": "x"}
    said = {**usual, "chat": group, "reply_to_message": {**usual, "chat": group, "from": bot, "text": "#LS26-00001"}}
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1, "file_size": 9}]
    tap = {"id": "t", "from": lan, "chat_instance": "1", "data": "o:accept:1", "message": {**usual, "chat": group}}
    member = {
        "chat": group,
        "from": lan,
        "date": 1,
        "old_chat_member": {"status": "left"},
        "new_chat_member": {"status": "member"},
    }
    return [
        {"message": usual},
        {"message": said},
        {"edited_message": said},
        {"message": {**usual, "photo": photo, "caption": "x", "media_group_id": "g"}},
        {"message": {**usual, "location": {"latitude": 1.5, "longitude": 2.5}}},
        {"message": {**usual, "contact": {"phone_number": "0912", "first_name": "Minh"}}},
        {"message": {**usual, "chat": group, "sender_chat": {"id": -9, "type": "channel", "title": "k"}}},
        {"message": {**usual, "chat": group, "migrate_to_chat_id": -1005}},
        {"callback_query": tap},
        {"my_chat_member": member},
    ]


async def webhook(world: World, random: Random) -> None:
    """Bodies at Telegram's door: refused, or taken and then handled without a fault."""
    update = mutants.tree(random, random.choice(_updates()), random.choice((0.0, 0.02, 0.1)))
    update = update if isinstance(update, dict) else {"x": update}
    body = mutants.written({"update_id": random.randrange(10**12), **update})
    if random.random() < 0.1:
        body = mutants.spoilt_bytes(random, body)
    headers = [(b"host", b"localhost"), (b"content-length", str(len(body)).encode())]
    headers += [(polling.SECRET_HEADER.encode(), SECRET.encode())] if random.random() < 0.95 else []
    await _ask(world, "POST", "/webhooks/telegram", b"", headers, body)


# What people do


async def doings(world: World, random: Random) -> None:
    """Anybody does anything anywhere, and is never a fault of ours."""
    network = random.choice((Network.TELEGRAM, Network.PAGE))
    private = random.random() < 0.5
    person = str(random.choice((7, 8, 9, "lan")))
    where = f"p:{person}" if private and network is Network.PAGE else person if private else random.choice(list(GROUPS))
    if not private and network is Network.PAGE:
        where = f"desk:{random.choice((CONSTRUCTION, 'task-group', 'leadership'))}"
    is_tap = random.random() < 0.4
    incoming = Incoming(
        id=f"f{random.randrange(10**15)}",
        chat=Chat(network, where, random.choice(("", "", "3"))),
        sender=Sender(person, _whole(mutants.word(random))[:80] if random.random() < 0.1 else "Lan", "vi"),
        at=world.now,
        private=private,
        text="" if is_tap else _whole(mutants.word(random)),
        uploads=_uploads(random) if not is_tap and random.random() < 0.1 else (),
        message_id=str(random.randrange(40)),
        reply_to=str(random.randrange(40)) if random.random() < 0.3 else "",
        reply_text=random.choice(("", "#LS26-00001", _whole(mutants.word(random)))),
        album=random.choice(("", "", "", "g")),
        choice=_whole(mutants.tap(random)) if is_tap else "",
        tap_id="t" if is_tap else "",
        edited=not is_tap and random.random() < 0.15,
    )
    await world.intake.take(incoming)


def _whole(text: str) -> str:
    """Without halves of characters, which no messenger's door lets through."""
    return text.encode("utf-8", "replace").decode()


def _uploads(random: Random) -> tuple[Upload, ...]:
    size = random.choice((0, 5, 10**9, 2**62))
    return (Upload(random.choice(list(FileKind)), f"ref{size}", _whole(mutants.word(random))[:90], "x/y", size),)


# Files


async def files(world: World, random: Random) -> None:
    """A file that is none is made anew or withheld; its name is a name."""
    content = mutants.spoilt_bytes(random, random.choice(mutants.files()), random.choice((1, 12, 200)))
    try:
        sniff(content[:HEAD])
        called = safe_name(mutants.word(random))
        if "/" in called or "\\" in called or called.startswith(".") or any(ord(each) < ord(" ") for each in called):
            world.fault(f"name {called!r}")
        with contextlib.suppress(WithheldError):
            await asyncio.to_thread(scrubbed, content)
    except Exception:  # noqa: BLE001  whatever it is, it is what is looked for
        world.fault(f"a file of {len(content)} bytes\n{traceback.format_exc()}")


TARGETS: dict[str, Target] = {"pages": pages, "webhook": webhook, "doings": doings, "files": files}


async def run(world: World, name: str, numbers: range, seed: int) -> None:
    """These inputs to one target; the clock goes on meanwhile, and what could not be handled is a fault, too."""
    for number in numbers:
        before = len(world.faults)
        await TARGETS[name](world, Random(f"{seed}:{name}:{number}"))
        if len(world.faults) > before:
            world.faults[-1] = f"--seed {seed} --only {name}:{number}\n{world.faults[-1]}"
        if number % LOOKS == LOOKS - 1:
            world.now += timedelta(hours=5)
            await world.store.run(partial(tick.look_at_cases, province=world.province))
            await _tell_failed(world, seed, name, number)
    await _tell_failed(world, seed, name, numbers.stop)


async def _tell_failed(world: World, seed: int, name: str, number: int) -> None:
    """Inputs whose handler raised are kept with their traceback; those that could not even be read are Telegram's."""

    def take(tx: Tx) -> list[str]:
        found = failed.unsolved(tx)
        for each in found:
            failed.solve(tx, each.id)
        return [each.traceback for each in found if "handlers" in each.traceback]

    for trace in await world.store.run(take):
        world.fault(f"--seed {seed} {name} before {number}\n{trace}")
