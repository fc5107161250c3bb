"""Whether an event is Zalo's: every form that is told of the signature, and none that is not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.channels.zalo_oa.signature import Signature
from tests.wire.zalo_oa.oddities import Oddities
from tests.wire.zalo_oa.signing import signed

APP, SECRET = "360846524940903967", "a secret of the account"
EVENT = {"app_id": APP, "recipient": {"id": "388613"}, "event_name": "user_send_text", "timestamp": "154390853474"}
BODY = json.dumps(EVENT, indent=1).encode()


def headers(odd: Oddities, event: Mapping[str, Any] = EVENT, body: bytes = BODY) -> dict[str, str]:
    return {name.lower(): value for name, value in signed(odd, body, dict(event), APP, SECRET).items()}


def known(secret: str = SECRET, *, is_refused: bool = True) -> Signature:
    return Signature(APP, secret, is_refused=is_refused)


@pytest.mark.parametrize("first", ["app", "account"])
@pytest.mark.parametrize("time", ["body", "header"])
@pytest.mark.parametrize("is_bare", [False, True])
def test_each_form_that_is_told_is_known_by_its_name(first: str, time: str, is_bare: bool) -> None:  # noqa: FBT001
    found = known().variant(BODY, headers(Oddities(signed_first=first, signed_time=time, is_bare=is_bare)), EVENT)
    assert found == f"{first} and {time} time, {'bare' if is_bare else 'mac='}"


def test_a_follower_has_the_account_elsewhere() -> None:
    event = {"oa_id": "388613", "event_name": "follow", "timestamp": "154390853474"}
    body = json.dumps(event).encode()
    given = headers(Oddities(signed_first="account"), event, body)
    assert known().variant(body, given, event) == "account and body time, mac="


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"x-zevent-signature": ""},
        {"x-zevent-signature": "mac="},
        {"x-zevent-signature": "mac=ả"},
        headers(Oddities(wrong_secret="a guess")),
        headers(Oddities(wrong_secret="")),
        {"x-zevent-signature": headers(Oddities())["x-zevent-signature"][:-1]},
    ],
)
def test_nothing_else_is_let_in(given: dict[str, str]) -> None:
    assert not known().lets_in(BODY, given, EVENT)
    assert known(is_refused=False).lets_in(BODY, given, EVENT)


def test_another_body_or_time_is_not_what_was_signed() -> None:
    given = headers(Oddities())
    assert known().lets_in(BODY, given, EVENT)
    assert not known().lets_in(BODY + b" ", given, EVENT)
    assert not known().lets_in(BODY, given, {**EVENT, "timestamp": "154390853475"})


def test_which_form_matched_is_said_once_and_every_one_that_matches_none() -> None:
    signature = known(is_refused=False)
    with capture_logs() as said:
        for odd in (
            Oddities(),
            Oddities(),
            Oddities(is_bare=True),
            Oddities(wrong_secret="x"),
            Oddities(wrong_secret="x"),
        ):
            signature.lets_in(BODY, headers(odd), EVENT)
    told = [(each["variant"], each["log_level"], each["refused"]) for each in said]
    assert told == [
        ("app and body time, mac=", "info", False),
        ("app and body time, bare", "info", False),
        ("none", "warning", False),
        ("none", "warning", False),
    ]
    assert SECRET not in str(said)
