"""Binding chats to roles, what happens to chats, and what the administrator is told."""

from __future__ import annotations

from datetime import timedelta

from domain.case import decisions, moves
from domain.case.cards import slot
from domain.case.case import Actor, Role, is_open
from domain.messages import (
    ADMINISTRATOR,
    TASK_GROUP,
    Chat,
    Event,
    Incoming,
    Name,
    Notice,
    Urgency,
    Value,
    Words,
    to_chat,
)
from domain.refusals import Refusal
from handlers import commands, guesses, recording
from handlers.answering import fleeting, say
from handlers.commands import For
from handlers.province import Province
from handlers.task_group import reporting
from handlers.turn import Private, Turn
from storage import cases, chats, outbox, people
from storage.database import Tx

CODE_LIFE = timedelta(hours=24)
ROLES = ("task-group", "leadership", "administrator")
_IN_PRIVATE = {"administrator", "head"}


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
    code = _code(incoming.text)
    if chats.role_of_code(tx, code) == "administrator":
        raise Refusal("refused-code-private")
    role, department = _use_up(turn, code)
    chats.bind(tx, incoming.chat, role, department, incoming.event_detail)
    who = _who(role, department)
    say(turn, Words("bound", {"who": who}))
    if role == "department":
        told: dict[str, Value] = {"who": who, "by": incoming.sender.name}
        outbox.post(tx, Notice(TASK_GROUP, Words("bound-elsewhere", told), urgency=Urgency.PROMPT))


def _code(text: str) -> str:
    given = commands.read(text, For.NEWCOMER)
    return given.rest if given else ""


def _who(role: str, department: str) -> Value:
    if role == "head":
        return Words("head-of", {"department": Name("department", department)})
    return Name("department", department) if role == "department" else Words(role)


def _use_up(turn: Turn[object], code: str) -> tuple[str, str]:
    """The role and the department of a code, which from now on is used; raises Refusal for a wrong one."""
    who = f"guess:{turn.incoming.sender.id}"
    if not guesses.are_left(turn.tx, who):
        raise Refusal("refused-too-many-guesses")
    guesses.count(turn.tx, who)
    used = chats.use_code(turn.tx, code) if code else None
    if used is None:
        raise Refusal("refused-bind-code")
    return used


def answer_private(turn: Private) -> bool:
    """What whoever holds a code, a department's head and the administrator may do in private; False for all else."""
    text = turn.incoming.text
    if is_bind_command(text):
        _bind_person(turn, _code(text))
        return True
    bound = chats.bound(turn.tx, turn.incoming.chat)
    if bound is not None and bound.role == "head":
        given = commands.read(text, For.HEAD)
        if given is not None:
            reporting.report(Turn(turn.tx, turn.province, turn.incoming, bound), given.verb)
        return given is not None
    if turn.who.role != "administrator" or commands.read(text, For.ADMINISTRATOR) is None:
        return False
    to = to_chat(turn.who.chat, turn.who.language or "vi")
    outbox.post(turn.tx, reporting.this_week(turn.tx, turn.province, to))
    return True


def _bind_person(turn: Private, code: str) -> None:
    """`/gan CODE` in private: the chat of a department's head, or the administrator's."""
    if chats.role_of_code(turn.tx, code) not in {"", *_IN_PRIVATE}:
        raise Refusal("refused-code-group")
    role, department = _use_up(turn, code)
    if role == "head":
        chats.bind(turn.tx, turn.incoming.chat, role, department, turn.incoming.sender.name)
    else:
        turn.who.role = role
    say(turn, Words("bound", {"who": _who(role, department)}))


def note_event(tx: Tx, incoming: Incoming) -> None:
    """Something happened to a chat: it moved, the bot was removed or lost rights, somebody blocked the bot."""
    match incoming.event:
        case Event.MIGRATED:
            chats.migrate(tx, incoming.chat, incoming.event_detail)
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
    outbox.try_again(tx, incoming.chat)


def _tell_bound(tx: Tx, incoming: Incoming, key: str) -> None:
    """The task group hears of trouble with a bound group, unless it is its own."""
    chat = incoming.chat
    if incoming.event is Event.MIGRATED:
        chat = type(chat)(chat.network, incoming.event_detail)
    bound = chats.bound(tx, chat)
    if bound is None:
        return
    facts: dict[str, Value] = {"who": _who(bound.role, bound.department), "title": bound.title or chat.id}
    to = ADMINISTRATOR if bound.role == "task-group" else TASK_GROUP
    outbox.post(tx, Notice(to, Words(key, facts), urgency=Urgency.PROMPT))


def _blocked(tx: Tx, incoming: Incoming) -> None:
    """A business blocked the bot: the departments of its open cases are told that answers will not arrive."""
    person = people.find(tx, incoming.chat.network, incoming.sender.id)
    if person is None:
        return
    person.blocked_at = tx.now if incoming.event is Event.BLOCKED else None
    people.save(tx, person)
    if incoming.event is Event.UNBLOCKED:
        outbox.try_again(tx, incoming.chat)
    else:
        for case in cases.live_of_author(tx, person.id):
            if is_open(case) and case.reached:
                recording.record(tx, moves.unreached(case, Actor(Role.CLOCK), tx.now))


def update_failed(tx: Tx, number: int, error: str, incoming: Incoming | None = None) -> None:
    """The administrators are told that an update could not be handled, and so is the person who waits for an answer."""
    words = Words("update-failed", {"number": number, "error": error})
    outbox.post(tx, Notice(ADMINISTRATOR, words, urgency=Urgency.PROMPT))
    if incoming is None or incoming.event is not None or not (incoming.private or incoming.tap_id):
        return
    person = people.find(tx, incoming.chat.network, incoming.sender.id)
    to = to_chat(incoming.chat, (person.language if person and incoming.private else "") or "vi")
    sorry = Words("refused-error")
    told = fleeting(to, incoming, sorry) if incoming.tap_id else Notice(to, sorry, urgency=Urgency.PROMPT)
    outbox.post(tx, told)


def topic_lost(tx: Tx, chat: Chat, case: int) -> None:
    """A case's forum topic was deleted: the next message opens another, and the task group hears of it."""
    chats.forget_topics_of(tx, chat, case)
    bound = chats.bound(tx, chat)
    if bound is not None:
        facts: dict[str, Value] = {"who": _who(bound.role, bound.department)}
        outbox.post(tx, Notice(TASK_GROUP, Words("group-topic-lost", facts), urgency=Urgency.PROMPT))


def not_delivered(tx: Tx, item: outbox.Item, *, blocked: bool) -> None:
    """A message was given up: the case says so to its department, a group's trouble goes to the task group."""
    person = people.find_by_chat(tx, item.chat) if item.notice.about else None
    if person is not None:
        if blocked:
            person.blocked_at = tx.now
            people.save(tx, person)
        case = cases.load(tx, item.notice.about)
        if case is not None and case.author == person.id and case.reached:
            recording.record(tx, moves.unreached(case, Actor(Role.CLOCK), tx.now))
        return
    bound = chats.bound(tx, item.chat)
    if bound is not None and bound.role == "department":
        _card_instead(tx, item)
    if bound is not None and not bound.trouble:
        chats.note_trouble(tx, item.chat, "unreachable")
        facts: dict[str, Value] = {"who": _who(bound.role, bound.department), "title": bound.title or item.chat.id}
        to = ADMINISTRATOR if bound.role == "task-group" else TASK_GROUP
        outbox.post(tx, Notice(to, Words("group-unreachable", facts), urgency=Urgency.PROMPT))


def _card_instead(tx: Tx, item: outbox.Item) -> None:
    """A case's card did not reach its department: the task group gets it, so that somebody has it."""
    case = cases.load(tx, item.notice.about) if item.notice.about else None
    if case is not None and item.notice.slot == slot(case.id):
        for notice in decisions.introduced(case, TASK_GROUP):
            outbox.post(tx, notice)


def topics_refused(tx: Tx, chat: Chat) -> None:
    """A group gave the bot no topic: its cases go into one stream again, and it hears why."""
    if chats.bound(tx, chat) is not None:
        chats.use_topics(tx, chat, wanted=False)
        outbox.post(tx, Notice(to_chat(chat), Words("topics-refused"), urgency=Urgency.PROMPT))
