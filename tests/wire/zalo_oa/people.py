"""The people who write to the account: Lan says and taps, Minh writes in the group, the chat waits for words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.wire.zalo.people import Room
from tests.wire.zalo.world import Chat, Message

if TYPE_CHECKING:
    from tests.wire.zalo_oa.server import OaServer


class Person(Room):
    """Somebody with a Zalo account; their id is the account's own for them."""

    def __init__(self, server: OaServer, chat: Chat, name: str) -> None:
        self.server: OaServer = server  # type: ignore[assignment]
        self.chat, self.name = chat, name

    @property
    def id(self) -> str:
        """18 digits, more than a number of JSON holds."""
        return self.chat.id

    def says(self, text: str, in_: Group | None = None) -> Message:
        """Write."""
        return self.server.tell(self, "text", {"text": text}, in_)

    def replies(self, text: str, to: Message, in_: Group | None = None) -> Message:
        """Answer a message."""
        said_by = self.server.account if to.from_bot else self.id
        quoted = {"text": to.text, "msg_id": to.id, "sender": {"id": said_by}} if self.server.odd.quotes else None
        return self.server.tell(self, "text", {"text": text} | ({"quote_msg": quoted} if quoted else {}), in_)

    def taps(self, label: str) -> Message:
        """Tap the newest button with this label: what it sends comes as a text, and nobody sees it."""
        for message in reversed(self.said):
            for name, payload in message.buttons:
                if label in name:
                    return self.says(payload)
        raise AssertionError(f"no button {label!r}\n{self.chat.transcript()}")

    def sends(self, kind: str, content: bytes, name: str = "", text: str = "", in_: Group | None = None) -> Message:
        """A file of some kind, where the media server has it."""
        url = self.server.hosts(name or f"{self.server.world.new_id()}.{kind}", content)
        payload = {"url": url} | ({"name": name, "size": str(len(content))} if name else {})
        told: dict[str, Any] = {"attachments": [{"type": kind, "payload": payload}]} | ({"text": text} if text else {})
        return self.server.tell(self, kind, told, in_)

    def sends_place(self, latitude: str, longitude: str) -> Message:
        """Where somebody is."""
        at = {"coordinates": {"latitude": latitude, "longitude": longitude}}
        return self.server.tell(self, "location", {"attachments": [{"type": "location", "payload": at}]})

    def follows(self, *, no_more: bool = False) -> None:
        """Follow the account, or no more."""
        self.server.follow(self, "unfollow" if no_more else "follow")


class Group(Room):
    """A group the account owns; it hears everything said there."""
