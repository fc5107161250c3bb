"""A new private code for an anonymous case, in a visit to it; the old one opens nothing any more."""

from __future__ import annotations

from domain.case.case import Case, Tier
from domain.messages import Words
from domain.refusals import Refusal
from handlers.private_talk import say
from handlers.turn import Private
from storage import returns


def issue_anew(turn: Private, case: Case) -> None:
    """Told once, and gone from here within the hour, as everything that is said in a visit."""
    if turn.who.id or case.tier is not Tier.ANONYMOUS:
        raise Refusal("refused-button")
    secret = returns.issue_anew(turn.tx, case.id, today(turn))
    say(turn, Words("code-anew", {"code": case.code, "secret": secret}), keep_choices=True)


def today(turn: Private) -> str:
    """The province's day, as it is told at the next visit."""
    return turn.tx.now.astimezone(turn.province.catalogue.timezone).strftime("%d/%m/%Y")
