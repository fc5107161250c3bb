"""The business's word on an answer: solved, partly, not solved and so one level up; then stars and a comment."""

from __future__ import annotations

from datetime import timedelta

from domain.buttons import Button, Side
from domain.case import moves
from domain.case.case import Case, Outcome, State
from domain.messages import Choice, Words
from domain.refusals import Missing, NotNow
from handlers import typed
from handlers.business.draft.sent import Sent, remember, take_in
from handlers.business.filed import previews
from handlers.business.filed.own_cases import may_reopen, own_case
from handlers.memory import Album, Step
from handlers.private_talk import actor, instant, offer, record, say
from handlers.recording import gather_album
from handlers.turn import Private
from storage import people
from storage.database import Tx

COMMENT_WINDOW = timedelta(minutes=30)
_NOTHING = Sent()
_ENOUGH_WORDS = 5
OUTCOMES = (Outcome.SOLVED, Outcome.PARTLY, Outcome.NOT_SOLVED, Outcome.EXPLAINED)


def verdict_in(tx: Tx, case: Case, text: str) -> Outcome | None:
    """What a short text says of the answer, where it may be said now."""
    said = typed.outcome(text)
    if not said or (said != Outcome.NOT_SOLVED and case.state is not State.ANSWERED):
        return None
    may = case.state in {State.ANSWERED, State.DECLINED} or may_reopen(tx, case)
    return Outcome(said) if may else None


def settle(turn: Private, case: Case, outcome: Outcome) -> None:
    """The verdict on an answer; "not solved" first asks in the business's words what is missing."""
    now = instant(turn, case)
    if outcome is not Outcome.NOT_SOLVED:
        until = turn.province.terms.reopen_until(case, now)
        record(turn, moves.confirm(case, actor(turn.who), now, outcome, until))
        turn.talk.awaits(Step.STARS, case.id)
        offer(
            turn, tuple((Choice(str(n), Button(Side.OWN, "stars", case=case.id, stars=n).data),) for n in range(1, 6))
        )
        return
    moves.check_reopening(case, actor(turn.who), now)
    turn.talk.awaits(Step.APPEAL, case.id)
    rows = ((Choice(Words("button-appeal-plain"), Button(Side.OWN, "appeal", case=case.id).data),),)
    say(turn, Words("appeal-question", {"code": case.code}), rows, about=case.id)


def appeal_in_words(turn: Private) -> bool:
    """What the business says is still missing; False, once told, when the case cannot come back any more.

    Then it is no longer waited for, and the words are a new matter: else nothing else could ever be said here.
    """
    case = own_case(turn, turn.talk.case)
    try:
        moves.check_reopening(case, actor(turn.who), instant(turn, case))
    except NotNow as late:
        turn.talk.answered()
        say(turn, late.words, about=case.id)
        return False
    sent = take_in(turn)
    if not sent:
        raise Missing("refused-empty")
    appeal(turn, case, sent)
    return True


def appeal(turn: Private, case: Case, sent: Sent = _NOTHING, *, has_read: bool = False) -> None:
    """The case is reopened one level up; without words only where that was tapped.

    Words that the department reads otherwise wait until their author `has_read` them so.
    """
    if not has_read and previews.is_read_otherwise(turn, case, sent.text):
        previews.hold(turn, case, sent, appeals=True)
        return
    now = instant(turn, case)
    names, again = people.names_of(turn.tx, turn.who.id), turn.province.terms.again(case, now)
    decision = moves.reopen(case, actor(turn.who), now, sent.text, again, sent.files, names)
    record(turn, gather_album(decision, sent.album))
    remember(turn, case, sent.message_id)
    turn.talk.answered()
    turn.talk.album = Album(sent.album, case.id)


def rate(turn: Private, case: Case, stars: int) -> None:
    """One to five stars; then, if the person likes, a sentence with them."""
    record(turn, moves.rate(case, actor(turn.who), instant(turn, case), stars, case.comment))
    turn.talk.awaits(Step.COMMENT, case.id, since=turn.tx.now)
    say(turn, Words("ask-comment", {"stars": stars}), about=case.id)


def comment(turn: Private) -> bool:
    """Take words as the comment that was asked for; False once too much time has passed, or with files."""
    talk, incoming = turn.talk, turn.incoming
    is_recent = talk.since is not None and turn.tx.now - talk.since < COMMENT_WINDOW
    if not is_recent or not incoming.text or incoming.uploads:
        return False
    case = own_case(turn, talk.case)
    if _is_new_matter(turn, case):
        return False
    record(turn, moves.rate(case, actor(turn.who), instant(turn, case), case.stars, incoming.text))
    talk.answered()
    say(turn, Words("thanks-comment"), about=case.id)
    return True


def _is_new_matter(turn: Private, case: Case) -> bool:
    """True for words that surely concern another department than the one whose answer was rated."""
    if len(turn.incoming.text.split()) < _ENOUGH_WORDS:
        return False
    key, chance = turn.province.router().rank(turn.incoming.text).departments[0]
    return chance >= turn.province.catalogue.triage.propose_alone_above and key != case.department
