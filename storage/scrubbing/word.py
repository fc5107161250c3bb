"""Word: a new document of the words, tables and pictures that can be seen in the old one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK, WD_PARAGRAPH_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Emu, Mm
from docx.text.paragraph import Paragraph

from domain.file_types import HEAD, sniff
from storage.scrubbing import WithheldError, images
from storage.scrubbing.drawings import A, V, crop, refuse_undrawn, width
from storage.scrubbing.labels import Labels
from storage.scrubbing.seen import Styles

MOST_ELEMENTS = 200_000
MOST_CELLS = 20_000
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
#: what was deleted or moved away under tracked changes, and what is said about the text rather than in it
_NOT_SHOWN = frozenset(
    qn(tag)
    for tag in (
        "w:del",
        "w:moveFrom",
        "w:instrText",
        "w:delText",
        "w:delInstrText",
        "w:pPr",
        "w:rPr",
        "w:sdtPr",
        "w:tblPr",
        "w:ruby",
    )
)
#: nobody can be sure to draw these as Word does
_UNDRAWN = frozenset({qn("w:object"), qn("w:altChunk"), qn("w:subDoc"), qn("w:control"), qn("w:contentPart")})
_SIGNS = {qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-", qn("w:cr"): "\n", qn("w:ptab"): "\t"}
_WIDEST = Emu(5_760_000)
_PAPER = Mm(210), Mm(297)
_COVERED = "████"


def rewritten(content: bytes) -> bytes:
    """The document written anew; raises WithheldError for what cannot be shown for sure."""
    old = docx.Document(BytesIO(content))
    if sum(1 for _ in old.element.iter()) > MOST_ELEMENTS:
        raise WithheldError("too much in a document")
    new = docx.Document()
    _empty(new)
    new.sections[0].page_width, new.sections[0].page_height = _PAPER
    writer = _Writer(new)
    for kind in ("header", "body", "footer", "footnotes", "endnotes"):
        for part, root in _parts(old, kind):
            writer.write(part, root)
    out = BytesIO()
    new.save(out)
    return out.getvalue()


def _empty(new: Document) -> None:
    """The template's own properties go, too."""
    facts = new.core_properties
    facts.author = facts.comments = facts.title = facts.last_modified_by = ""
    facts.created = facts.modified = datetime(2000, 1, 1, tzinfo=UTC)
    for element in list(new.element.body):
        if element.tag != qn("w:sectPr"):
            new.element.body.remove(element)


def _parts(old: Document, kind: str) -> Iterator[tuple[Any, Any]]:
    """The parts of a kind with their elements, each once; of notes those that are no separators."""
    if kind == "body":
        yield old.part, old.element.body
        return
    for relation in old.part.rels.values():
        if relation.is_external or relation.reltype != _RELATED + kind:
            continue
        part = relation.target_part
        root = getattr(part, "element", None)
        yield part, parse_xml(part.blob) if root is None else root


class _Writer:
    def __init__(self, new: Document) -> None:
        self._new = new
        self._end: Any = new.element.body.sectPr
        self._styles = Styles(None)
        self._labels = Labels(None)
        self._part: Any = None

    def write(self, part: Any, root: Any) -> None:
        """What can be seen of an element of this part, at the end of the new document."""
        main = part.package.main_document_part
        self._part, self._styles = part, Styles(_root(main, "styles"))
        self._labels = Labels(_root(main, "numbering"))
        if any(element.tag in _UNDRAWN for element in root.iter()):
            raise WithheldError("an embedded object")
        self._blocks(root, self._new)

    def _blocks(self, root: Any, into: Any) -> None:
        for element in root:
            if element.tag == qn("w:p"):
                self._paragraph(element, into)
            elif element.tag == qn("w:tbl"):
                self._table(element, into)
            elif isinstance(element.tag, str) and element.tag not in _NOT_SHOWN:
                self._blocks(_chosen(element), into)

    def _table(self, table: Any, into: Any) -> None:
        rows = [[*_cells(row)] for row in _rows(table)]
        across = max((len(row) for row in rows), default=0)
        if not across:
            return
        if len(rows) * across > MOST_CELLS:
            raise WithheldError("too much in a table")
        copy = into.add_table(rows=len(rows), cols=across) if into is self._new else into.add_table(len(rows), across)
        if into is self._new:
            copy.style = "Table Grid"
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                target = copy.cell(number, place)
                target._tc.remove(target._tc.p_lst[0])  # noqa: SLF001  every cell begins with an empty one
                self._blocks(cell, target)
                if not target._tc.p_lst:  # noqa: SLF001
                    target.add_paragraph()

    def _paragraph(self, old: Any, into: Any) -> None:
        new = self._added(into)
        _aligned(new, old)
        if label := self._labels.next(self._styles.numbered(old)):
            new.add_run(f"{label}\t")
        in_code: list[bool] = []
        for run in _runs(old):
            self._run(run, old, new, in_code)

    def _added(self, into: Any) -> Paragraph:
        """A new paragraph at the end; the library's own way looks through all those before it."""
        paragraph: Any = OxmlElement("w:p")
        if into is self._new:
            self._end.addprevious(paragraph)
        else:
            into._tc.append(paragraph)  # noqa: SLF001  the same in a cell
        return Paragraph(paragraph, into)

    def _run(self, run: Any, paragraph: Any, new: Paragraph, in_code: list[bool]) -> None:
        """The words of one run, as far as they are seen; of a field its result and not its code."""
        if run.tag == _MATHS:
            new.add_run(run.text or "")
            return
        shown = self._styles.shown(run, paragraph)
        for element in run:
            if element.tag == qn("w:fldChar"):
                _field(element.get(qn("w:fldCharType")), in_code)
            elif shown == "no" or any(in_code):
                continue
            elif shown == "black" and element.tag == qn("w:t"):
                new.add_run(_COVERED)
            else:
                self._element(element, run, new)

    def _element(self, element: Any, run: Any, new: Paragraph) -> None:
        if element.tag == qn("w:t") or element.tag in _SIGNS:
            _like(new.add_run(_SIGNS.get(element.tag) or element.text or ""), run)
        elif element.tag == qn("w:br"):
            is_page = element.get(qn("w:type")) == "page"
            new.add_run().add_break(WD_BREAK.PAGE if is_page else WD_BREAK.LINE)
        elif element.tag == qn("w:sym"):
            new.add_run("□")
        elif element.tag in {qn("w:drawing"), qn("w:pict"), _MC + "AlternateContent"}:
            self._drawing(_chosen(element), new)

    def _drawing(self, drawing: Any, new: Paragraph) -> None:
        """Pictures as far as they are cropped, and the words of text boxes; nothing else can be drawn for sure."""
        refuse_undrawn(drawing)
        if any(each.get("hidden") in {"1", "true"} for each in drawing.iter() if str(each.tag).endswith("docPr")):
            return
        for paragraph in (each for box in drawing.iter(qn("w:txbxContent")) for each in box.iter(qn("w:p"))):
            for run in _runs(paragraph):
                self._run(run, paragraph, new, [])
            new.add_run().add_break(WD_BREAK.LINE)
        for blip in drawing.iter(f"{A}blip"):
            self._picture(blip.get(qn("r:embed")), crop(blip), width(drawing), new)
        for image in drawing.iter(f"{V}imagedata"):
            self._picture(image.get(qn("r:id")), (0, 0, 0, 0), None, new)

    def _picture(self, related: str | None, cut: tuple[int, ...], wide: int | None, new: Paragraph) -> None:
        if related is None:
            raise WithheldError("a picture that lies elsewhere")
        relation = self._part.rels[related]
        if relation.is_external:
            raise WithheldError("a picture that lies elsewhere")
        content = relation.target_part.blob
        picture = images.opened(content, sniff(content[:HEAD])[1])
        across, down = picture.size
        left, top, right, bottom = (max(0, each) / 100_000 for each in cut)
        box = (int(across * left), int(down * top), round(across * (1 - right)), round(down * (1 - bottom)))
        if box[0] >= box[2] or box[1] >= box[3]:
            return
        drawn = images.encoded(picture.crop(box), "JPEG" if picture.mode in {"RGB", "L"} else "PNG")
        new.add_run().add_picture(BytesIO(drawn), width=min(Emu(wide or _WIDEST), _WIDEST))


def _root(part: Any, kind: str) -> Any | None:
    """The elements of a part's styles or numbering; None without."""
    for relation in part.rels.values():
        if relation.reltype == _RELATED + kind and not relation.is_external:
            found = getattr(relation.target_part, "element", None)
            return parse_xml(relation.target_part.blob) if found is None else found
    return None


def _chosen(element: Any) -> Any:
    """Of alternatives for newer and older programs the first."""
    if element.tag == _MC + "AlternateContent":
        return next(iter(element), element)
    choice = element.find(f".//{_MC}Choice") if element.tag == qn("w:pict") else None
    return element if choice is None else choice


def _runs(paragraph: Any) -> Iterator[Any]:
    """The runs of a paragraph in their order, those of insertions, links and content controls, too."""
    for element in paragraph:
        if element.tag in {qn("w:r"), _MATHS}:
            yield element
        elif isinstance(element.tag, str) and element.tag not in _NOT_SHOWN:
            yield from _runs(_chosen(element))


def _rows(table: Any) -> Iterator[Any]:
    for element in table:
        if element.tag == qn("w:tr"):
            properties = element.find(qn("w:trPr"))
            if properties is None or not any(properties.find(qn(tag)) is not None for tag in ("w:del", "w:hidden")):
                yield element
        elif element.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins")}:
            yield from _rows(element)


def _cells(row: Any) -> Iterator[Any]:
    for element in row:
        if element.tag == qn("w:tc"):
            yield element
        elif element.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")}:
            yield from _cells(element)


def _field(kind: str | None, in_code: list[bool]) -> None:
    """Between the beginning of a field and its separator stands its code."""
    if kind == "begin":
        in_code.append(True)
    elif kind == "separate" and in_code:
        in_code[-1] = False
    elif kind == "end" and in_code:
        in_code.pop()


def _like(new: Any, old: Any) -> None:
    """Bold, slanted and underlined as before."""
    properties = old.find(qn("w:rPr"))
    if properties is not None:
        new.bold = properties.find(qn("w:b")) is not None or None
        new.italic = properties.find(qn("w:i")) is not None or None
        new.underline = properties.find(qn("w:u")) is not None or None


def _aligned(new: Paragraph, old: Any) -> None:
    found = old.find(f"{qn('w:pPr')}/{qn('w:jc')}")
    sides = {
        "center": WD_PARAGRAPH_ALIGNMENT.CENTER,
        "right": WD_PARAGRAPH_ALIGNMENT.RIGHT,
        "end": WD_PARAGRAPH_ALIGNMENT.RIGHT,
    }
    if found is not None and (side := sides.get(found.get(qn("w:val")))) is not None:
        new.alignment = side
