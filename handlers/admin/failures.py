"""What the edge could not do, told to whoever can mend it: an update, a message, a forum topic."""

from __future__ import annotations

from domain.case import decisions, moves
from domain.case.cards import slot
from domain.case.case import Actor, Role
from domain.messages import ADMINISTRATOR, TASK_GROUP, Chat, Incoming, Notice, Urgency, Value, Words, to_chat
from handlers import recording
from handlers.admin.bindings import name_of
from handlers.group_talk import fleeting
from storage import cases, chats, people
from storage.database import Tx
from storage.files import Stored
from storage.outgoing import outbox


def report_failed_update(tx: Tx, number: int, error: str, incoming: Incoming | None = None) -> None:
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


def report_lost_file(tx: Tx, file: Stored) -> None:
    """A file could not be had: its sender is told which, to send it again; who is anonymous is nobody."""
    sender = people.by_id(tx, file.person) if file.person else None
    if sender is not None and sender.chat.id:
        name = {"name": file.name or "…"}
        words = Words("file-lost-size", name) if file.state == "refused" else Words("file-lost", name)
        outbox.post(tx, Notice(to_chat(sender.chat, sender.language or "vi"), words, urgency=Urgency.PROMPT))


def forget_topic(tx: Tx, chat: Chat, case: int) -> None:
    """A case's forum topic was deleted: the next message opens another, and the task group hears of it."""
    chats.forget_topics_of(tx, chat, case)
    bound = chats.bound(tx, chat)
    if bound is not None:
        facts: dict[str, Value] = {"who": name_of(bound.role, bound.department)}
        outbox.post(tx, Notice(TASK_GROUP, Words("group-topic-lost", facts), urgency=Urgency.PROMPT))


def report_undelivered(tx: Tx, item: outbox.Item, *, blocked: bool) -> None:
    """A message was given up: the case says so to its department, a group's trouble goes to the task group."""
    person = people.find_by_chat(tx, item.chat) if item.notice.about else None
    if person is not None:
        if blocked:
            person.blocked_at = tx.now
            people.save(tx, person)
        case = cases.load(tx, item.notice.about)
        if case is not None and case.author == person.id and case.reached:
            recording.record(tx, moves.unreached(case, Actor(Role.CLOCK), recording.instant(tx, case)))
        return
    bound = chats.bound(tx, item.chat)
    if bound is not None and bound.role == "department":
        _card_instead(tx, item)
    if bound is not None and not bound.trouble:
        chats.note_trouble(tx, item.chat, "unreachable")
        facts: dict[str, Value] = {"who": name_of(bound.role, bound.department), "title": bound.title or item.chat.id}
        to = ADMINISTRATOR if bound.role == "task-group" else TASK_GROUP
        outbox.post(tx, Notice(to, Words("group-unreachable", facts), urgency=Urgency.PROMPT))


def _card_instead(tx: Tx, item: outbox.Item) -> None:
    """A case's card did not reach its department: the task group gets it, so that somebody has it."""
    case = cases.load(tx, item.notice.about) if item.notice.about else None
    if case is not None and item.notice.slot == slot(case.id):
        for notice in decisions.card_with_files(case, TASK_GROUP):
            outbox.post(tx, notice)


def give_up_topics(tx: Tx, chat: Chat) -> None:
    """A group gave the bot no topic: its cases go into one stream again, and it hears why."""
    if chats.bound(tx, chat) is not None:
        chats.use_topics(tx, chat, wanted=False)
        outbox.post(tx, Notice(to_chat(chat), Words("topics-refused"), urgency=Urgency.PROMPT))
