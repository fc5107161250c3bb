"""A table as a file: the rows of the screen, as CSV for any program or as a workbook."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Iterable, Sequence
from datetime import date
from pathlib import Path

import structlog
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response, StreamingResponse

from web.board.readers import Seeing
from web.board.tables import Cell, Column, Plain, Table
from web.errors import Refused

log = structlog.get_logger()

PROGRAM = sys.executable
ROOT = Path(__file__).resolve().parents[2]
FORMS = ("xlsx", "csv")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: with these a spreadsheet begins a formula
_ACTIVE = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_DRAWING = 300.0
_WIDE, _NARROW = 28, 14
Row = Sequence[Cell]
Rows = AsyncIterator[Iterable[Row]]


async def of(table: Table) -> Rows:
    """The rows of a table that is there already."""
    yield table.rows


async def download(seeing: Seeing, form: str, table: Table, rows: Rows) -> Response:
    """The file, its rows taken as they come, so that a long list needs no memory."""
    log.info("board.downloaded", table=table.key, form=form)
    name = f"bang-{table.key}-{seeing.ports.clock().astimezone(seeing.ports.catalogue.timezone):%Y%m%d-%H%M}.{form}"
    if form == "csv":
        headers = {"content-disposition": f'attachment; filename="{name}"'}
        return StreamingResponse(_csv(table.columns, rows), headers=headers, media_type="text/csv; charset=utf-8")
    path = await _workbook(table, rows)
    return FileResponse(path, filename=name, media_type=XLSX, background=BackgroundTask(path.unlink, missing_ok=True))


async def _csv(columns: Sequence[Column], rows: Rows) -> AsyncIterator[str]:
    # the mark at its beginning tells a spreadsheet that this is UTF-8
    yield "\ufeff" + _lines([[harmless(each.name) for each in columns]])
    async for batch in rows:
        yield _lines([[harmless(cell.value) for cell in row] for row in batch])


def _lines(rows: Iterable[Sequence[str]]) -> str:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue()


def harmless(value: Plain) -> str:
    """A value as text that no spreadsheet takes for a formula."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_ACTIVE) else value
    return "" if value is None else str(value)


async def _workbook(table: Table, rows: Rows) -> Path:
    """Drawn by a child process, so that the bot's memory and its loop stay small."""
    number, name = tempfile.mkstemp(prefix="govuong-", suffix=".xlsx")
    os.close(number)
    path = Path(name)
    process = await asyncio.create_subprocess_exec(
        *(PROGRAM, "-m", "reports.table", name),
        cwd=ROOT,
        env={"PATH": os.environ.get("PATH", ""), "PYTHONIOENCODING": "utf-8"},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,  # a traceback quotes what the table holds
    )
    try:
        async with asyncio.timeout(_LONGEST_DRAWING):
            await _feed(process, table, rows)
            code = await process.wait()
    except (TimeoutError, ConnectionError):
        code = -1
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if code:
        await asyncio.to_thread(path.unlink, missing_ok=True)
        log.warning("board.not_drawn", table=table.key, code=code)
        raise Refused(503, "board-not-drawn")
    return path


async def _feed(process: asyncio.subprocess.Process, table: Table, rows: Rows) -> None:
    pipe = process.stdin
    if pipe is None:
        raise ConnectionError
    columns = [{"name": each.name, "width": _NARROW if each.is_number else _WIDE} for each in table.columns]
    pipe.write(_line({"title": table.title, "columns": columns}))
    async for batch in rows:
        for row in batch:
            pipe.write(_line([_plain(cell.value) for cell in row]))
        await pipe.drain()
    pipe.close()


def _plain(value: Plain) -> object:
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _line(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False) + "\n").encode()
