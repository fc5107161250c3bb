"""Looks at what is around us: the messengers, the time others have, the certificate others see."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
import time
from collections.abc import Mapping
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import aiohttp
from sqlmodel import func, select

from bot.watch.watched import Watched, now
from domain.messages import Words
from storage.engines import is_postgresql

Found = Mapping[str, Words]

MOST_SKEW = timedelta(seconds=30)
#: days before its end from which on a certificate should have been renewed
SOON = 14
SECONDS = 10.0
A_DAY = 86_400


async def messenger(watched: Watched) -> Found:
    """A messenger does not bring what is written to us, or says so itself."""
    found: dict[str, Words] = {}
    for each in watched.messengers:
        if trouble := await each.trouble(watched.store):
            network = each.channel.network
            found[network] = Words("alarm-messenger", {"subject": network, "what": trouble})
    return found


async def clock(watched: Watched) -> Found:
    """This machine's time of day is not the database's, or not the internet's."""
    found: dict[str, Words] = {}
    for whose, theirs in (("database", await _of_database(watched)), ("internet", await _of_internet(watched))):
        if theirs is not None and abs(theirs) > MOST_SKEW:
            where = watched.at(whose)
            found[where] = Words("alarm-clock", {"subject": where, "seconds": round(abs(theirs).total_seconds())})
    return found


async def _of_database(watched: Watched) -> timedelta | None:
    """How far ahead the database's clock is; None where it has none of its own."""
    if not is_postgresql(watched.settings.database_url):
        return None
    asked = select(func.clock_timestamp().label("at"))
    told: datetime = (await watched.store.run(lambda tx: tx.first(asked))).at
    return told - now()


async def _of_internet(watched: Watched) -> timedelta | None:
    """How far ahead the clock of a server is that the settings name; None when none says its time."""
    settings = watched.settings
    asked = [settings.heartbeat_url, *settings.messenger_servers]
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=SECONDS)) as session:
        for url in filter(None, asked):
            with contextlib.suppress(aiohttp.ClientError, OSError, ValueError):
                async with session.head(url, proxy=settings.proxy) as answer:
                    if told := answer.headers.get("Date"):
                        return parsedate_to_datetime(told) - now()
    return None


async def certificate(watched: Watched) -> Found | None:
    """The certificate of our own address ends soon, or has ended."""
    found = await _certificate(watched.settings.public_url)
    if not isinstance(found, int):
        return None if found is None else {}
    if found >= SOON:
        return {}
    return {"": Words("alarm-certificate", {"subject": _host(watched), "days": found})}


async def untrusted(watched: Watched) -> Found | None:
    """Browsers do not believe the certificate of our own address."""
    found = await _certificate(watched.settings.public_url)
    if found is None:
        return None
    if isinstance(found, int):
        return {}
    return {"": Words("alarm-untrusted", {"subject": _host(watched), "what": found})}


def _host(watched: Watched) -> str:
    return urlsplit(watched.settings.public_url).hostname or ""


async def _certificate(url: str) -> int | str | None:
    """How many days it lasts (0 when it is over), why nobody believes it, or None where there is none to see."""
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname:
        return None
    context = await asyncio.to_thread(ssl.create_default_context)
    try:
        async with asyncio.timeout(SECONDS):
            _, writer = await asyncio.open_connection(parts.hostname, parts.port or 443, ssl=context)
    except ssl.SSLCertVerificationError as error:
        return 0 if error.verify_message == "certificate has expired" else error.verify_message
    except (OSError, TimeoutError):  # many a server does not reach itself by its public name
        return None
    told = writer.get_extra_info("peercert")["notAfter"]
    writer.close()
    return max(0, int((ssl.cert_time_to_seconds(told) - time.time()) // A_DAY))
