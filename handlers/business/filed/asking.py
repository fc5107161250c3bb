"""Asking: a tap says what for, a second one or the words it needs make it a request, which can be taken back."""

from __future__ import annotations

from datetime import datetime

from domain.buttons import Button, Side
from domain.case.case import Actor, Role
from domain.messages import Choice, Value, Words
from domain.refusals import Missing, NotYours, Refusal
from domain.rights import requests as rules
from domain.rights.requests import FOR_A_CASE, NEEDS_WORDS, Request, Wish
from handlers.memory import Step
from handlers.private_talk import Rows, actor, say
from handlers.rights import accesses, copying, saying
from handlers.rights import requests as telling
from handlers.turn import Private
from storage import cases
from storage.outgoing import outbox
from storage.rights import requests as memory

LONGEST = 300


def tap(turn: Private, button: Button) -> None:
    """A button about one's data: of everything, or of one case."""
    match button.verb:
        case "data":
            begin(turn, Wish(button.wish), button.case)
        case "data-yes":
            _ask(turn, Wish(button.wish), button.case)
        case "data-drop":
            _drop(turn, button.request)
        case _:
            say(turn, Words("data-nothing-asked"), keep_choices=True)


def begin(turn: Private, wish: Wish, case: int) -> None:
    """What was tapped: a copy is made at once, words are asked for, all else is asked again before it counts."""
    if case and wish not in FOR_A_CASE:
        raise Refusal("refused-button")
    if wish is Wish.COPY:
        _ask(turn, wish, case)
    elif wish in NEEDS_WORDS:
        say(turn, Words(f"data-words-{wish}"))
        turn.talk.wish = wish
        turn.talk.awaits(Step.DATA, case)
    else:
        say(turn, Words(f"data-sure-{wish}", _facts(turn, wish, case)), _sure(wish, case))


def _facts(turn: Private, wish: Wish, case: int) -> dict[str, Value]:
    """What the question has to tell: by when, and which cases it would end."""
    would_be = telling.made(turn.province, wish, _now(turn), case=case)
    live = [] if case or not turn.who.id else cases.live_of_author(turn.tx, turn.who.id)
    return {
        "until": would_be.carry_out_by,
        "days": turn.province.backup_days,
        "live": len(live),
        "codes": ", ".join(f"#{each.code}" for each in live) or "–",
    }


def _sure(wish: Wish, case: int) -> Rows:
    side = Side.OWN if case else Side.PERSON
    yes = Choice(Words("button-data-yes"), Button(side, "data-yes", case=case, wish=wish).data)
    no = Choice(Words("button-data-no"), Button(side, "data-no", case=case).data)
    return ((yes, no),)


def take_words(turn: Private) -> bool:
    """True for the words a wish needed: the request is made with them."""
    if turn.talk.step is not Step.DATA or not turn.talk.wish:
        return False
    text = " ".join(turn.incoming.text.split())
    if not text or turn.incoming.uploads:
        raise Missing("refused-data-words")
    wish, case = Wish(turn.talk.wish), turn.talk.case
    turn.talk.forget("wish")
    turn.talk.answered()
    _ask(turn, wish, case, text[:LONGEST])
    return True


def _ask(turn: Private, wish: Wish, case: int, text: str = "") -> None:
    who = turn.who
    if case and wish not in FOR_A_CASE:
        raise Refusal("refused-button")
    if wish in NEEDS_WORDS and not text:  # a button of ours never leads here without them
        raise Missing("refused-data-words")
    if wish not in NEEDS_WORDS and wish is not Wish.COPY and _waiting(turn, wish, case):
        raise Refusal("refused-data-asked")
    new = telling.made(turn.province, wish, _now(turn), person=who.id, case=case, text=text)
    request = telling.begin(turn.tx, new, by(turn))
    if wish is Wish.COPY:
        memory.keep(turn.tx, rules.answered_at_once(request, request.asked_at))
        outbox.post(turn.tx, copying.notice(turn.tx, request, who))
        accesses.note_copy(turn.tx, turn.province, case)
        return
    say(turn, saying.asked(request), _take_back(request))


def _take_back(request: Request) -> Rows:
    side, case = (Side.PERSON, 0) if request.person else (Side.OWN, request.case)
    back = Button(side, "data-drop", case=case, request=request.id).data
    return ((Choice(Words("button-data-drop"), back),),)


def _waiting(turn: Private, wish: Wish, case: int) -> bool:
    asked = memory.of(turn.tx, turn.who.id, case)
    return any(each.wish is wish and each.case == case and each.standing in rules.UNSETTLED for each in asked)


def _drop(turn: Private, number: int) -> None:
    request = memory.load(turn.tx, number)
    mine = request is not None and request.person == turn.who.id and (turn.who.id or request.case == turn.who.only_case)
    if request is None or not mine:
        raise NotYours("refused-button")
    taken = rules.drop(request, by(turn), _now(turn))
    telling.record(turn.tx, taken)
    told = saying.told(taken)
    if not turn.who.id and told:
        say(turn, told, keep_choices=True)


def by(turn: Private) -> Actor:
    """Who asks, as the requests' journal names them: by their number alone, or as nobody."""
    return Actor(Role.BUSINESS, actor(turn.who).person)


def _now(turn: Private) -> datetime:
    """Of whoever has only a code no more is written down than the half of the day."""
    return turn.tx.now if turn.who.id else turn.province.terms.half_day(turn.tx.now)
