"""What follows from a decision: the case is kept, its messages are posted, whoever depends on it hears."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.case import cards, merging
from domain.case.case import Actor, Case, Move, Role, Tier
from domain.case.dates import Terms
from domain.case.decisions import Decision
from domain.messages import ALBUM, TASK_GROUP, Audience, Kind, Lines, Notice, Urgency, Words, to_chat
from domain.oversight import disputes
from storage import accounts, cases, chats, people
from storage.database import Tx
from storage.knowledge import search
from storage.outgoing import held, outbox

#: who reads of a case in a group
_IN_GROUPS = {Audience.DEPARTMENT, Audience.HEAD, Audience.TASK_GROUP, Audience.LEADERSHIP}

#: on a messenger that closes, so long after a day on which somebody wrote there a message is free, whatever its terms
SURELY_FREE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Hold:
    """What goes to groups waits until then, or without a time for its author's word."""

    until: datetime | None = None


def instant(tx: Tx, case: Case, terms: Terms | None = None) -> datetime:
    """When the journal says that something was done by a case's author, or because of what they asked of us.

    Of whoever hides, the half of the day (without terms the day): a minute is found again in other cases and tables.
    Never before what happened last: a reply does not come before its question.
    """
    if case.tier is Tier.OPEN and case.unmasked_at is None:
        return tx.now
    begun = terms.half_day(tx.now) if terms else tx.now.replace(hour=0, minute=0, second=0, microsecond=0)
    return max(begun, cases.last_at(tx, case))


def record(tx: Tx, decision: Decision, hold: Hold | None = None) -> Case:
    """Write what a move decided, with everything it brings about, in this transaction; the case as it is then.

    Whoever goes on with the case goes on with that one: a sign of a dispute is an entry of its own.
    """
    decision = disputes.watched(decision)
    case = decision.case
    cases.keep(tx, case, decision.entries)
    for notice in decision.notices:
        if hold and notice.to.audience in _IN_GROUPS:
            _hold(tx, case, notice, hold)
        else:
            _post(tx, case, notice)
    if hold is None or hold.until:  # what has not arrived is found by nobody
        search.keep(tx, case, decision.entries)
    _tell_other_accounts(tx, decision)
    if case.followers:
        _tell_followers(tx, decision)
    return case


def release(tx: Tx, case: int = 0) -> int:
    """Every minute: what was held is posted now (of one case, or all), cards as the cases stand; how many notices."""
    taken = held.take(tx, case)
    for each in taken:
        found = cases.load(tx, each.case)
        if found is not None:
            is_card = each.notice.slot == cards.slot(found.id)
            _post(tx, found, cards.card(found, each.notice.to) if is_card else each.notice)
    for number in dict.fromkeys(each.case for each in taken):
        if found := cases.load(tx, number):
            search.enter(tx, found)
            for notice in cards.refreshed(found):
                _post(tx, found, notice)
    return len(taken)


def _hold(tx: Tx, case: Case, notice: Notice, hold: Hold) -> None:
    """A change of a card is not held: when the rest leaves, all cards are brought up to date."""
    if notice.kind is Kind.SEND:
        held.keep(tx, case.id, notice, hold.until)


def _post(tx: Tx, case: Case, notice: Notice) -> None:
    for each in _for_whoever_has_it(tx, case, notice):
        outbox.post(tx, each)


def _for_whoever_has_it(tx: Tx, case: Case, notice: Notice) -> tuple[Notice, ...]:
    """A card for a department without a chat reaches the task group as its own, which shows all and edits itself.

    What a change of it tells, the task group's tells; and what that department is asked, a message.
    """
    to = notice.to
    if notice.slot != cards.slot(case.id) or to.audience is not Audience.DEPARTMENT or chats.has_chat(tx, to):
        return (notice,)
    if notice.kind is Kind.SEND:
        return (cards.card(case, TASK_GROUP), *(_asked_instead(case, each) for each in cards.asked_of(case, to)))
    if notice.urgency is not Urgency.RECEIPT:
        return ()
    changed = cards.card(case, TASK_GROUP, kind=Kind.EDIT)
    return (replace(changed, news=notice.news, urgency=notice.urgency),)


def _asked_instead(case: Case, asked: Words) -> Notice:
    """What a department without a chat is asked, for the task group, which may say its word."""
    words = Lines((asked, Words("invited-instead", {"code": case.code})), "\n\n")
    return Notice(TASK_GROUP, words, about=case.id, under=cards.slot(case.id))


def _tell_other_accounts(tx: Tx, decision: Decision) -> None:
    """Words of government go where the business wrote last; on its other messengers it reads that there are some.

    Only where that costs nothing; and of who hides not even the code, for a screen others may see.
    """
    case = decision.case
    told = [each for each in decision.notices if each.to.audience is Audience.AUTHOR and each.kind is Kind.SEND]
    if not told or not case.author or all(entry.actor.role is Role.BUSINESS for entry in decision.entries):
        return
    ways = accounts.of(tx, case.author)
    person = people.by_id(tx, case.author) if len(ways) > 1 else None
    if person is None:
        return
    words = Words("link-news", {"code": case.code}) if case.tier is Tier.OPEN else Words("link-news-hidden")
    for each in ways:
        if each.chat != person.chat and (each.heard_at is None or tx.now < each.heard_at + SURELY_FREE):
            outbox.post(tx, Notice(to_chat(each.chat, person.language or "vi"), words))


def _tell_followers(tx: Tx, decision: Decision) -> None:
    """Those merged into a case hear of its answers and outcomes; once it is taken back they go on by themselves."""
    lead = decision.case
    for other in cases.followers(tx, lead.id):
        if merging.ends_alone(lead):
            merged = next(entry for entry, _ in reversed(cases.journal(tx, other.id)) if entry.move is Move.MERGED)
            record(tx, merging.alone(other, merged, Actor(Role.CLOCK), tx.now))
            continue
        for entry in decision.entries:
            for notice in merging.news(lead, entry, other):
                outbox.post(tx, notice)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """How whoever writes to a case sees that it was done: once it has arrived at the business, else at once."""

    arrived: Notice
    done: Notice | None = None


def confirmed(decision: Decision, confirm: Confirmed) -> Decision:
    """The decision with what confirms it; a word nobody can be brought is not confirmed as one that arrived."""
    told = next((each for each in decision.notices if each.to.audience is Audience.AUTHOR and each.to.person), None)
    if told is None and decision.entries[0].move is Move.PROPOSED:
        return decision  # the department reads that it was proposed only
    if told is None:
        return replace(decision, notices=(*decision.notices, *([confirm.done] if confirm.done else [])))
    place = confirm.arrived.slot  # what changes there anyway changes once, when it can say so
    notices = tuple(
        replace(each, receipt=confirm.arrived)
        if each is told
        else replace(each, waits=True)
        if each.kind is Kind.EDIT and each.slot == place
        else each
        for each in decision.notices
    )
    return replace(decision, notices=notices)


def gather_album(decision: Decision, album: str) -> Decision:
    """The messages a part of an album causes wait a moment for its other parts, and take only their files."""
    if not album:
        return decision
    notices = tuple(
        replace(each, slot=f"{ALBUM}{album}") if each.files and each.kind is Kind.SEND else each
        for each in decision.notices
    )
    return replace(decision, notices=notices)
