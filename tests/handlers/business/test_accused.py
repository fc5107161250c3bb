"""A complaint about officials does not come to their department, whatever that is called today."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.case.case import Tier
from domain.refusals import Refusal
from handlers.officer.verbs import Held, Wish, hand_over
from handlers.province import Province
from tests.cast import CONSTRUCTION, FINANCE, HOA, MINH, NOW, TUAN, filed

INSPECTORATE = "thanh-tra-tinh"
WHY = Held("việc của sở ấy")


@pytest.fixture
def merged(province: Province) -> Province:
    """The province after construction was merged into finance."""
    departments = tuple(
        replace(each, successor=FINANCE) if each.key == CONSTRUCTION else each
        for each in province.catalogue.departments
    )
    return replace(province, catalogue=replace(province.catalogue, departments=departments))


@pytest.mark.parametrize("verb", ["transfer", "invite"])
@pytest.mark.parametrize("actor", [MINH, HOA])
def test_nor_to_the_one_it_was_merged_into(merged: Province, verb: str, actor: object) -> None:
    case = filed(tier=Tier.HIDDEN, department=INSPECTORATE, accused=(CONSTRUCTION,)).case
    with pytest.raises(Refusal) as refusal:
        hand_over(merged, case, actor, NOW, Wish(verb, FINANCE), WHY)  # type: ignore[arg-type]
    assert refusal.value.words.key == "refused-accused"


def test_the_task_group_may_by_name_and_others_without_a_quarrel(merged: Province, province: Province) -> None:
    case = filed(tier=Tier.HIDDEN, department=INSPECTORATE, accused=(CONSTRUCTION,)).case
    assert hand_over(merged, case, TUAN, NOW, Wish("transfer", FINANCE), WHY).case.tier is Tier.HIDDEN
    assert hand_over(province, case, MINH, NOW, Wish("transfer", FINANCE), WHY).case.department == FINANCE
