"""Office documents that are ZIP archives of XML (docx, xlsx, pptx; odt, ods, odp): each part cleaned, packed anew."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterable
from io import BytesIO
from urllib.parse import unquote

from storage.scrubbing import Clean, WithheldError, scrubbed
from storage.scrubbing.markup import SAFE_LINK, Attributes, Rule, filtered, without_makers

MOST_PARTS = 5000
LARGEST = 300_000_000
_TYPES, _MIMETYPE, _MANIFEST = "[Content_Types].xml", "mimetype", "META-INF/manifest.xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
#: what a document is, by its main part, and by what an OpenDocument says first
_MAIN = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
_OPEN = {b"text": "odt", b"spreadsheet": "ods", b"presentation": "odp"}
#: parts that are not needed to show the document: properties, thumbnails, comments and who made them, printers,
#: and places of data, histories, signatures, labels, macros of OpenDocument
_LEFT_OUT = re.compile(
    r"docProps/|customXml/|docMetadata/|_xmlsignatures/|customUI/|userCustomization/|package/"
    r"|.*/(?:printerSettings|queryTables|revisions|persons|threadedComments|changesInfos|comments|tags|webextensions|customProperty)/"
    r"|.*/(?:people|authors|commentAuthors|userNames|revisionInfo|connections|comments\w*)\.xml$|.*\.vml$"
    r"|Thumbnails/|Configurations2/|Versions/|Basic/|Dialogs/|Scripts/|ObjectReplacements/"
    r"|(?:.*/)?(?:meta|settings)\.xml$|manifest\.rdf$|META-INF/\w*signatures\.xml$|layout-cache$|VersionList\.xml$"
)
_NEEDED = re.compile(r"(?:word|ppt|xl)/settings\.xml$")
_MARKUP = re.compile(r".*\.(?:xml|rels)$")
_FONTS = re.compile(r".*\.(?:odttf|fntdata|ttf|otf)$", re.IGNORECASE)
_RELATIONS = re.compile(r"(.*?)_rels/([^/]*)\.rels$")


def clean(content: bytes) -> Clean:
    """The document without properties, authors, comments, histories and paths; its pictures are cleaned, too.

    Raises WithheldError for any other archive, and for parts nobody can look into (macros, embedded programs).
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = _parts(archive)
    ending = _ending(parts)
    names = {name for name in parts if not _LEFT_OUT.match(name) or _NEEDED.match(name)}
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name in sorted(names, key=[_MIMETYPE, _TYPES, *parts].index):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_STORED if name == _MIMETYPE else zipfile.ZIP_DEFLATED
            packed.writestr(entry, _part(name, parts, names))
    return Clean(out.getvalue(), ending)


def _parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """Every part unpacked, once; raises WithheldError for too many or too much."""
    entries = {entry.filename: entry for entry in archive.infolist() if not entry.is_dir()}
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries.values()) > LARGEST:
        raise WithheldError("too much in an archive")
    return {name: archive.read(entry) for name, entry in entries.items()}


def _ending(parts: dict[str, bytes]) -> str:
    if _TYPES in parts:
        for main, ending in _MAIN.items():
            if main in parts:
                return ending
    _, is_open, kind = parts.get(_MIMETYPE, b"").partition(b"application/vnd.oasis.opendocument.")
    if is_open and kind in _OPEN:
        return _OPEN[kind]
    raise WithheldError("an archive that is no document")


def _part(name: str, parts: dict[str, bytes], names: set[str]) -> bytes:
    content = parts[name]
    if name == _MIMETYPE or _FONTS.match(name):
        return content
    if not _MARKUP.match(name):
        return scrubbed(content).content
    if name in {_TYPES, _MANIFEST}:
        return filtered(content, _listed(names))
    if found := _RELATIONS.match(name):
        return filtered(content, _related(found[1], names))
    folder, _, file = name.rpartition("/")
    relations = f"{folder}/_rels/{file}.rels".lstrip("/")
    return filtered(content, _unrelated(_gone(parts.get(relations, b""), folder, names)))


def _listed(names: set[str]) -> Rule:
    """In the list of parts: those left out are not named."""

    def rule(_: str, attributes: Attributes) -> Attributes | None:
        said = dict(attributes)
        name = said.get("PartName", said.get("manifest:full-path", ""))
        return attributes if name.endswith("/") or not name or name.lstrip("/") in names else None

    return rule


def _related(folder: str, names: set[str]) -> Rule:
    """Among a part's relations: none to a part left out, and addresses elsewhere lead nowhere."""

    def rule(_: str, attributes: Attributes) -> Attributes | None:
        said = dict(attributes)
        if said.get("TargetMode") == "External":
            return [(key, SAFE_LINK if key == "Target" else value) for key, value in attributes]
        return attributes if _is_there(said, folder, names) else None

    return rule


def _is_there(said: dict[str, str], folder: str, names: set[str]) -> bool:
    target = unquote(said.get("Target", ""))
    path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return not target or path in names


def _gone(relations: bytes, folder: str, names: set[str]) -> set[str]:
    """The ids of a part's relations to parts that are left out."""
    gone: set[str] = set()

    def rule(_: str, attributes: Attributes) -> Attributes:
        said = dict(attributes)
        if said.get("TargetMode") != "External" and not _is_there(said, folder, names):
            gone.add(said.get("Id", ""))
        return attributes

    if relations:
        filtered(relations, rule)
    return gone


def _unrelated(gone: Iterable[str]) -> Rule:
    """In a part: nothing that needs what was left out, but a page keeps its format without its printer."""
    missing = frozenset(gone)

    def rule(element: str, attributes: Attributes) -> Attributes | None:
        there = [(key, value) for key, value in attributes if ":" not in key or value not in missing]
        if len(there) < len(attributes) and element != "pageSetup":
            return None
        return without_makers(element, there)

    return rule
