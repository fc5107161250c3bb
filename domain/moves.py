"""One function a move: the case as it is, what is wanted and the instant go in; a Decision comes out.

Nothing here saves, sends or looks up. Deadlines come in already computed (domain/deadlines.py), so that a journal can
be replayed without a calendar.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from domain import confidentiality
from domain.cards import card, refreshed, slot, whole_text
from domain.cases import Actor, Case, Entry, Matter, Move, Outcome, Role, State, Tier, allowed, apply, plain, write
from domain.messages import (
    LEADERSHIP,
    TASK_GROUP,
    Choice,
    Kind,
    Lines,
    Name,
    Notice,
    To,
    Urgency,
    Value,
    Words,
    to_author,
    to_department,
)
from domain.refusals import Missing, NotNow, Refusal

REOPEN_WINDOW = timedelta(days=10)
TRANSFERS_BEFORE_TASK_GROUP = 1
LONGEST_EXTENSION_DAYS = 20
HIGHEST_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Decision:
    """What a move does: the case afterwards, the journal entries that say so, and the messages it causes."""

    case: Case
    entries: tuple[Entry, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Filing:
    """Everything a business has confirmed about a new case."""

    id: int
    code: str
    kind: Matter
    department: str
    topic: str
    tier: Tier
    language: str
    business: int
    business_name: str
    tax_code: str
    text: str
    files: tuple[int, ...]
    working_days: int
    deadline: datetime


def _decide(case: Case, entry: Entry, *notices: Notice) -> Decision:
    after = apply(case, entry)
    return Decision(after, (entry,), (*notices, *refreshed(after)))


def _author(case: Case, words: Words | Lines, files: tuple[int, ...] = (), choices: Any = ()) -> Notice:
    return Notice(to_author(case.author), words, choices=choices, about=case.id, files=files)


def _group(case: Case, words: Words, files: tuple[int, ...] = (), to: To | None = None) -> Notice:
    to = to or to_department(case.department)
    return Notice(to, words, about=case.id, files=files, under=slot(case.id))


_VERBS = {
    "ask": Move.ASKED,
    "send": Move.TOLD,
    "answer": Move.ANSWERED,
    "note": Move.NOTED,
    "transfer": Move.TRANSFERRED,
    "assign": Move.ASSIGNED,
    "extend": Move.EXTENDED,
    "decline": Move.DECLINED,
}


def check(case: Case, verb: str) -> None:
    """Raises NotNow when the verb of a button is not possible in the case's state."""
    move = _VERBS[verb]
    if not allowed(case, move):
        raise NotNow("refused-state", code=case.code, state=Words(f"state-{case.state}"))


def file(filing: Filing, actor: Actor, now: datetime) -> Decision:
    """A new case: the receipt to the business, the card to the department (or to the task group, undecided)."""
    facts = {name: getattr(filing, name) for name in Filing.__dataclass_fields__ if name != "id"}
    entry = Entry(filing.id, 1, now, actor, Move.FILED, {name: plain(value) for name, value in facts.items()})
    case = apply(None, entry)
    receipt = Words(
        "receipt" if case.department else "receipt-undecided",
        {
            "code": case.code,
            "department": Name("department", case.department),
            "deadline": filing.deadline,
            "days": case.working_days,
            "hidden": "yes" if case.tier is Tier.HIDDEN else "no",
        },
    )
    return Decision(case, (entry,), (_author(case, receipt), *introduced(case)))


def introduced(case: Case, to: To | None = None) -> tuple[Notice, ...]:
    """The card, what it had to cut off and the files of a case, for those who now have it (or for `to`)."""
    to = to or to_department(case.department)
    files = (_group(case, Words("files-of", {"code": case.code}), case.files, to),) if case.files else ()
    return (card(case, to), *whole_text(case, to), *files)


def accept(case: Case, actor: Actor, now: datetime) -> Decision:
    """A named officer takes the case; refused with the first one's name when somebody was quicker."""
    if case.state is State.ACCEPTED:
        raise NotNow("refused-accepted", code=case.code, name=case.accepted_name or "?")
    return _decide(case, write(case, actor, Move.ACCEPTED, now))


def _words_needed(text: str, files: tuple[int, ...]) -> None:
    if not text.strip() and not files:
        raise Missing("refused-empty")


def ask(case: Case, actor: Actor, now: datetime, text: str, files: tuple[int, ...], by: Value) -> Decision:
    """A question to the business; the clock stands still until it replies."""
    _words_needed(text, files)
    entry = write(case, actor, Move.ASKED, now, text=text, files=files)
    return _decide(case, entry, _author(case, Words("to-business-question", _said(case, text, by)), files))


def _said(case: Case, text: str, by: Value) -> dict[str, Value]:
    return {"code": case.code, "text": text or Words("see-files"), "by": by}


def tell(case: Case, actor: Actor, now: datetime, text: str, files: tuple[int, ...], by: Value) -> Decision:
    """A word to the business that is neither a question nor the answer."""
    _words_needed(text, files)
    entry = write(case, actor, Move.TOLD, now, text=text, files=files)
    return _decide(case, entry, _author(case, Words("to-business-word", _said(case, text, by)), files))


@dataclass(frozen=True, slots=True)
class Said:
    """What an officer says to the business: the words, the files, and how it is signed.

    `deadline` is the case's once a question that is still open no longer stops the clock.
    """

    text: str
    files: tuple[int, ...]
    by: Value
    confirm_by: datetime
    deadline: datetime | None = None


def _resumed(case: Case, deadline: datetime | None) -> dict[str, datetime]:
    """The fact that moves the deadline when a move ends the pause of a question."""
    return {"deadline": deadline} if case.asked_at and deadline else {}


def _says(text: str, words: int) -> bool:
    """True when a text has at least that many words; Chinese has no spaces, so two of its characters count as one."""
    han = sum("\u3400" <= letter <= "\u9fff" for letter in text)
    return len(text.split()) >= words or han >= 2 * words


def check_answer(case: Case, actor: Actor) -> None:
    """Raises NotNow with the first one's name when somebody else has answered."""
    if case.state is State.ANSWERED and case.answered_name != actor.name:
        raise NotNow("refused-answered", code=case.code, name=case.answered_name or "?")


def answer(case: Case, actor: Actor, now: datetime, said: Said) -> Decision:
    """The department's answer; whether it solved anything is for the business to say, within `confirm_by`."""
    _words_needed(said.text, said.files)
    check_answer(case, actor)
    facts = {"text": said.text, "files": said.files, "confirm_by": said.confirm_by}
    entry = write(case, actor, Move.ANSWERED, now, **facts, **_resumed(case, said.deadline))
    words = Words("to-business-answer", {**_said(case, said.text, said.by), "until": said.confirm_by})
    return _decide(case, entry, _author(case, words, said.files, outcome_choices(case)))


def outcome_choices(case: Case) -> tuple[tuple[Choice, ...], ...]:
    """The three buttons under an answer."""
    return tuple(
        (Choice(Words(f"button-{outcome}"), f"b:{outcome}:{case.id}"),)
        for outcome in (Outcome.SOLVED, Outcome.PARTLY, Outcome.NOT_SOLVED)
    )


def decline(case: Case, actor: Actor, now: datetime, said: Said) -> Decision:
    """Declined with a reason and where to go instead; the business may contest it."""
    if not _says(said.text, 3):  # "not ours" alone sends a business wandering
        raise Missing("refused-decline-reason", code=case.code)
    facts = {"text": said.text, "files": said.files, "confirm_by": said.confirm_by}
    entry = write(case, actor, Move.DECLINED, now, **facts, **_resumed(case, said.deadline))
    contest = ((Choice(Words("button-contest"), f"b:{Outcome.NOT_SOLVED}:{case.id}"),),)
    words = Words("to-business-declined", {**_said(case, said.text, said.by), "until": said.confirm_by})
    return _decide(case, entry, _author(case, words, said.files, contest))


def correct(case: Case, actor: Actor, now: datetime, text: str, *, was_answer: bool) -> Decision:
    """An officer changed words already sent: the business reads the correction as one."""
    entry = write(case, actor, Move.CORRECTED, now, text=text, was_answer=was_answer)
    return _decide(case, entry, _author(case, Words("to-business-corrected", {"code": case.code, "text": text})))


def note(case: Case, actor: Actor, now: datetime, text: str, files: tuple[int, ...]) -> Decision:
    """An internal note; never leaves government."""
    _words_needed(text, files)
    return _decide(case, write(case, actor, Move.NOTED, now, text=text, files=files))


def add(case: Case, actor: Actor, now: datetime, text: str, files: tuple[int, ...], deadline: datetime) -> Decision:
    """More from the business: a reply when something was asked (the clock goes on to `deadline`), else an addition."""
    _words_needed(text, files)
    asked = case.state is State.ASKED
    move = Move.REPLIED if asked else Move.ADDED
    facts: dict[str, Any] = {"text": text, "files": files}
    if asked:
        facts["deadline"] = deadline
    entry = write(case, actor, move, now, **facts)
    told = _to_officers(case, "business-replied" if asked else "business-added", text, files, actor)
    return _decide(case, entry, *told)


def _to_officers(case: Case, key: str, text: str, files: tuple[int, ...], actor: Actor) -> tuple[Notice, ...]:
    """Words of the business for whoever has the case: masked for its department, whole for the task group."""
    missing = Words("see-files" if files else "no-text")
    masked = confidentiality.for_department(case, text, actor.name) if case.department else text
    notices = [_group(case, Words(key, {"code": case.code, "text": masked or missing}), files)]
    if case.level and case.department:
        notices.append(_group(case, Words(key, {"code": case.code, "text": text or missing}), files, TASK_GROUP))
    return tuple(notices)


def amend(case: Case, actor: Actor, now: datetime, text: str, *, whole: bool) -> Decision:
    """The business edited something it had written; `whole` when it is the filing itself."""
    entry = write(case, actor, Move.AMENDED, now, text=text, whole=whole)
    return _decide(case, entry, *_to_officers(case, "business-edited", text, (), actor))


def confirm(case: Case, actor: Actor, now: datetime, outcome: Outcome) -> Decision:
    """The business says what became of its matter (or, by the clock, said nothing); ends the case."""
    if outcome is Outcome.NOT_SOLVED:
        msg = "not solved is an appeal: use reopen"
        raise ValueError(msg)
    entry = write(case, actor, Move.CONFIRMED, now, outcome=outcome)
    words = Words("group-confirmed", {"code": case.code, "outcome": Words(f"outcome-{outcome}")})
    group = _group(case, words)
    if outcome is Outcome.NOT_CONFIRMED:
        return _decide(case, entry, group, _author(case, Words("closed-in-silence", {"code": case.code})))
    return _decide(case, entry, group, _author(case, Words("ask-stars", {"code": case.code}), choices=_stars(case)))


def _stars(case: Case) -> tuple[tuple[Choice, ...], ...]:
    stars = tuple(Choice("★" * count, f"b:stars:{case.id}:{count}") for count in range(1, 6))
    return (stars[:3], stars[3:])


def rate(case: Case, actor: Actor, now: datetime, stars: int, comment: str) -> Decision:
    """One to five stars and an optional comment on how the matter was handled."""
    if not 1 <= stars <= 5:  # noqa: PLR2004
        raise Refusal("refused-stars")
    entry = write(case, actor, Move.RATED, now, stars=stars, comment=comment)
    shown = confidentiality.for_department(case, comment, actor.name)
    words = Words("group-rated", {"code": case.code, "stars": stars, "comment": shown})
    return _decide(case, entry, *((_group(case, words),) if comment else ()))


def reopen(
    case: Case, actor: Actor, now: datetime, text: str, deadline: datetime, files: tuple[int, ...] = ()
) -> Decision:
    """Not solved: the case comes back one level up, with the business's words, for a new deadline."""
    if case.ended_at and now > case.ended_at + REOPEN_WINDOW:
        raise NotNow("refused-reopen-window", code=case.code, days=REOPEN_WINDOW.days)
    facts = {"files": files} if files else {}
    entry = write(case, actor, Move.REOPENED, now, text=text, deadline=deadline, **facts)
    after = apply(case, entry)
    missing = Words("see-files" if files else "no-text")
    department = Name("department", case.department) if case.department else Words("department-undecided")
    said: dict[str, Value] = {"code": case.code, "text": text or missing, "department": department}
    higher = [*introduced(after, TASK_GROUP), _group(case, Words("appeal", said), files, TASK_GROUP)]
    if after.level > 1:
        higher.append(
            Notice(LEADERSHIP, Words("appeal-again", {"code": case.code, "department": department}), about=case.id)
        )
    masked = {**said, "text": confidentiality.for_department(case, text, actor.name) or missing}
    own = [_group(case, Words("group-reopened", masked), files)] if case.department else []
    told = _author(case, Words("reopened", {"code": case.code, "deadline": deadline}))
    return _decide(case, entry, told, *higher, *own)


def _transferable(case: Case, department: str, reason: str) -> None:
    if not _says(reason, 2):
        raise Missing("refused-transfer-reason", code=case.code)
    if department == case.department:
        raise Refusal("refused-same-department", code=case.code)


def is_for_task_group(case: Case, actor: Actor) -> bool:
    """True when this actor may only propose a transfer: the first has been made, the task group decides the next."""
    return case.transfers >= TRANSFERS_BEFORE_TASK_GROUP and actor.role is not Role.TASK_GROUP


def propose_transfer(case: Case, actor: Actor, now: datetime, department: str, reason: str) -> Decision:
    """A further transfer is proposed: the task group gets the card with the reason and decides."""
    _transferable(case, department, reason)
    entry = write(case, actor, Move.NOTED, now, text=reason, department=department)
    facts: dict[str, Value] = {
        "code": case.code,
        "department": Name("department", case.department),
        "to": Name("department", department),
        "reason": reason,
    }
    proposed = _group(case, Words("transfer-proposed", facts), to=TASK_GROUP)
    told = _group(case, Words("transfer-left-to-task-group", {"code": case.code}))
    return _decide(case, entry, *introduced(case, TASK_GROUP), proposed, told)


def transfer(
    case: Case, actor: Actor, now: datetime, department: str, reason: str, deadline: datetime | None = None
) -> Decision:
    """To another department, with a reason; never resets the clock; after the first only the task group may."""
    _transferable(case, department, reason)
    if is_for_task_group(case, actor):
        raise NotNow("refused-second-transfer", code=case.code)
    facts = {"department": department, "reason": reason}
    entry = write(case, actor, Move.TRANSFERRED, now, **facts, **_resumed(case, deadline))
    return _moved(case, entry, reason)


def assign(
    case: Case, actor: Actor, now: datetime, department: str, reason: str, deadline: datetime | None = None
) -> Decision:
    """The task group decides who is responsible; never resets the clock."""
    if actor.role is not Role.TASK_GROUP:
        raise Refusal("refused-task-group-only")
    facts = {"department": department, "reason": reason} if reason else {"department": department}
    return _moved(case, write(case, actor, Move.ASSIGNED, now, **facts, **_resumed(case, deadline)), reason)


def _moved(case: Case, entry: Entry, reason: str) -> Decision:
    after = apply(case, entry)
    new = Name("department", after.department)
    reason = confidentiality.for_department(case, reason)
    told = Words("moved-author", {"code": case.code, "department": new, "deadline": after.deadline or entry.at})
    notices = [_author(case, told), *introduced(after)]
    if case.department and case.department != after.department:
        left = Words("moved-away", {"code": case.code, "department": new, "reason": reason or Words("no-reason")})
        old = to_department(case.department)
        gone = Notice(old, left, kind=Kind.EDIT, urgency=Urgency.CARD, about=case.id, slot=slot(case.id))
        notices.append(gone)
    why = Words("moved-here", {"code": case.code, "reason": reason or Words("no-reason")})
    notices.append(_group(after, why))
    return Decision(after, (entry,), (*notices, card(after, TASK_GROUP, kind=Kind.EDIT)))


def check_extension(case: Case, actor: Actor) -> None:
    """Raises NotNow for a second extension by anybody but the task group."""
    if (case.extension_days or case.reopenings) and actor.role is not Role.TASK_GROUP:
        raise NotNow("refused-second-extension", code=case.code)


def extend(case: Case, actor: Actor, now: datetime, days: int, reason: str, deadline: datetime) -> Decision:
    """More working days, with a reason the business reads; above the first the task group must do it."""
    if not 1 <= days <= LONGEST_EXTENSION_DAYS or not _says(reason, 2):
        raise Missing("refused-extend", code=case.code, longest=LONGEST_EXTENSION_DAYS)
    check_extension(case, actor)
    entry = write(case, actor, Move.EXTENDED, now, days=days, reason=reason, deadline=deadline)
    words = Words("to-business-extended", {"code": case.code, "days": days, "reason": reason, "deadline": deadline})
    return _decide(case, entry, _author(case, words))


def withdraw(case: Case, actor: Actor, now: datetime) -> Decision:
    """The business takes its matter back."""
    entry = write(case, actor, Move.WITHDRAWN, now)
    told = _author(case, Words("withdrawn", {"code": case.code}))
    return _decide(case, entry, told, _group(case, Words("group-withdrawn", {"code": case.code})))


def unreached(case: Case, actor: Actor, now: datetime) -> Decision:
    """A message could not be brought to the business: its department and the task group are told."""
    entry = write(case, actor, Move.UNREACHED, now)
    words = Words("business-unreached", {"code": case.code})
    return _decide(case, entry, _group(case, words), _group(case, words, to=TASK_GROUP))


def escalate(case: Case, actor: Actor, now: datetime) -> Decision:
    """The deadline has passed: one level up; department and task group are told once, leadership of a reopened case."""
    level = min(case.level + 1, HIGHEST_LEVEL)
    entry = write(case, actor, Move.ESCALATED, now, level=level)
    facts: dict[str, Value] = {
        "code": case.code,
        "department": Name("department", case.department) if case.department else Words("department-undecided"),
        "deadline": case.deadline or now,
    }
    words = Words("overdue", facts)
    notices = [_reminder(case, words, TASK_GROUP)]
    if case.department:
        notices.append(_reminder(case, words, to_department(case.department)))
    if level == HIGHEST_LEVEL:
        notices.append(Notice(LEADERSHIP, words, urgency=Urgency.REMINDER, about=case.id))
    return _decide(case, entry, *introduced(apply(case, entry), TASK_GROUP), *notices)


def _reminder(case: Case, words: Words, to: To) -> Notice:
    return Notice(to, words, urgency=Urgency.REMINDER, about=case.id, under=slot(case.id))


def remind_confirmation(case: Case, actor: Actor, now: datetime) -> Decision:
    """One reminder to the business that an answer waits for its word."""
    entry = write(case, actor, Move.REMINDED, now)
    words = Words("remind-confirm", {"code": case.code, "until": case.confirm_by or now})
    notice = Notice(
        to_author(case.author), words, choices=outcome_choices(case), urgency=Urgency.REMINDER, about=case.id
    )
    return Decision(apply(case, entry), (entry,), (notice,))
