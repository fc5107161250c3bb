"""The form of an entry: its fields with what is typed in them, what is wrong with each, what stands in the file now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.responses import Response

from domain.language import LANGUAGES
from domain.province.catalogue import DepartmentKind
from domain.province.fields import PCI_COMPONENTS
from web.board.catalogue import places, values
from web.board.readers import Seeing
from web.board.showing import board_page

#: value and name of what can be chosen
Options = Sequence[tuple[str, str]]
#: fields of several lines, and how many are shown
LINES = {"keywords": 8, "text-vi": 7, "text-en": 5, "text-zh": 5}
#: which fields of which list have a sentence that says how to fill them in
HINTS = {"phone", "key", "keywords", "co_departments", "day", "source", "text-vi"}
NEEDED = {"name-vi", "department", "day", "is_worked", "source", "title", "text-vi"}
#: the fields of each list's form, in their order; a key and a day are given once
_NAMES = tuple(f"name-{each}" for each in LANGUAGES)
FIELDS = {
    "phones": ("phone",),
    "topics": (*_NAMES, "department", "co_departments", "pci_component", "keywords"),
    "days": ("is_worked", *_NAMES, "source"),
    "answers": ("title", *(f"text-{each}" for each in LANGUAGES)),
}
NEW = {"topics": ("key",), "days": ("day",)}


@dataclass(frozen=True, slots=True)
class Field:
    """One field; `wrong` says what cannot be taken, `now` what somebody else has written there meanwhile."""

    name: str
    label: str
    value: str
    options: Options = ()
    hint: str = ""
    wrong: str = ""
    now: str = ""
    lines: int = 1
    is_needed: bool = False

    @property
    def chosen(self) -> set[str]:
        """Of a field of which several may be chosen, those that are."""
        return set(self.value.split("\n"))


@dataclass(frozen=True, slots=True)
class Form:
    """An entry being edited: `mark` is of what its editor has seen; `said` is what they have to know first."""

    name: str
    title: str
    values: Mapping[str, str]
    mark: str
    is_new: bool
    wrong: Mapping[str, str]
    now: Mapping[str, str] | None = None
    said: Sequence[str] = ()
    can_be_removed: bool = False


def form_page(seeing: Seeing, form: Form, status: int = 200) -> Response:
    """The form, with what is wrong at each field and above it."""
    barred = places.in_the_way(seeing)
    fields = [_field(seeing, form, name) for name in fields_of(form.name, is_new=form.is_new)]
    return board_page(
        seeing,
        "board/form.html",
        "catalogue",
        status,
        form=form,
        fields=fields,
        said=[*form.said, *([seeing.voice.t("edit-see-fields")] if form.wrong else [])],
        barred=barred,
        back=places.path_of(form.name),
        back_name=seeing.voice.t(f"edit-{form.name}"),
    )


def fields_of(name: str, *, is_new: bool) -> tuple[str, ...]:
    """The fields of a list's form."""
    return (*(NEW.get(name, ()) if is_new else ()), *FIELDS[name])


def _field(seeing: Seeing, form: Form, name: str) -> Field:
    voice, value = seeing.voice, form.values.get(name, "")
    stands = form.now.get(name, "") if form.now is not None else value
    return Field(
        name,
        values.label(voice, name),
        value,
        _options(seeing, name, value),
        voice.t(f"edit-hint-{name.replace('_', '-')}") if name in HINTS else "",
        voice.t(f"edit-wrong-{form.wrong[name]}") if name in form.wrong else "",
        "" if stands == value else voice.t("edit-now", value=values.in_words(voice, name, stands)),
        LINES.get(name, 1),
        name in NEEDED,
    )


def _options(seeing: Seeing, name: str, value: str) -> Options:
    voice = seeing.voice
    if name == "is_worked":
        return [(each, voice.t(f"edit-worked-{each}")) for each in ("no", "yes")]
    if name == "pci_component":
        return [
            ("", voice.t("edit-empty")),
            *((str(each), values.component(voice, str(each))) for each in PCI_COMPONENTS),
        ]
    if name not in {"department", "co_departments"}:
        return ()
    takers = [each for each in seeing.ports.catalogue.departments if each.takes_cases and not each.successor]
    theirs = [each.key for each in takers if each.kind is not DepartmentKind.COMMUNE or each.key in value.split("\n")]
    found = [(key, voice.department(key)) for key in theirs]
    return [("", voice.t("edit-choose")), *found] if name == "department" else found
