"""Departments and topics as lists name them: by any name of today or of before a merger."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from domain.lists.cells import plain
from domain.province.catalogue import Catalogue, Department, DepartmentKind

#: what may stand around the names of departments without naming another one
_AROUND = {
    *(
        "chu",
        "tri",
        "phoi",
        "hop",
        "va",
        "voi",
        "cung",
        "cac",
        "don",
        "vi",
        "lien",
        "quan",
        "tinh",
        "lang",
        "son",
        "co",
    ),
    *("dau", "moi", "xu", "ly", "tra", "loi", "giao", "thanh", "pho"),
}
#: what lists shorten
_WHOLE = {
    "ptnt": "phat trien nong thon",
    "ktck": "kinh te cua khau",
    "bql": "ban quan ly",
    "khdt": "ke hoach va dau tu",
    "gtvt": "giao thong van tai",
    "ldtb xh": "lao dong thuong binh va xa hoi",
    "ldtbxh": "lao dong thuong binh va xa hoi",
    "ld tbxh": "lao dong thuong binh va xa hoi",
    "vhttdl": "van hoa the thao va du lich",
    "vhtt dl": "van hoa the thao va du lich",
}
_SHORT = re.compile(rf"\b(?:{'|'.join(_WHOLE)})\b")


@dataclass(frozen=True, slots=True)
class Named:
    """The departments a cell names by their keys of today, the lead first; `unknown` is what names none."""

    keys: tuple[str, ...]
    unknown: str = ""


class Offices:
    """Every name of every department and topic of a province; `more` are names (without marks) a person has explained.

    A longer name goes first, so that a department's name within another's is not taken for it.
    """

    def __init__(self, catalogue: Catalogue, more: dict[str, str]) -> None:
        self._keys = dict(more)
        self._shown: dict[str, str] = {}
        for each in catalogue.departments:
            now = catalogue.successor(each.key)
            if now is None or not now.takes_cases:
                continue
            for name in _called(each):
                self._keys.setdefault(plain(name), now.key)
                if name != each.key:
                    self._shown.setdefault(plain(name), name)
        self._topics = {plain(name): each.key for each in catalogue.topics for name in each.names.values()}
        longest_first = sorted(filter(None, self._keys), key=len, reverse=True)
        self._pattern = re.compile("|".join(rf"\b{re.escape(each)}\b" for each in longest_first) or r"(?!)")
        self._found: dict[str, Named] = {}

    def named(self, said: str) -> Named:
        """The departments a cell names; what is left over and no little word is unknown."""
        if said not in self._found:
            written = plain(said)
            found = self._named(written)
            self._found[said] = self._named(_SHORT.sub(_in_full, written)) if found.unknown else found
        return self._found[said]

    def _named(self, folded: str) -> Named:
        if folded in self._keys:
            return Named((self._keys[folded],))
        keys = [self._keys[match.group()] for match in self._pattern.finditer(folded)]
        left = [word for word in self._pattern.sub(" ", folded).split() if word not in _AROUND]
        return Named(tuple(dict.fromkeys(keys)), " ".join(left) or ("" if keys else folded))

    def like(self, said: str) -> str:
        """The known name most like what somebody wrote; "" for none."""
        near = difflib.get_close_matches(plain(said), self._shown, 1, 0.85)
        return self._shown[near[0]] if near else ""

    def topic(self, said: str) -> str:
        """The topic called so; "" for none."""
        return self._topics.get(plain(said), "")


def _in_full(short: re.Match[str]) -> str:
    return _WHOLE[short.group()]


def _called(each: Department) -> list[str]:
    """Every name of a department; a commune's only with what it is, for by itself it is a place."""
    named = [each.key, *each.names.values(), *each.short_names.values()]
    if each.kind is DepartmentKind.COMMUNE:
        return [name for name in named if plain(name).startswith(("xa ", "phuong ", "ubnd "))]
    before = [re.sub(r"\(.*?\)", "", each.name) for each in each.predecessors]
    return [*named, *each.aliases, *before]
