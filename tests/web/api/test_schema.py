"""Schemathesis asks the API whatever its own description allows, and more; every answer is as described."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from storage import consumers
from storage.consumers import Scope
from storage.engines import open_store
from tests.conftest import SqliteFiles
from tests.product import prepared
from tests.web.api.test_api import history
from tests.web.site import NOW, Site
from web.api.doors import Doors

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
SEVERAL = settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))


class Described:
    """The site, a token that opens all of it, and its two descriptions."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.token = site.store.call(lambda tx: consumers.make(tx, "schema", tuple(Scope)))
        for root in ("/api/v1", "/open311/v2"):
            self.app_of(root).state.doors = Doors(1_000_000, 1_000_000)

    def app_of(self, root: str) -> Any:
        """The application mounted there."""
        routes: list[Any] = list(self.site.app.routes)
        return next(each.app for each in routes if getattr(each, "path", "") == root)


@pytest.fixture
def described(sqlite_files: SqliteFiles, tmp_path: Path) -> Iterator[Described]:
    store = open_store(sqlite_files.fresh(prepared), lambda: NOW)
    site = Site(store, tmp_path)
    history(site, 8, 8)
    yield Described(site)
    site.close()
    store.close()


@pytest.mark.timeout(240)
@pytest.mark.parametrize("root", ["/api/v1", "/open311/v2"])
def test_every_answer_is_as_it_is_described(described: Described, root: str) -> None:
    schema = schemathesis.openapi.from_asgi(f"{root}/openapi.json", described.site.app)
    headers = {"authorization": f"Bearer {described.token}"}
    asked = 0
    for found in schema.get_all_operations():
        operation: Any = found.ok()  # type: ignore[union-attr]

        @SEVERAL
        @given(operation.as_strategy())
        def ask(case: schemathesis.Case) -> None:
            case.call_and_validate(headers=headers, checks=CHECKS)

        ask()
        asked += 1
    assert asked >= 3
