"""Asking one officer for words: what is wanted of them, until they write it, take it back or half an hour has passed.

The card keeps its buttons for everybody else. Whoever asks for the same case meanwhile reads who is writing already.
"""

from __future__ import annotations

from domain.case import cards
from domain.case.case import Actor, Case
from domain.deadline.explaining import amount
from domain.messages import Asked, Lines, Name, Notice, Urgency, Value, Words, to_chat
from domain.refusals import Missing, Refusal
from handlers import memory, typed
from handlers.group_talk import say_under, sign
from handlers.memory import GroupAlbum
from handlers.officer import arriving
from handlers.officer.verbs import Wish, carry_out, hold
from handlers.recording import Confirmed
from handlers.turn import InGroup
from storage import messages, writing
from storage.messages import Known
from storage.outgoing import outbox
from storage.people import Individual
from storage.writing import Writing

#: verbs whose words go with a department, or with a number of days
TO_DEPARTMENTS = {"transfer", "assign", "invite"}


def ask(turn: InGroup, case: Case, person: Individual, wish: Wish) -> None:
    """Ask this officer for the words of what they want to do."""
    remember(turn, case, person, wish)
    sender = turn.incoming.sender
    verb = wish.verb
    lines: list[Value] = [Words(f"card-want-{verb}", _facts(case, wish, sender.name))]
    if names := others(turn, case, person):
        lines.append(Words("writing-too", {"code": case.code, "names": names}))
    notice = Notice(
        to_chat(turn.incoming.chat),
        Lines((*lines, Words("writing-stop"))),
        urgency=Urgency.PROMPT,
        about=case.id,
        under=cards.slot(case.id),
        asks=Asked(sender.id, sender.name),
    )
    outbox.post(turn.tx, notice)


def _facts(case: Case, wish: Wish, name: str) -> dict[str, Value]:
    named: Value = Name("department", wish.extra) if wish.verb in TO_DEPARTMENTS else wish.extra
    if wish.verb == "extend" and wish.extra.isdecimal():
        named = amount(case.promise.unit, int(wish.extra))
    return {"code": case.code, "name": name, "extra": named}


def others(turn: InGroup, case: Case, person: Individual) -> str:
    """The names of the officers who are writing to the case just now, this one left out; "" for none."""
    return ", ".join(each.name for each in writing.on_case(turn.tx, case.id) if each.person != person.id)


def remember(turn: InGroup, case: Case, person: Individual, wish: Wish) -> None:
    """This officer's next words on the case are meant so."""
    name = turn.incoming.sender.name or person.name
    writing.begin(turn.tx, Writing(person.id, name, case.id, turn.incoming.chat, wish.verb, turn.tx.now, wish.extra))


def wanted(turn: InGroup, case: Case, person: Individual) -> Wish | None:
    """What this officer's words on the case are meant as, or None."""
    known = writing.of(turn.tx, person.id)
    return Wish(known.verb, known.extra) if known is not None and known.case == case.id else None


def act(turn: InGroup, case: Case, by: tuple[Individual, Actor], wish: Wish, text: str) -> None:
    """Do what the officer's words say, and remember the message so that an edit of it corrects what was sent.

    Words that were refused for what they lack leave the wish standing: the next ones are the second try.
    """
    person, actor = by
    held = hold(turn, person, text)
    try:
        arrived = arriving.sign_of(turn, case, wish.verb)
        carry_out(turn, case, actor, wish, held, Confirmed(arrived, sign(turn, Words("reaction-done"))))
    except Refusal as refusal:
        refusal.case = case.id
        _after_refusal(turn, case, person, wish, refusal)
        raise
    writing.end(turn.tx, person.id)
    message = turn.incoming.message_id
    note = {"texts": {message: held.text}, "files": list(held.files), "done": wish.verb}
    messages.remember(turn.tx, turn.incoming.chat, Known(message, case.id, "", note))
    if turn.incoming.album:
        talk = memory.of(person)
        talk.group_album = GroupAlbum(turn.incoming.album, case.id, wish.verb)
        memory.keep(turn.tx, person, talk)


def _after_refusal(turn: InGroup, case: Case, person: Individual, wish: Wish, refusal: Refusal) -> None:
    if isinstance(refusal, Missing):
        remember(turn, case, person, wish)
    else:  # no other words would help
        writing.end(turn.tx, person.id)


def take_back(turn: InGroup, person: Individual) -> bool:
    """True when the officer typed that they will not write after all: nothing is wanted of them any more."""
    if not typed.word(turn.incoming.text, "writing-stop"):
        return False
    writing.end(turn.tx, person.id)
    say_under(turn, Words("writing-stopped"))
    return True
