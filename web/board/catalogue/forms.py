"""An entry of a file is changed: what is wrong is said at its field, and nothing of somebody else is written over."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

import structlog
from starlette.exceptions import HTTPException
from starlette.responses import Response

from domain.province.catalogue import Catalogue
from domain.province.edits import Edit, phone_entry, read_day, read_phone, read_topic
from handlers.catalogue import editing
from handlers.catalogue.editing import Saved, Seen
from storage.catalogue.folder import Unwritable
from web.board.catalogue import answers, places, values
from web.board.catalogue.fields import Form, fields_of, form_page
from web.board.readers import Seeing

log = structlog.get_logger()

LONGEST_KEY = 60
#: years before and after this one in which a special day makes sense: a slip of the pen is none
BACK, AHEAD = 1, 2
#: which table the entries of a list stand in
TABLES = {"topics": "topic", "days": "special_day"}
MOST_FIELDS = 200


@places.for_task_group
async def edit(seeing: Seeing) -> Response:
    """The form of an entry, or of a new one; posted, the entry is written and its list says so."""
    name, is_posted = seeing.request.path_params["name"], seeing.request.method == "POST"
    if is_posted and seeing.ports.demo:
        raise HTTPException(403)
    if name == "answers":
        return await answers.edit(seeing, await given_in(seeing) if is_posted else None)
    key = seeing.request.query_params.get("key", "")[:LONGEST_KEY]
    table, entry = _entry(seeing.ports.catalogue, name, key)
    if is_posted:
        return await _save(seeing, name, key)
    texts = await asyncio.to_thread(places.folder_of(seeing).texts)
    seen = editing.seen(texts, table, entry)
    if key and not seen.text:
        raise HTTPException(404)
    shown = values.form_values(table, seen.text)
    return form_page(seeing, _form(seeing, name, key, shown, seen.mark))


def _entry(catalogue: Catalogue, name: str, key: str) -> tuple[str, str]:
    """Table and key of what is edited; 404 for what is not edited here."""
    if name in TABLES:
        if name == "days" and key and not _is_day(key):
            raise HTTPException(404)
        return TABLES[name], key
    found = phone_entry(catalogue, key) if name == "phones" else None
    if found is None:
        raise HTTPException(404)
    return found[0], found[1]


def _is_day(key: str) -> bool:
    try:
        return date.fromisoformat(key).isoformat() == key
    except ValueError:
        return False


def _form(seeing: Seeing, name: str, key: str, shown: Mapping[str, str], mark: str, **more: object) -> Form:
    voice = seeing.voice
    table, entry = _entry(seeing.ports.catalogue, name, key)
    if not key:
        title = voice.t(f"edit-new-{name}")
    elif name == "topics":
        title = shown.get("name-vi") or key
    else:
        title = voice.day(date.fromisoformat(key)) if name == "days" else values.whose(voice, table, entry)
    more.setdefault("wrong", {})
    return Form(name, title, shown, mark, not key, can_be_removed=name == "days" and bool(key), **more)  # type: ignore[arg-type]


async def given_in(seeing: Seeing) -> dict[str, str]:
    """What was posted: of a field that came several times, each value on a line."""
    async with seeing.request.form(max_files=0, max_fields=MOST_FIELDS) as form:
        names = dict.fromkeys(form)
        return {name: "\n".join(map(str, form.getlist(name))).replace("\r\n", "\n") for name in names}


async def _save(seeing: Seeing, name: str, key: str) -> Response:
    given = await given_in(seeing)
    mark = given.get("mark", "")
    table, entry = _entry(seeing.ports.catalogue, name, key)
    is_removed = name == "days" and bool(key) and given.get("action") == "remove"
    wanted = Edit(table, entry) if is_removed else _read(seeing, name, key, given)
    typed = {field: given.get(field, "") for field in fields_of(name, is_new=not key)}
    again: Callable[..., Form] = partial(_form, seeing, name, key, typed)
    if wanted.wrong:
        return form_page(seeing, again(mark, wrong=wanted.wrong), 422)
    saved, why = await _written(seeing, wanted, mark)
    if why:
        return form_page(seeing, again(mark, said=why), 409)
    if saved.now is not None:
        return form_page(seeing, _met(seeing, again, table, saved.now, saved), 409)
    if not saved.is_written:
        return places.done(name, "same")
    log.info("catalogue.changed", table=table)
    if seeing.ports.renew is not None:
        await seeing.ports.renew()
    return places.done("deadlines" if name == "days" else name, "removed" if is_removed else "saved")


async def _written(seeing: Seeing, wanted: Edit, mark: str) -> tuple[Saved, list[str]]:
    """What came of writing it down, and why nothing did, in words."""
    voice, folder = seeing.voice, places.folder_of(seeing)
    address = f"{seeing.ports.province.address}{places.path_of('deadlines')}"
    work = partial(editing.save, folder=folder, edit=wanted, mark=mark, by=seeing.reader.name, address=address)
    try:
        saved = await seeing.ports.store.run(work)
    except Unwritable as error:
        log.warning("catalogue.unwritable")
        return Saved(), [voice.t("edit-unwritable", folder=str(error))]
    except UnicodeDecodeError:
        return Saved(), [voice.t("edit-broken")]
    return saved, [voice.t("edit-broken"), *map(str, saved.faults)] if saved.faults else []


def _read(seeing: Seeing, name: str, key: str, given: Mapping[str, str]) -> Edit:
    known = seeing.ports.catalogue
    if name == "phones":
        return read_phone(known, key, given)
    if name == "topics":
        return read_topic(known, key, given)
    year = seeing.ports.clock().astimezone(known.timezone).year
    return read_day(known, key, given, range(year - BACK, year + AHEAD + 1))


def _met(seeing: Seeing, again: Callable[..., Form], table: str, now: Seen, saved: Saved) -> Form:
    """Two have edited the same: the second reads what the first wrote beside their own words, which are all there."""
    voice = seeing.voice
    if saved.by is None:
        who = voice.t("edit-met-file")
    else:
        who = voice.t("edit-met", who=saved.by.by or "–", at=voice.moment(saved.by.at))
    if not now.text:
        who = f"{who} {voice.t('edit-met-gone')}"
    return again(now.mark, now=values.form_values(table, now.text), said=[who, voice.t("edit-met-how")])
