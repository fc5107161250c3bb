"""Expected refusals: small, named, turned into words in one place (handlers/receive.py)."""

from __future__ import annotations

from domain.messages import Value, Words


class Refusal(Exception):  # noqa: N818  a refusal is an answer, not an error
    """Something a person may not do now; `words` tells them why and what to do instead.

    `case` is the case whose words were refused, so that a reply to the refusal is about it; 0 where it is about none.
    """

    def __init__(self, key: str, **args: Value) -> None:
        super().__init__(key)
        self.words = Words(key, args)
        self.case = 0


class NotYours(Refusal):
    """The case, button or command belongs to somebody else."""


class NotNow(Refusal):
    """The case is in a state in which this cannot be done."""


class Missing(Refusal):
    """Something needed was not given (a reason, a text, a code)."""
