"""A catalogue is read whole or refused with everything that is wrong with it."""

from __future__ import annotations

from datetime import date, time

import pytest

from domain.language import fold
from domain.province.catalogue import Catalogue, DepartmentKind, PromisedStep, Session, Unit
from domain.province.files import parse
from domain.province.tables import CatalogueError

SMALL = {
    "province.toml": """
[province]
names = { vi = "Tỉnh Mẫu" }
code_prefix = "TM"

[working_hours]
sessions = [{ start = 08:00:00, end = 12:00:00 }]
weekdays = [0, 1]

[switches]
festival = false

[[special_day]]
day = 2026-03-03
names = { vi = "Hội làng" }
only_if = "festival"

[[service_level]]
step = "resolve"
working_days = 7

[[service_level]]
step = "resolve"
working_days = 3
for_topic = "thue"

[[service_level]]
step = "resolve"
working_days = 5
for_department = "so-moi"
""",
    "departments.toml": """
[[department]]
key = "so-cu"
names = { vi = "Sở Cũ" }
successor = "so-moi"

[[department]]
key = "so-moi"
names = { vi = "Sở Mới", en = "New Department" }
short_names = { vi = "SM" }
sessions = [{ start = 09:00:00, end = 10:00:00 }]

[[topic]]
key = "thue"
names = { vi = "Thuế" }
department = "so-moi"
pci_component = 4
""",
}


def mended(file: str, old: str, new: str) -> dict[str, str]:
    """The small catalogue with one passage replaced."""
    assert old in SMALL[file]
    return SMALL | {file: SMALL[file].replace(old, new, 1)}


def faults_of(files: dict[str, str]) -> list[str]:
    with pytest.raises(CatalogueError) as refused:
        parse(files)
    return [str(each) for each in refused.value.faults]


def test_the_province_of_lang_son_has_every_department_topic_and_commune(lang_son: Catalogue) -> None:
    communes = [each for each in lang_son.departments if each.former_district]
    assert len(communes) == 65
    assert sum(each.key.startswith("phuong-") for each in communes) == 4
    named_in_the_task = """so-cong-thuong so-tai-chinh so-xay-dung so-nong-nghiep-va-moi-truong so-noi-vu thue-tinh
        hai-quan-khu-vuc-vi cong-an-tinh bo-doi-bien-phong ban-quan-ly-kktck thanh-tra-tinh ngan-hang-nha-nuoc
        bao-hiem-xa-hoi dien-luc van-phong-ubnd xa-cao-loc phuong-tam-thanh""".split()  # noqa: SIM905
    assert all(lang_son.department(key) for key in named_in_the_task)


def test_every_department_that_takes_cases_has_three_topics_and_three_languages(lang_son: Catalogue) -> None:
    for each in lang_son.departments:
        if each.takes_cases and not each.former_district:
            assert len(lang_son.topics_of(each.key)) >= 3, each.key
            assert {"vi", "en", "zh"} <= set(each.names), each.key
            assert each.responsibilities, each.key
    assert all(topic.pci_component and topic.keywords for topic in lang_son.topics)


def test_keys_are_the_names_without_diacritics(lang_son: Catalogue) -> None:
    for each in lang_son.departments:
        if each.former_district:
            assert each.key == fold(each.short_names["vi"]).replace(" ", "-")


def test_an_association_is_known_but_takes_no_cases(lang_son: Catalogue) -> None:
    association = lang_son.department("hiep-hoi-doanh-nghiep")
    assert association is not None
    assert association.kind is DepartmentKind.ASSOCIATION
    assert not association.takes_cases


def test_the_undecided_day_swap_is_off_until_somebody_switches_it_on(files: dict[str, str]) -> None:
    assert date(2026, 11, 23) not in {each.day for each in parse(files).special_days}
    on = files["province.toml"].replace("culture_day_swap_2026 = false", "culture_day_swap_2026 = true")
    swapped = {each.day: each.is_worked for each in parse(files | {"province.toml": on}).special_days}
    assert swapped[date(2026, 11, 23)] is False
    assert swapped[date(2026, 11, 28)] is True


def test_a_name_falls_back_to_vietnamese_and_then_to_the_key() -> None:
    small = parse(SMALL)
    assert small.name("so-moi", "en") == "New Department"
    assert small.name("so-moi", "zh") == "Sở Mới"
    assert small.name("thue", "en") == "Thuế"
    assert small.name("nobody", "vi") == "nobody"
    assert small.short_name("so-moi", "en") == "SM"
    assert small.province_name("en") == "Tỉnh Mẫu"


def test_cases_of_a_merged_department_follow_to_its_successor() -> None:
    small = parse(SMALL)
    today = small.successor("so-cu")
    assert today is not None
    assert today.key == "so-moi"
    assert small.successor("nobody") is None


def test_the_narrowest_service_level_counts() -> None:
    small = parse(SMALL)
    usual = small.service_level(PromisedStep.RESOLVE)
    by_department = small.service_level(PromisedStep.RESOLVE, department="so-moi")
    by_topic = small.service_level(PromisedStep.RESOLVE, department="so-moi", topic="thue")
    assert usual is not None
    assert by_department is not None
    assert by_topic is not None
    assert (usual.amount, by_department.amount, by_topic.amount) == (7, 5, 3)
    assert usual.unit is Unit.WORKING_DAYS
    assert small.service_level(PromisedStep.CONFIRM) is None


def test_hours_and_time_zone_come_from_the_file() -> None:
    small = parse(SMALL)
    assert small.sessions == (Session(time(8), time(12)),)
    assert small.hours.weekdays == (0, 1)
    assert small.timezone.key == "Asia/Ho_Chi_Minh"


def test_the_version_changes_with_the_files() -> None:
    assert parse(SMALL).version == parse(dict(reversed(SMALL.items()))).version
    assert parse(SMALL).version != parse(mended("province.toml", "working_days = 7", "working_days = 8")).version


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("province.toml", 'code_prefix = "TM"', "", "province.toml:2: thiếu “code_prefix”"),
        ("province.toml", "code_prefix", "code_prefx", "province.toml:4: không có mục “code_prefx” ở đây"),
        ("province.toml", '"TM"', '"tm"', "viết 2 đến 4 chữ in hoa"),
        ("province.toml", "12:00:00", "07:00:00", "các buổi làm việc còn thiếu hoặc sai thứ tự"),
        ("province.toml", "[0, 1]", "[7]", "province.toml:8: weekdays là [7]"),
        ("province.toml", '"festival"', '"feast"', "thêm feast = false dưới [switches]"),
        (
            "province.toml",
            'only_if = "festival"',
            "sessions = [{ start = 08:00:00, end = 10:00:00 }]",
            "ngày nghỉ mà có buổi làm việc → viết is_worked = true nếu làm nửa ngày",
        ),
        (
            "province.toml",
            'only_if = "festival"',
            '[[special_day]]\nday = 2026-03-03\nnames = { vi = "Hội xã" }',
            "day “2026-03-03” đã dùng ở province.toml",
        ),
        ("province.toml", "working_days = 7", "", "mỗi thời hạn phải có đúng một mức"),
        ("province.toml", "working_days = 7", "share = 7", "share nằm từ 0 đến 1"),
        ("province.toml", "working_days = 7", "share = 0.5", "resolve không ghi bằng share được"),
        ("province.toml", '"resolve"\nworking_days = 7', '"first_word"\nworking_days = 7', "chỉ first_word dùng share"),
        ("province.toml", "working_days = 7", "working_days = 7.5", "viết số ngày tròn, hoặc dùng working_hours"),
        ("province.toml", '"thue"', '"thuee"', "for_topic “thuee” không phải mã đang dùng → viết “thue”"),
        ("province.toml", '"resolve"', '"resolv"', "step không có giá trị “resolv” → chọn một trong: resolve"),
        (
            "province.toml",
            "[province]",
            "[provinz]",
            "không có loại khối [provinz] → viết một trong: province",
        ),
        ("province.toml", "day = 2026-03-03", 'day = "x"', "viết như day = 2026-11-24"),
        ("departments.toml", '"so-cu"', '"Sở Cũ"', "viết chữ thường không dấu"),
        ("departments.toml", '"so-cu"', '"so-moi"', "key “so-moi” đã dùng ở departments.toml:2"),
        ("departments.toml", 'successor = "so-moi"', 'successor = "so-moj"', "viết “so-moi”"),
        ("departments.toml", "{ vi = ", "{ fr = ", "có ngôn ngữ lạ “fr”"),
        ("departments.toml", "pci_component = 4", "pci_component = 11", "departments.toml:17: pci_component là 11"),
        (
            "departments.toml",
            'department = "so-moi"',
            'department = "so-toi"',
            "department “so-toi” không phải mã đang dùng",
        ),
        ("departments.toml", 'key = "so-cu"', "key = ", "departments.toml:3: "),
    ],
)
def test_a_mistake_is_named_with_its_file_its_line_and_its_mend(file: str, old: str, new: str, expected: str) -> None:
    found = faults_of(mended(file, old, new))
    assert any(expected in each for each in found), found
    assert all(" → " in each and each.startswith(file) for each in found), found


def test_all_mistakes_are_told_at_once() -> None:
    spoiled = mended("province.toml", '"TM"', '"tm"')
    spoiled["departments.toml"] = SMALL["departments.toml"].replace("pci_component = 4", "pci_component = 0")
    assert len(faults_of(spoiled)) == 2


def test_successors_that_lead_round_in_a_circle_are_refused() -> None:
    circle = mended("departments.toml", 'short_names = { vi = "SM" }', 'successor = "so-cu"')
    assert any("vòng tròn" in each for each in faults_of(circle))
