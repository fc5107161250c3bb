"""A new private code for an anonymous case, in a visit to it; the old one opens nothing any more."""

from __future__ import annotations

from domain.case.case import Case, Tier
from domain.messages import Notice, Urgency, Words
from domain.refusals import Refusal
from handlers.business import unkept
from handlers.private_talk import address
from handlers.turn import Private
from storage import returns
from storage.outgoing import outbox


def issue_anew(turn: Private, case: Case) -> None:
    """Told once, and gone with the visit: from the page within the hour, from a messenger that lets us as it ends."""
    if turn.who.id or case.tier is not Tier.ANONYMOUS:
        raise Refusal("refused-button")
    secret = returns.issue_anew(turn.tx, case.id, today(turn))
    told = Words("code-anew", {"code": case.code, "secret": secret})
    outbox.post(turn.tx, Notice(address(turn.who), told, urgency=Urgency.PROMPT, slot=unkept.CODE, fleeting=True))


def today(turn: Private) -> str:
    """The province's day, as it is told at the next visit."""
    return turn.tx.now.astimezone(turn.province.catalogue.timezone).strftime("%d/%m/%Y")
