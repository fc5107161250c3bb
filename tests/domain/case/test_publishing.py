"""What may be published, by whom, and what is blotted out."""

from __future__ import annotations

from typing import Any

import pytest

from domain.case import moves, publishing
from domain.case.case import Case, Move, Tier
from domain.refusals import Refusal
from tests.cast import MINH, NOW, TUAN, answered, filed, said

LETTER = "Gửi Công ty Lan Anh: đã ký, gọi 0912 345 678"


def with_letter(**changes: Any) -> Case:
    return moves.answer(filed(**changes).case, MINH, NOW, said(LETTER)).case


def test_the_first_line_is_the_question_and_the_case_has_the_answer() -> None:
    read = publishing.read(with_letter(), "Bao lâu thì có?")
    assert read.question == "Bao lâu thì có?"
    assert read.answer.startswith("Gửi ")
    assert "đã ký" in read.answer


def test_nobody_is_named_and_no_number_is_shown() -> None:
    for tier in (Tier.OPEN, Tier.HIDDEN):
        read = publishing.read(
            with_letter(tier=tier), f"Lan Anh hỏi gì?\nGọi 0205 3812 345, không phải Lan Anh\n2. {LETTER}"
        )
        assert "Lan Anh" not in read.question + read.answer
        assert "0205 3812 345" in read.answer, "an office's own number, written for the public"
    assert "0912" not in publishing.read(with_letter(), "Câu hỏi?").answer


@pytest.mark.parametrize(
    ("case", "text", "key"),
    [
        (with_letter(), "", "refused-publish-question"),
        (with_letter(tier=Tier.HIDDEN), "Câu hỏi?", "refused-publish-hidden"),
        (with_letter(tier=Tier.ANONYMOUS), "Câu hỏi?", "refused-publish-hidden"),
        (filed().case, "Câu hỏi?", "refused-publish-answer"),
    ],
)
def test_what_is_missing_is_said(case: Case, text: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        publishing.read(case, text)
    assert refused.value.words.key == key


def test_only_the_task_group_publishes_and_withdraws() -> None:
    case = answered()
    read = publishing.read(case, "Câu hỏi?")
    for act in (lambda: publishing.publish(case, MINH, NOW, read), lambda: publishing.retract(case, MINH, NOW)):
        with pytest.raises(Refusal):
            act()
    done = publishing.publish(case, TUAN, NOW, read)
    assert [each.move for each in done.entries] == [Move.PUBLISHED]
    assert done.case.state is case.state


def test_what_has_no_answer_yet_is_not_published() -> None:
    with pytest.raises(Refusal):
        publishing.publish(filed().case, TUAN, NOW, publishing.Published("?", "!"))
