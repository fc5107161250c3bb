"""python-telegram-bot's calls over one keep-alive aiohttp session: a fifth of the CPU that its own httpx takes."""

from __future__ import annotations

import json
import os
from io import BytesIO
from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

#: the library's own switch: waits are timedeltas, without a warning at each of them
os.environ.setdefault("PTB_TIMEDELTA", "true")

USUAL_SECONDS = 30.0
UPLOAD_SECONDS = 120.0
#: how an answer begins that says yes
_YES = b'{"ok":true,'
#: refusals that the library has an error of its own for
_KNOWN = {400, 401, 403, 404, 409, 429}
_OK = 200
_BAD_REQUEST = 400
_SERVER_ERROR = 500
_JSON = {"Content-Type": "application/json"}


class AiohttpRequest(BaseRequest):
    """One HTTP session for every call; the texts of its errors never hold an address, which holds the token."""

    def __init__(self, proxy: str = "") -> None:
        self._proxy = proxy or None
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds that a call may take when nobody says otherwise."""
        return USUAL_SECONDS

    async def initialize(self) -> None:
        """The session begins with the first call."""

    async def shutdown(self) -> None:
        """End the session."""
        if self._session is not None:
            await self._session.close()

    def _http(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=64, keepalive_timeout=60)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        return self._session

    async def do_request(  # noqa: PLR0913  the library's own signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """One call; raises TimedOut or NetworkError when no answer of the Bot API comes back."""
        has_files = request_data is not None and request_data.contains_files
        seconds = UPLOAD_SECONDS if has_files else USUAL_SECONDS
        if read_timeout is not BaseRequest.DEFAULT_NONE:
            seconds = read_timeout
        try:
            async with self._http().request(
                method,
                url,
                data=_body(request_data),
                headers=None if has_files else _JSON,
                proxy=self._proxy,
                timeout=aiohttp.ClientTimeout(total=seconds),
            ) as response:
                status, payload = response.status, await response.read()
        except (aiohttp.ClientError, OSError) as error:
            raise _lost(error) from None
        is_plain = status == _OK and payload.startswith(_YES)
        return (status if is_plain else _code(status, payload)), payload

    async def download(self, url: str, largest: int) -> bytes | None:
        """The bytes at an address, or None when they are more than `largest`; raises as `do_request` does."""
        timeout = aiohttp.ClientTimeout(total=UPLOAD_SECONDS)
        try:
            async with self._http().get(url, proxy=self._proxy, timeout=timeout) as response:
                if not response.ok:
                    raise NetworkError(f"HTTP {response.status}")
                content = bytearray()
                async for piece in response.content.iter_any():
                    content += piece
                    if len(content) > largest:
                        return None
        except (aiohttp.ClientError, OSError) as error:
            raise _lost(error) from None
        return bytes(content)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as an object; raises NetworkError for one that breaks off, or is somebody else's."""
        try:
            answer = json.loads(payload)
        except ValueError:  # also bytes that are no UTF-8
            answer = None
        if not isinstance(answer, dict):
            raise NetworkError("an answer that breaks off, or is none of the Bot API")
        return answer


def _body(call: RequestData | None) -> bytes | aiohttp.FormData | None:
    """JSON encoded once, or a form where there are files."""
    if call is None:
        return None
    if not call.contains_files:
        return json.dumps(call.parameters, ensure_ascii=False, separators=(",", ":")).encode()
    form = aiohttp.FormData()
    for name, value in call.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in call.multipart_data.items():
        # as a stream: large bytes would be written in one go, while every other chat waits
        stream = BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=filename, content_type=mime)
    return form


def _lost(error: Exception) -> NetworkError:
    name = type(error).__name__
    return TimedOut(name) if isinstance(error, TimeoutError) else NetworkError(name)


def _code(status: int, payload: bytes) -> int:
    """The code of the Bot API's refusal; raises NetworkError for anybody else's answer, a proxy's perhaps: it passes.

    The library takes a refusal it has no error for (413, too large) for one that passes; to us it is a bad request.
    """
    try:
        answer = json.loads(payload)
    except ValueError:
        answer = None
    if not isinstance(answer, dict) or not {"result", "error_code"} & answer.keys():
        raise NetworkError(f"HTTP {status}, and no answer of the Bot API")
    code = int(answer.get("error_code", status))
    return _BAD_REQUEST if _BAD_REQUEST <= code < _SERVER_ERROR and code not in _KNOWN else code
