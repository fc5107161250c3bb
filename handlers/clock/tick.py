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
from domain.messages import Choice, Notice, Urgency, Words, to_author
from handlers import recording, telling
from handlers.admin import chats
from handlers.business import filing, suggestion_taps
from handlers.clock import mornings
from handlers.province import Province
from handlers.task_group import reporting
from storage import cases, claims, failed, files, outbox, people, seen
from storage.database import Tx
from storage.people import Individual

DRAFT_REMINDER = timedelta(days=1)
DRAFT_LIFE = timedelta(days=30)
UNANSWERED_LIFE = timedelta(days=7)


def tick(tx: Tx, province: Province) -> int:
    """Twice a minute: look at the cases whose hour has come; how many there were (a full batch: call again)."""
    if not province.terms.is_working(tx.now):
        return 0
    batch = cases.due(tx, tx.now)
    looked = sum(_look_at(tx, province, number) for number in batch)
    if len(batch) < cases.BATCH:  # else more is to come, and each audience is told but once a morning
        mornings.tell(tx, province)
    return looked


def _look_at(tx: Tx, province: Province, number: int) -> bool:
    """True when there was something to see; what comes up with a clock that goes on belongs in the same message."""
    case, looked = cases.load(tx, number), False
    while case and (what := _look(tx, province, case)):
        case, looked = what.decision.case, True
        recording.record(tx, what.decision)
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
            chats.update_failed(tx, number, type(error).__name__)
        return None


def drafts(tx: Tx, province: Province) -> int:
    """Twice an hour: one reminder of a draft after a day, and after thirty the draft is dropped; how many."""
    if not in_working_time(province.calendar, tx.now):
        return 0
    touched = 0
    for person in people.quiet(tx, tx.now - DRAFT_REMINDER, tx.now - DRAFT_LIFE - timedelta(days=7)):
        draft = filing.draft_of(person)
        if draft is None:
            touched += _forget_unanswered(tx, person) + suggestion_taps.expire(tx, person)
            continue
        begun = datetime.fromisoformat(draft.begun_at)
        if tx.now - begun > DRAFT_LIFE:
            files.forget(tx, draft.files)
            person.conversation = {}
            people.save(tx, person)
        elif not draft.reminded:
            person.conversation["draft"]["reminded"] = True
            rows = ((Choice(Words("button-go-on"), "d:back"), Choice(Words("button-drop"), "d:drop")),)
            telling.offer(person, rows)
            people.save(tx, person)
            outbox.post(
                tx, Notice(to_author(person.id), Words("draft-reminder"), choices=rows, urgency=Urgency.REMINDER)
            )
        touched += 1
    return touched


def _forget_unanswered(tx: Tx, person: Individual) -> int:
    """What was written before the consent is not kept for ever while the question is not answered."""
    since = person.conversation.get("since")
    if person.consented_at or not person.conversation.get("before") or since is None:
        return 0
    if tx.now - datetime.fromisoformat(since) <= UNANSWERED_LIFE:
        return 0
    person.conversation = {}
    people.save(tx, person)
    return 1


def weekly(tx: Tx, province: Province) -> bool:
    """Last week's summary, once: at its hour on the week's first working day from its weekday on, or the next such day.

    Where the program was not there at that hour, it comes as soon as it is back that day.
    """
    local = tx.now.astimezone(province.catalogue.timezone)
    weekday_due, hour = province.report_at
    year, week, weekday = local.isocalendar()
    if weekday <= weekday_due or local.time() < hour or not is_working_day(province.calendar, local.date()):
        return False
    if not claims.claim_job(tx, "weekly-summary", f"{year}-W{week:02d}"):
        return False
    if not cases.any_before(tx, local.replace(hour=0, minute=0) - timedelta(days=weekday - 1)):
        return False
    outbox.post(tx, reporting.weekly_summary(tx, province))
    return True


def mergers(tx: Tx, province: Province) -> int:
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


def nightly(tx: Tx) -> bool:
    """Once a day: forget what only served against doubles."""
    if not claims.claim_job(tx, "nightly", tx.now.date().isoformat()):
        return False
    seen.prune(tx)
    return True
