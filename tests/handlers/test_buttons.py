"""A tap counts only where its button can stand; a guest's button names no case."""

from __future__ import annotations

import pytest

from domain.buttons import Button, Side
from domain.refusals import Refusal
from handlers.buttons import IN_GROUP, PRIVATE, for_guest, on_case, read


def test_a_button_is_read_in_the_chat_where_it_can_stand() -> None:
    assert read("o:decide:7:no.3", IN_GROUP) == Button(Side.OFFICER, "decide", case=7, verdict="no", proposal=3)
    assert read("d:send:hidden", PRIVATE) == Button(Side.DRAFT, "send", tier="hidden")


@pytest.mark.parametrize(("data", "where"), [("o:accept:1", PRIVATE), ("b:show:1", IN_GROUP), ("b:show", PRIVATE)])
def test_a_button_of_elsewhere_or_of_nobody_is_refused(data: str, where: frozenset[Side]) -> None:
    with pytest.raises(Refusal) as refused:
        read(data, where)
    assert refused.value.words.key == "refused-button"


def test_a_guests_button_leads_to_the_case_of_the_visit_and_names_none() -> None:
    assert for_guest("b:stars:12:5") == "r:stars:5"
    assert on_case(read("r:stars:5", PRIVATE), 12) == read("b:stars:12:5", PRIVATE)
