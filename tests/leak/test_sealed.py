"""A copy of the disk without the key tells nothing of whoever hides; with the key everything can be read."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.case.case import Tier
from handlers.business import dispatch
from storage import cases, failed, files, people
from storage.database import Tx
from storage.files import Stored
from tests.leak import planted
from tests.leak.identities import NAME, PHONE, found, found_in_file
from tests.leak.test_leaks import AGAIN, STORY, sends
from tests.wire.telegram_people import Person
from tests.wire.town import Town, code_in

#: so much of a file in a row is that file's
SLICE = 64
#: a first name, and then what the account has for a surname
AS_TELEGRAM_SAYS = "Ngọc Hoàng Thị Bích"
SENT = {"don.pdf": planted.pdf(), "anh.jpg": planted.jpeg(), "don.docx": planted.docx(), "bang.xlsx": planted.xlsx()}


def kept(town: Town) -> dict[str, bytes]:
    """Every byte of the database, its log, the files, and the database as a copy in SQL."""
    database = Path(town.product.settings.database_url.removeprefix("sqlite:///"))
    paths = [*database.parent.glob(f"{database.name}*"), *town.product.settings.files_dir.rglob("*")]
    found = {str(path): path.read_bytes() for path in paths if path.is_file()}
    with sqlite3.connect(database) as connection:
        found["dump"] = "\n".join(connection.iterdump()).encode()
    connection.close()
    return found


def shown(copy: dict[str, bytes]) -> Iterator[str]:
    """What of her, and of the files as she sent them, this copy tells."""
    for place, content in copy.items():
        yield from (f"{each} in {place}" for each in found_in_file(content))
        if AS_TELEGRAM_SAYS.encode() in content:
            yield f"her account's name in {place}"
        for name, original in SENT.items():
            middle = original[len(original) // 2 :][:SLICE]
            if original in content or middle in content:
                yield f"{name} in {place}"


def is_told_of_her(town: Town, ngoc: Person) -> str:
    """A hidden case with files, a question and her reply, an update that failed, a directive; its code."""
    ngoc.says(STORY)
    ngoc.waits_for("xem lại trước khi gửi")
    for name, content in SENT.items():
        ngoc.sends_document(f"{NAME} {name}", content)
    town.is_quiet()
    sends(ngoc, "Gửi, giấu tên")
    receipt = ngoc.waits_for("Đã tiếp nhận vụ việc")
    code = code_in(receipt)
    town.is_quiet()
    town.minh.says(f"/hoi #{code} Xin gửi số hồ sơ", in_=town.construction)
    ngoc.waits_for("Xin gửi số hồ sơ")
    ngoc.replies(receipt, AGAIN)
    town.is_quiet()
    town.tuan.says(f"/chidao #{code} Sở Xây dựng xem ngay cho {NAME}, {PHONE}, trước 20/12/2026", in_=town.task_group)
    town.tuan.says(f"/noibo #{code} Đã gọi {PHONE}, gặp {NAME}", in_=town.task_group)
    town.is_quiet()
    return code


def fails(town: Town, ngoc: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Her next message cannot be handled, and is kept whole."""

    def breaks(*_: object) -> None:
        raise RuntimeError(STORY)

    with monkeypatch.context() as patch:
        patch.setattr(dispatch, "handle", breaks)
        ngoc.says(AGAIN)
        ngoc.waits_for("Có lỗi từ phía chúng tôi")
        town.is_quiet()


@pytest.mark.timeout(300)
def test_a_copy_of_everything_but_the_key_shows_nobody_who_hides(
    town: Town,
    ngoc: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code = is_told_of_her(town, ngoc)
    fails(town, ngoc, monkeypatch)
    ngoc.says(f"Việc khác: {STORY}")  # a draft that nobody has sent
    town.is_quiet()
    copy = kept(town)
    assert sorted(shown(copy)) == []
    assert os.environ["KEY_FILE"].encode() not in b"".join(copy.values())
    town.product.call(lambda tx: with_the_key(tx, code, ngoc, town))
    assert NAME in " ".join(message.words for message in town.task_group.bot_messages)


def with_the_key(tx: Tx, code: str, ngoc: Person, town: Town) -> None:
    """Everything can be read: the case, its author, her words, every file to the last byte."""
    case = cases.named(tx, code)
    assert case is not None
    assert case.tier is Tier.HIDDEN
    person = people.by_id(tx, case.author)
    assert person is not None
    assert person.user == str(ngoc.id)
    assert found(case.text) != []
    assert found(str(cases.journal(tx, case.id))) != []
    assert person.name == AS_TELEGRAM_SAYS
    assert found(failed.unsolved(tx)[0].raw) != []
    stored = [each for number in case.files if (each := files.get(tx, number))]
    assert {each.name for each in stored} == {f"{NAME} {name}" for name in SENT}
    assert {contents(town, each) for each in stored} == set(SENT.values())


def contents(town: Town, stored: Stored) -> bytes:
    return town.product.parts.blobs.get(stored.sha256)


@pytest.mark.timeout(200)
@pytest.mark.usefixtures("glass")
def test_the_same_search_finds_her_where_nothing_is_sealed(town: Town, ngoc: Person) -> None:
    is_told_of_her(town, ngoc)
    leaks = "\n".join(shown(kept(town)))
    plainly = ("her account's name in dump", "bich ngoc in dump", "4900887776 in dump", "don.pdf in", "bich ngoc in /")
    for what in plainly:
        assert what in leaks
