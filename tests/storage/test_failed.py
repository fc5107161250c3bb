"""What failed on the way in is kept whole until it is solved."""

from __future__ import annotations

from dataclasses import replace

from storage import failed
from storage.database import Store
from storage.failed import Failed
from tests.cast import NOW


def test_a_failed_update_is_kept_whole_until_it_is_solved(store: Store) -> None:
    raw, trace = '{"update_id": 7, "text": "Chào 字 😀"}', "Traceback …\nValueError: x"
    number = store.call(lambda tx: failed.keep(tx, "telegram", "9:7", raw, trace))
    kept = Failed(number, "telegram", "9:7", raw, trace, NOW, None)
    assert store.call(failed.unsolved) == [kept]
    assert store.call(lambda tx: failed.by_number(tx, number)) == kept
    store.call(lambda tx: failed.solve(tx, number))
    assert store.call(failed.unsolved) == []
    solved = store.call(lambda tx: failed.by_number(tx, number))
    assert solved == replace(kept, raw="", traceback="", solved_at=NOW), "what it said is kept no longer than needed"
    assert store.call(lambda tx: failed.by_number(tx, 99)) is None
