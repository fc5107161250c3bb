"""Every table, declared once. Rows stay in this package; the rest of the program sees dataclasses."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from pydantic_core import from_json, to_json
from sqlalchemy import BigInteger, Boolean, Column, DateTime, Dialect, Index, Integer, LargeBinary, Text, false, text
from sqlalchemy.exc import DontWrapMixin
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import Field, SQLModel


class NaiveInstantError(ValueError, DontWrapMixin):
    """An instant without a time zone: on a host in another zone it is seven hours wrong without a sign of it."""

    def __init__(self) -> None:
        super().__init__("naive datetime: give it a time zone")


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant in UTC; SQLite keeps it as sortable ISO 8601 text, PostgreSQL as timestamptz.

    Refuses naive values.
    """

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Text on SQLite, timestamptz elsewhere."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(Text())
        return dialect.type_descriptor(DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """UTC on the way in; raises ValueError for a naive value."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise NaiveInstantError
        value = value.astimezone(UTC)
        return value.isoformat(timespec="microseconds") if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """UTC on the way out."""
        if value is None:
            return None
        return datetime.fromisoformat(value) if dialect.name == "sqlite" else value.astimezone(UTC)


class Json(TypeDecorator[Any]):
    """A JSON value kept as text on both databases: same bytes, no driver-specific wrapper."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:  # noqa: ARG002
        """Compact JSON text; keeps Vietnamese readable."""
        return to_json(value).decode()

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002
        """The value the text holds."""
        return from_json(value) if value else None


_BIG = BigInteger().with_variant(Integer(), "sqlite")

#: where rows go and something else still names them, their number is given to no other row, as PostgreSQL does anyway:
#: what is on its way, or a button long shown, would meet a stranger
_NEVER_AGAIN = {"sqlite_autoincrement": True}


def _id() -> Any:
    return Field(default=None, sa_column=Column(_BIG, primary_key=True, autoincrement=True))


def _at(*, nullable: bool = False, index: bool = False) -> Any:
    return Field(default=None, sa_column=Column(UtcDateTime(), nullable=nullable, index=index))


def _json(default: str = "{}") -> Any:
    return Field(default=None, sa_column=Column(Json(), nullable=False, server_default=text(f"'{default}'")))


def _big(*, index: bool = False, nullable: bool = False) -> Any:
    default = None if nullable else text("0")
    return Field(default=None, sa_column=Column(_BIG, nullable=nullable, server_default=default, index=index))


def _text() -> Any:
    return Field(default="", sa_column=Column(Text(), nullable=False, server_default=text("''")))


def _bytes() -> Any:
    return Field(default=None, sa_column=Column(LargeBinary(), nullable=True))


def _whether() -> Any:
    return Field(default=False, sa_column=Column(Boolean(), nullable=False, server_default=false()))


#: SQLite numbers the rows of such a table by no hidden count, which would tell in which order they came
_UNORDERED = {"sqlite_with_rowid": False}


def _index_of(name: str, rows: str, *columns: str) -> Index:
    """An index of the rows of which this is true: it stays small, and a statement has to say the same to use it."""
    return Index(name, *columns, sqlite_where=text(rows), postgresql_where=text(rows))


class Seen(SQLModel, table=True):
    """Ids of everything taken in, so that a redelivered update changes nothing."""

    __tablename__ = "seen"
    network: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    at: datetime = _at(index=True)


class FailedUpdate(SQLModel, table=True):
    """An update whose handler raised: kept whole with its traceback until it is retried."""

    __tablename__ = "failed_updates"
    __table_args__ = _NEVER_AGAIN
    id: int | None = _id()
    network: str
    incoming_id: str
    raw: str = _text()
    traceback: str = _text()
    at: datetime = _at()
    solved_at: datetime | None = _at(nullable=True)


class Person(SQLModel, table=True):
    """Somebody on one network, with the state of the private conversation.

    `name` and what is under the keys of `conversation` are sealed.
    `heard_at` is the day of their last word, where a messenger lets nobody be written to for ever. An account that is
    the `same_as` another person's is only a way to that one, who was last `at_network` and `at_chat`, or, with neither,
    at home.
    """

    __tablename__ = "people"
    __table_args__ = (
        Index("people_by_user", "network", "user_id", unique=True),
        Index("people_by_chat", "network", "chat_id"),
        _NEVER_AGAIN,
    )
    id: int | None = _id()
    network: str
    user_id: str
    chat_id: str = ""
    name: str = _text()
    language: str = ""
    consented_at: datetime | None = _at(nullable=True)
    notice_version: int = _big()
    restricted_at: datetime | None = _at(nullable=True)
    business_id: int = _big()
    blocked_at: datetime | None = _at(nullable=True)
    role: str = ""
    conversation: dict[str, Any] = _json()
    touched_at: datetime | None = _at(nullable=True, index=True)
    heard_at: datetime | None = _at(nullable=True)
    same_as: int = _big(index=True)
    at_network: str = _text()
    at_chat: str = _text()


class LinkCode(SQLModel, table=True):
    """A one-time code by which somebody shows that another account is theirs, too; only its hash is kept."""

    __tablename__ = "link_codes"
    hash: str = Field(primary_key=True)
    person_id: int = _big()
    expires_at: datetime = _at()
    used_at: datetime | None = _at(nullable=True)


class Business(SQLModel, table=True):
    """A firm, household business or cooperative; `name` is sealed, and in it the tax code, which is optional."""

    __tablename__ = "businesses"
    __table_args__ = _NEVER_AGAIN
    id: int | None = _id()
    name: str = _text()
    tax_code: str = Field(default="", index=True)
    created_at: datetime = _at()


class Representative(SQLModel, table=True):
    """Who has said they speak for which business; gives no right to see another person's cases."""

    __tablename__ = "representatives"
    person_id: int = Field(sa_column=Column(_BIG, primary_key=True))
    business_id: int = Field(sa_column=Column(_BIG, primary_key=True))
    since: datetime = _at()


_LISTED = ("deadline", "id", "state", "asked_at", "is_paused", "reopenings", "accepted_by", "filed_at", "topic")


class CaseRow(SQLModel, table=True):
    """The present state of a case, derived from its journal alone: what queries ask for, and in `rest` all else.

    `is_open` while somebody in government has it in hand, `is_paused` while its clock stands still; `due_at` is when
    the clock has next to look at it. `is_imported` where it comes from a list, and counts in no figure of ours.
    `is_held` while the task group keeps it beyond its time. Of one whose business hides, `rest` is sealed; what stands
    for `author`, `business` and `tax_code` can be compared and tells nothing. `came_by` is the network of its filing,
    "" of an anonymous one and where nobody knows.
    """

    __tablename__ = "cases"
    __table_args__ = (
        _index_of("cases_open", "is_open", *_LISTED),
        _index_of("cases_open_with", "is_open", "department", *_LISTED),
        Index("cases_filed_with", "department", "filed_at"),
        Index("cases_about", "topic", "filed_at"),
        Index("cases_lived", "ended_at", "filed_at", "id"),
        _index_of("cases_disputed", "dispute <> ''", "dispute", "id"),
        _index_of("cases_of_project", "project <> 0", "project", "filed_at"),
        _index_of("cases_imported", "is_imported", "id"),
        _index_of("cases_held", "is_held", "id"),
        _index_of("cases_named", "unmasked_at is not null", "unmasked_at", "filed_at", "id"),
    )
    id: int | None = _id()
    code: str = Field(unique=True)
    kind: str = _text()
    language: str = _text()
    department: str = Field(index=True)
    topic: str
    tier: str
    author: int = _big(index=True)
    business: int = _big()
    tax_code: str
    came_by: str = _text()
    state: str = Field(index=True)
    accepted_by: int = _big()
    reopenings: int = _big()
    outcome: str | None = None
    dispute: str = _text()
    project: int = _big()
    is_open: bool = _whether()
    is_paused: bool = _whether()
    is_imported: bool = _whether()
    is_held: bool = _whether()
    filed_at: datetime = _at(index=True)
    deadline: datetime | None = _at(nullable=True)
    asked_at: datetime | None = _at(nullable=True)
    answered_at: datetime | None = _at(nullable=True)
    reopened_at: datetime | None = _at(nullable=True)
    ended_at: datetime | None = _at(nullable=True)
    unmasked_at: datetime | None = _at(nullable=True)
    merged_into: int = _big(index=True)
    due_at: datetime | None = _at(nullable=True, index=True)
    rest: dict[str, Any] = _json()


class ImportedRow(SQLModel, table=True):
    """A petition of a list that was taken over: `key` is the same for it in every file, `state` for what it said."""

    __tablename__ = "imported"
    key: str = Field(primary_key=True)
    case_id: int = _big(index=True)
    state: str
    at: datetime = _at()


class KeptFigures(SQLModel, table=True):
    """What was counted of a period up to an instant, whole ("") or of a department; `version` says by which rules.

    `figures` and `groups` as JSON without zeros; `cases` are the numbers of the cases behind them.
    """

    __tablename__ = "kept_figures"
    period: str = Field(primary_key=True)
    until_at: datetime = Field(sa_column=Column(UtcDateTime(), primary_key=True))
    department: str = Field(primary_key=True)
    version: str
    figures: dict[str, Any] = _json()
    groups: dict[str, Any] = _json()
    cases: str = _text()
    at: datetime = _at()


class Searched(SQLModel, table=True):
    """What can be searched for: a case, or a published answer under minus its number, by its terms.

    See storage/knowledge/search.py. The database itself keeps an index over `words`, see the migration.
    """

    __tablename__ = "searched"
    __table_args__ = (Index("searched_on_shelf", "shelf", "id"),)
    id: int = Field(sa_column=Column(_BIG, primary_key=True, autoincrement=False))
    shelf: str
    words: str = _text()


class SearchTerm(SQLModel, table=True):
    """In about how many entries a term stands; counted on a sample."""

    __tablename__ = "search_terms"
    term: str = Field(primary_key=True)
    entries: int


class PublishedRow(SQLModel, table=True):
    """A question with its answer that everybody may read, until it is withdrawn."""

    __tablename__ = "published"
    __table_args__ = _NEVER_AGAIN
    id: int | None = _id()
    case_id: int = _big(index=True)
    question: str = _text()
    answer: str = _text()
    department: str
    topic: str
    language: str
    at: datetime = _at()
    withdrawn_at: datetime | None = _at(nullable=True)


class CannedRow(SQLModel, table=True):
    """A text that officers keep for the next time, by language; of a department, or ("") of the province."""

    __tablename__ = "canned"
    __table_args__ = _NEVER_AGAIN
    id: int | None = _id()
    owner: str = Field(index=True)
    title: str = _text()
    folded: str = _text()
    texts: dict[str, str] = _json()
    used: int
    by: str = _text()
    at: datetime = _at()
    removed_at: datetime | None = _at(nullable=True)


class Deflection(SQLModel, table=True):
    """A business found a published answer to be what it needed, and did not file; `undone` if it did after all."""

    __tablename__ = "deflections"
    id: int | None = _id()
    published_id: int = _big()
    person: int = _big()
    at: datetime = _at(index=True)
    undone: bool = False


class JournalRow(SQLModel, table=True):
    """One entry of a case's journal; never changed, never deleted.

    Who is meant (`identity`) and what was said (`words`) can be erased; the hash covers facts and commitments alone.
    `day` (UTC, the proleptic Gregorian ordinal) is when it was written: what a signed digest covers. 0: before there
    were any.
    """

    __tablename__ = "journal"
    __table_args__ = (
        _index_of("journal_passed_on", "move = 'transferred'", "at", "department"),
        Index("journal_in_time", "at", "case_id", "seq"),
        _UNORDERED,
    )
    case_id: int = Field(sa_column=Column(_BIG, primary_key=True))
    seq: int = Field(primary_key=True)
    at: datetime = _at()
    role: str
    department: str
    move: str
    facts: dict[str, Any] = _json()
    identity: str = _text()
    words: str = _text()
    identity_commitment: bytes | None = _bytes()
    words_commitment: bytes | None = _bytes()
    hash: str
    day: int = Field(default=0, sa_column=Column(Integer(), nullable=False, server_default=text("0")))


class Attachment(SQLModel, table=True):
    """A file somebody sent: `state` waiting → stored (then `sha256` names it on disk), refused or lost.

    Who sent it, what it was called and where it is fetched are sealed in `name`; `person` and `ref` tell it of none.

    Or (`cleaned_of` another) that file without what tells of its author: stored, or withheld where nobody can be sure.
    Of a `clean_only` one nothing else is ever kept than what cleaning leaves of it.
    """

    __tablename__ = "attachments"
    __table_args__ = _NEVER_AGAIN
    id: int | None = _id()
    network: str
    ref: str = Field(default="", sa_column=Column(Text(), nullable=False, server_default=text("''"), index=True))
    kind: str
    name: str = _text()
    mime: str = ""
    size: int = _big()
    state: str = "waiting"
    sha256: str = Field(default="", index=True)
    person: int = _big()
    cleaned_of: int = _big(index=True)
    clean_only: bool = False
    at: datetime = _at()


class FileChunk(SQLModel, table=True):
    """A piece of a file that lies in the database, not in a folder; `at` is the end of the day it was put."""

    __tablename__ = "file_chunks"
    name: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    content: bytes = Field(sa_column=Column(LargeBinary(), nullable=False))
    at: datetime = _at()


class MessageRow(SQLModel, table=True):
    """A message in a chat that belongs to something: a reply to it, or an edit of it, finds its case here.

    `note` is sealed; if the business of its case hides, the case stands in it, and `case_id` can only be compared.
    """

    __tablename__ = "messages"
    network: str = Field(primary_key=True)
    chat_id: str = Field(primary_key=True)
    message_id: str = Field(primary_key=True)
    case_id: int = _big(index=True)
    slot: str = ""
    note: dict[str, Any] = _json()
    at: datetime = _at()


class Slot(SQLModel, table=True):
    """The newest message of a named place in a chat (the card of a case, the summary of a draft)."""

    __tablename__ = "slots"
    network: str = Field(primary_key=True)
    chat_id: str = Field(primary_key=True)
    slot: str = Field(primary_key=True)
    message_id: str


class WritingRow(SQLModel, table=True):
    """What an officer was asked to write to a case, until it is written, taken back or half an hour has passed."""

    __tablename__ = "writing"
    person: int = Field(sa_column=Column(_BIG, primary_key=True, autoincrement=False))
    name: str = _text()
    case_id: int = _big(index=True)
    network: str
    chat_id: str
    verb: str
    extra: str = ""
    since: datetime = _at()


class ForumTopic(SQLModel, table=True):
    """The forum topic opened for a case in a group."""

    __tablename__ = "topics"
    network: str = Field(primary_key=True)
    chat_id: str = Field(primary_key=True)
    case_id: int = Field(sa_column=Column(_BIG, primary_key=True))
    thread: str = Field(index=True)


class OutboxRow(SQLModel, table=True):
    """A message to deliver: `state` waiting → sent, or given-up with its reason; `parts` of a long text sent so far.

    `urgency` and then `id` is its place among what waits for its chat. `notice` is sealed, and `case_id` says of a case
    whose business hides only that there is one.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("outbox_waiting", "state", "network", "chat_id", "urgency", "id"),
        _index_of("outbox_on_its_way", "state = 'waiting' and claimed_by <> ''", "network", "chat_id", "claimed_until"),
        _index_of("outbox_in_slot", "state = 'waiting' and slot <> ''", "network", "chat_id", "slot", "id"),
        _NEVER_AGAIN,
    )
    id: int | None = _id()
    network: str
    chat_id: str
    thread: str = ""
    language: str = "vi"
    notice: str = _text()
    kind: str
    urgency: int
    slot: str = ""
    case_id: int = _big()
    state: str = "waiting"
    not_before: datetime | None = _at(nullable=True)
    claimed_by: str = ""
    claimed_until: datetime | None = _at(nullable=True)
    attempts: int = 0
    parts: int = 0
    error: str = _text()
    at: datetime = _at()
    settled_at: datetime | None = _at(nullable=True, index=True)


class TokenRow(SQLModel, table=True):
    """By what right we write on a network that gives it for a while: `refresh`, good once, brings the next pair.

    `origin` marks the authorisation from which it follows, `claimed_until` that somebody renews it, `refused` why it
    cannot be renewed any more.
    """

    __tablename__ = "tokens"
    network: str = Field(primary_key=True)
    origin: str
    access: str = _text()
    refresh: str = _text()
    renewed_at: datetime | None = _at(nullable=True)
    expires_at: datetime | None = _at(nullable=True)
    claimed_until: datetime | None = _at(nullable=True)
    refused: str = _text()


class MainKey(SQLModel, table=True):
    """The name of a main key under which something here is sealed; what it names lies outside the database."""

    __tablename__ = "main_keys"
    id: str = Field(primary_key=True)
    at: datetime = _at()


class HeldNotice(SQLModel, table=True):
    """A notice to a group about an anonymous case that waits: until `due_at`, or without one for its author's word."""

    __tablename__ = "held_notices"
    __table_args__ = _UNORDERED
    case_id: int = Field(sa_column=Column(_BIG, primary_key=True))
    number: int = Field(primary_key=True)
    audience: str
    department: str = ""
    due_at: datetime | None = _at(nullable=True)
    notice: str = _text()


class Binding(SQLModel, table=True):
    """A group chat that speaks for a department, the task group or leadership."""

    __tablename__ = "bindings"
    network: str = Field(primary_key=True)
    chat_id: str = Field(primary_key=True)
    role: str
    department: str = Field(default="", index=True)
    title: str = _text()
    topics: bool = False
    trouble: str = ""
    bound_at: datetime = _at()
    bound_by: str = _text()
    used_at: datetime | None = _at(nullable=True)


class ReturnCode(SQLModel, table=True):
    """A private code that opens an anonymous case for whoever has it; only its hash is kept, and of times one day.

    That of the last visit ("" before the first), so that each visit can say when the last one was.
    """

    __tablename__ = "return_codes"
    __table_args__ = _UNORDERED
    hash: str = Field(primary_key=True)
    case_id: int = _big()
    visited_on: str = _text()


class ConsumerRow(SQLModel, table=True):
    """A program that may read statistics; only its token's hash is kept."""

    __tablename__ = "consumers"
    __table_args__ = _NEVER_AGAIN
    id: int | None = _id()
    name: str
    hash: str = Field(unique=True)
    scopes: list[str] = _json("[]")
    made_at: datetime = _at()
    used_at: datetime | None = _at(nullable=True)
    revoked_at: datetime | None = _at(nullable=True)


class BindCode(SQLModel, table=True):
    """A one-time code that binds a chat; only its hash is kept."""

    __tablename__ = "bind_codes"
    hash: str = Field(primary_key=True)
    role: str
    department: str = ""
    expires_at: datetime = _at()
    used_at: datetime | None = _at(nullable=True)


class BoardSession(SQLModel, table=True):
    """Who may look at the board until when: a link that waits to be used, or the session one has opened.

    Given out in a bound chat, it is worth something as long as that is bound as it was then; only the secret's hash is
    kept.
    """

    __tablename__ = "board_sessions"
    __table_args__ = (Index("board_sessions_of_chat", "network", "chat_id"),)
    hash: str = Field(primary_key=True)
    role: str
    department: str = ""
    network: str
    chat_id: str
    name: str = _text()
    is_link: bool = _whether()
    at: datetime = _at()
    until: datetime = _at(index=True)


class Counter(SQLModel, table=True):
    """Numbers given out one by one (the case codes of a year)."""

    __tablename__ = "counters"
    name: str = Field(primary_key=True)
    value: int


class JobRun(SQLModel, table=True):
    """A timed job's period, claimed by whoever runs it: each runs once."""

    __tablename__ = "job_runs"
    job: str = Field(primary_key=True)
    period: str = Field(primary_key=True)
    at: datetime = _at()


class AlarmRow(SQLModel, table=True):
    """Something that is wrong with the program just now, about what, since when, and when it was last seen to be so."""

    __tablename__ = "alarms"
    name: str = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    since: datetime = _at()
    seen_at: datetime = _at()


class ReminderRow(SQLModel, table=True):
    """A line of the next gathered message to an audience; gone once it is told."""

    __tablename__ = "reminders"
    id: int | None = _id()
    audience: str = Field(index=True)
    department: str = ""
    case_id: int = _big()
    what: str
    since: datetime = _at()
    deadline: datetime | None = _at(nullable=True)
    urgent: bool = False
    directive_id: int = _big()


class CasePlaces(SQLModel, table=True):
    """The communes a case's text names, looked up once by the job that counts like cases."""

    __tablename__ = "case_places"
    __table_args__ = _UNORDERED
    case_id: int = Field(sa_column=Column(_BIG, primary_key=True))
    places: list[str] = _json("[]")


class SignalRow(SQLModel, table=True):
    """Unusually many like cases, told once; `until_at` moves on while they stay unusual, `issue_id` 0 until opened."""

    __tablename__ = "signals"
    __table_args__ = (Index("signals_of_series", "kind", "key", "id"),)
    id: int | None = _id()
    kind: str
    key: str
    start_at: datetime = _at()
    end_at: datetime = _at()
    until_at: datetime = _at()
    cases: list[int] = _json("[]")
    businesses: int
    numbers: dict[str, Any] = _json()
    told_at: datetime = _at()
    issue_id: int = _big()


class IssueRow(SQLModel, table=True):
    """A systemic issue of the task group; `proposed_until` is how far later like cases have been proposed to it."""

    __tablename__ = "issues"
    id: int | None = _id()
    code: str = Field(unique=True)
    kind: str
    key: str
    signal_id: int = _big()
    opened_by: int = _big()
    opened_name: str = _text()
    opened_at: datetime = _at()
    proposed_until: datetime = _at()
    result: str = _text()
    closed_name: str = _text()
    closed_at: datetime | None = _at(nullable=True)


class IssueCase(SQLModel, table=True):
    """A case that belongs to a systemic issue."""

    __tablename__ = "issue_cases"
    issue_id: int = Field(sa_column=Column(_BIG, primary_key=True))
    case_id: int = Field(sa_column=Column(_BIG, primary_key=True, index=True))
    at: datetime = _at()


class ProjectRow(SQLModel, table=True):
    """An investment project of the province's list; `capital` in millions of đồng, `plain` its name without marks."""

    __tablename__ = "projects"
    __table_args__ = _NEVER_AGAIN
    id: int | None = _id()
    code: str = Field(unique=True)
    name: str = _text()
    investor: str = _text()
    tax_code: str = Field(index=True)
    place: str = _text()
    capital: int = _big()
    jobs: int = _big()
    state: str = _text()
    plain: str = Field(default="", sa_column=Column(Text(), nullable=False, server_default=text("''"), index=True))
    at: datetime = _at()


class DirectiveRow(SQLModel, table=True):
    """A directive as its entries leave it, or a draft without any; `due_at` is when the clock looks next."""

    __tablename__ = "directives"
    id: int | None = _id()
    code: str = Field(index=True)
    department: str = Field(index=True)
    standing: str = Field(index=True)
    case_id: int = _big(index=True)
    given_at: datetime | None = _at(nullable=True)
    ended_at: datetime | None = _at(nullable=True)
    due_at: datetime | None = _at(nullable=True, index=True)
    rest: dict[str, Any] = _json()


class DirectiveEntry(SQLModel, table=True):
    """One line of what happened to a directive; never changed, never deleted."""

    __tablename__ = "directive_entries"
    directive_id: int = Field(sa_column=Column(_BIG, primary_key=True))
    seq: int = Field(primary_key=True)
    at: datetime = _at()
    role: str
    person: int = _big()
    name: str = _text()
    department: str
    step: str
    facts: dict[str, Any] = _json()


class PageMessage(SQLModel, table=True):
    """A message shown on the web page; `rev` grows with every change, so a page can ask for what is new.

    One that leads to an anonymous case is removed at `gone_at`. No number is given twice: an open page would show the
    new message in the place of the one removed.
    """

    __tablename__ = "page_messages"
    __table_args__ = (Index("page_messages_news", "chat_id", "rev"), _NEVER_AGAIN)
    id: int | None = _id()
    chat_id: str
    rev: int = _big()
    mine: bool = False
    author: str = _text()
    text: str = _text()
    body: dict[str, Any] = _json()
    at: datetime = _at()
    gone_at: datetime | None = _at(nullable=True, index=True)


class PageSession(SQLModel, table=True):
    """Who holds which page: only the hash of the secret in the cookie or the private link is kept."""

    __tablename__ = "page_sessions"
    hash: str = Field(primary_key=True)
    role: str
    department: str = ""
    user_id: str
    name: str = _text()
    at: datetime = _at()
    used_at: datetime | None = _at(nullable=True)


class DataRequestRow(SQLModel, table=True):
    """What somebody asked about their own data; `case_id` alone, without a person, for whoever has only its code."""

    __tablename__ = "data_requests"
    __table_args__ = _NEVER_AGAIN
    id: int | None = _id()
    wish: str
    person: int = _big(index=True)
    case_id: int = _big(index=True)
    standing: str = Field(index=True)
    text: str = _text()
    asked_at: datetime = _at()
    answer_by: datetime = _at()
    carry_out_by: datetime = _at()
    answered_at: datetime | None = _at(nullable=True)
    ended_at: datetime | None = _at(nullable=True)
    is_extended: bool = _whether()
    seq: int


class DataRequestEntry(SQLModel, table=True):
    """One line of what happened to such a request; never changed. It holds no word of whoever asked."""

    __tablename__ = "data_request_entries"
    request_id: int = Field(sa_column=Column(_BIG, primary_key=True))
    seq: int = Field(primary_key=True)
    at: datetime = _at()
    role: str
    person: int = _big()
    name: str = _text()
    step: str
    reason: str = _text()


class Erasure(SQLModel, table=True):
    """That something was erased: ids and kinds, nothing of what it was; `token` tells this line from any other.

    The same lines stand in the ledger beside the database, which a restored one is brought up to.
    """

    __tablename__ = "erasures"
    __table_args__ = (Index("erasures_of", "what", "target", "kind", unique=True),)
    id: int | None = _id()
    token: str
    what: str
    target: int = _big()
    kind: str
    at: datetime = _at()


class Access(SQLModel, table=True):
    """Who saw who is behind which case: never changed, and read by leadership alone.

    `role` is "task-group", "business", "machine", or the key of the department that saw it.
    """

    __tablename__ = "accesses"
    __table_args__ = (Index("accesses_in_time", "at"),)
    id: int | None = _id()
    at: datetime = _at()
    role: str
    person: int = _big()
    name: str = _text()
    what: str
    case_id: int = _big(index=True)


class CatalogueChange(SQLModel, table=True):
    """What the task group changed in the province's catalogue: an entry's text before and after, and who wrote it."""

    __tablename__ = "catalogue_changes"
    __table_args__ = (Index("catalogue_changes_of", "entry", "key"),)
    id: int | None = _id()
    at: datetime = _at()
    by: str = _text()
    entry: str
    key: str
    before: str = _text()
    after: str = _text()
