"""The task group changes the catalogue: the file says so, and nothing else in it moves; what is wrong is told."""

from __future__ import annotations

from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.province import read_catalogue
from domain.messages import Words
from storage.catalogue import changes
from storage.catalogue.changes import Change
from tests.posted import posted
from tests.web.board.catalogue.conftest import Form, Opens, fields, texts
from tests.web.board.conftest import Reads
from tests.web.site import Site


def journal(site: Site) -> list[Change]:
    return site.store.call(lambda tx: changes.page(tx, 0, 50))


def difference(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The lines of all files that went and came."""
    found = []
    for file, text in after.items():
        old, new = before[file].splitlines(), text.splitlines()
        for _, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if old[start:end] != new[first:last]:
                found += [f"-{each}" for each in old[start:end]] + [f"+{each}" for each in new[first:last]]
    return found


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("task-group", '+task_group_phone = "0205 3 812 345"'),
        ("so-xay-dung", '+phone = "0205 3 812 345"'),
        ("phuong-dong-kinh", '+phone = "0205 3 812 345"'),
    ],
)
def test_a_number_is_one_line_more_in_its_file_and_the_program_has_it(
    edited: Site, opens: Opens, key: str, line: str
) -> None:
    before, form = texts(edited), opens("phones", key)
    assert form.opened()["phone"] == ""
    assert form.save(phone=" 0205  3 812 345 ").headers["location"] == "/board/catalogue?done=saved"
    assert difference(before, texts(edited)) == [line]
    assert edited.ports.catalogue.phone(key) == "0205 3 812 345"
    told = form.visitor.get("/board/catalogue?done=saved").text
    assert "0205 3 812 345" in told
    assert "Đã lưu" in told
    assert form.save(phone="").status_code == 303
    assert texts(edited) == before
    assert [(each.by, bool(each.before), bool(each.after)) for each in journal(edited)] == [("Tuấn", True, True)] * 2


def test_who_answers_for_personal_data_has_a_number_of_their_own(edited: Site, opens: Opens) -> None:
    before, form = texts(edited), opens("phones", "privacy")
    assert form.save(phone="1022").status_code == 303
    was = 'telephone = ""'
    assert difference(before, texts(edited)) == [f"-{was} # to be confirmed", '+telephone = "1022" # to be confirmed']
    assert edited.ports.catalogue.privacy.telephone == "1022"


def test_a_topic_is_changed_where_it_stands(edited: Site, opens: Opens) -> None:
    before, form = texts(edited), opens("topics", "dau-thau")
    held = form.opened()
    words = f"{held['keywords']}\r\n  hồ sơ   thầu qua mạng \r\nđấu thầu\r\n"
    given: Form = {
        "name-en": 'Tenders "2027"',
        "keywords": words,
        "co_departments": ["so-xay-dung"],
        "pci_component": "",
    }
    assert form.save(held, **given).headers["location"] == "/board/catalogue/topics?done=saved"
    assert difference(before, texts(edited)) == [
        '-names = { vi = "Đấu thầu, lựa chọn nhà thầu", en = "Tenders", zh = "招标投标" }',
        '+names = { vi = "Đấu thầu, lựa chọn nhà thầu", en = "Tenders \\"2027\\"", zh = "招标投标" }',
        "-pci_component = 6",
        '-  "đóng thầu", "thời điểm đóng thầu", "bid closing", "offer was refused",',
        '+  "đóng thầu", "thời điểm đóng thầu", "bid closing", "offer was refused", "hồ sơ thầu qua mạng",',
        '+co_departments = ["so-xay-dung"]',
    ]
    topic = edited.ports.catalogue.topic("dau-thau")
    assert topic
    assert (topic.pci_component, topic.keywords[-1], topic.co_departments) == (
        None,
        "hồ sơ thầu qua mạng",
        ("so-xay-dung",),
    )


def test_a_new_topic_comes_last_with_a_key_made_of_its_name(edited: Site, opens: Opens) -> None:
    before, form = texts(edited), opens("topics")
    given = {"name-vi": "Kho bãi, Logistics đường bộ", "department": "so-xay-dung", "keywords": "kho bãi\nlogistics"}
    assert form.save(**given).status_code == 303
    assert difference(before, texts(edited)) == [
        "+",
        "+[[topic]]",
        '+key = "kho-bai-logistics-duong-bo"',
        '+names = { vi = "Kho bãi, Logistics đường bộ" }',
        '+department = "so-xay-dung"',
        '+keywords = ["kho bãi", "logistics"]',
    ]
    page = form.visitor.get("/board/catalogue/topics").text
    assert "Kho bãi, Logistics đường bộ" in page
    assert 'href="/board/catalogue/topics/edit?key=kho-bai-logistics-duong-bo"' in page


def test_a_special_day_comes_goes_and_is_told_to_the_task_group(edited: Site, opens: Opens) -> None:
    before, form = texts(edited), opens("days")
    given = {"day": "2/9/2027", "is_worked": "no", "name-vi": "Nghỉ Quốc khánh", "source": "Thông báo 5/TB-BNV"}
    assert form.save(**given).headers["location"] == "/board/catalogue/deadlines?done=saved"
    assert edited.ports.catalogue.special_days[-1].day == date(2027, 9, 2)
    change = opens("days", "2027-09-02")
    stands = {"is_worked": "no", "source": "Thông báo 5/TB-BNV", "name-vi": "Nghỉ Quốc khánh", "name-en": ""}
    assert stands.items() <= change.opened().items()
    assert change.save(is_worked="yes").status_code == 303
    assert edited.ports.catalogue.special_days[-1].is_worked
    assert change.save(action="remove").headers["location"] == "/board/catalogue/deadlines?done=removed"
    assert texts(edited) == before
    told = edited.store.call(posted)
    facts = [each.words.args for each in told if isinstance(each.words, Words)]
    assert [(each["date"], each["what"]) for each in facts] == [
        ("02/09/2027", what) for what in ("off", "worked", "none")
    ]
    assert {each["address"] for each in facts} == {f"{edited.ports.province.address}/board/catalogue/deadlines"}


#: of each list: the entry ("" for a new one), what is typed, the field that is wrong and what is said there
WRONG: dict[str, list[tuple[str, Form, str, str]]] = {
    "phones": [
        ("so-xay-dung", {"phone": "gọi Minh"}, "phone", "không phải số điện thoại"),
        ("task-group", {"phone": "12"}, "phone", "không phải số điện thoại"),
    ],
    "topics": [
        ("dau-thau", {"department": ""}, "department", "chưa có nội dung"),
        ("dau-thau", {"department": "so-khong-co"}, "department", "không nhận vụ việc"),
        ("dau-thau", {"name-vi": "  "}, "name-vi", "chưa có nội dung"),
        ("dau-thau", {"name-en": "x" * 121}, "name-en", "dài quá"),
        ("dau-thau", {"pci_component": "11"}, "pci_component", "mười chỉ số"),
        ("dau-thau", {"co_departments": ["so-tai-chinh"]}, "co_departments", "chính là cơ quan trả lời"),
        ("dau-thau", {"keywords": "x" * 81}, "keywords", "tối đa 80 ký tự"),
        ("", {"name-vi": "Dấu thầu", "department": "so-tai-chinh"}, "key", "dùng mã này"),
        ("", {"key": "Đấu thầu", "name-vi": "A", "department": "so-tai-chinh"}, "key", "Mã chỉ gồm"),
        ("", {"key": "so-xay-dung", "name-vi": "A", "department": "so-tai-chinh"}, "key", "dùng mã này"),
    ],
    "days": [
        ("", {"day": "30/02/2027"}, "day", "không phải một ngày"),
        ("", {"day": "thứ Hai"}, "day", "không phải một ngày"),
        ("", {"day": "02/09/2062"}, "day", "xem lại năm"),
        ("", {"day": "31/08/2026"}, "day", "đã có trong danh sách"),
        ("2026-08-31", {"source": ""}, "source", "chưa có nội dung"),
        ("2026-08-31", {"is_worked": "maybe"}, "is_worked", "chưa có nội dung"),
    ],
    "answers": [
        ("", {"title": "", "text-vi": "Mời đến nhận"}, "title", "chưa có nội dung"),
        ("", {"title": "Hẹn"}, "text-vi", "chưa có nội dung"),
        ("", {"title": "x" * 81, "text-vi": "Mời"}, "title", "dài quá"),
    ],
}
#: what no browser sends by itself, so that nothing is there to be typed again
FORGED = {"so-khong-co", "11", "maybe"}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_at_its_field_and_nothing_is_written(edited: Site, opens: Opens, name: str) -> None:
    before = texts(edited)
    for key, given, field, says in WRONG[name]:
        answer = opens(name, key).save(given)
        assert answer.status_code == 422, given
        assert says in answer.text.split(f'id="wrong-{field}">')[1].split("</p>")[0]
        for typed in (each for each in given.values() if isinstance(each, str) and each.strip()):
            assert f'value="{typed}"' in answer.text or f">\n{typed}</textarea>" in answer.text or typed in FORGED
    assert (texts(edited), journal(edited)) == (before, [])


@pytest.mark.parametrize(("name", "key"), [("phones", "so-xay-dung"), ("topics", "dau-thau"), ("days", "2026-08-31")])
def test_saving_what_stands_there_writes_nothing(edited: Site, opens: Opens, name: str, key: str) -> None:
    before, form = texts(edited), opens(name, key)
    assert form.save().headers["location"].endswith("?done=same")
    assert (texts(edited), journal(edited)) == (before, [])


def test_after_every_edit_the_whole_catalogue_is_right(
    edited: Site, opens: Opens, capsys: pytest.CaptureFixture[str]
) -> None:
    assert edited.ports.folder
    path = edited.ports.folder.path
    edits: list[tuple[str, str, Form]] = [
        ("phones", "cong-an-tinh", {"phone": "069 2569 123"}),
        ("topics", "", {"name-vi": "Điện mặt trời", "department": "so-cong-thuong"}),
        ("topics", "dien-mat-troi", {"keywords": "điện mặt trời\nmái nhà"}),
        ("days", "", {"day": "04/01/2027", "is_worked": "no", "name-vi": "Nghỉ bù", "source": "QĐ 1"}),
        ("days", "2027-01-04", {"action": "remove"}),
    ]
    for name, key, given in edits:
        assert opens(name, key).save(**given).status_code == 303, (name, key)
        assert main(["catalogue", "--check", str(path)]) == 0, capsys.readouterr().err
    assert read_catalogue(Path(path))[0] == edited.ports.catalogue


def test_two_who_edit_at_once_lose_nothing(edited: Site, opens: Opens) -> None:
    tuan, hoa = opens("topics", "dau-thau"), opens("topics", "dau-thau", who="Hoa")
    of_hoa = hoa.opened()
    assert tuan.save(**{"name-vi": "Đấu thầu công"}).status_code == 303
    met = hoa.save(of_hoa, **{"name-vi": "Đấu thầu, mua sắm", "name-en": "Procurement"})
    assert met.status_code == 409
    assert "Tuấn vừa sửa mục này lúc" in met.text
    assert 'value="Đấu thầu, mua sắm"' in met.text
    assert 'value="Procurement"' in met.text
    assert 'id="now-name-vi">Đang có: Đấu thầu công<' in met.text
    assert 'id="now-keywords"' not in met.text
    assert edited.ports.catalogue.name("dau-thau", "vi") == "Đấu thầu công"
    assert hoa.save(fields(met.text)).status_code == 303
    assert edited.ports.catalogue.name("dau-thau", "vi") == "Đấu thầu, mua sắm"
    assert edited.ports.catalogue.name("dau-thau", "en") == "Procurement"
    assert [each.by for each in journal(edited)] == ["Hoa", "Tuấn"]


def test_who_edits_another_entry_meets_nobody(edited: Site, opens: Opens) -> None:
    tuan, hoa = opens("phones", "so-xay-dung"), opens("phones", "so-tai-chinh", who="Hoa")
    of_hoa = hoa.opened()
    assert tuan.save(phone="1022").status_code == 303
    assert hoa.save(of_hoa, phone="1023").status_code == 303
    assert (edited.ports.catalogue.phone("so-xay-dung"), edited.ports.catalogue.phone("so-tai-chinh")) == (
        "1022",
        "1023",
    )


def test_an_entry_that_was_removed_or_changed_in_the_file_meanwhile(edited: Site, opens: Opens) -> None:
    day, phone = opens("days", "2026-08-31"), opens("phones", "so-xay-dung")
    of_day, of_phone = day.opened(), phone.opened()
    assert day.save(action="remove").status_code == 303
    met = day.save(of_day, source="Thông báo 10/TB-BNV")
    assert met.status_code == 409
    assert "Mục này đã được bỏ" in met.text
    assert day.save(fields(met.text)).status_code == 303
    assert [each.source for each in edited.ports.catalogue.special_days if each.day == date(2026, 8, 31)] == [
        "Thông báo 10/TB-BNV"
    ]
    assert edited.ports.folder
    path = edited.ports.folder.path / "departments.toml"
    path.write_text(
        path.read_text("utf-8").replace('key = "so-xay-dung"', 'key = "so-xay-dung"\nphone = "1900"'), "utf-8"
    )
    met = phone.save(of_phone, phone="1022")
    assert met.status_code == 409
    assert "ngay trong tệp danh mục" in met.text
    assert "Đang có: 1900" in met.text


def test_a_folder_that_cannot_be_written_is_a_clear_answer(edited: Site, opens: Opens) -> None:
    assert edited.ports.folder
    before, form = texts(edited), opens("phones", "so-xay-dung")
    held = form.opened()
    (edited.ports.folder.path / ".departments.toml.half").mkdir()  # the new text has nowhere to go
    answer = form.save(held, phone="1022")
    assert answer.status_code == 409
    assert f"không ghi được vào thư mục danh mục ({edited.ports.folder.path}" in answer.text
    assert 'value="1022"' in answer.text
    assert (texts(edited), journal(edited)) == (before, [])


def test_a_broken_file_is_not_edited(edited: Site, opens: Opens) -> None:
    assert edited.ports.folder
    form = opens("phones", "so-xay-dung")
    held = form.opened()
    (edited.ports.folder.path / "more.toml").write_text("[[topic]]\nkey = 'x'\n", "utf-8")
    answer = form.save(held, phone="1022")
    assert answer.status_code == 409
    assert "phải sửa trước" in answer.text
    assert "more.toml:1" in answer.text
    assert journal(edited) == []


def test_a_day_that_hangs_on_a_switch_is_shown_and_not_edited(edited: Site, reads: Reads) -> None:
    page = reads().get("/board/catalogue/days").text
    assert "theo công tắc culture_day_swap_2026" in page
    assert "key=2026-11-23" not in page
    assert reads().get("/board/catalogue/days/edit?key=2026-11-23").status_code == 404
    assert edited


@pytest.mark.parametrize(
    "path", ["phones/edit", "phones/edit?key=so-khong-co", "topics/edit?key=khong-co", "days/edit?key=2026-1-2"]
)
def test_what_is_not_there_is_not_edited(edited: Site, reads: Reads, path: str) -> None:
    assert edited
    assert reads().get(f"/board/catalogue/{path}").status_code == 404


def test_the_journal_tells_who_changed_which_field_and_how(edited: Site, opens: Opens) -> None:
    assert opens("phones", "so-xay-dung").save(phone="1022").status_code == 303
    topic = opens("topics", "dau-thau", who="Hoa")
    words = str(topic.opened()["keywords"]).replace("gói thầu\n", "") + "\nthầu phụ"
    assert topic.save(keywords=words).status_code == 303
    assert (
        opens("days").save(day="04/01/2027", is_worked="no", **{"name-vi": "Nghỉ bù", "source": "QĐ 1"}).status_code
        == 303
    )
    page = topic.visitor.get("/board/catalogue/changes").text
    for told in ("Tuấn", "Hoa", "Số điện thoại: Sở Xây dựng", "1022", "gói thầu", "thầu phụ", "04/01/2027", "Thêm mới"):
        assert told in page
    assert "chào hàng cạnh tranh" not in page  # a keyword that stayed
    as_file = topic.visitor.get("/board/catalogue/changes?file=csv&table=changes").text
    assert "Số điện thoại: Sở Xây dựng" in as_file
    assert edited
