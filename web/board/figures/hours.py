"""When businesses write: the hours of the week."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.responses import Response

from domain.messages import Words
from domain.statistics.counting import FEW
from web.board.figures.stretches import stretch_of
from web.board.readers import Seeing, for_readers
from web.board.showing import shown
from web.board.tables import Cell, Column, Look, Part, Sheet, Table, text

LEVELS = 5
DAYS, HOURS = range(7), range(24)


@for_readers
async def page(seeing: Seeing) -> Response:
    """Cases by weekday and hour of filing."""
    stretch = await stretch_of(seeing, "/board/hours")
    voice = seeing.voice
    part = Part(_table(seeing, stretch.counted.hours), voice.t("board-hours-lead", few=str(FEW)), look=Look.HEAT)
    return await shown(seeing, Sheet("hours", voice.t("board-hours"), [part], stretch.name, stretch.choices))


def _table(seeing: Seeing, times: Sequence[int]) -> Table:
    """`times` by the hour of the week, from Monday at midnight."""
    voice, most = seeing.voice, max([1, *times])
    rows = []
    for hour in HOURS:
        cells = [_cell(seeing, times[day * len(HOURS) + hour], most) for day in DAYS]
        rows.append([text(f"{hour:02d}:00"), *cells])
    heads = [Column(voice.t("board-hour"))]
    heads += [Column(voice.say(Words(f"weekday-{day}")), is_number=True) for day in DAYS]
    return Table("hours", voice.t("board-hours"), heads, rows)


def _cell(seeing: Seeing, count: int, most: int) -> Cell:
    """Few are told as few: an hour alone could lead to somebody who hides."""
    if 0 < count < FEW:
        return Cell(f"< {FEW}", f"< {FEW}", level=1)
    return Cell(seeing.voice.number(count), count, level=-(-LEVELS * count // most))
