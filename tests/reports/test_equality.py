"""The same number wherever it is told: in chat, in the files of a report (test_documents.py), by a recount."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

import pytest

from bot.province import read_examples
from bot.settings import ROOT
from domain.messages import TASK_GROUP, Lines, Words
from domain.statistics.periods import read
from domain.statistics.recount import AGAIN, ALL, recount
from handlers.admin import made_up
from handlers.province import Province
from handlers.task_group import keeping, period_figures, reporting
from reports import facts
from storage import cases
from storage.database import Store, Tx

UNTIL = datetime.fromisoformat("2026-11-23T00:00:00+07:00")
FRIDAY = datetime.fromisoformat("2026-11-20T16:40:00+07:00")
#: what the chat says, by the sentence and the name of its number
SAID = {
    ("figures-received", "count"): "received",
    ("figures-answered", "count"): "answered",
    ("figures-answered", "ontime"): "on_time",
    ("figures-answered", "extended"): "extended",
    ("figures-answered", "late"): "late",
    ("figures-outcomes", "solved"): "solved",
    ("figures-outcomes", "partly"): "partly",
    ("figures-outcomes", "notsolved"): "not_solved",
    ("figures-outcomes", "explained"): "only_explained",
    ("figures-outcomes", "silent"): "not_confirmed",
    ("figures-open", "count"): "carried_forward",
    ("figures-open", "overdue"): "overdue_now",
    ("figures-open", "waiting"): "waiting_for_business",
}


def tell(tx: Tx, province: Province, seed: int) -> None:
    """A made-up history of some months."""
    people = made_up.authors(tx, seed, 12)
    for each in made_up.plan(province, seed, read_examples(ROOT / "catalogue" / "lang-son"), people, (50, UNTIL)):
        made_up.tell(tx, province, replace(each, at=max(each.at, UNTIL - (UNTIL - each.at) / 12)))


def in_chat(tx: Tx, province: Province) -> dict[str, Any]:
    """The numbers of `/thongke` on Friday afternoon."""
    tx.now = FRIDAY
    words = reporting.this_week(tx, province, TASK_GROUP).words
    assert isinstance(words, Lines)
    lines = {each.key: each.args for each in words.items if isinstance(each, Words)}
    return {name: lines[sentence][number] for (sentence, number), name in SAID.items()}


@pytest.mark.parametrize("seed", range(1, 13))
def test_chat_report_and_recount_tell_the_same_numbers(store: Store, province: Province, seed: int) -> None:
    store.call(lambda tx: tell(tx, province, seed))
    week = read("2026-W47")
    told = facts.facts(period_figures.report(store.read, province, week, FRIDAY))["figures"]
    chat = store.call(lambda tx: in_chat(tx, province))
    assert chat == {name: told[name] for name in chat}
    span = period_figures.bounds(province, week, FRIDAY)
    numbers = store.read(lambda tx: cases.alive(tx, *span))
    journals = store.read(lambda tx: cases.journals(tx, numbers, span[1]))
    again = recount(journals.values(), *span)[ALL]
    assert {name: again[name] for name in AGAIN} == {name: told[name] for name in AGAIN}


@pytest.mark.parametrize("seed", range(1, 13))
def test_what_is_kept_changes_no_number_of_any_report(store: Store, province: Province, seed: int) -> None:
    store.call(lambda tx: tell(tx, province, seed))
    wanted = [(read(key), period_figures.bounds(province, read(key), UNTIL)) for key in ("2026-W47", "2026-10")]
    before = [facts.facts(period_figures.report(store.read, province, period, UNTIL)) for period, _ in wanted]
    keeping.keep(store.read, province, wanted, store.call)
    assert [facts.facts(period_figures.report(store.read, province, period, UNTIL)) for period, _ in wanted] == before
    for (period, span), told in zip(wanted, before, strict=True):
        (found,) = period_figures.counted(store.read, province, [(period, span)])
        assert asdict(found.figures) == told["figures"]
