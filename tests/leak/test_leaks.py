"""Who files in secret is known to the task group alone, whatever officers, time and failures make the program say."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from handlers.commands import COMMANDS, For
from tests.leak import planted
from tests.leak.boards import search_boards
from tests.leak.identities import ACCOUNT, FIRM, MAIL, NAME, PHONE, PLATE, TAX_CODE
from tests.leak.outputs import PROGRAMS, Outputs
from tests.wire.telegram_people import Person
from tests.wire.telegram_world import Message
from tests.wire.town import Group, Town, code_in, sends_as_read

STORY = (
    f"Hồ sơ cấp giấy phép xây dựng nhà xưởng của tôi nộp 2 tháng chưa có kết quả. Tôi là {NAME}, {FIRM}"
    f" (MST {TAX_CODE}), xe {PLATE}, gọi {PHONE} hoặc {MAIL}, STK {ACCOUNT}. TBV rất mong được giúp."
)
AGAIN = "Thạch Bích Vân xin nói thêm: chị Ngọc, bich ngoc, số 0987.654.321, xe 12C 345.67, zalo: bichngoc_hoang"
#: what officers type → after which verb of the program it is
OFFICERS = {
    "accept": "/nhan #{code}",
    "details": "/chitiet #{code}",
    "deadline": "/hanxuly #{code}",
    "alike": "/tuongtu #{code}",
    "ask": "/hoi #{code} Xin gửi số hồ sơ",
    "send": "/gui #{code} Sở đang xem",
    "note": "/noibo #{code} Để ý việc này",
    "invite": "/phoihop #{code} thue-tinh Xin cho biết nợ thuế",
    "contribute": "/gopy #{code} Không nợ thuế",
    "extend": "/giahan #{code} 3 Chờ ý kiến của tỉnh",
    "publish": "/congbo #{code}",
    "retract": "/thuhoi #{code} Chưa phù hợp",
    "answer": "/traloi #{code} Sở đã cấp giấy phép, mời đến nhận",
    "explain": "/giaithich #{code}",
    "transfer": "/chuyen #{code} thue-tinh Thuộc thẩm quyền của thuế tỉnh",
    "assign": "/giao #{code} so-xay-dung Việc của Sở Xây dựng",
    "decline": "/tuchoi #{code} Không thuộc thẩm quyền, xin đến Bộ phận một cửa",
}
REPORTS = ("/quahan", "/thongke", "/vande", "/trogiup", "/timtuongtu giấy phép")
PATIENCE = 90.0
PAGES = ("/", "/desk", "/chat", "/metrics", "/healthz", "/readyz", "/files/desk/1/0", "/ket-qua", "/nowhere")


@pytest.fixture
def desk(town: Town) -> Iterator[httpx.Client]:
    """An officer of the same department at the web page."""
    with httpx.Client(base_url=town.product.url, headers={"origin": town.product.url}, timeout=20) as browser:
        joins(town, browser)
        yield browser


def joins(town: Town, browser: httpx.Client) -> None:
    """Sign in at the desk with a fresh code."""
    code = town.product.bind_code("so-xay-dung", f"DESK{len(town.server.sent)}")
    assert browser.post("/desk/join", data={"name": "Hạnh", "code": code}).status_code == 303


def quiet(town: Town) -> None:
    """Wait until every update is taken and everything is sent: two dozen files are cleaned on the way."""
    assert town.server.world.wait_until(lambda: not town.server.feed.pending, PATIENCE)
    assert town.server.world.wait_until(town._nothing_waits, PATIENCE)


def sends(ngoc: Person, how: str) -> None:
    """Sends the draft, having chosen the department where routing was not sure."""
    if "Sở Xây dựng" in ngoc.bot_messages[-1].labels:
        ngoc.taps("Sở Xây dựng")
    ngoc.taps(how)


def tells_everything(town: Town, ngoc: Person) -> Message:
    """A draft with her words, a place, her telephone and every kind of file; the message with the words."""
    wrote = ngoc.says(STORY)
    ngoc.waits_for("xem lại trước khi gửi", PATIENCE)
    ngoc.sends_photo(planted.jpeg(), f"Ảnh của {NAME}")
    ngoc.sends_voice(planted.ogg())
    ngoc.sends_video(planted.mp4())
    for name, make in {**planted.CLEANED, **planted.WITHHELD}.items():
        if content := make():
            ngoc.sends_document(f"{NAME} {name}", content)
    ngoc.sends_location(21.853, 106.761)
    ngoc.sends_contact(PHONE)
    quiet(town)
    return wrote


def files_in_secret(town: Town, ngoc: Person, how: str = "Gửi, giấu tên") -> tuple[str, Message, Message]:
    """Her words, a place, her telephone and every kind of file; the code, what she wrote and the receipt."""
    wrote = tells_everything(town, ngoc)
    sends(ngoc, how)
    receipt = ngoc.waits_for("Đã tiếp nhận vụ việc", PATIENCE)
    quiet(town)
    return code_in(receipt), wrote, receipt


def everybody_works(town: Town, code: str, ngoc: Person, receipt: Message) -> None:
    """Every verb in every group that is not the task group's, and in the task group's; she answers in between."""
    for verb, words in OFFICERS.items():
        for person, group in ((town.minh, town.construction), (town.binh, town.tax), (town.tuan, town.task_group)):
            person.says(words.format(code=code), in_=group)
            quiet(town)
        if verb in {"ask", "invite", "answer", "decline"}:
            ngoc.replies(receipt, AGAIN)
            ngoc.sends_document(f"{FIRM}.pdf", planted.pdf(), AGAIN, reply_to=receipt)
            quiet(town)
            sends_as_read(ngoc)
            quiet(town)


def they_direct(town: Town, code: str) -> None:
    """The task group and leadership name her in their words to departments; one department reports."""
    named = f"{NAME} của {FIRM}, {PHONE}, cần được trả lời"
    town.tuan.says(f"/chidao #{code} Sở Xây dựng xem ngay: {named}, trước 20/12/2026", in_=town.task_group)
    town.dung.says(f"/chidao #{code} {named}", in_=town.leadership)
    quiet(town)
    given = town.construction.waits_for("📣 Chỉ đạo #CD26-001")
    town.tuan.replies(town.task_group.waits_for("📣 Chỉ đạo #CD26-001"), named)
    quiet(town)
    town.tuan.taps("Lời nhắn", in_=town.task_group)
    town.minh.replies(given, "Đã trả lời")
    quiet(town)
    town.minh.taps("Đã xong, đây là kết quả", in_=town.construction)
    quiet(town)


def she_contests_and_comments(town: Town, ngoc: Person, wrote: Message) -> None:
    """An edit of what was filed, an appeal, a word with the stars."""
    ngoc.edits(wrote, f"{STORY} {AGAIN}")
    quiet(town)
    for label, words in (("Không đồng ý", AGAIN), ("Chưa giải quyết", AGAIN), ("Đã giải quyết", "")):
        if any(label in each for message in ngoc.bot_messages for each in message.labels):
            ngoc.taps(label)
            quiet(town)
            if words:
                ngoc.says(words)
                ngoc.sends_document(f"{NAME}.docx", planted.docx())
                quiet(town)
                sends_as_read(ngoc)
                quiet(town)
    ngoc.says(AGAIN)
    quiet(town)
    sends_as_read(ngoc)
    quiet(town)


def time_and_trouble(town: Town, code: str, groups: list[Group]) -> None:
    """Weeks go by, messengers fail, officers look at their figures and tap what is stale."""
    town.server.fail_next("sendMessage", 500, times=3)
    town.server.fail_next("sendDocument", 400, "Bad Request: strange", times=1)
    for days in (1, 5, 9, 20):
        town.days_pass(days)
        quiet(town)
    for person, group in zip((town.minh, town.binh, town.dung), groups, strict=True):
        for words in (*REPORTS, f"/chitiet #{code}", "/chitiet #LS26-99999"):
            person.says(words, in_=group)
        quiet(town)
        for message in [each for each in group.bot_messages if each.buttons][-3:]:
            for _, data in [button for row in message.buttons for button in row]:
                person.taps_data(message, data)
        quiet(town)


def search(town: Town, ngoc: Person) -> Outputs:
    """Every chat but her own and the task group's, and every answer to a tap."""
    outputs = Outputs(more=(str(ngoc.id),))
    known = {ngoc.id, town.task_group.chat.id}
    for chat in town.server.world.chats.values():
        if chat.id not in known:
            outputs.chat(chat.type, chat)
    for callback in town.server.world.callbacks.values():
        if callback.user_id not in {ngoc.id, town.tuan.id}:
            outputs.text("toast", str(callback.answers))
    return outputs


def test_the_story_uses_every_verb_officers_have() -> None:
    assert set(OFFICERS) == {each.verb for each in COMMANDS if each.on_case and For.OFFICER in each.whose}


@pytest.mark.timeout(400)
def test_nothing_that_leaves_the_program_tells_who_filed_in_secret(
    town: Town, ngoc: Person, desk: httpx.Client, capfd: pytest.CaptureFixture[str]
) -> None:
    code, wrote, receipt = files_in_secret(town, ngoc)
    town.card(code)
    everybody_works(town, code, ngoc, receipt)
    they_direct(town, code)
    she_contests_and_comments(town, ngoc, wrote)
    early = Outputs(more=(str(ngoc.id),))
    early.desk(desk)
    time_and_trouble(town, code, [town.construction, town.tax, town.leadership])
    outputs = search(town, ngoc)
    joins(town, desk)  # a session does not last for weeks
    outputs.desk(desk)
    outputs.pages(desk, PAGES)
    outputs.programs(desk, town.product)
    seen = search_boards(outputs, town.product)
    assert min(seen[each] for each in ("department", "leadership", "task-group")) > 10, seen
    said = capfd.readouterr()
    outputs.text("log", said.out + said.err)
    outputs.add(early)
    with capfd.disabled():
        print(f"\n{outputs.report()}")  # noqa: T201
    assert outputs.leaks == [], outputs.report()
    assert outputs.counts["group message"] > 100
    assert outputs.counts["desk file"] >= len(planted.CLEANED)
    assert outputs.counts["program"] == len(PROGRAMS)


def test_the_same_search_finds_her_where_she_may_be_known(town: Town, ngoc: Person, desk: httpx.Client) -> None:
    """The counter-check: filed openly, the department reads it all, and so does the search."""
    ngoc.says(STORY)
    ngoc.waits_for("xem lại trước khi gửi", PATIENCE)
    ngoc.sends_document(f"{NAME}.pdf", planted.pdf())
    quiet(town)
    sends(ngoc, "Gửi, nêu tên")
    town.card(code_in(ngoc.waits_for("Đã tiếp nhận vụ việc", PATIENCE)))
    quiet(town)
    outputs = search(town, ngoc)
    outputs.desk(desk)
    search_boards(outputs, town.product)
    leaks = "\n".join(outputs.leaks)
    for part in ("group message", "group file", "desk page", "desk push", "desk file", "board page", "board file"):
        assert part in leaks
