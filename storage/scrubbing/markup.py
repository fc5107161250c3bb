"""XML written anew, token by token, without the elements and attributes that tell of a document's makers.

Prefixes and order stay exactly as they were, which office programs insist on. A document type, and with it every
entity, is refused: nothing is looked up, nothing can unfold.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from storage.scrubbing import WithheldError

#: whole elements: identities and revisions of a document, where it lay, its templates and mailings, who wrote a note
_ELEMENTS = frozenset(
    """
    rsids attachedTemplate docVars mailMerge docId absPath fileSharing revisionPtr writeProtection modifyVerifier
    saveThroughXslt commentRangeStart commentRangeEnd commentReference creator creator-initials initial-creator
    sender-initials sender-firstname sender-lastname sender-email sender-company printed-by event-listeners
    """.split()  # noqa: SIM905  a list of words reads best as one
)
_ATTRIBUTES = frozenset(
    """
    initials userId userName providerId refreshedBy lastModifiedBy descr title alt codeName uid
    display-name user-name
    """.split()  # noqa: SIM905  a list of words reads best as one
)
#: attributes that must be there, but may say nothing
_EMPTIED = frozenset({"author"})
_NAMED = frozenset({"docPr", "cNvPr"})  # a picture's name is the name of its file
#: what a field asks for may name a file, an address, a person; these ask for a number, a date or a place in the text
_CODES = frozenset({"instrText", "delInstrText"})
_HARMLESS = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|TOC|REF|PAGEREF|STYLEREF|SEQ|DATE|TIME|FORM[A-Z]+)\b[^@/]*")
_PATH = re.compile(r"file:/[^'\"\s#]*|\b[A-Za-z]:\\[^'\"<>|*?]*")
SAFE_LINK = "about:blank"
_INNER_LINK = re.compile(r"#|(?:\./)?(?:Pictures|Object|media)[\w ./-]*$")

Attributes = list[tuple[str, str]]
#: what is to become of an element: its attributes, or None to leave it out with all that is inside
Rule = Callable[[str, Attributes], Attributes | None]


def filtered(content: bytes, rule: Rule) -> bytes:
    """The XML with every element as `rule` wants it; raises WithheldError for a document type."""
    writer = _Writer(rule)
    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.buffer_text = True
    parser.StartElementHandler = writer.begins
    parser.EndElementHandler = writer.ends
    parser.CharacterDataHandler = writer.says
    parser.StartDoctypeDeclHandler = _refuse
    parser.Parse(content, True)  # noqa: FBT003
    return "".join(writer.out).encode()


def _refuse(*_: Any) -> None:
    raise WithheldError("XML with a document type")


class _Writer:
    def __init__(self, rule: Rule) -> None:
        self.out = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
        self._rule = rule
        self._left_out = 0
        self._inside: list[str] = []

    def begins(self, name: str, flat: list[str]) -> None:
        local = _local(name)
        attributes = None if self._left_out else self._rule(local, list(zip(flat[::2], flat[1::2], strict=True)))
        if attributes is None:
            self._left_out += 1
            return
        self._inside.append(local)
        self.out.append(f"<{name}{''.join(f' {key}={quoteattr(value)}' for key, value in attributes)}>")

    def ends(self, name: str) -> None:
        if self._left_out:
            self._left_out -= 1
            return
        self._inside.pop()
        self.out.append(f"</{name}>")

    def says(self, text: str) -> None:
        if not self._left_out:
            is_code = bool(self._inside) and self._inside[-1] in _CODES
            self.out.append(escape(_harmless(text) if is_code else text))


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def without_makers(element: str, attributes: Attributes) -> Attributes | None:
    """The rule for every part of a document: no authors, dates of edits, paths, names of files."""
    if element in _ELEMENTS:
        return None
    kept: Attributes = []
    for name, value in attributes:
        local = _local(name)
        if local.startswith("rsid") or local in _ATTRIBUTES or (local == "date" and "T" in value):
            continue
        is_nameless = local in _EMPTIED or (local == "name" and element in _NAMED)
        kept.append((name, "" if is_nameless else _bare_value(element, name, value)))
    return kept


def _bare_value(element: str, name: str, value: str) -> str:
    if element == "fldSimple" and _local(name) == "instr":
        return _harmless(value)
    if name == "xlink:href" and not _INNER_LINK.match(value):
        return SAFE_LINK
    return _PATH.sub("", value)


def _harmless(code: str) -> str:
    return code if _HARMLESS.fullmatch(code) else ""
