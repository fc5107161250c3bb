"""`govuong import --export DIR`: an export comes into an empty database, of either kind."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.commands.keeping.bar import Bar
from bot.exports import loading
from bot.exports.manifest import Manifest, Refused
from bot.settings import Settings
from bot.wiring import Clock, blobs_of, opened
from handlers.admin import audit
from storage import migrations
from storage.engines import hold, open_store
from storage.whole.shapes import Shape


def run(settings: Settings, folder: Path) -> int:
    """Bring it in and look at every journal; 1 where one does not verify, 2 where it is refused."""
    bar, guard = Bar(), None
    try:
        told, shapes = loading.check(folder, bar)
        if settings.database_url.startswith("sqlite"):
            settings.make_database_folder()
        guard = hold(settings.database_url, alone=True)
        _load(settings, folder, (told, shapes), bar)
    except Refused as error:
        bar.end()
        print(error, file=sys.stderr)
        return 2
    except BlockingIOError:
        print("DATABASE_URL: a process of ours runs with that database: name an empty one.", file=sys.stderr)
        return 2
    finally:
        if guard is not None:
            guard.release()
    bar.end()
    return _verified(settings, told)


def _load(settings: Settings, folder: Path, export: tuple[Manifest, list[Shape]], bar: Bar) -> None:
    told, shapes = export
    if settings.files == "database" and told.revision != migrations.HEAD:
        raise Refused("FILES=database: bring it in with FILES=folder, then `govuong files --move`")
    loading.prepare(settings, told)
    store = open_store(settings.database_url, Clock())
    try:
        loading.check_empty(store, shapes)
        loading.load_files(blobs_of(settings, store), folder, told, bar)
        loading.load(store, folder, told, shapes, bar)
    finally:
        store.close()
    migrations.upgrade(settings.database_url)


def _verified(settings: Settings, told: Manifest) -> int:
    parts = opened(settings)
    try:
        checked, wrong = audit.verify(parts.store)
    finally:
        parts.store.close()
    for line in wrong:
        print(line, file=sys.stderr)
    many = sum(each.rows for each in told.items)
    print(f"{many} rows are in; {checked} journals checked, {len(wrong)} with a fault.")
    return 1 if wrong else 0
