"""PDF: every page drawn as a viewer shows it, and a new document made of the drawings."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from io import BytesIO

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image, ImageDraw

from storage.scrubbing import Clean, WithheldError
from storage.scrubbing.unlike import filler

MOST_PAGES = 300
#: dots an inch, the finest first; many pages begin with the second
DOTS_PER_INCH, MANY_PAGES = (150, 100, 50), 60
MOST_PIXELS_OF_A_PAGE = 9_000_000
MOST_PIXELS = 450_000_000
LARGEST = 40_000_000
QUALITY = 80
_POINTS = 72
#: of a page its size in points, its size in pixels, and the drawing as JPEG
Drawn = tuple[float, float, int, int, bytes]


def redrawn(content: bytes) -> Clean:
    """The pages as pictures, with what was filled into forms; nothing else that lay in the old file.

    Raises WithheldError for one that opens only with a password, and for too many or too large pages.
    """
    document = pdfium.PdfDocument(content)
    count = len(document)
    if not 0 < count <= MOST_PAGES:
        raise WithheldError("too many pages")
    document.init_forms()
    for dots in DOTS_PER_INCH[1:] if count > MANY_PAGES else DOTS_PER_INCH:
        if pages := _pages(document, dots):
            return Clean(_bound(pages), "pdf")
    raise WithheldError("too many pixels")


def _pages(document: pdfium.PdfDocument, dots: int) -> list[Drawn]:
    """Every page drawn; none when together they are too large."""
    drawn: list[Drawn] = []
    pixels = size = 0
    for number in range(len(document)):
        page = document[number]
        width, height = page.get_size()
        picture = _drawn(page, width, height, dots)
        out = BytesIO()
        picture.save(out, "JPEG", quality=QUALITY)
        drawn.append((width, height, picture.width, picture.height, out.getvalue()))
        pixels += picture.width * picture.height
        size += len(out.getvalue())
        page.close()
        if pixels > MOST_PIXELS or size > LARGEST:
            return []
    return drawn


def _drawn(page: pdfium.PdfPage, width: float, height: float, dots: int) -> Image.Image:
    """The page as a viewer shows it, with what somebody marked to be blackened black."""
    if width < 1 or height < 1:
        raise WithheldError("a page without a size")
    most = MOST_PIXELS_OF_A_PAGE * (dots / DOTS_PER_INCH[0]) ** 2
    scale = min(dots / _POINTS, (most / (width * height)) ** 0.5)
    if min(width, height) * scale < 1:
        raise WithheldError("a page without a size")
    bitmap = page.render(scale=scale, may_draw_forms=True, draw_annots=True)
    picture: Image.Image = bitmap.to_pil().convert("RGB")
    bitmap.close()
    draw = ImageDraw.Draw(picture)
    for box in _blackened(page, picture.size):
        draw.rectangle(box, fill="black")
    return picture


def _blackened(page: pdfium.PdfPage, size: tuple[int, int]) -> Iterator[tuple[int, int, int, int]]:
    """The boxes, in pixels, of notes that ask for blackening: viewers draw at most their rim."""
    for number in range(pdfium_c.FPDFPage_GetAnnotCount(page)):
        note = pdfium_c.FPDFPage_GetAnnot(page, number)
        try:
            if note and pdfium_c.FPDFAnnot_GetSubtype(note) == pdfium_c.FPDF_ANNOT_REDACT:
                yield from _boxes(page, note, size)
        finally:
            if note:
                pdfium_c.FPDFPage_CloseAnnot(note)


def _boxes(
    page: pdfium.PdfPage, note: pdfium_c.FPDF_ANNOTATION, size: tuple[int, int]
) -> Iterator[tuple[int, int, int, int]]:
    rect = pdfium_c.FS_RECTF()
    if pdfium_c.FPDFAnnot_GetRect(note, rect):
        yield _box(page, size, (rect.left, rect.top, rect.right, rect.bottom))
    for number in range(pdfium_c.FPDFAnnot_CountAttachmentPoints(note)):
        quad = pdfium_c.FS_QUADPOINTSF()
        if pdfium_c.FPDFAnnot_GetAttachmentPoints(note, number, quad):
            across = (quad.x1, quad.x2, quad.x3, quad.x4)
            down = (quad.y1, quad.y2, quad.y3, quad.y4)
            yield _box(page, size, (min(across), max(down), max(across), min(down)))


def _box(
    page: pdfium.PdfPage, size: tuple[int, int], corners: tuple[float, float, float, float]
) -> tuple[int, int, int, int]:
    """A rectangle of the page in the pixels of its drawing, with a rim of two."""
    left, top, right, bottom = corners
    across, down = [], []
    for x, y in ((left, top), (right, bottom), (left, bottom), (right, top)):
        column, row = ctypes.c_int(), ctypes.c_int()
        pdfium_c.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, column, row)
        across.append(column.value)
        down.append(row.value)
    return min(across) - 2, min(down) - 2, max(across) + 2, max(down) + 2


def _bound(pages: list[Drawn]) -> bytes:
    """A document of one picture a page: a catalogue, its pages, and nothing about who made it."""
    kids = " ".join(f"{3 + 3 * number} 0 R" for number in range(len(pages)))
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode()]
    for width, height, across, down, picture in pages:
        own = len(parts) + 1
        box = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width:.2f} {height:.2f}]"
        parts.append(f"{box}/Resources<</XObject<</I {own + 2} 0 R>>>>/Contents {own + 1} 0 R>>".encode())
        parts.append(_stream("", f"{width:.2f} 0 0 {height:.2f} 0 0 cm/I Do".encode()))
        kind = f"/Type/XObject/Subtype/Image/Width {across}/Height {down}/ColorSpace/DeviceRGB/BitsPerComponent 8"
        parts.append(_stream(f"{kind}/Filter/DCTDecode", picture))
    out, places = bytearray(b"%PDF-1.4\n%" + filler(sum(map(len, parts))).hex().encode() + b"\n"), []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + part + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, table)
    return bytes(out)


def _stream(facts: str, content: bytes) -> bytes:
    return f"<<{facts}/Length {len(content)}>>\nstream\n".encode() + content + b"\nendstream"
