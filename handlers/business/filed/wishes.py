"""What somebody wants of us rather than tells us: how things stand, a case back, a person to speak to."""

from __future__ import annotations

from domain.messages import Words
from domain.refusals import Refusal
from handlers import meanings
from handlers.business.filed import own_cases
from handlers.business.filed.told import department_words
from handlers.meanings import Meaning
from handlers.private_talk import say
from handlers.turn import Private
from storage import cases

#: the wishes that are granted wherever nothing else was asked for
_GRANTED = (Meaning.PERSON, Meaning.STATUS, Meaning.WITHDRAW)


def grant(turn: Private) -> bool:
    """True when a text was a wish, and is granted; it never becomes the text of a case."""
    if turn.incoming.uploads:
        return False
    wish = next((each for each in _GRANTED if meanings.says(turn.incoming.text, each)), None)
    if wish is Meaning.PERSON:
        _show_the_way(turn)
    elif wish:
        _on_own_cases(turn, wish)
    return wish is not None


def tell_status(turn: Private) -> None:
    """How the only open case stands, or all of them."""
    live = cases.live_of_author(turn.tx, turn.who.id)
    if len(live) == 1:
        own_cases.show(turn, own_cases.own_case(turn, live[0].id))
    elif cases.of_author(turn.tx, turn.who.id):
        own_cases.list_all(turn)
    else:
        say(turn, Words("nothing-filed"), keep_choices=True)


def _on_own_cases(turn: Private, wish: Meaning) -> None:
    live = cases.live_of_author(turn.tx, turn.who.id)
    if wish is Meaning.STATUS or not live:
        tell_status(turn)
    elif len(live) == 1:
        own_cases.ask_withdrawal(turn, own_cases.own_case(turn, live[0].id))
    else:
        raise Refusal("refused-which-withdrawn")


def _show_the_way(turn: Private) -> None:
    """To the officers who have the only open case, or to how a person comes to read it."""
    live = cases.live_of_author(turn.tx, turn.who.id)
    if len(live) == 1:
        facts = {"code": live[0].code, "department": department_words(live[0])}
        say(turn, Words("person-of-case", facts), keep_choices=True, about=live[0].id)
    else:
        say(turn, Words("person"), keep_choices=True)
