"""In which language a business reads, and words for it in another one, which their author is asked about once."""

from __future__ import annotations

from domain.case.case import Case
from domain.language import detect
from domain.messages import Value, Words

#: whose words the business reads as they were written
SPOKEN = {"ask", "send", "answer", "decline"}


def other_than(case: Case, text: str) -> str:
    """The language of words that the business neither writes nor is spoken to in; "" when they are fit to be sent.

    Too few words to tell are taken for its own.
    """
    found = detect(text, case.language)
    return "" if found in {case.language, detect(case.text, case.language)} else found


def noticed(case: Case, tongue: str) -> Words:
    """What is said of such words before they are sent."""
    facts: dict[str, Value] = {"code": case.code, "theirs": Words(f"language-{case.language}")}
    return Words("held-tongue", {**facts, "ours": Words(f"language-{tongue}")})
