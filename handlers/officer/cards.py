"""An officer in the department's group chat, or the task group in its own: taps on a card; words are in replies.py.

A tap that needs words (a reason, a question) turns the card into the request for them, so the group is spared a
message.
"""

from __future__ import annotations

from dataclasses import replace

from domain.case import cards, moves
from domain.case.case import Actor, Case, Role
from domain.deadline.explaining import amount
from domain.messages import (
    TASK_GROUP,
    Choice,
    Incoming,
    Kind,
    Lines,
    Name,
    Notice,
    Urgency,
    Value,
    Words,
    to_chat,
    to_department,
)
from domain.refusals import Refusal
from handlers import recording
from handlers.access import case_for, may, officer_of
from handlers.officer import finding, verbs
from handlers.officer import words as replies
from handlers.officer.verbs import receiver
from handlers.officer.words import VERBS, intend
from handlers.province import Province
from handlers.task_group import issues
from storage import chats, outbox
from storage.chats import Bound
from storage.database import Tx
from storage.people import Individual

__all__ = ["NEEDS_WORDS", "VERBS", "handle"]

NEEDS_WORDS = {
    *("ask", "answer", "note", "send", "transfer", "assign", "extend", "invite", "contribute", "decline", "publish")
}
_TO_DEPARTMENTS = {"transfer", "assign", "invite"}
_CHOOSE = dict.fromkeys(_TO_DEPARTMENTS, "card-choose-department") | {"invite": "card-choose-part"}
EXTENSIONS = (2, 3, 5, 10)
#: departments offered before all of them are
LIKELY = 3
_ALL = "*"
_LONGEST_ID = 18


def handle(tx: Tx, province: Province, incoming: Incoming, bound: Bound) -> None:
    """Whatever somebody does in a bound group; ordinary talk is none of the bot's business."""
    if bound.trouble:
        chats.note_trouble(tx, incoming.chat, "")
    if incoming.choice.startswith("i:"):
        issues.tapped(tx, province, incoming, bound)
    elif incoming.tap_id:
        _tapped(tx, province, incoming, bound)
    elif incoming.edited:
        verbs.edited(tx, province, incoming, bound)
    elif verbs.continue_album(tx, province, incoming, bound):
        return
    elif incoming.text.startswith("/"):
        replies.commanded(tx, province, incoming, bound)
    elif incoming.reply_to:
        replies.replied(tx, province, incoming, bound)


def _tapped(tx: Tx, province: Province, incoming: Incoming, bound: Bound) -> None:
    """A button of a card; its data is trusted no more than any other text."""
    side, _, rest = incoming.choice.partition(":")
    verb, _, rest = rest.partition(":")
    number, _, extra = rest.partition(":")
    if side != "o" or not number.isdecimal() or len(number) > _LONGEST_ID:
        raise Refusal("refused-button")
    if verb in finding.TAPS:
        finding.tapped(tx, province, incoming, bound, (verb, int(number), extra))
        _toast(tx, incoming, Words("tap-taken"))
        return
    case = case_for(tx, province, bound, int(number))
    by = officer_of(tx, incoming, bound)
    may(province, case, bound, verb)
    match verb:
        case "accept":
            recording.record(tx, moves.accept(case, by[1], tx.now))
            _toast(tx, incoming, Words("toast-accepted", {"code": case.code}))
        case "details" | "read" | "alike" | "card":
            outbox.post(tx, _shown(tx, province, incoming, case, bound, verb))
            _toast(tx, incoming, Words("tap-taken"))
        case "held" | "decide":
            settle = replies.settle_held if verb == "held" else verbs.decide_proposal
            _toast(tx, incoming, settle(tx, province, incoming, bound, case, extra))
        case "back":
            outbox.post(tx, _card(incoming, case, bound))
            intend(tx, by[0], None)
            _toast(tx, incoming, Words("tap-taken"))
        case "transfer" | "assign" | "invite" if extra in {"", _ALL}:
            _may_want(province, case, by[1], verb, "")
            _offer_departments(tx, province, incoming, case, bound, f"{verb}:{extra}")
        case "extend" if not extra:
            _may_want(province, case, by[1], verb, "")
            _offer_days(tx, incoming, case, bound)
        case _ if verb in NEEDS_WORDS:
            _may_want(province, case, by[1], verb, extra)
            _want_words(tx, incoming, case, bound, by[0], (verb, extra))
        case _:
            raise Refusal("refused-button")


def _shown(tx: Tx, province: Province, incoming: Incoming, case: Case, bound: Bound, verb: str) -> Notice:
    """What a tap only shows: everything on the case, its answer, answers to like ones, or its card once more."""
    if verb == "details":
        return finding.details(tx, province, incoming, case, bound)
    if verb == "read":
        return finding.read(case, incoming, bound)
    if verb == "alike":
        return finding.about(tx, province, incoming, bound, case)
    return replace(_card(incoming, case, bound), kind=Kind.SEND, urgency=Urgency.PROMPT)


def _toast(tx: Tx, incoming: Incoming, words: Words) -> None:
    notice = Notice(to_chat(incoming.chat), words, kind=Kind.TOAST, urgency=Urgency.TAP, tap_id=incoming.tap_id)
    outbox.post(tx, notice)


def _may_want(province: Province, case: Case, actor: Actor, verb: str, extra: str) -> None:
    """Say no before somebody writes the words for nothing, and to anything no button of ours says."""
    moves.check(case, verb)
    match verb:
        case "answer":
            moves.check_answer(case, actor)
        case "assign" if actor.role is not Role.TASK_GROUP:
            raise Refusal("refused-task-group-only")
    wrong_department = verb in _TO_DEPARTMENTS and extra and receiver(province, extra) is None
    wrong_days = verb == "extend" and extra and extra not in {str(days) for days in EXTENSIONS}
    if wrong_department or wrong_days or (extra and verb not in {*_TO_DEPARTMENTS, "extend"}):
        raise Refusal("refused-button")


def _card(incoming: Incoming, case: Case, bound: Bound) -> Notice:
    """The card as it now is, for the chat somebody taps in."""
    to = TASK_GROUP if bound.role == "task-group" else to_department(bound.department)
    notice = cards.card(case, to, kind=Kind.EDIT)
    return replace(notice, to=to_chat(incoming.chat))


def _on_card(
    tx: Tx, incoming: Incoming, case: Case, bound: Bound, words: Words, rows: tuple[tuple[Choice, ...], ...] = ()
) -> None:
    """A request under the card's text, with a way back; it costs the group no message."""
    card = _card(incoming, case, bound)
    back = (Choice(Words("button-back"), f"o:back:{case.id}"),)
    asking = replace(card, words=Lines((card.words, words), "\n\n"), choices=(*rows, back), urgency=Urgency.PROMPT)
    outbox.post(tx, asking)


def _offer_departments(tx: Tx, province: Province, incoming: Incoming, case: Case, bound: Bound, wanted: str) -> None:
    """The likeliest few, from whom a tap leads to all."""
    verb, _, which = wanted.partition(":")
    best = [key for key, _ in province.router().rank(case.text).departments] if case.text else []
    listed = [
        each.key
        for each in province.catalogue.departments
        if each.takes_cases and not each.successor and each.kind != "commune"
    ]
    best = [*case.together, *best] if verb == "invite" else best
    likely = [key for key in dict.fromkeys(best) if receiver(province, key) and key != case.department][:LIKELY]
    keys = [key for key in listed if key != case.department] if which == _ALL or not likely else likely
    choices = [Choice(Name("short", key), f"o:{verb}:{case.id}:{key}") for key in keys]
    if keys is likely:
        choices.append(Choice(Words("button-all-departments"), f"o:{verb}:{case.id}:{_ALL}"))
    rows = tuple(tuple(choices[at : at + 2]) for at in range(0, len(choices), 2))
    _on_card(tx, incoming, case, bound, Words(_CHOOSE[verb], {"code": case.code}), rows)
    _toast(tx, incoming, Words("toast-choose"))


def _offer_days(tx: Tx, incoming: Incoming, case: Case, bound: Bound) -> None:
    choices = [Choice(amount(case.promise.unit, more), f"o:extend:{case.id}:{more}") for more in EXTENSIONS]
    rows = tuple(tuple(choices[at : at + 2]) for at in range(0, len(choices), 2))
    _on_card(tx, incoming, case, bound, Words("card-choose-days", {"code": case.code}), rows)
    _toast(tx, incoming, Words("toast-choose"))


def _want_words(
    tx: Tx, incoming: Incoming, case: Case, bound: Bound, person: Individual, wanted: tuple[str, str]
) -> None:
    """The officer's next reply to this card is meant as this; until then the card says so."""
    verb, extra = wanted
    intend(tx, person, {"verb": verb, "extra": extra, "case": case.id, "since": tx.now.isoformat()})
    named: Value = Name("department", extra) if verb in _TO_DEPARTMENTS else extra
    if verb == "extend":
        named = amount(case.promise.unit, int(extra))
    facts: dict[str, Value] = {"code": case.code, "name": incoming.sender.name, "extra": named}
    _on_card(tx, incoming, case, bound, Words(f"card-want-{verb}", facts))
    _toast(tx, incoming, Words("toast-reply-to-card"))
