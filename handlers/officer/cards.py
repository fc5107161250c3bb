"""Taps on a case's card, by an officer in the department's group or by the task group in its own.

A tap that needs words (a reason, a question) asks whoever tapped for them; the card stays everybody's.
"""

from __future__ import annotations

from dataclasses import replace

from domain.buttons import EVERY, Button
from domain.case import cards, corrections, moves
from domain.case.case import Actor, Case, Role
from domain.deadline.explaining import amount
from domain.messages import (
    TASK_GROUP,
    Choice,
    Kind,
    Lines,
    Name,
    Notice,
    Urgency,
    Words,
    to_chat,
    to_department,
)
from domain.refusals import Refusal
from handlers import recording
from handlers.access import case_for, check, is_task_group, officer_of
from handlers.group_talk import toast
from handlers.officer import bare_replies, canned, finding, prompts, verbs
from handlers.officer.verbs import Wish, receiver
from handlers.task_group import naming
from handlers.turn import InGroup
from storage import writing
from storage.outgoing import outbox
from storage.people import Individual

NEEDS_WORDS = {
    *("ask", "answer", "note", "send", "transfer", "assign", "extend", "invite", "contribute", "decline", "publish"),
    "dispute",
}
_CHOOSE = dict.fromkeys(prompts.TO_DEPARTMENTS, "card-choose-department") | {"invite": "card-choose-part"}
EXTENSIONS = (2, 3, 5, 10)
#: departments offered before all of them are
LIKELY = 3

Rows = tuple[tuple[Choice, ...], ...]


def carry_out_tap(turn: InGroup, tap: Button) -> None:
    """Do what a button says, if this chat may, and answer on the button itself."""
    match tap.verb:
        case "next":
            finding.turn_page(turn, tap)
            toast(turn, Words("nothing"))
        case "known":
            finding.tell_published(turn, tap.published)
            toast(turn, Words("nothing"))
        case _:
            case = case_for(turn, tap.case)
            check(turn, case, tap.verb)
            toast(turn, _on_case(turn, case, tap))


def _on_case(turn: InGroup, case: Case, tap: Button) -> Words:
    """What the tap does to a case or shows of it; the answer to the tap comes back."""
    person, actor = officer_of(turn)
    match tap.verb:
        case "accept" | "explain":
            return _done_at_once(turn, case, actor, tap.verb)
        case "held":
            return bare_replies.settle_held(turn, case, tap)
        case "decide" | "name":
            return (verbs.decide_proposal if tap.verb == "decide" else naming.tap)(turn, case, tap)
        case "back":
            # whoever takes it back: what the card no longer asks for, nobody's next words may be taken for
            outbox.post(turn.tx, _card(turn, case))
            writing.end_all(turn.tx, case.id, turn.incoming.chat)
            return Words("writing-stopped")
        case verb if verb in NEEDS_WORDS:
            _check_wish(turn, case, actor, tap)
            return _prepare(turn, case, person, tap)
        case "canned":
            canned.hold_for(turn, case, person, tap.canned)
        case _:
            _show(turn, case, tap.verb)
    return Words("nothing")


def _done_at_once(turn: InGroup, case: Case, actor: Actor, verb: str) -> Words:
    """What needs no words of the officer's."""
    if verb == "explain":
        recording.record(turn.tx, corrections.explain(case, actor, turn.tx.now))
        return Words("toast-explained", {"code": case.code})
    recording.record(turn.tx, moves.accept(case, actor, turn.tx.now, verbs.signed(turn, case, actor)))
    return Words("toast-accepted", {"code": case.code})


def _show(turn: InGroup, case: Case, verb: str) -> None:
    """What a tap only shows: everything on the case, its answer, answers to like ones, or its card once more."""
    match verb:
        case "details":
            finding.tell_details(turn, case)
        case "read":
            finding.tell_answer(turn, case)
        case "alike":
            finding.search_alike(turn, case)
        case "card":
            outbox.post(turn.tx, replace(_card(turn, case), kind=Kind.SEND, urgency=Urgency.PROMPT))
        case _:
            raise Refusal("refused-button")


def _check_wish(turn: InGroup, case: Case, actor: Actor, tap: Button) -> None:
    """Say no before somebody writes the words for nothing, and to anything no button of ours says."""
    moves.check(case, tap.verb)
    if tap.verb == "answer":
        moves.check_answer(case, actor)
    if tap.verb in {"assign", "dispute"} and actor.role is not Role.TASK_GROUP:
        raise Refusal("refused-task-group-only")
    is_unknown = tap.department not in {"", EVERY} and receiver(turn.province, tap.department) is None
    if is_unknown or (tap.days and tap.days not in EXTENSIONS):
        raise Refusal("refused-button")


def _prepare(turn: InGroup, case: Case, person: Individual, tap: Button) -> Words:
    """The next step to a move that needs words: which department, how many days, and then the words."""
    if tap.verb in prompts.TO_DEPARTMENTS and tap.department in {"", EVERY}:
        return _offer_departments(turn, case, tap)
    if tap.verb == "extend" and not tap.days:
        return _offer_days(turn, case, tap)
    return _want_words(turn, case, person, tap)


def _card(turn: InGroup, case: Case) -> Notice:
    """The card as it now is, for the chat somebody taps in."""
    to = TASK_GROUP if is_task_group(turn) else to_department(turn.who.department)
    return replace(cards.card(case, to, kind=Kind.EDIT), to=to_chat(turn.incoming.chat))


def _offer(turn: InGroup, case: Case, words: Words, rows: Rows) -> None:
    """Choices under the card's text, above the buttons that colleagues go on using; it costs the group no message."""
    card = _card(turn, case)
    rows = (*rows, (cards.button("back", case.id),), *card.choices)
    outbox.post(turn.tx, replace(card, words=Lines((card.words, words), "\n\n"), choices=rows, urgency=Urgency.PROMPT))


def _in_pairs(choices: list[Choice]) -> Rows:
    return tuple(tuple(choices[at : at + 2]) for at in range(0, len(choices), 2))


def _offer_departments(turn: InGroup, case: Case, tap: Button) -> Words:
    """The likeliest few, from whom a tap leads to all."""
    keys = [] if tap.department == EVERY else _likely(turn, case, tap.verb)
    choices = [_department_choice(replace(tap, department=key)) for key in keys or _all_departments(turn, case)]
    if keys:
        choices.append(Choice(Words("button-all-departments"), replace(tap, department=EVERY).data))
    _offer(turn, case, Words(_CHOOSE[tap.verb], {"code": case.code}), _in_pairs(choices))
    return Words("toast-choose")


def _department_choice(button: Button) -> Choice:
    return Choice(Name("short", button.department), button.data)


def _likely(turn: InGroup, case: Case, verb: str) -> list[str]:
    """Whom routing thinks of for the text; first, where others are invited, whom it takes to be needed together."""
    best = [key for key, _ in turn.province.router().rank(case.text).departments] if case.text else []
    best = [*case.together, *best] if verb == "invite" else best
    takes = [key for key in dict.fromkeys(best) if receiver(turn.province, key) and key != case.department]
    return takes[:LIKELY]


def _all_departments(turn: InGroup, case: Case) -> list[str]:
    return [
        each.key
        for each in turn.province.catalogue.departments
        if each.takes_cases and not each.successor and each.kind != "commune" and each.key != case.department
    ]


def _offer_days(turn: InGroup, case: Case, tap: Button) -> Words:
    choices = [Choice(amount(case.promise.unit, more), replace(tap, days=more).data) for more in EXTENSIONS]
    _offer(turn, case, Words("card-choose-days", {"code": case.code}), _in_pairs(choices))
    return Words("toast-choose")


def _want_words(turn: InGroup, case: Case, person: Individual, tap: Button) -> Words:
    """Ask this officer for the words; the card is as it was before a choice was offered on it."""
    if tap.department or tap.days:
        outbox.post(turn.tx, _card(turn, case))
    prompts.ask(turn, case, person, Wish(tap.verb, str(tap.days) if tap.days else tap.department or tap.verdict))
    if names := prompts.others(turn, case, person):
        return Words("toast-writing-too", {"code": case.code, "names": names})
    return Words("toast-write", {"code": case.code})
