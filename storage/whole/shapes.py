"""What a database looks like, told without a database: tables, columns, and what kind of value stands in each.

Made from the declared tables, so that a new table or column is told without a word more.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Float, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.types import TypeEngine
from sqlmodel import SQLModel

from storage.tables import BindCode, BoardSession, FileChunk, Json, LinkCode, PageSession, TokenRow, UtcDateTime

#: kind of value → its column, on whichever database
_KINDS: dict[str, Callable[[], TypeEngine[Any]]] = {
    "instant": UtcDateTime,
    "json": Json,
    "boolean": Boolean,
    "bytes": LargeBinary,
    "number": Float,
    "integer": lambda: BigInteger().with_variant(Integer(), "sqlite"),
    "text": Text,
}
#: in the order in which a type is asked whether it is one: a JSON value is kept as text
_ORDER: tuple[tuple[type, str], ...] = (
    *((UtcDateTime, "instant"), (Json, "json"), (Boolean, "boolean"), (LargeBinary, "bytes"), (Float, "number")),
    (Integer, "integer"),
)
#: attachments are files of an export wherever they lie here
FILES = str(FileChunk.__tablename__)
#: what opens something to whoever holds it: it is given out anew where the export comes in
CREDENTIALS = frozenset(str(each.__tablename__) for each in (TokenRow, BindCode, LinkCode, BoardSession, PageSession))
NO_ROWS = CREDENTIALS | {FILES}


@dataclass(frozen=True, slots=True)
class Shape:
    """A table's name, what it is for, and its columns: the kind of each, which are the key, which may hold nothing."""

    name: str
    about: str
    columns: dict[str, str]
    key: tuple[str, ...]
    nullable: tuple[str, ...] = ()

    def table(self) -> Table:
        """The table to read from and write into."""
        columns = [Column(name, _KINDS[kind](), primary_key=name in self.key) for name, kind in self.columns.items()]
        return Table(self.name, MetaData(), *columns)

    def plain(self) -> dict[str, Any]:
        """As it stands in a description."""
        return asdict(self)


def shapes() -> list[Shape]:
    """Every declared table but the bytes of attachments and what opens something, by name."""
    about = {str(each.__tablename__): _promise(each) for each in SQLModel.__subclasses__()}
    return [
        Shape(
            table.name,
            about.get(table.name, ""),
            {column.name: _kind(column.type) for column in table.columns},
            tuple(column.name for column in table.primary_key),
            tuple(column.name for column in table.columns if column.nullable),
        )
        for name, table in sorted(SQLModel.metadata.tables.items())
        if name not in NO_ROWS
    ]


def shape_of(told: Mapping[str, Any]) -> Shape:
    """The reverse of `Shape.plain`; raises KeyError or TypeError for what is no description."""
    made = Shape(told["name"], told["about"], dict(told["columns"]), tuple(told["key"]), tuple(told["nullable"]))
    for kind in made.columns.values():
        _KINDS[kind]
    return made


def _promise(model: type[SQLModel]) -> str:
    return " ".join((model.__doc__ or "").split())


def _kind(kind: TypeEngine[Any]) -> str:
    return next((name for each, name in _ORDER if isinstance(kind, each)), "text")


def told(kind: str, value: Any) -> Any:
    """A value as it stands in a line of JSON."""
    if value is None or kind not in {"instant", "bytes"}:
        return value
    return value.isoformat() if kind == "instant" else base64.b64encode(value).decode()


def meant(kind: str, value: Any) -> Any:
    """The reverse of `told`."""
    if value is None or kind not in {"instant", "bytes"}:
        return value
    return datetime.fromisoformat(value) if kind == "instant" else base64.b64decode(value)
