"""Which departments a text names, by any of their names of today or of before."""

from __future__ import annotations

import re

from domain.language import fold
from domain.province.catalogue import Catalogue, Department, DepartmentKind

#: letters below which a name by itself is as likely another word ("thuế", "ttt"), unless the text begins with it
_SHORT = 8


class Mentions:
    """Every name of every department of a province, to look for in texts."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._keys: dict[str, str] = {}
        for each in catalogue.departments:
            now = catalogue.successor(each.key)
            if now is not None and now.takes_cases:
                for name in _called(each):  # where two bodies share a name, the first of the catalogue has it
                    self._keys.setdefault(fold(name), now.key)
        longest_first = sorted(self._keys, key=len, reverse=True)
        self._pattern = re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in longest_first))

    def found(self, text: str) -> list[str]:
        """The keys of the departments a text names, in its order, each under the name it has today."""
        names = (match for match in self._pattern.finditer(fold(text)))
        sure = (match.group() for match in names if match.start() == 0 or len(match.group()) >= _SHORT)
        return list(dict.fromkeys(self._keys[name] for name in sure))

    def first(self, text: str) -> str:
        """The key of the department a text begins with; "" for none."""
        match = self._pattern.match(fold(text))
        return self._keys[match.group()] if match else ""


def _called(each: Department) -> list[str]:
    named = [each.key, *each.names.values(), *each.short_names.values()]
    if each.kind is DepartmentKind.COMMUNE:  # "Đông Kinh" by itself is a place, and not who answers for it
        return [name for name in named if " " in name and fold(name).startswith(("xa ", "phuong ", "ubnd "))]
    return [*named, *each.aliases, *(before.name for before in each.predecessors)]
