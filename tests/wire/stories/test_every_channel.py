"""Filing, asking, answering, rating, tracking, anonymous, three languages: the same on every channel and province."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import SqliteFiles
from tests.product import prepared
from tests.wire.stories import on_page, on_telegram, on_terminal, on_zalo_bot, on_zalo_oa
from tests.wire.stories.provinces import LANG_SON, SAO_MAI, Province
from tests.wire.stories.sides import Group, Person, Town, code_in
from tests.wire.test_languages import CHINESE, ENGLISH, VIETNAMESE, Tongue
from tests.wire.town import FIRM

CHANNELS: dict[str, Callable[..., Town]] = {
    "telegram": on_telegram.Town,
    "zalo bot": on_zalo_bot.Town,
    "zalo oa": on_zalo_oa.Town,
    "page": on_page.Town,
    "terminal": on_terminal.Town,
}
#: each channel in the real province, and another province on two of them: where people tap, and over HTTP
TOWNS: dict[str, tuple[Callable[..., Town], Province]] = {
    **{name: (channel, LANG_SON) for name, channel in CHANNELS.items()},
    "telegram elsewhere": (on_telegram.Town, SAO_MAI),
    "page elsewhere": (on_page.Town, SAO_MAI),
}
Story = Callable[[Town], None]
SECRET = re.compile(r"[A-HJ-NP-Z2-9]{4}(?:-[A-HJ-NP-Z2-9]{4}){3}")


@pytest.fixture(params=TOWNS)
def town(request: pytest.FixtureRequest, sqlite_files: SqliteFiles, tmp_path: Path) -> Iterator[Town]:
    """Each channel in turn, and a province that does not exist."""
    channel, province = TOWNS[request.param]
    there = channel(tmp_path, sqlite_files.fresh(prepared), catalogue=province.folder)
    there.province = province
    yield there
    there.close()


def filed(town: Town, lan: Person, department: Group, more: str = "", how: str = "Gửi, nêu tên") -> str:
    """Lan, who is new, files; the code, once the department has the card."""
    lan.meets()
    lan.says(town.province.matter + more)
    lan.waits_for("xem lại trước khi gửi")
    lan.chooses(how)
    code = code_in(lan.waits_for("Đã tiếp nhận vụ việc"))
    assert code.startswith(f"{town.province.prefix}26-")
    department.waits_for(f"📌 #{code} ·")
    return code


def test_filed_asked_answered_solved_and_rated(town: Town) -> None:
    lan, department = town.person("Lan"), town.group(town.province.department)
    code = filed(town, lan, department)
    department.does(f"/nhan #{code}")
    lan.waits_for("đã nhận")
    department.does(f"/hoi #{code} Số hồ sơ của anh chị là bao nhiêu?")
    lan.waits_for("Số hồ sơ của anh chị")
    lan.says(f"#{code} Số 123/2026, nộp ngày 10/9")
    assert "123/2026" in department.waits_for("doanh nghiệp trả lời câu hỏi")
    department.does(f"/traloi #{code} Sở đã cấp giấy phép, mời đến nhận")
    assert code in lan.waits_for("mời đến nhận")
    lan.chooses("Đã giải quyết")
    lan.waits_for("đánh giá việc giải quyết")
    lan.chooses("★★★★★")
    lan.waits_for("góp ý thêm")
    lan.says("Rất nhanh, cảm ơn")
    department.waits_for("Rất nhanh")


def test_not_solved_goes_one_level_up(town: Town) -> None:
    lan, department, task_group = town.person("Lan"), town.group(town.province.department), town.group("task-group")
    code = filed(town, lan, department)
    department.does(f"/traloi #{code} Đã xong")
    lan.waits_for("Đã xong")
    lan.chooses("Chưa giải quyết")
    lan.waits_for("còn vướng ở đâu")
    lan.says("Đến nơi thì bảo chưa có giấy")
    lan.waits_for("Đã mở lại")
    assert "chưa có giấy" in task_group.waits_for("Đề nghị Tổ công tác xem lại")


def test_followed_looked_up_added_to_and_withdrawn(town: Town) -> None:
    lan, department = town.person("Lan"), town.group(town.province.department)
    code = filed(town, lan, department)
    lan.says("/vuviec")
    assert code in lan.waits_for("vụ việc gần đây")
    before = len(lan.said)
    lan.says(f"/tracuu #{code}")
    lan.waits_for(town.province.name, after=before)
    lan.says(f"#{code} Xin bổ sung: thửa đất số 12")
    department.waits_for("thửa đất số 12")
    lan.says(f"/rut #{code}")
    lan.waits_for("có chắc muốn rút")
    lan.chooses("Có, rút vụ việc")
    department.waits_for("doanh nghiệp đã rút vụ việc")


def test_whoever_hides_is_hidden_from_the_department_alone(town: Town) -> None:
    lan, department = town.person("Lan"), town.group(town.province.department)
    code = filed(town, lan, department, f". {FIRM}, gọi 0912 345 678", how="Gửi, giấu tên")
    department.does(f"/chitiet #{code}")
    department.waits_for("Diễn biến")
    said = "\n".join(department.said).lower()
    for secret in ("lan anh", "4900001236", "0912"):
        assert secret not in said


def test_anonymous_and_back_by_the_code(town: Town) -> None:
    lan, department = town.person("Lan"), town.group(town.province.department)
    lan.meets()
    lan.says(f"{town.province.matter}. Tôi là Nguyễn Thị Lan, gọi 0912 345 678")
    lan.waits_for("xem lại trước khi gửi")
    lan.chooses("Gửi ẩn danh")
    lan.waits_for("mất mã thì không ai khôi phục được")
    lan.chooses("Gửi ẩn danh ngay")
    receipt = lan.waits_for("Đã tiếp nhận ẩn danh")
    secret = SECRET.search(receipt)
    assert secret is not None
    lan.says(secret.group()[-4:])
    lan.waits_for("Vụ việc đã hoàn tất")
    code = code_in(receipt)
    town.days_pass(1)
    department.waits_for(f"📌 #{code} ·")
    department.does(f"/traloi #{code} Sở trả lời người gửi ẩn danh")
    mai = town.person("Mai")  # with another account, as one should
    mai.says("xin chào")
    mai.chooses("Tôi đồng ý")
    mai.waits_for("Bây giờ")
    mai.says(f"/ma {secret.group()}")
    mai.waits_for("Đã mở vụ việc ẩn danh")
    mai.waits_for("Sở trả lời người gửi ẩn danh")
    assert not [each for each in department.said if "0912" in each or "Thị Lan" in each]


@pytest.mark.parametrize("tongue", [VIETNAMESE, ENGLISH, CHINESE], ids=["vi", "en", "zh"])
def test_in_three_languages(town: Town, tongue: Tongue) -> None:
    lan, department = town.person("Lan"), town.group(town.province.department)
    language = tongue.phone[:2]
    lan.says(town.province.matters[language])
    lan.waits_for(tongue.consent)
    lan.chooses(tongue.agree)
    lan.waits_for(tongue.which)
    lan.says(FIRM)
    lan.waits_for(tongue.review)
    lan.chooses(tongue.send)
    code = code_in(lan.waits_for(town.province.due[language]))
    department.waits_for(f"📌 #{code} ·")
    department.does(f"/traloi #{code} {town.province.answers[language]}")
    lan.waits_for(town.province.answers[language])
    lan.chooses(tongue.solved)
    lan.waits_for(tongue.stars)
