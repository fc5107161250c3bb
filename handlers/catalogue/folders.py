"""A folder brought up to the journal of changes: how an edit gets into its file, here and on every other machine.

A change is written down first and then brought into the file, by whoever looks first; so a program that dies between
the two loses nothing. What somebody has meanwhile written into the file by hand counts, and is left alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from domain.province import files as catalogues
from domain.province.entries import Damaged, put, text_of
from domain.province.tables import CatalogueError
from storage.catalogue import changes
from storage.catalogue.changes import Change
from storage.catalogue.folder import Folder
from storage.database import Tx

#: held by whoever reads the folder to change it
LOCK = "catalogue"


@dataclass(frozen=True, slots=True)
class Brought:
    """`written`: files were changed. `left`: changes this folder does not have, because it says something else."""

    written: bool = False
    left: tuple[Change, ...] = ()


def bring_up(tx: Tx, folder: Folder) -> Brought:
    """Write into the folder what it lacks; raises Unwritable, and comes to it again at the next look."""
    newest = changes.newest(tx)
    if newest is None or folder.taken == (newest.id, newest.mark):  # nothing to do, as nearly always
        return Brought()
    tx.lock(LOCK)
    number, mark = folder.taken
    last = changes.get(tx, number)
    missing = changes.after(tx, number if last and last.mark == mark else 0)
    if not missing:
        return Brought()
    texts, left = folder.texts(), []
    before = dict(texts)
    for chain in _by_entry(missing):
        wanted, now = chain[-1], text_of(texts, chain[-1].table, chain[-1].key)
        known = {text for each in chain for text in (each.before, each.after)}
        if now == wanted.after:
            continue
        if now not in known or (changed := _changed(texts, wanted)) is None:
            left.append(wanted)
        else:
            texts = changed
    folder.write({file: text for file, text in texts.items() if before.get(file) != text})
    folder.take(missing[-1].id, missing[-1].mark)
    return Brought(texts != before, tuple(left))


def differing(tx: Tx, folder: Folder, entries: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Those of these entries that the folder has otherwise than they were last changed on the board."""
    texts = folder.texts()
    last = [changes.last_of(tx, *each) for each in entries]
    return tuple((each.table, each.key) for each in last if each and text_of(texts, each.table, each.key) != each.after)


def _by_entry(missing: list[Change]) -> list[list[Change]]:
    chains: dict[tuple[str, str], list[Change]] = {}
    for each in missing:
        chains.setdefault((each.table, each.key), []).append(each)
    return list(chains.values())


def _changed(texts: dict[str, str], wanted: Change) -> dict[str, str] | None:
    """The files with this change; None where it makes no catalogue of them, as when a file is broken by hand."""
    try:
        found = put(texts, wanted.table, wanted.key, wanted.after)
        catalogues.parse(found)
    except (CatalogueError, Damaged, ValueError):
        return None
    return found
