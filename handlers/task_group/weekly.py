"""A period in six lines that a leader reads on a phone, and its report as files: every Monday, or when asked for.

What is said is so: no worst department where none is late, no share of nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from domain.deadline.explaining import run_of_days
from domain.messages import (
    LEADERSHIP,
    TASK_GROUP,
    Audience,
    FileKind,
    Lines,
    Name,
    Notice,
    To,
    Urgency,
    Value,
    Words,
    to_chat,
)
from domain.oversight import tally
from domain.refusals import Missing
from domain.statistics import periods, proposals
from domain.statistics.counting import Dimension
from domain.statistics.definitions import decimal, number, share, titled
from domain.statistics.periods import Period, Span, around
from domain.statistics.proposals import Task, common, grown, late
from domain.statistics.reports import Report
from handlers.province import Province
from handlers.task_group import period_figures
from handlers.turn import InGroup
from storage import files
from storage.database import Tx
from storage.outgoing import outbox

#: the files that go with it, and how each is shown
_ATTACHED = (
    ("png", FileKind.PHOTO),
    ("docx", FileKind.DOCUMENT),
    ("xlsx", FileKind.DOCUMENT),
    ("pdf", FileKind.DOCUMENT),
)
#: working hours below which "within so many" says nothing
A_WHILE = 0.1
#: names in a line
_NAMED = 3


def send(tx: Tx, province: Province, week: Period, *, is_late: bool) -> None:
    """Last week's summary and its files to leadership and the task group; one that comes late says so."""
    report = period_figures.report(period_figures.within(tx), province, week, tx.now)
    attached = _announce(tx, report)
    for to in (LEADERSHIP, TASK_GROUP):
        _post(tx, province, report, to, attached, is_late=is_late)


def answer(turn: InGroup, wanted: str) -> None:
    """`/baocao 2026-W47`: a period's summary and files in this chat; of the week before where none is named."""
    tx, province = turn.tx, turn.province
    today = tx.now.astimezone(province.catalogue.timezone).date()
    try:
        period = periods.read(wanted) if wanted else around(Span.WEEK, today).before()
    except ValueError:
        raise Missing("refused-period") from None
    if period.first > today:
        raise Missing("refused-period")
    ask = period_figures.within(tx)
    report = period_figures.report(ask, province, period, period_figures.as_of(ask, province, period, tx.now))
    _post(tx, province, report, to_chat(turn.incoming.chat), _announce(tx, report), is_late=False)


def _announce(tx: Tx, report: Report) -> tuple[int, ...]:
    """The files, which are drawn when delivery fetches them."""
    key, until = report.period.key, report.bounds[1].isoformat()
    return tuple(files.draw(tx, f"{key}|{until}|{form}", kind, f"bao-cao-{key}.{form}") for form, kind in _ATTACHED)


def _post(tx: Tx, province: Province, report: Report, to: To, attached: tuple[int, ...], *, is_late: bool) -> None:
    """The lines at once, the files in a message of their own: drawing takes seconds, and nobody waits for it."""
    lines = (_head(report, to), *([Words("weekly-late")] if is_late else []), *summary(report, province))
    urgency = Urgency.PROMPT if to.audience is Audience.CHAT else Urgency.REMINDER
    outbox.post(tx, Notice(to, Lines(lines), urgency=urgency))
    outbox.post(
        tx, Notice(to, Words("weekly-files", {"subject": titled(report.period)}), urgency=urgency, files=attached)
    )


def _head(report: Report, to: To) -> Words:
    days = run_of_days(report.period.first, report.period.until - timedelta(days=1))
    if to.audience is Audience.LEADERSHIP:
        return Words("weekly-head", {"days": days})
    return Words("weekly-of", {"subject": titled(report.period), "days": days})


def summary(report: Report, province: Province) -> Iterator[Value]:
    """Up to six lines: what came and went, how well, what is late, what grew, what repeats, what is asked.

    One more where a hidden business was named.
    """
    yield _flow(report)
    if report.figures.answered:
        yield _quality(report)
    yield _overdue(report)
    if up := grown(report, Dimension.TOPIC):
        topic, now, then = up[0]
        yield Words("weekly-grown", {"topic": Name("topic", topic), "count": number(now), "before": number(then)})
    if repeated := tuple(_repeated(report)):
        yield Words("weekly-repeats", {"what": Lines(repeated, "; ")})
    if report.figures.unmasked:  # rare, and the one thing here that touches a promise given to a business
        yield Words("figures-unmasked", {"count": report.figures.unmasked})
    if counts := _directives(report):
        yield counts
    elif asked := proposals.tasks(report, province.calendar):
        yield Words("weekly-asked", _task(asked[0], len(asked)))


def _directives(report: Report) -> Words | None:
    """What was given and is not done yet goes before what might be; nothing where nothing is under way."""
    counts = tally.total(report.directives)
    if not counts.open:
        return None
    facts: dict[str, Value] = {"open": number(counts.open), "overdue": number(counts.overdue)}
    return Words("weekly-directives", {**facts, "done": number(counts.done)})


def _flow(report: Report) -> Words:
    now, before = report.figures, report.before
    came = {"received": number(now.received), "receivedbefore": number(before.received)}
    went = {"answered": number(now.answered), "answeredbefore": number(before.answered)}
    left = {"left": number(now.carried_forward), "carried": number(now.carried_over)}
    return Words("weekly-flow", {**came, **went, **left})


def _quality(report: Report) -> Words:
    now, hours = report.figures, report.figures.median_resolution_hours or 0.0
    facts: dict[str, Value] = {"share": share(now.on_time, now.answered), "solved": number(now.solved)}
    if hours < A_WHILE:
        return Words("weekly-quality-at-once", facts)
    return Words("weekly-quality", {**facts, "hours": decimal(hours)})


def _overdue(report: Report) -> Words:
    before = number(report.before.overdue_now)
    if not report.overdue:
        return Words("weekly-none-overdue", {"before": before})
    with_whom = late(report)
    named: list[Value] = [_with(key, len(codes)) for key, codes in with_whom[:_NAMED]]
    if len(with_whom) > _NAMED:
        named.append(Words("weekly-others", {"count": len(with_whom) - _NAMED}))
    longest = report.overdue[0]
    facts: dict[str, Value] = {
        "count": number(len(report.overdue)),
        "before": before,
        "where": Lines(tuple(named), ", "),
    }
    return Words("weekly-overdue", {**facts, "code": longest.code, "days": longest.days_late})


def _with(key: str, count: int) -> Words:
    return Words("weekly-where", {"department": _department(key), "count": number(count)})


def _department(key: str) -> Value:
    return Name("short", key) if key else Words("department-undecided")


def _repeated(report: Report) -> Iterator[Value]:
    for topic, count in common(report, Dimension.TOPIC)[:2]:
        yield Words("weekly-common", {"topic": Name("topic", topic), "count": number(count)})
    if report.issues:
        yield Words("weekly-issues", {"count": number(len(report.issues))})
    if report.figures.reopened:
        yield Words("weekly-reopened", {"count": number(report.figures.reopened)})


def _task(task: Task, many: int) -> dict[str, Value]:
    """The most urgent thing that is asked, and that there is more in the report."""
    codes = ", ".join(f"#{code}" for code in task.codes[:_NAMED]) or "–"
    what = Words(f"wish-{task.wish}", {"count": number(task.count), "codes": codes})
    who = _department(task.department) if task.department else Words("task-group")
    return {"who": who, "what": what, "by": f"{task.by:%d/%m/%Y}", "more": many - 1}
