"""A business takes what it was offered before filing: a published answer, or adding to a case it has already filed."""

from __future__ import annotations

from datetime import timedelta

from domain.messages import Choice, Lines, Words
from domain.refusals import Refusal
from handlers.business import additions, drafts
from handlers.business.own_cases import own_case
from handlers.business.sent import Sent, remember
from handlers.excerpts import known
from handlers.memory import Conversation, Settled
from handlers.telling import say
from handlers.turn import Private
from storage import files, published
from storage.database import Tx
from storage.published import Answer

TAPS = {"known", "still", "join", "read"}
#: how long a draft that a published answer made needless can still be sent
STILL = timedelta(days=1)
_LONGEST_ID = 18


def tap_suggestion(turn: Private, data: str) -> None:
    """A button of an offer; its data is trusted no more than any other text."""
    verb, _, number = data.partition(":")
    if verb == "still":
        _file_after_all(turn)
        return
    if not number.isdecimal() or len(number) > _LONGEST_ID:
        raise Refusal("refused-button")
    if verb == "read":
        say(turn, known(_published(turn.tx, int(number))), keep_choices=True)
    elif verb == "known":
        _rest(turn, int(number))
    else:
        _join(turn, int(number))


def _published(tx: Tx, number: int) -> Answer:
    answer = published.by_id(tx, number)
    if answer is None:
        raise Refusal("refused-button")
    return answer


def _rest(turn: Private, number: int) -> None:
    """The draft rests for a day; what was published is counted as having answered it."""
    draft = drafts.draft_of(turn)
    answer = _published(turn.tx, number)
    _forget_settled(turn.tx, turn.talk)
    deflection = published.deflect(turn.tx, answer, turn.who.id)
    drafts.put_away(turn)
    turn.talk.settled = Settled(draft, turn.tx.now, deflection)
    rows = ((Choice(Words("button-still"), "d:still"),),)
    say(turn, Lines((Words("settled"), known(answer)), "\n\n"), rows)


def _file_after_all(turn: Private) -> None:
    """It is to be filed all the same: the draft is where it was, and nothing was made needless."""
    settled = turn.talk.settled
    if turn.talk.draft is None and settled:
        if not _is_fresh(turn.tx, settled):
            _forget_settled(turn.tx, turn.talk)
            raise Refusal("refused-still-late")
        published.undo(turn.tx, settled.deflection)
        turn.talk.draft, turn.talk.settled = settled.draft, None
    drafts.go_on(turn)


def _join(turn: Private, number: int) -> None:
    """The draft's words and files go to a case of this person's instead."""
    draft = drafts.draft_of(turn)
    case = own_case(turn, number)
    drafts.put_away(turn)
    first, *others = [*draft.texts, ""]
    additions.add(turn, case, Sent(first, draft.text, draft.files))
    remember(turn, case, *others)


def _is_fresh(tx: Tx, settled: Settled) -> bool:
    return tx.now - settled.at <= STILL


def _forget_settled(tx: Tx, talk: Conversation) -> None:
    if talk.settled:
        files.forget(tx, talk.settled.draft.files)
        talk.settled = None


def expire(tx: Tx, talk: Conversation) -> bool:
    """Forget a draft that has rested for its day; True when there was one."""
    if talk.settled is None or _is_fresh(tx, talk.settled):
        return False
    _forget_settled(tx, talk)
    return True
