"""What happens because time has passed; every job takes the same road as a message."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain import moves
from domain.cases import WORKABLE, Actor, Case, Outcome, Role, State
from domain.deadlines import in_working_time
from domain.messages import Choice, Notice, Urgency, Words, to_author
from domain.refusals import Refusal
from handlers import filing, reporting, speaking
from handlers.world import World
from storage import cases, files, outbox, people, seen
from storage.people import Individual
from storage.transaction import Tx

CLOCK = Actor(Role.CLOCK)
DRAFT_REMINDER = timedelta(days=1)
DRAFT_LIFE = timedelta(days=30)
UNANSWERED_LIFE = timedelta(days=7)
_SUMMARY_HOUR = (7, 30)


def tick(tx: Tx, world: World) -> int:
    """Once a minute: look at every case whose hour has come; the number of cases that moved."""
    if not in_working_time(world.calendar, tx.now):
        return 0
    moved = 0
    for found in cases.due(tx, tx.now):
        case = cases.load(tx, found.id)
        if case is not None and (decision := _due(case, tx.now)):
            cases.record(tx, decision)
            moved += 1
    for case in cases.to_remind(tx, *_reminder_window(tx.now)):
        if seen.claim_job(tx, "remind-confirm", f"{case.id}:{case.answered_at}"):
            cases.record(tx, moves.remind_confirmation(case, CLOCK, tx.now))
    return moved


def _due(case: Case, now: datetime) -> moves.Decision | None:
    """What the passing of its hour does to a case."""
    try:
        if case.state in {State.ANSWERED, State.DECLINED} and case.confirm_by and now > case.confirm_by:
            return moves.confirm(case, CLOCK, now, Outcome.NOT_CONFIRMED)
        if case.state in WORKABLE and case.deadline and now > case.deadline and case.escalated_at is None:
            return moves.escalate(case, CLOCK, now)
    except Refusal:
        return None
    return None


def _reminder_window(now: datetime) -> tuple[datetime, datetime]:
    """Answers two days old or older that nobody has confirmed are reminded of, once; a long holiday delays it only."""
    return now - timedelta(days=60), now - timedelta(days=2)


def drafts(tx: Tx, world: World) -> int:
    """Once an hour: one reminder of a draft after a day, and after thirty the draft is dropped; how many."""
    if not in_working_time(world.calendar, tx.now):
        return 0
    touched = 0
    for person in people.quiet(tx, tx.now - DRAFT_REMINDER, tx.now - DRAFT_LIFE - timedelta(days=7)):
        draft = filing.draft_of(person)
        if draft is None:
            touched += _forget_unanswered(tx, person)
            continue
        begun = datetime.fromisoformat(draft.begun_at)
        if tx.now - begun > DRAFT_LIFE:
            files.forget(tx, draft.files)
            person.conversation = {}
            people.save(tx, person)
        elif not draft.reminded:
            person.conversation["draft"]["reminded"] = True
            rows = ((Choice(Words("button-go-on"), "d:back"), Choice(Words("button-drop"), "d:drop")),)
            speaking.offer(person, rows)
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


def weekly(tx: Tx, world: World) -> bool:
    """Monday 07:30 local time, or as soon as the program is back after it: last week's summary, once."""
    local = tx.now.astimezone(world.catalogue.timezone)
    year, week, weekday = local.isocalendar()
    if weekday == 1 and (local.hour, local.minute) < _SUMMARY_HOUR:
        return False
    if not seen.claim_job(tx, "weekly-summary", f"{year}-W{week:02d}"):
        return False
    if not cases.any_before(tx, local.replace(hour=0, minute=0) - timedelta(days=weekday - 1)):
        return False
    outbox.post(tx, reporting.weekly_summary(tx, world))
    return True


def nightly(tx: Tx) -> bool:
    """Once a day: forget what only served against doubles."""
    if not seen.claim_job(tx, "nightly", tx.now.date().isoformat()):
        return False
    seen.prune(tx)
    return True
