"""What a report says in sentences: what came and went, what stands out, what went well and what did not."""

from __future__ import annotations

from collections.abc import Iterator

from domain.messages import Name, Value, Words
from domain.statistics.counting import Dimension
from domain.statistics.definitions import DEFINITIONS, number, share, told
from domain.statistics.figures import Figures
from domain.statistics.proposals import common, grown, late
from reports.blocks import Block, Paragraph
from reports.telling import Telling


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
    if now.explained:
        yield Paragraph(it.say(Words("report-explained", {"count": number(now.explained)})))
    outcomes = {"solved": number(now.solved), "partly": number(now.partly), "notsolved": number(now.not_solved)}
    others = {"explained": number(now.only_explained), "silent": number(now.not_confirmed)}
    yield Paragraph(it.say(Words("report-outcomes", {**outcomes, **others})))
    if now.weighed:
        sums = {"money": number(now.at_risk), "capital": number(now.investment), "jobs": number(now.jobs)}
        yield Paragraph(it.say(Words("report-at-stake", {"count": number(now.weighed), **sums})))
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
    confirmed = now.solved + now.partly + now.only_explained + now.not_confirmed
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
