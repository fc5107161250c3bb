"""Answers the province keeps for its officers: edited on the board, used by `/mau`, in the journal either way."""

from __future__ import annotations

from storage.catalogue import changes
from storage.knowledge import canned
from storage.knowledge.canned import PROVINCE, Canned
from tests.web.board.catalogue.conftest import Opens, fields
from tests.web.board.conftest import Reads
from tests.web.site import CONSTRUCTION, Site


def kept(site: Site) -> list[Canned]:
    return site.store.call(lambda tx: canned.find(tx, (PROVINCE,)))


def test_one_is_added_changed_and_taken_out_and_the_journal_tells_it(edited: Site, opens: Opens) -> None:
    new = opens("answers")
    given = {"title": "Hẹn trả  kết quả", "text-vi": "Mời [doanh nghiệp] đến nhận.\nXin mang theo giấy hẹn."}
    assert new.save(**given).headers["location"] == "/board/catalogue/answers?done=saved"
    (one,) = kept(edited)
    assert (one.title, one.texts["vi"]) == ("Hẹn trả kết quả", given["text-vi"])
    edited.store.call(lambda tx: canned.count_use(tx, one.id))
    form = opens("answers", str(one.id), who="Hoa")
    assert form.save(title="Hẹn nhận", **{"text-en": "Please come and collect it."}).status_code == 303
    assert form.save().headers["location"] == "/board/catalogue/answers?done=same"
    (one,) = kept(edited)
    assert (one.title, sorted(one.texts), one.used) == ("Hẹn nhận", ["en", "vi"], 1)
    assert form.save(action="remove").headers["location"] == "/board/catalogue/answers?done=removed"
    assert kept(edited) == []
    found = edited.store.call(lambda tx: changes.page(tx, 0, 9))
    assert [(each.by, bool(each.before), bool(each.after)) for each in found] == [
        ("Hoa", True, False),
        ("Hoa", True, True),
        ("Tuấn", False, True),
    ]
    page = form.visitor.get("/board/catalogue/changes").text
    assert "Mẫu trả lời: Hẹn nhận" in page
    assert "Xin mang theo giấy hẹn." in page


def test_a_title_stands_once_and_two_who_edit_lose_nothing(edited: Site, opens: Opens) -> None:
    edited.store.call(lambda tx: canned.keep(tx, PROVINCE, "Hẹn", "vi", "Mời đến", "Tuấn"))
    number = str(kept(edited)[0].id)
    wrong = opens("answers").save(title="hen", **{"text-vi": "Khác"})
    assert wrong.status_code == 422
    assert "Đã có mẫu mang tên này" in wrong.text
    hoa = opens("answers", number, who="Hoa")
    of_hoa = hoa.opened()
    edited.store.call(lambda tx: canned.keep(tx, PROVINCE, "Hẹn", "vi", "Mời đến lúc 8 giờ", "Tuấn"))  # by /mau
    met = hoa.save(of_hoa, **{"text-vi": "Mời đến Một cửa"})
    assert met.status_code == 409
    assert "Tuấn vừa sửa mục này" in met.text
    assert "Đang có: Mời đến lúc 8 giờ" in met.text
    assert hoa.save(fields(met.text)).status_code == 303
    assert kept(edited)[0].texts["vi"] == "Mời đến Một cửa"


def test_a_departments_own_is_not_edited_here(edited: Site, reads: Reads) -> None:
    mine = edited.store.call(lambda tx: canned.keep(tx, CONSTRUCTION, "Của Sở", "vi", "Riêng của Sở", "Minh"))
    tuan = reads()
    assert tuan.get(f"/board/catalogue/answers/edit?key={mine.id}").status_code == 404
    assert "Của Sở" not in tuan.get("/board/catalogue/answers").text
    assert edited.store.call(lambda tx: changes.page(tx, 0, 9)) == []
    for key in ("0", "9" * 19, "x", "-1", "²"):
        assert tuan.get(f"/board/catalogue/answers/edit?key={key}").status_code == 404
