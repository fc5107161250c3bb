"""What people do in a year: each case is a plan of hours at which somebody does something, by role."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.case.case import Case, State, Tier
from domain.messages import Chat, Network
from domain.province.catalogue import Catalogue
from storage import cases, people, returns
from storage.database import Tx
from tests.year.world import World

TEXTS = (
    "Hồ sơ cấp giấy phép xây dựng nhà xưởng nộp hai tháng chưa có kết quả",
    "Chúng tôi chưa được hoàn thuế giá trị gia tăng của quý trước",
    "Xe hàng nằm ở cửa khẩu ba ngày vì chưa thông quan",
    "Xin hướng dẫn thủ tục thuê đất trong cụm công nghiệp",
    "Điện áp ở xã chúng tôi không đủ cho máy chạy ban ngày",
    "Hợp đồng lao động nước ngoài chờ giấy phép đã sáu tuần",
    "Đề nghị kéo dài giờ làm thủ tục hải quan vào mùa vụ",
)
TIERS = ("open",) * 5 + ("hidden",) * 2 + ("anonymous",)
SECRET = re.compile(r"[A-HJ-NP-Z2-9]{4}(?:-[A-HJ-NP-Z2-9]{4}){3}")
TASK_GROUP, LEADERSHIP = Chat(Network.PAGE, "desk:task-group"), Chat(Network.PAGE, "desk:leadership")
#: how long after its filing an officer first looks at a case, and how it then goes
FATES = (
    ("answered",) * 60 + ("asked",) * 10 + ("transferred",) * 6 + ("extended",) * 5 + ("declined",) * 6 + ("left",) * 13
)
ENDS = ("solved",) * 5 + ("partly",) + ("not-solved",) + ("silence",) * 3


@dataclass(frozen=True, slots=True)
class Plan:
    """One case to be: when, by whom, and how it will go."""

    number: int
    at: datetime
    person: str
    tier: str
    fate: str
    end: str

    @property
    def chat(self) -> Chat:
        """Where its business writes."""
        return Chat(Network.PAGE, f"p:{self.person}")


def plans(cases_: int, began: datetime, weeks: int, seed: int) -> Iterator[Plan]:
    """Spread over the weeks, by a third as many people, most of it in office hours."""
    dice = random.Random(seed)
    for number in range(cases_):
        day = began + timedelta(days=int(number * weeks * 7 / cases_))
        hour = dice.choice((1, 2, 2, 3, 3, 6, 7, 7, 8, 9, 13))  # UTC: eight in the morning to eight in the evening
        person = f"b{dice.randrange(max(1, cases_ // 3))}"
        yield Plan(
            number, day + timedelta(hours=hour), person, dice.choice(TIERS), dice.choice(FATES), dice.choice(ENDS)
        )


class Life:
    """One case's course; every step is taken by whoever would take it, with the words they would type."""

    def __init__(self, world: World, plan: Plan, catalogue: Catalogue) -> None:
        self._world, self._plan = world, plan
        self._desks = [each.key for each in catalogue.departments if each.takes_cases and not each.successor]
        self._dice = random.Random(plan.number)
        self.case, self._secret = 0, ""

    def steps(self) -> list[tuple[timedelta, str]]:
        """When what is done, after the filing."""
        hours = self._dice.uniform(1, 40)
        plan = [(timedelta(hours=hours), "accept")]
        fate = self._plan.fate
        if fate == "left":
            return self._taken_from_who_left_it() if self._plan.number % 2 else []
        if fate == "extended":  # once is the department's own to say; the second time the task group decides
            plan += [(timedelta(hours=hours + 4), "extended"), (timedelta(hours=hours + 6), "decide")]
        if self._plan.tier == "hidden" and self._plan.number % 5 == 0:
            plan += [(timedelta(hours=hours + 3), "name"), (timedelta(hours=hours + 5), "agree")]
        if fate not in {"answered", "declined"}:
            plan.append((timedelta(hours=hours + 2), fate))
        if fate == "asked":
            plan.append((timedelta(hours=hours + 30), "reply"))
        later = hours + self._dice.uniform(10, 200)
        plan.append((timedelta(hours=later), "decline" if fate == "declined" else "answer"))
        if self._plan.end != "silence":
            plan.append((timedelta(hours=later + self._dice.uniform(1, 60)), self._plan.end))
        return plan

    def _taken_from_who_left_it(self) -> list[tuple[timedelta, str]]:
        """Leadership asks for an answer, and the task group gives the case to somebody else, who gives one."""
        days = self._dice.uniform(8, 15)
        steps = ((0, "urge"), (1, "assign"), (3, "answer"))
        return [(timedelta(days=days + later), step) for later, step in steps]

    async def file(self) -> None:
        """The conversation up to the receipt."""
        world, plan = self._world, self._plan
        await world.give(world.says(plan.chat, plan.person, f"Việc {plan.number:06d}: {self._dice.choice(TEXTS)}"))
        for _ in range(25):
            await world.quiet_in(plan.chat)
            offered = await world.buttons(plan.chat)
            choice = next(filter(None, (_next(each, plan.tier) for each in offered)), "")
            if choice in {f"d:send:{plan.tier}", "d:anonymous"}:
                await world.give(world.says(plan.chat, plan.person, choice=choice))
                if choice == f"d:send:{Tier.ANONYMOUS}":
                    continue
                break
            given = {"text": f"Công ty {plan.person}"} if not choice else {"choice": choice}
            await world.give(world.says(plan.chat, plan.person, **given))
        if plan.tier == Tier.ANONYMOUS:
            await self._keep_the_code()
        else:
            self.case = await world.until_committed(lambda: world.parts.store.run(self._newest))

    async def _keep_the_code(self) -> None:
        """The private code is read where the receipt shows it, and its last group typed back."""
        world, plan = self._world, self._plan
        await world.quiet_in(plan.chat)
        found = [found[0] for text in await world.texts(plan.chat) if (found := SECRET.search(text))]
        if found:
            self._secret = found[-1]
            await world.give(world.says(plan.chat, plan.person, self._secret[-4:]))
            code = self._secret
            self.case = await world.until_committed(
                lambda: world.parts.store.run(lambda tx: returns.case_of(tx, code) or 0)
            )

    def _newest(self, tx: Tx) -> int:
        person = people.find(tx, Network.PAGE, self._plan.person)
        mark = f"Việc {self._plan.number:06d}"
        found = [each for each in cases.of_author(tx, person.id) if each.text.startswith(mark)] if person else []
        return found[0].id if found else 0

    async def take(self, step: str) -> None:
        """One step, if the case is where it can be taken."""
        world = self._world
        case = await world.until_committed(lambda: world.parts.store.run(lambda tx: cases.load(tx, self.case)))
        if case is None or case.state in {State.CLOSED, State.WITHDRAWN, State.MERGED}:
            return
        desk = Chat(Network.PAGE, f"desk:{case.department or 'task-group'}")
        who, mine, code = f"can-bo-{case.department}", self._plan.chat, case.code
        other = self._dice.choice([each for each in self._desks if each != case.department])
        typed = {
            "accept": f"/nhan #{code}",
            "asked": f"/hoi #{code} Xin Ông/Bà cho biết số hồ sơ và ngày nộp",
            "transferred": f"/chuyen {other} #{code} việc này thuộc thẩm quyền của cơ quan khác",
            "extended": f"/giahan #{code} 3 chờ ý kiến của Bộ",
            "decline": f"/tuchoi #{code} Việc này do Tòa án giải quyết, xin nộp đơn tại Tòa án tỉnh",
            "answer": f"/traloi #{code} Hồ sơ đã được giải quyết, xin đến nhận kết quả tại Trung tâm hành chính công",
        }
        if step in typed:
            await world.give(world.says(desk, who, typed[step]))
        elif step in {"name", "agree", "decide", "assign", "urge"}:
            await self._oversee(step, case, other)
        elif self._secret:
            await self._come_back(step)
        elif step == "reply":
            await world.give(world.says(mine, self._plan.person, choice=f"b:add:{case.id}"))
            await world.give(world.says(mine, self._plan.person, "Số hồ sơ 123, nộp ngày 1 tháng 3"))
        elif case.state in {State.ANSWERED, State.DECLINED}:
            await world.give(world.says(mine, self._plan.person, choice=f"b:{step}:{case.id}"))
            if step == "not-solved" and self._plan.number % 3:  # a third never say what is missing
                await world.give(world.says(mine, self._plan.person, "Đến nơi thì bảo chưa có giấy"))
            if step == "solved":
                await world.give(world.says(mine, self._plan.person, choice=f"b:stars:{case.id}:5"))

    async def _oversee(self, step: str, case: Case, other: str) -> None:
        """What the task group's two members and leadership tap and type."""
        world = self._world
        given: dict[str, str] = {
            "name": f"/neuten #{case.code} cần đối chiếu hồ sơ gốc",
            "agree": f"o:name:{case.id}:yes.{case.naming.number}" if case.naming else "",
            "decide": f"o:decide:{case.id}:yes.{case.proposal.number}" if case.proposal else "",
            "assign": f"o:assign:{case.id}:{other}",
            "urge": f"l:urge:{case.id}",
        }
        if not given[step]:
            return
        desk, who = (LEADERSHIP, "lanh-dao") if step == "urge" else (TASK_GROUP, f"to-{1 + (step == 'agree')}")
        how = {"text": given[step]} if step == "name" else {"choice": given[step]}
        await world.give(world.says(desk, who, **how))

    async def _come_back(self, step: str) -> None:
        """Whoever filed anonymously comes from another chat, as one should, opens the case by its code, and says."""
        world, guest = self._world, f"k{self._plan.number}"
        chat = Chat(Network.PAGE, f"p:{guest}")
        for given in ({"text": "xin chào"}, {"choice": "p:agree"}, {"text": f"/ma {self._secret}"}):
            await world.give(world.says(chat, guest, **given))
            await world.quiet_in(chat)
        if step == "reply":
            await world.give(world.says(chat, guest, choice="r:add"))
            await world.give(world.says(chat, guest, "Số hồ sơ 123, nộp ngày 1 tháng 3"))
        else:
            await world.give(world.says(chat, guest, choice=f"r:{step}"))


def _next(offered: list[str], tier: str) -> str:
    """The button a business presses on its way to the receipt; "" to type the firm's name."""
    for wanted in (
        "p:agree",
        "b:new",
        "d:anonymous",
        f"d:send:{tier}",
        "d:still",
        "d:skip",
        "d:dept:",
        "d:kind:",
        "d:conduct:no",
        "d:firm:",
    ):
        found = next((each for each in offered if each.startswith(wanted)), "")
        if found:
            return found
    return ""
