"""Each machine's folder gets what was changed on the board, from whichever machine; what was written by hand stays."""

from __future__ import annotations

from functools import partial

import pytest

from domain.province import entries
from domain.province.edits import Edit
from handlers.catalogue import editing, folders
from handlers.catalogue.editing import Saved
from handlers.catalogue.folders import Brought
from storage.catalogue import changes
from storage.catalogue.folder import TAKEN, Folder, Unwritable
from storage.database import Store
from tests.handlers.catalogue.conftest import Machine

PHONE = ("department", "so-bien")


def save(store: Store, folder: Folder, **values: str) -> Saved:
    """Somebody edits the Department of the Sea on this machine's board; the file is written by the next look."""
    mark = editing.seen(folder.texts(), *PHONE).mark
    return store.call(
        lambda tx: editing.save(tx, folder, Edit(*PHONE, values), mark, "Tuấn", "https://example.vn/board")
    )


def look(store: Store, folder: Folder) -> Brought:
    return store.call(partial(folders.bring_up, folder=folder))


def phone(folder: Folder) -> str:
    return str(entries.values_of(entries.text_of(folder.texts(), *PHONE), "department").get("phone", ""))


def test_what_is_saved_on_one_machine_comes_to_the_others_once(store: Store, machine: Machine) -> None:
    one, two = machine("one"), machine("two")
    assert save(store, one, phone="1022").is_written
    assert phone(one) == ""  # written down, and whoever looks first brings it into the file
    assert look(store, one).written
    assert look(store, two).written
    assert (phone(one), phone(two)) == ("1022", "1022")
    assert one.texts() == two.texts()
    assert look(store, one) == look(store, two) == Brought()


def test_a_program_that_died_before_it_wrote_the_file_writes_it_at_its_next_look(
    store: Store, machine: Machine
) -> None:
    one = machine("one")
    assert save(store, one, phone="1022").is_written
    died = save(store, one, phone="1023")  # saving looks first: what was seen is no longer what stands there
    assert (died.is_written, died.by and died.by.by) == (False, "Tuấn")
    assert phone(one) == "1022"
    assert save(store, one, phone="1023").is_written
    assert look(store, one).written
    assert phone(one) == "1023"


def test_a_machine_that_was_off_gets_everything_and_a_new_folder_too(store: Store, machine: Machine) -> None:
    one, two = machine("one"), machine("two")
    for number in ("1022", "1023", "1024"):
        assert save(store, one, phone=number).is_written
        look(store, one)
    assert look(store, two).written
    (one.path / TAKEN).unlink()
    assert not look(store, one).written  # a folder that has it already is left as it is
    assert phone(one) == phone(two) == "1024"


def test_what_was_written_by_hand_stays_and_is_told(store: Store, machine: Machine) -> None:
    one, two = machine("one"), machine("two")
    by_hand = two.path / "departments.toml"
    by_hand.write_text(
        by_hand.read_text("utf-8").replace('key = "so-bien"', 'key = "so-bien"\nphone = "1900"'), "utf-8"
    )
    assert save(store, one, phone="1022").is_written
    look(store, one)
    found = look(store, two)
    assert ([each.key for each in found.left], phone(two)) == (["so-bien"], "1900")
    asked = partial(folders.differing, folder=two, entries=(PHONE,))
    assert store.call(asked) == (PHONE,)
    by_hand.write_text(one.texts()["departments.toml"], "utf-8")
    assert store.call(asked) == ()


def test_what_was_taken_back_by_hand_does_not_come_again(store: Store, machine: Machine) -> None:
    one = machine("one")
    before = one.texts()
    save(store, one, phone="1022")
    look(store, one)
    (one.path / "departments.toml").write_text(before["departments.toml"], "utf-8")
    assert look(store, one) == Brought()
    assert phone(one) == ""
    assert save(store, one, phone="1023").is_written  # the file is what counts
    assert look(store, one).written
    assert phone(one) == "1023"


def test_a_folder_that_is_ahead_of_a_restored_database_is_left_as_it_is(store: Store, machine: Machine) -> None:
    one, other = machine("one"), machine("other")
    save(store, one, phone="1022")
    look(store, one)
    number, _ = one.taken
    other.take(number + 3, "of another database")
    assert look(store, other).written  # that it has taken something means nothing here
    assert phone(other) == "1022"


def test_a_folder_that_cannot_be_written_says_so_and_gets_it_later(store: Store, machine: Machine) -> None:
    one, two = machine("one"), machine("two")
    save(store, one, phone="1022")
    look(store, one)
    (two.path / ".departments.toml.half").mkdir()
    with pytest.raises(Unwritable, match="two"):
        look(store, two)
    assert (phone(two), two.taken) == ("", (0, ""))
    (two.path / ".departments.toml.half").rmdir()
    assert look(store, two).written
    assert phone(two) == "1022"


def test_nothing_is_written_down_that_could_not_be_written(store: Store, machine: Machine) -> None:
    one = machine("one")
    (one.path / ".departments.toml.half").mkdir()
    with pytest.raises(Unwritable):
        save(store, one, phone="1022")
    assert store.call(lambda tx: changes.page(tx, 0, 9)) == []
    assert sorted(each.name for each in one.path.iterdir() if each.is_file()) == ["departments.toml", "province.toml"]


def test_a_broken_file_is_not_made_worse(store: Store, machine: Machine) -> None:
    one, two = machine("one"), machine("two")
    (two.path / "broken.toml").write_text("[[topic]]\nkey = 'x'\n", "utf-8")
    assert [each.file for each in save(store, two, phone="1022").faults] == ["broken.toml"] * 2
    save(store, one, phone="1022")
    look(store, one)
    assert [each.key for each in look(store, two).left] == ["so-bien"]


def test_the_mode_of_a_file_stays(store: Store, machine: Machine) -> None:
    one = machine("one")
    (one.path / "departments.toml").chmod(0o640)
    save(store, one, phone="1022")
    look(store, one)
    assert (one.path / "departments.toml").stat().st_mode & 0o777 == 0o640
