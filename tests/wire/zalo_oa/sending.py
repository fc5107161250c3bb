"""Messages of the account: checked as documented, and refused outside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.wire.zalo.world import Chat, Payload

if TYPE_CHECKING:
    from tests.wire.zalo_oa.server import OaServer

LONGEST, MOST_BUTTONS, LONGEST_PAYLOAD, LONGEST_TITLE = 2000, 5, 1000, 35


class Sending:
    """What is said, to a person, to a group or by a template."""

    def __init__(self, server: OaServer) -> None:
        self._server = server
        self.paid = 0
        self.templates: dict[str, set[str]] = {}

    def to_person(self, given: Payload) -> Payload:
        """Within two days free, within seven paid, then not."""
        server, odd = self._server, self._server.odd
        chat = server.world.chats.get(given["recipient"]["user_id"])
        if chat is None or chat.is_group:
            return server.refused(-201, "user_id is invalid")
        heard_at = server.heard_at.get(chat.id)
        since = server.now() - heard_at if heard_at else odd.window
        if since >= odd.window:
            return server.refused(odd.window_error, "User has not interacted with the OA in the past 7 days")
        is_paid = since >= odd.free
        if is_paid and odd.paid is not None and self.paid >= odd.paid:
            return server.refused(-211, "Out of quota")
        said = self._say(chat, given["message"])
        if said.get("error"):
            return said
        self.paid += is_paid
        said["data"]["quota"] = {"quota_type": "sub_quota" if is_paid else "reply"}
        return said

    def to_group(self, given: Payload) -> Payload:
        """Free, and at any time; `[@…]` would call people."""
        chat = self._server.world.chats.get(given["recipient"]["group_id"])
        if chat is None or not chat.is_group:
            return self._server.refused(-201, "group_id is invalid")
        if "[@" in given["message"].get("text", ""):
            self._server.violations.append("a mention in a group")
        if "buttons" in str(given["message"]) or "'type': 'file'" in str(given["message"]):
            self._server.violations.append("buttons and files in a group are not documented")
        return self._say(chat, given["message"])

    def by_template(self, given: Payload) -> Payload:
        """An approved template, filled in: whenever it is, and paid."""
        wanted = self.templates.get(str(given["template_id"]))
        chat = self._server.world.chats.get(given["user_id"])
        if wanted is None or chat is None:
            return self._server.refused(-201, "template_id is invalid")
        if set(given["template_data"]) != wanted or set(given) != {"user_id", "template_id", "template_data"}:
            self._server.violations.append(f"template: {given}")
            return self._server.refused(-201, "template_data is invalid")
        self.paid += 1
        text = " | ".join(f"{name}: {value}" for name, value in sorted(given["template_data"].items()))
        message = self._server.world.say(chat, f"[template {given['template_id']}] {text}", from_bot=True)
        return self._server.fine({"msg_id": message.id, "sent_time": "1626926349402"})

    def _say(self, chat: Chat, message: Payload) -> Payload:
        server, text, attachment = self._server, message.get("text", ""), message.get("attachment") or {}
        if len(text) > LONGEST:
            server.violations.append(f"{len(text)} characters")
            return server.refused(-210, "text is too long")
        payload = attachment.get("payload") or {}
        buttons = payload.get("buttons", [])
        if buttons and server.odd.wants_template_type and "template_type" not in payload:
            return server.refused(-201, "template_type is invalid")
        if not text and not attachment:
            server.violations.append("an empty message")
        self._check(buttons)
        named = [payload.get("token"), *(each.get("attachment_id") for each in payload.get("elements", ()))]
        picture = b"".join(server.uploads.get(each, b"") for each in named if each)
        taps = tuple((each["title"], each["payload"]) for each in buttons)
        said = server.world.say(chat, text, from_bot=True, picture=picture, buttons=taps)
        return server.fine({"message_id": said.id, "user_id": chat.id, "sent_time": "1626926349402"})

    def _check(self, buttons: list[Payload]) -> None:
        if len(buttons) > MOST_BUTTONS:
            self._server.violations.append(f"{len(buttons)} buttons")
        for each in buttons:
            if not 1 <= len(each["title"]) <= LONGEST_TITLE or len(each["payload"]) > LONGEST_PAYLOAD:
                self._server.violations.append(f"button: {each}")
