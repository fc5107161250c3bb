"""Attachments in the database: whole or not there, in little memory; and their move from a folder and back."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

import pytest
from sqlmodel import update

from storage.blobs import Blobs
from storage.chunked.blobs import CHUNK, ChunkedBlobs
from storage.chunked.moving import NotTheSameError, move
from storage.database import Store
from storage.engines import open_store
from storage.tables import FileChunk
from tests import postgres
from tests.cast import Hands
from tests.product import prepared

pytestmark = pytest.mark.postgresql


@pytest.fixture
def store(postgresql_server: postgres.Server) -> Iterator[Store]:
    """A store over a fresh database: where files lie in it, it is PostgreSQL."""
    found = open_store(postgresql_server.fresh(prepared), Hands())
    yield found
    found.close()
    postgresql_server.drop()


@pytest.fixture
def chunked(store: Store) -> ChunkedBlobs:
    return ChunkedBlobs(store)


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7])
def test_bytes_come_back_by_their_name(chunked: ChunkedBlobs, size: int) -> None:
    content = bytes(range(251)) * (size // 251 + 1)
    name = chunked.put(content[:size])
    assert chunked.get(name) == content[:size]
    assert chunked.size(name) == size
    with chunked.open(name) as file:
        file.read(10)
        file.seek(size // 2)
        assert file.read() == content[size // 2 : size]


def test_pieces_of_any_length_are_kept_as_one_file(chunked: ChunkedBlobs) -> None:
    pieces, name = [b"a" * 10, b"b" * (2 * CHUNK), b"", b"c" * (CHUNK - 3)], "0" * 64
    chunked.write(name, lambda file: [file.write(piece) for piece in pieces])
    assert chunked.get(name) == b"".join(pieces)


def test_what_breaks_half_way_leaves_nothing(chunked: ChunkedBlobs) -> None:
    def breaks(file: BinaryIO) -> None:
        file.write(bytes(3 * CHUNK))
        raise RuntimeError

    with pytest.raises(RuntimeError):
        chunked.write("0" * 64, breaks)
    assert list(chunked.names()) == []


def test_only_such_a_name_is_taken_and_what_is_gone_is_told(chunked: ChunkedBlobs) -> None:
    with pytest.raises(ValueError, match="not the name"):
        chunked.write("../etc/passwd", lambda file: file.write(b"x"))
    with pytest.raises(FileNotFoundError):
        chunked.get("0" * 64)
    name = chunked.put(b"x")
    chunked.remove(name)
    chunked.remove(name)
    with pytest.raises(FileNotFoundError):
        chunked.size(name)


def test_what_was_not_put_for_a_while_is_named(chunked: ChunkedBlobs, store: Store) -> None:
    old, _ = chunked.put(b"old"), chunked.put(b"new")
    then = datetime.now(UTC) - timedelta(days=2)
    store.call(lambda tx: tx.run(update(FileChunk).where(FileChunk.name == old).values(at=then)))  # type: ignore[arg-type]
    assert chunked.untouched_since(datetime.now(UTC) - timedelta(days=1)) == [old]


def test_all_at_once_leave_after_a_commit(chunked: ChunkedBlobs, store: Store) -> None:
    names = [chunked.put(b"x") for _ in range(3)]
    chunked.remove_all(names[:2])
    while len(list(chunked.names())) > 1:
        store.call(lambda tx: tx.now)
    assert list(chunked.names()) == names[2:]


def test_a_large_file_is_read_in_little_memory(chunked: ChunkedBlobs) -> None:
    name = chunked.put(bytes(30_000_000))
    tracemalloc.start()
    try:
        assert sum(len(piece) for piece in chunked.pieces(name)) == 30_000_000
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()


def test_files_move_into_the_database_and_back_whole(chunked: ChunkedBlobs, tmp_path: Path) -> None:
    folder = Blobs(tmp_path)
    kept = {folder.put(content): content for content in (b"", b"x" * 10, b"y" * (2 * CHUNK + 1))}
    assert {each.name: each.size for each in move(folder, chunked)} == {n: len(c) for n, c in kept.items()}
    assert (list(folder.names()), sorted(chunked.names())) == ([], sorted(kept))
    assert {name: chunked.get(name) for name in kept} == kept
    assert len(list(move(chunked, folder))) == 3
    assert list(chunked.names()) == []
    assert {name: folder.get(name) for name in kept} == kept


def test_a_move_that_was_killed_goes_on(chunked: ChunkedBlobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed after the first file, and once more between the copy of a file and its removal."""
    folder = Blobs(tmp_path)
    kept = {folder.put(content): content for content in (b"a" * 10, b"b" * 10, b"c" * CHUNK)}
    next(move(folder, chunked))
    with monkeypatch.context() as patch:
        patch.setattr(Blobs, "remove", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            list(move(folder, chunked))
    half = next(name for name in folder.names() if name not in set(chunked.names()))
    chunked.write(half, lambda file: file.write(b"not what it should be"))
    assert len(list(move(folder, chunked))) == 2
    assert {name: chunked.get(name) for name in chunked.names()} == kept
    assert list(folder.names()) == []


def test_what_is_not_the_same_after_it_was_copied_stays(
    chunked: ChunkedBlobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Blobs(tmp_path)
    name = folder.put(b"x" * 100)
    monkeypatch.setattr("storage.chunked.moving.shutil.copyfileobj", lambda _source, to, _size: to.write(b"x" * 99))
    with pytest.raises(NotTheSameError):
        list(move(folder, chunked))
    assert folder.get(name) == b"x" * 100
