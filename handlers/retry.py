"""An input as text, for what no messenger's own update stands behind (the web page): kept when it fails."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from domain.messages import Incoming

_INCOMING = TypeAdapter(Incoming)


def pack(incoming: Incoming) -> str:
    """The input as JSON text."""
    return json.dumps({"incoming": _INCOMING.dump_python(incoming, mode="json")})


def unpack(kept: dict[str, Any]) -> Incoming | None:
    """The input that `pack` wrote, or None when it is something else."""
    return _INCOMING.validate_python(kept["incoming"]) if "incoming" in kept else None
