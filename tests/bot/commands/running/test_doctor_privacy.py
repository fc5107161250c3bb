"""What the doctor says of personal data: what goes soon, and whom people call about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from bot.commands.running import doctor
from bot.province import read_catalogue
from bot.settings import ROOT
from domain.province.catalogue import Privacy
from domain.province.retention import Kept, days
from domain.rights import holding
from handlers import recording
from handlers.business import meeting
from handlers.province import Province
from storage.database import Store
from storage.engines import open_store
from tests.cast import TUAN, Hands
from tests.handlers.rights.aged import one
from tests.product import prepared


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def store(sqlite_files: Any, hands: Hands) -> Iterator[Store]:
    opened = open_store(str(sqlite_files.fresh(prepared)), hands)
    yield opened
    opened.close()


def parts(store: Store, phone: str, telephone: str) -> Any:
    catalogue, router = read_catalogue(ROOT / "tests" / "province")
    catalogue = replace(catalogue, task_group_phone=phone, privacy=Privacy(telephone=telephone))
    return SimpleNamespace(store=store, catalogue=catalogue, province=Province(catalogue, router))


@pytest.mark.parametrize(
    ("phone", "telephone", "is_well", "read"),
    [
        ("0205 3 812 345", "", False, "0205 3 812 345"),
        ("0205 3 812 345", "0205 3 1", True, "0205 3 1"),
        ("", "", True, "–"),
    ],
)
def test_the_notice_names_the_task_groups_number_where_it_has_none(
    store: Store, phone: str, telephone: str, *, is_well: bool, read: str
) -> None:
    made = parts(store, phone, telephone)
    assert all(well for well, _, _ in doctor._privacy(made)) is is_well
    assert meeting.privacy(made.province)[0].args["phone"] == read


def test_what_is_over_within_a_fortnight_is_counted_by_kind(store: Store, hands: Hands) -> None:
    made = parts(store, "", "")
    kept = days(made.catalogue.retention, Kept.IDENTITY, "open")
    store.call(lambda tx: one(tx, 3, "withdrawn"))
    hands.on(days=kept - 16)
    assert "identity of 0 cases" in doctor._privacy(made)[0][1]
    hands.on(days=4)
    assert "identity of 1 cases" in doctor._privacy(made)[0][1]


def test_what_the_task_group_holds_is_named_by_its_codes_and_since_when(store: Store, hands: Hands) -> None:
    made = parts(store, "", "")
    case = store.call(lambda tx: one(tx, 3, "withdrawn"))
    assert "held" not in str(doctor._privacy(made)[1:])
    held = holding.hold(case, TUAN, hands(), "thanh tra đang xem")
    store.call(lambda tx: recording.record(tx, held))
    is_well, said, _ = doctor._privacy(made)[1]
    assert (is_well, said) == (True, "held by the task group beyond their time: 1 cases, since 2026-03-09: #LS26-00003")
