"""What a directive looks like in a chat: to whoever is to do it, to the task group, to leadership.

Nobody but the task group reads in it who filed a case: what was written about one is masked as its department sees it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from domain.buttons import EVERY, Button, Side
from domain.case import confidentiality
from domain.case.case import Actor, Case, Role
from domain.messages import LEADERSHIP, TASK_GROUP, Choice, Kind, Lines, Name, Notice, To, Urgency, Value, Words
from domain.oversight.directives import ITSELF, Directive, Entry, Standing, Step, judge, whose

#: working days offered for a term
TERMS = (3, 5, 10, 15)
Rows = tuple[tuple[Choice, ...], ...]


def slot(directive: int) -> str:
    """The place of a directive in a chat."""
    return f"directive:{directive}"


def name_of(department: str) -> Words | Name:
    """Who is to do it, as people call them."""
    return Words("task-group") if department == ITSELF else Name("short", department)


def giver(actor: Actor) -> Words:
    """Who says so, as others read it."""
    return Words(f"directive-by-{'leadership' if actor.role is Role.LEADERSHIP else 'task-group'}")


def seen(to: To, case: Case | None, text: str) -> str:
    """Words about a case as this audience may read them; leadership reads no business's name at all."""
    if case is None or to == TASK_GROUP:
        return text
    return confidentiality.for_public(case, text) if to == LEADERSHIP else confidentiality.for_department(case, text)


def wanted(directive: Directive, to: To, case: Case | None) -> Value:
    """What is to be done, as this audience may read it."""
    if directive.text:
        return seen(to, case, directive.text)
    return Words("directive-no-text") if directive.standing is Standing.DRAFT else Words("directive-hand-over")


def told(
    directive: Directive, to: To, case: Case | None, *, kind: Kind = Kind.SEND, rows: Rows | None = None
) -> Notice:
    """A directive as it stands, for one audience, with what that may do."""
    words = Lines(tuple(_lines(directive, to, case)))
    shown = buttons(directive, to) if rows is None else rows
    files = directive.files if kind is Kind.SEND and to == judge(directive) else ()
    return Notice(to, words, shown, kind, about=directive.case, slot=slot(directive.id), files=files)


def _lines(directive: Directive, to: To, case: Case | None) -> Iterator[Value]:
    state = Words(f"directive-is-{directive.standing}")
    if directive.standing is Standing.DRAFT:
        yield Words("directive-draft", {"by": giver(directive.by), "name": directive.by.name or "?"})
    else:
        yield Words("directive-head", {"code": directive.code, "by": giver(directive.by), "state": state})
    if directive.about:
        yield Words("directive-about", {"what": Words(f"directive-on-{directive.subject}", {"about": directive.about})})
    yield Words("directive-text", {"text": wanted(directive, to, case)})
    if directive.department:
        yield Words("directive-who", {"who": name_of(directive.department)})
    if directive.due:
        yield Words("directive-due", {"at": directive.due})
    if directive.answer:
        yield Words("directive-answer", {"text": seen(to, case, directive.answer)})


def buttons(directive: Directive, to: To) -> Rows:
    """What this audience may do with a directive that has been given."""
    if directive.standing is Standing.REPORTED and to == judge(directive):
        return ((_button("accept", directive), _button("return", directive)),)
    if directive.standing is Standing.GIVEN and to == whose(directive):
        return ((_button("report", directive),),)
    return ()


def _button(verb: str, directive: Directive) -> Choice:
    return Choice(Words(f"button-directive-{verb}"), Button(Side.DIRECTIVE, verb, directive=directive.id).data)


def draft_buttons(draft: Directive, likely: Sequence[str], *, by_leader: bool, choosing: str = "") -> Rows:
    """What a draft still needs: who (`likely` first), by when, and then the word that it counts.

    `choosing` is "who" or "days" while somebody changes what was understood.
    """
    if choosing == "who" or (not draft.department and not choosing):
        return (*_who(draft, likely, every=choosing == "who"), _end(draft, by_leader=by_leader))
    if choosing == "days" or draft.due is None:
        return (*_days(draft), _end(draft, by_leader=by_leader))
    return (
        (_button("give", draft),),
        (_button("who", draft), _button("days", draft)),
        _end(draft, by_leader=by_leader),
    )


def _who(draft: Directive, likely: Iterable[str], *, every: bool) -> Rows:
    ask = Button(Side.DIRECTIVE, "who", directive=draft.id)
    choices = [Choice(name_of(key), replace(ask, department=key).data) for key in likely]
    if not every:
        choices.append(Choice(Words("button-all-departments"), replace(ask, department=EVERY).data))
    return tuple(tuple(choices[at : at + 2]) for at in range(0, len(choices), 2))


def _days(draft: Directive) -> Rows:
    ask = Button(Side.DIRECTIVE, "days", directive=draft.id)
    choices = [Choice(Words("button-directive-term", {"count": days}), replace(ask, days=days).data) for days in TERMS]
    return (tuple(choices[:2]), tuple(choices[2:]))


def _end(draft: Directive, *, by_leader: bool) -> tuple[Choice, ...]:
    """A leader leaves the rest to the task group, which has it already; the task group drops it."""
    return () if by_leader else (_button("drop", draft),)


# What is told when something has happened


def after_step(directive: Directive, entry: Entry, case: Case | None) -> tuple[Notice, ...]:
    """Whoever has to act gets it anew; where it stands already it is brought up to date."""
    doer, chief = whose(directive), judge(directive)
    givers = {TASK_GROUP, chief, *((LEADERSHIP,) if directive.by.role is Role.LEADERSHIP else ())}
    news: tuple[Notice, ...]
    match entry.step:
        case Step.GIVEN:
            news = (told(directive, doer, case),)
        case Step.RETURNED:
            news = (_news(directive, entry, doer, case), told(directive, doer, case))
        case Step.REPORTED:
            news = (told(directive, chief, case),)
        case Step.WORD:
            news = (_news(directive, entry, chief if _is_doer(directive, entry.actor) else doer, case),)
        case Step.ACCEPTED | Step.CANCELLED:
            others = [LEADERSHIP] if directive.by.role is Role.LEADERSHIP and chief != LEADERSHIP else []
            news = tuple(_news(directive, entry, each, case) for each in (doer, *others))
        case _:
            return ()
    sent = {each.to for each in news if each.slot}
    shown = [doer, *sorted(givers - {doer}, key=repr)]
    return (*news, *(told(directive, each, case, kind=Kind.EDIT) for each in shown if each not in sent))


def _is_doer(directive: Directive, actor: Actor) -> bool:
    return actor.role is not Role.LEADERSHIP and (actor.department or ITSELF) == directive.department


def _news(directive: Directive, entry: Entry, to: To, case: Case | None) -> Notice:
    facts: dict[str, Value] = {"code": directive.code, "who": name_of(directive.department)}
    facts["by"] = giver(entry.actor) if not _is_doer(directive, entry.actor) else name_of(directive.department)
    text = str(entry.facts.get("text") or "")
    facts["text"] = seen(to, case, text) or Words("see-files")
    words = Words(f"directive-told-{entry.step}", facts)
    files = tuple(entry.facts.get("files", ())) if entry.step is Step.WORD else ()
    return Notice(to, words, urgency=Urgency.RECEIPT, about=directive.case, files=files, under=slot(directive.id))
