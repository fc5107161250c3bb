"""One entry of the province's files is changed in its text, and every other line stays as it was written."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.settings import ROOT
from domain.province import files as catalogues
from domain.province.entries import Damaged, every, put, text_of, values_of, with_values

FOLDER = ROOT / "catalogue" / "lang-son"
LANG_SON = {path.name: path.read_text("utf-8") for path in Path(FOLDER).glob("*.toml")}
SMALL = {
    "a.toml": """# head
[[topic]]
key = "a" # the first
names = { vi = "A" }
keywords = [
  "một", "hai", # two
  "ba",
]
# a note about a

# about b
[[topic]]
key = "b"
names = { vi = "B" }

[province]
names = { vi = "X" }
# foot
"""
}


def test_what_stands_around_an_entry_is_nobodys_business() -> None:
    text = text_of(SMALL, "topic", "a")
    assert text.startswith("[[topic]]")
    assert text.endswith("# a note about a")
    changed = with_values(text, "topic", {"names": {"vi": "Á"}, "keywords": ("một", "ba", "bốn"), "pci_component": 3})
    assert put(SMALL, "topic", "a", changed)["a.toml"] == SMALL["a.toml"].replace('"A"', '"Á"').replace(
        '  "một", "hai", # two\n  "ba",\n]\n# a note about a',
        '  "một",\n  "ba",\n  "bốn",\n]\n# a note about a\npci_component = 3',
    )


def test_an_entry_goes_with_the_blank_line_after_it_and_comes_after_the_last_of_its_kind() -> None:
    gone = put(SMALL, "topic", "b", "")
    assert gone["a.toml"] == SMALL["a.toml"].replace('[[topic]]\nkey = "b"\nnames = { vi = "B" }\n\n', "")
    new = with_values("", "topic", {"key": "c", "names": {"vi": "C"}, "keywords": (), "department": ""})
    assert new == '[[topic]]\nkey = "c"\nnames = { vi = "C" }'
    assert put(SMALL, "topic", "c", new)["a.toml"] == SMALL["a.toml"].replace(
        'names = { vi = "B" }\n', f'names = {{ vi = "B" }}\n\n{new}\n'
    )
    assert put({}, "special_day", "2027-01-01", "[[special_day]]\nday = 2027-01-01") == {
        "province.toml": "[[special_day]]\nday = 2027-01-01\n"
    }


@pytest.mark.parametrize("table", ["topic", "department", "commune", "special_day"])
def test_every_entry_of_the_real_files_can_be_found_taken_out_and_put_back(table: str) -> None:
    found = [each for each in every(LANG_SON, table) if "only_if" not in each]
    for each in found[:: max(1, len(found) // 8)]:
        key = str(each["day" if table == "special_day" else "key"])
        text = text_of(LANG_SON, table, key)
        assert values_of(text, table) == each
        assert (
            with_values(text, table, {name: tuple(v) if isinstance(v, list) else v for name, v in each.items()}) == text
        )
        without = put(LANG_SON, table, key, "")
        assert text_of(without, table, key) == ""
        assert len(every(without, table)) == len(every(LANG_SON, table)) - 1
        assert catalogues.parse(put(LANG_SON, table, key, text)).departments


def test_the_day_that_hangs_on_a_switch_is_not_the_day() -> None:
    assert text_of(LANG_SON, "special_day", "2026-11-23") == ""
    day = '[[special_day]]\nday = 2026-11-23\nis_worked = false\nnames = { vi = "Nghỉ" }'
    both = put(LANG_SON, "special_day", "2026-11-23", day)
    assert text_of(both, "special_day", "2026-11-23") == day
    assert [each.get("only_if") for each in every(both, "special_day") if each["day"] == date(2026, 11, 23)] == [
        "culture_day_swap_2026",
        None,
    ]


def test_what_would_change_more_than_its_entry_is_not_done() -> None:
    for text in ('[[topic]]\nkey = "a"\n\n[[topic]]\nkey = "d"', '[[topic]]\nkey = "other"', "[switches]\nx = true"):
        with pytest.raises(Damaged):
            put(SMALL, "topic", "a", text)
    hidden = {"a.toml": '[[topic]]\nkey = "a"\nnote = """\n[[topic]]\nkey = "a"\n"""\n'}
    with pytest.raises((Damaged, tomllib.TOMLDecodeError)):
        put(hidden, "topic", "a", '[[topic]]\nkey = "a"\nnote = "x"')


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30)


@settings(deadline=None, max_examples=60)
@given(
    names=st.dictionaries(st.sampled_from(["vi", "en", "zh"]), WORDS, min_size=1),
    words=st.lists(WORDS, unique=True, max_size=8),
)
def test_whatever_is_typed_is_read_back_as_it_was_typed(names: dict[str, str], words: list[str]) -> None:
    values: dict[str, Any] = {"key": "c", "names": names, "keywords": tuple(words)}
    text = with_values("", "topic", values)
    files = put(SMALL, "topic", "c", text)
    found = every(files, "topic")[-1]
    assert (found["names"], found.get("keywords", [])) == (names, words)
    more = with_values(text, "topic", {"names": {**names, "vi": "mới"}, "keywords": (*words, "thêm nữa, “x” #")})
    again = every(put(files, "topic", "c", more), "topic")[-1]
    assert (again["names"]["vi"], again["keywords"][:-1]) == ("mới", words)
