"""An entry's text as the fields of a form, and each value in words: for the journal, and for two who edit at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from domain.language import LANGUAGES
from domain.messages import Words
from domain.province.catalogue import TASK_GROUP
from domain.province.edits import PRIVACY
from domain.province.entries import values_of
from domain.province.fields import PCI_COMPONENTS
from storage.catalogue.changes import CANNED
from web.board.voice import Voice

#: under which field a telephone number stands
PHONES = {"province": "task_group_phone", "privacy": "telephone", "department": "phone", "commune": "phone"}
#: fields whose value is a list, one a line
LISTS = {"keywords", "co_departments"}
Form = dict[str, str]


def form_values(table: str, text: str) -> Form:
    """What a form shows of an entry; empty for none."""
    said = values_of(text, table) if text else {}
    if table in PHONES:
        return {"phone": str(said.get(PHONES[table], ""))}
    if table == CANNED:
        texts = said.get("texts", {})
        return {"title": said.get("title", ""), **{f"text-{each}": texts.get(each, "") for each in LANGUAGES}}
    return _of_topic(said) if table == "topic" else _of_day(said)


def _of_topic(said: Mapping[str, Any]) -> Form:
    return {
        **_names(said),
        "department": said.get("department", ""),
        "pci_component": str(said.get("pci_component", "")),
        "co_departments": "\n".join(said.get("co_departments", ())),
        "keywords": "\n".join(said.get("keywords", ())),
        "key": said.get("key", ""),
    }


def _of_day(said: Mapping[str, Any]) -> Form:
    day = said.get("day")
    worked = said.get("is_worked")
    return {
        "day": f"{day:%d/%m/%Y}" if isinstance(day, date) else "",
        "is_worked": "" if worked is None else "yes" if worked else "no",
        **_names(said),
        "source": said.get("source", ""),
    }


def _names(said: Mapping[str, Any]) -> Form:
    names = said.get("names", {})
    return {f"name-{each}": names.get(each, "") for each in LANGUAGES}


def in_words(voice: Voice, name: str, value: str) -> str:
    """A field's value as a person reads it."""
    if not value:
        return voice.t("edit-empty")
    if name == "department":
        return voice.department(value)
    if name == "co_departments":
        return ", ".join(map(voice.department, value.split("\n")))
    if name == "pci_component":
        return component(voice, value)
    if name == "is_worked":
        return voice.t(f"edit-worked-{value}")
    return value.replace("\n", ", ") if name == "keywords" else value


def component(voice: Voice, number: str) -> str:
    """A component of the PCI, 1 to 10; what is none as it was typed."""
    key = f"{int(number):02d}" if number.isdecimal() else ""
    return f"{number}. {voice.say(Words(f'pci-{key}'))}" if key and int(number) in PCI_COMPONENTS else number


def label(voice: Voice, name: str) -> str:
    """What a field is called."""
    return voice.t(f"edit-field-{name.replace('_', '-')}")


def whose(voice: Voice, table: str, key: str) -> str:
    """Whose telephone number an entry holds."""
    if table == "province":
        return voice.t(f"edit-phone-{TASK_GROUP}")
    return voice.t(f"edit-phone-{PRIVACY}") if table == PRIVACY else voice.department(key)


def title(voice: Voice, table: str, key: str, text: str) -> str:
    """What an entry is called in lists and headings."""
    said = form_values(table, text)
    if table in PHONES:
        return whose(voice, table, key)
    if table == "special_day":
        return voice.day(date.fromisoformat(key))
    return said.get("name-vi") or said.get("title") or key


def differences(voice: Voice, table: str, before: str, after: str) -> Iterator[tuple[str, str, str]]:
    """Each field that changed: its name, what it was, what it is; of a list, what was taken out and what was added."""
    old, new = form_values(table, before), form_values(table, after)
    for name in {**old, **new}:
        was, now = old.get(name, ""), new.get(name, "")
        if was == now:
            continue
        if name in LISTS:
            gone, come = _apart(was, now), _apart(now, was)
            yield label(voice, name), _listed(voice, name, gone), _listed(voice, name, come)
        else:
            yield label(voice, name), in_words(voice, name, was), in_words(voice, name, now)


def _apart(one: str, other: str) -> str:
    there = other.split("\n")
    return "\n".join(each for each in one.split("\n") if each and each not in there)


def _listed(voice: Voice, name: str, value: str) -> str:
    return in_words(voice, name, value) if value else voice.t("edit-none")
