"""From a petition of a list to a case: the journal that a case of that standing has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from domain.case.case import Actor, Case, Entry, Imported, Move, Outcome, Role, Tier, plain
from domain.case.history import replay
from domain.deadline.promises import Promise, Term
from domain.lists.petitions import Petition
from domain.lists.standings import Standing

#: by nobody we know: the list tells no names of officers
_BY = Actor(Role.ADMINISTRATOR)
_OUTCOMES = {Standing.SOLVED: Outcome.SOLVED, Standing.PARTLY: Outcome.PARTLY}


@dataclass(frozen=True, slots=True)
class Taken:
    """What a petition is taken over with: its number and code here, the list's name, when, and the days of where.

    `term` where our clock shall look at it; without one nothing is due.
    """

    id: int
    code: str
    list: str
    now: datetime
    zone: ZoneInfo
    promise: Promise
    term: Term | None = None


def take(petition: Petition, taken: Taken) -> tuple[Case, tuple[Entry, ...]]:
    """The case and its journal; what the list gives no day for is dated by when it was taken over."""
    entries = tuple(_entries(petition, taken))
    return replay(entries), entries


def _entries(petition: Petition, taken: Taken) -> Iterator[Entry]:
    at = _midnight(petition.received, taken.zone)
    filed = _facts(petition, taken) | (taken.term.facts() if taken.term else {"promise": taken.promise.plain()})
    first = {name: plain(value) for name, value in filed.items()}
    yield Entry(taken.id, 1, at, Actor(Role.BUSINESS), Move.FILED, first)
    then = max(at, _midnight(petition.answered, taken.zone) if petition.answered else taken.now)
    for seq, (move, facts) in enumerate(_moves(petition), 2):
        yield Entry(taken.id, seq, taken.now if move is Move.ACCEPTED else then, _BY, move, facts)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    """The day's first instant, in UTC as all of ours."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _facts(petition: Petition, taken: Taken) -> dict[str, object]:
    where = f"{petition.sheet}!{petition.row}"
    told = Imported(taken.list, where, petition.number, petition.said_department, petition.deadline)
    return {
        "code": taken.code,
        "kind": petition.kind,
        "department": petition.department,
        "topic": petition.topic,
        "tier": Tier.OPEN,
        "language": "vi",
        "business": 0,
        "business_name": petition.business,
        "tax_code": petition.tax_code,
        "text": petition.text,
        "files": (),
        "together": petition.together,
        "imported": (told.list, told.place, told.number, told.department, told.deadline),
        "timed": taken.term is not None,
    }


def _moves(petition: Petition) -> Iterator[tuple[Move, dict[str, object]]]:
    """What has happened to it since, as far as the list knows."""
    answer: dict[str, object] = {"text": petition.answer, "files": [], "confirm_by": None}
    match petition.standing:
        case Standing.FILED:
            return
        case Standing.ACCEPTED:
            yield Move.ACCEPTED, {}
        case Standing.ANSWERED:
            yield Move.ANSWERED, answer
        case Standing.EXPLAINED:
            yield Move.ANSWERED, {**answer, "explains": True}
        case Standing.SOLVED | Standing.PARTLY:
            yield Move.ANSWERED, answer
            yield Move.CONFIRMED, {"outcome": _OUTCOMES[petition.standing], "reopen_until": None}
        case Standing.DECLINED:
            yield Move.DECLINED, answer
        case Standing.WITHDRAWN:
            yield Move.WITHDRAWN, {}
