"""An officer's words without a command: what was asked for on the card, or held until somebody says what they are.

Nothing leaks by accident: bare words go nowhere by themselves.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from domain.buttons import Button, Side, parse
from domain.case.cards import slot
from domain.case.case import Actor, Case
from domain.messages import Choice, Kind, Lines, Notice, Urgency, Value, Words, shortened, to_chat
from domain.refusals import Refusal
from handlers import memory, typed
from handlers.access import FOR_PARTS, actor_of, case_for, check, is_task_group, leads, officer_of
from handlers.group_talk import acknowledge
from handlers.memory import GroupHeld
from handlers.officer import prompts, tongues
from handlers.officer.naming import case_replied_to
from handlers.officer.verbs import READ_BY_BUSINESS, Held, Wish, carry_out, decide_proposal, hold
from handlers.recording import Confirmed
from handlers.task_group import data_requests, directing, following
from handlers.turn import InGroup
from storage import messages, people, writing
from storage.messages import Known
from storage.outgoing import outbox
from storage.people import Individual

TOGETHER = timedelta(minutes=10)
MEANINGS = ("send", "answer", "note")
#: stands before them where words were asked for: what they were asked for as
WANTED = "wanted"
#: words asked about for their language alone
TONGUE = "tongue"
_EXCERPT = 60
_MAY_GO_ON = "may-go-on"


def take_reply(turn: InGroup) -> None:
    """A reply to a message of a case or to a directive.

    Replies to colleagues are their talk; with privacy mode on the bot would not even see them.
    """
    if (directive := following.replied_to(turn)) is not None:
        person, _ = officer_of(turn)
        held = hold(turn, person, turn.incoming.text)
        directing.take_reply(turn, directive, person.id, held.text, held.files)
        return
    if data_requests.take_reply(turn):
        return
    known = messages.find(turn.tx, turn.incoming.chat, turn.incoming.reply_to)
    number = case_replied_to(turn)
    if not number or (known is not None and ("texts" in known.note or "with" in known.note)):
        return
    take_words(turn, case_for(turn, number))


def take_words(turn: InGroup, case: Case) -> None:
    """Words of an officer's on a case: as was asked for, as a co-operating department's part, or held until told."""
    person, actor = officer_of(turn)
    if says_what_held_is(turn, person) or _decides(turn, case):
        return
    meant = prompts.wanted(turn, case, person)
    if meant and prompts.take_back(turn, person):
        return
    wish = meant if leads(turn, case) or (meant and meant.verb in FOR_PARTS) else Wish("contribute")
    if wish is None or ((waiting := _waiting(turn, case, person)) is not None and _MAY_GO_ON in waiting.note):
        _hold_back(turn, case, person)
    else:
        act(turn, case, (person, actor), wish, turn.incoming.text)


def act(turn: InGroup, case: Case, by: tuple[Individual, Actor], wish: Wish, text: str) -> None:
    """Do what the officer's words say; words in a language the business does not read are asked about first.

    So are words that may go on: an app cuts a long text into several messages, and the first alone would be the answer,
    with buttons that ask whether it solved the matter.
    """
    tongue = tongues.other_than(case, text) if wish.verb in tongues.SPOKEN else ""
    if tongue or (turn.incoming.full and wish.verb in READ_BY_BUSINESS):
        person, _ = by
        prompts.remember(turn, case, person, wish)
        _hold_anew(turn, case, person, hold(turn, person, text), tongue)
    else:
        prompts.act(turn, case, by, wish, text)


def take_plain(turn: InGroup) -> None:
    """Words to nobody in particular are the group's own talk, unless something was asked of whoever writes them.

    Then they may be meant for a colleague after all, so they are held.
    """
    person = people.find(turn.tx, turn.incoming.chat.network, turn.incoming.sender.id)
    if person is None or says_what_held_is(turn, person):
        return
    known = writing.of(turn.tx, person.id)
    if known is None or known.chat.id != turn.incoming.chat.id or prompts.take_back(turn, person):
        return
    _hold_back(turn, case_for(turn, known.case), person)


# ---------------------------------------------------------------- choices that are typed


def says_what_held_is(turn: InGroup, person: Individual) -> bool:
    """True when the text only names one of the choices offered for words that wait: those replied to, or one's own."""
    tx, chat = turn.tx, turn.incoming.chat
    own = memory.of(person).group_held
    message = _question_replied_to(turn) or (own.message if own and own.chat == chat.id else "")
    known = messages.find(tx, chat, message)
    if turn.incoming.uploads or known is None or "name" not in known.note or known.note.get("done"):
        return False
    offered = [(str(choice.data), f"button-held-{what}") for what, choice in _offered(known)]
    tap = parse(typed.choice(turn.incoming.text, offered))
    if tap is None:
        return False
    case = case_for(turn, known.case)
    check(turn, case, tap.verb)
    settle_held(turn, case, tap)
    acknowledge(turn)
    return True


def _question_replied_to(turn: InGroup) -> str:
    """The held message whose question this answers, or ""."""
    known = messages.find(turn.tx, turn.incoming.chat, turn.incoming.reply_to)
    place, _, message = known.slot.partition(":") if known else ("", "", "")
    return message if place == "held" else ""


def _decides(turn: InGroup, case: Case) -> bool:
    """True when the task group's yes or no was typed to what a department proposes."""
    if not is_task_group(turn) or case.proposal is None:
        return False
    text = turn.incoming.text
    verdict = (
        "yes" if typed.word(text, "button-approve") else "no" if typed.word(text, "button-refuse-proposal") else ""
    )
    if verdict:
        tap = Button(Side.OFFICER, "decide", case=case.id, verdict=verdict, proposal=case.proposal.number)
        decide_proposal(turn, case, tap)
        acknowledge(turn)
    return bool(verdict)


# ---------------------------------------------------------------- holding


def _hold_back(turn: InGroup, case: Case, person: Individual) -> None:
    """One question for everything this officer writes to the case until it is answered; it shows what would go."""
    held = hold(turn, person, turn.incoming.text)
    if not held.text and not held.files:
        return
    tx, chat, message = turn.tx, turn.incoming.chat, turn.incoming.message_id
    if (known := _waiting(turn, case, person)) is not None:
        known.note["texts"][message] = held.text
        known.note["files"] = [*known.note["files"], *held.files]
        messages.remember(tx, chat, Known(message, case.id, "", {"with": known.message_id}))
        messages.remember(tx, chat, known)
        outbox.post(tx, replace(_question(turn, case, known), kind=Kind.EDIT))
    else:
        _hold_anew(turn, case, person, held)


def _hold_anew(turn: InGroup, case: Case, person: Individual, held: Held, tongue: str = "") -> None:
    tx, chat, message = turn.tx, turn.incoming.chat, turn.incoming.message_id
    note: dict[str, Any] = {"texts": {message: held.text}, "files": list(held.files)}
    note |= {"name": turn.incoming.sender.name, "person": person.id, "since": tx.now.isoformat()}
    if wish := prompts.wanted(turn, case, person):
        note[WANTED] = [wish.verb, wish.extra]
    if tongue:
        note[TONGUE] = tongue
    if turn.incoming.full:
        note[_MAY_GO_ON] = True
    known = Known(message, case.id, "", note)
    messages.remember(tx, chat, known)
    talk = memory.of(person)
    talk.group_held = GroupHeld(case.id, chat.id, message)
    memory.keep(tx, person, talk)
    outbox.post(tx, _question(turn, case, known))


def hold_text(turn: InGroup, case: Case, person: Individual, text: str) -> None:
    """Words that were not typed but chosen wait as any others do, and are shown whole before anybody sends them."""
    message = f"kept-{person.id}-{int(turn.tx.now.timestamp())}"
    note: dict[str, Any] = {"texts": {message: text}, "files": [], "name": turn.incoming.sender.name}
    known = Known(message, case.id, "", {**note, "person": person.id, "since": turn.tx.now.isoformat()})
    messages.remember(turn.tx, turn.incoming.chat, known)
    talk = memory.of(person)
    talk.group_held = GroupHeld(case.id, turn.incoming.chat.id, message)
    memory.keep(turn.tx, person, talk)
    question = _question(turn, case, known)
    whole = Lines((text, question.words), "\n\n")
    outbox.post(turn.tx, replace(question, words=whole, reply_to="", under=slot(case.id)))


def _waiting(turn: InGroup, case: Case, person: Individual) -> Known | None:
    """This officer's held words on the case while further ones belong to them; later ones would wait there unseen."""
    first = memory.of(person).group_held
    if first is None or (first.case, first.chat) != (case.id, turn.incoming.chat.id):
        return None
    known = messages.find(turn.tx, turn.incoming.chat, first.message)
    if known is None or known.note.get("done") or "since" not in known.note:  # something else by now
        return None
    return known if turn.tx.now - datetime.fromisoformat(known.note["since"]) <= TOGETHER else None


def _question(turn: InGroup, case: Case, known: Known) -> Notice:
    """What the held words are, with all of them in view as soon as there are several."""
    tongue = known.note.get(TONGUE)
    lines: list[Value] = [tongues.noticed(case, tongue) if tongue else Words("held-question", {"code": case.code})]
    other = tongues.other_than(case, "\n".join(known.note["texts"].values()))
    if other and not tongue:
        lines.append(Words("held-other-tongue", {"theirs": Words(f"language-{case.language}")}))
    if len(known.note["texts"]) > 1:
        lines.append(_together(known))
    if turn.incoming.full:
        lines.append(Words("held-may-go-on"))
    return Notice(
        to_chat(turn.incoming.chat),
        Lines(tuple(lines), "\n\n"),
        choices=tuple((choice,) for _, choice in _offered(known)),
        urgency=Urgency.PROMPT,
        about=case.id,
        slot=_slot(known.message_id),
        reply_to=known.message_id,
    )


def _together(known: Known) -> Lines:
    said = [shortened(" ".join(text.split()), _EXCERPT) for text in known.note["texts"].values() if text]
    lines: list[Value] = [Words("held-together")]
    lines += [Words("held-together-line", {"text": text}) for text in said]
    if files := len(known.note["files"]):
        lines.append(Words("card-files", {"count": files}))
    return Lines(tuple(lines))


def _offered(known: Known) -> list[tuple[str, Choice]]:
    """The choices for held words; those that were asked for are first of all what they were asked for as."""
    button = Button(Side.OFFICER, "held", case=known.case, message=known.message_id)
    if TONGUE in known.note:
        anyway = Choice(Words("button-held-anyway"), replace(button, held=WANTED).data)
        return [(WANTED, anyway), ("note", Choice(Words("button-held-note"), replace(button, held="note").data))]
    meanings = (WANTED, *MEANINGS) if WANTED in known.note else MEANINGS
    return [(what, Choice(Words(f"button-held-{what}"), replace(button, held=what).data)) for what in meanings]


def _slot(message: str) -> str:
    return f"held:{message}"


def settle_held(turn: InGroup, case: Case, tap: Button) -> Words:
    """The tap that says what held words are; the first one counts, the second officer is told who it was.

    Whoever taps, the words stay their author's.
    """
    tx, chat, what = turn.tx, turn.incoming.chat, tap.held
    known = messages.find(tx, chat, tap.message)
    if known is None or known.case != case.id or "name" not in known.note:
        raise Refusal("refused-button")
    if known.note.get("done"):
        raise Refusal("refused-held-done", name=known.note.get("done_by", "?"))
    wish = _meant(known, what)
    author = replace(actor_of(turn), person=known.note["person"], name=known.note["name"])
    text = "\n".join(filter(None, known.note["texts"].values()))
    facts: dict[str, Value] = {"code": case.code, "name": turn.incoming.sender.name}
    arrived = Lines((Words(f"held-{what}", facts), Words("sent-arrived", {"at": tx.now})))
    place = _slot(tap.message)
    done = Notice(to_chat(chat), arrived, kind=Kind.EDIT, urgency=Urgency.PROMPT, about=case.id, slot=place)
    outbox.post(tx, replace(done, words=Words(f"held-{what}", facts), waits=wish.verb in READ_BY_BUSINESS))
    carry_out(turn, case, author, wish, Held(text, tuple(known.note["files"])), Confirmed(done))
    writing.end(tx, known.note["person"])
    known.note.update(done=wish.verb, done_by=turn.incoming.sender.name)
    messages.remember(tx, chat, known)
    return Words(f"toast-held-{what}", {"code": case.code})


def _meant(known: Known, held: str) -> Wish:
    """What the words are by this choice; raises Refusal where nothing had been asked for."""
    if held != WANTED:
        return Wish(held)
    if WANTED not in known.note:
        raise Refusal("refused-button")
    return Wish(*known.note[WANTED])
