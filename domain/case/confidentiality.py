"""What the department may see of a business that hides its identity."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import lru_cache

from domain.case.case import Case, Tier
from domain.messages import ERASED, Value, Words
from domain.people import named
from domain.privacy.cores import cores
from domain.privacy.masks import MASK, blotted, names_introduced, unnamed


def masked(text: str, names: tuple[str, ...] = ()) -> str:
    """The text with what leads to anybody (numbers, addresses, plates) and the names, however written, blotted out."""
    return _masked(text, tuple(dict.fromkeys(filter(None, names))))


@lru_cache(maxsize=64)
def _masked(text: str, names: tuple[str, ...]) -> str:
    # remembered for a moment: one message is shown masked, routed without names, and kept, all in one turn
    return blotted(unicodedata.normalize("NFC", text), names)


def unsigned(text: str, author_name: str, *firms: str) -> str:
    """A text as it is kept when nobody may ever know who wrote it; `firms` are names and tax codes of theirs."""
    return masked(text, (*firms, *_orders(author_name)))


def preview(text: str, business_name: str, tax_code: str, author_name: str, *others: str) -> str:
    """An unfiled text, whole, as a department would read it; "" where it would read it unchanged.

    `others` are the names and tax codes of whatever else its author has spoken for.
    """
    shown = masked(text, (business_name, tax_code, *_orders(author_name), *others))
    return shown if MASK in shown else ""


def impersonal(text: str, business_name: str, tax_code: str, author_name: str) -> str:
    """What a text says apart from who says it: names and numbers are none of routing's business, and mislead it."""
    return masked(text, (business_name, tax_code, *_orders(author_name))).replace(MASK, " ")


def for_department(case: Case, text: str, author_name: str = "") -> str:
    """A text of the business as the department may read it; `author_name` is whoever wrote it, if not who filed."""
    if case.tier is Tier.OPEN:
        return text
    return masked(text, (*_names(case), *_orders(author_name)))


def without_author(case: Case, text: str, author_name: str = "") -> str:
    """A text of the business without what leads to it, as it stays once its author is erased."""
    return masked(text, (*_names(case), *_orders(author_name)))


def hides(case: Case) -> bool:
    """Whether who filed is kept from the public; a business named to a department for a time hides all the same."""
    return case.tier is not Tier.OPEN or case.named_until is not None


def for_public(case: Case, text: str) -> str:
    """A text of the case as anybody may read it: whoever filed openly did so for the department alone."""
    return masked(text, _names(case))


def without_names(case: Case, text: str) -> str:
    """A text somebody in government wrote for the public: only who filed is blotted out, not an office's telephone."""
    return unnamed(text, _names(case))


def introduces(tier: Tier, text: str, others: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """What a journal entry notes beside the words of somebody who hides: names to be blotted out.

    They are those given in the words, and those of the `others` for whom their author has spoken.
    """
    names = dict.fromkeys((*others, *names_introduced(text))) if tier is Tier.HIDDEN else {}
    return {"introduced": list(names)} if names else {}


def others_of(case: Case, names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the author's names that the case of somebody who hides does not know yet."""
    known = {*case.introduced, case.business_name, case.tax_code}
    return tuple(name for name in names if name not in known) if case.tier is Tier.HIDDEN else ()


def knowing(case: Case, names: tuple[str, ...]) -> Case:
    """The case as if it had always known these names of its author's."""
    others = others_of(case, names)
    return replace(case, introduced=(*case.introduced, *others)) if others else case


def _names(case: Case) -> tuple[str, ...]:
    introduced = (order for name in case.introduced for order in ((name,) if cores(name) else _orders(name)))
    firm = (name for name in (case.business_name, case.tax_code) if name != ERASED)
    return (*firm, *_orders(case.author_name), *introduced)


def _orders(name: str) -> tuple[str, ...]:
    """A person's name in every order: messengers say "Lan Nguyễn Thị", people write "Nguyễn Thị Lan"."""
    words = name.split() if name != ERASED else []
    return tuple(" ".join((*words[at:], *words[:at])) for at in range(max(1, min(len(words), 5))))


def who_filed(case: Case, *, may_know: bool) -> Value:
    """The business as shown on a card: its name and tax code, or that the identity is withheld or not known."""
    if case.tier is Tier.ANONYMOUS:
        return Words("identity-anonymous")
    if not may_know and case.tier is not Tier.OPEN:
        return Words("identity-withheld")
    return named(case.business_name, case.tax_code)
