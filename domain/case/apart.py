"""What of a journal entry lies apart from its hash chain: what somebody wrote, and who somebody is.

The chain covers plain facts, and of the rest a commitment: the SHA-256 of a text that begins with a random salt.
Whoever erases such a text leaves the chain as it is, and nobody can guess what it was.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from domain.case.case import Actor, Entry, Role
from domain.messages import ERASED

#: the only facts whose texts are no words: keys, codes, instants, and how a deadline came about
VOCABULARY = frozenset(
    {
        *("code", "kind", "department", "topic", "tier", "language", "written_in", "together", "accused", "network"),
        *("deadline", "agenda", "why", "promise", "reply_by", "confirm_by", "reopen_until", "until", "due", "before"),
        *("verb", "extra", "outcome", "what", "state", "with", "risks", "verdict", "directive", "to", "rule", "kinds"),
    }
)
#: who somebody is, and what they are called
IDENTITY = frozenset({"author_name", "business", "business_name", "tax_code", "by", "asked_by", "introduced"})
#: of these, who filed: whoever wrote them down
AUTHORS = IDENTITY - {"by", "asked_by"}
#: numbers that lead to what somebody sent
FILES = frozenset({"files"})
#: as the actor stands among these
_PERSON, _NAME = "person", "name"
Facts = dict[str, Any]


class Part(StrEnum):
    """What can be erased of a case. Its words cannot go without its author, who stands beside them as they came."""

    IDENTITY = "identity"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Parts:
    """An entry taken apart: the facts of the chain, who is meant, what was said."""

    facts: Facts
    identity: Facts
    words: Facts


def parted(entry: Entry, masked: Callable[[str], str] | None = None) -> Parts:
    """The entry taken apart.

    With `masked` what its author wrote is kept among the words without what leads to them, and as they wrote it beside
    their name: so an author can be erased whose words stay.
    """
    parts = Parts({}, {}, {})
    for name, value in entry.facts.items():
        _place_of(parts, name, value)[name] = value
    if entry.actor.person or entry.actor.name:
        parts.identity.update({_PERSON: entry.actor.person, _NAME: entry.actor.name})
    if masked and entry.actor.role is Role.BUSINESS:
        for name, value in parts.words.items():
            if isinstance(value, str) and (shown := masked(value)) != value:
                parts.identity[name], parts.words[name] = value, shown
    return parts


def _place_of(parts: Parts, name: str, value: Any) -> Facts:
    if name in IDENTITY:
        return parts.identity
    # by what it holds, not by its name: a fact nobody has thought of must not come into the chain
    return parts.words if name in FILES or (name not in VOCABULARY and _has_text(value)) else parts.facts


def _has_text(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return any(map(_has_text, value))
    return isinstance(value, str | dict)


def joined(actor: Actor, parts: Parts) -> tuple[Actor, Facts]:
    """The whole facts of an entry again, and who moved; what the chain covers is believed before all else."""
    identity = dict(parts.identity)
    who = Actor(actor.role, identity.pop(_PERSON, 0), identity.pop(_NAME, ""), actor.department)
    return who, {**parts.words, **identity, **parts.facts}


# How a part is kept: `["salt",{...}]`; erased, what is left of it: `{...}`; "" where there never was one


def kept(part: Facts) -> str:
    """The text in which a part is kept, begun by a salt of its own."""
    return canonical([secrets.token_urlsafe(16), part]) if part else ""


def commitment(text: str) -> bytes | None:
    """What the chain says of a kept part: nobody can find another that fits, or guess this one without its salt."""
    return hashlib.sha256(text.encode()).digest() if text else None


def read(text: str) -> Facts:
    """A kept part, or what is left of an erased one."""
    if not text:
        return {}
    found = json.loads(text)
    return found[1] if isinstance(found, list) else found  # type: ignore[no-any-return]


def is_erased(text: str) -> bool:
    """True for a part of which only the outline is left."""
    return text.startswith("{")


def outline(part: Facts, but: Iterable[str] = ()) -> str:
    """What is kept of a part once it is erased: which facts there were, and nothing of what they said."""
    return canonical({name: hollow(value) for name, value in part.items() if name not in but})


def hollow(value: Any) -> Any:
    """ERASED for a text, nobody's number for a number, no item of a list."""
    if isinstance(value, str):
        return ERASED if value else ""
    if isinstance(value, dict):
        return {ERASED: ERASED} if value else {}
    if isinstance(value, list | tuple):
        return []
    return 0


def is_hollow(part: Facts) -> bool:
    """True when what is left of an erased part says nothing."""
    return all(hollow(value) == value for value in part.values())


def canonical(value: Any) -> str:
    """JSON that is the same for equal values: keys in order, nothing between."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
