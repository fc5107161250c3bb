"""Investment projects: what is known of one, and a case that belongs to one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.case.case import Actor, Case, Move, Role, Tier
from domain.case.decisions import Decision, under_card
from domain.case.history import apply
from domain.case.transitions import write
from domain.language import fold
from domain.messages import Words
from domain.refusals import Refusal

#: letters below which a project's name may stand in a text by chance
_LEAST_NAME = 10
#: what a business may tap for what is at risk: at least so many millions of đồng
BANDS = (1, 1_000, 10_000, 100_000)


@dataclass(frozen=True, slots=True)
class Project:
    """One project of the province's list; `capital` in millions of đồng."""

    code: str
    name: str
    investor: str = ""
    tax_code: str = ""
    place: str = ""
    capital: int = 0
    jobs: int = 0
    state: str = ""
    id: int = 0


def plain(name: str) -> str:
    """A name as it is compared: without marks, in lower case, single spaces."""
    return " ".join(fold(name).split())


def is_named(project: Project, text: str) -> bool:
    """True where a text names the project."""
    name = plain(project.name)
    return len(name) >= _LEAST_NAME and f" {name} " in f" {plain(text)} ".replace(",", " ").replace(".", " ")


def link(case: Case, actor: Actor, now: datetime, project: Project) -> Decision:
    """The case is an obstacle of this project; who hides would be known by it, and so cannot be linked."""
    _openly(case)
    facts = {"project": project.id, "reason": f"{project.code} {project.name}"}
    entry = write(case, actor, Move.LINKED, now, **facts, investment=project.capital, jobs=project.jobs)
    words = Words("project-linked", {"case": f"#{case.code}", "project": project.name, "about": project.code})
    return Decision(apply(case, entry), (entry,), (under_card(case, words),))


def weigh(case: Case, actor: Actor, now: datetime, band: int) -> Decision:
    """What is at risk, as the business itself says: at least so much."""
    _openly(case)
    if actor.role is not Role.BUSINESS or not 1 <= band <= len(BANDS):
        raise Refusal("refused-button-own")
    told = {"investment": case.investment, "jobs": case.jobs, "at_risk": BANDS[band - 1]}
    entry = write(case, actor, Move.WEIGHED, now, **told)
    words = Words("stake-told", {"case": f"#{case.code}", "band": Words(f"stake-{band}")})
    return Decision(apply(case, entry), (entry,), (under_card(case, words),))


def _openly(case: Case) -> None:
    if case.tier is not Tier.OPEN:
        raise Refusal("refused-project-hidden")
