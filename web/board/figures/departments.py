"""Departments side by side: in the official order, with how sure each share is, and with signs of gaming beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import Enum, auto

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.responses import Response

from domain.messages import Words
from domain.province.catalogue import Department, DepartmentKind
from domain.statistics.comparing import LIMIT, WARNING, Common, Standing, wilson
from domain.statistics.counting import Dimension, Groups
from domain.statistics.definitions import MANY, share
from domain.statistics.figures import Figures
from reports import lines
from storage import cases, chats
from web.board.asking import address
from web.board.figures.stretches import Stretch, stretch_of
from web.board.readers import Seeing, for_readers
from web.board.showing import meanings, shown
from web.board.tables import Cell, Column, Look, Part, Sheet, Table, text

PATH = "/board/departments"
#: counts of a row that stand for themselves
COUNTED = ("received", "answered")
BESIDE = ("extended", "late", "overdue_now")
GAMING = ("reopened", "raised_again", "declined", "explained")
TIMES = ("median_resolution_hours", "p90_resolution_hours", "paused_percent")
TOLD = {*COUNTED, "on_time", *BESIDE, *GAMING, *TIMES, "transfers"}
#: agencies outside the outer limits that need no word: chance hardly makes one
FEW_OUTSIDE = 1
_LOOKS = {
    Standing.LOOK_BELOW: Look.WATCH,
    Standing.LOOK_ABOVE: Look.WATCH,
    Standing.BELOW: Look.LATE,
    Standing.ABOVE: Look.WATCH,
}


@for_readers
async def page(seeing: Seeing) -> Response:
    """For the task group and leadership."""
    if not seeing.sees_all:
        raise HTTPException(404)
    stretch = await stretch_of(seeing, PATH)
    whole, groups = stretch.counted.figures, _told(stretch.counted.groups[Dimension.DEPARTMENT])
    passed, joined = await seeing.ports.store.run(
        lambda tx: (cases.passed_on(tx, *stretch.bounds), chats.first_bound(tx))
    )
    all_of_them = Common(whole.on_time / whole.answered if whole.answered else 0.0)
    rows = _rows(seeing, stretch, all_of_them, groups, passed)
    voice = seeing.voice
    parts = [
        Part(
            Table("departments", voice.t("board-departments"), _columns(seeing), rows[Kind.OWN]),
            voice.t("board-fair", n=str(MANY)),
            _funnel(seeing, all_of_them, groups),
            [*_notes(seeing, whole, all_of_them, groups), *_newcomers(seeing, stretch, joined)],
            Look.CARDS,
        ),
        Part(
            Table("communes", voice.t("board-communes"), _columns(seeing), rows[Kind.COMMUNE]),
            voice.t("board-communes-lead"),
            look=Look.CARDS,
        ),
        Part(
            Table("central", voice.t("board-central"), _columns(seeing), rows[Kind.CENTRAL]),
            voice.t("board-central-lead"),
            look=Look.CARDS,
        ),
    ]
    sheet = Sheet(
        "departments",
        voice.t("board-departments"),
        [each for each in parts if each.table.rows],
        stretch.name,
        stretch.choices,
        meanings(seeing, TOLD),
    )
    return await shown(seeing, sheet)


def _told(groups: Groups) -> dict[str, Figures]:
    """Departments are never withheld: a case's department is no secret of who filed it."""
    return {key: each for key, each in groups.items() if each is not None}


class Kind(Enum):
    """What is compared with its like alone."""

    OWN = auto()
    COMMUNE = auto()
    CENTRAL = auto()


_KINDS = {DepartmentKind.CENTRAL: Kind.CENTRAL, DepartmentKind.COMMUNE: Kind.COMMUNE}


def _columns(seeing: Seeing) -> list[Column]:
    voice = seeing.voice

    def figure(key: str) -> Column:
        return Column(voice.t(f"board-short-{key.replace('_', '-')}"), is_number=True, figure=key)

    return [
        Column(voice.t("board-department")),
        *map(figure, COUNTED),
        figure("on_time"),
        Column(voice.t("board-interval"), is_number=True),
        Column(voice.t("board-judgement")),
        *map(figure, BESIDE),
        Column(voice.t("board-passed-on"), is_number=True),
        *map(figure, GAMING),
        *map(figure, TIMES),
    ]


def _rows(
    seeing: Seeing, stretch: Stretch, all_of_them: Common, groups: dict[str, Figures], passed: dict[str, int]
) -> dict[Kind, list[list[Cell]]]:
    """Those of the province, the communes, and those of the central government, each in the catalogue's order."""
    rows: dict[Kind, list[list[Cell]]] = {kind: [] for kind in Kind}
    for each in seeing.ports.catalogue.departments:
        figures = groups.get(each.key)
        if figures is None or not (figures.to_handle or figures.answered or each.key in passed):
            continue
        row = _row(seeing, stretch, each, figures, all_of_them, passed.get(each.key, 0))
        rows[_KINDS.get(each.kind, Kind.OWN)].append(row)
    return rows


def _row(
    seeing: Seeing, stretch: Stretch, department: Department, figures: Figures, all_of_them: Common, passed: int
) -> list[Cell]:
    voice = seeing.voice
    low, high = wilson(figures.on_time, figures.answered)
    has_many = figures.answered >= MANY
    found = all_of_them.standing(figures.on_time, figures.answered)
    verdict = voice.t(f"board-standing-{found}") if figures.answered else ""
    interval = f"{100 * low:.0f}–{100 * high:.0f} %" if has_many else "–"
    asked = {"department": department.key, **stretch.days}
    counts = {key: getattr(figures, key) for key in (*COUNTED, *BESIDE, *GAMING)}
    links = {"received": address(**asked)}
    if not stretch.is_over:
        links["overdue_now"] = address(department=department.key, status="overdue")
    cells = {
        key: Cell(voice.number(value), value, links.get(key, "") if value else "") for key, value in counts.items()
    }
    ratio = voice.say(share(figures.on_time, figures.answered)) if figures.answered else "–"
    return [
        text(voice.department(department.key), hint=seeing.ports.catalogue.name(department.key, voice.language)),
        *(cells[key] for key in COUNTED),
        Cell(ratio, ratio),
        Cell(interval, interval),
        text(verdict, look=_LOOKS.get(found, Look.PLAIN) if figures.answered else Look.PLAIN),
        *(cells[key] for key in BESIDE),
        Cell(voice.number(passed), passed),
        *(cells[key] for key in GAMING),
        *(_time(seeing, getattr(figures, key), has_many=has_many) for key in TIMES),
    ]


def _time(seeing: Seeing, value: float | None, *, has_many: bool) -> Cell:
    """Of few cases a median says little, and is not told."""
    return Cell(seeing.voice.number(value), round(value, 1)) if value is not None and has_many else Cell("–", None)


def _funnel(seeing: Seeing, all_of_them: Common, groups: dict[str, Figures]) -> Markup:
    """Empty where there is nothing to compare."""
    voice = seeing.voice
    points = [
        (
            voice.department(key),
            each.answered,
            each.on_time / each.answered,
            all_of_them.standing(each.on_time, each.answered) in {Standing.BELOW, Standing.ABOVE},
        )
        for key, each in groups.items()
        if key and each.answered >= MANY
    ]
    if not points:
        return Markup()
    names = (
        voice.say(Words("figure-on_time")),
        voice.t("board-answered-cases"),
        voice.t("board-common", share=f"{100 * all_of_them.share:.0f}"),
        "",
    )
    chart = lines.Funnel(
        voice.t("board-funnel"),
        points,
        all_of_them.share,
        lambda cases: all_of_them.limits(cases, WARNING),
        lambda cases: all_of_them.limits(cases, LIMIT),
        names,
    )
    return Markup(lines.funnel(chart))  # noqa: S704  of numbers and escaped names


def _notes(seeing: Seeing, whole: Figures, all_of_them: Common, groups: dict[str, Figures]) -> Sequence[str]:
    voice = seeing.voice
    judged = sum(each.answered >= MANY for key, each in groups.items() if key)
    notes = [voice.t("board-order-official"), voice.t("board-by-chance", n=str(judged))]
    standings = [all_of_them.standing(each.on_time, each.answered) for key, each in groups.items() if key]
    outside = sum(each in {Standing.BELOW, Standing.ABOVE} for each in standings)
    if outside > FEW_OUTSIDE:
        notes.append(voice.t("board-outside", k=str(outside), n=str(judged)))
    total = sum(each.received for each in groups.values())
    if undecided := groups.get(""):
        notes.append(voice.t("board-undecided", n=voice.number(undecided.to_handle)))
    notes.append(voice.t("board-sum", sum=voice.number(total), whole=voice.number(whole.received)))
    notes.append(voice.t("board-gaming"))
    return notes


def _newcomers(seeing: Seeing, stretch: Stretch, joined: dict[str, datetime]) -> list[str]:
    """Those whose group was bound in this time: what came before was not theirs to answer here."""
    voice = seeing.voice
    new = [f"{voice.department(key)} ({voice.day(at)})" for key, at in joined.items() if at >= stretch.bounds[0]]
    return [voice.t("board-newcomers", names=", ".join(new))] if new else []
