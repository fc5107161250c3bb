"""What goes wrong with the platform, and what its sources say differently."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Oddities:
    """What sources say differently of the platform, or what goes wrong with it; each as it is usual."""

    #: the documentation shows events wrapped as {"ok":…,"result":…}; webhooks have been seen to send them bare
    is_wrapped: bool = False
    #: the documentation's name; `photo_url` is what has been seen
    photo_field: str = "photo_url"
    #: events nobody asks for at that moment are lost (one report), or wait (nothing is documented)
    loses_unasked: bool = False
    #: seconds after which a webhook that failed is repeated; none is documented
    repeats_after: tuple[float, ...] = ()
    #: every webhook comes twice
    comes_twice: bool = False
    #: the secret sent with webhooks, when not the one that was set
    wrong_secret: str | None = None
    #: errors come with HTTP status 200 instead of their own
    errors_in_200: bool = False
    #: getWebhookInfo without a webhook: 404 (measured), or an empty url (documented)
    no_webhook_is_404: bool = True
    #: the plan: people served (others are not), and messages a month; whether received ones count is not said
    most_people: int = 10_000
    quota: int | None = None
    received_count: bool = False
    #: seconds the media server takes
    cdn_seconds: float = 0.0
    #: setWebhook refuses addresses of a private network, which every test's is
    refuses_private: bool = False
    #: the longest a getUpdates is held open
    longest_poll: float = 30.0


@dataclass(frozen=True, slots=True)
class Fault:
    """What the next call of a method gets: before it is carried out, or (`after`) once it was."""

    code: int
    description: str
    after: bool = False
    lost: bool = False
