"""A kept text is filled from its case, in the business's language where there is one, without a hidden name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.case.case import Tier
from handlers.officer import canned
from handlers.province import Province
from storage.knowledge.canned import Canned
from tests.cast import CONSTRUCTION, filed

TEXTS = {"vi": "Chào [doanh nghiệp], [cơ quan] trả lời [mã] trước [hạn]. [cán bộ]", "en": "Dear [business], [code] [x]"}
KEPT = Canned(1, CONSTRUCTION, "Hẹn", TEXTS, 0)


def test_every_place_is_filled_from_the_case(province: Province) -> None:
    filled = canned.filled(province, KEPT, filed().case, "Minh")
    assert filled == "Chào Công ty Lan Anh, Sở Xây dựng trả lời #LS26-00001 trước 17:00 18/03/2026. Minh"


def test_the_businesss_language_comes_first_and_an_unknown_place_stays(province: Province) -> None:
    case = replace(filed().case, language="en")
    assert canned.filled(province, KEPT, case, "Minh") == "Dear Công ty Lan Anh, #LS26-00001 [x]"
    assert canned.text_for(KEPT, replace(case, language="zh"))[0] == "vi"


@pytest.mark.parametrize("tier", [Tier.HIDDEN, Tier.ANONYMOUS])
def test_who_hides_is_not_named(province: Province, tier: Tier) -> None:
    filled = canned.filled(province, KEPT, replace(filed().case, tier=tier), "Minh")
    assert filled.startswith("Chào Ông/Bà,")
