"""An entry of the catalogue is changed by the task group: checked as a whole, written down, told where it matters."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from domain.messages import TASK_GROUP, Notice, Urgency, Value, Words
from domain.province import entries
from domain.province import files as catalogues
from domain.province.catalogue import Catalogue
from domain.province.edits import Edit
from domain.province.tables import CatalogueError, Fault
from handlers.catalogue import folders
from storage.catalogue import changes
from storage.catalogue.changes import Change
from storage.catalogue.folder import Folder
from storage.database import Tx
from storage.outgoing import outbox


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry as its file has it now: its text, and a mark of it that a form carries along."""

    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of an edit: nothing to do, written down, or not.

    `now` is the entry as it is, where somebody has changed it meanwhile (`by` whose change it was, None: by hand in
    the file). `faults` are what would be wrong with the catalogue.
    """

    is_written: bool = False
    now: Seen | None = None
    by: Change | None = None
    faults: tuple[Fault, ...] = ()


def seen(texts: dict[str, str], table: str, key: str) -> Seen:
    """An entry as it stands in these files."""
    return as_seen(entries.text_of(texts, table, key))


def as_seen(text: str) -> Seen:
    """A text with its mark."""
    return Seen(text, hashlib.sha256(text.encode()).hexdigest()[:16])


def save(tx: Tx, folder: Folder, edit: Edit, mark: str, by: str, address: str) -> Saved:
    """Write an edit down for `bring_up` to carry out; nothing where the entry is no longer the one with this mark.

    Raises Unwritable before anything is written where the folder could not take it.
    """
    tx.lock(folders.LOCK)
    folders.bring_up(tx, folder)
    texts = folder.texts()
    now = seen(texts, edit.table, edit.key)
    if now.mark != mark:
        last = changes.last_of(tx, edit.table, edit.key)
        return Saved(now=now, by=last if last and last.after == now.text else None)
    after = entries.with_values(now.text, edit.table, edit.values) if edit.values else ""
    if after == now.text:
        return Saved()
    try:
        changed = entries.put(texts, edit.table, edit.key, after)
        catalogue = catalogues.parse(changed)
    except CatalogueError as error:
        return Saved(faults=error.faults)
    except (entries.Damaged, ValueError):
        return Saved(faults=(_unusual(edit),))
    folder.check_writable({file: text for file, text in changed.items() if texts.get(file) != text})
    changes.note(tx, by, edit.table, edit.key, now.text, after)
    if edit.table == "special_day":
        _tell(tx, catalogue, edit, by, address)
    return Saved(is_written=True)


def _unusual(edit: Edit) -> Fault:
    return Fault("", 0, f"[{edit.table}] {edit.key}: tệp viết theo cách máy không sửa được", "sửa ngay trong tệp")


def _tell(tx: Tx, catalogue: Catalogue, edit: Edit, by: str, address: str) -> None:
    """The task group hears that the calendar is another one, and that open deadlines stay until it counts anew."""
    day = date.fromisoformat(edit.key)
    found = next((each for each in catalogue.special_days if each.day == day), None)
    as_what = "none" if found is None else "worked" if found.is_worked else "off"
    facts: dict[str, Value] = {"by": by, "date": f"{day:%d/%m/%Y}", "what": as_what, "address": address}
    outbox.post(tx, Notice(TASK_GROUP, Words("catalogue-day-changed", facts), urgency=Urgency.PROMPT))
