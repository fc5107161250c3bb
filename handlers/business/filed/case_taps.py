"""A business taps a button about a case it has filed, or about where its words belong."""

from __future__ import annotations

from collections.abc import Callable

from domain.buttons import Button
from domain.case.case import Case, Outcome
from handlers.business.filed import asking, at_stake, codes, own_cases, own_data, previews, printouts, verdicts
from handlers.business.filed.additions import put_where
from handlers.business.filed.own_cases import own_case
from handlers.business.filed.verdicts import OUTCOMES
from handlers.turn import Private


def tap_case(turn: Private, button: Button) -> None:
    """A choice about a case, or where words belong."""
    verb = button.verb
    if verb == "new":
        put_where(turn, 0)
        return
    case = own_case(turn, button.case)
    if verb in OUTCOMES:
        verdicts.settle(turn, case, Outcome(verb))
    elif verb == "stars":
        verdicts.rate(turn, case, button.stars)
    elif verb == "to":
        put_where(turn, case.id)
    elif verb in {"weigh", "project"}:
        at_stake.tap(turn, case, button)
    elif verb == "data" and not button.wish:
        own_data.show_case(turn, case)
    elif verb.startswith("data"):
        asking.tap(turn, button)
    else:
        _TAPS[verb](turn, case)


_TAPS: dict[str, Callable[[Private, Case], None]] = {
    "show": own_cases.show,
    "add": own_cases.ask_addition,
    "unsend": previews.drop,
    "withdraw": own_cases.ask_withdrawal,
    "withdraw-yes": own_cases.withdraw,
    "keep": own_cases.keep_case,
    "print": printouts.send,
    "code": codes.issue_anew,
    "appeal": verdicts.appeal,
}
