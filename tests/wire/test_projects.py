"""Projects over the wire: a tap after filing links the case and says what is at risk; obstacles by project."""

from __future__ import annotations

from domain.oversight.projects import Project
from storage.oversight import projects
from tests.wire.town import Town

FACTORY = Project("DA-01", "Nhà máy gỗ Chi Lăng", "Công ty Lan Anh", "4900001236", "xã Chi Lăng", 1_250_500, 120)


def test_a_firm_with_a_project_is_asked_in_one_tap(every_town: Town) -> None:
    town = every_town
    town.product.call(lambda tx: projects.take_over(tx, [FACTORY]))
    code = town.files()
    town.card(code)
    town.lan.taps("Nhà máy gỗ Chi Lăng")
    town.lan.waits_for("thuộc dự án “Nhà máy gỗ Chi Lăng”")
    town.construction.waits_for(f"🏗 #{code} thuộc dự án")
    town.lan.taps("Giá trị bị ảnh hưởng")
    town.lan.waits_for("khoảng bao nhiêu tiền")
    town.lan.says("3")
    town.lan.waits_for("Đã ghi cho vụ việc")
    town.construction.waits_for("Từ 10 đến 100 tỷ đồng")
    town.tuan.says("/duan", in_=town.task_group)
    told = town.task_group.waits_for("1 dự án có vướng mắc đang mở").text
    assert "Nhà máy gỗ Chi Lăng (DA-01) · xã Chi Lăng" in told
    assert f"#{code}" in told
    town.binh.says("/duan", in_=town.tax)
    town.tax.waits_for("dành cho Tổ công tác và lãnh đạo")
    town.binh.says(f"/duan #{code} DA-01", in_=town.tax)
    town.tax.waits_for("Nhóm này không phụ trách vụ việc đó")


def test_whoever_hides_is_asked_nothing_that_tells_who_it_is(town: Town) -> None:
    town.product.call(lambda tx: projects.take_over(tx, [FACTORY]))
    code = town.files(how="Gửi, giấu tên")
    town.card(code)
    assert not any("Nhà máy" in label or "Giá trị" in label for each in town.lan.bot_messages for label in each.labels)
    town.tuan.says(f"/duan #{code} DA-01", in_=town.task_group)
    town.task_group.waits_for("như vậy sẽ lộ doanh nghiệp")
    town.minh.says(f"/duan #{code} Nhà máy gỗ", in_=town.construction)
    town.construction.waits_for("như vậy sẽ lộ doanh nghiệp")
