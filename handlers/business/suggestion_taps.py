"""A business takes what it was offered before filing: a published answer, or adding to a case it has already filed."""

from __future__ import annotations

from datetime import timedelta

from domain.buttons import Button, Side
from domain.messages import Choice, Lines, Words
from domain.refusals import Refusal
from handlers.business.draft import drafts
from handlers.business.draft.sent import Sent, remember
from handlers.business.filed import additions
from handlers.business.filed.own_cases import own_case
from handlers.excerpts import known
from handlers.memory import Conversation, Settled
from handlers.private_talk import say
from handlers.turn import Private
from storage import files
from storage.database import Tx
from storage.knowledge import published
from storage.knowledge.published import Answer

TAPS = {"known", "still", "join", "read"}
#: how long a draft that a published answer made needless can still be sent
STILL = timedelta(days=1)


def tap_suggestion(turn: Private, button: Button) -> None:
    """A button of an offer."""
    match button.verb:
        case "still":
            _file_after_all(turn)
        case "read":
            say(turn, known(_published(turn.tx, button.published)), keep_choices=True)
        case "known":
            _rest(turn, button.published)
        case _:
            _join(turn, button.case)


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
    rows = ((Choice(Words("button-still"), Button(Side.DRAFT, "still").data),),)
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
