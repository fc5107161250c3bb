"""PDF: the pages written anew, with what they draw and nothing of what stands behind it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from storage.scrubbing import Clean, WithheldError
from storage.scrubbing.images import without_segments

MOST_PAGES = 2000
_OF_A_PAGE = frozenset(
    "/Type /Parent /Resources /Contents /MediaBox /CropBox /BleedBox /TrimBox /ArtBox /Rotate /UserUnit /Group".split()  # noqa: SIM905  a list of words reads best as one
)
#: of anything a page uses: properties, remains of other programs, files that belong to a part, a layer's maker
_TELLS = frozenset("/Metadata /PieceInfo /LastModified /Thumb /AF /StructParent /StructParents /Usage /OPI".split())  # noqa: SIM905  a list of words reads best as one
#: what draws an annotation; its author, words and dates are left behind, and so is its link to another place
_DRAWN = frozenset("/Type /Subtype /Rect /AP /AS /F /C /BS /Border /FT /MK".split())  # noqa: SIM905  a list of words reads best as one
_NOT_DRAWN = frozenset("/FileAttachment /Popup /Sound /Movie /Screen /RichMedia /3D /Link /PrinterMark".split())  # noqa: SIM905  a list of words reads best as one
#: the beginnings of properties that programs put into pictures
_PROPERTIES = (b"Exif\x00\x00", b"http://ns.adobe.com/xap/", b"<x:xmpmeta", b"Photoshop 3.0\x00", b"JpgTiffExif->JP2")


def clean(content: bytes) -> Clean:
    """The pages without properties, attachments, notes' authors, signatures, scripts and earlier versions.

    Raises WithheldError for a locked one, and for one whose pictures bring properties that cannot be taken out.
    """
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted or len(reader.pages) > MOST_PAGES:
        raise WithheldError("locked or too long")
    first = _pages_of(reader)
    for page in first.pages:
        _bare_page(page)
    for entry in first._objects:  # noqa: SLF001  every object there is, whoever refers to it
        _bare(entry)
    # what is no longer referred to was taken along all the same; a second copy leaves it behind
    second = _pages_of(PdfReader(BytesIO(_written(first))))
    for entry in second._objects:  # noqa: SLF001
        if isinstance(entry, StreamObject) and _holds_properties(entry):
            raise WithheldError("a picture with properties")
    return Clean(_written(second), "pdf")


def _pages_of(reader: PdfReader) -> PdfWriter:
    """A new document of the same pages, with what they refer to and nothing else of the old one."""
    writer = PdfWriter()
    for page in reader.pages:
        writer.add_page(page)
    writer.metadata = None
    return writer


def _written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _bare_page(page: DictionaryObject) -> None:
    notes = [note.get_object() for note in page.get("/Annots", ArrayObject()).get_object()]
    for key in page.keys() - _OF_A_PAGE:
        del page[key]
    kept = ArrayObject(
        DictionaryObject({NameObject(key): note.raw_get(key) for key in note if key in _DRAWN})
        for note in notes
        if "/AP" in note and note.get("/Subtype") not in _NOT_DRAWN and note.get("/FT") != "/Sig"
    )
    if kept:
        page[NameObject("/Annots")] = kept


def _bare(entry: Any) -> None:
    """Take out of an object, and of what is written inside it, whatever tells of its maker."""
    if isinstance(entry, DictionaryObject):
        for key in _TELLS & entry.keys():
            del entry[key]
        if isinstance(entry, StreamObject):
            _bare_picture(entry)
        for value in list(entry.values()):
            _bare(value)
    elif isinstance(entry, ArrayObject):
        for value in entry:
            _bare(value)


def _bare_picture(stream: StreamObject) -> None:
    if stream.get("/Filter") in ("/DCTDecode", ["/DCTDecode"]):
        stream._data = without_segments(stream._data)  # noqa: SLF001  the bytes as they will be written


def _holds_properties(stream: StreamObject) -> bool:
    packed = stream._data  # noqa: SLF001
    unpacked = packed if stream.get("/Subtype") == "/Image" and stream.get("/Filter") == "/DCTDecode" else _data(stream)
    return any(mark in data for mark in _PROPERTIES for data in (packed, unpacked))


def _data(stream: StreamObject) -> bytes:
    try:
        return bytes(stream.get_data())
    except NotImplementedError:  # a packing pypdf does not know: a picture of one bit (fax, JBIG2), which has no room
        return b""
