"""Nothing in a cleaned file tells who made it; what it shows is still there; what cannot be cleaned is withheld."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.chart import BarChart
from openpyxl.drawing.image import Image as Drawing
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image, ImageChops, ImageStat
from pypdf import PdfReader

from bot.settings import ROOT
from storage.scrubbing import WithheldError, scrubbed
from storage.scrubbing.__main__ import WITHHELD as SAYS_WITHHELD
from tests.leak import planted, unseen
from tests.leak.identities import FIRM, found_in_file

Make = Callable[[], bytes]
PICTURES = ["cau.jpg", "cau.png", "cau.webp"]
BOMBS = {"pixels": "pixels", "entities": "document type", "outside": "document type", "zip": "too much"}


def every(made: dict[str, Make]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("make", made.values(), ids=made.keys())


@every(planted.CLEANED)
def test_what_is_planted_can_be_found_before_and_not_after(make: Make) -> None:
    content = make()
    assert found_in_file(content)
    assert found_in_file(scrubbed(content).content) == []


@every(planted.CLEANED)
def test_what_has_been_cleaned_can_be_cleaned_again(make: Make) -> None:
    once = scrubbed(make())
    assert scrubbed(once.content).ending == once.ending


@pytest.mark.parametrize(("name", "make"), planted.CLEANED.items())
def test_its_name_ends_as_what_it_is(name: str, make: Make) -> None:
    assert scrubbed(make()).ending == name.rpartition(".")[2].replace("heic", "jpg")


@every(planted.WITHHELD)
def test_what_nobody_can_look_into_is_withheld(make: Make) -> None:
    with pytest.raises(WithheldError):
        scrubbed(make())


@pytest.mark.parametrize("name", PICTURES)
def test_a_photo_stands_upright_without_saying_how_the_camera_was_held(name: str) -> None:
    picture = Image.open(BytesIO(scrubbed(planted.CLEANED[name]()).content))
    assert picture.size == (32, 64)
    top, bottom = (picture.convert("RGB").getpixel((16, y)) for y in (8, 56))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert top[0] > 200 > bottom[0]
    assert not picture.getexif()


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *(("JPEG", mode) for mode in ("L", "RGB", "CMYK")),
        *(("PNG", mode) for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")),
        *(("WEBP", mode) for mode in ("RGB", "RGBA")),
        ("GIF", "P"),
    ],
)
def test_every_sort_of_picture_keeps_its_size_and_colours(kind: str, mode: str) -> None:
    out, picture = BytesIO(), Image.new("RGB", (8, 8), "red").convert(mode if mode != "I;16" else "I").convert(mode)
    picture.save(out, kind)
    cleaned = Image.open(BytesIO(scrubbed(out.getvalue()).content))
    assert cleaned.size == (8, 8)
    expected, shown = (each.convert("RGBA").getpixel((4, 4)) for each in (Image.open(out), cleaned))
    assert isinstance(expected, tuple)
    assert isinstance(shown, tuple)
    assert all(abs(one - other) < 9 for one, other in zip(expected, shown, strict=True))


def test_a_heic_becomes_a_jpeg_of_the_same_picture() -> None:
    picture = Image.open(BytesIO(scrubbed(planted.heic()).content))
    assert (picture.format, sorted(picture.size)) == ("JPEG", [32, 64])


def test_an_animation_still_moves() -> None:
    picture = Image.open(BytesIO(scrubbed(planted.gif()).content))
    assert getattr(picture, "n_frames", 0) == 2
    assert picture.info["duration"] == 90
    assert "comment" not in picture.info


def drawn(content: bytes) -> Image.Image:
    """The first page as a viewer draws it."""
    document = pdfium.PdfDocument(content)
    document.init_forms()
    picture: Image.Image = document[0].render(scale=1).to_pil().convert("L")
    return picture


def differs(one: Image.Image, other: Image.Image) -> float:
    """How much two pictures of one size differ, on the average, of 255."""
    assert one.size == other.size
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])


def test_a_pdf_becomes_drawings_of_its_pages() -> None:
    reader = PdfReader(BytesIO(scrubbed(planted.pdf()).content))
    assert reader.metadata is None
    assert reader.attachments == {}
    assert "/Annots" not in reader.pages[0]
    assert reader.pages[0].extract_text() == ""
    assert [image.image.size for image in reader.pages[0].images if image.image] == [(625, 625)]
    assert differs(drawn(planted.pdf()), drawn(scrubbed(planted.pdf()).content)) < 2


@pytest.mark.parametrize("name", unseen.PDFS)
def test_of_a_pdf_what_is_seen_stays_and_nothing_else(name: str) -> None:
    cleaned = scrubbed(unseen.PDFS[name]).content
    assert found_in_file(cleaned) == []
    assert PdfReader(BytesIO(cleaned)).pages[0].extract_text() == ""
    shown, plain = drawn(cleaned), drawn(unseen.pdf(unseen.words(unseen.SHOWN)))
    upper = (0, 0, 300, 150)
    assert differs(shown.crop(upper), plain.crop(upper)) < 1
    below = shown.crop((20, 188, 120, 202)) if shown.height == 300 else None
    if below is not None:
        assert ImageStat.Stat(below).stddev[0] < 2, "white, or black, but no letters"


def test_what_was_filled_into_a_form_is_shown() -> None:
    shown = drawn(scrubbed(unseen.FILLED).content)
    assert ImageStat.Stat(shown.crop((20, 80, 120, 110))).stddev[0] > 10


@pytest.mark.parametrize("name", unseen.WORDS)
def test_of_a_word_document_what_is_seen_stays_and_nothing_else(name: str) -> None:
    cleaned = scrubbed(unseen.WORDS[name]).content
    assert found_in_file(unseen.WORDS[name])
    assert found_in_file(cleaned) == []
    document = docx.Document(BytesIO(cleaned))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    said = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    assert unseen.SHOWN in said
    assert ("████" in said) == (name == "blackened")


def pictures(content: bytes) -> list[Image.Image]:
    """The pictures of a Word document."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return [Image.open(BytesIO(archive.read(name))) for name in archive.namelist() if "/media/" in name]


def test_a_cropped_picture_is_really_cut() -> None:
    (picture,) = pictures(scrubbed(unseen.CROPPED).content)
    assert picture.size == (200, 100)
    assert picture.getpixel((199, 50)) > (240, 240, 240)  # type: ignore[operator]


def test_a_word_document_says_what_it_said() -> None:
    content = scrubbed(planted.docx()).content
    document = docx.Document(BytesIO(content))
    assert [paragraph.text.strip() for paragraph in document.paragraphs] == ["Cầu hỏng & đường xấu, xin xem ảnh"]
    assert [picture.size for picture in pictures(content)] == [(32, 64)]
    assert document.core_properties.author == ""


def test_lists_keep_their_numbers_and_tables_their_cells() -> None:
    old = docx.Document()
    for words in ("một", "hai"):
        old.add_paragraph(words, style="List Number")
    table = old.add_table(1, 2)
    table.cell(0, 1).text = "ba"
    out = BytesIO()
    old.save(out)
    new = docx.Document(BytesIO(scrubbed(out.getvalue()).content))
    assert [[cell.text for cell in row.cells] for row in new.tables[0].rows] == [["", "ba"]]
    assert [paragraph.text for paragraph in new.paragraphs][:2] == ["1.\tmột", "2.\thai"]


@pytest.mark.parametrize("name", unseen.SHEETS)
def test_of_a_workbook_what_is_seen_stays_and_nothing_else(name: str) -> None:
    cleaned = scrubbed(unseen.SHEETS[name]).content
    assert found_in_file(unseen.SHEETS[name])
    assert found_in_file(cleaned) == []
    book = openpyxl.load_workbook(BytesIO(cleaned))
    assert book.sheetnames == ["S1"]
    assert [[cell for cell in row if cell] for row in book["S1"].iter_rows(values_only=True)] == [[unseen.SHOWN]]


def made(change: Callable[[Worksheet], None]) -> bytes:
    """A workbook with 42 and what is done to it."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = 42
    change(sheet)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def hides_by_format(sheet: Worksheet) -> None:
    sheet["A2"], sheet["A3"] = FIRM, FIRM
    sheet["A2"].number_format = ";;;"
    sheet["A3"].font = Font(color="FFFFFFFF")


def has_a_chart(sheet: Worksheet) -> None:
    sheet.add_chart(BarChart(), "D4")


def is_never_counted(sheet: Worksheet) -> None:
    sheet["A2"] = "=A1*2"


def lays_a_picture_over_words(sheet: Worksheet) -> None:
    sheet["A2"] = FIRM
    sheet.add_image(Drawing(BytesIO(planted.png())), "A2")


def test_what_a_format_or_a_colour_hides_is_gone() -> None:
    cleaned = scrubbed(made(hides_by_format)).content
    assert found_in_file(cleaned) == []
    assert openpyxl.load_workbook(BytesIO(cleaned)).active["A1"].value == 42


@pytest.mark.parametrize("change", [has_a_chart, is_never_counted, lays_a_picture_over_words])
def test_a_workbook_that_shows_more_than_cells_is_withheld(change: Callable[[Worksheet], None]) -> None:
    with pytest.raises(WithheldError):
        scrubbed(made(change))


def test_where_somebody_rubbed_out_there_is_nothing() -> None:
    picture = Image.open(BytesIO(scrubbed(unseen.erased()).content))
    assert picture.convert("RGBA").crop((100, 0, 200, 40)).getextrema() == ((0, 0),) * 4
    assert picture.convert("RGBA").getpixel((50, 20)) == (0, 0, 0, 255)


@every(planted.CLEANED)
def test_equal_files_become_unequal_ones(make: Make) -> None:
    assert scrubbed(make()).content != scrubbed(make()).content


@pytest.mark.parametrize("make", [planted.docx, planted.xlsx])
def test_an_archive_says_nothing_of_when_it_was_made(make: Make) -> None:
    with zipfile.ZipFile(BytesIO(scrubbed(make()).content)) as archive:
        assert archive.comment == b""
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


# ---------------------------------------------------------------- bytes nobody has checked


@every(planted.CLEANED)
@pytest.mark.parametrize("name", ["a half", "a third"])
def test_a_file_that_is_cut_off_is_cleaned_or_withheld(make: Make, name: str) -> None:
    content = make()
    check_safe(content[: len(content) // (2 if name == "a half" else 3)])


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_broken_file_is_cleaned_or_withheld(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(BROKEN)))
    for _ in range(data.draw(st.integers(1, 20))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    check_safe(bytes(content))


BROKEN = [planted.CLEANED[name]() for name in ("cau.jpg", "cau.gif", "cau.png", "don.docx", "bang.xlsx", "don.pdf")]


def check_safe(content: bytes) -> None:
    """Cleaned or withheld, and nothing else happens."""
    with contextlib.suppress(WithheldError):
        assert scrubbed(content).content


@pytest.mark.parametrize("begins", [b"\xff\xd8\xff", b"%PDF-1.7", b"PK\x03\x04", b"OggS", b"ID3", b"GIF89a"])
@settings(deadline=None, max_examples=20)
@given(rest=st.binary(max_size=300))
def test_what_only_begins_like_a_file_is_withheld(begins: bytes, rest: bytes) -> None:
    check_safe(begins + rest)


@pytest.mark.parametrize(("kind", "why"), BOMBS.items())
def test_a_bomb_is_withheld_before_it_goes_off(kind: str, why: str) -> None:
    with pytest.raises(WithheldError, match=why):
        scrubbed(planted.bomb(kind))


def cleaned_apart(content: bytes, folder: Path) -> tuple[int, str, Path]:
    """What the process that cleans says and leaves."""
    source, target = folder / "source", folder / "target"
    source.write_bytes(content)
    command = [sys.executable, "-m", "storage.scrubbing", str(source), str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=50)
    return done.returncode, done.stdout, target


def test_the_process_that_cleans_says_the_ending_or_why_not(tmp_path: Path) -> None:
    code, said, target = cleaned_apart(planted.jpeg(), tmp_path)
    assert (code, said) == (0, "jpg")
    assert found_in_file(target.read_bytes()) == []
    code, said, _ = cleaned_apart(planted.ole(), tmp_path)
    assert (code, said) == (SAYS_WITHHELD, "application/x-ole-storage is not made anew")


@pytest.mark.parametrize("kind", BOMBS)
def test_the_process_that_cleans_outlives_a_bomb(kind: str, tmp_path: Path) -> None:
    assert cleaned_apart(planted.bomb(kind), tmp_path)[0] == SAYS_WITHHELD


TRIES = """
import os, socket, sys
from storage.scrubbing import walls
walls.bound(); walls.raise_walls()
secret, port, path = sys.argv[1:]
for name, act in (
    ("files", lambda: open(secret)),
    ("files", lambda: open(secret, "w")),
    ("files", lambda: os.listdir(os.path.dirname(secret))),
    ("files", lambda: open(f"/proc/{os.getppid()}/environ")),
    ("network", lambda: socket.create_connection(("127.0.0.1", int(port)), 2)),
    ("network", lambda: socket.socket(socket.AF_UNIX).connect(path)),
    ("network", lambda: socket.socket(socket.AF_UNIX).bind("\\0abstract")),
    ("root", lambda: os.setgroups([1])),
    ("root", lambda: os.setuid(0) if os.getuid() else os.chroot("/")),
):
    try:
        act()
    except OSError:
        continue
    print(name)
"""


def test_the_process_that_cleans_sees_neither_our_files_nor_the_network(tmp_path: Path) -> None:
    """Where this kernel cannot wall something off, the word for it is said, and doctor repeats it."""
    missing = subprocess.run(
        [sys.executable, "-m", "storage.scrubbing", "--walls"], capture_output=True, text=True, check=True
    ).stdout.split()
    secret, path = tmp_path / "secret", tmp_path / "socket"
    secret.write_text("x")
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket(socket.AF_UNIX) as local:
        local.bind(str(path))
        local.listen()
        path.chmod(0o777)  # the file system would let everybody in
        port = str(server.getsockname()[1])
        command = [sys.executable, "-c", TRIES, str(secret), port, str(path)]
        reached = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.split()
    assert set(reached) - set(missing) == set()


BECOMES = """
import os, sys
from pathlib import Path
from storage.scrubbing import walls
room, parent = Path(sys.argv[1]), os.getppid()
print(walls._become_nobody([Path("/usr")], room), os.getuid() == os.getgid() == room.stat().st_uid, os.getgroups())
(room / "part").write_text("x")
for act in (lambda: os.kill(parent, 0), os.fork, lambda: os.setuid(0), lambda: open(sys.argv[2])):
    try:
        act()
    except OSError:
        continue
    print("reached")
"""


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody else")
def test_started_by_root_the_process_that_cleans_becomes_somebody_nobody_else_is() -> None:
    with tempfile.TemporaryDirectory() as folder:
        room, secret = Path(folder) / "room", Path(folder) / "secret"
        room.mkdir(mode=0o700)
        secret.touch(mode=0o600)
        Path(folder).chmod(0o755)
        command = [sys.executable, "-c", BECOMES, str(room), str(secret)]
        said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert said == "True True []\n"
