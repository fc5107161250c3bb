"""What the department may see of a business that hides its identity."""

from __future__ import annotations

import re

from domain.cases import Case, Tier
from domain.messages import Value, Words

MASK = "▒▒▒"

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.])(?:\+?84|0)(?:[ .-]?\d){8,10}(?!\d)")
_TAX_CODE = re.compile(r"(?<!\d)\d{10}(?:\d{2}|-?\d{3})?(?!\d)")


def masked(text: str, names: tuple[str, ...] = ()) -> str:
    """The text with e-mail addresses, phone numbers, tax codes and the given names blotted out."""
    for pattern in (_MAIL, _PHONE, _TAX_CODE):
        text = pattern.sub(MASK, text)
    for name in names:
        if len(name.strip()) >= 3:  # noqa: PLR2004  a shorter name would blot out ordinary words
            text = re.sub(re.escape(name.strip()), MASK, text, flags=re.IGNORECASE)
    return text


def for_department(case: Case, text: str, author_name: str = "") -> str:
    """A text of the business as the department may read it."""
    if case.tier is Tier.OPEN:
        return text
    return masked(text, (case.business_name, case.tax_code, author_name))


def who_filed(case: Case, *, may_know: bool) -> Value:
    """The business as shown on a card: its name and tax code, or that the identity is withheld."""
    if not may_know and case.tier is not Tier.OPEN:
        return Words("identity-withheld")
    if not case.business_name:
        return Words("no-business-name")
    if case.tax_code:
        return Words("business-with-code", {"name": case.business_name, "code": case.tax_code})
    return case.business_name
