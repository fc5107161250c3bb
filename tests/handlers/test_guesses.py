"""Codes may be guessed ten times in an hour of the clock, by each person."""

from __future__ import annotations

from handlers import guesses
from storage.database import Store, Tx
from tests.cast import Hands


def test_ten_guesses_are_left_each_hour_to_each_person(store: Store, hands: Hands) -> None:
    def guess(tx: Tx, who: str = "guess:1") -> bool:
        if not guesses.are_left(tx, who):
            return False
        guesses.count(tx, who)
        return True

    assert [store.call(guess) for _ in range(12)] == [True] * 10 + [False] * 2
    assert store.call(lambda tx: guess(tx, "guess:2")), "somebody else's are their own"
    hands.on(hours=1)
    assert store.call(guess)
