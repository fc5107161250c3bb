"""An officer in the department's group chat: taps on a card, replies to it, a few commands.

Replying is how officers work, and nothing leaks by accident: a bare reply is held until somebody says by a tap what it
is. A tap that needs words (a reason, a question) turns the card into the request for them, so the group is spared a
message.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from domain import cards, moves
from domain.cases import Actor, Case, Role
from domain.catalogue import Step
from domain.language import fold
from domain.messages import TASK_GROUP, Choice, Incoming, Kind, Name, Notice, Urgency, Value, Words, to_chat
from domain.moves import Said
from domain.refusals import Missing, NotYours, Refusal
from handlers import reporting
from handlers.business import CODE
from handlers.world import World
from storage import cases, chats, files, outbox, people
from storage.chats import Bound, Known
from storage.people import Individual
from storage.transaction import Tx

VERBS = {
    "hoi": "ask",
    "ask": "ask",
    "traloi": "answer",
    "answer": "answer",
    "noibo": "note",
    "note": "note",
    "gui": "send",
    "send": "send",
    "nhan": "accept",
    "accept": "accept",
    "chuyen": "transfer",
    "transfer": "transfer",
    "giao": "assign",
    "assign": "assign",
    "giahan": "extend",
    "extend": "extend",
    "tuchoi": "decline",
    "decline": "decline",
    "chitiet": "details",
    "details": "details",
}
NEEDS_WORDS = {"ask", "answer", "note", "send", "transfer", "assign", "extend", "decline"}
INTENT_LIFE = timedelta(minutes=30)
EXTENSIONS = (2, 3, 5, 10)


def handle(tx: Tx, world: World, incoming: Incoming, bound: Bound) -> None:
    """Whatever somebody does in a bound group; ordinary talk is none of the bot's business."""
    if bound.trouble:
        chats.note_trouble(tx, incoming.chat, "")
    if incoming.tap_id:
        _tapped(tx, world, incoming, bound)
    elif incoming.edited:
        _edited(tx, incoming, bound)
    elif incoming.text.startswith("/"):
        _commanded(tx, world, incoming, bound)
    elif incoming.reply_to:
        _replied(tx, world, incoming, bound)


def _officer(tx: Tx, incoming: Incoming, bound: Bound) -> tuple[Individual, Actor]:
    """Who acts: membership of the bound group is what makes somebody an officer of the department."""
    sender = incoming.sender
    person = people.find(tx, incoming.chat.network, sender.id)
    if person is None:
        person = people.meet(tx, replace(incoming.chat, id="", thread=""), sender.id, sender.name, "vi")
    role = Role.TASK_GROUP if bound.role == "task-group" else Role.OFFICER
    return person, Actor(role, person.id, sender.name or person.name, bound.department)


def _case_for(tx: Tx, world: World, bound: Bound, number: int) -> Case:
    """The case, if this chat may work on it; the same refusal for a case of others and for none at all."""
    case = cases.load(tx, number) if number else None
    if case is None or bound.role not in {"department", "task-group"}:
        raise NotYours("refused-not-your-department")
    if bound.role == "department":
        responsible = world.catalogue.successor(case.department)
        if case.department != bound.department and (responsible is None or responsible.key != bound.department):
            raise NotYours("refused-not-your-department")
    return case


# ---------------------------------------------------------------- taps


def _tapped(tx: Tx, world: World, incoming: Incoming, bound: Bound) -> None:
    side, _, rest = incoming.choice.partition(":")
    verb, _, rest = rest.partition(":")
    number, _, extra = rest.partition(":")
    if side != "o" or not number.isdecimal():
        raise Refusal("refused-button")
    case = _case_for(tx, world, bound, int(number))
    person, actor = _officer(tx, incoming, bound)
    match verb:
        case "accept":
            cases.record(tx, moves.accept(case, actor, tx.now))
            _toast(tx, incoming, Words("toast-accepted", {"code": case.code}))
        case "details":
            _details(tx, incoming, case, bound)
        case "held":
            _settle_held(tx, world, incoming, bound, case, extra)
        case "back":
            _show_card(tx, incoming, case, bound)
            _intend(tx, person, None)
            _toast(tx, incoming, Words("tap-taken"))
        case "transfer" | "assign" if not extra:
            _offer_departments(tx, world, incoming, case, verb)
        case "extend" if not extra:
            _offer_days(tx, incoming, case)
        case _ if verb in NEEDS_WORDS:
            _want_words(tx, incoming, case, person, (verb, extra))
        case _:
            raise Refusal("refused-button")


def _toast(tx: Tx, incoming: Incoming, words: Words) -> None:
    notice = Notice(to_chat(incoming.chat), words, kind=Kind.TOAST, urgency=Urgency.TAP, tap_id=incoming.tap_id)
    outbox.post(tx, notice)


def _show_card(tx: Tx, incoming: Incoming, case: Case, bound: Bound) -> None:
    audience = TASK_GROUP if bound.role == "task-group" else None
    notice = cards.card(case, audience, kind=Kind.EDIT)
    outbox.post(tx, replace(notice, to=to_chat(incoming.chat)))


def _on_card(tx: Tx, incoming: Incoming, case: Case, words: Words, rows: tuple[tuple[Choice, ...], ...]) -> None:
    """The card turns into a request, with a way back; it costs the group no message."""
    back = (Choice(Words("button-back"), f"o:back:{case.id}"),)
    notice = Notice(
        to_chat(incoming.chat),
        words,
        choices=(*rows, back),
        kind=Kind.EDIT,
        urgency=Urgency.PROMPT,
        about=case.id,
        slot=cards.slot(case.id),
    )
    outbox.post(tx, notice)


def _offer_departments(tx: Tx, world: World, incoming: Incoming, case: Case, verb: str) -> None:
    best = [key for key, _ in world.router().rank(case.text).departments] if case.text else []
    listed = [
        each.key
        for each in world.catalogue.departments
        if each.takes_cases and not each.successor and each.kind != "commune"
    ]
    keys = [key for key in dict.fromkeys([*best[:3], *listed]) if key != case.department]
    choices = [Choice(Name("short", key), f"o:{verb}:{case.id}:{key}") for key in keys]
    rows = tuple(tuple(choices[at : at + 2]) for at in range(0, len(choices), 2))
    _on_card(tx, incoming, case, Words("card-choose-department", {"code": case.code}), rows)
    _toast(tx, incoming, Words("toast-choose"))


def _offer_days(tx: Tx, incoming: Incoming, case: Case) -> None:
    row = tuple(Choice(Words("button-days", {"days": days}), f"o:extend:{case.id}:{days}") for days in EXTENSIONS)
    _on_card(tx, incoming, case, Words("card-choose-days", {"code": case.code}), (row,))
    _toast(tx, incoming, Words("toast-choose"))


def _want_words(tx: Tx, incoming: Incoming, case: Case, person: Individual, wanted: tuple[str, str]) -> None:
    """The officer's next reply to this card is meant as this; until then the card says so."""
    verb, extra = wanted
    moves.check(case, verb)
    _intend(tx, person, {"verb": verb, "extra": extra, "case": case.id, "since": tx.now.isoformat()})
    facts: dict[str, Value] = {"code": case.code, "name": incoming.sender.name, "extra": _extra(verb, extra)}
    _on_card(tx, incoming, case, Words(f"card-want-{verb}", facts), ())
    _toast(tx, incoming, Words("toast-reply-to-card"))


def _extra(verb: str, extra: str) -> Value:
    return Name("department", extra) if verb in {"transfer", "assign"} else extra


def _intend(tx: Tx, person: Individual, intent: dict[str, object] | None) -> None:
    if intent is None:
        person.conversation.pop("intent", None)
    else:
        person.conversation["intent"] = intent
    people.save(tx, person)


def _intent_on(tx: Tx, person: Individual, case: Case) -> tuple[str, str] | None:
    intent = person.conversation.get("intent")
    if not intent or intent["case"] != case.id:
        return None
    if tx.now - datetime.fromisoformat(intent["since"]) > INTENT_LIFE:
        return None
    return intent["verb"], intent["extra"]


# ---------------------------------------------------------------- words


def _commanded(tx: Tx, world: World, incoming: Incoming, bound: Bound) -> None:
    """`/traloi …` as a reply to a card, or `/traloi #LS26-00001 …` anywhere in the group."""
    head, _, rest = incoming.text[1:].partition(" ")
    name, _, addressed = head.partition("@")
    if addressed and world.bot_names and addressed.lower() not in world.bot_names:
        return
    if reporting.command(tx, world, incoming, bound, name.lower()):
        return
    verb = VERBS.get(name.lower())
    if verb is None:
        return
    match = CODE.search(rest) if not incoming.reply_to else None
    if match:
        found = cases.by_code(tx, match.group(1).upper())
        case = _case_for(tx, world, bound, found.id if found else 0)
        rest = (rest[: match.start()] + rest[match.end() :]).strip()
    else:
        case = _case_for(tx, world, bound, _case_of_reply(tx, incoming))
    person, actor = _officer(tx, incoming, bound)
    if verb == "accept":
        cases.record(tx, moves.accept(case, actor, tx.now))
        _done(tx, incoming)
    elif verb == "details":
        _details(tx, incoming, case, bound)
    else:
        extra, rest = _split_extra(world, verb, rest.strip())
        _act(tx, world, incoming, case, actor, (verb, extra), _Held(rest, _files(tx, world, incoming, person)))


def _case_of_reply(tx: Tx, incoming: Incoming) -> int:
    found = _case_replied_to(tx, incoming) or chats.case_of_topic(tx, incoming.chat)
    if not found:
        raise Missing("refused-which-card")
    return found


def _case_replied_to(tx: Tx, incoming: Incoming) -> int:
    """The case of the message replied to: as we know it, else by the code the message shows; 0 for none."""
    known = chats.message(tx, incoming.chat, incoming.reply_to)
    if known is not None:
        return known.case
    match = CODE.search(incoming.reply_text)
    found = cases.by_code(tx, match.group(1).upper()) if match else None
    return found.id if found else 0


def _split_extra(world: World, verb: str, rest: str) -> tuple[str, str]:
    """The department or number of days a command begins with, and the words after it."""
    first, _, words = rest.partition(" ")
    if verb in {"transfer", "assign"}:
        key = _department_named(world, first)
        return key, words
    if verb == "extend":
        return first, words
    return "", rest


def _department_named(world: World, text: str) -> str:
    wanted = fold(text)
    for each in world.catalogue.departments:
        if wanted == each.key or wanted in {fold(alias).replace(" ", "-") for alias in each.aliases}:
            return each.key
    raise Missing("refused-which-department", text=text or "?")


def _files(tx: Tx, world: World, incoming: Incoming, person: Individual) -> tuple[int, ...]:
    taken = [upload for upload in incoming.uploads if upload.size <= world.largest_file]
    if len(taken) < len(incoming.uploads):
        raise Refusal("refused-file-size", name=incoming.uploads[0].name or "?", size=world.largest_file // 1_000_000)
    return tuple(files.announce(tx, incoming.chat.network, upload, person.id) for upload in taken)


def _done(tx: Tx, incoming: Incoming) -> None:
    """A quiet sign on the officer's own message that it was done."""
    to = to_chat(incoming.chat)
    outbox.post(
        tx, Notice(to, Words("reaction-done"), kind=Kind.REACT, urgency=Urgency.CARD, reply_to=incoming.message_id)
    )


class _Held:
    """Words and files of an officer, from one message or several."""

    __slots__ = ("files", "text")

    def __init__(self, text: str, taken: tuple[int, ...]) -> None:
        self.text = text
        self.files = taken


def _replied(tx: Tx, world: World, incoming: Incoming, bound: Bound) -> None:
    """A reply to a message of a case: what was asked for on the card, or held until somebody says what it is."""
    number = _case_replied_to(tx, incoming)
    if not number:
        return
    case = _case_for(tx, world, bound, number)
    person, actor = _officer(tx, incoming, bound)
    held = _Held(incoming.text, _files(tx, world, incoming, person))
    if intent := _intent_on(tx, person, case):
        _act(tx, world, incoming, case, actor, intent, held)
        _intend(tx, person, None)
        return
    _hold(tx, incoming, case, person, held)


def _hold(tx: Tx, incoming: Incoming, case: Case, person: Individual, held: _Held) -> None:
    """One question for everything this officer replies to the case until it is answered."""
    first = person.conversation.get("held") or {}
    known = None
    if first.get("case") == case.id and first.get("chat") == incoming.chat.id:
        known = chats.message(tx, incoming.chat, first["message"])
    if known is not None and not known.note.get("done"):
        note = known.note
        note["texts"][incoming.message_id] = held.text
        note["files"] = [*note["files"], *held.files]
        chats.remember(tx, incoming.chat, known)
        chats.remember(tx, incoming.chat, Known(incoming.message_id, case.id, "", "", {"with": known.message_id}))
        return
    note = {"texts": {incoming.message_id: held.text}, "files": list(held.files), "name": incoming.sender.name}
    note["person"] = person.id
    chats.remember(tx, incoming.chat, Known(incoming.message_id, case.id, "", "", note))
    person.conversation["held"] = {"case": case.id, "chat": incoming.chat.id, "message": incoming.message_id}
    people.save(tx, person)
    _ask_what(tx, incoming, case)


def _ask_what(tx: Tx, incoming: Incoming, case: Case) -> None:
    rows = tuple(
        (Choice(Words(f"button-held-{what}"), f"o:held:{case.id}:{what}.{incoming.message_id}"),)
        for what in ("send", "answer", "note")
    )
    words = Words("held-question", {"code": case.code})
    slot = f"held:{incoming.message_id}"
    notice = Notice(
        to_chat(incoming.chat),
        words,
        choices=rows,
        urgency=Urgency.PROMPT,
        about=case.id,
        slot=slot,
        reply_to=incoming.message_id,
    )
    outbox.post(tx, notice)


def _settle_held(tx: Tx, world: World, incoming: Incoming, bound: Bound, case: Case, extra: str) -> None:
    """The tap that says what held words are; the first one counts, the second officer is told who it was."""
    what, _, message_id = extra.partition(".")
    known = chats.message(tx, incoming.chat, message_id)
    if known is None or known.case != case.id or "texts" not in known.note or what not in {"send", "answer", "note"}:
        raise Refusal("refused-button")
    if known.note.get("done"):
        raise Refusal("refused-held-done", name=known.note.get("done_by", "?"))
    _, tapper = _officer(tx, incoming, bound)
    author = replace(tapper, person=known.note["person"], name=known.note["name"])
    text = "\n".join(filter(None, known.note["texts"].values()))
    held = _Held(text, tuple(known.note["files"]))
    _apply(tx, world, case, author, (what, ""), held)
    known.note.update(done=what, done_by=incoming.sender.name)
    chats.remember(tx, incoming.chat, known)
    _toast(tx, incoming, Words(f"toast-held-{what}", {"code": case.code}))
    done = Words(f"held-{what}", {"code": case.code, "name": incoming.sender.name})
    slot = f"held:{message_id}"
    outbox.post(
        tx,
        Notice(to_chat(incoming.chat), done, kind=Kind.EDIT, urgency=Urgency.PROMPT, about=case.id, slot=slot),
    )


def _act(  # noqa: PLR0913
    tx: Tx,
    world: World,
    incoming: Incoming,
    case: Case,
    actor: Actor,
    wanted: tuple[str, str],
    held: _Held,
) -> None:
    """Do what the officer's words say at once, and remember the message so that an edit of it corrects what was sent."""
    _apply(tx, world, case, actor, wanted, held)
    note = {"texts": {incoming.message_id: held.text}, "files": list(held.files), "done": wanted[0]}
    chats.remember(tx, incoming.chat, Known(incoming.message_id, case.id, "", "", note))
    _done(tx, incoming)


def _apply(tx: Tx, world: World, case: Case, actor: Actor, wanted: tuple[str, str], held: _Held) -> None:
    """One officer's verb to one move."""
    verb, extra = wanted
    now, by = tx.now, _signed(world, case, actor)
    match verb:
        case "ask":
            decision = moves.ask(case, actor, now, held.text, held.files, by)
        case "send":
            decision = moves.tell(case, actor, now, held.text, held.files, by)
        case "note":
            decision = moves.note(case, actor, now, held.text, held.files)
        case "answer" | "decline":
            said = Said(held.text, held.files, by, world.after(tx, world.days(Step.CONFIRM)))
            decision = getattr(moves, verb)(case, actor, now, said)
        case "transfer" | "assign":
            if world.catalogue.successor(extra) is None:
                raise Refusal("refused-button")
            decision = getattr(moves, verb)(case, actor, now, extra, held.text)
        case "extend":
            days = int(extra) if extra.isdecimal() else 0
            decision = moves.extend(case, actor, now, days, held.text, world.deadline_of(case, now, days))
        case _:
            raise Refusal("refused-button")
    cases.record(tx, decision)


def _signed(world: World, case: Case, actor: Actor) -> Value:
    """How words to the business are signed: with the officer's name only where the department wants it."""
    if actor.role is Role.TASK_GROUP:
        return Words("task-group")
    name = Name("department", case.department)
    department = world.catalogue.department(case.department)
    if department and department.show_officer_names and actor.name:
        return Words("signed-officer", {"name": actor.name, "department": name})
    return name


def _edited(tx: Tx, incoming: Incoming, bound: Bound) -> None:
    """An officer edited a message: held words change silently, sent ones are corrected at the business, visibly."""
    known = chats.message(tx, incoming.chat, incoming.message_id)
    if known is None or not known.case:
        return
    holder = chats.message(tx, incoming.chat, known.note["with"]) if "with" in known.note else known
    if holder is None or "texts" not in holder.note or incoming.message_id not in holder.note["texts"]:
        return
    text = _without_command(incoming.text)
    holder.note["texts"][incoming.message_id] = text
    chats.remember(tx, incoming.chat, holder)
    done = holder.note.get("done")
    if done in {"send", "answer", "ask", "decline"}:
        case = cases.load(tx, known.case)
        _, actor = _officer(tx, incoming, bound)
        if case is not None:
            whole = "\n".join(filter(None, holder.note["texts"].values()))
            cases.record(tx, moves.correct(case, actor, tx.now, whole, was_answer=done in {"answer", "decline"}))


def _without_command(text: str) -> str:
    """The words after `/traloi` and an optional code."""
    if not text.startswith("/"):
        return text
    rest = text.partition(" ")[2]
    match = CODE.match(rest.strip())
    return rest.strip()[match.end() :].strip() if match else rest.strip()


def _details(tx: Tx, incoming: Incoming, case: Case, bound: Bound) -> None:
    """The whole journal in words; for the department without anything that names a hidden author."""
    outbox.post(tx, reporting.details(tx, incoming.chat, case, inside=bound.role == "task-group"))
    if incoming.tap_id:
        _toast(tx, incoming, Words("tap-taken"))
