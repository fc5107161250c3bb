"""From the TOML texts of a province to its Catalogue, or to the list of everything wrong with them."""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from domain.province.catalogue import (
    TASK_GROUP,
    Catalogue,
    CatalogueError,
    Department,
    DepartmentKind,
    Hours,
    LegalLimit,
    Predecessor,
    ServiceLevel,
    Session,
    SpecialDay,
    Step,
    Topic,
    Triage,
    Unit,
)
from domain.province.tables import Fault, Table, tables_in

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PREFIX = re.compile(r"[A-Z]{2,4}")
PCI_COMPONENTS = range(1, 11)
WEEKDAYS = range(7)
KNOWN = {
    "province",
    "working_hours",
    "switches",
    "special_day",
    "service_level",
    "legal_limit",
    "triage",
    "department",
    "commune",
    "topic",
}
Choice = TypeVar("Choice", bound=StrEnum)
Tables = Mapping[str, list[Table]]


def read(files: Mapping[str, str]) -> Catalogue:
    """The catalogue in these texts; CatalogueError names all faults, or first every file that is not TOML at all."""
    faults: list[Fault] = []
    tables = tables_in(files, faults)
    if faults:  # what an unreadable file would have held is not missing
        raise CatalogueError(faults)
    catalogue = _catalogue(files, tables, faults)
    _check_spelling(tables)
    _check_references(catalogue, tables)
    if faults:
        raise CatalogueError(faults)
    return catalogue


def _catalogue(files: Mapping[str, str], tables: Tables, faults: list[Fault]) -> Catalogue:
    province = _only_one(tables, "province", faults)
    switches = dict(_switch(each, name) for each in tables.get("switches", []) for name in each.content)
    departments = [_department(each) for each in tables.get("department", [])]
    departments += [_commune(each) for each in tables.get("commune", [])]
    return Catalogue(
        province=province.names("names"),
        code_prefix=_prefix(province),
        timezone=_timezone(province),
        departments=tuple(departments),
        topics=tuple(map(_topic, tables.get("topic", []))),
        service_levels=tuple(map(_service_level, tables.get("service_level", []))),
        legal_limits=tuple(map(_legal_limit, tables.get("legal_limit", []))),
        hours=next(map(_hours, tables.get("working_hours", [])), Hours()),
        special_days=tuple(day for each in tables.get("special_day", []) for day in _special_day(each, switches)),
        triage=next(map(_triage, tables.get("triage", [])), Triage()),
        version=_digest(files),
    )


def _switch(table: Table, name: str) -> tuple[str, bool]:
    return name, table.truth(name, default=False)


def _digest(files: Mapping[str, str]) -> str:
    return hashlib.sha256("\0".join(part for item in sorted(files.items()) for part in item).encode()).hexdigest()[:12]


def _only_one(tables: Tables, name: str, faults: list[Fault]) -> Table:
    found = tables.get(name, [])
    for extra in found[1:]:
        extra.fault(f"a second [{name}]", "keep one")
    if not found:
        faults.append(Fault("province.toml", 0, f"there is no [{name}]", f"add a table [{name}]"))
    return found[0] if found else Table({}, "province.toml", (), 0, [])


def _prefix(province: Table) -> str:
    prefix = province.text("code_prefix")
    if prefix and not PREFIX.fullmatch(prefix):
        province.fault(f"code_prefix is “{prefix}”", "use two to four capital letters, such as LS", "code_prefix")
    return prefix


def _timezone(province: Table) -> ZoneInfo:
    name = province.text("timezone", "Asia/Ho_Chi_Minh")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        province.fault(f"timezone “{name}” is not known", "write it like Asia/Ho_Chi_Minh", "timezone")
        return ZoneInfo("UTC")


def _key(table: Table) -> str:
    key = table.text("key")
    if key and not KEY.fullmatch(key):
        table.fault(f"key “{key}”", "use small letters without diacritics, digits and hyphens", "key")
    return key


def _choice(table: Table, name: str, kind: type[Choice], default: Choice) -> Choice:
    """The member of a closed vocabulary a field names; the default, and a fault, when it names none."""
    value = table.text(name, str(default))
    if value in set(kind):
        return kind(value)
    near = difflib.get_close_matches(value, list(map(str, kind)), 1) or list(map(str, kind))
    table.fault(f"{name} “{value}” is not known", f"use one of: {', '.join(near)}", name)
    return default


def _department(table: Table) -> Department:
    names = table.names("names")
    return Department(
        key=_key(table),
        names=names,
        short_names=table.names("short_names", needed=False) or names,
        kind=_choice(table, "kind", DepartmentKind, DepartmentKind.DEPARTMENT),
        aliases=table.texts("aliases"),
        responsibilities=table.texts("responsibilities"),
        predecessors=tuple(
            Predecessor(each.text("name"), each.day("until", needed=False)) for each in table.children("predecessors")
        ),
        successor=table.text("successor", ""),
        show_officer_names=table.truth("show_officer_names", default=True),
        takes_cases=table.truth("takes_cases", default=True),
        hours=_hours(table) if "sessions" in table.content else None,
    )


def _commune(table: Table) -> Department:
    """A commune, written shortly: its key, its name with “Xã” or “Phường”, its former district."""
    name, english = table.text("name"), table.text("english", "")
    rank = "ward" if name.startswith("Phường") else "commune"
    bare = name.partition(" ")[2]
    names = {
        "vi": f"UBND {name[:1].lower()}{name[1:]}",
        "en": f"{english or bare} {rank}",
        "zh": table.text("chinese", ""),
    }
    return Department(
        key=_key(table),
        names={language: text for language, text in names.items() if text},
        short_names={"vi": name},
        kind=DepartmentKind.COMMUNE,
        aliases=(name, bare, *table.texts("aliases")),
        former_district=table.text("former_district", ""),
    )


def _topic(table: Table) -> Topic:
    component = table.whole("pci_component")
    if component is not None and component not in PCI_COMPONENTS:
        table.fault(f"pci_component is {component}", "use 1 to 10", "pci_component")
    return Topic(
        key=_key(table),
        names=table.names("names"),
        department=table.text("department"),
        pci_component=component,
        keywords=table.texts("keywords"),
        co_departments=table.texts("co_departments"),
    )


def _service_level(table: Table) -> ServiceLevel:
    given = [unit for unit in Unit if unit in table.content]
    amounts = [table.number(unit) for unit in given]
    if len(given) != 1:
        table.fault("a service level needs exactly one limit", f"give one of: {', '.join(Unit)}", "step")
    amount = amounts[0] if amounts else None
    if amount is not None and (amount < 0 or (given[0] is Unit.SHARE and amount > 1)):
        table.fault(
            f"{given[0]} is {amount:g}", "a share lies between 0 and 1, other limits are not negative", given[0]
        )
    step = _choice(table, "step", Step, Step.RESOLVE)
    if amount is not None and (given[0] is Unit.SHARE) != (step is Step.FIRST_WORD):
        table.fault(f"{step} cannot be given as {given[0]}", "first_word is a share, nothing else is", given[0])
    if amount is not None and given[0] in {Unit.WORKING_DAYS, Unit.CALENDAR_DAYS} and amount != int(amount):
        table.fault(f"{given[0]} is {amount:g}", "write whole days, or working_hours", given[0])
    return ServiceLevel(
        step=step,
        amount=amount or 0,
        unit=given[0] if given else Unit.WORKING_DAYS,
        source=table.text("source", ""),
        kind=table.text("for_kind", ""),
        topic=table.text("for_topic", ""),
        department=table.text("for_department", ""),
    )


def _legal_limit(table: Table) -> LegalLimit:
    return LegalLimit(
        key=_key(table),
        names=table.names("names"),
        amount=table.whole("amount") or 0,
        unit=_choice(table, "unit", Unit, Unit.CALENDAR_DAYS),
        source=table.text("source"),
        is_confirmed=table.truth("is_confirmed", default=False),
    )


def _hours(table: Table) -> Hours:
    weekdays = table.content.get("weekdays", [0, 1, 2, 3, 4])
    table.asked.add("weekdays")
    if not isinstance(weekdays, list) or not weekdays or not set(weekdays) <= set(WEEKDAYS):
        table.fault(f"weekdays is {weekdays!r}", "list numbers from 0 (Monday) to 6 (Sunday)", "weekdays")
        weekdays = [0]
    return Hours(_sessions(table), tuple(sorted(set(weekdays))))


def _sessions(table: Table) -> tuple[Session, ...]:
    """The sessions of a day in order; a fault when there is none, one ends before it starts, or two overlap."""
    found = tuple(Session(each.clock("start"), each.clock("end")) for each in table.children("sessions"))
    clocks = [clock for each in found for clock in (each.start, each.end)]
    if not clocks or any(later <= earlier for earlier, later in pairwise(clocks)):
        example = "sessions = [{ start = 07:30:00, end = 11:30:00 }, { start = 13:30:00, end = 17:00:00 }]"
        table.fault("the sessions are missing or not in order", f"write them like {example}", "sessions")
    return found


def _special_day(table: Table, switches: Mapping[str, bool]) -> Iterator[SpecialDay]:
    """The special day, or nothing while the switch it hangs on is off."""
    day, switch = table.day("day"), table.text("only_if", "")
    if switch and switch not in switches:
        table.fault(f"the switch “{switch}” is not set", f"add {switch} = false under [switches]", "only_if")
    special = SpecialDay(
        day=day or date.min,
        is_worked=table.truth("is_worked", default=False),
        names=table.names("names"),
        source=table.text("source", ""),
        sessions=_sessions(table) if "sessions" in table.content else (),
    )
    if special.sessions and not special.is_worked:
        table.fault("a day off has sessions", "write is_worked = true for half a day, or take them away", "sessions")
    if switches.get(switch, True):
        yield special


def _triage(table: Table) -> Triage:
    usual = Triage()
    whole = table.whole("transfers_before_task_group")
    alone, least = table.number("propose_alone_above"), table.number("task_group_below")
    return Triage(
        conduct=table.text("conduct", usual.conduct),
        denunciation=table.text("denunciation", usual.denunciation),
        commune_unnamed=table.text("commune_unnamed", ""),
        shown_first=table.text("shown_first", ""),
        transfers_before_task_group=usual.transfers_before_task_group if whole is None else whole,
        propose_alone_above=usual.propose_alone_above if alone is None else alone,
        task_group_below=usual.task_group_below if least is None else least,
    )


def _check_spelling(tables: Tables) -> None:
    """Note tables and fields that no rule reads."""
    for name, found in tables.items():
        for each in found:
            if name in KNOWN:
                each.done()
            else:
                near = difflib.get_close_matches(name, sorted(KNOWN), 1) or sorted(KNOWN)
                each.fault(f"[{name}] is not a table of the catalogue", f"write one of: {', '.join(near)}")


def _check_references(catalogue: Catalogue, tables: Tables) -> None:
    """Note keys given twice, and keys that point at nothing."""
    departments = [*tables.get("department", []), *tables.get("commune", [])]
    _check_twice(departments)
    _check_twice(tables.get("topic", []))
    _check_twice([each for each in tables.get("special_day", []) if "only_if" not in each.content], "day", "keep one")
    takers = {each.key for each in catalogue.departments if each.takes_cases}
    known = {each.key for each in catalogue.departments}
    topics = {each.key for each in catalogue.topics}
    for table in departments:
        _check_key(table, "successor", known)
        _check_end(table, catalogue)
    for table in tables.get("topic", []):
        _check_key(table, "department", takers)
        _check_key(table, "co_departments", takers)
    for table in tables.get("service_level", []):
        _check_key(table, "for_department", known)
        _check_key(table, "for_topic", topics)
    for table in tables.get("triage", []):
        for name in ("conduct", "denunciation", "commune_unnamed", "shown_first"):
            _check_key(table, name, takers | {TASK_GROUP})


def _check_twice(tables: list[Table], name: str = "key", mend: str = "give it another key") -> None:
    seen: dict[object, Table] = {}
    for each in tables:
        first = seen.setdefault(each.content.get(name), each)
        if first is not each:
            place = f"{first.file}:{first.line}"
            each.fault(f"{name} “{each.content.get(name)}” is already used at {place}", mend, name)


def _check_key(table: Table, name: str, known: set[str]) -> None:
    """Note a field whose key, or one of whose keys, is not among the known ones."""
    value = table.content.get(name) or []
    for key in value if isinstance(value, list) else [value]:
        if isinstance(key, str) and key not in known:
            near = difflib.get_close_matches(key, sorted(known), 1)
            table.fault(f"{name} “{key}” is not a key in use", f"write “{near[0]}”" if near else "add it first", name)


def _check_end(table: Table, catalogue: Catalogue) -> None:
    """Note a department whose successors lead round in a circle."""
    all_known = all(not each.successor or catalogue.department(each.successor) for each in catalogue.departments)
    key = str(table.content.get("key"))
    if all_known and catalogue.department(key) and catalogue.successor(key) is None:
        table.fault(f"the successors of “{key}” lead round in a circle", "name one that still exists", "successor")
