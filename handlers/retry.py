"""An update that failed once, handled again."""

from __future__ import annotations

from dataclasses import replace

from domain.messages import Incoming
from handlers.receive import receive
from handlers.world import World
from storage import seen
from storage.transaction import Tx


def again(tx: Tx, world: World, incoming: Incoming | None, number: int) -> None:
    """Take the update in under a new id (its own was used up when it failed) and mark it solved."""
    if incoming is not None:
        receive(tx, world, replace(incoming, id=f"{incoming.id}/again-{number}"))
    seen.solve_failed(tx, number)
