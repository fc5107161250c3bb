"""The hash chain: whatever is changed, left out, put in or moved is found, at the first place that is wrong."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.case import apart
from domain.case.case import Entry, Move, Role
from domain.case.journal import START, Line, first_break, link
from tests.cast import Step, filed, play, steps

Chain = list[tuple[Line, str]]


def line(entry: Entry) -> Line:
    """As the chain knows it; what lies apart with a salt that is always the same."""
    parts = apart.parted(entry)
    sworn = (apart.commitment(apart.canonical(part) if part else "") for part in (parts.identity, parts.words))
    actor = entry.actor
    return Line(entry.case, entry.seq, entry.at, actor.role, actor.department, entry.move, parts.facts, *sworn)


def chain(entries: list[Entry]) -> Chain:
    linked: Chain = []
    for entry in entries:
        linked.append((line(entry), link(linked[-1][1] if linked else START, line(entry))))
    return linked


CHANGES: dict[str, Any] = {
    "words": lambda e: replace(e, words=bytes(32)),
    "whoever is meant": lambda e: replace(e, identity=bytes(32)),
    "words left out": lambda e: replace(e, words=None),
    "a fact": lambda e: replace(e, facts={**e.facts, "days": 99}),
    "fact left out": lambda e: replace(e, facts=dict(list(e.facts.items())[1:])),
    "instant": lambda e: replace(e, at=e.at + timedelta(microseconds=1)),
    "department": lambda e: replace(e, department="thue-tinh"),
    "role": lambda e: replace(e, role=Role.ADMINISTRATOR),
    "move": lambda e: replace(e, move=Move.WITHDRAWN if e.move is not Move.WITHDRAWN else Move.NOTED),
    "case": lambda e: replace(e, case=e.case + 1),
    "number": lambda e: replace(e, seq=e.seq + 1),
}


@settings(deadline=None, max_examples=80)
@given(steps())
def test_an_untouched_journal_hangs_together(tries: list[Step]) -> None:
    linked = chain([entry for decision in play(filed(), tries) for entry in decision.entries])
    assert first_break(linked) is None


@pytest.mark.parametrize("change", sorted(CHANGES))
@settings(deadline=None, max_examples=25)
@given(tries=steps(), seed=st.integers(0, 1000))
def test_any_change_of_an_entry_is_found_where_it_was_made(change: str, tries: list[Step], seed: int) -> None:
    linked = chain([entry for decision in play(filed(), tries) for entry in decision.entries])
    at = random.Random(seed).randrange(len(linked))
    entry, digest = linked[at]
    changed = CHANGES[change](entry)
    if changed == entry:  # an entry without facts has none to leave out
        return
    linked[at] = (changed, digest)
    assert first_break(linked) == at + 1


@settings(deadline=None, max_examples=80)
@given(tries=steps(), seed=st.integers(0, 1000))
def test_an_entry_moved_doubled_or_left_out_is_found(tries: list[Step], seed: int) -> None:
    linked = chain([entry for decision in play(filed(), tries) for entry in decision.entries])
    dice = random.Random(seed)
    if len(linked) < 2:
        return
    at, to = dice.sample(range(len(linked)), 2)
    moved = linked.copy()
    moved.insert(to, moved.pop(at))
    doubled = [*linked[: at + 1], *linked[at:]]
    without = [*linked[:at], *linked[at + 1 :]]
    assert first_break(moved) == min(at, to) + 1
    assert first_break(doubled) == at + 2
    if at < len(linked) - 1:  # the last one's loss shows in the row, which then says more than its journal
        assert first_break(without) == at + 1


def test_a_journal_forged_from_one_entry_on_needs_every_later_hash() -> None:
    linked = chain([entry for decision in play(filed(), []) for entry in decision.entries])
    entry = replace(linked[0][0], facts={**linked[0][0].facts, "text": "khác"})
    forged = [(entry, link(START, entry))]
    assert first_break(forged) is None
    assert forged[0][1] != linked[0][1]


def test_an_entry_of_another_journal_does_not_fit() -> None:
    own, other = chain([filed(1).entries[0]]), chain([filed(2).entries[0]])
    assert first_break([own[0], (replace(other[0][0], seq=2), other[0][1])]) == 2
