"""A directive: what may happen to it when, who hears of it, and what nobody but the task group reads in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.case.case import Actor, Role, Tier
from domain.messages import LEADERSHIP, TASK_GROUP, Kind, to_department
from domain.oversight import directives as rules
from domain.oversight import on_case, showing
from domain.oversight.directives import ITSELF, OPEN, STEPS, Directive, Standing, Step, Subject, Taken, replay
from domain.oversight.terms import Limit, Watch
from domain.refusals import Missing, NotNow
from tests.cast import CONSTRUCTION, MINH, NOW, TUAN, filed, leaves

DUNG = Actor(Role.LEADERSHIP, 5, "Dung")
DUE = NOW + timedelta(days=7)
LIMIT = Limit(DUE, ((NOW + timedelta(days=3), Watch.HALF), (DUE + timedelta(hours=15), Watch.LATE)))


def draft(by: Actor = TUAN, department: str = CONSTRUCTION, text: str = "Báo cáo tiến độ") -> Directive:
    return Directive(1, "CD26-001", by, text, NOW, Subject.CASE, "LS26-00001", 1, department)


def given_(by: Actor = TUAN, department: str = CONSTRUCTION) -> Taken:
    return rules.give(draft(by, department), by, NOW, LIMIT)


def reported() -> Taken:
    return rules.report(given_().directive, MINH, NOW + timedelta(days=1), "Đã xong", (7,))


def test_it_says_who_what_and_by_when_or_it_is_not_given() -> None:
    with pytest.raises(Missing):
        rules.give(draft(department=""), TUAN, NOW, LIMIT)
    with pytest.raises(Missing):
        rules.give(draft(text=" "), TUAN, NOW, LIMIT)
    assert given_().directive.due == DUE
    assert rules.give(draft(department=ITSELF, text=""), DUNG, NOW, LIMIT).directive.standing is Standing.GIVEN


def test_reported_is_not_done_and_sent_back_is_due_anew() -> None:
    back = rules.send_back(reported().directive, TUAN, NOW + timedelta(days=2), "Thiếu bản ký", LIMIT)
    assert back.directive.standing is Standing.GIVEN
    assert (back.directive.returns, back.directive.answered_at) == (1, None)
    done = rules.accept(reported().directive, TUAN, NOW + timedelta(days=2)).directive
    assert (done.standing, done.answer, done.agenda) == (Standing.DONE, "Đã xong", ())


@pytest.mark.parametrize("step", [each for each in Step if each is not Step.GIVEN])
def test_nothing_happens_to_a_draft_or_to_what_is_done(step: Step) -> None:
    assert not STEPS[step][0] & {Standing.DRAFT, Standing.DONE, Standing.CANCELLED}


def test_it_is_late_after_its_day_and_stays_so_when_it_was_reported_late() -> None:
    assert not rules.is_late(given_().directive, DUE)
    assert rules.is_late(given_().directive, DUE + timedelta(seconds=1))
    assert not rules.is_late(reported().directive, DUE + timedelta(days=9))
    late = rules.report(given_().directive, MINH, DUE + timedelta(days=1), "Đã xong").directive
    assert rules.is_late(late, DUE + timedelta(days=9))


def test_the_clock_reminds_of_the_last_of_several_and_of_nothing_twice() -> None:
    found = rules.look(given_().directive, DUE + timedelta(days=2))
    assert found is not None
    taken, what = found
    assert what == Watch.LATE
    assert rules.look(taken.directive, DUE + timedelta(days=3)) is None
    assert rules.look(given_().directive, NOW) is None


def test_the_task_group_sees_to_departments_and_leadership_to_the_task_group() -> None:
    assert rules.judge(given_().directive) == TASK_GROUP
    own = given_(DUNG, ITSELF).directive
    assert (rules.judge(own), rules.whose(own)) == (LEADERSHIP, TASK_GROUP)


def test_whoever_has_to_act_gets_it_anew_and_the_others_see_it_change() -> None:
    case = filed().case
    told = showing.after_step(given_(DUNG).directive, given_(DUNG).entry, case)
    assert [(each.to, each.kind) for each in told] == [
        (to_department(CONSTRUCTION), Kind.SEND),
        *((each, Kind.EDIT) for each in sorted((TASK_GROUP, LEADERSHIP), key=repr)),
    ]
    assert [label.label.key for row in told[0].choices for label in row] == ["button-directive-report"]  # type: ignore[union-attr]
    news = showing.after_step(reported().directive, reported().entry, case)
    assert (news[0].to, news[0].kind, news[0].files) == (TASK_GROUP, Kind.SEND, (7,))
    done = rules.accept(replace(reported().directive, by=DUNG), TUAN, NOW + timedelta(days=2))
    assert LEADERSHIP in {each.to for each in showing.after_step(done.directive, done.entry, case)}


@pytest.mark.parametrize("tier", [Tier.HIDDEN, Tier.OPEN])
def test_only_the_task_group_reads_a_name_in_a_directive(tier: Tier) -> None:
    case = filed(tier=tier).case
    said = draft(DUNG, text="Công ty Lan Anh, MST 4900001236, kêu nhiều lần")
    for to in (to_department(CONSTRUCTION), LEADERSHIP):
        shown = leaves(showing.told(said, to, case).words)
        hidden = tier is Tier.HIDDEN or to == LEADERSHIP
        assert ("Lan Anh" in shown, "4900001236" in shown) == (not hidden, not hidden)
    assert "Lan Anh" in leaves(showing.told(said, TASK_GROUP, case).words)


def test_the_journal_of_the_case_tells_that_it_was_given_and_done() -> None:
    case = filed().case
    first = on_case.told(case, given_())
    done = rules.accept(reported().directive, TUAN, NOW + timedelta(days=2))
    last = on_case.told(first.case, done)
    assert [each.move for decision in (first, last) for each in decision.entries] == ["directed", "followed"]
    assert last.case == replace(case, seq=3)
    assert (first.entries[0].facts["directive"], last.entries[0].facts["text"]) == ("CD26-001", "Đã xong")


TRIES = {
    "report": lambda directive, now: rules.report(directive, MINH, now, "xong"),
    "word": lambda directive, now: rules.say(directive, MINH, now, "đang làm"),
    "accept": lambda directive, now: rules.accept(directive, TUAN, now),
    "return": lambda directive, now: rules.send_back(directive, TUAN, now, "thiếu", Limit(now + timedelta(days=3), ())),
    "cancel": lambda directive, now: rules.cancel(directive, TUAN, now, "thôi"),
}


@given(st.lists(st.sampled_from(sorted(TRIES)), max_size=12))
def test_a_directive_is_what_its_entries_tell(tries: list[str]) -> None:
    taken, entries, now = given_(), [given_().entry], NOW
    for verb in tries:
        now += timedelta(hours=7)
        try:
            taken = TRIES[verb](taken.directive, now)
        except NotNow:
            continue
        entries.append(taken.entry)
    assert replay(draft(), entries) == taken.directive
    assert rules.is_open(taken.directive) == (taken.directive.standing in OPEN)
    assert (taken.directive.ended_at is None) == rules.is_open(taken.directive)


def test_an_instant_in_an_entry_is_kept_in_utc() -> None:
    assert datetime.fromisoformat(given_().entry.facts["due"]).tzinfo == UTC
