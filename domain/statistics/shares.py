"""What one case adds to the figures of a period: worked out once, however many groups it counts in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.case.case import Case, Move, Outcome, State, is_overdue, is_paused
from domain.deadline.calendars import (
    NOTHING,
    Calendar,
    add_working_days,
    close_of,
    local_day,
    working_days_between,
    working_time,
)
from domain.statistics.courses import Bounds, Course

#: working days within which an open case counts as due soon
SOON = 3
#: upper ends of the age bands of open cases, in working days; the last band has none
AGES = (3, 7, 15, 30)
AGE_BANDS = (*(f"age_to_{days}" for days in AGES), f"age_over_{AGES[-1]}")
HOUR = timedelta(hours=1)
INSTANT = timedelta(microseconds=1)
_OUTCOME = {
    Outcome.SOLVED: "solved",
    Outcome.PARTLY: "partly",
    Outcome.EXPLAINED: "only_explained",
    Outcome.NOT_CONFIRMED: "not_confirmed",
}
_EVENTS = {Move.TRANSFERRED: "transfers", Move.EXTENDED: "extensions", Move.REOPENED: "reopened"}


@dataclass(frozen=True, slots=True)
class Stake:
    """What depends on a case that is open at the end, as far as its business has told; money in millions of đồng."""

    project: int
    investment: int
    jobs: int
    at_risk: int


@dataclass(frozen=True, slots=True)
class Share:
    """`counts` names every figure the case adds one to (twice for two events); spans are working time, None for none.

    `paused` and `spent` are those of an answer of the period; `stars` 0 where nobody rated.
    """

    counts: tuple[str, ...]
    acceptance: timedelta | None = None
    first_word: timedelta | None = None
    resolution: timedelta | None = None
    paused: timedelta = NOTHING
    spent: timedelta = NOTHING
    stars: int = 0
    stake: Stake | None = None


class Shares:
    """The shares of a period's cases, in the calendar's working time; `central` departments are not the province's."""

    def __init__(self, bounds: Bounds, calendar: Calendar, central: frozenset[str] = frozenset()) -> None:
        self.start, self.end = bounds
        self._calendar, self._central = calendar, central
        # a week ends on its Sunday, not on the Monday of its last midnight
        self._last = local_day(calendar, self.end - INSTANT)
        self._soon = close_of(calendar, add_working_days(calendar, self._last, SOON))

    def of(self, course: Course) -> Share:
        """What the case adds."""
        case, counts = course.after, _balance(course)
        if is_beyond_province(course, (self.start, self.end), self._central):
            counts.append("beyond")
        counts += [_EVENTS[entry.move] for entry in course.entries if entry.move in _EVENTS]
        if self._within(case.reopened_at):
            counts.append("not_solved")
        if self._within(case.unmasked_at):
            counts.append("unmasked")
        if course.is_in_hand:
            counts += self._open(case)
        stars = 0
        if self._within(case.ended_at):
            counts += _ended(case)
            stars = case.stars
        accepted, word = course.accepted_at, case.first_word_at
        if self._within(accepted):
            counts.append("accepted")
        return Share(
            acceptance=self._since_filed(case, accepted),
            first_word=self._since_filed(case, word),
            stars=stars,
            stake=stake_of(case) if course.is_in_hand else None,
            **self._answer(case, counts),
            counts=tuple(counts),
        )

    def _within(self, instant: datetime | None) -> bool:
        return instant is not None and self.start <= instant < self.end

    def _since_filed(self, case: Case, instant: datetime | None) -> timedelta | None:
        """Working time from the filing to what happened in the period; None for what did not."""
        if instant is None or not self._within(instant):
            return None
        return working_time(self._calendar, case.filed_at, instant)

    def _answer(self, case: Case, counts: list[str]) -> dict[str, timedelta]:
        """How long the answer took; one within an extended deadline is neither on time nor late."""
        at = case.answered_at
        if at is None or not self._within(at):
            return {}
        in_time = case.deadline is None or at <= case.deadline
        counts += ["answered", ("extended" if case.extension_days else "on_time") if in_time else "late"]
        if case.state is State.DECLINED:
            counts.append("declined")
        if case.is_explained:
            counts.append("explained")
        took = working_time(self._calendar, case.filed_at, at)
        spent = working_time(self._calendar, case.reopened_at, at) if case.reopened_at else took
        paused = sum((working_time(self._calendar, *pause) for pause in case.pauses), NOTHING)
        return {"resolution": took, "spent": spent, "paused": paused}

    def _open(self, case: Case) -> list[str]:
        late, paused = is_overdue(case, self.end), is_paused(case)
        facts = {
            "waiting_for_business": case.state is State.ASKED,
            "paused_now": paused,
            "overdue_now": late,
            "due_soon": not late and not paused and case.deadline is not None and case.deadline <= self._soon,
            "appeals": case.reopenings > 0,
        }
        return [name for name, holds in facts.items() if holds] + [band(age(self._calendar, case, self.end))]


def stake_of(case: Case) -> Stake | None:
    """What depends on the case; None where nothing was told, as of whoever hides."""
    if not (case.investment or case.jobs or case.at_risk):
        return None
    return Stake(case.project, case.investment, case.jobs, case.at_risk)


def _balance(course: Course) -> list[str]:
    """Carried over + received + returned = to handle = handled + carried forward, case by case."""
    was_in_hand, is_new = course.was_in_hand, course.before is None
    counts = ["carried_over"] if was_in_hand else ["received"] if is_new else []
    if course.was_to_handle:
        counts += ["to_handle", "carried_forward" if course.is_in_hand else "handled"]
        if not is_new and not was_in_hand:
            counts.append("returned")
        if was_in_hand and course.is_in_hand:
            counts.append("still_open")
    if is_new and course.after.again:
        counts.append("raised_again")
    return counts


def is_beyond_province(course: Course, bounds: Bounds, central: frozenset[str]) -> bool:
    """True for a case still open with a body of the central government, or declined in the period as not ours."""
    case = course.after
    if course.is_in_hand:
        return case.department in central
    return case.state is State.DECLINED and case.answered_at is not None and bounds[0] <= case.answered_at < bounds[1]


def _ended(case: Case) -> list[str]:
    if case.state is State.WITHDRAWN:
        return ["withdrawn"]
    if case.state is State.MERGED:
        return ["merged"]
    return [_OUTCOME[case.outcome]] if case.outcome in _OUTCOME else []


def age(calendar: Calendar, case: Case, at: datetime) -> int:
    """Working days a case has been there just before `at`, counted as deadlines are: the day after filing is one."""
    return working_days_between(calendar, case.filed_at, at - INSTANT)


def band(days: int) -> str:
    """The age band of an open case."""
    return next((f"age_to_{most}" for most in AGES if days <= most), AGE_BANDS[-1])
