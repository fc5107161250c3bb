"""What the account's API says no with: a number inside an answer with HTTP status 200."""

from __future__ import annotations

import json
from typing import Any

from bot.channels.base import Reason, SendError

#: the access token is no good (any more): one family, whichever of them comes
WRONG_ACCESS = {-216, 216, 401, -401, -220}
#: the refresh token is no good any more
WRONG_REFRESH = {-14014, -118}
TOO_FAST, OVER_QUOTA, RECIPIENT_OVER_QUOTA = -32, -211, -218
#: the message is not one they take: too few words, a button they do not know
WRONG_MESSAGE = {-201, -233}
_OUT_OF_WINDOW = {-230, -232}
#: not a follower, asleep for 45 days, does not want such messages
_BLOCKED = {-213, -227, -244}
_TOO_LONG, _GROUP_ENDED = -210, -237
#: the account is off, not verified, or its package ended: somebody has to see to it, and nothing is lost meanwhile
_ACCOUNT = {-204, -205, -221, -224}
_SERVER_ERROR = 500

FAST_PAUSE, TOKEN_PAUSE, QUOTA_PAUSE, ACCOUNT_PAUSE = 15.0, 60.0, 300.0, 300.0


def result(call: str, status: int, body: bytes) -> dict[str, Any]:
    """What stands in an answer; its `error` counts, whatever the HTTP status is. Raises SendError."""
    try:
        answer = json.loads(body)
    except ValueError:
        answer = None
    if not isinstance(answer, dict) or (status >= _SERVER_ERROR and "error" not in answer):
        raise SendError(f"{call}: HTTP {status}, and no answer of Zalo's", permanent=False)
    code = answer.get("error", 0)
    if code == 0 and status < 400:  # noqa: PLR2004  HTTP's own number
        return answer
    said = answer.get("message") or answer.get("error_description") or ""
    code = code if isinstance(code, int) and code else status
    raise refusal(f"{call}: {code} {said}"[:300], code)


def refusal(text: str, code: int) -> SendError:
    """The refusal as delivery understands it; `detail` is their number."""
    reason, wait = _waits(code)
    if wait:
        return SendError(text, permanent=False, retry_after=wait, reason=reason, detail=str(code))
    if code >= _SERVER_ERROR:
        return SendError(text, permanent=False, detail=str(code))
    return SendError(text, permanent=True, reason=_for_good(code), detail=str(code))


def _waits(code: int) -> tuple[Reason, float]:
    """The reason and the seconds to wait of a refusal that passes; 0 seconds for one that does not."""
    if code in WRONG_ACCESS:
        return Reason.WRONG_TOKEN, TOKEN_PAUSE
    if code == TOO_FAST:
        return Reason.OTHER, FAST_PAUSE
    if code in {OVER_QUOTA, RECIPIENT_OVER_QUOTA}:
        return Reason.QUOTA, QUOTA_PAUSE
    return Reason.OTHER, ACCOUNT_PAUSE if code in _ACCOUNT else 0


def _for_good(code: int) -> Reason:
    if code in _OUT_OF_WINDOW:
        return Reason.WINDOW
    if code in WRONG_REFRESH:
        return Reason.WRONG_TOKEN
    return Reason.BLOCKED if code in _BLOCKED else Reason.OTHER
