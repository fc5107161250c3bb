"""Documents that hide a name from the eye and not from a program: what must be shown, what must be gone."""

from __future__ import annotations

import zlib
from io import BytesIO

from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter

from tests.leak.identities import FIRM, NAME
from tests.leak.planted import SHEET, W, relations, types, zipped

SHOWN = "Kinh gui So"
_PLAIN = "THACH BICH VAN"


def pdf(content: str, *objects: str, page: str = "", catalogue: str = "") -> bytes:
    """A page of 300 by 300 with this content; objects from number 6 on."""
    stream = zlib.compress(content.encode())
    parts = [
        f"<</Type/Catalog/Pages 2 0 R{catalogue}>>".encode(),
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R{page}"
        "/Resources<</Font<</F 5 0 R>>/Properties<</L 6 0 R>>>>>>".encode(),
        b"<</Filter/FlateDecode/Length %d>>stream\n" % len(stream) + stream + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *(each.encode() for each in objects),
    ]
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + part + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1) + b"".join(b"%010d 00000 n \n" % at for at in places)
    return bytes(out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, table))


def words(text: str, y: int = 200) -> str:
    """Text on the page, at this height."""
    return f"BT /F 12 Tf 20 {y} Td ({text}) Tj ET\n"


def _locked() -> bytes:
    writer = PdfWriter(PdfReader(BytesIO(pdf(words(SHOWN)))))
    writer.encrypt("", NAME)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


_NOTE = "/Annots[6 0 R]"
#: what is seen stands at 200 from below, what is not at 100
PDFS = {
    "invisible": pdf(words(SHOWN) + "3 Tr\n" + words(_PLAIN, 100)),
    "white": pdf(words(SHOWN) + "1 g\n" + words(_PLAIN, 100)),
    "under a black box": pdf(words(SHOWN) + words(_PLAIN, 100) + "0 g 15 95 150 20 re f"),
    "outside of the crop": pdf(words(SHOWN) + words(_PLAIN, 100), page="/CropBox[0 150 300 300]"),
    "outside of the page": pdf(words(SHOWN) + words(_PLAIN, -100)),
    "a layer that is off": pdf(
        words(SHOWN) + "/OC /L BDC\n" + words(_PLAIN, 100) + "EMC",
        f"<</Type/OCG/Name({_PLAIN})>>",
        catalogue="/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>",
    ),
    "what is read aloud": pdf(f"/Span<</ActualText({_PLAIN})>>BDC\n" + words(SHOWN) + "EMC"),
    "a remark in the content": pdf(words(SHOWN) + f"% {_PLAIN}\n"),
    "a note for blackening": pdf(
        words(SHOWN) + words(_PLAIN, 100), "<</Type/Annot/Subtype/Redact/Rect[15 95 165 115]>>", page=_NOTE
    ),
    "locked by its owner": _locked(),
    "behind other bytes": b"HTTP/1.1 200 OK\r\n\r\n" + pdf(words(SHOWN)),
}
FILLED = pdf(
    "",
    "<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(Kinh gui So)/DA(/F 12 Tf 0 g)/Rect[20 195 280 215]>>",
    page=_NOTE,
    catalogue="/AcroForm<</Fields[6 0 R]/DR<</Font<</F 5 0 R>>>>/NeedAppearances true>>",
)


def word(body: str, more: dict[str, bytes | str] | None = None, *related: tuple[str, str, str]) -> bytes:
    """A Word document of this body."""
    return zipped(
        {
            "[Content_Types].xml": types("word/document.xml"),
            "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": relations(*related),
            **(more or {}),
        }
    )


def run(text: str, looks: str = "") -> str:
    """Some words with these looks."""
    return f"<w:r><w:rPr>{looks}</w:rPr><w:t>{text}</w:t></w:r>"


def _paragraph(*runs: str, looks: str = "") -> str:
    return f"<w:p><w:pPr>{looks}</w:pPr>{''.join(runs)}</w:p>"


_STYLES = f"""<w:styles {W}><w:style w:type="character" w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="C"/></w:style>
  <w:style w:type="paragraph" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"""


def _styled(body: str) -> bytes:
    return word(body, {"word/styles.xml": _STYLES}, ("rId1", "styles", "styles.xml"))


_SEEN = run(SHOWN)
WORDS = {
    "deleted": word(_paragraph(_SEEN, f'<w:del w:id="1"><w:r><w:delText>{FIRM}</w:delText></w:r></w:del>')),
    "moved away": word(_paragraph(_SEEN, f'<w:moveFrom w:id="1">{run(FIRM)}</w:moveFrom>')),
    "hidden": word(_paragraph(_SEEN, run(FIRM, "<w:vanish/>"))),
    "hidden by a style": _styled(_paragraph(_SEEN, run(FIRM, '<w:rStyle w:val="A"/>'))),
    "hidden by the style of a style": _styled(_paragraph(_SEEN) + _paragraph(run(FIRM), looks='<w:pStyle w:val="B"/>')),
    "white": word(_paragraph(_SEEN, run(FIRM, '<w:color w:val="FFFFFF"/>'))),
    "tiny": word(_paragraph(_SEEN, run(FIRM, '<w:sz w:val="2"/>'))),
    "blackened": word(_paragraph(_SEEN, run(FIRM, '<w:color w:val="000000"/><w:highlight w:val="black"/>'))),
    "a bookmark": word(_paragraph(f'<w:bookmarkStart w:id="0" w:name="{FIRM}"/>', _SEEN)),
    "a content control": word(
        f'<w:sdt><w:sdtPr><w:alias w:val="{FIRM}"/><w:dropDownList><w:listItem w:value="{NAME}"/></w:dropDownList>'
        f"</w:sdtPr><w:sdtContent>{_paragraph(_SEEN)}</w:sdtContent></w:sdt>"
    ),
    "the code of a field": word(
        _paragraph(
            f'<w:fldSimple w:instr="AUTHOR {NAME}">{_SEEN}</w:fldSimple>',
            f"<w:r><w:instrText>{FIRM}</w:instrText></w:r>",
        )
    ),
    "a row deleted": word(
        f"<w:tbl><w:tr><w:tc>{_paragraph(_SEEN)}</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>{_paragraph(run(FIRM))}</w:tc></w:tr></w:tbl>"
    ),
}


def _half_a_picture() -> bytes:
    picture = Image.new("RGB", (400, 100), "white")
    ImageDraw.Draw(picture).rectangle((200, 0, 400, 100), fill="red")
    out = BytesIO()
    picture.save(out, "PNG")
    fill = '<pic:blipFill><a:blip r:embed="rId5"/><a:srcRect r="50000"/></pic:blipFill>'
    drawing = f"<w:drawing><pic:pic>{fill}</pic:pic></w:drawing>"
    return word(
        _paragraph(_SEEN, f"<w:r>{drawing}</w:r>"),
        {"word/media/image1.png": out.getvalue()},
        ("rId5", "image", "media/image1.png"),
    )


CROPPED = _half_a_picture()


def sheet(cells: str, *, before: str = "", names: str = "", more: dict[str, bytes | str] | None = None) -> bytes:
    """A workbook of one sheet with these rows, and a second one that is hidden."""
    second = (
        f'<worksheet {SHEET}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{FIRM}</t></is></c></row></sheetData>'
    )
    return zipped(
        {
            "[Content_Types].xml": types("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"),
            "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'<workbook {SHEET}><sheets><sheet name="S1" sheetId="1" r:id="rId1"/>'
            f'<sheet name="S2" sheetId="2" state="veryHidden" r:id="rId2"/></sheets>{names}</workbook>',
            "xl/_rels/workbook.xml.rels": relations(
                ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "worksheets/sheet2.xml")
            ),
            "xl/worksheets/sheet1.xml": f"<worksheet {SHEET}>{before}<sheetData>{cells}</sheetData></worksheet>",
            "xl/worksheets/sheet2.xml": f"{second}</worksheet>",
            **(more or {}),
        }
    )


def _cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


_ROW = f'<row r="1">{_cell("A1", SHOWN)}</row>'
SHEETS = {
    "a sheet": sheet(_ROW),
    "a row": sheet(f'{_ROW}<row r="2" hidden="1">{_cell("A2", FIRM)}</row>'),
    "a row of no height": sheet(f'{_ROW}<row r="2" ht="0.5" customHeight="1">{_cell("A2", FIRM)}</row>'),
    "a column": sheet(
        f'<row r="1">{_cell("A1", SHOWN)}{_cell("C1", FIRM)}</row>',
        before='<cols><col min="2" max="4" hidden="1"/></cols>',
    ),
    "a defined name": sheet(_ROW, names=f'<definedNames><definedName name="a">"{FIRM}"</definedName></definedNames>'),
    "an unused part": sheet(_ROW, more={"xl/pivotCache/pivotCacheRecords1.xml": f"<a>{FIRM}</a>"}),
}


def erased() -> bytes:
    """A picture whose right half, a name, was rubbed out: its pixels are not seen and still there."""
    picture = Image.new("RGBA", (200, 40), (0, 0, 0, 255))
    ImageDraw.Draw(picture).text((110, 10), _PLAIN, fill=(255, 0, 0, 255))
    alpha = Image.new("L", picture.size, 255)
    alpha.paste(0, (100, 0, 200, 40))
    picture.putalpha(alpha)
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
