"""What routing makes of a draft: which department, how sure, and whether it is about officials."""

from __future__ import annotations

from domain.case import confidentiality
from domain.case.draft import Guess
from domain.province.catalogue import TASK_GROUP
from domain.routing.router import Ranked
from handlers.province import Province
from handlers.turn import Private
from storage import people

ENOUGH_WORDS = 3


def guess(turn: Private, text: str) -> Guess:
    """Routing's guess with the province's thresholds; the task group's own key means that nobody else is likely."""
    province, firm = turn.province, people.firm(turn.tx, turn.who.business)
    name, code = (firm.name, firm.tax_code) if firm else ("", "")
    ranked = province.router().rank(confidentiality.impersonal(text, name, code, turn.who.name))
    triage = province.catalogue.triage
    best = [
        (key, chance) for key, chance in ranked.departments if key != TASK_GROUP and chance >= triage.task_group_below
    ]
    first = ranked.departments[0][0]
    return Guess(
        kind=ranked.kind,
        departments=tuple(key for key, _ in best),
        topic=ranked.topic,
        reason=tuple(ranked.reason),
        is_sure=bool(best) and best[0][1] >= triage.propose_alone_above and _says_enough(text),
        is_conduct=ranked.conduct,
        conduct_to=_formal_way(province, ranked) if ranked.maybe_conduct else "" if first == TASK_GROUP else first,
        together=ranked.together,
        maybe_conduct=ranked.maybe_conduct,
        says_nothing=ranked.asks_what,
    )


def _formal_way(province: Province, ranked: Ranked) -> str:
    """Who gets it if it is about officials: never those it is about; "" for the task group."""
    to = province.catalogue.triage.conduct
    return "" if to in {TASK_GROUP, *ranked.accused} else to


def _says_enough(text: str) -> bool:
    """A greeting or a word or two may look certain to a sum of words; it is not."""
    return len(text.split()) >= ENOUGH_WORDS or sum("\u3400" <= letter <= "\u9fff" for letter in text) >= ENOUGH_WORDS
