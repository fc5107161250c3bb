"""Databases of both kinds to bring an export into."""

from __future__ import annotations

from tests.stores import hands, prepared_url

__all__ = ["hands", "prepared_url"]
