"""An officer edits a message: held words change silently, sent ones visibly or not at all."""

from __future__ import annotations

from domain.case import corrections
from domain.case.case import Case
from domain.messages import TASK_GROUP, Notice, Words
from handlers import commands, recording, typed
from handlers.access import case_for, check, officer_of
from handlers.group_talk import acknowledge
from handlers.officer.naming import check_codes
from handlers.officer.verbs import Held, Wish, carry_out
from handlers.turn import InGroup
from storage import messages
from storage.knowledge import published
from storage.messages import Known
from storage.outgoing import outbox


def correct(turn: InGroup) -> None:
    """What an edit changes; the same is asked of it as of new words, and what was refused is not remembered."""
    tx, chat, message = turn.tx, turn.incoming.chat, turn.incoming.message_id
    known = messages.find(tx, chat, message)
    if known is None or not known.case:
        return
    holder = messages.find(tx, chat, known.note["with"]) if "with" in known.note else known
    if holder is None or message not in holder.note.get("texts", ()):
        return
    text = _without_command(turn.incoming.text)
    if not text or text == holder.note["texts"][message]:  # a messenger also reports edits that change no word
        return
    before = _whole(holder)
    holder.note["texts"][message] = text
    if done := holder.note.get("done"):
        _correct_sent(turn, case_for(turn, known.case), done, before, _whole(holder))
    messages.remember(tx, chat, holder)


def _correct_sent(turn: InGroup, case: Case, verb: str, before: str, after: str) -> None:
    check(turn, case, verb)
    _, actor = officer_of(turn)
    corrections.check_correction(case, actor, verb, before)
    if verb in corrections.AGAIN:
        carry_out(turn, case, actor, Wish(verb), Held(after))
    else:
        check_codes(turn, case, after)
        was_answer = case.answer == before and verb in {"answer", "decline"}
        recording.record(turn.tx, corrections.correct(case, actor, turn.tx.now, after, was_answer=was_answer))
        if was_answer and published.of_case(turn.tx, case.id):
            words = Words("published-differs", {"code": case.code})
            outbox.post(turn.tx, Notice(TASK_GROUP, words, about=case.id))
    acknowledge(turn)


def _whole(holder: Known) -> str:
    return "\n".join(filter(None, holder.note["texts"].values()))


def _without_command(text: str) -> str:
    """The words after `/traloi` and an optional code."""
    if not text.startswith("/"):
        return text
    return typed.without_leading_code(commands.split(text)[1])
