"""Words and names lie apart from the hash chain, with a commitment each: all journals are chained anew.

Nothing of the old hashes stays, for they were made of plain words and names. On the way down they are made as they were;
what was erased stays erased.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import UTC
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

from domain.case import apart, confidentiality
from domain.case.case import Actor, Case, Entry, Move, Role, Tier
from domain.case.history import apply
from domain.messages import ERASED
from storage.tables import Json, UtcDateTime

revision = "0017"
down_revision = "0016"

#: cases chained anew at once
BATCH = 200
START = "0" * 64
#: in place of what was erased, for who knows no better
TOLD = "(đã xoá)"
_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_ROW: dict[str, Any] = {
    "case_id": _BIG,
    "seq": sa.Integer(),
    "at": UtcDateTime(),
    "role": sa.String(),
    "person": _BIG,
    "name": sa.Text(),
    "department": sa.String(),
    "move": sa.String(),
    "facts": Json(),
    "identity": sa.Text(),
    "words": sa.Text(),
    "identity_commitment": sa.LargeBinary(),
    "words_commitment": sa.LargeBinary(),
    "hash": sa.String(),
}
_JOURNAL = sa.table("journal", *(sa.column(name, kind) for name, kind in _ROW.items()))
_PEOPLE = sa.table("people", sa.column("id", _BIG), sa.column("network", sa.String()))
_CASES = sa.table("cases", sa.column("rest", sa.Text()), sa.column("tax_code", sa.String()))
_UNORDERED = {"sqlite_with_rowid": False}
Row = dict[str, Any]


def upgrade() -> None:
    """Each entry is taken apart as a new one is written."""
    with op.batch_alter_table("journal", table_kwargs=_UNORDERED) as journal:
        for name in ("identity", "words"):
            journal.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=sa.text("''")))
        for name in ("identity_commitment", "words_commitment"):
            journal.add_column(sa.Column(name, sa.LargeBinary(), nullable=True))
    networks = _networks()
    _chain_anew(lambda rows: _taken_apart(rows, networks), _new_link)
    with op.batch_alter_table("journal", table_kwargs=_UNORDERED) as journal:
        journal.drop_column("person")
        journal.drop_column("name")


def downgrade() -> None:
    """Put together again; that something was erased becomes a note, and what was is told in words."""
    with op.batch_alter_table("journal", table_kwargs=_UNORDERED) as journal:
        journal.add_column(sa.Column("person", _BIG, nullable=False, server_default=sa.text("0")))
        journal.add_column(sa.Column("name", sa.Text(), nullable=False, server_default=sa.text("''")))
    _chain_anew(_put_together, _old_link)
    for column in (_CASES.c.rest, _CASES.c.tax_code):
        op.execute(sa.update(_CASES).values({column: sa.func.replace(column, ERASED, TOLD)}))
    with op.batch_alter_table("journal", table_kwargs=_UNORDERED) as journal:
        for name in ("identity", "words", "identity_commitment", "words_commitment"):
            journal.drop_column(name)


def _chain_anew(change: Callable[[list[Row]], Iterator[Row]], link: Callable[[str, Row], str]) -> None:
    connection = op.get_bind()
    here = (_JOURNAL.c.case_id == sa.bindparam("of_case"), _JOURNAL.c.seq == sa.bindparam("number"))
    for journals in _journals(connection):
        changed = [each for rows in journals for each in _chained(change(rows), link)]
        columns: dict[str, Any] = {name: sa.bindparam(name) for name in changed[0] if name not in {"of_case", "number"}}
        connection.execute(sa.update(_JOURNAL).where(*here).values(columns), changed)


def _chained(rows: Iterator[Row], link: Callable[[str, Row], str]) -> Iterator[Row]:
    previous = START
    for row in rows:
        previous = link(previous, row)
        key = {"of_case": row.pop("case_id"), "number": row.pop("seq")}
        yield {**key, **row, "hash": previous}


def _journals(connection: sa.Connection) -> Iterator[list[list[Row]]]:
    """Every case's entries, a batch of cases at a time, so that a million of them need no memory."""
    present = {column["name"] for column in sa.inspect(connection).get_columns("journal")}
    columns = [column for column in _JOURNAL.c if column.name in present]
    last = -1
    while True:
        after = sa.select(_JOURNAL.c.case_id).where(_JOURNAL.c.case_id > last).distinct()
        numbers = [row[0] for row in connection.execute(after.order_by(_JOURNAL.c.case_id).limit(BATCH))]
        if not numbers:
            return
        wanted = sa.select(*columns).where(_JOURNAL.c.case_id.in_(numbers)).order_by(columns[0], columns[1])
        rows = [dict(row) for row in connection.execute(wanted).mappings()]
        yield [list(of_case) for _, of_case in groupby(rows, lambda row: row["case_id"])]
        last = numbers[-1]


def _networks() -> dict[int, str]:
    return {row.id: row.network for row in op.get_bind().execute(sa.select(_PEOPLE))}


# Up


def _taken_apart(rows: list[Row], networks: dict[int, str]) -> Iterator[Row]:
    case: Case | None = None
    for row in rows:
        actor = Actor(Role(row["role"]), row["person"], row["name"], row["department"])
        facts = dict(row["facts"])
        if row["move"] == Move.FILED:
            facts["network"] = networks.get(actor.person, "")
        entry = Entry(row["case_id"], row["seq"], row["at"], actor, Move(row["move"]), facts)
        case = apply(case, entry)
        parts = apart.parted(entry, _masking(case, actor.name))
        identity, words = apart.kept(parts.identity), apart.kept(parts.words)
        sworn = {"identity_commitment": apart.commitment(identity), "words_commitment": apart.commitment(words)}
        yield {**row, "facts": parts.facts, "identity": identity, "words": words, **sworn}


def _masking(case: Case, name: str) -> Callable[[str], str] | None:
    if case.tier is Tier.ANONYMOUS:
        return None
    return lambda said: confidentiality.without_author(case, said, name)


def _new_link(previous: str, row: Row) -> str:
    apart_ = [sworn.hex() if (sworn := row[name]) else "" for name in ("identity_commitment", "words_commitment")]
    at = row["at"].astimezone(UTC).isoformat()
    body = [row["case_id"], row["seq"], at, row["role"], row["department"], row["move"], row["facts"], *apart_]
    return _hashed([previous, body])


# Down


def _put_together(rows: list[Row]) -> Iterator[Row]:
    for row in rows:
        identity, words = apart.read(row["identity"]), apart.read(row["words"])
        person, name = identity.pop("person", 0), identity.pop("name", "")
        facts, move = {**words, **identity, **row["facts"]}, row["move"]
        facts.pop("network", None)
        if move == "erased":
            facts, move = {"text": f"{facts['rule']}: {', '.join(facts['kinds'])}", "files": []}, "noted"
        name, facts = json.loads(json.dumps([name, facts], ensure_ascii=False).replace(ERASED, TOLD))
        yield {**row, "person": person, "name": name, "move": move, "facts": facts}


def _old_link(previous: str, row: Row) -> str:
    actor = {name: row[name] for name in ("role", "person", "name", "department")}
    at = row["at"].astimezone(UTC).isoformat()
    return _hashed([previous, [row["case_id"], row["seq"], at, actor, row["move"], row["facts"]]])


def _hashed(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
