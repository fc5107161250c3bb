"""Petitions of an office's list become cases: each once, marked, in nobody's figures; nobody is written to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from domain.lists.petitions import Petition
from domain.lists.standings import IN_HAND
from domain.lists.taking import Taken, take
from domain.province.catalogue import PromisedStep
from handlers.province import Province
from storage import cases, claims, imported
from storage.database import Tx
from storage.knowledge import search

#: petitions of one transaction: what is written meanwhile waits a moment only
AT_ONCE = 100


@dataclass(slots=True)
class Sorted:
    """Petitions by whether they are here: new, here as they are, and here but told otherwise by now."""

    new: list[Petition] = field(default_factory=list)
    same: int = 0
    changed: list[Petition] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Under which name a list is taken over, and whether our clock shall look at what is open."""

    name: str
    timed: bool = False


def sort(tx: Tx, petitions: Sequence[Petition]) -> Sorted:
    """Which of these petitions are here already."""
    found = Sorted()
    for batch in batches(petitions):
        here = imported.known(tx, [each.key for each in batch])
        for each in batch:
            if each.key not in here:
                found.new.append(each)
            elif here[each.key] == each.state:
                found.same += 1
            else:
                found.changed.append(each)
    return found


def batches(petitions: Sequence[Petition]) -> Iterator[Sequence[Petition]]:
    """So many at once as one transaction takes."""
    for begin in range(0, len(petitions), AT_ONCE):
        yield petitions[begin : begin + AT_ONCE]


def take_over(tx: Tx, province: Province, batch: Sequence[Petition], wanted: Wanted) -> int:
    """Make cases of these petitions, but for those that are here; how many were made."""
    here = imported.known(tx, [each.key for each in batch])
    new = [each for each in batch if each.key not in here]
    for each in new:
        _take_over(tx, province, each, wanted)
    return len(new)


def _take_over(tx: Tx, province: Province, petition: Petition, wanted: Wanted) -> None:
    catalogue, terms = province.catalogue, province.terms
    year, about = petition.received.year, (petition.kind, petition.topic, petition.department)
    timed = wanted.timed and petition.standing in IN_HAND
    taken = Taken(
        id=claims.take_number(tx, "cases"),
        code=f"{catalogue.code_prefix}{year % 100:02d}-{claims.take_number(tx, f'code-{year}'):05d}",
        list=wanted.name,
        now=tx.now,
        zone=catalogue.timezone,
        promise=terms.promise(PromisedStep.RESOLVE, *about),
        # from now on, not from its receipt: nobody has held anybody to our promises before
        term=terms.filed(tx.now, *about) if timed else None,
    )
    case, entries = take(petition, taken)
    cases.keep(tx, case, entries)
    search.enter(tx, case)
    imported.note(tx, petition.key, case.id, petition.state)
