"""One case: what it is, why it is due when it is, what happened. Nobody who hides is named here, whoever reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from starlette.exceptions import HTTPException
from starlette.responses import Response

from domain.case import confidentiality
from domain.case.case import Case, is_open
from domain.messages import TASK_GROUP, Lines, Name, Words, shortened
from handlers.task_group import reporting
from handlers.task_group.reporting import Told
from storage import cases, listing
from storage.database import Tx
from web.board.cases import days_late, seen
from web.board.readers import Seeing, for_readers
from web.board.showing import board_page

LONGEST_CODE = 20
LONGEST = 600


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the timeline."""

    at: datetime
    who: str
    what: str
    text: str


@for_readers
async def page(seeing: Seeing) -> Response:
    """A case the reader may see; the same 404 for one of others and for none at all."""
    code = seeing.request.path_params["code"].upper()[:LONGEST_CODE]
    found = await seeing.ports.store.run(lambda tx: _found(tx, seeing, code))
    if found is None:
        raise HTTPException(404)
    case, told, why, at = found
    return board_page(
        seeing,
        "board/case.html",
        "cases",
        case=case,
        facts=_facts(seeing, case),
        why=why,
        late=days_late(seeing, case, at),
        is_open=is_open(case),
        matter=seen(seeing, case, case.text),
        answer=seen(seeing, case, case.answer),
        events=[_event(seeing, each) for each in told],
    )


Story = tuple[Case, Sequence[Told], str, datetime]


def _found(tx: Tx, seeing: Seeing, code: str) -> Story | None:
    number = cases.number_of(tx, code)
    case = cases.look(tx, number) if number and listing.is_listed(tx, number) else None
    if case is None or (seeing.departments and case.department not in seeing.departments):
        return None
    told = reporting.history(tx, case, inside=False)
    limits = seeing.ports.catalogue.legal_limits
    why = reporting.deadline(tx, TASK_GROUP, case, limits).words  # of which only the words are wanted
    lines = why.items[1:] if isinstance(why, Lines) else (why,)
    return case, told, "\n".join(seeing.voice.say(each) for each in lines), tx.now


def _event(seeing: Seeing, told: Told) -> Event:
    """For leadership without names and words: what happened and when is what it asks for."""
    is_for_leadership, voice = seeing.reader.role == "leadership", seeing.voice
    who = voice.say(Words(f"role-{told.role}") if is_for_leadership else told.who)
    return Event(told.at, who, voice.say(told.what), "" if is_for_leadership else shortened(told.text, LONGEST))


def _facts(seeing: Seeing, case: Case) -> list[tuple[str, str]]:
    voice = seeing.voice
    facts = [
        (
            voice.say(Words("report-by-department")),
            voice.say(Name("department", case.department)) if case.department else voice.department(""),
        ),
        (voice.say(Words("report-by-topic")), voice.topic(case.topic)),
        (voice.say(Words("report-by-kind")), voice.say(Words(f"kind-{case.kind}"))),
        (voice.say(Words("report-state")), voice.say(Words(f"state-{case.state}"))),
        (voice.say(Words("report-since")), voice.moment(case.filed_at)),
        (voice.say(Words("report-deadline")), voice.moment(case.deadline) if case.deadline else "–"),
    ]
    if case.answered_at:
        facts.append((voice.say(Words("report-answered-on")), voice.moment(case.answered_at)))
    if case.outcome:
        facts.append((voice.say(Words("report-outcome")), voice.say(Words(f"outcome-{case.outcome}"))))
    if seeing.reader.role != "leadership":
        facts.append((voice.t("board-business"), voice.say(confidentiality.who_filed(case, may_know=False))))
        if case.accepted_name:
            facts.append((voice.t("board-officer"), case.accepted_name))
    return facts
