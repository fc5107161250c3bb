"""Another province's folder is valid at once, and nothing in it is true in this province only."""

from __future__ import annotations

import itertools
import re
from argparse import Namespace
from pathlib import Path

import pytest

from bot.commands.chats import catalogue, new_province
from bot.province import read_catalogue, read_examples
from bot.settings import ROOT
from domain.language import fold
from domain.province.another import name_in_english, prefix
from domain.province.catalogue import Catalogue
from domain.routing.router import Router
from tests.product import settings

MODEL = ROOT / "catalogue" / "lang-son"
#: communes that are called like common words: of these nothing can be said by their name
COMMON = {"quoc khanh", "thong nhat", "doan ket"}


def made(key: str, name: str, out: Path) -> int:
    wanted = settings(out, f"sqlite:///{out}/none.db")
    return new_province.run(wanted, Namespace(key=key, name=name, out=out))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("provinces")
    assert made("cao-bang", "Tỉnh Cao Bằng", out) == 0
    return out / "cao-bang"


@pytest.fixture(scope="module")
def cao_bang(folder: Path) -> tuple[Catalogue, Router]:
    """Taught by each eighth example: all of them take ten times as long, and are not asked about here."""
    read = read_catalogue(folder)[0]
    return read, Router(read, read_examples(folder)[::8])


def test_the_check_has_nothing_to_mend(folder: Path, tmp_path: Path) -> None:
    wanted = settings(tmp_path, f"sqlite:///{tmp_path}/none.db")
    assert catalogue.run(wanted, Namespace(folder=folder, check=True)) == 0


def test_the_settings_take_it(folder: Path, tmp_path: Path) -> None:
    assert settings(tmp_path, f"sqlite:///{tmp_path}/none.db", catalogue=folder).catalogue == folder


def test_it_has_every_file_the_model_has(folder: Path) -> None:
    assert {each.name for each in folder.glob("*")} == {each.name for each in MODEL.glob("*")}


def test_its_bodies_are_the_model_s_but_for_those_of_the_border(cao_bang: tuple[Catalogue, Router]) -> None:
    here, model = cao_bang[0], read_catalogue(MODEL)[0]
    there = {each.key for each in model.departments if not each.former_district}
    gone = {"ban-quan-ly-kktck", "bo-doi-bien-phong", "hai-quan-khu-vuc-vi"}
    assert {each.key for each in here.departments} == there - gone | {"hai-quan-khu-vuc"}
    assert here.name("thue-tinh", "vi") == "Thuế tỉnh Cao Bằng"


def test_promises_and_limits_are_the_model_s(cao_bang: tuple[Catalogue, Router]) -> None:
    model = read_catalogue(MODEL)[0]
    assert cao_bang[0].service_levels == model.service_levels
    assert cao_bang[0].legal_limits == model.legal_limits
    assert cao_bang[0].special_days == model.special_days
    assert cao_bang[0].retention == model.retention


def test_no_place_of_the_model_is_in_it(folder: Path) -> None:
    """Neither the province, nor a commune, district or gate of it, however it is written."""
    model = read_catalogue(MODEL)[0]
    communes = [each for each in model.departments if each.former_district]
    names = {each.short_names["vi"].partition(" ")[2] for each in communes} | {
        each.former_district for each in communes
    }
    names |= {
        *model.province.values(),
        "Đồng Đăng",
        "Hữu Nghị",
        "Tân Thanh",
        "Chi Ma",
        "xứ Lạng",
        "khu vực VI",
        "友谊关",
    }
    wanted = re.compile("|".join(rf"\b{fold(each)}\b" for each in names if fold(each) not in COMMON))
    for path in folder.rglob("*.*"):
        text = fold(path.read_text(encoding="utf-8"))
        assert not wanted.search(text), (path.name, wanted.search(text))
        assert not re.search("lang-son|kktck|bien-phong|谅山|同登", text), path.name


def test_every_part_says_to_a_clerk_what_it_is(folder: Path) -> None:
    for path in folder.glob("*.toml"):
        assert "Cao Bằng" in path.read_text(encoding="utf-8").partition("\n")[0] or path.name == "procedures.toml"
    parts = (folder / "province.toml").read_text(encoding="utf-8").split("\n\n")
    seen: set[str] = set()
    for before, part in itertools.pairwise(parts):
        header = re.search(r"^\[+\w+\]+$", part, re.MULTILINE)
        if header and header[0] not in seen:
            seen.add(header[0])
            assert "#" in (part.partition("[")[0] or before), header[0]
    assert len(seen) > 5


def test_the_commented_commune_is_right_once_it_is_no_comment(folder: Path, tmp_path: Path) -> None:
    told = (folder / "communes.toml").read_text(encoding="utf-8")
    filled = re.sub(r"(?m)^# (?=\[\[|\w+ = )", "", told)
    for path in folder.glob("*.toml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "communes.toml").write_text(filled, encoding="utf-8")
    assert read_catalogue(tmp_path)[0].name("xa-ten-xa", "vi") == "UBND xã Tên Xã"


@pytest.mark.parametrize(
    ("text", "department"),
    [
        ("Xin giấy phép xây dựng nhà xưởng mãi chưa được", "so-xay-dung"),
        ("Tờ khai hải quan bị phân luồng đỏ cả tuần", "hai-quan-khu-vuc"),
        ("Hồ sơ hoàn thuế giá trị gia tăng quá hạn", "thue-tinh"),
        ("UBND xã chưa đăng ký hộ kinh doanh cho tôi", "ubnd-cap-xa"),
    ],
)
def test_its_businesses_reach_its_bodies(cao_bang: tuple[Catalogue, Router], text: str, department: str) -> None:
    assert cao_bang[1].rank(text).best == department


@pytest.mark.parametrize("key", ["Cao Bằng", "cao_bang", "../x", "", "a", "-a", "x" * 80])
def test_a_bad_key_is_refused_in_a_line(key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert made(key, "", tmp_path) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ['Cao "Bằng"', "Cao\x00Bằng", "12", "a" * 90, "[[x]]"])
def test_a_bad_name_is_refused_in_a_line(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert made("cao-bang", name, tmp_path) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_what_is_there_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "cao-bang").mkdir()
    assert made("cao-bang", "", tmp_path) == 2
    assert "đã có" in capsys.readouterr().err
    assert not list((tmp_path / "cao-bang").iterdir())


@pytest.mark.parametrize(
    ("name", "english", "letters"),
    [("Cao Bằng", "Cao Bang", "CB"), ("Bà Rịa - Vũng Tàu", "Ba Ria - Vung Tau", "BRVT"), ("Huế", "Hue", "HU")],
)
def test_a_name_gives_its_english_and_its_letters(name: str, english: str, letters: str) -> None:
    assert (name_in_english(name), prefix(name)) == (english, letters)
