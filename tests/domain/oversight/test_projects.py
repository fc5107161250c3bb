"""A case and its project: named in a text, linked openly only, weighed by the business alone."""

from __future__ import annotations

import pytest

from domain.case.case import Tier
from domain.case.history import replay
from domain.oversight.projects import Project, is_named, link, weigh
from domain.refusals import Refusal
from tests.cast import LAN, MINH, NOW, TUAN, filed

FACTORY = Project("DA-01", "Nhà máy gỗ Chi Lăng", "Công ty Lan Anh", capital=1_250_500, jobs=120, id=7)


@pytest.mark.parametrize(
    ("text", "named"),
    [("Dự án nhà máy gỗ Chi Lăng, vướng mặt bằng", True), ("du an nha may go chi lang.", True), ("nhà máy gỗ", False)],
)
def test_a_text_names_a_project_with_or_without_marks(text: str, *, named: bool) -> None:
    assert is_named(FACTORY, text) is named
    assert not is_named(Project("DA-02", "Kỳ Lừa"), "chợ Kỳ Lừa")


def test_a_link_and_a_weight_are_what_the_journal_tells() -> None:
    first = link(filed().case, TUAN, NOW, FACTORY)
    second = weigh(first.case, LAN, NOW, 3)
    case = second.case
    assert (case.project, case.investment, case.jobs, case.at_risk) == (7, 1_250_500, 120, 10_000)
    assert replay([*filed().entries, *first.entries, *second.entries]) == case


@pytest.mark.parametrize("tier", [Tier.HIDDEN, Tier.ANONYMOUS])
def test_who_hides_is_linked_to_nothing(tier: Tier) -> None:
    with pytest.raises(Refusal):
        link(filed(tier=tier).case, TUAN, NOW, FACTORY)
    with pytest.raises(Refusal):
        weigh(filed(tier=tier).case, LAN, NOW, 1)


@pytest.mark.parametrize("band", [0, 5])
def test_only_the_business_says_what_is_at_risk_and_only_by_the_bands(band: int) -> None:
    with pytest.raises(Refusal):
        weigh(filed().case, MINH, NOW, 1)
    with pytest.raises(Refusal):
        weigh(filed().case, LAN, NOW, band)
