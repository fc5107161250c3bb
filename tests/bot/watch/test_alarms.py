"""Every alarm, made to happen: told once, and once more when it is over."""

from __future__ import annotations

import asyncio
import shutil
import ssl
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from sqlmodel import select, update

from bot.watch import around, inside
from bot.watch.alarms import ALARMS, Look
from bot.watch.watched import LATE, Watched
from bot.watch.watching import Watching
from domain.case import moves
from domain.messages import Chat, FileKind, Name, Network, Notice, Upload, Words, to_chat
from handlers import recording
from storage import bindings, chats, files, seen
from storage.database import Store, Tx
from storage.outgoing import alarms, envelopes, outbox
from storage.tables import CaseRow, OutboxRow, Seen
from tests.bot.watch.conftest import Watch
from tests.bot.watch.listening import Listening
from tests.cast import CONSTRUCTION, MINH, NOW, Hands, filed

DESK = Chat(Network.PAGE, f"desk:{CONSTRUCTION}")


class Story:
    """Looks with one alarm, and what the administrator has been told since."""

    def __init__(self, watched: Watched, name: str) -> None:
        self._store = watched.store
        self.alarm = next(each for each in ALARMS if each.name == name)
        self.watching = Watching(watched, [self.alarm])
        self._told = 0

    def looks(self) -> list[str]:
        """What is told now, by key; looking twice tells nothing twice."""
        asyncio.run(self.watching.round(at_once=True))
        asyncio.run(self.watching.round(at_once=True))
        return [words.key for words in self.words()]

    def words(self) -> list[Words]:
        """The sentences that are new."""
        rows = self._store.call(_to_administrator)
        fresh, self._told = rows[self._told :], len(rows)
        here = Chat(Network.TELEGRAM, "9")
        found = self._store.call(lambda tx: [envelopes.notice_of(tx, row, here).words for row in fresh])
        return [each for each in found if isinstance(each, Words)]


def _to_administrator(tx: Tx) -> list[Any]:
    return tx.rows(select(OutboxRow).where(OutboxRow.chat_id == "9").order_by(OutboxRow.id))  # type: ignore[arg-type]


# ------------------------------------------------------------ silent


@pytest.fixture
def busy(store: Store, hands: Hands) -> Store:
    """Four weeks in which something came every half hour."""
    moments = [hands.now + timedelta(minutes=30 * number) for number in range(4 * 7 * 48)]

    def comes(tx: Tx) -> None:
        for at in moments:
            tx.put(Seen, network=Network.TELEGRAM, id=str(at), at=at)

    store.call(comes)
    hands.now = moments[-1]
    return store


def test_silence_longer_than_usual_at_that_hour_is_told(busy: Store, watch: Watch, hands: Hands) -> None:
    story = Story(watch(), "silent")
    hands.on(minutes=59)
    assert story.looks() == []
    hands.on(minutes=10)
    assert story.looks() == ["alarm-silent"]
    busy.call(lambda tx: seen.first_time(tx, Network.TELEGRAM, "at last"))
    assert story.looks() == ["alarm-silent-over"]


def test_a_night_in_which_nobody_ever_writes_is_not_silent(store: Store, watch: Watch, hands: Hands) -> None:
    for _ in range(21):  # at nine in the morning, once a day, three weeks long
        store.call(lambda tx: seen.first_time(tx, Network.TELEGRAM, f"{tx.now:%m-%d}"))
        hands.on(days=1)
    hands.on(hours=-1)
    assert Story(watch(), "silent").looks() == []
    hands.on(hours=14)
    assert Story(watch(), "silent").looks() == ["alarm-silent"]


def test_without_a_history_nobody_knows_what_is_usual(store: Store, watch: Watch, hands: Hands) -> None:
    store.call(lambda tx: seen.first_time(tx, Network.TELEGRAM, "1"))
    hands.on(days=3)
    assert Story(watch(), "silent").looks() == []


# ------------------------------------------------------------ messengers, backlog, downloads


class Troubled:
    """A messenger with something the matter."""

    channel = SimpleNamespace(network=Network.TELEGRAM)

    def __init__(self) -> None:
        self.what = ""

    async def trouble(self, store: Store) -> str:
        return self.what


def test_what_a_messenger_says_of_itself_is_told(watch: Watch) -> None:
    messenger = Troubled()
    story = Story(watch(messenger), "messenger")
    assert story.looks() == []
    messenger.what = "webhook: Connection timed out (12 pending)"
    assert story.looks() == ["alarm-messenger"]
    messenger.what = ""
    assert story.looks() == ["alarm-messenger-over"]


def test_messages_that_wait_for_long_are_told(store: Store, watch: Watch, hands: Hands) -> None:
    waiting = Notice(to_chat(Chat(Network.PAGE, "p:1")), Words("help"))
    story = Story(watch(), "backlog")
    store.call(lambda tx: outbox.post(tx, waiting))
    assert story.looks() == []
    hands.on(minutes=6)
    assert story.looks() == ["alarm-backlog"]
    store.call(lambda tx: outbox.forget_all(tx, Chat(Network.PAGE, "p:1")))
    store.call(_administrator_hears)
    assert story.looks() == ["alarm-backlog-over"]


def _administrator_hears(tx: Tx) -> None:
    for row in _to_administrator(tx):
        tx.run(OutboxRow.__table__.update().where(OutboxRow.id == row.id).values(state="sent"))  # type: ignore[attr-defined]


def test_attachments_that_cannot_be_fetched_are_told(store: Store, watch: Watch, hands: Hands) -> None:
    upload = Upload(FileKind.PHOTO, "ref", "a.jpg", "image/jpeg", 1)
    number = store.call(lambda tx: files.announce(tx, Network.TELEGRAM, upload, 1))
    story = Story(watch(), "downloads")
    assert story.looks() == []
    hands.on(minutes=31)
    assert story.looks() == ["alarm-downloads"]
    store.call(lambda tx: files.forget(tx, [number]))
    assert story.looks() == ["alarm-downloads-over"]


# ------------------------------------------------------------ this machine


def test_a_job_that_does_not_run_is_told(watch: Watch, hands: Hands) -> None:
    watched = watch()
    watched.runs.expect("tick", IntervalTrigger(seconds=30, timezone=UTC))
    watched.runs.expect("nightly", CronTrigger(hour=2, minute=15, timezone=UTC))
    story = Story(watched, "job")
    hands.on(minutes=20)
    assert story.looks() == []  # the nightly one is due only now
    hands.on(minutes=20)
    assert story.looks() == ["alarm-job"]
    assert [each.subject for each in watched.store.call(alarms.every)] == ["máy-1: tick"]
    watched.runs.ran("tick")
    assert story.looks() == ["alarm-job-over"]


def test_a_nightly_job_is_late_half_an_hour_after_its_hour(watch: Watch, hands: Hands) -> None:
    watched = watch()
    watched.runs.expect("nightly", CronTrigger(hour=2, minute=15, timezone=UTC))
    hands.now = hands.now.replace(hour=2, minute=15) + LATE
    assert watched.runs.late() == {}
    hands.on(minutes=1)
    assert set(watched.runs.late()) == {"nightly"}


def test_a_catalogue_that_is_not_what_it_should_be_is_told(watch: Watch) -> None:
    """What makes it happen is in tests/bot/test_renewing.py; here, that it is told and ends."""
    trouble = {"broken": Words("alarm-catalogue-broken", {"subject": "topics.toml:3"})}
    story = Story(replace(watch(), catalogue=trouble), "catalogue")
    assert story.looks() == ["alarm-catalogue-broken"]
    trouble.clear()
    assert story.looks() == ["alarm-catalogue-over"]


def test_a_disk_that_is_nearly_full_is_told(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    story, free = Story(watch(), "disk"), [999_000_000]
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free[0]))
    assert story.looks() == ["alarm-disk"]
    free[0] = 1_001_000_000
    assert story.looks() == ["alarm-disk-over"]


def test_a_clock_that_is_not_the_databases_or_the_internets_is_told(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead = [timedelta()]
    monkeypatch.setattr(around, "now", lambda: datetime.now(UTC) + ahead[0])
    with Listening() as server:
        watched = watch(heartbeat_url=server.url)
        story = Story(watched, "clock")
        assert story.looks() == []
        ahead[0] = timedelta(minutes=5)
        told = story.looks()
        assert told == ["alarm-clock"] * (1 + watched.settings.database_url.startswith("postgresql"))
        ahead[0] = timedelta()
        assert story.looks() == ["alarm-clock-over"] * len(told)


# ------------------------------------------------------------ what others see


class Secure:
    """A server on https://localhost whose certificate lasts so many days."""

    def __init__(self, folder: Path, days: int) -> None:
        self.certificate, key = folder / f"{days}.pem", folder / f"{days}.key"
        private, name = ec.generate_private_key(ec.SECP256R1()), x509.Name.from_rfc4514_string("CN=localhost")
        now = datetime.now(UTC)
        made = x509.CertificateBuilder(name, name, private.public_key(), x509.random_serial_number())
        made = made.not_valid_before(now - timedelta(days=9)).not_valid_after(now + timedelta(days=days))
        made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        self.certificate.write_bytes(made.sign(private, SHA256()).public_bytes(Encoding.PEM))
        key.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        self._context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._context.load_cert_chain(self.certificate, key)

    async def looked_at_by(self, look: Look, watch: Watch) -> Mapping[str, Words]:
        """What the look finds."""
        server = await asyncio.start_server(lambda _, writer: writer.close(), "localhost", 0, ssl=self._context)
        port = server.sockets[0].getsockname()[1]
        async with server:
            found = await look(watch(public_url=f"https://localhost:{port}"))
        assert found is not None
        return found


@pytest.fixture
def secure(tmp_path: Path) -> Callable[[int], Secure]:
    """Makes a server's certificate."""
    return lambda days: Secure(tmp_path, days)


def test_a_certificate_that_ends_soon_or_has_ended_is_told(
    secure: Callable[[int], Secure], watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for days in (90, 5, -1):
        served = secure(days)
        monkeypatch.setenv("SSL_CERT_FILE", str(served.certificate))
        found.append(
            [words.args["days"] for words in asyncio.run(served.looked_at_by(around.certificate, watch)).values()]
        )
        assert asyncio.run(served.looked_at_by(around.untrusted, watch)) == {}
    assert found == [[], [4], [0]]


def test_a_certificate_nobody_believes_is_told(
    secure: Callable[[int], Secure], watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    served = secure(90)
    (words,) = asyncio.run(served.looked_at_by(around.untrusted, watch)).values()
    assert words.args["subject"] == "localhost"
    assert "self-signed" in str(words.args["what"])
    assert asyncio.run(served.looked_at_by(around.certificate, watch)) == {}


def test_where_there_is_no_certificate_to_see_nothing_is_told_and_nothing_over(watch: Watch) -> None:
    for url in ("", "http://localhost:1", "https://localhost:1"):
        assert asyncio.run(around.certificate(watch(public_url=url))) is None
        assert asyncio.run(around.untrusted(watch(public_url=url))) is None


# ------------------------------------------------------------ copies


def test_copies_that_are_old_or_missing_are_told(watch: Watch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[Any] = []
    monkeypatch.setattr("bot.backups.manifest.copies", lambda _: found)
    story = Story(watch(backup_to=tmp_path), "backup")
    assert story.looks() == ["alarm-backup-none"]
    found.append(_copy(timedelta(hours=35)))
    assert story.looks() == ["alarm-backup-over"]
    found[:] = [_copy(timedelta(hours=37)), _copy(timedelta(hours=1), is_verified=False)]
    assert story.looks() == ["alarm-backup"]
    assert asyncio.run(inside.backup(watch())) is None


def _copy(age: timedelta, *, is_verified: bool = True) -> Any:
    return SimpleNamespace(manifest=SimpleNamespace(made_at=datetime.now(UTC) - age, is_verified=is_verified))


# ------------------------------------------------------------ departments


@pytest.fixture
def waiting(store: Store, hands: Hands) -> Hands:
    """Minh's department has had a case since Monday morning, and its desk is bound."""
    store.call(lambda tx: chats.bind(tx, DESK, "department", CONSTRUCTION, "Sở Xây dựng"))
    store.call(lambda tx: recording.record(tx, filed()))
    return hands


def test_a_department_that_does_nothing_for_two_working_days_is_told(
    store: Store, watch: Watch, waiting: Hands
) -> None:
    story = Story(watch(), "unread")
    waiting.on(days=1, hours=20)
    assert story.looks() == []
    waiting.on(days=1)
    asyncio.run(story.watching.round(at_once=True))
    (words,) = story.words()
    assert words.args["subject"] == Name("department", CONSTRUCTION)
    assert words.args["cases"] == 1
    store.call(lambda tx: recording.record(tx, moves.accept(filed().case, MINH, tx.now)))
    assert story.looks() == ["alarm-unread-over"]


def test_a_department_that_works_on_something_else_is_at_work(store: Store, watch: Watch, waiting: Hands) -> None:
    waiting.on(days=3)
    bound = store.call(lambda tx: chats.bound(tx, DESK))
    assert bound
    store.call(lambda tx: bindings.note_use(tx, bound))
    assert Story(watch(), "unread").looks() == []


def test_days_off_do_not_count(store: Store, watch: Watch, hands: Hands) -> None:
    """Filed on a Friday at nine, a case is two working days old on Tuesday at nine."""
    friday = NOW - timedelta(days=3)
    store.call(lambda tx: recording.record(tx, filed()))
    store.call(lambda tx: tx.run(update(CaseRow).values(filed_at=friday)))
    story = Story(watch(), "unread")
    hands.on(days=1)
    assert story.looks() == []
    hands.on(minutes=1)
    assert story.looks() == ["alarm-unread"]
