"""Made-up cases for a table of a million: the catalogue's labelled examples, put together with made-up names."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from bot.settings import ROOT
from domain.case.case import Case, State
from domain.routing.examples import Example, examples
from tests.cast import NOW, filed

FOLDER = ROOT / "catalogue" / "lang-son"
ANSWERS = (
    "Sở đã xem xét hồ sơ và trả lời: đề nghị bổ sung bản vẽ và văn bản thỏa thuận, thời gian giải quyết mười ngày.",
    "Về nội dung này, cơ quan đã kiểm tra và hướng dẫn doanh nghiệp nộp lại tại Trung tâm Phục vụ hành chính công.",
    "Kết quả đã được ký, mời anh chị đến bộ phận một cửa để nhận. Trân trọng cảm ơn anh chị đã phản ánh.",
)
SYLLABLES = (
    "An",
    "Bảo",
    "Bình",
    "Châu",
    "Đông",
    "Đức",
    "Giang",
    "Hà",
    "Hải",
    "Hoa",
    "Hùng",
    "Lâm",
    "Mai",
    "Minh",
    "Nam",
    "Phú",
)
ANSWERED = 0.66
FIRST = filed().case


class Corpus:
    """Cases as they could be, the same every time."""

    def __init__(self, seed: int = 7) -> None:
        self.random = Random(seed)  # noqa: S311  made-up data
        text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((FOLDER / "examples").glob("*.jsonl")))
        self.examples: list[Example] = list(examples(text))
        self.random.shuffle(self.examples)
        self.chances = [(place + 5) ** -0.8 for place in range(len(self.examples))]

    def text(self) -> tuple[str, str]:
        """A text, and the department it concerns."""
        random = self.random
        parts = random.choices(self.examples, self.chances, k=random.randint(2, 3))
        firm = " ".join(random.choices(SYLLABLES, k=3)).title()
        told = " ".join(each.text for each in parts)
        number, house = random.randint(1000, 9999), random.randint(1, 400)
        return f"Công ty {firm}, số {house} đường {firm[::-1].title()}: {told} Hồ sơ số {number}.", parts[0].department

    def case(self, number: int) -> Case:
        """One of them."""
        text, department = self.text()
        case = replace(FIRST, id=number, code=f"LS26-{number:05d}", department=department, text=text)
        if self.random.random() < ANSWERED:
            answer = f"{self.random.choice(ANSWERS)} {self.random.choice(self.examples).text}"
            case = replace(case, state=State.ANSWERED, answer=answer, answered_at=NOW)
        return case
