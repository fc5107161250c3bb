"""What is kept of an anonymous filing, and what is not: codes, attachments, messages, the hour of the last word."""

from __future__ import annotations

import asyncio
import hashlib
import re
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from sqlmodel import col, select

from bot.channels.base import SendError
from bot.delivery.downloads import Downloads
from domain.case.case import Tier
from domain.messages import Chat, FileKind, Network, Notice, Upload, Words, to_chat
from domain.privacy.codes import SIGNS
from handlers import recording
from storage import cases, files, messages, page, people, returns
from storage.blobs import Blobs
from storage.database import Store, Tx
from storage.files import Stored
from storage.outgoing import outbox
from storage.tables import OutboxRow, Person, ReturnCode, Slot
from tests.cast import NOW, Hands, filed
from tests.leak import planted
from tests.leak.identities import found_in_file

LAN, PAGE = Chat(Network.TELEGRAM, "7"), Chat(Network.PAGE, "p:lan")
CODES = select(ReturnCode)
OUTBOX = select(col(OutboxRow.state), col(OutboxRow.case_id))
TOUCHED = select(col(Person.touched_at))
SLOTS = select(col(Slot.slot)).order_by(col(Slot.slot))


# Codes


def test_a_code_opens_its_case_however_it_is_written(store: Store) -> None:
    code = store.call(lambda tx: returns.issue(tx, 12))
    assert re.fullmatch(r"[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){3}", code)
    for written in (code, code.lower(), code.replace("-", ""), f" {code.replace('-', ' ')} "):
        assert store.call(partial(returns.case_of, code=written)) == 12
    for wrong in ("", code[:-1], f"{code}A", "AB7K-9QXM-PDR4-HJ2T"):
        assert store.call(partial(returns.case_of, code=wrong)) == 0


def test_only_the_hash_of_a_code_is_kept_and_no_time(store: Store) -> None:
    code = store.call(lambda tx: returns.issue(tx, 12))
    (row,) = store.call(lambda tx: tx.rows(CODES))
    assert row._asdict() == {
        "hash": hashlib.sha256(code.replace("-", "").encode()).hexdigest(),
        "case_id": 12,
        "visited_on": "",
    }


def test_a_code_has_eighty_bits() -> None:
    assert len(set(SIGNS)) ** returns._DRAWN >= 2**70, "and a fifth less: it has figures"
    assert not set("01IO") & set(SIGNS)


def test_what_is_nobodys_belongs_to_nobody(store: Store) -> None:
    decision = filed(tier=Tier.ANONYMOUS)
    nobodys = replace(decision, case=replace(decision.case, author=0))
    store.call(lambda tx: recording.record(tx, nobodys))
    assert store.call(lambda tx: cases.of_author(tx, 0)) == []
    assert store.call(lambda tx: cases.live_of_author(tx, 0)) == []


# Messages


@pytest.mark.parametrize("ends", ["sent", "given-up"])
def test_nothing_but_its_place_stays_of_a_fleeting_message(store: Store, ends: str) -> None:
    def write(tx: Tx) -> None:
        outbox.post(tx, Notice(to_chat(LAN), Words("a"), about=5, slot="card:5", fleeting=True))
        outbox.post(tx, Notice(to_chat(LAN), Words("b"), about=5))

    def posted(tx: Tx) -> list[outbox.Item]:
        write(tx)
        return list(tx.posted)

    for item in store.call(posted):
        outbox_end(store, item, ends)
    assert [(row.state, row.case_id) for row in store.call(lambda tx: tx.rows(OUTBOX))] == [(ends, 5)]
    place = store.call(lambda tx: messages.in_slot(tx, LAN, "card:5"))
    assert place == ("99" if ends == "sent" else None), "by which alone it can be taken out of the chat again"


def outbox_end(store: Store, item: outbox.Item, ends: str) -> None:
    if ends == "sent":
        store.call(lambda tx: outbox.sent(tx, item, ["99"]))
    else:
        store.call(lambda tx: outbox.give_up(tx, item, "blocked"))


def test_a_chat_forgets_what_it_was_sent_that_belongs_to_no_case(store: Store) -> None:
    other = Chat(Network.TELEGRAM, "8")

    def write(tx: Tx) -> None:
        for chat, about in ((LAN, 0), (LAN, 5), (other, 0)):
            outbox.post(tx, Notice(to_chat(chat), Words("a"), about=about))

    store.call(write)
    store.call(lambda tx: outbox.forget(tx, LAN))
    assert sorted(row.case_id for row in store.call(lambda tx: tx.rows(OUTBOX))) == [0, 5]
    store.call(lambda tx: outbox.forget(tx, other))
    assert [row.case_id for row in store.call(lambda tx: tx.rows(OUTBOX))] == [5]


def test_a_page_forgets_a_draft_and_sweeps_what_had_its_hour(store: Store, hands: Hands) -> None:
    def write(tx: Tx) -> list[int]:
        return [page.append(tx, PAGE.id, text, {}, fleeting=text == "receipt") for text in ("a", "b", "c", "receipt")]

    first, second, third, _ = store.call(write)
    store.call(lambda tx: page.append(tx, "p:minh", "his", {}))
    store.call(lambda tx: page.fade(tx, PAGE.id, first))
    store.call(lambda tx: page.fade(tx, "p:minh", second))
    hands.on(minutes=59)
    assert store.call(page.sweep) == 0
    hands.on(minutes=1)
    assert store.call(page.sweep) == 2
    assert [each.text for each in store.call(lambda tx: page.last(tx, PAGE.id))] == ["b", "c"]
    store.call(lambda tx: page.forget(tx, PAGE.id, third))
    assert [each.text for each in store.call(lambda tx: page.last(tx, PAGE.id))] == ["b"]
    assert [each.text for each in store.call(lambda tx: page.last(tx, "p:minh"))] == ["his"]


def test_a_chat_forgets_which_buttons_were_tapped_and_nothing_else(store: Store) -> None:
    def write(tx: Tx) -> None:
        for slot in (f"{messages.TAPPED}lan:1:d:anonymous", "typed:lan:1", "summary"):
            messages.take_slot(tx, PAGE, slot, "1")

    store.call(write)
    store.call(lambda tx: messages.forget_taps(tx, PAGE))
    assert [row.slot for row in store.call(lambda tx: tx.rows(SLOTS))] == ["summary", "typed:lan:1"]


# People


def test_who_writes_no_draft_was_last_heard_some_time_of_the_day(store: Store, hands: Hands) -> None:
    hands.on(minutes=17, seconds=3)

    def write(tx: Tx, *, quietly: bool, doing: str = "draft") -> datetime:
        lan = people.find(tx, LAN.network, "7") or people.meet(tx, LAN, "7", "Lan", "vi")
        lan.conversation, lan.quietly = {doing: {}}, quietly
        people.save(tx, lan)
        return datetime.fromisoformat(str(tx.rows(TOUCHED)[0].touched_at))

    midnight = NOW.replace(hour=0)
    assert store.call(lambda tx: write(tx, quietly=True)) == midnight
    assert store.call(lambda tx: write(tx, quietly=False)) == hands.now
    assert store.call(lambda tx: write(tx, quietly=False, doing="guest")) == midnight
    assert store.call(lambda tx: write(tx, quietly=False, doing="before")) == hands.now


def test_chats_with_a_visit_are_found(store: Store) -> None:
    def write(tx: Tx) -> None:
        for user, conversation in (("7", {"guest": {"case": 5}}), ("8", {"draft": {}})):
            person = people.meet(tx, Chat(Network.TELEGRAM, user), user, "", "vi")
            person.conversation = conversation
            people.save(tx, person)

    store.call(write)
    assert [each.user for each in store.call(people.with_guest)] == ["7"]


# Attachments


class Messenger:
    """Where files come from; `meanwhile` happens while one is on its way."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.meanwhile = lambda: None

    async def fetch(self, ref: str, largest: int) -> bytes:
        await asyncio.to_thread(self.meanwhile)
        return self.content


def fetched(store: Store, blobs: Blobs, messenger: Messenger, number: int) -> Stored:
    async def work() -> Stored:
        downloads = Downloads(store, {Network.TELEGRAM: messenger}, blobs)
        stored = await store.run(lambda tx: files.get(tx, number))
        assert stored is not None
        return await downloads.fetch(stored)

    return asyncio.run(work())


def announced(store: Store, name: str = "Nguyễn Thị Lan.pdf", person: int = 1) -> int:
    upload = Upload(FileKind.DOCUMENT, "file-id-of-lan", name, "application/pdf", 12)
    return store.call(lambda tx: files.announce(tx, Network.TELEGRAM, upload, person))


def on_disk(blobs: Blobs) -> list[bytes]:
    return [path.read_bytes() for path in blobs.folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("already_there", [True, False])
def test_of_an_anonymous_file_only_what_is_clean_is_kept(store: Store, tmp_path: Path, already_there: bool) -> None:  # noqa: FBT001
    blobs, messenger = Blobs(tmp_path / "files"), Messenger(planted.pdf())
    number = announced(store)
    if already_there:
        assert fetched(store, blobs, messenger, number).state == "stored"
    (number,) = store.call(lambda tx: files.without_author(tx, [number])).values()
    waiting = store.call(lambda tx: files.get(tx, number))
    assert waiting is not None
    assert (waiting.state, waiting.person, waiting.name, waiting.clean_only) == ("waiting", 0, ".pdf", True)
    clean = fetched(store, blobs, messenger, number)
    assert (clean.state, clean.ref, clean.mime) == ("stored", "", "")
    assert store.call(lambda tx: files.get(tx, number)) == clean
    assert [found_in_file(each) for each in on_disk(blobs)] == [[]]
    assert found_in_file(planted.pdf())


def test_a_file_filed_while_it_was_on_its_way_is_cleaned_all_the_same(store: Store, tmp_path: Path) -> None:
    blobs, messenger = Blobs(tmp_path / "files"), Messenger(planted.jpeg())
    number = announced(store, "Lan.jpg")
    anew: list[int] = []
    messenger.meanwhile = lambda: anew.extend(store.call(lambda tx: files.without_author(tx, [number])).values())
    assert fetched(store, blobs, messenger, number).state == "lost", "there is no such file any more"
    assert on_disk(blobs) == []
    messenger.meanwhile = lambda: None
    assert fetched(store, blobs, messenger, anew[0]).clean_only
    assert [found_in_file(each) for each in on_disk(blobs)] == [[]]


def test_what_cannot_be_cleaned_is_not_kept(store: Store, tmp_path: Path) -> None:
    blobs = Blobs(tmp_path / "files")
    number = announced(store, "a.pdf", person=0)
    assert fetched(store, blobs, Messenger(b"%PDF-1.7 Lan Anh, broken"), number).state == "refused"
    assert on_disk(blobs) == []


def test_the_same_bytes_of_somebody_else_stay(store: Store, tmp_path: Path) -> None:
    blobs, messenger = Blobs(tmp_path / "files"), Messenger(planted.png())
    mine, others = announced(store, "a.png"), announced(store, "b.png", person=2)
    for number in (mine, others):
        fetched(store, blobs, messenger, number)
    (nobodys,) = store.call(lambda tx: files.without_author(tx, [mine])).values()
    fetched(store, blobs, messenger, nobodys)
    kept = store.call(lambda tx: files.get(tx, others))
    assert kept is not None
    assert blobs.get(kept.sha256) == planted.png()


def test_a_messenger_in_trouble_is_asked_again(store: Store, tmp_path: Path) -> None:
    blobs, messenger = Blobs(tmp_path / "files"), Messenger(planted.png())
    number = announced(store, "a.png", person=0)

    def trouble() -> None:
        raise SendError("down", permanent=False)

    messenger.meanwhile = trouble
    with pytest.raises(SendError):
        fetched(store, blobs, messenger, number)
    messenger.meanwhile = lambda: None
    assert fetched(store, blobs, messenger, number).state == "stored"
