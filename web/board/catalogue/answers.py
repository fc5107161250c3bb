"""Answers and legal bases the province offers every officer: kept in the database, as `/mau` in the task group does."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from starlette.exceptions import HTTPException
from starlette.responses import Response

from domain.language import LANGUAGES
from handlers.catalogue.editing import as_seen
from handlers.officer.canned import LONGEST_TITLE
from storage.catalogue import changes
from storage.database import Tx
from storage.knowledge import canned
from storage.knowledge.canned import PROVINCE, Canned
from web.board.catalogue import places, values
from web.board.catalogue.fields import Form, fields_of, form_page
from web.board.readers import Seeing

LONGEST_TEXT = 4000
LARGEST_NUMBER = 18


async def edit(seeing: Seeing, given: Mapping[str, str] | None = None) -> Response:
    """The form of an answer, or of a new one; posted (`given`), it is kept and the list says so."""
    number = seeing.request.query_params.get("key", "")
    if number and not (number.isascii() and number.isdecimal() and len(number) <= LARGEST_NUMBER):
        raise HTTPException(404)
    if given is not None:
        return await _save(seeing, number, given)
    kept = await seeing.ports.store.run(lambda tx: _kept(tx, number))
    if number and kept is None:
        raise HTTPException(404)
    text = canned.as_entry(kept)
    return form_page(seeing, _form(seeing, number, values.form_values(changes.CANNED, text), as_seen(text).mark))


def _kept(tx: Tx, number: str) -> Canned | None:
    found = canned.by_id(tx, int(number)) if number else None
    return found if found and found.owner == PROVINCE else None


def _form(seeing: Seeing, number: str, shown: Mapping[str, str], mark: str, **more: object) -> Form:
    title = shown.get("title") if number else ""
    more.setdefault("wrong", {})
    name = title or seeing.voice.t("edit-new-answers")
    return Form("answers", name, shown, mark, not number, can_be_removed=bool(number), **more)  # type: ignore[arg-type]


async def _save(seeing: Seeing, number: str, given: Mapping[str, str]) -> Response:
    typed = {name: given.get(name, "").strip() for name in fields_of("answers", is_new=not number)}
    typed["title"] = " ".join(typed["title"].split())
    is_removed = bool(number) and given.get("action") == "remove"
    mark, wrong = given.get("mark", ""), {} if is_removed else _wrong(typed)
    if wrong:
        return form_page(seeing, _form(seeing, number, typed, mark, wrong=wrong), 422)
    work = partial(_keep, number=number, typed=typed, mark=mark, by=seeing.reader.name, is_removed=is_removed)
    what, met = await seeing.ports.store.run(work)
    if what == "taken":
        return form_page(seeing, _form(seeing, number, typed, mark, wrong={"title": "title-taken"}), 422)
    if what != "met":
        return places.done("answers", what)
    last = await seeing.ports.store.run(lambda tx: changes.last_of(tx, changes.CANNED, number))
    voice = seeing.voice
    who = voice.t("edit-met", who=last.by or "–", at=voice.moment(last.at)) if last else voice.t("edit-met-file")
    said = [who, *([] if met else [voice.t("edit-met-gone")]), voice.t("edit-met-how")]
    now = values.form_values(changes.CANNED, met)
    return form_page(seeing, _form(seeing, number if met else "", typed, as_seen(met).mark, now=now, said=said), 409)


def _wrong(typed: Mapping[str, str]) -> dict[str, str]:
    wrong = {name: "long" for name, text in typed.items() if len(text) > LONGEST_TEXT}
    if not typed["title"] or len(typed["title"]) > LONGEST_TITLE:
        wrong["title"] = "long" if typed["title"] else "missing"
    if not any(typed[f"text-{each}"] for each in LANGUAGES):
        wrong["text-vi"] = "missing"
    return wrong


def _keep(tx: Tx, *, number: str, typed: Mapping[str, str], mark: str, by: str, is_removed: bool) -> tuple[str, str]:
    """What came of it: saved, removed, same, taken (the title), or met: somebody was quicker, and what stands now."""
    known = _kept(tx, number)
    now = canned.as_entry(known)
    if as_seen(now).mark != mark:
        return "met", now
    if is_removed and known:
        canned.remove(tx, PROVINCE, known.title, by)
        return "removed", ""
    same = canned.of_title(tx, PROVINCE, typed["title"])
    if same and (known is None or same.id != known.id):
        return "taken", ""
    texts = {each: text for each in LANGUAGES if (text := typed[f"text-{each}"])}
    if known is None:
        canned.add(tx, PROVINCE, typed["title"], texts, by)
    elif (known.title, dict(known.texts)) == (typed["title"], texts):
        return "same", ""
    else:
        canned.change(tx, known, typed["title"], texts, by)
    return "saved", ""
