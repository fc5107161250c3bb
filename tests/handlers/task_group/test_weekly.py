"""A week in six lines: only what is so, the same numbers as in the report, and the files that go with it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.wording import Wording
from bot.settings import ROOT
from domain.case import moves
from domain.case.decisions import Decision
from domain.messages import Chat, FileKind, Incoming, Lines, Network, Notice, Sender
from domain.refusals import Missing, NotYours
from domain.statistics.periods import read
from handlers import recording
from handlers.officer import typed_commands
from handlers.province import Province
from handlers.task_group import period_figures, weekly
from handlers.turn import Turn
from storage import files
from storage.chats import Bound
from storage.database import Store, Tx
from tests.cast import CONSTRUCTION, FINANCE, MINH, NOW, Hands, filed, said, term

WEEK = read("2026-W11")
MONDAY = datetime(2026, 3, 16, 0, 30, tzinfo=UTC)
GROUP = Chat(Network.TELEGRAM, "-5")


def record(store: Store, *story: Decision) -> None:
    for decision in story:
        store.call(lambda tx, decision=decision: recording.record(tx, decision))  # type: ignore[misc]


@pytest.fixture
def the_week(store: Store, hands: Hands, province: Province) -> Store:
    """Two of three answered, one late with finance; Monday has come."""
    for number in (1, 2):
        record(store, filed(number), moves.answer(filed(number).case, MINH, NOW + timedelta(days=1), said()))
    record(store, filed(3, department=FINANCE, term=term(NOW + timedelta(days=1))))
    hands.now = MONDAY
    return store


def sent(store: Store, province: Province, *, is_late: bool = False) -> list[Notice]:
    def run(tx: Tx) -> list[Notice]:
        weekly.send(tx, province, WEEK, is_late=is_late)
        return [item.notice for item in tx.posted]

    return store.call(run)


def in_words(notice: Notice, province: Province, language: str = "vi") -> str:
    return Wording(province.catalogue, ROOT / "locales").say(notice.words, language)


def test_the_week_is_told_in_at_most_six_lines_to_leadership_and_the_task_group(
    the_week: Store, province: Province
) -> None:
    text, attached, copy, attached_too = sent(the_week, province)
    told = in_words(text, province).split("\n")
    assert told[0] == "📊 Kính gửi lãnh đạo: kết quả tuần 09–15/03/2026"
    assert told[1] == "• Tiếp nhận: 3 (kỳ trước 0); trả lời 2 (kỳ trước 0); còn 1 (đầu kỳ 0)"
    assert "đúng hạn 2/2, một nửa trong 7,5 giờ làm việc" in told[2]
    assert told[3] == "• Quá hạn: 1 (kỳ trước 0): Sở Tài chính 1; lâu nhất #LS26-00003, 3 ngày làm việc"
    assert told[-1].startswith("• Đề nghị Sở Tài chính: Giải quyết dứt điểm 1 vụ việc quá hạn: #LS26-00003")
    assert 3 <= len(told) - 1 <= 6
    assert in_words(copy, province).split("\n")[1:] == told[1:]
    assert attached.files == attached_too.files
    assert not any("Công ty" in each for each in told)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_is_told_in_every_language(the_week: Store, province: Province, language: str) -> None:
    told = in_words(sent(the_week, province)[0], province, language)
    assert "LS26-00003" in told


def test_what_is_not_so_is_not_said(store: Store, hands: Hands, province: Province) -> None:
    record(store, filed(1))
    hands.now = MONDAY
    told = in_words(sent(store, province)[0], province)
    assert "Không có vụ việc quá hạn" in told
    assert "%" not in told
    assert "Trả lời đúng hạn 0" not in told
    assert "Lặp lại" not in told


def test_one_that_comes_late_says_so(the_week: Store, province: Province) -> None:
    assert "Gửi muộn" in in_words(sent(the_week, province, is_late=True)[0], province)
    assert "Gửi muộn" not in in_words(sent(the_week, province)[0], province)


def test_the_chat_and_the_report_have_one_set_of_numbers(the_week: Store, province: Province) -> None:
    report = period_figures.report(the_week.call, province, WEEK, MONDAY + timedelta(days=30))
    (notice,) = (each for each in sent(the_week, province)[:1])
    assert isinstance(notice.words, Lines)
    assert notice.words.items[1:] == tuple(weekly.summary(report, province))


def test_its_files_are_ours_to_draw_and_keep_their_names(the_week: Store, province: Province) -> None:
    _, notice, *_ = sent(the_week, province)
    found = [the_week.call(lambda tx, each=each: files.get(tx, each)) for each in notice.files]  # type: ignore[misc]
    assert [files.shown_name(each) for each in found if each] == [
        f"bao-cao-2026-W11.{form}" for form in ("png", "docx", "xlsx", "pdf")
    ]
    assert found[0] is not None
    assert (found[0].kind, found[0].state, found[0].clean_only) == (FileKind.PHOTO, "waiting", False)
    assert found[0].ref == "2026-W11|2026-03-16T00:00:00+07:00|png"


# Asked for


def asks(store: Store, province: Province, text: str, bound: Bound) -> list[Notice]:
    incoming = Incoming("1", GROUP, Sender("2"), NOW, private=False, text=text)

    def run(tx: Tx) -> list[Notice]:
        typed_commands.answer_command(Turn(tx, province, incoming, bound))
        return [item.notice for item in tx.posted]

    return store.call(run)


@pytest.mark.parametrize("role", ["task-group", "leadership"])
def test_a_report_comes_when_the_task_group_or_leadership_asks(the_week: Store, province: Province, role: str) -> None:
    text, attached = asks(the_week, province, "/baocao 2026-W11", Bound(GROUP, role))
    assert "tuần 11 năm 2026" in in_words(text, province)
    assert len(attached.files) == 4
    last_week, _ = asks(the_week, province, "/baocao", Bound(GROUP, role))
    assert last_week.words == text.words


def test_a_department_is_shown_to_its_own_figures(the_week: Store, province: Province) -> None:
    with pytest.raises(NotYours, match="refused-report-task-group"):
        asks(the_week, province, "/baocao 2026-W11", Bound(GROUP, "department", CONSTRUCTION))


@pytest.mark.parametrize("wanted", ["hôm qua", "2026-W60", "2027", "2026-W13"])
def test_a_period_that_is_none_or_has_not_begun_is_refused(the_week: Store, province: Province, wanted: str) -> None:
    with pytest.raises(Missing, match="refused-period"):
        asks(the_week, province, f"/baocao {wanted}", Bound(GROUP, "task-group"))


def test_leadership_still_has_no_hand_in_cases(the_week: Store, province: Province) -> None:
    with pytest.raises(NotYours):
        asks(the_week, province, "/traloi #LS26-00003 Đã xong", Bound(GROUP, "leadership"))
    with pytest.raises(NotYours):
        asks(the_week, province, "/vande", Bound(GROUP, "leadership"))
