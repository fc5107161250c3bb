"""Stores over fresh databases on both kinds of server."""

from __future__ import annotations

from tests.stores import hands, opened, store

__all__ = ["hands", "opened", "store"]
