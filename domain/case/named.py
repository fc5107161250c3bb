"""What the journal of a case says of who knows its business: asked for, named, hidden again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from domain.case.case import Case, Entry, Naming, Tier

Changes = dict[str, Any]


def naming_asked(_: Case, entry: Entry) -> Changes:
    """Another member of the task group has to decide."""
    return {"naming": Naming(entry.seq, entry.facts["reason"], entry.actor.person, entry.actor.name)}


def named(_: Case, entry: Entry) -> Changes:
    """Its department knows the business: until then, or for good where it named itself."""
    until = entry.facts.get("until")
    return {
        "tier": Tier.OPEN,
        "unmasked_at": entry.at,
        "named_until": datetime.fromisoformat(until) if until else None,
        "naming": None,
    }


def masked_again(case: Case) -> Changes:
    """A name is given to one department: when another comes in, none knows it any more, nor is a request open.

    So it is with whoever complained of officials, and with every name that the task group gave.
    """
    is_given = case.tier is Tier.OPEN and (case.accused or case.named_until)
    return {"naming": None, **({"tier": Tier.HIDDEN, "named_until": None} if is_given else {})}
