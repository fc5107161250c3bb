"""Merging two cases about the same matter, and taking that back: `/gop #first #second`, `/tach #second`."""

from __future__ import annotations

from domain.case import merging
from domain.case.case import Case, Entry, Move
from domain.refusals import Missing, NotNow
from handlers import recording, typed
from handlers.access import actor_of, case_for, check
from handlers.group_talk import acknowledge
from handlers.officer.naming import case_replied_to
from handlers.turn import InGroup
from storage import cases
from storage.database import Tx


def merge(turn: InGroup, words: str) -> None:
    """Two codes, or one as a reply to the case that stays; a department merges only what is its own."""
    numbers, replied_to = _cases_named(turn, words), case_replied_to(turn)
    if len(numbers) == 1 and replied_to:
        numbers = [replied_to, *numbers]
    if len(numbers) != 2:  # noqa: PLR2004  the two of them
        raise Missing("refused-merge-two")
    lead, other = (_own(turn, number) for number in numbers)
    for decision in merging.merge(lead, other, actor_of(turn), turn.tx.now):
        recording.record(turn.tx, decision)
    acknowledge(turn)


def _cases_named(turn: InGroup, words: str) -> list[int]:
    """The cases whose codes stand there; 0 for a code of none."""
    return [found.id if (found := cases.by_code(turn.tx, code)) else 0 for code in typed.codes(words)]


def _own(turn: InGroup, number: int) -> Case:
    case = case_for(turn, number)
    check(turn, case, "merge")
    return case


def separate(turn: InGroup, words: str) -> None:
    """The merged case named or replied to goes its own way again."""
    number = (_cases_named(turn, words) or [case_replied_to(turn)])[0]
    if not number:
        raise Missing("refused-which-card")
    other = case_for(turn, number)
    merged = last_merger(turn.tx, other)
    lead = cases.load(turn.tx, other.merged_into) if other.merged_into else None
    if merged is None or lead is None:
        raise NotNow("refused-not-merged", code=other.code)
    for decision in merging.separate(lead, other, merged, actor_of(turn), turn.tx.now):
        recording.record(turn.tx, decision)
    acknowledge(turn)


def last_merger(tx: Tx, case: Case) -> Entry | None:
    """The entry by which this case ended in another, or None."""
    if not case.merged_into:
        return None
    entries = [entry for entry, _ in cases.journal(tx, case.id)]
    return next((each for each in reversed(entries) if each.move is Move.MERGED and "into" in each.facts), None)
