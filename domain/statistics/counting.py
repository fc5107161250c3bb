"""A period being counted case by case, whole and by everything it is broken down by; small groups are withheld."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.case.case import Case, Tier
from domain.deadline.calendars import Calendar
from domain.province.catalogue import Catalogue, DepartmentKind
from domain.statistics.courses import Bounds, Course
from domain.statistics.figures import Figures, Tally
from domain.statistics.shares import Share, Shares

#: to be changed with whatever changes a number: what was counted by other rules is then counted anew
RULES = 2
#: a group of fewer cases is not told where somebody who hides is among them
FEW = 5
HOURS_A_WEEK = 7 * 24


class Dimension(StrEnum):
    """By what figures are broken down."""

    DEPARTMENT = "department"
    TOPIC = "topic"
    PCI = "pci"
    PLACE = "place"
    KIND = "kind"
    LANGUAGE = "language"
    CHANNEL = "channel"


#: a group's figures, or None where they are withheld
Groups = Mapping[str, Figures | None]
Keys = Callable[[Course], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted: `hours` are the cases received in each hour of the week from Monday at midnight (168).

    `handled`, `late` and `beyond` are the numbers of the cases to handle, late at the end, beyond the province,
    by code.
    """

    figures: Figures
    groups: Mapping[Dimension, Groups]
    hours: tuple[int, ...] = (0,) * HOURS_A_WEEK
    handled: tuple[int, ...] = ()
    late: tuple[int, ...] = ()
    beyond: tuple[int, ...] = ()


class Counting:
    """Add every case that lived in the period, then take the result."""

    def __init__(self, bounds: Bounds, calendar: Calendar, catalogue: Catalogue) -> None:
        self._shares = Shares(bounds, calendar, central_of(catalogue))
        self._zone = catalogue.timezone
        self._keys = {dimension: keys_of(dimension, catalogue) for dimension in Dimension}
        self._all = Tally()
        self._groups: dict[Dimension, dict[str, _Group]] = {dimension: {} for dimension in Dimension}
        self._hours = [0] * HOURS_A_WEEK
        self._cases: dict[str, list[tuple[str, int]]] = {"to_handle": [], "overdue_now": [], "beyond": []}

    def share_of(self, course: Course) -> Share:
        """What a case adds to the period."""
        return self._shares.of(course)

    def add(self, course: Course, share: Share) -> None:
        """One more case with its share."""
        case = course.after
        self._all.add(share)
        hides = case.tier is not Tier.OPEN or case.unmasked_at is not None
        for dimension, keys in self._keys.items():
            groups = self._groups[dimension]
            for key in keys(course):
                if key not in groups:
                    groups[key] = _Group()
                groups[key].add(share, hides=hides)
        for name, numbers in self._cases.items():
            if name in share.counts:
                numbers.append((case.code, case.id))
        if course.before is None:
            local = case.filed_at.astimezone(self._zone)
            self._hours[local.weekday() * 24 + local.hour] += 1

    def result(self) -> Counted:
        """Everything that was counted, keys in order."""
        return Counted(
            self._all.figures(),
            {dimension: _told(groups, dimension) for dimension, groups in self._groups.items()},
            tuple(self._hours),
            # by code: numbers follow the time of filing, which tells who hides
            *(tuple(number for _, number in sorted(numbers)) for numbers in self._cases.values()),
        )


class _Group:
    """The cases of one key: what they add up to, how many there are, and whether somebody of them hides."""

    def __init__(self) -> None:
        self.tally, self.size, self.hides = Tally(), 0, False

    def add(self, share: Share, *, hides: bool) -> None:
        self.tally.add(share)
        self.size += 1
        self.hides = self.hides or hides


def _told(groups: Mapping[str, _Group], dimension: Dimension) -> Groups:
    hidden = _too_small(groups) if dimension is not Dimension.DEPARTMENT else frozenset()
    return {key: None if key in hidden else groups[key].tally.figures() for key in sorted(groups)}


def _too_small(groups: Mapping[str, _Group]) -> frozenset[str]:
    """The groups not to be told: small ones with a hidden author, and others until the rest is no small one either.

    What is withheld is the total less what is told: were that fewer than FEW cases, it could be read off.
    """
    withheld = {key for key, each in groups.items() if each.hides and each.size < FEW}
    for key in sorted(groups.keys() - withheld, key=lambda each: (groups[each].size, each)):
        if not withheld or sum(groups[each].size for each in withheld) >= FEW:
            break
        withheld.add(key)
    return frozenset(withheld)


def central_of(catalogue: Catalogue) -> frozenset[str]:
    """The departments that belong to the central government."""
    return frozenset(each.key for each in catalogue.departments if each.kind is DepartmentKind.CENTRAL)


def keys_of(dimension: Dimension, catalogue: Catalogue) -> Keys:
    """Under which keys a case counts; "" for what is not known. A merged department counts under its successor."""
    named = department_of(catalogue)

    def department(course: Course) -> Iterable[str]:
        return (named(course.after),)

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


def department_of(catalogue: Catalogue) -> Callable[[Case], str]:
    """The department that has a case, under its name of today."""

    def name(case: Case) -> str:
        found = catalogue.successor(case.department)
        return found.key if found else case.department

    return name


def version_of(catalogue: Catalogue, calendar: Calendar) -> str:
    """Changes with everything that could change a number but the journals."""
    departments = [(each.key, each.kind, each.successor) for each in catalogue.departments]
    topics = [(each.key, each.pci_component) for each in catalogue.topics]
    parts = (RULES, calendar.version, departments, topics)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
