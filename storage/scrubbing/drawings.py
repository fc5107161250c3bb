"""What of a drawing in a Word document can be drawn anew: pictures and text boxes; nothing else for sure."""

from __future__ import annotations

from typing import Any

from storage.scrubbing import WithheldError

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_PROGRAMS = frozenset({"chart", "diagram", "slicer", "chartex", "ink", "lockedCanvas"})
_COVERS = 90_000


def refuse_undrawn(drawing: Any) -> None:
    """Charts and the like are programs of their own, and a filled shape may cover words; raises WithheldError."""
    for facts in drawing.iter(f"{A}graphicData"):
        if facts.get("uri", "").rpartition("/")[2] in _PROGRAMS:
            raise WithheldError("a drawing of its own")
    if any(map(_is_cover, drawing.iter(f"{_WPS}wsp"))):
        raise WithheldError("a shape that may cover words")
    for image in drawing.iter(f"{V}imagedata"):
        if any(image.get(f"crop{side}") for side in ("left", "top", "right", "bottom")):
            raise WithheldError("a cropped picture of an old kind")


def _is_cover(shape: Any) -> bool:
    """True for a filled shape without words that is more than a line: what lies under it is not seen."""
    facts = shape.find(f"{_WPS}spPr")
    extent = facts.find(f"{A}xfrm/{A}ext") if facts is not None else None
    if extent is None or shape.find(f"{_WPS}txbx") is not None or facts.find(f"{A}noFill") is not None:
        return False
    return min(int(extent.get("cx", 0)), int(extent.get("cy", 0))) > _COVERS


def crop(blip: Any) -> tuple[int, ...]:
    """How much of a picture is cut off, in hundred thousandths: left, top, right, bottom."""
    found = blip.getparent().find(f"{A}srcRect")
    return tuple(int(found.get(side) or 0) if found is not None else 0 for side in "ltrb")


def width(drawing: Any) -> int | None:
    found = next((each for each in drawing.iter() if str(each.tag).endswith("}extent")), None)
    return int(found.get("cx")) or None if found is not None else None
