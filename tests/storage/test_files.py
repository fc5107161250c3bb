"""An attachment from its announcement to what became of it."""

from __future__ import annotations

from dataclasses import replace

from domain.messages import FileKind, Network, Upload
from storage import files
from storage.database import Store
from storage.files import Stored


def test_an_announced_attachment_waits_until_it_is_settled(store: Store) -> None:
    upload = Upload(FileKind.DOCUMENT, "file-id", "đơn.pdf", "application/pdf", 1200)
    number = store.call(lambda tx: files.announce(tx, Network.TELEGRAM, upload, 1))
    announced = Stored(
        number, Network.TELEGRAM, "file-id", FileKind.DOCUMENT, "đơn.pdf", "application/pdf", 1200, "waiting", "", 1
    )
    assert store.call(files.waiting) == [announced]
    done = replace(announced, state="stored", sha256="a" * 64, size=1234)
    store.call(lambda tx: files.settle(tx, done))
    assert store.call(files.waiting) == []
    assert store.call(lambda tx: files.get(tx, number)) == done
    assert store.call(lambda tx: files.get(tx, 99)) is None


def test_a_senders_endless_name_and_type_are_cut(store: Store) -> None:
    upload = Upload(FileKind.PHOTO, "r", "n" * 1000, "m" * 1000, 2**40)
    number = store.call(lambda tx: files.announce(tx, Network.PAGE, upload, 1))
    stored = store.call(lambda tx: files.get(tx, number))
    assert stored is not None
    assert (len(stored.name), len(stored.mime), stored.size) == (200, 100, 2**40)


def test_a_cleaned_copy_has_a_name_of_ours_and_the_ending_of_what_it_is(store: Store) -> None:
    upload = Upload(FileKind.DOCUMENT, "r", "Công ty Lan Anh.heic")
    number = store.call(lambda tx: files.announce(tx, Network.PAGE, upload, 1))
    original = store.call(lambda tx: files.get(tx, number))
    assert original is not None
    assert files.shown_name(original) == f"document-{number}.heic"
    assert store.call(lambda tx: files.cleaned(tx, number)) is None
    made = replace(original, name=".jpg", state="stored", sha256="b" * 64, cleaned_of=number)
    copy = store.call(lambda tx: files.keep_cleaned(tx, made))
    assert files.shown_name(copy) == f"tai-lieu-{copy.id}.jpg"
    kept = store.call(lambda tx: files.cleaned(tx, number))
    assert kept == replace(copy, ref="", mime="")
    assert store.call(files.waiting) == [original]
