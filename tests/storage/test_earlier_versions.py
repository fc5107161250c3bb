"""A database of each earlier version, made by its own code (tests/wire/make_version.py), goes on in this one.

In each: a case that was accepted, with words of Minh's held until he says what they are; one of a hidden business; one
solved; one anonymous; Quân's draft, finished but not sent; a message the messenger had not taken.
"""

from __future__ import annotations

import itertools
import lzma
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, make_url
from sqlmodel import select

from bot.province import read_catalogue
from bot.settings import ROOT
from domain.case.case import State
from domain.messages import Chat, Incoming, Network, Sender
from handlers.admin import audit
from handlers.province import Province
from handlers.receive import receive
from storage import cases, migrations, people
from storage.database import Store
from storage.engines import open_store
from storage.outgoing import outbox
from storage.tables import OutboxRow, Person
from tests.cast import Hands
from tests.product import STARTS_AT
from tests.storage.outgoing.test_outbox import left
from tests.storage.test_first_tables import _copy, connected, every_case, everything

VERSIONS = sorted((Path(__file__).parent / "versions").glob("*.db.xz"))
LATER = STARTS_AT + timedelta(hours=1)
_NUMBERS = itertools.count(1)


def revision(version: Path) -> str:
    return version.name.partition(".")[0]


@pytest.fixture(params=VERSIONS, ids=revision)
def version(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The database as that version left it; its name tells the revision."""
    path = tmp_path / f"{revision(request.param)}.db"
    path.write_bytes(lzma.decompress(request.param.read_bytes()))
    return path


@pytest.fixture
def old_url(version: Path, database_url: str) -> str:
    """The same on each kind of server, still of its own shape."""
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        assert url.database
        shutil.copy(version, url.database)
    else:
        migrations.upgrade(database_url, version.stem)
        with closing(sqlite3.connect(version)) as source, connected(database_url) as target:
            source.row_factory = sqlite3.Row
            _copy(source, target)
            _count_on(target)
    assert migrations.current(database_url) == version.stem
    return database_url


def _count_on(target: Connection) -> None:
    """Rows were copied with their numbers: PostgreSQL gives out the next ones after those."""
    numbered = "column_name = 'id' and (is_identity = 'YES' or column_default is not null)"
    named = f"select table_name from information_schema.columns where table_schema = 'public' and {numbered}"  # noqa: S608
    for (table,) in target.exec_driver_sql(named).all():
        next_one = f"(select greatest(coalesce(max(id), 0) + 1, 1) from {table})"  # noqa: S608  names of ours
        counter = f"pg_get_serial_sequence('{table}', 'id')"
        target.exec_driver_sql(f"select setval({counter}, {next_one}, false) where {counter} is not null")


@pytest.fixture
def gone_on(old_url: str) -> Iterator[Store]:
    """This version, an hour later."""
    migrations.upgrade(old_url)
    store = open_store(old_url, Hands(LATER))
    yield store
    store.close()


@pytest.fixture(scope="module")
def province() -> Province:
    catalogue, router = read_catalogue(ROOT / "catalogue" / "lang-son")
    return Province(catalogue, router)


def tapped(store: Store, province: Province, chat: Chat, who: str, choice: str) -> None:
    person = store.call(lambda tx: people.find(tx, Network.TELEGRAM, who))
    assert person is not None
    sender = Sender(who, person.name)
    number, private = f"tap:{next(_NUMBERS)}", chat.id == who
    tap = Incoming(number, chat, sender, LATER, private, choice=choice, tap_id="1", reply_to="900")
    assert store.call(partial(receive, province=province, incoming=tap))


def who_is(store: Store, name: str) -> str:
    """The messenger's number of the person of this first name."""
    rows = store.call(lambda tx: tx.rows(select(Person.user_id, Person.name)))
    return str(next(row.user_id for row in rows if row.name.startswith(name)))


def test_every_case_is_there_and_every_journal_verifies(gone_on: Store) -> None:
    assert audit.verify(gone_on) == (4, [])
    found = Counter((case.state, case.tier) for case in every_case(gone_on))
    assert found == {("accepted", "open"): 1, ("filed", "hidden"): 1, ("closed", "open"): 1, ("filed", "anonymous"): 1}


def test_a_draft_half_done_is_sent(gone_on: Store, province: Province) -> None:
    who = who_is(gone_on, "Quân")
    posted = []
    for choice in ("d:send:open", "p:agree", "d:send:open"):
        before = gone_on.call(lambda tx: len(tx.rows(select(OutboxRow.id))))
        tapped(gone_on, province, Chat(Network.TELEGRAM, who), who, choice)
        posted.append(gone_on.call(lambda tx: len(tx.rows(select(OutboxRow.id)))) - before)
    assert posted[:2] == [1, 1]  # what was agreed to is worded anew since: asked about, once, and the draft goes on
    sent = [case for case in every_case(gone_on) if "kho lạnh" in case.text]
    assert [(case.state, case.department, case.business_name) for case in sent] == [
        (State.FILED, "so-xay-dung", "Công ty Quân Lạnh")
    ]
    assert audit.verify(gone_on) == (5, [])


def test_held_words_go_where_it_is_said_they_go(gone_on: Store, province: Province) -> None:
    who = who_is(gone_on, "Minh")
    person = gone_on.call(lambda tx: people.find(tx, Network.TELEGRAM, who))
    assert person is not None
    held = next(each for name, each in person.conversation.items() if name.replace("-", "_") == "group_held")
    choice = f"o:held:{held['case']}:answer.{held['message']}"
    tapped(gone_on, province, Chat(Network.TELEGRAM, held["chat"]), who, choice)
    case = gone_on.call(lambda tx: cases.look(tx, held["case"]))
    assert case is not None
    assert (case.state, case.answer) == (State.ANSWERED, "Đã cấp giấy phép, mời đến nhận")


def test_what_waited_leaves(gone_on: Store) -> None:
    assert gone_on.call(outbox.counts).get("waiting", 0) >= 1
    assert left(gone_on)


def test_down_to_where_it_was_and_up_again_with_everything_in_it(old_url: str, version: Path) -> None:
    first = everything(old_url)
    migrations.upgrade(old_url)
    newest = everything(old_url)
    migrations.downgrade(old_url, version.stem)
    again = everything(old_url)
    for rows in (first, again):
        rows.pop("slots")  # which thread a slot's message stood in is forgotten
    assert again == first
    migrations.upgrade(old_url)
    assert everything(old_url) == newest


def test_there_is_a_database_of_more_than_one_version() -> None:
    assert len(VERSIONS) >= 2
    assert sum(each.stat().st_size for each in VERSIONS) < 400_000
