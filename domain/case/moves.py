"""What a business and an officer do to a case, one function a move: case, wish and instant go in, a Decision comes out.

Nothing here saves, sends or looks up. Dates come in already worked out (a Term of dates.py), so that a journal can be
replayed without a calendar. What happens between departments is in handovers.py, what time does in reminders.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.buttons import Button, Side
from domain.case import confidentiality
from domain.case.cards import TEXT_ON_CARD
from domain.case.case import Actor, Case, Entry, Matter, Move, Outcome, State, Tier, plain
from domain.case.decisions import (
    Decision,
    card_with_files,
    contest_choices,
    decide,
    outcome_choices,
    read_on_return,
    says,
    to_business,
    under_card,
    words_needed,
)
from domain.case.history import apply
from domain.case.transitions import allowed, write
from domain.deadline.explaining import amount
from domain.deadline.promises import Term
from domain.messages import LEADERSHIP, TASK_GROUP, Choice, Name, Notice, Value, Words, shortened
from domain.refusals import Missing, NotNow, Refusal


@dataclass(frozen=True, slots=True)
class Filing:
    """Everything a business has confirmed about a new case.

    `again` is the business's last case about the same topic, 0 for none; `network` the messenger it came by, which
    figures count when its author is long forgotten.
    """

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
    term: Term
    together: tuple[str, ...] = ()
    accused: tuple[str, ...] = ()
    written_in: str = ""
    again: int = 0
    in_batches: bool = False
    network: str = ""
    #: names and tax codes of whatever else the author has spoken for, to be blotted out if they hide
    others: tuple[str, ...] = ()


_VERBS = {
    "ask": Move.ASKED,
    "send": Move.TOLD,
    "answer": Move.ANSWERED,
    "note": Move.NOTED,
    "transfer": Move.TRANSFERRED,
    "assign": Move.ASSIGNED,
    "extend": Move.EXTENDED,
    "publish": Move.PUBLISHED,
    "invite": Move.INVITED,
    "contribute": Move.CONTRIBUTED,
    "decline": Move.DECLINED,
    "dispute": Move.JUDGED,
    "explain": Move.EXPLAINED,
}


def check(case: Case, verb: str) -> None:
    """Raises NotNow when the verb of a button is not possible in the case's state."""
    move = _VERBS[verb]
    if not allowed(case, move):
        raise NotNow("refused-state", code=case.code, state=Words(f"state-{case.state}"))


def _shown(case: Case) -> str:
    """Whether the department sees the business: "yes" for hidden, "nameless" where there is no name to see."""
    if case.tier is Tier.HIDDEN:
        return "yes"
    return "no" if case.business_name or case.tax_code else "nameless"


def file(filing: Filing, actor: Actor, now: datetime) -> Decision:
    """A new case: the receipt to the business, the card to the department (or to the task group, undecided)."""
    names = [name for name in Filing.__dataclass_fields__ if name not in {"id", "term", "in_batches", "others"}]
    facts: dict[str, Any] = {name: getattr(filing, name) for name in names} | filing.term.facts()
    facts |= {"in_batches": True} if filing.in_batches else {}
    others = tuple(name for name in filing.others if name not in {filing.business_name, filing.tax_code})
    facts |= confidentiality.introduces(filing.tier, filing.text, others)
    entry = Entry(filing.id, 1, now, actor, Move.FILED, {name: plain(value) for name, value in facts.items()})
    case = apply(None, entry)
    receipt = Words(
        "receipt" if case.department else "receipt-undecided",
        {
            "code": case.code,
            "department": Name("department", case.department),
            "deadline": filing.term.due,
            "span": amount(case.promise.unit, case.promise.amount),
            "hidden": _shown(case),
        },
    )
    return Decision(case, (entry,), (to_business(case, receipt), *card_with_files(case)))


def accept(case: Case, actor: Actor, now: datetime, by: Value | None = None) -> Decision:
    """A named officer takes the case; refused with the first one's name when somebody was quicker.

    The business is told who has it: `by`, or without that the department alone.
    """
    # two officers tap within a second; the case is locked, so the second one reads what the first has done
    if case.state is State.ACCEPTED:
        raise NotNow("refused-accepted", code=case.code, name=case.accepted_name or "?")
    name = by or (Name("department", case.department) if case.department else Words("task-group"))
    told = to_business(case, Words("to-business-accepted", {"code": case.code, "by": name}))
    return decide(case, write(case, actor, Move.ACCEPTED, now), told)


def ask(case: Case, actor: Actor, now: datetime, text: str, files: tuple[int, ...], by: Value, reply: Term) -> Decision:  # noqa: PLR0913
    """A question to the business; the clock stands still until it replies, at the longest until `reply.due`."""
    words_needed(text, files)
    facts = {"text": text, "files": files, "reply_by": reply.due, "agenda": reply.agenda}
    entry = write(case, actor, Move.ASKED, now, **facts)
    question = Words("to-business-question", {**_said(case, text, by), "until": reply.due})
    return decide(case, entry, to_business(case, question, files), *read_on_return(case, actor))


def _said(case: Case, text: str, by: Value) -> dict[str, Value]:
    return {"code": case.code, "text": text or Words("see-files"), "by": by}


def tell(case: Case, actor: Actor, now: datetime, text: str, files: tuple[int, ...], by: Value) -> Decision:
    """A word to the business that is neither a question nor the answer."""
    words_needed(text, files)
    entry = write(case, actor, Move.TOLD, now, text=text, files=files)
    told = to_business(case, Words("to-business-word", _said(case, text, by)), files)
    return decide(case, entry, told, *read_on_return(case, actor))


@dataclass(frozen=True, slots=True)
class DepartmentReply:
    """A department's answer or refusal: the words, the files, how it is signed, by when the business should confirm.

    `going_on` is the case's own term once a question that is still open no longer stops the clock; `explains` where it
    only says how things are, and nothing was or has to be done.
    """

    text: str
    files: tuple[int, ...]
    by: Value
    confirm: Term
    going_on: Term | None = None
    explains: bool = False

    def facts(self, case: Case) -> dict[str, Any]:
        """What the journal says of it."""
        resumed: dict[str, Any] = self.going_on.facts() if case.asked_at and self.going_on else {}
        return {
            **resumed,
            "text": self.text,
            "files": self.files,
            "confirm_by": self.confirm.due,
            "agenda": self.confirm.agenda,
            **({"explains": True} if self.explains else {}),
        }


def gave_answer(case: Case, actor: Actor) -> bool:
    """True for whoever gave the answer that stands; of an old one only the name is known."""
    return case.answered_by == actor.person if case.answered_by else case.answered_name == actor.name


def check_answer(case: Case, actor: Actor) -> None:
    """Raises NotNow with the first one's name when somebody else has answered."""
    if case.state is State.ANSWERED and not gave_answer(case, actor):
        raise NotNow("refused-answered", code=case.code, name=case.answered_name or "?")


def answer(case: Case, actor: Actor, now: datetime, said: DepartmentReply) -> Decision:
    """The department's answer; whether it solved anything is for the business to say, within `said.confirm`."""
    words_needed(said.text, said.files)
    check_answer(case, actor)
    entry = write(case, actor, Move.ANSWERED, now, **said.facts(case), by=actor.person)
    words = Words("to-business-answer", {**_said(case, said.text, said.by), "until": said.confirm.due})
    return decide(
        case, entry, to_business(case, words, said.files, outcome_choices(case)), *read_on_return(case, actor)
    )


def decline(case: Case, actor: Actor, now: datetime, said: DepartmentReply) -> Decision:
    """Declined with a reason and where to go instead; the business may contest it."""
    if not says(said.text, 3):  # "not ours" alone sends a business wandering
        raise Missing("refused-decline-reason", code=case.code)
    entry = write(case, actor, Move.DECLINED, now, **said.facts(case), by=actor.person)
    words = Words("to-business-declined", {**_said(case, said.text, said.by), "until": said.confirm.due})
    return decide(
        case, entry, to_business(case, words, said.files, contest_choices(case)), *read_on_return(case, actor)
    )


def note(case: Case, actor: Actor, now: datetime, text: str, files: tuple[int, ...]) -> Decision:
    """An internal note; never leaves government."""
    words_needed(text, files)
    return decide(case, write(case, actor, Move.NOTED, now, text=text, files=files))


def add(  # noqa: PLR0913  what was said, and all that is known of who said it
    case: Case,
    actor: Actor,
    now: datetime,
    text: str,
    files: tuple[int, ...],
    going_on: Term | None,
    names: tuple[str, ...] = (),
) -> Decision:
    """More from the business: a reply when something was asked (the clock goes on to its end), else an addition.

    `names` are those of whatever its author has spoken for, to be blotted out if they hide; so in all their moves.
    """
    others = confidentiality.others_of(case, names)
    case = confidentiality.knowing(case, others)
    words_needed(text, files)
    asked = case.state is State.ASKED
    move = Move.REPLIED if asked else Move.ADDED
    facts: dict[str, Any] = {"text": text, "files": files, **confidentiality.introduces(case.tier, text, others)}
    if asked:
        if going_on is None:
            raise ValueError("a reply to a question needs the term that goes on")
        facts |= going_on.facts()
    entry = write(case, actor, move, now, **facts)
    told = _to_officers(case, "business-replied" if asked else "business-added", text, files, actor)
    return decide(case, entry, *told)


def _to_officers(case: Case, key: str, text: str, files: tuple[int, ...], actor: Actor) -> tuple[Notice, ...]:
    """Words of the business for whoever has the case: masked for its department, whole for the task group."""
    missing = Words("see-files" if files else "no-text")
    masked = confidentiality.for_department(case, text, actor.name) if case.department else text
    notices = [under_card(case, Words(key, {"code": case.code, "text": masked or missing}), files)]
    if case.level and case.department:
        notices.append(under_card(case, Words(key, {"code": case.code, "text": text or missing}), files, TASK_GROUP))
    return tuple(notices)


def amend(case: Case, actor: Actor, now: datetime, text: str, *, whole: bool, names: tuple[str, ...] = ()) -> Decision:
    """The business edited something it had written; `whole` when it is the filing itself."""
    others = confidentiality.others_of(case, names)
    case = confidentiality.knowing(case, others)
    facts = confidentiality.introduces(case.tier, text, others)
    entry = write(case, actor, Move.AMENDED, now, text=text, whole=whole, **facts)
    return decide(case, entry, *_to_officers(case, "business-edited", text, (), actor))


def confirm(case: Case, actor: Actor, now: datetime, outcome: Outcome, reopen_until: datetime) -> Decision:
    """The business says what became of its matter; ends the case, which may come back until `reopen_until`."""
    if outcome in {Outcome.NOT_SOLVED, Outcome.NOT_CONFIRMED}:
        msg = f"not for a business to confirm: {outcome}"
        raise ValueError(msg)
    entry = write(case, actor, Move.CONFIRMED, now, outcome=outcome, reopen_until=reopen_until)
    told = Words("group-confirmed", {"code": case.code, "outcome": Words(f"outcome-{outcome}")})
    stars = to_business(case, Words("ask-stars", {"code": case.code}), choices=_stars(case))
    if outcome is Outcome.PARTLY:  # something is left, of which the card alone would be too quiet a word
        return decide(case, entry, under_card(case, told), stars)
    return decide(case, entry, stars, tells=told)


def _stars(case: Case) -> tuple[tuple[Choice, ...], ...]:
    stars = [Choice("★" * n, Button(Side.OWN, "stars", case=case.id, stars=n).data) for n in range(1, 6)]
    return (tuple(stars[:3]), tuple(stars[3:]))


def rate(case: Case, actor: Actor, now: datetime, stars: int, comment: str) -> Decision:
    """One to five stars and an optional comment on how the matter was handled."""
    if not 1 <= stars <= 5:  # noqa: PLR2004
        raise Refusal("refused-stars")
    entry = write(case, actor, Move.RATED, now, stars=stars, comment=comment)
    shown = confidentiality.for_department(case, comment, actor.name)
    words = Words("group-rated", {"code": case.code, "stars": stars, "comment": shown})
    return decide(case, entry, *((under_card(case, words),) if comment else ()))


def check_reopening(case: Case, actor: Actor, now: datetime) -> None:
    """Raises NotNow when the case may not come back any more."""
    if case.reopen_until and now > case.reopen_until:
        raise NotNow("refused-reopen-window", code=case.code, until=case.reopen_until)
    write(case, actor, Move.REOPENED, now)  # thrown away: it refuses where the state does not allow it


def reopen(  # noqa: PLR0913  what was said, and all that is known of who said it
    case: Case,
    actor: Actor,
    now: datetime,
    text: str,
    again: Term,
    files: tuple[int, ...] = (),
    names: tuple[str, ...] = (),
) -> Decision:
    """Not solved: the case comes back one level up, with the business's words, for a new deadline."""
    check_reopening(case, actor, now)
    others = confidentiality.others_of(case, names)
    case = confidentiality.knowing(case, others)
    facts: dict[str, Any] = {
        **({"files": files} if files else {}),
        **confidentiality.introduces(case.tier, text, others),
    }
    entry = write(case, actor, Move.REOPENED, now, text=text, **again.facts(), **facts)
    after = apply(case, entry)
    missing = Words("see-files" if files else "no-text")
    department = Name("department", case.department) if case.department else Words("department-undecided")
    said: dict[str, Value] = {"code": case.code, "text": text or missing, "department": department}
    appeal = Words("appeal", {**said, "text": shortened(text, TEXT_ON_CARD) or missing})
    higher = [*card_with_files(after, TASK_GROUP, appeal)]
    if files or len(text) > TEXT_ON_CARD:
        higher.append(under_card(case, Words("appeal", said), files, TASK_GROUP))
    if after.level > 1:
        higher.append(
            Notice(LEADERSHIP, Words("appeal-again", {"code": case.code, "department": department}), about=case.id)
        )
    masked = {**said, "text": confidentiality.for_department(case, text, actor.name) or missing}
    own = [under_card(case, Words("group-reopened", masked), files)] if case.department else []
    told = to_business(case, Words("reopened", {"code": case.code, "deadline": again.due}))
    return decide(case, entry, told, *higher, *own)


def withdraw(case: Case, actor: Actor, now: datetime) -> Decision:
    """The business takes its matter back."""
    entry = write(case, actor, Move.WITHDRAWN, now)
    told = to_business(case, Words("withdrawn", {"code": case.code}))
    return decide(case, entry, told, under_card(case, Words("group-withdrawn", {"code": case.code})))


def unreached(case: Case, actor: Actor, now: datetime, *, is_asleep: bool = False) -> Decision:
    """A message could not be brought to the business, for good or (`is_asleep`) until it writes again.

    Its department and the task group are told; who knows whom to call is asked to. Of who hides its department reads
    the same in both: only some messengers close.
    """
    entry = write(case, actor, Move.UNREACHED, now)
    facts: dict[str, Value] = {"code": case.code}
    words = Words("business-asleep", facts) if is_asleep else Words("business-unreached", facts)
    hides = case.tier is not Tier.OPEN or case.unmasked_at is not None
    to_its_own = under_card(case, Words("business-unreached-hidden", facts) if hides else words)
    return decide(case, entry, to_its_own, under_card(case, words, to=TASK_GROUP))
