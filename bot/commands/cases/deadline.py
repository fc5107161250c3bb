"""`govuong deadline`: when something received then is due, and why; no database, no network."""

from __future__ import annotations

import argparse
import json
import math
import sys
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.delivery.wording import Wording
from bot.province import read_catalogue
from bot.settings import ROOT, Settings
from domain.deadline import explaining
from domain.deadline.calendars import Calendar, OutsideCalendar, calendar
from domain.deadline.deadlines import Deadline, Pause, calendar_days, deadline, deadline_in_hours
from domain.language import LANGUAGES

MOST = 10_000


def arguments(parser: argparse.ArgumentParser) -> None:
    """Everything the command can be asked."""
    when = "such as 2026-02-13T10:00; the province's time unless it names an offset"
    parser.add_argument("--received", required=True, metavar="WHEN", help=when)
    limit = parser.add_mutually_exclusive_group(required=True)
    limit.add_argument("--working-days", type=_days, metavar="N", help="to the close of the N-th working day")
    limit.add_argument("--working-hours", type=_hours, metavar="H", help="office hours, such as 4 or 1.5")
    limit.add_argument(
        "--calendar-days", type=_days, metavar="N", help="days off count, too; complaints are so counted"
    )
    parser.add_argument("--extension", type=_hours, default=0, metavar="N", help="as many more of the same")
    parser.add_argument("--pause", action="append", default=[], metavar="FROM/TO", help="may be given several times")
    parser.add_argument("--department", default="", metavar="KEY", help="whose office hours count")
    parser.add_argument("--lang", choices=LANGUAGES, default="vi", help="the language of the explanation")
    parser.add_argument("--json", action="store_true", help="one JSON object")


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > len(str(MOST)) or int(text) > MOST:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from 0 to {MOST}")
    return int(text)


def _hours(text: str) -> float:
    try:
        hours = float(text)
    except ValueError:
        hours = math.nan
    if not 0 <= hours <= MOST:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 0 to {MOST}")
    return int(hours) if hours == int(hours) else hours


def run(settings: Settings, args: argparse.Namespace) -> int:
    """Print the deadline and its story; 2 with a line on standard error for what cannot be counted."""
    try:
        why, told = _counted(settings, args)
    except (ValueError, OutsideCalendar) as error:
        print(error, file=sys.stderr)
        return 2
    except OverflowError:
        print("the dates lie outside every calendar", file=sys.stderr)
        return 2
    print(json.dumps({**why, **told}, ensure_ascii=False) if args.json else "\n\n".join(told.values()))
    return 0


def _counted(settings: Settings, args: argparse.Namespace) -> tuple[dict[str, Any], dict[str, str]]:
    """The facts, and the texts to show; ValueError says what cannot be counted."""
    catalogue, _router = read_catalogue(settings.catalogue)
    if args.department and catalogue.department(args.department) is None:
        raise ValueError(f"There is no department “{args.department}”. `govuong departments` lists their keys.")
    own = calendar(catalogue, args.department)
    why = explaining.facts_of(own, _deadline(own, args))
    wording = Wording(catalogue, ROOT / "locales")
    sentence = wording.say(explaining.sentence(why), args.lang)
    if args.json:
        return why, {"source": wording.say(explaining.rule(why), args.lang), "sentence": sentence}
    return why, {"sentence": sentence, "at_length": wording.say(explaining.at_length(why), args.lang)}


def _deadline(own: Calendar, args: argparse.Namespace) -> Deadline:
    received = _instant("--received", args.received, own.timezone)
    pauses = [Pause(*_ends(each, own.timezone)) for each in args.pause]
    if args.working_hours is not None:
        return deadline_in_hours(own, received, args.working_hours, pauses, args.extension)
    if args.extension != int(args.extension):
        raise ValueError(f"--extension: {args.extension} is not a whole number of days")
    if args.working_days is not None:
        return deadline(own, received, args.working_days, pauses, args.extension)
    if pauses:
        raise ValueError("--pause: nothing pauses calendar days; leave it out")
    return calendar_days(own, received, args.calendar_days, args.extension)


def _instant(name: str, text: str, zone: ZoneInfo) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{name}: “{text}” is not a time; write it like 2026-02-13T10:00") from None
    return found if found.tzinfo else found.replace(tzinfo=zone)


def _ends(text: str, zone: ZoneInfo) -> tuple[datetime, datetime]:
    parts = text.split("/")
    if len(parts) != 2:  # noqa: PLR2004  from and to
        raise ValueError(f"--pause: “{text}” is not FROM/TO; write it like 2026-02-24T10:00/2026-02-26T09:00")
    start, end = (_instant("--pause", each, zone) for each in parts)
    if end < start:
        raise ValueError(f"--pause: “{text}” ends before it begins")
    return start, end
