"""The business's word on an answer: solved, partly, not solved and so one level up; then stars and a comment."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.case import moves
from domain.case.case import Case, Outcome, State
from domain.messages import Choice, Incoming, Words
from domain.refusals import Missing
from handlers import typed
from handlers.business import filing
from handlers.business.own_cases import may_reopen, own_case, remember
from handlers.province import Province
from handlers.telling import actor, answered_now, gathered, offer, record, say
from storage.database import Tx
from storage.people import Individual

COMMENT_WINDOW = timedelta(minutes=30)
OUTCOMES = (Outcome.SOLVED, Outcome.PARTLY, Outcome.NOT_SOLVED)


def verdict(tx: Tx, case: Case, text: str) -> Outcome | None:
    """What a short text says of the answer, where it may be said now."""
    said = typed.outcome(text)
    if not said or (said != Outcome.NOT_SOLVED and case.state is not State.ANSWERED):
        return None
    may = case.state in {State.ANSWERED, State.DECLINED} or may_reopen(tx, case)
    return Outcome(said) if may else None


def settle(tx: Tx, province: Province, person: Individual, case: Case, outcome: Outcome) -> None:
    """The verdict on an answer; "not solved" first asks in the business's words what is missing."""
    if outcome is not Outcome.NOT_SOLVED:
        until = province.terms.reopen_until(case, tx.now)
        record(tx, person, moves.confirm(case, actor(person), tx.now, outcome, until))
        person.conversation.update(step="stars", case=case.id)
        offer(person, tuple((Choice(str(n), f"b:stars:{case.id}:{n}"),) for n in range(1, 6)))
        return
    moves.check_reopening(case, actor(person), tx.now)
    person.conversation.update(step="appeal", case=case.id)
    rows = ((Choice(Words("button-appeal-plain"), f"b:appeal:{case.id}"),),)
    say(tx, person, Words("appeal-question", {"code": case.code}), rows, about=case.id)


def appealed(tx: Tx, province: Province, incoming: Incoming, person: Individual) -> None:
    taken = filing.uploads(tx, province, incoming, person)
    reopen(tx, province, person, filing.Sent(incoming.message_id, incoming.text, taken, incoming.album))


def reopen(tx: Tx, province: Province, person: Individual, sent: filing.Sent, case: Case | None = None) -> None:
    """The appeal with its words; without any only where that was tapped."""
    plain = case is not None
    case = case or own_case(tx, person, person.conversation.get("case", 0))
    if not plain and not sent.text.strip() and not sent.files:
        raise Missing("refused-empty")
    decision = moves.reopen(case, actor(person), tx.now, sent.text, province.terms.again(case, tx.now), sent.files)
    record(tx, person, gathered(decision, sent.album))
    remember(tx, person, case, sent)
    answered_now(person)
    person.conversation["album"] = [sent.album, case.id]


def rate(tx: Tx, person: Individual, *, case: Case | None = None, stars: int = 0, comment: str = "") -> None:
    """Stars first, then, if the person likes, a sentence with them."""
    case = case or own_case(tx, person, person.conversation.get("case", 0))
    if comment:
        record(tx, person, moves.rate(case, actor(person), tx.now, case.stars, comment))
        answered_now(person)
        say(tx, person, Words("thanks-comment"), about=case.id)
        return
    record(tx, person, moves.rate(case, actor(person), tx.now, stars, case.comment))
    person.conversation.update(step="comment", case=case.id, since=tx.now.isoformat())
    say(tx, person, Words("ask-comment", {"stars": stars}), about=case.id)


def recently(tx: Tx, person: Individual) -> bool:
    """True while words can still be meant as the comment that was asked for."""
    since: str | None = person.conversation.get("since")
    return since is not None and tx.now - datetime.fromisoformat(since) < COMMENT_WINDOW
