"""A tap on a button: its data is trusted no more than any other text, and refused here when it is not one of ours."""

from __future__ import annotations

from dataclasses import replace

from domain.buttons import Button, Side, parse
from domain.refusals import Refusal

#: whose buttons stand in a person's private chat, and whose in a bound group
PRIVATE = frozenset({Side.PERSON, Side.DRAFT, Side.OWN, Side.GUEST})
IN_GROUP = frozenset({Side.OFFICER, Side.ISSUE, Side.LEADER, Side.DIRECTIVE, Side.DATA})


def read(data: str, where: frozenset[Side]) -> Button:
    """The button tapped in such a chat; raises Refusal for anything no button there sends."""
    found = parse(data)
    if found is None or found.side not in where:
        raise Refusal("refused-button")
    return found


def for_guest(data: str) -> str:
    """What a button under a case sends for whoever has only the code to it: the same, without the case's number."""
    return replace(read(data, frozenset({Side.OWN})), side=Side.GUEST).data


def on_case(tap: Button, case: int) -> Button:
    """A guest's tap as one on the case of the visit."""
    return replace(tap, side=Side.OWN, case=case)
