"""A cleaned copy is made once, by a process that may fail alone, and what fails is withheld."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.delivery import cleaning
from bot.delivery.cleaning import Cleaning
from domain.case.case import Tier
from domain.case.decisions import Decision
from domain.messages import TASK_GROUP as TO_TASK_GROUP
from domain.messages import Audience, Chat, FileKind, Network, Upload, Words
from handlers import hidden_files as confidential
from handlers import recording
from storage import chats, files, people
from storage.blobs import Blobs
from storage.database import Store, Tx
from storage.files import Stored
from storage.outgoing import outbox
from tests.cast import CONSTRUCTION, filed
from tests.leak import planted
from tests.leak.identities import found_in_file

GROUP, TASK_GROUP = Chat(Network.TELEGRAM, "-100"), Chat(Network.TELEGRAM, "-200")
LAN_CHAT = Chat(Network.TELEGRAM, "1")


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "files")


def settle(store: Store, tier: Tier = Tier.HIDDEN) -> int:
    """Lan has filed, two groups are bound; the id of her case."""

    def write(tx: Tx) -> int:
        lan = people.meet(tx, LAN_CHAT, "1", "Lan", "vi")
        assert lan.id == 1
        chats.bind(tx, GROUP, "department", CONSTRUCTION, "Sở Xây dựng")
        chats.bind(tx, TASK_GROUP, "task-group", "", "Tổ công tác")
        recording.record(tx, filed(tier=tier))
        return 1

    return store.call(write)


def attach(store: Store, blobs: Blobs, content: bytes, person: int = 1) -> Stored:
    def write(tx: Tx) -> Stored:
        number = files.announce(tx, Network.TELEGRAM, Upload(FileKind.DOCUMENT, "r", "Lan Anh.pdf"), person)
        stored = files.get(tx, number)
        assert stored is not None
        done = Stored(number, stored.network, "r", stored.kind, stored.name, "", len(content), "stored", "", person)
        done = replace(done, sha256=blobs.put(content))
        files.settle(tx, done)
        return done

    return store.call(write)


def copy_of(store: Store, blobs: Blobs, original: Stored, times: int = 1) -> list[Stored]:
    async def work() -> list[Stored]:
        maker = Cleaning(store, blobs)
        return await asyncio.gather(*(maker.copy(original, 1) for _ in range(times)))

    return asyncio.run(work())


def test_a_copy_is_made_once_and_holds_nothing_of_its_author(store: Store, blobs: Blobs) -> None:
    settle(store)
    original = attach(store, blobs, planted.jpeg())
    copies = copy_of(store, blobs, original, times=3)
    assert len({copy.id for copy in copies}) == 1
    assert copies[0].id != original.id
    assert files.shown_name(copies[0]) == f"tai-lieu-{copies[0].id}.jpg"
    content = blobs.get(copies[0].sha256)
    assert found_in_file(content) == []
    assert copies[0].size == len(content)
    assert blobs.get(original.sha256) == planted.jpeg()


def test_what_cannot_be_cleaned_goes_whole_to_the_task_group_once(store: Store, blobs: Blobs) -> None:
    settle(store)
    original = attach(store, blobs, planted.ole())
    posted: list[outbox.Item] = []
    store.on_commit = posted.extend
    copies = copy_of(store, blobs, original, times=2)
    assert {copy.state for copy in copies} == {"withheld"}
    assert [(item.chat, item.notice.files) for item in posted] == [(TASK_GROUP, (original.id,)), (LAN_CHAT, ())]
    words = posted[1].notice.words  # it was called a PDF, so nobody had told her before
    assert isinstance(words, Words)
    assert (words.key, words.args["name"]) == ("file-withheld-late", "Lan Anh.pdf")


@pytest.mark.parametrize(
    "program",
    ["import time; time.sleep(60)", "import os; os.abort()", "import os; print(os.environ['PATH'])", "1 / 0"],
    ids=["hangs", "is killed", "looks for secrets", "breaks"],
)
def test_a_process_that_fails_withholds_the_file(
    program: str, store: Store, blobs: Blobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(store)
    start = asyncio.create_subprocess_exec

    async def another(*_: str, **how: Any) -> asyncio.subprocess.Process:
        return await start(sys.executable, "-c", program, **how)

    monkeypatch.setattr(asyncio, "create_subprocess_exec", another)
    monkeypatch.setattr(cleaning, "LONGEST", 1.0)
    original = attach(store, blobs, planted.jpeg())
    assert [copy.state for copy in copy_of(store, blobs, original)] == ["withheld"]


def copies_only(store: Store, chat: Chat, *attached: Stored, about: int = 1) -> list[int]:
    return sorted(store.call(lambda tx: confidential.copies_only(tx, chat, about, attached)))


def test_only_the_task_group_and_the_author_get_a_hidden_authors_files_whole(store: Store, blobs: Blobs) -> None:
    settle(store)
    file = attach(store, blobs, b"a")
    assert copies_only(store, GROUP, file) == [file.id]
    assert copies_only(store, Chat(Network.TELEGRAM, "-300"), file) == [file.id]
    assert copies_only(store, TASK_GROUP, file) == []
    assert copies_only(store, LAN_CHAT, file) == []


def test_what_an_officer_attached_and_an_open_case_are_passed_on_whole(store: Store, blobs: Blobs) -> None:
    settle(store)
    assert copies_only(store, GROUP, attach(store, blobs, b"a", person=2)) == []


def test_a_hidden_authors_file_stays_hidden_with_another_case_and_with_none(store: Store, blobs: Blobs) -> None:
    settle(store)
    file = attach(store, blobs, b"a")
    store.call(lambda tx: recording.record(tx, open_case_of_another()))
    assert copies_only(store, GROUP, file, about=2) == [file.id]
    assert copies_only(store, GROUP, file, about=0) == [file.id]


def open_case_of_another() -> Decision:
    first = filed(2)
    entry = replace(first.entries[0], actor=replace(first.entries[0].actor, person=9))
    return replace(first, case=replace(first.case, author=9), entries=(entry,))


def test_of_an_open_case_every_file_is_passed_on_whole(store: Store, blobs: Blobs) -> None:
    settle(store, Tier.OPEN)
    assert copies_only(store, GROUP, attach(store, blobs, b"a")) == []


def test_the_task_groups_own_page_counts_where_no_group_is_bound(store: Store, blobs: Blobs) -> None:
    settle(store)
    store.call(lambda tx: chats.unbind(tx, TASK_GROUP))
    found = store.call(lambda tx: chats.resolve(tx, TO_TASK_GROUP))
    assert TO_TASK_GROUP.audience is Audience.TASK_GROUP
    assert copies_only(store, found[0][0], attach(store, blobs, b"a")) == []


def test_the_bot_itself_never_loads_what_reads_strangers_files() -> None:
    program = "import bot.wiring, bot.serving, sys; print({'PIL', 'pypdf', 'pi_heif'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=50)
    assert said.stdout.strip() == "set()"
