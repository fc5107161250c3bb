"""Files that a messenger refuses go another way, and the last word names them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.base import Capabilities, File, Part, Reason, SendError
from bot.delivery.refused import instead
from domain.messages import FileKind, Words

CAN = Capabilities()


def files(*kinds: FileKind) -> tuple[File, ...]:
    return tuple(File(number, kind, f"{kind}-{number}", Path("x")) for number, kind in enumerate(kinds, 1))


def refused(reason: Reason = Reason.OTHER, *, permanent: bool = True) -> SendError:
    return SendError("no", permanent=permanent, reason=reason)


def test_of_a_refused_album_each_goes_alone_and_the_words_go_once() -> None:
    one, two = files(FileKind.PHOTO, FileKind.PHOTO)
    parts = instead(Part(text="Hồ sơ", files=(one, two), reply_to="5"), refused(), CAN)
    assert parts == [Part(text="Hồ sơ", files=(one,), reply_to="5"), Part(files=(two,))]


def test_a_refused_picture_or_voice_goes_as_a_document() -> None:
    for kind in (FileKind.PHOTO, FileKind.VOICE, FileKind.VIDEO, FileKind.AUDIO):
        (part,) = instead(Part(text="Hồ sơ", files=files(kind)), refused(), CAN)
        assert [file.kind for file in part.files] == [FileKind.DOCUMENT]
        assert part.text == "Hồ sơ"


@pytest.mark.parametrize(
    ("reason", "key"),
    [
        (Reason.OTHER, "file-refused"),
        (Reason.NO_RIGHT, "file-refused-right"),
        (Reason.TOO_LARGE, "file-refused-size"),
    ],
)
def test_a_document_that_is_refused_is_named_with_the_reason(reason: Reason, key: str) -> None:
    (part,) = instead(Part(text="Hồ sơ", files=files(FileKind.DOCUMENT)), refused(reason), CAN)
    assert (part.text, part.files, part.missing) == ("Hồ sơ", (), Words(key, {"name": "document-1"}))


@pytest.mark.parametrize(
    "reason", [each for each in Reason if each not in {Reason.OTHER, Reason.NO_RIGHT, Reason.TOO_LARGE}]
)
def test_what_is_wrong_with_the_chat_is_no_files_fault(reason: Reason) -> None:
    assert instead(Part(files=files(FileKind.PHOTO)), refused(reason), CAN) == []


def test_what_may_pass_and_what_has_no_file_is_not_sent_otherwise() -> None:
    assert instead(Part(files=files(FileKind.PHOTO)), refused(permanent=False), CAN) == []
    assert instead(Part(text="Hồ sơ"), refused(), CAN) == []


def test_refused_buttons_become_numbers_and_nothing_gets_too_long() -> None:
    rows = ((("✅ Đã giải quyết", "b:solved:1"),), (("Chưa giải quyết", "b:not-solved:1"),))
    (part,) = instead(Part(text="Xong chưa?", rows=rows), refused(Reason.NO_BUTTONS), CAN)
    assert (part.text, part.rows) == ("Xong chưa?\n\n1. ✅ Đã giải quyết\n2. Chưa giải quyết", ())
    long = instead(Part(text="chữ " * 500, rows=rows), refused(Reason.NO_BUTTONS), Capabilities(max_length=2000))
    assert [len(each.text) <= 2000 for each in long] == [True, True]
    assert instead(Part(text="Xong chưa?", rows=rows), refused(), CAN) == []


def test_a_file_that_is_refused_is_led_to_where_that_is_possible() -> None:
    (part,) = instead(Part(files=files(FileKind.DOCUMENT)), refused(), CAN, lambda file: f"https://x.vn/{file.id}")
    assert part.missing == Words("file-link", {"name": "document-1", "link": "https://x.vn/1"})
