"""How long each kind of data is kept, in days: as the catalogue says, else as is usual here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kept(StrEnum):
    """What is kept for a time. Of a case: counted from its end; of everything else, from when it came or was used."""

    FILES = "files"
    IDENTITY = "identity"
    WORDS = "words"
    PEOPLE = "people"
    CONVERSATIONS = "conversations"
    PAGE = "page"
    SESSIONS = "sessions"
    OUTBOX = "outbox"
    FAILED = "failed"
    CODES = "codes"
    COPIES = "copies"
    REQUESTS = "requests"
    ACCESSES = "accesses"


#: of a case; each tier has its own time
OF_CASES = (Kept.FILES, Kept.IDENTITY, Kept.WORDS)
TIERS = ("open", "hidden", "anonymous")
#: (what, tier) → days, where the catalogue says nothing
USUAL: Mapping[tuple[Kept, str], int] = {
    (Kept.IDENTITY, "hidden"): 90,
    (Kept.IDENTITY, "open"): 365,
    (Kept.IDENTITY, "anonymous"): 90,
    (Kept.FILES, "hidden"): 90,
    (Kept.FILES, "open"): 365,
    (Kept.FILES, "anonymous"): 180,
    (Kept.WORDS, "hidden"): 365,
    (Kept.WORDS, "open"): 540,
    (Kept.WORDS, "anonymous"): 365,
    (Kept.PEOPLE, ""): 365,
    (Kept.CONVERSATIONS, ""): 60,
    (Kept.PAGE, ""): 365,
    (Kept.SESSIONS, ""): 400,
    (Kept.OUTBOX, ""): 60,
    (Kept.FAILED, ""): 90,
    (Kept.CODES, ""): 90,
    (Kept.COPIES, ""): 7,
    (Kept.REQUESTS, ""): 1825,
    (Kept.ACCESSES, ""): 1825,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """So many days for a kind of data; of a case, for one tier, or ("") for every one."""

    what: Kept
    days: int
    tier: str = ""


def days(rules: Iterable[Rule], what: Kept, tier: str = "") -> int:
    """For how long this is kept; the narrowest rule counts."""
    fitting = {each.tier: each.days for each in rules if each.what is what and each.tier in {"", tier}}
    return fitting.get(tier, fitting.get("", USUAL.get((what, tier), USUAL.get((what, ""), 0))))
