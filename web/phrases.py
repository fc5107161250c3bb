"""The page's own words, and which language a visitor reads."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from starlette.requests import Request

from domain.language import LANGUAGES

FOLDER = Path(__file__).resolve().parent.parent / "locales"
DEFAULT = "vi"
COOKIE = "govuong-language"


@lru_cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted((FOLDER / language / "page").glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle


def say(language: str, key: str, **args: object) -> str:
    """The sentence with this key; raises LookupError for a key the language does not have."""
    bundle = _bundle(language)
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise LookupError(key)
    return str(bundle.format_pattern(pattern, args)[0])


def say_when(language: str, at: datetime) -> str:
    """A moment as people write it; `at` is in the province's time already."""
    return say(language, "when", day=str(at.day), month=str(at.month), time=f"{at:%H:%M}")


def language_of(request: Request) -> str:
    """The language asked for in the address, chosen before, or preferred by the browser; else Vietnamese."""
    for wanted in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if wanted in LANGUAGES:
            return str(wanted)
    return _preferred(request.headers.get("accept-language", ""))


def _preferred(header: str) -> str:
    weighed: list[tuple[float, str]] = []
    for part in header[:200].split(","):
        tag, _, weight = part.strip().partition(";q=")
        language = tag.split("-")[0].lower()
        if language in LANGUAGES:
            weighed.append((_number(weight), language))
    return max(weighed, key=lambda each: each[0], default=(0.0, DEFAULT))[1]


def _number(weight: str) -> float:
    try:
        return float(weight or 1)
    except ValueError:
        return 0.0
