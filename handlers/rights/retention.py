"""What is kept only for a time: every night what is over is erased, unless something holds it.

Of a case first the files and who filed it go, then its words. Whoever can be told is told fourteen days before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from domain.case.case import ENDED, Actor, Case, Move, Role, State
from domain.messages import Notice, Urgency, Words, to_author
from domain.province.retention import OF_CASES, TIERS, Kept, days
from handlers import memory, queue
from handlers.province import Province
from handlers.rights import erasing
from handlers.rights.erasing import Kind
from storage import cases, claims, people
from storage.database import Tx
from storage.knowledge import search
from storage.outgoing import outbox
from storage.rights import aging, erasures, requests
from storage.rights.aging import Ended

#: how long before their end somebody is told
TOLD_BEFORE = timedelta(days=14)
BATCH = 50
CLOCK = Actor(Role.CLOCK)
_START = (datetime.min.replace(tzinfo=UTC), -(2**62))
_TOLD = "expiry"


class Held(StrEnum):
    """Why something stays though its time is over."""

    OPEN = "open"
    UNREAD = "unread"
    REQUEST = "request"
    RESTRICTED = "restricted"
    DIRECTIVE = "directive"
    DISPUTE = "dispute"
    MERGED = "merged"
    REASON = "reason"


def why_held(tx: Tx, case: Case) -> Held | None:
    """What keeps a case beyond its time, or None; who was never told of its end is looked at apart."""
    return next((why for why, holds in _HOLDS.items() if holds(tx, case)), None)


def _is_restricted(tx: Tx, case: Case) -> bool:
    author = people.by_id(tx, case.author) if case.author else None
    return author is not None and author.restricted_at is not None


def _is_followed_up(tx: Tx, case: Case) -> bool:
    lead = cases.look(tx, case.merged_into) if case.merged_into else None
    return lead is not None and lead.state not in ENDED


def _has_unread(tx: Tx, case: Case) -> bool:
    """True while the business has said something nobody in government did anything after; a case taken back is read."""
    entries = [entry for entry, _ in cases.journal(tx, case.id)]
    if case.state is State.WITHDRAWN:
        last = max((at for at, entry in enumerate(entries) if entry.move is Move.WITHDRAWN), default=0)
        entries = entries[last:]
    return queue.unread(entries) > 0


def _may_come_back(tx: Tx, case: Case) -> bool:
    return case.state not in ENDED or (case.reopen_until is not None and case.reopen_until > tx.now)


_HOLDS: Mapping[Held, Callable[[Tx, Case], bool]] = {
    Held.OPEN: _may_come_back,
    Held.UNREAD: _has_unread,
    Held.REASON: lambda _, case: case.held_at is not None,
    Held.REQUEST: lambda tx, case: requests.waits(tx, case.id, case.author),
    Held.RESTRICTED: _is_restricted,
    Held.DISPUTE: lambda _, case: case.dispute == "suspected",
    Held.DIRECTIVE: lambda tx, case: aging.has_open_directive(tx, case.id),
    Held.MERGED: _is_followed_up,
}


def cutoff(province: Province, now: datetime, kind: Kind, tier: str) -> datetime:
    """Cases of this tier that ended before it keep this no longer."""
    return now - timedelta(days=days(province.catalogue.retention, Kept(kind), tier))


# ---------------------------------------------------------------- at night


@dataclass
class Nightly:
    """One night's work, a batch at a time; begun anew every day."""

    province: Province
    day: date | None = None
    steps: list[tuple[str, Kind, bool]] = field(default_factory=list)
    after: tuple[datetime, int] = _START
    #: what something holds tonight: it is not looked at again for the next kind
    held: set[int] = field(default_factory=set)

    def __call__(self, tx: Tx) -> int:
        """The next batch; BATCH while there is more to do."""
        today = tx.now.astimezone(self.province.catalogue.timezone).date()
        if self.day != today:
            self.day = today
            if not claims.claim_job(tx, "retention", today.isoformat()):
                return 0
            # telling comes first: nobody is told of what is gone
            self.steps = [(tier, kind, tells) for tells in (True, False) for kind in Kind for tier in TIERS]
            self.after, self.held = _START, set()
            self._sweep(tx)
        room = BATCH
        while self.steps and room:  # what is little is one transaction, whatever it is
            room -= self._batch(tx, room)
        return BATCH if self.steps else 0

    def _batch(self, tx: Tx, most: int) -> int:
        """So many cases of one step, at the most; how many there were."""
        tier, kind, tells = self.steps[0]
        before = cutoff(self.province, tx.now, kind, tier) + (TOLD_BEFORE if tells else timedelta())
        found = aging.over(tx, tier, kind, before, self.after, most)
        if tells:
            self._tell(tx, kind, found)
        else:
            self._erase(tx, kind, found)
        if len(found) < most:
            self.steps.pop(0)
            self.after = _START
        else:
            self.after = (found[-1].ended_at, found[-1].id)
        return len(found)

    def _erase(self, tx: Tx, kind: Kind, found: Sequence[Ended]) -> None:
        told = _told(tx, found)
        for each in found:
            if each.id in self.held or _is_untold(tx, each, told):
                continue
            # locked first: words that come from now on wait until it is erased
            if not self._is_held(tx, cases.load(tx, each.id), each.id):
                erasing.erase_case(tx, each.id, kind, CLOCK, erasing.RETENTION, self.province.terms)

    def _tell(self, tx: Tx, kind: Kind, found: Sequence[Ended]) -> None:
        """One message a person of all their cases that come to an end; nothing of a case that something holds."""
        ending: dict[int, list[Case]] = {}
        told = _told(tx, found)
        for each in found:
            if not each.author or each.id in told or each.id in self.held:
                continue
            case = cases.look(tx, each.id)
            if case and not self._is_held(tx, case, each.id) and claims.claim_job(tx, _TOLD, str(case.id)):
                ending.setdefault(case.author, []).append(case)
        for author, those in ending.items():
            codes = ", ".join(f"#{each.code}" for each in those)
            ends = max(tx.now + TOLD_BEFORE, *(_ends(self.province, each, kind) for each in those))
            words = Words("expiry-told", {"codes": codes, "at": ends, "days": self.province.backup_days})
            outbox.post(tx, Notice(to_author(author), words, urgency=Urgency.REMINDER))

    def _is_held(self, tx: Tx, case: Case | None, number: int) -> bool:
        if case is None or why_held(tx, case):
            self.held.add(number)
        return number in self.held

    def _sweep(self, tx: Tx) -> None:
        rules = self.province.catalogue.retention
        for name, sweep in aging.SWEEPS.items():
            sweep(tx, tx.now - timedelta(days=days(rules, Kept(name))))
        for quiet in people.quiet_since(tx, tx.now - timedelta(days=days(rules, Kept.CONVERSATIONS))):
            _calm(tx, quiet)
        for number in aging.forgettable(tx, tx.now - timedelta(days=days(rules, Kept.PEOPLE)), 500):
            if person := people.by_id(tx, number):
                erasing.forget_person(tx, person)
        tx.erases = True


def _calm(tx: Tx, person: people.Individual) -> None:
    """What was last looked for, offered or held is remembered no longer; a draft has an end of its own."""
    talk = memory.of(person)
    talk.forget("looking", "group_held", "group_album", "album", "offered", "settled", "firm")
    if not talk.draft:
        talk.forget("choices", "step", "case", "held", "passed", "wish")
    if memory.written(talk) != person.conversation:
        people.remember(tx, person.id, memory.written(talk))


def tidy(tx: Tx) -> bool:
    """Once a day, after a day on which something was erased: the search index is written anew; True to vacuum, too."""
    if not claims.claim_job(tx, "tidy", tx.now.date().isoformat()):
        return False
    if not erasures.any_since(tx, tx.now - timedelta(days=2)):
        return False
    search.tidy(tx)
    tx.erases = True
    return True


# ---------------------------------------------------------------- told before


def tell_anew(tx: Tx, case: int) -> bool:
    """Whoever filed a case is told again before anything of it is erased; True when they had been told lately."""
    return claims.forget_job(tx, _TOLD, str(case))


def _told(tx: Tx, found: Sequence[Ended]) -> dict[int, datetime]:
    """Of which of these cases the author was told not long ago, and when."""
    claimed = claims.claimed_among(tx, _TOLD, [str(each.id) for each in found])
    return {int(period): at for period, at in claimed.items()}


def _is_untold(tx: Tx, ended: Ended, told: Mapping[int, datetime]) -> bool:
    """True for somebody who can be told and has not been, or only lately."""
    at = told.get(ended.id)
    if not ended.author or (at is not None and at <= tx.now - TOLD_BEFORE):
        return False
    case = cases.look(tx, ended.id)  # of who hides the column does not say who it is
    author = people.by_id(tx, case.author) if case and case.author else None
    return author is not None and bool(author.chat.id) and not author.blocked_at


def _ends(province: Province, case: Case, kind: Kind) -> datetime:
    kept = days(province.catalogue.retention, Kept(kind), case.tier)
    return (case.ended_at or case.filed_at) + timedelta(days=kept)


# ---------------------------------------------------------------- what would go when


def outlook(tx: Tx, province: Province, ahead: timedelta = timedelta()) -> list[tuple[Kept, str, int, int]]:
    """Of each kind and tier: days kept, and how many cases are over so far ahead: held then, or gone."""
    rules = province.catalogue.retention
    each = [(kept, tier) for kept in OF_CASES for tier in TIERS]
    over = [aging.count_over(tx, tier, kept, cutoff(province, tx.now + ahead, Kind(kept), tier)) for kept, tier in each]
    return [(kept, tier, days(rules, kept, tier), number) for (kept, tier), number in zip(each, over, strict=True)]
