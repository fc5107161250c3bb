"""What a person does on a page becomes an Incoming, exactly once however often the browser sends it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from domain.messages import Incoming, Sender, Upload
from domain.privacy.codes import without_return_codes
from handlers.business import leaving
from handlers.typed import code as code_of
from storage import messages, page
from storage.database import Tx
from storage.knowledge import canned
from web import admission
from web.chat import uploads, writing
from web.errors import Refused, wants_json
from web.guard import FILES_AT_ONCE
from web.phrases import language_of, say
from web.sessions import Room, Seat, address_of, keep, limits_of, new_business, note_use, ports_of, room_of, seat_of

FORM_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
FIELDS = 10
LONGEST = 20_000
UNWANTED = dict.fromkeys([*range(9), *range(11, 32), 127])  # control characters but tab and newline
START = "/start"


@dataclass(frozen=True, slots=True)
class Posted:
    """What a form said; its `id` is the same however often it is sent. `case`: from whose page it was sent."""

    id: str
    text: str
    uploads: tuple[Upload, ...] = ()
    reply_to: int = 0
    edits: int = 0
    starts: bool = False
    case: str = ""
    kept: int = 0


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button tapped under a message."""

    id: str
    message: int
    choice: str


async def post(request: Request) -> Response:
    """A text, files, an answer to a message or a correction of one's own; a business may begin with it."""
    ports, room = ports_of(request), room_of(request)
    known = await seat_of(request, room)
    _check_pace(request, room, known)
    await note_use(request, known)
    no_files = await admission.weigh(request, known)
    posted = await _posted(request, no_files)
    if not (posted.text or posted.uploads):
        return _back(request, room)
    seat, message = await ports.store.run(lambda tx: _write(tx, known or new_business(tx, room), posted))
    ports.hub.publish(seat.chat.id)
    incoming = replace(
        _incoming(request, seat, posted.id, message),
        text=posted.text,
        uploads=posted.uploads,
        reply_to=str(posted.reply_to or ("case" if posted.case else "")),
        reply_text=f"#{posted.case}" if posted.case else "",
        edited=bool(posted.edits),
        addressed=_is_addressed(seat, posted.text),
    )
    await ports.receive(incoming)
    if posted.kept and seat.holder.role != "business":
        await ports.store.run(lambda tx: canned.count_use(tx, posted.kept))
    if posted.case and not wants_json(request):
        return RedirectResponse(f"{room.path}/cases/{posted.case}", 303)
    return await _kept(request, seat, await _done(request, seat), is_new=known is None)


async def tap(request: Request) -> Response:
    """A button of a message; one that the message does not have any more is answered with a line saying so."""
    ports, room = ports_of(request), room_of(request)
    seat = await seat_of(request, room)
    if seat is None:
        raise HTTPException(403)
    _check_pace(request, room, seat)
    await note_use(request, seat)
    async with request.form(max_files=0, max_fields=FIELDS) as form:
        tapped = Tapped(_id(form), _number(form, "message"), _text(form, "choice"))
    if not await ports.store.run(lambda tx: _may_tap(tx, seat, tapped)):
        return _back(request, room, say(language_of(request), "button-gone"))
    # a form whose page stays open may send a second button with the same id: the button is part of what happened
    incoming = _incoming(request, seat, f"{tapped.id}:{tapped.choice}", tapped.message)
    await ports.receive(replace(incoming, choice=tapped.choice, tap_id=tapped.id))
    return await _kept(request, seat, await _done(request, seat))


async def _kept(request: Request, seat: Seat, response: Response, *, is_new: bool = False) -> Response:
    """With the cookie of who is new here; of who files anonymously it lasts no longer than the tab."""
    is_leaving = await ports_of(request).store.run(lambda tx: leaving.is_leaving(tx, seat.chat))
    if is_new or is_leaving:
        keep(request, response, seat, with_tab=is_leaving)
    return response


def _check_pace(request: Request, room: Room, seat: Seat | None) -> None:
    """429 when it is too much at once; 403 for a desk without a session."""
    limits = limits_of(request)
    if seat is None and room.key != "chat":
        raise HTTPException(403)
    is_fine = limits.posts.take(seat.holder.user_id) if seat else limits.strangers.take(address_of(request))
    if not is_fine:
        raise HTTPException(429)


async def _posted(request: Request, no_files: Refused | None) -> Posted:
    async with request.form(max_files=FILES_AT_ONCE, max_fields=FIELDS) as form:
        sent = [each for each in form.getlist("files") if isinstance(each, UploadFile)]
        if no_files and any(each.size for each in sent):
            raise no_files
        starts = "start" in form
        return Posted(
            id=_id(form),
            text=START if starts else _text(form, "text"),
            uploads=tuple(await uploads.keep(ports_of(request), sent)),
            reply_to=_number(form, "reply_to"),
            edits=_number(form, "edit"),
            starts=starts,
            case=code_of(str(form.get("case", ""))),
            kept=_number(form, "kept"),
        )


def _id(form: FormData) -> str:
    found = str(form.get("id", ""))
    if not FORM_ID.fullmatch(found):
        raise HTTPException(400)
    return found


def _text(form: FormData, name: str) -> str:
    """A field as text with plain line ends; 413 when it is longer than anybody types."""
    found = str(form.get(name, "")).replace("\r\n", "\n").replace("\r", "\n").translate(UNWANTED).strip()
    if len(found) > LONGEST:
        raise HTTPException(413)
    return found


def _number(form: FormData, name: str) -> int:
    """A field as a number, 0 for none; 400 for one that no database holds."""
    found = str(form.get(name, ""))
    if re.fullmatch(r"[0-9]{16,}", found):
        raise HTTPException(400)
    return int(found) if re.fullmatch(r"[0-9]{1,15}", found) else 0


def _write(tx: Tx, seat: Seat, posted: Posted) -> tuple[Seat, int]:
    """Put it into the chat where it is not there yet; who wrote and the message's id (0 for a mere start)."""
    if posted.starts:
        return seat, 0
    # the code of an anonymous case opens it, and is written down nowhere, also not where its owner reads it back
    posted = replace(posted, text=without_return_codes(posted.text))
    if posted.edits:
        return seat, _correct(tx, seat, posted)
    slot = f"typed:{seat.holder.user_id}:{posted.id}"
    tx.lock(f"{seat.chat.id}:{slot}")
    if known := messages.in_slot(tx, seat.chat, slot):
        return seat, int(known)
    body = {"by": seat.holder.user_id, "reply_to": posted.reply_to, "uploads": list(map(uploads.noted, posted.uploads))}
    message = page.append(tx, seat.chat.id, posted.text, body, author=seat.holder.name, mine=True)
    messages.take_slot(tx, seat.chat, slot, str(message))
    return seat, message


def _correct(tx: Tx, seat: Seat, posted: Posted) -> int:
    """Change one's own message; 409 when it is not one's own."""
    message = page.get(tx, seat.chat.id, posted.edits)
    if message is None or not message.mine or message.body.get("by") != seat.holder.user_id:
        raise HTTPException(409)
    if message.text != posted.text:
        page.change(tx, seat.chat.id, message.id, posted.text, {**message.body, "edited": True})
    return message.id


def _may_tap(tx: Tx, seat: Seat, tapped: Tapped) -> bool:
    """True when the message has this button, or had it when the same tap came first."""
    # only whether it is the same tap is asked, so which button it was stands nowhere: it would tell who files hidden
    slot = messages.TAPPED + tx.ring.tag("tap", f"{seat.holder.user_id}:{tapped.id}:{tapped.choice}")
    if messages.in_slot(tx, seat.chat, slot):
        return True
    message = page.get(tx, seat.chat.id, tapped.message)
    rows = message.body.get("buttons") or [] if message else []
    if not any(tapped.choice == data for row in rows for _, data in row):
        return False
    messages.take_slot(tx, seat.chat, slot, str(tapped.message))
    return True


def _is_addressed(seat: Seat, text: str) -> bool:
    """On the page no other bot hears a command, and what leaders write there nobody else would read."""
    return seat.holder.role == "leadership" or (seat.holder.role != "business" and text.startswith("/"))


def _incoming(request: Request, seat: Seat, form_id: str, message: int) -> Incoming:
    """The id is a hash: it is remembered with its instant, which must not lead from a case to a page."""
    holder = seat.holder
    return Incoming(
        id=hashlib.sha256(f"{seat.chat.id}:{holder.user_id}:{form_id}".encode()).hexdigest(),
        chat=seat.chat,
        sender=Sender(holder.user_id, holder.name, language_of(request)),
        at=ports_of(request).clock(),
        private=holder.role == "business",
        message_id=str(message or ""),
    )


async def _done(request: Request, seat: Seat) -> Response:
    """Back to the page, whose script also hears what an officer is to write next."""
    if seat.holder.role == "business":
        return _back(request, seat.room)
    language = language_of(request)
    found = await ports_of(request).store.run(lambda tx: writing.wanted(tx, seat, language))
    return _back(request, seat.room, writing=writing.as_json(found))


def _back(request: Request, room: Room, toast: str = "", **more: object) -> Response:
    """To the page's script a line to show, to a browser without it the page again."""
    if wants_json(request):
        return JSONResponse({"toast": toast, **more})
    return RedirectResponse(room.path, 303)
