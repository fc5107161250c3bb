"""What a report lists: cases that are late, beyond the province or a dispute, directives, and what is proposed."""

from __future__ import annotations

from collections.abc import Iterator

from domain.messages import Words
from domain.statistics.definitions import number
from domain.statistics.proposals import Task, tasks
from domain.statistics.reports import Listed
from reports.blocks import Block, Paragraph, Table
from reports.telling import Telling

MOST_LISTED = 200


def overdue(it: Telling) -> Iterator[Block]:
    """The late cases, the longest late first, with the reason their journal shows."""
    cases = it.report.overdue
    if not cases:
        yield Paragraph(it.say(Words("report-nothing-overdue")))
        return
    header = it.all(
        *(Words("report-code"), Words("report-by-department"), Words("report-by-topic")),
        *(Words("report-deadline"), Words("report-days"), Words("report-why")),
    )
    rows = [_late(it, each) for each in cases[:MOST_LISTED]]
    yield Table(header, rows, (24, 34, 40, 23, 14, 30), numbers=len(header))
    if len(cases) > MOST_LISTED:
        yield Paragraph(it.say(Words("report-more", {"count": number(len(cases) - MOST_LISTED)})))


def _late(it: Telling, case: Listed) -> tuple[str, ...]:
    due = it.day(case.deadline) if case.deadline else ""
    why = it.say(Words(f"delay-{case.delay}"))
    return (case.code, it.department(case.department), it.topic(case.topic), due, str(case.days_late), why)


def beyond(it: Telling) -> Iterator[Block]:
    """What the province cannot settle by itself: with whom it is, since when."""
    if not it.report.beyond:
        yield Paragraph(it.say(Words("report-nothing-beyond")))
        return
    header = it.all(
        *(Words("report-code"), Words("report-by-department"), Words("report-by-topic")),
        *(Words("report-handed"), Words("report-state")),
    )
    rows = [
        (
            each.code,
            it.department(each.department),
            it.topic(each.topic),
            it.day(each.handed_at or each.filed_at),
            it.say(Words(f"state-{each.state}")),
        )
        for each in it.report.beyond[:MOST_LISTED]
    ]
    yield Table(header, rows, (24, 36, 46, 24, 32), numbers=len(header))


def proposed(it: Telling) -> Iterator[Block]:
    """Who should do what by when."""
    found = tasks(it.report, it.calendar)
    if not found:
        yield Paragraph(it.say(Words("report-nothing-proposed")))
        return
    header = it.all(Words("report-who"), Words("report-what"), Words("report-by-when"))
    yield Table(header, [_task(it, each) for each in found], (42, 92, 24), numbers=3)


def _task(it: Telling, task: Task) -> tuple[str, str, str]:
    who = it.department(task.department) if task.department else it.say(Words("role-task-group"))
    codes = ", ".join(f"#{code}" for code in task.codes[:10]) or "–"
    what = it.say(Words(f"wish-{task.wish}", {"count": number(task.count), "codes": codes}))
    return (who, what, it.day(task.by))
