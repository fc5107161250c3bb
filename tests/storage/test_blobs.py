"""Attachments on disk: named by what they contain, whole or not there."""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.blobs import Blobs


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_bytes_come_back_by_their_hash(tmp_path: Path, content: bytes) -> None:
    blobs = Blobs(tmp_path)
    sha256 = blobs.put(content)
    assert sha256 == hashlib.sha256(content).hexdigest()
    assert blobs.get(sha256) == content


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path / "files")
    assert blobs.put(b"x") == blobs.put(b"x")
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_the_same_bytes_from_many_at_once_are_kept_whole(tmp_path: Path) -> None:
    blobs, content = Blobs(tmp_path), b"0123456789" * 20_000
    with ThreadPoolExecutor(8) as threads:
        found = set(threads.map(lambda _: blobs.put(content), range(32)))
    (sha256,) = found
    assert blobs.get(sha256) == content
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


@pytest.mark.parametrize("name", ["", "..", "../../etc/passwd", "a" * 63, "A" * 64, "a" * 65, "/" * 64, "a" * 63 + "."])
def test_only_a_hash_is_a_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        Blobs(tmp_path).path(name)


def test_bytes_that_are_gone_are_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Blobs(tmp_path).get("0" * 64)


def test_what_was_not_put_for_a_while_is_named_and_halves_of_a_crash_go(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path)
    old, new = blobs.put(b"old"), blobs.put(b"new")
    half = blobs.path(old).with_suffix(".0.part")
    half.write_bytes(b"o")
    then = datetime.now(UTC) - timedelta(days=2)
    for path in (blobs.path(old), blobs.path(new), half):
        os.utime(path, (then.timestamp(), then.timestamp()))
    blobs.put(b"new")  # wanted again
    assert blobs.untouched_since(datetime.now(UTC) - timedelta(days=1)) == [old]
    assert not half.exists()
