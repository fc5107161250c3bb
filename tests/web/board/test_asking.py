"""What an address may ask: forged parts are as if they were not there, and nothing widens what a role may see."""

from __future__ import annotations

import re

import pytest

from tests.web.board.conftest import HIDDEN_FIRM, HIDDEN_PHONE, OPEN_FIRM, Reads
from tests.web.board.test_numbers import counted
from tests.web.site import CONSTRUCTION, FINANCE, Site

NONSENSE = (
    "status=everything",
    "state=%27%20or%201%3D1",
    "topic=none",
    "pci=99",
    "pci=-1",
    "from=yesterday",
    "to=9999-99-99",
    "from=0001-01-01",
    "order=random()",
    "page=-1",
    "page=99999999999999999999",
    "age=age_to_0",
    "lang=xx",
    "kind=" + "x" * 5000,
    "unknown=1",
)


@pytest.mark.parametrize("asked", NONSENSE)
def test_what_makes_no_sense_is_as_if_it_were_not_asked(history_kept: Site, reads: Reads, asked: str) -> None:
    assert counted(reads(), f"/board/cases?{asked}") == 24
    assert history_kept


@pytest.mark.parametrize(
    "asked", ["q=%00", "q=%22", "q=AND+OR+NOT", "q=***", "q=(", "q='", "q=NEAR(a+b)", "q=%F0%9F%98%80"]
)
def test_whatever_is_searched_for_is_only_words(history_kept: Site, reads: Reads, asked: str) -> None:
    assert counted(reads(), f"/board/cases?{asked}") in {0, 24}
    assert history_kept


def test_words_without_diacritics_and_a_code_find_cases(history_kept: Site, reads: Reads) -> None:
    visitor = reads()
    assert counted(visitor, "/board/cases?q=giay+phep") == 24
    assert counted(visitor, "/board/cases?q=%23LS26-00007") == 1
    assert counted(visitor, "/board/cases?q=khong+co") == 0
    assert history_kept


def test_a_department_sees_its_own_cases_whatever_the_address_says(history_kept: Site, reads: Reads) -> None:
    minh = reads("department", CONSTRUCTION)
    assert counted(minh, "/board/cases") == 12
    assert counted(minh, f"/board/cases?department={FINANCE}") == 12
    assert counted(minh, "/board/cases?department=-") == 12
    codes = set(re.findall(r"LS26-\d{5}", minh.get("/board/cases").text))
    assert len(codes) == 12
    for number in range(1, 25):
        code = f"LS26-{number:05}"
        assert minh.get(f"/board/cases/{code}").status_code == (200 if code in codes else 404)
    file = minh.get(f"/board/cases?department={FINANCE}&file=csv").text
    assert set(re.findall(r"LS26-\d{5}", file)) <= codes
    assert history_kept


@pytest.mark.parametrize("code", ["LS26-99999", "1", "LS26-00001%27", "..%2f..", "a" * 300])
def test_a_case_that_is_not_there_is_not_found(history_kept: Site, reads: Reads, code: str) -> None:
    assert reads().get(f"/board/cases/{code}").status_code == 404
    assert history_kept


@pytest.mark.parametrize("asked", ["tier=hidden", "channel=telegram", "language=vi", "place=phuong-tam-thanh"])
@pytest.mark.parametrize(("role", "department"), [("leadership", ""), ("department", CONSTRUCTION)])
def test_by_what_could_single_somebody_out_the_task_group_alone_may_ask(
    history_kept: Site, reads: Reads, role: str, department: str, asked: str
) -> None:
    visitor = reads(role, department)
    assert counted(visitor, f"/board/cases?{asked}") == counted(visitor, "/board/cases")
    name = asked.partition("=")[0]
    assert f'name="{name}"' not in visitor.get("/board/cases").text
    tuan = reads()
    assert f'name="{name}"' in tuan.get("/board/cases").text
    assert history_kept


def test_the_task_group_may_ask_by_them(history_kept: Site, reads: Reads) -> None:
    tuan = reads()
    assert counted(tuan, "/board/cases?tier=hidden") == 5
    assert counted(tuan, "/board/cases?tier=anonymous") == 5
    assert counted(tuan, "/board/cases?place=phuong-tam-thanh") == 18
    assert history_kept


def test_filters_and_order_stay_in_the_address_and_in_the_form(history_kept: Site, reads: Reads) -> None:
    page = reads().get("/board/cases?status=open&order=newest&q=giấy&from=2026-03-01").text
    assert '<option value="open" selected>' in page
    assert '<option value="newest" selected>' in page
    assert 'value="giấy"' in page
    assert 'value="2026-03-01"' in page
    assert "status=open" in re.findall(r'href="([^"]*file=csv[^"]*)"', page)[0]
    assert history_kept


def test_what_excludes_itself_is_nothing_and_not_everything(history_kept: Site, reads: Reads) -> None:
    visitor = reads()
    assert counted(visitor, "/board/cases?status=unaccepted&state=closed") == 0
    assert counted(visitor, "/board/cases?pci=1&topic=giay-phep-xay-dung") == 0
    assert history_kept


# Nobody who hides is on the board


PATHS = (
    *("/board", "/board/cases", "/board/trends", "/board/topics", "/board/places", "/board/hours"),
    *("/board/departments", "/board/signals", "/board/tasks", "/board/cases?file=csv", "/board/cases?q=giấy&file=csv"),
    *(f"/board/cases/LS26-{number:05}" for number in range(1, 25)),
)


@pytest.mark.parametrize(("role", "department"), [("task-group", ""), ("leadership", ""), ("department", CONSTRUCTION)])
def test_nobody_who_hides_is_named_anywhere(history_kept: Site, reads: Reads, role: str, department: str) -> None:
    visitor = reads(role, department)
    for path in PATHS:
        text = visitor.get(path).text
        assert HIDDEN_FIRM not in text, path
    hidden = [number for number in range(1, 25) if number % 5 in {3, 4}]
    for number in hidden:
        assert HIDDEN_PHONE not in visitor.get(f"/board/cases/LS26-{number:05}").text
        assert "4900001236" not in visitor.get(f"/board/cases/LS26-{number:05}").text
    assert history_kept


def test_leadership_reads_no_business_at_all(history_kept: Site, reads: Reads) -> None:
    dung, tuan = reads("leadership"), reads()
    for path in PATHS:
        text = dung.get(path).text
        assert OPEN_FIRM not in text, path
        assert HIDDEN_PHONE not in text, path
        assert "4900001236" not in text, path
        assert "Nguyễn Thị Lan" not in text, path
    assert OPEN_FIRM in tuan.get("/board/cases/LS26-00001").text
    assert "Nguyễn Thị Lan" not in tuan.get("/board/cases/LS26-00001").text
    assert history_kept


def test_small_groups_with_somebody_who_hides_are_not_told(history_kept: Site, reads: Reads) -> None:
    for role in ("task-group", "leadership"):
        page = reads(role).get("/board/places?period=2026").text
        assert "không nêu số" in page or "không nêu" in page
    assert history_kept


def test_hours_of_few_are_told_as_few(history_kept: Site, reads: Reads) -> None:
    page = reads().get("/board/hours?period=2026").text
    numbers = [int(each) for each in re.findall(r'<td class="level-\d">(\d+)</td>', page)]
    assert numbers
    assert not [each for each in numbers if 0 < each < 5]
    assert history_kept


@pytest.mark.parametrize("language", ["vi", "en", "zh"])
@pytest.mark.parametrize("path", PATHS[:8])
def test_every_page_speaks_three_languages(history_kept: Site, reads: Reads, path: str, language: str) -> None:
    answer = reads().get(f"{path}?lang={language}")
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert "board-" not in re.sub(r'(?:action|href|class)="[^"]*"', "", answer.text)
    assert history_kept


def test_a_case_tells_its_story_and_why_it_is_due_when_it_is(history_kept: Site, reads: Reads) -> None:
    minh = reads("department", CONSTRUCTION).get("/board/cases/LS26-00002").text
    assert "Diễn biến" in minh
    assert "Cách tính thời hạn" in minh
    assert "Minh" in minh
    dung = reads("leadership").get("/board/cases/LS26-00002").text
    assert "Minh" not in dung
    assert "cán bộ nhận việc" in dung
    assert history_kept
