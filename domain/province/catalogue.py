"""What a province says about itself: its departments, topics, places, promises and working days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.province.retention import Rule

TASK_GROUP = "task-group"
"""Where a case goes that no department can be proposed for; a chat, not a department."""


class DepartmentKind(StrEnum):
    """What sort of body a department is; association: brings up its members' matters but decides nothing."""

    DEPARTMENT = "department"
    OFFICE = "office"
    INSPECTORATE = "inspectorate"
    BOARD = "board"
    POLICE = "police"
    BORDER_GUARD = "border_guard"
    CENTRAL = "central"
    UTILITY = "utility"
    CENTRE = "centre"
    COMMUNE = "commune"
    ASSOCIATION = "association"


class PromisedStep(StrEnum):
    """What a service level promises."""

    ACCEPT = "accept"
    ACCEPT_TRANSFER = "accept_transfer"
    FIRST_WORD = "first_word"
    RESOLVE = "resolve"
    RESOLVE_AGAIN = "resolve_again"
    RESOLVE_TOGETHER = "resolve_together"
    DATA_REQUEST = "data_request"
    DATA_SHOW = "data_show"
    DATA_STOP = "data_stop"
    DATA_DELETE = "data_delete"
    DATA_MORE = "data_more"
    CONTRIBUTE = "contribute"
    REPLY = "reply"
    CONFIRM = "confirm"
    REOPEN = "reopen"


class Unit(StrEnum):
    """How a limit is counted; share: a part of the whole deadline between 0 and 1."""

    WORKING_DAYS = "working_days"
    WORKING_HOURS = "working_hours"
    CALENDAR_DAYS = "calendar_days"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Session:
    """One stretch of office hours in local time: open at the start, closed at the end."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Hours:
    """The sessions of a working day and the weekdays (Monday is 0) they are held on."""

    sessions: tuple[Session, ...] = (Session(time(7, 30), time(11, 30)), Session(time(13, 30), time(17, 0)))
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day that differs from the national calendar: worked or off, perhaps with its own sessions."""

    day: date
    is_worked: bool
    names: Mapping[str, str]
    source: str = ""
    sessions: tuple[Session, ...] = ()


@dataclass(frozen=True, slots=True)
class ServiceLevel:
    """One promise with its source; kind, topic and department narrow it, "" meaning any."""

    step: PromisedStep
    amount: float
    unit: Unit
    source: str = ""
    kind: str = ""
    topic: str = ""
    department: str = ""


@dataclass(frozen=True, slots=True)
class LegalLimit:
    """A limit of the law, shown to officers as guidance with its source; unconfirmed ones say so."""

    key: str
    names: Mapping[str, str]
    amount: int
    unit: Unit
    source: str
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Predecessor:
    """A body that a department took over, and the first day it was no longer there (None: not known)."""

    name: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Department:
    """A responsible unit; a department with a successor is closed and its cases follow the successor.

    The groups of a `discreet` one read nothing of what they who hide have written: that stands on its desk alone.
    `phone` is a number people may call, "" while none is known for sure.
    """

    key: str
    names: Mapping[str, str]
    short_names: Mapping[str, str]
    kind: DepartmentKind
    aliases: tuple[str, ...] = ()
    responsibilities: tuple[str, ...] = ()
    predecessors: tuple[Predecessor, ...] = ()
    successor: str = ""
    show_officer_names: bool = True
    discreet: bool = False
    takes_cases: bool = True
    hours: Hours | None = None
    former_district: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A matter businesses raise, the department that answers for it, and its PCI component (1 to 10)."""

    key: str
    names: Mapping[str, str]
    department: str
    pci_component: int | None = None
    keywords: tuple[str, ...] = ()
    co_departments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Procedures:
    """What a department is asked for, by name, and how many of a hundred petitions are usually its own (0: unknown)."""

    department: str
    names: tuple[str, ...] = ()
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Triage:
    """Who takes what no department may take, and how sure a proposal must be (probabilities 0 to 1).

    `shown_first` is the department whose desk the try-it page opens.
    """

    conduct: str = TASK_GROUP
    denunciation: str = TASK_GROUP
    commune_unnamed: str = ""
    shown_first: str = ""
    transfers_before_task_group: int = 2
    propose_alone_above: float = 0.75
    task_group_below: float = 0.15


@dataclass(frozen=True, slots=True)
class Privacy:
    """Who answers for personal data, by language, and under which telephone number; empty where nobody is named."""

    controller: Mapping[str, str] = field(default_factory=dict)
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything of one province that the rules need; version changes whenever a file does.

    `task_group_phone` is "" while no number is known for sure.
    """

    province: Mapping[str, str]
    code_prefix: str
    timezone: ZoneInfo
    departments: tuple[Department, ...]
    topics: tuple[Topic, ...]
    service_levels: tuple[ServiceLevel, ...] = ()
    legal_limits: tuple[LegalLimit, ...] = ()
    hours: Hours = Hours()
    special_days: tuple[SpecialDay, ...] = ()
    triage: Triage = Triage()
    procedures: tuple[Procedures, ...] = ()
    task_group_phone: str = ""
    privacy: Privacy = Privacy()
    retention: tuple[Rule, ...] = ()
    version: str = ""
    _departments: Mapping[str, Department] = field(default_factory=dict, compare=False, repr=False)
    _topics: Mapping[str, Topic] = field(default_factory=dict, compare=False, repr=False)
    _legal_limits: Mapping[str, LegalLimit] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_departments", {each.key: each for each in self.departments})
        object.__setattr__(self, "_topics", {each.key: each for each in self.topics})
        object.__setattr__(self, "_legal_limits", {each.key: each for each in self.legal_limits})

    @property
    def sessions(self) -> tuple[Session, ...]:
        return self.hours.sessions

    def department(self, key: str) -> Department | None:
        """The department with this key, also a closed one; None when the catalogue has none."""
        return self._departments.get(key)

    def successor(self, key: str) -> Department | None:
        """The department that answers today for this key, following mergers; None when there is none."""
        found = self._departments.get(key)
        for _ in self.departments:
            if found is None or not found.successor:
                return found
            found = self._departments.get(found.successor)
        return None

    def topic(self, key: str) -> Topic | None:
        return self._topics.get(key)

    def topics_of(self, department: str) -> tuple[Topic, ...]:
        return tuple(each for each in self.topics if each.department == department)

    def phone(self, key: str) -> str:
        """The telephone number of whoever answers today for this key, also of TASK_GROUP; "" where none is known."""
        if key == TASK_GROUP:
            return self.task_group_phone
        found = self.successor(key)
        return found.phone if found else ""

    def name(self, key: str, language: str) -> str:
        """The name of a department, topic or legal limit in a language, else in Vietnamese, else the key itself."""
        found = self._departments.get(key) or self._topics.get(key) or self._legal_limits.get(key)
        return _in_language(found.names, language, key) if found else key

    def short_name(self, key: str, language: str) -> str:
        """The short name of a department, else its name, else the key itself."""
        found = self._departments.get(key)
        return (
            _in_language(found.short_names, language, self.name(key, language)) if found else self.name(key, language)
        )

    def province_name(self, language: str) -> str:
        return _in_language(self.province, language, "")

    def service_level(
        self, step: PromisedStep, kind: str = "", topic: str = "", department: str = ""
    ) -> ServiceLevel | None:
        """The most narrowly fitting promise for a step (topic before department before kind); None without one."""
        wanted = {"topic": topic, "department": department, "kind": kind}
        fitting = [
            each
            for each in self.service_levels
            if each.step == step and all(getattr(each, name) in {"", value} for name, value in wanted.items())
        ]
        return max(fitting, key=lambda each: [bool(getattr(each, name)) for name in wanted], default=None)


def _in_language(names: Mapping[str, str], language: str, otherwise: str) -> str:
    return names.get(language) or names.get("vi") or otherwise
