"""Cases of all tiers with every kind of end, filed over some weeks; and the nights that pass over them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from domain.case import moves
from domain.case.case import Actor, Case, Outcome, Role, Tier
from domain.messages import Chat, FileKind, Network, Upload
from domain.statistics.courses import follow
from domain.statistics.figures import count
from domain.statistics.recount import recount
from handlers import recording
from handlers.province import Province
from handlers.rights import retention
from storage import cases, files, people
from storage.database import Store, Tx
from tests.cast import MINH, NOW, Hands, confirming, filed, said
from tests.counted import office

#: how a case goes on; the last two are never over
ENDS = ("confirmed", "withdrawn", "reopened", "open", "unread")
HELD = {"open", "unread"}


def author(tx: Tx, number: int) -> people.Individual:
    """One of forty people, who filed before or is met now."""
    chat = Chat(Network.TELEGRAM, f"{90000 + number % 40}")
    known = people.find(tx, chat.network, chat.id)
    if known is None:
        known = people.meet(tx, chat, chat.id, f"Nguyễn Văn Số{number % 40}", "vi")
        known.consented_at, known.notice = tx.now, 2
        people.save(tx, known)
    return known


def one(tx: Tx, number: int, end: str) -> Case:
    """A case of this number, as far as it goes today."""
    tier = tuple(Tier)[number % 3]
    who = Actor(Role.BUSINESS) if tier is Tier.ANONYMOUS else Actor(Role.BUSINESS, (a := author(tx, number)).id, a.name)
    file = files.announce(tx, Network.TELEGRAM, _upload(number), who.person)
    decision = filed(number, tier=tier, text=f"Việc thứ {number}: giấy phép của Công ty Hoa Sim", files=(file,))
    entry = replace(decision.entries[0], at=tx.now, actor=who)
    case = replace(decision.case, author=who.person, author_name=who.name, filed_at=tx.now)
    recording.record(tx, replace(decision, case=case, entries=(entry,)))
    if end == "withdrawn":
        return recording.record(tx, moves.withdraw(case, who, tx.now))
    if end == "open":
        return case
    case = recording.record(tx, moves.answer(case, MINH, tx.now, said("Sở đã cấp giấy phép", tx.now)))
    if end == "unread":
        case = recording.record(tx, moves.confirm(case, who, tx.now, Outcome.PARTLY, tx.now + timedelta(days=10)))
        return recording.record(tx, moves.add(case, who, tx.now, "Còn một tờ chưa có", (), confirming(tx.now)))
    return recording.record(tx, moves.confirm(case, who, tx.now, Outcome.SOLVED, tx.now + timedelta(days=10)))


def _upload(number: int) -> Upload:
    return Upload(FileKind.PHOTO, f"ref-{number}", f"hoa-sim-{number}.jpg", "image/jpeg", 100)


def fill(store: Store, hands: Hands, many: int) -> dict[int, str]:
    """So many cases over eight weeks; number → how each went on."""
    ends = {}
    for number in range(1, many + 1):
        ends[number] = ENDS[number % len(ENDS)]
        store.call(lambda tx, number=number: one(tx, number, ends[number]))  # type: ignore[misc]
        hands.on(minutes=8 * 7 * 24 * 60 / many)
    return ends


def nights(store: Store, province: Province, hands: Hands, days: int, step: int = 1) -> None:
    """Let so many days pass, with the work of each night."""
    nightly = retention.Nightly(province)
    for _ in range(0, days, step):
        hands.on(days=step)
        while store.call(nightly):
            pass


def figures(store: Store, numbers: Iterable[int]) -> list[object]:
    """Counted by one code and by the other, of the weeks of filing and of a whole year."""
    journals = store.call(lambda tx: list(cases.journals(tx, numbers, _at_the_end(tx)).values()))
    found: list[object] = []
    for span in ((NOW - timedelta(days=1), NOW + timedelta(days=60)), (NOW, NOW + timedelta(days=365))):
        courses = (follow(journal, [span])[0] for journal in journals)
        found.append(count([course for course in courses if course], span, office()))
        found.append(recount(journals, *span))
    return found


def _at_the_end(tx: Tx) -> datetime:
    """An instant after everything."""
    return tx.now + timedelta(days=4000)
