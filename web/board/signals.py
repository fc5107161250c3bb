"""What was unusual, and the systemic issues that are open."""

from __future__ import annotations

from datetime import timedelta

from starlette.exceptions import HTTPException
from starlette.responses import Response

from domain.messages import Name, Words
from domain.statistics.signals import Aspect
from storage.database import Tx
from storage.knowledge import issues, signals
from storage.knowledge.issues import Issue
from storage.knowledge.signals import Told
from web.board.asking import address
from web.board.readers import Seeing, for_readers
from web.board.showing import shown
from web.board.tables import Cell, Column, Part, Sheet, Table, text

BACK = timedelta(days=366)


@for_readers
async def page(seeing: Seeing) -> Response:
    """For the task group and leadership."""
    if not seeing.sees_all:
        raise HTTPException(404)
    told, opened = await seeing.ports.store.run(_found)
    voice = seeing.voice
    parts = [
        Part(_issues(seeing, opened), notes=[] if opened else [voice.t("board-no-issues")]),
        Part(
            _signals(seeing, told), voice.t("board-signals-lead"), notes=[] if told else [voice.t("board-no-signals")]
        ),
    ]
    return await shown(seeing, Sheet("signals", voice.t("board-signals"), parts))


def _found(tx: Tx) -> tuple[list[Told], list[tuple[Issue, int]]]:
    opened = [(each, len(issues.members(tx, each.id))) for each in issues.all_open(tx)]
    return signals.since(tx, tx.now - BACK), opened


def _about(seeing: Seeing, kind: Aspect, key: str) -> str:
    return seeing.voice.say(Words(f"about-{kind}", {"name": Name("short", key)}))


def _issues(seeing: Seeing, opened: list[tuple[Issue, int]]) -> Table:
    voice = seeing.voice
    rows = [
        [
            text(each.code),
            text(_about(seeing, each.kind, each.key)),
            Cell(voice.day(each.opened_at), each.opened_at.astimezone(voice.timezone).date()),
            Cell(voice.number(count), count),
        ]
        for each, count in opened
    ]
    heads = [Column(voice.t("board-issue")), Column(voice.t("board-about")), Column(voice.t("board-since"))]
    heads.append(Column(voice.t("board-cases"), is_number=True))
    return Table("issues", voice.t("board-issues"), heads, rows)


def _signals(seeing: Seeing, told: list[Told]) -> Table:
    voice, rows = seeing.voice, []
    for each in told:
        last = each.end_at - timedelta(microseconds=1)
        days = f"{voice.day(each.start_at)} – {voice.day(last)}"
        zone = voice.timezone
        asked = {"from": f"{each.start_at.astimezone(zone):%Y-%m-%d}", "to": f"{last.astimezone(zone):%Y-%m-%d}"}
        # a commune is the task group's to ask for: with it somebody who hides could be singled out
        link = (
            ""
            if each.kind is Aspect.PLACE and not seeing.is_task_group
            else address(**{str(each.kind): each.key}, **asked)
        )
        rows.append(
            [
                text(_about(seeing, each.kind, each.key)),
                text(days),
                Cell(voice.number(len(each.cases)), len(each.cases), link),
                Cell(voice.number(each.businesses), each.businesses),
                Cell(voice.number(round(each.expected, 1)), round(each.expected, 1)),
            ]
        )
    heads = [
        Column(voice.t("board-about")),
        Column(voice.t("board-days")),
        Column(voice.t("board-cases"), is_number=True),
    ]
    heads += [Column(voice.t("board-businesses"), is_number=True), Column(voice.t("board-expected"), is_number=True)]
    return Table("signals", voice.t("board-signals"), heads, rows)
