"""A copy of what is kept of somebody: everything they gave and were told, and nothing that is internal."""

from __future__ import annotations

from typing import Any

from domain.case.case import Case, Entry, Move, plain
from domain.messages import FileKind, Network, Notice, Urgency, Words, to_chat
from domain.rights.requests import Request
from handlers import memory
from storage import cases, files, page, people
from storage.database import Tx
from storage.people import Individual
from storage.rights import holdings
from storage.rights import requests as memory_of_requests

#: bytes of files in one document: messengers take so much
PORTION = 40_000_000
#: what a business said, and what it was told; of all else in the journal only that it happened
_SAID = frozenset({Move.FILED, Move.REPLIED, Move.ADDED, Move.AMENDED, Move.REOPENED, Move.RATED, Move.CONFIRMED})
_TOLD = frozenset({Move.ASKED, Move.TOLD, Move.ANSWERED, Move.DECLINED, Move.CORRECTED, Move.EXTENDED, Move.WITHDRAWN})
_FACTS = ("text", "reason", "comment", "stars", "outcome", "deadline", "until", "reply_by", "days")
_NAME = {"vi": "du-lieu-cua-toi", "en": "my-data", "zh": "my-data"}


def notice(tx: Tx, request: Request, who: Individual) -> Notice:
    """The message that brings the copy; it is put together when delivery fetches it."""
    count = max(1, len(portioned(tx, _numbers(tx, who.id, request.case), who.id)))
    name = _NAME.get(who.language, "my-data")
    drawn = [
        files.draw_for(
            tx,
            who.id,
            f"copy|{who.id}|{request.case}|{part}",
            FileKind.DOCUMENT,
            f"{name}-{request.id}{f'-{part + 1}' if count > 1 else ''}.zip",
        )
        for part in range(count)
    ]
    words = Words("data-copy", {"number": request.id, "count": count})
    to = to_chat(who.chat, who.language or "vi")
    return Notice(to, words, files=tuple(drawn), urgency=Urgency.PROMPT, fleeting=not who.id)


def portioned(tx: Tx, numbers: list[int], person: int) -> list[list[int]]:
    """Their files by number, in portions that can be sent; [] without any."""
    found: list[list[int]] = []
    filled = PORTION
    for number in _files(tx, numbers, person):
        stored = files.get(tx, number)
        if stored is None or stored.state != "stored":
            continue
        if filled + stored.size > PORTION:
            found.append([])
            filled = 0
        found[-1].append(number)
        filled += stored.size
    return found


def _numbers(tx: Tx, person: int, case: int) -> list[int]:
    return [case] if case else holdings.numbers_of(tx, person)


def _files(tx: Tx, numbers: list[int], person: int) -> list[int]:
    """What the business of these cases sent and was sent, and what the person sent besides."""
    wanted: dict[int, None] = {}
    for number in numbers:
        for entry, _ in cases.journal(tx, number):
            if entry.move in _SAID | _TOLD:
                wanted |= dict.fromkeys(int(each) for each in entry.facts.get("files", ()))
    return list(wanted | dict.fromkeys(files.sent_by(tx, person)))


def contents(tx: Tx, person: int, case: int, part: int) -> tuple[dict[str, Any], list[files.Stored]]:
    """What a part of the copy holds: the first everything in words, each its portion of the files."""
    numbers = _numbers(tx, person, case)
    portions = portioned(tx, numbers, person)
    stored = [kept for each in portions[part : part + 1] for number in each if (kept := files.get(tx, number))]
    words: dict[str, Any] = {"made_at": plain(tx.now)}
    if part == 0:
        who = people.by_id(tx, person) if person else None
        words |= _person(tx, who) if who else {}
        words["cases"] = [_case(tx, found) for each in numbers if (found := cases.look(tx, each))]
        asked = memory_of_requests.of(tx, person, case)
        words["requests"] = [{"number": each.id, "wish": each.wish, "standing": each.standing} for each in asked]
    words["files"] = [f"{each.id}: {files.shown_name(each)}" for each in stored]
    return words, stored


def _person(tx: Tx, who: Individual) -> dict[str, Any]:
    firms = [{"name": each.name, "tax_code": each.tax_code} for each in people.firms_of(tx, who.id)]
    person = {
        "messenger": who.chat.network,
        "messenger_id": who.user,
        "name": who.name,
        "language": who.language,
        "consented_at": plain(who.consented_at),
        "notice_version": who.notice,
        "firms": firms,
    }
    talk = memory.of(who)
    found: dict[str, Any] = {"person": person}
    if talk.draft:
        found["draft"] = talk.draft.text
    if who.chat.network is Network.PAGE:
        found["chat"] = [{"at": plain(each.at), "text": each.text} for each in page.last(tx, who.chat.id) if each.mine]
    return found


def _case(tx: Tx, case: Case) -> dict[str, Any]:
    facts = ("code", "kind", "department", "topic", "tier", "business_name", "tax_code", "state", "text")
    found: dict[str, Any] = {name: plain(getattr(case, name)) for name in facts}
    found["filed_at"] = plain(case.filed_at)
    found["journal"] = [_entry(entry) for entry, _ in cases.journal(tx, case.id) if entry.move in _SAID | _TOLD]
    return found


def _entry(entry: Entry) -> dict[str, Any]:
    told = {name: entry.facts[name] for name in _FACTS if entry.facts.get(name)}
    by = "you" if entry.move in _SAID else entry.actor.department or entry.actor.role
    return {"at": plain(entry.at), "what": entry.move, "by": by, **told}
