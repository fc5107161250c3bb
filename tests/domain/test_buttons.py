"""What buttons send: one table, read back as it was written, within the messengers' limit."""

from __future__ import annotations

from dataclasses import fields

import pytest

from domain.buttons import _FORMS, _PART, LONGEST, Button, Side, parse
from domain.province.catalogue import Catalogue

LONG: dict[str, object] = {
    "department": "so-van-hoa-the-thao-va-du-lich",
    "days": 999,
    "stars": 5,
    "band": 4,
    "tier": "anonymous",
    "kind": "complaint",
    "language": "vi",
    "pick": "department",
    "held": "answer",
    "verdict": "yes",
    "message": "m" * 31,
    "digest": "0123abcd",
    "wish": "withdraw",
}


def longest(form: str) -> Button:
    """The button of this form with the longest parts there may be."""
    small = {"proposal", "start"}
    parts = {name: LONG.get(name, 10**9 - 1 if name in small else 10**18 - 1) for name in _PART.findall(form)}
    side, verb = form.split(":")[:2]
    return Button(Side(side), verb, **parts)  # type: ignore[arg-type]


@pytest.mark.parametrize("form", _FORMS.split())
def test_what_a_button_sends_is_read_as_the_same_button(form: str) -> None:
    button = longest(form)
    assert parse(button.data) == button
    assert len(button.data.encode()) <= LONGEST


def test_every_department_fits_on_a_button(lang_son: Catalogue) -> None:
    for each in lang_son.departments:
        Button(Side.OFFICER, "transfer", case=10**9, department=each.key).data.encode()


@pytest.mark.parametrize(
    "data",
    [
        *("", "x", "o", "o:", ":", "o:accept", "o:accept:", "o:accept:-1", "o:accept:٣", "o:accept:1:", "o:accept:1 "),
        *("o:accept:1\n", "O:accept:1", "o:accept:1234567890123456789", "o:explode:1", "o:answer:1:extra"),
        *("o:extend:1:-3", "o:extend:1:1000", "o:held:1", "o:held:1:explode.1", "o:decide:1:maybe.1", "o:decide:1:yes"),
        *("b:stars:1:6", "b:stars:1:77", "b:stars:1", "b:new:1", "d:send:secret", "d:kind:bribe", "d:pick:everything"),
        *("p:lang:xxx", "i:open:²", "i:close:1", "r:show:1", "o:next:1:5", "o:next:1:5.ZZZZZZZZ", "d:dept:Sở"),
    ],
)
def test_what_no_button_sends_is_none(data: str) -> None:
    assert parse(data) is None


def test_a_button_that_is_not_in_the_table_cannot_be_made() -> None:
    for wrong in (
        Button(Side.OFFICER, "explode", case=1),
        Button(Side.OFFICER, "accept"),
        Button(Side.OFFICER, "extend", days=3),
        Button(Side.OWN, "stars", case=1),
        Button(Side.DRAFT, "dept"),
    ):
        with pytest.raises(LookupError):
            wrong.data.encode()


def test_the_table_names_every_part_of_a_button() -> None:
    named = {part for form in _FORMS.split() for part in _PART.findall(form)}
    assert named == {each.name for each in fields(Button)} - {"side", "verb"}


def test_a_part_that_may_be_missing_is_left_out() -> None:
    assert Button(Side.OFFICER, "transfer", case=7).data == "o:transfer:7"
    assert Button(Side.OFFICER, "transfer", case=7, department="*").data == "o:transfer:7:*"
    assert Button(Side.OFFICER, "extend", case=7, days=3).data == "o:extend:7:3"
    assert Button(Side.OFFICER, "held", case=7, held="send", message="12").data == "o:held:7:send.12"
