"""Charts as SVG: attributes only, no script and no style; the same picture in every document and on the page.

The classes do nothing on paper; a page colours by them for dark screens.

Colours are told apart by people who see few, and never alone: every bar has its number beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

#: dark blue, turquoise, dark pink, orange: each at least 3:1 against white
COLOURS = ("#12436D", "#28A197", "#801650", "#F46A25")
FONT = "Libertinus Serif"
WIDTH = 900
_BAR, _GAP, _LABEL, _HEAD = 22, 12, 300, 74
_PLOT = WIDTH - _LABEL - 70
_COLUMNS = 260


@dataclass(frozen=True, slots=True)
class Chart:
    """Values of some series for each label; all are counts."""

    title: str
    series: Sequence[str]
    rows: Sequence[tuple[str, Sequence[int]]]

    @property
    def most(self) -> int:
        """The largest single value; at least 1, so that it can be divided by."""
        return max([1, *(value for _, values in self.rows for value in values)])


def bars(chart: Chart) -> str:
    """Lying bars, one beneath another for each series of a label."""
    step = _BAR * len(chart.series) + _GAP
    parts = []
    for number, (label, values) in enumerate(chart.rows):
        top = _HEAD + number * step
        middle = top + _BAR * len(values) / 2
        parts.append(text(_LABEL - 10, middle + 6, label, anchor="end"))
        for place, value in enumerate(values):
            parts.append(_bar(top + place * _BAR, value, chart.most, COLOURS[place]))
    return _svg(chart, _HEAD + step * max(1, len(chart.rows)), parts)


def _bar(top: float, value: int, most: int, colour: str) -> str:
    width = round(_PLOT * value / most, 1)
    shape = (
        f'<rect x="{_LABEL}" y="{top}" width="{width}" height="{_BAR - 3}" fill="{colour}"{_class(colour)}/>'
        if value
        else ""
    )
    return shape + text(_LABEL + width + 6, top + _BAR - 7, str(value))


def columns(chart: Chart) -> str:
    """Standing bars, side by side for each series of a label: how it went over some periods."""
    slot = (WIDTH - 40) / max(1, len(chart.rows))
    width = min(46.0, (slot - 16) / len(chart.series))
    floor = _HEAD + 20 + _COLUMNS
    parts = [f'<rect x="20" y="{floor}" width="{WIDTH - 40}" height="1" fill="#444444" class="axis"/>']
    for number, (label, values) in enumerate(chart.rows):
        left = 20 + number * slot + (slot - width * len(values)) / 2
        parts.append(text(20 + (number + 0.5) * slot, floor + 24, label, anchor="middle"))
        for place, value in enumerate(values):
            height = round(_COLUMNS * value / chart.most, 1)
            x, y = round(left + place * width, 1), round(floor - height, 1)
            parts.append(
                f'<rect x="{x}" y="{y}" width="{round(width - 3, 1)}" height="{height}" fill="{COLOURS[place]}"'
                f"{_class(COLOURS[place])}/>"
            )
            parts.append(text(x + width / 2 - 1.5, y - 6, str(value), anchor="middle"))
    return _svg(chart, floor + 36, parts)


def _svg(chart: Chart, height: float, parts: Sequence[str]) -> str:
    legend, left = [], 20.0
    for place, name in enumerate(chart.series):
        legend.append(
            f'<rect x="{left}" y="44" width="16" height="16" fill="{COLOURS[place]}"{_class(COLOURS[place])}/>'
        )
        legend.append(text(left + 22, 58, name))
        left += 44 + 9.5 * len(name)
    return drawn(chart.title, height, (*legend, *parts))


def drawn(title: str, height: float, parts: Sequence[str]) -> str:
    """A chart's frame with its title around what was drawn."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" width="{WIDTH}" height="{height:g}"'
        f' role="img" aria-label={quoteattr(title)}><title>{escape(title)}</title>'
        f'<rect x="0" y="0" width="{WIDTH}" height="{height:g}" fill="#FFFFFF" class="ground"/>'
        + text(20, 28, title, size=22, weight="bold")
        + "".join(parts)
        + "</svg>"
    )


def _class(colour: str) -> str:
    return f' class="series-{COLOURS.index(colour)}"'


def text(x: float, y: float, said: str, *, size: int = 18, anchor: str = "start", weight: str = "normal") -> str:
    """Words at a place."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="{FONT}" font-size="{size}" text-anchor="{anchor}"'
        f' font-weight="{weight}" fill="#000000">{escape(said)}</text>'
    )
