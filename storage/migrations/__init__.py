"""The database's shape, step by step, up and down (Alembic)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, inspect, text
from sqlalchemy.engine import make_url

HERE = Path(__file__).resolve().parent
HEAD = "0027"


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the database to a revision; costs one query when it is there already."""
    if revision == "head" and current(url) == HEAD:
        return
    _run(url, "upgrade", revision)


def downgrade(url: str, revision: str) -> None:
    """Take the database back to a revision ("base" for empty)."""
    _run(url, "downgrade", revision)


def current(url: str) -> str:
    """The revision the database is at, "" for an empty one."""
    engine = create_engine(driver(url))
    try:
        with engine.connect() as connection:
            if not inspect(connection).has_table("alembic_version"):
                return ""
            return str(connection.execute(text("select version_num from alembic_version")).scalar() or "")
    finally:
        engine.dispose()


def driver(url: str) -> str:
    """The address with the driver SQLAlchemy shall use."""
    if make_url(url).drivername == "postgresql":
        return url.replace("postgresql://", "postgresql+psycopg://", 1)
    return url


def _run(url: str, what: str, revision: str) -> None:
    from alembic import command  # noqa: PLC0415  half a second that a start without migrations is spared
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(HERE))
    options: dict[str, Any] = config.attributes
    options["url"] = driver(url)
    getattr(command, what)(config, revision)
