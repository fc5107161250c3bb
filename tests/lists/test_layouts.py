"""Each layout is read as it is meant, or refused cell by cell: nothing of a list is assumed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from bot.commands.keeping import tables
from bot.province import read_catalogue
from domain.case.case import Matter
from domain.lists import mappings
from domain.lists.guessing import guess
from domain.lists.mappings import ListMapping
from domain.lists.offices import Offices
from domain.lists.petitions import Petition
from domain.lists.reading import Found, read
from domain.lists.standings import Standing
from tests.lists import layouts

ROOT = Path(__file__).resolve().parent.parent.parent
AGRICULTURE, BUILDING, TAX = "so-nong-nghiep-va-moi-truong", "so-xay-dung", "thue-tinh"
TODAY = date(2026, 11, 20)
Read = Callable[..., tuple[Found, list[str]]]


@cache
def offices() -> Offices:
    catalogue, _ = read_catalogue(ROOT / "catalogue" / "lang-son")
    return Offices(catalogue, {})


@pytest.fixture
def told(tmp_path: Path) -> Read:
    """What a layout says when it is read as guessed, or as a person has changed the guess."""

    def work(name: str, change: Callable[[ListMapping], None] = lambda _: None) -> tuple[Found, list[str]]:
        sheets = tables.read(layouts.make(name, tmp_path))
        mapping, notes = guess(name, sheets, offices())
        change(mapping)
        again = mappings.parsed(mappings.written(mapping))
        assert again == mapping
        return read(sheets, again, offices(), TODAY), notes

    return work


def faults(found: Found) -> list[str]:
    return [str(each) for each in found.faults]


def lines(found: Found) -> list[tuple[str, str, date, Standing]]:
    return [(each.number, each.department, each.received, each.standing) for each in found.petitions]


def test_a_day_within_the_text_is_found_and_a_column_without_heading_is_left_out(told: Read) -> None:
    found, notes = told("dialogue")
    assert lines(found) == [
        ("", AGRICULTURE, date(2024, 5, 3), Standing.ANSWERED),
        ("", BUILDING, date(2024, 6, 4), Standing.FILED),
    ]
    assert found.petitions[0].answered == date(2024, 5, 20)
    assert any("column E has no heading and holds telephone numbers" in each for each in notes)
    assert not any("0912345678" in str(each) for each in found.petitions)


def test_a_colour_is_asked_about_and_then_tells_the_state(told: Read) -> None:
    found, _ = told("ministry")
    assert found.petitions == []
    assert faults(found) == ["Sheet!A1: nothing tells “received”: say it in the mapping"]

    def explain(mapping: ListMapping) -> None:
        mapping.sheets[0].values["received"] = "31/12/2024"
        mapping.sheets[0].colours |= {"92D050": "solved", "FFFF00": "accepted"}

    found, _ = told("ministry", explain)
    assert [each.standing for each in found.petitions] == [Standing.SOLVED, Standing.ACCEPTED]
    assert faults(found) == [
        "Sheet!C4: the mapping does not say which state the colour FF0000 means",
    ]


@pytest.mark.parametrize("name", ["by_agency", "backlog", "state_form"])
def test_a_summary_is_no_list_of_petitions(told: Read, name: str) -> None:
    found, notes = told(name)
    assert (found.petitions, found.faults) == ([], [])
    assert "a summary, and no list of petitions" in notes[0]


def test_agencies_in_rows_of_their_own_serial_days_as_text_and_numbers_that_begin_anew(told: Read) -> None:
    found, _ = told("still_open", lambda mapping: mapping.sheets[0].values.update(state="accepted"))
    assert lines(found) == [
        ("1", AGRICULTURE, date(2024, 5, 3), Standing.ACCEPTED),
        ("2", AGRICULTURE, date(2021, 3, 20), Standing.ACCEPTED),
        ("1", BUILDING, date(2023, 3, 15), Standing.ACCEPTED),
    ]
    assert faults(found) == ["Sheet!A13: “Ban Dân vận tỉnh” is no department that is known"]
    assert len({each.key for each in found.petitions}) == 3


def test_the_column_in_which_something_stands_tells_the_state(told: Read) -> None:
    found, _ = told("ward")
    assert [each.standing for each in found.petitions] == [Standing.SOLVED, Standing.FILED, Standing.PARTLY]
    assert {each.business for each in found.petitions} == {"Công ty Số 1", "Công ty Số 2", "Công ty Số 3"}
    assert not any("0912" in str(each) for each in found.petitions)


def test_the_sheet_tells_the_state_and_what_is_added_up_below_is_no_petition(told: Read) -> None:
    found, _ = told("weekly")
    assert lines(found) == [
        ("KN01", AGRICULTURE, date(2026, 3, 16), Standing.ACCEPTED),
        ("KN00", TAX, date(2026, 1, 26), Standing.SOLVED),
    ]
    assert faults(found) == ["Chưa hoàn thành!G3: “Xong rồi” is no state that is known"]
    found, _ = told("weekly", lambda mapping: mapping.states.update({"xong roi": "solved"}))
    assert [each.standing for each in found.petitions] == [Standing.ACCEPTED, Standing.SOLVED, Standing.SOLVED]


def test_lateness_is_no_state_and_two_departments_are_one_petition(told: Read) -> None:
    found, _ = told("audit")
    assert [each.standing for each in found.petitions] == [Standing.ACCEPTED, Standing.SOLVED, Standing.FILED]
    first = found.petitions[0]
    assert (first.department, first.together, first.said_department) == (
        AGRICULTURE,
        (TAX,),
        f"{layouts.LAND}; {layouts.TAX}",
    )
    assert [each.deadline for each in found.petitions] == ["31/12/2021", "trong quý III", ""]
    assert [each.received for each in found.petitions] == [date(2021, 3, 17), date(2021, 3, 20), date(2021, 3, 21)]

    def by_lateness(mapping: ListMapping) -> None:
        mapping.sheets[0].columns["state"] = ["Trạng thái (Trong hạn/quá hạn)"]

    found, _ = told("audit", by_lateness)
    assert found.petitions == []
    assert faults(found) == [
        "Sheet!M4: “Quá hạn” says whether it is late, and no state",
        "Sheet!M5: “Trong hạn” says whether it is late, and no state",
        "Sheet!M6: nothing tells the state",
    ]


def test_a_merged_cell_holds_for_all_its_rows_and_a_denunciation_is_not_kept(told: Read) -> None:
    found, _ = told("petitions_behind", lambda mapping: mapping.sheets[0].values.update(department="Sở TN&MT"))
    assert [(each.number, each.business, each.kind) for each in found.petitions] == [
        ("D-1", "Công ty Lan Anh", Matter.PROPOSAL),
        ("D-2", "Công ty Lan Anh", Matter.COMPLAINT),
    ]
    assert [each.standing for each in found.petitions] == [Standing.SOLVED, Standing.ACCEPTED]
    assert faults(found) == ["Sheet!G4: a denunciation has a law of its own and is not kept here"]


def test_a_list_in_english_is_read_too(told: Read) -> None:
    found, _ = told("elsewhere")
    assert lines(found) == [
        ("", BUILDING, date(2024, 5, 3), Standing.FILED),
        ("", "so-tai-chinh", date(2024, 6, 4), Standing.SOLVED),
    ]


def test_one_petition_in_two_rows_for_two_departments_counts_once(tmp_path: Path) -> None:
    path = tmp_path / "hai-don-vi.csv"
    rows = [
        "STT;Doanh nghiệp;Nội dung kiến nghị;Đơn vị trả lời;Ngày tiếp nhận;Trạng thái",
        "1;Lan Anh;Đề nghị mở đường vào bãi hàng;Sở Xây dựng;03/05/2024;Đang",
        "2;Lan Anh;Đề nghị mở đường vào bãi hàng;Sở Tài chính;03/05/2024;Đang",
        "3;Lan Anh;Đề nghị mở đường vào bãi hàng;Sở Công Thương;03/05/2024;Đã",
        "4;Lan Anh;Đề nghị mở đường vào bãi hàng;Sở KH&ĐT;03/05/2024;Đang",
    ]
    path.write_text("\ufeff" + "\r\n".join(rows), encoding="utf-8")
    sheets = tables.read(path)
    mapping, _ = guess("x", sheets, offices())
    found = read(sheets, mapping, offices(), TODAY)
    (one,) = found.petitions
    assert isinstance(one, Petition)
    assert (one.department, one.together, found.joined) == (BUILDING, ("so-tai-chinh",), 1)
    assert faults(found) == [
        "hai-don-vi!A4: the same petition as in hai-don-vi!2, in another state: say which is right",
        "hai-don-vi!A5: the same petition as in hai-don-vi!2: it counts once",
    ]
