"""What was learnt is kept as bytes: the same every time, read again in a moment, and refused when it is not whole."""

from __future__ import annotations

import time
from array import array
from typing import Any

import pytest

from domain.province.catalogue import Catalogue
from domain.routing.examples import Example
from domain.routing.lessons import Lessons, learn_all, read
from domain.routing.packing import pack, unpack
from domain.routing.router import Router

SOME = 400


@pytest.fixture(scope="module")
def some(labelled: tuple[Example, ...]) -> tuple[Example, ...]:
    return labelled[:: len(labelled) // SOME]


@pytest.fixture(scope="module")
def lessons(lang_son: Catalogue, some: tuple[Example, ...]) -> Lessons:
    return learn_all(lang_son, some)


def test_the_same_examples_give_the_same_bytes(
    lang_son: Catalogue, some: tuple[Example, ...], lessons: Lessons
) -> None:
    assert learn_all(lang_son, some).as_bytes() == lessons.as_bytes()


def test_lessons_that_were_kept_rank_as_those_that_were_learnt(
    lang_son: Catalogue, some: tuple[Example, ...], lessons: Lessons
) -> None:
    packed = lessons.as_bytes()
    before = time.process_time()
    again = read(packed)
    assert time.process_time() - before < 0.1
    kept, here = Router(lang_son, lessons=again), Router(lang_son, lessons=lessons)
    assert all(kept.rank(each.text) == here.rank(each.text) for each in some[:50])
    assert again.as_bytes() == packed


def test_bytes_that_are_cut_off_or_changed_are_refused(lessons: Lessons) -> None:
    packed = lessons.as_bytes()
    changed = bytearray(packed)
    changed[-7] ^= 1
    for wrong in (b"", packed[:100], packed[:-1], bytes(changed), packed + b"\0"):
        with pytest.raises(ValueError, match="learnt"):
            read(wrong)


def test_what_is_whole_but_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="another kind"):
        read(pack({"a": 1}, {}))


def test_arrays_come_back_as_they_were() -> None:
    arrays: dict[str, array[Any]] = {"b": array("b", [-1, 2]), "f": array("f", [0.5]), "I": array("I")}
    assert unpack(pack({"x": "ô"}, arrays)) == ({"x": "ô"}, arrays)
