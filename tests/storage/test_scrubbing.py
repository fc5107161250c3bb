"""Nothing in a cleaned file tells who made it; what it shows is still there; what cannot be cleaned is withheld."""

from __future__ import annotations

import contextlib
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from storage.scrubbing import WithheldError, scrubbed
from storage.scrubbing.__main__ import WITHHELD as SAYS_WITHHELD
from tests.leak import planted
from tests.leak.identities import found_in_file

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


def test_a_pdf_keeps_its_pages_and_pictures() -> None:
    reader = PdfReader(BytesIO(scrubbed(planted.pdf()).content))
    assert reader.metadata is None
    assert reader.attachments == {}
    assert [note["/Subtype"] for note in reader.pages[0]["/Annots"]] == ["/Stamp"]  # type: ignore[attr-defined]
    assert [image.image.size for image in reader.pages[0].images if image.image] == [(64, 32)]


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.comment == b""
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("make", [planted.docx, planted.xlsx, planted.pptx, planted.odt])
def test_an_office_document_is_whole(make: Make) -> None:
    """Every part is XML, every relation leads to a part, and every part named in the list is there."""
    found = parts(scrubbed(make()).content)
    for name, part in found.items():
        if not name.endswith((".xml", ".rels")):
            continue
        for element in ET.fromstring(part).iter():  # noqa: S314  our own
            listed = element.get("PartName") or element.get("{m}full-path") or ""
            assert listed in {"", "/"} or listed.lstrip("/") in found
            if element.tag == "{rel}Relationship" and element.get("TargetMode") != "External":
                folder = name.partition("_rels/")[0]
                path = Path("/", folder, element.get("Target", "")).resolve()
                assert str(path).lstrip("/") in found


def test_a_word_document_says_what_it_said() -> None:
    found = parts(scrubbed(planted.docx()).content)
    story = found["word/document.xml"].decode()
    assert "Cầu hỏng &amp; đường xấu" in story
    assert 'mc:Ignorable="w14"' in story
    assert "<w:instrText> PAGE </w:instrText>" in story
    assert "comment" not in story
    assert "rsid" not in story
    assert b'percent="90"' in found["word/settings.xml"]
    assert Image.open(BytesIO(found["word/media/image1.jpeg"])).size == (32, 64)


def test_a_sheet_keeps_its_paper_without_its_printer() -> None:
    sheet = parts(scrubbed(planted.xlsx()).content)["xl/worksheets/sheet1.xml"].decode()
    assert '<pageSetup paperSize="9">' in sheet
    assert "<v>42</v>" in sheet
    assert "legacyDrawing" not in sheet


def test_an_open_document_begins_with_its_type_unpacked() -> None:
    content = scrubbed(planted.odt()).content
    assert content[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument.text")


def test_a_voice_message_keeps_its_length_and_its_sound() -> None:
    before, after = planted.ogg(), scrubbed(planted.ogg()).content
    assert len(after) == len(before)
    assert after[-300:] == before[-300:]
    at = 0
    while at < len(after):
        head = 27 + after[at + 26]
        page = bytearray(after[at : at + head + sum(after[at + 27 : at + head])])
        told = bytes(page[22:26])
        page[22:26] = bytes(4)
        assert struct.pack("<I", planted.ogg_checksum(page)) == told
        at += len(page)


def test_of_an_mp3_the_frames_stay() -> None:
    assert scrubbed(planted.mp3()).content == planted.MP3_FRAME * 5


def test_of_a_wav_the_samples_stay() -> None:
    assert b"data" + struct.pack("<I", 100) + b"\x01\x02" * 50 in scrubbed(planted.wav()).content


def test_in_a_film_nothing_moves_and_no_track_of_measurements_is_left() -> None:
    before, after = planted.mp4(), scrubbed(planted.mp4()).content
    assert len(after) == len(before)
    assert after.index(b"a picture") == before.index(b"a picture")
    assert b"+21.8530" not in after
    assert struct.pack(">I", 3_900_000_000) not in after
    assert after.count(b"trak") == 1


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


BROKEN = [planted.CLEANED[name]() for name in ("cau.jpg", "cau.gif", "don.docx", "loi.mp3", "loi.wav", "cau.mp4")]


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
    assert (code, said) == (SAYS_WITHHELD, "application/x-ole-storage is not cleaned")


@pytest.mark.parametrize("kind", BOMBS)
def test_the_process_that_cleans_outlives_a_bomb(kind: str, tmp_path: Path) -> None:
    assert cleaned_apart(planted.bomb(kind), tmp_path)[0] == SAYS_WITHHELD
