"""Who filed a case, and every word of it, can be erased: its chain, its figures and its deadlines stay as they were."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from bot.delivery.wording import Wording
from bot.settings import ROOT
from domain.case import cards, confidentiality, moves, renaming
from domain.case.apart import Part
from domain.case.case import Actor, Case, Entry, Move, Role, Tier
from domain.case.decisions import Decision
from domain.case.history import replay
from domain.messages import ERASED, TASK_GROUP, Chat, Incoming, Network, Sender
from domain.refusals import Refusal
from domain.statistics.courses import follow
from domain.statistics.figures import count
from domain.statistics.recount import recount
from handlers import erasing, recording
from handlers.admin import audit
from handlers.province import Province
from handlers.receive import receive
from handlers.task_group import reporting
from storage import cases, people
from storage.database import Store, Tx
from storage.tables import CaseRow, JournalRow, Searched
from tests.cast import LAN, MINH, NOW, TUAN, VERBS, Hands, Step, filed, said, steps
from tests.counted import office

#: what is kept is looked into: it must be seen, sealed or not
pytestmark = pytest.mark.usefixtures("glass")

CLOCK = Actor(Role.CLOCK)
NUMBERS = itertools.count(1)
DAY = timedelta(days=1)
#: what an erasure may change of a case: its texts, and who filed it
MEANT = {"seq", "author", "author_name", "business", "business_name", "tax_code", "introduced"}
SAID = {"text", "files", "answer", "comment", "proposal", "parts", "naming"}


def record(store: Store, decision: Decision) -> Case:
    return store.call(lambda tx: recording.record(tx, decision))


def erase(store: Store, number: int, *parts: Part, by: Actor = CLOCK) -> Case:
    def work(tx: Tx) -> Case:
        case = cases.load(tx, number)
        assert case is not None
        return erasing.erase(tx, case, parts, by, "retention")

    return store.call(work)


def told(store: Store, number: int) -> list[Entry]:
    return [entry for entry, _ in store.call(lambda tx: cases.journal(tx, number))]


def played(store: Store, hands: Hands, tries: Iterable[Step], first: Decision) -> Case:
    """The story as it is kept; a step's text "erase" and its number say what is erased before it."""
    case, now = record(store, first), NOW
    for step in tries:
        now += timedelta(minutes=step.minutes)
        hands.now = now
        if step.text.startswith(ERASE):
            case = erase(store, case.id, *(part for bit, part in enumerate(Part) if int(step.text[-1]) >> bit & 1))
        try:
            case = record(store, VERBS[step.verb](case, step, now))
        except Refusal:
            continue
    return case


ERASE = "xoá "
TEXTS = st.sampled_from(["gọi 0912 345 678", "chữ", *(f"{ERASE}{parts}" for parts in range(1, 4))])


def same(case: Case) -> dict[str, Any]:
    """What of a case no erasure may change."""
    return {each.name: getattr(case, each.name) for each in fields(case) if each.name not in MEANT | SAID}


def figures(journals: Collection[list[Entry]]) -> tuple[Any, ...]:
    """Counted by one code and by the other, as the last of a hundred days ends and as the first week does."""
    found: list[Any] = []
    for span in ((NOW - DAY, NOW + 7 * DAY), (NOW - DAY, NOW + 100 * DAY)):
        courses = (follow(journal, [span])[0] for journal in journals)
        found.append(count([course for course in courses if course], span, office()))
        found.append(recount(journals, *span))
    return tuple(found)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tries=steps(TEXTS, most=12), tier=st.sampled_from(Tier), last=st.sets(st.sampled_from(Part)))
def test_random_erasures_leave_chain_figures_and_deadlines_as_they_were(
    store: Store, hands: Hands, tries: list[Step], tier: Tier, last: set[Part]
) -> None:
    number, twin = next(NUMBERS), next(NUMBERS)
    hands.now = NOW
    erased = played(store, hands, tries, filed(number, tier=tier))
    spared = [replace(step, text=step.text.replace(ERASE, "")) for step in tries]
    whole = played(store, hands, spared, filed(twin, tier=tier))
    erased = erase(store, number, *last)
    journal = told(store, number)
    assert replay(journal) == erased == store.call(lambda tx: cases.look(tx, number))
    assert audit.verify(store, erased.code) == (1, [])
    assert same(erased) == {**same(whole), "id": erased.id, "code": erased.code}
    assert figures([journal]) == figures([told(store, twin)])


# ---------------------------------------------------------------- what is left

PHONE, NAME, FIRM = "0912 345 678", "Nguyễn Thị Lan", "Công ty Lan Anh"
TEXT = f"Tôi là {NAME}, {FIRM}, xin gọi {PHONE}: giấy phép xây dựng chậm hai tháng"


def everything(store: Store, number: int) -> str:
    """All that journal, row and search index keep of a case, as one text."""

    def work(tx: Tx) -> str:
        journal = tx.rows(select(JournalRow).where(JournalRow.case_id == number))
        row = tx.rows(select(CaseRow).where(CaseRow.id == number))
        found = tx.rows(select(Searched).where(Searched.id == number))
        return repr([tuple(each) for each in (*journal, *row, *found)])

    return store.call(work)


def found_by(store: Store, number: int) -> str:
    row = store.call(lambda tx: tx.first(select(Searched.words).where(Searched.id == number)))
    return str(row.words)


@pytest.fixture(params=[Tier.OPEN, Tier.HIDDEN])
def case(request: pytest.FixtureRequest, store: Store) -> Case:
    """Lan has filed, Minh has answered, and she has rated it."""
    case = record(store, filed(1, text=TEXT, files=(7,), tier=request.param))
    case = record(store, moves.answer(case, MINH, NOW, said("Sở đã cấp giấy phép số 12")))
    return record(store, moves.add(case, LAN, NOW, f"Cảm ơn. {NAME}", (8,), None))


def test_once_its_author_is_erased_the_words_stay_without_what_leads_to_them(store: Store, case: Case) -> None:
    before = everything(store, 1)
    assert all(word in before for word in (PHONE, NAME, FIRM, "4900001236"))
    left = erase(store, 1, Part.IDENTITY)
    after = everything(store, 1)
    assert not [word for word in (PHONE, NAME, "Lan Anh", "4900001236") if word in after]
    assert (left.author, left.business, left.author_name, left.business_name) == (0, 0, ERASED, ERASED)
    assert "giấy phép xây dựng chậm hai tháng" in left.text
    assert (left.answer, left.files, left.answered_name) == ("Sở đã cấp giấy phép số 12", (7,), "Minh")
    assert left.text == confidentiality.for_department(replace(left, tier=Tier.HIDDEN), left.text)


def test_once_its_words_are_erased_nothing_anybody_wrote_is_left(store: Store, case: Case) -> None:
    assert "cham" in found_by(store, 1)
    left = erase(store, 1, Part.WORDS)
    after = everything(store, 1)
    assert "cham" not in found_by(store, 1)
    assert not [word for word in (PHONE, NAME, "Lan Anh", "chậm", "giấy phép số 12", "Cảm ơn") if word in after]
    assert (left.text, left.answer, left.files, left.business_name) == (ERASED, ERASED, (), ERASED)


def test_names_that_were_set_right_by_an_official_are_erased_with_their_author(store: Store, case: Case) -> None:
    right = renaming.rename(case, TUAN, NOW, author_name="Trần Mai", business_name="Hợp tác xã Mai")
    assert right is not None
    record(store, right)
    assert "Trần Mai" in everything(store, 1)
    left = erase(store, 1, Part.IDENTITY)
    assert not [name for name in ("Trần Mai", "Hợp tác xã Mai", NAME) if name in everything(store, 1)]
    assert (left.author_name, left.business_name) == (ERASED, ERASED)


def test_the_journal_tells_who_erased_what_by_which_rule(store: Store, case: Case) -> None:
    erase(store, 1, Part.IDENTITY, by=TUAN)
    last = told(store, 1)[-1]
    assert (last.move, last.actor) == (Move.ERASED, TUAN)
    assert last.facts == {"rule": "retention", "kinds": ["identity"]}
    erase(store, 1, Part.WORDS, Part.IDENTITY)
    assert told(store, 1)[-1].facts["kinds"] == ["words"]


def test_what_is_erased_already_is_not_erased_again_but_what_came_since_is(store: Store, case: Case) -> None:
    once = erase(store, 1, *Part)
    assert erase(store, 1, *Part) == once
    record(store, moves.add(once, LAN, NOW, f"Còn một việc, {NAME}", (), None))
    assert NAME in everything(store, 1)
    twice = erase(store, 1, *Part)
    assert (NAME in everything(store, 1), twice.seq) == (False, once.seq + 2)


@pytest.mark.parametrize(("language", "word"), [("vi", "(đã xoá)"), ("en", "(deleted)"), ("zh", "（已删除）")])
def test_whoever_reads_it_reads_that_it_was_erased(
    store: Store, case: Case, province: Province, language: str, word: str
) -> None:
    wording = Wording(province.catalogue, ROOT / "locales")
    left = erase(store, 1, *Part)
    card = wording.say(cards.card(left, TASK_GROUP).words, language)
    details = store.call(lambda tx: reporting.details(tx, Chat(Network.TELEGRAM, "-1"), left, inside=True))
    for said_ in (card, wording.say(details.words, language)):
        assert word in said_
        assert ERASED not in said_


def test_nobody_can_write_as_if_it_had_been_erased(store: Store, province: Province) -> None:
    chat = Chat(Network.TELEGRAM, "7")

    def take(tx: Tx) -> tuple[str, str]:
        lan = people.meet(tx, chat, "7", "Lan", "vi")
        lan.consented_at = tx.now
        people.save(tx, lan)
        text = f"Hồ sơ {ERASED} xin giấy phép xây dựng \0 đã hai tháng chưa có kết quả"
        receive(tx, province, Incoming("1", chat, Sender("7", f"La{ERASED}n"), NOW, private=True, text=text))
        found = people.find(tx, Network.TELEGRAM, "7")
        return (found.name, repr(found.conversation)) if found else ("", "")

    name, conversation = store.call(take)
    assert name == "Lan"
    assert "xin giấy phép xây dựng" in conversation
    assert repr(ERASED)[1:-1] not in conversation
