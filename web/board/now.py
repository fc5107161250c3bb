"""What stands now: how much is open, due, late, waiting; how old it is; with whom."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from markupsafe import Markup
from starlette.responses import Response

from domain.messages import Words
from domain.statistics.shares import AGE_BANDS
from reports.charts import Chart, bars
from storage import listing
from storage.database import Tx
from storage.listing import By
from web.board.asking import address, filter_of
from web.board.readers import Seeing, for_readers
from web.board.showing import meanings, shown
from web.board.tables import Cell, Column, Look, Meaning, Part, Sheet, Table, text

#: the numbers by what the list behind each asks for
TOLD = ("open", "overdue", "soon", "unaccepted", "asked", "appeal", "imported")
_BESIDE = ("open", "unaccepted", "soon", "overdue", "appeal")


@for_readers
async def page(seeing: Seeing) -> Response:
    """The board's first page."""
    at, numbers, ages, beside = await seeing.ports.store.run(lambda tx: _counted(tx, seeing))
    parts = [_tiles(seeing, numbers), _ages(seeing, ages)]
    if seeing.sees_all:
        parts.append(_departments(seeing, beside))
    sheet = Sheet(
        "now",
        seeing.voice.t("board-now"),
        parts,
        seeing.voice.t("board-as-of", at=seeing.voice.moment(at)),
        meanings=[*_meanings(seeing), *meanings(seeing, set(AGE_BANDS))],
    )
    return await shown(seeing, sheet)


def _meanings(seeing: Seeing) -> list[Meaning]:
    """What each of the first numbers is: as of now, not of a period's end."""
    voice = seeing.voice
    basis = voice.t("board-basis-now")
    return [Meaning(each, voice.t(f"board-{each}"), voice.t(f"board-{each}-means"), basis) for each in TOLD]


Counts = dict[str, Counter[str]]


def _counted(tx: Tx, seeing: Seeing) -> tuple[datetime, dict[str, int], dict[str, int], Counts]:
    """Every number of the page, as of one instant and in one transaction."""
    numbers = {status: listing.count(tx, filter_of(seeing, {"status": status}, tx.now)) for status in TOLD}
    ages = {band: listing.count(tx, filter_of(seeing, {"age": band}, tx.now)) for band in AGE_BANDS}
    beside: Counts = {}
    for status in _BESIDE if seeing.sees_all else ():
        found = listing.count_by(tx, filter_of(seeing, {"status": status}, tx.now), By.DEPARTMENT)
        beside[status] = Counter()
        for key, count in found.items():
            now = seeing.ports.catalogue.successor(key)
            beside[status][now.key if now else key] += count
    return tx.now, numbers, ages, beside


def _tiles(seeing: Seeing, numbers: dict[str, int]) -> Part:
    voice = seeing.voice
    rows = []
    for status in TOLD:
        look = Look.LATE if status == "overdue" and numbers[status] else Look.PLAIN
        rows.append([text(voice.t(f"board-{status}")), _number(seeing, numbers[status], look, status=status)])
    columns = [Column(voice.t("board-what")), Column(voice.t("board-cases"), is_number=True)]
    return Part(Table("now", voice.t("board-now"), columns, rows), look=Look.TILES)


def _ages(seeing: Seeing, ages: dict[str, int]) -> Part:
    voice = seeing.voice
    names = {band: voice.say(Words(f"figure-{band}")) for band in AGE_BANDS}
    title, series = voice.t("board-ages"), voice.t("board-cases")
    chart = Chart(title, (series,), [(names[band], (ages[band],)) for band in AGE_BANDS])
    rows = [[text(names[band]), _number(seeing, ages[band], age=band)] for band in AGE_BANDS]
    columns = [Column(voice.t("board-age")), Column(series, is_number=True)]
    return Part(Table("ages", title, columns, rows), voice.t("board-ages-lead"), Markup(bars(chart)))  # noqa: S704


def _departments(seeing: Seeing, beside: Counts) -> Part:
    voice = seeing.voice
    order = {each.key: place for place, each in enumerate(seeing.ports.catalogue.departments)}
    keys = sorted(beside["open"], key=lambda key: (order.get(key, len(order)), key))
    rows = []
    for key in keys:
        numbers = [
            _number(
                seeing,
                beside[status][key],
                Look.LATE if status == "overdue" and beside[status][key] else Look.PLAIN,
                department=key or "-",
                status=status,
            )
            for status in _BESIDE
        ]
        rows.append([text(voice.department(key)), *numbers])
    columns = [Column(voice.t("board-department"))]
    columns += [Column(voice.t(f"board-{status}"), is_number=True) for status in _BESIDE]
    return Part(
        Table("with-whom", voice.t("board-with-whom"), columns, rows),
        notes=[voice.t("board-order-official")] if rows else [voice.t("board-nothing-open")],
    )


def _number(seeing: Seeing, count: int, look: Look = Look.PLAIN, **asked: str) -> Cell:
    """A count that leads to its cases."""
    return Cell(seeing.voice.number(count), count, address(**asked) if count else "", look)
