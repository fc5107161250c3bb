"""What lists of cases ask for has columns: kind, language, who accepted, outcome, whether the clock stands still."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_LISTED = ["deadline", "id", "state", "asked_at", "is_paused", "reopenings", "accepted_by", "filed_at", "topic"]
_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_FROM_REST = {
    "sqlite": """
        update cases set kind = json_extract(rest, '$.kind'), language = json_extract(rest, '$.language'),
            accepted_by = json_extract(rest, '$.accepted_by'), reopenings = json_extract(rest, '$.reopenings'),
            outcome = json_extract(rest, '$.outcome'),
            is_open = state in ('accepted', 'asked', 'filed', 'reopened'),
            is_paused = asked_at is not null and json_extract(rest, '$.promise.unit') <> 'calendar_days'
                and (deadline is null or asked_at <= deadline)
    """,
    "postgresql": """
        update cases set kind = found.rest ->> 'kind', language = found.rest ->> 'language',
            accepted_by = (found.rest ->> 'accepted_by')::bigint, reopenings = (found.rest ->> 'reopenings')::bigint,
            outcome = found.rest ->> 'outcome',
            is_open = state in ('accepted', 'asked', 'filed', 'reopened'),
            is_paused = asked_at is not null and found.rest #>> '{promise,unit}' <> 'calendar_days'
                and (deadline is null or asked_at <= deadline)
        from (select id, rest::json as rest from cases) as found where found.id = cases.id
    """,
}
_INTO_REST = {
    "sqlite": """
        update cases set rest = json_set(rest, '$.kind', kind, '$.language', language, '$.accepted_by', accepted_by,
            '$.reopenings', reopenings, '$.outcome', outcome)
    """,
    "postgresql": """
        update cases set rest = (rest::jsonb || jsonb_build_object('kind', kind, 'language', language,
            'accepted_by', accepted_by, 'reopenings', reopenings, 'outcome', outcome))::text
    """,
}


def upgrade() -> None:
    """From `rest`, where the same facts stay until the case is next written."""
    for name in ("kind", "language"):
        op.add_column("cases", sa.Column(name, sa.Text(), nullable=False, server_default=sa.text("''")))
    for name in ("accepted_by", "reopenings"):
        op.add_column("cases", sa.Column(name, _BIG, nullable=False, server_default=sa.text("0")))
    op.add_column("cases", sa.Column("outcome", sa.String(), nullable=True))
    for name in ("is_open", "is_paused"):
        op.add_column("cases", sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute(_FROM_REST[op.get_bind().dialect.name])
    for name, columns in {"cases_open": _LISTED, "cases_open_with": ["department", *_LISTED]}.items():
        op.create_index(name, "cases", columns, sqlite_where=sa.text("is_open"), postgresql_where=sa.text("is_open"))
    op.create_index("cases_filed_with", "cases", ["department", "filed_at"])
    op.create_index("cases_about", "cases", ["topic", "filed_at"])


def downgrade() -> None:
    """As it was."""
    for name in ("cases_about", "cases_filed_with", "cases_open_with", "cases_open"):
        op.drop_index(name, "cases")
    op.execute(_INTO_REST[op.get_bind().dialect.name])
    with op.batch_alter_table("cases") as cases:
        for name in ("is_paused", "is_open", "outcome", "reopenings", "accepted_by", "language", "kind"):
            cases.drop_column(name)
