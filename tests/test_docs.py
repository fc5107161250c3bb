"""What the documents name exists: links, commands, settings, make targets, functions, labels, pictures."""

from __future__ import annotations

import argparse
import re
from functools import cache
from pathlib import Path

import pytest

from bot.__main__ import parser
from handlers import commands
from web.app import ROUTES

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
GUIDES = sorted((ROOT / "docs").glob("huong-dan-*.md"))
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
DOCUMENTS = [README, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
IMAGES = sorted((ROOT / "docs" / "images").glob("*"))
LONGEST_README = 150
LONGEST_DECISION = 40
LARGEST_IMAGE = 200_000
LARGEST_FIRST_IMAGE = 300_000

LINK = re.compile(r"\]\((?!https?:)([^)\s]+)\)")
LINKED_NAMES = re.compile(r"\]\(([^)#\s]+\.py)\)((?:,? `[A-Za-z_.]+`)+)")
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
EMOJI = re.compile(r"[\u2190-\u2bff\U0001f000-\U0001faff]")
#: names in capitals that stand for whatever the reader writes
PLACEHOLDERS = {"NAME", "NAME_FILE"}


def documents(*paths: Path) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=lambda path: str(path.relative_to(ROOT)))


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def code_of(path: Path) -> str:
    """Everything a document shows as code."""
    return "\n".join(CODE.findall(text_of(path)))


def prose_of(path: Path) -> str:
    """Everything else, a paragraph on one line."""
    return re.sub(r"\s+", " ", re.sub(r"```.*?```", " ", text_of(path), flags=re.DOTALL))


def slugs(path: Path) -> set[str]:
    """The anchors of a document's headings."""
    headings = re.findall(r"^#+ (.+)$", text_of(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}


@cache
def sentences() -> str:
    """All locales as one text, a value's continued lines joined."""
    return re.sub(r"\s+", " ", " ".join(text_of(path) for path in sorted((ROOT / "locales").rglob("*.ftl"))))


@documents(*DOCUMENTS)
def test_every_relative_link_leads_somewhere(path: Path) -> None:
    for link in LINK.findall(text_of(path)):
        target, _, anchor = link.partition("#")
        found = (path.parent / target).resolve() if target else path
        assert found.exists(), link
        assert not anchor or anchor in slugs(found), link


@documents(*DOCUMENTS)
def test_a_name_after_a_link_to_a_module_is_in_that_module(path: Path) -> None:
    for link, names in LINKED_NAMES.findall(text_of(path)):
        module = text_of((path.parent / link).resolve())
        for name in re.findall(r"`([A-Za-z_.]+)`", names):
            last = re.escape(name.rpartition(".")[2])
            assert re.search(rf"\b(?:def|class) {last}\b|^\s*{last}\b[^\n]*=", module, re.MULTILINE), (link, name)


@documents(*DOCUMENTS)
def test_every_command_of_the_command_line_exists(path: Path) -> None:
    choices = next(each for each in parser()._actions if isinstance(each, argparse._SubParsersAction)).choices
    for line in re.findall(r"govuong ([a-z][^`\n#]*)", code_of(path)):
        name, *arguments = line.split()
        assert name in choices, line
        options = {option for action in choices[name]._actions for option in action.option_strings}
        assert {each for each in arguments if each.startswith("--")} <= options, line
    options = {option for each in choices.values() for action in each._actions for option in action.option_strings}
    if path == README:
        assert set(re.findall(r"--[a-z-]+", code_of(path))) <= options


def test_the_readme_names_every_command_of_the_command_line() -> None:
    choices = next(each for each in parser()._actions if isinstance(each, argparse._SubParsersAction)).choices
    assert {name for name in choices if f"| `govuong {name}" not in text_of(README)} == set()


@documents(*DOCUMENTS)
def test_every_command_of_the_chat_exists(path: Path) -> None:
    pages = {route.path.split("/")[1] for route in ROUTES if hasattr(route, "path")}
    named = set(re.findall(r"(?:(?<=`)|(?<=\s))/([a-z]+)\b(?![/.:\w])", code_of(path)))
    assert named <= commands.WORDS | pages


@documents(*DOCUMENTS)
def test_every_make_target_exists(path: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)", code_of(path))) <= targets


@documents(*DOCUMENTS)
def test_every_setting_exists(path: Path) -> None:
    settings = set(re.findall(r"^#?([A-Z][A-Z_]+)=", text_of(ROOT / ".env.example"), re.MULTILINE))
    named = set(re.findall(r"\b([A-Z][A-Z_]{3,})=", code_of(path)))
    if path == README:
        named |= {each for each in re.findall(r"`([A-Z][A-Z_]+)`", text_of(path)) if "_" in each}
    assert named - PLACEHOLDERS <= settings


@documents(*GUIDES)
def test_what_a_guide_quotes_is_what_people_see(path: Path) -> None:
    """Buttons (bold, with their sign) and sentences in quotation marks, up to their ellipsis."""
    prose = prose_of(path)
    quoted = [each.partition("…")[0].strip(" .") for each in re.findall(r"“([^”]+)”", prose)]
    bold = [each.strip(" .") for each in re.findall(r"\*\*([^*]+)\*\*", prose) if EMOJI.search(each)]
    assert [each for each in (*quoted, *bold) if each not in sentences()] == []


def test_every_dependency_has_its_line() -> None:
    records = "\n".join(text_of(path) for path in DECISIONS if path.name.startswith(("0009", "0023")))
    told = re.findall(r"^\| ([\w.-]+) \| (?:run|test|build) \|", records, re.MULTILINE)
    asked = [
        re.split(r"[\[<>=]", line)[0].strip()
        for path in sorted(ROOT.glob("requirements*.in"))
        for line in text_of(path).splitlines()
        if line.strip() and not line.startswith(("#", "-"))
    ]
    assert sorted(told) == sorted(asked)


def test_the_readme_fits_a_few_screens() -> None:
    assert len(text_of(README).splitlines()) <= LONGEST_README


@documents(*DECISIONS)
def test_a_decision_is_short_and_listed(path: Path) -> None:
    assert len(text_of(path).splitlines()) <= LONGEST_DECISION
    number, title = re.findall(r"^# (\d{4}) (.+)$", text_of(path), re.MULTILINE)[0]
    assert path.name.startswith(f"{number}-")
    assert f"[{number}]({path.name}) | {title.split(',')[0]}" in text_of(path.parent / "README.md")


@documents(*IMAGES)
def test_a_picture_is_small_and_shown(path: Path) -> None:
    largest = LARGEST_FIRST_IMAGE if path.name == "try-it.png" else LARGEST_IMAGE
    assert path.stat().st_size <= largest
    assert any(f"images/{path.name})" in text_of(each) for each in DOCUMENTS)
