"""What goes out comes back the same on either database, whole or not at all; open data names nobody."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from bot.__main__ import main
from bot.exports import loading, making, manifest, workbook
from bot.province import read_catalogue
from bot.settings import ROOT
from domain.case import moves
from domain.case.case import Case, Tier
from domain.case.publishing import Published
from domain.messages import FileKind, Network, Upload
from handlers import recording
from storage import cases, files, imported, migrations
from storage.blobs import Blobs
from storage.chunked.blobs import ChunkedBlobs
from storage.database import Tx
from storage.engines import hold, open_store
from storage.knowledge import published
from storage.sealing import keyfile
from storage.tables import BindCode, TokenRow
from storage.whole.shapes import shapes
from tests.cast import MINH, NOW, Hands, confirming, filed, said
from tests.leak import identities

PHOTOGRAPH = b"a photograph of the yard" * 10_000
SECRETS = f"Tôi là {identities.NAME}, {identities.FIRM}, {identities.TAX_CODE}, gọi {identities.PHONE}: chưa xong"
Set = Callable[[str, str], None]


@pytest.fixture
def use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Set:
    """Settings of another place: its database, and a folder of files of its own."""
    monkeypatch.chdir(tmp_path)

    def to(url: str, name: str) -> None:
        monkeypatch.setenv("DATABASE_URL", url)
        monkeypatch.setenv("FILES_DIR", str(tmp_path / name))

    return to


@pytest.fixture
def lived(tmp_path: Path, use: Set) -> Path:
    """A SQLite database with cases of every tier, a file, an answer that is public and numbers that were given out."""
    url = f"sqlite:///{tmp_path / 'one.db'}"
    use(url, "one")
    assert main(["migrate"]) == 0
    name = Blobs(tmp_path / "one").put(PHOTOGRAPH)
    store = open_store(url, Hands())
    store.call(lambda tx: _live(tx, name))
    store.close()
    return tmp_path / "one.db"


def _live(tx: Tx, name: str) -> None:
    for number, tier in enumerate((Tier.OPEN, Tier.HIDDEN, Tier.ANONYMOUS), 1):
        is_known = tier is not Tier.ANONYMOUS
        facts = {
            "business_name": identities.FIRM if is_known else "",
            "tax_code": identities.TAX_CODE if is_known else "",
        }
        facts |= {"text": SECRETS if is_known else "Hồ sơ hai tháng chưa xong, xin xem giúp"}
        recording.record(tx, filed(number, tier=tier, **facts))
    answered = moves.answer(_case(tx, 1), MINH, NOW, replace(said(), confirm=confirming()))
    recording.record(tx, answered)
    published.add(tx, answered.case, Published("Bao lâu có giấy phép?", "Mười lăm ngày làm việc."))
    upload = Upload(FileKind.PHOTO, f"{files.BLOB}{name}", "a.jpg", "image/jpeg", len(PHOTOGRAPH))
    files.announce(tx, Network.TELEGRAM, upload, 1)
    files.forget(tx, [files.announce(tx, Network.TELEGRAM, replace(upload, ref="other"), 1)])
    for key in ("chữ Đ", "Zebra", "ánh", "abc"):  # in another order on PostgreSQL, were it asked for its own
        imported.note(tx, key, 1, "x")


def _case(tx: Tx, number: int) -> Case:
    found = cases.load(tx, number)
    assert found is not None
    return found


def tables(folder: Path) -> dict[str, str]:
    """What the manifest says of each table and each file."""
    told = manifest.read(folder)
    return {each.path: each.sha256 for each in told.items if each.path.startswith(("tables/", "files/"))}


def test_what_goes_out_comes_back_the_same_on_the_other_database_and_back_again(
    lived: Path, use: Set, prepared_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--out", "a"]) == 0
    use(prepared_url, "two")
    assert main(["import", "--export", "a"]) == 0
    assert "3 journals checked, 0 with a fault" in capsys.readouterr().out
    assert main(["export", "--out", "b"]) == 0
    assert tables(tmp_path / "a") == tables(tmp_path / "b")
    assert manifest.read(tmp_path / "a").numbers == manifest.read(tmp_path / "b").numbers
    use(f"sqlite:///{tmp_path / 'three.db'}", "three")
    assert main(["import", "--export", "b"]) == 0
    assert main(["export", "--out", "c"]) == 0
    assert tables(tmp_path / "a") == tables(tmp_path / "c")
    assert PHOTOGRAPH in {path.read_bytes() for path in (tmp_path / "three").glob("??/*")}
    assert [each["tier"] for each in rows(tmp_path / "c", "cases")] == ["open", "hidden", "anonymous"]


@pytest.mark.parametrize("is_in_database", [False, True])
def test_a_sealed_file_goes_out_sealed_and_comes_back_as_it_lay(
    lived: Path, tmp_path: Path, *, is_in_database: bool
) -> None:
    there, key = (tmp_path / place for place in ("one", "key"))
    ring = keyfile.make(key)
    kept = Blobs(there, ring)
    (name,) = kept.names()
    kept.seal_as(name, PHOTOGRAPH)
    as_it_lay = kept.path(name).read_bytes()
    store = open_store(f"sqlite:///{lived}", Hands())
    store.ring, placed = ring, kept
    if is_in_database:
        placed = ChunkedBlobs(store)
        placed.write(name, lambda file: file.write(as_it_lay))
    made, _ = making._attachments(placed, [name], tmp_path / "a", _nobody)
    assert (tmp_path / "a" / made[0].path).read_bytes() == as_it_lay
    placed.remove(name)
    told = manifest.Manifest("", "", "sqlite", is_open_data=False, items=made)
    assert loading.load_files(placed, tmp_path / "a", told, _nobody) == 1
    with placed.open(name) as file:
        assert file.read() == as_it_lay
    assert placed.get(name) == PHOTOGRAPH
    store.close()


def _nobody(what: str, done: int, whole: int) -> None:
    """Nobody is told how far it is."""


def rows(folder: Path, table: str) -> list[dict[str, object]]:
    return [
        json.loads(line) for line in (folder / "tables" / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def test_no_number_is_given_twice_after_the_move(lived: Path, use: Set, prepared_url: str) -> None:
    assert main(["export", "--out", "a"]) == 0
    use(prepared_url, "two")
    assert main(["import", "--export", "a"]) == 0
    store = open_store(prepared_url, Hands())
    try:
        upload = Upload(FileKind.PHOTO, "x", "a.jpg", "image/jpeg", 1)
        assert store.call(lambda tx: files.announce(tx, Network.TELEGRAM, upload, 1)) > 1
    finally:
        store.close()


def test_every_declared_table_and_column_is_described_and_exported(lived: Path, tmp_path: Path) -> None:
    assert main(["export", "--out", "a"]) == 0
    told = {each["name"]: each for each in json.loads((tmp_path / "a" / "schema.json").read_text())["tables"]}
    assert set(told) == {each.name for each in shapes()}
    assert all(each["about"] for each in told.values())
    for name, each in told.items():
        for row in rows(tmp_path / "a", name):
            assert list(row) == list(each["columns"])
    assert "tệp khóa không nằm trong đây" in " ".join((tmp_path / "a" / "README.md").read_text().split())


def _append(path: Path) -> None:
    path.write_text(path.read_text() + "{}\n")


def _changed(folder: Path, **changes: object) -> None:
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


def _newer(folder: Path) -> None:
    _changed(folder, revision="9999")


def _outside(folder: Path) -> None:
    (folder.parent / "x").write_text("")
    _changed(folder, items=[{"path": "../x", "size": 0, "sha256": "", "rows": 0}])


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda folder: (folder / "manifest.json").unlink(), "no manifest.json: no export, or one that was broken off"),
        (lambda folder: (folder / "manifest.json").write_text("{}"), "cannot be read"),
        (lambda folder: _append(folder / "tables" / "journal.jsonl"), "is not what was exported; its hash is another"),
        (lambda folder: (folder / "tables" / "cases.jsonl").unlink(), "is not there"),
        (_newer, "made by a newer version (9999)"),
        (_outside, "lies outside the export"),
    ],
)
def test_an_export_that_is_not_whole_is_refused_and_changes_nothing(
    lived: Path,
    use: Set,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    spoil: Callable[[Path], object],
    said: str,
) -> None:
    assert main(["export", "--out", "a"]) == 0
    spoil(tmp_path / "a")
    use(f"sqlite:///{tmp_path / 'two.db'}", "two")
    assert main(["import", "--export", "a"]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "two.db").exists()


def test_an_import_that_fails_half_way_leaves_the_database_empty(
    lived: Path, use: Set, prepared_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--out", "a"]) == 0
    shutil.copytree("a", "b")
    told = json.loads((tmp_path / "b" / "manifest.json").read_text())
    items = [each | {"rows": 99} if each["path"] == "tables/people.jsonl" else each for each in told["items"]]
    _changed(tmp_path / "b", items=items)
    use(prepared_url, "two")
    assert main(["import", "--export", "b"]) == 2
    assert "tables/people.jsonl: 0 rows, and the manifest says 99" in capsys.readouterr().err
    assert main(["import", "--export", "a"]) == 0


def test_a_database_that_is_used_and_a_folder_that_is_not_empty_are_refused(
    lived: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--out", "a"]) == 0
    assert main(["export", "--out", "a"]) == 2
    assert "a: not empty" in capsys.readouterr().err
    assert main(["import", "--export", "a"]) == 2
    assert "the database is in use" in capsys.readouterr().err
    assert main(["import"]) == 2
    assert main(["import", "x.xlsx", "--export", "a"]) == 2


def test_a_database_in_use_is_refused_whatever_tables_the_export_tells_of(
    lived: Path, use: Set, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--out", "a"]) == 0
    folder = tmp_path / "a"
    schema = json.loads((folder / "schema.json").read_text())
    schema["tables"] = [each for each in schema["tables"] if each["name"] == "consumers"]
    (folder / "schema.json").write_text(json.dumps(schema))
    items = json.loads((folder / "manifest.json").read_text())["items"]
    for each in items:
        with (folder / each["path"]).open("rb") as file:
            each["sha256"] = manifest.digest(file)
    _changed(folder, items=items)
    assert main(["import", "--export", "a"]) == 2
    assert "the database is in use" in capsys.readouterr().err
    use(f"sqlite:///{tmp_path / 'two.db'}", "two")
    assert main(["import", "--export", "a"]) == 2
    assert "its tables are not those of the database" in capsys.readouterr().err


def test_nothing_comes_into_a_database_with_which_a_program_runs(
    lived: Path, use: Set, prepared_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--out", "a"]) == 0
    use(prepared_url, "two")
    running = hold(prepared_url)
    try:
        assert main(["import", "--export", "a"]) == 2
    finally:
        running.release()
    assert "a process of ours runs with that database" in capsys.readouterr().err
    assert main(["import", "--export", "a"]) == 0


def test_what_opens_something_does_not_go_out(lived: Path, tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{lived}", Hands())
    secret = {"access": "live-access", "refresh": "live-refresh"}
    store.call(lambda tx: tx.put(TokenRow, network="zalo_oa", origin="x", refused="", **secret))
    store.call(lambda tx: tx.put(BindCode, hash="live-code", role="department", department="so", expires_at=NOW))
    store.close()
    assert main(["export", "--out", "a"]) == 0
    names = {path.stem for path in (tmp_path / "a" / "tables").iterdir()}
    assert not names & {"tokens", "bind_codes", "link_codes", "board_sessions", "page_sessions"}
    for path in (each for each in (tmp_path / "a").rglob("*") if each.is_file()):
        assert b"live-" not in path.read_bytes(), path
    assert "Zalo has to be authorised again" in " ".join((tmp_path / "a" / "README.md").read_text().split())


def test_open_data_and_the_workbook_name_nobody_who_hides(lived: Path, tmp_path: Path) -> None:
    assert main(["export", "--out", "all"]) == 0
    assert main(["export", "--out", "open", "--open-data"]) == 0
    paths = [path for path in (tmp_path / "open").rglob("*") if path.is_file()]
    assert {path.name for path in paths} >= {
        "facts.jsonl",
        "published.jsonl",
        "schema.json",
        "README.md",
        "manifest.json",
    }
    for path in paths:
        assert identities.found_in_file(path.read_bytes()) == [], path
    assert "Mười lăm ngày làm việc." in (tmp_path / "open" / "published.jsonl").read_text(encoding="utf-8")
    # all of it does tell, or this test would find nothing anywhere
    assert identities.found_in_file((tmp_path / "all" / "tables" / "cases.jsonl").read_bytes())
    assert main(["import", "--export", "open"]) == 2


def test_the_workbook_shows_a_hidden_case_without_its_business(lived: Path, tmp_path: Path) -> None:
    import openpyxl  # noqa: PLC0415  half a second, here alone

    assert main(["export", "--out", "a"]) == 0
    sheet = openpyxl.load_workbook(tmp_path / "a" / "vu-viec.xlsx").active
    open_one, hidden, anonymous = list(sheet.iter_rows(min_row=2, values_only=True))
    assert open_one[5] == identities.FIRM
    for row in (hidden, anonymous):
        assert identities.found(json.dumps(row, default=str, ensure_ascii=False)) == []


def test_the_workbook_names_nobody_who_is_named_for_a_time_and_masks_the_answer() -> None:
    facts = {"business_name": identities.FIRM, "tax_code": identities.TAX_CODE, "text": SECRETS}
    province, _ = read_catalogue(ROOT / "tests" / "province")
    hidden, open_one = (replace(filed(1, tier=tier, **facts).case, answer=SECRETS) for tier in (Tier.HIDDEN, Tier.OPEN))
    for case in (hidden, replace(hidden, tier=Tier.OPEN, named_until=NOW)):
        row = workbook._row(case, province)
        assert identities.found(json.dumps(row, default=str, ensure_ascii=False)) == []
        assert not any(row[5:7])
        assert all("chưa xong" in str(words) for words in row[-2:])
    assert workbook._row(open_one, province)[-1] == SECRETS


def test_an_export_of_an_earlier_shape_is_brought_up_to_date(lived: Path, use: Set, tmp_path: Path) -> None:
    """As if it had been made before cases came from lists: without the tables and columns that came since."""
    assert main(["export", "--out", "a"]) == 0
    folder, before = tmp_path / "a", _before_lists()
    columns = _columns(f"sqlite:///{tmp_path / 'old.db'}", before)
    schema = json.loads((folder / "schema.json").read_text())
    schema["tables"] = [each for each in schema["tables"] if each["name"] in columns]
    for each in schema["tables"]:
        known = columns[each["name"]]
        each["columns"] = {name: kind for name, kind in each["columns"].items() if name in known}
        kept = [{name: row[name] for name in each["columns"]} for row in rows(folder, each["name"])]
        path = folder / "tables" / f"{each['name']}.jsonl"
        path.write_text("".join(f"{json.dumps(row)}\n" for row in kept))
    (folder / "schema.json").write_text(json.dumps(schema))
    items = json.loads((folder / "manifest.json").read_text())["items"]
    for each in items:
        with (folder / each["path"]).open("rb") as file:
            each["sha256"] = manifest.digest(file)
    _changed(folder, items=items, revision=before)
    use(f"sqlite:///{tmp_path / 'two.db'}", "two")
    assert main(["import", "--export", "a"]) == 0
    assert main(["verify-journal"]) == 0


def _before_lists() -> str:
    (path,) = (migrations.HERE / "versions").glob("*_cases_come_from_lists.py")
    return f"{int(path.name[:4]) - 1:04d}"


def _columns(url: str, revision: str) -> dict[str, set[str]]:
    """The tables of a revision and their columns."""
    migrations.upgrade(url, revision)
    engine = create_engine(url)
    try:
        tables = inspect(engine)
        return {name: {each["name"] for each in tables.get_columns(name)} for name in tables.get_table_names()}
    finally:
        engine.dispose()
