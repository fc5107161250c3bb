"""First tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.tables import Json, UtcDateTime

revision = "0001"
down_revision = None

#: what the tables of storage/tables.py cannot say: the index over `searched.words`, kept up by the database itself
_SEARCH_INDEX = {
    "sqlite": """
        create virtual table search_index using fts5(
            words, content='searched', content_rowid='id', detail=none,
            tokenize="unicode61 remove_diacritics 0 tokenchars '_-'"
        );;
        create trigger searched_in after insert on searched begin
            insert into search_index (rowid, words) values (new.id, new.words);
        end;;
        create trigger searched_out after delete on searched begin
            insert into search_index (search_index, rowid, words) values ('delete', old.id, old.words);
        end;;
        create trigger searched_changed after update on searched begin
            insert into search_index (search_index, rowid, words) values ('delete', old.id, old.words);
            insert into search_index (rowid, words) values (new.id, new.words);
        end
    """,
    "postgresql": """
        alter table searched add column lexemes tsvector
            generated always as (array_to_tsvector(string_to_array(words, ' '))) stored;;
        create index search_index on searched using gin (lexemes)
    """,
}


def upgrade() -> None:
    op.create_table(
        "attachments",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("network", sa.String(), nullable=False),
        sa.Column("ref", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("mime", sa.String(), nullable=False),
        sa.Column(
            "size", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default=sa.text("0"), nullable=False
        ),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column(
            "person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default=sa.text("0"), nullable=False
        ),
        sa.Column(
            "cleaned_of",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default=sa.text("0"),
            nullable=False,
        ),
        sa.Column("clean_only", sa.Boolean(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("attachments", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attachments_cleaned_of"), ["cleaned_of"], unique=False)
        batch_op.create_index(batch_op.f("ix_attachments_ref"), ["ref"], unique=False)
        batch_op.create_index(batch_op.f("ix_attachments_sha256"), ["sha256"], unique=False)
    op.create_table(
        "return_codes",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column(
            "case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default=sa.text("0"), nullable=False
        ),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_table(
        "bind_codes",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("used_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_table(
        "bindings",
        sa.Column("network", sa.String(), nullable=False),
        sa.Column("chat_id", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("topics", sa.Boolean(), nullable=False),
        sa.Column("trouble", sa.String(), nullable=False),
        sa.Column("bound_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("network", "chat_id"),
    )
    with op.batch_alter_table("bindings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bindings_department"), ["department"], unique=False)

    op.create_table(
        "businesses",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("tax_code", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("businesses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_businesses_tax_code"), ["tax_code"], unique=False)

    op.create_table(
        "cases",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("tier", sa.String(), nullable=False),
        sa.Column(
            "author", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default=sa.text("0"), nullable=False
        ),
        sa.Column("author_name", sa.Text(), server_default="", nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column(
            "business",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default=sa.text("0"),
            nullable=False,
        ),
        sa.Column("business_name", sa.Text(), server_default="", nullable=False),
        sa.Column("tax_code", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("files", Json(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("filed_at", UtcDateTime(), nullable=False),
        sa.Column("deadline", UtcDateTime(), nullable=True),
        sa.Column("promise", Json(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("agenda", Json(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("why", Json(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column(
            "accepted_by",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default=sa.text("0"),
            nullable=False,
        ),
        sa.Column("accepted_name", sa.Text(), server_default="", nullable=False),
        sa.Column("accepted_at", UtcDateTime(), nullable=True),
        sa.Column("first_word_at", UtcDateTime(), nullable=True),
        sa.Column("asked_at", UtcDateTime(), nullable=True),
        sa.Column("reply_by", UtcDateTime(), nullable=True),
        sa.Column("pauses", Json(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("extension_days", sa.Integer(), nullable=False),
        sa.Column("transfers", sa.Integer(), nullable=False),
        sa.Column("reopenings", sa.Integer(), nullable=False),
        sa.Column("reopened_at", UtcDateTime(), nullable=True),
        sa.Column("escalated_at", UtcDateTime(), nullable=True),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("answered_at", UtcDateTime(), nullable=True),
        sa.Column("answered_name", sa.Text(), server_default="", nullable=False),
        sa.Column("confirm_by", UtcDateTime(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("stars", sa.Integer(), nullable=False),
        sa.Column("comment", sa.Text(), server_default="", nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("reopen_until", UtcDateTime(), nullable=True),
        sa.Column("proposal", Json(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("parts", Json(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("together", Json(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("accused", Json(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("unmasked_at", UtcDateTime(), nullable=True),
        sa.Column("reached", sa.Boolean(), nullable=False),
        sa.Column(
            "merged_into",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default=sa.text("0"),
            nullable=False,
        ),
        sa.Column(
            "followers",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default=sa.text("0"),
            nullable=False,
        ),
        sa.Column("due_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
    )
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cases_author"), ["author"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_department"), ["department"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_due_at"), ["due_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_filed_at"), ["filed_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_merged_into"), ["merged_into"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_state"), ["state"], unique=False)

    op.create_table(
        "reminders",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column(
            "case_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default=sa.text("0"),
            nullable=False,
        ),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("deadline", UtcDateTime(), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("reminders", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reminders_audience"), ["audience"], unique=False)

    op.create_table(
        "case_places",
        sa.Column("case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("places", Json(), server_default=sa.text("'[]'"), nullable=False),
        sa.PrimaryKeyConstraint("case_id"),
    )
    op.create_table(
        "signals",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("start_at", UtcDateTime(), nullable=False),
        sa.Column("end_at", UtcDateTime(), nullable=False),
        sa.Column("until_at", UtcDateTime(), nullable=False),
        sa.Column("cases", Json(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("businesses", sa.Integer(), nullable=False),
        sa.Column("numbers", Json(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("told_at", UtcDateTime(), nullable=False),
        sa.Column(
            "issue_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default=sa.text("0"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("signals", schema=None) as batch_op:
        batch_op.create_index("signals_of_series", ["kind", "key", "id"], unique=False)

    op.create_table(
        "issues",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column(
            "signal_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default=sa.text("0"),
            nullable=False,
        ),
        sa.Column(
            "opened_by",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default=sa.text("0"),
            nullable=False,
        ),
        sa.Column("opened_name", sa.Text(), server_default="", nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.Column("proposed_until", UtcDateTime(), nullable=False),
        sa.Column("result", sa.Text(), server_default="", nullable=False),
        sa.Column("closed_name", sa.Text(), server_default="", nullable=False),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
    )
    op.create_table(
        "issue_cases",
        sa.Column("issue_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("issue_id", "case_id"),
    )
    with op.batch_alter_table("issue_cases", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_issue_cases_case_id"), ["case_id"], unique=False)

    op.create_table(
        "counters",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "failed_updates",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("network", sa.String(), nullable=False),
        sa.Column("incoming_id", sa.String(), nullable=False),
        sa.Column("raw", sa.Text(), server_default="", nullable=False),
        sa.Column("traceback", sa.Text(), server_default="", nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("solved_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "job_runs",
        sa.Column("job", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("job", "period"),
    )
    op.create_table(
        "journal",
        sa.Column("case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column(
            "person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default=sa.text("0"), nullable=False
        ),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("move", sa.String(), nullable=False),
        sa.Column("facts", Json(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "seq"),
    )
    op.create_table(
        "messages",
        sa.Column("network", sa.String(), nullable=False),
        sa.Column("chat_id", sa.String(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column(
            "case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default=sa.text("0"), nullable=False
        ),
        sa.Column("slot", sa.String(), nullable=False),
        sa.Column("prompt", sa.String(), nullable=False),
        sa.Column("note", Json(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("network", "chat_id", "message_id"),
    )
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_messages_case_id"), ["case_id"], unique=False)

    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("network", sa.String(), nullable=False),
        sa.Column("chat_id", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("notice", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("urgency", sa.Integer(), nullable=False),
        sa.Column("slot", sa.String(), nullable=False),
        sa.Column(
            "case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default=sa.text("0"), nullable=False
        ),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("not_before", UtcDateTime(), nullable=True),
        sa.Column("claimed_by", sa.String(), nullable=False),
        sa.Column("claimed_until", UtcDateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("parts", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), server_default="", nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outbox_settled_at"), ["settled_at"], unique=False)
        batch_op.create_index("outbox_waiting", ["state", "network", "chat_id", "claimed_by", "id"], unique=False)

    op.create_table(
        "page_messages",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("chat_id", sa.String(), nullable=False),
        sa.Column(
            "rev", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default=sa.text("0"), nullable=False
        ),
        sa.Column("mine", sa.Boolean(), nullable=False),
        sa.Column("author", sa.Text(), server_default="", nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("body", Json(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("gone_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("page_messages", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_page_messages_gone_at"), ["gone_at"], unique=False)
        batch_op.create_index("page_messages_news", ["chat_id", "rev"], unique=False)

    op.create_table(
        "page_sessions",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("network", sa.String(), nullable=False),
        sa.Column("user_id", sa.String(), nullable=False),
        sa.Column("chat_id", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("consented_at", UtcDateTime(), nullable=True),
        sa.Column(
            "business_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default=sa.text("0"),
            nullable=False,
        ),
        sa.Column("blocked_at", UtcDateTime(), nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("conversation", Json(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("touched_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_people_touched_at"), ["touched_at"], unique=False)
        batch_op.create_index("people_by_chat", ["network", "chat_id"], unique=False)
        batch_op.create_index("people_by_user", ["network", "user_id"], unique=True)

    op.create_table(
        "representatives",
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("business_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "business_id"),
    )
    op.create_table(
        "published",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column(
            "case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default=sa.text("0"), nullable=False
        ),
        sa.Column("question", sa.Text(), server_default="", nullable=False),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("department", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("withdrawn_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("published", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_published_case_id"), ["case_id"], unique=False)

    op.create_table(
        "deflections",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column(
            "published_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default=sa.text("0"),
            nullable=False,
        ),
        sa.Column(
            "person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), server_default=sa.text("0"), nullable=False
        ),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("deflections", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deflections_at"), ["at"], unique=False)

    op.create_table(
        "search_terms",
        sa.Column("term", sa.String(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("term"),
    )
    op.create_table(
        "searched",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("shelf", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("searched", schema=None) as batch_op:
        batch_op.create_index("searched_on_shelf", ["shelf", "id"], unique=False)

    for statement in _SEARCH_INDEX[op.get_bind().dialect.name].split(";;"):
        op.execute(statement)

    op.create_table(
        "seen",
        sa.Column("network", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("network", "id"),
    )
    with op.batch_alter_table("seen", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seen_at"), ["at"], unique=False)

    op.create_table(
        "slots",
        sa.Column("network", sa.String(), nullable=False),
        sa.Column("chat_id", sa.String(), nullable=False),
        sa.Column("slot", sa.String(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("network", "chat_id", "slot"),
    )
    op.create_table(
        "topics",
        sa.Column("network", sa.String(), nullable=False),
        sa.Column("chat_id", sa.String(), nullable=False),
        sa.Column("case_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("thread", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("network", "chat_id", "case_id"),
    )
    with op.batch_alter_table("topics", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_topics_thread"), ["thread"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("topics", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_topics_thread"))

    op.drop_table("topics")
    op.drop_table("slots")
    with op.batch_alter_table("seen", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_seen_at"))

    op.drop_table("seen")
    if op.get_bind().dialect.name == "sqlite":
        op.execute("drop table search_index")
    with op.batch_alter_table("searched", schema=None) as batch_op:
        batch_op.drop_index("searched_on_shelf")

    op.drop_table("searched")
    op.drop_table("search_terms")
    with op.batch_alter_table("deflections", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_deflections_at"))

    op.drop_table("deflections")
    with op.batch_alter_table("published", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_published_case_id"))

    op.drop_table("published")
    op.drop_table("representatives")
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_index("people_by_user")
        batch_op.drop_index("people_by_chat")
        batch_op.drop_index(batch_op.f("ix_people_touched_at"))

    op.drop_table("people")
    op.drop_table("page_sessions")
    with op.batch_alter_table("page_messages", schema=None) as batch_op:
        batch_op.drop_index("page_messages_news")
        batch_op.drop_index(batch_op.f("ix_page_messages_gone_at"))

    op.drop_table("page_messages")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index("outbox_waiting")
        batch_op.drop_index(batch_op.f("ix_outbox_settled_at"))

    op.drop_table("outbox")
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_messages_case_id"))

    op.drop_table("messages")
    op.drop_table("journal")
    op.drop_table("job_runs")
    op.drop_table("failed_updates")
    op.drop_table("counters")
    with op.batch_alter_table("issue_cases", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_issue_cases_case_id"))

    op.drop_table("issue_cases")
    op.drop_table("issues")
    with op.batch_alter_table("signals", schema=None) as batch_op:
        batch_op.drop_index("signals_of_series")

    op.drop_table("signals")
    op.drop_table("case_places")
    with op.batch_alter_table("reminders", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reminders_audience"))

    op.drop_table("reminders")
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cases_state"))
        batch_op.drop_index(batch_op.f("ix_cases_merged_into"))
        batch_op.drop_index(batch_op.f("ix_cases_filed_at"))
        batch_op.drop_index(batch_op.f("ix_cases_due_at"))
        batch_op.drop_index(batch_op.f("ix_cases_department"))
        batch_op.drop_index(batch_op.f("ix_cases_author"))

    op.drop_table("cases")
    with op.batch_alter_table("businesses", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_businesses_tax_code"))

    op.drop_table("businesses")
    with op.batch_alter_table("bindings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bindings_department"))

    op.drop_table("bindings")
    op.drop_table("bind_codes")
    op.drop_table("return_codes")
    with op.batch_alter_table("attachments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attachments_sha256"))
        batch_op.drop_index(batch_op.f("ix_attachments_ref"))
        batch_op.drop_index(batch_op.f("ix_attachments_cleaned_of"))
    op.drop_table("attachments")
