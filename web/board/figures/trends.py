"""How it went: the last twelve weeks or months, each figure with its own mean and the limits of the usual."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from markupsafe import Markup
from starlette.responses import Response

from domain.messages import Words
from domain.statistics.comparing import own_limits
from domain.statistics.definitions import MANY, share
from domain.statistics.figures import Figures
from domain.statistics.periods import Period, Span, around
from handlers.task_group import period_figures
from reports.charts import Chart, columns
from reports.lines import Line, line
from web.board.asking import address, at
from web.board.readers import Seeing, for_readers
from web.board.showing import known_of, meanings, shown
from web.board.tables import Cell, Choice, Column, Look, Part, Sheet, Table, text

PATH = "/board/trends"
MANY_PERIODS = 12
TOLD = (
    *("received", "answered", "on_time", "late", "carried_forward", "overdue_now"),
    *("reopened", "median_first_word_hours", "median_resolution_hours"),
)
Series = Sequence[tuple[Period, Figures]]


@for_readers
async def page(seeing: Seeing) -> Response:
    """The whole periods up to the last one that is over."""
    span = Span.MONTH if seeing.request.query_params.get("span") == Span.MONTH else Span.WEEK
    found = await _series(seeing, span)
    voice = seeing.voice
    parts = [_flow(seeing, found), _received(seeing, found), _on_time(seeing, found)]
    kinds = [Choice(voice.t(f"board-by-{each}"), at(PATH, span=each), each is span) for each in (Span.WEEK, Span.MONTH)]
    sheet = Sheet(
        "trends",
        voice.t("board-trends"),
        parts,
        voice.t("board-trends-lead"),
        (kinds,),
        meanings(seeing, TOLD),
    )
    return await shown(seeing, sheet)


async def _series(seeing: Seeing, span: Span) -> Series:
    """Each period's figures as of its end; what is over is counted once."""
    ports, now = seeing.ports, seeing.ports.clock()
    zone = ports.catalogue.timezone
    period = around(span, now.astimezone(zone).date())
    last: list[Period] = []
    while len(last) < MANY_PERIODS:
        period = period.before()
        last.insert(0, period)
    parts = [(each, each.bounds(zone)) for each in last]
    department = seeing.department
    found = await known_of(seeing).ask(
        ("series", span, department),
        parts[-1][1][1],
        now,
        lambda: period_figures.counted(ports.store.read, ports.province, parts, department),
    )
    return [(each, counted.figures) for each, counted in zip(last, found, strict=True)]


def _flow(seeing: Seeing, found: Series) -> Part:
    """What came and what was answered, and the table of all figures."""
    voice = seeing.voice
    names = [voice.say(Words(f"figure-{key}")) for key in ("received", "answered")]
    chart = Chart(
        voice.t("board-flow"), names, [(_short(period), (each.received, each.answered)) for period, each in found]
    )
    rows = []
    for period, each in reversed(found):
        numbers = [_cell(seeing, period, key, each) for key in TOLD]
        rows.append([text(_name(seeing, period)), *numbers])
    heads = [Column(voice.t("board-period"))]
    heads += [Column(voice.t(f"board-short-{key.replace('_', '-')}"), is_number=True, figure=key) for key in TOLD]
    table = Table("trends", voice.t("board-flow"), heads, rows)
    return Part(table, chart=Markup(columns(chart)), notes=[voice.t("board-links-as-now")])  # noqa: S704


def _cell(seeing: Seeing, period: Period, key: str, figures: Figures) -> Cell:
    value = getattr(figures, key)
    if key == "on_time":
        shown_as = seeing.voice.say(share(figures.on_time, figures.answered)) if figures.answered else "–"
        return Cell(shown_as, value)
    link = address(**{"from": f"{period.first}", "to": _last(period)}) if key == "received" else ""
    return Cell(seeing.voice.number(value), value, link)


def _received(seeing: Seeing, found: Series) -> Part:
    voice = seeing.voice
    values = [float(each.received) for _, each in found]
    limits = own_limits(values)
    points = [(_short(period), value) for (period, _), value in zip(found, values, strict=True)]
    return _lined(seeing, "received", points, limits, voice.t("board-received-lead"))


def _on_time(seeing: Seeing, found: Series) -> Part:
    """The share answered in time; of a period with few answers it is not drawn."""
    voice = seeing.voice
    points = [
        (_short(period), 100 * each.on_time / each.answered if each.answered >= MANY else None)
        for period, each in found
    ]
    values = [value for _, value in points if value is not None]
    found_limits = own_limits(values)
    limits = (found_limits[0], found_limits[1], min(100.0, found_limits[2])) if found_limits else None
    return _lined(seeing, "on-time", points, limits, voice.t("board-on-time-lead"), "%")


def _lined(
    seeing: Seeing,
    key: str,
    points: Sequence[tuple[str, float | None]],
    limits: tuple[float, float, float] | None,
    lead: str,
    unit: str = "",
) -> Part:
    voice = seeing.voice
    title = voice.t(f"board-line-{key}")
    names = (voice.t("board-own-mean"), voice.t("board-usual-up-to"), voice.t("board-usual-from"))
    chart = Line(title, points, limits, names, unit)
    rows = [_judged(seeing, label, value, limits, unit) for label, value in reversed(points)]
    columns_ = [Column(voice.t("board-period")), Column(title, is_number=True), Column(voice.t("board-judgement"))]
    notes = [voice.t("board-limits-few")]
    if limits:
        told = {"mean": f"{limits[0]:.0f}", "low": f"{limits[1]:.0f}", "high": f"{limits[2]:.0f}"}
        notes = [voice.t("board-limits-are", **told)]
    table = Table(key, title, columns_, rows)
    return Part(table, lead, Markup(line(chart)), notes)  # noqa: S704


def _judged(
    seeing: Seeing, label: str, value: float | None, limits: tuple[float, float, float] | None, unit: str
) -> list[Cell]:
    voice = seeing.voice
    if value is None:
        return [text(label), Cell(voice.t("board-few"), None), text("")]
    is_out = limits is not None and not limits[1] <= value <= limits[2]
    verdict = voice.t("board-unusual") if is_out else voice.t("board-usual") if limits else ""
    return [text(label), Cell(f"{value:.0f}{unit}", round(value, 1)), text(verdict, look=Look.WATCH if is_out else "")]


def _short(period: Period) -> str:
    return f"{period.first:%d/%m}" if period.span is Span.WEEK else f"{period.first:%m/%Y}"


def _name(seeing: Seeing, period: Period) -> str:
    return f"{seeing.voice.day(period.first)} ({period.key})"


def _last(period: Period) -> str:
    return f"{period.until - timedelta(days=1)}"
