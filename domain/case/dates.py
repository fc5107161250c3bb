"""From the catalogue's promises and calendars to a case's dates: its deadline, the warnings on the way, other limits.

Pure; the only place where a case meets a calendar. What comes out (a Term) goes into the journal as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from domain.case.case import Case, is_overdue
from domain.deadline.calendars import (
    Calendar,
    add_working_days,
    calendar,
    in_working_time,
    is_working_day,
    local_day,
    openings,
    working_days_between,
)
from domain.deadline.deadlines import Deadline, Pause, calendar_days, deadline, deadline_in_hours, moment_of_share
from domain.deadline.explaining import facts_of
from domain.deadline.half_days import half_day, next_half_day
from domain.deadline.promises import LADDER, Agenda, Look, Promise, Term, merged, only, without
from domain.province.catalogue import Catalogue, PromisedStep, Unit
from domain.refusals import NotNow

#: where the catalogue promises nothing for a step
USUAL = {
    PromisedStep.ACCEPT: (1, Unit.WORKING_DAYS),
    PromisedStep.ACCEPT_TRANSFER: (4, Unit.WORKING_HOURS),
    PromisedStep.FIRST_WORD: (0.5, Unit.SHARE),
    PromisedStep.RESOLVE: (7, Unit.WORKING_DAYS),
    PromisedStep.RESOLVE_AGAIN: (5, Unit.WORKING_DAYS),
    PromisedStep.RESOLVE_TOGETHER: (20, Unit.WORKING_DAYS),
    PromisedStep.DATA_REQUEST: (2, Unit.WORKING_DAYS),
    PromisedStep.DATA_SHOW: (10, Unit.CALENDAR_DAYS),
    PromisedStep.DATA_STOP: (15, Unit.CALENDAR_DAYS),
    PromisedStep.DATA_DELETE: (20, Unit.CALENDAR_DAYS),
    PromisedStep.DATA_MORE: (15, Unit.CALENDAR_DAYS),
    PromisedStep.CONTRIBUTE: (3, Unit.WORKING_DAYS),
    PromisedStep.REPLY: (10, Unit.WORKING_DAYS),
    PromisedStep.CONFIRM: (5, Unit.WORKING_DAYS),
    PromisedStep.REOPEN: (10, Unit.CALENDAR_DAYS),
}
WARN_AT = 0.8
LATE_DAYS, LATER_DAYS = 1, 3
#: working days for which questions may stop a case's clock, all together: else asking on and on would be a way out
MOST_PAUSED = 20


class Terms:
    """Every date of one province's cases; calendars are built once for each set of office hours."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._calendars: dict[str, Calendar] = {"": calendar(catalogue)}

    def calendar(self, department: str = "") -> Calendar:
        """The calendar of a department, which is the province's unless it has hours of its own."""
        found = self.catalogue.department(department)
        key = department if found and found.hours else ""
        if key not in self._calendars:
            self._calendars[key] = calendar(self.catalogue, key)
        return self._calendars[key]

    def is_working(self, now: datetime) -> bool:
        """True while the province or any department with hours of its own is at work."""
        own = (each.key for each in self.catalogue.departments if each.hours)
        return any(in_working_time(self.calendar(key), now) for key in ("", *own))

    def promise(self, step: PromisedStep, kind: str = "", topic: str = "", department: str = "") -> Promise:
        """What the catalogue promises for a step of such a case."""
        level = self.catalogue.service_level(step, kind, topic, department)
        if level:
            return Promise(step, level.amount, level.unit, level.source, department, topic)
        return Promise(step, *USUAL[step], "", department, topic)

    def deadline(
        self, promise: Promise, start: datetime, pauses: Iterable[Pause] = (), extension: float = 0
    ) -> Deadline:
        """When a promise made at `start` is due (UTC)."""
        known = self.calendar(promise.hours_of)
        if promise.unit is Unit.WORKING_HOURS:
            return deadline_in_hours(known, start, promise.amount, pauses, extension)
        if promise.unit is Unit.CALENDAR_DAYS:
            return calendar_days(known, start, int(promise.amount), int(extension))
        return deadline(known, start, int(promise.amount), pauses, int(extension))

    def half_day(self, now: datetime) -> datetime:
        """When the half of the day began: of somebody who hides no more is told of when they did something."""
        return half_day(self.calendar(), now)

    def last_hour(self, now: datetime) -> tuple[datetime, datetime]:
        """The last hour of the half of the day; in that hour, an hour from now."""
        end = next_half_day(self.calendar(), now)
        return max(now, end - timedelta(hours=1)), max(end, now + timedelta(hours=1))

    # The dates of a case

    def filed(
        self, now: datetime, kind: str, topic: str, department: str, step: PromisedStep = PromisedStep.RESOLVE
    ) -> Term:
        """For a new case: its deadline, by when somebody should have accepted it, the warnings."""
        promise = self.promise(step, kind, topic, department)
        accept = self.promise(PromisedStep.ACCEPT, kind, topic, department)
        term = self._term(promise, self.deadline(promise, now), kind)
        return replace(term, agenda=merged(term.agenda, self._accept(accept, now)))

    def going_on(self, case: Case, now: datetime) -> Term:
        """For a case that goes on, its deadline moved by pauses and extensions.

        Nothing is looked at twice; what came up while a question or an answer stopped the warnings is looked at now.
        """
        promise = case.promise
        spans = (*case.pauses, (case.asked_at, now)) if case.asked_at else case.pauses
        start = case.reopened_at or case.filed_at
        due = self.deadline(promise, start, (Pause(*each) for each in spans), case.extension_days)
        term = self._term(promise, due, case.kind)
        waiting = {what for _, what in case.agenda}
        stood_still = case.asked_at is not None and not is_overdue(case, now)  # a late case's warnings went on
        since = case.asked_at if case.asked_at and stood_still else case.answered_at or now  # an answer stops them, too
        # what has left the agenda was told; it is told again only for a time after the standstill began, or after now:
        # more time brings new warnings. The interim word alone never comes back: a question or an answer was one
        ladder = tuple(item for item in term.agenda if item[1] in waiting or (item[0] > since and item[1] != Look.HALF))
        kept = only(case.agenda, Look.ACCEPT, Look.PART, Look.PART_LATE)
        if case.asked_at and not case.accepted_by:  # the task group asked: somebody has still to accept it
            kept = merged(
                kept, self._accept(self.promise(PromisedStep.ACCEPT, case.kind, case.topic, case.department), now)
            )
        return replace(term, agenda=merged(ladder, kept))

    def extended(self, case: Case, now: datetime, more: int) -> Term:
        """For so much more time, in the unit of the promise; a question that is open stays so."""
        return self._still_asked(replace(case, extension_days=case.extension_days + more), now)

    def moved(self, case: Case, department: str, now: datetime, *, transferred: bool) -> Term:
        """For a case that another department has now: the same deadline; a time of its own to accept it."""
        term = self.going_on(case, now)
        step = PromisedStep.ACCEPT_TRANSFER if transferred else PromisedStep.ACCEPT
        promise = self.promise(step, case.kind, case.topic, department)
        agenda = without(term.agenda, Look.ACCEPT, f"{Look.PART}:{department}", f"{Look.PART_LATE}:{department}")
        return replace(term, agenda=merged(agenda, self._accept(promise, now)))

    def again(self, case: Case, now: datetime) -> Term:
        """For a case that comes back: a clock of its own."""
        promise = self.promise(PromisedStep.RESOLVE_AGAIN, case.kind, case.topic, case.department)
        return self._term(promise, self.deadline(promise, now), case.kind)

    def together(self, case: Case, now: datetime) -> Term:
        """For a case several departments answer together: the longer promise, from the day it was filed."""
        promise = self.promise(PromisedStep.RESOLVE_TOGETHER, case.kind, case.promise.topic, case.promise.hours_of)
        usual, longer = self.going_on(case, now), self.going_on(replace(case, promise=promise), now)
        return usual if case.reopened_at or longer.due <= usual.due else longer

    def recomputed(self, case: Case, now: datetime) -> Term:
        """For an open case by the catalogue and the calendar as they are now."""
        promise = self.promise(case.promise.step, case.kind, case.promise.topic, case.promise.hours_of)
        return self._still_asked(replace(case, promise=promise), now)

    def _still_asked(self, case: Case, now: datetime) -> Term:
        """The term of a case whose question, if one is open, still stops the clock: only the reply is waited for."""
        term = self.going_on(replace(case, asked_at=None), now)
        if case.asked_at is None:
            return term
        late = is_overdue(replace(case, deadline=term.due), now)
        return replace(term, agenda=case.agenda if late else without(case.agenda, *LADDER))

    def asked(self, case: Case, now: datetime) -> Term:
        """For a question to the business: by when it should reply, after which the clock goes on without it.

        A second question leaves the limit of the first. A case that was late before keeps its warnings. Raises NotNow
        once all its questions together have stopped the clock for MOST_PAUSED working days.
        """
        parts = only(case.agenda, Look.PART, Look.PART_LATE)
        if case.asked_at and case.reply_by:
            return Term(case.reply_by, case.agenda)
        # by the province's days, as the business counts them, whichever department's hours the deadline follows
        left = MOST_PAUSED - sum(working_days_between(self.calendar(), *pause) for pause in case.pauses)
        if left <= 0:
            raise NotNow("refused-asked-enough", code=case.code, days=MOST_PAUSED)
        promise = self.promise(PromisedStep.REPLY, case.kind, case.topic, case.department)
        if promise.unit is Unit.WORKING_DAYS:
            promise = replace(promise, amount=min(promise.amount, left))
        limit = self.deadline(promise, now)
        ladder = only(case.agenda, *LADDER) if is_overdue(case, now) else ()
        return Term(limit.due_at, merged(parts, ladder, self._soon_and_over(limit, Look.REPLY_SOON, Look.REPLY_OVER)))

    def answered(self, case: Case, now: datetime) -> Term:
        """For an answer: by when the business should confirm it."""
        limit = self.deadline(self.promise(PromisedStep.CONFIRM, case.kind, case.topic, case.department), now)
        return Term(limit.due_at, self._soon_and_over(limit, Look.CONFIRM_SOON, Look.CONFIRM_OVER))

    def invited(self, case: Case, department: str, now: datetime) -> Term:
        """For a co-operating department: its own deadline, never after the case's unless that is over."""
        limit = self.deadline(self.promise(PromisedStep.CONTRIBUTE, case.kind, case.topic, department), now)
        due = min(limit.due_at, case.deadline) if case.deadline and case.deadline > now else limit.due_at
        known = self.calendar(department)
        agenda = (
            (self._opening(known, due), f"{Look.PART}:{department}"),
            (self._morning(known, due), f"{Look.PART_LATE}:{department}"),
        )
        # asked on the last day itself, the department has just read it: a look in the past would tell it again at once
        return Term(due, merged(case.agenda, tuple(item for item in agenda if item[0] > now)))

    def reopen_until(self, case: Case, now: datetime) -> datetime:
        """Until when a case closed now may come back (UTC)."""
        return self.deadline(self.promise(PromisedStep.REOPEN, case.kind, case.topic, case.department), now).due_at

    # What the clock looks at

    def _term(self, promise: Promise, due: Deadline, kind: str) -> Term:
        known = self.calendar(promise.hours_of)
        word = self.promise(PromisedStep.FIRST_WORD, kind, promise.topic, promise.hours_of).amount
        return Term(due.due_at, self._ladder(promise, due, word), facts_of(known, due, promise.source), promise)

    def _ladder(self, promise: Promise, due: Deadline, word: float) -> Agenda:
        """The mornings on which to warn; a promise in hours is warned of at the hour."""
        own, province = self.calendar(promise.hours_of), self.calendar()
        half, most = (moment_of_share(own, due, share) for share in (word, WARN_AT))
        if promise.unit is Unit.WORKING_HOURS:
            early: Agenda = ((half, Look.HALF), (most, Look.MOST), (due.due_at, Look.DUE))
        else:
            last = self._opening(own, due.due_at)
            mornings = ((self._opening(own, half), Look.HALF), (self._opening(own, most), Look.MOST))
            # short promises have their half on the first day or on the last, whose morning says more
            early = (*((at, what) for at, what in mornings if due.opened_at < at < last), (last, Look.DUE))
        late = ((self._working_morning(province, due.due_at, days), what) for days, what in _LATE)
        return (*early, *late)

    def _accept(self, promise: Promise, now: datetime) -> Agenda:
        due = self.deadline(promise, now)
        at = due.due_at
        if promise.unit is not Unit.WORKING_HOURS:
            at = self._morning(self.calendar(promise.hours_of), at)
        return ((at, Look.ACCEPT),)

    def _soon_and_over(self, limit: Deadline, soon: Look, over: Look) -> Agenda:
        """A reminder on the morning after half of the time, and the morning after the end."""
        known = self.calendar()
        half = self._morning(known, moment_of_share(known, limit, 0.5))
        end = self._morning(known, limit.due_at)
        # with a day or two both fall on one morning, and a reminder beside the end would be noise
        return ((half, soon), (end, over)) if half < end else ((end, over),)

    @staticmethod
    def _opening(known: Calendar, instant: datetime) -> datetime:
        """When the working day opens on which an instant lies, or the last one before it."""
        day = local_day(known, instant)
        while not is_working_day(known, day):
            day -= timedelta(1)
        return openings(known, day)[0].start

    @staticmethod
    def _morning(known: Calendar, instant: datetime) -> datetime:
        """The first opening of a working day at or after an instant (UTC)."""
        day = local_day(known, instant)
        # by the local day: an instant after midnight and before the opening still has its own morning before it
        if is_working_day(known, day) and (first := openings(known, day)[0].start) >= instant:
            return first
        return openings(known, add_working_days(known, day, 1))[0].start

    @staticmethod
    def _working_morning(known: Calendar, instant: datetime, days: int) -> datetime:
        """The opening of the days-th working day after an instant's day (UTC)."""
        return openings(known, add_working_days(known, local_day(known, instant), days))[0].start


_LATE = ((LATE_DAYS, Look.LATE), (LATER_DAYS, Look.LATER))
