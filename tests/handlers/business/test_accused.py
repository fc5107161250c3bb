"""A complaint about officials does not come to their department, whatever that is called today."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.case.case import Tier
from domain.refusals import Refusal
from handlers.officer.verbs import Held, hand_over
from handlers.province import World
from tests.cast import CONSTRUCTION, FINANCE, HOA, MINH, NOW, TUAN, filed

INSPECTORATE = "thanh-tra-tinh"
WHY = Held("việc của sở ấy")


@pytest.fixture
def merged(world: World) -> World:
    """The world after construction was merged into finance."""
    departments = tuple(
        replace(each, successor=FINANCE) if each.key == CONSTRUCTION else each for each in world.catalogue.departments
    )
    return replace(world, catalogue=replace(world.catalogue, departments=departments))


@pytest.mark.parametrize("verb", ["transfer", "invite"])
@pytest.mark.parametrize("actor", [MINH, HOA])
def test_nor_to_the_one_it_was_merged_into(merged: World, verb: str, actor: object) -> None:
    case = filed(tier=Tier.HIDDEN, department=INSPECTORATE, accused=(CONSTRUCTION,)).case
    with pytest.raises(Refusal) as refusal:
        hand_over(merged, case, actor, NOW, (verb, FINANCE), WHY)  # type: ignore[arg-type]
    assert refusal.value.words.key == "refused-accused"


def test_the_task_group_may_by_name_and_others_without_a_quarrel(merged: World, world: World) -> None:
    case = filed(tier=Tier.HIDDEN, department=INSPECTORATE, accused=(CONSTRUCTION,)).case
    assert hand_over(merged, case, TUAN, NOW, ("transfer", FINANCE), WHY).case.tier is Tier.HIDDEN
    assert hand_over(world, case, MINH, NOW, ("transfer", FINANCE), WHY).case.department == FINANCE
