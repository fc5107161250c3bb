"""Who may edit: the task group alone, by its own session, from our own pages."""

from __future__ import annotations

import pytest

from storage.catalogue import changes
from tests.web.board.catalogue.conftest import Editing, Opens, texts
from tests.web.board.conftest import Reads
from tests.web.site import CONSTRUCTION, HOST, Site, Visitor

#: every address of the catalogue: what can be read, and what can be posted
READ = (
    *("", "/topics", "/days", "/answers", "/changes", "/deadlines", "/phones/edit?key=so-xay-dung", "/days/edit"),
    *("/topics/edit", "/topics/edit?key=dau-thau", "/answers/edit", "?file=csv&table=phones-own"),
)
POST = {
    "/phones/edit?key=so-xay-dung": {"phone": "1022"},
    "/topics/edit": {"name-vi": "Mới", "department": CONSTRUCTION},
    "/days/edit?key=2026-08-31": {"action": "remove"},
    "/answers/edit": {"title": "Mẫu", "text-vi": "Nội dung"},
    "/deadlines": {"reason": "lịch đã đổi"},
}


def everybody(site: Site, reads: Reads) -> dict[str, tuple[Visitor, int]]:
    """Each role by each way in that is not the task group's, and what it is told."""
    sites = {
        "business": site.business(),
        "desk": site.officer("Minh"),
        "task group's desk": site.officer("Tú", "", "task-group"),
    }
    return {
        "nobody": (site.visitor(), 401),
        **{name: (visitor, 401) for name, visitor in sites.items()},
        "department": (reads("department", CONSTRUCTION), 404),
        "head": (reads("head", CONSTRUCTION), 404),
        "leadership": (reads("leadership"), 404),
    }


def test_nobody_else_reads_or_writes_anything(edited: Site, reads: Reads) -> None:
    before = texts(edited)
    for who, (visitor, told) in everybody(edited, reads).items():
        for path in READ:
            answer = visitor.get(f"/board/catalogue{path}")
            assert (who, path, answer.status_code) == (who, path, told)
            assert "dau-thau" not in answer.text
        for path, form in POST.items():
            assert (who, path, visitor.post(f"/board/catalogue{path}", form).status_code) == (who, path, told)
        assert "/board/catalogue" not in visitor.get("/board").text
    assert texts(edited) == before
    assert edited.store.call(lambda tx: changes.page(tx, 0, 9)) == []


def test_the_task_group_reads_and_writes_also_from_its_desk(edited: Site, reads: Reads) -> None:
    at_desk = edited.officer("Tú", "", "task-group")
    assert at_desk.post("/board/enter", {"room": "desk"}).status_code == 303
    for visitor in (reads(), at_desk):
        assert 'href="/board/catalogue"' in visitor.get("/board").text
        assert [visitor.get(f"/board/catalogue{path}").status_code for path in READ] == [200] * len(READ)
    assert Editing(at_desk, "/board/catalogue/phones/edit?key=so-xay-dung").save(phone="1022").status_code == 303
    assert edited.store.call(lambda tx: changes.page(tx, 0, 9))[0].by == "Tú"


@pytest.mark.parametrize("origin", ["https://evil.example", "null", ""])
def test_another_site_cannot_make_somebody_save(edited: Site, opens: Opens, origin: str) -> None:
    before, form = texts(edited), opens("phones", "so-xay-dung")
    held = {**form.opened(), "phone": "1022"}
    assert form.visitor.post(form.path, held, origin=origin).status_code == 403
    assert texts(edited) == before
    assert form.visitor.post(form.path, held, origin=HOST).status_code == 303


def test_on_trial_the_catalogue_is_read_and_not_written(trial: Site) -> None:
    tuan = trial.visitor()
    tuan.get("/try/task-group")
    tuan.post("/board/enter", {"room": "task-group"})
    page = tuan.get("/board/catalogue/phones/edit?key=so-xay-dung").text
    assert "Đang dùng thử" in page
    assert 'value="save" disabled' in page
    for path, form in POST.items():
        assert tuan.post(f"/board/catalogue{path}", form).status_code == 403
