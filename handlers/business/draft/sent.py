"""What a business sends: one message with its files, announced, and found again by an edit or a reply."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.case.case import Case
from domain.messages import Upload, Words
from handlers.private_talk import say
from handlers.turn import Private
from storage import files, messages


@dataclass(frozen=True, slots=True)
class Sent:
    """One message of a business, its files announced."""

    message_id: str = ""
    text: str = ""
    files: tuple[int, ...] = ()
    album: str = ""

    def __bool__(self) -> bool:
        """True when there is something in it."""
        return bool(self.files or self.text.strip())


def take_in(turn: Private, text: str | None = None) -> Sent:
    """What has just come in, its files announced; `text` stands in for what was typed."""
    incoming = turn.incoming
    attached = announce(turn, incoming.uploads)
    return Sent(incoming.message_id, incoming.text if text is None else text, attached, incoming.album)


def announce(turn: Private, uploads: Sequence[Upload]) -> tuple[int, ...]:
    """Announce what was attached; a file over the limit is refused by name, the rest goes on."""
    announced: list[int] = []
    largest = turn.province.largest_file
    for upload in uploads:
        if upload.size > largest:
            words = Words("refused-file-size", {"name": upload.name or "?", "size": largest // 1_000_000})
            say(turn, words, keep_choices=True)
            continue
        announced.append(files.announce(turn.tx, turn.incoming.chat.network, upload, turn.who.id))
    return tuple(announced)


def remember(turn: Private, case: Case, *message_ids: str, part: str = "") -> None:
    """An edit of these messages, or a reply to them, will find the case; `part` is what one said in its text."""
    note = {"own": True, "part": part} if part else {"own": True}
    for message_id in filter(None, message_ids if turn.who.id else ()):
        messages.remember(turn.tx, turn.who.chat, messages.Known(message_id, case.id, "", note))


def whole_text(turn: Private, case: Case) -> str:
    """The text of a filed case with the message that was just edited changed in it."""
    incoming = turn.incoming
    known = messages.find(turn.tx, incoming.chat, incoming.message_id)
    old = known.note.get("part", "") if known else ""
    note = {"own": True, "part": incoming.text}
    messages.remember(turn.tx, incoming.chat, messages.Known(incoming.message_id, case.id, "", note))
    if not old:
        return f"{case.text}\n{incoming.text}"
    # a message is a whole paragraph of the text: "A" must not be found inside another one
    return re.sub(rf"(?:^|(?<=\n)){re.escape(old)}(?=\n|$)", lambda _: incoming.text, case.text, count=1)
