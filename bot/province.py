"""The province's folder, read: its catalogue, and a router taught by its examples."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from domain import catalogue as catalogues
from domain.catalogue import Catalogue
from domain.routing import Example, Router, examples


def read_catalogue(folder: Path) -> tuple[Catalogue, Callable[[], Router]]:
    """The province's catalogue, and its router, built when first needed; raises CatalogueError with every fault."""
    catalogue = catalogues.parse(
        {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.toml"))}
    )

    @lru_cache(maxsize=1)
    def router() -> Router:
        return Router(catalogue, read_examples(folder))

    return catalogue, router


def read_examples(folder: Path) -> tuple[Example, ...]:
    """The labelled examples of a province, in the order of their files; raises ValueError naming file and line."""
    found: list[Example] = []
    for path in sorted((folder / "examples").glob("*.jsonl")):
        try:
            found += examples(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise ValueError(f"{path.name}: {error}") from None
    return tuple(found)
