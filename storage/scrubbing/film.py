"""MP4 and what is built like it (M4A, MOV, 3GP): every byte stays where it is, but what tells of the maker is blank.

Nothing may move, because the tables of a film count bytes from its beginning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from storage.scrubbing import Clean, WithheldError

_FOLDERS = {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"dinf", b"edts", b"mvex", b"moof", b"traf", b"mfra"}
#: what a film needs to be played; anything else may hold anything (names, places, telephones, thumbnails)
_NEEDED = _FOLDERS | set(
    b"ftyp mdat sidx styp mvhd tkhd mdhd hdlr vmhd smhd nmhd dref elst trex mehd tfhd trun tfdt mfhd tfra mfro "
    b"stsd stts stss stsc stsz stz2 stco co64 ctts sdtp sgpd sbgp saiz saio".split()
)
_SHOWN = {b"vide", b"soun"}
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class _Box:
    kind: bytes
    start: int
    body: int
    end: int


def clean(content: bytes, ending: str) -> Clean:
    """The film with its pictures and sound alone: no places, names, dates, captions or tracks of measurements.

    Raises WithheldError when it is not built as it should be.
    """
    film = bytearray(content)
    top = list(_boxes(film, 0, len(film)))
    if not {b"moov", b"mdat"} <= {box.kind for box in top}:
        raise WithheldError("no film in it")
    is_cut = any(box.kind == b"moof" for box in top)
    for box in top:
        _clean_box(film, box, 0, is_cut=is_cut)
    return Clean(bytes(film), ending)


def _boxes(film: bytearray, start: int, end: int) -> Iterator[_Box]:
    """The boxes between two places; raises WithheldError when one is larger than its room."""
    while start + 8 <= end:
        size, kind, body = int.from_bytes(film[start : start + 4], "big"), bytes(film[start + 4 : start + 8]), start + 8
        if size == 1:
            size, body = int.from_bytes(film[start + 8 : start + 16], "big"), start + 16
        elif size == 0:
            size = end - start
        if size < body - start or start + size > end:
            raise WithheldError("a broken film")
        yield _Box(kind, start, body, start + size)
        start += size
    film[start:end] = bytes(end - start)


def _clean_box(film: bytearray, box: _Box, depth: int, *, is_cut: bool) -> None:
    if box.kind not in _NEEDED or depth > _DEEPEST:
        _blank(film, box)
        return
    if box.kind == b"trak":
        handler = _handler(film, box)
        if handler not in _SHOWN:
            if is_cut:  # its samples lie among the others, and only the film's pieces know where
                raise WithheldError("measurements in pieces")
            _blank_samples(film, box)
            _blank(film, box)
            return
    if box.kind in _FOLDERS:
        for inner in _boxes(film, box.body, box.end):
            _clean_box(film, inner, depth + 1, is_cut=is_cut)
    elif box.kind in {b"mvhd", b"tkhd", b"mdhd"}:
        width = 16 if film[box.body] == 1 else 8  # when it was made and changed
        film[box.body + 4 : box.body + 4 + width] = bytes(width)
    elif box.kind == b"hdlr":
        film[box.body + 12 : box.end] = bytes(box.end - box.body - 12)  # the maker and the name of the track


def _blank(film: bytearray, box: _Box) -> None:
    film[box.start + 4 : box.start + 8] = b"free"
    film[box.body : box.end] = bytes(box.end - box.body)


def _inside(film: bytearray, box: _Box, path: tuple[bytes, ...]) -> _Box | None:
    """The first box at the end of the path inside this one, or None."""
    if not path:
        return box
    for inner in _boxes(film, box.body, box.end):
        if inner.kind == path[0]:
            return _inside(film, inner, path[1:])
    return None


def _handler(film: bytearray, track: _Box) -> bytes:
    found = _inside(film, track, (b"mdia", b"hdlr"))
    return bytes(film[found.body + 8 : found.body + 12]) if found else b""


def _blank_samples(film: bytearray, track: _Box) -> None:
    """Blank what a track of measurements (places, mostly) has among the film's data."""
    tables = {box.kind: box for box in _boxes(film, *_table(film, track))}
    sizes = _sizes(film, tables[b"stsz"])
    places = _numbers(film, tables[b"stco"], 4) if b"stco" in tables else _numbers(film, tables[b"co64"], 8)
    runs = _numbers(film, tables[b"stsc"], 4, 3)
    first = 0
    for chunk, place in enumerate(places, 1):
        count = next((runs[at + 1] for at in range(len(runs) - 3, -1, -3) if runs[at] <= chunk), 0)
        length = sum(sizes[first : first + count])
        if place + length > len(film):
            raise WithheldError("a broken film")
        film[place : place + length] = bytes(length)
        first += count


def _table(film: bytearray, track: _Box) -> tuple[int, int]:
    found = _inside(film, track, (b"mdia", b"minf", b"stbl"))
    if found is None:
        raise WithheldError("a track without tables")
    return found.body, found.end


def _sizes(film: bytearray, box: _Box) -> list[int]:
    same, count = (int.from_bytes(film[at : at + 4], "big") for at in (box.body + 4, box.body + 8))
    if same:
        return [same] * min(count, len(film) // same)
    return [
        int.from_bytes(film[at : at + 4], "big")
        for at in range(box.body + 12, min(box.end, box.body + 12 + 4 * count), 4)
    ]


def _numbers(film: bytearray, box: _Box, width: int, each: int = 1) -> list[int]:
    """The numbers of a table that begins with how many entries of `each` there are."""
    count = int.from_bytes(film[box.body + 4 : box.body + 8], "big") * each
    begin = box.body + 8
    return [
        int.from_bytes(film[at : at + width], "big") for at in range(begin, min(box.end, begin + width * count), width)
    ]
