"""What it is about and where: topics, components of the PCI, communes, and by kind, language and channel."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup
from starlette.responses import Response

from domain.messages import Words, shortened
from domain.province.catalogue import DepartmentKind
from domain.statistics.counting import FEW, Dimension, Groups
from domain.statistics.definitions import share
from domain.statistics.figures import Figures
from reports.charts import Chart, bars
from web.board.asking import TASK_GROUPS_OWN, address
from web.board.figures.stretches import Stretch, stretch_of
from web.board.readers import Seeing, for_readers
from web.board.showing import meanings, shown
from web.board.tables import Cell, Column, Look, Part, Sheet, Table, text

COUNTED = ("received", "to_handle", "answered")
BESIDE = ("overdue_now", "reopened", "carried_forward")
#: what depends on the open cases: no list of cases adds up to it
AT_STAKE = ("weighed", "at_risk")
TOLD = {*COUNTED, "on_time", *BESIDE, *AT_STAKE}
#: bars of a chart, and how much of a name has room beside one
MOST_DRAWN, LONGEST_DRAWN = 12, 28
LEVELS = 5


@for_readers
async def topics(seeing: Seeing) -> Response:
    """Topics, the PCI's components in their order, and the smaller breakdowns."""
    stretch = await stretch_of(seeing, "/board/topics")
    groups = stretch.counted.groups
    voice = seeing.voice
    dimensions = [
        (Dimension.PCI, lambda key: voice.say(Words(f"pci-{key}") if key else Words("report-unknown"))),
        (Dimension.TOPIC, voice.topic),
        (Dimension.KIND, lambda key: voice.say(Words(f"kind-{key}"))),
        (Dimension.LANGUAGE, lambda key: voice.say(Words(f"language-{key}") if key else Words("report-unknown"))),
        (Dimension.CHANNEL, lambda key: voice.network(key) if key else voice.say(Words("report-unknown"))),
    ]
    parts = [_part(seeing, stretch, each, groups[each], name) for each, name in dimensions]
    return await shown(seeing, _sheet(seeing, "topics", stretch, [each for each in parts if each.table.rows]))


@for_readers
async def places(seeing: Seeing) -> Response:
    """The communes that texts name, under the districts they belonged to."""
    stretch = await stretch_of(seeing, "/board/places")
    found = stretch.counted.groups[Dimension.PLACE]
    voice = seeing.voice
    unnamed = found.get("")
    lead = voice.t("board-places-lead", n=voice.number(unnamed.to_handle if unnamed else 0), few=str(FEW))
    tiles = Part(_tiles(seeing, stretch, found), lead, look=Look.PLACES)
    named = {key: each for key, each in found.items() if key}
    parts = [tiles, _part(seeing, stretch, Dimension.PLACE, named, voice.department)]
    return await shown(seeing, _sheet(seeing, "places", stretch, parts))


def _sheet(seeing: Seeing, key: str, stretch: Stretch, parts: Sequence[Part]) -> Sheet:
    return Sheet(key, seeing.voice.t(f"board-{key}"), parts, stretch.name, stretch.choices, meanings(seeing, TOLD))


def _part(seeing: Seeing, stretch: Stretch, dimension: Dimension, groups: Groups, name: Callable[[str], str]) -> Part:
    voice = seeing.voice
    told = [(key, each) for key, each in groups.items() if each is not None and (each.to_handle or each.answered)]
    if dimension is not Dimension.PCI:
        told.sort(key=lambda each: (not each[0], -each[1].received, each[0]))
    rows = [_row(seeing, stretch, dimension, key, name(key), each) for key, each in told]
    title = voice.say(Words(f"report-by-{dimension}"))
    drawn = [
        (shortened(name(key), LONGEST_DRAWN), (each.received, each.overdue_now))
        for key, each in told[:MOST_DRAWN]
        if key
    ]
    series = [voice.say(Words(f"figure-{key}")) for key in ("received", "overdue_now")]
    chart = Markup(bars(Chart(title, series, drawn))) if len(drawn) > 1 else Markup()  # noqa: S704
    withheld = sum(each is None for each in groups.values())
    notes = [voice.t("board-withheld", n=str(withheld), few=str(FEW))] if withheld else []
    if dimension is Dimension.PLACE:
        notes.append(voice.t("board-several-places"))
    heads = [Column(title)]
    heads += [Column(voice.say(Words(f"figure-{key}")), is_number=True, figure=key) for key in COUNTED]
    heads.append(Column(voice.say(Words("figure-on_time")), is_number=True, figure="on_time"))
    heads += [Column(voice.say(Words(f"figure-{key}")), is_number=True, figure=key) for key in (*BESIDE, *AT_STAKE)]
    return Part(Table(str(dimension), title, heads, rows), chart=chart, notes=notes)


def _row(seeing: Seeing, stretch: Stretch, dimension: Dimension, key: str, name: str, figures: Figures) -> list[Cell]:
    voice = seeing.voice
    may_ask = seeing.is_task_group or str(dimension) not in TASK_GROUPS_OWN
    is_listed = may_ask and not (dimension in {Dimension.PLACE, Dimension.LANGUAGE} and not key)
    value = (key.lstrip("0") if dimension is Dimension.PCI else key) or "-"
    asked = {str(dimension): value}
    links = {
        "received": address(**asked, **stretch.days),
        "overdue_now": address(**asked, status="overdue"),
        "carried_forward": address(**asked, status="open"),
    }
    if stretch.is_over:  # what was open then is not what is open now
        links = {"received": links["received"]}
    shown_links = links if is_listed else {}

    def cell(each: str) -> Cell:
        value = getattr(figures, each)
        return Cell(voice.number(value), value, shown_links.get(each, "") if value else "")

    ratio = voice.say(share(figures.on_time, figures.answered)) if figures.answered else "–"
    return [text(name), *map(cell, COUNTED), Cell(ratio, ratio), *map(cell, (*BESIDE, *AT_STAKE))]


def _tiles(seeing: Seeing, stretch: Stretch, groups: Groups) -> Table:
    """Every commune, also those nobody has named; the more cases, the darker."""
    voice, rows = seeing.voice, []
    most = max([1, *(each.to_handle for key, each in groups.items() if key and each)])
    for each in sorted(seeing.ports.catalogue.departments, key=lambda each: each.former_district):
        if each.kind is not DepartmentKind.COMMUNE or not each.former_district:
            continue
        found = groups.get(each.key)
        is_withheld = each.key in groups and found is None
        count = found.to_handle if found else 0
        level = 0 if not count else max(1, -(-LEVELS * count // most))
        link = address(place=each.key, **stretch.days)
        number = Cell(
            f"< {FEW}" if is_withheld else voice.number(count),
            None if is_withheld else count,
            link if count and seeing.is_task_group else "",
            level=level,
        )
        rows.append([text(each.former_district), text(voice.department(each.key)), number])
    heads = [Column(voice.t("board-district")), Column(voice.t("board-place"))]
    heads.append(Column(voice.say(Words("figure-to_handle")), is_number=True, figure="to_handle"))
    return Table("communes", voice.t("board-map"), heads, rows)
