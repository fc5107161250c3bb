"""`/chitiet` says of what was said to a business whether it has arrived."""

from __future__ import annotations

import pytest
from sqlmodel import col, update

from domain.case import moves
from domain.messages import Chat, Network
from handlers import recording
from handlers.task_group import reporting
from storage import people
from storage.database import Store, Tx
from storage.tables import OutboxRow
from tests.cast import MINH, NOW, filed, said
from tests.web.site import wording


@pytest.mark.parametrize(
    ("state", "told"),
    [("sent", "đã tới doanh nghiệp lúc 09:00"), ("waiting", "đang gửi"), ("given-up", "chưa tới được doanh nghiệp")],
)
def test_an_answer_is_told_with_what_became_of_it(store: Store, state: str, told: str) -> None:
    first = filed()
    answer = moves.answer(first.case, MINH, NOW, said())

    def lines(tx: Tx) -> list[str]:
        people.meet(tx, Chat(Network.TELEGRAM, "1"), "1", "Nguyễn Thị Lan", "vi")
        for decision in (first, answer):
            recording.record(tx, decision)
        tx.run(update(OutboxRow).where(col(OutboxRow.case_id) == 1).values(state=state, settled_at=NOW))
        return [wording().say(each.what, "vi") for each in reporting.history(tx, answer.case, inside=False)]

    filed_, answered = store.call(lines)
    assert answered.startswith("trả lời doanh nghiệp, ")
    assert told in answered
    assert "tới" not in filed_
