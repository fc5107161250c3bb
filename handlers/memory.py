"""What the bot remembers of one person's conversation: a typed thing here, one JSON in their row.

Nothing else reads what is stored. A field that is as it was at the beginning is not stored at all, so that an absent
key says that nothing is going on (`storage.people` finds drafts and visits by their keys).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

import structlog
from pydantic import TypeAdapter, ValidationError

from domain.case.draft import Draft
from domain.messages import FileKind, Upload
from storage import people
from storage.database import Tx
from storage.people import Individual

log = structlog.get_logger()


class Step(StrEnum):
    """What the bot has asked for last."""

    NOTHING = ""
    CONSENT = "consent"
    BUSINESS = "business"
    DRAFT = "draft"
    REWRITE = "rewrite"
    WHERE = "where"
    ADD = "add"
    APPEAL = "appeal"
    STARS = "stars"
    COMMENT = "comment"
    DATA = "data"


class Awaited(NamedTuple):
    """What a step waits for, whether a typed number or name may mean a choice offered last, and where it leads."""

    what: str
    choices: bool
    leads_to: frozenset[Step]


_FREE = frozenset({Step.NOTHING})
#: step → what comes next; a tap on an older button may lead anywhere, so this tells the usual way
AWAITED: Mapping[Step, Awaited] = {
    Step.NOTHING: Awaited("anything: a new matter, or more on an old one", choices=True, leads_to=frozenset(Step)),
    Step.CONSENT: Awaited("yes or no to the privacy notice", choices=True, leads_to=frozenset({Step.BUSINESS}) | _FREE),
    Step.BUSINESS: Awaited("for whom the person speaks", choices=True, leads_to=frozenset({Step.DRAFT}) | _FREE),
    Step.DRAFT: Awaited(
        "sending, changing or dropping the draft, or more of it",
        choices=True,
        leads_to=frozenset({Step.BUSINESS, Step.REWRITE}) | _FREE,
    ),
    Step.REWRITE: Awaited("other words for the draft", choices=True, leads_to=frozenset({Step.DRAFT})),
    Step.WHERE: Awaited(
        "whether held words are a new matter or belong to a case",
        choices=True,
        leads_to=frozenset({Step.BUSINESS, Step.DRAFT}) | _FREE,
    ),
    Step.ADD: Awaited("words for a case", choices=False, leads_to=frozenset({Step.WHERE}) | _FREE),
    Step.APPEAL: Awaited("what is still missing in an answer", choices=True, leads_to=_FREE),
    Step.STARS: Awaited("one to five stars", choices=True, leads_to=frozenset({Step.COMMENT})),
    Step.COMMENT: Awaited("a sentence with the stars", choices=False, leads_to=_FREE),
    Step.DATA: Awaited("the right name or firm, or what somebody objects to", choices=False, leads_to=_FREE),
}


class Offered(NamedTuple):
    """A choice that may be typed: the data of its button, and what it is called."""

    data: str
    label: str


class Album(NamedTuple):
    """The album a message belongs to, and the case its parts go to (0: the draft)."""

    album: str
    case: int


@dataclass(slots=True)
class Held:
    """Words and files that wait until it is said where they belong; `texts` by the message they came in.

    With a `case` they belong there, and it is waited for that their author has seen how they are read; `appeals` where
    they say what is missing in its answer.
    """

    texts: dict[str, str] = field(default_factory=dict)
    files: list[int] = field(default_factory=list)
    album: str = ""
    case: int = 0
    appeals: bool = False


@dataclass(slots=True)
class Early:
    """A message sent before the consent: kept here alone, nothing of it downloaded."""

    id: str
    text: str
    files: list[Upload] = field(default_factory=list)
    album: str = ""


@dataclass(slots=True)
class Suggested:
    """What was offered beside the draft begun at `begun`: published answers and own cases, each once."""

    begun: str
    known: list[int] = field(default_factory=list)
    own: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Settled:
    """A draft that a published answer made needless; for a day it can still be sent."""

    draft: Draft
    at: datetime
    deflection: int


@dataclass(slots=True)
class Visit:
    """A visit to an anonymous case: which, when the last word fell, and what is remembered for as long as it lasts."""

    case: int
    since: datetime
    talk: Conversation


@dataclass(frozen=True, slots=True)
class Keeping:
    """A private code told at `since`, its last group to be typed back: then its case goes on, at `due` or at once."""

    case: int
    tail: str
    due: datetime | None
    since: datetime
    reminded: bool = False


@dataclass(frozen=True, slots=True)
class Joining:
    """Whoever's linking code was typed here, and until when a yes links this account to them."""

    person: int
    until: datetime


@dataclass(slots=True)
class GroupHeld:
    """An officer's words that wait in a group until it is said what they are."""

    case: int
    chat: str
    message: str


@dataclass(slots=True)
class Looking:
    """What an officer looks for in a chat: words, cases like a case, or a view of the open cases."""

    chat: str
    words: str = ""
    case: int = 0
    view: str = ""


class GroupAlbum(NamedTuple):
    """The album an officer sends to a case, and as what."""

    album: str
    case: int
    verb: str


@dataclass(slots=True)
class Conversation:
    """Where things stand with one person. Changed in place while a turn is handled, then kept with them.

    `since` is when the step began (for a comment), or when the first word before the consent came. `passed` is the case
    to which adding has been offered for what is written now. `aside` is the draft that waits
    while a request about personal data is written. `firm` is the name that came with a wrong
    code. `leaving` once a chat of the page has filed anonymously and nothing of its own.
    `wish` is what is asked about their data while its words are awaited, `called` the name they had corrected,
    `noticed` the version of the notice they were told is new.
    `language_guessed` while the language is only the one their messenger is set to.
    """

    step: Step = Step.NOTHING
    case: int = 0
    since: datetime | None = None
    choices: list[Offered] = field(default_factory=list)
    album: Album | None = None
    language_guessed: bool = False
    before: list[Early] = field(default_factory=list)
    no_business: bool = False
    firm: str = ""
    draft: Draft | None = None
    aside: Draft | None = None
    held: Held | None = None
    offered: Suggested | None = None
    passed: int = 0
    settled: Settled | None = None
    guest: Visit | None = None
    group_held: GroupHeld | None = None
    group_album: GroupAlbum | None = None
    looking: Looking | None = None
    leaving: bool = False
    wish: str = ""
    called: str = ""
    noticed: int = 0
    keeping: Keeping | None = None
    joining: Joining | None = None

    def all_files(self) -> tuple[int, ...]:
        """Every attachment that waits here and belongs to no case yet."""
        drafts = (self.draft, self.aside, self.settled.draft if self.settled else None)
        held = self.held.files if self.held else []
        return (*(file for draft in drafts if draft for file in draft.files), *held)

    def first_written(self) -> str:
        """The message with which began what waits here and belongs to no case yet; "0" for none."""
        return (self.draft.first if self.draft else next(iter(self.held.texts), "") if self.held else "") or "0"

    def awaits(self, step: Step, case: int = 0, since: datetime | None = None) -> None:
        """From now on this is what the bot has asked for, about this case."""
        self.step, self.case, self.since = step, case or self.case, since or self.since

    def answered(self) -> None:
        """What was asked for has come: nothing is awaited any more."""
        self.forget("step", "case", "choices")

    def forget(self, *names: str) -> None:
        """These are as at the beginning; without names, everything is."""
        fresh = Conversation()
        for name in names or [each.name for each in fields(Conversation)]:
            setattr(self, name, getattr(fresh, name))


_STORED = TypeAdapter(Conversation)


def of(person: Individual) -> Conversation:
    """Where things stand with this person, as a thing of its own: `keep` writes it back."""
    return read(person.conversation)


def read(stored: dict[str, Any]) -> Conversation:
    """The conversation a row holds, also one an older version wrote; an unreadable one begins anew."""
    if not stored:
        return Conversation()
    try:
        return _STORED.validate_python(_as_today(stored))
    except ValidationError as error:
        # the fields alone: what stands in them is personal
        log.warning("memory.unreadable", fields=[".".join(map(str, each["loc"])) for each in error.errors()])
        return Conversation()


def written(talk: Conversation) -> dict[str, Any]:
    """The conversation as a row holds it."""
    return _STORED.dump_python(talk, mode="json", exclude_defaults=True)  # type: ignore[no-any-return]


def keep(tx: Tx, person: Individual, talk: Conversation) -> None:
    """Write the person back, with where things stand."""
    person.conversation = written(talk)
    people.save(tx, person)


#: names that the first version wrote otherwise
_RENAMED = {"language-guessed": "language_guessed", "group-held": "group_held", "group-album": "group_album"}


def _as_today(stored: dict[str, Any]) -> dict[str, Any]:
    """The same under today's names; what was attached before the consent was a list of plain values."""
    today = {_RENAMED.get(name, name): value for name, value in stored.items() if value is not None}
    today["before"] = [
        {**each, "files": [_upload(file) for file in each.get("files", ())]} for each in today.get("before", ())
    ]
    if "guest" in today:
        today["guest"] = {**today["guest"], "talk": _as_today(today["guest"].get("talk", {}))}
    return today


def _upload(file: Any) -> Any:
    if not isinstance(file, list):
        return file
    kind, *rest = file
    return Upload(FileKind(kind), *rest)
