"""The main key of this machine's settings: read, or made for a database that needs none yet."""

from __future__ import annotations

from bot.settings import Settings, WrongSetting
from storage.database import Store
from storage.rotation import needed
from storage.sealing import keyfile
from storage.sealing.ring import LOST, LostKey, Ring

_MEND = "put the right one back from your copy, or name its place. Nothing was changed."


def ring_at(settings: Settings) -> Ring:
    """The keys that are at hand, to look into a copy; none without a file; raises WrongSetting as `ring_for`."""
    path = settings.key_path
    try:
        return keyfile.read(path) if path.exists() else LOST
    except LostKey as why:
        msg = f"KEY_FILE: {path} {why}; {_MEND}"
        raise WrongSetting(msg) from None


def ring_for(settings: Settings, store: Store) -> Ring:
    """The keys that open this database; raises WrongSetting where they are not at hand, and then has done nothing.

    A key is made only where no other one was ever used.
    """
    path, names = settings.key_path, store.call(needed.names)
    if not path.exists() and names:
        msg = f"KEY_FILE: {path} is not there, and without it nobody can read what this database has sealed; {_MEND}"
        raise WrongSetting(msg)
    ring = ring_at(settings) if path.exists() else keyfile.make(path)
    if missing := [name for name in names if name not in ring.ids]:
        msg = f"KEY_FILE: {path} has key {ring.ids[0]}, but this database is sealed with {', '.join(missing)}; {_MEND}"
        raise WrongSetting(msg)
    if ring.ids[0] not in names:
        store.call(lambda tx: needed.note(tx, ring))
    return ring
