"""One person on several messengers: a code told on one and typed on the other shows that both are theirs.

From then on both are the same conversation: what is to be told goes where they wrote last, elsewhere it is only said
that there is something. Nothing is joined that was anonymous: such a case is nobody's, and while one is open, or its
code is still to be kept, nothing is linked.
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import timedelta

import structlog

from domain.messages import Notice, Urgency, Words, to_chat
from domain.refusals import Refusal
from handlers import guesses, memory
from handlers.private_talk import address, say
from handlers.turn import Private
from storage import accounts, cases, people
from storage.accounts import Account
from storage.outgoing import outbox
from storage.people import Individual

log = structlog.get_logger()

CODE_LIFE = timedelta(minutes=10)
#: without those that look alike
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_LENGTH = 10


def take(turn: Private, verb: str, given: str) -> None:
    """What somebody typed of linking: to "link", or to "part" again; raises Refusal."""
    if verb == "part":
        part(turn)
    else:
        link(turn, given)


def link(turn: Private, given: str) -> None:
    """`/lienket` tells a code, `/lienket CODE` uses one; raises Refusal."""
    if turn.talk.guest or turn.talk.keeping or turn.talk.leaving or not turn.who.id:
        raise Refusal("refused-link-anonymous")
    if turn.who.role:
        raise Refusal("refused-link-role")
    if given.strip():
        _use(turn, given.strip().strip("#"))
    else:
        _tell_code(turn)


def _tell_code(turn: Private) -> None:
    if turn.who.consented_at is None:
        raise Refusal("refused-link-consent")
    code = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    accounts.issue_code(turn.tx, code, turn.who.id, turn.tx.now + CODE_LIFE)
    words = Words("link-code", {"secret": code, "minutes": int(CODE_LIFE.total_seconds()) // 60})
    outbox.post(turn.tx, Notice(address(turn.who), words, urgency=Urgency.PROMPT, fleeting=True))


def _use(turn: Private, code: str) -> None:
    """This account becomes another way to whoever the code was told to."""
    tx, incoming = turn.tx, turn.incoming
    who = f"link:{incoming.chat.network}:{incoming.sender.id}"
    if not guesses.are_left(tx, who):
        log.warning("link.guessed_too_often")
        raise Refusal("refused-too-many-guesses")
    if len(accounts.of(tx, turn.who.id)) > 1:
        raise Refusal("refused-link-linked")
    if turn.talk.draft or turn.talk.held or cases.of_author(tx, turn.who.id):
        raise Refusal("refused-link-cases")
    guesses.count(tx, who)
    other = people.by_id(tx, accounts.use_code(tx, code))
    if other is None or not _may_join(turn, other):
        log.warning("link.wrong_code")
        raise Refusal("refused-link-code")
    _join(turn, other)


def _may_join(turn: Private, other: Individual) -> bool:
    """Whether whoever the code was told to can be reached here, too: one account a messenger, and nothing anonymous."""
    talk, networks = memory.of(other), {each.chat.network for each in accounts.of(turn.tx, other.id)}
    is_apart = bool(talk.guest or talk.keeping or talk.leaving or other.role)
    return other.id != turn.who.id and turn.incoming.chat.network not in networks and not is_apart


def _join(turn: Private, other: Individual) -> None:
    tx, here, before = turn.tx, turn.incoming.chat, other.chat
    accounts.join(tx, turn.who.id, other)
    turn.talk.forget()
    turn.who.business, turn.who.name, turn.who.consented_at = 0, "", None
    people.save(tx, replace(other, chat=here))
    log.info("link.joined", network=here.network)
    language = other.language or "vi"
    for chat, words in ((here, Words("linked-here")), (before, Words("linked-there"))):
        outbox.post(tx, Notice(to_chat(chat, language), words, urgency=Urgency.PROMPT))


def part(turn: Private) -> None:
    """`/huylienket`: where it was begun, every other account stands for itself again; elsewhere, this one does."""
    tx, here = turn.tx, turn.incoming.chat
    home, *others = accounts.of(tx, turn.who.id) or [Account(0, here, "", None)]
    if not others:
        raise Refusal("refused-not-linked")
    is_home = home.chat == replace(here, thread="")
    parted = [each for each in others if is_home or each.chat == replace(here, thread="")]
    for each in parted:
        accounts.part(tx, each.id)
        outbox.post(tx, Notice(to_chat(each.chat, turn.who.language or "vi"), Words("parted"), urgency=Urgency.PROMPT))
    turn.who.chat = home.chat
    say(turn, Words("parted-others"), keep_choices=True)
