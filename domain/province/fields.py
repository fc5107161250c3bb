"""What each table of the catalogue's files may hold: from one table to one thing of the catalogue, faults noted."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from domain.province.catalogue import (
    Department,
    DepartmentKind,
    Hours,
    LegalLimit,
    Predecessor,
    Privacy,
    Procedures,
    PromisedStep,
    ServiceLevel,
    Session,
    SpecialDay,
    Topic,
    Triage,
    Unit,
)
from domain.province.retention import OF_CASES, TIERS, Kept, Rule
from domain.province.tables import Table

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PREFIX = re.compile(r"[A-Z]{2,4}")
#: as it is printed: 1022, 0205 3 812 345, +84 205 3 812 345
PHONE = re.compile(r"(?=(?:\D*\d){3,15}\D*$)\+?\d[\d .-]*\d")
WHOLE = 100
PCI_COMPONENTS = range(1, 11)
WEEKDAYS = range(7)
Choice = TypeVar("Choice", bound=StrEnum)


def read_prefix(province: Table) -> str:
    prefix = province.text("code_prefix")
    if prefix and not PREFIX.fullmatch(prefix):
        province.fault(f"code_prefix là “{prefix}”", "viết 2 đến 4 chữ in hoa, như ABC", "code_prefix")
    return prefix


def read_timezone(province: Table) -> ZoneInfo:
    name = province.text("timezone", "Asia/Ho_Chi_Minh")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        province.fault(f"không có múi giờ “{name}”", "viết như Asia/Ho_Chi_Minh", "timezone")
        return ZoneInfo("UTC")


def read_phone(table: Table, name: str = "phone") -> str:
    """A telephone number as it is printed; "" where none is given."""
    phone = table.text(name, "").strip()
    if phone and not PHONE.fullmatch(phone):
        table.fault(f"{name} là “{phone}”", "viết một số điện thoại, như 0205 3 812 345, hoặc bỏ dòng này", name)
        return ""
    return phone


def _key(table: Table) -> str:
    key = table.text("key")
    if key and not KEY.fullmatch(key):
        table.fault(f"mã “{key}” không dùng được", "viết chữ thường không dấu, chữ số và gạch ngang", "key")
    return key


def _choice(table: Table, name: str, kind: type[Choice], default: Choice) -> Choice:
    """The member of a closed vocabulary a field names; the default, and a fault, when it names none."""
    value = table.text(name, str(default))
    if value in set(kind):
        return kind(value)
    near = difflib.get_close_matches(value, list(map(str, kind)), 1) or list(map(str, kind))
    table.fault(f"{name} không có giá trị “{value}”", f"chọn một trong: {', '.join(near)}", name)
    return default


def read_department(table: Table) -> Department:
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
        discreet=table.truth("discreet", default=False),
        takes_cases=table.truth("takes_cases", default=True),
        hours=read_hours(table) if "sessions" in table.content else None,
        phone=read_phone(table),
    )


def read_commune(table: Table) -> Department:
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
        phone=read_phone(table),
    )


def read_topic(table: Table) -> Topic:
    component = table.whole("pci_component")
    if component is not None and component not in PCI_COMPONENTS:
        table.fault(f"pci_component là {component}", "viết số từ 1 đến 10", "pci_component")
    return Topic(
        key=_key(table),
        names=table.names("names"),
        department=table.text("department"),
        pci_component=component,
        keywords=table.texts("keywords"),
        co_departments=table.texts("co_departments"),
    )


def read_procedures(table: Table) -> Procedures:
    share = table.number("share") or 0.0
    if not 0 <= share <= WHOLE:
        table.fault(f"share là {share}", "viết số từ 0 đến 100", "share")
    return Procedures(table.text("department"), table.texts("names"), share)


def read_privacy(table: Table) -> Privacy:
    return Privacy(table.names("controller"), table.text("telephone", ""))


def read_retention(table: Table) -> Rule:
    what, tier, days = _choice(table, "what", Kept, Kept.WORDS), table.text("tier", ""), table.whole("days")
    if tier and (tier not in TIERS or what not in OF_CASES):
        table.fault(
            f"{what} không có tier “{tier}”", f"files, identity và words dùng một trong: {', '.join(TIERS)}", "tier"
        )
    if days is None or days < 1:
        table.fault(f"days là {days}", "viết số ngày lưu giữ, ít nhất là 1", "days")
    return Rule(what, days or 1, tier)


def read_service_level(table: Table) -> ServiceLevel:
    given = [unit for unit in Unit if unit in table.content]
    amounts = [table.number(unit) for unit in given]
    if len(given) != 1:
        table.fault("mỗi thời hạn phải có đúng một mức", f"ghi một trong: {', '.join(Unit)}", "step")
    amount = amounts[0] if amounts else None
    if amount is not None and (amount < 0 or (given[0] is Unit.SHARE and amount > 1)):
        table.fault(f"{given[0]} là {amount:g}", "share nằm từ 0 đến 1, các mức khác không được âm", given[0])
    step = _choice(table, "step", PromisedStep, PromisedStep.RESOLVE)
    if amount is not None and (given[0] is Unit.SHARE) != (step is PromisedStep.FIRST_WORD):
        table.fault(f"{step} không ghi bằng {given[0]} được", "chỉ first_word dùng share", given[0])
    if amount is not None and given[0] in {Unit.WORKING_DAYS, Unit.CALENDAR_DAYS} and amount != int(amount):
        table.fault(f"{given[0]} là {amount:g}", "viết số ngày tròn, hoặc dùng working_hours", given[0])
    return ServiceLevel(
        step=step,
        amount=amount or 0,
        unit=given[0] if given else Unit.WORKING_DAYS,
        source=table.text("source", ""),
        kind=table.text("for_kind", ""),
        topic=table.text("for_topic", ""),
        department=table.text("for_department", ""),
    )


def read_legal_limit(table: Table) -> LegalLimit:
    return LegalLimit(
        key=_key(table),
        names=table.names("names"),
        amount=table.whole("amount") or 0,
        unit=_choice(table, "unit", Unit, Unit.CALENDAR_DAYS),
        source=table.text("source"),
        is_confirmed=table.truth("is_confirmed", default=False),
    )


def read_hours(table: Table) -> Hours:
    weekdays = table.content.get("weekdays", [0, 1, 2, 3, 4])
    table.asked.add("weekdays")
    if not isinstance(weekdays, list) or not weekdays or not set(weekdays) <= set(WEEKDAYS):
        table.fault(f"weekdays là {weekdays!r}", "ghi các số từ 0 (thứ Hai) đến 6 (Chủ nhật)", "weekdays")
        weekdays = [0]
    return Hours(_sessions(table), tuple(sorted(set(weekdays))))


def _sessions(table: Table) -> tuple[Session, ...]:
    """The sessions of a day in order; a fault when there is none, one ends before it starts, or two overlap."""
    found = tuple(Session(each.clock("start"), each.clock("end")) for each in table.children("sessions"))
    clocks = [clock for each in found for clock in (each.start, each.end)]
    if not clocks or any(later <= earlier for earlier, later in pairwise(clocks)):
        example = "sessions = [{ start = 07:30:00, end = 11:30:00 }, { start = 13:30:00, end = 17:00:00 }]"
        table.fault("các buổi làm việc còn thiếu hoặc sai thứ tự", f"viết như {example}", "sessions")
    return found


def read_special_day(table: Table, switches: Mapping[str, bool]) -> Iterator[SpecialDay]:
    """The special day, or nothing while the switch it hangs on is off."""
    day, switch = table.day("day"), table.text("only_if", "")
    if switch and switch not in switches:
        table.fault(f"chưa có công tắc “{switch}”", f"thêm {switch} = false dưới [switches]", "only_if")
    special = SpecialDay(
        day=day or date.min,
        is_worked=table.truth("is_worked", default=False),
        names=table.names("names"),
        source=table.text("source", ""),
        sessions=_sessions(table) if "sessions" in table.content else (),
    )
    if special.sessions and not special.is_worked:
        table.fault(
            "ngày nghỉ mà có buổi làm việc", "viết is_worked = true nếu làm nửa ngày, hoặc bỏ sessions", "sessions"
        )
    if switches.get(switch, True):
        yield special


def read_triage(table: Table) -> Triage:
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
