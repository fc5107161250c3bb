"""What a report tells of directives and disputes, as they stood when its period ended; no business is named."""

from __future__ import annotations

from domain.case.history import replay
from domain.messages import LEADERSHIP
from domain.oversight import showing, tally
from domain.oversight.tally import Told
from domain.statistics.courses import Bounds
from domain.statistics.reports import Disputed
from storage import cases
from storage.database import Tx
from storage.oversight import directives, disputed


def told(tx: Tx, span: Bounds) -> tuple[Told, ...]:
    """The directives that were open at any moment of the period, by code."""
    start, end = span
    found = []
    for each in directives.alive(tx, start, end):
        case = cases.look(tx, each.case) if each.case else None
        found.append(tally.told(each, showing.seen(LEADERSHIP, case, each.text), start, end))
    return tuple(each for each in found if each is not None)


def risky(tx: Tx, span: Bounds) -> tuple[Disputed, ...]:
    """The cases in hand at the period's end that were, or might become, a dispute; by code."""
    _, end = span
    stood = (replay(entries) for entries in cases.journals(tx, disputed.marked(tx), end).values())
    found = [
        Disputed(case.code, case.department, case.topic, case.filed_at, case.risks, case.dispute)
        for case in stood
        if case.dispute in {"suspected", "yes"} and case.ended_at is None
    ]
    return tuple(sorted(found, key=lambda each: each.code))
