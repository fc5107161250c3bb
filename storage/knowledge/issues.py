"""Systemic issues of the task group and the cases that belong to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, delete, select, update

from domain.statistics.signals import Aspect
from storage.database import Tx
from storage.tables import CaseRow, IssueCase, IssueRow


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
    number = tx.add(
        IssueRow,
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
        put_in(tx, number, case)
    return number


def by_id(tx: Tx, issue: int) -> Issue | None:
    """The issue with this number, or None."""
    row = tx.first(select(IssueRow).where(IssueRow.id == issue))
    return _issue(row) if row else None


def by_code(tx: Tx, code: str) -> Issue | None:
    """The issue with this code (upper case, without #), locked to the end of the transaction, or None."""
    tx.lock(f"issue:{code}")
    row = tx.first(select(IssueRow).where(IssueRow.code == code))
    return _issue(row) if row else None


def all_open(tx: Tx) -> list[Issue]:
    """The issues not closed yet, oldest first."""
    rows = tx.rows(select(IssueRow).where(col(IssueRow.closed_at).is_(None)).order_by(col(IssueRow.id)))
    return [_issue(row) for row in rows]


def of_case(tx: Tx, case: int) -> list[Issue]:
    """The issues a case belongs to, open or closed, oldest first."""
    belongs = select(IssueRow).join(IssueCase, col(IssueCase.issue_id) == col(IssueRow.id))
    return [_issue(row) for row in tx.rows(belongs.where(IssueCase.case_id == case).order_by(col(IssueRow.id)))]


def members(tx: Tx, issue: int) -> list[Member]:
    """The cases of an issue, oldest first."""
    rows = tx.rows(
        select(CaseRow.id, CaseRow.code, CaseRow.department, CaseRow.state)
        .join(IssueCase, col(IssueCase.case_id) == col(CaseRow.id))
        .where(IssueCase.issue_id == issue)
        .order_by(col(CaseRow.id))
    )
    return [Member(row.id, row.code, row.department, row.state) for row in rows]


def put_in(tx: Tx, issue: int, case: int) -> bool:
    """Let the case belong to the issue; False when it does already."""
    return tx.put_once(IssueCase, issue_id=issue, case_id=case, at=tx.now)


def take_out(tx: Tx, issue: int, case: int) -> bool:
    """Let the case belong to the issue no more; False when it did not."""
    return tx.run(delete(IssueCase).where(col(IssueCase.issue_id) == issue, col(IssueCase.case_id) == case)) > 0


def proposed(tx: Tx, issue: int, until: datetime) -> None:
    """Like cases filed before this instant have been proposed."""
    tx.run(update(IssueRow).where(col(IssueRow.id) == issue).values(proposed_until=until))


def close(tx: Tx, issue: int, name: str, result: str) -> bool:
    """End the issue with its result; False when it has ended already."""
    still_open = update(IssueRow).where(col(IssueRow.id) == issue, col(IssueRow.closed_at).is_(None))
    return tx.run(still_open.values(result=result, closed_name=name, closed_at=tx.now)) > 0


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
