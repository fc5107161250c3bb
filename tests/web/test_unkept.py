"""What is said not to be stored is not: refused, dropped, a denunciation, deleted; searched for on the whole disk."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, text

from storage import migrations
from tests.conftest import SqliteFiles
from tests.leak import planted
from tests.postgres import Server
from tests.product import Product, prepared, settings
from tests.web.test_anonymous import PERMIT, Lan
from tests.wire.test_anonymous import rows, text_of

#: what is kept is looked into: it must be seen, sealed or not
pytestmark = pytest.mark.usefixtures("glass")

#: nobody else writes these
WORDS = ("Thạch Bích Vân kể chuyện", "0987 654 321")
MATTER = f"{PERMIT}. {WORDS[0]}, gọi {WORDS[1]}"
DENUNCIATION = f"Tôi tố cáo ông Trần Văn Tám, công chức sở, nhận hối lộ. {WORDS[0]}, gọi {WORDS[1]}"


@pytest.fixture
def stranger(databases: SqliteFiles | Server, tmp_path: Path) -> Iterator[Lan]:
    """Somebody at the page who has agreed to nothing yet."""
    with Product(settings(tmp_path, databases.fresh(prepared)), web=True) as product:
        lan = Lan(product)
        lan.says("/start")
        lan.waits_for("đồng ý")
        yield lan
        lan.browser.close()


def agrees(lan: Lan) -> None:
    lan.taps("Tôi đồng ý")
    lan.waits_for("Bây giờ")


def refuses_consent(lan: Lan) -> None:
    lan.says(MATTER)
    lan.taps("Không đồng ý")
    lan.waits_for("không giữ lại")


def denounces(lan: Lan) -> None:
    agrees(lan)
    lan.says(DENUNCIATION, planted.pdf())
    lan.waits_for("tố cáo")


def denounces_by_an_edit(lan: Lan) -> None:
    agrees(lan)
    lan.says(MATTER)
    lan.waits_for("mã số thuế")
    lan.taps("Bỏ qua")
    lan.waits_for("xem lại trước khi gửi")
    lan.says(DENUNCIATION)
    lan.waits_for("tố cáo")


def drops_a_draft(lan: Lan) -> None:
    agrees(lan)
    lan.says(MATTER, planted.pdf())
    lan.waits_for("mã số thuế")
    lan.taps("Bỏ qua")
    lan.waits_for("xem lại trước khi gửi")
    lan.says("/huy")
    lan.waits_for("Đã bỏ")


def deletes_the_conversation(lan: Lan) -> None:
    agrees(lan)
    lan.says(MATTER, planted.pdf())
    lan.waits_for("mã số thuế")
    lan.is_quiet()
    assert lan.browser.post("/chat/delete").status_code == 303


WAYS = (refuses_consent, denounces, denounces_by_an_edit, drops_a_draft, deletes_the_conversation)


def on_disk(lan: Lan) -> dict[str, bytes]:
    """Everything the product has written: SQLite's file and its log, attachments."""
    url = lan.product.settings.database_url
    database = Path(url.removeprefix("sqlite:///"))
    own = sorted(database.parent.glob(f"{database.name}*")) if url.startswith("sqlite") else []
    kept = [path for path in lan.product.settings.files_dir.rglob("*") if path.is_file()]
    return {str(path): path.read_bytes() for path in (*own, *kept)}


def found(lan: Lan) -> list[str]:
    """Where any of the words stand still, or a file does."""
    tables = [
        f"table {name}"
        for name, each in lan.product.call(rows).items()
        for row in each
        if any(word in text_of(row) for word in WORDS)
    ]
    files = [path for path, content in on_disk(lan).items() if any(word.encode() in content for word in WORDS)]
    blobs = [str(path) for path in lan.product.settings.files_dir.rglob("*") if path.is_file()]
    return [*tables, *files, *blobs]


@pytest.mark.timeout(200)
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_nothing_of_it_is_left_in_a_table_or_on_the_disk(stranger: Lan, way: Callable[[Lan], None]) -> None:
    way(stranger)
    stranger.is_quiet()
    for _ in range(50):  # what was being downloaded or sent just then
        if not found(stranger):
            break
        time.sleep(0.1)
    assert found(stranger) == []


@pytest.mark.timeout(200)
def test_the_same_search_finds_a_draft_that_is_kept(stranger: Lan) -> None:
    agrees(stranger)
    stranger.says(MATTER, planted.pdf())
    stranger.waits_for("mã số thuế")
    stranger.is_quiet()
    assert {"table people", "table page_messages"} <= set(found(stranger))
    assert any(str(stranger.product.settings.files_dir) in each for each in found(stranger))


# The private code


CODE = "QW7K-9ZXM-PDR4-HJ3V"


def everything(lan: Lan) -> str:
    tables = "".join(text_of(row) for each in lan.product.call(rows).values() for row in each)
    return (tables + "".join(content.decode("latin-1") for content in on_disk(lan).values())).upper()


@pytest.mark.timeout(200)
def test_a_private_code_is_written_down_nowhere_it_does_not_belong(stranger: Lan) -> None:
    """In a draft, under a file, in an edit, as a command: the page shows it blotted out to its own writer, too."""
    lan = stranger
    agrees(lan)
    lan.says(f"{PERMIT}, mã của tôi là {CODE}")
    lan.is_quiet()
    lan.says(f"Ảnh kèm, mã {CODE.lower()}", planted.pdf())
    lan.is_quiet()
    lan.says(f"/ma {CODE}")
    lan.waits_for("Mã riêng không đúng")
    lan.says(f"  {CODE.replace('-', ' – ')}.")
    lan.is_quiet()
    first = next(message for message in lan.sees() if message.mine and PERMIT in message.text)
    form = {"id": "form-edit-1", "text": f"{PERMIT}, sửa lại, {CODE}", "edit": str(first.id)}
    assert lan.browser.post("/post/chat", data=form).status_code == 303
    lan.is_quiet()
    assert "▒▒▒" in next(message.text for message in lan.sees() if message.id == first.id)
    kept = everything(lan)
    assert PERMIT.upper() in kept
    forms = (CODE, CODE.replace("-", ""), CODE.replace("-", " – "))
    assert [kept[max(0, kept.find(form) - 200) : kept.find(form) + 60] for form in forms if form in kept] == []


# PostgreSQL's own files


def in_its_files(url: str) -> list[str]:
    """Where any of the words stand in the tables' files of the server, once it has written its memory out."""
    with create_engine(
        migrations.driver(url), poolclass=NullPool, isolation_level="AUTOCOMMIT"
    ).connect() as connection:
        connection.execute(text("checkpoint"))
        folder = Path(str(connection.execute(text("show data_directory")).scalar())) / "base"
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return [str(path) for path in paths if any(word.encode() in path.read_bytes() for word in WORDS)]


@pytest.mark.postgresql
@pytest.mark.timeout(300)
def test_postgresql_keeps_what_was_dropped_in_its_files_until_they_are_vacuumed(
    postgresql_server: Server, tmp_path: Path
) -> None:
    """So say the readme and the decision: from the tables at once, from the server's files after `vacuum full`."""
    url = postgresql_server.fresh(prepared)
    with Product(settings(tmp_path, url), web=True) as product:
        lan = Lan(product)
        lan.says("/start")
        lan.waits_for("đồng ý")
        drops_a_draft(lan)
        lan.is_quiet()
        assert found(lan) == []
        lan.browser.close()
    with create_engine(
        migrations.driver(url), poolclass=NullPool, isolation_level="AUTOCOMMIT"
    ).connect() as connection:
        connection.execute(text("vacuum full"))
    assert in_its_files(url) == []
