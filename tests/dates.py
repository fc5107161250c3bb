"""The real dates of Lạng Sơn: days as people write them, and cases whose terms come from the catalogue."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from domain.case import moves, reminders
from domain.case.case import Actor, Case
from domain.case.dates import Terms
from domain.deadline.promises import Agenda, only
from domain.province.catalogue import Catalogue, Hours, ServiceLevel
from tests.cast import CONSTRUCTION, LAN, MINH, filed

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def at(day: str, clock: str = "09:00") -> datetime:
    """A day and month of 2026 in Lạng Sơn, as UTC."""
    return datetime.strptime(f"{day}/2026 {clock}", "%d/%m/%Y %H:%M").replace(tzinfo=HANOI).astimezone(UTC)


def shown(instant: datetime | None) -> str:
    """Day, month and hour in Lạng Sơn; nothing for no instant."""
    return instant.astimezone(HANOI).strftime("%d/%m %H:%M") if instant else ""


def told(agenda: Agenda, *looks: str) -> dict[str, str]:
    """What the clock looks at, each with its hour in Lạng Sơn."""
    return {str(what): shown(moment) for moment, what in (only(agenda, *looks) if looks else agenda)}


def promising(catalogue: Catalogue, *levels: ServiceLevel) -> Terms:
    """The province with a few promises of another kind."""
    steps = {(each.step, each.kind, each.topic, each.department) for each in levels}
    kept = [
        each for each in catalogue.service_levels if (each.step, each.kind, each.topic, each.department) not in steps
    ]
    return Terms(replace(catalogue, service_levels=(*kept, *levels)))


def with_hours(catalogue: Catalogue, department: str, hours: Hours) -> Terms:
    """The province with a department that keeps hours of its own."""
    changed = [replace(each, hours=hours) if each.key == department else each for each in catalogue.departments]
    return Terms(replace(catalogue, departments=tuple(changed)))


def case_of(terms: Terms, now: datetime, department: str = CONSTRUCTION) -> Case:
    """Filed now, with the dates of the catalogue."""
    term = terms.filed(now, "obstacle", "", department)
    return replace(filed(term=term, department=department, topic="").case, filed_at=now)


def asked(terms: Terms, case: Case, now: datetime, by: Actor = MINH) -> Case:
    """Somebody has asked the business something."""
    return moves.ask(case, by, now, "Số giấy phép?", (), "by", terms.asked(case, now)).case


def replied(terms: Terms, case: Case, now: datetime) -> Case:
    """The business has replied."""
    return moves.add(case, LAN, now, "GP 12", (), terms.going_on(case, now)).case


def looked(terms: Terms, case: Case, now: datetime) -> Case:
    """The clock has looked, if it had to."""
    found = reminders.look(case, now, terms.going_on(case, now), terms.reopen_until(case, now))
    return found.decision.case if found else case
