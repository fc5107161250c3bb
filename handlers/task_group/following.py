"""What becomes of directives: words and reports by reply, a yes or no to what is reported, the list of those open.

A reply goes nowhere by itself: whoever wrote it says with a tap what it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from domain.buttons import Button, Side
from domain.case.case import Actor
from domain.deadline.calendars import local_day
from domain.messages import (
    LEADERSHIP,
    TASK_GROUP,
    Audience,
    Choice,
    Kind,
    Lines,
    Notice,
    To,
    Urgency,
    Value,
    Words,
    to_chat,
    to_department,
)
from domain.oversight import directives as rules
from domain.oversight import on_case, showing, terms
from domain.oversight.directives import Directive, Standing, Taken
from domain.refusals import NotYours, Refusal
from handlers import recording
from handlers.access import actor_of, is_task_group
from handlers.excerpts import shortened
from handlers.group_talk import say, toast
from handlers.turn import InGroup
from storage import cases, chats, messages
from storage.database import Tx
from storage.messages import Known
from storage.outgoing import outbox
from storage.oversight import directives as memory

#: working days for what was sent back after its day
AGAIN = 3
_LISTED = 20
_BUTTONS = 6


def here(turn: InGroup) -> To:
    """The audience this chat is."""
    return {"task-group": TASK_GROUP, "leadership": LEADERSHIP}.get(turn.who.role, to_department(turn.who.department))


def does_it(turn: InGroup, directive: Directive) -> bool:
    """True in the chat of whoever is to do it, and in the task group's where that has none."""
    if is_task_group(turn):
        own = directive.department == rules.ITSELF
        return own or not chats.has_chat(turn.tx, to_department(directive.department))
    found = turn.province.catalogue.successor(directive.department)
    return turn.who.role == "department" and found is not None and found.key == turn.who.department


def sees_to_it(turn: InGroup, directive: Directive) -> bool:
    """True in the chat of whoever accepts what is reported; leadership may always."""
    return turn.who.role == "leadership" or here(turn) == rules.judge(directive)


# ---------------------------------------------------------------- what is kept and told


def record(tx: Tx, taken: Taken) -> Directive:
    """Keep a step; the case it is about hears of it in its journal, everybody concerned in their chat."""
    directive = taken.directive
    memory.keep(tx, taken)
    case = cases.load(tx, directive.case) if directive.case else None
    if case is not None and taken.entry.step in on_case.MOVES:
        recording.record(tx, on_case.told(case, taken))
    for notice in showing.after_step(directive, taken.entry, case):
        if _reaches_its_own(tx, directive, notice):
            outbox.post(tx, notice)
    return directive


def _reaches_its_own(tx: Tx, directive: Directive, notice: Notice) -> bool:
    """False for changes where a department without a chat is stood in for: there the directive stands once, as its."""
    if notice.kind is Kind.SEND or notice.to == LEADERSHIP or directive.department == rules.ITSELF:
        return True
    if chats.has_chat(tx, to_department(directive.department)):
        return True
    return (notice.to.audience is Audience.DEPARTMENT) == (directive.standing is Standing.GIVEN)


def show(turn: InGroup, directive: Directive) -> None:
    """The directive in this chat, as a new message."""
    to = to_department(directive.department) if does_it(turn, directive) and not is_task_group(turn) else here(turn)
    case = cases.look(turn.tx, directive.case) if directive.case else None
    notice = showing.told(directive, to, case)
    outbox.post(turn.tx, replace(notice, to=to_chat(turn.incoming.chat), urgency=Urgency.PROMPT))


def show_again(turn: InGroup, code: str) -> None:
    """`/chidao CD26-003`; the same refusal for one of others and for none at all."""
    found = memory.by_code(turn.tx, code)
    if found is None or not (does_it(turn, found) or turn.who.role in {"task-group", "leadership"}):
        raise NotYours("refused-no-directive", code=code)
    show(turn, found)


def stands_here(turn: InGroup, directive: Directive) -> bool:
    """True when the chat has a message of it, on its way or sent: a change of that is enough."""
    return messages.in_slot(turn.tx, turn.incoming.chat, showing.slot(directive.id)) is not None


def tell_open(turn: InGroup) -> None:
    """The open directives of this chat, the first due first, each a button."""
    department = turn.who.department if turn.who.role == "department" else ""
    found = memory.all_open(turn.tx, department)
    if not found:
        say(turn, Words("directives-none"))
        return
    late = sum(rules.is_late(each, turn.tx.now) for each in found)
    lines: list[Value] = [Words("directives-head", {"count": len(found), "late": late})]
    lines += [_line(turn, each) for each in found[:_LISTED]]
    if len(found) > _LISTED:
        lines.append(Words("directives-more", {"count": len(found) - _LISTED}))
    shown = [Choice(f"#{each.code}", _button("show", each).data) for each in found[:_BUTTONS]]
    say(turn, Lines(tuple(lines)), tuple(tuple(shown[at : at + 2]) for at in range(0, len(shown), 2)))


def _line(turn: InGroup, directive: Directive) -> Words:
    case = cases.look(turn.tx, directive.case) if directive.case else None
    facts: dict[str, Value] = {"code": directive.code, "who": showing.name_of(directive.department)}
    late = rules.is_late(directive, turn.tx.now) and directive.standing is Standing.GIVEN
    facts["state"] = Words("directive-is-late") if late else Words(f"directive-is-{directive.standing}")
    facts["text"] = shortened(showing.seen(here(turn), case, directive.text))
    return Words("directives-line", {**facts, "at": directive.due or turn.tx.now})


# ---------------------------------------------------------------- replies


def replied_to(turn: InGroup) -> Directive | None:
    """The directive or draft of the message replied to, if this chat has to do with it."""
    known = messages.find(turn.tx, turn.incoming.chat, turn.incoming.reply_to)
    kind, _, number = known.slot.partition(":") if known else ("", "", "")
    if kind == "directive" and number.isdecimal():
        return memory.load(turn.tx, int(number))
    code = rules.CODE.search(turn.incoming.reply_text) if known is None else None
    return memory.by_code(turn.tx, code.group(1).upper()) if code else None


def hold(turn: InGroup, directive: Directive, person: int, text: str, files: tuple[int, ...]) -> None:
    """Ask what a reply to a directive is; nothing has gone anywhere yet."""
    verbs = _meanings(turn, directive)
    if not verbs or not (text.strip() or files):
        return
    message = turn.incoming.message_id
    note: dict[str, Any] = {"directive": directive.id, "text": text, "files": list(files)}
    note |= {"person": person, "name": turn.incoming.sender.name}
    messages.remember(turn.tx, turn.incoming.chat, Known(message, directive.case, "", note))
    rows = tuple((Choice(Words(f"button-held-{verb}"), _button(verb, directive, message).data),) for verb in verbs)
    question = Words("directive-held", {"code": directive.code})
    asked = Notice(to_chat(turn.incoming.chat), question, rows, urgency=Urgency.PROMPT, slot=_slot(message))
    outbox.post(turn.tx, replace(asked, reply_to=message))


def _meanings(turn: InGroup, directive: Directive) -> list[str]:
    if not rules.is_open(directive):
        return []
    reported = directive.standing is Standing.REPORTED
    doer, chief = does_it(turn, directive), sees_to_it(turn, directive)
    found = ["report"] if doer and not reported else []
    found += ["return"] if chief and reported else []
    found += ["word"] if doer or chief or is_task_group(turn) else []
    return [*found, *(["cancel"] if chief and not reported else [])]


def _button(verb: str, directive: Directive, message: str = "") -> Button:
    return Button(Side.DIRECTIVE, verb, directive=directive.id, message=message)


def _slot(message: str) -> str:
    return f"held:{message}"


# ---------------------------------------------------------------- taps


def tap(turn: InGroup, directive: Directive, pressed: Button) -> None:
    """A tap under a directive that has been given, or on what a reply to it was."""
    if pressed.message:
        _settle(turn, directive, pressed)
    elif pressed.verb == "show":
        show_again(turn, directive.code)
        toast(turn, Words("nothing"))
    elif pressed.verb == "accept":
        _check(sees_to_it(turn, directive), directive)
        record(turn.tx, rules.accept(directive, actor_of(turn), turn.tx.now))
        toast(turn, Words("toast-directive-accepted", {"code": directive.code}))
    else:
        _check(pressed.verb in _meanings(turn, directive), directive)
        _want_words(turn, directive, pressed.verb)


def _check(may: object, directive: Directive) -> None:
    if not may:
        raise NotYours("refused-no-directive", code=directive.code)


def _want_words(turn: InGroup, directive: Directive, verb: str) -> None:
    """The reply that is wanted, said under the directive itself."""
    case = cases.look(turn.tx, directive.case) if directive.case else None
    notice = showing.told(directive, here(turn), case, kind=Kind.EDIT)
    want = Words("directive-want-report") if verb == "report" else Words("directive-want-return")
    asking = replace(notice, to=to_chat(turn.incoming.chat), words=Lines((notice.words, want), "\n\n"))
    outbox.post(turn.tx, replace(asking, urgency=Urgency.PROMPT))
    toast(turn, Words("toast-directive-reply"))


def _settle(turn: InGroup, directive: Directive, pressed: Button) -> None:
    """The tap that says what held words are; the first one counts. Whoever taps, the words stay their author's."""
    tx, chat = turn.tx, turn.incoming.chat
    known = messages.find(tx, chat, pressed.message)
    if known is None or known.note.get("directive") != directive.id:
        raise Refusal("refused-button")
    if known.note.get("done"):
        raise Refusal("refused-held-done", name=known.note.get("done_by", "?"))
    _check(pressed.verb in _meanings(turn, directive), directive)
    author = replace(actor_of(turn), person=known.note["person"], name=known.note["name"])
    if does_it(turn, directive) and pressed.verb in {"report", "word"}:
        author = replace(author, department="" if directive.department == rules.ITSELF else directive.department)
    record(tx, _step(turn, directive, author, pressed.verb, known.note))
    known.note.update(done=pressed.verb, done_by=turn.incoming.sender.name)
    messages.remember(tx, chat, known)
    done = Words(f"directive-held-{pressed.verb}", {"code": directive.code, "name": turn.incoming.sender.name})
    place = _slot(pressed.message)
    outbox.post(tx, Notice(to_chat(chat), done, kind=Kind.EDIT, urgency=Urgency.PROMPT, slot=place))
    toast(turn, Words("nothing"))


def _step(turn: InGroup, directive: Directive, actor: Actor, verb: str, note: dict[str, Any]) -> Taken:
    now, text, files = turn.tx.now, note["text"], tuple(note["files"])
    match verb:
        case "report":
            return rules.report(directive, actor, now, text, files)
        case "return":
            return rules.send_back(directive, actor, now, text, _again(turn, directive, text))
        case "cancel":
            return rules.cancel(directive, actor, now, text)
        case _:
            return rules.say(directive, actor, now, text, files)


def _again(turn: InGroup, directive: Directive, text: str) -> terms.Limit:
    """By the day the words give, else by the day it had, if that is still far enough."""
    calendar, now = turn.province.terms.calendar(directive.department), turn.tx.now
    soonest = terms.in_working_days(calendar, now, AGAIN)
    had = local_day(calendar, directive.due) if directive.due else soonest
    return terms.limit(calendar, now, terms.read(calendar, now, text) or max(had, soonest))
