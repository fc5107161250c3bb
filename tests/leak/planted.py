"""Files of every kind with a name, a place and an address in each corner where programs leave them."""

from __future__ import annotations

import struct
import zipfile
import zlib
from base64 import b64decode
from io import BytesIO

from PIL import Image, PngImagePlugin
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject, create_string_object

from tests.leak.identities import FIRM, GPS, MAIL, NAME, PHONE, TAX_CODE

WHO = f"{NAME} <{MAIL}> {FIRM} {TAX_CODE} {PHONE}"
RAW = WHO.encode()
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><creator>{WHO}</creator></x:xmpmeta>'
TURNED = 6  # the camera was held upright: what is on the left belongs on top


def _picture(mode: str = "RGB") -> Image.Image:
    """Wide, its left half red: stood upright, red is on top."""
    picture = Image.new("RGB", (64, 32), "green")
    picture.paste((255, 0, 0), (0, 0, 32, 32))
    return picture.convert(mode)


def _exif(picture: Image.Image, orientation: int = TURNED) -> Image.Exif:
    exif = picture.getexif()
    exif[0x013B] = exif[0x8298] = exif[0x010E] = WHO
    exif[0x0112] = orientation
    exif.get_ifd(0x8825).update({1: "N", 2: GPS, 3: "E", 4: GPS, 27: RAW})
    exif.get_ifd(0x8769).update({0x9286: RAW, 0xA430: NAME})
    return exif


def jpeg() -> bytes:
    """EXIF with GPS, XMP, IPTC, a comment, and a film behind its end, as telephones put there."""
    out, picture = BytesIO(), _picture()
    picture.save(out, "JPEG", exif=_exif(picture), comment=RAW, quality=90, xmp=XMP.encode())
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(RAW)) + RAW
    return out.getvalue()[:2] + b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc + out.getvalue()[2:] + RAW


def png() -> bytes:
    """Text chunks of every kind and eXIf."""
    out, picture, text = BytesIO(), _picture("P"), PngImagePlugin.PngInfo()
    text.add_text("Author", NAME)
    text.add_text("Comment", WHO, zip=True)
    text.add_itxt("XML:com.adobe.xmp", XMP, zip=True)
    picture.save(out, "PNG", pnginfo=text, exif=_exif(picture))
    return out.getvalue()


def webp() -> bytes:
    """EXIF and XMP."""
    out, picture = BytesIO(), _picture()
    picture.save(out, "WEBP", exif=_exif(picture), xmp=XMP.encode())
    return out.getvalue()


def gif() -> bytes:
    """Two pictures, a comment, and more behind the end."""
    out = BytesIO()
    _picture("P").save(
        out, "GIF", save_all=True, append_images=[_picture("P").rotate(180)], comment=RAW[:200], loop=0, duration=90
    )
    return out.getvalue() + RAW


def heic() -> bytes:
    """Made once with an encoder the project does not need: 64 by 32, EXIF and XMP."""
    return b64decode(_HEIC)


def pdf() -> bytes:
    """Properties, an attachment, a note, a picture with EXIF, remains of an earlier version, words behind the end."""
    writer = PdfWriter()
    page = writer.add_blank_page(300, 300)
    photo = StreamObject()
    photo._data = jpeg()[: -len(RAW)]
    for key, value in {"Type": "XObject", "Subtype": "Image", "ColorSpace": "DeviceRGB", "Filter": "DCTDecode"}.items():
        photo[NameObject(f"/{key}")] = NameObject(f"/{value}")
    for key, number in {"Width": 64, "Height": 32, "BitsPerComponent": 8}.items():
        photo[NameObject(f"/{key}")] = NumberObject(number)
    properties = StreamObject()
    properties._data = XMP.encode()
    photo[NameObject("/Metadata")] = writer._add_object(properties)
    drawn = DictionaryObject({NameObject("/I"): writer._add_object(photo)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): drawn})
    words = StreamObject()
    words._data = b"q 64 0 0 32 0 0 cm /I Do Q"
    page[NameObject("/Contents")] = writer._add_object(words)
    page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): create_string_object(WHO)})
    page[NameObject("/PieceInfo")] = DictionaryObject({NameObject("/Maker"): create_string_object(WHO)})
    writer.add_metadata({"/Author": WHO, "/Title": f"{FIRM}.docx", "/Producer": WHO})
    writer.add_attachment(f"{NAME}.txt", RAW)
    writer.add_annotation(0, FreeText(text=WHO, rect=(1, 1, 50, 50)))
    writer.add_annotation(0, _drawn_note(writer, "/Stamp", b"0 0 9 9 re f"))
    signature = _drawn_note(writer, "/Widget", b"BT (" + RAW + b") Tj ET")
    signature[NameObject("/FT")] = NameObject("/Sig")
    writer.add_annotation(0, signature)
    return _changed(_saved(writer)) + b"\n%" + RAW


def _drawn_note(writer: PdfWriter, kind: str, drawing: bytes) -> DictionaryObject:
    """A note that is drawn on the page, with its author and his words behind it."""
    drawn = StreamObject()
    drawn._data = drawing
    drawn.update({NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form")})
    shown = DictionaryObject({NameObject("/N"): writer._add_object(drawn)})
    note = DictionaryObject({NameObject("/Subtype"): NameObject(kind), NameObject("/AP"): shown})
    note[NameObject("/T")] = note[NameObject("/Contents")] = create_string_object(WHO)
    note[NameObject("/Rect")] = ArrayObject(map(NumberObject, (9, 9, 18, 18)))
    return note


def _changed(content: bytes) -> bytes:
    """The same, saved once more as an update behind the first version, whose properties stay in the file."""
    writer = PdfWriter(PdfReader(BytesIO(content)), incremental=True)
    writer.add_metadata({"/Author": "-"})
    return _saved(writer)


def _saved(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_MAIN = {
    "word/document.xml": f"{_OFFICE}.wordprocessingml.document.main+xml",
    "xl/workbook.xml": f"{_OFFICE}.spreadsheetml.sheet.main+xml",
    "xl/worksheets/sheet1.xml": f"{_OFFICE}.spreadsheetml.worksheet+xml",
    "xl/worksheets/sheet2.xml": f"{_OFFICE}.spreadsheetml.worksheet+xml",
}


def zipped(parts: dict[str, bytes | str]) -> bytes:
    """An archive of these parts, with a remark about its maker."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.comment = RAW
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def relations(*each: tuple[str, str, str]) -> str:
    """The relations of a part: id, kind, target."""
    lines = "".join(
        f'<Relationship Id="{number}" Type="{_RELATED}/{kind}" Target="{target}"'
        + (' TargetMode="External"' if ":" in target else "")
        + "/>"
        for number, kind, target in each
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def types(*parts: str) -> str:
    """The types of these parts and of pictures."""
    lines = "".join(f'<Override PartName="/{part}" ContentType="{_MAIN.get(part, "x/x")}"/>' for part in parts)
    usual = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    usual |= {"jpeg": "image/jpeg", "png": "image/png", "bin": "x/x", "vml": "x/x", "docx": "x/x"}
    lines += "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in usual.items())
    return f'<?xml version="1.0"?><Types xmlns="{_PACKAGE}/content-types">{lines}</Types>'


_PROPERTIES: dict[str, bytes | str] = {
    "docProps/core.xml": f'<c:coreProperties xmlns:c="c"><creator>{NAME}</creator><by>{MAIL}</by></c:coreProperties>',
    "docProps/app.xml": f"<Properties><Company>{FIRM}</Company></Properties>",
    "docProps/custom.xml": f"<Properties><p>{WHO}</p></Properties>".replace("<b", "b").replace("n>", "n"),
}


def docx() -> bytes:
    """Properties, comments, tracked changes, templates, fields, a picture and its file's name, custom XML."""
    story = f"""<w:document {W}><w:body><w:p w:rsidR="00AB12CD"><w:commentRangeStart w:id="0"/>
      <w:ins w:id="1" w:author="{NAME}" w:date="2026-01-02T03:04:05Z">
      <w:r><w:t>Cầu hỏng &amp; đường xấu</w:t></w:r></w:ins>
      <w:r><w:commentReference w:id="0"/></w:r>
      <w:r><w:fldChar w:fldCharType="begin"/></w:r>
      <w:r><w:instrText>HYPERLINK "mailto:{MAIL}"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
      <w:r><w:t>, xin xem ảnh</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
      <w:r><w:drawing><wp:inline><wp:docPr id="1" name="{NAME}.jpg" descr="C:\\Users\\{NAME}\\cau.jpg"/><a:graphic>
      <a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId1"/></pic:blipFill></pic:pic></a:graphicData>
      </a:graphic></wp:inline></w:drawing></w:r></w:p></w:body></w:document>"""
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": types("word/document.xml", "word/comments.xml", *_PROPERTIES),
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml"), ("rId2", "x", "docProps/core.xml")),
        "word/document.xml": story,
        "word/_rels/document.xml.rels": relations(
            ("rId1", "image", "media/image1.jpeg"),
            ("rId2", "comments", "comments.xml"),
            ("rId3", "hyperlink", f"mailto:{MAIL}"),
            ("rId4", "customXml", "../customXml/item1.xml"),
            ("rId5", "settings", "settings.xml"),
        ),
        "word/media/image1.jpeg": jpeg(),
        "word/comments.xml": f'<w:comments {W}><w:comment w:author="{NAME}">{PHONE}</w:comment></w:comments>',
        "word/people.xml": f'<w:people {W}><w:person w:author="{NAME}"/></w:people>',
        "word/settings.xml": f'<w:settings {W}><w:attachedTemplate r:id="rId1"/><w:rsids><w:rsid w:val="00AB12CD"/>'
        f'</w:rsids><w:docVars><w:docVar w:val="{FIRM}"/></w:docVars><w:zoom w:percent="90"/></w:settings>',
        "word/_rels/settings.xml.rels": relations(("rId1", "attachedTemplate", f"file:///C:/Users/{NAME}/a.dotm")),
        "customXml/item1.xml": f"<x>{PHONE}</x>",
        "docProps/thumbnail.jpeg": jpeg(),
        **_PROPERTIES,
    }
    return zipped(parts)


SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHEET += ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def xlsx() -> bytes:
    """Properties, where the file lay, who shares it, comments, the printer, an inner document."""
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": types("xl/workbook.xml", "xl/worksheets/sheet1.xml", *_PROPERTIES),
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml"), ("rId2", "x", "docProps/app.xml")),
        "xl/workbook.xml": f'<workbook {SHEET} xmlns:b="b"><fileSharing userName="{NAME}"/>'
        f'<b:absPath url="C:\\{NAME}\\"/><sheets><sheet name="S1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(("rId1", "worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": f'<worksheet {SHEET}><sheetData><row r="1"><c r="A1"><v>42</v></c></row>'
        "</sheetData>"
        '<pageSetup paperSize="9" r:id="rId1"/></worksheet>',
        "xl/worksheets/_rels/sheet1.xml.rels": relations(
            ("rId1", "printerSettings", "../printerSettings/printerSettings1.bin"),
            ("rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
        ),
        "xl/printerSettings/printerSettings1.bin": f"\\\\{NAME}".encode("utf-16-le"),
        "xl/drawings/vmlDrawing1.vml": f"<xml>{NAME}</xml>",
        "xl/embeddings/document1.docx": docx(),
        **_PROPERTIES,
    }
    return zipped(parts)


def pptx() -> bytes:
    """Properties, the authors of comments, a picture."""
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": types("ppt/presentation.xml", "ppt/commentAuthors.xml", *_PROPERTIES),
        "ppt/presentation.xml": f'<p:presentation xmlns:p="p"><p:modifyVerifier userId="{NAME}"/></p:presentation>',
        "ppt/commentAuthors.xml": f'<p:cmAuthorLst xmlns:p="p"><p:cmAuthor name="{NAME}"/></p:cmAuthorLst>',
        "ppt/media/image1.png": png(),
        **_PROPERTIES,
    }
    return zipped(parts)


def odt() -> bytes:
    """Properties, settings with the printer, a note's author, an address, a picture, a thumbnail."""
    story = f"""<office:document-content xmlns:office="o" xmlns:text="t" xmlns:dc="d" xmlns:xlink="l">
      <text:p>Cầu hỏng</text:p><office:annotation><dc:creator>{NAME}</dc:creator></office:annotation>
      <draw xlink:href="Pictures/1.jpg"/><text:a xlink:href="mailto:{MAIL}">thư</text:a></office:document-content>"""
    parts: dict[str, bytes | str] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": '<m xmlns:manifest="m"><e manifest:full-path="/"/>'
        '<e manifest:full-path="meta.xml"/></m>',
        "content.xml": story,
        "meta.xml": f'<m xmlns:meta="m"><meta:initial-creator>{NAME}</meta:initial-creator></m>',
        "settings.xml": f"<s>{FIRM}</s>",
        "Pictures/1.jpg": jpeg(),
        "Thumbnails/thumbnail.png": png(),
    }
    return zipped(parts)


def ogg(pages: int = 4) -> bytes:
    """A voice message as Telegram makes it, with tags that fill more than one page."""
    tags = b"OpusTags" + struct.pack("<I", len(RAW)) + RAW + struct.pack("<I", 1) + struct.pack("<I", 70_000)
    tags += (b"ARTIST=" + RAW).ljust(70_000, b"-")
    head = b"OpusHead\x01\x01\x38\x01\x80\xbb\x00\x00\x00\x00\x00"
    body = [_page(0, 2, [head]), *_paged(1, tags)]
    sound = [bytes([number]) * 100 for number in range(3)]
    return b"".join([*body, *(_page(len(body) + number, 4 * (number == pages - 1), sound) for number in range(pages))])


def _paged(number: int, packet: bytes) -> list[bytes]:
    """A packet over as many pages as it needs: 255 segments of 255 bytes each."""
    room = 255 * 255
    parts = [packet[at : at + room] for at in range(0, len(packet), room)]
    return [_page(number + at, 1 if at else 0, [part]) for at, part in enumerate(parts)]


def _page(number: int, flags: int, packets: list[bytes]) -> bytes:
    segments = b"".join(
        (b"\xff" * (len(each) // 255) + (b"" if len(each) == 255 * 255 else bytes([len(each) % 255])))
        for each in packets
    )
    head = struct.pack("<4sBBqIII", b"OggS", 0, flags, 0, 77, number, 0) + bytes([len(segments)]) + segments
    page = bytearray(head + b"".join(packets))
    page[22:26] = struct.pack("<I", ogg_checksum(page))
    return bytes(page)


def ogg_checksum(page: bytes | bytearray) -> int:
    """Ogg's CRC, bit by bit, as its specification tells it."""
    crc = 0
    for byte in page:
        crc ^= byte << 24
        for _ in range(8):
            crc = (crc << 1 ^ 0x04C11DB7 if crc & 0x80000000 else crc << 1) & 0xFFFFFFFF
    return crc


MP3_FRAME = b"\xff\xfb\x90\x00" + bytes(413)


def mp3() -> bytes:
    """ID3 before, APE and ID3v1 behind the sound."""
    size = len(RAW)
    before = b"ID3\x04\x00\x00" + bytes([size >> 21 & 127, size >> 14 & 127, size >> 7 & 127, size & 127]) + RAW
    return before + MP3_FRAME * 5 + b"APETAGEX" + RAW + b"TAG" + RAW[:125]


def wav() -> bytes:
    """Names and a broadcast's properties between format and sound."""
    chunks = [(b"fmt ", bytes(16)), (b"LIST", b"INFOIART" + RAW), (b"bext", RAW), (b"data", b"\x01\x02" * 50)]
    body = b"".join(kind + struct.pack("<I", len(part)) + part + bytes(len(part) % 2) for kind, part in chunks)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WAVE" + body


def _box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I", len(body) + 8) + kind + body


def _track(handler: bytes, places: int, sizes: list[int]) -> bytes:
    tables = _box(b"stsz", bytes(8), struct.pack(f">I{len(sizes)}I", len(sizes), *sizes))
    tables += _box(b"stco", bytes(4), struct.pack(">II", 1, places))
    tables += _box(b"stsc", bytes(4), struct.pack(">IIII", 1, 1, len(sizes), 1))
    named = _box(b"hdlr", bytes(8), handler, bytes(12), RAW)
    minf = _box(b"minf", _box(b"stbl", tables))
    return _box(b"trak", _box(b"tkhd", bytes(84)), _box(b"mdia", named, minf), _box(b"udta", RAW))


def mp4(brand: bytes = b"isom") -> bytes:
    """Places and names in `udta`, in a box of a maker's own, and in a track of measurements among the pictures."""
    begin = _box(b"ftyp", brand + bytes(4) + b"isommp42")
    data = len(begin) + 8
    picture, measured = b"\x00\x00\x01\x65 a picture " * 9, b"+21.8530+106.7610/ " + RAW
    mdat = _box(b"mdat", picture, measured)
    made = struct.pack(">III", 0, 3_900_000_000, 3_900_000_000) + bytes(88)
    tracks = _track(b"vide", data, [len(picture)]), _track(b"meta", data + len(picture), [19, len(RAW)])
    return begin + mdat + _box(b"moov", _box(b"mvhd", made), *tracks, _box(b"udta", RAW)) + _box(b"uuid", RAW)


def ole() -> bytes:
    """The beginning of a document of Word 97 with its author."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + NAME.encode("utf-16-le")


CLEANED = {
    "cau.jpg": jpeg,
    "cau.png": png,
    "cau.webp": webp,
    "cau.gif": gif,
    "cau.heic": heic,
    "don.pdf": pdf,
    "don.docx": docx,
    "bang.xlsx": xlsx,
}
WITHHELD = {
    "trinh-bay.pptx": pptx,
    "don.odt": odt,
    "loi.ogg": ogg,
    "loi.mp3": mp3,
    "loi.wav": wav,
    "loi.m4a": lambda: mp4(b"M4A "),
    "cau.mp4": mp4,
    "don.doc": ole,
    "ho-so.zip": lambda: zipped({f"{NAME}.txt": RAW}),
    "macro.docx": lambda: zipped(
        {"[Content_Types].xml": types(), "word/document.xml": "<a/>", "word/vbaProject.bin": RAW}
    ),
    "don.txt": lambda: RAW,
    "cau.svg": lambda: b"<svg><metadata>" + RAW + b"</metadata></svg>",
    "nothing": lambda: b"",
}


def bomb(kind: str) -> bytes:
    """A small file that would not fit into any memory, or never end, where it is unpacked carelessly."""
    match kind:
        case "pixels":
            head = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
            chunks = (head, b"IDAT" + zlib.compress(bytes(1_000_000)), b"IEND")
            return b"\x89PNG\r\n\x1a\n" + b"".join(
                struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in chunks
            )
        case "entities":
            laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
            story = f'<!DOCTYPE w [<!ENTITY a0 "ha">{laughs}]><w>&a11;</w>'
            return zipped({"[Content_Types].xml": types(), "word/document.xml": story})
        case "outside":
            story = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>'
            return zipped({"[Content_Types].xml": types(), "word/document.xml": story})
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types())
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(400):
                part.write(bytes(1_000_000))
    return out.getvalue()


_HEIC = """
    AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAghtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAEZpbG9jAA
    AAAERAAAMAAQAAAAACLAABAAAAAAAAACIAAgAAAAACTgABAAAAAAAAAEAAAwAAAAACjgABAAAAAAAAACIAAABiaWluZgAAAAAAAwAAABVpbmZl
    AgAAAAABAABodmMxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAACppbmZlAgAAAQADAABtaW1lAGFwcGxpY2F0aW9uL3JkZit4bWwAAAAAAA5waX
    RtAAAAAAABAAAA/WlwcnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroC
    QGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5jbHgAAQANAAaAAAAAFG
    lzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAIAAAAAEAAAAAAAAAAv///+AAAAACAAAAEHBpeGkAAAAAAwgICAAAABhpcG1hAAAA
    AAAAAAEAAQWBAgMFhAAAAChpcmVmAAAAAAAAAA5jZHNjAAIAAQABAAAADmNkc2MAAwABAAEAAACMbWRhdAAAAB4oAa8ZgO9Jpb//4oYf+a1r/r
    +yF/l/Af9usYDbjcAAAAAGRXhpZgAATU0AKgAAAAgAAgESAAMAAAABAAYAAAE7AAIAAAAPAAAAJgAAAABCSUNILU5HT0MtSEVJQwAAPHg6eG1w
    bWV0YT5CSUNILU5HLVhNUDwveDp4bXBtZXRhPg==
"""
