"""The whole story in three languages, by taps, by words and by numbers alone, and without diacritics."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from domain.language import HAN, MARK
from tests.wire.town import Person, Town, code_in


@dataclass(frozen=True)
class Tongue:
    """What somebody of one language writes, reads and taps, in the order of the story."""

    phone: str
    matter: str
    consent: str
    agree: str
    which: str
    review: str
    send: str
    receipt: str
    question: str
    running: str
    answer: str
    not_solved: str
    missing: str
    reopened: str
    solved: str
    stars: str
    comment: str
    thanks: str


VIETNAMESE = Tongue(
    phone="vi",
    matter="Hồ sơ cấp giấy phép xây dựng nhà xưởng của tôi nộp 2 tháng chưa có kết quả",
    consent="Ông/Bà có đồng ý",
    agree="Tôi đồng ý",
    which="đại diện cho doanh nghiệp nào",
    review="xem lại trước khi gửi",
    send="Gửi, nêu tên",
    receipt="17:00 thứ Sáu 04/12/2026 (7 ngày làm việc)",
    question="Minh, Sở Xây dựng cần hỏi thêm",
    running="Thời hạn được tính tiếp",
    answer="Minh, Sở Xây dựng trả lời:",
    not_solved="Chưa giải quyết",
    missing="còn vướng ở đâu",
    reopened="Đã mở lại",
    solved="Đã giải quyết",
    stars="đánh giá việc giải quyết",
    comment="góp ý thêm",
    thanks="Góp ý đã được chuyển",
)
ENGLISH = Tongue(
    phone="en",
    matter="We have been waiting two months for the building permit of our factory",
    consent="Do you agree",
    agree="I agree",
    which="Which business do you speak for",
    review="check before you send",
    send="Send, with my name",
    receipt="17:00 on Friday 04/12/2026 (7 working days)",
    question="Minh, Department of Construction asks:",
    running="The clock runs again",
    answer="Minh, Department of Construction answers:",
    not_solved="Not solved",
    missing="What is still not solved",
    reopened="has been reopened",
    solved="Solved",
    stars="rate how it was handled",
    comment="say more",
    thanks="Your comment has been passed on",
)
CHINESE = Tongue(
    phone="zh-hans",
    matter="我们工厂的建筑许可申请两个月没有结果",
    consent="您是否同意",
    agree="我同意",
    which="您代表哪家企业",
    review="提交前请核对",
    send="发送（署名）",
    receipt="2026年12月4日 星期五 17:00（7 个工作日）",
    question="建设厅 Minh 想进一步了解",
    running="恢复计时",
    answer="建设厅 Minh 答复",
    not_solved="未解决",
    missing="还有什么没有解决",
    reopened="已重新打开",
    solved="已解决",
    stars="为这次办理打分",
    comment="如还想说几句",
    thanks="您的意见已转给部门",
)
TONGUES = pytest.mark.parametrize("tongue", [VIETNAMESE, ENGLISH, CHINESE], ids=lambda tongue: str(tongue.phone))

#: what is typed at each choice of the story instead of a tap
NUMBERS = {"agree": "1", "skip": "1", "send": "1", "not_solved": "3", "solved": "1", "stars": "5"}
WORDS = {
    "vi": {
        "agree": "đồng ý",
        "skip": "bỏ qua",
        "send": "gửi",
        "not_solved": "chưa giải quyết",
        "solved": "đã giải quyết",
    },
    "en": {"agree": "I agree", "skip": "skip", "send": "send", "not_solved": "not solved", "solved": "solved"},
    "zh-hans": {"agree": "同意", "skip": "跳过", "send": "发送", "not_solved": "未解决", "solved": "已解决"},
}


def stranger(town: Town, tongue: Tongue) -> Person:
    """Somebody whose phone speaks this language."""
    return town.server.user("Lan", language_code=tongue.phone)


@TONGUES
def test_a_whole_story_by_taps(town: Town, tongue: Tongue) -> None:
    lan = stranger(town, tongue)
    lan.says(tongue.matter)
    lan.waits_for(tongue.consent)
    lan.taps(tongue.agree)
    lan.waits_for(tongue.which)
    lan.says("Lan Anh, 4900001236")
    assert tongue.matter in lan.waits_for(tongue.review).text
    lan.taps(tongue.send)
    card = town.card(code_in(lan.waits_for(tongue.receipt)))
    assert tongue.matter in card.text
    town.minh.replies(card, "/hoi 88?")
    lan.replies(lan.waits_for(tongue.question), "88/2026")
    lan.waits_for(tongue.running)
    town.minh.replies(card, "/traloi 123")
    lan.waits_for(tongue.answer)
    lan.taps(tongue.not_solved)
    lan.waits_for(tongue.missing)
    lan.says("456")
    lan.waits_for(tongue.reopened)
    town.minh.replies(card, "/traloi 789")
    lan.waits_for("789")
    lan.taps(tongue.solved)
    lan.waits_for(tongue.stars)
    lan.taps("★★★★★")
    lan.waits_for(tongue.comment)
    lan.says("10/10")
    lan.waits_for(tongue.thanks)
    town.is_quiet()
    speaks_only(lan, tongue)


def speaks_only(person: Person, tongue: Tongue) -> None:
    """Nothing the bot wrote is in another language, but for names, commands and the choice of the language."""
    foreign = {"vi": [HAN], "en": [HAN, MARK], "zh-hans": [MARK]}[tongue.phone]
    for message in person.bot_messages:
        said = re.sub(r"Gỡ Vướng|Ngôn ngữ|Tiếng Việt|中文|语言|Nguyễn\S*", "", message.words)
        assert not any(pattern.search(said.lower()) for pattern in foreign), said


@TONGUES
@pytest.mark.parametrize("how", ["numbers", "words"])
def test_a_whole_story_without_a_tap(town: Town, tongue: Tongue, how: str) -> None:
    lan = stranger(town, tongue)
    typed = {**NUMBERS, **(WORDS[tongue.phone] if how == "words" else {})}
    lan.says(tongue.matter)
    lan.waits_for(tongue.consent)
    lan.says(typed["agree"])
    lan.waits_for(tongue.which)
    lan.says(typed["skip"])
    lan.waits_for(tongue.review)
    lan.says(typed["send"])
    card = town.card(code_in(lan.waits_for(tongue.receipt)))
    town.minh.replies(card, "/traloi 123")
    lan.waits_for("123")
    lan.says(typed["not_solved"])
    lan.waits_for(tongue.missing)
    lan.says("456")
    lan.waits_for(tongue.reopened)
    town.minh.replies(card, "/traloi 789")
    lan.waits_for("789")
    lan.says(typed["solved"])
    lan.waits_for(tongue.stars)
    lan.says(typed["stars"])
    lan.waits_for(tongue.comment)
    card.waits_for_edit("5/5 sao")
    assert town.server.counts["answerCallbackQuery"] == 0


def test_a_whole_story_without_diacritics(town: Town) -> None:
    lan = town.lan
    lan.says("Ho so cap giay phep xay dung nha xuong cua toi nop 2 thang chua co ket qua")
    lan.waits_for("Ông/Bà có đồng ý")
    lan.says("dong y")
    lan.waits_for("đại diện cho doanh nghiệp nào")
    lan.says("cong ty lan anh mst 4900001236")
    assert "Cơ quan: Sở Xây dựng" in lan.waits_for("xem lại trước khi gửi").text
    lan.says("giau ten")
    card = town.card(code_in(lan.waits_for("Đã tiếp nhận")))
    town.minh.replies(card, "/traloi Đã cấp giấy phép")
    lan.waits_for("Đã cấp giấy phép")
    lan.says("cam on")
    lan.waits_for("Rất hân hạnh")
    lan.says("chua giai quyet")
    lan.waits_for("còn vướng ở đâu")
    lan.says("van chua nhan duoc giay")
    lan.waits_for("Đã mở lại")


def test_changing_every_part_of_a_draft_by_numbers_alone(town: Town) -> None:
    lan = town.lan
    town.meets(lan)
    lan.says("Chúng tôi gặp nhiều vướng mắc, mong được hỗ trợ")
    summary = lan.waits_for("Việc này về gì")
    lan.says(str(summary.labels.index("Tôi không biết") + 1))
    summary = lan.waits_for("Tổ công tác sẽ xác định")
    lan.says(str(summary.labels.index("✏️ Sửa") + 1))
    lan.waits_for("muốn sửa phần nào")
    lan.says("1")
    departments = lan.waits_for("thuộc cơ quan nào").labels
    lan.says(str(departments.index("Thuế tỉnh Lạng Sơn") + 1) if "Thuế tỉnh Lạng Sơn" in departments else "thuế tỉnh")
    lan.waits_for("(do Ông/Bà chọn)")
    lan.says("sửa")
    lan.waits_for("muốn sửa phần nào")
    lan.says("loại việc")
    lan.waits_for("loại việc gì")
    lan.says("3")
    assert "Phản ánh, góp ý" in lan.waits_for("xem lại trước khi gửi").text
    lan.says("bỏ")
    lan.waits_for("Đã bỏ")


@pytest.mark.parametrize("said", ["/ngonngu en", "/language en", "/lang EN"])
def test_the_language_switches_at_any_time(town: Town, said: str) -> None:
    lan = town.lan
    lan.starts()
    lan.waits_for("Ông/Bà có đồng ý")
    lan.says(said)
    lan.waits_for("Do you agree")
    lan.taps("I agree")
    lan.says("Our building permit has been waiting for two months")
    lan.waits_for("Which business")
    lan.says("/ngonngu zh")
    lan.waits_for("从现在起使用中文")
    lan.waits_for("您代表哪家企业")
    lan.says("Lan Anh")
    lan.waits_for("提交前请核对")
    lan.says("/ngonngu")
    lan.waits_for("您想使用哪种语言")
    lan.taps("Tiếng Việt")
    lan.waits_for("Từ nay chúng tôi dùng tiếng Việt")
    lan.waits_for("xem lại trước khi gửi")
    lan.says("/ngonngu fr")
    lan.waits_for("Chỉ có tiếng Việt")


def test_the_language_question_can_be_answered_by_number_and_the_draft_goes_on(town: Town) -> None:
    town.meets(town.lan)
    town.lan.says("/ngonngu")
    town.lan.waits_for("muốn dùng ngôn ngữ nào")
    town.lan.says("1")
    town.lan.waits_for("From now on we speak English")
    town.lan.says("Our building permit has been waiting for two months")
    town.lan.waits_for("check before you send")


@pytest.mark.parametrize(
    ("phone", "typed", "answer"),
    [
        ("en", "ho so xin giay phep xay dung cua toi nop hai thang chua thay tra loi", "Bấm nút dưới đây"),
        ("vi", "My construction permit has been waiting for two months", "Tap a button below"),
        ("vi", "我的建筑许可证等了两个月还没有结果", "点击下面的按钮"),
    ],
)
def test_the_first_real_message_says_the_language_not_the_phone(
    lone_town: Town, phone: str, typed: str, answer: str
) -> None:
    person = lone_town.server.user("Khách", language_code=phone)
    person.starts()
    person.says(typed)
    person.waits_for(answer)


KOREAN = "저희 회사의 건설 허가 신청서를 두 달 전에 제출했는데 아직 아무 답변이 없습니다"
FRENCH = "Notre usine attend le permis de construire depuis deux mois et personne ne répond"


def test_whoever_writes_in_another_language_is_answered_in_english_and_the_card_names_theirs(town: Town) -> None:
    kim = town.server.user("Kim", language_code="ko")
    kim.says(KOREAN)
    assert kim.waits_for("Do you agree").labels[-2:] == ["Tiếng Việt", "中文"]
    kim.taps("I agree")
    kim.waits_for("Which business do you speak for")
    kim.says("Hanguk Vina, 4900001236")
    assert KOREAN in kim.waits_for("Please choose one first").text
    kim.taps("I don't know")
    kim.waits_for("choose how to send it")
    kim.taps("Send, with my name")
    card = town.card(code_in(kim.waits_for("#LS26-")), town.task_group)
    assert "🌐 Viết bằng tiếng Hàn" in card.text


def test_a_phone_in_another_language_is_greeted_in_english(town: Town) -> None:
    kim = town.server.user("Kim", language_code="ko")
    kim.starts()
    assert kim.waits_for("Do you agree").labels[-2:] == ["Tiếng Việt", "中文"]


def test_a_foreign_text_after_the_consent_is_followed_by_the_choice_of_a_language(town: Town) -> None:
    jean = town.server.user("Jean", language_code="vi")
    jean.starts()
    jean.waits_for("Ông/Bà có đồng ý")
    jean.taps("Tôi đồng ý")
    jean.says(FRENCH)
    assert jean.waits_for("Which language").labels == ["Tiếng Việt", "中文"]
    jean.waits_for("Which business do you speak for")
