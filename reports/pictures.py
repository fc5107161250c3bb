"""What a report shows in charts."""

from __future__ import annotations

from domain.messages import Words
from domain.statistics.counting import Dimension
from domain.statistics.periods import Period, Span
from domain.statistics.proposals import told as shown
from reports.blocks import Picture
from reports.charts import Chart, bars, columns
from reports.telling import Telling

#: departments of the chart, those with most on hand
MOST_DRAWN = 10


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
