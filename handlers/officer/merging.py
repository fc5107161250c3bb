"""Merging two cases about the same matter, and taking that back: `/gop #first #second`, `/tach #second`."""

from __future__ import annotations

from domain.case import merging
from domain.case.case import Case, Entry, Move
from domain.messages import Incoming
from domain.refusals import Missing, NotNow
from handlers import recording, typed
from handlers.access import case_for, may, officer_of
from handlers.answering import acknowledge
from handlers.province import Province
from storage import cases
from storage.chats import Bound
from storage.database import Tx

COMMANDS = {"gop": "merge", "merge": "merge", "tach": "separate", "separate": "separate"}


def commanded(tx: Tx, province: Province, incoming: Incoming, bound: Bound, replied_to: int) -> None:
    """Two codes, or one as a reply to the case that stays; a department merges only what is its own."""
    name, rest = typed.command(incoming.text)
    numbers = [found.id if (found := cases.by_code(tx, code)) else 0 for code in typed.codes(rest)]
    if COMMANDS[name] == "separate":
        _separate(tx, province, incoming, bound, (numbers or [replied_to])[0])
        return
    if len(numbers) == 1 and replied_to:
        numbers = [replied_to, *numbers]
    if len(numbers) != 2:  # noqa: PLR2004  the two of them
        raise Missing("refused-merge-two")
    lead, other = (_own(tx, province, bound, number) for number in numbers)
    _, actor = officer_of(tx, incoming, bound)
    for decision in merging.merge(lead, other, actor, tx.now):
        recording.record(tx, decision)
    acknowledge(tx, incoming)


def _own(tx: Tx, province: Province, bound: Bound, number: int) -> Case:
    case = case_for(tx, province, bound, number)
    may(province, case, bound, "merge")
    return case


def _separate(tx: Tx, province: Province, incoming: Incoming, bound: Bound, number: int) -> None:
    if not number:
        raise Missing("refused-which-card")
    other = case_for(tx, province, bound, number)
    merged = last_merger(tx, other)
    lead = cases.load(tx, other.merged_into) if other.merged_into else None
    if merged is None or lead is None:
        raise NotNow("refused-not-merged", code=other.code)
    _, actor = officer_of(tx, incoming, bound)
    for decision in merging.separate(lead, other, merged, actor, tx.now):
        recording.record(tx, decision)
    acknowledge(tx, incoming)


def last_merger(tx: Tx, case: Case) -> Entry | None:
    """The entry by which this case ended in another, or None."""
    if not case.merged_into:
        return None
    entries = [entry for entry, _ in cases.journal(tx, case.id)]
    return next((each for each in reversed(entries) if each.move is Move.MERGED and "into" in each.facts), None)
