"""A believable history for trying things out: made of dice, but every case goes by the real rules and is recorded so.

The same seed makes the same history. Nobody is written to: what the rules would say is left out.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from random import Random

from domain.case import corrections, handovers, moves, reminders
from domain.case.case import Actor, Case, Matter, Outcome, Role, State, Tier
from domain.case.decisions import Decision
from domain.case.moves import DepartmentReply, Filing
from domain.deadline.calendars import add_working_time, is_working_day, year_of
from domain.deadline.public_holidays import Occasion
from domain.language import detect
from domain.messages import Chat, Name, Network
from domain.oversight import disputes, projects
from domain.refusals import Refusal
from domain.routing.examples import Example
from handlers import recording
from handlers.province import Province
from storage import cases, chats, claims, people
from storage.database import Tx

#: days the history goes back
DAYS = 700
TASK_GROUP = Actor(Role.TASK_GROUP, 0, "Tuấn")
_FAMILY = ("Nguyễn", "Trần", "Lê", "Hoàng", "Nông", "Lương", "Vi", "Hứa", "Đàm", "Lý")
_GIVEN = ("Lan", "Minh", "Hoa", "Dũng", "Hương", "Sơn", "Thảo", "Tùng", "Mai", "Phúc", "Hà", "Long")
_TRADES = ("Thương mại", "Xây dựng", "Vận tải", "Nông sản", "Xuất nhập khẩu", "Chế biến gỗ", "Du lịch", "Cơ khí")
_TIERS = ((Tier.OPEN, 78), (Tier.HIDDEN, 16), (Tier.ANONYMOUS, 6))


class InUse(Exception):  # noqa: N818  says what is the case, like a refusal
    """The database has people, groups or cases of its own."""


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody who files, and for which business."""

    person: int
    network: Network
    name: str
    business: int
    business_name: str
    tax_code: str


@dataclass(frozen=True, slots=True)
class Planned:
    """A case that is to happen, up to `until`."""

    dice: Random
    at: datetime
    author: Author
    example: Example
    until: datetime


def check_unused(tx: Tx) -> None:
    """Raises InUse for a database somebody works with."""
    if cases.ids_after(tx, 0) or chats.every_binding(tx) or people.any_known(tx):
        raise InUse


def authors(tx: Tx, seed: int, number: int) -> list[Author]:
    """So many businesses and who speaks for each."""
    dice = Random(f"{seed} authors")
    found = []
    for each in range(1, number + 1):
        name = f"{dice.choice(_FAMILY)} {dice.choice(_FAMILY)} {dice.choice(_GIVEN)}"
        network = dice.choices((Network.TELEGRAM, Network.PAGE), (65, 35))[0]
        person = people.meet(tx, Chat(network, f"demo-{each}"), f"demo-{each}", name, "vi")
        firm = people.speak_for(tx, person, f"Công ty {dice.choice(_TRADES)} {dice.choice(_GIVEN)} {each}", "")
        person.consented_at = tx.now
        people.save(tx, person)
        found.append(Author(person.id, network, name, firm.id, firm.name, firm.tax_code))
    return found


def filing_times(province: Province, dice: Random, number: int, until: datetime) -> list[datetime]:
    """So many instants up to `until`: mostly in office hours, few at weekends and at Tết, more from year to year."""
    zone = province.catalogue.timezone
    last = until.astimezone(zone).date()
    days = [last - timedelta(days=back) for back in range(DAYS, -1, -1)]
    weights = [_weight(province, day) * (1 + place / DAYS) for place, day in enumerate(days)]
    found = []
    for day in dice.choices(days, weights, k=number):
        hour = min(23.9, max(0.0, dice.gauss(*dice.choice(((9.3, 1.4), (14.8, 1.3), (20.2, 1.6))))))
        found.append(datetime(day.year, day.month, day.day, tzinfo=zone) + timedelta(hours=hour))
    return sorted(min(each.astimezone(UTC), until - timedelta(minutes=1)) for each in found)


def _weight(province: Province, day: date) -> float:
    """How much comes in on such a day: little in the week before Tết and after it, much as the year ends."""
    near = (day + timedelta(days=ahead) for ahead in range(-7, 8))
    if any(year_of(province.calendar, each.year).holidays.get(each) is Occasion.TET for each in near):
        return 0.25 if is_working_day(province.calendar, day) else 0.03
    season = 1.0 + 0.25 * math.cos((day.month - 11) / 6 * math.pi)
    return season if is_working_day(province.calendar, day) else 0.12 * season


def plan(
    province: Province, seed: int, known: Sequence[Example], by: Sequence[Author], span: tuple[int, datetime]
) -> list[Planned]:
    """So many cases up to an instant: when each comes, from whom, about what, and the dice that tell how it goes."""
    dice, (number, until) = Random(f"{seed} plan"), span
    times, told = filing_times(province, dice, number, until), shuffled(dice, known, number)
    return [Planned(Random(f"{seed} {n}"), at, dice.choice(by), told[n], until) for n, at in enumerate(times)]


def tell(tx: Tx, province: Province, planned: Planned) -> None:
    """One case from its filing as far as it has come when the history ends."""
    _Story(tx, province, planned).run()


def _file(tx: Tx, province: Province, planned: Planned) -> Case:
    catalogue, dice, at = province.catalogue, planned.dice, planned.at
    example, author = planned.example, planned.author
    topics = catalogue.topics_of(example.department)
    topic = dice.choice(topics).key if topics else ""
    kind = Matter(example.kind) if example.kind in set(Matter) else Matter.OBSTACLE
    tier = dice.choices([each for each, _ in _TIERS], [often for _, often in _TIERS])[0]
    year = at.astimezone(catalogue.timezone).year
    known = tier is not Tier.ANONYMOUS
    filing = Filing(
        id=claims.take_number(tx, "cases"),
        code=f"{catalogue.code_prefix}{year % 100:02d}-{claims.take_number(tx, f'code-{year}'):05d}",
        kind=kind,
        department=example.department,
        topic=topic,
        tier=tier,
        language=detect(example.text, "vi"),
        business=author.business if known else 0,
        business_name=author.business_name if known else "",
        tax_code=author.tax_code if known else "",
        text=example.text,
        files=(),
        network=author.network if known else "",
        again=cases.raised_before(tx, author.person, author.business, topic) if tier is Tier.OPEN else 0,
        term=province.terms.filed(at, kind, topic, example.department),
    )
    by = Actor(Role.BUSINESS, author.person, author.name) if known else Actor(Role.BUSINESS)
    return _keep(tx, moves.file(filing, by, at))


def _keep(tx: Tx, decision: Decision) -> Case:
    """Recorded like any decision, but for its messages."""
    return recording.record(tx, replace(disputes.watched(decision), notices=()))


class _OverError(Exception):
    """The history ends here."""


class _Story:
    """One case and how it goes on; the clock looks at it whenever its agenda says so."""

    def __init__(self, tx: Tx, province: Province, planned: Planned) -> None:
        self._tx, self._province, self._dice, self._until = tx, province, planned.dice, planned.until
        self.case, self.now = _file(tx, province, planned), planned.at
        self._author = Actor(Role.BUSINESS, self.case.author, self.case.author_name)

    def run(self) -> None:
        """Until the matter is settled, or the history ends."""
        try:
            for step in self._steps():
                self._do(step)
            self._wait(hours=400)
        except _OverError:
            return

    def _steps(self) -> Iterator[Callable[[], Decision]]:
        dice, slow = self._dice, _slowness(self.case.department)
        if dice.random() < 0.03:
            self._wait(dice.expovariate(1 / 20))
            yield self._withdraw
            return
        if dice.random() < 0.2:  # refused by the rules to whoever hides
            yield lambda: projects.weigh(self.case, self._author, self.now, dice.randint(1, 2))
        if dice.random() < 0.08:
            self._wait(dice.expovariate(1 / 5))
            yield self._transfer
        self._wait(dice.expovariate(1 / (4 * slow)))
        yield self._accept
        if dice.random() < 0.14:
            self._wait(dice.expovariate(1 / 6))
            yield self._ask
            self._wait(dice.lognormvariate(2.4, 0.8))
            yield self._reply
        if dice.random() < 0.07:
            self._wait(dice.uniform(10, 40))
            yield self._extend
        self._wait(dice.lognormvariate(3.0, 0.55) * slow)
        yield self._decline if dice.random() < 0.07 else self._answer
        if dice.random() < 0.15:  # refused by the rules after a refusal, as it would be for people
            yield lambda: corrections.explain(self.case, self._officer, self.now)
        yield from self._verdict(slow)

    def _verdict(self, slow: float) -> Iterator[Callable[[], Decision]]:
        dice = self._dice
        says = dice.choices(("solved", "partly", "explained", "appeal", "silent"), (49, 12, 4, 12, 23))[0]
        self._wait(dice.expovariate(1 / 9))
        if says == "appeal":
            yield self._reopen
            self._wait(dice.expovariate(1 / (5 * slow)))
            yield self._accept
            self._wait(dice.lognormvariate(2.9, 0.5) * slow)
            yield self._answer
            self._wait(dice.expovariate(1 / 9))
            says = dice.choices(("solved", "silent"), (70, 30))[0]
        if says != "silent":
            yield lambda: self._confirm(Outcome(says))
            if dice.random() < 0.45:
                yield self._rate

    def _wait(self, hours: float) -> None:
        """So many working hours pass; the clock looks at the case on the way."""
        goal = add_working_time(self._province.calendar, self.now, timedelta(hours=hours))
        end = min(goal, self._until)
        while self.case.agenda and self.case.agenda[0][0] <= end:
            self.now = max(self.now, self.case.agenda[0][0])
            terms = self._province.terms
            going_on, back = terms.going_on(self.case, self.now), terms.reopen_until(self.case, self.now)
            if (seen := reminders.look(self.case, self.now, going_on, back)) is None:
                break
            self.case = _keep(self._tx, seen.decision)
        if goal >= self._until:
            raise _OverError
        self.now = max(self.now, goal)

    def _do(self, step: Callable[[], Decision]) -> None:
        try:
            self.case = _keep(self._tx, step())
        except Refusal:  # the rules did not let it happen: nor does it here
            return

    @property
    def _officer(self) -> Actor:
        name = _GIVEN[len(self.case.department) % len(_GIVEN)]
        return Actor(Role.OFFICER, 0, name, self.case.department)

    def _said(self, text: str) -> DepartmentReply:
        terms, by = self._province.terms, Name("department", self.case.department)
        return DepartmentReply(text, (), by, terms.answered(self.case, self.now), terms.going_on(self.case, self.now))

    def _accept(self) -> Decision:
        return moves.accept(self.case, self._officer, self.now)

    def _ask(self) -> Decision:
        by = Name("department", self.case.department)
        reply = self._province.terms.asked(self.case, self.now)
        return moves.ask(self.case, self._officer, self.now, "Xin gửi thêm số hồ sơ.", (), by, reply)

    def _reply(self) -> Decision:
        term = self._province.terms.going_on(self.case, self.now)
        return moves.add(self.case, self._author, self.now, "Tôi gửi số hồ sơ như đã ghi.", (), term)

    def _transfer(self) -> Decision:
        others = [each.key for each in self._province.catalogue.departments if each.takes_cases and not each.successor]
        to = self._dice.choice([key for key in others if key != self.case.department])
        moved = self._province.terms.moved(self.case, to, self.now, transferred=True)
        return handovers.transfer(self.case, self._officer, self.now, to, "đúng thẩm quyền hơn", moved)

    def _extend(self) -> Decision:
        longer = self._province.terms.extended(self.case, self.now, 5)
        return handovers.extend(self.case, self._officer, self.now, 5, "chờ ý kiến phối hợp", longer)

    def _answer(self) -> Decision:
        by = TASK_GROUP if not self.case.department else self._officer
        return moves.answer(self.case, by, self.now, self._said("Cơ quan đã giải quyết, mời nhận kết quả."))

    def _decline(self) -> Decision:
        return moves.decline(
            self.case, self._officer, self.now, self._said("Không thuộc thẩm quyền, xin gửi đúng nơi.")
        )

    def _confirm(self, outcome: Outcome) -> Decision:
        back = self._province.terms.reopen_until(self.case, self.now)
        return moves.confirm(self.case, self._author, self.now, outcome, back)

    def _reopen(self) -> Decision:
        again = self._province.terms.again(self.case, self.now)
        return moves.reopen(self.case, self._author, self.now, "Vẫn chưa xong.", again)

    def _rate(self) -> Decision:
        if self.case.state is not State.CLOSED:
            raise Refusal("refused-stars")
        stars = self._dice.choices((1, 2, 3, 4, 5), (5, 6, 14, 35, 40))[0]
        return moves.rate(self.case, self._author, self.now, stars, "")

    def _withdraw(self) -> Decision:
        return moves.withdraw(self.case, self._author, self.now)


def _slowness(department: str) -> float:
    """How long a department takes, the same in every history; some are quick, some slow."""
    return 0.6 + Random(department).random() ** 2 * 1.9


def shuffled(dice: Random, examples: Iterable[Example], number: int) -> Sequence[Example]:
    """So many texts; some departments hear more than others."""
    known = list(examples)
    weights = [0.4 + Random(f"often {each.department}").random() ** 3 * 4 for each in known]
    return dice.choices(known, weights, k=number)
