"""Groups of every kind: binding, forums with a topic a case, privacy mode, migration, removal, wrong groups."""

from __future__ import annotations

import re

import pytest

from tests.wire.town import PERMIT, Town, code_in, everything_said

# Binding


def test_a_new_group_is_told_how_to_be_bound_and_until_then_nothing_works(lone_town: Town) -> None:
    town = lone_town
    group = town.server.group("Sở Y tế", [town.minh])
    group.waits_for("gõ tại đây: /gan MÃ")
    town.minh.says("/traloi #LS26-00001 xong", in_=group)
    group.waits_for("chưa được gắn với cơ quan nào")
    town.minh.says("Chào mọi người", in_=group)
    message = group.bot_messages[-1]
    assert "chưa được gắn" in town.minh.taps_data(message, "o:accept:1")
    town.is_quiet()
    assert len(group.bot_messages) == 2


def test_a_code_binds_once_within_a_day(lone_town: Town) -> None:
    town = lone_town
    group, other = town.server.group("Thuế", [town.binh]), town.server.group("Ai đó", [town.mai])
    code = town.product.bind_code("thue-tinh")
    town.binh.says("/gan SAIMATROI99", in_=group)
    group.waits_for("Mã không đúng")
    town.binh.says("/gan", in_=group)
    group.waits_for("Mã không đúng")
    town.binh.says(f"/gan@stand_in_bot {code.lower()}", in_=group)
    assert "Thuế tỉnh" in group.waits_for("nơi làm việc của").text
    town.mai.says(f"/gan {code}", in_=other)
    other.waits_for("Mã không đúng")
    late = town.product.bind_code("so-y-te")
    town.days_pass(1.1)
    town.mai.says(f"/gan {late}", in_=other)
    other.waits_for("Mã không đúng")


def test_codes_cannot_be_guessed_for_long(lone_town: Town) -> None:
    town = lone_town
    group = town.server.group("Ai đó", [town.mai])
    for number in range(10):
        town.mai.says(f"/gan MADOAN{number}", in_=group)
        group.waits_for("Mã không đúng")
    code = town.product.bind_code("thue-tinh")
    town.mai.says(f"/gan {code}", in_=group)
    group.waits_for("thử sai quá nhiều lần")
    town.days_pass(1.5 / 24)
    town.mai.says(f"/gan {code}", in_=group)
    group.waits_for("nơi làm việc của")


def test_the_task_group_hears_of_every_binding(town: Town) -> None:
    group = town.server.group("Ai đó", [town.mai])
    town.binds(town.mai, group, "so-y-te")
    assert "Mai vừa gắn một nhóm chat với Sở Y tế" in town.task_group.waits_for("Sở Y tế").text


def test_a_group_code_means_nothing_in_private_and_the_other_way_round(town: Town) -> None:
    town.mai.starts()
    town.mai.waits_for("Kính chào")
    town.mai.says(f"/gan {town.product.bind_code('so-y-te')}")
    town.mai.waits_for("Mã này dành cho nhóm chat")
    group = town.server.group("Ai đó", [town.mai])
    town.mai.says(f"/gan {town.product.bind_code('administrator')}", in_=group)
    group.waits_for("Mã này dành cho người quản trị")


# Kinds of groups


@pytest.mark.parametrize("privacy", [True, False])
@pytest.mark.parametrize("kind", ["group", "supergroup", "forum"])
def test_the_work_is_the_same_in_every_kind_of_group(lone_town: Town, kind: str, privacy: bool) -> None:  # noqa: FBT001
    town = lone_town
    town.server.world.privacy = privacy
    people = [town.minh, town.hoa]
    if kind == "group":
        group = town.server.group("Sở Xây dựng", people)
    else:
        group = town.server.supergroup("Sở Xây dựng", people, forum=kind == "forum")
    town.settles(group)
    code = town.files()
    card = town.card(code)
    town.minh.taps("Nhận việc", in_=group)
    card.waits_for_edit("Cán bộ xử lý: Minh")
    town.hoa.replies(card, "/hoi Số hồ sơ nào?")
    town.lan.replies(town.lan.waits_for("Số hồ sơ nào?"), "88/2026")
    relayed = group.waits_for("88/2026")
    town.minh.replies(relayed, "Đã cấp giấy phép")
    group.waits_for("nội dung này làm gì")
    town.minh.taps("Đây là câu trả lời", in_=group)
    town.lan.waits_for("Đã cấp giấy phép")


@pytest.fixture
def forum(lone_town: Town) -> Town:
    """Construction works in a forum where the bot may manage topics, one topic a case."""
    group = lone_town.server.supergroup("Sở Xây dựng", [lone_town.minh, lone_town.hoa], forum=True, admin=True)
    lone_town.settles(group)
    lone_town.minh.says("/chude bat", in_=group)
    group.waits_for("mỗi vụ việc mới có một chủ đề riêng")
    return lone_town


def test_in_a_forum_each_case_has_its_topic(forum: Town) -> None:
    town, group = forum, forum.construction
    codes = [town.files(), town.files(town.mai, f"{PERMIT} ở Cao Lộc")]
    cards = [town.card(code) for code in codes]
    topics = [group.topic(f"#{code} · Khó khăn, vướng mắc") for code in codes]
    assert [card.thread_id for card in cards] == [topic.id for topic in topics]
    town.minh.says("/hoi Số hồ sơ nào?", in_=group, topic=topics[0])
    question = town.lan.waits_for("Số hồ sơ nào?")
    town.lan.replies(question, "88/2026")
    relayed = group.waits_for("88/2026", topic=topics[0])
    town.minh.says("Anh em xem giúp", in_=group, topic=topics[0])
    town.minh.replies(relayed, "Đã cấp")
    assert group.waits_for("nội dung này làm gì").thread_id == topics[0].id
    town.minh.taps("Đây là câu trả lời", in_=group)
    town.lan.waits_for("Đã cấp")
    town.is_quiet()
    assert "Anh em xem giúp" not in town.lan.transcript()
    town.minh.says("/chude tat", in_=group)
    group.waits_for("gửi chung trong nhóm này")
    town.minh.says("/chude", in_=group)
    group.waits_for("Xin gõ /chude bat")


def test_a_deleted_topic_is_opened_again_and_the_task_group_told(forum: Town) -> None:
    town, group = forum, forum.construction
    code = town.files()
    town.card(code)
    topic = group.topic(f"#{code} · Khó khăn, vướng mắc")
    group.deletes_topic(topic)
    town.lan.replies(town.lan.bot_messages[-1], "Số hồ sơ 88/2026")
    added = group.waits_for("88/2026")
    assert added.thread_id not in {None, topic.id}
    town.task_group.waits_for("chủ đề của Sở Xây dựng đã bị xóa")
    again = group.waits_for(f"📌 #{code}")
    assert again.thread_id == added.thread_id
    town.minh.replies(again, "/traloi Đã cấp")
    town.lan.waits_for("Đã cấp")


def test_topics_that_cannot_be_opened_are_given_up_for_one_stream(lone_town: Town) -> None:
    town = lone_town
    group = town.server.supergroup("Sở Xây dựng", [town.minh], forum=True)
    town.settles(group)
    town.minh.says("/chude bat", in_=group)
    group.waits_for("chủ đề riêng")
    code = town.files()
    town.card(code)
    group.waits_for("Không mở được chủ đề riêng")
    town.task_group.never_hears("không tới được", within=0.2)


# What happens to groups


def test_a_group_that_becomes_a_supergroup_keeps_its_cases(town: Town) -> None:
    code = town.files()
    old = town.card(code)
    group = town.construction.migrates()
    town.task_group.waits_for("đã được nâng cấp")
    town.lan.replies(town.lan.bot_messages[-1], "Số hồ sơ 88/2026")
    relayed = group.waits_for("88/2026")
    card = group.waits_for(f"📌 #{code}")
    town.minh.replies(relayed, "/hoi Nộp ngày nào?")
    town.lan.waits_for("Nộp ngày nào?")
    card.waits_for_edit("thời hạn tạm dừng")
    of_before = {**old.payload, "chat": group.chat.as_dict(), "message_id": 99_000}
    reply = {
        "message_id": 99_001,
        "date": old.payload["date"],
        "chat": group.chat.as_dict(),
        "from": town.hoa.user.as_dict(),
    }
    town.server.push({"message": {**reply, "text": "/gui Đang xem", "reply_to_message": of_before}})
    town.lan.waits_for("Đang xem")
    town.is_quiet()
    assert sum(f"📌 #{code}" in message.text for message in group.bot_messages) == 1


def test_a_card_posted_while_the_group_moves_is_not_lost(town: Town) -> None:
    town.meets(town.lan)
    group = town.construction.migrates()
    code = town.files()
    group.waits_for(f"📌 #{code}")


def test_a_removed_bot_is_noticed_its_cases_go_to_the_task_group_and_come_when_it_is_back(town: Town) -> None:
    town.construction.removes_bot()
    town.task_group.waits_for("đã bị đưa ra khỏi nhóm “Sở Xây dựng”")
    code = town.files()
    assert "Công ty Lan Anh" in town.card(code, town.task_group).text
    town.construction.adds_bot()
    card = town.card(code)
    town.minh.replies(card, "/traloi Đã cấp")
    town.lan.waits_for("Đã cấp")
    town.construction.never_hears("/gan MÃ (mã dùng một lần)\n", within=0.1)


def test_lost_rights_are_told_and_gained_ones_are_not(town: Town) -> None:
    town.construction.makes_bot_admin()
    town.is_quiet()
    town.task_group.never_hears("bớt quyền", within=0.2)
    town.construction.demotes_bot()
    assert "Sở Xây dựng" in town.task_group.waits_for("bớt quyền").text


def test_an_anonymous_administrator_works_as_the_group(town: Town) -> None:
    group = town.server.supergroup("Sở Y tế", [town.mai])
    town.binds(town.mai, group, "so-y-te")
    town.mai.says("x", in_=group)
    town.meets(town.lan)
    town.lan.says("Chứng chỉ hành nghề dược của nhà thuốc tôi chờ cấp 3 tháng")
    summary = town.lan.waits_for("xem lại trước khi gửi")
    if "Sở Y tế" not in summary.text:
        town.lan.taps("Sửa")
        town.lan.taps("Cơ quan")
        town.lan.taps("Sở Y tế")
    town.lan.taps("Gửi, nêu tên")
    card = town.card(code_in(town.lan.waits_for("Đã tiếp nhận")), group)
    town.mai.says("/traloi Đã cấp chứng chỉ", in_=group, reply_to=card, anonymous=True)
    assert "Sở Y tế" in town.lan.waits_for("Đã cấp chứng chỉ").text


# Wrong groups and forged taps


def test_a_department_cannot_touch_anothers_case(town: Town) -> None:
    code = town.files()
    card = town.card(code)
    refused = "không phụ trách vụ việc đó"
    for words in ("/traloi", "/gui", "/noibo", "/chitiet", "/nhan", "/chuyen"):
        town.binh.says(f"{words} #{code} thue-tinh chuyện gì", in_=town.tax)
        town.tax.waits_for(refused)
    town.binh.says("/chitiet #LS26-09999", in_=town.tax)
    assert refused in town.tax.waits_for(refused).text, "a case that does not exist is refused alike"
    anything = town.tax.bot_messages[0]
    for data in ("o:accept:1", "o:answer:1", "o:details:1", "o:transfer:1:thue-tinh", "o:held:1:send.5"):
        assert refused in town.binh.taps_data(anything, data)
    town.is_quiet()
    assert "chuyện gì" not in town.lan.transcript()
    assert card.edits == []


def test_leadership_and_a_department_without_the_case_only_read(town: Town) -> None:
    code = town.files()
    town.dung.says(f"/traloi #{code} Xong", in_=town.leadership)
    town.leadership.waits_for("không phụ trách")


FORGED_IN_A_GROUP = (
    "",
    "x",
    "o",
    "o:",
    "o:accept",
    "o:accept:",
    "o:accept:-1",
    "o:accept:٣x",
    "o:accept:99999999999999999999999999",
    "o:explode:1",
    "o:back",
    "o:transfer:1:nowhere",
    "o:transfer:1:task-group",
    "o:assign:1:thue-tinh",
    "o:extend:1:999",
    "o:extend:1:-3",
    "o:answer:1:extra",
    "o:held:1",
    "o:held:1:answer.999",
    "o:held:1:explode.1",
    "b:solved:1",
    "d:send:open",
    "p:agree",
)
FORGED_IN_PRIVATE = (
    "",
    "x",
    "b:",
    "b:solved:1",
    "b:show:1",
    "b:withdraw-yes:1",
    "b:stars:1:5",
    "b:stars:1:77",
    "b:to:1",
    "b:appeal:1",
    "b:explode:1",
    "b:show:99999999999999999999999999",
    "b:new",
    "d:send:open",
    "d:send:secret",
    "d:dept:nowhere",
    "d:kind:bribe",
    "d:firm:1",
    "d:pick:everything",
    "p:refuse",
    "p:lang:xx",
    "o:accept:1",
)


def test_forged_taps_in_a_group_do_nothing_and_are_answered(town: Town) -> None:
    card = town.card(town.files())
    heard = len(town.lan.bot_messages)
    for data in FORGED_IN_A_GROUP:
        said = town.minh.taps_data(card, data)
        assert re.search("không phụ trách|Nút này không còn|Chỉ Tổ công tác", said), data
    town.is_quiet()
    assert len(town.lan.bot_messages) == heard
    assert card.edits == []


def test_forged_taps_of_a_stranger_do_nothing_and_are_answered(town: Town) -> None:
    code = town.files()
    card = town.card(code)
    town.mai.starts()
    town.mai.taps("đồng ý")
    town.mai.waits_for("Bây giờ")
    heard, group = len(town.lan.bot_messages), everything_said(town.construction)
    for data in FORGED_IN_PRIVATE:
        assert town.mai.taps_data(town.mai.bot_messages[-1], data), data
    town.is_quiet()
    assert len(town.lan.bot_messages) == heard
    assert everything_said(town.construction) == group
    assert code not in town.mai.transcript()
    assert card.edits == []


def test_old_buttons_still_work(town: Town) -> None:
    card = town.card(town.files())
    card.grows_old()
    assert "đã nhận vụ việc" in town.minh.taps_data(card, "o:accept:1")
