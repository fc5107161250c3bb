"""A business and the cases it has filed: which one is meant, looking them up, taking one back."""

from __future__ import annotations

from domain.case import moves
from domain.case.case import Case, Move, Outcome, State, allowed
from domain.messages import Choice, Incoming, Lines, Name, Value, Words, to_author
from domain.refusals import Missing, NotNow, NotYours, Refusal
from handlers import typed
from handlers.business.filing import Sent
from handlers.task_group import reporting
from handlers.telling import actor, answered_now, record, say
from storage import cases, messages
from storage.database import Tx
from storage.people import Individual


def own_case(tx: Tx, person: Individual, case: int) -> Case:
    """This person's case; raises NotYours for anybody else's, and for one that is not there."""
    found = cases.load(tx, case)
    if found is None or not is_own(person, found):
        raise NotYours("refused-not-your-case")
    return found


def is_own(person: Individual, case: Case) -> bool:
    """True for who filed the case, and for a guest with the code to it."""
    return case.author == person.id and case.id == (case.id if person.id else person.only_case)


def named(tx: Tx, person: Individual, text: str) -> Case:
    """The case named in the text, or the only open one."""
    if code := typed.code(text):
        found = cases.by_code(tx, code)
        return own_case(tx, person, found.id if found else 0)
    if person.only_case:
        return own_case(tx, person, person.only_case)
    live = cases.live_of_author(tx, person.id)
    if len(live) != 1:
        raise Missing("refused-which-case" if live else "refused-no-case")
    return own_case(tx, person, live[0].id)


def meant(tx: Tx, incoming: Incoming, person: Individual) -> Case | None:
    """The own case whose message is replied to, or whose code stands in the text."""
    known = messages.find(tx, incoming.chat, incoming.reply_to)
    if known is not None and known.case:
        return own_case(tx, person, known.case)
    code = typed.code(incoming.text) or (typed.code(incoming.reply_text) if known is None else "")
    found = cases.by_code(tx, code) if code else None
    if found is None or not is_own(person, found):
        return None
    return own_case(tx, person, found.id)


def department_words(case: Case) -> Value:
    """The department that has the case, or that the task group is still deciding."""
    return Name("department", case.department) if case.department else Words("department-undecided")


# ---------------------------------------------------------------- looking up


def commanded(tx: Tx, person: Individual, command: str, rest: str) -> None:
    """The list of cases, one of them, or taking one back."""
    if command == "list":
        list_all(tx, person)
    elif command == "status":
        show(tx, person, named(tx, person, rest))
    elif command == "deadline":
        told = reporting.deadline(tx, to_author(person.id), named(tx, person, rest))
        say(tx, person, told.words, about=told.about, keep_choices=True)
    else:
        ask_withdraw(tx, person, named(tx, person, rest))


def list_all(tx: Tx, person: Individual) -> None:
    """The person's newest cases, each a button."""
    own = cases.of_author(tx, person.id)
    if not own:
        raise Refusal("refused-no-case")
    lines: list[Value] = [Words("list-head", {"count": len(own)})]
    lines += [
        Words("list-line", {"code": case.code, "state": Words(f"state-{case.state}"), "text": short(case.text)})
        for case in own
    ]
    rows = tuple((Choice(f"#{case.code}", f"b:show:{case.id}"),) for case in own[:6])
    say(tx, person, Lines(tuple(lines)), rows)


def short(text: str, longest: int = 60) -> Value:
    line = " ".join(text.split())
    return (line if len(line) <= longest else line[:longest].rstrip() + "…") or Words("no-text")


def show(tx: Tx, person: Individual, case: Case) -> None:
    """Status, who has it, the deadline, and everything the business may know of what happened."""
    lines: list[Value] = [
        Words("status-head", {"code": case.code, "state": Words(f"state-{case.state}")}),
        Words("status-department", {"department": department_words(case)}),
    ]
    if case.state is State.ASKED:
        lines.append(Words("status-asked", {"until": case.reply_by or tx.now}))
    elif case.deadline and case.state in {State.FILED, State.ACCEPTED, State.REOPENED}:
        lines.append(Words("status-deadline", {"at": case.deadline}))
    for entry, _ in cases.journal(tx, case.id):
        if entry.move in _TOLD:
            lines.append(Words("timeline", {"at": entry.at, "what": _told(entry.move, entry.facts)}))
    say(tx, person, Lines(tuple(lines)), what_now(tx, case), about=case.id)


def what_now(tx: Tx, case: Case) -> tuple[tuple[Choice, ...], ...]:
    """The buttons under a case's status."""
    rows: list[tuple[Choice, ...]] = []
    if case.state not in {State.CLOSED, State.WITHDRAWN, State.MERGED}:
        add = Choice(Words("button-add"), f"b:add:{case.id}")
        rows.append((add, Choice(Words("button-withdraw"), f"b:withdraw:{case.id}")))
    elif case.state is State.MERGED:
        rows.append((Choice(Words("button-add"), f"b:add:{case.id}"),))
    if case.state is State.ANSWERED:
        rows += moves.outcome_choices(case)
    elif case.state is State.DECLINED:
        rows.append((Choice(Words("button-contest"), f"b:{Outcome.NOT_SOLVED}:{case.id}"),))
    elif may_reopen(tx, case):
        rows.append((Choice(Words("button-not-solved"), f"b:{Outcome.NOT_SOLVED}:{case.id}"),))
    return tuple(rows)


def may_reopen(tx: Tx, case: Case) -> bool:
    """True for a closed case while its time to come back lasts."""
    return case.state is State.CLOSED and case.reopen_until is not None and tx.now <= case.reopen_until


_TOLD = frozenset(
    {
        Move.FILED,
        Move.ASSIGNED,
        Move.SUCCEEDED,
        Move.ACCEPTED,
        Move.ASKED,
        Move.REPLIED,
        Move.TOLD,
        Move.ANSWERED,
        Move.CORRECTED,
        Move.CONFIRMED,
        Move.REOPENED,
        Move.TRANSFERRED,
        Move.EXTENDED,
        Move.RESUMED,
        Move.RECOMPUTED,
        Move.DECLINED,
        Move.WITHDRAWN,
        Move.MERGED,
        Move.SEPARATED,
        Move.ADDED,
        Move.AMENDED,
        Move.UNMASKED,
    }
)


def _told(move: Move, facts: dict[str, object]) -> Words:
    """One line of the timeline, without anything internal."""
    if move in {Move.ASSIGNED, Move.SUCCEEDED, Move.TRANSFERRED}:
        return Words(f"told-{move}", {"department": Name("department", str(facts["department"]))})
    if move is Move.CONFIRMED:
        return Words("told-confirmed", {"outcome": Words(f"outcome-{facts['outcome']}")})
    return Words(f"told-{move}")


def ask_withdraw(tx: Tx, person: Individual, case: Case) -> None:
    """Withdrawing is asked again before it happens."""
    if not allowed(case, Move.WITHDRAWN):
        raise NotNow("refused-state", code=case.code, state=Words(f"state-{case.state}"))
    yes = Choice(Words("button-withdraw-yes"), f"b:withdraw-yes:{case.id}")
    keep = Choice(Words("button-keep"), f"b:keep:{case.id}")
    say(tx, person, Words("withdraw-question", {"code": case.code}), ((yes, keep),), about=case.id)


def remember(tx: Tx, person: Individual, case: Case, sent: Sent) -> None:
    """An edit of this message, or a reply to it, will find the case."""
    if sent.message_id and person.id:
        messages.remember(tx, person.chat, messages.Known(sent.message_id, case.id, "", "", {"own": True}))


def tapped(tx: Tx, person: Individual, case: Case, verb: str) -> None:
    """A button under the case's status."""
    match verb:
        case "show":
            show(tx, person, case)
        case "add":
            say(tx, person, Words("add-question", {"code": case.code}), about=case.id)
            person.conversation.update(step="add", case=case.id)
        case "withdraw":
            ask_withdraw(tx, person, case)
        case "withdraw-yes":
            record(tx, person, moves.withdraw(case, actor(person), tx.now))
            answered_now(person)
        case "keep":
            say(tx, person, Words("kept", {"code": case.code}), about=case.id)
        case _:
            raise Refusal("refused-button")
