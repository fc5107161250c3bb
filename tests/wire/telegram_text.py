"""Message text as Telegram reads it: HTML into entities, links and commands found, lengths in UTF-16 units."""

from __future__ import annotations

import html
import re
from typing import Any

from .telegram_world import ApiError

Entity = dict[str, Any]

SIMPLE_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
NAMED_CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
TOKEN = re.compile(r"<(/?)([a-zA-Z][\w-]*)([^<>]*)>|&(#x[0-9a-fA-F]+|#\d+|[a-z]+);|<")
ATTRIBUTE = re.compile(r"([\w-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|(\S+)))?")
FINDABLE = re.compile(r"[/@#]")
FOUND = re.compile(
    r"(?P<url>https?://[^\s<>]+)"
    r"|(?<![^\s(])(?P<bot_command>/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?<!\w)(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})"
    r"|(?<!\w)(?P<hashtag>#\w*[^\W\d]\w*)"
)


def utf16_length(text: str) -> int:
    """The length Telegram counts entity offsets in."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def found_entities(text: str) -> list[Entity]:
    """The commands, mentions, hashtags and links Telegram marks by itself."""
    if not FINDABLE.search(text):
        return []
    return [
        {
            "type": str(match.lastgroup),
            "offset": utf16_length(text[: match.start()]),
            "length": utf16_length(match.group()),
        }
        for match in FOUND.finditer(text)
    ]


def read_text(text: str, parse_mode: object, entities: object) -> tuple[str, list[Entity]]:
    """The text as shown and its entities; raises ApiError 400 where Telegram would refuse the markup."""
    marked: list[Entity] = [dict(entity) for entity in entities] if isinstance(entities, list) else []
    if parse_mode:
        mode = str(parse_mode).lower()
        if mode == "html":
            text, marked = parse_html(text)
        elif mode not in {"markdown", "markdownv2"}:
            raise ApiError(400, "Bad Request: unsupported parse_mode")
    text, marked = trim(text, marked)
    if not marked:
        return text, found_entities(text)
    taken = {(entity["offset"], entity["offset"] + entity["length"]) for entity in marked}
    for entity in found_entities(text):
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if all(end <= left or right <= start for left, right in taken):
            marked.append(entity)
    marked.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return text, marked


def trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """The text without outer white space, its entities moved along."""
    trimmed = text.strip()
    if trimmed == text:
        return text, entities
    lead = utf16_length(text[: len(text) - len(text.lstrip())])
    whole = utf16_length(trimmed)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] + entity["length"] - lead, whole)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return trimmed, kept


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The text and entities of Telegram's HTML; raises ApiError 400 for tags it does not know or that do not match."""
    out: list[str] = []
    length = 0
    opened: list[tuple[str, int, Entity]] = []
    entities: list[Entity] = []
    last = 0
    for match in TOKEN.finditer(source):
        before = source[last : match.start()]
        out.append(before)
        length += utf16_length(before)
        last = match.end()
        at = len(source[: match.start()].encode())
        if match[4]:
            character = character_named(match[4])
            out.append(character)
            length += utf16_length(character)
        elif not match[2]:
            raise entity_error(f'Unsupported start tag "" at byte offset {at}')
        elif match[1]:
            entities += closed(opened, match[2].lower(), length, at)
        else:
            opened.append((match[2].lower(), length, start_tag(match[2].lower(), match[3], at)))
    if opened:
        raise entity_error(f'Can\'t find end tag corresponding to start tag "{opened[-1][0]}"')
    out.append(source[last:])
    entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return "".join(out), entities


def entity_error(problem: str) -> ApiError:
    """The refusal Telegram answers for markup it cannot read."""
    return ApiError(400, f"Bad Request: can't parse entities: {problem}")


def character_named(name: str) -> str:
    """The character behind an HTML reference; an unknown name stays as it was typed."""
    if name.startswith("#"):
        return html.unescape(f"&{name};")
    return NAMED_CHARACTERS.get(name, f"&{name};")


def start_tag(tag: str, attributes: str, at: int) -> Entity:
    """The entity a start tag opens, without its place."""
    values = {m[1].lower(): html.unescape(m[2] or m[3] or m[4] or "") for m in ATTRIBUTE.finditer(attributes)}
    if tag == "span" and values.get("class") == "tg-spoiler":
        return {"type": "spoiler"}
    if tag == "a":
        return {"type": "text_link", "url": values["href"]} if values.get("href") else {}
    if tag == "tg-emoji":
        return {"type": "custom_emoji", "custom_emoji_id": values.get("emoji-id", "")}
    if tag == "blockquote" and "expandable" in values:
        return {"type": "expandable_blockquote"}
    if tag not in SIMPLE_TAGS:
        raise entity_error(f'Unsupported start tag "{tag}" at byte offset {at}')
    return {"type": SIMPLE_TAGS[tag]}


def closed(opened: list[tuple[str, int, Entity]], tag: str, length: int, at: int) -> list[Entity]:
    """The entity that ends with this end tag: none when it would be empty."""
    if not opened:
        raise entity_error(f"Unexpected end tag at byte offset {at}")
    name, start, entity = opened.pop()
    if name != tag:
        raise entity_error(f'Unmatched end tag at byte offset {at}, expected "</{name}>", found "</{tag}>"')
    if not entity or length == start:
        return []
    return [{"type": entity["type"], "offset": start, "length": length - start, **entity}]
