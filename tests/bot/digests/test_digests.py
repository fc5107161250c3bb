"""A digest says where everything stood, who signed it, and nothing of what anybody wrote or who anybody is."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select, update

from bot.__main__ import main
from bot.digests import comparing, daily, digest, keys, making
from bot.digests.digest import WrongDigest
from bot.digests.keys import Key, WrongKey
from bot.settings import load
from domain.case.apart import Part
from domain.case.case import Actor, Role
from domain.messages import Chat, Network
from handlers import erasing
from handlers.task_group import digests
from handlers.task_group.digests import Told
from storage import cases, chats, returns
from storage.database import Store, Tx
from storage.engines import open_store
from storage.tables import OutboxRow, ReturnCode
from tests.bot.digests.conftest import DRAWN, KEY, TODAY, file_all
from tests.bot.digests.test_tampering import compute_anew
from tests.cast import NOW, Hands


def compared(store: Store, path: Path, key: Key | None = KEY) -> list[str]:
    return store.read(lambda tx: list(comparing.faults(tx, path, key)))


def test_it_says_nothing_of_what_anybody_wrote_or_who_anybody_is(history: Store, digest_file: Path) -> None:
    told = digest_file.read_text()
    assert not [word for word in ("Lan", "4900001236", "giấy phép", "gọi", "Minh", "telegram") if word in told]
    hashes = history.call(lambda tx: [row.hash for row in tx.rows(select(ReturnCode.hash))])
    assert len(hashes) == 2
    assert not [each for each in hashes if each in told]
    assert KEY.token("person", 1, "telegram", "7", "") in told
    assert Key(bytes(32)).token("person", 1, "telegram", "7", "") not in told, "nobody can try all numbers there are"


def test_it_counts_what_there_was(history: Store, digest_file: Path) -> None:
    told = digest.read(digest_file).digest
    assert (told.day, told.cases, told.entries, told.counters) == (TODAY, 8, 20, {"cases": 6})
    assert (len(told.moved), len(told.codes), [person for person, _ in told.people]) == (8, 2, [1])


def test_only_what_is_as_it_was_signed_is_a_digest(digest_file: Path) -> None:
    text = digest_file.read_text()
    for changed in (text.replace('"cases":8', '"cases":9'), text.replace(KEY.public, Key(bytes(32)).public), "{}", ""):
        digest_file.write_text(changed)
        with pytest.raises(WrongDigest):
            digest.read(digest_file)


def test_its_code_is_that_of_what_was_signed_and_of_nothing_else(digest_file: Path) -> None:
    signed = digest.read(digest_file)
    assert (len(signed.digest.code), signed.key) == (64, KEY.public)
    assert keys.signed_by(KEY.public, signed.digest.text(), signed.signature)
    assert not keys.signed_by(KEY.public, signed.digest.text() + b" ", signed.signature)
    assert not keys.signed_by("zz", b"", "zz")


def test_a_later_one_tells_what_moved_since_and_earlier_ones_say_which_case_it_was(
    history: Store, hands: Hands, digest_file: Path
) -> None:
    hands.on(days=1)
    later, path = making.make(history, TODAY + timedelta(days=1), digest_file.parent, KEY)
    assert (later.before, [case for case, _, _ in later.moved]) == (digest.read(digest_file).digest.code, [1, 7])
    assert (later.cases, later.entries) == (9, 23)
    assert compared(history, path) == []
    history.call(compute_anew)
    assert compared(history, path) == ["case 3: its chain up to entry 3 was computed anew"]
    digest_file.unlink()
    assert compared(history, path) == [
        "a journal was computed anew; the digests of earlier days, beside this one, would say which"
    ]


def test_one_that_is_made_is_not_made_again(history: Store, hands: Hands, digest_file: Path) -> None:
    before = digest_file.read_bytes()
    again, path = making.make(history, TODAY, digest_file.parent, Key(bytes(32)))
    assert (path, again.code, path.read_bytes()) == (digest_file, digest.read(digest_file).digest.code, before)


def test_what_was_erased_changes_nothing_it_says(history: Store, digest_file: Path) -> None:
    def work(tx: Tx) -> None:
        for number in (2, 3, DRAWN[0]):
            case = cases.look(tx, number)
            assert case is not None
            erasing.erase(tx, case, list(Part), Actor(Role.CLOCK), "retention")

    history.call(work)
    assert compared(history, digest_file) == []


def test_whoever_comes_back_has_another_code_and_that_is_no_fault(history: Store, digest_file: Path) -> None:
    day = f"{TODAY + timedelta(days=1):%d/%m/%Y}"
    history.call(lambda tx: returns.issue_anew(tx, DRAWN[0], day))
    assert compared(history, digest_file) == []
    history.call(lambda tx: tx.run(update(ReturnCode).values(visited_on=f"{TODAY:%d/%m/%Y}")))
    assert compared(history, digest_file) == [
        f"case {DRAWN[0]}: another private code opens it, and nobody came back with the old one"
    ]


def test_without_its_key_journals_are_compared_all_the_same(history: Store, digest_file: Path) -> None:
    assert compared(history, digest_file, None) == []
    (other,) = compared(history, digest_file, Key(bytes(32)))
    assert other.startswith("the digest was signed by another key")
    history.call(compute_anew)
    assert compared(history, digest_file, None) == ["case 3: its chain up to entry 3 was computed anew"]


# The key


def test_the_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "digest.key"
    assert keys.load(path) is None
    made = keys.load_or_make(path)
    assert keys.load_or_make(path).public == made.public
    assert path.stat().st_mode & 0o777 == 0o600
    path.write_text("Lan")
    with pytest.raises(WrongKey, match="holds no key"):
        keys.load(path)


# Told


@pytest.mark.usefixtures("glass")
def test_leadership_and_the_task_group_get_its_code_once(history: Store, hands: Hands) -> None:
    told = Told(NOW, 8, 20, "ab" * 32)
    for role, group in (("leadership", "-1"), ("task-group", "-2")):
        history.call(lambda tx, role=role, group=group: chats.bind(tx, Chat(Network.TELEGRAM, group), role, "", ""))  # type: ignore[misc]
    before = len(posted(history))
    assert history.call(lambda tx: digests.tell(tx, told))
    assert not history.call(lambda tx: digests.tell(tx, told))
    new = posted(history)[before:]
    assert [chat for chat, _ in new] == ["-1", "-2"]
    assert all("ab" * 32 in notice for _, notice in new)


def posted(store: Store) -> list[tuple[str, str]]:
    wanted = select(OutboxRow.chat_id, OutboxRow.notice).order_by(OutboxRow.id)  # type: ignore[arg-type]
    return store.call(lambda tx: [(row.chat_id, row.notice) for row in tx.rows(wanted)])


def test_each_day_that_is_over_has_one(history: Store, hands: Hands) -> None:
    assert not history.call(daily._claim), "today is not over"
    hands.on(days=1)
    assert history.call(daily._claim)
    assert not history.call(daily._claim)
    assert daily.yesterday(hands.now).date() == TODAY


# As it is typed


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a database with a case of the day before."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'one.db'}")
    monkeypatch.setenv("FILES_DIR", str(tmp_path / "files"))
    assert main(["migrate"]) == 0
    store = open_store(load().database_url, Hands(NOW))
    store.call(file_all)
    store.close()
    return tmp_path


def test_it_is_made_compared_with_and_found_out(typed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["digest", "--tell"]) == 0
    said = capsys.readouterr().out
    path = Path(said.split(":")[0])
    code = digest.read(path).digest.code
    assert f"code: {code}" in said
    assert (typed / "digest.key").exists()
    assert main(["verify-journal", "--against", str(path)]) == 0
    assert f"code {code}, signed by" in capsys.readouterr().out
    path.write_text("{}")
    assert main(["verify-journal", "--against", str(path)]) == 1
    assert "no digest that can be read" in capsys.readouterr().err
