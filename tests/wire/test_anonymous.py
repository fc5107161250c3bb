"""Filing anonymously over Telegram: what it means is told first, the code is told once, and with it one comes back."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from sqlmodel import SQLModel

from storage.database import Tx
from tests.wire.telegram_world import Message
from tests.wire.town import JPEG, PERMIT, Person, Town, code_in, everything_said

#: what is kept is looked into: it must be seen, sealed or not
pytestmark = pytest.mark.usefixtures("glass")

SECRET = re.compile(r"[A-HJ-NP-Z2-9]{4}(?:-[A-HJ-NP-Z2-9]{4}){3}")
TOLD = f"{PERMIT}. Tôi là Nguyễn Thị Lan, gọi 0912 345 678, Công ty Lan Anh"


def files_anonymously(town: Town, text: str = TOLD) -> tuple[str, str]:
    """Lan files anonymously; the case's code and the private one."""
    town.meets(town.lan)
    town.lan.says(text)
    town.lan.waits_for("xem lại trước khi gửi")
    town.lan.taps("🕶 Gửi ẩn danh")
    town.lan.waits_for("mất mã thì không ai khôi phục được")
    town.lan.taps("Gửi ẩn danh ngay")
    receipt = town.lan.waits_for("Đã tiếp nhận ẩn danh")
    return code_in(receipt), types_back(town.lan, receipt)


def types_back(person: Person, receipt: Message) -> str:
    """The private code of a receipt, its last group typed back."""
    found = SECRET.search(receipt.words)
    assert found is not None
    person.says(found.group()[-4:])
    person.waits_for("Vụ việc đã hoàn tất")
    return found.group()


def rows(tx: Tx) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table."""
    from sqlalchemy import inspect, select  # noqa: PLC0415

    found = {}
    for name, model in ((each.__tablename__, each) for each in SQLModel.__subclasses__() if hasattr(each, "__table__")):
        columns = [column.name for column in inspect(model).columns]
        found[str(name)] = [dict(zip(columns, row, strict=True)) for row in tx.rows(select(model))]
    return found


def text_of(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, default=str)


def _identity(row: dict[str, Any]) -> dict[str, Any]:
    """Who is meant by an entry of a journal, under its seal of glass and beside its salt."""
    kept = row.get("identity") or "{}"
    found = json.loads(kept)
    while isinstance(found, str):
        found = json.loads(found)
    return found[1] if isinstance(found, list) else found


def leads_to(kept: dict[str, list[dict[str, Any]]], case: dict[str, Any], person: dict[str, Any]) -> list[str]:
    """The rows that are about the case or show its words, and name the person or the chat."""
    found = []
    for name, each in kept.items():
        for row in each:
            said = text_of(row)
            is_about = case["code"] in said or PERMIT in said or row.get("case_id") == case["id"]
            named = {row.get("person"), row.get("author"), _identity(row).get("person")}
            names = person["user_id"] in said or person["id"] in named
            found += [f"{name}: {said}"] if is_about and names else []
    return found


def test_the_same_search_finds_the_rows_of_an_open_case(town: Town) -> None:
    town.files()
    town.is_quiet()
    kept = town.product.call(rows)
    (person,) = [row for row in kept["people"] if row["user_id"] == str(town.lan.id)]
    found = leads_to(kept, kept["cases"][0], person)
    assert {each.partition(":")[0] for each in found} >= {"cases", "journal", "messages", "outbox"}


def comes_back(town: Town, person: Person, secret: str) -> None:
    person.says(f"/ma {secret}")
    person.waits_for("Đã mở vụ việc ẩn danh")


# What is kept


def test_no_row_leads_from_an_anonymous_case_to_who_filed_it(every_town: Town) -> None:
    town = every_town
    code, secret = files_anonymously(town)
    town.card(code)
    town.is_quiet()
    kept = town.product.call(rows)
    (case,) = [row for row in kept["cases"] if row["code"] == code]
    (person,) = [row for row in kept["people"] if row["user_id"] == str(town.lan.id)]
    assert (case["author"], case["rest"]["author_name"], case["business"], case["tier"]) == (0, "", 0, "anonymous")
    theirs = {"people", "businesses", "representatives", "page_sessions"}
    for name, each in kept.items():
        for row in each:
            said = text_of(row)
            if name not in theirs:
                assert "345 678" not in said, (name, row)
                assert "Lan Anh" not in said, (name, row)
                assert "Thị Lan" not in said, (name, row)
            assert secret not in said, (name, row)
    assert code not in text_of(person)
    assert PERMIT not in text_of(person)
    assert not leads_to(kept, case, person)
    instants = {row["at"] for row in kept["journal"]} | {case["filed_at"]}
    assert person["touched_at"] not in instants


def test_the_card_shows_nobody_and_says_that_the_sender_comes_back(town: Town) -> None:
    code, _ = files_anonymously(town)
    card = town.card(code)
    assert "Ẩn danh 🕶" in card.text
    assert "▒▒▒" in card.text
    said = everything_said(town.construction) + everything_said(town.task_group)
    assert "Lan Anh" not in said
    assert "345 678" not in said


def test_the_task_group_sees_no_more_than_the_department(town: Town) -> None:
    code, _ = files_anonymously(town)
    town.tuan.says(f"/chitiet #{code}", in_=town.task_group)
    assert "Lan" not in town.task_group.waits_for("Diễn biến").text


def test_files_are_kept_clean_only_and_unknown_types_are_left_out(town: Town) -> None:
    from tests.leak import planted  # noqa: PLC0415
    from tests.leak.identities import found_in_file  # noqa: PLC0415

    town.meets(town.lan)
    town.lan.says(PERMIT)
    town.lan.waits_for("xem lại trước khi gửi")
    town.lan.sends_document("don-kien-nghi.pdf", planted.pdf())
    town.lan.sends_document("so-lieu.rar", b"Rar!\x1a\x07\x00 whatever")
    town.is_quiet()
    town.lan.taps("🕶 Gửi ẩn danh")
    assert "1 tệp không gửi ẩn danh được" in town.lan.waits_for("mất mã").text
    town.lan.taps("Gửi ẩn danh ngay")
    receipt = town.lan.waits_for("Đã tiếp nhận ẩn danh")
    code = code_in(receipt)
    types_back(town.lan, receipt)
    town.construction.waits_for(f"Tệp của vụ việc #{code}")
    town.is_quiet()
    files = [file for message in town.construction.bot_messages for file in message.files]
    assert [found_in_file(each.content) for each in files] == [[]]
    assert town.server.world.wait_until(
        lambda: "waiting" not in text_of({"all": town.product.call(rows)["attachments"]}), 10
    )
    on_disk = [path for path in town.product.settings.files_dir.rglob("*") if path.is_file()]
    assert [found_in_file(path.read_bytes()) for path in on_disk] == [[]]
    kept = town.product.call(rows)["attachments"]
    assert [(row["person"], row["ref"], row["clean_only"]) for row in kept] == [(0, "", 1), (0, "", 1)]
    assert sorted(row["state"] for row in kept) == ["refused", "stored"]  # their numbers are drawn


# Coming back


def test_the_code_opens_the_case_in_any_chat(town: Town) -> None:
    code, secret = files_anonymously(town)
    town.minh.replies(town.card(code), "/hoi Số hồ sơ là bao nhiêu?")
    town.construction.waits_for("người gửi ẩn danh; lời này đã được lưu")
    town.is_quiet()
    assert town.counts(town.lan, "Số hồ sơ là bao nhiêu") == 0
    comes_back(town, town.mai, secret.lower())
    town.mai.waits_for("Số hồ sơ là bao nhiêu")
    town.mai.waits_for(f"📌 #{code} · Chờ Ông/Bà bổ sung")
    town.mai.says("Số 88/2026, tôi là Trần Văn Mai, 0987 654 321")
    assert "Số 88/2026, tôi là ▒▒▒" in town.mai.waits_for("chưa gửi").words
    town.mai.taps("Gửi như trên")
    town.mai.waits_for("Đã chuyển trả lời")
    told = town.construction.waits_for("doanh nghiệp trả lời câu hỏi").text
    assert "88/2026" in told
    assert "654" not in told
    assert "Trần Văn Mai" not in told
    town.minh.replies(town.card(code), "/traloi Đã cấp giấy phép")
    town.is_quiet()
    town.mai.says("/tracuu")
    town.mai.waits_for(f"📌 #{code} · Đã trả lời")
    town.mai.taps("✅ Đã giải quyết")
    town.mai.waits_for("đánh giá việc giải quyết")
    town.mai.taps("★★★★★")
    town.mai.waits_for("đã chấm 5 sao")
    town.mai.says("/thoat")
    town.mai.waits_for("Đã thoát khỏi vụ việc ẩn danh")
    town.is_quiet()
    journal = [row for row in town.product.call(rows)["journal"] if row["role"] == "business"]
    assert [value for row in journal for value in _identity(row).values() if value] == []
    assert [row["move"] for row in journal] == ["filed", "replied", "confirmed", "rated"]
    for name, each in town.product.call(rows).items():
        for row in each:
            assert not (str(town.mai.id) in text_of(row) and code in text_of(row)), (name, row)
            assert "654 321" not in text_of(row), (name, row)
            assert "Trần Văn Mai" not in text_of(row), (name, row)


def test_a_bare_code_and_a_typed_verdict_are_understood(town: Town) -> None:
    code, secret = files_anonymously(town)
    town.minh.replies(town.card(code), "/traloi Đã cấp giấy phép")
    town.is_quiet()
    town.lan.says(secret)
    town.lan.waits_for("Đã cấp giấy phép")
    town.lan.says("3")
    town.lan.waits_for("còn vướng ở đâu")
    town.lan.says("Giấy phép ghi sai diện tích")
    town.lan.waits_for(f"Đã mở lại vụ việc #{code}")
    town.construction.waits_for("Giấy phép ghi sai diện tích")


def test_words_and_files_are_added_and_the_case_is_withdrawn(town: Town) -> None:
    from tests.leak import planted  # noqa: PLC0415
    from tests.leak.identities import found_in_file  # noqa: PLC0415

    code, secret = files_anonymously(town)
    comes_back(town, town.lan, secret)
    town.lan.sends_photo(planted.jpeg(), "Ảnh hiện trường")
    town.lan.waits_for(f"bổ sung của vụ việc #{code}")
    town.construction.waits_for("Ảnh hiện trường")
    town.is_quiet()
    shown = [file for message in town.construction.bot_messages for file in message.files]
    assert len(shown) == 1
    assert found_in_file(shown[0].content) == []
    town.lan.says("/rut")
    town.lan.waits_for(f"rút vụ việc #{code}?")
    town.lan.taps("Có, rút vụ việc")
    town.lan.waits_for(f"Đã rút vụ việc #{code}")


def test_a_visit_ends_after_half_an_hour_of_silence(town: Town) -> None:
    code, secret = files_anonymously(town)
    comes_back(town, town.lan, secret)
    town.lan.waits_for(f"📌 #{code} ·")
    tapped = town.lan.bot_messages[-1]
    town.days_pass(1 / 24)
    town.lan.waits_for("tự thoát khỏi vụ việc ẩn danh")
    town.lan.taps_data(tapped, "r:withdraw")
    town.is_quiet()
    person = next(row for row in town.product.call(rows)["people"] if row["user_id"] == str(town.lan.id))
    assert "guest" not in person["conversation"]
    town.lan.says("Nội dung này là việc khác hẳn")
    town.lan.waits_for("xem lại trước khi gửi")


def test_a_case_of_ones_own_can_still_be_named_during_a_visit(town: Town) -> None:
    anonymous, secret = files_anonymously(town)
    own = town.files()
    comes_back(town, town.lan, secret)
    town.lan.says(f"#{own} xin bổ sung bản vẽ")
    town.lan.waits_for(f"bổ sung của vụ việc #{own}")
    town.lan.says("và đây là phần ẩn danh")
    town.lan.waits_for(f"bổ sung của vụ việc #{anonymous}")


def test_an_anonymous_case_is_nobody_elses_by_its_code(town: Town) -> None:
    first, secret = files_anonymously(town)
    town.lan.says("Hồ sơ cấp giấy phép xây dựng nhà kho của tôi chờ ba tháng")
    town.lan.waits_for("xem lại trước khi gửi")
    town.lan.taps("🕶 Gửi ẩn danh")
    town.lan.waits_for("mất mã thì")
    town.lan.taps("Gửi ẩn danh ngay")
    town.is_quiet()
    second = code_in(town.lan.bot_messages[-1])
    assert second != first
    town.lan.says(f"/tracuu #{second}")
    town.lan.waits_for("Không tìm thấy vụ việc này")
    comes_back(town, town.lan, secret)
    town.lan.says(f"Về #{second}: xin rút")
    town.lan.waits_for("chưa gửi")
    town.lan.taps("Gửi như trên")
    town.lan.waits_for(f"bổ sung của vụ việc #{first}")


def test_that_a_voice_may_tell_who_she_is_is_said_before_sending(town: Town) -> None:
    town.meets(town.lan)
    town.lan.says(TOLD)
    town.lan.waits_for("xem lại trước khi gửi")
    town.lan.sends_voice(b"OggS voice")
    town.lan.waits_for("1 tệp (ghi âm, phim, tệp nén…) chỉ Tổ công tác nhận: giọng nói")


def test_the_code_is_understood_among_words_and_kept_nowhere(town: Town) -> None:
    code, secret = files_anonymously(town)
    town.lan.says(f"Mã của tôi là {secret.replace('-', ' – ')}.")
    town.lan.waits_for("Đã mở vụ việc ẩn danh")
    town.lan.says("/thoat")
    wrote = town.lan.says("Hồ sơ cấp giấy phép xây dựng nhà kho của tôi chờ ba tháng")
    town.lan.waits_for("xem lại trước khi gửi")
    town.lan.edits(wrote, f"{wrote.words}, mã là {secret}")
    town.minh.says(f"/noibo #{code} mã là {secret.lower()}", in_=town.construction)
    town.is_quiet()
    kept = "".join(text_of(row) for each in town.product.call(rows).values() for row in each).lower()
    assert "nhà kho" in kept
    assert not any(group in kept for group in secret.lower().split("-"))


def test_wrong_codes_are_counted_and_stopped(town: Town) -> None:
    _, secret = files_anonymously(town)
    for number in range(10):
        town.mai.says(f"/ma AB7K-9QXM-PDR4-HJ2{'23456789AB'[number]}")
        town.is_quiet()
    assert town.counts(town.mai, "Mã riêng không đúng") == 10
    town.mai.says(f"/ma {secret}")
    town.mai.waits_for("Đã thử sai quá nhiều lần")
    town.days_pass(1 / 24)
    comes_back(town, town.mai, secret)


@pytest.mark.parametrize(
    ("language", "said", "yes", "told"),
    [
        ("vi", "ẩn danh", "gửi", "Đã tiếp nhận ẩn danh"),
        ("en", "anonymous", "yes", "Received anonymously"),
        ("zh", "匿名", "发送", "已匿名受理"),
    ],
)
def test_it_can_be_typed_in_three_languages(town: Town, language: str, said: str, yes: str, told: str) -> None:
    town.meets(town.lan)
    town.lan.says(f"/ngonngu {language}")
    town.is_quiet()
    town.lan.says(PERMIT)
    town.is_quiet()
    town.lan.says(said)
    town.is_quiet()
    town.lan.says(yes)
    receipt = town.lan.waits_for(told)
    assert SECRET.search(receipt.words)
    (case,) = town.product.call(rows)["cases"]
    assert (case["tier"], case["author"], case["language"]) == ("anonymous", 0, language)


def test_nobody_is_unreached_by_the_clock(town: Town) -> None:
    code, secret = files_anonymously(town)
    town.minh.replies(town.card(code), "/hoi Số hồ sơ là bao nhiêu?")
    town.is_quiet()
    before = len(town.lan.bot_messages)
    town.days_pass(60)
    town.is_quiet()
    assert len(town.lan.bot_messages) == before
    (case,) = town.product.call(rows)["cases"]
    assert case["rest"]["reached"] is True
    assert case["state"] == "accepted"
    moves = [row["move"] for row in town.product.call(rows)["journal"]]
    assert "unreached" not in moves
    assert "resumed" in moves
    comes_back(town, town.lan, secret)


def test_what_waited_is_told_on_return_with_its_files(town: Town) -> None:
    code, secret = files_anonymously(town)
    card = town.card(code)
    town.minh.replies(card, "/giahan 3 Chờ ý kiến của Bộ Xây dựng")
    town.minh.sends_photo(JPEG, "/traloi Giấy phép đã ký, xem ảnh", reply_to=card)
    town.construction.waits_for("lời này đã được lưu")
    comes_back(town, town.lan, secret)
    assert "Chờ ý kiến của Bộ Xây dựng" in town.lan.waits_for("được gia hạn thêm 3 ngày làm việc").text
    answer = town.lan.waits_for("Giấy phép đã ký, xem ảnh")
    town.is_quiet()
    assert [file.content for message in town.lan.bot_messages for file in message.files] == [JPEG]
    assert answer.words.count(code) >= 1


def test_the_answer_to_the_case_it_was_merged_into_is_told_masked(town: Town) -> None:
    code, secret = files_anonymously(town)
    other = town.files(town.mai)
    town.card(other)
    town.minh.says(f"/gop #{other} #{code}", in_=town.construction)
    town.construction.waits_for("được gộp vào")
    town.minh.says(f"/traloi #{other} Gửi Công ty Mai Hoa: đã ký giấy phép", in_=town.construction)
    town.mai.waits_for("đã ký giấy phép")
    comes_back(town, town.lan, secret)
    told = town.lan.waits_for("giải quyết chung").text
    assert "đã ký giấy phép" in told
    assert "Mai Hoa" not in told
