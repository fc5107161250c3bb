"""What everybody may have: the figures of months that are over, answers that are published, the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlmodel import col, select

from bot.exports import describing, manifest
from bot.exports.making import Tell, catalogue, empty
from bot.exports.manifest import Item, Manifest, Writing
from bot.wiring import Parts
from domain.statistics import open_data, periods
from domain.statistics.definitions import DEFINITIONS
from domain.statistics.periods import Period, Span
from handlers.task_group import period_figures
from storage import cases, migrations
from storage.tables import PublishedRow


def make(parts: Parts, folder: Path, tell: Tell) -> Manifest:
    """No person, no business and no single case: a list of those filed openly would tell how many are not."""
    empty(folder)
    items = [_facts(parts, folder, tell), _published(parts, folder), *catalogue(parts.settings.catalogue, folder)]
    meanings = {each.key: parts.wording.say(each.meaning, "vi") for each in DEFINITIONS}
    items.append(manifest.written(folder, manifest.SCHEMA, describing.schema_of_facts(meanings)))
    items.append(manifest.written(folder, manifest.README, describing.readme(is_open_data=True)))
    whole = Manifest(parts.clock().date().isoformat(), migrations.HEAD, "", is_open_data=True, items=items)
    manifest.write(whole, folder)
    return whole


def _facts(parts: Parts, folder: Path, tell: Tell) -> Item:
    file = Writing(folder, "facts.jsonl")
    months = list(_months(parts))
    for number, month in enumerate(months, 1):
        part = (month, month.bounds(parts.catalogue.timezone))
        (found,) = period_figures.counted(parts.store.read, parts.province, [part])
        for fact in open_data.facts(found):
            file.line({"period": month.key, **asdict(fact)})
        tell("months", number, len(months))
    return file.done()


def _months(parts: Parts) -> Iterator[Period]:
    """The months that are over, since the first case was filed."""
    zone = parts.catalogue.timezone
    first: datetime | None = parts.store.read(cases.first_filed)
    if first is None:
        return
    month, now = periods.around(Span.MONTH, first.astimezone(zone).date()), parts.clock()
    while month.bounds(zone)[1] <= now:
        yield month
        month = month.after()


def _published(parts: Parts, folder: Path) -> Item:
    """Answers that are public, without the case they come from."""
    told: tuple[Any, ...] = (PublishedRow.question, PublishedRow.answer, PublishedRow.department, PublishedRow.topic)
    public = select(*told).where(col(PublishedRow.withdrawn_at).is_(None))
    file = Writing(folder, "published.jsonl")
    for row in parts.store.read(lambda tx: tx.rows(public.order_by(col(PublishedRow.id)))):
        file.line(row._asdict())
    return file.done()
