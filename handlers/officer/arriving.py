"""Where a move shows on the card, the card also says that the officer's words have arrived; nothing else has to.

A group may be told little a minute, and a sign on the message beside the change of its card is a call of its own.
"""

from __future__ import annotations

from dataclasses import replace

from domain.case import cards
from domain.case.case import Case, part_of
from domain.messages import TASK_GROUP, Chat, Kind, Lines, Name, Notice, Urgency, Value, Words, to_chat, to_department
from handlers.group_talk import sign
from handlers.turn import InGroup
from storage import cases, chats, messages
from storage.database import Tx

#: what is told to a business and changes its case's card
_ON_THE_CARD = frozenset({"ask", "answer", "decline", "extend"})
_SAYS = "sent-arrived"


def sign_of(turn: InGroup, case: Case, verb: str) -> Notice:
    """How this chat sees that words have arrived: on the card that they change, or where none does, on the message.

    Where a messenger changes nothing that stands there, a message says so.
    """
    arrived, chat = Words("sent-arrived", {"at": turn.tx.now}), turn.incoming.chat
    if verb not in _ON_THE_CARD or not messages.in_slot(turn.tx, chat, cards.slot(case.id)):
        return sign(turn, arrived)
    return Notice(
        to_chat(chat),
        arrived,
        kind=Kind.EDIT,
        urgency=Urgency.CARD,
        about=case.id,
        slot=cards.slot(case.id),
        reply_to=turn.incoming.message_id,
        news=arrived,
    )


def is_sign(notice: Notice) -> bool:
    """True for a change of a card that says that words have arrived."""
    return notice.kind is Kind.EDIT and isinstance(notice.words, Words) and notice.words.key == _SAYS


def shown(tx: Tx, chat: Chat, notice: Notice) -> Notice:
    """How such a change looks as it leaves: the card as the case is then, and that the words have arrived."""
    case, bound = cases.look(tx, notice.about), chats.bound(tx, chat)
    if case is None or bound is None:
        return notice
    if bound.role == "task-group":
        card = cards.card(case, TASK_GROUP)
    elif bound.department == case.department or part_of(case, bound.department):
        card = cards.card(case, to_department(bound.department))
    else:
        return replace(notice, words=_gone(case))
    return replace(notice, words=Lines((card.words, notice.words)), choices=card.choices)


def _gone(case: Case) -> Words:
    """Meanwhile the case went elsewhere."""
    to: Value = Name("department", case.department) if case.department else Words("task-group")
    return Words("moved-away", {"code": case.code, "department": to, "reason": Words("no-reason")})
