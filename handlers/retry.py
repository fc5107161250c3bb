"""An update that failed once, handled again."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from domain.messages import Chat, Event, FileKind, Incoming, Network, Sender, Upload
from handlers.province import Province
from handlers.receive import receive
from storage import failed
from storage.database import Tx


def again(tx: Tx, province: Province, incoming: Incoming | None, number: int) -> None:
    """Take the update in under a new id (its own was used up when it failed) and mark it solved."""
    if incoming is not None:
        receive(tx, province, replace(incoming, id=f"{incoming.id}/again-{number}"))
    failed.solve(tx, number)


def pack(incoming: Incoming) -> str:
    """The input as JSON text, for what no messenger's own update stands behind (the web page)."""
    return json.dumps({"incoming": asdict(incoming)}, default=datetime.isoformat)


def unpack(kept: dict[str, Any]) -> Incoming | None:
    """The input that `pack` wrote, or None when it is something else."""
    if "incoming" not in kept:
        return None
    given = kept["incoming"]
    chat, sender = given.pop("chat"), given.pop("sender")
    uploads = [Upload(**{**each, "kind": FileKind(each["kind"])}) for each in given.pop("uploads")]
    given["at"] = datetime.fromisoformat(given["at"])
    given["event"] = Event(given["event"]) if given["event"] else None
    place = Chat(Network(chat["network"]), chat["id"], chat["thread"])
    return Incoming(chat=place, sender=Sender(**sender), uploads=tuple(uploads), **given)
