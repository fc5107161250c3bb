"""`govuong import`: shown first, taken over once, in no figure of ours, never on our clock unless asked."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from bot.__main__ import main
from bot.settings import load
from bot.wiring import opened
from domain.case import cards, moves
from domain.case.case import Actor, Case, Role, State
from domain.case.moves import DepartmentReply
from domain.messages import Chat, Network
from handlers import recording
from handlers.admin import audit
from handlers.clock import tick
from handlers.queue import View, filter_of
from handlers.task_group import period_figures
from storage import cases, listing
from storage.chats import Bound
from storage.database import Tx
from storage.listing import Filter
from storage.tables import OutboxRow
from tests.lists import layouts

Shown = pytest.CaptureFixture[str]


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings of a database of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'one.db'}")
    monkeypatch.setenv("FILES_DIR", str(tmp_path / "files"))
    assert main(["migrate"]) == 0
    return tmp_path


def all_cases(which: Filter) -> list[Case]:
    parts = opened(load())
    try:
        return parts.store.call(lambda tx: listing.page(tx, which))
    finally:
        parts.store.close()


def test_nothing_is_written_before_it_is_asked_for_and_the_same_list_twice_changes_nothing(
    city: Path, capsys: Shown
) -> None:
    file = str(layouts.make("ward", city))
    assert main(["import", file]) == 0
    out = capsys.readouterr().out
    assert '"text" = "Nội dung kiến nghị"' in out
    assert "3 petitions, 0 faults." in out
    assert "Nothing was written" in out
    assert all_cases(Filter()) == []
    assert main(["import", file, "--write"]) == 0
    assert "3 cases were made. 3 come from lists by now, 1 of them open" in capsys.readouterr().out
    before = all_cases(Filter())
    assert sorted(case.state for case in before) == [State.CLOSED, State.CLOSED, State.FILED]
    Path(file).rename(city / "khac-ten.xlsx")
    assert main(["import", str(city / "khac-ten.xlsx"), "--mapping", str(city / "ward.mapping.toml"), "--write"]) == 0
    assert "3 are here already, as they are." in capsys.readouterr().out
    assert all_cases(Filter()) == before
    assert main(["verify-journal"]) == 0
    assert "3 journals checked, 0 with a fault" in capsys.readouterr().out


def test_a_refused_row_is_taken_once_it_is_mended_and_no_other_twice(city: Path, capsys: Shown) -> None:
    file = str(layouts.make("weekly", city))
    assert main(["import", file, "--write"]) == 1
    shown = capsys.readouterr()
    assert "Chưa hoàn thành!G3: “Xong rồi” is no state that is known" in shown.err
    assert "2 cases were made" in shown.out
    mapping = city / "weekly.mapping.toml"
    mapping.write_text(mapping.read_text().replace("[states]", '[states]\n"Xong rồi" = "solved"'))
    assert main(["import", file, "--write"]) == 0
    assert "1 cases were made. 3 come from lists" in capsys.readouterr().out


def test_what_a_later_list_says_otherwise_is_told_and_changes_nothing(city: Path, capsys: Shown) -> None:
    head = "Doanh nghiệp;Nội dung kiến nghị;Đơn vị trả lời;Ngày tiếp nhận;Trạng thái\n"
    row = "Lan Anh;Đề nghị mở đường vào bãi hàng;Sở Xây dựng;3/5/2024;"
    (city / "so.csv").write_text(f"{head}{row}Đang")
    assert main(["import", "so.csv", "--write"]) == 0
    (city / "so.csv").write_text(f"{head}{row}Đã giải quyết xong")
    assert main(["import", "so.csv", "--write"]) == 0
    assert "so!2: is here already, and told otherwise now" in capsys.readouterr().out
    assert [case.state for case in all_cases(Filter())] == [State.ACCEPTED]


def test_cases_of_lists_are_in_no_figure_of_ours_and_never_on_our_clock(city: Path, capsys: Shown) -> None:
    assert main(["import", str(layouts.make("ward", city)), "--write"]) == 0
    capsys.readouterr()
    assert main(["figures", "--since", "2026-01-01", "--until", "2026-12-31", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["departments"] == {}
    assert told["imported"] == {"cases": 3, "open": 1}
    assert main(["figures", "--since", "2026-01-01", "--until", "2026-12-31", "--json", "--imported"]) == 0
    told = json.loads(capsys.readouterr().out)["departments"]["so-xay-dung"]
    assert (told["received"], told["solved"], told["overdue_now"]) == (3, 1, 0)
    parts = opened(load())
    try:
        later = datetime.now(UTC) + timedelta(days=400)

        def look(tx: Tx) -> None:
            assert cases.due(tx, later) == []
            assert cases.overdue(tx, later) == []
            assert cases.first_filed(tx) is None
            assert listing.count(tx, Filter(is_imported=False)) == 0
            assert listing.count(tx, Filter(is_imported=True)) == 3
            desk = filter_of(parts.province, Bound(Chat(Network.PAGE, "x"), "department", "so-xay-dung"), 0, View.ALL)
            assert listing.count(tx, desk) == 1
            found = period_figures.by_department(
                period_figures.within(tx), parts.province, (datetime(2026, 1, 1, tzinfo=UTC), later)
            )
            assert found == {}

        parts.store.call(look)
        assert parts.store.call(lambda tx: tick.look_at_cases(tx, parts.province)) == 0
    finally:
        parts.store.close()


def test_asked_to_be_timed_what_is_open_is_due_from_today_on_and_still_counted_apart(city: Path, capsys: Shown) -> None:
    assert main(["import", str(layouts.make("ward", city)), "--write", "--timed"]) == 0
    (one,) = all_cases(Filter(is_open=True))
    assert one.deadline is not None
    assert one.deadline > datetime.now(UTC)
    assert one.agenda
    assert one.imported is not None
    assert (one.imported.list, one.imported.place, one.imported.number) == ("ward", "Sheet!4", "KN-2")
    assert all(case.deadline is None for case in all_cases(Filter()) if case.state is State.CLOSED)
    capsys.readouterr()
    assert main(["figures", "--since", "2026-01-01", "--until", "2027-12-31", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["departments"] == {}


def test_officers_work_on_it_as_on_any_case_and_nobody_is_written_to(city: Path) -> None:
    assert main(["import", str(layouts.make("ward", city)), "--write"]) == 0
    parts = opened(load())

    def work(tx: Tx) -> None:
        (one,) = listing.page(tx, Filter(is_open=True))
        minh, terms = Actor(Role.OFFICER, 7, "Minh", one.department), parts.province.terms
        one = recording.record(tx, moves.accept(one, minh, tx.now))
        one = recording.record(tx, moves.ask(one, minh, tx.now, "Xin số hồ sơ", (), "", terms.asked(one, tx.now)))
        assert (one.state, one.agenda, one.deadline) == (State.ASKED, (), None)
        said = DepartmentReply("Đã cấp phép", (), "", terms.answered(one, tx.now), terms.going_on(one, tx.now))
        one = recording.record(tx, moves.answer(one, minh, tx.now, said))
        assert (one.state, one.agenda, one.deadline) == (State.ANSWERED, (), None)
        assert tx.rows(select(OutboxRow.id)) == []
        card = parts.wording.say(cards.card(one).words, "vi")
        assert "Nhập từ danh sách “ward” (Sheet!4), không tính vào số liệu chung" in card

    try:
        parts.store.call(work)
        assert audit.verify(parts.store) == (3, [])
    finally:
        parts.store.close()


def test_what_cannot_be_read_is_said_in_a_line(city: Path, capsys: Shown) -> None:
    (city / "x.xlsx").write_text("xin chào")
    assert main(["import", "x.xlsx"]) == 2
    assert capsys.readouterr().err == "x.xlsx: no table: save the list as .xlsx or as CSV UTF-8\n"
    assert main(["import", "none.xlsx"]) == 2
    assert main(["import", str(layouts.make("state_form", city))]) == 2
    assert "no list of petitions was found in it" in capsys.readouterr().err
    file = layouts.make("ward", city)
    (city / "m.toml").write_text("[[sheet]]\nname = 'Sheet'\n[sheet.values]\nstate = 'xong'")
    assert main(["import", str(file), "--mapping", "m.toml"]) == 2
    assert "m.toml: sheet “Sheet”: “xong” is none of" in capsys.readouterr().err


def test_how_far_it_is_is_told_while_reading_and_writing_and_ten_thousand_rows_take_less_than_a_minute(
    city: Path, capsys: Shown
) -> None:
    """Of one core that nobody else wants; the time of day says more of the machine's other work."""
    many = 400
    began = time.process_time()
    assert main(["import", str(layouts.long(city, many)), "--write"]) == 0
    spent = time.process_time() - began
    told = capsys.readouterr()
    assert f"{many} cases were made" in told.out
    for what in (f"{many}/{many} petitions", "KB of the file", " rows"):
        assert what in told.err
    assert spent * 10_000 / many < 60
