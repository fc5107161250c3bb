"""The folder `govuong new-province` makes, once a clerk has filled it in, is all that another province needs."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.commands.chats import catalogue, new_province
from tests.conftest import SqliteFiles
from tests.product import prepared, settings
from tests.wire.stories import test_every_channel as stories
from tests.wire.stories.provinces import LANG_SON, Province
from tests.wire.stories.sides import Town, code_in
from tests.wire.town import FIRM

pytestmark = pytest.mark.timeout(180)  # the first of them learns the routing of a province nobody has learnt yet
COMMUNES = """
[[commune]]
key = "phuong-tan-giang"
name = "Phường Tân Giang"
english = "Tan Giang"
aliases = ["phường Hợp Giang"]
former_district = "Thành phố Cao Bằng"

[[commune]]
key = "xa-nguyen-binh"
name = "Xã Nguyên Bình"
english = "Nguyen Binh"
former_district = "Nguyên Bình"
"""
TOPIC = """
[[topic]]
key = "ha-tang-kcn"
names = { vi = "Hạ tầng khu công nghiệp", en = "Industrial zones" }
department = "ban-quan-ly-kcn"
pci_component = 2
keywords = ["khu công nghiệp", "hạ tầng khu công nghiệp", "lô đất trong khu công nghiệp"]
"""
EXAMPLE = '{"text": "%s", "department": "ban-quan-ly-kcn", "kind": "obstacle", "style": "plain"}\n'
TEXTS = (
    "Khu công nghiệp chưa có nước thải tập trung",
    "Đường vào lô đất của chúng tôi trong khu công nghiệp chưa làm",
)


@pytest.fixture(scope="module")
def cao_bang(tmp_path_factory: pytest.TempPathFactory) -> Province:
    """Made, filled in and checked as docs/recipes.md says; most examples are left out, for learning takes its time."""
    out = tmp_path_factory.mktemp("provinces")
    made = Namespace(key="cao-bang", name="Tỉnh Cao Bằng", out=out)
    wanted = settings(out, f"sqlite:///{out}/none.db")
    assert new_province.run(wanted, made) == 0
    folder = out / "cao-bang"
    _fill_in(folder)
    assert catalogue.run(wanted, Namespace(folder=folder, check=True)) == 0
    return replace(LANG_SON, folder=folder, prefix="CBG")


def _fill_in(folder: Path) -> None:
    """What the comments ask a clerk for: letters of the codes, communes, the body of its own with its matters."""
    _change(folder / "province.toml", r'code_prefix = "CB"', 'code_prefix = "CBG"')
    _change(folder / "departments.toml", r"(?m)^# (?=\[\[department\]\]$|\w+ = )", "")
    _change(folder / "communes.toml", r"\Z", COMMUNES)
    _change(folder / "topics.toml", r"\Z", TOPIC)
    for path in (folder / "examples").glob("*.jsonl"):
        path.write_text("".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[::24]), encoding="utf-8")
    own = folder / "examples" / "ban-quan-ly-kcn.jsonl"
    own.write_text("".join(EXAMPLE % text for text in TEXTS), encoding="utf-8")


def _change(path: Path, what: str, into: str) -> None:
    text, times = re.subn(what, into, path.read_text(encoding="utf-8"))
    assert times, (path, what)
    path.write_text(text, encoding="utf-8")


@pytest.fixture(params=["telegram", "page"])
def town(
    request: pytest.FixtureRequest, cao_bang: Province, sqlite_files: SqliteFiles, tmp_path: Path
) -> Iterator[Town]:
    channel = stories.CHANNELS[request.param]
    there = channel(tmp_path, sqlite_files.fresh(prepared), catalogue=cao_bang.folder)
    there.province = cao_bang
    yield there
    there.close()


@pytest.mark.parametrize(
    "story",
    [
        stories.test_filed_asked_answered_solved_and_rated,
        stories.test_whoever_hides_is_hidden_from_the_department_alone,
        stories.test_anonymous_and_back_by_the_code,
    ],
    ids=lambda story: story.__name__,
)
def test_a_province_of_its_own_lives_the_same_stories(town: Town, story: stories.Story) -> None:
    story(town)


@pytest.mark.parametrize(
    ("text", "where", "name"),
    [
        ("UBND phường Hợp Giang chưa trả giấy đăng ký hộ kinh doanh của tôi", "phuong-tan-giang", "Tân Giang"),
        ("Hạ tầng khu công nghiệp: lô đất của tôi chưa có điện", "ban-quan-ly-kcn", "khu công nghiệp"),
    ],
)
def test_what_the_clerk_wrote_in_gets_its_cases(town: Town, text: str, where: str, name: str) -> None:
    lan, group = town.person("Lan"), town.group(where)
    lan.meets(FIRM)
    lan.says(text)
    assert name in lan.waits_for("xem lại trước khi gửi")
    lan.chooses("Gửi, nêu tên")
    code = code_in(lan.waits_for("Đã tiếp nhận vụ việc"))
    group.waits_for(f"📌 #{code} ·")
    group.does(f"/traloi #{code} Đã xong")
    lan.waits_for("Đã xong")
