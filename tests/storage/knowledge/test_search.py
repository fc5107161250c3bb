"""Search finds what it should, shows nobody what is not theirs, and no question can break it: on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Executable
from sqlmodel import select

from domain.case import corrections, moves
from domain.case.case import Case
from domain.case.decisions import Decision
from domain.case.merging import merge
from domain.case.publishing import Published
from domain.routing.terms import ANSWERED, PUBLISHED, Rarity, query, shelf
from handlers import recording
from storage import cases
from storage.database import Store, Tx
from storage.knowledge import published, search
from storage.tables import SearchTerm
from tests.cast import CONSTRUCTION, FINANCE, MINH, NOW, TUAN, filed, said

RARITY = Rarity(())
PERMIT = "Hồ sơ giấy phép xây dựng nhà xưởng chưa có kết quả"
TERMS = select(SearchTerm)


def record(store: Store, *decisions: Decision) -> Case:
    for decision in decisions:
        store.call(lambda tx, decision=decision: recording.record(tx, decision))  # type: ignore[misc]
    return decisions[-1].case


def found(store: Store, text: str, *shelves: str, mark: str = "", most: int = 50) -> list[int]:
    return store.call(lambda tx: search.find(tx, query(text, RARITY), shelves, mark=mark, most=most))


def publish(store: Store, case: Case, question: str) -> int:
    return store.call(lambda tx: published.add(tx, case, Published(question, "Trả lời")).id)


@contextmanager
def everything_common(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As with a million cases: no term is so rare that it may be looked up through the index."""
    with monkeypatch.context() as patch:
        patch.setattr(search, "RARE", 0)
        patch.setattr(search, "MOST_UNSEEN", 0)
        yield


# What is found


@pytest.mark.parametrize(
    "asked", ["giấy phép xây dựng", "GIAY PHEP XAY DUNG", "phép nhà xưởng", "#LS26-00001", "ls26-00001"]
)
def test_a_case_is_found_by_its_words_and_its_code(store: Store, asked: str) -> None:
    record(store, filed(text=PERMIT), filed(2, text="Xe chờ ở cửa khẩu ba ngày", code="LS26-00002", topic=""))
    assert found(store, asked) == [1]


def test_what_holds_more_comes_first_and_of_equals_the_newest(store: Store) -> None:
    for number in (1, 2, 3):
        record(store, filed(number, text=PERMIT, topic=""))
    record(store, filed(4, text="Hồ sơ giấy phép xây dựng", topic=""))
    assert found(store, PERMIT)[:3] == [3, 2, 1]
    assert found(store, PERMIT, most=2) == [3, 2]


def test_what_holds_much_less_than_the_best_is_left_out(store: Store) -> None:
    record(store, filed(1, text=PERMIT, topic=""), filed(2, text="Chưa có kết quả", topic=""))
    assert found(store, PERMIT) == [1]
    assert store.call(lambda tx: search.find(tx, query(PERMIT, RARITY), worth=0)) == [1, 2]


def test_an_answer_a_change_and_another_department_are_followed(store: Store) -> None:
    case = record(store, filed(text=PERMIT))
    assert found(store, "kiểm lâm") == []
    answer = moves.answer(case, MINH, NOW, said("Đã chuyển kiểm lâm xác minh"))
    record(store, answer)
    assert found(store, "kiểm lâm") == [1]
    assert found(store, PERMIT, mark=ANSWERED) == [1]
    record(store, corrections.correct(answer.case, MINH, NOW, "Đã chuyển thanh tra xác minh", was_answer=True))
    assert found(store, "kiểm lâm") == []
    assert found(store, "thanh tra") == [1]
    record(store, filed(2, department=FINANCE, text=PERMIT))
    assert found(store, PERMIT, shelf(FINANCE)) == [2]
    assert found(store, PERMIT, shelf(CONSTRUCTION)) == [1]
    assert found(store, PERMIT, mark=ANSWERED) == [1]


def test_a_move_that_changes_nothing_to_find_writes_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    case = record(store, filed(text=PERMIT))
    monkeypatch.setattr(search, "words_of", lambda _: pytest.fail("worked out again"))
    record(store, moves.note(case, MINH, NOW, "kiểm lâm", ()))


def test_a_case_that_was_taken_out_stays_out_whatever_becomes_of_it(store: Store) -> None:
    case = record(store, filed(text=PERMIT))
    store.call(lambda tx: search.forget(tx, case.id))
    record(store, moves.answer(case, MINH, NOW, said("Giấy phép xây dựng nhà xưởng đã cấp")))
    assert found(store, "giấy phép xây dựng nhà xưởng") == []


def test_a_case_that_was_not_recorded_is_not_found(store: Store) -> None:
    def half(tx: Tx) -> None:
        recording.record(tx, filed(text=PERMIT))
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        store.call(half)
    assert found(store, PERMIT) == []


# Published answers


def test_published_answers_have_a_shelf_of_their_own(store: Store) -> None:
    case = record(store, filed(text="Hỏi về nhà xưởng"))
    number = publish(store, case, "Giấy phép xây dựng cấp ở đâu?")
    assert found(store, "giấy phép xây dựng", PUBLISHED) == [-number]
    assert found(store, "giấy phép xây dựng") == [1], "by its topic; what is published is no case"
    assert found(store, "giấy phép xây dựng", shelf(FINANCE), PUBLISHED) == [-number]
    assert found(store, "giấy phép xây dựng", shelf(FINANCE)) == []


def test_a_published_answer_is_found_by_its_question_alone(store: Store) -> None:
    """Otherwise somebody could find out with a name who had asked."""
    case = record(store, filed(text="Công ty Lan Anh hỏi"))
    publish(store, case, "Giấy phép xây dựng cấp ở đâu?")
    assert found(store, "Lan Anh", PUBLISHED) == []


def test_what_is_published_again_or_withdrawn_is_found_no_more(store: Store) -> None:
    case = record(store, filed(text="Hỏi"))
    publish(store, case, "Giấy phép xây dựng cấp ở đâu?")
    second = publish(store, case, "Thuế đất nộp ở đâu?")
    assert found(store, "giấy phép xây dựng", PUBLISHED) == []
    assert found(store, "thuế đất", PUBLISHED) == [-second]
    assert store.call(search.has_published)
    assert store.call(lambda tx: published.withdraw(tx, case.id))
    assert not store.call(lambda tx: published.withdraw(tx, case.id))
    assert found(store, "thuế đất", PUBLISHED) == []
    assert not store.call(search.has_published)
    assert store.call(lambda tx: published.by_id(tx, second)) is None


def test_deflections_are_counted_until_they_are_undone(store: Store) -> None:
    case = record(store, filed(text="Hỏi"))
    number = publish(store, case, "Giấy phép xây dựng cấp ở đâu?")
    answer = store.call(lambda tx: published.by_id(tx, number))
    assert answer is not None
    first = store.call(lambda tx: published.deflect(tx, answer, 1))
    store.call(lambda tx: published.deflect(tx, answer, 2))
    assert store.call(lambda tx: published.deflections(tx, NOW)) == 2
    store.call(lambda tx: published.undo(tx, first))
    assert store.call(lambda tx: published.deflections(tx, NOW)) == 1


# A million cases


def test_common_words_are_looked_for_among_the_newest(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 7):
        record(store, filed(number, text=PERMIT, topic="", department=FINANCE if number % 2 else CONSTRUCTION))
    number = publish(store, replace(filed().case), PERMIT)
    with everything_common(monkeypatch):
        assert found(store, "giấy phép") == [6, 5, 4, 3, 2, 1]
        assert found(store, "giấy phép", most=2) == [6, 5]
        assert found(store, "giấy phép", shelf(FINANCE)) == [5, 3, 1]
        assert found(store, "giấy phép", shelf(FINANCE), PUBLISHED) == [5, 3, 1, -number]
        assert found(store, "giấy phép", mark=ANSWERED) == []
        monkeypatch.setattr(search, "REACH", 2)
        assert found(store, "giấy phép") == [6, 5]


def test_all_words_together_are_better_than_any_of_them(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    record(store, filed(1, text="giấy phép xây dựng", topic=""))
    for number in range(2, 9):
        record(store, filed(number, text="giấy tờ gì", topic=""))
    with everything_common(monkeypatch):
        assert found(store, "giấy phép", most=1) == [1]


def test_only_the_rarest_terms_are_looked_up(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 6):
        record(store, filed(number, text="giấy phép" if number < 5 else "giấy phép karaoke", topic=""))
    asked: list[str] = []
    rows = Tx.rows

    def noted(tx: Tx, statement: Executable, **values: Any) -> list[Any]:
        asked.append(values.get("asked", ""))
        return rows(tx, statement, **values)

    monkeypatch.setattr(Tx, "rows", noted)
    monkeypatch.setattr(search, "RARE", 3)
    monkeypatch.setattr(search, "ENOUGH", 1)
    assert found(store, "giấy phép karaoke") == [5]
    assert "karaoke" in " ".join(asked)
    assert r'"(\"giay\")"' not in " ".join(asked)


def test_terms_are_counted_all_at_first_then_on_a_sample(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "COUNTED_ALL", 3)
    for number in (*range(1, 4), *range(4, 33)):
        record(store, filed(number, text="karaoke", topic=""))
    counted = {row.term: row.entries for row in store.call(lambda tx: tx.rows(TERMS))}
    assert counted["karaoke"] == 3 + 2 * search.COUNTED
    case = record(store, filed(48, text="karaoke", topic=""))
    record(store, moves.answer(case, MINH, NOW, said("karaoke mới")))
    counted = {row.term: row.entries for row in store.call(lambda tx: tx.rows(TERMS))}
    assert counted["karaoke"] == 3 + 3 * search.COUNTED, "an answer that repeats a word is still one entry"
    assert counted["moi"] == search.COUNTED


# Whatever is typed

HOSTILE = (
    '") OR "a" NEAR(b, 2)', "* AND NOT OR", "a:b ^c -d", "'; drop table searched; --", "🙂🙂", '"', "''", "\\", "(((",
    "%_%", "_so-xay-dung", "_published", "_answered", "x" * 10_000, "từ " * 3000, "của và là", "", "   ",
    "\u202e\u0301", "NULL", "ﷺ",
)  # fmt: skip


@pytest.mark.parametrize("asked", HOSTILE)
def test_no_question_breaks_it(store: Store, asked: str) -> None:
    record(store, filed(text=PERMIT))
    assert found(store, asked) in ([], [1])
    assert found(store, asked, shelf(FINANCE), PUBLISHED) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
@example("'a' & !b")
def test_nothing_that_can_be_typed_breaks_it(store: Store, asked: str) -> None:
    if "\0" not in asked:
        found(store, asked)
        found(store, asked, shelf(CONSTRUCTION), mark=ANSWERED)


def test_a_department_is_never_shown_what_is_not_on_its_shelves(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 21):
        record(store, filed(number, text=PERMIT, department=FINANCE if number % 3 else CONSTRUCTION))
    theirs = {number for number in range(1, 21) if not number % 3}
    assert set(found(store, PERMIT, shelf(CONSTRUCTION))) == theirs
    with everything_common(monkeypatch):
        assert set(found(store, PERMIT, shelf(CONSTRUCTION))) == theirs


def test_a_merged_case_hears_of_the_first_on_both_databases(store: Store) -> None:
    """Followers are looked up by the row, which must say what the journal says."""
    lead, other = (record(store, filed(number, text=PERMIT, code=f"LS26-0000{number}")) for number in (1, 2))
    first, second = merge(lead, other, TUAN, NOW)
    record(store, first, second)
    record(store, moves.answer(first.case, MINH, NOW, said()))
    row = store.call(lambda tx: cases.look(tx, 2))
    assert row is not None
    assert (row.merged_into, row.state.value) == (1, "merged")
    record(store, moves.withdraw(cases_row(store, 1), MINH, NOW))
    assert cases_row(store, 2).merged_into == 0


def cases_row(store: Store, number: int) -> Case:
    found_row: Any = store.call(lambda tx: cases.look(tx, number))
    assert found_row is not None
    return found_row
