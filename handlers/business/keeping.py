"""A private code is not lost: its last group is typed back before anybody in government reads the anonymous case.

Who cannot type it says so, and who says nothing within the hour is taken to be content: no case is lost by it.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import datetime, timedelta

from domain.buttons import Button, Side
from domain.messages import Choice, Notice, Urgency, Words
from domain.privacy.codes import SIGNS
from domain.refusals import Refusal
from handlers import memory, recording, typed
from handlers.business import unkept
from handlers.memory import Conversation, Keeping
from handlers.private_talk import Rows, address
from handlers.turn import Private
from storage import people, returns
from storage.database import Tx
from storage.outgoing import held, outbox
from storage.people import Individual

WAITS = timedelta(hours=1)
REMINDED_AFTER = timedelta(minutes=10)
#: in as many words somebody may type it back; in more they tell something else
MOST_WORDS = 12


def begin(turn: Private, case: int, code: str, due: datetime | None) -> Rows:
    """The code was told just now; once its last group is back, the case goes on at `due`, or at once. The way round."""
    turn.talk.keeping = Keeping(case, _digest(case, returns.tail(code)), due, turn.tx.now)
    return _cannot()


def _cannot() -> Rows:
    return ((Choice(Words("button-cannot-keep"), Button(Side.DRAFT, "cannot-keep").data),),)


def take(turn: Private) -> bool:
    """True for the last group of the code, right or wrong; the whole code is as good, and opens the case besides."""
    keeping, text = turn.talk.keeping, turn.incoming.text.strip()
    if keeping is None or turn.incoming.uploads:
        return False
    if code := typed.return_code(text):
        if returns.case_of(turn.tx, code) == keeping.case:
            _complete(turn.tx, turn.talk, keeping)
            unkept.forget_fleeting(turn.tx, turn.who.chat)
        return False
    said = _group_in(text, keeping)
    if not said:
        return False
    unkept.forget_one(turn.tx, turn.who.chat, turn.incoming.message_id)
    unkept.remove(turn.tx, turn.who.chat, turn.incoming.message_id)
    if _digest(keeping.case, said) != keeping.tail:
        _tell(turn.tx, turn.who, Words("code-not-kept"), _cannot())
        return True
    _complete(turn.tx, turn.talk, keeping)
    unkept.forget_fleeting(turn.tx, turn.who.chat)
    _tell(turn.tx, turn.who, Words("code-kept"))
    return True


def _group_in(text: str, keeping: Keeping) -> str:
    """What is typed as the last group: the right one among a few words, or one word that could be it; "" for none."""
    words = re.findall(r"[^\W_]+", text.upper())
    groups = [each for each in words if len(each) == returns.GROUP and set(each) <= set(SIGNS)]
    right = [each for each in groups if _digest(keeping.case, each) == keeping.tail]
    if right and len(words) <= MOST_WORDS:
        return str(right[0])
    said = "".join(words)
    is_one = len(text.split()) == 1 and len(said) == returns.GROUP and set(said) <= set(SIGNS)
    return said if is_one else ""


def go_on_without(turn: Private) -> None:
    """The tap of who cannot type it back: the case goes on all the same."""
    if turn.talk.keeping is None:
        raise Refusal("refused-button")
    _complete(turn.tx, turn.talk, turn.talk.keeping)
    unkept.stays(turn.tx, turn.who.chat)
    _tell(turn.tx, turn.who, Words("code-not-asked"))


def sweep(tx: Tx) -> int:
    """Every few minutes: remind once of the code, and let a case go on whose author said nothing; how many.

    So does a case nobody is asked about any more: its chat was deleted, or another one was filed in it.
    """
    found, asked_about = people.with_keeping(tx), set()
    for person in found:
        talk = memory.of(person)
        if talk.keeping:
            asked_about.add(talk.keeping.case)
            _look_at(tx, person, talk, talk.keeping)
            memory.keep(tx, person, talk)
    for case in held.undecided(tx) - asked_about:
        held.due_from_now(tx, case, tx.now)
    return len(found)


def _look_at(tx: Tx, person: Individual, talk: Conversation, keeping: Keeping) -> None:
    waited = tx.now - keeping.since
    if waited > WAITS:
        _complete(tx, talk, keeping)
        unkept.stays(tx, person.chat)
    elif waited > REMINDED_AFTER and not keeping.reminded:
        talk.keeping = replace(keeping, reminded=True)
        _tell(tx, person, Words("code-reminder"), _cannot())


def _complete(tx: Tx, talk: Conversation, keeping: Keeping) -> None:
    """From here on nothing leads from this chat to the case."""
    talk.keeping = None
    tx.erases = True
    held.due_from_now(tx, keeping.case, max(keeping.due or tx.now, tx.now))
    if keeping.due is None:
        recording.release(tx, keeping.case)


def _tell(tx: Tx, person: Individual, words: Words, choices: Rows = ()) -> None:
    outbox.post(tx, Notice(address(person), words, choices=choices, urgency=Urgency.PROMPT, fleeting=True))


def _digest(case: int, group: str) -> str:
    return hashlib.sha256(f"{case}:{group}".encode()).hexdigest()
