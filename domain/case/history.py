"""A case is what its journal tells: each entry changes it, and nothing else does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.case.case import (
    Case,
    Contribution,
    Entry,
    Imported,
    Matter,
    Move,
    Outcome,
    Proposal,
    Role,
    State,
    Tier,
    copied,
)
from domain.case.named import masked_again, named, naming_asked
from domain.case.transitions import TRANSITIONS
from domain.deadline.promises import Look, Promise, after, read_agenda, without

HIGHEST_LEVEL = 2
#: what a correction of who somebody is may change
NAMES = ("author_name", "business_name", "tax_code")
Changes = dict[str, Any]
#: whatever is written into a case of a list, our clock neither looks at it nor holds anybody to a day
_UNTIMED: Changes = {"deadline": None, "agenda": (), "why": {}}


def apply(case: Case | None, entry: Entry) -> Case:
    """The case after the entry; with `unfold` the only way a case ever changes."""
    return _born(entry) if case is None else replace(case, **_changes(case, entry))


def unfold(entries: Iterable[Entry], case: Case | None = None) -> Iterator[Case]:
    """The case after each entry, as `apply` makes it, but always the same object: copy what is to be kept."""
    # figures are counted from a million journals, and making a case anew is what takes time
    if case is not None:
        case = copied(case)
    for entry in entries:
        if case is None:
            case = _born(entry)
        else:
            for name, value in _changes(case, entry).items():
                object.__setattr__(case, name, value)
        yield case


def replay(entries: Iterable[Entry]) -> Case:
    """The case its journal tells; raises ValueError for an empty journal."""
    case: Case | None = None
    for each in unfold(entries):
        case = each
    if case is None:
        raise ValueError("an empty journal tells no case")
    return case


def _changes(case: Case, entry: Entry) -> Changes:
    """What an entry makes of the case."""
    state = TRANSITIONS[entry.move][1] or case.state
    reached = case.reached or entry.actor.role is Role.BUSINESS  # whoever writes to us can be written to
    change = _CHANGES.get(entry.move)
    always: Changes = {"seq": entry.seq, "state": state, "reached": reached}
    if names := entry.facts.get("introduced"):
        always["introduced"] = tuple(dict.fromkeys((*case.introduced, *names)))
    changes = {**always, **change(case, entry)} if change else always
    return {**changes, **_UNTIMED} if case.imported and not case.imported.timed else changes


def _instant(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def _born(entry: Entry) -> Case:
    facts = entry.facts
    return Case(
        id=entry.case,
        code=facts["code"],
        kind=Matter(facts["kind"]),
        department=facts["department"],
        topic=facts["topic"],
        tier=Tier(facts["tier"]),
        author=entry.actor.person,
        author_name=entry.actor.name,
        language=facts["language"],
        written_in=facts.get("written_in", ""),
        introduced=tuple(facts.get("introduced", ())),
        again=facts.get("again", 0),
        business=facts["business"],
        business_name=facts["business_name"],
        tax_code=facts["tax_code"],
        text=facts["text"],
        files=tuple(facts["files"]),
        together=tuple(facts.get("together", ())),
        accused=tuple(facts.get("accused", ())),
        in_batches=bool(facts.get("in_batches")),
        state=State.FILED,
        filed_at=entry.at,
        seq=entry.seq,
        # what the list's words were can be erased; that the case comes from one cannot
        imported=replace(Imported(*facts["imported"]), timed=facts["timed"]) if "timed" in facts else None,
        **{"deadline": None, **_termed(entry)},
    )


def _termed(entry: Entry) -> Changes:
    """What an entry says of the deadline, the agenda and their reason."""
    facts = entry.facts
    changes: Changes = {}
    if "agenda" in facts:
        changes["agenda"] = read_agenda(facts["agenda"])
    if "deadline" in facts:
        changes |= {"deadline": _instant(facts["deadline"]), "why": facts["why"]}
    if "promise" in facts:
        changes["promise"] = Promise.read(facts["promise"])
    return changes


def _first_word(case: Case, entry: Entry) -> Changes:
    """The business has heard from somebody: no interim word is due any more."""
    return {"first_word_at": case.first_word_at or entry.at, "agenda": without(case.agenda, Look.HALF)}


def _unpaused(case: Case, entry: Entry) -> Changes:
    """A question that is no longer open ends its pause, whatever ended it."""
    if case.asked_at is None:
        return _termed(entry)
    ended: Changes = {"asked_at": None, "reply_by": None, "pauses": (*case.pauses, (case.asked_at, entry.at))}
    return {**ended, **_termed(entry)}


def _nobody(case: Case, entry: Entry) -> Changes:
    return {"accepted_by": 0, "accepted_name": "", "accepted_at": None, "proposal": None, **_unpaused(case, entry)}


def _accepted(case: Case, entry: Entry) -> Changes:
    by = {"accepted_by": entry.actor.person, "accepted_name": entry.actor.name, "accepted_at": entry.at}
    return {**by, "agenda": without(case.agenda, Look.ACCEPT)}


def _holder(case: Case, entry: Entry) -> Changes:
    if case.accepted_by or entry.actor.role is Role.TASK_GROUP:
        return {}
    return _accepted(case, entry)


def _on_assigned(case: Case, entry: Entry) -> Changes:
    reset: Changes = {"topic": entry.facts.get("topic", ""), "answered_at": None, "confirm_by": None}
    return {**_nobody(case, entry), **_handed(case, entry), **reset}


def _on_succeeded(case: Case, entry: Entry) -> Changes:
    """The same people under another name: whoever had accepted it goes on, and knows whom they knew."""
    return {"department": entry.facts["department"], **(masked_again(case) if case.accused else {})}


def _on_transferred(case: Case, entry: Entry) -> Changes:
    return {**_nobody(case, entry), **_handed(case, entry), "topic": "", "transfers": case.transfers + 1}


def _handed(case: Case, entry: Entry) -> Changes:
    """The new department leads; what it was to contribute is now its own matter."""
    lead = entry.facts["department"]
    parts = tuple(part for part in case.parts if part.department != lead)
    return {"department": lead, "parts": parts, **masked_again(case)}


def _on_asked(case: Case, entry: Entry) -> Changes:
    asked: Changes = {
        **_holder(case, entry),
        **_first_word(case, entry),
        "asked_at": case.asked_at or entry.at,
        "reply_by": _instant(entry.facts["reply_by"]),
        "reached": True,
    }
    return {**asked, **_termed(entry)}


def _on_replied(case: Case, entry: Entry) -> Changes:
    """Back to whoever has accepted; a question of the task group's on a case nobody has accepted accepts nothing."""
    return {**_unpaused(case, entry), **({} if case.accepted_by else {"state": State.FILED})}


def _answer(case: Case, entry: Entry) -> Changes:
    return {
        **_first_word(case, entry),
        **_unpaused(case, entry),
        "answer": entry.facts["text"],
        "is_explained": bool(entry.facts.get("explains")),
        "answered_at": entry.at,
        "answered_name": entry.actor.name,
        # not the actor's: rows of answers from before this was written down say nobody, and must be what they tell
        "answered_by": entry.facts.get("by", 0),
        "confirm_by": _instant(entry.facts["confirm_by"]),
        "proposal": None,
    }


def _on_answered(case: Case, entry: Entry) -> Changes:
    return {**_holder(case, entry), **_answer(case, entry), "reached": True}


def _on_reopened(case: Case, entry: Entry) -> Changes:
    """One level up, on a clock of its own: what was extended or paused before counts no more."""
    return {
        **_termed(entry),
        "level": min(case.level + 1, HIGHEST_LEVEL),
        "reopenings": case.reopenings + 1,
        "contested": case.contested + (case.state is State.DECLINED),
        "reopened_at": entry.at,
        "escalated_at": None,
        "pauses": (),
        "extension_days": 0,
        "parts": (),
        "outcome": Outcome.NOT_SOLVED,
        "answered_at": None,
        "confirm_by": None,
        "ended_at": None,
        "reopen_until": None,
    }


def _on_confirmed(_: Case, entry: Entry) -> Changes:
    return {
        "outcome": Outcome(entry.facts["outcome"]),
        "ended_at": entry.at,
        "confirm_by": None,
        "reopen_until": _instant(entry.facts.get("reopen_until")),
        "agenda": (),
    }


def _on_extended(case: Case, entry: Entry) -> Changes:
    days = case.extension_days + entry.facts["days"]
    return {"extension_days": days, "proposal": None, **_termed(entry)}


def _on_proposed(_: Case, entry: Entry) -> Changes:
    facts = entry.facts
    return {"proposal": Proposal(entry.seq, facts["verb"], facts["extra"], facts["reason"], entry.actor.name)}


def _on_invited(case: Case, entry: Entry) -> Changes:
    facts = entry.facts
    others = tuple(part for part in case.parts if part.department != facts["department"])
    due = _instant(facts["due"]) or entry.at
    parts = (*others, Contribution(facts["department"], facts["text"], due))
    return {"parts": parts, **masked_again(case), **_termed(entry)}


def _on_contributed(case: Case, entry: Entry) -> Changes:
    key = entry.facts["department"]
    parts = tuple(replace(part, said_at=entry.at) if part.department == key else part for part in case.parts)
    return {"parts": parts, "agenda": without(case.agenda, f"{Look.PART}:{key}", f"{Look.PART_LATE}:{key}")}


def _on_told(case: Case, entry: Entry) -> Changes:
    told = {**_first_word(case, entry), "reached": True}
    holder = _holder(case, entry)
    # each of the two leaves one look out of the agenda as it was, so the second would bring back the first's
    return {**told, **holder, "agenda": without(case.agenda, Look.HALF, *([Look.ACCEPT] if holder else []))}


def _on_corrected(_: Case, entry: Entry) -> Changes:
    return {"answer": entry.facts["text"]} if entry.facts.get("was_answer") else {}


def _on_amended(_: Case, entry: Entry) -> Changes:
    return {"text": entry.facts["text"]} if entry.facts.get("whole") else {}


def _looked(case: Case, entry: Entry) -> Changes:
    """The clock has looked: everything up to now is off the agenda."""
    # up to the entry, not to the warning it tells of: a clock that comes late passes several, and tells the last
    return {"agenda": after(case.agenda, entry.at)}


def _on_escalated(case: Case, entry: Entry) -> Changes:
    level = max(case.level, entry.facts["level"])
    return {**_looked(case, entry), "level": level, "escalated_at": case.escalated_at or entry.at}


def _on_withdrawn(case: Case, entry: Entry) -> Changes:
    return {"ended_at": entry.at, **_unpaused(case, entry), "agenda": (), "proposal": None}


def _on_merged(case: Case, entry: Entry) -> Changes:
    """The second of two cases ends in the first, which counts it."""
    if "into" not in entry.facts:
        return {"followers": case.followers + 1}
    ended: Changes = {"state": State.MERGED, "merged_into": entry.facts["into"], "ended_at": entry.at}
    return {**ended, "agenda": (), "proposal": None}


def _on_separated(case: Case, entry: Entry) -> Changes:
    if "state" not in entry.facts:
        return {"followers": case.followers - 1}
    again: Changes = {"state": State(entry.facts["state"]), "merged_into": 0, "ended_at": None}
    return {**again, "agenda": read_agenda(entry.facts["agenda"])}


_CHANGES: dict[Move, Callable[[Case, Entry], Changes]] = {
    Move.ASSIGNED: _on_assigned,
    Move.SUCCEEDED: _on_succeeded,
    Move.ACCEPTED: _accepted,
    Move.ASKED: _on_asked,
    Move.REPLIED: _on_replied,
    Move.TOLD: _on_told,
    Move.ANSWERED: _on_answered,
    Move.CORRECTED: _on_corrected,
    Move.CONFIRMED: _on_confirmed,
    Move.RATED: lambda _, entry: {"stars": entry.facts["stars"], "comment": entry.facts["comment"]},
    Move.REOPENED: _on_reopened,
    Move.TRANSFERRED: _on_transferred,
    Move.EXTENDED: _on_extended,
    Move.PROPOSED: _on_proposed,
    Move.REFUSED: lambda _, __: {"proposal": None},
    Move.INVITED: _on_invited,
    Move.CONTRIBUTED: _on_contributed,
    Move.DECLINED: _answer,
    Move.WITHDRAWN: _on_withdrawn,
    Move.AMENDED: _on_amended,
    Move.WARNED: _looked,
    Move.ESCALATED: _on_escalated,
    Move.REMINDED: _looked,
    Move.RESUMED: _on_replied,
    Move.RECOMPUTED: lambda _, entry: _termed(entry),
    Move.SUSPECTED: lambda case, entry: {"risks": (*case.risks, *entry.facts["risks"]), "dispute": "suspected"},
    Move.JUDGED: lambda _, entry: {"dispute": entry.facts["verdict"]},
    Move.LINKED: lambda _, entry: {name: entry.facts[name] for name in ("project", "investment", "jobs")},
    Move.WEIGHED: lambda _, entry: {name: entry.facts[name] for name in ("investment", "jobs", "at_risk")},
    Move.UNREACHED: lambda _, __: {"reached": False},
    Move.MERGED: _on_merged,
    Move.SEPARATED: _on_separated,
    Move.UNMASK_ASKED: naming_asked,
    Move.UNMASK_REFUSED: lambda _, __: {"naming": None},
    Move.UNMASKED: named,
    Move.EXPLAINED: lambda _, __: {"is_explained": True},
    Move.RENAMED: lambda case, entry: {name: entry.facts.get(name, getattr(case, name)) for name in NAMES},
    Move.HELD: lambda case, entry: {"held_for": entry.facts["reason"], "held_at": case.held_at or entry.at},
    Move.LET_GO: lambda _, __: {"held_for": "", "held_at": None},
    Move.MASKED: lambda _, __: {"tier": Tier.HIDDEN, "named_until": None},
}
