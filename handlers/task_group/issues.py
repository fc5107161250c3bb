"""Systemic issues: the task group opens one from a signal by a tap and works on it with `/vande`."""

from __future__ import annotations

import re

from domain.buttons import Button
from domain.language import fold
from domain.messages import Kind, Lines, Name, Notice, Urgency, Value, Words, to_chat
from domain.refusals import Missing, NotNow, Refusal
from handlers import typed
from handlers.access import actor_of, is_task_group, officer_of
from handlers.group_talk import acknowledge, say, toast
from handlers.task_group import signals
from handlers.turn import InGroup
from storage import cases, claims
from storage.database import Tx
from storage.knowledge import issues
from storage.knowledge import signals as memory
from storage.knowledge.issues import Issue, Member
from storage.outgoing import outbox

_CODE = re.compile(r"#?(VD\d{2}-\d{3,6})\b", re.IGNORECASE)
_PUT_IN, _TAKE_OUT, _CLOSE = {"them", "add"}, {"bo", "remove"}, {"dong", "close"}
_LISTED = 50


# ---------------------------------------------------------------- opening


def open_issue(turn: InGroup, tap: Button) -> None:
    """“Open a systemic issue” under a signal; the second tap is told which issue it has become."""
    if not is_task_group(turn):
        raise Refusal("refused-issues-task-group")
    signal = memory.by_id(turn.tx, tap.signal)
    if signal is None:
        raise Refusal("refused-button")
    if signal.issue:
        became = issues.by_id(turn.tx, signal.issue)
        raise NotNow("refused-issue-open", code=became.code if became else "?")
    issue = _open(turn, signal)
    done = Words("issue-opened", {"code": issue.code, "name": issue.opened_name, "what": _about(issue)})
    to = to_chat(turn.incoming.chat)
    toast(turn, done)
    outbox.post(turn.tx, Notice(to, done, kind=Kind.EDIT, urgency=Urgency.PROMPT, slot=signals.slot(signal.id)))
    _show(turn, issue)


def _open(turn: InGroup, signal: memory.Told) -> Issue:
    tx = turn.tx
    year = tx.now.astimezone(turn.province.catalogue.timezone).year
    code = f"VD{year % 100:02d}-{claims.take_number(tx, f'issue-{year}'):03d}"
    person, actor = officer_of(turn)
    new = Issue(0, code, signal.kind, signal.key, signal.id, person.id, actor.name, tx.now, signal.end_at)
    number = issues.add(tx, new, signal.cases)
    memory.opened(tx, signal.id, number)
    return issues.by_id(tx, number) or new


# ---------------------------------------------------------------- commands


def work_on(turn: InGroup, words: str) -> None:
    """`/vande`, `/vande CODE`, and what to do with that issue: them, bo, dong."""
    if not words:
        _show_all(turn)
        return
    match = _CODE.match(words)
    if match is None:
        raise Missing("refused-which-issue")
    issue = issues.by_code(turn.tx, match.group(1).upper())
    if issue is None:
        raise Refusal("refused-no-issue", code=match.group(1).upper())
    verb, _, rest = words[match.end() :].strip().partition(" ")
    said = fold(verb)
    if not said:
        _show(turn, issue)
        return
    if said not in _PUT_IN | _TAKE_OUT | _CLOSE:
        raise Missing("refused-issue-verb", code=issue.code)
    if issue.closed_at:
        raise NotNow("refused-issue-closed", code=issue.code)
    if said in _CLOSE:
        _close(turn, issue, rest.strip())
    else:
        _change(turn, issue, rest, put_in=said in _PUT_IN)


def _change(turn: InGroup, issue: Issue, words: str, *, put_in: bool) -> None:
    """Put the named cases in, or take them out: all of them or, when one does not exist, none."""
    tx = turn.tx
    codes = list(dict.fromkeys(typed.codes(words)))
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
        say(turn, Words("issue-unchanged", facts))
    else:
        say(turn, Words("issue-put-in", facts) if put_in else Words("issue-taken-out", facts))


def _close(turn: InGroup, issue: Issue, result: str) -> None:
    if not result:
        raise Missing("refused-issue-result", code=issue.code)
    issues.close(turn.tx, issue.id, actor_of(turn).name, result)
    acknowledge(turn)
    _show(turn, issues.by_id(turn.tx, issue.id) or issue)


# ---------------------------------------------------------------- in words


def _about(issue: Issue) -> Words:
    return signals.about(issue.kind, issue.key)


def _show_all(turn: InGroup) -> None:
    known = issues.all_open(turn.tx)
    if not known:
        say(turn, Words("issues-none"))
        return
    lines: list[Value] = [Words("issues-head", {"count": len(known)})]
    lines += [
        Words("issues-line", {"code": each.code, "what": _about(each), "count": len(issues.members(turn.tx, each.id))})
        for each in known
    ]
    say(turn, Lines(tuple(lines)))


def _show(turn: InGroup, issue: Issue) -> None:
    """An issue with its cases: codes, departments and states, nobody's name."""
    inside = issues.members(turn.tx, issue.id)
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
    say(turn, Lines(tuple(lines)))


def _line(case: Member) -> Words:
    department: Value = Name("short", case.department) if case.department else Words("department-undecided")
    return Words("issue-case", {"code": case.code, "department": department, "state": Words(f"state-{case.state}")})


def of_case(tx: Tx, case: int) -> tuple[Words, ...]:
    """“Belongs to …” for each issue the case is in, for the task group's eyes; nothing for most cases."""
    return tuple(
        Words("issue-of-case", {"code": issue.code, "what": _about(issue)}) for issue in issues.of_case(tx, case)
    )
