"""What was asked of whom and is not done, and which projects wait: the two lists a leader follows up."""

from __future__ import annotations

from datetime import datetime

from starlette.exceptions import HTTPException
from starlette.responses import Response

from domain.case.case import Case, is_overdue
from domain.messages import LEADERSHIP, Words, shortened
from domain.oversight import showing, tally
from domain.oversight.projects import Project
from domain.oversight.tally import Told
from storage import cases
from storage.database import Tx
from storage.oversight import directives, projects
from web.board.asking import at
from web.board.readers import Seeing, for_readers
from web.board.showing import shown
from web.board.tables import Cell, Column, Look, Part, Sheet, Table, text

LONGEST = 160


@for_readers
async def page(seeing: Seeing) -> Response:
    """For the task group and leadership; no business is named."""
    if not seeing.sees_all:
        raise HTTPException(404)
    now, asked, waiting = await seeing.ports.store.run(_found)
    voice = seeing.voice
    parts = [
        Part(
            _directives(seeing, asked),
            notes=[] if asked else [voice.say(Words("report-no-directives"))],
            look=Look.CARDS,
        ),
        Part(_projects(seeing, waiting, now), notes=[] if waiting else [voice.t("board-no-projects")], look=Look.CARDS),
    ]
    as_of = voice.t("board-as-of", at=voice.moment(now))
    return await shown(seeing, Sheet("tasks", voice.t("board-tasks"), parts, as_of))


def _found(tx: Tx) -> tuple[datetime, list[Told], list[tuple[Project, list[Case]]]]:
    """The directives that go on, what is late first, then by their day; the projects, the longest waiting first."""
    told = []
    for each in directives.all_open(tx):
        case = cases.look(tx, each.case) if each.case else None
        told.append(tally.told(each, showing.seen(LEADERSHIP, case, each.text), tx.now, tx.now))
    going_on = [each for each in told if each is not None and tally.is_going_on(each)]
    return tx.now, sorted(going_on, key=lambda each: (not each.is_late, each.due, each.code)), projects.obstacles(tx)


def _directives(seeing: Seeing, asked: list[Told]) -> Table:
    voice = seeing.voice
    rows = []
    for each in asked:
        about = f"#{each.about}: " if each.about else ""
        what = each.text or voice.say(Words("directive-hand-over"))
        state = Words("directive-is-late") if each.is_late else Words(f"directive-is-{each.standing}")
        rows.append(
            [
                text(voice.department(each.department) if each.department else voice.say(Words("role-task-group"))),
                text(shortened(f"{about}{what}", LONGEST)),
                Cell(voice.day(each.due), each.due.astimezone(voice.timezone).date()),
                Cell(voice.say(state), voice.say(state), look=Look.LATE if each.is_late else Look.PLAIN),
                text(each.code),
            ]
        )
    names = ("report-who", "report-what", "report-by-when", "report-state", "report-code")
    return Table("directives", voice.t("board-directives"), [Column(voice.say(Words(name))) for name in names], rows)


def _projects(seeing: Seeing, waiting: list[tuple[Project, list[Case]]], now: datetime) -> Table:
    voice, rows = seeing.voice, []
    for project, those in waiting:
        oldest, late = those[0], sum(is_overdue(each, now) for each in those)
        since = oldest.filed_at.astimezone(voice.timezone).date()
        rows.append(
            [
                text(f"{project.code} {project.name}"),
                Cell(voice.number(len(those)), len(those)),
                Cell(voice.number(late), late, look=Look.LATE if late else Look.PLAIN),
                Cell(voice.day(oldest.filed_at), since),
                text(voice.department(oldest.department)),
                Cell(f"#{oldest.code}", oldest.code, at(f"/board/cases/{oldest.code}")),
                Cell(voice.number(project.capital), project.capital),
            ]
        )
    heads = [Column(voice.t("board-project")), Column(voice.t("board-open"), is_number=True)]
    heads += [Column(voice.t("board-overdue"), is_number=True), Column(voice.t("board-oldest"))]
    heads += [Column(voice.t("board-department")), Column(voice.say(Words("report-code")))]
    heads.append(Column(voice.t("board-capital"), is_number=True))
    return Table("projects", voice.t("board-projects"), heads, rows)
