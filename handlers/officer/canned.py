"""`/mau`: answers and legal bases kept for the next time, a department's own and the province's, filled from the case.

What is chosen for a case waits like words somebody typed: it goes nowhere before it is said what it is.
"""

from __future__ import annotations

import re

from domain.buttons import Button, Side
from domain.case.case import Case, Tier
from domain.language import LANGUAGES, detect, fold
from domain.messages import Choice, Lines, Value, Words
from domain.refusals import Missing, Refusal
from handlers.access import case_for, check, is_task_group, leads
from handlers.excerpts import LABEL, SHORT, label, shortened
from handlers.group_talk import acknowledge, say
from handlers.officer import bare_replies, finding
from handlers.officer.naming import case_replied_to
from handlers.province import Province
from handlers.turn import InGroup
from handlers.typed import CODE
from storage import cases
from storage.knowledge import canned, published
from storage.knowledge.canned import PROVINCE, Canned
from storage.people import Individual

LISTED = 10
#: known answers beside them
BESIDE = 3
LONGEST_TITLE = 80
_KEEP, _REMOVE = {"them", "add", "sua", "change"}, {"xoa", "bo", "remove"}
_PLACE = re.compile(r"\[\s*([^\[\]]{1,30}?)\s*\]")


def owners(turn: InGroup) -> tuple[str, ...]:
    """Whose a chat may use: its department's own and the province's."""
    return (PROVINCE,) if is_task_group(turn) else (turn.who.department, PROVINCE)


def work_on(turn: InGroup, rest: str) -> None:
    """`/mau`, `/mau TỪ`, also in reply to a card; `/mau thêm TÊN` with the text below it; `/mau xóa TÊN`."""
    finding.shelves(turn)  # refused where no cases are worked on
    first, _, more = rest.partition(" ")
    verb = fold(first)
    if verb in _KEEP:
        _keep(turn, more)
    elif verb in _REMOVE:
        if not canned.remove(turn.tx, owners(turn)[0], more.strip(), turn.incoming.sender.name):
            raise Refusal("refused-canned-none", text=more.strip()[:SHORT] or "?")
        acknowledge(turn)
    else:
        _offer(turn, rest)


def _keep(turn: InGroup, given: str) -> None:
    """The first line is the title, the others the text; its language is read from it."""
    title, _, text = given.strip().partition("\n")
    title, text = " ".join(title.split()), text.strip()
    if not title or not text or len(title) > LONGEST_TITLE:
        raise Missing("refused-canned")
    kept = canned.keep(turn.tx, owners(turn)[0], title, detect(text), text, turn.incoming.sender.name)
    say(turn, Words("canned-kept", {"title": kept.title, "languages": _languages(kept)}))


def _offer(turn: InGroup, rest: str) -> None:
    """What holds these words; for a case each is a tap away, with answers published to questions like it."""
    match = CODE.search(rest)
    found = cases.by_code(turn.tx, match.group(1).upper()) if match else None
    number = found.id if found else case_replied_to(turn)
    words = CODE.sub("", rest).strip()
    case = case_for(turn, number) if number else None
    if case is not None:
        check(turn, case, "answer")
    kept = canned.find(turn.tx, owners(turn), words)[:LISTED]
    lines: list[Value] = [Words("canned-head", {"count": len(kept), "words": words[:SHORT] or "none"})]
    lines += [_line(each, case) for each in kept]
    rows = [_button(each, case) for each in kept] if case else []
    if case is not None:
        rows += _known(turn, case)
    say(turn, Lines(tuple(lines)), tuple((row,) for row in rows), about=case.id if case else 0)


def _line(kept: Canned, case: Case | None) -> Words:
    text = text_for(kept, case)[1]
    facts: dict[str, Value] = {"title": kept.title, "languages": _languages(kept), "used": kept.used}
    return Words("canned-line", {**facts, "text": shortened(text), "whose": "own" if kept.owner else "province"})


def _languages(kept: Canned) -> Lines:
    return Lines(tuple(Words(f"language-{each}") for each in LANGUAGES if each in kept.texts), ", ")


def _button(kept: Canned, case: Case) -> Choice:
    return Choice(kept.title[:LABEL], Button(Side.OFFICER, "canned", case=case.id, canned=kept.id).data)


def _known(turn: InGroup, case: Case) -> list[Choice]:
    found = [published.by_id(turn.tx, -each) for each in finding.alike(turn, case) if each < 0][:BESIDE]
    return [Choice(label(each), Button(Side.OFFICER, "known", published=each.id).data) for each in found if each]


def text_for(kept: Canned, case: Case | None) -> tuple[str, str]:
    """The language and the text a case's business reads: in its own language if there is one, else the first."""
    order = [case.language if case else LANGUAGES[0], *LANGUAGES]
    language = next(each for each in [*order, *kept.texts] if each in kept.texts)
    return language, kept.texts[language]


def hold_for(turn: InGroup, case: Case, person: Individual, number: int) -> None:
    """A kept text, filled from the case, waits for the tap that says what it is."""
    kept = canned.by_id(turn.tx, number)
    if kept is None or kept.owner not in owners(turn) or not leads(turn, case):
        raise Refusal("refused-button")
    canned.count_use(turn.tx, kept.id)
    bare_replies.hold_text(turn, case, person, filled(turn.province, kept, case, turn.incoming.sender.name))


def filled(province: Province, kept: Canned, case: Case, officer: str) -> str:
    """The text with [mã], [doanh nghiệp], [cơ quan], [lĩnh vực], [hạn], [cán bộ] in place; others stay as they are."""
    language, text = text_for(kept, case)
    facts = _facts(province, case, officer, language)
    return _PLACE.sub(lambda found: facts.get(fold(found[1]).replace("_", " "), found[0]), text)


def _facts(province: Province, case: Case, officer: str, language: str) -> dict[str, str]:
    """What each placeholder becomes, by its name without diacritics in Vietnamese and in English.

    A business that hides its name is not named: its department does not know it.
    """
    name = province.catalogue.name
    due = case.deadline.astimezone(province.catalogue.timezone) if case.deadline else None
    firm = case.business_name if case.tier is Tier.OPEN else ""
    department = name(case.department, language) if case.department else ""
    facts = {
        ("ma", "ma vu viec", "code"): f"#{case.code}",
        ("doanh nghiep", "business"): firm or _YOU[language],
        ("co quan", "department"): department,
        ("linh vuc", "topic"): name(case.topic, language) if case.topic else "",
        ("han", "han tra loi", "deadline"): f"{due:%H:%M %d/%m/%Y}" if due else "",
        ("can bo", "officer"): officer,
    }
    return {each: value for names, value in facts.items() for each in names if value}


_YOU = {"vi": "Ông/Bà", "en": "you", "zh": "贵方"}
