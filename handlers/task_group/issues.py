"""Systemic issues: the task group opens one from a signal by a tap and works on it with `/vande`."""

from __future__ import annotations

import re

from domain.language import fold
from domain.messages import Chat, Incoming, Kind, Lines, Name, Notice, Urgency, Value, Words, to_chat
from domain.refusals import Missing, NotNow, Refusal
from handlers import typed
from handlers.access import officer_of
from handlers.answering import acknowledge
from handlers.province import Province
from handlers.task_group import signals
from storage import cases, claims, issues, outbox
from storage import signals as memory
from storage.chats import Bound
from storage.database import Tx
from storage.issues import Issue, Member

COMMANDS = {"vande", "issues"}
_CODE = re.compile(r"#?(VD\d{2}-\d{3,6})\b", re.IGNORECASE)
_PUT_IN, _TAKE_OUT, _CLOSE = {"them", "add"}, {"bo", "remove"}, {"dong", "close"}
_LISTED = 50
_LONGEST_ID = 18


def _task_group_only(bound: Bound) -> None:
    if bound.role != "task-group":
        raise Refusal("refused-issues-task-group")


# ---------------------------------------------------------------- opening


def tapped(tx: Tx, province: Province, incoming: Incoming, bound: Bound) -> None:
    """“Open a systemic issue” under a signal; the second tap is told which issue it has become."""
    _task_group_only(bound)
    _, verb, number = incoming.choice.split(":", 2) if incoming.choice.count(":") == 2 else ("", "", "")  # noqa: PLR2004
    if verb != "open" or not number.isdecimal() or len(number) > _LONGEST_ID:
        raise Refusal("refused-button")
    signal = memory.by_id(tx, int(number))
    if signal is None:
        raise Refusal("refused-button")
    if signal.issue:
        became = issues.by_id(tx, signal.issue)
        raise NotNow("refused-issue-open", code=became.code if became else "?")
    issue = _open(tx, province, incoming, bound, signal)
    done = Words("issue-opened", {"code": issue.code, "name": issue.opened_name, "what": _about(issue)})
    to = to_chat(incoming.chat)
    outbox.post(tx, Notice(to, done, kind=Kind.TOAST, urgency=Urgency.TAP, tap_id=incoming.tap_id))
    outbox.post(tx, Notice(to, done, kind=Kind.EDIT, urgency=Urgency.PROMPT, slot=signals.slot(signal.id)))
    outbox.post(tx, _shown(tx, incoming.chat, issue))


def _open(tx: Tx, province: Province, incoming: Incoming, bound: Bound, signal: memory.Told) -> Issue:
    year = tx.now.astimezone(province.catalogue.timezone).year
    code = f"VD{year % 100:02d}-{claims.take_number(tx, f'issue-{year}'):03d}"
    person, actor = officer_of(tx, incoming, bound)
    new = Issue(0, code, signal.kind, signal.key, signal.id, person.id, actor.name, tx.now, signal.end_at)
    number = issues.add(tx, new, signal.cases)
    memory.opened(tx, signal.id, number)
    return issues.by_id(tx, number) or new


# ---------------------------------------------------------------- commands


def command(tx: Tx, incoming: Incoming, bound: Bound, rest: str) -> None:
    """`/vande`, `/vande CODE`, and what to do with that issue: them, bo, dong."""
    _task_group_only(bound)
    if not rest:
        outbox.post(tx, _all_open(tx, incoming.chat))
        return
    match = _CODE.match(rest)
    if match is None:
        raise Missing("refused-which-issue")
    issue = issues.by_code(tx, match.group(1).upper())
    if issue is None:
        raise Refusal("refused-no-issue", code=match.group(1).upper())
    verb, _, words = rest[match.end() :].strip().partition(" ")
    said = fold(verb)
    if not said:
        outbox.post(tx, _shown(tx, incoming.chat, issue))
        return
    if said not in _PUT_IN | _TAKE_OUT | _CLOSE:
        raise Missing("refused-issue-verb", code=issue.code)
    if issue.closed_at:
        raise NotNow("refused-issue-closed", code=issue.code)
    if said in _CLOSE:
        _close(tx, incoming, bound, issue, words.strip())
    else:
        _change(tx, incoming, issue, words, put_in=said in _PUT_IN)


def _change(tx: Tx, incoming: Incoming, issue: Issue, words: str, *, put_in: bool) -> None:
    """Put the named cases in, or take them out: all of them or, when one does not exist, none."""
    codes = list(dict.fromkeys(code.upper() for code in typed.CODE.findall(words)))
    if not codes:
        raise Missing("refused-issue-cases", code=issue.code)
    found = [cases.by_code(tx, code) for code in codes]
    for code, case in zip(codes, found, strict=True):
        if case is None:
            raise Refusal("refused-issue-no-case", case=f"#{code}")
    change = issues.put_in if put_in else issues.take_out
    done = [case.code for case in found if case is not None and change(tx, issue.id, case.id)]
    now = len(issues.members(tx, issue.id))
    facts: dict[str, Value] = {"code": issue.code, "count": now, "codes": signals.listed(done)}
    if not done:
        words_back = Words("issue-unchanged", facts)
    else:
        words_back = Words("issue-put-in", facts) if put_in else Words("issue-taken-out", facts)
    outbox.post(tx, Notice(to_chat(incoming.chat), words_back, urgency=Urgency.PROMPT))


def _close(tx: Tx, incoming: Incoming, bound: Bound, issue: Issue, result: str) -> None:
    if not result:
        raise Missing("refused-issue-result", code=issue.code)
    _, actor = officer_of(tx, incoming, bound)
    issues.close(tx, issue.id, actor.name, result)
    acknowledge(tx, incoming)
    outbox.post(tx, _shown(tx, incoming.chat, issues.by_id(tx, issue.id) or issue))


# ---------------------------------------------------------------- in words


def _about(issue: Issue) -> Words:
    return signals.about(issue.kind, issue.key)


def _all_open(tx: Tx, chat: Chat) -> Notice:
    known = issues.all_open(tx)
    if not known:
        return Notice(to_chat(chat), Words("issues-none"), urgency=Urgency.PROMPT)
    lines: list[Value] = [Words("issues-head", {"count": len(known)})]
    lines += [
        Words("issues-line", {"code": each.code, "what": _about(each), "count": len(issues.members(tx, each.id))})
        for each in known
    ]
    return Notice(to_chat(chat), Lines(tuple(lines)), urgency=Urgency.PROMPT)


def _shown(tx: Tx, chat: Chat, issue: Issue) -> Notice:
    """An issue with its cases: codes, departments and states, nobody's name."""
    inside = issues.members(tx, issue.id)
    facts: dict[str, Value] = {"code": issue.code, "what": _about(issue), "count": len(inside)}
    lines: list[Value] = [Words("issue-head", facts)]
    lines.append(Words("issue-opened-by", {"name": issue.opened_name, "at": issue.opened_at}))
    lines += [_line(member) for member in inside[:_LISTED]]
    if len(inside) > _LISTED:
        lines.append(Words("issue-more", {"count": len(inside) - _LISTED}))
    if issue.closed_at:
        closed: dict[str, Value] = {"name": issue.closed_name, "at": issue.closed_at, "text": issue.result}
        lines.append(Words("issue-closed", closed))
    else:
        lines.append(Words("issue-how", {"code": issue.code}))
    return Notice(to_chat(chat), Lines(tuple(lines)), urgency=Urgency.PROMPT)


def _line(case: Member) -> Words:
    department: Value = Name("short", case.department) if case.department else Words("department-undecided")
    return Words("issue-case", {"code": case.code, "department": department, "state": Words(f"state-{case.state}")})


def of_case(tx: Tx, case: int) -> tuple[Words, ...]:
    """“Belongs to …” for each issue the case is in, for the task group's eyes; nothing for most cases."""
    return tuple(
        Words("issue-of-case", {"code": issue.code, "what": _about(issue)}) for issue in issues.of_case(tx, case)
    )
