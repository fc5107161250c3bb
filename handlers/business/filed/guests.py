"""Coming back to an anonymous case by its private code, from any chat.

For half an hour after the last word the chat speaks for nobody: what is done in it goes to that case as a guest's, whom
storage does not know. Only the conversation leads from the chat to the case, and its end cuts that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from domain.buttons import Button, Side
from domain.case.case import Case, Entry, Move, Role, State, Tier
from domain.case.merging import heard
from domain.deadline.explaining import amount
from domain.messages import Choice, Incoming, Lines, Name, Network, Notice, Urgency, Value, Words
from domain.refusals import Refusal
from handlers import buttons, commands, guesses, memory, typed
from handlers.business import keeping, leaving, unkept
from handlers.business.draft.anonymous import unsigned
from handlers.business.filed import additions, asking, case_taps, codes, own_cases, own_data
from handlers.commands import For
from handlers.memory import Conversation, Visit
from handlers.private_talk import address, chosen, say
from handlers.turn import Private
from storage import cases, files, messages, page, people, returns
from storage.database import Tx
from storage.outgoing import held, outbox
from storage.people import Individual
from storage.rights import erasures

LIFE = timedelta(minutes=30)
MOST_TOLD = 5


def take_for_guest(turn: Private) -> bool:
    """Take what is said to an anonymous case, its code included; False when it is none of this."""
    incoming, visit = turn.incoming, turn.talk.guest
    coming, given = commands.read(incoming.text, For.BUSINESS), commands.read(incoming.text, For.GUEST)
    verb = coming.verb if coming else ""
    code = typed.return_code(incoming.text) or (coming.rest if coming and verb == "return" else "")
    if verb == "return" or (code and not incoming.uploads):
        _fade(turn.tx, incoming)
        if code:
            unkept.remove(turn.tx, incoming.chat, incoming.message_id)
        _enter(turn, code)
        return True
    if verb == "leave":
        _fade(turn.tx, incoming)
        _leave(turn)
        return True
    is_others = given is None and bool(commands.split(incoming.text)[0])
    if visit is None or is_others or own_cases.case_meant(turn):
        return False
    _fade(turn.tx, incoming)
    if _is_over(turn.tx, visit):
        _close(turn.tx, turn.who, turn.talk, "return-too-late")
        return True
    guest = _guest(turn, visit)
    if given is not None and given.verb == "code":
        codes.issue_anew(guest, own_cases.own_case(guest, guest.who.only_case))
    elif given is not None and given.verb == "data":
        own_data.show(guest, "")
    elif given is not None:
        own_cases.look_up(guest, given.verb, "")
    elif choice := chosen(guest):
        case_taps.tap_case(guest, _on_case(guest, buttons.read(choice, buttons.PRIVATE)))
    else:
        _take_words(guest)
    return True


def tap_as_guest(turn: Private, button: Button) -> None:
    """A button under what a guest was told; once the case is closed in this chat it leads nowhere."""
    visit = turn.talk.guest
    if visit is None or _is_over(turn.tx, visit):
        raise Refusal("refused-return-over")
    guest = _guest(turn, visit)
    case_taps.tap_case(guest, _on_case(guest, button))


def _guest(turn: Private, visit: Visit) -> Private:
    """The turn of nobody, in this chat, with a memory of its own that ends with the visit; the visit goes on."""
    visit.since = turn.tx.now
    nobody = replace(turn.who, id=0, name="", business=0, only_case=visit.case)
    incoming = replace(turn.incoming, text=unsigned(turn.tx, turn.who, turn.incoming.text))
    return Private(turn.tx, turn.province, incoming, nobody, visit.talk)


def _on_case(guest: Private, button: Button) -> Button:
    return buttons.on_case(button, guest.who.only_case)


def _take_words(guest: Private) -> None:
    case = own_cases.own_case(guest, guest.who.only_case)
    if erasures.is_erased(guest.tx, "case", case.id, "words"):
        raise Refusal("data-erased")
    if not guest.incoming.text.strip() and not guest.incoming.uploads:
        say(guest, Words("unsupported"), keep_choices=True)
    elif not (asking.take_words(guest) or additions.continue_album(guest) or additions.take_expected(guest)):
        additions.take_words(guest, case)


# ---------------------------------------------------------------- coming and going


def open_case(tx: Tx, person: Individual) -> int:
    """The anonymous case that is open in this person's chat just now; 0 for none."""
    visit = memory.of(person).guest
    return visit.case if visit and not _is_over(tx, visit) else 0


def _enter(turn: Private, code: str) -> None:
    """The right code opens its case in this chat; wrong ones are counted by the hour, because people may try."""
    tx, person = turn.tx, turn.who
    who = f"return:{person.chat.network}:{person.chat.id}"
    if not guesses.are_left(tx, who):
        raise Refusal("refused-return-guesses")
    number = returns.case_of(tx, code)
    case = cases.load(tx, number) if number else None
    if case is None or case.tier is not Tier.ANONYMOUS:
        guesses.count(tx, who)
        raise Refusal("refused-return-code")
    person.language = person.language or case.language
    visit = turn.talk.guest = Visit(case.id, tx.now, Conversation())
    leaving.begin(tx, person, turn.talk)
    guest = _guest(turn, visit)
    held.due_from_now(tx, case.id, tx.now)  # whoever has the code has kept it
    last = returns.note_visit(tx, code, codes.today(turn))
    facts: dict[str, Value] = {"code": case.code, "minutes": int(LIFE.total_seconds() // 60)}
    anew = Choice(Words("button-code"), Button(Side.OWN, "code", case=case.id).data)
    before = Words("return-last", {"day": last}) if last else Words("return-first")
    say(guest, Lines((Words("return-open", facts), before)), ((anew,),))
    _tell_what_waited(guest, case)
    own_cases.show(guest, case)
    if case.state in {State.ANSWERED, State.DECLINED}:
        guest.talk.forget("choices")  # a typed 1, 2 or 3 is the verdict on the answer


def _tell_what_waited(guest: Private, case: Case) -> None:
    """The last few things government has said, as they would have been sent, and which files could not be kept."""
    tx = guest.tx
    entries = [entry for entry, _ in cases.journal(tx, case.id)]
    for words, attached in [*_told(case, entries), *_of_the_lead(tx, case)][-MOST_TOLD:]:
        outbox.post(tx, Notice(address(guest.who), words, urgency=Urgency.PROMPT, files=attached, fleeting=True))
    if lost := _refused_files(tx, case, entries):
        say(guest, Words("return-files-refused", {"count": lost}))


def _leave(turn: Private) -> None:
    if turn.talk.guest is None:
        raise Refusal("refused-return-none")
    _close(turn.tx, turn.who, turn.talk, "return-closed")


def _close(tx: Tx, person: Individual, talk: Conversation, key: str) -> None:
    """The last word tells nothing of which case it was."""
    talk.guest = None
    messages.forget_taps(tx, person.chat)
    if not talk.keeping:  # with what was told in the visit, a new code perhaps
        unkept.forget_fleeting(tx, person.chat)
    outbox.post(tx, Notice(address(person), Words(key), urgency=Urgency.PROMPT))


def _is_over(tx: Tx, visit: Visit) -> bool:
    """True once nothing was said in the visit for its time."""
    return tx.now - visit.since > LIFE


def sweep(tx: Tx) -> int:
    """Every few minutes: end visits nobody goes on with, take off the page what had its hour, and who has left it."""
    ended = 0
    for person in people.with_guest(tx):
        talk = memory.of(person)
        if talk.guest and _is_over(tx, talk.guest):
            _close(tx, person, talk, "return-over")
            memory.keep(tx, person, talk)
            ended += 1
    return ended + keeping.sweep(tx) + page.sweep(tx) + leaving.sweep(tx)


def _fade(tx: Tx, incoming: Incoming) -> None:
    """What was written on the page to an anonymous case does not stay there."""
    if incoming.chat.network is Network.PAGE and incoming.message_id.isdecimal():
        page.fade(tx, incoming.chat.id, int(incoming.message_id))


# ---------------------------------------------------------------- what waited


def _told(case: Case, entries: Iterable[Entry]) -> list[tuple[Words, tuple[int, ...]]]:
    """What government has said to the business, in the words in which it would have been sent."""
    told: list[tuple[Words, tuple[int, ...]]] = []
    for entry in entries:
        if entry.move is Move.EXTENDED:
            told.append((_extended(case, entry), ()))
        if entry.move not in _SAID:
            continue
        by_task_group = entry.actor.role is Role.TASK_GROUP
        facts: dict[str, Value] = {
            "code": case.code,
            "text": str(entry.facts.get("text") or "") or Words("see-files"),
            "by": Words("task-group") if by_task_group else Name("department", entry.actor.department),
        }
        if until := entry.facts.get("reply_by") or entry.facts.get("confirm_by"):
            facts["until"] = datetime.fromisoformat(until)
        told.append((Words(_SAID[entry.move], facts), tuple(entry.facts.get("files", ()))))
    return told


def _extended(case: Case, entry: Entry) -> Words:
    facts: dict[str, Value] = {"code": case.code, "reason": str(entry.facts["reason"])}
    facts["span"] = amount(case.promise.unit, entry.facts["days"])
    facts["deadline"] = datetime.fromisoformat(entry.facts["deadline"])
    return Words("to-business-extended", facts)


_SAID = {
    Move.ASKED: "to-business-question",
    Move.TOLD: "to-business-word",
    Move.ANSWERED: "to-business-answer",
    Move.DECLINED: "to-business-declined",
    Move.CORRECTED: "to-business-corrected",
}


def _of_the_lead(tx: Tx, case: Case) -> list[tuple[Words, tuple[int, ...]]]:
    """The answer to the case this one was merged into."""
    lead = cases.look(tx, case.merged_into) if case.merged_into else None
    return [(heard(lead, case), ())] if lead and lead.answered_at else []


def _refused_files(tx: Tx, case: Case, entries: Iterable[Entry]) -> int:
    """How many of the business's files could not be cleaned and were not kept."""
    own = {*case.files}
    for entry in entries:
        if entry.actor.role is Role.BUSINESS:
            own |= {*entry.facts.get("files", ())}
    found = [files.get(tx, each) for each in own]
    return sum(each is not None and each.state == "refused" for each in found)
