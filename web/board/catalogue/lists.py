"""The lists of what can be changed: telephone numbers, topics, days, kept answers; each row leads to its form."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

from domain.language import LANGUAGES
from domain.province.catalogue import TASK_GROUP, DepartmentKind
from domain.province.edits import PRIVACY
from domain.province.entries import every
from storage.knowledge import canned
from storage.knowledge.canned import PROVINCE, Canned
from web.board.catalogue import places, values
from web.board.catalogue.places import form_of
from web.board.readers import Seeing
from web.board.showing import shown
from web.board.tables import Cell, Choice, Column, Look, Part, Sheet, Table, text

NEW = {"topics", "days", "answers"}
SHORT = 140


@places.for_task_group
async def page(seeing: Seeing) -> Response:
    """One list, with the ways to the others."""
    name = seeing.request.path_params.get("name", places.LISTS[0])
    makes: dict[str, Callable[[], Sequence[Part]]] = {
        "phones": lambda: _phones(seeing),
        "topics": lambda: _topics(seeing),
    }
    if name == "days":
        texts = await asyncio.to_thread(places.folder_of(seeing).texts)
        parts: Sequence[Part] = _days(seeing, every(texts, "special_day"))
    elif name == "answers":
        parts = _answers(seeing, await seeing.ports.store.run(lambda tx: canned.find(tx, (PROVINCE,))))
    elif name in makes:
        parts = makes[name]()
    else:
        raise HTTPException(404)
    voice = seeing.voice
    begin = [Choice(voice.t(f"edit-new-{name}"), form_of(name))] if name in NEW else []
    sheet = Sheet(
        "catalogue",
        voice.t("board-catalogue"),
        parts,
        choices=[places.pages(seeing, name)],
        among=voice.t("edit-among"),
        begin=begin,
        said=places.said(seeing),
        warning=places.in_the_way(seeing),
    )
    return await shown(seeing, sheet)


def _phones(seeing: Seeing) -> list[Part]:
    voice, known = seeing.voice, seeing.ports.catalogue
    own = [(TASK_GROUP, values.whose(voice, "province", ""), known.task_group_phone)]
    if known.privacy.controller:
        own.append((PRIVACY, values.whose(voice, "privacy", ""), known.privacy.telephone))
    open_ones = [each for each in known.departments if each.takes_cases and not each.successor]
    parts = [_numbers(seeing, "own", own, voice.t("edit-phones-lead"))]
    for key, is_commune in (("departments", False), ("communes", True)):
        theirs = [each for each in open_ones if (each.kind is DepartmentKind.COMMUNE) is is_commune]
        rows = [(each.key, voice.department(each.key), each.phone) for each in theirs]
        parts += [_numbers(seeing, key, rows)] if rows else []
    return parts


def _numbers(seeing: Seeing, key: str, rows: list[tuple[str, str, str]], lead: str = "") -> Part:
    voice = seeing.voice
    columns = [Column(voice.t("edit-whose")), Column(voice.t("edit-field-phone"))]
    cells = [[text(name, form_of("phones", whose)), _or_none(seeing, phone)] for whose, name, phone in rows]
    return Part(Table(f"phones-{key}", voice.t(f"edit-phones-{key}"), columns, cells), lead)


def _or_none(seeing: Seeing, value: str) -> Cell:
    return text(value) if value else Cell(seeing.voice.t("edit-empty"), "")


def _topics(seeing: Seeing) -> list[Part]:
    voice = seeing.voice
    columns = [Column(values.label(voice, "name-vi")), Column(values.label(voice, "department"))]
    columns += [Column(values.label(voice, "pci_component")), Column(values.label(voice, "keywords"), is_number=True)]
    rows = []
    for each in seeing.ports.catalogue.topics:
        component = str(each.pci_component or "")
        rows.append(
            [
                text(voice.topic(each.key), form_of("topics", each.key)),
                text(voice.department(each.department)),
                text(values.in_words(voice, "pci_component", component)),
                Cell(voice.number(len(each.keywords)), len(each.keywords)),
            ]
        )
    table = Table("topics", voice.t("edit-topics"), columns, rows)
    return [Part(table, voice.t("edit-topics-lead"), look=Look.CARDS)]


def _days(seeing: Seeing, found: list[dict[str, Any]]) -> list[Part]:
    """The newest first; what hangs on a switch is shown, and changed in the file alone."""
    voice = seeing.voice
    columns = [Column(voice.t(f"edit-field-{name}")) for name in ("day", "is-worked", "name-vi", "source")]
    rows = []
    for each in sorted(found, key=lambda one: str(one.get("day", "")), reverse=True):
        day, switch = each.get("day"), each.get("only_if", "")
        if not isinstance(day, date):
            continue
        worked = voice.t(f"edit-worked-{'yes' if each.get('is_worked') else 'no'}")
        names = each.get("names", {})
        rows.append(
            [
                Cell(voice.day(day), day, "" if switch else form_of("days", day.isoformat())),
                text(f"{worked} ({voice.t('edit-switch', name=switch)})" if switch else worked),
                text(names.get(voice.language) or names.get("vi", "")),
                _or_none(seeing, each.get("source", "")),
            ]
        )
    table = Table("days", voice.t("edit-days"), columns, rows)
    return [Part(table, voice.t("edit-days-lead"), look=Look.CARDS)]


def _answers(seeing: Seeing, kept: list[Canned]) -> list[Part]:
    voice = seeing.voice
    columns = [Column(voice.t(f"edit-field-{name}")) for name in ("title", "text-vi")]
    columns += [Column(voice.t("edit-languages")), Column(voice.t("edit-used"), is_number=True)]
    rows = []
    for each in sorted(kept, key=lambda one: one.title.casefold()):
        first = next((each.texts[language] for language in LANGUAGES if language in each.texts), "")
        spoken = ", ".join(voice.t(f"language-{language}") for language in LANGUAGES if language in each.texts)
        short = f"{first[:SHORT].rstrip()}…" if len(first) > SHORT else first
        cells = [text(each.title, form_of("answers", str(each.id))), Cell(short, first), text(spoken)]
        rows.append([*cells, Cell(voice.number(each.used), each.used)])
    table = Table("answers", voice.t("edit-answers"), columns, rows)
    notes = [] if rows else [voice.t("edit-no-answers")]
    return [Part(table, voice.t("edit-answers-lead"), notes=notes, look=Look.CARDS)]
