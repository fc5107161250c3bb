"""A number that was entered on the board stands wherever a business is told one: paper, PDF, chat."""

from __future__ import annotations

import asyncio

import pypdfium2
import pytest

from bot.delivery.printouts import Printouts
from domain.case.case import Tier
from handlers.business import phones
from storage.database import Store
from tests.bot.delivery.test_printouts import Others
from tests.web.board.catalogue.conftest import Opens
from tests.web.chat.test_printout import file_as_last
from tests.web.site import Site

NUMBERS = {"so-xay-dung": "0205 3 812 345", "task-group": "1022", "thanh-tra-tinh": "0205 3 899 999"}


@pytest.fixture
def with_numbers(edited: Site, opens: Opens) -> Site:
    for key, number in NUMBERS.items():
        assert opens("phones", key).save(phone=number).status_code == 303
    return edited


def test_it_stands_on_the_receipt_of_the_page_and_goes_from_it(with_numbers: Site, opens: Opens) -> None:
    lan = with_numbers.business()
    file_as_last(with_numbers, 1)
    page = lan.get("/chat/cases/LS26-00001").text
    assert "0205 3 812 345" in page
    assert "1022" in page
    assert opens("phones", "so-xay-dung").save(phone="").status_code == 303
    assert "0205 3 812 345" not in lan.get("/chat/cases/LS26-00001").text


def test_it_stands_in_the_pdf(with_numbers: Site) -> None:
    with_numbers.business()
    file_as_last(with_numbers, 1, tier=Tier.HIDDEN)
    words = with_numbers.ports.say.__self__  # type: ignore[attr-defined]
    store: Store = with_numbers.store
    drawn = Printouts(store, with_numbers.ports.catalogue, words, Others())
    document = pypdfium2.PdfDocument(asyncio.run(drawn.fetch("print|1|vi", 9_000_000)))
    text = document[0].get_textpage().get_text_bounded()
    assert "0205 3 812 345" in text
    assert "1022" in text


def test_who_is_turned_away_is_told_whom_to_call(with_numbers: Site) -> None:
    told = with_numbers.ports.say(phones.turned_away(with_numbers.ports.catalogue), "vi")
    assert "0205 3 899 999" in told
    assert "1022" in told
