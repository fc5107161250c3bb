"""`/yeucaudulieu`: what people ask about their data, in the task group's chat: accept, carry out, refuse, more time."""

from __future__ import annotations

import re
from datetime import date

from domain.buttons import Button, Side
from domain.language import fold
from domain.messages import Choice, Lines, Notice, Urgency, Value, Words, to_chat
from domain.province.catalogue import PromisedStep
from domain.refusals import Missing, NotYours, Refusal
from domain.rights import requests as rules
from domain.rights.requests import Request, Step, Wish
from handlers.access import actor_of, is_task_group
from handlers.group_talk import acknowledge, say, toast
from handlers.province import Province
from handlers.rights import carrying_out, saying
from handlers.rights import requests as telling
from handlers.turn import InGroup
from storage import messages
from storage.database import Tx
from storage.outgoing import outbox
from storage.rights import requests as memory

_LISTED = 15
_BUTTONS = 6
_REFUSE = {"tu choi", "tuchoi", "refuse", "拒绝"}
_EXTEND = {"gia han", "giahan", "extend", "延期"}
_NUMBERED = re.compile(r"#?(\d{1,9})\b\s*")
#: a reply to its message is the reason of a refusal
_REASON = "data-refusal:"


def work_on(turn: InGroup, said: str) -> None:
    """The list; `/yeucaudulieu 12`: one; with words after it: refused, or given more time, for that reason."""
    match = _NUMBERED.match(said)
    if match is None:
        _list(turn)
        return
    request, rest = _named(turn, int(match[1])), said[match.end() :].strip()
    verb, reason = _verb(rest)
    if verb is Step.REFUSED:
        telling.record(turn.tx, rules.refuse(request, actor_of(turn), turn.tx.now, reason))
        acknowledge(turn)
    elif verb is Step.EXTENDED:
        _extend(turn, request, reason)
    elif rest:
        raise Missing("refused-data-command", number=request.id)
    else:
        _show(turn, request)


def _verb(rest: str) -> tuple[Step | None, str]:
    """What the words begin with, and what is said after it."""
    words = rest.split(" ")
    for count in (2, 1):
        begins = fold(" ".join(words[:count])).strip(" :,")
        reason = " ".join(words[count:]).strip(" :,")
        if begins in _REFUSE:
            return Step.REFUSED, reason
        if begins in _EXTEND:
            return Step.EXTENDED, reason
    return None, rest


def _extend(turn: InGroup, request: Request, reason: str) -> None:
    terms = turn.province.terms
    more, promise = terms.promise(PromisedStep.DATA_MORE), terms.promise(rules.CARRIED_OUT[request.wish])
    until = terms.deadline(promise, request.asked_at, extension=more.amount).due_at
    telling.record(turn.tx, rules.extend(request, actor_of(turn), turn.tx.now, reason, until))
    acknowledge(turn)


def _named(turn: InGroup, number: int) -> Request:
    request = memory.load(turn.tx, number)
    if request is None or request.wish is Wish.COPY:
        raise Refusal("refused-no-data-request", number=number)
    return request


def _show(turn: InGroup, request: Request) -> None:
    card = saying.card(turn.tx, request)
    outbox.post(turn.tx, Notice(card.to, card.words, choices=card.choices, urgency=Urgency.PROMPT, slot=card.slot))


def _list(turn: InGroup) -> None:
    found = memory.unsettled(turn.tx)
    if not found:
        say(turn, Words("data-list-none"))
        return
    lines: list[Value] = [Words("data-list-head", {"count": len(found)}), *_lines(found)]
    say(turn, Lines(tuple(lines)), _buttons(found))


def _lines(found: list[Request]) -> list[Value]:
    return [saying.listed(each) for each in found[:_LISTED]]


def _buttons(found: list[Request]) -> tuple[tuple[Choice, ...], ...]:
    shown = [
        Choice(Words("button-data-show", {"number": each.id}), Button(Side.DATA, "show", request=each.id).data)
        for each in found[:_BUTTONS]
    ]
    return tuple(tuple(shown[at : at + 3]) for at in range(0, len(shown), 3))


# ---------------------------------------------------------------- taps and replies


def tap(turn: InGroup, button: Button) -> None:
    """The buttons under a request."""
    if not is_task_group(turn):
        raise NotYours("refused-data-task-group")
    request = _named(turn, button.request)
    match button.verb:
        case "show":
            _show(turn, request)
        case "accept":
            telling.record(turn.tx, rules.accept(request, actor_of(turn), turn.tx.now))
        case "refuse":
            _ask_reason(turn, request)
            return
        case "carry" if request.wish is Wish.DELETE:
            rules.carry_out(request, actor_of(turn), turn.tx.now)  # refused before it is asked again
            carrying_out.check_held(turn.tx, request)
            _ask_again(turn, request)
        case _:
            carrying_out.carry_out(turn.tx, turn.province, request, actor_of(turn))
    toast(turn, Words("nothing"))


def _ask_again(turn: InGroup, request: Request) -> None:
    """What cannot be undone is asked twice."""
    yes = Choice(Words("button-data-carry-yes"), Button(Side.DATA, "carry-yes", request=request.id).data)
    notice = Notice(to_chat(turn.incoming.chat), saying.asked_again(turn.tx, request), choices=((yes,),))
    outbox.post(turn.tx, _in_place(notice, request))


def _in_place(notice: Notice, request: Request) -> Notice:
    """In a slot of the request's, so that it goes with it."""
    return Notice(notice.to, notice.words, choices=notice.choices, urgency=Urgency.PROMPT, slot=saying.slot(request.id))


def _ask_reason(turn: InGroup, request: Request) -> None:
    words = Words("data-refusal-question", {"number": request.id})
    notice = Notice(to_chat(turn.incoming.chat), words, urgency=Urgency.PROMPT, slot=f"{_REASON}{request.id}")
    outbox.post(turn.tx, notice)
    toast(turn, Words("nothing"))


def take_reply(turn: InGroup) -> bool:
    """True for a reply to the question for a reason: the request is refused for it."""
    known = messages.find(turn.tx, turn.incoming.chat, turn.incoming.reply_to)
    if known is None or not known.slot.startswith(_REASON) or not is_task_group(turn):
        return False
    request = _named(turn, int(known.slot.removeprefix(_REASON)))
    telling.record(turn.tx, rules.refuse(request, actor_of(turn), turn.tx.now, turn.incoming.text.strip()))
    acknowledge(turn)
    return True


# ---------------------------------------------------------------- mornings


def due_lines(tx: Tx, province: Province) -> list[Value]:
    """What the task group's morning says of requests whose day has come, or has gone by."""
    today = tx.now.astimezone(province.catalogue.timezone).date()
    found = [each for each in memory.unsettled(tx) if _day(province, each) <= today]
    return [Words("data-morning", {"count": len(found)}), *_lines(found)] if found else []


def _day(province: Province, request: Request) -> date:
    return rules.due(request).astimezone(province.catalogue.timezone).date()
