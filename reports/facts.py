"""A report as JSON: the same numbers for a program to read."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from domain.oversight import tally
from domain.oversight.tally import Told
from domain.statistics.counting import Dimension, Groups
from domain.statistics.reports import Disputed, Listed, Report


def facts(report: Report) -> dict[str, Any]:
    """Keys as in `Figures`; a group that is withheld is null."""
    start, end = report.bounds
    return {
        "period": report.period.key,
        "from": start.isoformat(),
        "until": end.isoformat(),
        "figures": asdict(report.figures),
        "before": {"period": report.period.before().key, "figures": asdict(report.before)},
        "year_ago": {
            "period": report.period.year_before().key,
            "figures": asdict(report.year_ago) if report.year_ago else None,
        },
        **{f"by_{dimension}": _groups(report.groups[dimension]) for dimension in Dimension},
        "trend": [{"period": period.key, "figures": asdict(each)} for period, each in report.trend],
        "hours": list(report.hours),
        "overdue": [_late(each) for each in report.overdue],
        "directives": [_directive(each) for each in report.directives],
        "directives_by_department": {key: asdict(each) for key, each in tally.counted(report.directives).items()},
        "disputes": [_dispute(each) for each in report.disputes],
        "beyond": [_beyond(each) for each in report.beyond],
    }


def _groups(groups: Groups) -> dict[str, Any]:
    return {key: asdict(each) if each else None for key, each in groups.items()}


def _late(case: Any) -> dict[str, Any]:
    return {
        "code": case.code,
        "department": case.department,
        "topic": case.topic,
        "deadline": case.deadline.isoformat(),
        "days_late": case.days_late,
        "reason": str(case.delay),
        "open_since": case.since,
    }


def _beyond(case: Listed) -> dict[str, Any]:
    """With whom a case is that the province cannot settle, and since when."""
    handed = case.handed_at or case.filed_at
    return {"code": case.code, "department": case.department, "since": handed.isoformat(), "state": str(case.state)}


def _directive(each: Told) -> dict[str, Any]:
    """Who was to do it by when, without its words: they are for people."""
    told = {"code": each.code, "about": each.about, "department": each.department, "standing": str(each.standing)}
    return {**told, "given": each.given_at.isoformat(), "due": each.due.isoformat(), "late": each.is_late}


def _dispute(each: Disputed) -> dict[str, Any]:
    told = {"code": each.code, "department": each.department, "topic": each.topic, "dispute": each.dispute}
    return {**told, "since": each.filed_at.isoformat(), "signs": list(each.risks)}


def written(report: Report) -> bytes:
    """The file."""
    return (json.dumps(facts(report), ensure_ascii=False, indent=2) + "\n").encode()
