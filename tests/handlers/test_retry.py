"""What failed once is kept whole, whichever messenger it came from."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from domain.messages import Chat, Event, FileKind, Incoming, Network, Sender, Upload
from handlers import retry

TYPED = Incoming(
    id="p:lan:1",
    chat=Chat(Network.PAGE, "p:lan"),
    sender=Sender("lan", "Lan", "vi"),
    at=datetime(2026, 11, 25, 2, 0, tzinfo=UTC),
    private=True,
    text="Hồ sơ chậm",
    uploads=(Upload(FileKind.PHOTO, "blob:00", "a.jpg", "image/jpeg", 3),),
    event=Event.RIGHTS,
)


def test_what_was_typed_on_the_page_comes_back_as_it_was() -> None:
    assert retry.unpack(json.loads(retry.pack(TYPED))) == TYPED


def test_a_telegram_update_is_not_mistaken_for_it() -> None:
    assert retry.unpack({"update_id": 5, "message": {}}) is None
