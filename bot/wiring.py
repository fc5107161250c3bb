"""The one place where the parts meet."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import uuid
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog

from bot import sharing, timetable
from bot.backups.nightly import Nightly
from bot.channels import registry
from bot.channels.base import Channel
from bot.channels.members import Members
from bot.channels.messenger import Means, Messenger
from bot.channels.page import Page
from bot.counting import Counting
from bot.delivery.copies import COPY, Copies, Drawn
from bot.delivery.drawing import Drawing
from bot.delivery.printouts import Printouts
from bot.delivery.sender import Delivery
from bot.delivery.wording import Wording
from bot.digests.daily import Daily
from bot.intake import Intake
from bot.keys import ring_for
from bot.province import LearntElsewhere, read_catalogue
from bot.renewing import Renewing
from bot.settings import ROOT, Settings, WrongSetting
from bot.watch.watched import Watched
from bot.watch.watching import Watching
from domain.messages import Chat, Network
from domain.province.catalogue import Catalogue
from handlers.officer.discreet import discreet
from handlers.province import Province
from handlers.reaching import Reaching
from handlers.rights.ledger import apply_ledger
from storage import chats, claims, migrations
from storage.blobs import Blobs
from storage.chunked.blobs import ChunkedBlobs
from storage.database import Store, Tx
from storage.engines import OneProcess, SharedHold, hold, open_store
from storage.outgoing import leases
from storage.outgoing.news import News, open_news
from storage.rights.erasures import Ledger, OtherLedger
from web.hub import Hub
from web.links import Links

log = structlog.get_logger()

#: the counter that marks a database made for trying
TRIAL = "trial"


class Clock:
    """The time of day (UTC), which the try-it page may push forward."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@dataclass(slots=True)
class Parts:
    """Everything a program of ours is made of."""

    settings: Settings
    clock: Clock
    routing: LearntElsewhere
    province: Province
    store: Store
    blobs: Blobs
    hub: Hub
    links: Links | None
    messengers: list[Messenger]
    delivery: Delivery
    wording: Wording
    intake: Intake
    news: News
    renewing: Renewing
    guard: OneProcess | SharedHold | None = None
    tasks: list[asyncio.Task[Any]] = field(default_factory=list)

    @property
    def catalogue(self) -> Catalogue:
        """The province's catalogue as its files have it now."""
        return self.province.catalogue


def build(settings: Settings, worker: str = "", also: Sequence[str] = ()) -> Parts:
    """Put a program together; `worker` names this process for its leases ("": it delivers nothing).

    `also` are messengers that no setting brings.
    """
    clock = Clock()
    catalogue, taught_here = read_catalogue(settings.catalogue)
    routing = LearntElsewhere(settings.catalogue, catalogue, taught_here, settings.files_dir.parent)
    store = _opened_store(settings, clock, worker)
    news = open_news(settings.database_url)
    blobs, hub = blobs_of(settings, store), sharing.hub(news)
    links = Links(settings.link_key, settings.public_url, clock) if settings.public_url and settings.link_key else None
    messengers = registry.set_up(Means(settings, store, blobs, clock, catalogue.timezone, links), also)
    channels: dict[Network, Channel] = {Network.PAGE: Page(store, hub, blobs)}
    channels |= {each.channel.network: each.channel for each in messengers}
    largest = settings.largest_file_mb * 1_000_000
    windows = {network: each.can.window for network, each in channels.items() if each.can.window}
    province = Province(
        catalogue,
        routing,
        largest_file=largest,
        report_at=settings.report_hour,
        address=settings.address,
        backup_days=settings.backup_days,
        windows=windows,
    )
    wording = Wording(catalogue, ROOT / "locales")
    delivery = Delivery(store, channels, wording, blobs, clock, links)
    delivery.downloads.largest = largest
    drawn = Printouts(store, catalogue, wording, Drawing(settings))
    delivery.downloads.also_from(Network.CLOCK, Drawn(drawn, {COPY: Copies(store, blobs)}))
    posting = sharing.Posting(news, delivery, works=bool(worker))
    store.on_commit = posting.posted
    delivery.reach_by(Reaching(windows))
    store.on_gone = blobs.remove_all
    store.on_erased = Ledger(settings.ledger).append
    taking = Intake(store, province, posting.announced, Members(channels).looked_up)
    renewing = Renewing(settings.catalogue, settings.files_dir.parent, store, province, news)

    def took(catalogue: Catalogue) -> None:
        wording.catalogue = drawn.catalogue = catalogue
        delivery.calls.discreet = discreet(catalogue, settings.public_url)

    renewing.took = took
    took(catalogue)
    parts = (settings, clock, routing, province, store, blobs, hub, links, messengers, delivery, wording)
    return Parts(*parts, taking, news, renewing)


def blobs_of(settings: Settings, store: Store) -> Blobs:
    """Where attachments lie."""
    return ChunkedBlobs(store) if settings.files == "database" else Blobs(settings.files_dir, store.ring)


def _opened_store(settings: Settings, clock: Clock, worker: str) -> Store:
    """The database with the keys that open what is sealed in it; raises WrongSetting where they are not at hand."""
    store = open_store(settings.database_url, clock, worker)
    try:
        store.ring = ring_for(settings, store)
    except BaseException:
        store.close()
        raise
    return store


def opened(settings: Settings) -> Parts:
    """The parts over a database that is there; raises WrongSetting for one without our tables."""
    settings.make_database_folder()
    if migrations.current(settings.database_url) != migrations.HEAD:
        raise WrongSetting("DATABASE_URL: the database has not the newest shape; run `govuong migrate`")
    return build(settings)


def worker_name() -> str:
    """A name no other process has."""
    return f"{os.getpid()}-{uuid.uuid4().hex[:12]}"


@contextlib.asynccontextmanager
async def running(settings: Settings, *, receives: bool, works: bool, also: Sequence[str] = ()) -> AsyncIterator[Parts]:
    """A running program: it asks messengers (`receives`), delivers and keeps the timetable (`works`).

    `also` are messengers that no setting brings.
    """
    settings.make_database_folder()
    guard = hold(settings.database_url)
    try:
        migrations.upgrade(settings.database_url)
        parts = build(settings, worker_name() if works else "", also)
    except BaseException:
        guard.release()
        raise
    parts.guard = guard
    try:
        if isinstance(guard, OneProcess):
            await parts.store.run(leases.release_all)
        await parts.store.run(lambda tx: _keep_trial_apart(tx, settings))
        await asyncio.to_thread(_apply_ledger, parts)
        if settings.demo:
            await parts.store.run(lambda tx: _bind_demo(tx, parts.catalogue))
        _begin(parts, receives=receives, works=works)
        yield parts
    finally:
        for task in parts.tasks:
            task.cancel()
        await asyncio.gather(*parts.tasks, return_exceptions=True)
        for messenger in parts.messengers:
            await messenger.close()
        parts.store.close()
        guard.release()


def _apply_ledger(parts: Parts) -> None:
    """What was erased stays erased, also in a database that comes from a backup; raises WrongSetting for another's."""
    try:
        if done := apply_ledger(parts.store, parts.settings.ledger):
            log.warning("ledger.applied", erasures=done)
    except OtherLedger as error:
        raise WrongSetting(
            f"{error}. What was erased must stay erased: put the ledger of this database there (ERASURES_FILE), "
            "or take away one that belongs to another."
        ) from None


def _begin(parts: Parts, *, receives: bool, works: bool) -> None:
    parts.tasks.append(asyncio.create_task(parts.news.run()))
    parts.tasks.append(asyncio.create_task(parts.renewing.run()))
    if works:
        counting = Counting(parts.settings, parts.store, parts.province)
        backups = Nightly(parts.settings, parts.store, parts.catalogue.timezone)
        looked_at = (parts.settings, parts.store, parts.province, parts.messengers, socket.gethostname())
        watched = Watched(*looked_at, catalogue=parts.renewing.trouble)
        apart = (counting, backups, Daily(parts.settings, parts.store))
        keeping = timetable.keep(parts.store, parts.province, watched.runs, apart)
        parts.tasks += [asyncio.create_task(keeping), asyncio.create_task(Watching(watched).run())]
        parts.tasks.append(asyncio.create_task(parts.delivery.run()))
    if receives:
        listen(parts, [each for each in parts.messengers if not each.hook])
    parts.routing.begin()


async def pass_time(parts: Parts, by: timedelta) -> None:
    """Push the clock forward an hour at a time, so that every timed job meets its hour as it would in life."""
    while by > timedelta():
        step = min(by, timedelta(hours=1))
        parts.clock.ahead += step
        by -= step
        await timetable.run_all(parts.store, parts.province)


def listen(parts: Parts, messengers: list[Messenger]) -> None:
    """Begin to take in what people write there."""
    parts.tasks += [asyncio.create_task(each.listen(parts.intake, parts.province.bot_names)) for each in messengers]


def _keep_trial_apart(tx: Tx, settings: Settings) -> None:
    """A database was made for trying or not, for good; raises WrongSetting when it is used as the other.

    The desks bound on trial would swallow real cases, and whoever tried would read them.
    """
    was_tried = claims.has_counted(tx, TRIAL)
    if settings.demo and not was_tried:
        if claims.has_counted(tx) or chats.every_binding(tx):
            msg = "DATABASE_URL: DEMO=true would open what is kept there to everybody; name another, or DEMO=false"
            raise WrongSetting(msg)
        claims.take_number(tx, TRIAL)
    elif was_tried and not settings.demo:
        msg = "DATABASE_URL: that database was made for trying (DEMO=true), with desks nobody is at; name another"
        raise WrongSetting(msg)


def _bind_demo(tx: Tx, catalogue: Catalogue) -> None:
    """On the try-it page every department has its desk, unless a real chat was bound."""
    bound = {(each.role, each.department) for each in chats.every_binding(tx)}
    for department in catalogue.departments:
        if department.takes_cases and not department.successor and ("department", department.key) not in bound:
            desk = Chat(Network.PAGE, f"desk:{department.key}")
            chats.bind(tx, desk, "department", department.key, catalogue.name(department.key, "vi"))
    for role in ("task-group", "leadership"):
        if (role, "") not in bound:
            chats.bind(tx, Chat(Network.PAGE, f"desk:{role}"), role, "", role)
