"""What an officer's words do: to the case, to the business, and again when they are edited."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from domain.case import handovers, moves
from domain.case.case import ENDED, Actor, Case, Role
from domain.case.decisions import Decision
from domain.case.moves import DepartmentReply
from domain.messages import Incoming, Name, Value, Words
from domain.province.catalogue import Department
from domain.refusals import Refusal
from handlers import recording, typed
from handlers.access import case_for, officer_of
from handlers.answering import acknowledge
from handlers.officer import publishing
from handlers.province import Province
from handlers.telling import gathered
from storage import files, messages, people
from storage.chats import Bound
from storage.database import Tx
from storage.messages import Known
from storage.people import Individual

_LONGEST_NUMBER = 9
#: what an officer's message became that a later edit of it corrects at the business
_SENT = {"send", "answer", "ask", "decline"}


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


def held_of(tx: Tx, province: Province, incoming: Incoming, person: Individual, text: str) -> Held:
    """What the message brings; raises Refusal when a file of it is too large."""
    taken = [upload for upload in incoming.uploads if upload.size <= province.largest_file]
    if len(taken) < len(incoming.uploads):
        raise Refusal(
            "refused-file-size", name=incoming.uploads[0].name or "?", size=province.largest_file // 1_000_000
        )
    announced = tuple(files.announce(tx, incoming.chat.network, upload, person.id) for upload in taken)
    return Held(text, announced, incoming.album)


def act(  # noqa: PLR0913
    tx: Tx,
    province: Province,
    incoming: Incoming,
    case: Case,
    by: tuple[Individual, Actor],
    wanted: tuple[str, str],
    held: Held,
) -> None:
    """Do what the officer's words say, and remember the message so that an edit of it corrects what was sent."""
    person, actor = by
    carry_out(tx, province, case, actor, wanted, held)
    note = {"texts": {incoming.message_id: held.text}, "files": list(held.files), "done": wanted[0]}
    messages.remember(tx, incoming.chat, Known(incoming.message_id, case.id, "", "", note))
    if incoming.album:
        person.conversation["group-album"] = [incoming.album, case.id, wanted[0]]
        people.save(tx, person)
    acknowledge(tx, incoming)


def continue_album(tx: Tx, province: Province, incoming: Incoming, bound: Bound) -> bool:
    """True for a further photo of an album whose first was sent or noted: it goes the same way."""
    person = people.find(tx, incoming.chat.network, incoming.sender.id) if incoming.album else None
    album, number, verb = (person.conversation.get("group-album") if person else None) or ("", 0, "")
    if person is None or album != incoming.album:
        return False
    case = case_for(tx, province, bound, number)
    _, actor = officer_of(tx, incoming, bound)
    held = held_of(tx, province, incoming, person, incoming.text)
    carry_out(tx, province, case, actor, ("send" if verb in _SENT else "note", ""), held)
    return True


def carry_out(tx: Tx, province: Province, case: Case, actor: Actor, wanted: tuple[str, str], held: Held) -> None:
    """One officer's verb to one move."""
    verb, now, by = wanted[0], tx.now, _signed(province, case, actor)
    match verb:
        case "ask":
            reply = province.terms.asked(case, now)
            decision = moves.ask(case, actor, now, held.text, held.files, by, reply)
        case "send":
            decision = moves.tell(case, actor, now, held.text, held.files, by)
        case "note":
            decision = moves.note(case, actor, now, held.text, held.files)
        case "answer" | "decline":
            going_on = province.terms.going_on(case, now)
            said = DepartmentReply(held.text, held.files, by, province.terms.answered(case, now), going_on)
            decision = getattr(moves, verb)(case, actor, now, said)
        case "transfer" | "assign" | "extend" | "invite" | "contribute":
            decision = hand_over(province, case, actor, now, wanted, held)
        case "publish":
            decision = publishing.publish(tx, case, actor, held.text)
        case "retract":
            decision = publishing.retract(tx, case, actor)
        case _:
            raise Refusal("refused-button")
    recording.record(tx, gathered(decision, held.album))


def hand_over(
    province: Province, case: Case, actor: Actor, now: datetime, wanted: tuple[str, str], held: Held
) -> Decision:
    """What departments settle between them; what a department may not do alone becomes a proposal to the task group."""
    verb, extra = wanted
    if verb == "extend":
        days = int(extra) if extra.isdecimal() and len(extra) <= 3 else 0  # noqa: PLR2004
        handovers.check_extension(case, days, held.text)
        if not handovers.may_extend(case, actor):
            return handovers.propose(case, actor, now, verb, str(days), held.text)
        return handovers.extend(case, actor, now, days, held.text, province.terms.extended(case, now, days))
    if verb == "contribute":
        return handovers.contribute(case, actor, now, actor.department, held.text, held.files)
    found = receiver(province, extra)
    if found is None:
        raise Refusal("refused-button")
    accused = [now_it.key for each in case.accused if (now_it := receiver(province, each))]
    if found.key in accused and actor.role is not Role.TASK_GROUP:  # whose department has been merged since, too
        raise Refusal("refused-accused", code=case.code)
    if verb == "invite":
        by_task_group = actor.role is Role.TASK_GROUP
        together = province.terms.together(case, now) if by_task_group and not case.asked_at else None
        limit = province.terms.invited(replace(case, agenda=together.agenda) if together else case, found.key, now)
        return handovers.invite(case, actor, now, found.key, held.text, limit, together)
    most = province.catalogue.triage.transfers_before_task_group
    if verb == "transfer" and not handovers.may_transfer(case, actor, most):
        return handovers.propose(case, actor, now, verb, found.key, held.text)
    moved = province.terms.moved(case, found.key, now, transferred=verb == "transfer")
    move = handovers.transfer if verb == "transfer" else handovers.assign
    return move(case, actor, now, found.key, held.text, moved)


def decide_proposal(tx: Tx, province: Province, incoming: Incoming, bound: Bound, case: Case, extra: str) -> Words:
    """The task group's yes or no, by a tap, to what a department proposed."""
    word, _, number = extra.partition(".")
    if word not in {"yes", "no"} or not number.isdecimal() or len(number) > _LONGEST_NUMBER:
        raise Refusal("refused-button")
    _, actor = officer_of(tx, incoming, bound)
    if actor.role is not Role.TASK_GROUP:
        raise Refusal("refused-task-group-only")
    if word == "no":
        recording.record(tx, handovers.refuse(case, actor, tx.now, int(number)))
    else:
        proposal = handovers.proposal_of(case, int(number))
        verb = "assign" if proposal.verb == "transfer" else proposal.verb
        recording.record(tx, hand_over(province, case, actor, tx.now, (verb, proposal.extra), Held(proposal.reason)))
    return Words("toast-decided", {"code": case.code})


def _signed(province: Province, case: Case, actor: Actor) -> Value:
    """How words to the business are signed: with the officer's name only where the department wants it."""
    if actor.role is Role.TASK_GROUP:
        return Words("task-group")
    name = Name("department", case.department)
    department = province.catalogue.department(case.department)
    if department and department.show_officer_names and actor.name:
        return Words("signed-officer", {"name": actor.name, "department": name})
    return name


def edited(tx: Tx, province: Province, incoming: Incoming, bound: Bound) -> None:
    """An officer edited a message: held words change silently, sent ones are corrected at the business, visibly."""
    known = messages.find(tx, incoming.chat, incoming.message_id)
    if known is None or not known.case:
        return
    holder = messages.find(tx, incoming.chat, known.note["with"]) if "with" in known.note else known
    if holder is None or "texts" not in holder.note or incoming.message_id not in holder.note["texts"]:
        return
    text = _without_command(incoming.text)
    if not text or text == holder.note["texts"][incoming.message_id]:
        return
    holder.note["texts"][incoming.message_id] = text
    messages.remember(tx, incoming.chat, holder)
    done = holder.note.get("done")
    case = case_for(tx, province, bound, known.case) if done in _SENT else None
    if case is not None and case.state not in ENDED:
        _, actor = officer_of(tx, incoming, bound)
        whole = "\n".join(filter(None, holder.note["texts"].values()))
        recording.record(tx, moves.correct(case, actor, tx.now, whole, was_answer=done in {"answer", "decline"}))
        acknowledge(tx, incoming)


def _without_command(text: str) -> str:
    """The words after `/traloi` and an optional code."""
    if not text.startswith("/"):
        return text
    return typed.without_leading_code(typed.command(text)[1])
