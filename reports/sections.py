"""What a report says, part by part: sentences, tables and charts of one period's figures. No business is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.deadline.calendars import Calendar
from domain.messages import Name, Value, Words
from domain.province.catalogue import Catalogue
from domain.statistics.counting import Dimension
from domain.statistics.definitions import DEFINITIONS, number, share, told
from domain.statistics.figures import Figures
from domain.statistics.periods import Period, Span
from domain.statistics.proposals import Task, common, grown, late, tasks
from domain.statistics.proposals import told as shown
from domain.statistics.reports import Listed, Report
from domain.statistics.shares import INSTANT
from reports.blocks import Block, Paragraph, Picture, Table
from reports.charts import Chart, bars, columns

#: the figures of the table that compares periods
COMPARED = (
    *("carried_over", "received", "returned", "to_handle", "handled", "carried_forward"),
    *("answered", "on_time", "extended", "late", "solved", "partly", "not_solved", "not_confirmed"),
    *("overdue_now", "due_soon", "transfers", "extensions", "reopened"),
    *("median_acceptance_hours", "median_first_word_hours", "median_resolution_hours", "p90_resolution_hours"),
    *("paused_percent", "ratings", "mean_stars"),
)
MOST_LISTED = 200
#: departments of the chart, those with most on hand
MOST_DRAWN = 10


@dataclass(frozen=True, slots=True)
class Telling:
    """A report with what it takes to say it in one language."""

    report: Report
    catalogue: Catalogue
    calendar: Calendar
    say: Callable[[Value], str]

    def day(self, day: date | datetime) -> str:
        """A day of the province, as it stands in a list."""
        return f"{day.astimezone(self.catalogue.timezone) if isinstance(day, datetime) else day:%d/%m/%Y}"

    def department(self, key: str) -> str:
        """A department's short name, or that nobody has it yet."""
        return self.say(Name("short", key) if key else Words("department-undecided"))

    def all(self, *values: Value) -> list[str]:
        """Several sentences, such as a table's header."""
        return [self.say(value) for value in values]

    def topic(self, key: str) -> str:
        """A topic's name."""
        return self.say(Name("topic", key) if key else Words("report-unknown"))


# Sentences


def received(it: Telling) -> Iterator[Block]:
    """What came in and what became of it, with the balance."""
    now, before = it.report.figures, it.report.before
    balance: dict[str, Value] = {
        "carried": number(now.carried_over),
        "received": number(now.received),
        "returned": number(now.returned),
        "total": number(now.to_handle),
        "handled": number(now.handled),
        "forward": number(now.carried_forward),
    }
    yield Paragraph(it.say(Words("report-balance", balance)))
    then = {"received": number(before.received), "answered": number(before.answered)}
    yield Paragraph(it.say(Words("report-before", {**then, "overdue": number(before.overdue_now)})))


def answered(it: Telling) -> Iterator[Block]:
    """How many were answered in time, what the businesses say of it, and what is left."""
    now = it.report.figures
    if now.answered:
        counts = {"ontime": number(now.on_time), "extended": number(now.extended), "late": number(now.late)}
        facts: dict[str, Value] = {"count": number(now.answered), **counts, "share": share(now.on_time, now.answered)}
        yield Paragraph(it.say(Words("report-answered", facts)))
        yield Paragraph(it.say(Words("report-times", _times(now))))
    else:
        yield Paragraph(it.say(Words("report-nothing-answered")))
    outcomes = {"solved": number(now.solved), "partly": number(now.partly), "notsolved": number(now.not_solved)}
    yield Paragraph(it.say(Words("report-outcomes", {**outcomes, "silent": number(now.not_confirmed)})))
    left = {"count": number(now.carried_forward), "overdue": number(now.overdue_now), "soon": number(now.due_soon)}
    yield Paragraph(it.say(Words("report-left", {**left, "waiting": number(now.waiting_for_business)})))


def _times(figures: Figures) -> dict[str, Value]:
    by_key = {each.key: told(each, figures) for each in DEFINITIONS}
    return {"median": by_key["median_resolution_hours"], "most": by_key["p90_resolution_hours"]}


def notable(it: Telling) -> Iterator[Block]:
    """What was raised more than before, what again and again, and what came back."""
    found = False
    for key, now, then in grown(it.report, Dimension.TOPIC)[:5]:
        found = True
        facts: dict[str, Value] = {"topic": it.topic(key), "count": number(now), "before": number(then)}
        yield Paragraph(it.say(Words("report-grown", facts)))
    for key, count in common(it.report, Dimension.TOPIC)[:5]:
        found = True
        yield Paragraph(it.say(Words("report-common", {"topic": it.topic(key), "count": number(count)})))
    for code, kind, key, count in it.report.issues:
        found = True
        about = Words(f"about-{kind}", {"name": Name("short", key)})
        yield Paragraph(it.say(Words("report-issue", {"issue": code, "about": about, "count": number(count)})))
    if it.report.figures.reopened:
        found = True
        yield Paragraph(it.say(Words("report-reopened", {"count": number(it.report.figures.reopened)})))
    if not found:
        yield Paragraph(it.say(Words("report-nothing-notable")))


def achievements(it: Telling) -> Iterator[Block]:
    """What went well, as far as figures tell."""
    now, before = it.report.figures, it.report.before
    if now.answered:
        facts: dict[str, Value] = {"share": share(now.on_time, now.answered)}
        then = share(before.on_time, before.answered) if before.answered else Words("report-unknown")
        yield Paragraph(it.say(Words("report-good-on-time", {**facts, "before": then})))
    confirmed = now.solved + now.partly + now.not_confirmed
    if confirmed:
        yield Paragraph(it.say(Words("report-good-solved", {"share": share(now.solved, confirmed)})))
    if now.overdue_now < before.overdue_now:
        fewer = {"count": number(now.overdue_now), "before": number(before.overdue_now)}
        yield Paragraph(it.say(Words("report-good-overdue", fewer)))
    if not now.answered and not confirmed:
        yield Paragraph(it.say(Words("report-nothing-answered")))


def shortcomings(it: Telling) -> Iterator[Block]:
    """What did not, and with whom."""
    now = it.report.figures
    if not (now.late or now.overdue_now or now.reopened):
        yield Paragraph(it.say(Words("report-no-shortcoming")))
    if now.late:
        yield Paragraph(it.say(Words("report-bad-late", {"share": share(now.late, now.answered)})))
    for key, codes in late(it.report):
        facts: dict[str, Value] = {"department": it.department(key), "count": number(len(codes))}
        yield Paragraph(it.say(Words("report-bad-overdue", facts)))
    if now.reopened:
        yield Paragraph(it.say(Words("report-reopened", {"count": number(now.reopened)})))


def causes(it: Telling) -> Iterator[Block]:
    """Why cases are late, as their journals tell."""
    counts: dict[str, int] = {}
    for each in it.report.overdue:
        counts[str(each.delay)] = counts.get(str(each.delay), 0) + 1
    for delay, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield Paragraph(it.say(Words("report-cause", {"why": Words(f"delay-{delay}"), "count": number(count)})))
    if not counts:
        yield Paragraph(it.say(Words("report-no-cause")))


# Tables


def compared(it: Telling) -> Table:
    """The figures beside those of the period before and of a year ago."""
    report = it.report
    rows = []
    for each in DEFINITIONS:
        if each.key in COMPARED:
            values = [told(each, report.figures), told(each, report.before)]
            values.append(told(each, report.year_ago) if report.year_ago else Words("figure-unknown"))
            rows.append((it.say(each.name), *map(it.say, values)))
    header = it.all(Words("report-figure"), Words("report-this"), Words("report-last"), Words("report-year-ago"))
    return Table(header, rows, (78, 28, 28, 28))


def by_dimension(it: Telling, dimension: Dimension, name: Callable[[str], str]) -> Table:
    """What each group had to handle and made of it; those that are withheld stand together."""
    header = it.all(
        *(Words(f"report-by-{dimension}"), Words("report-short-to_handle"), Words("report-short-received")),
        *(Words("report-short-answered"), Words("report-short-on_time")),
        *(Words("report-short-overdue_now"), Words("report-short-carried_forward")),
    )
    rows: list[Sequence[str]] = []
    few = 0
    for key, each in it.report.groups[dimension].items():
        few += each is None
        if each is not None and (each.to_handle or each.answered):
            rows.append((name(key), *_handled(it, each)))
    if few:
        withheld = it.say(Words("report-withheld"))
        rows.append((it.say(Words("report-others", {"count": number(few)})), *[withheld] * 6))
    if dimension is Dimension.DEPARTMENT:
        rows.append((it.say(Words("report-total")), *_handled(it, it.report.figures)))
    return Table(header, rows, (56, 17, 17, 17, 27, 17, 17))


def _handled(it: Telling, figures: Figures) -> list[str]:
    ratio = share(figures.on_time, figures.answered) if figures.answered else Words("figure-unknown")
    counts = [number(each) for each in (figures.to_handle, figures.received, figures.answered)]
    return it.all(*counts, ratio, number(figures.overdue_now), number(figures.carried_forward))


def component(it: Telling) -> Callable[[str], str]:
    """The name of a PCI component by its two digits."""
    return lambda key: it.say(Words(f"pci-{key}") if key else Words("report-unknown"))


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


# Charts


def trend(it: Telling) -> Picture:
    """What came in and was answered over the last periods, and what was late at their ends."""
    series = it.all(Words("report-short-received"), Words("report-short-answered"), Words("report-short-overdue_now"))
    rows = [(_label(it, period), [each.received, each.answered, each.overdue_now]) for period, each in it.report.trend]
    chart = Chart(it.say(Words("report-trend")), series, rows)
    return Picture(columns(chart), _alt(chart))


def _label(it: Telling, period: Period) -> str:
    if period.span is Span.WEEK:
        return it.say(Words("report-label-week", {"number": str(int(period.key[6:]))}))
    return period.key if period.span is not Span.MONTH else f"{period.first:%m/%Y}"


def by_department(it: Telling) -> Picture:
    """What the departments with most on hand have, and how much of it is late."""
    series = it.all(Words("report-short-carried_forward"), Words("report-short-overdue_now"))
    open_ = [(key, each) for key, each in shown(it.report.groups[Dimension.DEPARTMENT]) if each.carried_forward]
    most = sorted(open_, key=lambda item: (-item[1].carried_forward, item[0]))[:MOST_DRAWN]
    rows = [(it.department(key), [each.carried_forward, each.overdue_now]) for key, each in most]
    chart = Chart(it.say(Words("report-open-by-department")), series, rows)
    return Picture(bars(chart), _alt(chart))


def _alt(chart: Chart) -> str:
    """The chart in words: every label with its values."""
    rows = (
        f"{label}: " + ", ".join(f"{name} {value}" for name, value in zip(chart.series, values, strict=True))
        for label, values in chart.rows
    )
    return f"{chart.title}. " + "; ".join(rows)


def last_day(it: Telling) -> date:
    """The last day the figures tell of."""
    return (it.report.bounds[1] - INSTANT).astimezone(it.catalogue.timezone).date()
