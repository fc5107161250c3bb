"""Storage is tested over fresh databases on both kinds of server."""

from __future__ import annotations

from tests.stores import hands, opened, prepared_url, store

__all__ = ["hands", "opened", "prepared_url", "store"]
