"""What officers keep for the next time: under a title, in three languages, found by a word, the most used first."""

from __future__ import annotations

import pytest

from storage.database import Store
from storage.knowledge import canned
from storage.knowledge.canned import PROVINCE
from tests.cast import CONSTRUCTION, FINANCE


@pytest.fixture
def kept(store: Store) -> Store:
    """Construction keeps two, one of them in two languages; the province keeps one."""
    for owner, title, language, text in (
        (CONSTRUCTION, "Bổ sung bản vẽ", "vi", "Xin gửi bản vẽ theo Điều 12"),
        (CONSTRUCTION, "Hẹn trả kết quả", "vi", "Mời đến bộ phận một cửa"),
        (CONSTRUCTION, "bo sung ban ve", "en", "Please send the drawings"),
        (PROVINCE, "Căn cứ khiếu nại", "vi", "Luật Khiếu nại, Điều 28"),
        (FINANCE, "Của sở khác", "vi", "Bản vẽ"),
    ):
        store.call(lambda tx, given=(owner, title, language, text): canned.keep(tx, *given, "Minh"))  # type: ignore[misc, call-arg]
    return store


def found(store: Store, words: str = "") -> list[str]:
    return [each.title for each in store.call(lambda tx: canned.find(tx, (CONSTRUCTION, PROVINCE), words))]


def test_a_title_has_a_text_in_each_language(kept: Store) -> None:
    one = kept.call(lambda tx: canned.of_title(tx, CONSTRUCTION, "Bổ sung bản vẽ"))
    assert one
    assert one.texts == {"vi": "Xin gửi bản vẽ theo Điều 12", "en": "Please send the drawings"}


def test_words_find_in_title_and_text_whatever_their_marks(kept: Store) -> None:
    assert found(kept) == ["Bổ sung bản vẽ", "Hẹn trả kết quả", "Căn cứ khiếu nại"]
    assert found(kept, "dieu 12") == ["Bổ sung bản vẽ"]
    assert found(kept, "drawings") == ["Bổ sung bản vẽ"]
    assert found(kept, "DIEU") == ["Bổ sung bản vẽ", "Căn cứ khiếu nại"]
    assert found(kept, "không có đâu") == []


def test_what_is_used_comes_first_and_what_is_removed_no_more(kept: Store) -> None:
    last = kept.call(lambda tx: canned.of_title(tx, PROVINCE, "Căn cứ khiếu nại"))
    assert last
    kept.call(lambda tx: canned.count_use(tx, last.id))
    assert found(kept)[0] == "Căn cứ khiếu nại"
    assert kept.call(lambda tx: canned.remove(tx, CONSTRUCTION, "hen tra ket qua", "Minh"))
    assert not kept.call(lambda tx: canned.remove(tx, CONSTRUCTION, "hen tra ket qua", "Minh"))
    assert found(kept) == ["Căn cứ khiếu nại", "Bổ sung bản vẽ"]
    assert kept.call(lambda tx: canned.by_id(tx, 2)) is None
