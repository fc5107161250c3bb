"""Every table, and every column that may hold text, is declared with what it holds of people and how that goes."""

from __future__ import annotations

import re
import tomllib

from sqlalchemy import BigInteger, Boolean, Integer
from sqlmodel import SQLModel

from bot.settings import ROOT
from domain.province.retention import Kept
from storage import tables
from storage.tables import UtcDateTime

INVENTORY = tomllib.loads((ROOT / "docs" / "inventory.toml").read_text(encoding="utf-8"))


def text_columns() -> dict[str, list[str]]:
    assert tables
    return {
        name: sorted(
            each.name
            for each in table.columns
            if not isinstance(each.type, BigInteger | Boolean | Integer | UtcDateTime)
        )
        for name, table in SQLModel.metadata.tables.items()
    }


def test_no_table_and_no_column_is_forgotten() -> None:
    assert {name: each["columns"] for name, each in INVENTORY.items()} == text_columns()


def test_each_says_what_it_holds_and_how_it_goes() -> None:
    for name, each in INVENTORY.items():
        assert each["holds"] not in {"", "?"}, name
        assert each["goes"] not in {"", "?"}, name
        named = re.findall(r"retention: (\w+)", each["goes"])
        assert set(named) <= set(Kept), name
