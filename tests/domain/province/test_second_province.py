"""A province that does not exist works like the real one: nothing of the real one is in the code."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.province import read_catalogue
from domain.deadline.calendars import calendar
from domain.deadline.deadlines import deadline
from domain.province.catalogue import TASK_GROUP, Catalogue, PromisedStep
from domain.routing.router import Router

ROOT = Path(__file__).parents[3]
CODE = ("domain", "handlers", "storage", "bot", "web", "reports")
#: Where the code may name something of a province: the folder read if none is named.
ALLOWED = {("bot/settings.py", "lang-son")}


@pytest.fixture(scope="module")
def sao_mai() -> tuple[Catalogue, Router]:
    catalogue, router = read_catalogue(ROOT / "tests" / "province")
    return catalogue, router()


def test_its_names_zone_and_promises_are_its_own(sao_mai: tuple[Catalogue, Router]) -> None:
    catalogue, _ = sao_mai
    assert (catalogue.province_name("en"), catalogue.code_prefix) == ("Morning Star", "SMA")
    assert catalogue.timezone.key == "Asia/Tokyo"
    level = catalogue.service_level(PromisedStep.RESOLVE)
    assert level is not None
    assert level.amount == 4


def test_its_working_days_are_its_own(sao_mai: tuple[Catalogue, Router]) -> None:
    """Monday is a day off there, and so is Sea Day, Tuesday 5 May 2026."""
    hours = calendar(sao_mai[0])
    friday = datetime(2026, 5, 1, 3, 0, tzinfo=UTC)
    due = deadline(hours, friday, 2).due_at.astimezone(sao_mai[0].timezone)
    assert due.date() not in {date(2026, 5, 4), date(2026, 5, 5)}
    assert due.hour == 18


@pytest.mark.parametrize(
    ("text", "department", "topic"),
    [
        ("Giấy phép tàu cá của công ty mãi chưa được cấp", "so-bien", "tau-ca"),
        ("tau ca cho giay ra khoi", "so-bien", "tau-ca"),
        ("The lighthouse at the cape is dark", "so-den", "den-bien"),
        ("渔港没有泊位", "so-bien", "tau-ca"),
        ("Chợ đảo ở xã Hòn Ngọc không có mái che", "xa-hon-ngoc", "cho-dao"),
    ],
)
def test_its_businesses_reach_its_departments(
    sao_mai: tuple[Catalogue, Router], text: str, department: str, topic: str
) -> None:
    ranked = sao_mai[1].rank(text)
    assert (ranked.best, ranked.topic) == (department, topic)
    assert {key for key, _ in ranked.departments} <= {each.key for each in sao_mai[0].departments}


def test_its_merged_departments_are_never_proposed_but_teach_their_successor(
    sao_mai: tuple[Catalogue, Router],
) -> None:
    ranked = sao_mai[1].rank("Sở Thủy sản chưa trả giấy ra khơi")
    assert ranked.best == "so-bien"
    assert not {"so-thuy-san", "so-cang-bien"} & {key for key, _ in ranked.departments}


def test_complaints_about_officials_go_where_it_says(sao_mai: tuple[Catalogue, Router]) -> None:
    ranked = sao_mai[1].rank("Cán bộ Sở Biển vòi tiền mới cho tàu ra khơi")
    assert ranked.conduct
    assert [key for key, _ in ranked.departments][:2] == ["ban-giam-sat", TASK_GROUP]
    assert ranked.accused == ("so-bien",)


def test_no_name_of_the_real_province_is_in_the_code() -> None:
    real, _ = read_catalogue(ROOT / "catalogue" / "lang-son")
    names = {*real.province.values(), "Lạng Sơn", "Lang Son", "lang-son", "langson", "谅山", "Đồng Đăng", "Hữu Nghị"}
    names |= {each.key for each in real.departments if each.former_district or each.key.startswith("so-")}
    wanted = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))) + rf'|"{real.code_prefix}\b')
    found = {
        (str(path.relative_to(ROOT)), hit)
        for folder in CODE
        for path in (ROOT / folder).rglob("*.py")
        for hit in wanted.findall(path.read_text(encoding="utf-8"))
    }
    assert found <= ALLOWED
