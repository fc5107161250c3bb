"""How routing did last month, told to the task group: right at first, moved once, moved more, by department."""

from __future__ import annotations

from collections import Counter

from domain.messages import TASK_GROUP, Lines, Name, Notice, Urgency, Value, Words
from domain.statistics.periods import Period
from handlers.province import Province
from storage.database import Tx
from storage.knowledge import training

#: departments named, those with most cases moved first
MOST = 8


def told(tx: Tx, province: Province, month: Period) -> Notice | None:
    """Last month's line, and the departments whose cases were moved; None where nothing was filed."""
    since, until = month.bounds(province.catalogue.timezone)
    found = training.times_moved(tx, since, until)
    if not found:
        return None
    lines: list[Value] = [Words("routed-head", {"month": f"{month.first:%m/%Y}", **_counts(found)})]
    moved = {key: sum(many for (at, moves), many in found.items() if at == key and moves) for key, _ in found}
    worst = sorted((key for key, many in moved.items() if many), key=lambda key: (-moved[key], key))
    for key in worst[:MOST]:
        own = Counter({(at, moves): many for (at, moves), many in found.items() if at == key})
        name: Value = Name("department", key) if key else Words("task-group")
        lines.append(Words("routed-department", {"department": name, **_counts(own)}))
    return Notice(TASK_GROUP, Lines(tuple(lines)), urgency=Urgency.REMINDER)


def _counts(found: Counter[tuple[str, int]]) -> dict[str, Value]:
    right, once, more = (sum(many for (_, moves), many in found.items() if moves == times) for times in range(3))
    return {"cases": right + once + more, "right": right, "once": once, "more": more}
