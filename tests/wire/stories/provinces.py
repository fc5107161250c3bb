"""The provinces the stories happen in: the real one, and one that does not exist, by configuration alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.settings import ROOT
from tests.wire.test_languages import CHINESE, ENGLISH, VIETNAMESE

TONGUES = (VIETNAMESE, ENGLISH, CHINESE)


@dataclass(frozen=True)
class Province:
    """Its folder, its department the stories are about, and what is said there, by the first letters of a language."""

    folder: Path
    department: str
    name: str
    #: what its cases' codes begin with
    prefix: str
    matters: dict[str, str]
    #: when the department has to have answered, as the receipt says it
    due: dict[str, str]
    #: in the language of the business: another one would be asked about first
    answers: dict[str, str]

    @property
    def matter(self) -> str:
        """What Lan files."""
        return self.matters["vi"]


LANG_SON = Province(
    folder=ROOT / "catalogue" / "lang-son",
    department="so-xay-dung",
    name="Sở Xây dựng",
    prefix="LS",
    matters={tongue.phone[:2]: tongue.matter for tongue in TONGUES},
    due={tongue.phone[:2]: tongue.receipt for tongue in TONGUES},
    answers={
        "vi": "Sở đã cấp giấy phép cho anh chị",
        "en": "Your building permit has been issued",
        "zh": "建设许可证已经颁发给贵公司",
    },
)
#: Tokyo's zone, six in the evening, no work on Mondays, four days to answer
SAO_MAI = Province(
    folder=ROOT / "tests" / "province",
    department="so-bien",
    name="Sở Biển",
    prefix="SMA",
    matters={
        "vi": "Giấy phép tàu cá của tôi nộp 2 tháng chưa có kết quả",
        "en": "We have been waiting two months for the permit of our fishing boat",
        "zh": "我们渔船的许可申请两个月没有结果",
    },
    due={
        "vi": "18:00 thứ Ba 01/12/2026 (4 ngày làm việc)",
        "en": "18:00 on Tuesday 01/12/2026 (4 working days)",
        "zh": "2026年12月1日 星期二 18:00（4 个工作日）",
    },
    answers={
        "vi": "Sở đã cấp giấy phép tàu cá cho anh chị",
        "en": "The permit of your boat has been issued",
        "zh": "渔船许可证已经颁发给贵公司",
    },
)
