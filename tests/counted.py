"""The figures of stories that were told with tests/cast.py."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from domain.case.case import Entry
from domain.case.decisions import Decision
from domain.deadline.calendars import Calendar, calendar
from domain.province import files
from domain.statistics.courses import Bounds, Course, follow
from domain.statistics.figures import Figures, count

FOLDER = Path(__file__).parents[1] / "catalogue" / "lang-son"


@cache
def office() -> Calendar:
    """When Lạng Sơn works."""
    return calendar(files.parse({each.name: each.read_text(encoding="utf-8") for each in FOLDER.glob("*.toml")}))


def journal(story: Iterable[Decision]) -> list[Entry]:
    """What a story wrote."""
    return [entry for decision in story for entry in decision.entries]


def courses(stories: Iterable[Sequence[Decision]], span: Bounds) -> list[Course]:
    """The stories as a period sees them."""
    found = (follow(journal(story), [span])[0] for story in stories)
    return [course for course in found if course is not None]


def counted(stories: Iterable[Sequence[Decision]], span: Bounds) -> Figures:
    """The figures of a period from the stories."""
    return count(courses(stories, span), span, office())
