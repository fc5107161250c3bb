"""`/giulai`: the task group keeps a case beyond the time its data is kept, for a reason, and lets it go."""

from __future__ import annotations

from domain.case.case import Case
from domain.language import fold
from domain.messages import Lines, Value, Words
from domain.rights import holding
from handlers import recording
from handlers.access import actor_of
from handlers.group_talk import say
from handlers.rights import retention
from handlers.turn import InGroup
from storage.rights import aging

_LISTED = 20
_LET_GO = {"thoi", "bo", "bo giu", "thoi giu", "khong giu nua", "release", "let go", "解除", "不再保留"}


def work_on(turn: InGroup, case: Case, said: str) -> None:
    """`/giulai #CODE reason` holds; `/giulai #CODE thôi` lets go; without a reason it says what it needs."""
    actor, now = actor_of(turn), turn.tx.now
    if fold(said).strip(" .") in _LET_GO:
        recording.record(turn.tx, holding.let_go(case, actor, now))
        say(turn, Words("hold-ended", {"code": case.code}), about=case.id)
        return
    decision = holding.hold(case, actor, now, said, was_told=retention.tell_anew(turn.tx, case.id))
    kept = recording.record(turn.tx, decision)
    say(turn, Words("hold-begun", {"code": case.code, "reason": kept.held_for}), about=case.id)


def tell_held(turn: InGroup) -> None:
    """`/giulai` alone: every case that is held, by whom, since when and why."""
    found = aging.held(turn.tx)
    if not found:
        say(turn, Words("hold-none"))
        return
    lines: list[Value] = [Words("hold-head", {"count": len(found)}), *map(_line, found[:_LISTED])]
    if len(found) > _LISTED:
        lines.append(Words("hold-more", {"count": len(found) - _LISTED}))
    say(turn, Lines(tuple(lines)))


def _line(case: Case) -> Words:
    return Words("hold-line", {"code": case.code, "at": case.held_at or case.filed_at, "reason": case.held_for})
