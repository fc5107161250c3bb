"""What was asked of whom, and which project waits: the lists a leader follows up."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.oversight import projects as rules
from domain.oversight.projects import Project
from handlers import recording
from storage import cases
from storage.database import Tx
from storage.oversight import directives, projects
from tests.cast import TUAN
from tests.domain.oversight.test_directives import given_
from tests.web.board.conftest import Reads
from tests.web.site import NOW, Site


def seen_to(tx: Tx) -> None:
    """A directive that is late, one that is not, and a project with two of the cases."""
    for number, days in ((1, -3), (2, 5)):
        taken = given_()
        directive = replace(taken.directive, id=number, code=f"CD26-{number:03d}", due=NOW + timedelta(days=days))
        directives.keep(tx, replace(taken, directive=directive, entry=replace(taken.entry, directive=number)))
    projects.take_over(tx, [Project("DA-001", "Đường tuần tra", investor="Công ty Bí Mật", capital=5_000)])
    road = projects.by_code(tx, "DA-001")
    assert road is not None
    for number in (5, 10):
        case = cases.load(tx, number)
        assert case is not None
        recording.record(tx, rules.link(case, TUAN, tx.now, road))


@pytest.mark.parametrize("role", ["task-group", "leadership"])
def test_what_is_late_comes_first_and_a_project_leads_to_its_oldest_case(
    history_kept: Site, reads: Reads, role: str
) -> None:
    history_kept.store.call(seen_to)
    text = reads(role).get("/board/tasks").text
    assert text.index("CD26-001") < text.index("CD26-002")
    assert "DA-001 Đường tuần tra" in text
    assert '<a href="/board/cases/LS26-00005"' in text
    assert "Bí Mật" not in text


def test_nothing_to_do_is_said(history_kept: Site, reads: Reads) -> None:
    text = reads().get("/board/tasks").text
    assert "Không có dự án nào có việc chưa xong." in text
    assert history_kept
