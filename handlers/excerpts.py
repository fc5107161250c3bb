"""How much of a text a list shows, and how a published answer is shown."""

from __future__ import annotations

from domain import messages
from domain.messages import Name, Value, Words
from storage.knowledge.published import Answer

#: characters of a text in a list, and of a button (some messengers cut longer ones themselves)
SHORT = 90
LABEL = 30


def known(answer: Answer) -> Words:
    """A published answer with its question."""
    department: Value = Name("department", answer.department) if answer.department else Words("task-group")
    return Words("known-answer", {"question": answer.question, "answer": answer.answer, "by": department})


def label(answer: Answer) -> str:
    """The question as a button."""
    return messages.shortened(answer.question, LABEL)


def shortened(text: str, longest: int = SHORT) -> Value:
    """The beginning of a text, in one line."""
    return messages.shortened(" ".join(text.split()), longest) or Words("no-text")
