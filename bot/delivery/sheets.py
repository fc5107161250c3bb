"""A card and a summary fact by fact, for a messenger that shows more than text: drawn from the words that are its text.

So both say the same. What is no card has no sheet, and is shown as its text.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TypedDict

from bot.delivery.wording import Wording
from domain.messages import Lines, Value, Words

_HEADS = {"card-head", "summary-head"}
_TEXTS = {"card-text", "summary-text"}
_DUE = {"card-deadline", "card-deadline-again", "card-overdue"}


class Sheet(TypedDict):
    """What it is and how it stands, what the business says, and the facts around it; `due` is an instant in UTC."""

    code: str
    title: str
    state: str
    words: str
    facts: list[str]
    due: str


def sheet(wording: Wording, words: Words | Lines, language: str) -> Sheet | None:
    """The sheet of a card or a summary, in its reader's language; None for every other message."""
    lines = list(_flat(words))
    head = lines[0] if lines else None
    if not isinstance(head, Words) or head.key not in _HEADS:
        return None
    found = Sheet(code=str(head.args.get("code", "")), title="", state="", words="", facts=[], due="")
    found["title"] = wording.say(head.args.get("kind", head), language)
    found["state"] = wording.say(head.args["state"], language) if "state" in head.args else ""
    for line in lines[1:]:
        _take(wording, found, line, language)
    return found


def _take(wording: Wording, found: Sheet, line: Value, language: str) -> None:
    if not isinstance(line, Words):
        found["facts"].append(wording.say(line, language))
        return
    if line.key in _TEXTS:
        found["words"] = wording.say(line.args["text"], language)
        if files := line.args.get("files"):
            found["facts"].append(wording.say(Words("card-files", {"count": files}), language))
        return
    due = line.args.get("at")
    if line.key in _DUE and isinstance(due, datetime):
        found["due"] = due.isoformat()
    found["facts"].append(wording.say(line, language).strip())


def _flat(words: Value) -> Iterator[Value]:
    """The lines of a text, one after the other, however they are nested."""
    if isinstance(words, Lines) and "\n" in words.between:
        for item in words.items:
            yield from _flat(item)
    else:
        yield words
