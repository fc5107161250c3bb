"""Sealed files: whole or not at all, in their place alone, and a piece at a time."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from storage.blobs import Blobs
from storage.sealing.content import BEGINS, PIECE
from storage.sealing.ring import LostKey, NotAsSealed, Ring

RING = Ring([b"k" * 32])
WORDS = "Công ty TNHH Thạch Bích Vân".encode()


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "files", RING)


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_a_file_comes_back_as_it_was(blobs: Blobs, size: int) -> None:
    content = (WORDS * (size // len(WORDS) + 1))[:size]
    name = blobs.seal(content)
    assert blobs.get(name) == content
    assert blobs.length(name) == size
    assert WORDS not in blobs.path(name).read_bytes()
    assert blobs.key_of(name) == RING.ids[0]


def test_what_is_not_sealed_lies_as_it_is(blobs: Blobs) -> None:
    for content in (b"", WORDS, BEGINS[:-1]):
        name = blobs.put(content)
        assert blobs.path(name).read_bytes() == blobs.get(name) == content
        assert blobs.length(name) == len(content)
        assert blobs.key_of(name) == ""


def test_somebody_may_send_what_looks_like_a_sealed_file(blobs: Blobs) -> None:
    for content in (BEGINS, BEGINS + b"x" * 100, blobs.path(blobs.seal(WORDS)).read_bytes()):
        assert blobs.get(blobs.seal(content)) == content


def test_a_file_put_in_the_place_of_another_stays_shut(blobs: Blobs) -> None:
    one, other = blobs.seal(b"mine"), blobs.seal(b"yours")
    blobs.path(one).write_bytes(blobs.path(other).read_bytes())
    with pytest.raises(NotAsSealed):
        blobs.get(one)


def test_a_file_cut_short_or_put_together_otherwise_stays_shut(blobs: Blobs) -> None:
    name = blobs.seal(b"a" * PIECE + b"b" * PIECE + b"c")
    whole = blobs.path(name).read_bytes()
    head, sealed = len(BEGINS) + 20, PIECE + 16
    first, second, last = (whole[head + sealed * each :][:sealed] for each in range(3))
    both = first + second
    for changed in (both, first, b"", second + first + last, first + last, first[:-1], both + last + first):
        blobs.path(name).write_bytes(whole[:head] + changed)
        with pytest.raises(NotAsSealed):
            blobs.get(name)
    blobs.path(name).write_bytes(whole)
    assert blobs.get(name)[-1:] == b"c"


def test_another_key_opens_no_file(blobs: Blobs) -> None:
    name = blobs.seal(WORDS)
    with pytest.raises(LostKey):
        Blobs(blobs.folder, Ring([b"x" * 32])).get(name)


def test_the_largest_file_is_sealed_and_read_a_piece_at_a_time(blobs: Blobs) -> None:
    content = bytes(50_000_000)
    tracemalloc.start()
    name = blobs.seal(content)
    assert sum(len(piece) for piece in blobs.pieces(name)) == len(content)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 6 * PIECE
