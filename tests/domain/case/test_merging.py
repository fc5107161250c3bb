"""Two cases become one: who hears what, what is refused, and that the journal tells it all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from domain.case import moves
from domain.case.case import WORKABLE, Actor, Case, Outcome, Role, State
from domain.case.history import replay
from domain.case.merging import APART_WITHIN, alone, ends_alone, merge, news, separate
from domain.messages import Audience
from domain.refusals import Refusal
from tests.cast import CLOCK, LAN, MINH, NOW, TUAN, answered, filed, keys, leaves, said, sent_to
from tests.counted import counted

MAI = Actor(Role.BUSINESS, 9, "Trần Mai")


def mais(**changes: Any) -> Case:
    """Mai has filed the same matter."""
    case = filed(2, business_name="Công ty Mai Hoa", tax_code="4900009999").case
    return replace(case, author=MAI.person, author_name=MAI.name, **changes)


def test_the_second_ends_in_the_first_and_both_are_told() -> None:
    first, second = merge(filed().case, mais(), TUAN, NOW)
    assert (second.case.state, second.case.merged_into, second.case.ended_at) == (State.MERGED, 1, NOW)
    assert (first.case.state, first.case.followers) == (State.FILED, 1)
    assert keys(sent_to(first, Audience.AUTHOR)) == ["took-in"]
    assert keys(sent_to(second, Audience.AUTHOR)) == ["merged"]
    assert second.case.agenda == (), "the clock leaves it alone"


def test_neither_business_reads_anything_of_the_other() -> None:
    lead = filed().case
    first, second = merge(lead, mais(), TUAN, NOW)
    named = replace(answered(first.case), answer="Gửi Công ty Lan Anh (4900001236), chị Nguyễn Thị Lan, 0912 345 678")
    heard = news(named, moves.answer(first.case, MINH, NOW, said()).entries[0], second.case)
    for notice in (*sent_to(second, Audience.AUTHOR), *heard):
        assert notice.to.person == MAI.person
        assert not any(each in leaves(notice.words) for each in ("LS26-00001", "Lan Anh", "4900001236", "0912"))
        assert notice.files == ()
    for notice in sent_to(first, Audience.AUTHOR):
        assert not any(each in leaves(notice.words) for each in ("LS26-00002", "Mai"))


def test_an_answer_given_before_the_merger_is_heard_at_once() -> None:
    _, second = merge(answered(), mais(), TUAN, NOW)
    assert keys(sent_to(second, Audience.AUTHOR)) == ["merged", "merged-answer"]


def test_answers_and_outcomes_are_heard_and_nothing_else() -> None:
    lead, other = (each.case for each in merge(filed().case, mais(), TUAN, NOW))
    done = moves.answer(lead, MINH, NOW, said())
    ends = moves.confirm(done.case, LAN, NOW, Outcome.SOLVED, NOW)
    assert keys(news(done.case, done.entries[0], other)) == ["merged-answer"]
    assert keys(news(ends.case, ends.entries[0], other)) == ["merged-closed"]
    noted = moves.note(lead, MINH, NOW, "nội bộ", ())
    told = moves.tell(lead, MINH, NOW, "Mời chị Lan đến", (), "by")
    assert [news(each.case, each.entries[0], other) for each in (noted, told)] == [(), ()]


@pytest.mark.parametrize("state", sorted(State))
def test_only_an_open_case_can_end_in_one_that_has_not_ended(state: State) -> None:
    if state in WORKABLE:
        merge(filed().case, mais(state=state), TUAN, NOW)
    else:
        with pytest.raises(Refusal):
            merge(filed().case, mais(state=state), TUAN, NOW)
    if state in {State.CLOSED, State.WITHDRAWN, State.MERGED}:
        with pytest.raises(Refusal):
            merge(replace(filed().case, state=state), mais(), TUAN, NOW)


def test_a_case_is_merged_neither_into_itself_nor_with_what_follows_it() -> None:
    for lead, other in ((filed().case, filed().case), (filed().case, mais(followers=1))):
        with pytest.raises(Refusal):
            merge(lead, other, TUAN, NOW)


def test_the_task_group_takes_it_back_within_a_day_and_all_is_as_before() -> None:
    before = mais()
    first, second = merge(filed().case, before, TUAN, NOW)
    lead, other = separate(first.case, second.case, second.entries[0], TUAN, NOW + APART_WITHIN)
    assert lead.case.followers == 0
    assert replace(other.case, seq=before.seq) == before
    for actor, late in ((MINH, timedelta()), (TUAN, timedelta(seconds=1))):
        with pytest.raises(Refusal):
            separate(first.case, second.case, second.entries[0], actor, NOW + APART_WITHIN + late)


def test_a_first_case_taken_back_leaves_the_others_on_their_own() -> None:
    first, second = merge(filed().case, mais(), TUAN, NOW)
    assert ends_alone(moves.withdraw(first.case, LAN, NOW).case)
    assert not ends_alone(first.case)
    again = alone(second.case, second.entries[0], CLOCK, NOW)
    assert again.case.state is State.FILED
    assert keys(sent_to(again, Audience.AUTHOR)) == ["separated"]


def test_the_journal_tells_it() -> None:
    story = filed(2)
    first, second = merge(filed().case, story.case, TUAN, NOW)
    again = alone(second.case, second.entries[0], CLOCK, NOW)
    assert replay([*story.entries, *second.entries]) == second.case
    assert replay([*story.entries, *second.entries, *again.entries]) == again.case
    assert replay([*filed().entries, *first.entries]) == first.case


def test_it_is_counted_apart() -> None:
    own, other = filed(), filed(2)
    first, second = merge(own.case, other.case, TUAN, NOW)
    span = (NOW - timedelta(days=1), NOW + timedelta(days=1))
    figures = counted([[own, first], [other, second]], span)
    assert (figures.received, figures.merged, figures.carried_forward, figures.withdrawn) == (2, 1, 1, 0)
    assert (figures.to_handle, figures.handled) == (2, 1)
