"""Instants and JSON come back from both databases as they went in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Text, type_coerce
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlmodel import col, select

from storage.database import Store, Tx
from storage.tables import CasePlaces, Json, Seen, UtcDateTime

ZONES = st.sampled_from((UTC, timezone(timedelta(hours=7)), timezone(-timedelta(hours=9, minutes=30))))
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=ZONES)  # noqa: DTZ001  hypothesis adds it
DIALECTS = [SQLiteDialect_pysqlite(), PGDialect_psycopg()]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("aă字", max_size=3), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda d: d.name)
def test_a_naive_instant_is_refused(dialect: Any) -> None:
    with pytest.raises(ValueError, match="time zone"):
        UtcDateTime().process_bind_param(datetime(2026, 11, 25, 9, 0), dialect)  # noqa: DTZ001


def test_a_naive_instant_is_refused_by_the_database_too(store: Store) -> None:
    naive = datetime(2026, 11, 25, 9, 0)  # noqa: DTZ001
    with pytest.raises(ValueError, match="time zone"):
        store.call(lambda tx: tx.put_once(Seen, network="page", id="1", at=naive))


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MOMENTS)
def test_an_instant_comes_back_the_same_and_in_utc(store: Store, moment: datetime) -> None:
    def there_and_back(tx: Tx) -> datetime:
        key = moment.isoformat()
        tx.put_once(Seen, network="page", id=key, at=moment)
        found: datetime = tx.first(select(Seen.at).where(Seen.id == key)).at
        return found

    back = store.call(there_and_back)
    assert back == moment
    assert back.utcoffset() == timedelta()


def test_instants_of_different_zones_are_ordered_by_time_not_by_text(store: Store) -> None:
    hanoi = timezone(timedelta(hours=7))
    moments = {
        "second": datetime(2026, 11, 25, 9, 0, tzinfo=hanoi),
        "third": datetime(2026, 11, 25, 2, 0, 0, 1, tzinfo=UTC),
        "first": datetime(2026, 11, 25, 8, 59, 59, 999999, tzinfo=hanoi),
        "later": datetime(2026, 11, 25, 3, 0, tzinfo=UTC),
    }

    def ordered(tx: Tx) -> list[str]:
        for name, moment in moments.items():
            tx.put_once(Seen, network="page", id=name, at=moment)
        at = col(Seen.at)
        earlier = select(Seen.id).where(at < datetime(2026, 11, 25, 10, 0, tzinfo=hanoi)).order_by(at)
        return [row.id for row in tx.rows(earlier)]

    assert store.call(ordered) == ["first", "second", "third"]


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda d: d.name)
@settings(deadline=None, max_examples=50)
@given(JSON)
def test_json_comes_back_as_it_was(dialect: Any, value: Any) -> None:
    assert Json().process_result_value(Json().process_bind_param(value, dialect), dialect) == value


def test_json_is_readable_text_in_the_database(store: Store) -> None:
    def keep(tx: Tx) -> Any:
        tx.put(CasePlaces, case_id=1, places=["Thất Khê"])
        return tx.first(select(type_coerce(col(CasePlaces.places), Text).label("raw"))).raw

    assert store.call(keep) == '["Thất Khê"]'
