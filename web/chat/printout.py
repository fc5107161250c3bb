"""A case as its author prints it: a page with a print style, of the same facts as the PDF."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from domain.messages import Network
from handlers.business.filed import guests, printouts
from handlers.business.filed.own_cases import is_own
from handlers.business.filed.printouts import Printout
from storage import cases, people
from storage.database import Tx
from web.html import page_of
from web.phrases import language_of
from web.ports import Ports
from web.sessions import Seat, chat_of, ports_of, seat_of


async def show(request: Request) -> Response:
    """The case with this code, if it is this browser's own or the anonymous one it has open; 404 for any other."""
    ports, seat = ports_of(request), await seat_of(request, chat_of(request))
    code, language = request.path_params["code"].upper(), language_of(request)
    found = await ports.store.run(lambda tx: _own(tx, ports, seat, code)) if seat else None
    if found is None:
        raise HTTPException(404)
    return page_of(request, "printout.html", printout=found, say=lambda value: ports.say(value, language))


def _own(tx: Tx, ports: Ports, seat: Seat, code: str) -> Printout | None:
    person, case = people.find(tx, Network.PAGE, seat.holder.user_id), cases.by_code(tx, code)
    if person is None or case is None or not (is_own(person, case) or guests.open_case(tx, person) == case.id):
        return None
    return printouts.of(tx, ports.catalogue, case)
