"""What is sealed opens in its own place, with its own key, and nowhere else."""

from __future__ import annotations

from binascii import a2b_base64, b2a_base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.sealing.ring import LostKey, NotAsSealed, Ring, is_sealed

OLD, NEW = b"o" * 32, b"n" * 32
RING = Ring([NEW])
PLACE = ("cases", 7, "rest")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
)


@given(JSON)
def test_what_is_sealed_comes_back_as_it_was(value: object) -> None:
    assert RING.opened(RING.seal(value, *PLACE), *PLACE) == value


def test_nothing_of_it_is_seen_and_no_two_are_alike() -> None:
    once, again = RING.seal("Hoàng Thị Bích Ngọc", *PLACE), RING.seal("Hoàng Thị Bích Ngọc", *PLACE)
    assert once != again
    assert "Hoàng".encode() not in a2b_base64(once)


@pytest.mark.parametrize("place", [("cases", 8, "rest"), ("cases", 7, "text"), ("people", 7, "rest"), ("cases", 7)])
def test_in_another_place_it_stays_shut(place: tuple[object, ...]) -> None:
    sealed = RING.seal("Ngọc", *PLACE)
    with pytest.raises(NotAsSealed):
        RING.opened(sealed, *place)


def test_every_changed_byte_is_noticed() -> None:
    sealed = bytearray(a2b_base64(RING.seal("Ngọc", *PLACE)))
    for at in range(len(sealed)):
        changed = sealed.copy()
        changed[at] ^= 1
        with pytest.raises((NotAsSealed, LostKey)):
            RING.opened(b2a_base64(bytes(changed), newline=False).decode(), *PLACE)


@pytest.mark.parametrize("cut", [0, 3, 10, 20])
def test_what_was_cut_short_stays_shut(cut: int) -> None:
    sealed = a2b_base64(RING.seal("Ngọc", *PLACE))[:cut]
    with pytest.raises((NotAsSealed, LostKey)):
        RING.opened(b2a_base64(sealed, newline=False).decode(), *PLACE)


def test_without_its_key_it_stays_shut_and_nothing_can_be_sealed() -> None:
    sealed = RING.seal("Ngọc", *PLACE)
    for other in (Ring([OLD]), Ring([])):
        with pytest.raises(LostKey):
            other.opened(sealed, *PLACE)
    with pytest.raises(LostKey):
        Ring([]).seal("Ngọc", *PLACE)


def test_while_a_key_is_changed_both_open_and_the_new_one_seals() -> None:
    before, both = Ring([OLD]), Ring([NEW, OLD])
    assert both.opened(before.seal("Ngọc", *PLACE), *PLACE) == "Ngọc"
    assert RING.opened(both.seal("Ngọc", *PLACE), *PLACE) == "Ngọc"


def test_equal_values_are_told_to_be_equal_by_one_key_and_one_kind_alone() -> None:
    assert RING.tag("tax code", "4900887776") == RING.tag("tax code", "4900887776")
    told = {
        RING.tag("tax code", "4900887776"),
        RING.tag("tax code", "4900887777"),
        RING.tag("author", "4900887776"),
        Ring([OLD]).tag("tax code", "4900887776"),
    }
    assert len(told) == 4
    assert RING.tag("tax code", "") == ""


def test_what_stands_for_a_number_is_below_zero_and_one_for_each_key() -> None:
    new, old = Ring([NEW, OLD]).numbers("author", 1)
    assert new == RING.number("author", 1)
    assert old == Ring([OLD]).number("author", 1)
    assert RING.numbers("author", 1) == (new, new)
    assert all(-(2**62) <= RING.number("author", each) < 0 for each in range(1000))


def test_a_text_of_a_column_says_whether_it_is_sealed() -> None:
    assert RING.open_text("Ngọc", *PLACE) == "Ngọc"  # from before there was a key
    assert RING.seal_text("", *PLACE) == ""
    sealed = RING.seal_text("Ngọc", *PLACE)
    assert is_sealed(sealed)
    assert RING.open_text(sealed, *PLACE) == "Ngọc"
    assert RING.open_text(RING.seal_text("sealed:x", *PLACE), *PLACE) == "sealed:x"
