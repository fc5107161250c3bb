"""What an officer's words do: to the case, and to the business."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from domain.buttons import Button
from domain.case import handovers, moves
from domain.case.case import Actor, Case, Role
from domain.case.corrections import AT_THE_BUSINESS
from domain.case.decisions import Decision
from domain.case.moves import DepartmentReply
from domain.messages import Name, Value, Words
from domain.oversight import disputes
from domain.province.catalogue import Department
from domain.refusals import Refusal
from handlers import memory, recording
from handlers.access import actor_of, case_for
from handlers.officer import publishing
from handlers.officer.naming import check_codes
from handlers.province import Province
from handlers.recording import Confirmed
from handlers.turn import InGroup
from storage import files, people
from storage.people import Individual

#: whose words the business reads
READ_BY_BUSINESS = {"send", "answer", "ask", "decline", "transfer", "assign", "extend"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What an officer wants done; `extra` is the department or the number of days that some verbs need."""

    verb: str
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """Words and files of an officer, from one message or several; `album` while more of it may follow."""

    text: str
    files: tuple[int, ...] = ()
    album: str = ""


def receiver(province: Province, key: str) -> Department | None:
    """The department that takes cases under this key today, or None."""
    found = province.catalogue.successor(key)
    return found if found is not None and found.takes_cases else None


def hold(turn: InGroup, person: Individual, text: str) -> Held:
    """The words with the message's files; raises Refusal when a file is too large."""
    largest = turn.province.largest_file
    for upload in turn.incoming.uploads:
        if upload.size > largest:
            raise Refusal("refused-file-size", name=upload.name or "?", size=largest // 1_000_000)
    network = turn.incoming.chat.network
    announced = tuple(files.announce(turn.tx, network, upload, person.id) for upload in turn.incoming.uploads)
    return Held(text, announced, turn.incoming.album)


def continue_album(turn: InGroup) -> bool:
    """True for a further photo of an album whose first was sent or noted: it goes the same way."""
    incoming = turn.incoming
    person = people.find(turn.tx, incoming.chat.network, incoming.sender.id) if incoming.album else None
    begun = memory.of(person).group_album if person else None
    if person is None or begun is None or begun.album != incoming.album:
        return False
    case, actor = case_for(turn, begun.case), actor_of(turn)
    carry_out(
        turn, case, actor, Wish("send" if begun.verb in AT_THE_BUSINESS else "note"), hold(turn, person, incoming.text)
    )
    return True


def carry_out(
    turn: InGroup, case: Case, actor: Actor, wish: Wish, held: Held, confirm: Confirmed | None = None
) -> None:
    """One officer's verb to one move; `confirm` is how its author sees that it was done."""
    now, terms, by = turn.tx.now, turn.province.terms, signed(turn, case, actor)
    if wish.verb in READ_BY_BUSINESS:
        check_codes(turn, case, held.text)
    match wish.verb:
        case "ask":
            decision = moves.ask(case, actor, now, held.text, held.files, by, terms.asked(case, now))
        case "send":
            decision = moves.tell(case, actor, now, held.text, held.files, by)
        case "note":
            decision = moves.note(case, actor, now, held.text, held.files)
        case "answer" | "decline":
            going_on = terms.going_on(case, now) if case.asked_at else None
            said = DepartmentReply(held.text, held.files, by, terms.answered(case, now), going_on)
            decision = (moves.answer if wish.verb == "answer" else moves.decline)(case, actor, now, said)
        case "transfer" | "assign" | "extend" | "invite" | "contribute":
            decision = hand_over(turn.province, case, actor, now, wish, held)
        case "dispute":
            decision = disputes.judge(case, actor, now, wish.extra, held.text)
        case "publish":
            decision = publishing.publish(turn.tx, case, actor, held.text)
        case "retract":
            decision = publishing.retract(turn.tx, case, actor)
        case _:
            raise Refusal("refused-button")
    decision = recording.confirmed(decision, confirm) if confirm else decision
    recording.record(turn.tx, recording.gather_album(decision, held.album))


def hand_over(province: Province, case: Case, actor: Actor, now: datetime, wish: Wish, held: Held) -> Decision:
    """What departments settle between them; what a department may not do alone becomes a proposal to the task group."""
    if wish.verb == "extend":
        return _extend(province, case, actor, now, wish, held)
    if wish.verb == "contribute":
        by = wish.extra if actor.role is Role.TASK_GROUP else actor.department
        return handovers.contribute(case, actor, now, by, held.text, held.files)
    found = receiver(province, wish.extra)
    if found is None:
        raise Refusal("refused-button")
    # the accused department may have been merged since: it is asked for by the name it has today
    accused = [now_it.key for each in case.accused if (now_it := receiver(province, each))]
    if found.key in accused and actor.role is not Role.TASK_GROUP:
        raise Refusal("refused-accused", code=case.code)
    if wish.verb == "invite":
        return _invite(province, case, actor, now, found.key, held)
    most = province.catalogue.triage.transfers_before_task_group
    if wish.verb == "transfer" and not handovers.may_transfer(case, actor, most):
        return handovers.propose(case, actor, now, wish.verb, found.key, held.text)
    moved = province.terms.moved(case, found.key, now, transferred=wish.verb == "transfer")
    move = handovers.transfer if wish.verb == "transfer" else handovers.assign
    return move(case, actor, now, found.key, held.text, moved)


def _extend(province: Province, case: Case, actor: Actor, now: datetime, wish: Wish, held: Held) -> Decision:
    days = int(wish.extra) if wish.extra.isdecimal() and len(wish.extra) <= 3 else 0  # noqa: PLR2004
    handovers.check_extension(case, days, held.text)
    if not handovers.may_extend(case, actor):
        return handovers.propose(case, actor, now, wish.verb, str(days), held.text)
    return handovers.extend(case, actor, now, days, held.text, province.terms.extended(case, now, days))


def _invite(province: Province, case: Case, actor: Actor, now: datetime, key: str, held: Held) -> Decision:
    """By the task group the case becomes one of several departments, with their longer time; not while it rests."""
    by_task_group = actor.role is Role.TASK_GROUP
    together = province.terms.together(case, now) if by_task_group and not case.asked_at else None
    limit = province.terms.invited(replace(case, agenda=together.agenda) if together else case, key, now)
    return handovers.invite(case, actor, now, key, held.text, limit, together)


def decide_proposal(turn: InGroup, case: Case, tap: Button) -> Words:
    """The task group's yes or no, by a tap, to what a department proposed."""
    actor = actor_of(turn)
    if actor.role is not Role.TASK_GROUP:
        raise Refusal("refused-task-group-only")
    now = turn.tx.now
    if tap.verdict == "no":
        recording.record(turn.tx, handovers.refuse(case, actor, now, tap.proposal))
    else:
        proposal = handovers.proposal_of(case, tap.proposal)
        wish = Wish("assign" if proposal.verb == "transfer" else proposal.verb, proposal.extra)
        recording.record(turn.tx, hand_over(turn.province, case, actor, now, wish, Held(proposal.reason)))
    return Words("toast-decided", {"code": case.code})


def signed(turn: InGroup, case: Case, actor: Actor) -> Value:
    """How words to the business are signed: with the officer's name only where the department wants it.

    An administrator who hides behind the group writes as the group, whose title is no officer's name.
    """
    if actor.role is Role.TASK_GROUP:
        return Words("task-group")
    name = Name("department", case.department)
    department = turn.province.catalogue.department(case.department)
    if not (department and department.show_officer_names and actor.name):
        return name
    the_group = people.find(turn.tx, turn.incoming.chat.network, turn.incoming.chat.id)
    if the_group is not None and the_group.id == actor.person:
        return name
    return Words("signed-officer", {"name": actor.name, "department": name})
