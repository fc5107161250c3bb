"""What somebody has left unfinished: a draft, words before the consent, a draft a published answer made needless."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from domain.buttons import Button, Side
from domain.case.draft import Draft
from domain.messages import Choice, Notice, Urgency, Words, to_author
from handlers import memory, private_talk
from handlers.business import suggestion_taps, unkept
from handlers.memory import Conversation
from storage import files
from storage.database import Tx
from storage.outgoing import outbox
from storage.people import Individual

DRAFT_REMINDER = timedelta(days=1)
DRAFT_LIFE = timedelta(days=30)
UNANSWERED_LIFE = timedelta(days=7)


def look_at(tx: Tx, person: Individual) -> bool:
    """True when something was done about what somebody has left unfinished."""
    talk = memory.of(person)
    if talk.draft is None:
        touched = _forget_unanswered(tx, person, talk) or suggestion_taps.expire(tx, talk)
    else:
        touched = _remind_of_draft(tx, person, talk, talk.draft)
    if touched:
        memory.keep(tx, person, talk)
    return touched


def _remind_of_draft(tx: Tx, person: Individual, talk: Conversation, draft: Draft) -> bool:
    """Once after a day; after its life the draft is dropped."""
    if tx.now - datetime.fromisoformat(draft.begun_at) > DRAFT_LIFE:
        files.forget(tx, talk.all_files())
        talk.forget()
        unkept.forget_from(tx, person.chat, draft.first)
    elif draft.reminded:
        return False
    else:
        talk.draft = replace(draft, reminded=True)
        rows = (
            (
                Choice(Words("button-go-on"), Button(Side.DRAFT, "back").data),
                Choice(Words("button-drop"), Button(Side.DRAFT, "drop").data),
            ),
        )
        private_talk.remember_choices(talk, private_talk.typable(rows))
        notice = Notice(to_author(person.id), Words("draft-reminder"), choices=rows, urgency=Urgency.REMINDER)
        outbox.post(tx, notice)
    return True


def _forget_unanswered(tx: Tx, person: Individual, talk: Conversation) -> bool:
    """What was written before the consent is not kept for ever while the question is not answered."""
    if person.consented_at or not talk.before or talk.since is None or tx.now - talk.since <= UNANSWERED_LIFE:
        return False
    talk.forget()
    unkept.forget_from(tx, person.chat, "")
    return True
