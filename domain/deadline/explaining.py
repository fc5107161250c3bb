"""Why a deadline falls when it does: facts for the journal, and the words for them.

The facts are written when a deadline is set; the words need nothing else, so that a later catalogue, other office hours
or another holiday law cannot change what was told. Instants in the facts carry the province's offset of their day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import reduce
from typing import Any

from domain.deadline.calendars import Calendar
from domain.deadline.deadlines import Deadline
from domain.deadline.public_holidays import Occasion
from domain.deadline.reasons import Skipped, explain
from domain.messages import Lines, Translated, Value, Words
from domain.province.catalogue import Unit

#: told by what they are swapped for or named after, where the run of days has such a day
UNNAMED = {Occasion.SWAPPED, Occasion.SPECIAL}
#: how a source of the catalogue ends that is still to be confirmed
UNVERIFIED = "(chưa xác minh)"
HOUR = 60
Facts = Mapping[str, Any]


# Facts


def facts_of(calendar: Calendar, given: Deadline, source: str = "") -> dict[str, Any]:
    """Everything that led to a deadline, ready for JSON; `source` is what sets the limit, as the catalogue names it."""
    why = explain(calendar, given)

    def local(instant: datetime) -> str:
        return instant.astimezone(calendar.timezone).isoformat(timespec="seconds")

    return {
        "received": local(given.received),
        "counts_as_received": local(given.opened_at),
        "unit": str(given.unit),
        "amount": _number(given.amount),
        "extension": _number(given.extension),
        "weekdays": list(calendar.hours.weekdays),
        "skipped": [_run(each) for each in why.skipped],
        "worked_instead": [day.isoformat() for day in why.worked_instead],
        "own_hours": [{"day": each.day.isoformat(), "names": dict(each.names)} for each in why.own_hours],
        "pauses": [
            {
                "first": each.first.isoformat(),
                "last": each.last.isoformat(),
                "working_days": each.working_days,
                "working_minutes": each.working_minutes,
            }
            for each in why.pauses
        ],
        "rolled_from": why.rolled_from.isoformat() if why.rolled_from else None,
        "due_at": local(given.due_at),
        "calendar": given.calendar_version,
        "source": source,
    }


def _number(amount: float) -> float:
    return int(amount) if amount == int(amount) else amount


def _run(skipped: Skipped) -> dict[str, Any]:
    return {
        "first": skipped.first.isoformat(),
        "last": skipped.last.isoformat(),
        "occasions": [str(each) for each in skipped.occasions],
        "names": [dict(each) for each in skipped.names],
    }


# Words


def sentence(why: Facts) -> Words:
    """The one sentence for a card; years are named only when it tells of two."""
    due = _instant(why["due_at"])
    long = _instant(why["received"]).year != due.year
    parts: list[Value] = [*_extended(why), *_skipped(why, long=long), *_rolled(why, long=long), *_paused(why)]
    args: dict[str, Value] = {
        "amount": amount(why["unit"], why["amount"]),
        "from": _from(why, long=long),
        "parts": Lines(tuple(parts), between=""),
        "due": _moment(due, long=long),
    }
    return Words("why-sentence", args)


def _from(why: Facts, *, long: bool) -> Value:
    received, counted = _instant(why["received"]), _instant(why["counts_as_received"])
    start = _moment(counted, long=long) if why["unit"] == Unit.WORKING_HOURS else _weekday(counted.date(), long=long)
    if received.date() == counted.date():
        return start
    return Words("why-from-later", {"day": start, "received": _weekday(received.date(), long=long)})


def _extended(why: Facts) -> list[Value]:
    return [Words("why-extended", {"amount": amount(why["unit"], why["extension"])})] if why["extension"] else []


def _skipped(why: Facts, *, long: bool) -> Iterator[Value]:
    """What was left out and taken in; calendar days leave nothing out."""
    if why["unit"] == Unit.CALENDAR_DAYS:
        return
    for each in why["skipped"]:
        first, last = _day_of(each["first"]), _day_of(each["last"])
        yield Words("why-skipped", {"name": _joined(_short(each)), "days": _days_in_a_row(first, last, long=long)})
    for text in why["worked_instead"]:
        yield Words("why-worked", {"day": _weekday(_day_of(text), long=long)})
    for each in why["own_hours"]:
        yield Words("why-own-hours", {"day": _weekday(_day_of(each["day"]), long=long)})


def _rolled(why: Facts, *, long: bool) -> list[Value]:
    return (
        [Words("why-rolled", {"day": _weekday(_day_of(why["rolled_from"]), long=long)})] if why["rolled_from"] else []
    )


def _paused(why: Facts) -> list[Value]:
    if why["unit"] == Unit.WORKING_HOURS:
        minutes = sum(each["working_minutes"] for each in why["pauses"])
        return [Words("why-paused-time", {"span": _span(minutes)})] if minutes else []
    days = sum(each["working_days"] for each in why["pauses"])
    return [Words("why-paused-days", {"count": days})] if days else []


def at_length(why: Facts, *, plain: bool = False) -> Lines:
    """The same story, a fact a line, with the rule of counting and the source of the limit.

    Unless it is told plainly, as to a business, also how sure the source is and which calendar was used.
    """
    told = (*_start(why, plain=plain), *_on_the_way(why), *_end(why))
    return Lines(told if plain else (*told, Words("long-calendar", {"version": why["calendar"]})))


def _start(why: Facts, *, plain: bool) -> Iterator[Value]:
    received, counted = _instant(why["received"]), _instant(why["counts_as_received"])
    at = _moment(received, long=True)
    if received == counted:
        yield Words("long-received", {"at": at})
    else:
        yield Words("long-received-later", {"at": at, "counted": _moment(counted, long=True)})
    yield Words("long-limit", {"amount": amount(why["unit"], why["amount"])})
    yield from _source(why["source"], plain=plain)
    yield Words("long-counting", {"rule": rule(why, plain=plain)})


def rule(why: Facts, *, plain: bool = False) -> Words:
    """How the unit is counted, with the law that says so and, unless told plainly, how sure that is."""
    return Words(f"counting-{why['unit']}", {"plain": "yes" if plain else "no"})


def _source(source: str, *, plain: bool) -> list[Value]:
    if source.endswith(UNVERIFIED):
        known = source.removesuffix(UNVERIFIED).rstrip()
        return [Words("long-source" if plain else "long-source-unverified", {"source": known})]
    return [Words("long-source", {"source": source})] if source else []


def _on_the_way(why: Facts) -> Iterator[Value]:
    yield from _left_out(why)
    for text in why["worked_instead"]:
        yield Words("long-worked", {"day": _weekday(_day_of(text), long=True)})
    for each in why["own_hours"]:
        day = _weekday(_day_of(each["day"]), long=True)
        yield Words("long-own-hours", {"day": day, "name": Translated(each["names"])})
    for each in why["pauses"]:
        yield _pause(each, by_hours=why["unit"] == Unit.WORKING_HOURS)
    if why["extension"]:
        yield Words("long-extended", {"amount": amount(why["unit"], why["extension"])})


def _left_out(why: Facts) -> Iterator[Value]:
    if why["rolled_from"]:
        yield Words("long-rolled", {"day": _weekday(_day_of(why["rolled_from"]), long=True)})
    for each in why["skipped"]:
        days = _days_in_a_row(_day_of(each["first"]), _day_of(each["last"]), long=True)
        yield Words(
            "long-skipped", {"name": _joined([*_occasions(each), *map(Translated, each["names"])]), "days": days}
        )


def _pause(pause: Facts, *, by_hours: bool) -> Words:
    unit = Unit.WORKING_HOURS if by_hours else Unit.WORKING_DAYS
    lost = pause["working_minutes"] / HOUR if by_hours else pause["working_days"]
    first, last = (_weekday(_day_of(pause[name]), long=True) for name in ("first", "last"))
    if not lost:
        return Words("long-paused-nothing", {"first": first, "last": last})
    return Words("long-paused", {"first": first, "last": last, "amount": amount(unit, lost)})


def _end(why: Facts) -> Iterator[Value]:
    yield Words("long-due", {"at": _moment(_instant(why["due_at"]), long=True)})


# Parts of sentences


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _day_of(text: str) -> date:
    return date.fromisoformat(text)


def amount(unit: str, number: float) -> Words:
    """A length of time in words, such as seven working days; hours to the minute."""
    if unit == Unit.WORKING_HOURS:
        return Words("amount-working-time", {"span": _span(round(number * HOUR))})
    return Words(
        "amount-calendar-days" if unit == Unit.CALENDAR_DAYS else "amount-working-days", {"count": int(number)}
    )


def _span(minutes: int) -> Words:
    hours, rest = divmod(minutes, HOUR)
    if not rest:
        return Words("span-hours", {"count": hours})
    if not hours:
        return Words("span-minutes", {"count": rest})
    return Words(
        "and-then", {"first": Words("span-hours", {"count": hours}), "last": Words("span-minutes", {"count": rest})}
    )


def _occasions(run: Facts) -> list[Value]:
    """The public holidays of a run; its special days where the catalogue names none."""
    named = {Occasion(each) for each in run["occasions"]} - ({Occasion.SPECIAL} if run["names"] else set())
    return [Words(f"occasion-{each}") for each in Occasion if each in named]


def _short(run: Facts) -> list[Value]:
    """The names of a run for one sentence: a swapped day goes by the holiday it was joined to."""
    holidays: list[Value] = [
        Words(f"occasion-{each}") for each in Occasion if each in run["occasions"] and each not in UNNAMED
    ]
    return holidays or [*map(Translated, run["names"])] or _occasions(run)


def _joined(names: Iterable[Value]) -> Value:
    return reduce(lambda one, other: Words("both", {"first": one, "last": other}), names)


def _date(day: date, *, long: bool) -> Words:
    if long:
        return Words("date-with-year", {"day": day.day, "month": day.month, "year": str(day.year)})
    return Words("date", {"day": day.day, "month": day.month})


def _weekday(day: date, *, long: bool) -> Words:
    return Words("weekday-date", {"weekday": Words(f"weekday-{day.weekday()}"), "date": _date(day, long=long)})


def _moment(local: datetime, *, long: bool) -> Words:
    weekday = Words(f"weekday-{local.weekday()}")
    return Words("moment", {"time": f"{local:%H:%M}", "weekday": weekday, "date": _date(local.date(), long=long)})


def run_of_days(first: date, last: date) -> Words:
    """A run of days with its year."""
    return _days_in_a_row(first, last, long=True)


def _days_in_a_row(first: date, last: date, *, long: bool) -> Words:
    if first == last:
        return _date(first, long=long)
    if (first.year, first.month) != (last.year, last.month):
        return Words("dates", {"first": _date(first, long=long), "last": _date(last, long=long)})
    days = {"firstday": first.day, "lastday": last.day, "month": first.month}
    if long:
        return Words("days-of-month-and-year", {**days, "year": str(first.year)})
    return Words("days-of-month", {**days})
