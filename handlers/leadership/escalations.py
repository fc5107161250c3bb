"""What leaders read of a case, without a business's name, and what a tap does about it: urge, or hand over."""

from __future__ import annotations

from dataclasses import replace

from domain.buttons import Button, Side
from domain.case import cards, confidentiality
from domain.case.case import Case, Entry, Move, is_overdue
from domain.deadline.calendars import working_days_between
from domain.messages import LEADERSHIP, Choice, Lines, Name, Value, Words, to_chat
from domain.oversight import on_case, terms
from domain.oversight.directives import ITSELF, is_open
from domain.refusals import NotNow, NotYours, Refusal
from handlers import recording
from handlers.access import actor_of
from handlers.excerpts import shortened
from handlers.group_talk import toast
from handlers.province import Province
from handlers.task_group import directing, reporting
from handlers.turn import InGroup
from storage import cases, claims
from storage.database import Tx
from storage.outgoing import outbox
from storage.oversight import directives as memory

#: working days the task group has for a case handed to it
HANDED_OVER = 3
Rows = tuple[tuple[Choice, ...], ...]
_HANDED = {Move.FILED, Move.ASSIGNED, Move.TRANSFERRED, Move.SUCCEEDED}


def line(tx: Tx, province: Province, number: int) -> Value:
    """What the matter is, how late, since when with whom: in one line."""
    case = cases.look(tx, number)
    if case is None:
        raise LookupError(number)
    facts: dict[str, Value] = {"code": case.code, "days": days_late(province, case, tx), "topic": _topic(case)}
    facts["text"] = shortened(confidentiality.for_public(case, case.text))
    facts["department"] = Name("short", case.department) if case.department else Words("department-undecided")
    since = _since([entry for entry, _ in cases.journal(tx, number)])
    facts["since"] = f"{since.at.astimezone(province.catalogue.timezone):%d/%m/%Y}"
    return Words("escalated-line", facts)


def _topic(case: Case) -> Value:
    return Name("topic", case.topic) if case.topic else Words(f"kind-{case.kind}")


def _since(entries: list[Entry]) -> Entry:
    """When whoever has it now got it."""
    return next(each for each in reversed(entries) if each.move in _HANDED)


def days_late(province: Province, case: Case, tx: Tx) -> int:
    """Working days after the deadline; 0 while it is not over."""
    if case.deadline is None or not is_overdue(case, tx.now):
        return 0
    return max(1, working_days_between(province.terms.calendar(case.department), case.deadline, tx.now))


def buttons(case: int, code: str = "") -> Rows:
    """Urge the department, or let the task group see to it; with the code where several stand in one message."""
    which = f" #{code}" if code else ""
    urge = Choice(Words("button-leader-urge", {"which": which}), Button(Side.LEADER, "urge", case=case).data)
    hand = Choice(Words("button-leader-hand", {"which": which}), Button(Side.LEADER, "hand", case=case).data)
    return ((urge, hand),)


def tell_details(turn: InGroup, number: int) -> None:
    """The case and everything that happened, as one of another department may read it; whoever hides stays hidden."""
    case = cases.load(turn.tx, number) if number else None
    if case is None:
        raise NotYours("refused-no-such-case")
    card = cards.card(case, LEADERSHIP)
    told = reporting.details(turn.tx, turn.incoming.chat, case, inside=False)
    words = Lines((card.words, told.words), "\n\n")
    rows = buttons(case.id) if is_overdue(case, turn.tx.now) else ()
    outbox.post(turn.tx, replace(told, words=words, choices=rows, to=to_chat(turn.incoming.chat), under=""))


def tap(turn: InGroup, pressed: Button) -> None:
    """A leader's tap; nobody else has these buttons, and whoever forges one is told so."""
    if turn.who.role != "leadership":
        raise NotYours("refused-leadership-only")
    case = cases.load(turn.tx, pressed.case)
    if case is None:
        raise Refusal("refused-button")
    match pressed.verb:
        case "urge":
            _urge(turn, case)
        case "hand":
            _hand_over(turn, case)
        case _:
            tell_details(turn, case.id)
            toast(turn, Words("nothing"))


def _urge(turn: InGroup, case: Case) -> None:
    """Once a day: the second tap says that the department has been urged."""
    today = turn.tx.now.astimezone(turn.province.catalogue.timezone).date()
    decision = on_case.urge(case, actor_of(turn), turn.tx.now, days_late(turn.province, case, turn.tx))
    if not claims.claim_job(turn.tx, f"urged:{case.id}", today.isoformat()):
        raise NotNow("refused-urged", code=case.code)
    recording.record(turn.tx, decision)
    who: Value = Name("short", case.department) if case.department else Words("task-group")
    toast(turn, Words("toast-urged", {"code": case.code, "who": who}))


def _hand_over(turn: InGroup, case: Case) -> None:
    """The task group is to see to it, once, within three working days."""
    tx, province = turn.tx, turn.province
    if any(each.department == ITSELF and is_open(each) for each in memory.of_case(tx, case.id)):
        raise NotNow("refused-handed", code=case.code)
    draft = directing.drafted(tx, province, actor_of(turn), directing.on_case(case), "")
    day = terms.in_working_days(province.calendar, tx.now, HANDED_OVER)
    given = directing.give(tx, province, replace(draft, department=ITSELF), actor_of(turn), day)
    toast(turn, Words("toast-handed", {"code": given.code}))
