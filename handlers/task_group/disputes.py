"""The list of cases that are a dispute or may become one, for the task group and leadership; it names no business."""

from __future__ import annotations

from domain.case.case import Case
from domain.messages import Lines, Name, Value, Words
from domain.oversight import disputes
from domain.refusals import NotYours
from handlers.group_talk import say
from handlers.turn import InGroup
from storage.oversight import disputed

_LISTED = 20


def tell_live(turn: InGroup) -> None:
    """`/tranhchap`: what is not decided on yet first, each with its reasons."""
    if turn.who.role not in {"task-group", "leadership"}:
        raise NotYours("refused-disputes-task-group")
    found = disputed.live(turn.tx)
    if not found:
        say(turn, Words("disputes-none"))
        return
    lines: list[Value] = [Words("disputes-head", {"count": len(found)})]
    lines += [_line(turn, case) for case in found[:_LISTED]]
    if len(found) > _LISTED:
        lines.append(Words("disputes-more", {"count": len(found) - _LISTED}))
    say(turn, Lines(tuple(lines)))


def _line(turn: InGroup, case: Case) -> Words:
    facts: dict[str, Value] = {"code": case.code, "why": disputes.in_words(case.risks)}
    facts["department"] = Name("short", case.department) if case.department else Words("department-undecided")
    facts["decided"] = Words("dispute-is-yes") if case.dispute == "yes" else Words("dispute-is-suspected")
    facts["since"] = f"{case.filed_at.astimezone(turn.province.catalogue.timezone):%d/%m/%Y}"
    return Words("disputes-line", facts)
