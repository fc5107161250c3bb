"""Which topics, places and departments have unusually many like cases, by one stated test.

What is counted are different businesses a week, so that one business filing ten times counts once. A count is compared
with what its own last half year leads one to expect, twice: by working days (Tết has few) and by what all others bring
in the same days (a province that grows alarms nobody). The larger expectation counts. How far a count may lie above it
by chance is told by a negative binomial distribution: Poisson, but weeks differ more than that (`wobble`) and the rate
is itself only known from few cases (the Gamma prior of the whole province stands in for what is missing).
docs/decisions/0014 shows what false alarms this makes and what it finds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import count
from math import exp, lgamma, log, log1p

WEEK = timedelta(days=7)
#: half a year: long enough for a topic with a case a month, short enough to follow what slowly changes
LONGEST_HISTORY = 26
#: below eight weeks one odd week would be a sixth of all that is known
SHORTEST_HISTORY = 8
#: a week for what breaks out at once, two for what is only twice or three times as frequent
SPANS = (1, 2)
#: fewer are dealt with one by one, however unlikely they are
FEWEST_CASES = 5
#: two businesses may have the same lawyer or the same quarrel
FEWEST_BUSINESSES = 3
#: how many false alarms a look at the whole province may make, were every count continuous and every week independent;
#: with these the simulations stay near one a quarter at worst, and a topic that triples is found (decision 0014)
WEEKLY_LEVEL = 0.07
DAILY_LEVEL = 0.01
#: rates of topics differ by orders of magnitude: a prior as wide as an exponential distribution, one case strong
PRIOR_SHAPE = 1.0
#: weeks of real filings always differ a little more than Poisson, even where half a year has not shown it
LEAST_WOBBLE = 0.02
#: in a week without working days and without other cases nothing would be expected at all
LEAST_EXPECTED = 0.05
#: a signal is told again when it has been quiet for so long
QUIET = 4 * WEEK


class Aspect(StrEnum):
    """What like cases have in common."""

    TOPIC = "topic"
    PLACE = "place"
    DEPARTMENT = "department"


Series = tuple[Aspect, str]
#: the working days from a day on to before another
WorkingDays = Callable[[date, date], int]


@dataclass(frozen=True, slots=True)
class FiledCase:
    """A case as the test sees it: the local day it came, whose it is, and every series it belongs to."""

    case: int
    day: date
    business: str
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Weeks:
    """Weeks of seven days, the newest first; `totals` and `counts` are different businesses, `sizes` series a kind."""

    working_days: Sequence[float]
    totals: Sequence[int]
    counts: Mapping[Series, Sequence[int]]
    sizes: Mapping[Aspect, int]


@dataclass(frozen=True, slots=True)
class Unusual:
    """A series whose newest `span` weeks have more businesses than expected; `shape` is the distribution's own."""

    series: Series
    span: int
    businesses: int
    expected: float
    shape: float
    chance: float


@dataclass(frozen=True, slots=True)
class Signal:
    """What is told: so many cases of different businesses on the days [start, end), and how many would be usual."""

    series: Series
    start: date
    end: date
    cases: tuple[int, ...]
    businesses: int
    expected: float
    chance: float


def find(
    filed: Sequence[FiledCase],
    today: date,
    working_days: WorkingDays,
    sizes: Mapping[Aspect, int],
    level: float,
) -> list[Signal]:
    """The signals of the seven and fourteen days before `today`, in the order of `look`, each with its cases.

    One whose cases those before it explain (a department by its topic) is left out.
    """
    each_level = level_of_each(sizes, level)
    explained: set[int] = set()
    found = []
    for one in look(weeks_of(filed, today, working_days, sizes), level):
        start = today - one.span * WEEK
        own = [each for each in filed if start <= each.day < today and one.series in each.series]
        left = [each for each in own if each.case not in explained]
        if len(left) < FEWEST_CASES or not is_still_unusual(one, _businesses(left), each_level):
            continue
        explained |= {each.case for each in own}
        cases = tuple(sorted(each.case for each in own))
        found.append(Signal(one.series, start, today, cases, _businesses(own), one.expected, one.chance))
    return found


def weeks_of(filed: Sequence[FiledCase], today: date, working_days: WorkingDays, sizes: Mapping[Aspect, int]) -> Weeks:
    """The whole weeks since the first case (at most as many as `look` uses), counted back from `today`."""
    first = min((each.day for each in filed), default=today)
    many = min((today - first).days // 7, LONGEST_HISTORY + max(SPANS))
    seen: set[tuple[int, str, Series | None]] = set()
    for each in filed:
        week = (today - each.day - timedelta(1)) // WEEK
        if 0 <= week < many:
            seen |= {(week, each.business, series) for series in (None, *each.series)}
    counts: dict[Series | None, list[int]] = {None: [0] * many}
    for week, _, series in seen:
        counts.setdefault(series, [0] * many)[week] += 1
    ends = [today - week * WEEK for week in range(many)]
    totals = counts.pop(None)
    return Weeks([working_days(end - WEEK, end) for end in ends], totals, _named(counts), sizes)


def _named(counts: Mapping[Series | None, list[int]]) -> dict[Series, list[int]]:
    return {series: each for series, each in counts.items() if series is not None}


def _businesses(filed: Iterable[FiledCase]) -> int:
    return len({each.business for each in filed})


def tail(businesses: int, expected: float, shape: float) -> float:
    """The chance of at least so many when a negative binomial with this mean and variance mean + mean²/shape rules."""
    if businesses <= 0:
        return 1.0
    miss, hit = -log1p(expected / shape), log(expected) - log(expected + shape)
    first = lgamma(businesses + shape) - lgamma(shape) - lgamma(businesses + 1) + shape * miss + businesses * hit
    term = total = exp(first)
    for each in count(businesses):
        term *= (each + shape) / (each + 1) * exp(hit)
        total += term
        if each > expected and term <= total * 1e-12:
            break
    return min(total, 1.0)


def level_of_each(sizes: Mapping[Aspect, int], level: float) -> float:
    """The part of a look's false alarms that one of its series may make (Bonferroni)."""
    return level / max(sum(sizes.values()), 1)


def look(weeks: Weeks, level: float) -> list[Unusual]:
    """The series whose newest week, or two, are unusual; none before eight weeks of history.

    The least likely comes first, departments after all topics and places, which say more of the cause.
    `level` is how many false alarms one look of all series may make.
    """
    each_level = level_of_each(weeks.sizes, level)
    found: dict[Series, Unusual] = {}
    for span in SPANS:
        if len(weeks.totals) - span < SHORTEST_HISTORY:
            continue
        history = slice(span, span + LONGEST_HISTORY)
        for kind in Aspect:
            for one in _of_kind(weeks, kind, span, history):
                known = found.get(one.series)
                if one.chance <= each_level and (known is None or one.chance < known.chance):
                    found[one.series] = one
    return sorted(found.values(), key=lambda one: (one.series[0] is Aspect.DEPARTMENT, one.chance, one.series))


def _of_kind(weeks: Weeks, kind: Aspect, span: int, history: slice) -> Iterable[Unusual]:
    """Every series of a kind with enough businesses in its newest weeks, tested."""
    counts = {series: each for series, each in weeks.counts.items() if series[0] is kind}
    now = {series: sum(each[:span]) for series, each in counts.items()}
    if max(now.values(), default=0) < FEWEST_BUSINESSES:
        return
    past = {series: sum(each[history]) for series, each in counts.items()}
    days, everybody = sum(weeks.working_days[history]), sum(weeks.totals[history])
    # one more than there were: a kind nobody has named yet is not impossible
    usual = (sum(past.values()) + 1) / max(weeks.sizes[kind], len(counts), 1)
    wobble = _wobble([each[history] for each in counts.values()], weeks.totals[history], span)
    for series, businesses in now.items():
        if businesses < FEWEST_BUSINESSES:
            continue
        known = PRIOR_SHAPE + past[series]
        others, others_now = everybody - past[series], sum(weeks.totals[:span]) - businesses
        expected = max(
            LEAST_EXPECTED,
            known * sum(weeks.working_days[:span]) / _past(days, usual),
            known * others_now / _past(others, usual),
        )
        # weeks differ now, and the past's mean has differed, too
        shape = 1 / (wobble * (1 + span / len(weeks.totals[history])) + 1 / known)
        yield Unusual(series, span, businesses, expected, shape, tail(businesses, expected, shape))


def _past(exposure: float, usual: float) -> float:
    """The past's days or filings, and as many more as the prior is worth: those that bring `PRIOR_SHAPE` cases."""
    return max(exposure, 1.0) * (1 + PRIOR_SHAPE / usual)


def _wobble(counts: Iterable[Sequence[int]], totals: Sequence[int], span: int) -> float:
    """How much more than Poisson a kind's spans of weeks differ: variance = mean + wobble × mean², by moments."""
    sums = _spans(totals, span)
    everybody, excess, squares = sum(sums), 0.0, 0.0
    around_own_mean = len(sums) / max(len(sums) - 1, 1)
    for each in counts:
        seen = _spans(each, span)
        share = sum(seen) / everybody if everybody else 0.0
        for number, total in zip(seen, sums, strict=True):
            mean = share * total
            excess += (number - mean) ** 2 * around_own_mean - mean
            squares += mean * mean
    return max(excess / squares, LEAST_WOBBLE) if squares else LEAST_WOBBLE


def _spans(weeks: Sequence[int], span: int) -> Sequence[int]:
    """The weeks added up by spans; an incomplete one is left out."""
    whole = len(weeks) - len(weeks) % span
    return weeks if span == 1 else [sum(weeks[at : at + span]) for at in range(0, whole, span)]


def is_still_unusual(one: Unusual, businesses: int, level: float) -> bool:
    """True when so many of its businesses would be unusual, too: those whom another signal explains are left out."""
    return businesses >= FEWEST_BUSINESSES and tail(businesses, one.expected, one.shape) <= level


def is_new(until: date, today: date) -> bool:
    """True when a series last found unusual on the day `until` has been quiet so long that it is told again."""
    return today - until > QUIET
