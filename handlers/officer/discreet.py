"""Departments that want no content in their messenger: of who hides, their group reads code, field, deadline, a link.

Nothing erases a messenger's cloud. Words and files of such cases stand on the department's desk of the page alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from domain.case.case import Case, Tier
from domain.messages import Chat, Kind, Lines, Name, Network, Notice, Value, Words
from domain.privacy.masks import MASK
from domain.province.catalogue import Catalogue
from storage import cases, chats
from storage.database import Tx

#: what of a line of a list may be somebody's words
_CONTENT = frozenset({"text", "question", "answer", "comment", "reason"})


@dataclass(frozen=True, slots=True)
class Discreet:
    """The departments that want it so, and the address of the desk ("" where the page has none)."""

    departments: frozenset[str] = frozenset()
    desk: str = ""

    def instead(self, tx: Tx, chat: Chat, notice: Notice) -> Notice | None:
        """What this chat gets in place of a notice; None where it gets the notice itself."""
        if not self.departments or notice.kind in {Kind.TOAST, Kind.REACT}:
            return None
        if not is_in_group(tx, chat, self.departments):
            return None
        if not notice.about:
            covered = _covered(tx, notice.words)
            if isinstance(covered, Words | Lines) and covered != notice.words:
                return replace(notice, words=covered)
            return None
        case = cases.look(tx, notice.about)
        if case is None or not is_secret(case):
            return None
        return replace(notice, words=self._told(case), choices=(), files=())

    def _told(self, case: Case) -> Words:
        facts: dict[str, Value] = {
            "code": case.code,
            "topic": Name("topic", case.topic) if case.topic else Words("topic-other"),
            "deadline": case.deadline or Words("discreet-no-deadline"),
            "desk": self.desk or Words("discreet-desk"),
        }
        return Words("discreet", facts)


def _covered(tx: Tx, words: Value) -> Value:
    """A list as it was, but what is said of the case of somebody who hides is its code, not its words."""
    match words:
        case Lines(items, between):
            return Lines(tuple(_covered(tx, each) for each in items), between)
        case Words(key, args):
            code = args.get("code")
            case = cases.named(tx, code.lstrip("#")) if isinstance(code, str) else None
            hidden = _CONTENT if case and is_secret(case) else frozenset()
            return Words(key, {name: MASK if name in hidden else _covered(tx, each) for name, each in args.items()})
    return words


def discreet(catalogue: Catalogue, public_url: str) -> Discreet:
    """As the catalogue has it."""
    wanted = frozenset(each.key for each in catalogue.departments if each.discreet)
    return Discreet(wanted, f"{public_url.rstrip('/')}/desk" if public_url else "")


def is_in_group(tx: Tx, chat: Chat, departments: frozenset[str]) -> bool:
    """True for a messenger's group of one of these departments, or of its head; the desk of the page is ours."""
    bound = chats.bound(tx, chat) if chat.network is not Network.PAGE else None
    return bound is not None and bound.role in {"department", "head"} and bound.department in departments


def is_secret(case: Case) -> bool:
    """True for a case whose author hides or has hidden."""
    return case.tier is not Tier.OPEN or case.unmasked_at is not None
