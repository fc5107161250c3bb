"""The journal of changes: who changed what in the catalogue, when, and each field before and after."""

from __future__ import annotations

from starlette.responses import Response

from storage.catalogue import changes
from storage.catalogue.changes import CANNED, Change
from web.board.asking import at
from web.board.catalogue import places, values
from web.board.readers import Seeing
from web.board.showing import shown
from web.board.tables import Cell, Choice, Column, Look, Part, Sheet, Table, text

MOST = 50
LONGEST = 18
#: under which list's name an entry is told
LISTS = {"topic": "topics", "special_day": "days", CANNED: "answers"}


@places.for_task_group
async def page(seeing: Seeing) -> Response:
    """So many changes, the newest first, each with the fields that changed."""
    voice = seeing.voice
    given = seeing.request.query_params.get("before", "")
    before = int(given) if given.isascii() and given.isdecimal() and len(given) <= LONGEST else 0
    found = await seeing.ports.store.run(lambda tx: changes.page(tx, before, MOST))
    names = ("at", "by", "entry", "field", "before", "after")
    columns = [Column(voice.t(f"edit-journal-{name}")) for name in names]
    rows = [row for each in found for row in _rows(seeing, each)]
    table = Table("changes", voice.t("edit-changes"), columns, rows)
    notes = [] if rows else [voice.t("edit-no-changes")]
    part = Part(table, voice.t("edit-changes-lead"), notes=notes, look=Look.CARDS)
    last = str(found[-1].id) if len(found) == MOST else ""
    sheet = Sheet(
        "catalogue",
        voice.t("board-catalogue"),
        [part],
        choices=[places.pages(seeing, "changes")],
        among=voice.t("edit-among"),
        begin=[Choice(voice.t("edit-older"), at(places.path_of("changes"), before=last))] if last else [],
    )
    return await shown(seeing, sheet)


def _rows(seeing: Seeing, change: Change) -> list[list[Cell]]:
    """A row a field; of an entry that is new or gone, that it is."""
    voice = seeing.voice
    local = change.at.astimezone(voice.timezone)
    what = voice.t(f"edit-{LISTS.get(change.table, 'phones')}")
    title = values.title(voice, change.table, change.key, change.after or change.before)
    head = [
        Cell(voice.moment(change.at), f"{local:%Y-%m-%d %H:%M:%S}"),
        text(change.by or "–"),
        text(f"{what}: {title}"),
    ]
    state = "" if change.before and change.after else voice.t("edit-was-new" if change.after else "edit-was-removed")
    fields = list(values.differences(voice, change.table, change.before, change.after))
    rows = [[*head, *map(text, each)] for each in fields]
    return [[*head, text(state), text(""), text("")], *rows] if state else rows
