"""For whom somebody speaks: the firm they name, told apart from more of the matter; unsure words are asked about."""

from __future__ import annotations

from domain.buttons import Button, Side
from domain.messages import Choice, Words
from domain.people import Reads, WrongTaxCode, read_business, reads_as
from domain.refusals import Refusal
from handlers import meanings
from handlers.business.draft import drafts
from handlers.business.draft.sent import Sent
from handlers.business.filed import wishes
from handlers.excerpts import shortened
from handlers.memory import Held
from handlers.private_talk import say
from handlers.turn import Private
from storage import people

LONGEST_FIRM = 150
TAPS = {"named", "more"}


def take(turn: Private) -> None:
    """The answer to whom this person speaks for, or whatever else was written while that was asked."""
    text = turn.incoming.text
    if wishes.grant(turn):
        return
    if meanings.is_mere_answer(text):
        drafts.ask_business(turn)
        return
    _add_held(turn)
    match _reads(turn):
        case Reads.FIRM:
            _speak_for(turn, text)
        case Reads.MATTER:
            drafts.take(turn)
        case _:
            _ask_whether(turn)


def _reads(turn: Private) -> Reads:
    """Without a matter begun there is none to tell more of, unless it is too long for a name."""
    text = turn.incoming.text
    if len(text) > LONGEST_FIRM or turn.incoming.uploads:
        return Reads.MATTER
    return reads_as(text) if turn.talk.draft else Reads.FIRM


def tap(turn: Private, verb: str) -> None:
    """It has been said whether the held words are the firm's name."""
    held = turn.talk.held
    if held is None:
        raise Refusal("refused-nothing-held")
    if verb == "more":
        _add_held(turn)
        drafts.go_on(turn)
        return
    turn.talk.forget("held")
    _speak_for(turn, "\n".join(held.texts.values()))


def _ask_whether(turn: Private) -> None:
    """A firm's name, or more of the matter? The words wait for the answer."""
    turn.talk.held = Held({turn.incoming.message_id or "0": turn.incoming.text})
    named = Choice(Words("button-named"), Button(Side.DRAFT, "named").data)
    more = Choice(Words("button-more-words"), Button(Side.DRAFT, "more").data)
    say(turn, Words("firm-or-matter", {"text": shortened(turn.incoming.text)}), ((named,), (more,)))


def _add_held(turn: Private) -> None:
    """Whatever still waited was more of the matter."""
    held = turn.talk.held
    turn.talk.forget("held")
    for message_id, text in held.texts.items() if held else ():
        drafts.begin(turn, Sent(message_id, text, tuple(held.files) if held else ()))


def _speak_for(turn: Private, text: str) -> None:
    try:
        spoken = read_business(text)
    except WrongTaxCode as wrong:
        turn.talk.firm = wrong.name or turn.talk.firm
        raise
    if not spoken.name and not spoken.tax_code:
        raise Refusal("refused-empty")
    people.speak_for(turn.tx, turn.who, spoken.name or turn.talk.firm, spoken.tax_code)
    drafts.know_business(turn)
