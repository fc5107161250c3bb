"""The table of docs/security.md: no group of ASVS 5.0 at level 2 is missing, each has its test or reason."""

from __future__ import annotations

import re

import pytest

from bot.settings import ROOT

DOCUMENT = ROOT / "docs" / "security.md"
#: chapter → its groups that ask something at level 1 or 2 (3.1 does not)
GROUPS = {
    1: range(1, 6),
    2: range(1, 5),
    3: range(2, 8),
    4: range(1, 5),
    5: range(1, 5),
    6: range(1, 9),
    7: range(1, 7),
    8: range(1, 5),
    11: range(1, 8),
    12: range(1, 4),
    13: range(1, 5),
    14: range(1, 4),
    15: range(1, 5),
    16: range(1, 6),
}
#: chapters of which nothing is used
WHOLE = (9, 10, 17)
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines()
    if re.match(r"\| \d", line)
]


def test_every_group_has_a_line() -> None:
    told = set(re.findall(r"(?<![\d.])(\d+(?:\.\d+)?) [A-Za-z]", " , ".join(row[0] for row in ROWS)))
    wanted = {f"{chapter}.{group}" for chapter, groups in GROUPS.items() for group in groups}
    assert wanted | {str(chapter) for chapter in WHOLE} == told


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_every_line_says_what_holds_and_what_shows_it(row: list[str]) -> None:
    group, holds, shown = row
    assert holds, group
    tests = re.findall(r"\]\(\.\./(tests/[\w/]+\.py)\)", shown)
    has_reason = shown == "does not apply" or "falls short" in shown or "](../" in shown
    assert tests or has_reason, group
    assert all((ROOT / path).is_file() for path in tests), group
