"""What an officer's words name: the case, by its code or by what they reply to, a department, others' cases."""

from __future__ import annotations

from typing import Any

from domain.case.case import Case
from domain.language import fold
from domain.refusals import Missing, Refusal
from handlers import typed
from handlers.province import Province
from handlers.turn import InGroup, Turn
from storage import cases, chats, messages

#: in words
_LONGEST_NAME = 12


def case_named(turn: InGroup, words: str) -> tuple[int, str]:
    """The case that words are about, and the words without it; raises Missing when nothing says which.

    In this order: a code in front, the message replied to, a code anywhere, the topic. So whoever replies to one case
    and mentions another's code in the sentence speaks of the one they reply to.
    """
    match = typed.CODE.search(words)
    if match and (match.start() == 0 or not case_replied_to(turn)):
        found = cases.by_code(turn.tx, match.group(1).upper())
        return (found.id if found else 0), f"{words[: match.start()]} {words[match.end() :]}".strip(" :")
    number = case_replied_to(turn) or chats.case_of_topic(turn.tx, turn.incoming.chat)
    if not number:
        raise Missing("refused-which-card")
    return number, words


def case_replied_to(turn: Turn[Any]) -> int:
    """The case of the message replied to: as we know it, else by the code the message shows; 0 for none."""
    known = messages.find(turn.tx, turn.incoming.chat, turn.incoming.reply_to)
    if known is not None and known.case:
        return known.case
    code = typed.code(turn.incoming.reply_text)
    found = cases.by_code(turn.tx, code) if code else None
    return found.id if found else 0


def check_codes(turn: InGroup, case: Case, text: str) -> None:
    """Raises Refusal when words for the business of one case name somebody else's: nobody reads others' codes."""
    for code in typed.codes(text):
        other = cases.by_code(turn.tx, code)
        if other is not None and other.id != case.id and (other.author != case.author or not case.author):
            raise Refusal("refused-other-code", code=code, here=case.code)


def department_in_front(province: Province, words: str) -> tuple[str, str]:
    """The key of the department that words begin with, and the words after it; raises Missing when they name none.

    By its key, its name in full or short, today's or an earlier one, with or without diacritics; the longest counts.
    """
    called = _called(province)
    parts = words.split(" ")
    for end in range(min(len(parts), _LONGEST_NAME), 0, -1):
        if key := called.get(_bare(" ".join(parts[:end]))):
            return key, " ".join(parts[end:]).strip()
    raise Missing("refused-which-department", text=parts[0] or "?")


def _called(province: Province) -> dict[str, str]:
    """What each department may be called → its key; a name that two share says neither."""
    keys: dict[str, set[str]] = {}
    for each in province.catalogue.departments:
        names = (*each.names.values(), *each.short_names.values(), *(old.name for old in each.predecessors))
        for name in (each.key, *each.aliases, *names):
            keys.setdefault(_bare(name), set()).add(each.key)
    return {name: next(iter(found)) for name, found in keys.items() if len(found) == 1}


def _bare(name: str) -> str:
    return " ".join(fold(name).replace("-", " ").strip(" .,:;").split())
