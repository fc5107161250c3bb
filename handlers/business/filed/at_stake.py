"""What a business may add by a tap once it has filed openly: to which project it belongs, what is at risk."""

from __future__ import annotations

from dataclasses import replace

from domain.buttons import Button, Side
from domain.case.case import Case, Tier
from domain.case.decisions import Decision
from domain.messages import Audience, Choice, Words, shortened
from domain.oversight import projects as rules
from domain.oversight.projects import BANDS
from domain.refusals import Refusal
from handlers.private_talk import actor, instant, record, say
from handlers.turn import Private
from storage.database import Tx
from storage.oversight import projects as memory

_LABEL = 26


def offered(tx: Tx, decision: Decision) -> Decision:
    """The receipt with what may be added; nothing where the answer would tell who hides."""
    case = decision.case
    if case.tier is not Tier.OPEN:
        return decision
    rows = [
        (Choice(f"🏗 {shortened(each.name, _LABEL)}", _button("project", case, project=each.id).data),)
        for each in memory.likely(tx, case.tax_code, case.text)
    ]
    rows.append((Choice(Words("button-weigh"), _button("weigh", case).data),))
    receipt = next(each for each in decision.notices if each.to.audience is Audience.AUTHOR)
    asking = replace(receipt, choices=(*receipt.choices, *rows))
    return replace(decision, notices=tuple(asking if each is receipt else each for each in decision.notices))


def _button(verb: str, case: Case, **parts: int) -> Button:
    return Button(Side.OWN, verb, case=case.id, **parts)  # type: ignore[arg-type]


def tap(turn: Private, case: Case, button: Button) -> None:
    """Which project, how much; the first tap on what is at risk shows the bands."""
    if button.verb == "project":
        project = memory.by_id(turn.tx, button.project)
        if project is None or project not in memory.likely(turn.tx, case.tax_code, case.text):
            raise Refusal("refused-button-own")
        record(turn, rules.link(case, actor(turn.who), instant(turn, case), project))
        say(turn, Words("project-thanks", {"code": case.code, "project": project.name}), about=case.id)
    elif button.band:
        record(turn, rules.weigh(case, actor(turn.who), instant(turn, case), button.band))
        say(turn, Words("stake-thanks", {"code": case.code}), about=case.id)
    else:
        bands = range(1, len(BANDS) + 1)
        rows = tuple((Choice(Words(f"stake-{band}"), _button("weigh", case, band=band).data),) for band in bands)
        say(turn, Words("stake-question", {"code": case.code}), rows, about=case.id)
