"""The same numbers again, by other code: raw moves and raw facts, no case, no fold, nothing that `shares` uses.

What is kept is compared with it every night, and so are random histories in the tests.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from domain.case.case import Entry

#: the figures that are counted again
AGAIN = (
    *("carried_over", "received", "raised_again", "returned", "to_handle", "handled", "carried_forward", "still_open"),
    *(
        "answered",
        "on_time",
        "extended",
        "late",
        "explained",
        "solved",
        "partly",
        "only_explained",
        "not_solved",
        "not_confirmed",
    ),
    *("withdrawn", "merged", "transfers", "extensions", "reopened", "overdue_now"),
)
#: the key of the whole
ALL = "*"
#: what each move makes of whether government owes something; the others change nothing
_OWED = {
    "filed": True,
    "assigned": True,
    "reopened": True,
    "transferred": True,
    "answered": False,
    "declined": False,
    "withdrawn": False,
}
#: outcomes whose figure has a name of its own
_ENDS = {"not-confirmed": "not_confirmed", "explained": "only_explained"}
_EVENTS = {"transferred": "transfers", "extended": "extensions", "reopened": "reopened"}
_END_A_QUESTION = {"replied", "resumed", "answered", "declined", "withdrawn", "assigned", "transferred"}
_OPEN = {"filed", "accepted", "asked", "reopened"}


class Read:
    """One journal up to an instant, as far as these figures need it."""

    def __init__(self, entries: Iterable[Entry], until: datetime) -> None:
        self.owed: list[tuple[datetime, bool]] = []
        self.due: datetime | None = None
        self.answer: datetime | None = None
        self.ended: datetime | None = None
        self.reopened: datetime | None = None
        self.asked: datetime | None = None
        self.days, self.outcome, self.department, self.explains = 0, "", "", False
        for entry in entries:
            if entry.at < until:
                self._read(entry)

    def _read(self, entry: Entry) -> None:
        move, facts = str(entry.move), entry.facts
        if move in _OWED:
            self.owed.append((entry.at, _OWED[move]))
        if move in {"filed", "assigned", "transferred", "succeeded"}:
            self.department = facts["department"]
        if "deadline" in facts:
            self.due = datetime.fromisoformat(facts["deadline"])
        if move == "asked":
            self.asked = self.asked or entry.at
        if move in _END_A_QUESTION:
            self.asked = None
        self._read_answer(entry, move)
        self._read_end(entry, move)

    def _read_answer(self, entry: Entry, move: str) -> None:
        if move in {"answered", "declined"}:
            self.answer, self.explains = entry.at, bool(entry.facts.get("explains"))
        if move == "explained":
            self.explains = True
        if move in {"reopened", "assigned"}:
            self.answer = None
        if move == "reopened":
            self.reopened, self.ended, self.days = entry.at, None, 0
        if move == "extended":
            self.days += entry.facts["days"]

    def _read_end(self, entry: Entry, move: str) -> None:
        facts = entry.facts
        if move in {"confirmed", "withdrawn"}:
            self.ended, self.outcome = entry.at, facts.get("outcome", "withdrawn")
        if move == "merged" and "into" in facts:
            self.ended, self.outcome = entry.at, "merged"
            self.owed.append((entry.at, False))
        if move == "separated" and "state" in facts:
            self.ended = None
            self.owed.append((entry.at, facts["state"] in _OPEN))

    def is_owed(self, instant: datetime) -> bool:
        """True when government owed the business something just before an instant."""
        return next((owed for at, owed in reversed(self.owed) if at < instant), False)


def recount(journals: Iterable[Sequence[Entry]], start: datetime, end: datetime) -> dict[str, Counter[str]]:
    """The figures AGAIN over [start, end) by department of then, from whole journals; those of all under ALL."""
    totals: dict[str, Counter[str]] = {ALL: Counter()}
    for journal in journals:
        entries = [entry for entry in journal if entry.at < end]
        if entries:
            it, found = Read(entries, end), Counter[str]()
            _stock(it, entries, start, end, found)
            _flow(it, entries, start, found)
            totals[ALL].update(found)
            totals.setdefault(it.department, Counter()).update(found)
    return totals


def _stock(it: Read, entries: Sequence[Entry], start: datetime, end: datetime, found: Counter[str]) -> None:
    """What was there, what came, what is left."""
    before, after, is_new = it.is_owed(start), it.is_owed(end), start <= entries[0].at
    ever = before or any(owed and start <= at for at, owed in it.owed)
    found["carried_over"] += before
    found["received"] += is_new
    found["raised_again"] += is_new and bool(entries[0].facts.get("again"))
    found["returned"] += ever and not before and not is_new
    found["to_handle"] += ever
    found["handled"] += ever and not after
    found["carried_forward"] += after
    found["still_open"] += before and after
    found["overdue_now"] += after and it.due is not None and (it.asked or end) > it.due


def _flow(it: Read, entries: Sequence[Entry], start: datetime, found: Counter[str]) -> None:
    """What happened."""
    found["not_solved"] += it.reopened is not None and start <= it.reopened
    if it.answer is not None and start <= it.answer:
        found["answered"] += 1
        late = it.due is not None and it.answer > it.due
        found["late" if late else "extended" if it.days else "on_time"] += 1
        found["explained"] += it.explains
    if it.ended is not None and start <= it.ended:
        found[_ENDS.get(it.outcome, it.outcome)] += 1
    found.update(_EVENTS[str(each.move)] for each in entries if str(each.move) in _EVENTS and each.at >= start)
