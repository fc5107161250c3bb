"""What a report says in tables of figures: periods side by side, and every group."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from domain.messages import Words
from domain.statistics.counting import Dimension
from domain.statistics.definitions import DEFINITIONS, number, share, told
from domain.statistics.figures import Figures
from reports.blocks import Table
from reports.telling import Telling

#: the figures of the table that compares periods
COMPARED = (
    *("carried_over", "received", "returned", "to_handle", "handled", "carried_forward"),
    *("answered", "on_time", "extended", "late", "declined", "explained"),
    *("solved", "partly", "only_explained", "not_solved", "not_confirmed"),
    *("weighed", "at_risk", "investment", "jobs"),
    *("overdue_now", "due_soon", "transfers", "extensions", "reopened"),
    *("median_acceptance_hours", "median_first_word_hours", "median_resolution_hours", "p90_resolution_hours"),
    *("paused_percent", "ratings", "mean_stars"),
)


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
