"""The door every input comes in by: seen before? who is it? which use case? — and where refusals become words."""

from __future__ import annotations

from dataclasses import replace

import structlog

from domain.buttons import Side
from domain.messages import ERASED, Incoming
from domain.refusals import Refusal
from handlers import buttons, typed
from handlers.access import check_membership
from handlers.admin import chats as admin
from handlers.business import dispatch
from handlers.group_talk import refuse
from handlers.leadership import escalations
from handlers.leadership import talk as leadership
from handlers.officer import bare_replies, cards, edits, plain_words, typed_commands, verbs
from handlers.province import Province
from handlers.task_group import data_requests, directing, issues
from handlers.turn import InGroup, Turn
from storage import bindings, chats, failed
from storage.chats import Bound
from storage.database import Tx
from storage.seen import first_time

log = structlog.get_logger()

#: what nobody may send: PostgreSQL keeps no NUL in a text, and what is erased must be known from what is written
UNWRITTEN = str.maketrans("", "", f"\0{ERASED}")


def receive(tx: Tx, province: Province, incoming: Incoming) -> bool:
    """Take one input in, with all its effects, exactly once; False when it was taken in before."""
    # one chat's inputs one after the other, whichever process they reach: each decides on what the last one left
    tx.lock(f"chat:{incoming.chat.network}:{incoming.chat.id}")
    if not first_time(tx, incoming.chat.network, incoming.id):
        return False
    incoming = _written(incoming)
    if not _may_open_a_case(incoming):
        incoming = replace(incoming, text=typed.without_return_code(incoming.text))
    if incoming.event is not None:
        admin.note_event(tx, incoming)
    elif incoming.private:
        dispatch.handle(tx, province, incoming)
    else:
        _take_from_group(Turn(tx, province, incoming, chats.bound(tx, incoming.chat)))
    return True


def _written(incoming: Incoming) -> Incoming:
    text, name = (said.translate(UNWRITTEN) for said in (incoming.text, incoming.sender.name))
    if (text, name) == (incoming.text, incoming.sender.name):
        return incoming
    return replace(incoming, text=text, sender=replace(incoming.sender, name=name))


def receive_again(tx: Tx, province: Province, incoming: Incoming | None, number: int) -> None:
    """Take a failed update in under a new id (its own was used up when it failed) and mark it solved."""
    if incoming is not None:
        receive(tx, province, replace(incoming, id=f"{incoming.id}/again-{number}"))
    failed.solve(tx, number)


def _may_open_a_case(incoming: Incoming) -> bool:
    """True for words of somebody's own: in a group, under a file and in an edit the code of a case opens nothing."""
    return incoming.private and not incoming.uploads and not incoming.edited


_TAPS = {
    Side.OFFICER: cards.carry_out_tap,
    Side.ISSUE: issues.open_issue,
    Side.DIRECTIVE: directing.carry_out_tap,
    Side.DATA: data_requests.tap,
    Side.LEADER: escalations.tap,
}


def _take_from_group(turn: Turn[Bound | None]) -> None:
    try:
        check_membership(turn.incoming)
        if turn.incoming.sender.is_channel:
            typed_commands.refuse_channel(turn)
        elif admin.is_bind_command(turn.incoming.text):
            admin.bind(turn)
        elif turn.who is None:
            typed_commands.refuse_unbound(turn.incoming)
        else:
            _take_from_bound(Turn(turn.tx, turn.province, turn.incoming, turn.who))
    except Refusal as refusal:
        log.info("group.refused", why=refusal.words.key, network=turn.incoming.chat.network)
        if turn.who is not None:
            typed_commands.note_refused(Turn(turn.tx, turn.province, turn.incoming, turn.who))
        refuse(turn, refusal)


def _take_from_bound(turn: InGroup) -> None:
    """Whatever somebody does in a bound group; ordinary talk is none of the bot's business."""
    incoming = turn.incoming
    bindings.note_use(turn.tx, turn.who)
    if turn.who.trouble:  # something came from there: the bot is in and hears
        chats.note_trouble(turn.tx, incoming.chat, "")
    if incoming.tap_id:
        tap = buttons.read(incoming.choice, buttons.IN_GROUP)
        _TAPS[tap.side](turn, tap)
    elif turn.who.role == "leadership":
        leadership.take(turn)
    elif incoming.edited and not typed_commands.is_mended(turn):
        edits.correct(turn)
    elif verbs.continue_album(turn):  # before commands and replies: a caption of it is no word of its own
        return
    elif incoming.text.startswith("/"):
        typed_commands.answer_command(turn)
    elif incoming.addressed:
        plain_words.take(turn)
    elif incoming.reply_to:
        bare_replies.take_reply(turn)
    else:
        bare_replies.take_plain(turn)
