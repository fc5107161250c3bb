"""The clock's look at directives, and their part of the morning's message."""

from __future__ import annotations

from collections.abc import Iterable

from domain.buttons import Button, Side
from domain.case.case import Role
from domain.messages import LEADERSHIP, TASK_GROUP, Audience, Choice, To, Value, Words
from domain.oversight import directives as rules
from domain.oversight import showing
from domain.oversight.directives import Directive, Standing
from domain.oversight.terms import Watch
from handlers.excerpts import shortened
from handlers.province import Province
from storage import cases, chats, reminders
from storage.database import Tx
from storage.oversight import directives as memory
from storage.reminders import Owed

_ORDER = (Watch.LATE, Watch.EVE, Watch.HALF)


def look(tx: Tx, province: Province) -> int:
    """Gather what there is to remind of for each audience's next morning; how many directives were looked at."""
    if not province.terms.is_working(tx.now):
        return 0
    batch = memory.due(tx, tx.now)
    for number in batch:
        directive = memory.load(tx, number)
        found = rules.look(directive, tx.now) if directive else None
        if found is None:
            continue
        taken, what = found
        memory.keep(tx, taken)
        for to in _told(tx, taken.directive, what):
            reminders.keep_owed(tx, to, number, what)
    return len(batch)


def _told(tx: Tx, directive: Directive, what: str) -> tuple[To, ...]:
    """Whoever is to do it; when it is late whoever sees to it as well, and the leaders who wanted it."""
    doer = rules.whose(directive)
    told = [doer if doer == TASK_GROUP or chats.has_chat(tx, doer) else TASK_GROUP]
    if what == Watch.LATE:
        told.append(rules.judge(directive))
        told += [LEADERSHIP] if directive.by.role is Role.LEADERSHIP else []
    return tuple(dict.fromkeys(told))


def still_owed(tx: Tx, lines: Iterable[Owed]) -> list[tuple[Owed, Directive]]:
    """Those that nobody has reported, accepted or cancelled since; of several lines of one the last."""
    found: dict[int, tuple[Owed, Directive]] = {}
    for line in lines:
        directive = memory.load(tx, line.directive)
        if directive is not None and directive.standing is Standing.GIVEN:
            found[directive.id] = (line, directive)
    return list(found.values())


def section(tx: Tx, to: To, owed: Iterable[tuple[Owed, Directive]]) -> list[Value]:
    """Their lines, under a heading for each reason."""
    said: list[Value] = []
    last = ""
    for line, directive in sorted(owed, key=lambda each: (_ORDER.index(Watch(each[0].what)), each[1].id)):
        if line.what != last:
            said.append(Words(f"morning-{line.what}"))
            last = line.what
        case = cases.look(tx, directive.case) if directive.case else None
        facts: dict[str, Value] = {"code": directive.code, "who": showing.name_of(directive.department)}
        text = shortened(showing.seen(to, case, directive.text))
        said.append(Words("morning-directive", {**facts, "at": directive.due or line.since, "text": text}))
    return said


def choices(to: To, owed: Iterable[tuple[Owed, Directive]]) -> list[Choice]:
    """A button for each, where somebody works on it."""
    if to.audience is Audience.HEAD:
        return []
    shows = ((each.code, Button(Side.DIRECTIVE, "show", directive=each.id).data) for _, each in owed)
    return [Choice(f"#{code}", data) for code, data in shows]
