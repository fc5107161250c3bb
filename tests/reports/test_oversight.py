"""Directives and disputes in every report: who does what by when, by department, as they stood, nobody named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.delivery.wording import Wording
from bot.settings import ROOT
from domain.case.case import Actor, Matter, Role, Tier
from domain.oversight import directives as rules
from domain.oversight.directives import Directive, Subject
from domain.oversight.tally import Counts, counted
from domain.oversight.terms import Limit
from domain.statistics.counting import Dimension
from domain.statistics.periods import read
from handlers import recording
from handlers.province import Province
from handlers.task_group import period_figures
from reports import facts, letters, oversight
from reports.blocks import Heading, Paragraph, Table
from reports.telling import Telling
from storage.database import Store, Tx
from storage.oversight import directives as memory
from tests.cast import CONSTRUCTION, MINH, NOW, TUAN, Hands, filed

DUNG = Actor(Role.LEADERSHIP, 5, "Dung")
LATER = NOW + timedelta(days=9)


def give(tx: Tx, text: str, by: Actor = DUNG) -> Directive:
    new = Directive(0, "", by, text, tx.now, Subject.CASE, "LS26-00001", 1, CONSTRUCTION)
    coded = replace(memory.draft(tx, new), code=memory.take_code(tx, 2026))
    taken = rules.give(coded, by, tx.now, Limit(tx.now + timedelta(days=3), ()))
    memory.keep(tx, taken)
    return taken.directive


@pytest.fixture
def telling(store: Store, hands: Hands, province: Province) -> Callable[[str], Telling]:
    """A complaint of somebody who hides, one directive late, one done in time and one given after the week."""
    words = Wording(province.catalogue, ROOT / "locales")
    store.call(lambda tx: recording.record(tx, filed(1, kind=Matter.COMPLAINT, tier=Tier.HIDDEN)))
    store.call(lambda tx: give(tx, "Công ty Lan Anh phải được trả lời"))
    done = store.call(lambda tx: give(tx, "Báo cáo tiến độ", TUAN))
    hands.on(days=1)
    reported = rules.report(done, MINH, hands(), "Đã báo cáo")
    store.call(lambda tx: memory.keep(tx, reported))
    store.call(lambda tx: memory.keep(tx, rules.accept(reported.directive, TUAN, tx.now)))
    hands.now = LATER
    store.call(lambda tx: give(tx, "Tuần sau mới giao"))

    def of(key: str) -> Telling:
        report = period_figures.report(store.call, province, read(key), LATER + timedelta(days=1))
        return Telling(report, province.catalogue, province.calendar, lambda value: words.say(value, "vi"))

    return of


def texts(it: Telling) -> str:
    said = []
    for block in letters.letter(it).body:
        match block:
            case Heading(text) | Paragraph(text):
                said.append(text)
            case Table(header, rows):
                said += ["|".join(row) for row in (header, *rows)]
            case _:
                pass
    return "\n".join(said)


def test_a_report_counts_directives_by_department_as_they_stood_at_its_end(
    telling: Callable[[str], Telling],
) -> None:
    week = telling("2026-W11").report
    assert counted(week.directives) == {CONSTRUCTION: Counts(2, 1, 0, 1, 1)}
    assert counted(telling("2026-W12").report.directives) == {CONSTRUCTION: Counts(1, 0, 0, 2, 1)}
    assert counted(telling("2026-03").report.directives) == {CONSTRUCTION: Counts(3, 1, 0, 2, 1)}


@pytest.mark.parametrize("key", ["2026-W11", "2026-Q1", "2026"])
def test_every_report_lists_who_does_what_by_when_and_names_no_business(
    telling: Callable[[str], Telling], key: str
) -> None:
    said = texts(telling(key))
    assert "KẾT QUẢ THỰC HIỆN CHỈ ĐẠO" in said.upper()
    assert "CD26-001|Sở Xây dựng|#LS26-00001: " in said
    assert "12/03/2026|quá hạn" in said
    assert "hoàn thành" in said
    assert "có thể thành tranh chấp" in said.lower()
    assert "khiếu nại" in said
    assert "Lan Anh" not in said


def test_the_four_parts_have_what_was_directed_first_and_what_goes_on_last(
    telling: Callable[[str], Telling],
) -> None:
    said = texts(telling("2026-Q1"))
    first, last = said.index("Trong kỳ đã ra 3 chỉ đạo"), said.index("Tiếp tục thực hiện 2 chỉ đạo")
    assert said.index("CÔNG TÁC CHỈ ĐẠO") < first < said.index("KẾT QUẢ THỰC HIỆN")
    assert last > said.index("PHƯƠNG HƯỚNG")


def test_components_are_told_in_their_order_unless_they_are_withheld(telling: Callable[[str], Telling]) -> None:
    it = telling("2026-Q1")
    open_one = replace(it.report.figures, received=6)
    groups = {**it.report.groups, Dimension.TOPIC: {"giay-phep-xay-dung": open_one}}
    topic = it.catalogue.topic("giay-phep-xay-dung")
    assert topic is not None
    key = f"{topic.pci_component:02d}"
    shown = replace(it, report=replace(it.report, groups={**groups, Dimension.PCI: {key: open_one}}))
    assert [f"Thành phần {topic.pci_component}" in each.text for each in oversight.by_component(shown)] == [True]  # type: ignore[union-attr]
    hidden = replace(it, report=replace(it.report, groups={**groups, Dimension.PCI: {key: None}}))
    assert list(oversight.by_component(hidden)) == []


def test_the_json_has_the_same_without_the_words(telling: Callable[[str], Telling]) -> None:
    told = facts.facts(telling("2026-W11").report)
    assert [(each["code"], each["standing"], each["late"]) for each in told["directives"]] == [
        ("CD26-001", "given", True),
        ("CD26-002", "done", False),
    ]
    assert told["directives_by_department"][CONSTRUCTION]["overdue"] == 1
    assert [(each["code"], each["signs"]) for each in told["disputes"]] == [("LS26-00001", ["complaint"])]
    assert "Lan Anh" not in str(told)
