"""Who filed is called otherwise than it was written down: corrected at their request, from now on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from domain.case.case import Actor, Case, Move, Tier
from domain.case.decisions import Decision, decide, under_card
from domain.case.history import NAMES
from domain.case.transitions import write
from domain.messages import Words


def rename(case: Case, actor: Actor, now: datetime, **right: str) -> Decision | None:
    """The right names (`author_name`, `business_name`, `tax_code`); None where nothing differs.

    What a hidden author was called before stays blotted out of their words.
    """
    changed: dict[str, Any] = {
        name: value for name, value in right.items() if name in NAMES and getattr(case, name) not in {value, ""}
    }
    if not changed:
        return None
    if case.tier is not Tier.OPEN:
        changed["introduced"] = [getattr(case, name) for name in changed]
        return decide(case, write(case, actor, Move.RENAMED, now, **changed))
    return decide(case, write(case, actor, Move.RENAMED, now, **changed), under_card(case, _told(case)))


def _told(case: Case) -> Words:
    return Words("group-renamed", {"code": case.code})
