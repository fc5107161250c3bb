"""Which cases an address asks for: what of it a reader may ask, as a filter; and addresses that ask for something."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from domain.case.case import Matter, Outcome, State, Tier
from domain.language import LANGUAGES
from domain.messages import Network
from domain.statistics.ages import filed_in, soon
from domain.statistics.shares import AGE_BANDS
from storage.listing import Between, Filter, Order
from web.board.readers import Seeing

CASES = "/board/cases"
LONGEST = 200
#: by which somebody who hides could be singled out: for the task group alone
TASK_GROUPS_OWN = {"tier", "channel", "language", "place"}
#: what the address may name, in the order of the form; `w` is a free word
NAMES = (
    *("q", "department", "state", "status", "topic", "pci", "kind", "age", "outcome", "from", "to"),
    *("answered-from", "answered-to", *sorted(TASK_GROUPS_OWN), "order"),
)
STATUSES = ("open", "overdue", "soon", "unaccepted", "asked", "paused", "appeal", "imported")
Asked = Mapping[str, str]
NOTHING: Asked = MappingProxyType({})


def asked(seeing: Seeing) -> dict[str, str]:
    """What the address asks for and this reader may ask; what makes no sense is left out, as if it were not there."""
    given = seeing.request.query_params
    found: dict[str, str] = {}
    for name in NAMES:
        value = given.get(name, "").strip()[:LONGEST]
        if value and _makes_sense(seeing, name, value):
            found[name] = value
    return found


def _makes_sense(seeing: Seeing, name: str, value: str) -> bool:
    known = seeing.ports.catalogue
    choices: dict[str, Callable[[], object]] = {
        "q": lambda: True,
        "department": lambda: seeing.sees_all and (value == "-" or known.department(value)),
        "state": lambda: value in set(State),
        "status": lambda: value in STATUSES,
        "topic": lambda: value == "-" or known.topic(value),
        "pci": lambda: value == "-" or (value.isdecimal() and any(t.pci_component == int(value) for t in known.topics)),
        "kind": lambda: value in set(Matter),
        "age": lambda: value in AGE_BANDS,
        "outcome": lambda: value in set(Outcome),
        "order": lambda: value in set(Order),
        "tier": lambda: value in set(Tier),
        "channel": lambda: value == "-" or value in set(Network),
        "language": lambda: value in LANGUAGES,
        "place": lambda: known.department(value),
    }
    if name in TASK_GROUPS_OWN and not seeing.is_task_group:
        return False
    return bool(choices[name]()) if name in choices else _day(value) is not None


def filter_of(seeing: Seeing, wanted: Asked, now: datetime) -> Filter:
    """The filter behind an address, never wider than what the reader may see."""
    calendar, catalogue = seeing.ports.province.calendar, seeing.ports.catalogue
    # what comes from an office's own list is shown where it is asked for, and in no number of ours
    found = Filter(departments=seeing.departments, words=wanted.get("q", ""), is_imported=False)
    if "department" in wanted:
        key = wanted["department"]
        old = [each.key for each in catalogue.departments if _successor(seeing, each.key) == key]
        found = replace(found, departments=("",) if key == "-" else tuple(dict.fromkeys((key, *old))))
    if "topic" in wanted:
        found = replace(found, topics=("" if wanted["topic"] == "-" else wanted["topic"],))
    if wanted.get("pci") == "-":  # also what is about nothing the catalogue knows
        found = replace(found, other_topics=tuple(each.key for each in catalogue.topics if each.pci_component))
    elif "pci" in wanted:
        topics = [each.key for each in catalogue.topics if each.pci_component == int(wanted["pci"])]
        both = tuple(each for each in topics if not found.topics or each in found.topics)
        found = replace(found, topics=both, is_nothing=not both)
    if "age" in wanted:
        found = replace(found, is_open=True, filed=filed_in(calendar, wanted["age"], now))
    found = _with_status(found, wanted.get("status", ""), soon(calendar, now))
    if "state" in wanted:
        state = State(wanted["state"])
        is_within = not found.states or state in found.states
        found = replace(found, states=(state,), is_nothing=found.is_nothing or not is_within)
    filed, answered = _between(seeing, wanted, "from", "to"), _between(seeing, wanted, "answered-from", "answered-to")
    return replace(
        found,
        kinds=(Matter(wanted["kind"]),) if "kind" in wanted else (),
        outcomes=(Outcome(wanted["outcome"]),) if "outcome" in wanted else (),
        tiers=(Tier(wanted["tier"]),) if "tier" in wanted else (),
        channels=(wanted["channel"].replace("-", ""),) if "channel" in wanted else (),
        languages=(wanted["language"],) if "language" in wanted else (),
        place=wanted.get("place", ""),
        filed=_both(found.filed, filed),
        answered=answered,
    )


def _successor(seeing: Seeing, key: str) -> str:
    found = seeing.ports.catalogue.successor(key)
    return found.key if found else ""


def _with_status(found: Filter, status: str, by: datetime) -> Filter:
    changes: dict[str, dict[str, Any]] = {
        "open": {"is_open": True},
        "overdue": {"is_overdue": True},
        "soon": {"due_by": by},
        "unaccepted": {"states": (State.FILED, State.REOPENED)},
        "asked": {"states": (State.ASKED,)},
        "paused": {"is_paused": True},
        "appeal": {"is_open": True, "is_appeal": True},
        "imported": {"is_imported": True},
    }
    return replace(found, **changes.get(status, {}))


def _between(seeing: Seeing, wanted: Asked, start: str, end: str) -> Between:
    """Whole days of the province, the last one included."""
    zone = seeing.ports.catalogue.timezone
    first, last = _day(wanted.get(start, "")), _day(wanted.get(end, ""))
    return (
        datetime.combine(first, time(), zone) if first else None,
        datetime.combine(last + timedelta(days=1), time(), zone) if last else None,
    )


def _both(one: Between, other: Between) -> Between:
    starts = [each for each in (one[0], other[0]) if each]
    ends = [each for each in (one[1], other[1]) if each]
    return max(starts, default=None), min(ends, default=None)


def _day(value: str) -> date | None:
    try:
        found = date.fromisoformat(value)
    except ValueError:
        return None
    return found if date(2000, 1, 1) <= found < date(2100, 1, 1) else None


def order_of(wanted: Asked) -> Order:
    """The order asked for: by deadline unless another is."""
    return Order(wanted.get("order", Order.DEADLINE))


def address(wanted: Asked = NOTHING, /, **changes: str) -> str:
    """The list's address that asks for this, with some of it changed; "" leaves it out."""
    return at(CASES, wanted, **changes)


def at(path: str, wanted: Asked = NOTHING, /, **changes: str) -> str:
    """An address with its question."""
    both = {name: str(value) for name, value in {**wanted, **changes}.items() if value}
    return f"{path}?{urlencode(both)}" if both else path
