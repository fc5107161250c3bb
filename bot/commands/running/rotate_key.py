"""`govuong rotate-key`: a new main key, everything sealed under it, and the one before it gone."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter

from bot.settings import Settings, WrongSetting
from bot.wiring import Parts, opened
from storage.engines import hold
from storage.rotation import needed
from storage.rotation.resealing import seal_all_anew
from storage.sealing import keyfile


def arguments(_parser: argparse.ArgumentParser) -> None:
    """None: everything is a setting."""


def run(settings: Settings, _args: argparse.Namespace) -> int:
    """Change the key; 1 while a program uses the database. Stopped anywhere, it goes on where it was."""
    settings.make_database_folder()
    try:
        guard = hold(settings.database_url, alone=True)
    except BlockingIOError:
        print("A program runs on this database; stop every one first, then change the key.", file=sys.stderr)
        return 1
    try:
        parts = opened(settings)
        try:
            return _rotate(settings, parts)
        finally:
            parts.store.close()
    finally:
        guard.release()


def _rotate(settings: Settings, parts: Parts) -> int:
    path, store = settings.key_path, parts.store
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        msg = f"KEY_FILE: {path} cannot be changed here; set KEY_FILE to a copy, then bring that one to where it was"
        raise WrongSetting(msg)
    goes_on = len(store.ring.keys) > 1
    ring = store.ring if goes_on else keyfile.add(path)
    store.ring = parts.blobs.ring = ring
    store.call(lambda tx: needed.note(tx, ring))
    print(f"{'Going on with' if goes_on else 'A new'} key {ring.ids[0]} in {path}: copy the file before anything else.")
    done: Counter[str] = Counter()
    for what, many in seal_all_anew(store, parts.blobs):
        done[what] += many
    store.call(lambda tx: needed.forget_others(tx, ring))
    keyfile.drop_old(path)
    told = ", ".join(f"{many} {what}" for what, many in done.items() if many) or "nothing"
    print(f"Sealed anew: {told}. The key before is gone from {path}; backups made until now still need it.")
    return 0
