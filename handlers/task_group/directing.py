"""Giving a directive: what a leader or the task group writes, and with a tap or two who is to do it and by when.

A draft stands in the chats of both; whoever completes it first gives it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.buttons import EVERY, Button
from domain.case.case import Actor, Case, Role
from domain.deadline.calendars import local_day
from domain.messages import LEADERSHIP, TASK_GROUP, Kind, Lines, Notice, To, Urgency, Value, Words, to_chat
from domain.oversight import directives as rules
from domain.oversight import showing, terms
from domain.oversight.directives import ITSELF, Directive, Standing, Subject
from domain.refusals import Missing, NotNow, Refusal
from handlers import typed
from handlers.access import actor_of
from handlers.group_talk import toast
from handlers.province import Province
from handlers.task_group import following
from handlers.turn import InGroup
from storage import cases
from storage.database import Tx
from storage.knowledge import issues
from storage.outgoing import outbox
from storage.oversight import directives as memory

#: departments offered before all of them are
LIKELY = 3
_ISSUE = re.compile(r"#?(VD\d{2}-\d{3,6})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class About:
    """What a directive is about."""

    subject: Subject = Subject.OTHER
    code: str = ""
    case: int = 0


def may_direct(turn: InGroup) -> None:
    """Raises Refusal for a department, which is given directives and gives none."""
    if turn.who.role not in {"task-group", "leadership"}:
        raise Refusal("refused-direct-task-group")


def command(turn: InGroup, words: str, replied_to: int) -> None:
    """`/chidao`: those that are open; `/chidao CODE`: that one; with words: a new one on what they name first."""
    if not words and not replied_to:
        following.tell_open(turn)
    elif found := rules.CODE.match(words):
        following.show_again(turn, found.group(1).upper())
    else:
        may_direct(turn)
        about, text = named(turn.tx, words, replied_to)
        direct(turn, about, text)


def named(tx: Tx, words: str, replied_to: int = 0) -> tuple[About, str]:
    """What words are about, and the words without it: a code in front, the message replied to, a code anywhere."""
    for pattern, find in ((typed.CODE, _case), (_ISSUE, _issue)):
        match = pattern.search(words)
        if match and (match.start() == 0 or not replied_to):
            return find(tx, match.group(1).upper()), f"{words[: match.start()]} {words[match.end() :]}".strip(" :,")
    return on_case(cases.look(tx, replied_to) if replied_to else None), words


def on_case(case: Case | None) -> About:
    """This case, or nothing in particular."""
    return About(Subject.CASE, case.code, case.id) if case else About()


def _case(tx: Tx, code: str) -> About:
    case = cases.by_code(tx, code)
    if case is None:
        raise Refusal("refused-not-your-department")
    return on_case(case)


def _issue(tx: Tx, code: str) -> About:
    if issues.by_code(tx, code) is None:
        raise Refusal("refused-no-issue", code=code)
    return About(Subject.ISSUE, code)


# Drafts


def direct(turn: InGroup, about: About, text: str) -> None:
    """By command: given at once where it begins with who and says by when; else what is missing is asked by buttons."""
    actor, first = actor_of(turn), turn.province.mentions.first(text)
    draft = drafted(turn.tx, turn.province, actor, about, text)
    if first and draft.due is not None and draft.text:
        _give(turn, draft, actor)
    else:
        show_draft(turn, draft)


def drafted(tx: Tx, province: Province, actor: Actor, about: About, text: str) -> Directive:
    """What somebody wants done, kept with what could be understood of it: the first department named, the day."""
    new = Directive(0, "", actor, "", tx.now, about.subject, about.code, about.case)
    return memory.draft(tx, _understood(tx, province, new, text))


def _understood(tx: Tx, province: Province, draft: Directive, text: str) -> Directive:
    key = (province.mentions.found(text) or [""])[0]
    head, _, rest = text.strip().partition(" ")
    words = rest.strip() if head.lower() == key else text.strip()  # a typed key is an address, not a word
    day = terms.read(province.calendar, tx.now, text)
    due = terms.limit(province.calendar, tx.now, day).due if day else draft.due
    return replace(draft, text=words or draft.text, department=key or draft.department, due=due)


def reword(turn: InGroup, draft: Directive, text: str) -> None:
    """A reply to a draft: these are its words now."""
    changed = _understood(turn.tx, turn.province, draft, text)
    memory.change_draft(turn.tx, changed)
    _refresh(turn, changed)


def take_reply(turn: InGroup, directive: Directive, person: int, text: str, files: tuple[int, ...]) -> None:
    """Words in reply to a draft are its words; to one that was given, whoever wrote them says what they are."""
    if directive.standing is not Standing.DRAFT:
        following.hold(turn, directive, person, text, files)
    elif text.strip():
        may_direct(turn)
        reword(turn, directive, text)


def show_draft(turn: InGroup, draft: Directive, head: Value = "") -> None:
    """The draft in this chat, with buttons for what is missing."""
    notice = _headed(_shown(turn, draft, following.here(turn), kind=Kind.SEND), head)
    outbox.post(turn.tx, replace(notice, to=to_chat(turn.incoming.chat), urgency=Urgency.PROMPT))


def _headed(notice: Notice, head: Value) -> Notice:
    return replace(notice, words=Lines((head, notice.words))) if head else notice


def _shown(turn: InGroup, draft: Directive, to: To, *, kind: Kind, choosing: str = "") -> Notice:
    by_leader = to == LEADERSHIP
    likely = _every(turn.province) if choosing == "who" else _likely(turn, draft)
    rows = showing.draft_buttons(draft, likely, by_leader=by_leader, choosing=choosing)
    case = cases.look(turn.tx, draft.case) if draft.case else None
    return showing.told(draft, to, case, kind=kind, rows=rows)


def tell_task_group(turn: InGroup, draft: Directive, quoted: Value) -> None:
    """The task group has what a leader wrote, with what it was written to, and may complete it."""
    outbox.post(turn.tx, _headed(_shown(turn, draft, TASK_GROUP, kind=Kind.SEND), quoted))


def _likely(turn: InGroup, draft: Directive) -> list[str]:
    """Whoever has the case, whom routing thinks of for the words, and the task group itself for a leader."""
    case = cases.look(turn.tx, draft.case) if draft.case else None
    found = [case.department] if case and case.department else []
    text = case.text if case else draft.text
    found += [key for key, _ in turn.province.router().rank(text).departments] if text else []
    takes = [each for key in dict.fromkeys(found) if (each := _today(turn.province, key))]
    itself = [ITSELF] if draft.by.role is Role.LEADERSHIP else []
    return [*takes[:LIKELY], *itself]


def _today(province: Province, key: str) -> str:
    found = province.catalogue.successor(key)
    return found.key if found is not None and found.takes_cases else ""


def _every(province: Province) -> list[str]:
    keys = [
        each.key
        for each in province.catalogue.departments
        if each.takes_cases and not each.successor and each.kind != "commune"
    ]
    return [ITSELF, *keys]


# Taps


_DRAFTING = {"who", "days", "give", "drop"}


def carry_out_tap(turn: InGroup, pressed: Button) -> None:
    """A tap on a draft or under a directive; whoever forges one gets no further than by typing."""
    directive = memory.load(turn.tx, pressed.directive)
    if directive is None:
        raise Refusal("refused-button")
    if pressed.verb in _DRAFTING:
        _complete(turn, directive, pressed)
    elif directive.standing is Standing.DRAFT:
        raise Refusal("refused-button")
    else:
        following.tap(turn, directive, pressed)


def _complete(turn: InGroup, draft: Directive, pressed: Button) -> None:
    """Complete a draft by buttons, give it or drop it; the second tap is told that it was given."""
    may_direct(turn)
    if draft.standing is not Standing.DRAFT:
        raise NotNow("refused-directive-given", code=draft.code)
    match pressed.verb:
        case "give":
            _give(turn, draft, actor_of(turn))
            toast(turn, Words("toast-directive-given"))
            return
        case "drop":
            _drop(turn, draft)
        case "who" if pressed.department not in {"", EVERY}:
            _change(turn, replace(draft, department=_chosen(turn.province, pressed.department)))
        case "days" if pressed.days:
            _change(turn, replace(draft, due=_in_days(turn, pressed.days)))
        case choosing:
            _refresh(turn, draft, choosing)
    toast(turn, Words("nothing"))


def _chosen(province: Province, key: str) -> str:
    found = ITSELF if key == ITSELF else _today(province, key)
    if not found:
        raise Refusal("refused-button")
    return found


def _in_days(turn: InGroup, days: int) -> datetime:
    if days not in showing.TERMS:
        raise Refusal("refused-button")
    calendar, now = turn.province.calendar, turn.tx.now
    return terms.limit(calendar, now, terms.in_working_days(calendar, now, days)).due


def _change(turn: InGroup, changed: Directive) -> None:
    memory.change_draft(turn.tx, changed)
    _refresh(turn, changed)


def _refresh(turn: InGroup, draft: Directive, choosing: str = "") -> None:
    """Wherever the draft stands it is brought up to date; what somebody is choosing shows in their chat alone."""
    here = following.here(turn)
    for to in _audiences(draft):
        mine = choosing if to == here else ""
        outbox.post(turn.tx, _shown(turn, draft, to, kind=Kind.EDIT, choosing=mine))


def _audiences(draft: Directive) -> tuple[To, ...]:
    return (TASK_GROUP, LEADERSHIP) if draft.by.role is Role.LEADERSHIP else (TASK_GROUP,)


def _drop(turn: InGroup, draft: Directive) -> None:
    memory.drop(turn.tx, draft.id)
    gone = Words("directive-dropped", {"name": turn.incoming.sender.name})
    for to in _audiences(draft):
        outbox.post(turn.tx, Notice(to, gone, kind=Kind.EDIT, urgency=Urgency.PROMPT, slot=showing.slot(draft.id)))


def _give(turn: InGroup, draft: Directive, actor: Actor) -> None:
    """From now on it counts: the department has it, the chats it was written in show it."""
    if draft.due is None:
        raise Missing("refused-directive-term")
    give(turn.tx, turn.province, draft, actor, local_day(turn.province.calendar, draft.due))
    given = memory.load(turn.tx, draft.id)
    if given is not None and not following.stands_here(turn, given):
        following.show(turn, given)


def give(tx: Tx, province: Province, draft: Directive, actor: Actor, day: date) -> Directive:
    """Under a code of its own, due on that day by the calendar of whoever is to do it."""
    year = local_day(province.calendar, tx.now).year
    limit = terms.limit(province.terms.calendar(draft.department), tx.now, day)
    coded = replace(draft, code=memory.take_code(tx, year))
    return following.record(tx, rules.give(coded, actor, tx.now, limit))
