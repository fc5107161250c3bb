"""One person on several messengers: a code told on one, typed on the other and agreed to there joins the two.

Whoever types a code may have been talked into it ("type this"), and would then lay their cases before a stranger. So
they are asked first, with the account named as far as they could know it, and only a yes joins. From then on both are
the same conversation: what is to be told goes where they wrote last, elsewhere it is only said that there is
something. Nothing is joined that was anonymous: such a case is nobody's, and while one is open, or its code is still
to be kept, nothing is linked.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import structlog

from domain.buttons import Button, Side
from domain.messages import Choice, Lines, Network, Notice, Urgency, Value, Words, to_chat
from domain.refusals import Refusal
from domain.rights.requests import UNSETTLED
from handlers import guesses, memory
from handlers.memory import Joining
from handlers.private_talk import address, say
from handlers.turn import Private
from storage import accounts, cases, people
from storage.accounts import Account
from storage.outgoing import outbox
from storage.people import Individual
from storage.rights import requests

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
    """`/lienket` tells a code, `/lienket CODE` asks about one; raises Refusal."""
    _check_apart(turn)
    if given.strip():
        _use(turn, given.strip().strip("#"))
    else:
        _tell_code(turn)


def _check_apart(turn: Private) -> None:
    """Raises Refusal where nothing may be linked: beside something anonymous, and for the administrator."""
    if turn.talk.guest or turn.talk.keeping or turn.talk.leaving or not turn.who.id:
        raise Refusal("refused-link-anonymous")
    if turn.who.role:
        raise Refusal("refused-link-role")


def _tell_code(turn: Private) -> None:
    if turn.who.consented_at is None:
        raise Refusal("refused-link-consent")
    code = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    accounts.issue_code(turn.tx, code, turn.who.id, turn.tx.now + CODE_LIFE)
    words = Words("link-code", {"secret": code, "minutes": int(CODE_LIFE.total_seconds()) // 60})
    outbox.post(turn.tx, Notice(address(turn.who), words, urgency=Urgency.PROMPT, fleeting=True))


def _use(turn: Private, code: str) -> None:
    """A code is spent by being typed; whoever typed it is asked whether the account it was told to is theirs."""
    tx, incoming = turn.tx, turn.incoming
    who = f"link:{incoming.chat.network}:{incoming.sender.id}"
    if not guesses.are_left(tx, who):
        log.warning("link.guessed_too_often")
        raise Refusal("refused-too-many-guesses")
    _check_free(turn)
    guesses.count(tx, who)
    other = people.by_id(tx, accounts.use_code(tx, code))
    if other is None or not _may_join(turn, other):
        log.warning("link.wrong_code")
        raise Refusal("refused-link-code")
    _ask(turn, other)


def _check_free(turn: Private) -> None:
    """Raises Refusal where an account has something of its own that would become another's."""
    if len(accounts.of(turn.tx, turn.who.id)) > 1:
        raise Refusal("refused-link-linked")
    if turn.talk.draft or turn.talk.held or cases.of_author(turn.tx, turn.who.id):
        raise Refusal("refused-link-cases")
    # passed on, a wish to be deleted would mean much more than was asked
    if waiting := [each.id for each in requests.of(turn.tx, turn.who.id) if each.standing in UNSETTLED]:
        raise Refusal("refused-link-request", number=waiting[0])


def _may_join(turn: Private, other: Individual) -> bool:
    """Whether whoever the code was told to can be reached here, too: one account a messenger, and nothing anonymous."""
    talk, networks = memory.of(other), {each.chat.network for each in accounts.of(turn.tx, other.id)}
    is_apart = bool(talk.guest or talk.keeping or talk.leaving or other.role or other.consented_at is None)
    return other.id != turn.who.id and turn.incoming.chat.network not in networks and not is_apart


def _ask(turn: Private, other: Individual) -> None:
    """Which account, what each will see of the other, and until when; the other is told that it is being asked."""
    until = turn.tx.now + CODE_LIFE
    turn.talk.joining = Joining(other.id, until)
    yes, no = (Choice(Words(f"button-link-{each}"), Button(Side.PERSON, f"link-{each}").data) for each in ("yes", "no"))
    there = dict.fromkeys(each.chat.network for each in accounts.of(turn.tx, other.id))
    say(turn, Words("link-question", {**_account(there, other.name), "until": until}), ((yes, no),))
    _tell(turn, other, Words("link-asked", {**_mine(turn), "until": until}))


def answer(turn: Private, is_yes: bool) -> None:  # noqa: FBT001  it is what was tapped
    """Yes joins, no changes nothing; either is told on both sides. Raises Refusal for a yes that comes too late."""
    asked = turn.talk.joining
    turn.talk.forget("joining", "choices")
    other = people.by_id(turn.tx, asked.person) if asked and asked.until > turn.tx.now else None
    if other is None or not accounts.has_told_code(turn.tx, other.id):
        raise Refusal("refused-link-late")
    if not is_yes:
        say(turn, Words("link-declined"), keep_choices=True)
        _tell(turn, other, Words("link-declined-there", _mine(turn)))
        return
    _check_apart(turn)
    _check_free(turn)
    if not _may_join(turn, other):
        raise Refusal("refused-link-late")
    _join(turn, other)


def _join(turn: Private, other: Individual) -> None:
    tx, here, before = turn.tx, turn.incoming.chat, other.chat
    accounts.join(tx, turn.who.id, other)
    requests.pass_on(tx, turn.who.id, other.id)
    turn.talk.forget()
    turn.who.business, turn.who.name, turn.who.consented_at = 0, "", None
    people.save(tx, replace(other, chat=here))
    log.info("link.joined", network=here.network)
    language = other.language or "vi"
    for chat, words in ((here, Words("linked-here")), (before, Words("linked-there", _mine(turn)))):
        outbox.post(tx, Notice(to_chat(chat, language), words, urgency=Urgency.PROMPT))


def _tell(turn: Private, other: Individual, words: Words) -> None:
    outbox.post(turn.tx, Notice(address(other), words, urgency=Urgency.PROMPT))


def _mine(turn: Private) -> dict[str, Value]:
    return _account([turn.incoming.chat.network], turn.incoming.sender.name)


def _account(networks: Iterable[Network], name: str) -> dict[str, Value]:
    """An account by where it is and its veiled name (N*** T*** L***), which only its owner knows again."""
    veiled = " ".join(f"{word[0]}***" for word in name.split())
    where = Lines(tuple(Words("messenger-name", {"network": each}) for each in networks), ", ")
    return {"network": where, "name": veiled or Words("link-nameless")}


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
