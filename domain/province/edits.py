"""What somebody typed to change the catalogue: read into one entry's fields, or what is wrong with each field.

A wrong field goes by a reason (`missing`, `phone`, `day` …) that the page has a sentence for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from domain.language import LANGUAGES, fold
from domain.province.catalogue import TASK_GROUP, Catalogue, DepartmentKind
from domain.province.fields import KEY, PCI_COMPONENTS, PHONE

#: characters
LONGEST_NAME, LONGEST_SOURCE, LONGEST_KEYWORD, LONGEST_KEY = 120, 200, 80, 60
MOST_KEYWORDS = 400
#: who answers for personal data, among the telephone numbers
PRIVACY = "privacy"
_DAYS = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})"),
)

Given = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Edit:
    """Fields of one entry as they are to be; `wrong` has a reason for each field that cannot be taken."""

    table: str
    key: str
    values: Mapping[str, Any] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)


def phone_entry(catalogue: Catalogue, whose: str) -> tuple[str, str, str] | None:
    """Table, key and field in which somebody's telephone number stands; None for nobody."""
    if whose == TASK_GROUP:
        return "province", "", "task_group_phone"
    if whose == PRIVACY:
        return "privacy", "", "telephone"
    known = catalogue.department(whose)
    if known is None:
        return None
    return "commune" if known.kind is DepartmentKind.COMMUNE else "department", whose, "phone"


def read_phone(catalogue: Catalogue, whose: str, given: Given) -> Edit:
    """A telephone number; an empty one takes it out. Raises LookupError for nobody's."""
    found = phone_entry(catalogue, whose)
    if found is None:
        raise LookupError(whose)
    table, key, name = found
    phone = _line(given.get("phone", ""))
    wrong = {"phone": "phone"} if phone and not PHONE.fullmatch(phone) else {}
    return Edit(table, key, {name: phone}, wrong)


def read_topic(catalogue: Catalogue, key: str, given: Given) -> Edit:
    """A topic; without a key a new one, whose key is given or made of its name."""
    names, wrong = _names(given)
    takers = {each.key for each in catalogue.departments if each.takes_cases and not each.successor}
    department, together = given.get("department", ""), tuple(given.get("co_departments", "").split())
    if department not in takers:
        wrong["department"] = "department" if department else "missing"
    if not set(together) <= takers - {department}:
        wrong["co_departments"] = "together"
    component = given.get("pci_component", "")
    if component and not (component.isdecimal() and int(component) in PCI_COMPONENTS):
        wrong["pci_component"] = "pci"
    keywords = tuple(dict.fromkeys(line for each in given.get("keywords", "").splitlines() if (line := _line(each))))
    if len(keywords) > MOST_KEYWORDS or any(len(each) > LONGEST_KEYWORD for each in keywords):
        wrong["keywords"] = "keywords"
    values = {
        "names": names,
        "department": department,
        "pci_component": int(component) if component.isdecimal() else None,
        "co_departments": together,
        "keywords": keywords,
    }
    if key:
        return Edit("topic", key, {"key": key, **values}, wrong)
    new = _line(given.get("key", "")) or slug(names.get("vi", ""))
    if new and (not KEY.fullmatch(new) or len(new) > LONGEST_KEY):
        wrong["key"] = "key"
    elif catalogue.topic(new) or catalogue.department(new):
        wrong["key"] = "key-taken"
    return Edit("topic", new, {"key": new, **values}, wrong)


def read_day(catalogue: Catalogue, key: str, given: Given, years: range) -> Edit:
    """A special day; without a key a new one. Days outside these years no calendar knows."""
    names, wrong = _names(given)
    source = _line(given.get("source", ""))
    if not source:
        wrong["source"] = "missing"
    elif len(source) > LONGEST_SOURCE:
        wrong["source"] = "long"
    if given.get("is_worked") not in {"yes", "no"}:
        wrong["is_worked"] = "missing"
    is_worked = given.get("is_worked") == "yes"
    values: dict[str, Any] = {"is_worked": is_worked, "names": names, "source": source}
    if not is_worked:
        values["sessions"] = ()  # half a day is worked, a whole one is off
    if key:
        return Edit("special_day", key, {"day": date.fromisoformat(key), **values}, wrong)
    day, typed = read_date(given.get("day", "")), given.get("day", "").strip()
    if day is None:
        wrong["day"] = "day" if typed else "missing"
    elif day.year not in years:
        wrong["day"] = "year"
    elif any(each.day == day for each in catalogue.special_days):
        wrong["day"] = "day-taken"
    return Edit("special_day", str(day or ""), {"day": day, **values}, wrong)


def read_date(text: str) -> date | None:
    """A day as browsers send it and as people write it (2/9/2027); None for what is no day."""
    for pattern in _DAYS:
        if found := pattern.fullmatch(text.strip()):
            try:
                return date(int(found["y"]), int(found["m"]), int(found["d"]))
            except ValueError:
                return None
    return None


def slug(name: str) -> str:
    """A key made of a name: lower case, without diacritics, words joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(name)))[:LONGEST_KEY].strip("-")


def _names(given: Given) -> tuple[dict[str, str], dict[str, str]]:
    names = {language: _line(given.get(f"name-{language}", "")) for language in LANGUAGES}
    wrong = {f"name-{language}": "long" for language, name in names.items() if len(name) > LONGEST_NAME}
    if not names["vi"]:
        wrong["name-vi"] = "missing"
    return {language: name for language, name in names.items() if name}, wrong


def _line(text: str) -> str:
    """One line without what cannot be seen."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())
