"""What is given out once: a job's period, a counter's number."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from storage import claims
from storage.claims import take_number
from storage.database import Store, Tx
from tests.stores import Opened


class Boom(Exception):  # noqa: N818
    """A handler's own failure."""


def test_a_jobs_period_is_claimed_by_one_of_several_processes(opened: Opened) -> None:
    stores = [opened("one"), opened("two")]
    with ThreadPoolExecutor(6) as threads:
        taken = list(
            threads.map(lambda n: stores[n % 2].call(lambda tx: claims.claim_job(tx, "weekly", "W1")), range(12))
        )
    assert sum(taken) == 1
    assert stores[0].call(lambda tx: claims.claim_job(tx, "week", "W2"))


def test_a_claim_can_be_looked_at_without_making_it(store: Store) -> None:
    assert not store.call(lambda tx: claims.is_claimed(tx, "return", "W1"))
    store.call(lambda tx: claims.claim_job(tx, "return", "W1"))
    assert store.call(lambda tx: claims.is_claimed(tx, "return", "W1"))
    assert not store.call(lambda tx: claims.is_claimed(tx, "return", "W2"))


def test_a_number_is_given_once_to_whoever_asks_at_once(opened: Opened) -> None:
    stores = [opened("one"), opened("two")]

    def take(turn: int) -> int:
        return stores[turn % 2].call(lambda tx: take_number(tx, "code-2026"))

    with ThreadPoolExecutor(8) as threads:
        numbers = list(threads.map(take, range(60)))
    assert sorted(numbers) == list(range(1, 61))


def test_a_number_of_a_failed_transaction_is_given_again(store: Store) -> None:
    def take_and_fail(tx: Tx) -> None:
        take_number(tx, "code-2026")
        raise Boom

    with pytest.raises(Boom):
        store.call(take_and_fail)
    assert store.call(lambda tx: take_number(tx, "code-2026")) == 1
    assert store.call(lambda tx: take_number(tx, "code-2027")) == 1
