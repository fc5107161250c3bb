"""Messengers on which nobody can be written to for ever: what an officer sees before sending, and what then goes on.

Of who hides nothing of this is told to the department: when somebody was last heard of, on which messenger, is theirs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from domain.case import cards, moves
from domain.case.case import Actor, Case, Role, State, Tier, is_open
from domain.messages import Chat, FileKind, Kind, Lines, Network, Notice, Urgency, Words, to_chat
from domain.reach import Cost, Reach, Window, reach
from handlers import recording
from handlers.business.filed import printouts
from storage import accounts, cases, chats, claims, files, people
from storage.accounts import Account
from storage.chats import Bound
from storage.database import Tx
from storage.outgoing import outbox
from storage.outgoing.outbox import Item
from storage.people import Individual

#: how long what was sent may stand on the card
TOLD = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Reaching:
    """The messengers that have a window."""

    windows: Mapping[Network, Window] = field(default_factory=dict)

    # ------------------------------------------------------------ before

    def shown(self, tx: Tx, chat: Chat, notice: Notice) -> Notice:
        """What a group reads; on a card, or asked for words, also whether they arrive and what became of the last."""
        is_asking = bool(notice.asks) or notice.slot == cards.slot(notice.about)
        if not self.windows or not notice.about or not is_asking or notice.kind is Kind.TOAST:
            return notice
        case, bound = cases.look(tx, notice.about), chats.bound(tx, chat)
        found = self._lines(tx, case) if case and bound and _may_know(bound, case) else ()
        return replace(notice, words=Lines((notice.words, *found))) if found else notice

    def _lines(self, tx: Tx, case: Case) -> tuple[Words, ...]:
        person = people.by_id(tx, case.author)
        if person is None:
            return ()
        ways = accounts.of(tx, person.id)
        best = self._best(tx, person, ways)
        here = next((each for each in ways if each.chat == person.chat), None)
        if person.chat.network not in self.windows:
            return ()
        return (*self._before(tx, best, here), *_outcome(tx, case, person))

    def _before(self, tx: Tx, best: Account | None, here: Account | None) -> tuple[Words, ...]:
        if best is None:
            knocks = here is not None and self.windows[here.chat.network].knocks
            return (Words("reach-knock") if knocks else Words("reach-closed"),)
        if here is None or best.chat != here.chat:
            return (Words("reach-elsewhere"),)
        found = self._reach(tx, best)
        if found.cost is Cost.PAID and found.until:
            return (Words("reach-paid", {"until": found.until}),)
        if found.free_until and found.until:
            return (Words("reach-free", {"free": found.free_until, "until": found.until}),)
        return ()

    def _reach(self, tx: Tx, account: Account) -> Reach:
        return reach(self.windows.get(account.chat.network), account.heard_at, tx.now)

    def _best(self, tx: Tx, person: Individual, ways: list[Account]) -> Account | None:
        """Where a message would arrive: where they wrote last, else elsewhere, free before paid; None for nowhere."""
        order = {Cost.FREE: 0, Cost.PAID: 1}
        able = [each for each in ways if each.chat.id and self._reach(tx, each).cost in order]
        return min(able, key=lambda each: (each.chat != person.chat, order[self._reach(tx, each).cost]), default=None)

    # ------------------------------------------------------------ after

    def settled(self, tx: Tx, item: Item) -> None:
        """A message to a business has arrived where that is not a matter of course: its case's cards say so."""
        notice = item.notice
        if item.chat.network not in self.windows or not notice.about or notice.kind is not Kind.SEND or notice.fleeting:
            return
        case, person = cases.look(tx, notice.about), people.find_by_chat(tx, item.chat)
        if case is not None and person is not None and case.author == person.id:
            _refresh(tx, case)

    def go_on(self, tx: Tx, item: Item, why: str) -> None:
        """The messenger refused, because too long ago was their last word: the next best way.

        Another account of the same person; an approved message that asks them to come back; somebody who calls. What
        was refused is kept, and is sent by itself once they write again.
        """
        person = people.find_by_chat(tx, item.chat)
        case = cases.load(tx, item.notice.about) if item.notice.about else None
        if person is None or case is None or case.author != person.id:
            outbox.give_up(tx, item, why)
            return
        ways = [each for each in accounts.of(tx, person.id) if each.chat != replace(item.chat, thread="")]
        if not item.notice.knocks and (other := self._best(tx, person, ways)):
            outbox.sent(tx, replace(item, notice=replace(item.notice, receipt=None)), ())
            outbox.post(tx, replace(item.notice, to=to_chat(other.chat, person.language or "vi")))
            return
        outbox.give_up(tx, item, why)
        person.blocked_at = tx.now  # with their next word everything comes that was kept
        people.save(tx, person)
        window = self.windows.get(item.chat.network)
        if window and window.knocks and not item.notice.knocks:
            _knock(tx, case, person, item)
        else:
            _call(tx, case)
        if found := cases.look(tx, case.id):
            _refresh(tx, found)


def _may_know(bound: Bound, case: Case) -> bool:
    """Whether whoever reads there may know how the business is reached."""
    if not case.author or not (is_open(case) or case.state is State.ANSWERED):
        return False
    return bound.role == "task-group" or (case.tier is Tier.OPEN and case.unmasked_at is None)


def _knock(tx: Tx, case: Case, person: Individual, item: Item) -> None:
    """Once a day for each case."""
    if not claims.claim_job(tx, f"knock:{case.id}", f"{tx.now:%Y-%m-%d}"):
        return
    ref = f"{printouts.PRINT}{case.id}|{person.language or 'vi'}"
    paper = files.draw_for(tx, person.id, ref, FileKind.DOCUMENT, f"{case.code}.pdf")
    words = Words("knock", {"code": case.code})
    to = to_chat(item.chat, person.language or "vi")
    outbox.post(tx, Notice(to, words, urgency=Urgency.PROMPT, about=case.id, files=(paper,), knocks=True))


def _call(tx: Tx, case: Case) -> None:
    """Somebody has to call: the department that knows who it is, else the task group; once till they are heard of."""
    if case.reached:
        recording.record(tx, moves.unreached(case, Actor(Role.CLOCK), recording.instant(tx, case), is_asleep=True))


def _refresh(tx: Tx, case: Case) -> None:
    for notice in cards.refreshed(case):
        outbox.post(tx, notice)


def _outcome(tx: Tx, case: Case, person: Individual) -> tuple[Words, ...]:
    """What became of the last message to the business, on whichever of its messengers."""
    last = outbox.last_of(tx, person.chat, case.id, tx.now - TOLD)
    match last:
        case ("sent", at) if at:
            return (Words("reached-at", {"at": at}),)
        case ("given-up", _):
            return (Words("reached-not"),)
        case ("waiting", _):
            return (Words("reached-soon"),)
    return ()
