"""Labelled examples: texts of businesses with the department that answers them."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the department that answers it; kind, style and being about officials' conduct are optional."""

    text: str
    department: str
    kind: str = ""
    style: str = ""
    conduct: bool = False


def examples(lines: str) -> tuple[Example, ...]:
    """The labelled examples of a JSON-lines text; raises ValueError naming the line that cannot be read."""
    found = []
    for number, line in enumerate(lines.splitlines(), 1):
        if not line.strip():
            continue
        try:
            each = json.loads(line)
            optional = each.get("kind", ""), each.get("style", ""), each.get("conduct", False)
            found.append(Example(each["text"], each["department"], *optional))
        except (ValueError, KeyError, TypeError) as error:
            mend = '{"text": "…", "department": "thue-tinh", "kind": "obstacle", "style": "plain"}'
            raise ValueError(f"dòng {number}: không đọc được ({error!r}) → viết như {mend}") from error
    return tuple(found)
