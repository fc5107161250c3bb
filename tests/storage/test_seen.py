"""Everything is taken in once, every job runs once, and what failed is kept whole."""

from __future__ import annotations

from datetime import timedelta

from domain.messages import Chat, Network, Notice, Words, to_chat
from handlers import recording
from storage import claims, seen
from storage.database import Store, Tx
from storage.outgoing import leases, outbox
from storage.seen import KEPT
from tests.cast import Hands, filed


def test_an_id_is_new_once_on_each_network(store: Store) -> None:
    taken = [("telegram", "1"), ("telegram", "1"), ("page", "1"), ("telegram", "2")]
    assert [store.call(lambda tx, key=key: seen.first_time(tx, *key)) for key in taken] == [True, False, True, True]  # type: ignore[misc]


def test_pruning_forgets_what_only_served_against_doubles(store: Store, hands: Hands) -> None:
    from storage import cases  # noqa: PLC0415

    def post_and_send(tx: Tx, notice: Notice) -> None:
        outbox.post(tx, notice)
        outbox.sent(tx, tx.posted[0], ["1"])

    def write(incoming: str) -> None:
        notice = Notice(to_chat(Chat(Network.PAGE, f"p:{incoming}")), Words("help"))
        store.call(lambda tx: seen.first_time(tx, "page", incoming))
        store.call(lambda tx: claims.claim_job(tx, "nightly", incoming))
        store.call(lambda tx: post_and_send(tx, notice))

    store.call(lambda tx: recording.record(tx, filed()))
    write("old")
    hands.on(days=KEPT.days, seconds=1)
    write("new")
    store.call(seen.prune)
    assert store.call(lambda tx: seen.first_time(tx, "page", "old"))
    assert not store.call(lambda tx: seen.first_time(tx, "page", "new"))
    assert store.call(lambda tx: claims.claim_job(tx, "nightly", "old"))
    assert not store.call(lambda tx: claims.claim_job(tx, "nightly", "new"))
    assert store.call(outbox.counts) == {"sent": 1, "waiting": 1}  # of the filing, the author is not known here
    assert len(store.call(lambda tx: cases.journal(tx, 1))) == 1


def test_a_message_given_up_or_still_waiting_is_never_pruned(store: Store, hands: Hands) -> None:
    for chat in ("p:1", "p:2"):
        store.call(lambda tx, chat=chat: outbox.post(tx, Notice(to_chat(Chat(Network.PAGE, chat)), Words("help"))))  # type: ignore[misc]
    first = store.call(lambda tx: leases.claim(tx, leases.waiting_chats(tx)))[0]
    store.call(lambda tx: outbox.give_up(tx, first, "gone"))
    hands.on(days=400)
    store.call(seen.prune)
    assert store.call(outbox.counts) == {"given-up": 1, "waiting": 1}
    assert timedelta(days=30) < KEPT
