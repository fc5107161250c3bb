"""The numbers and bullets of a Word document's lists, which stand nowhere in its words."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from docx.oxml.ns import qn

_ROMAN = {1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x"}
_ROMAN |= {9: "ix", 5: "v", 4: "iv", 1: "i"}
_BULLET = "•"


class Labels:
    """Counts the paragraphs of each list as Word does."""

    def __init__(self, root: Any | None) -> None:
        self._levels: dict[str, dict[int, Any]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if root is None:
            return
        shapes = {each.get(qn("w:abstractNumId")): each for each in root.iter(qn("w:abstractNum"))}
        for number in root.iter(qn("w:num")):
            named = number.find(qn("w:abstractNumId"))
            shape = shapes.get(named.get(qn("w:val"))) if named is not None else None
            levels = () if shape is None else shape.iter(qn("w:lvl"))
            self._levels[number.get(qn("w:numId"))] = {int(each.get(qn("w:ilvl"))): each for each in levels}

    def next(self, found: Any | None) -> str:
        """What stands before the words of a paragraph at this place in a list; "" outside of lists."""
        number, level = (_said(found, "w:numId"), _said(found, "w:ilvl")) if found is not None else ("", "")
        levels, depth = self._levels.get(number), int(level) if level.isdecimal() else 0
        if not levels or depth not in levels:
            return ""
        counts = self._counts[number]
        counts[depth] = counts.get(depth, _start(levels[depth]) - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        if _said(levels[depth], "w:numFmt") == "bullet":
            return _BULLET
        return re.sub(
            r"%(\d)", lambda match: self._number(number, int(match[1]) - 1), _said(levels[depth], "w:lvlText")
        )

    def _number(self, number: str, depth: int) -> str:
        level = self._levels[number].get(depth)
        if level is None:
            return ""
        count = self._counts[number].get(depth, _start(level))
        return _written(count, _said(level, "w:numFmt"))


def _said(element: Any, tag: str) -> str:
    found = element.find(qn(tag))
    return str(found.get(qn("w:val")) or "") if found is not None else ""


def _start(level: Any) -> int:
    said = _said(level, "w:start")
    return int(said) if said.isdecimal() else 1


def _written(count: int, kind: str) -> str:
    if kind.endswith("Letter") and count > 0:
        letter = chr(ord("a") + (count - 1) % 26)
        return letter.upper() if kind.startswith("upper") else letter
    if kind.endswith("Roman"):
        written = ""
        for value, signs in _ROMAN.items():
            written += signs * (count // value)
            count %= value
        return written.upper() if kind.startswith("upper") else written
    return str(count)
