"""What an officer's words name: the case, by its code or by what they reply to, and a department."""

from __future__ import annotations

from typing import Any

from domain.language import fold
from domain.refusals import Missing
from handlers import typed
from handlers.province import Province
from handlers.turn import InGroup, Turn
from storage import cases, chats, messages


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
    if known is not None:
        return known.case
    code = typed.code(turn.incoming.reply_text)
    found = cases.by_code(turn.tx, code) if code else None
    return found.id if found else 0


def department_named(province: Province, text: str) -> str:
    """The key of the department called so, by its key or an alias; raises Missing."""
    wanted = fold(text)
    for each in province.catalogue.departments:
        if wanted == each.key or wanted in {fold(alias).replace(" ", "-") for alias in each.aliases}:
            return each.key
    raise Missing("refused-which-department", text=text or "?")
