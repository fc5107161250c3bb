"""What shows a private code leaves the chat on Telegram once it has been kept; it never stops anything else."""

from __future__ import annotations

import pytest

from storage.outgoing import outbox
from tests.wire import telegram_methods_edit
from tests.wire.telegram_people import Person
from tests.wire.telegram_world import Message
from tests.wire.test_anonymous import SECRET, comes_back, rows, types_back
from tests.wire.test_keeping import NOW, receipt_of
from tests.wire.town import Town


def stands(person: Person, text: str) -> bool:
    """Whether anybody's message in the private chat shows it."""
    return any(text in message.words for message in person.messages)


def secret_of(receipt: Message) -> str:
    found = SECRET.search(receipt.words)
    assert found is not None
    return found.group()


def is_gone(town: Town, person: Person, text: str) -> bool:
    return bool(town.server.world.wait_until(lambda: not stands(person, text), 10))


def test_once_the_code_was_typed_back_nothing_in_the_chat_shows_it(town: Town) -> None:
    receipt = receipt_of(town, NOW)
    secret = types_back(town.lan, receipt)
    assert is_gone(town, town.lan, secret[-4:])
    assert not stands(town.lan, secret)
    town.is_quiet()
    assert [row for row in town.product.call(rows)["slots"] if row["slot"] == "code"] == []
    assert stands(town.lan, "Vụ việc đã hoàn tất")


def test_a_typed_code_leaves_at_once_and_a_new_one_with_the_visit(town: Town) -> None:
    secret = types_back(town.lan, receipt_of(town, NOW))
    comes_back(town, town.mai, secret)
    assert is_gone(town, town.mai, secret)
    town.mai.says("/mamoi")
    anew = secret_of(town.mai.waits_for("Mã riêng mới"))
    town.is_quiet()
    assert stands(town.mai, anew), "it has to be copied first"
    town.mai.says("/thoat")
    assert is_gone(town, town.mai, anew)
    town.mai.says(f"/ma {secret}")
    town.mai.waits_for("Mã riêng không đúng")
    assert is_gone(town, town.mai, secret), "also one that opens nothing"


def test_who_has_the_code_nowhere_else_keeps_what_shows_it(town: Town) -> None:
    receipt = receipt_of(town, NOW)
    town.lan.taps("Tôi không gõ lại được")
    town.lan.waits_for("không có mã riêng thì không xem được trả lời")
    town.is_quiet()
    assert stands(town.lan, secret_of(receipt))
    assert [row for row in town.product.call(rows)["slots"] if row["slot"] == "code"] == []


def test_what_is_too_old_stays_and_stops_nothing(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    receipt = receipt_of(town, NOW)
    monkeypatch.setattr(telegram_methods_edit, "DELETABLE_SECONDS", 0)
    secret = types_back(town.lan, receipt)
    town.is_quiet()
    assert stands(town.lan, secret)
    town.lan.says("/vuviec")
    town.lan.waits_for("chưa")
    assert town.product.call(outbox.counts).get("given-up", 0) == 0


def test_what_cannot_be_taken_out_is_let_go_after_a_few_tries(town: Town) -> None:
    receipt = receipt_of(town, NOW)
    town.server.fail_next("deleteMessage", times=50)
    types_back(town.lan, receipt)
    town.is_quiet()
    town.lan.says("/vuviec")
    town.lan.waits_for("chưa")
    assert town.product.call(outbox.counts).get("given-up", 0) == 0
