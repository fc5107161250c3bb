"""A reply to a message, or an edit of it, finds what it belongs to."""

from __future__ import annotations

from domain.messages import Chat, Network
from storage import messages
from storage.database import Store
from storage.messages import Known

GROUP = Chat(Network.TELEGRAM, "-5")
SUPER = Chat(Network.TELEGRAM, "-1005")


def test_a_message_is_known_in_its_own_chat_only(store: Store) -> None:
    known = Known("9", 3, "card:3", {"texts": {"9": "字"}})
    store.call(lambda tx: messages.remember(tx, GROUP, known))
    assert store.call(lambda tx: messages.find(tx, GROUP, "9")) == known
    assert store.call(lambda tx: messages.find(tx, SUPER, "9")) is None
    assert store.call(lambda tx: messages.find(tx, GROUP, "")) is None


def test_a_slot_means_its_newest_message(store: Store) -> None:
    thread = Chat(Network.TELEGRAM, "-5", "77")
    assert store.call(lambda tx: messages.in_slot(tx, GROUP, "card:3")) is None
    for message in ("9", "10"):
        store.call(lambda tx, message=message: messages.take_slot(tx, thread, "card:3", message))  # type: ignore[misc]
    assert store.call(lambda tx: messages.in_slot(tx, GROUP, "card:3")) == "10"
