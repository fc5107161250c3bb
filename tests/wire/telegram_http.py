"""HTTP in and out: what a request carries, and the answer's bytes."""

from __future__ import annotations

import json
import re
import socket
import struct
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, unquote

from aiohttp import web

from .telegram_feed import compact
from .telegram_world import ApiError, Payload

MAX_BODY = 64 * 1024 * 1024
NESTED = frozenset(
    {
        "allowed_updates",
        "caption_entities",
        "commands",
        "entities",
        "ephemeral_message_parameters",
        "link_preview_options",
        "media",
        "reaction",
        "reply_markup",
        "reply_parameters",
        "scope",
        "suggested_post_parameters",
    }
)
NAME = re.compile(rb'\bname="([^"]*)"')
FILENAME = re.compile(rb'filename="([^"]*)"')
FILENAME_UTF8 = re.compile(rb"filename\*=(?:utf-8|UTF-8)''([^;\r\n]+)")
PART_TYPE = re.compile(rb"content-type:\s*([^\r\n;]+)", re.IGNORECASE)


class Upload(NamedTuple):
    """One file of a multipart request."""

    name: str
    content: bytes
    mime_type: str | None


async def read_request(request: web.BaseRequest) -> tuple[Payload, dict[str, Upload]]:
    """The parameters and files of a request, from its query and its body whatever its encoding."""
    params: Payload = {}
    _, _, query = request.raw_path.partition("?")
    if query:
        params.update(parse_qsl(query, keep_blank_values=True))
    uploads: dict[str, Upload] = {}
    if request.body_exists:
        body = await request.read()
        kind = request.headers.get("Content-Type", "")
        if kind.startswith("application/json"):
            params.update(read_json(body))
        elif kind.startswith("multipart/form-data"):
            fields, uploads = read_multipart(body, kind)
            params.update(fields)
        else:
            params.update(parse_qsl(body.decode(), keep_blank_values=True))
    for name in NESTED & params.keys():
        if isinstance(params[name], str):
            params[name] = read_nested(name, params[name])
    return params, uploads


def read_json(body: bytes) -> Payload:
    """The object in a JSON body; raises 400 when it is none."""
    try:
        value = json.loads(body) if body else {}
    except ValueError as error:
        raise ApiError(400, "Bad Request: can't parse JSON object") from error
    if not isinstance(value, dict):
        raise ApiError(400, "Bad Request: object expected as POST request body")
    return {name: item for name, item in value.items() if item is not None}


def read_nested(name: str, text: str) -> Any:
    """The JSON inside a form field; raises 400 when it cannot be read."""
    if not text:
        return None
    try:
        return json.loads(text)
    except ValueError as error:
        raise ApiError(400, f"Bad Request: can't parse {name.replace('_', ' ')} JSON object") from error


def read_multipart(body: bytes, content_type: str) -> tuple[Payload, dict[str, Upload]]:
    """The fields and files of a multipart body."""
    match = re.search(r'boundary="?([^";,]+)"?', content_type)
    if not match:
        raise ApiError(400, "Bad Request: boundary missing in multipart body")
    fields: Payload = {}
    uploads: dict[str, Upload] = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + match[1].encode())[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        name = NAME.search(head)
        if not name:
            continue
        filename = FILENAME_UTF8.search(head) or FILENAME.search(head)
        if filename:
            kind = PART_TYPE.search(head)
            uploads[name[1].decode()] = Upload(
                unquote(filename[1].decode()), content, kind[1].decode().strip() if kind else None
            )
        else:
            fields[name[1].decode()] = content.decode()
    return fields, uploads


def answer_ok(result: bytes) -> web.Response:
    """The envelope of a success."""
    return web.Response(body=b'{"ok":true,"result":' + result + b"}", content_type="application/json")


def answer_error(error: ApiError) -> web.Response:
    """The envelope of a refusal; 502 is the HTML page of a gateway, as in life."""
    if error.code == 502:
        page = "<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>"
        return web.Response(status=502, text=page, content_type="text/html")
    return web.Response(status=error.code, body=compact(error.envelope()), content_type="application/json")


def reset(request: web.BaseRequest) -> None:
    """Cuts the connection so that the client sees a reset instead of an answer."""
    transport = request.transport
    if transport is None:
        return
    raw = transport.get_extra_info("socket")
    if raw is not None:
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()
