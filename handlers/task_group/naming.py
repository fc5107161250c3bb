"""The task group on a business that hides: asking that it be named, and deciding on what another member asked."""

from __future__ import annotations

import re

from domain.buttons import Button
from domain.case import unmasking
from domain.case.case import Actor, Case, Role
from domain.case.decisions import Decision
from domain.language import fold
from domain.messages import Words
from handlers import meanings, recording
from handlers.access import actor_of
from handlers.meanings import Meaning
from handlers.rights import accesses
from handlers.turn import InGroup
from storage import cases
from storage.database import Tx

#: how a request begins that one member makes come true alone
_EMERGENCY = re.compile(r"(?:khan cap\b|khan:|emergency\b|紧急)[\s:,.-]*")


def work_on(turn: InGroup, case: Case, said: str) -> None:
    """`/neuten #CODE reason` asks; "yes" and "no" decide; a reason after "emergency" names at once."""
    if meanings.says(said, Meaning.YES, Meaning.AGREE):
        decide(turn, case, agrees=True)
    elif meanings.says(said, Meaning.NO, Meaning.DISAGREE):
        decide(turn, case, agrees=False)
    else:
        actor, formal_way = actor_of(turn), turn.province.catalogue.triage.conduct
        urgent = _EMERGENCY.match(fold(said)) if len(fold(said)) == len(said) else None
        do = unmasking.at_once if urgent else unmasking.ask
        reason = said[urgent.end() :] if urgent else said
        recording.record(turn.tx, do(case, actor, turn.tx.now, reason, formal_way))
        if urgent:
            accesses.note_named(turn, case)


def tap(turn: InGroup, case: Case, button: Button) -> Words:
    """The buttons under a request."""
    decide(turn, case, agrees=button.verdict == "yes", number=button.proposal)
    return Words("toast-decided", {"code": case.code})


def decide(turn: InGroup, case: Case, *, agrees: bool, number: int = 0) -> None:
    """Another member's word on the request that is open (`number`: on this one)."""
    recording.record(turn.tx, _decision(turn, case, actor_of(turn), number, agrees=agrees))
    if agrees:
        accesses.note_named(turn, case)


def _decision(turn: InGroup, case: Case, actor: Actor, number: int, *, agrees: bool) -> Decision:
    if agrees:
        return unmasking.grant(case, actor, turn.tx.now, number, turn.province.catalogue.triage.conduct)
    return unmasking.refuse(case, actor, turn.tx.now, number)


def mask_again(tx: Tx) -> int:
    """Once an hour: what departments were told of who filed in secret is over after its time; how many cases."""
    over = cases.named_before(tx, tx.now - unmasking.NAMED_FOR)
    for number in over:
        case = cases.load(tx, number)
        if case is not None and case.named_until is not None and case.named_until <= tx.now:
            recording.record(tx, unmasking.mask_again(case, Actor(Role.CLOCK), tx.now))
    return len(over)
