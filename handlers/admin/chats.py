"""Binding chats to roles, and what happens to chats."""

from __future__ import annotations

from datetime import timedelta

import structlog

from domain.case import moves
from domain.case.case import Actor, Role, Tier, is_open
from domain.language import fold
from domain.messages import (
    ADMINISTRATOR,
    TASK_GROUP,
    Event,
    Incoming,
    Notice,
    Urgency,
    Value,
    Words,
    to_chat,
)
from domain.refusals import Refusal
from handlers import commands, guesses, queue, recording
from handlers.admin import bindings
from handlers.admin.bindings import name_of
from handlers.commands import For, Given
from handlers.group_talk import say
from handlers.province import Province
from handlers.task_group import board, reporting
from handlers.turn import InGroup, Private, Turn
from storage import accounts, cases, chats, people
from storage.chats import Bound
from storage.database import Tx
from storage.outgoing import envelopes, outbox

log = structlog.get_logger()

CODE_LIFE = timedelta(hours=24)
ROLES = ("task-group", "leadership", "administrator")
_IN_PRIVATE = {"administrator", "head"}
#: what says that a bound chat is to change sides
_SURE = {"doi", "change", "更换"}


def is_bind_command(text: str) -> bool:
    """True for `/gan CODE`, also as `/gan@botname CODE`."""
    return commands.read(text, For.NEWCOMER) is not None


def issue_code(tx: Tx, province: Province, code: str, target: str) -> None:
    """Keep a one-time code for a department's key, that with `/head`, or another role; raises Refusal."""
    if target in ROLES:
        chats.issue_code(tx, code, target, "", tx.now + CODE_LIFE)
        return
    key, _, head = target.partition("/")
    if province.catalogue.department(key) is None or head not in {"", "head"}:
        raise Refusal("refused-which-department", text=target)
    chats.issue_code(tx, code, head or "department", key, tx.now + CODE_LIFE)


def bind(turn: Turn[object]) -> None:
    """`/gan CODE` in a group: from now on the group speaks for what the code was made for."""
    tx, incoming = turn.tx, turn.incoming
    code, is_sure = _code(incoming.text)
    if chats.meant_by_code(tx, code)[0] == "administrator":
        chats.use_code(tx, code)  # everybody here has read it
        log.warning("bind.code_shown")
        raise Refusal("refused-code-private")
    before = chats.bound(tx, incoming.chat)
    role, department = _use_up(turn, code, before, is_sure=is_sure)
    who = name_of(role, department)
    _bind(tx, incoming, role, department, incoming.event_detail)
    say(turn, Words("bound", {"who": who}))
    if before and (before.role, before.department) != (role, department):
        bindings.tell_lost(tx, before.role, before.department, before.title or incoming.chat.id, who)
    queue.hand_over(tx, turn.province, Bound(incoming.chat, role, department))
    if role == "department":
        told: dict[str, Value] = {"who": who, "by": incoming.sender.name}
        outbox.post(tx, Notice(TASK_GROUP, Words("bound-elsewhere", told), urgency=Urgency.PROMPT))


def _bind(tx: Tx, incoming: Incoming, role: str, department: str, title: str) -> None:
    chats.bind(tx, incoming.chat, role, department, title, by=incoming.sender.name)
    log.info("chat.bound", role=role, department=department, network=incoming.chat.network)


def _code(text: str) -> tuple[str, bool]:
    """The code typed, and whether the word after it says that a chat already bound is to change sides."""
    given = commands.read(text, For.NEWCOMER)
    code, _, word = (given.rest if given else "").partition(" ")
    return code, fold(word).strip() in _SURE


def _use_up(turn: Turn[object], code: str, before: Bound | None, *, is_sure: bool) -> tuple[str, str]:
    """The role and the department of a code, which from now on is used; raises Refusal for a wrong one.

    Also while nobody has said that a chat bound otherwise is to change sides; the code stays good.
    """
    who = f"guess:{turn.incoming.sender.id}"
    if not guesses.are_left(turn.tx, who):
        log.warning("bind.guessed_too_often")
        raise Refusal("refused-too-many-guesses")
    role, department = chats.meant_by_code(turn.tx, code) if code else ("", "")
    if role and before and (before.role, before.department) != (role, department) and not is_sure:
        held = name_of(before.role, before.department)
        raise Refusal("refused-rebind", who=held, now=name_of(role, department))
    guesses.count(turn.tx, who)
    used = chats.use_code(turn.tx, code) if code else None
    if used is None:
        log.warning("bind.wrong_code")
        raise Refusal("refused-bind-code")
    return used


def answer_private(turn: Private) -> bool:
    """What whoever holds a code, a department's head and the administrator may do in private; False for all else."""
    text = turn.incoming.text
    if is_bind_command(text):
        _bind_person(turn, *_code(text))
        return True
    bound = chats.bound(turn.tx, turn.incoming.chat)
    if bound is not None and bound.role == "head":
        given = commands.read(text, For.HEAD)
        if given is not None:
            _tell_head(Turn(turn.tx, turn.province, turn.incoming, bound), given)
        return given is not None
    given = commands.read(text, For.ADMINISTRATOR) if turn.who.role == "administrator" else None
    if given is not None:
        _administer(turn, given)
    return given is not None


def _tell_head(turn: InGroup, given: Given) -> None:
    if given.verb == "board":
        board.invite(turn, given.rest)
    else:
        reporting.report(turn, given.verb)


def _administer(turn: Private, given: Given) -> None:
    match given.verb:
        case "bindings":
            say(turn, bindings.listed(turn.tx))
        case "unbind":
            say(turn, bindings.end(turn.tx, given.rest, turn.who.name, is_administrator=True))
            kept = people.by_id(turn.tx, turn.who.id)
            turn.who.role = kept.role if kept else ""  # it may have been their own
        case _:
            to = to_chat(turn.who.chat, turn.who.language or "vi")
            outbox.post(turn.tx, reporting.this_week(turn.tx, turn.province, to))


def _bind_person(turn: Private, code: str, is_sure: bool) -> None:  # noqa: FBT001
    """`/gan CODE` in private: the chat of a department's head, or the administrator's."""
    if chats.meant_by_code(turn.tx, code)[0] not in {"", *_IN_PRIVATE}:
        raise Refusal("refused-code-group")
    before = chats.bound(turn.tx, turn.incoming.chat)
    role, department = _use_up(turn, code, before, is_sure=is_sure)
    if role == "head":
        _bind(turn.tx, turn.incoming, role, department, turn.incoming.sender.name)
    else:
        turn.who.role = role
        log.info("administrator.bound", network=turn.incoming.chat.network)
    say(turn, Words("bound", {"who": name_of(role, department)}))


def note_event(tx: Tx, incoming: Incoming) -> None:
    """Something happened to a chat: it moved, the bot was removed or lost rights, somebody blocked the bot."""
    match incoming.event:
        case Event.MIGRATED:
            envelopes.migrate(tx, incoming.chat, incoming.event_detail)
            _tell_bound(tx, incoming, "group-migrated")
        case Event.REMOVED:
            if chats.note_trouble(tx, incoming.chat, "removed"):
                _tell_bound(tx, incoming, "group-removed-bot")
        case Event.RIGHTS:
            is_bound = chats.note_trouble(tx, incoming.chat, incoming.event_detail)
            if is_bound and incoming.event_detail:
                _tell_bound(tx, incoming, "group-changed-rights")
            elif is_bound:
                outbox.try_again(tx, incoming.chat)
        case Event.JOINED:
            _joined(tx, incoming)
        case Event.BLOCKED | Event.UNBLOCKED:
            _blocked(tx, incoming)
        case _:
            pass


def _joined(tx: Tx, incoming: Incoming) -> None:
    """The bot came to a group: it asks to be bound, or, back in its own group, brings what could not be delivered."""
    bound = chats.bound(tx, incoming.chat)
    if bound is None:
        outbox.post(tx, Notice(to_chat(incoming.chat), Words("group-hello"), urgency=Urgency.PROMPT))
        return
    chats.note_trouble(tx, incoming.chat, "")
    again = Words("group-again", {"who": name_of(bound.role, bound.department)})
    outbox.post(tx, Notice(to_chat(incoming.chat), again, urgency=Urgency.PROMPT))
    outbox.try_again(tx, incoming.chat)


def _tell_bound(tx: Tx, incoming: Incoming, key: str) -> None:
    """The task group hears of trouble with a bound group, unless it is its own."""
    chat = incoming.chat
    if incoming.event is Event.MIGRATED:
        chat = type(chat)(chat.network, incoming.event_detail)
    bound = chats.bound(tx, chat)
    if bound is None:
        return
    facts: dict[str, Value] = {"who": name_of(bound.role, bound.department), "title": bound.title or chat.id}
    to = ADMINISTRATOR if bound.role == "task-group" else TASK_GROUP
    outbox.post(tx, Notice(to, Words(key, facts), urgency=Urgency.PROMPT))


def _blocked(tx: Tx, incoming: Incoming) -> None:
    """A business blocked the bot: the departments of its open cases are told that answers will not arrive."""
    person = people.find(tx, incoming.chat.network, incoming.sender.id)
    if person is None or person.chat != incoming.chat:  # another account of theirs is where they are
        return
    person.blocked_at = tx.now if incoming.event is Event.BLOCKED else None
    people.save(tx, person)
    if incoming.event is Event.UNBLOCKED:
        accounts.heard(tx, incoming.chat)
        outbox.try_again(tx, incoming.chat)
    else:
        for case in cases.live_of_author(tx, person.id):
            # of whoever hides each case says so by itself, once a message of its own does not arrive: said of two at
            # one moment, it would say that they have one author
            if is_open(case) and case.reached and case.tier is Tier.OPEN:
                recording.record(tx, moves.unreached(case, Actor(Role.CLOCK), tx.now))
