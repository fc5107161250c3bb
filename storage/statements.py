"""What is left of a compiler of our own: statements are SQLAlchemy's, and are run as they are."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Executable, Table
from sqlmodel import SQLModel


def Statement(build: Executable) -> Any:  # noqa: N802
    """The statement itself."""
    return build


def table(model: type[SQLModel]) -> Table:
    """The Core table behind a SQLModel class."""
    return model.__table__  # type: ignore[attr-defined,no-any-return]
