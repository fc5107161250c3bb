"""Lan (a business), Minh (her officer), Hoa (another department's), Tuấn (task group), and everything they can do.

`play` lets them do it in any order; what the rules refuse is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from domain.case import corrections, handovers, moves, reminders, unmasking
from domain.case.case import Actor, Case, Matter, Outcome, Role, Tier
from domain.case.decisions import Decision
from domain.case.moves import DepartmentReply, Filing
from domain.deadline.promises import LADDER, Look, Promise, Term, merged, only
from domain.messages import Audience, Lines, Notice, Words
from domain.province.catalogue import PromisedStep, Unit
from domain.refusals import NotNow, Refusal

NOW = datetime(2026, 3, 9, 2, 0, tzinfo=UTC)
DEADLINE = datetime(2026, 3, 18, 10, 0, tzinfo=UTC)
CONSTRUCTION, FINANCE, TAX = "so-xay-dung", "so-tai-chinh", "thue-tinh"
LAN = Actor(Role.BUSINESS, 1, "Nguyễn Thị Lan")
MINH = Actor(Role.OFFICER, 2, "Minh", CONSTRUCTION)
HOA = Actor(Role.OFFICER, 3, "Hoa", FINANCE)
TUAN = Actor(Role.TASK_GROUP, 4, "Tuấn")
HANH = Actor(Role.TASK_GROUP, 5, "Hạnh")
CLOCK = Actor(Role.CLOCK)


class Hands:
    """A clock that stands still until a test moves it."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def on(self, **by: float) -> None:
        """Move it forward, as timedelta is told."""
        self.now += timedelta(**by)


def line(notice: Notice, number: int) -> Words:
    """A line of a card, from 0."""
    assert isinstance(notice.words, Lines)
    found = notice.words.items[number]
    assert isinstance(found, Words)
    return found


def filed(number: int = 1, **changes: Any) -> Decision:
    """Lan (or `by` whom else) has filed an obstacle with the department of construction."""
    by: Actor = changes.pop("by", LAN)
    facts: dict[str, Any] = {
        "id": number,
        "code": f"LS26-{number:05d}",
        "kind": Matter.OBSTACLE,
        "department": CONSTRUCTION,
        "topic": "giay-phep-xay-dung",
        "tier": Tier.OPEN,
        "language": "vi",
        "business": 1,
        "business_name": "Công ty Lan Anh",
        "tax_code": "4900001236",
        "text": "Hồ sơ xin giấy phép đã hai tháng chưa có kết quả",
        "files": (),
        "term": term(),
    }
    return moves.file(Filing(**{**facts, **changes}), by, NOW)


def term(due: datetime = DEADLINE, *agenda: tuple[datetime, str]) -> Term:
    """A deadline as it comes from a calendar, with warnings on the mornings around it."""
    usual = (
        (due - timedelta(days=5), Look.HALF),
        (due - timedelta(days=2), Look.MOST),
        (due - timedelta(hours=9), Look.DUE),
        (due + timedelta(hours=15), Look.LATE),
        (due + timedelta(days=3, hours=15), Look.LATER),
    )
    promise = Promise(PromisedStep.RESOLVE, 7, Unit.WORKING_DAYS, "", CONSTRUCTION)
    return Term(due, agenda or usual, {}, promise)


def confirming(now: datetime = NOW) -> Term:
    """Five days to confirm an answer, with a reminder after two."""
    agenda = ((now + timedelta(days=2), Look.CONFIRM_SOON), (now + timedelta(days=5), Look.CONFIRM_OVER))
    return Term(now + timedelta(days=5), agenda)


def replying(now: datetime = NOW) -> Term:
    """Ten days to reply to a question, with a reminder after five."""
    agenda = ((now + timedelta(days=5), Look.REPLY_SOON), (now + timedelta(days=10), Look.REPLY_OVER))
    return Term(now + timedelta(days=10), agenda)


def said(text: str = "Sở đã cấp giấy phép", now: datetime = NOW) -> DepartmentReply:
    """Words of Minh's, to be confirmed within five days."""
    return DepartmentReply(text, (), "Sở Xây dựng", confirming(now), term(now + timedelta(days=9)))


def answered(case: Case | None = None, now: datetime = NOW) -> Case:
    """Minh has answered."""
    return moves.answer(case or filed().case, MINH, now, said(now=now)).case


@dataclass(frozen=True, slots=True)
class Step:
    """Somebody tries something so many minutes after the step before."""

    verb: str
    actor: Actor
    minutes: int
    text: str
    number: int


def going_on(case: Case) -> Term:
    """The same deadline, and what was still to be looked at."""
    return Term(case.deadline or DEADLINE, only(case.agenda, *LADDER), case.why)


def invited(case: Case, step: Step, now: datetime) -> Term:
    """Three days for a co-operating department."""
    due = now + timedelta(days=3)
    return Term(due, merged(case.agenda, ((due, f"{Look.PART_LATE}:{(FINANCE, TAX)[step.number % 2]}"),)))


def looked(case: Case, now: datetime) -> Decision:
    """The clock looks at the case, if there is anything on its agenda."""
    found = reminders.look(case, now, term(now + timedelta(days=4)), now + timedelta(days=10))
    if found is None:
        raise NotNow("nothing-due")
    return found.decision


def _named_out(case: Case, now: datetime) -> Decision:
    """The time for which a name was given is over, where one was."""
    if case.named_until is None:
        raise NotNow("nothing-named")
    return unmasking.mask_again(case, CLOCK, now)


Try = Callable[[Case, Step, datetime], Decision]
VERBS: dict[str, Try] = {
    "accept": lambda case, step, now: moves.accept(case, step.actor, now),
    "ask": lambda case, step, now: moves.ask(case, step.actor, now, step.text, (step.number,), "by", replying(now)),
    "tell": lambda case, step, now: moves.tell(case, step.actor, now, step.text, (), "by"),
    "answer": lambda case, step, now: moves.answer(case, step.actor, now, said(step.text, now)),
    "explain": lambda case, step, now: corrections.explain(case, step.actor, now),
    "decline": lambda case, step, now: moves.decline(case, step.actor, now, said(f"{step.text}: not ours", now)),
    "correct": lambda case, step, now: corrections.correct(
        case, step.actor, now, step.text, was_answer=step.number % 2 == 0
    ),
    "note": lambda case, step, now: moves.note(case, step.actor, now, f"internal {step.text}", ()),
    "add": lambda case, step, now: moves.add(case, LAN, now, step.text, (), term(now + timedelta(days=step.number))),
    "amend": lambda case, step, now: moves.amend(case, LAN, now, step.text, whole=step.number % 2 == 0),
    "confirm": lambda case, step, now: moves.confirm(
        case, LAN, now, (Outcome.SOLVED, Outcome.PARTLY, Outcome.EXPLAINED)[step.number % 3], now + timedelta(days=10)
    ),
    "rate": lambda case, step, now: moves.rate(case, LAN, now, step.number % 7, step.text),
    "reopen": lambda case, step, now: moves.reopen(case, LAN, now, step.text, term(now + timedelta(days=5))),
    "transfer": lambda case, step, now: handovers.transfer(
        case, step.actor, now, (CONSTRUCTION, FINANCE)[step.number % 2], f"internal {step.text}", going_on(case)
    ),
    "assign": lambda case, step, now: handovers.assign(
        case, step.actor, now, (CONSTRUCTION, FINANCE)[step.number % 2], f"internal {step.text}", going_on(case)
    ),
    "extend": lambda case, step, now: handovers.extend(
        case, step.actor, now, step.number, f"reason {step.text}", term(now + timedelta(days=step.number))
    ),
    "propose": lambda case, step, now: handovers.propose(
        case, step.actor, now, "extend", str(step.number), f"internal {step.text}"
    ),
    "refuse": lambda case, step, now: handovers.refuse(
        case, step.actor, now, case.proposal.number if case.proposal else 0
    ),
    "invite": lambda case, step, now: handovers.invite(
        case, step.actor, now, (FINANCE, TAX)[step.number % 2], f"internal {step.text}", invited(case, step, now)
    ),
    "contribute": lambda case, step, now: handovers.contribute(
        case, HOA, now, (FINANCE, TAX)[step.number % 2], f"internal {step.text}", ()
    ),
    "withdraw": lambda case, step, now: moves.withdraw(case, LAN, now),
    "unmask": lambda case, step, now: (unmasking.ask, unmasking.at_once)[step.number % 2](
        case, step.actor, now, f"because of {step.text}", CONSTRUCTION
    ),
    "grant": lambda case, step, now: unmasking.grant(case, HANH, now, 0, CONSTRUCTION),
    "refuse naming": lambda case, step, now: unmasking.refuse(case, HANH, now, 0),
    "mask again": lambda case, step, now: _named_out(case, now),
    "unreached": lambda case, step, now: moves.unreached(case, CLOCK, now),
    "look": lambda case, step, now: looked(case, now),
    "recompute": lambda case, step, now: reminders.recompute(
        case, CLOCK, now, term(now + timedelta(days=step.number)), "internal"
    ),
}


ANY_TEXT = st.text(st.characters(codec="utf-8", min_codepoint=32), min_size=1, max_size=12)


def steps(texts: st.SearchStrategy[str] | None = None, most: int = 14) -> st.SearchStrategy[list[Step]]:
    """Any sequence of tries; the likely course of a case is as likely as every detour together."""
    usual = st.sampled_from(("accept", "ask", "add", "answer", "reopen", "confirm", "transfer", "look"))
    step = st.builds(
        Step,
        verb=usual | st.sampled_from(sorted(VERBS)),
        actor=st.sampled_from((MINH, HOA, TUAN)),
        minutes=st.integers(0, 3 * 24 * 60),
        text=ANY_TEXT if texts is None else texts,
        number=st.integers(0, 21),
    )
    return st.lists(step, max_size=most)


def play(first: Decision, tries: Iterable[Step]) -> list[Decision]:
    """What came of the tries, beginning with `first`; refused ones are left out."""
    story, now = [first], NOW
    for step in tries:
        now += timedelta(minutes=step.minutes)
        try:
            story.append(VERBS[step.verb](story[-1].case, step, now))
        except Refusal:
            continue
    return story


def leaves(value: object) -> str:
    """Every text in a notice's words, one a line."""
    match value:
        case Words(_, args):
            return "\n".join(leaves(arg) for arg in args.values())
        case Lines(items, _):
            return "\n".join(leaves(item) for item in items)
    return str(value)


def sent_to(decision: Decision, audience: Audience, department: str = "") -> list[Notice]:
    """The notices of a decision for one address."""
    return [n for n in decision.notices if n.to.audience is audience and (n.to.department or "") == department]


def keys(notices: Iterable[Notice]) -> list[str]:
    """The sentences of notices, a card by its first line."""
    found = []
    for notice in notices:
        words = notice.words
        while isinstance(words, Lines):
            words = words.items[0]  # type: ignore[assignment]
        assert isinstance(words, Words)
        found.append(words.key)
    return found
