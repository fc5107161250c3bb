"""What a report says of a period: its figures, the same broken down, and the cases behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.case.case import Case, Matter, Outcome, State, Tier, is_overdue, is_paused
from domain.deadline.calendars import Calendar, working_days_between
from domain.province.catalogue import Catalogue, DepartmentKind
from domain.statistics.courses import Bounds, Course
from domain.statistics.figures import INSTANT, Figures, count, grouped
from domain.statistics.periods import Period

#: a group of fewer cases is not told where somebody who hides is among them
FEW = 5


class Dimension(StrEnum):
    """By what figures are broken down."""

    DEPARTMENT = "department"
    TOPIC = "topic"
    PCI = "pci"
    PLACE = "place"
    KIND = "kind"
    LANGUAGE = "language"
    CHANNEL = "channel"


class Delay(StrEnum):
    """Why a case is late, as far as its journal tells."""

    NOT_ACCEPTED = "not-accepted"
    ASKED_TOO_LATE = "asked-too-late"
    REOPENED = "reopened"
    TRANSFERRED = "transferred"
    EXTENDED = "extended"
    WORKED_ON = "worked-on"


@dataclass(frozen=True, slots=True)
class Listed:
    """A case in a report's list: nothing here names a business or a person."""

    code: str
    kind: Matter
    department: str
    topic: str
    state: State
    filed_at: datetime
    deadline: datetime | None
    answered_at: datetime | None
    ended_at: datetime | None
    outcome: Outcome | None
    transfers: int
    reopenings: int
    extension_days: int
    days_late: int
    delay: Delay | None


#: a group's figures, or None where they are withheld
Groups = Mapping[str, Figures | None]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report says; `year_ago` is None where there were no cases then.

    `bounds` end earlier than the period where it is not over. `trend` are the periods up to this one, the oldest first;
    `cases` those that were to be handled, by code.
    """

    period: Period
    bounds: Bounds
    figures: Figures
    before: Figures
    year_ago: Figures | None
    groups: Mapping[Dimension, Groups]
    groups_before: Mapping[Dimension, Groups]
    trend: Sequence[tuple[Period, Figures]]
    cases: Sequence[Listed]
    beyond: Sequence[Listed]
    issues: Sequence[tuple[str, str, str, int]]

    @property
    def overdue(self) -> list[Listed]:
        """The cases that are late at the end, the longest late first."""
        return sorted((each for each in self.cases if each.days_late), key=lambda each: (-each.days_late, each.code))


def counted(
    courses: Sequence[Course], bounds: Bounds, calendar: Calendar, catalogue: Catalogue
) -> tuple[Figures, dict[Dimension, Groups]]:
    """The figures of a period and all their breakdowns, small groups withheld."""
    figures = count(courses, bounds, calendar)
    groups: dict[Dimension, Groups] = {}
    for dimension in Dimension:
        keys = keys_of(dimension, catalogue)
        found = grouped(courses, keys, bounds, calendar)
        hidden = _too_small(courses, keys) if dimension is not Dimension.DEPARTMENT else frozenset()
        groups[dimension] = {key: None if key in hidden else found[key] for key in sorted(found)}
    return figures, groups


def keys_of(dimension: Dimension, catalogue: Catalogue) -> Callable[[Course], Iterable[str]]:
    """Under which keys a case counts; "" for what is not known. A merged department counts under its successor."""

    def department(course: Course) -> Iterable[str]:
        found = catalogue.successor(course.after.department)
        return (found.key if found else course.after.department,)

    def component(course: Course) -> Iterable[str]:
        topic = catalogue.topic(course.after.topic)
        return (f"{topic.pci_component:02d}" if topic and topic.pci_component else "",)

    return {
        Dimension.DEPARTMENT: department,
        Dimension.TOPIC: lambda course: (course.after.topic,),
        Dimension.PCI: component,
        Dimension.PLACE: lambda course: course.places or ("",),
        Dimension.KIND: lambda course: (str(course.after.kind),),
        Dimension.LANGUAGE: lambda course: (course.after.language,),
        Dimension.CHANNEL: lambda course: (course.network,),
    }[dimension]


def _too_small(courses: Iterable[Course], keys: Callable[[Course], Iterable[str]]) -> frozenset[str]:
    """The groups not to be told: small ones with a hidden author, and others until the rest is no small one either.

    What is withheld is the total less what is told: were that fewer than FEW cases, it could be read off.
    """
    sizes: dict[str, int] = {}
    hides: set[str] = set()
    for course in courses:
        for key in keys(course):
            sizes[key] = sizes.get(key, 0) + 1
            if course.after.tier is not Tier.OPEN or course.after.unmasked_at:
                hides.add(key)
    withheld = {key for key in hides if sizes[key] < FEW}
    for key in sorted(sizes.keys() - withheld, key=lambda each: (sizes[each], each)):
        if not withheld or sum(sizes[each] for each in withheld) >= FEW:
            break
        withheld.add(key)
    return frozenset(withheld)


def listed(course: Course, department: str, end: datetime, calendar: Calendar) -> Listed:
    """A case as the list of a report has it, under the name its department has today."""
    case = course.after
    late = 0
    if case.deadline is not None and is_overdue(case, end):
        late = max(1, working_days_between(calendar, case.deadline, end - INSTANT))
    return Listed(
        case.code,
        case.kind,
        department,
        case.topic,
        case.state,
        case.filed_at,
        case.deadline,
        case.answered_at,
        case.ended_at,
        case.outcome,
        case.transfers,
        case.reopenings,
        case.extension_days,
        late,
        delay(case) if late else None,
    )


def delay(case: Case) -> Delay:
    """Why a late case is late: the first of the reasons that its journal shows."""
    if case.state is State.ASKED and not is_paused(case):
        return Delay.ASKED_TOO_LATE
    if case.reopenings:
        return Delay.REOPENED
    if not case.accepted_by and not case.accepted_at:
        return Delay.TRANSFERRED if case.transfers else Delay.NOT_ACCEPTED
    if case.transfers:
        return Delay.TRANSFERRED
    return Delay.EXTENDED if case.extension_days else Delay.WORKED_ON


def is_beyond_province(course: Course, bounds: Bounds, catalogue: Catalogue) -> bool:
    """True for a case still open with a body of the central government, or declined in the period as not ours."""
    case = course.after
    found = catalogue.department(case.department)
    if course.is_in_hand:
        return found is not None and found.kind is DepartmentKind.CENTRAL
    return case.state is State.DECLINED and case.answered_at is not None and bounds[0] <= case.answered_at < bounds[1]
