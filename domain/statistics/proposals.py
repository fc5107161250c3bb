"""What a report proposes that somebody do, and by when: drafted from its figures, for a person to decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.deadline.calendars import Calendar, add_working_days, local_day
from domain.statistics.counting import Dimension, Groups
from domain.statistics.figures import Figures
from domain.statistics.reports import Listed, Report
from domain.statistics.shares import INSTANT, SOON

#: working days within which what is late should be done
AT_ONCE = 5
#: working days for a plan about what comes again and again, or for a word to those above the province
FOR_A_PLAN = 10


class Wish(StrEnum):
    """What is proposed."""

    ANSWER_LATE = "answer-late"
    ANSWER_SOON = "answer-soon"
    REVIEW_APPEALS = "review-appeals"
    PLAN_ISSUE = "plan-issue"
    REPORT_BEYOND = "report-beyond"


@dataclass(frozen=True, slots=True)
class Task:
    """Who does what by when; `department` is "" for the task group, `codes` are the cases or the issue it is about."""

    wish: Wish
    department: str
    by: date
    codes: tuple[str, ...] = ()
    count: int = 0


def tasks(report: Report, calendar: Calendar) -> list[Task]:
    """Everything the figures ask for, the most urgent first; nothing where nothing is to be done."""
    last = local_day(calendar, report.bounds[1] - INSTANT)
    at_once, plan = (add_working_days(calendar, last, days) for days in (AT_ONCE, FOR_A_PLAN))
    soon = add_working_days(calendar, last, SOON)
    departments = told(report.groups[Dimension.DEPARTMENT])
    found = [Task(Wish.ANSWER_LATE, key, at_once, codes, len(codes)) for key, codes in late(report)]
    found += [Task(Wish.ANSWER_SOON, key, soon, (), each.due_soon) for key, each in departments if each.due_soon]
    found += [Task(Wish.REVIEW_APPEALS, key, at_once, (), each.appeals) for key, each in departments if each.appeals]
    found += [Task(Wish.PLAN_ISSUE, "", plan, (code,), count) for code, _, _, count in report.issues]
    if report.beyond:
        found.append(Task(Wish.REPORT_BEYOND, "", plan, tuple(each.code for each in report.beyond), len(report.beyond)))
    return found


def told(groups: Groups) -> list[tuple[str, Figures]]:
    """The groups that are not withheld."""
    return [(key, each) for key, each in groups.items() if each is not None]


def late(report: Report) -> list[tuple[str, tuple[str, ...]]]:
    """The departments with late cases and their codes: most cases first, the longest late first among them."""
    found: dict[str, list[Listed]] = {}
    for each in report.overdue:
        found.setdefault(each.department, []).append(each)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), -item[1][0].days_late, item[0]))
    return [(key, tuple(each.code for each in those)) for key, those in ordered]


def grown(report: Report, dimension: Dimension, least: int = 2) -> list[tuple[str, int, int]]:
    """What came in more than in the period before, by at least so many: key, now, then; the most grown first."""
    before = report.groups_before[dimension]
    found = []
    for key, each in told(report.groups[dimension]):
        then = before.get(key, Figures())
        if key and then is not None and each.received - then.received >= least:
            found.append((key, each.received, then.received))
    return sorted(found, key=lambda item: (item[2] - item[1], item[0]))


def common(report: Report, dimension: Dimension, least: int = 3) -> list[tuple[str, int]]:
    """What was raised at least so often in the period: key and how often; the most frequent first."""
    found = [(key, each.received) for key, each in told(report.groups[dimension]) if key and each.received >= least]
    return sorted(found, key=lambda item: (-item[1], item[0]))
