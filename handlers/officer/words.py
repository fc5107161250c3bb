"""An officer's words in the group: commands, replies to a case's messages, what becomes of them, later edits.

Nothing leaks by accident: a bare reply is held until somebody says by a tap what it is.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from domain.case import moves
from domain.case.case import Case
from domain.language import fold
from domain.messages import Choice, Incoming, Kind, Notice, Urgency, Words, to_chat
from domain.refusals import Missing, Refusal
from handlers import recording, typed, unmasking
from handlers.access import case_for, leads, may, officer_of
from handlers.answering import acknowledge
from handlers.officer import finding, merging
from handlers.officer.verbs import Held, act, carry_out, held_of
from handlers.province import Province
from handlers.task_group import issues, reporting
from storage import cases, chats, messages, outbox, people
from storage.chats import Bound
from storage.database import Tx
from storage.messages import Known
from storage.people import Individual

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
    "phoihop": "invite",
    "invite": "invite",
    "gopy": "contribute",
    "contribute": "contribute",
    "hanxuly": "deadline",
    "deadline": "deadline",
    "tuchoi": "decline",
    "decline": "decline",
    "congbo": "publish",
    "publish": "publish",
    "thuhoi": "retract",
    "retract": "retract",
    "tuongtu": "alike",
    "alike": "alike",
    "chitiet": "details",
    "details": "details",
}
HELP = {"trogiup", "help", "start"}
TOPICS = {"chude", "topics"}
_ON, _OFF = {"bat", "on", "co"}, {"tat", "off", "khong"}
INTENT_LIFE = timedelta(minutes=30)
TOGETHER = timedelta(minutes=10)


def in_unbound_group(incoming: Incoming) -> None:
    """Raises Refusal for what would be work in a bound group; anything else is none of the bot's business."""
    if incoming.tap_id or typed.command(incoming.text)[0] in {
        *VERBS,
        *HELP,
        *TOPICS,
        *merging.COMMANDS,
        *finding.COMMANDS,
        *issues.COMMANDS,
        *unmasking.COMMANDS,
    }:
        raise Refusal("refused-not-bound")


# ---------------------------------------------------------------- commands


def commanded(tx: Tx, province: Province, incoming: Incoming, bound: Bound) -> None:
    """`/traloi …` as a reply to a card, or `/traloi #LS26-00001 …` anywhere in the group."""
    addressed = typed.addressee(incoming.text)
    if addressed and province.bot_names and addressed not in province.bot_names:
        return
    name, rest = typed.command(incoming.text)
    if name in TOPICS:
        _topics(tx, incoming, fold(rest))
    elif name in HELP:
        outbox.post(tx, Notice(to_chat(incoming.chat), Words("help-officer"), urgency=Urgency.PROMPT))
    elif name in issues.COMMANDS:
        issues.command(tx, incoming, bound, rest)
    elif name in merging.COMMANDS:
        merging.commanded(tx, province, incoming, bound, _replied_to(tx, incoming))
    elif name in unmasking.COMMANDS:
        unmasking.commanded(tx, province, incoming, bound, *_case_named(tx, incoming, rest))
    elif name in finding.COMMANDS:
        outbox.post(tx, finding.commanded(tx, province, incoming, bound, rest))
    elif name in VERBS:
        _on_case(tx, province, incoming, bound, (VERBS[name], rest))
    elif not reporting.command(tx, province, incoming, bound, name) and (addressed or _replied_to(tx, incoming)):
        raise Refusal("refused-unknown-officer-command")  # believing that it was done would be worse


def _topics(tx: Tx, incoming: Incoming, wanted: str) -> None:
    """`/chude bat`: one forum topic a case in this group from now on; `/chude tat`: all in one stream."""
    if wanted not in _ON | _OFF:
        raise Missing("refused-topics")
    chats.use_topics(tx, incoming.chat, wanted=wanted in _ON)
    words = Words("topics-on") if wanted in _ON else Words("topics-off")
    outbox.post(tx, Notice(to_chat(incoming.chat), words, urgency=Urgency.PROMPT))


def _on_case(tx: Tx, province: Province, incoming: Incoming, bound: Bound, said: tuple[str, str]) -> None:
    verb, rest = said
    number, rest = _case_named(tx, incoming, rest)
    case = case_for(tx, province, bound, number)
    may(province, case, bound, verb)
    person, actor = officer_of(tx, incoming, bound)
    if verb == "accept":
        recording.record(tx, moves.accept(case, actor, tx.now))
        acknowledge(tx, incoming)
    elif verb == "details":
        outbox.post(tx, finding.details(tx, province, incoming, case, bound))
    elif verb == "alike":
        outbox.post(tx, finding.about(tx, province, incoming, bound, case))
    elif verb == "deadline":
        outbox.post(tx, reporting.deadline(tx, to_chat(incoming.chat), case, province.catalogue.legal_limits))
    else:
        extra, text = _split_extra(province, verb, rest)
        act(tx, province, incoming, case, (person, actor), (verb, extra), held_of(tx, province, incoming, person, text))


def _case_named(tx: Tx, incoming: Incoming, rest: str) -> tuple[int, str]:
    """The case a command is about, and its words: a code in front, else the message replied to, a code, the topic."""
    match = typed.CODE.search(rest)
    if match and (match.start() == 0 or not _replied_to(tx, incoming)):
        found = cases.by_code(tx, match.group(1).upper())
        return (found.id if found else 0), f"{rest[: match.start()]} {rest[match.end() :]}".strip(" :")
    number = _replied_to(tx, incoming) or chats.case_of_topic(tx, incoming.chat)
    if not number:
        raise Missing("refused-which-card")
    return number, rest


def _replied_to(tx: Tx, incoming: Incoming) -> int:
    """The case of the message replied to: as we know it, else by the code the message shows; 0 for none."""
    known = messages.find(tx, incoming.chat, incoming.reply_to)
    if known is not None:
        return known.case
    code = typed.code(incoming.reply_text)
    found = cases.by_code(tx, code) if code else None
    return found.id if found else 0


def _split_extra(province: Province, verb: str, rest: str) -> tuple[str, str]:
    """The department or number of days a command begins with, and the words after it."""
    first, _, words = rest.partition(" ")
    if verb in {"transfer", "assign", "invite"}:
        return _department_named(province, first), words.strip()
    if verb == "extend":
        return first, words.strip()
    return "", rest


def _department_named(province: Province, text: str) -> str:
    wanted = fold(text)
    for each in province.catalogue.departments:
        if wanted == each.key or wanted in {fold(alias).replace(" ", "-") for alias in each.aliases}:
            return each.key
    raise Missing("refused-which-department", text=text or "?")


# ---------------------------------------------------------------- replies


def replied(tx: Tx, province: Province, incoming: Incoming, bound: Bound) -> None:
    """A reply to a message of a case: what was asked for on the card, or held until somebody says what it is.

    Replies to colleagues are their talk; with privacy mode on the bot would not even see them.
    """
    known = messages.find(tx, incoming.chat, incoming.reply_to)
    number = _replied_to(tx, incoming)
    if not number or (known is not None and ("texts" in known.note or "with" in known.note)):
        return
    case = case_for(tx, province, bound, number)
    person, actor = officer_of(tx, incoming, bound)
    held = held_of(tx, province, incoming, person, incoming.text)
    if not held.text and not held.files:
        return
    is_part = not leads(province, case, bound)
    if wanted := ("contribute", "") if is_part else _intent_on(tx, person, case):
        intend(tx, person, None)
        act(tx, province, incoming, case, (person, actor), wanted, held)
        return
    _hold(tx, incoming, case, person, held)


def intend(tx: Tx, person: Individual, intent: dict[str, object] | None) -> None:
    """Remember what this officer's next reply to a card means."""
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


def _hold(tx: Tx, incoming: Incoming, case: Case, person: Individual, held: Held) -> None:
    """One question for everything this officer replies to the case until it is answered."""
    first = person.conversation.get("group-held") or {}
    known = None
    if first.get("case") == case.id and first.get("chat") == incoming.chat.id:
        known = messages.find(tx, incoming.chat, first["message"])
    if known is not None and not known.note.get("done") and _still_together(tx, known):
        known.note["texts"][incoming.message_id] = held.text
        known.note["files"] = [*known.note["files"], *held.files]
        messages.remember(tx, incoming.chat, known)
        messages.remember(tx, incoming.chat, Known(incoming.message_id, case.id, "", "", {"with": known.message_id}))
        return
    note: dict[str, Any] = {"texts": {incoming.message_id: held.text}, "files": list(held.files)}
    note |= {"name": incoming.sender.name, "person": person.id, "since": tx.now.isoformat()}
    messages.remember(tx, incoming.chat, Known(incoming.message_id, case.id, "", "", note))
    person.conversation["group-held"] = {"case": case.id, "chat": incoming.chat.id, "message": incoming.message_id}
    people.save(tx, person)
    _ask_what(tx, incoming, case)


def _still_together(tx: Tx, known: Known) -> bool:
    """True while a further reply belongs to the question asked before; a later one would wait under it unseen."""
    return tx.now - datetime.fromisoformat(known.note["since"]) <= TOGETHER


def _ask_what(tx: Tx, incoming: Incoming, case: Case) -> None:
    rows = tuple(
        (Choice(Words(f"button-held-{what}"), f"o:held:{case.id}:{what}.{incoming.message_id}"),)
        for what in ("send", "answer", "note")
    )
    notice = Notice(
        to_chat(incoming.chat),
        Words("held-question", {"code": case.code}),
        choices=rows,
        urgency=Urgency.PROMPT,
        about=case.id,
        slot=f"held:{incoming.message_id}",
        reply_to=incoming.message_id,
    )
    outbox.post(tx, notice)


def settle_held(tx: Tx, province: Province, incoming: Incoming, bound: Bound, case: Case, extra: str) -> Words:
    """The tap that says what held words are; the first one counts, the second officer is told who it was."""
    what, _, message_id = extra.partition(".")
    known = messages.find(tx, incoming.chat, message_id)
    if known is None or known.case != case.id or "name" not in known.note or what not in {"send", "answer", "note"}:
        raise Refusal("refused-button")
    if known.note.get("done"):
        raise Refusal("refused-held-done", name=known.note.get("done_by", "?"))
    _, tapper = officer_of(tx, incoming, bound)
    author = replace(tapper, person=known.note["person"], name=known.note["name"])
    text = "\n".join(filter(None, known.note["texts"].values()))
    carry_out(tx, province, case, author, (what, ""), Held(text, tuple(known.note["files"])))
    known.note.update(done=what, done_by=incoming.sender.name)
    messages.remember(tx, incoming.chat, known)
    done = Words(f"held-{what}", {"code": case.code, "name": incoming.sender.name})
    slot = f"held:{message_id}"
    outbox.post(
        tx, Notice(to_chat(incoming.chat), done, kind=Kind.EDIT, urgency=Urgency.PROMPT, about=case.id, slot=slot)
    )
    return Words(f"toast-held-{what}", {"code": case.code})
