"""Systemic issues of the task group and the cases that belong to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from domain.statistics.signals import Aspect
from storage.database import Tx
from storage.statements import Statement, put, put_once, table
from storage.tables import CaseRow, IssueCase, IssueRow

_ISSUES = table(IssueRow)
_MEMBERS = table(IssueCase)
_CASES = table(CaseRow)
_ADD = put(
    IssueRow,
    "code",
    "kind",
    "key",
    "signal_id",
    "opened_by",
    "opened_name",
    "opened_at",
    "proposed_until",
    returning="id",
)
_BY_ID = Statement(select(_ISSUES).where(_ISSUES.c.id == bindparam("issue")))
_BY_CODE = Statement(select(_ISSUES).where(_ISSUES.c.code == bindparam("of_code")))
_OPEN = Statement(select(_ISSUES).where(_ISSUES.c.closed_at.is_(None)).order_by(_ISSUES.c.id))
_PROPOSED = Statement(
    update(_ISSUES).where(_ISSUES.c.id == bindparam("issue")).values(proposed_until=bindparam("until"))
)
_CLOSE = Statement(
    update(_ISSUES)
    .where(_ISSUES.c.id == bindparam("issue"), _ISSUES.c.closed_at.is_(None))
    .values(result=bindparam("text"), closed_name=bindparam("name"), closed_at=bindparam("instant"))
)
_PUT_IN = put_once(IssueCase, "issue_id", "case_id", "at")
_TAKE_OUT = Statement(
    delete(_MEMBERS).where(_MEMBERS.c.issue_id == bindparam("issue"), _MEMBERS.c.case_id == bindparam("case"))
)
_MEMBER_CASES = Statement(
    select(_CASES.c.id, _CASES.c.code, _CASES.c.department, _CASES.c.state)
    .join_from(_MEMBERS, _CASES, _CASES.c.id == _MEMBERS.c.case_id)
    .where(_MEMBERS.c.issue_id == bindparam("issue"))
    .order_by(_CASES.c.id)
)
_OF_CASE = Statement(
    select(_ISSUES)
    .join_from(_MEMBERS, _ISSUES, _ISSUES.c.id == _MEMBERS.c.issue_id)
    .where(_MEMBERS.c.case_id == bindparam("case"))
    .order_by(_ISSUES.c.id)
)


@dataclass(frozen=True, slots=True)
class Issue:
    """A systemic issue; like cases filed up to `proposed_until` are in it or have been proposed to it."""

    id: int
    code: str
    kind: Aspect
    key: str
    signal: int
    opened_by: int
    opened_name: str
    opened_at: datetime
    proposed_until: datetime
    result: str = ""
    closed_name: str = ""
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A case of an issue, as the list shows it."""

    id: int
    code: str
    department: str
    state: str


def add(tx: Tx, issue: Issue, cases: Iterable[int]) -> int:
    """Keep a new issue with its cases; its number."""
    row = tx.first(
        _ADD,
        code=issue.code,
        kind=issue.kind,
        key=issue.key,
        signal_id=issue.signal,
        opened_by=issue.opened_by,
        opened_name=issue.opened_name,
        opened_at=issue.opened_at,
        proposed_until=issue.proposed_until,
    )
    for case in cases:
        put_in(tx, row.id, case)
    return int(row.id)


def by_id(tx: Tx, issue: int) -> Issue | None:
    """The issue with this number, or None."""
    row = tx.first(_BY_ID, issue=issue)
    return _issue(row) if row else None


def by_code(tx: Tx, code: str) -> Issue | None:
    """The issue with this code (upper case, without #), locked to the end of the transaction, or None."""
    tx.lock(f"issue:{code}")
    row = tx.first(_BY_CODE, of_code=code)
    return _issue(row) if row else None


def all_open(tx: Tx) -> list[Issue]:
    """The issues not closed yet, oldest first."""
    return [_issue(row) for row in tx.rows(_OPEN)]


def of_case(tx: Tx, case: int) -> list[Issue]:
    """The issues a case belongs to, open or closed, oldest first."""
    return [_issue(row) for row in tx.rows(_OF_CASE, case=case)]


def members(tx: Tx, issue: int) -> list[Member]:
    """The cases of an issue, oldest first."""
    return [Member(row.id, row.code, row.department, row.state) for row in tx.rows(_MEMBER_CASES, issue=issue)]


def put_in(tx: Tx, issue: int, case: int) -> bool:
    """Let the case belong to the issue; False when it does already."""
    return tx.run(_PUT_IN, issue_id=issue, case_id=case, at=tx.now) > 0


def take_out(tx: Tx, issue: int, case: int) -> bool:
    """Let the case belong to the issue no more; False when it did not."""
    return tx.run(_TAKE_OUT, issue=issue, case=case) > 0


def proposed(tx: Tx, issue: int, until: datetime) -> None:
    """Like cases filed before this instant have been proposed."""
    tx.run(_PROPOSED, issue=issue, until=until)


def close(tx: Tx, issue: int, name: str, result: str) -> bool:
    """End the issue with its result; False when it has ended already."""
    return tx.run(_CLOSE, issue=issue, text=result, name=name, instant=tx.now) > 0


def _issue(row: Any) -> Issue:
    return Issue(
        row.id,
        row.code,
        Aspect(row.kind),
        row.key,
        row.signal_id,
        row.opened_by,
        row.opened_name,
        row.opened_at,
        row.proposed_until,
        row.result,
        row.closed_name,
        row.closed_at,
    )
