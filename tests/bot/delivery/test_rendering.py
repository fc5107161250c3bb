"""From a notice to what a messenger can show: pieces, albums, numbered choices, and what is said instead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.base import Capabilities, File
from bot.delivery.rendering import Reader, Rendering, grouped, possible, split
from bot.delivery.wording import Wording
from bot.province import read_catalogue
from bot.settings import ROOT
from domain.messages import Chat, Choice, FileKind, Kind, Lines, Name, Network, Notice, Urgency, Words, to_chat, units

TELEGRAM = Capabilities(remove=True)
NO_BUTTONS = Capabilities(buttons=0)
LEAST = Capabilities(buttons=0, edit=False, react=False, reply_to=False, topics=False, files=frozenset())
ALBUM = TELEGRAM.album
TO = to_chat(Chat(Network.TELEGRAM, "7"))
SIGNS = st.sampled_from([*"aâđ字", " ", "\n", "\n\n", "😀", "👩‍👩‍👧", "👍🏽", "e\u0301", "\u00a0"])
TEXTS = st.lists(SIGNS, max_size=120).map("".join)
PHOTO, VIDEO, DOCUMENT, VOICE, AUDIO = (FileKind(kind) for kind in ("photo", "video", "document", "voice", "audio"))


@pytest.fixture(scope="module")
def wording() -> Wording:
    return Wording(read_catalogue(ROOT / "catalogue" / "lang-son")[0], ROOT / "locales")


def vi(can: Capabilities = TELEGRAM) -> Reader:
    return Reader("vi", can)


def files(*kinds: FileKind) -> tuple[File, ...]:
    return tuple(File(number, kind, f"{kind}-{number}", Path("x")) for number, kind in enumerate(kinds, 1))


def spaceless(text: str) -> str:
    return re.sub(r"\s", "", text)


# Pieces


@settings(deadline=None, max_examples=300)
@given(TEXTS | st.text(max_size=80), st.integers(12, 60))
def test_nothing_of_a_split_text_is_lost_and_no_piece_is_too_long(text: str, longest: int) -> None:
    pieces = split(text, longest)
    assert spaceless("".join(pieces)) == (spaceless(text) or "…")
    assert max(map(units, pieces)) <= longest
    assert all(piece.strip() for piece in pieces)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=50))
def test_the_length_is_counted_as_messengers_count_it(text: str) -> None:
    assert units(text) == sum(2 if ord(sign) > 0xFFFF else 1 for sign in text)


def test_a_text_is_cut_at_a_paragraph_before_a_line_before_a_space() -> None:
    assert split("aaaa bb\ncc\n\ndd ee", 13) == ["aaaa bb\ncc", "dd ee"]
    assert split("aaaa bb\ncc dd", 10) == ["aaaa bb", "cc dd"]
    assert split("aaaa bb cc", 9) == ["aaaa bb", "cc"]
    assert split("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


@pytest.mark.parametrize("sign", ["👩‍👩‍👧", "👍🏽", "❤️", "e\u0301"])
def test_one_sign_is_never_cut_in_two(sign: str) -> None:
    for before in range(20):
        for piece in split("a" * before + sign * 6, 20):
            assert piece.lstrip("a") == sign * (len(piece.lstrip("a")) // len(sign))


def test_a_short_text_is_one_piece_and_nothing_is_a_sign_of_it() -> None:
    assert split("Chào anh chị", 100) == ["Chào anh chị"]
    assert split("", 100) == split(" \n ", 100) == ["…"]


def test_a_text_that_begins_with_endless_space_has_no_empty_piece() -> None:
    assert split("\n" * 5000 + "a", 4096) == ["a"]


# Parts


def test_buttons_stand_under_the_last_piece(wording: Wording) -> None:
    notice = Notice(TO, Lines(("chữ " * 2000,)), choices=((Choice("Gửi", "d:send:open"),),), about=3)
    *first, last = Rendering(wording).parts(notice, vi())
    assert first
    assert all(not part.rows and units(part.text) <= TELEGRAM.max_length for part in first)
    assert (last.rows, last.about) == (((("Gửi", "d:send:open"),),), 3)


def test_without_buttons_the_choices_are_numbered_as_they_would_be_typed(wording: Wording) -> None:
    rows = ((Choice("Gửi", "a"), Choice("Giấu tên", "b")), (Choice(Words("button-drop"), "c"),))
    (part,) = Rendering(wording).parts(Notice(TO, Lines(("Gửi chứ?",)), choices=rows), vi(NO_BUTTONS))
    drop = wording.say(Words("button-drop"), "vi")
    assert part.text == f"Gửi chứ?\n\n1. Gửi\n2. Giấu tên\n3. {drop}"
    assert part.rows == ()


def test_a_short_text_is_the_caption_of_the_first_album(wording: Wording) -> None:
    notice = Notice(TO, Lines(("Ảnh",)))
    parts = Rendering(wording).parts(notice, vi(), files(PHOTO, VIDEO, DOCUMENT))
    assert [(part.text, len(part.files)) for part in parts] == [("Ảnh", 2), ("", 1)]


def test_a_text_too_long_for_a_caption_or_with_buttons_stands_alone(wording: Wording) -> None:
    long = Notice(TO, Lines(("chữ " * 400,)))
    tapped = Notice(TO, Lines(("Ảnh",)), choices=((Choice("Gửi", "a"),),))
    for notice in (long, tapped):
        text, album = Rendering(wording).parts(notice, vi(), files(PHOTO))
        assert (bool(text.text), text.files, album.text, len(album.files)) == (True, (), "", 1)


def test_files_a_messenger_cannot_take_are_left_out_and_told(wording: Wording) -> None:
    (part,) = Rendering(wording).parts(
        Notice(TO, Lines(("Ảnh",))), vi(Capabilities(files=frozenset({VOICE}))), files(PHOTO)
    )
    assert part.files == ()
    assert part.text != "Ảnh"


def test_files_that_are_lost_are_told(wording: Wording) -> None:
    (part,) = Rendering(wording).parts(Notice(TO, Lines(("Ảnh",))), vi(), lost=2)
    assert part.text.startswith("Ảnh\n\n")
    assert "2" in part.text


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from(FileKind), max_size=40))
def test_albums_keep_every_file_in_order_ten_at_most_of_a_kind(kinds: list[FileKind]) -> None:
    groups = grouped(files(*kinds), ALBUM)
    assert [file.kind for group in groups for file in group] == kinds
    for group in groups:
        assert 1 <= len(group) <= ALBUM
        found = {file.kind for file in group}
        assert len(found) == 1 or found == {PHOTO, VIDEO}
        assert VOICE not in found or len(group) == 1


def test_audio_documents_and_pictures_make_albums_of_their_own() -> None:
    sizes = [
        len(group) for group in grouped(files(PHOTO, PHOTO, DOCUMENT, DOCUMENT, AUDIO, AUDIO, VOICE, VOICE), ALBUM)
    ]
    assert sizes == [2, 2, 2, 1, 1]


def test_a_label_is_said_in_the_readers_language(wording: Wording) -> None:
    drop, named = Choice(Words("button-drop"), "a"), Choice(Name("short", "thue-tinh"), "b")
    assert len({wording.label(drop, language) for language in ("vi", "en", "zh")}) == 3
    assert wording.label(named, "vi") == wording.say(Name("short", "thue-tinh"), "vi")
    days = [wording.label(Choice(Words("amount-working-days", {"count": n}), "c"), "vi") for n in (2, 5)]
    assert days[0] != days[1]


# What a messenger cannot do


CARD = Notice(TO, Lines(("Thẻ #LS26-00001",)), choices=((Choice("Nhận", "a"),),), kind=Kind.EDIT, slot="card:1")


def test_what_a_messenger_can_do_is_left_as_it_is() -> None:
    for kind in Kind:
        notice = Notice(TO, Lines(("x",)), kind=kind)
        assert possible(notice, TELEGRAM) is notice


def test_a_card_that_only_looks_different_costs_no_message_where_nothing_can_be_changed() -> None:
    quiet = Notice(TO, Lines(("Thẻ",)), kind=Kind.EDIT, urgency=Urgency.CARD)
    assert possible(quiet, LEAST) is None


def test_a_change_somebody_waits_for_is_sent_anew_with_its_choices() -> None:
    asked = Notice(TO, Lines(("Đúng chưa?",)), choices=CARD.choices, kind=Kind.EDIT, urgency=Urgency.PROMPT)
    sent = possible(asked, LEAST)
    assert sent is not None
    assert (sent.kind, sent.words, sent.choices) == (Kind.SEND, asked.words, asked.choices)


def test_the_news_of_a_change_is_all_that_is_told_of_it() -> None:
    changed = Notice(TO, Lines(("Thẻ",)), kind=Kind.EDIT, urgency=Urgency.CARD, news=Lines(("Đã rút.",)))
    sent = possible(changed, LEAST)
    assert sent is not None
    assert (sent.kind, sent.words, sent.choices) == (Kind.SEND, Lines(("Đã rút.",)), ())
    assert possible(changed, TELEGRAM) is changed


def test_a_reaction_is_a_word_only_where_no_card_shows_what_was_done() -> None:
    done = Notice(TO, Words("reaction-done"), kind=Kind.REACT, reply_to="5")
    assert possible(done, Capabilities(react=False)) is None
    said = possible(done, LEAST)
    assert said is not None
    assert (said.kind, said.words) == (Kind.SEND, done.words)


def test_more_choices_than_a_messenger_has_buttons_for_are_numbered(wording: Wording) -> None:
    two = Notice(TO, Lines(("Gì?",)), choices=((Choice("A", "a"), Choice("B", "b")),))
    assert Rendering(wording).parts(two, vi(Capabilities(buttons=2)))[0].rows
    (part,) = Rendering(wording).parts(two, vi(Capabilities(buttons=1)))
    assert (part.rows, part.text) == ((), "Gì?\n\n1. A\n2. B")


def test_a_change_is_one_message_with_its_buttons_however_long_it_is(wording: Wording) -> None:
    long = Notice(TO, Lines(("chữ " * 50,)), choices=((Choice("Gửi", "a"),),), kind=Kind.EDIT)
    part = Rendering(wording).change(long, vi(Capabilities(max_length=60)))
    assert units(part.text) <= 60
    assert part.text.endswith("…")
    assert part.rows
