"""What the task group and leadership read: overdue cases, this week's figures, one case in full."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.case import confidentiality
from domain.case.cards import slot
from domain.case.case import Case, Entry, Matter, Move, Role, State, Tier, is_open, is_paused
from domain.case.history import replay
from domain.deadline.explaining import amount, at_length
from domain.messages import (
    Audience,
    Chat,
    Lines,
    Name,
    Notice,
    To,
    Urgency,
    Value,
    Words,
    shortened,
    to_chat,
)
from domain.province.catalogue import LegalLimit
from domain.statistics.figures import Figures
from domain.statistics.periods import Span, around
from handlers.province import Province
from handlers.task_group import period_figures
from handlers.turn import InGroup
from storage import cases, people
from storage.database import Tx
from storage.knowledge import published
from storage.outgoing import arrivals, outbox
from storage.outgoing.arrivals import Arrival

_LISTED = 20
#: what is said to the business, of which people ask whether it has arrived
_SAID = {Move.ASKED, Move.TOLD, Move.ANSWERED, Move.CORRECTED, Move.DECLINED}
LONGEST_TOLD = 300


def report(turn: InGroup, verb: str) -> None:
    """Answer `/quahan` or `/thongke` with what concerns this chat: its own department, or all."""
    to, department = to_chat(turn.incoming.chat), turn.who.department
    if verb == "overdue":
        outbox.post(turn.tx, overdue(turn.tx, to, department))
    else:
        outbox.post(turn.tx, this_week(turn.tx, turn.province, to, department))


def overdue(tx: Tx, to: To, department: str = "") -> Notice:
    """The open cases past their deadline, the longest overdue first; of one department, or of all ("")."""
    late = cases.overdue(tx, tx.now, department)
    if not late:
        return Notice(to, Words("overdue-none"), urgency=Urgency.PROMPT)
    many = cases.count_overdue(tx, tx.now, department)
    lines: list[Value] = [Words("overdue-head", {"count": many})]
    lines += [
        Words(
            "overdue-line",
            {"code": case.code, "department": _department(case.department), "deadline": case.deadline or tx.now},
        )
        for case in late[:_LISTED]
    ]
    if many > _LISTED:
        lines.append(Words("overdue-more", {"count": many - _LISTED}))
    return Notice(to, Lines(tuple(lines)), urgency=Urgency.PROMPT)


def this_week(tx: Tx, province: Province, to: To, department: str = "") -> Notice:
    """The figures from Monday to now."""
    week = around(Span.WEEK, tx.now.astimezone(province.catalogue.timezone).date())
    ask = period_figures.within(tx)
    span = start, until = period_figures.bounds(province, week, period_figures.as_of(ask, province, week, tx.now))
    (found,) = period_figures.counted(ask, province, [(week, span)], department)
    figures = found.figures
    lines: list[Value] = [Words("figures-head", {"from": start, "to": until}), *_lines(figures)]
    if figures.merged:
        lines.append(Words("figures-merged", {"count": figures.merged}))
    if not department and (deflected := published.deflections(tx, start)):
        lines.append(Words("figures-deflected", {"count": deflected}))
    return Notice(to, Lines(tuple(lines)), urgency=Urgency.PROMPT)


def deadline(tx: Tx, to: To, case: Case, limits: tuple[LegalLimit, ...] = ()) -> Notice:
    """Why the case is due when it is, from its journal alone; what the clock does next; the law's limits if given."""
    told = replay([entry for entry, _ in cases.journal(tx, case.id)])
    lines: list[Value] = [Words("deadline-head", {"code": told.code})]
    if told.why:
        lines += at_length(told.why, plain=to.audience is Audience.AUTHOR).items
    if told.state is State.ASKED and told.reply_by:
        lines.append(Words("card-paused" if is_paused(told) else "card-waiting", {"until": told.reply_by}))
    if told.agenda and is_open(told):
        at, what = told.agenda[0]
        lines.append(Words("deadline-next", {"at": at, "what": Words(f"look-{what.partition(':')[0]}")}))
    if told.kind is Matter.COMPLAINT and limits:
        lines += [Words("legal-head"), *(_legal(limit) for limit in limits)]
    return Notice(to, Lines(tuple(lines)), urgency=Urgency.PROMPT, about=case.id)


def _legal(limit: LegalLimit) -> Words:
    """One limit of the law, with its source and whether anybody has checked that it still holds."""
    facts: dict[str, Value] = {
        "name": Name("legal-limit", limit.key),
        "span": amount(limit.unit, limit.amount),
        "source": limit.source,
        "sure": "yes" if limit.is_confirmed else "no",
    }
    return Words("legal-limit", facts)


def _lines(figures: Figures) -> tuple[Value, ...]:
    share = round(100 * figures.on_time / figures.answered) if figures.answered else 0
    return (
        Words("figures-received", {"count": figures.received}),
        Words(
            "figures-answered",
            {
                "count": figures.answered,
                "ontime": figures.on_time,
                "share": share,
                "extended": figures.extended,
                "late": figures.late,
            },
        ),
        Words(
            "figures-outcomes",
            {
                "solved": figures.solved,
                "partly": figures.partly,
                "notsolved": figures.not_solved,
                "explained": figures.only_explained,
                "silent": figures.not_confirmed,
            },
        ),
        Words(
            "figures-open",
            {
                "count": figures.carried_forward,
                "overdue": figures.overdue_now,
                "waiting": figures.waiting_for_business,
            },
        ),
        *([Words("figures-unmasked", {"count": figures.unmasked})] if figures.unmasked else []),
    )


def _department(key: str) -> Value:
    return Name("short", key) if key else Words("department-undecided")


def details(tx: Tx, chat: Chat, case: Case, belongs: tuple[Words, ...] = (), *, inside: bool) -> Notice:
    """Everything in a case's journal, in words, and what it belongs to; `inside` the task group nothing is masked."""
    lines: list[Value] = [Words("details-head", {"code": case.code}), *belongs]
    lines += [_line(each) for each in history(tx, case, inside=inside)]
    return Notice(to_chat(chat), Lines(tuple(lines)), urgency=Urgency.PROMPT, about=case.id, under=slot(case.id))


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened to a case, as whoever reads it may read it; `text` is what was said, "" for nothing."""

    at: datetime
    who: Value
    what: Words | Lines
    text: str
    role: Role


def history(tx: Tx, case: Case, *, inside: bool) -> list[Told]:
    """Everything in a case's journal, the oldest first; `inside` the task group nothing is masked."""
    entries = [entry for entry, _ in cases.journal(tx, case.id)]
    author = people.by_id(tx, case.author) if case.author else None
    arrived = arrivals.of(tx, author.chat, case.id) if author else {}
    return [
        _told(case, entry, arrived.get(entry.at) if entry.move in _SAID else None, inside=inside)
        for entry in entries
        if inside or not (_is_task_groups_own(entry) or _is_about_who_hides(case, entry))
    ]


def _is_task_groups_own(entry: Entry) -> bool:
    """A note of the task group, which knows who filed, and why it keeps a case, stay with it."""
    return entry.move in {Move.NOTED, Move.HELD, Move.LET_GO} and entry.actor.role is Role.TASK_GROUP


def _is_about_who_hides(case: Case, entry: Entry) -> bool:
    """That somebody had their name corrected, they may have asked of an open case of theirs in the same breath."""
    return entry.move is Move.RENAMED and cases.hides(case)


def _line(told: Told) -> Words:
    text = shortened(told.text, LONGEST_TOLD) or Words("nothing")
    return Words("details-line", {"at": told.at, "who": told.who, "what": told.what, "text": text})


def _told(case: Case, entry: Entry, arrival: Arrival | None, *, inside: bool) -> Told:
    by_business = entry.actor.role is Role.BUSINESS
    name: Value = entry.actor.name
    if by_business or not entry.actor.name:
        name = Words(f"role-{entry.actor.role}")
    if entry.move is Move.ERASED and not inside and case.tier is not Tier.OPEN:  # one officer erases all that is theirs
        name = Words(f"role-{entry.actor.role}")
    text = str(entry.facts.get("text") or entry.facts.get("reason") or entry.facts.get("comment") or "")
    if entry.move is Move.FILED:
        text = ""
    if entry.move in {Move.MERGED, Move.SEPARATED}:
        text = f"#{entry.facts['with']}"
    if entry.move in {Move.DIRECTED, Move.FOLLOWED}:
        text = f"#{entry.facts.get('directive')}: {text}"
    if not inside:
        text = confidentiality.for_department(case, text, entry.actor.name if by_business else "")
    what: Words | Lines = Words(f"told-{entry.move}", _facts(entry))
    if arrival:
        what = Lines((what, _arrived(arrival)), ", ")
    return Told(entry.at, name, what, text, entry.actor.role)


def _arrived(arrival: Arrival) -> Words:
    """Whether the business has what was said to it."""
    if arrival.state == "sent" and arrival.at:
        return Words("details-arrived", {"at": arrival.at})
    return Words("details-on-its-way" if arrival.state == "waiting" else "details-not-arrived")


def _facts(entry: Entry) -> dict[str, Value]:
    facts: dict[str, Value] = {}
    if "department" in entry.facts:
        facts["department"] = _department(entry.facts["department"])
    if "outcome" in entry.facts:
        facts["outcome"] = Words(f"outcome-{entry.facts['outcome']}")
    return facts
