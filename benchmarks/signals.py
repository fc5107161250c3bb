"""Systemic signals, measured: false alarms where nothing is wrong, and what is found where something is.

Usage: python -m benchmarks.signals [--years N] [--trials N]

A made-up province of 60 topics (some common, most rare), each of one of 23 departments, and 65 communes; three cases of
five name a commune. Every case is another business's, so counts are businesses, as the test wants them. It is looked at
as the timetable looks: weekly on Monday, daily on the other working days, told once until four weeks quiet. The seed is
fixed: the table is the same every time.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate, pairwise
from random import Random

from domain.statistics import signals
from domain.statistics.signals import Aspect, Series, Weeks

TOPICS, COMMUNES, DEPARTMENTS = 60, 65, 23
SIZES = {Aspect.TOPIC: TOPICS, Aspect.PLACE: COMMUNES, Aspect.DEPARTMENT: DEPARTMENTS}
NAMES_A_COMMUNE = 0.6
BURN_IN = 27  # weeks of history before the first look
QUARTER = 13
TET = 32  # the week without a working day, in each simulated year
MONDAY = date(2024, 1, 1)
#: a weekday's part of a week's filings; the chat is open on Saturday and Sunday, too
DAYS = (0.19, 0.19, 0.18, 0.18, 0.18, 0.05, 0.03)


def _skewed(many: int) -> list[float]:
    """Shares of topics or communes: the first is many times the last, as in every list of matters."""
    raw = [(place + 3) ** -1.5 for place in range(many)]
    return [each / sum(raw) for each in raw]


@dataclass(frozen=True)
class Condition:
    """How a province files: cases a week, how much a topic's weeks differ, growth, seasons."""

    name: str
    a_week: float = 100
    wobble: float = 0.0
    growth: float = 0.0
    yearly: float = 0.0
    own_seasons: float = 0.0
    tet: bool = False

    def level(self, week: int) -> float:
        """Cases of a week, on average."""
        level = self.a_week * (1 + self.growth) ** ((week - BURN_IN) * 7 / 30.4)
        level *= 1 + self.yearly * math.sin(2 * math.pi * week / 52)
        if self.tet:
            level *= {TET % 52: 0.1, (TET + 1) % 52: 1.7}.get(week % 52, 1.0)
        return level


CONDITIONS = (
    Condition("Poisson, 100 cases a week"),
    Condition("Poisson, 25 a week", a_week=25),
    Condition("weeks of a topic vary by a third", wobble=0.1),
    Condition("weeks of a topic vary by half", wobble=0.25),
    Condition("grows 30 % a month, from 15 a week", a_week=15, growth=0.3, wobble=0.03),
    Condition("Tết, and a yearly season of ±30 %", tet=True, yearly=0.3, wobble=0.03),
    Condition("each topic its own season of ±30 %", own_seasons=0.3, wobble=0.03),
)


@dataclass
class Province:
    """Filings of days, added up by series; `more` multiplies a topic's rate in a week."""

    condition: Condition
    random: Random
    more: Callable[[int, int], float] = lambda _week, _topic: 1.0
    sums: dict[Series, list[int]] = field(default_factory=dict)
    totals: list[int] = field(default_factory=lambda: [0])
    owners: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.shares = _skewed(TOPICS)
        self.phases = [self.random.random() for _ in range(TOPICS)]
        self.owners = [self.random.randrange(DEPARTMENTS) for _ in range(TOPICS)]
        keys = {Aspect.TOPIC: TOPICS, Aspect.PLACE: COMMUNES, Aspect.DEPARTMENT: DEPARTMENTS}
        self.sums = {(kind, str(number)): [0] for kind, many in keys.items() for number in range(many)}

    def _weights(self, week: int) -> list[float]:
        weights = []
        for topic, share in enumerate(self.shares):
            season = math.sin(2 * math.pi * (week / 52 + self.phases[topic]))
            weight = share * (1 + self.condition.own_seasons * season) * self.more(week, topic)
            if wobble := self.condition.wobble:
                weight *= self.random.gammavariate(1 / wobble, wobble)
            weights.append(weight)
        return weights

    def file_week(self, week: int) -> None:
        """Seven more days."""
        weights = self._weights(week)
        many = poisson(self.random, self.condition.level(week) * sum(weights))
        topics = self.random.choices(range(TOPICS), weights, k=many)
        places = self.random.choices(range(COMMUNES), _COMMUNE_SHARES, k=many)
        days: list[dict[Series, int]] = [{} for _ in DAYS]
        totals = [0] * len(DAYS)
        for topic, place, day in zip(topics, places, self.random.choices(range(7), DAYS, k=many), strict=True):
            series: list[Series] = [(Aspect.TOPIC, str(topic)), (Aspect.DEPARTMENT, str(self.owners[topic]))]
            if self.random.random() < NAMES_A_COMMUNE:
                series.append((Aspect.PLACE, str(place)))
            for each in series:
                days[day][each] = days[day].get(each, 0) + 1
            totals[day] += 1
        self.totals += [self.totals[-1] + each for each in accumulate(totals)]
        for one, sums in self.sums.items():
            running = sums[-1]
            for day in days:
                running += day.get(one, 0)
                sums.append(running)

    def weeks(self, day: int) -> Weeks:
        """What the test sees on the morning of a day (0 is the first Monday)."""
        most = min(day // 7, signals.LONGEST_HISTORY + max(signals.SPANS))
        ends = [day - 7 * back for back in range(most + 1)]
        counts = {one: _steps(sums, ends) for one, sums in self.sums.items() if sums[day] > sums[max(day - 14, 0)]}
        counts |= {one: _steps(sums, ends) for one, sums in self.sums.items() if one not in counts and sums[day]}
        return Weeks([self._worked(end) for end in ends[:-1]], _steps(self.totals, ends), counts, SIZES)

    def told(self, day: int, level: float) -> list[signals.Unusual]:
        """What a look tells: enough cases, and a department only for more than its unusual topics explain."""
        weeks = self.weeks(day)
        each_level = signals.level_of_each(SIZES, level)
        found: list[signals.Unusual] = []
        for one in signals.look(weeks, level):
            kind, number = one.series
            own = [
                each
                for each in found
                if kind is Aspect.DEPARTMENT
                and each.series[0] is Aspect.TOPIC
                and self.owners[int(each.series[1])] == int(number)
            ]
            left = one.businesses - sum(sum(weeks.counts[each.series][: one.span]) for each in own)
            if left >= signals.FEWEST_CASES and signals.is_still_unusual(one, left, each_level):
                found.append(one)
        return found

    def _worked(self, end: int) -> float:
        """Working days of the seven before a day: five, but none in Tết's week."""
        return sum(
            1.0
            for day in range(end - 7, end)
            if day % 7 < 5 and not (self.condition.tet and (day // 7) % 52 == TET % 52)  # noqa: PLR2004
        )


_COMMUNE_SHARES = _skewed(COMMUNES)


def _steps(sums: Sequence[int], ends: Sequence[int]) -> list[int]:
    found = [sums[end] for end in ends]
    return [later - earlier for later, earlier in pairwise(found)]


def poisson(random: Random, mean: float) -> int:
    """A Poisson number: arrivals of an exponential clock."""
    many, clock = 0, random.expovariate(1)
    while clock < mean:
        many += 1
        clock += random.expovariate(1)
    return many


def is_look(day: int) -> float:
    """The level of the look on a day's morning: weekly on Monday, daily on other working days, 0 for none."""
    weekday = day % 7
    if weekday == 0:
        return signals.WEEKLY_LEVEL
    return signals.DAILY_LEVEL if weekday < 5 else 0.0  # noqa: PLR2004


def alarms_of_a_year(condition: Condition, seed: int) -> tuple[int, int]:
    """How many series are told in a year in which nothing is wrong: by the weekly look, by the daily ones."""
    province = Province(condition, Random(seed))  # noqa: S311
    for week in range(BURN_IN):
        province.file_week(week)
    last: dict[Series, int] = {}
    told = [0, 0]
    for week in range(BURN_IN, BURN_IN + 52):
        province.file_week(week)
        for day in range(7 * week + 1, 7 * week + 8):
            if level := is_look(day):
                for one in province.told(day, level):
                    known = last.get(one.series)
                    told[day % 7 > 0] += known is None or signals.is_new(_date(known), _date(day))
                    last[one.series] = day
    return told[0], told[1]


def _date(day: int) -> date:
    return MONDAY + timedelta(day)


def is_found(condition: Condition, topic: int, times: float, seed: int, weeks: int = 2) -> bool:
    """Whether a topic that is so many times as frequent from one Monday on is unusual within the weeks."""
    start = BURN_IN + 8

    def more(week: int, which: int) -> float:
        return times if which == topic and week >= start else 1.0

    province = Province(condition, Random(seed), more)  # noqa: S311
    for week in range(start + weeks):
        province.file_week(week)
    looks = (day for day in range(7 * start + 1, 7 * (start + weeks) + 1) if is_look(day))
    return any(one.series == (Aspect.TOPIC, str(topic)) for day in looks for one in province.told(day, is_look(day)))


def is_cluster_found(condition: Condition, seed: int, many: int = 5) -> bool:
    """Whether so many cases of the rarest topic, spread over one week, are unusual on the Monday after."""
    random = Random(seed)  # noqa: S311
    province = Province(condition, random)
    weeks = BURN_IN + 8
    for week in range(weeks):
        province.file_week(week)
    now = province.weeks(7 * weeks)
    rarest = (Aspect.TOPIC, str(TOPICS - 1))
    counts = dict(now.counts)
    old = counts.get(rarest, [0] * len(now.totals))
    counts[rarest] = [many, *old[1:]]
    totals = [now.totals[0] + many - old[0], *now.totals[1:]]
    found = signals.look(Weeks(now.working_days, totals, counts, SIZES), signals.WEEKLY_LEVEL)
    return any(one.series == rarest for one in found)


#: a topic's cases a week, how many times as many they become, and the weeks to find it in
SUDDEN = ((5, 2, 2), (5, 2, 4), (5, 3, 1), (5, 3, 2), (10, 2, 2), (10, 3, 1), (10, 3, 2))


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description="measure the test behind systemic signals")
    parser.add_argument("--years", type=int, default=60, help="simulated years a condition")
    parser.add_argument("--trials", type=int, default=300, help="trials of each thing to be found")
    asked = parser.parse_args()
    print(f"{'false alarms a quarter, whole province':44} {'weekly':>7} {'daily':>7} {'both':>7}")
    for condition in CONDITIONS:
        years = [alarms_of_a_year(condition, seed) for seed in range(asked.years)]
        weekly, daily = (sum(each) * QUARTER / (52 * asked.years) for each in zip(*years, strict=True))
        print(f"{condition.name:44} {weekly:7.2f} {daily:7.2f} {weekly + daily:7.2f}", flush=True)
    print(f"\n{'found, % of trials':44} {'Poisson':>9} {'a third':>9}")
    plain, varied = CONDITIONS[0], CONDITIONS[2]

    def share(found: Callable[[Condition, int], bool]) -> str:
        hits = [sum(found(each, seed) for seed in range(asked.trials)) for each in (plain, varied)]
        return " ".join(f"{100 * each / asked.trials:9.0f}" for each in hits)

    for a_week, times, weeks in SUDDEN:
        topic = _common(a_week)
        row = share(lambda each, seed, case=(topic, times), weeks=weeks: is_found(each, *case, seed, weeks))
        print(f"{f'{a_week} a week become {times} times as many, {weeks} week(s)':44} {row}", flush=True)
    print(f"{'five cases in a week of the rarest topic':44} {share(is_cluster_found)}", flush=True)


def _common(a_week: int) -> int:
    """The topic that has about so many cases a week where there are a hundred."""
    shares = _skewed(TOPICS)
    return min(range(TOPICS), key=lambda topic: abs(100 * shares[topic] - a_week))


if __name__ == "__main__":
    main()
