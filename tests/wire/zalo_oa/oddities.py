"""What sources say differently of an Official Account, or what goes wrong with it; each as it is usual."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(slots=True)
class Oddities:
    """Which of the ways it is said to behave it behaves in."""

    #: what stands in front of the signed body: the app's number (documented), or the account's (some threads)
    signed_first: str = "app"
    #: where the signed time is: in the body (documented), or in a header (one client)
    signed_time: str = "body"
    #: the signature without `mac=` before it (one client)
    is_bare: bool = False
    #: the secret it is signed with, when not the one that was agreed
    wrong_secret: str | None = None
    #: timestamps in seconds instead of milliseconds (one client)
    in_seconds: bool = False
    #: every webhook comes twice, and after how many seconds one is repeated that was not answered with 200
    comes_twice: bool = False
    repeats_after: tuple[float, ...] = ()
    #: where a group's id stands: "group_id" or "id" of the recipient, or "conversation_id" of the message
    group_id_at: str = "group_id"
    #: a reply carries what it answers (two hobby bots), or nothing
    quotes: bool = True
    #: `expires_in` of a token: a text of 25 hours (four sources), or an hour (one)
    expires_in: str = "90000"
    #: what a bad access token, and a used or old refresh token, are refused with; each is one of a family
    access_error: int = -216
    refresh_error: int = -14014
    #: an access token before the newest works no more
    only_newest: bool = False
    #: the next renewals: carried out, but their answer is lost; or the login server is in trouble
    lost_renewals: int = 0
    failing_renewals: int = 0
    #: how long a renewal takes
    login_seconds: float = 0.0
    #: buttons without a `template_type` are refused (not settled)
    wants_template_type: bool = False
    #: requests a minute, and paid messages a month; None for any number
    per_minute: int | None = None
    paid: int | None = None
    #: so long after somebody's last word a message is free, then paid, then refused
    free: timedelta = timedelta(hours=48)
    window: timedelta = timedelta(days=7)
    #: the number out of the window is refused with: both are told
    window_error: int = -230
