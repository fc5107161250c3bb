"""A business and the cases it has filed: which one is meant, looking them up, taking one back."""

from __future__ import annotations

from domain.buttons import Button, Side
from domain.case import decisions, moves, unmasking
from domain.case.case import Case, Move, Outcome, State, is_overdue
from domain.case.transitions import allowed
from domain.deadline.calendars import working_days_between
from domain.messages import Choice, Lines, Value, Words, to_author
from domain.refusals import Missing, NotNow, NotYours, Refusal
from handlers import typed
from handlers.business import phones
from handlers.business.filed import printouts
from handlers.business.filed.told import department_words, state_words, timeline
from handlers.excerpts import shortened
from handlers.memory import Step
from handlers.private_talk import Rows, actor, instant, record, say
from handlers.task_group import reporting
from handlers.turn import Private
from storage import cases, messages
from storage.database import Tx
from storage.people import Individual

#: letters of a text in a list of one's own cases
LINE = 60


def own_case(turn: Private, case: int) -> Case:
    """This person's case; raises NotYours for anybody else's, and for one that is not there."""
    found = cases.load(turn.tx, case)
    if found is None or not is_own(turn.who, found):
        raise NotYours("refused-not-your-case")
    return found


def is_own(who: Individual, case: Case) -> bool:
    """True for who filed the case, and for a guest with the code to it."""
    return case.author == who.id and case.id == (case.id if who.id else who.only_case)


def case_named(turn: Private, text: str) -> Case:
    """The case named in the text, or the only open one."""
    if code := typed.code(text):
        found = cases.by_code(turn.tx, code)
        return own_case(turn, found.id if found else 0)
    if turn.who.only_case:
        return own_case(turn, turn.who.only_case)
    live = cases.live_of_author(turn.tx, turn.who.id)
    if len(live) != 1:
        raise Missing("refused-which-case" if live else "refused-no-case")
    return own_case(turn, live[0].id)


def case_meant(turn: Private) -> Case | None:
    """The own case whose message is replied to, or whose code stands in the text."""
    tx, incoming = turn.tx, turn.incoming
    known = messages.find(tx, incoming.chat, incoming.reply_to)
    if known is not None and known.case:
        return own_case(turn, known.case)
    code = typed.code(incoming.text) or (typed.code(incoming.reply_text) if known is None else "")
    found = cases.by_code(tx, code) if code else None
    return own_case(turn, found.id) if found and is_own(turn.who, found) else None


# ---------------------------------------------------------------- looking up


def look_up(turn: Private, command: str, rest: str) -> None:
    """The list of cases, one of them, why it is due when it is, or taking it back."""
    if command == "list":
        list_all(turn)
        return
    case = case_named(turn, rest)
    match command:
        case "status":
            show(turn, case)
        case "deadline":
            explain_deadline(turn, case)
        case "print":
            printouts.send(turn, case)
        case _:
            ask_withdrawal(turn, case)


def list_all(turn: Private) -> None:
    """The person's newest cases, each a button."""
    own = cases.of_author(turn.tx, turn.who.id)
    if not own:
        raise Refusal("refused-no-case")
    lines: list[Value] = [Words("list-head", {"count": len(own)})]
    lines += [
        Words("list-line", {"code": case.code, "state": state_words(case), "text": shortened(case.text, LINE)})
        for case in own
    ]
    rows = tuple((Choice(f"#{case.code}", Button(Side.OWN, "show", case=case.id).data),) for case in own[:6])
    say(turn, Lines(tuple(lines)), rows)


def show(turn: Private, case: Case) -> None:
    """Status, who has it, the deadline, and everything the business may know of what happened."""
    lines: list[Value] = [
        Words("status-head", {"code": case.code, "state": state_words(case)}),
        Words("status-department", {"department": department_words(case)}),
    ]
    if case.state is State.ASKED:
        lines.append(Words("status-asked", {"until": case.reply_by or turn.tx.now}))
    elif case.deadline and is_overdue(case, turn.tx.now):
        known = turn.province.terms.calendar(case.department)
        days = working_days_between(known, case.deadline, turn.tx.now)
        lines.append(Words("status-overdue", {"at": case.deadline, "days": days}))
    elif case.deadline and case.state in {State.FILED, State.ACCEPTED, State.REOPENED}:
        lines.append(Words("status-deadline", {"at": case.deadline}))
    lines += timeline(turn.tx, case)
    lines += phones.lines(turn.province.catalogue, case.department)
    say(turn, Lines(tuple(lines)), what_now(turn.tx, case), about=case.id)


def explain_deadline(turn: Private, case: Case) -> None:
    """When the answer is due, and why then."""
    told = reporting.deadline(turn.tx, to_author(turn.who.id), case)
    say(turn, told.words, about=told.about, keep_choices=True)


def button(wish: str, case: Case) -> Choice:
    """The button by which this is done to a case of one's own."""
    return Choice(Words(f"button-{wish}"), Button(Side.OWN, wish, case=case.id).data)


def what_now(tx: Tx, case: Case) -> Rows:
    """The buttons under a case's status."""
    paper = button("print", case)
    rows: list[tuple[Choice, ...]] = []
    if case.state not in {State.CLOSED, State.WITHDRAWN, State.MERGED}:
        add = button("add", case)
        rows.append((add, button("withdraw", case), paper))
    elif case.state is State.MERGED:
        rows.append((button("add", case), paper))
    else:
        rows.append((paper,))
    if case.state is State.ANSWERED:
        rows += decisions.outcome_choices(case)
    elif case.state is State.DECLINED:
        rows += decisions.contest_choices(case)
    elif may_reopen(tx, case):
        rows.append((button(Outcome.NOT_SOLVED, case),))
    return tuple(rows)


def may_reopen(tx: Tx, case: Case) -> bool:
    """True for a closed case while its time to come back lasts."""
    return case.state is State.CLOSED and case.reopen_until is not None and tx.now <= case.reopen_until


# ---------------------------------------------------------------- adding and taking back


def ask_addition(turn: Private, case: Case) -> None:
    """Ask what is to be added."""
    say(turn, Words("add-question", {"code": case.code}), about=case.id)
    turn.talk.awaits(Step.ADD, case.id)


def ask_withdrawal(turn: Private, case: Case) -> None:
    """Withdrawing is asked again before it happens."""
    if not allowed(case, Move.WITHDRAWN):
        raise NotNow("refused-state", code=case.code, state=state_words(case))
    yes = button("withdraw-yes", case)
    keep = button("keep", case)
    say(turn, Words("withdraw-question", {"code": case.code}), ((yes, keep),), about=case.id)


def name_oneself(turn: Private, case: Case) -> None:
    """`/neuten`: whoever filed in secret wants to be known to the department after all."""
    conduct = turn.province.catalogue.triage.conduct
    record(turn, unmasking.by_oneself(case, actor(turn.who), instant(turn, case), conduct))


def withdraw(turn: Private, case: Case) -> None:
    """The business takes its case back."""
    record(turn, moves.withdraw(case, actor(turn.who), instant(turn, case)))
    turn.talk.answered()


def keep_case(turn: Private, case: Case) -> None:
    """The case is not withdrawn after all."""
    say(turn, Words("kept", {"code": case.code}), about=case.id)
