"""Charts of points as SVG: how a figure went over time, and shares against the number of cases behind them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reports.charts import COLOURS, WIDTH, drawn, text

_LEFT, _RIGHT, _TOP, _HEIGHT = 70, 30, 60, 240
#: room on the right for what a limit is called
_BESIDE = 180
_PLOT = WIDTH - _LEFT - _RIGHT
_FLOOR = _TOP + _HEIGHT
_BLUE, _PINK = COLOURS[0], COLOURS[2]
#: how wide a letter of a point's name is, about
_LETTER = 8.5


@dataclass(frozen=True, slots=True)
class Line:
    """A figure over some periods; None where it cannot be said. `limits` are mean, lower and upper; `unit` a sign.

    `names` are those of the mean, the upper and the lower limit.
    """

    title: str
    points: Sequence[tuple[str, float | None]]
    limits: tuple[float, float, float] | None = None
    names: tuple[str, str, str] = ("", "", "")
    unit: str = ""

    @property
    def most(self) -> float:
        """The top of the scale; at least 1."""
        values = [value for _, value in self.points if value is not None]
        return max([1.0, *values, self.limits[2] if self.limits else 0.0]) * 1.1


def line(chart: Line) -> str:
    """A line through the periods; with its own mean and the limits of the usual where there are any."""
    height = _scale(chart.most)
    parts = [_rule(height(0.0), "axis", right=_BESIDE), text(_LEFT - 10, height(0.0) + 6, "0", anchor="end", size=16)]
    if chart.limits:
        mean, low, high = chart.limits
        for limit, name, dash in zip((mean, high, low), chart.names, ("", "6 5", "6 5"), strict=True):
            if limit > 0:
                parts.append(_rule(height(limit), "limit", dash=dash, right=_BESIDE))
                parts.append(text(WIDTH - _BESIDE + 8, height(limit) + 5, f"{name} {limit:.0f}{chart.unit}", size=15))
    slot = (WIDTH - _LEFT - _BESIDE) / max(1, len(chart.points))
    places = [(_LEFT + (number + 0.5) * slot, value) for number, (_, value) in enumerate(chart.points)]
    parts += _joined([(x, height(value)) if value is not None else None for x, value in places])
    for (label, _), (x, value) in zip(chart.points, places, strict=True):
        parts.append(text(x, _FLOOR + 24, label, anchor="middle", size=15))
        if value is not None:
            is_out = chart.limits is not None and not chart.limits[1] <= value <= chart.limits[2]
            parts.append(_dot(x, height(value), 8 if is_out else 5, is_out=is_out))
            parts.append(text(x, height(value) - 13, f"{value:.0f}{chart.unit}", anchor="middle", size=16))
    return drawn(chart.title, _FLOOR + 40, parts)


@dataclass(frozen=True, slots=True)
class Funnel:
    """Shares (0 to 1) by how many cases are behind them; `limits` give the bounds for a number of cases.

    A point is (name, cases, share, whether it lies outside): only those outside are named. `names` are those of the two
    axes, the common share and the limits.
    """

    title: str
    points: Sequence[tuple[str, int, float, bool]]
    common: float
    inner: Callable[[int], tuple[float, float]]
    outer: Callable[[int], tuple[float, float]]
    names: tuple[str, str, str, str]


def funnel(chart: Funnel) -> str:
    """Each agency as a point among what chance alone would make of the common share."""
    most = max([20, *(cases for _, cases, _, _ in chart.points)]) * 1.08
    height, across = _scale(1.0), _along(most)
    parts = [_rule(height(0.0), "axis"), _rule(height(chart.common), "mean")]
    parts += [text(_LEFT - 10, height(at) + 6, f"{at:.0%}", anchor="end", size=16) for at in (0.0, 0.5, 1.0)]
    steps = sorted({max(1, round(most * step / 60)) for step in range(1, 61)})
    for limits, dash in ((chart.inner, "4 5"), (chart.outer, "")):
        for side in (0, 1):
            path = [(across(cases), height(limits(cases)[side])) for cases in steps]
            parts.append(_path(path, "limit", dash=dash))
    for step in range(5):
        cases = round(most * step / 4)
        parts.append(text(across(cases), _FLOOR + 24, str(cases), anchor="middle", size=15))
    parts.append(text(WIDTH - _RIGHT, _FLOOR + 46, chart.names[1], anchor="end", size=15))
    parts.append(text(_LEFT + 6, _TOP - 6, chart.names[0], size=15))
    parts.append(text(WIDTH - _RIGHT, height(chart.common) + 18, chart.names[2], anchor="end", size=15))
    places = [(name, across(cases), height(share), is_out) for name, cases, share, is_out in chart.points]
    parts += [_dot(x, y, 7 if is_out else 5, is_out=is_out) for _, x, y, is_out in places]
    return drawn(chart.title, _FLOOR + 60, [*parts, *_labels(places)])


def _along(most: float) -> Callable[[float], float]:
    return lambda cases: round(_LEFT + _PLOT * cases / most, 1)


def _labels(places: Sequence[tuple[str, float, float, bool]]) -> list[str]:
    """The names of the points outside, each where it covers no other point or name; where there is no room, none."""
    taken = [(x - 8, y - 8, x + 8, y + 8) for _, x, y, _ in places]
    found = []
    for name, x, y, is_out in places:
        wide = _LETTER * len(name)
        for left, base in ((x + 12, y + 5), (x - 12 - wide, y + 5), (x - wide / 2, y - 12), (x - wide / 2, y + 24)):
            box = (left, base - 14, left + wide, base + 4)
            if is_out and box[0] > 0 and box[2] < WIDTH and not any(_meet(box, each) for each in taken):
                taken.append(box)
                found.append(text(left, base, name, size=15))
                break
    return found


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _scale(most: float) -> Callable[[float], float]:
    return lambda value: round(_FLOOR - _HEIGHT * value / most, 1)


def _rule(y: float, kind: str, dash: str = "", right: int = _RIGHT) -> str:
    return _path([(_LEFT, y), (WIDTH - right, y)], kind, dash=dash)


def _path(points: Sequence[tuple[float, float]], kind: str, *, dash: str = "", width: float = 1.2) -> str:
    way = " ".join(f"{'L' if number else 'M'}{x:.1f} {y:.1f}" for number, (x, y) in enumerate(points))
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="{way}" fill="none" stroke="#666666" stroke-width="{width}" class="{kind}"{dashes}/>'


def _joined(points: Sequence[tuple[float, float] | None]) -> list[str]:
    """The line, broken where there is nothing to say."""
    found: list[list[tuple[float, float]]] = [[]]
    for each in points:
        if each is None:
            found.append([])
        else:
            found[-1].append(each)
    return [_path(run, "line series-0", width=3).replace("#666666", _BLUE) for run in found if len(run) > 1]


def _dot(x: float, y: float, size: int, *, is_out: bool) -> str:
    """A round dot, or a square one for what lies outside: never by colour alone."""
    if is_out:
        return (
            f'<rect x="{x - size:.1f}" y="{y - size:.1f}" width="{2 * size}" height="{2 * size}" fill="{_PINK}"'
            f' class="series-2"/>'
        )
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size}" fill="{_BLUE}" class="series-0"/>'
