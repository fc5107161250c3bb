"""Texts in none of our three languages: told apart from ours, and from each other."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.foreign import NAMED, foreign_language
from domain.language import LANGUAGES, fold
from domain.routing.examples import Example

DATA = Path(__file__).parents[2] / "benchmarks" / "data"
ROOT = Path(__file__).parents[2]


def rows(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def test_visitors_texts_are_known_by_their_language_in_99_of_100() -> None:
    texts = rows("foreign.jsonl")
    wrong = [(each["text"], found) for each in texts if (found := foreign_language(each["text"])) != each["language"]]
    assert len(texts) >= 150
    assert len({each["language"] for each in texts}) >= 12
    assert len(wrong) <= len(texts) // 100, wrong


def test_no_text_of_ours_is_taken_for_a_foreign_one(labelled: tuple[Example, ...]) -> None:
    """Neither as it was written nor with its diacritics left out."""
    texts = [each.text for each in labelled]
    texts += [each["text"] for name in ("language.jsonl", "heldout.jsonl") for each in rows(name)]
    taken = [text for text in texts if foreign_language(text) or foreign_language(fold(text))]
    assert taken == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "😀😀😀😀😀",
        "안녕하세요",
        "こんにちは",
        "bonjour",
        "merci beaucoup",
        "Danke schön, alles gut",
        "ขอบคุณ",
        "#LS26-00001 4900001236 0912345678 29C-123.45 a@b.vn",
    ],
)
def test_a_greeting_or_a_few_words_say_too_little(text: str) -> None:
    assert foreign_language(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Công ty 삼성전자 베트남 법인 xin gia hạn giấy phép lao động cho chuyên gia",
        "Our partner 株式会社ひまわり cannot send its engineers because the visa is late",
        "日本の商店在谅山开店，需要办理哪些手续？",
        "同登口岸堵车三天了，货车司机没有水喝",
        "Khách hàng Đức gửi email: Vielen Dank für Ihre Nachricht, nhờ Sở hướng dẫn cách trả lời cho đúng",
        "wo men gong si de huo che zai kou an deng le san tian",
        "gpxd tre 3 tuan r huhu",
        "CTY TNHH MTV TM DV XNK HOANG LONG BI GIU HANG TAI CUA KHAU",
    ],
)
def test_foreign_names_and_quotations_in_a_text_of_ours_leave_it_ours(text: str) -> None:
    assert foreign_language(text) == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hữu Nghị 국경에서 통관 서류를 세 번이나 다시 제출하라고 합니다", "ko"),
        ("C/O form E のシステムにログインできず、輸出が止まっています。", "ja"),
        ("NOTRE ENTREPRISE ATTEND LE PERMIS DE CONSTRUIRE DEPUIS TROIS MOIS", "fr"),
        ("notre societe attend le remboursement depuis trois mois", "fr"),
        ("Η εταιρεία μας περιμένει την άδεια εδώ και τρεις μήνες", "el"),
    ],
)
def test_a_foreign_text_is_known_whatever_names_and_capitals_are_in_it(text: str, language: str) -> None:
    assert foreign_language(text) == language


def test_a_language_without_spaces_needs_as_much_as_five_words() -> None:
    assert foreign_language("ด่านชายแดนปิด") == ""
    assert foreign_language("ด่านชายแดนปิดมาสี่วันแล้วครับ") == "th"
    assert foreign_language("国境が混む") == ""
    assert foreign_language("国境がとても混んでいます") == "ja"


def test_what_nobody_can_judge_is_nobodys() -> None:
    assert foreign_language("xqz wvz qqx zzw kxq pzv") in {"", "pl", "hu", "cs"}
    assert foreign_language("ъъ ъъъ ъъ ъъъ ъъ ъъ") in {"", "ru", "uk"}


def test_texts_of_ours_never_load_the_detector() -> None:
    """It costs memory and a tenth of a second, which a start with Vietnamese texts alone need not pay."""
    code = (
        "import sys; from domain.foreign import foreign_language as f;"
        "f('Công ty tôi chưa được hoàn thuế ba tháng nay'); f('our trucks are waiting at the border for days');"
        "f('저희 회사의 컨테이너가 국경에서 나흘째 기다리고 있습니다'); print('langdetect' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT).stdout
    assert told.strip() == "False"


@given(st.text(max_size=300))
def test_any_text_gets_the_same_answer_again_and_it_is_none_of_ours(text: str) -> None:
    found = foreign_language(text)
    assert found not in LANGUAGES
    assert foreign_language(text) == found


def test_languages_known_by_name_are_none_of_ours() -> None:
    assert len(set(NAMED)) == len(NAMED) >= 20
    assert not set(NAMED) & set(LANGUAGES)
