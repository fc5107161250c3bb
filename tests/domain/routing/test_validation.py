"""Cross-validation asks of what was not taught, nor anything like it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.province import read_catalogue
from domain.province.catalogue import Catalogue
from domain.routing.examples import Example
from domain.routing.router import Router
from domain.routing.validation import Teach, accuracy, cross_validated, judged

FOLDER = Path(__file__).parents[2] / "province"
WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
TEXTS = tuple(Example(f"{word} {word}a {word}b {word}c", "so-den") for word in WORDS)


@pytest.fixture(scope="module")
def sao_mai() -> Catalogue:
    return read_catalogue(FOLDER)[0]


def noting(catalogue: Catalogue, given: list[set[str]]) -> Teach:
    """Teaches routers and notes with which texts."""

    def teach(some: Sequence[Example]) -> Router:
        given.append({each.text for each in some})
        return Router(catalogue, some)

    return teach


def test_each_text_is_asked_once_and_never_of_a_router_that_was_taught_it_or_its_like(sao_mai: Catalogue) -> None:
    twins = tuple(Example(each.text + " ạ", each.department) for each in TEXTS)
    given: list[set[str]] = []
    results = cross_validated(noting(sao_mai, given), (*TEXTS, *twins))
    assert sorted(each.example.text for each in results) == sorted(each.text for each in (*TEXTS, *twins))
    for taught in given:
        first = {text for text in taught if not text.endswith("ạ")}
        assert taught - first == {text + " ạ" for text in first}
    assert sum(map(len, given)) == 4 * len(results)


def test_the_order_of_the_examples_changes_nothing(sao_mai: Catalogue) -> None:
    given: tuple[list[set[str]], list[set[str]]] = ([], [])
    cross_validated(noting(sao_mai, given[0]), TEXTS)
    cross_validated(noting(sao_mai, given[1]), TEXTS[::-1])
    assert given[0] == given[1]


def test_any_commune_is_right_where_only_a_commune_is_said(sao_mai: Catalogue) -> None:
    router = Router(sao_mai)
    text = "Chợ đảo ở xã Hòn Ngọc không có mái che"
    assert judged(router, Example(text, "dao")).is_among(1)
    assert judged(router, Example(text, "xa-hon-ngoc")).is_among(1)
    assert not judged(router, Example(text, "xa-hon-trang")).is_among(3)
    assert accuracy([]) == 0
