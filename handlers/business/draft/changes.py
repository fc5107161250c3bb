"""Another department, kind, business or wording for a filing in the making; each is asked, then summed up anew."""

from __future__ import annotations

from dataclasses import replace

from domain.buttons import UNKNOWN, Button, Side
from domain.case import draft as drafting
from domain.case.case import Matter
from domain.case.draft import Draft
from domain.messages import Choice, Words
from domain.refusals import Refusal
from handlers.business.draft import drafts, screen
from handlers.business.draft.guessing import guess
from handlers.memory import Step
from handlers.province import Province
from handlers.turn import Private

_KINDS = (Matter.OBSTACLE, Matter.PROPOSAL, Matter.FEEDBACK, Matter.COMPLAINT)
_BACK = (Choice(Words("button-back"), Button(Side.DRAFT, "back").data),)


def offer_changes(turn: Private) -> None:
    """What of the draft may be changed."""
    rows = tuple(
        (Choice(Words(f"button-change-{what}"), Button(Side.DRAFT, "pick", pick=what).data),)
        for what in ("department", "kind", "business", "text")
    )
    screen.show(turn, Words("change-question"), (*rows, _BACK))


def ask_change(turn: Private, what: str) -> None:
    """The question that changes this part of the draft."""
    draft = drafts.draft_of(turn)
    match what:
        case "kind":
            rows = tuple(
                (Choice(Words(f"kind-{kind}"), Button(Side.DRAFT, "kind", kind=kind).data),) for kind in _KINDS
            )
            screen.show(turn, Words("kind-question"), (*rows, _BACK))
        case "department":
            rows = tuple((each,) for each in (*_departments(turn.province, draft), drafting.unknown_department()))
            screen.show(turn, Words("department-question"), (*rows, _BACK))
        case "business":
            turn.talk.forget("no_business")
            drafts.ask_business(turn)
        case "text":
            turn.talk.awaits(Step.REWRITE)
            screen.show(turn, Words("text-question"), (_BACK,))
        case _:
            raise Refusal("refused-button")


def _departments(province: Province, draft: Draft) -> tuple[Choice, ...]:
    """The best guesses first, then every department that takes cases (communes are named in the text instead)."""
    listed = [
        each.key
        for each in province.catalogue.departments
        if each.takes_cases and not each.successor and not each.former_district and each.kind != "commune"
    ]
    keys = dict.fromkeys([*draft.offered, *listed])
    return tuple(drafting.department_choice(key) for key in keys)


def choose_department(turn: Private, key: str) -> None:
    """The department a person chose themselves; UNKNOWN leaves it to the task group."""
    draft, catalogue = drafts.draft_of(turn), turn.province.catalogue
    if key == UNKNOWN:
        drafts.change(turn, replace(draft, department="", topic="", together=(), corrected=True))
        return
    department = catalogue.department(key)
    if department is None or not department.takes_cases or department.successor:
        raise Refusal("refused-button")
    topic = catalogue.topic(draft.topic)
    changed = replace(
        draft,
        department=key,
        topic=draft.topic if topic and topic.department == key else "",
        together=draft.together if key in draft.offered[:1] else (),
        corrected=True,
        is_conduct=False,
    )
    drafts.change(turn, changed)


def answer_conduct(turn: Private, *, about_officials: bool) -> None:
    """Whether it is about how officials behave, as the person says; asked only where routing cannot tell."""
    draft = drafts.draft_of(turn)
    if about_officials:
        drafts.change(turn, drafting.about_officials(draft, guess(turn, draft.text)))
    else:
        drafts.change(turn, replace(draft, maybe_conduct=False, conduct_told=True))


def choose_kind(turn: Private, kind: Matter) -> None:
    """Obstacle, proposal, feedback or complaint, as the person says."""
    drafts.change(turn, replace(drafts.draft_of(turn), kind=kind, kind_chosen=True))
