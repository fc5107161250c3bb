"""Before a post is read: may so much be sent, by somebody like this, onto this disk."""

from __future__ import annotations

import asyncio

from starlette.requests import Request

from domain.messages import Network
from storage import people
from storage.database import Tx
from web.errors import Refused
from web.guard import A_WEBHOOK, LENGTH, SMALL
from web.sessions import Seat, address_of, limits_of, ports_of


async def weigh(request: Request, seat: Seat | None) -> Refused | None:
    """Why no file may be kept: before the consent, or on a disk nearly full; None when they may.

    Raised at once where a file would have to be read first, as what is beyond an hour's bytes is. What is small is
    read in memory and may hold no file at all, so words always come through.
    """
    size = int(request.headers.get(LENGTH, A_WEBHOOK))
    ports, limits = ports_of(request), limits_of(request)
    refused = None
    if seat is None or not await ports.store.run(lambda tx: _has_agreed(tx, seat)):
        refused = Refused(403, "files-after-consent")
    elif await asyncio.to_thread(ports.blobs.room) - size < ports.least_free:
        refused = Refused(507, "disk-low")
    if refused and size > SMALL:
        raise refused
    address = address_of(request)
    if not limits.sent_from.take(address, size) or not limits.sent.take(seat.holder.user_id if seat else address, size):
        raise Refused(429, "too-much-sent")
    return refused


def _has_agreed(tx: Tx, seat: Seat) -> bool:
    if seat.holder.role != "business":
        return True
    person = people.find(tx, Network.PAGE, seat.holder.user_id)
    return person is not None and person.consented_at is not None
