"""A business takes what it was offered before filing: a published answer, or adding to a case it has already filed."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.messages import Choice, Lines, Words
from domain.refusals import Refusal
from handlers.business import additions, filing
from handlers.business.own_cases import own_case, remember
from handlers.excerpts import known
from handlers.province import Province
from handlers.telling import say
from storage import files, people, published
from storage.database import Tx
from storage.people import Individual
from storage.published import Answer

TAPS = {"known", "still", "join", "read"}
#: how long a draft that a published answer made needless can still be sent
STILL = timedelta(days=1)
_LONGEST_ID = 18


def tapped(tx: Tx, province: Province, person: Individual, data: str) -> None:
    """A button of an offer; its data is trusted no more than any other text."""
    verb, _, number = data.partition(":")
    if verb == "still":
        _still(tx, province, person)
        return
    if not number.isdecimal() or len(number) > _LONGEST_ID:
        raise Refusal("refused-button")
    if verb == "read":
        say(tx, person, known(_published(tx, int(number))), keep_choices=True)
        return
    if filing.draft_of(person) is None:
        raise Refusal("refused-no-draft")
    if verb == "known":
        _settled(tx, person, int(number))
    else:
        _joined(tx, province, person, int(number))


def _published(tx: Tx, number: int) -> Answer:
    answer = published.by_id(tx, number)
    if answer is None:
        raise Refusal("refused-button")
    return answer


def _settled(tx: Tx, person: Individual, number: int) -> None:
    """The draft rests for a day; what was published is counted as having answered it."""
    answer = _published(tx, number)
    _forget(tx, person)
    draft = person.conversation["draft"]
    deflection = published.deflect(tx, answer, person.id)
    filing.put_away(person)
    person.conversation["settled"] = {"draft": draft, "at": tx.now.isoformat(), "deflection": deflection}
    rows = ((Choice(Words("button-still"), "d:still"),),)
    say(tx, person, Lines((Words("settled"), known(answer)), "\n\n"), rows)


def _still(tx: Tx, province: Province, person: Individual) -> None:
    """It is to be filed all the same: the draft is where it was, and nothing was made needless."""
    settled = person.conversation.get("settled")
    if filing.draft_of(person) is None and settled:
        if not _is_fresh(tx, settled["at"]):
            _forget(tx, person)
            raise Refusal("refused-still-late")
        published.undo(tx, settled["deflection"])
        person.conversation["draft"] = settled["draft"]
        person.conversation.pop("settled")
    filing.go_on(tx, province, person)


def _joined(tx: Tx, province: Province, person: Individual, number: int) -> None:
    """The draft's words and files go to a case of this person's instead."""
    case = own_case(tx, person, number)
    draft = filing.draft_of(person)
    if draft is None:
        raise Refusal("refused-no-draft")
    filing.put_away(person)
    ids = [*draft.texts, ""]
    additions.add(tx, province, person, case, filing.Sent(ids[0], draft.text, draft.files))
    for message_id in ids[1:]:
        remember(tx, person, case, filing.Sent(message_id))


def _is_fresh(tx: Tx, at: str) -> bool:
    return tx.now - datetime.fromisoformat(at) <= STILL


def _forget(tx: Tx, person: Individual) -> None:
    settled = person.conversation.pop("settled", None)
    if settled:
        files.forget(tx, tuple(settled["draft"]["files"]))


def expire(tx: Tx, person: Individual) -> int:
    """Forget a draft that has rested for its day; 1 when there was one."""
    settled = person.conversation.get("settled")
    if not settled or _is_fresh(tx, settled["at"]):
        return 0
    _forget(tx, person)
    people.save(tx, person)
    return 1
