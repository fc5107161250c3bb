"""What of a Word document's text can be seen: styles, colours and sizes that hide it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from storage.scrubbing import WithheldError

_WHITE, _BLACK = frozenset({"FFFFFF", "FEFEFE", "FDFDFD", "white"}), frozenset({"000000", "black"})
_OFF = frozenset({"0", "false", "off", "none"})
#: half points; nobody reads a letter of two
_SMALLEST = 4
_DEEPEST = 20


class Styles:
    """The properties a run has from its own, its paragraph's and its style's, each with those it is based on."""

    def __init__(self, root: Any | None) -> None:
        found = () if root is None else root.iter(qn("w:style"))
        self._styles = {style.get(qn("w:styleId")): style for style in found}
        self._defaults = (
            None if root is None else root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        )
        self._normal = next((key for key, each in self._styles.items() if _is_default(each)), None)

    def shown(self, run: Any, paragraph: Any) -> str:
        """Say "yes", "no" (hidden, or white on white, or too small) or "black" (covered by its own background).

        Raises WithheldError where the background is a table style's, which nobody can be sure of.
        """
        layers = list(self._layers(run, paragraph))
        if _is_on(layers, "w:vanish") or _is_on(layers, "w:specVanish") or _is_on(layers, "w:webHidden"):
            return "no"
        size = _value(layers, "w:sz")
        if size.isdecimal() and int(size) <= _SMALLEST:
            return "no"
        colour, ground = _value(layers, "w:color"), _ground(layers, paragraph)
        if ground in _BLACK and (colour in _BLACK or colour in {"", "auto"}):
            return "black" if colour in _BLACK or _value(layers, "w:highlight") == "black" else "yes"
        if colour and colour == ground:
            return "black"
        if colour in _WHITE and ground in {"", "auto", *_WHITE}:
            if _styled_table(paragraph):
                raise WithheldError("white words in a table of a style")
            return "no"
        return "yes"

    def numbered(self, paragraph: Any) -> Any | None:
        """The place of a paragraph in a list, its own or its style's; None outside of lists."""
        own = paragraph.find(qn("w:pPr"))
        if own is None:
            return None
        named = own.find(qn("w:pStyle"))
        based = self._properties(named.get(qn("w:val")), "w:pPr") if named is not None else ()
        found = (each.find(qn("w:numPr")) for each in (own, *based))
        return next((each for each in found if each is not None), None)

    def _layers(self, run: Any, paragraph: Any) -> Iterator[Any]:
        """From the nearest to the farthest, the elements that say how a run looks."""
        own, of_paragraph = run.find(qn("w:rPr")), paragraph.find(qn("w:pPr"))
        if own is not None:
            yield own
            yield from self._of_style(own.find(qn("w:rStyle")))
        named = of_paragraph.find(qn("w:pStyle")) if of_paragraph is not None else None
        yield from self._of_style(named)
        if named is None and self._normal is not None:
            yield from self._based(self._normal)
        if self._defaults is not None:
            yield self._defaults

    def _of_style(self, named: Any | None) -> Iterator[Any]:
        if named is not None:
            yield from self._based(named.get(qn("w:val")))

    def _based(self, key: str | None) -> Iterator[Any]:
        return self._properties(key, "w:rPr")

    def _properties(self, key: str | None, tag: str) -> Iterator[Any]:
        """What a style says, and then what the styles say on which it is based."""
        for _ in range(_DEEPEST):
            style = self._styles.get(key)
            if style is None:
                return
            if (found := style.find(qn(tag))) is not None:
                yield found
            based = style.find(qn("w:basedOn"))
            key = based.get(qn("w:val")) if based is not None else None


def _is_default(style: Any) -> bool:
    return bool(style.get(qn("w:default")) == "1" and style.get(qn("w:type")) == "paragraph")


def _is_on(layers: list[Any], tag: str) -> bool:
    """A switch is what the nearest layer says; without a value it is on."""
    for layer in layers:
        if (found := layer.find(qn(tag))) is not None:
            return (found.get(qn("w:val")) or "1") not in _OFF
    return False


def _value(layers: list[Any], tag: str) -> str:
    for layer in layers:
        if (found := layer.find(qn(tag))) is not None:
            said = found.get(qn("w:val")) or ""
            return (
                "FFFFFF"
                if said.upper() == "FFFFFF" or found.get(qn("w:themeColor")) in {"background1", "light1"}
                else said
            )
    return ""


def _ground(layers: list[Any], paragraph: Any) -> str:
    """The colour behind a run: its highlight, its shading, its paragraph's or its cell's; "" for none."""
    if (marked := _value(layers, "w:highlight")) and marked != "none":
        return marked
    for layer in layers:
        if found := _fill(layer.find(qn("w:shd"))):
            return found
    own = paragraph.find(qn("w:pPr"))
    if own is not None and (found := _fill(own.find(qn("w:shd")))):
        return found
    cell = next(paragraph.iterancestors(qn("w:tc")), None)
    properties = cell.find(qn("w:tcPr")) if cell is not None else None
    return _fill(properties.find(qn("w:shd"))) if properties is not None else ""


def _fill(shade: Any | None) -> str:
    if shade is None:
        return ""
    if shade.get(qn("w:val")) == "solid":
        return str(shade.get(qn("w:color")) or "")
    said = str(shade.get(qn("w:fill")) or "")
    return "" if said == "auto" else said


def _styled_table(paragraph: Any) -> bool:
    table = next(paragraph.iterancestors(qn("w:tbl")), None)
    style = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}") if table is not None else None
    return style is not None and style.get(qn("w:val")) not in {"TableGrid", "TableNormal"}
