"""The list of cases that an address asks for, its number, and the same as a file."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from starlette.responses import Response

from domain.case import confidentiality
from domain.case.case import Case, Matter, Outcome, State, Tier, is_overdue
from domain.deadline.calendars import working_days_between
from domain.language import LANGUAGES
from domain.messages import Network, Words, shortened
from domain.province.catalogue import DepartmentKind
from domain.statistics.shares import AGE_BANDS, INSTANT
from storage import listing
from storage.database import Tx
from storage.listing import Filter, Order
from web.board import downloads
from web.board.asking import STATUSES, Asked, address, asked, filter_of, order_of
from web.board.readers import Seeing, for_readers
from web.board.showing import board_page, form_of
from web.board.tables import Cell, Choice, Column, Look, Table, text

EACH_PAGE = 50
SHORT = 140
#: cases read and written into a file at once, between which others have their turn
BATCH = 200


@dataclass(frozen=True, slots=True)
class Found:
    """A page of a list, how many there are in all, and the instant of both."""

    count: int
    cases: Sequence[Case]
    at: datetime


@for_readers
async def page(seeing: Seeing) -> Response:
    """What the address asks for, in its order, fifty a page; or all of it as a file."""
    wanted, number = asked(seeing), _number(seeing)
    if form := form_of(seeing):
        return await _file(seeing, wanted, form)
    found = await seeing.ports.store.run(lambda tx: _found(tx, seeing, wanted, number))
    rows = await asyncio.to_thread(lambda: [row_of(seeing, each, found.at) for each in found.cases])
    table = Table("cases", seeing.voice.t("board-cases-title"), columns(seeing), rows)
    pages = max(1, -(-found.count // EACH_PAGE))
    return board_page(
        seeing,
        "board/cases.html",
        "cases",
        table=table,
        found=found,
        wanted=wanted,
        fields=_fields(seeing, wanted),
        turns=_turns(seeing, wanted, number, pages),
        is_narrowed=bool(wanted.keys() - {"q", "status", "order"}),
    )


def _number(seeing: Seeing) -> int:
    given = seeing.request.query_params.get("page", "")
    return max(1, int(given)) if given.isdecimal() and len(given) < 8 else 1  # noqa: PLR2004  no list is so long


def _found(tx: Tx, seeing: Seeing, wanted: Asked, number: int) -> Found:
    """The number and the list by one filter at one instant."""
    which = filter_of(seeing, wanted, tx.now)
    cases = listing.page(tx, which, order_of(wanted), offset=(number - 1) * EACH_PAGE, limit=EACH_PAGE)
    return Found(listing.count(tx, which), cases, tx.now)


async def _file(seeing: Seeing, wanted: Asked, form: str) -> Response:
    """All of the list: the numbers at one instant, the cases as they are when they are written."""
    store = seeing.ports.store

    def numbers(tx: Tx) -> tuple[list[int], datetime]:
        which: Filter = filter_of(seeing, wanted, tx.now)
        return listing.numbers(tx, which, order_of(wanted)), tx.now

    found, at = await store.run(numbers)

    async def rows() -> downloads.Rows:
        for begin in range(0, len(found), BATCH):
            batch = found[begin : begin + BATCH]
            cases = await store.run(lambda tx, batch=batch: list(listing.some(tx, batch)))  # type: ignore[misc]
            # on a thread: texts are masked anew, which takes its time
            yield await asyncio.to_thread(lambda cases=cases: [row_of(seeing, each, at) for each in cases])  # type: ignore[misc]

    table = Table("cases", seeing.voice.t("board-cases-title"), columns(seeing), ())
    return await downloads.download(seeing, form, table, rows())


def columns(seeing: Seeing) -> list[Column]:
    """What a row tells."""
    voice = seeing.voice
    names = [Words("report-code"), Words("report-by-kind"), Words("report-by-department"), Words("report-by-topic")]
    found = [Column(voice.say(each)) for each in names]
    found += [Column(voice.t("board-text"))]
    found += [
        Column(voice.say(each)) for each in (Words("report-state"), Words("report-since"), Words("report-deadline"))
    ]
    return [*found, Column(voice.say(Words("report-days")), is_number=True)]


def row_of(seeing: Seeing, case: Case, at: datetime) -> list[Cell]:
    """A case as this reader may see it in a list."""
    voice = seeing.voice
    late = days_late(seeing, case, at)
    zone = voice.timezone
    return [
        text(f"#{case.code}", f"/board/cases/{case.code}"),
        text(voice.say(Words(f"kind-{case.kind}"))),
        text(voice.department(case.department)),
        text(voice.topic(case.topic)),
        text(voice.say(shortened(" ".join(seen(seeing, case, case.text[: 4 * SHORT]).split()), SHORT))),
        text(voice.say(Words(f"state-{case.state}"))),
        Cell(voice.day(case.filed_at), case.filed_at.astimezone(zone).date()),
        Cell(voice.day(case.deadline), case.deadline.astimezone(zone).date() if case.deadline else None),
        Cell(voice.number(late), late, look=Look.LATE) if late else Cell("", None),
    ]


def days_late(seeing: Seeing, case: Case, at: datetime) -> int:
    """Working days an open case is past its deadline, as reports count them; 0 when it is not."""
    if case.deadline is None or not is_overdue(case, at):
        return 0
    return max(1, working_days_between(seeing.ports.province.calendar, case.deadline, at - INSTANT))


def seen(seeing: Seeing, case: Case, words: str) -> str:
    """A text as the board shows it: of nobody who hides, and to leadership of no business at all."""
    if seeing.reader.role == "leadership":
        return confidentiality.for_public(case, words)
    return confidentiality.for_department(case, words)


# The form


@dataclass(frozen=True, slots=True)
class Field:
    """A question of the form with its answers."""

    name: str
    label: str
    choices: Sequence[tuple[str, str]]
    chosen: str


def _fields(seeing: Seeing, wanted: Asked) -> list[Field]:
    voice = seeing.voice
    known = seeing.ports.catalogue
    asks: list[tuple[str, Iterable[tuple[str, str]]]] = [
        ("status", ((each, voice.t(f"board-{each}")) for each in STATUSES)),
        ("state", ((each, voice.say(Words(f"state-{each}"))) for each in State)),
        ("topic", ((each.key, voice.topic(each.key)) for each in known.topics)),
        ("pci", ((f"{each}", voice.say(Words(f"pci-{each:02d}"))) for each in _components(seeing))),
        ("kind", ((each, voice.say(Words(f"kind-{each}"))) for each in Matter)),
        ("age", ((each, voice.say(Words(f"figure-{each}"))) for each in AGE_BANDS)),
        ("outcome", ((each, voice.say(Words(f"outcome-{each}"))) for each in Outcome)),
    ]
    if seeing.sees_all:
        takes = (each for each in known.departments if each.takes_cases and not each.successor)
        asks.insert(0, ("department", ((each.key, voice.department(each.key)) for each in takes)))
    if seeing.is_task_group:
        asks += _task_groups_own(seeing)
    asks.append(("order", ((each, voice.t(f"board-order-{each}")) for each in Order)))
    return [
        Field(name, voice.t(f"board-ask-{name}"), [(str(key), label) for key, label in choices], wanted.get(name, ""))
        for name, choices in asks
    ]


def _components(seeing: Seeing) -> list[int]:
    return sorted({each.pci_component for each in seeing.ports.catalogue.topics if each.pci_component})


def _task_groups_own(seeing: Seeing) -> list[tuple[str, Iterable[tuple[str, str]]]]:
    voice = seeing.voice
    communes = [
        each
        for each in seeing.ports.catalogue.departments
        if each.kind is DepartmentKind.COMMUNE and each.former_district
    ]
    return [
        ("tier", ((each, voice.t(f"board-tier-{each}")) for each in Tier)),
        ("channel", ((each, voice.network(each)) for each in Network if each is not Network.CLOCK)),
        ("language", ((each, voice.t(f"language-{each}")) for each in LANGUAGES)),
        ("place", ((each.key, voice.department(each.key)) for each in communes)),
    ]


def _turns(seeing: Seeing, wanted: Asked, number: int, pages: int) -> list[Choice]:
    """To the page before and the next one."""
    found = []
    if number > 1:
        found.append(Choice(seeing.voice.t("board-before"), address(wanted, page=str(min(number - 1, pages)))))
    if number < pages:
        found.append(Choice(seeing.voice.t("board-next"), address(wanted, page=str(number + 1))))
    return found
