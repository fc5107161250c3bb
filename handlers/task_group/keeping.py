"""Figures that are counted before anybody asks, and what is kept compared with the journals by other code."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta

from domain.case.case import Entry
from domain.deadline.half_days import half_day
from domain.messages import ADMINISTRATOR, Notice, Urgency, Value, Words
from domain.statistics.counting import Counted, Dimension, version_of
from domain.statistics.figures import Figures
from domain.statistics.periods import Span, around, read
from domain.statistics.recount import AGAIN, ALL, recount
from handlers.province import Province
from handlers.task_group.period_figures import FEW_ENOUGH, Part, count
from handlers.task_group.walking import AT_ONCE, Ask, within
from storage import cases
from storage.database import Tx
from storage.knowledge import kept_figures
from storage.outgoing import outbox

#: how long after an instant nothing can be written before it any more
SETTLED = timedelta(minutes=5)
#: closed periods kept in one transaction of the bot's own, where they are small
A_FEW = 5
_AT_ONCE = {Span.WEEK: 13, Span.MONTH: 3, Span.QUARTER: 1, Span.YEAR: 1}
#: periods compared in a night, besides those that are not over
COMPARED = 6
#: differences told one by one
TOLD = 5


def missing(tx: Tx, province: Province, now: datetime) -> list[Part]:
    """What should be kept and is not: every period that is over, the others up to the last half day or midnight."""
    first = cases.first_filed(tx)
    if first is None:
        return []
    version = version_of(province.catalogue, province.calendar)
    kept = kept_figures.all_kept(tx, version)
    return [part for part in _wanted(tx, province, first, now) if (part[0].key, part[1][1]) not in kept]


def _wanted(tx: Tx, province: Province, first: datetime, now: datetime) -> Iterator[Part]:
    zone = province.catalogue.timezone
    local = (now - SETTLED).astimezone(zone)
    for span in Span:
        period = around(span, first.astimezone(zone).date())
        while period.bounds(zone)[1] <= local:
            yield period, period.bounds(zone)
            period = period.after()
        start = period.bounds(zone)[0]
        # of whoever hides only the half day is known: what is counted up to another instant could change once more;
        # what is small is counted whenever somebody asks
        until = half_day(province.calendar, local) if span is Span.WEEK else _midnight(local)
        if start < until and len(cases.alive(tx, start, until, FEW_ENOUGH + 1)) > FEW_ENOUGH:
            yield period, (start, until)


def _midnight(local: datetime) -> datetime:
    return datetime.combine(local.date(), time(), local.tzinfo)


def keep_little(tx: Tx, province: Province) -> int:
    """Keep some of what is missing and takes no time; how many (A_FEW: call again)."""
    little = (each for each in missing(tx, province, tx.now) if _size(tx, each) <= FEW_ENOUGH)
    return keep(within(tx), province, [part for part, _ in zip(little, range(A_FEW), strict=False)])


def is_much(tx: Tx, province: Province) -> bool:
    """True when something is missing that takes longer than a conversation should wait."""
    return any(_size(tx, each) > FEW_ENOUGH for each in missing(tx, province, tx.now))


def _size(tx: Tx, part: Part) -> int:
    return len(cases.alive(tx, *part[1], FEW_ENOUGH + 1))


def batches(parts: Sequence[Part]) -> Iterator[Sequence[Part]]:
    """What is counted in one walk: about a quarter of a year, so that the spans of all its cases find room."""
    for span, many in _AT_ONCE.items():
        own = [part for part in parts if part[0].span is span]
        for begin in range(0, len(own), many):
            yield own[begin : begin + many]


def keep(ask: Ask, province: Province, parts: Sequence[Part], write: Ask | None = None) -> int:
    """Count these periods in one walk and keep them; how many. They are written where `write` says, else as read."""
    version = version_of(province.catalogue, province.calendar)
    for (period, (_, until)), found in zip(parts, count(ask, province, parts), strict=True):
        (write or ask)(
            lambda tx, key=period.key, until=until, found=found: kept_figures.keep(tx, version, key, until, found)  # type: ignore[misc]
        )
    return len(parts)


def has_kept(tx: Tx, province: Province) -> bool:
    """True once anything is kept."""
    return bool(kept_figures.all_kept(tx, version_of(province.catalogue, province.calendar)))


# The recount


def compared(tx: Tx, province: Province, now: datetime, *, every: bool = False) -> list[Part]:
    """What a night compares, the newest of every span and others in turn; or `every` period that is kept."""
    version = version_of(province.catalogue, province.calendar)
    kept = kept_figures.all_kept(tx, version)
    parts = sorted((_part(province, *each) for each in kept), key=lambda part: part[1][1])
    if every:
        return parts
    newest = {part[0].span: part for part in parts}
    turn = now.date().toordinal() * COMPARED
    others = [parts[(turn + number) % len(parts)] for number in range(COMPARED)] if parts else []
    found = {(part[0].key, part[1][1]): part for part in (*newest.values(), *others)}
    return list(found.values())


def _part(province: Province, key: str, until: datetime) -> Part:
    period = read(key)
    return period, (period.bounds(province.catalogue.timezone)[0], until)


def differences(ask: Ask, province: Province, parts: Sequence[Part]) -> list[str]:
    """A line for each figure kept that the journals, read by other code, tell differently."""
    version = version_of(province.catalogue, province.calendar)
    found: list[str] = []
    for period, (start, until) in parts:
        kept = ask(lambda tx, key=period.key, until=until: kept_figures.find(tx, version, key, until))  # type: ignore[misc]
        if kept is not None:
            again = recount(_journals(ask, start, until), start, until)
            found += [f"{period.key} {line}" for line in _compared(kept, again, _today(province))]
    return found


def _journals(ask: Ask, start: datetime, until: datetime) -> Iterator[Sequence[Entry]]:
    numbers = ask(lambda tx: cases.alive(tx, start, until))
    for begin in range(0, len(numbers), AT_ONCE):
        batch = numbers[begin : begin + AT_ONCE]
        yield from ask(lambda tx, batch=batch: cases.journals(tx, batch, until)).values()  # type: ignore[misc]


def _today(province: Province) -> Callable[[str], str]:
    def name(key: str) -> str:
        found = province.catalogue.successor(key)
        return found.key if found else key

    return name


def _compared(kept: Counted, again: Mapping[str, Mapping[str, int]], today: Callable[[str], str]) -> Iterator[str]:
    yield from _unlike("", kept.figures, again[ALL])
    groups = kept.groups[Dimension.DEPARTMENT]
    sums: dict[str, dict[str, int]] = {key: dict.fromkeys(AGAIN, 0) for key in groups}
    for key, figures in again.items():
        if key != ALL:
            own = sums.setdefault(today(key), dict.fromkeys(AGAIN, 0))
            for name in AGAIN:
                own[name] += figures.get(name, 0)
    for key, own in sorted(sums.items()):
        yield from _unlike(f"{key or '-'} ", groups.get(key) or Figures(), own)


def _unlike(where: str, kept: Figures, again: Mapping[str, int]) -> Iterator[str]:
    for name in AGAIN:
        if getattr(kept, name) != again.get(name, 0):
            yield f"{where}{name}: {getattr(kept, name)} kept, {again.get(name, 0)} in the journals"


def tell(tx: Tx, found: Sequence[str]) -> None:
    """The administrator reads which figures differ."""
    facts: dict[str, Value] = {"count": len(found), "lines": "\n".join(f"• {each}" for each in found[:TOLD])}
    outbox.post(tx, Notice(ADMINISTRATOR, Words("figures-differ", facts), urgency=Urgency.PROMPT))
