"""A changed calendar moves no open deadline by itself: the task group sees what it would do, and counts anew."""

from __future__ import annotations

from domain.case.case import Case, Move, Role
from domain.messages import Chat, Network, Words
from handlers import recording
from storage import cases, people
from storage.database import Tx
from storage.journal import entries
from tests.cast import NOW, filed
from tests.posted import posted
from tests.web.board.catalogue.conftest import Form, Opens
from tests.web.site import CONSTRUCTION, Site

PATH = "/board/catalogue/deadlines"
#: seven working days from Monday 9 March end on the 18th; a day off among them makes it the 19th
DAY_OFF: Form = {"day": "12/03/2026", "is_worked": "no", "name-vi": "Nghỉ lũ", "source": "Công điện 7/CĐ-UBND"}


def open_case(site: Site, number: int = 1, **facts: object) -> Case:
    term = site.ports.province.terms.filed(NOW, "obstacle", "", CONSTRUCTION)
    told = filed(number, term=term, **facts)

    def work(tx: Tx) -> None:
        if people.find(tx, Network.TELEGRAM, "1") is None:
            people.meet(tx, Chat(Network.TELEGRAM, "1"), "1", "Nguyễn Thị Lan", "vi")
        recording.record(tx, told)

    site.store.call(work)
    return told.case


def load(site: Site, number: int = 1) -> Case:
    found = site.store.call(lambda tx: cases.load(tx, number))
    assert found
    return found


def test_without_a_change_there_is_nothing_to_count_anew(edited: Site, opens: Opens) -> None:
    open_case(edited)
    page = opens("days").visitor.get(PATH).text
    assert "không có gì phải tính lại" in page
    assert '<button class="primary">Tính lại' not in page


def test_open_deadlines_stay_until_the_task_group_counts_anew_and_then_all_are_told(edited: Site, opens: Opens) -> None:
    before = open_case(edited).deadline
    open_case(edited, 2)
    form = opens("days")
    assert form.save({**DAY_OFF}).headers["location"] == f"{PATH}?done=saved"
    page = form.visitor.get(f"{PATH}?done=saved").text
    assert "2 vụ việc đang mở được tính khác đi, trong đó 2 vụ có hạn khác" in page
    assert '<a href="/board/cases/LS26-00001">#LS26-00001</a>' in page
    assert "18/03/2026" in page
    assert "19/03/2026" in page
    assert load(edited).deadline == before
    for reason in ("", "lũ", "x " * 200):
        wrong = form.visitor.post(PATH, {"reason": reason})
        assert wrong.status_code == 422
        assert 'id="wrong-reason"' in wrong.text
    assert load(edited).deadline == before
    done = form.visitor.post(PATH, {"reason": "Công điện 7/CĐ-UBND"})
    assert done.headers["location"] == f"{PATH}?counted=2"
    told = form.visitor.get(done.headers["location"]).text
    assert "Đã tính lại 2 vụ việc" in told
    assert "không có gì phải tính lại" in told
    after = load(edited).deadline
    assert before
    assert after
    assert (after - before).days == 1
    last = edited.store.call(lambda tx: entries.entry_of(entries.rows(tx, 1)[-1]))
    assert (last.move, last.actor.role, last.actor.name) == (Move.RECOMPUTED, Role.TASK_GROUP, "Tuấn")
    assert last.facts["reason"] == "Công điện 7/CĐ-UBND"
    keys = [each.words.key for each in edited.store.call(posted) if isinstance(each.words, Words)]
    assert keys.count("to-business-recomputed") == 2
    assert keys.count("catalogue-day-changed") == 1


def test_a_case_filed_after_the_change_is_counted_by_the_new_calendar(edited: Site, opens: Opens) -> None:
    first = open_case(edited).deadline
    assert opens("days").save({**DAY_OFF}).status_code == 303
    second = open_case(edited, 2).deadline
    assert first
    assert second
    assert (second - first).days == 1
    assert "1 vụ việc đang mở được tính khác đi" in opens("days").visitor.get(PATH).text


def test_what_would_be_late_at_once_says_so(edited: Site, opens: Opens) -> None:
    case = open_case(edited)
    assert case.deadline
    assert opens("days").save({**DAY_OFF, "day": "14/03/2026", "is_worked": "yes"}).status_code == 303
    edited.ahead += case.deadline - edited.ports.clock()
    assert "(quá hạn ngay)" in opens("days").visitor.get(PATH).text
