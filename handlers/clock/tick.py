"""What happens because time has passed; every job takes the same road as a message.

The clock looks at a case when its agenda says so. What officers are to hear of it is gathered, and told in one message
an audience and morning, within its working hours.
"""

from __future__ import annotations

import traceback
from datetime import datetime, timedelta

from domain.case import handovers
from domain.case import reminders as rules
from domain.case.case import Case
from domain.deadline.calendars import in_working_time, is_working_day
from domain.statistics.periods import Period, Span, around
from handlers import recording
from handlers.admin import failures
from handlers.business import unfinished
from handlers.clock import directives, mornings
from handlers.province import Province
from handlers.task_group import routed, weekly
from storage import cases, claims, failed, people, seen
from storage.database import Tx
from storage.outgoing import outbox

#: how long after its hour a weekly summary is still punctual
PUNCTUAL = timedelta(hours=1)


def look_at_cases(tx: Tx, province: Province) -> int:
    """Twice a minute: look at the cases whose hour has come; how many there were (a full batch: call again)."""
    if not province.terms.is_working(tx.now):
        return 0
    directives.look(tx, province)  # before anybody is told, so that both stand in one message
    batch = cases.due(tx, tx.now)
    looked = sum(_look_at(tx, province, number) for number in batch)
    if len(batch) < cases.BATCH:  # else more is to come, and each audience is told but once a morning
        mornings.tell(tx, province)
    return looked


def _look_at(tx: Tx, province: Province, number: int) -> bool:
    """True when there was something to see; what comes up with a clock that goes on belongs in the same message."""
    case, looked = cases.load(tx, number), False
    while case and (what := _look(tx, province, case)):
        case, looked = recording.record(tx, what.decision), True
        mornings.gather(tx, what)
    return looked


def _look(tx: Tx, province: Province, case: Case) -> rules.Looked | None:
    """What the clock sees; a case no rule fits stops no other one, and the administrator hears of it once a day."""
    try:
        going_on = province.terms.going_on(case, tx.now)
        return rules.look(case, tx.now, going_on, province.terms.reopen_until(case, tx.now))
    except Exception as error:  # noqa: BLE001  nothing has been written for this case yet
        if claims.claim_job(tx, f"stuck:{case.id}", tx.now.date().isoformat()):
            number = failed.keep(tx, "clock", f"case:{case.id}", "", "".join(traceback.format_exception(error)))
            failures.report_failed_update(tx, number, type(error).__name__)
        return None


def remind_of_drafts(tx: Tx, province: Province) -> int:
    """Twice an hour: one reminder of a draft after a day, and after thirty the draft is dropped; how many."""
    if not in_working_time(province.calendar, tx.now):
        return 0
    before, after = tx.now - unfinished.DRAFT_REMINDER, tx.now - unfinished.DRAFT_LIFE - timedelta(days=7)
    return sum(unfinished.look_at(tx, person) for person in people.quiet(tx, before, after))


def send_weekly_summary(tx: Tx, province: Province) -> bool:
    """Last week's summary, once: at its hour on the week's first working day from its weekday on, or the next such day.

    Where the program was not there at that hour, it comes as soon as it is back that day, and says that it is late; so
    do those of weeks that were missed altogether, in their order. True when there was anything to tell.
    """
    local = tx.now.astimezone(province.catalogue.timezone)
    weekday_due, hour = province.report_at
    if local.weekday() < weekday_due or local.time() < hour or not is_working_day(province.calendar, local.date()):
        return False
    this, told = around(Span.WEEK, local.date()), False
    for week in _unsent(tx, this):
        if not claims.claim_job(tx, "weekly-summary", week.key):
            continue
        if not cases.any_before(tx, week.bounds(province.catalogue.timezone)[0]):
            continue
        weekly.send(tx, province, week.before(), is_late=week != this or _is_late(province, local))
        told = True
    return told


def _unsent(tx: Tx, this: Period) -> list[Period]:
    """The weeks whose summary of the week before has not been sent, up to this one; where none ever was, this alone."""
    newest = claims.newest_claimed(tx, "weekly-summary")
    found = [this]
    while newest and found[0].before().key > newest:
        found.insert(0, found[0].before())
    return found


def _is_late(province: Province, local: datetime) -> bool:
    """True from an hour after the summary was due, or on a later working day than the first."""
    weekday_due, hour = province.report_at
    monday = local.date() - timedelta(days=local.weekday())
    days = (monday + timedelta(days=ahead) for ahead in range(weekday_due, local.weekday()))
    if any(is_working_day(province.calendar, day) for day in days):
        return True
    return local - datetime.combine(local.date(), hour, local.tzinfo) > PUNCTUAL


def tell_how_routing_did(tx: Tx, province: Province) -> bool:
    """Last month's routing, once: on the month's first working day, at the summary's hour or as soon as it is back."""
    local = tx.now.astimezone(province.catalogue.timezone)
    if local.time() < province.report_at[1] or not is_working_day(province.calendar, local.date()):
        return False
    if not claims.claim_job(tx, "routed", f"{local:%Y-%m}"):
        return False
    notice = routed.told(tx, province, around(Span.MONTH, local.date()).before())
    if notice is None:
        return False
    outbox.post(tx, notice)
    return True


def follow_mergers(tx: Tx, province: Province) -> int:
    """Open cases of a department that has been merged follow it to its successor, in working time; how many did."""
    if not in_working_time(province.calendar, tx.now):
        return 0
    moved = 0
    for closed in province.catalogue.departments:
        successor = province.catalogue.successor(closed.key) if closed.successor else None
        if successor is None:
            continue
        for found in cases.live_of_department(tx, closed.key):
            case = cases.load(tx, found.id)
            if case is not None and case.department == closed.key:
                recording.record(tx, handovers.succeed(case, rules.CLOCK, tx.now, successor.key))
                moved += 1
    return moved


def forget_doubles(tx: Tx) -> bool:
    """Once a day: forget what only served against doubles."""
    if not claims.claim_job(tx, "nightly", tx.now.date().isoformat()):
        return False
    seen.prune(tx)
    return True
