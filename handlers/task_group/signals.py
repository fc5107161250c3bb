"""Unusually many like cases: looked for on working mornings, told to the task group once, proposed to open issues."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from domain.buttons import Button, Side
from domain.deadline.calendars import is_working_day
from domain.messages import TASK_GROUP, Choice, Lines, Name, Notice, Urgency, Value, Words
from domain.province.catalogue import DepartmentKind
from domain.statistics import signals
from domain.statistics.signals import Aspect, FiledCase, Series, Signal
from handlers.province import Province
from storage import claims
from storage.database import Tx
from storage.knowledge import issues
from storage.knowledge import signals as memory
from storage.knowledge.issues import Issue
from storage.knowledge.signals import FiledRow, Told
from storage.outgoing import outbox

#: half an hour before leadership's summary, so that the task group knows first
LOOKED_AT = time(7, 0)
_HISTORY = signals.WEEK * (signals.LONGEST_HISTORY + max(signals.SPANS))
_LISTED = 20
_LIKELY = 0.5


def look(tx: Tx, province: Province) -> int:
    """At 07:00 local time of a working day, once: tell what is unusual; how many signals were told.

    The first look of a week is the weekly one, which also proposes later cases to open issues; the others tell only
    what is much less likely still.
    """
    local = tx.now.astimezone(province.catalogue.timezone)
    today = local.date()
    if _look_up_places(tx, province, _midnight(province, today - _HISTORY)):
        return 0
    if local.time() < LOOKED_AT or not is_working_day(province.calendar, today):
        return 0
    if not claims.claim_job(tx, "signals", today.isoformat()):
        return 0
    year, week, _ = local.isocalendar()
    is_weekly = claims.claim_job(tx, "signals-weekly", f"{year}-W{week:02d}")
    rows = memory.filed_since(tx, _midnight(province, today - _HISTORY))
    level = signals.WEEKLY_LEVEL if is_weekly else signals.DAILY_LEVEL
    found = signals.find(
        [_filed(province, row) for row in rows], today, _working_days(province), _sizes(province), level
    )
    codes = {row.id: row.code for row in rows}
    told = sum(_tell(tx, province, signal, codes) for signal in found)
    if is_weekly:
        _propose(tx, province, rows, _midnight(province, today))
    return told


# ---------------------------------------------------------------- what is counted


def _look_up_places(tx: Tx, province: Province, since: datetime) -> bool:
    """Note which communes new cases name, a hundred at a time; True while there may be more.

    Not when a case is filed: nothing but this job needs it, and a text is read once, whatever becomes of the case.
    """
    new = memory.unplaced(tx, since)
    for case, text in new:
        memory.place(tx, case, province.router().rank(text).places if text else ())
    return len(new) == memory.MOST_AT_ONCE


def _filed(province: Province, row: FiledRow) -> FiledCase:
    day = row.filed_at.astimezone(province.catalogue.timezone).date()
    return FiledCase(row.id, day, row.business, tuple(series_of(province, row)))


def series_of(province: Province, row: FiledRow) -> set[Series]:
    """Every series a case counts in: its topic, the communes it names or is sent to, its department of today."""
    found: set[Series] = {(Aspect.PLACE, place) for place in row.places}
    if row.topic:
        found.add((Aspect.TOPIC, row.topic))
    department = province.catalogue.successor(row.department) if row.department else None
    if department is not None:
        is_place = department.kind is DepartmentKind.COMMUNE and bool(department.former_district)
        found.add((Aspect.PLACE if is_place else Aspect.DEPARTMENT, department.key))
    return found


def _sizes(province: Province) -> dict[Aspect, int]:
    """How many series of each kind the catalogue knows."""
    takes = [each for each in province.catalogue.departments if each.takes_cases and not each.successor]
    places = sum(each.kind is DepartmentKind.COMMUNE and bool(each.former_district) for each in takes)
    return {Aspect.TOPIC: len(province.catalogue.topics), Aspect.PLACE: places, Aspect.DEPARTMENT: len(takes) - places}


def _working_days(province: Province) -> signals.WorkingDays:
    def between(start: date, end: date) -> int:
        days = (start + timedelta(number) for number in range((end - start).days))
        return sum(is_working_day(province.calendar, day) for day in days)

    return between


def _midnight(province: Province, day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=province.catalogue.timezone).astimezone(UTC)


# ---------------------------------------------------------------- what is told


def _tell(tx: Tx, province: Province, signal: Signal, codes: dict[int, str]) -> bool:
    """Tell a signal unless it was told already; True when it was told now."""
    kind, key = signal.series
    end = _midnight(province, signal.end)
    known = memory.latest(tx, kind, key)
    if known is not None:
        memory.goes_on(tx, known.id, end)
        last = known.until_at.astimezone(province.catalogue.timezone).date()
        if not signals.is_new(last, signal.end):
            return False
    if any((issue.kind, issue.key) == signal.series for issue in issues.all_open(tx)):
        return False
    told = Told(
        id=0,
        kind=kind,
        key=key,
        start_at=_midnight(province, signal.start),
        end_at=end,
        until_at=end,
        cases=signal.cases,
        businesses=signal.businesses,
        expected=signal.expected,
        chance=signal.chance,
    )
    number = memory.note(tx, told)
    row = ((Choice(Words("button-open-issue"), Button(Side.ISSUE, "open", signal=number).data),),)
    words = Lines((*_in_words(told, [codes[case] for case in signal.cases]), Words("signal-hint")))
    outbox.post(tx, Notice(TASK_GROUP, words, choices=row, urgency=Urgency.REMINDER, slot=slot(number)))
    return True


def slot(signal: int) -> str:
    """The place of a signal's message in the task group's chat."""
    return f"signal:{signal}"


def about(kind: Aspect, key: str) -> Words:
    """What like cases have in common, as it stands after “cases”."""
    return Words(f"about-{kind}", {"name": Name("short", key)})


def _in_words(told: Told, codes: Sequence[str]) -> tuple[Value, ...]:
    """The numbers and the codes, without a name."""
    usual = Words("signal-seldom")
    if told.expected >= _LIKELY:
        usual = Words("signal-usual", {"count": max(round(told.expected), 1)})
    facts: dict[str, Value] = {
        "days": round((told.end_at - told.start_at) / timedelta(days=1)),
        "count": len(told.cases),
        "what": about(told.kind, told.key),
        "businesses": told.businesses,
        "usual": usual,
    }
    return Words("signal-told", facts), Words("signal-cases", {"codes": listed(codes)})


def listed(codes: Iterable[str]) -> str:
    """Case codes in a row, the first twenty."""
    known = [f"#{code}" for code in codes]
    return ", ".join(known[:_LISTED]) + ("…" if len(known) > _LISTED else "")


def _propose(tx: Tx, province: Province, rows: Sequence[FiledRow], until: datetime) -> None:
    """Like cases filed since the last time are named to the task group, which decides whether they belong."""
    lines: list[Value] = []
    for issue in issues.all_open(tx):
        inside = {member.id for member in issues.members(tx, issue.id)}
        new = [row.code for row in rows if _is_like(province, issue, row, until) and row.id not in inside]
        issues.proposed(tx, issue.id, until)
        if new:
            facts: dict[str, Value] = {"code": issue.code, "count": len(new), "codes": listed(new)}
            lines.append(Words("issue-like", {**facts, "what": about(issue.kind, issue.key)}))
    if lines:
        outbox.post(tx, Notice(TASK_GROUP, Lines((Words("issue-like-head"), *lines)), urgency=Urgency.REMINDER))


def _is_like(province: Province, issue: Issue, row: FiledRow, until: datetime) -> bool:
    return issue.proposed_until <= row.filed_at < until and (issue.kind, issue.key) in series_of(province, row)
