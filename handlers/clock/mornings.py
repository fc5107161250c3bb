"""What the clock has gathered for an audience, as one message a morning, within its working hours."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from domain.buttons import Button, Side
from domain.case.case import WORKABLE, State
from domain.case.reminders import Looked
from domain.deadline.calendars import in_working_time, working_time
from domain.deadline.promises import LADDER, Look
from domain.messages import TASK_GROUP, Audience, Choice, Lines, Name, Notice, To, Urgency, Value, Words
from domain.oversight.directives import Directive
from handlers.clock import directives
from handlers.leadership import escalations
from handlers.province import Province
from handlers.task_group import data_requests
from storage import chats, claims, reminders
from storage.database import Tx
from storage.outgoing import outbox
from storage.reminders import Line, Owed

LISTED = 20
BUTTONS = 6
#: working time after which a line says that it should have come before
LATE = timedelta(hours=2)
#: stands among what can wait for the requests about personal data, which are no gathered lines
_ASKED = 0
#: in this order, the most pressing first
_ORDER = (
    Look.LATER,
    Look.LATE,
    Look.DUE,
    Look.MOST,
    Look.HALF,
    Look.ACCEPT,
    Look.PART_LATE,
    Look.PART,
    Look.REPLY_OVER,
    Look.CONFIRM_OVER,
)


def gather(tx: Tx, looked: Looked) -> None:
    """Keep what the clock has seen for each audience's next message.

    What a department without a chat should hear stands in the task group's own message, once.
    """
    found = {(_reader(tx, each.to), each.what): each for each in looked.reminders}
    for (to, _), reminder in found.items():
        reminders.keep(tx, replace(reminder, to=to), looked.decision.case.deadline)


def _reader(tx: Tx, to: To) -> To:
    return TASK_GROUP if to.audience is Audience.DEPARTMENT and not chats.has_chat(tx, to) else to


def tell(tx: Tx, province: Province) -> None:
    """Send everybody what has been gathered for them, if this is their hour."""
    for to in dict.fromkeys([*reminders.audiences(tx), TASK_GROUP]):
        if to.audience is Audience.HEAD and not chats.has_chat(tx, to):
            reminders.forget(tx, reminders.lines(tx, to))  # the department's own group has the same
        elif in_working_time(province.terms.calendar(to.department), tx.now):
            _tell(tx, province, to)


def _tell(tx: Tx, province: Province, to: To) -> None:
    """Once a day; but what is promised in hours, or ends today, cannot wait for the next morning."""
    lines, owed = reminders.lines(tx, to), reminders.owed(tx, to)
    current = _highest([line for line in lines if _still_true(to, line)])
    still_owed = directives.still_owed(tx, owed)
    today = tx.now.astimezone(province.catalogue.timezone).date().isoformat()
    asked = data_requests.due_lines(tx, province) if to == TASK_GROUP else []
    can_wait = {line.id for line in current if not line.urgent} | {line.id for line, _ in still_owed}
    can_wait |= {_ASKED} if asked else set()
    if can_wait and claims.claim_job(tx, f"morning:{to.audience}:{to.department}", today):
        can_wait = set()
    can_wait -= {line.id for line in current if line.what == Look.DUE}
    gathered: list[Line | Owed] = [*lines, *owed]
    reminders.forget(tx, [line for line in gathered if line.id not in can_wait])
    told = [line for line in current if line.id not in can_wait]
    due = [each for each in still_owed if each[0].id not in can_wait]
    if _ASKED in can_wait:
        asked = []
    if told or due or asked:
        known = province.terms.calendar(to.department)
        late = {line.id for line in told if working_time(known, line.since, tx.now) > LATE}
        notice = _with_directives(tx, message(to, told, late, _for_leaders(tx, province, to, told)), due)
        outbox.post(tx, _with_requests(notice, asked))


def _with_requests(notice: Notice, asked: Sequence[Value]) -> Notice:
    """The same message with the requests about personal data that are due, at its end."""
    if not asked:
        return notice
    said = notice.words.items if isinstance(notice.words, Lines) else (notice.words,)
    said = said if len(said) > 1 else ()  # nothing else is due: no head that counts to nought
    return replace(notice, words=Lines((*said, *asked)))


def _for_leaders(tx: Tx, province: Province, to: To, lines: Sequence[Line]) -> dict[int, Value]:
    """What leaders read of each case; nothing for everybody else, whose card says it."""
    if to.audience is not Audience.LEADERSHIP:
        return {}
    return {line.case: escalations.line(tx, province, line.case) for line in lines[:LISTED]}


def _with_directives(tx: Tx, notice: Notice, due: Sequence[tuple[Owed, Directive]]) -> Notice:
    """The same message with the directives to be reminded of, and what is counted at its head."""
    if not due:
        return notice
    said = notice.words.items if isinstance(notice.words, Lines) else (notice.words,)
    head, rest = said[0], said[1:]
    count = head.args["count"] if isinstance(head, Words) else 0
    head = Words("morning-head", {"count": (count if isinstance(count, int) else 0) + len(due)})
    shown = directives.choices(notice.to, due)[:BUTTONS]
    rows = (*notice.choices, *(tuple(shown[at : at + 2]) for at in range(0, len(shown), 2)))
    return replace(notice, words=Lines((head, *rest, *directives.section(tx, notice.to, due))), choices=rows)


def _still_true(to: To, line: Line) -> bool:
    """False once the case has moved on since the clock looked at it."""
    what, _, part = line.what.partition(":")
    if what in {Look.PART, Look.PART_LATE}:
        return line.state in WORKABLE and part in line.owing
    if to.audience in {Audience.DEPARTMENT, Audience.HEAD} and line.department != to.department:
        return False
    if what == Look.ACCEPT:
        return line.state in {State.FILED, State.REOPENED}
    if what == Look.HALF and line.has_heard:
        return False
    if what in LADDER:
        return line.state in WORKABLE and line.due == line.deadline
    return True


def _highest(lines: list[Line]) -> list[Line]:
    """Without a warning that waited until a higher one of the same case came."""
    steps = [(line.case, LADDER.index(Look(line.what))) for line in lines if line.what in LADDER]
    highest = dict(sorted(steps))
    return [line for line in lines if line.what not in LADDER or LADDER[highest[line.case]] == line.what]


def message(
    to: To, lines: Sequence[Line], late: Container[int] = (), said_of: Mapping[int, Value] | None = None
) -> Notice:
    """One message: what is most pressing first, the rest counted; each case a button where somebody acts on it.

    `late` are the ids of the lines that should have come before; `said_of` a case is its line, where it has one.
    """
    lines = sorted(lines, key=lambda line: (_ORDER.index(Look(line.what.partition(":")[0])), line.since))
    said: list[Value] = [Words("morning-head", {"count": len(lines)})]
    last = ""
    for line in lines[:LISTED]:
        what = line.what.partition(":")[0]
        if what != last:
            said.append(Words(f"morning-{what}", {"reader": to.audience}))
            last = what
        said.append((said_of or {}).get(line.case) or _line(to, line, late=line.id in late))
    if len(lines) > LISTED:
        said.append(Words("morning-more", {"count": len(lines) - LISTED}))
    return Notice(to, Lines(tuple(said)), choices=_buttons(to, lines), urgency=Urgency.REMINDER)


def _line(to: To, line: Line, *, late: bool) -> Words:
    own = to.audience in {Audience.DEPARTMENT, Audience.HEAD} and line.department == to.department
    department: Value = Name("short", line.department) if line.department else Words("department-undecided")
    facts: dict[str, Value] = {
        "code": line.code,
        "department": Words("nothing") if own else department,
        "deadline": line.due or line.since,
        "since": line.since,
        "own": "yes" if own else "no",
        "late": "yes" if late else "no",
    }
    return Words("morning-line", facts)


def _buttons(to: To, lines: Sequence[Line]) -> tuple[tuple[Choice, ...], ...]:
    cases = dict.fromkeys((line.case, line.code) for line in lines)
    if to.audience is Audience.LEADERSHIP:
        return tuple(row for case, code in list(cases)[:BUTTONS] for row in escalations.buttons(case, code))
    if to.audience not in {Audience.DEPARTMENT, Audience.TASK_GROUP}:
        return ()
    shown = [Choice(f"#{code}", Button(Side.OFFICER, "card", case=case).data) for case, code in cases][:BUTTONS]
    return tuple(tuple(shown[at : at + 2]) for at in range(0, len(shown), 2))
