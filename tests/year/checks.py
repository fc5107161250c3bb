"""What must hold through the year: memory and tables that stay, one report a Monday, figures and journals that fit."""

from __future__ import annotations

import gc
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

import psutil
from sqlalchemy import func, text
from sqlmodel import col, select

from handlers.admin import audit
from handlers.task_group import keeping
from storage import cases, page
from storage.database import Tx
from storage.tables import CaseRow, FailedUpdate, JournalRow, PageMessage
from tests.year.world import World

#: rows that only serve for a while: as many at the end as after a quarter, for the year brings as much each week
BOUNDED = ("seen", "outbox", "job_runs", "reminders", "held_notices", "writing", "alarms", "failed_updates")
#: weeks until what is kept for sixty days is as much as it will ever be
SETTLED = 10
TOLERANCE = 0.10


@dataclass
class Report:
    """A line a week, what is told at the end, and what is wrong."""

    lines: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    memory: dict[int, float] = field(default_factory=dict)
    rows: dict[int, dict[str, int]] = field(default_factory=dict)
    seconds: float = 0

    def week(self, world: World, week: int, now: datetime) -> None:
        """Look at memory and tables, and whether this Monday brought its report."""
        gc.collect()
        self.memory[week] = psutil.Process().memory_info().rss / 1e6
        self.rows[week] = world.parts.store.call(_rows)
        cases_ = world.parts.store.call(lambda tx: tx.first(select(func.count().label("n")).select_from(CaseRow))).n
        self.lines.append(f"week {week}: {cases_} cases, {self.memory[week]:.0f} MB")

    def end(self, world: World) -> None:
        """Everything that is looked at once."""
        store = world.parts.store
        self._flat()
        self._bounded()
        self._mondays(store.call(_weekly))
        checked, wrong = audit.verify(store)
        self.told.append(f"{checked} journals verified, {len(wrong)} of them do not fit")
        self.wrong += wrong[:5]
        wanted = store.call(lambda tx: keeping.compared(tx, world.parts.province, tx.now, every=True))
        differences = keeping.differences(store.read, world.parts.province, wanted)
        self.told.append(f"{len(wanted)} periods counted again by other code, {len(differences)} differences")
        self.wrong += differences[:5]
        moves = store.call(lambda tx: {row.move: row.n for row in tx.rows(_MOVES)})
        self.told.append("journal: " + ", ".join(f"{move} {many}" for move, many in sorted(moves.items())))
        doubles = store.call(_doubles)
        self.wrong += [f"{many} cases of one filing: {words}" for words, many in doubles.items()]
        failed = store.call(lambda tx: tx.rows(select(FailedUpdate.traceback)))
        self.wrong += [f"a failed update: {row.traceback.strip().splitlines()[-1]}" for row in failed[:5]]
        self.told.append(", ".join(f"{what}: {many}" for what, many in world.counts.items()))

    def _flat(self) -> None:
        """Memory of the last weeks against that of the first settled ones."""
        settled = [size for week, size in self.memory.items() if week >= SETTLED]
        if not settled:
            return
        first, last = sum(settled[:4]) / len(settled[:4]), sum(settled[-4:]) / len(settled[-4:])
        self.told.append(f"memory: {first:.0f} MB from week {SETTLED} on, {last:.0f} MB at the end")
        if abs(last - first) > first * TOLERANCE:
            self.wrong.append(f"memory went from {first:.0f} to {last:.0f} MB")

    def _bounded(self) -> None:
        weeks = sorted(week for week in self.rows if week >= SETTLED)
        if len(weeks) < 2:
            return
        for table in BOUNDED:
            first = max(self.rows[week][table] for week in weeks[:4])
            last = max(self.rows[week][table] for week in weeks[-4:])
            self.told.append(f"{table}: at most {first} rows from week {SETTLED} on, {last} at the end")
            if last > first * 1.3 + 20:  # holidays and their weeks after make some weeks fuller
                self.wrong.append(f"{table} grows: {first}, then {last}")

    def _mondays(self, found: Counter[str]) -> None:
        """Every week's summary, once."""
        doubled = [words for words, many in found.items() if many != 1]
        weeks = max(self.memory, default=0)
        self.told.append(f"{len(found)} weekly summaries for {weeks} weeks that were over")
        if doubled or len(found) != weeks:
            self.wrong.append(f"weekly summaries: {len(found)} of {weeks}, not once: {doubled[:3]}")


_MOVES = select(JournalRow.move, func.count().label("n")).group_by(col(JournalRow.move))


def _rows(tx: Tx) -> dict[str, int]:
    return {table: int(tx.first(text(f"select count(*) as n from {table}")).n) for table in BOUNDED}  # noqa: S608  ours


def _weekly(tx: Tx) -> Counter[str]:
    """The first lines of the summaries that leadership has read, and how often each."""
    mine = select(PageMessage).where(PageMessage.chat_id == "desk:leadership").order_by(col(PageMessage.id))
    heads = (said.splitlines()[0] for row in tx.rows(mine) if (said := page.said(tx, row)[1]))
    return Counter(head for head in heads if head.startswith("📊"))


def _doubles(tx: Tx) -> dict[str, int]:
    """Filings that have become more than one case."""
    rows = tx.rows(select(CaseRow.id, CaseRow.rest))
    texts = Counter(cases.opened(tx, row.id, row.rest)["text"].partition(":")[0] for row in rows)
    return {words: many for words, many in texts.items() if many > 1 and words.startswith("Việc ")}
